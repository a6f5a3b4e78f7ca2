//! What several tests of the project do alike: find its files, run its program, build its example in memory.

// Every test is a crate of its own and uses its part of this.
#![allow(dead_code)]

pub mod html;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use ayumi::{
    check, manuscript,
    render::{self, Site},
    source::{self, Sources},
};

/// Names with `/`, and bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A text file of the repository, with LF line endings.
pub fn read(name: &str) -> String {
    let bytes = fs::read(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    String::from_utf8(bytes)
        .unwrap_or_else(|_| panic!("{name} is not UTF-8"))
        .replace('\r', "")
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Files {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let items = walk.map(|item| item.unwrap_or_else(|error| panic!("{error}")));
    items
        .filter(|item| item.file_type().is_file())
        .map(|item| {
            let name = item
                .path()
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            (name, fs::read(item.path()).unwrap())
        })
        .collect()
}

/// Writes files below a folder.
pub fn write(folder: &Path, files: &Files) {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A small sound city, the one that the tests of the rules start from.
pub fn small_city() -> Files {
    files(&root().join("tests/diagnostics/base"))
}

/// The whole site of some sources.
pub fn site(sources: &Sources) -> Site {
    let checked = check::check(sources, &manuscript::read(sources));
    let (report, _) = checked.into_report().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let templates = render::Templates::new(sources).unwrap_or_else(|faults| panic!("{faults:#?}"));
    render::render(&report, &templates, sources).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The site of the example in `content/`.
pub fn shipped_site() -> Site {
    site(&source::read_folder(&root().join("content")).unwrap())
}

/// The site of the small city.
pub fn small_site() -> Site {
    site(&Sources::from_files(small_city()))
}

/// The example as it would be after the next year's work, perhaps with a figure corrected: rows of
/// `series/restatements.csv`.
pub fn two_years(restatements: &str) -> Files {
    let shipped = source::read_folder(&root().join("content")).unwrap();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (_, source) in shipped.files() {
        files.insert(source.name.clone(), source.text.clone());
        if let Some(rest) = source.name.strip_prefix("reports/2021/") {
            let text = source
                .text
                .replace("published: 2021-09", "published: 2022-09")
                .replace("performance_year: 2020", "performance_year: 2021")
                .replace("rating: 現状維持", "rating: 順調\n    reason: 翌年度に動きがあったため");
            files.insert(format!("reports/2022/{rest}"), text);
        }
    }
    let series = files.get_mut("series/kpi.csv").unwrap();
    *series = next_year(series);
    if !restatements.is_empty() {
        *series = series.replace("patents,2020,144,", "patents,2020,146,");
        let header = "kpi,year,before,after,date,reason\n";
        files.insert("series/restatements.csv".to_owned(), format!("{header}{restatements}"));
    }
    files
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect()
}

/// Two years between which the city was reorganised: a department renamed, a measure and a KPI in other hands, a target
/// raised, a KPI given up and another begun.
pub fn reorganised() -> Files {
    let mut files = two_years("");
    let mut swap = |name: &str, from: &str, to: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
    };
    swap(
        "city.yaml",
        "name: 元気発信課\n",
        "name: 人口減少対策課\n    former:\n      - { until: 2021, name: 元気発信課 }\n",
    );
    swap(
        "plan.yaml",
        "departments: [monozukuri, nosei, shogyo-kanko, norin-suisan]\n",
        "departments: [monozukuri, nosei, shogyo-kanko]\n            former:\n              \
         - { until: 2021, departments: [monozukuri, nosei, shogyo-kanko, norin-suisan] }\n",
    );
    swap(
        "plan.yaml",
        "kpis: [patents, certified-rice,",
        "kpis: [patents, branded-rice, certified-rice,",
    );
    let patents =
        "period: fiscal\n    baseline: 2018\n    target: { year: 2024, value: 200 }\n\n  - id: certified-rice\n";
    swap(
        "kpis.yaml",
        &format!("department: monozukuri\n    better: higher\n    kind: stock\n    {patents}"),
        "department: dengen-energy\n    better: higher\n    kind: stock\n    period: fiscal\n    baseline: 2018\n    \
         target: { year: 2024, value: 250 }\n    former:\n      \
         - { until: 2021, name: 特許保有件数（総数）, department: monozukuri, target: { year: 2024, value: 200 } }\n\n  \
         - id: certified-rice\n    until: 2021\n",
    );
    swap(
        "kpis.yaml",
        "name: 特許保有件数（総数）\n",
        "name: 市内企業の特許保有件数（総数）\n",
    );
    swap(
        "kpis.yaml",
        "  - id: energy-company\n",
        "  - id: branded-rice\n    from: 2022\n    name: 柏崎産米の新しい銘柄の数（総数）\n    unit: 件\n    decimals: 0\n    \
         department: nosei\n    better: higher\n    kind: stock\n    period: fiscal\n    baseline: 2020\n    \
         target: { year: 2024, value: 9 }\n\n  - id: energy-company\n",
    );
    swap(
        "series/kpi.csv",
        "\npatents,2018",
        "\nbranded-rice,2020,3,,\nbranded-rice,2021,5,,\npatents,2018",
    );
    // A measure begun, with a programme of its own.
    swap(
        "plan.yaml",
        "          - name: 新たな産業の創出\n            departments: [monozukuri, dengen-energy]\n",
        "          - name: 新たな産業の創出\n            departments: [monozukuri, dengen-energy]\n          \
         - name: 中小企業のデジタル化\n            departments: [monozukuri]\n            former:\n              \
         - { until: 2021, departments: [] }\n",
    );
    swap(
        "programs.yaml",
        "programs:\n",
        "programs:\n  - id: digital-support\n    name: 中小企業デジタル化支援事業\n",
    );
    let folder = "reports/2022/departments";
    swap(
        &format!("{folder}/monozukuri.md"),
        "## 1-2-2\n",
        "## 1-1-3\n\n### 主な取組と成果\n\n相談の窓口を開きました。\n\n### 課題\n\n利用の少ない業種があります。\n\n\
         ### 今後の展開\n\n業界の団体と進めます。\n\n### 主な事業\n\n- 中小企業デジタル化支援事業\n\n## 1-2-2\n",
    );
    swap(
        &format!("{folder}/monozukuri.md"),
        "  - kpi: patents ",
        "  # - kpi: patents ",
    );
    swap(
        &format!("{folder}/monozukuri.md"),
        "    rating: 遅延\n  - kpi: meister",
        "  - kpi: meister",
    );
    swap(
        &format!("{folder}/dengen-energy.md"),
        "ratings:\n",
        "ratings:\n  - kpi: patents\n    rating: 遅延\n",
    );
    swap(
        &format!("{folder}/nosei.md"),
        "  - kpi: certified-rice",
        "  - kpi: branded-rice  ",
    );
    let norin = format!("{folder}/norin-suisan.md");
    let text = String::from_utf8(files[&norin].clone()).unwrap();
    let rest = &text[text.find("## 1-2-1").unwrap()..];
    files.insert(norin, rest.to_owned().into_bytes());
    files
}

/// Every KPI's last row once more for the year after, so that no value jumps.
fn next_year(csv: &str) -> String {
    let mut out = String::new();
    let lines: Vec<&str> = csv.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(line);
        out.push('\n');
        let cells: Vec<&str> = line.split(',').collect();
        let last = lines
            .get(at + 1)
            .is_none_or(|next| next.split(',').next() != Some(cells[0]));
        if at > 0 && last && cells[0] != "women-employment" {
            let year: u16 = cells[1].parse().unwrap();
            out.push_str(&format!("{},{},{}\n", cells[0], year + 1, cells[2..].join(",")));
        }
    }
    out
}

/// A correction that [`two_years`] may have.
pub const CORRECTION: &str = "patents,2020,144,146,2022-05-10,出願中のものを除いていたため\n";

/// What a run of the program gave.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// The program, in a folder, without what the environment could tell it.
pub fn ayumi(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ayumi"));
    command
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .env("NO_COLOR", "1");
    command
}

/// Runs the program with arguments.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(ayumi(folder).args(arguments))
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        status: output.status.code().expect("an exit status"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The program's commands, as its help lists them.
pub fn commands() -> Vec<String> {
    let help = run(&root(), &["--help"]).out;
    let lines = help.lines().skip_while(|line| !line.starts_with("コマンド")).skip(1);
    let listed = lines.take_while(|line| line.starts_with("  "));
    listed
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// The options of a command, as its help lists them: `--content`.
pub fn options(command: &str) -> Vec<String> {
    let help = run(&root(), &[command, "--help"]).out;
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// Whether expectations are to be written anew.
pub fn bless() -> bool {
    std::env::var_os("AYUMI_BLESS").is_some()
}
