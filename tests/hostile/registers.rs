//! Registers made to be slow: thousands of names and wordings, or endless ones, and texts that nearly have them everywhere.

use std::fs;

use super::{
    support,
    texts::fill,
    watch::{self, city},
};

/// Near the bound of a register, as a list of so many bytes is written.
const REGISTER: usize = if cfg!(debug_assertions) { 1 << 16 } else { 600 << 10 };

/// As many as a register holds, in bytes and in items.
pub fn many(name: impl Fn(usize) -> String) -> Vec<String> {
    let mut length = 0;
    let names = (0..4900).map(name);
    names
        .take_while(|name| {
            length += name.len();
            length < REGISTER
        })
        .collect()
}

/// The small city, with a text of one department.
fn with_text(text: &str) -> support::Files {
    let mut files = support::small_city();
    let page = files.get_mut("reports/2021/departments/kikaku.md").unwrap();
    let sound = String::from_utf8(page.clone()).unwrap();
    *page = sound
        .replace("見守り協力員を募り、研修を行いました。", text)
        .into_bytes();
    files
}

/// What is said of them, as codes.
pub fn told(what: &str, files: &support::Files) -> String {
    let (folder, _content) = city(files);
    let run = watch::run(what, folder.path(), &["check"]);
    assert!(run.status <= 1, "{what}: {}", watch::start(&run.out));
    run.out
}

fn term(patterns: &[String], more: &str, list: &[String]) -> String {
    let list = if list.is_empty() {
        String::new()
    } else {
        format!("    {more}: [{}]\n", list.join(", "))
    };
    format!("  - expected: 亜\n    patterns: [{}]\n{list}", patterns.join(", "))
}

#[test]
fn dictionaries_made_to_be_slow() {
    let i = ["い".to_owned()];
    let unfinished = "[dictionary-unfinished]";
    // Code that is not optimised is given less to do, which it finishes.
    let finished = if cfg!(debug_assertions) { "" } else { unfinished };
    let long = if cfg!(debug_assertions) { 20_000 } else { 100_000 };
    for (what, said, terms, text) in [
        (
            "exceptions",
            unfinished,
            term(&i, "except", &many(|n| format!("い{n}号"))),
            fill("い"),
        ),
        (
            "an endless exception",
            "[value-form]",
            term(&i, "except", &["い".repeat(long) + "う"]),
            fill("い"),
        ),
        (
            "exceptions within each other",
            unfinished,
            term(
                &i,
                "except",
                &(1..700).map(|n| "い".repeat(n) + "う").collect::<Vec<_>>(),
            ),
            fill("い"),
        ),
        (
            "what must follow",
            finished,
            term(&i, "followed_by", &many(|n| format!("う{n}"))),
            fill("い"),
        ),
        (
            "one wording of many terms",
            unfinished,
            many(|_| term(&i, "except", &["いい".to_owned()])).concat(),
            fill("い"),
        ),
        (
            "wordings that begin alike",
            "",
            term(&many(|n| format!("いい{n}")), "", &[]),
            fill("い"),
        ),
        (
            "sentences to try",
            "[dictionary-test]",
            {
                let tests = many(|n| format!("      - {{ text: い{n}, found: false }}\n"));
                let half = tests[..tests.len() / 2].concat();
                let exceptions = many(|n| format!("い{n}い"));
                term(&i, "except", &exceptions[..exceptions.len() / 2]) + "    tests:\n" + &half
            },
            "研修を行いました。".to_owned(),
        ),
    ] {
        let mut files = with_text(&text);
        files.insert("dictionary.yaml".to_owned(), format!("terms:\n{terms}").into_bytes());
        let out = told(what, &files);
        assert!(!out.contains("file-too-large"), "{what}");
        assert!(out.contains(said), "{what}: {}", watch::start(&out));
    }
}

fn entry(number: usize, name: &str) -> String {
    format!("  - id: slow{number}\n    name: {name}\n")
}

#[test]
fn names_made_to_be_slow() {
    // Code that is not optimised is given less to do, which it finishes.
    let told_of = |code| if cfg!(debug_assertions) { "" } else { code };
    let (near, department) = (told_of("[name-near]"), told_of("[department-near]"));
    let few = |name: &dyn Fn(usize) -> String| (0..240).map(|n| entry(n, &name(n))).collect::<String>();
    let many = |name: &dyn Fn(usize) -> String| many(|n| entry(n, &name(n))).concat();
    let long = if cfg!(debug_assertions) { 20_000 } else { 100_000 };
    for (what, said, register, names, text, dictionary) in [
        (
            "many that begin alike",
            near,
            "programs.yaml",
            many(&|n| format!("いいいいいい{n}号")),
            fill("い"),
            "",
        ),
        (
            "a few that begin alike",
            near,
            "programs.yaml",
            few(&|n| format!("いいいいいい{n}号")),
            fill("い"),
            "",
        ),
        (
            "an endless one",
            "[value-form]",
            "programs.yaml",
            entry(0, &("い".repeat(long) + "う")),
            fill("い"),
            "い",
        ),
        (
            "an endless one in full width",
            "[value-form]",
            "programs.yaml",
            entry(0, &("いＡ".repeat(long / 2) + "う")),
            fill("いＡ"),
            "",
        ),
        (
            "signs that stand for something",
            "[placeholder-left]",
            "programs.yaml",
            String::new(),
            fill("ＸＸい"),
            "",
        ),
        (
            "many departments",
            department,
            "city.yaml",
            many(&|n| format!("いろは{n}課")),
            fill("いいいい課"),
            "",
        ),
        (
            "long departments",
            department,
            "city.yaml",
            many(&|n| "い課".repeat(25) + &format!("{n}課")),
            fill("い課"),
            "",
        ),
        (
            "an endless department",
            "[value-form]",
            "city.yaml",
            entry(0, &("い".repeat(long) + "課")),
            fill("い課"),
            "",
        ),
    ] {
        let mut files = with_text(&text);
        files.get_mut(register).unwrap().extend(names.bytes());
        if !dictionary.is_empty() {
            let terms = format!("terms:\n{}", term(&[dictionary.to_owned()], "", &[]));
            files.insert("dictionary.yaml".to_owned(), terms.into_bytes());
        }
        let out = told(what, &files);
        assert!(!out.contains("file-too-large"), "{what}");
        assert!(out.contains(said), "{what}: {}", watch::start(&out));
    }
}

/// A register of thousands: what is compared with everything else is compared in bounded time.
#[test]
fn registers_of_thousands() {
    let mut files = support::small_city();
    let programs = (0..10_000).map(|n| format!("  - id: p{n}\n    name: 見守り活動事業{n}号\n"));
    let text = format!("programs:\n{}", programs.collect::<String>());
    files.insert("programs.yaml".to_owned(), text.into_bytes());
    let (folder, content) = city(&files);
    let run = watch::run("10,000 programs", folder.path(), &["check"]);
    assert!(run.out.contains("[program-"), "{}", watch::start(&run.out));

    let departments = (0..5_000).map(|n| format!("  - id: d{n}\n    name: 企画{n}課\n"));
    let text = fs::read_to_string(content.join("city.yaml")).unwrap();
    fs::write(content.join("city.yaml"), text + &departments.collect::<String>()).unwrap();
    let run = watch::run("5,000 departments", folder.path(), &["check"]);
    assert!(run.status <= 1, "{}", watch::start(&run.out));

    let terms = (0..5_000).map(|n| format!("  - expected: 正{n}\n    patterns: [誤{n}, 謬{n}]\n    tests:\n      - {{ text: 誤{n}です。, found: true }}\n"));
    fs::write(
        content.join("dictionary.yaml"),
        format!("terms:\n{}", terms.collect::<String>()),
    )
    .unwrap();
    let run = watch::run("5,000 terms", folder.path(), &["check"]);
    assert!(run.status <= 1, "{}", watch::start(&run.out));
}

/// Thousands of names have one part in common, and a text is full of it.
#[test]
fn names_that_share_a_part() {
    let (folder, content) = city(&support::small_city());
    let letters: Vec<char> = "亜以宇江於加幾久計己左之寸世曽太知川天止".chars().collect();
    let named = (0..if cfg!(debug_assertions) { 800 } else { 8000 }).map(|number: usize| {
        let begin: String = [number / 400, number / 20 % 20, number % 20]
            .map(|at| letters[at])
            .iter()
            .collect();
        format!(
            "  - id: shared{number}\n    name: {begin}地域連携推進強化{}\n",
            letters[number % 7]
        )
    });
    let programs = fs::read_to_string(content.join("programs.yaml")).unwrap();
    fs::write(content.join("programs.yaml"), programs + &named.collect::<String>()).unwrap();
    let page = content.join("reports/2021/departments/kikaku.md");
    let sound = fs::read_to_string(&page).unwrap();
    let text = sound.replace("見守り協力員を募り、研修を行いました。", &fill("地域連携推進強化あ。"));
    fs::write(&page, text).unwrap();
    let run = watch::run("names that share a part", folder.path(), &["check"]);
    assert!(run.status <= 1, "{}", watch::start(&run.out));
}

/// Wordings and names that lie within each other, and a text of nothing but them: at each place all of them stand.
#[test]
fn words_within_words() {
    let mut files = support::small_city();
    let page = "reports/2021/departments/kikaku.md";
    let sound = String::from_utf8(files[page].clone()).unwrap();
    let text = sound.replace("見守り協力員を募り、研修を行いました。", &format!("{}1", fill("あ")));
    files.insert(page.to_owned(), text.into_bytes());
    let words: Vec<String> = (6..).map(|length| "あ".repeat(length)).take(700).collect();

    let (folder, content) = city(&files);
    let patterns = words.iter().take_while({
        let mut length = 0;
        move |word| {
            length += word.len() + 2;
            length < REGISTER
        }
    });
    let patterns: Vec<&str> = patterns.map(String::as_str).collect();
    let term = format!("terms:\n  - expected: 亜\n    patterns: [{}]\n", patterns.join(", "));
    fs::write(content.join("dictionary.yaml"), term).unwrap();
    let run = watch::run("wordings within wordings", folder.path(), &["check"]);
    assert!(run.out.contains("[dictionary"), "{}", watch::start(&run.out));

    let (folder, content) = city(&files);
    let kpis = fs::read_to_string(content.join("kpis.yaml")).unwrap();
    // Fewer: each is asked for its rating and its figures, in messages with its name.
    let named = patterns.iter().take(300).enumerate().map(|(number, name)| {
        format!("  - id: k{number}\n    name: {name}\n    unit: 件\n    decimals: 0\n    department: kikaku\n    better: higher\n    kind: flow\n    period: fiscal\n    baseline: 2018\n    target: {{ year: 2024, value: 1 }}\n")
    });
    fs::write(content.join("kpis.yaml"), kpis + &named.collect::<String>()).unwrap();
    let run = watch::run("names within names", folder.path(), &["check"]);
    assert!(run.status <= 1, "{}", watch::start(&run.out));
}
