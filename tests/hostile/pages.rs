//! Sources that make more of a page than any page may hold: a long name, named often.

use super::{
    support::{self, Files},
    watch::{self, city},
};

/// Departments that all report on one measure.
const DEPARTMENTS: usize = 90;

/// A city whose pages name a measure of so many bytes once for each of its departments.
fn named_often(length: usize) -> Files {
    let mut files = support::small_city();
    let mut edit = |name: &str, from: &str, to: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        files.insert(name.to_owned(), text.replace(from, to).into_bytes());
    };
    let ids: Vec<String> = (0..DEPARTMENTS).map(|number| format!("d{number:03}")).collect();
    let lines: String = ids
        .iter()
        .map(|id| format!("  - id: {id}\n    name: {id}課\n"))
        .collect();
    edit("city.yaml", "  - id: kikaku\n", &format!("{lines}  - id: kikaku\n"));
    edit("plan.yaml", "交流の促進", &"促".repeat(length / "促".len()));
    let listed = format!("departments: [sangyo, kikaku, {}]", ids.join(", "));
    edit("plan.yaml", "departments: [sangyo, kikaku]", &listed);
    for id in ids {
        let text = format!(
            "---\n---\n\n## 1-1-2\n\n### 主な取組と成果\n\n{id}課の取組です。\n\n### 課題\n\n{id}課の課題です。\n\n\
             ### 今後の展開\n\n{id}課の展開です。\n\n### 主な事業\n\n- 交流イベント事業\n"
        );
        files.insert(format!("reports/2021/departments/{id}.md"), text.into_bytes());
    }
    files
}

#[test]
fn a_page_that_grows_out_of_bounds_is_refused() {
    let (folder, _) = city(&named_often(300));
    let sound = watch::run("a name named often", folder.path(), &["build"]);
    assert_eq!(sound.status, 0, "{}", watch::start(&sound.err));

    let (folder, _) = city(&named_often(400 << 10));
    let run = watch::run("a long name named often", folder.path(), &["build"]);
    assert_eq!(run.status, 1, "{}", watch::start(&run.err));
    let told = run.err.rsplit("error[").next().unwrap();
    assert!(told.contains("ページが32MBを超えます"), "{}", watch::start(told));
    assert!(!folder.path().join("output").exists());
}
