//! Markdown and CSV made to be slow, through every rule of a check, and through a build where they are accepted.

use std::fs;

use super::{
    support,
    watch::{self, city},
};

/// Near the bound of a file, less what is sound in it.
const SIZE: usize = if cfg!(debug_assertions) { 1 << 14 } else { 250 << 10 };

const TABLE: usize = if cfg!(debug_assertions) { 1 << 14 } else { 1020 << 10 };

pub fn fill(one: &str) -> String {
    one.repeat(SIZE / one.len())
}

fn numbered(line: impl Fn(usize) -> String) -> String {
    up_to(SIZE, line)
}

fn up_to(size: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() > size {
            return text;
        }
        text.push_str(&line(number));
    }
    text
}

fn markdown() -> Vec<(&'static str, String)> {
    let half = SIZE / 12;
    vec![
        ("emphasis runs", fill("*a _b ")),
        ("closing runs", fill("a* b_ ")),
        (
            "strong in strong",
            format!("{}a{}", "**「".repeat(half / 2), "」**".repeat(half / 2)),
        ),
        ("open brackets", fill("[")),
        (
            "links within links",
            format!("{}a{}", "[".repeat(half), "](b)".repeat(half)),
        ),
        ("open links", fill("[a](")),
        ("images", fill("![a](b \"c")),
        (
            "thousands of definitions",
            numbered(|n| format!("[r{n}]: https://example.jp/{n}\n")),
        ),
        (
            "thousands of uses",
            format!("[a]: https://example.jp/\n\n{}", fill("[a] ")),
        ),
        ("uses of nothing", numbered(|n| format!("[r{n}][s{n}] "))),
        ("footnotes", numbered(|n| format!("[^{n}]: x[^{n}]\n\n"))),
        ("nested quotes", format!("{}a", fill(">"))),
        ("nested lists", format!("{}a", fill("- "))),
        (
            "a staircase of lists",
            (0..400).map(|n| format!("{}- a\n", " ".repeat(2 * n))).collect(),
        ),
        ("lazy quotes", fill("> a\nb\n")),
        ("back quotes", numbered(|n| format!("{} a ", "`".repeat(n % 600)))),
        ("entities", fill("&#x3c;")),
        ("open tags", fill("<a ")),
        ("open comments", fill("<!--")),
        ("tables", fill("|a|b|\n|-|-|\n")),
        (
            "a wide table",
            format!("|{}\n|{}\n", "a|".repeat(half), "-|".repeat(half)),
        ),
        ("headings", fill("## a\n\n")),
        ("references to figures", fill("{kpi:shops.actual}")),
        ("open references", fill("{kpi:")),
        ("numbers", fill("1,234,567.89 ")),
        ("dates", fill("令和2年4月1日、")),
        ("one sentence without end", fill("創業を支援し、")),
        ("sentences", numbered(|n| format!("相談会を{n}回開きました。"))),
        (
            "one paragraph again and again",
            fill("相談会を12回開き、創業を支援しました。\n\n"),
        ),
        ("signs and spaces", fill("& ")),
        ("back quotes and spaces", fill("` ")),
        ("brackets of text", fill("（「『")),
        ("one name again and again", fill("見守り活動事業")),
        ("one name after the other", fill("見守り活動事業と")),
        ("one word again and again", fill("を")),
        ("almost a name", fill("見守リ活動事業、見守り活勤事業、")),
        (
            "letters of all kinds",
            numbered(|n| char::from_u32(0x4E00 + (n % 20_000) as u32).into_iter().collect()),
        ),
        ("combining marks", format!("か{}", fill("\u{3099}"))),
        ("white space", fill("\u{3000} \t")),
        ("empty lines", fill("\n")),
        ("carriage returns", fill("a\r")),
        ("one Chinese form again and again", fill("龙")),
        ("lines below an item", format!("\n- a\n{}", fill("b\n"))),
        ("items that go on below", format!("\n{}", fill("- a\nb\n"))),
        ("bullets of another kind", fill("・a\n")),
    ]
}

/// Long, and nothing is wrong with it.
const SOUND: &[&str] = &["sentences", "one paragraph again and again", "back quotes and spaces"];

#[test]
fn markdown_made_to_be_slow() {
    let (folder, content) = city(&support::small_city());
    let page = content.join("reports/2021/departments/kikaku.md");
    let sound = fs::read_to_string(&page).unwrap();
    let mut untold = Vec::new();
    for (what, text) in markdown() {
        fs::write(&page, sound.replace("見守り協力員を募り、研修を行いました。", &text)).unwrap();
        let run = watch::run(what, folder.path(), &["check"]);
        assert!(run.status <= 1, "{what}: {}", watch::start(&run.out));
        // What a rule says of a page of garbage is bounded too.
        assert!(run.out.len() < 20 << 20, "{what}: {} bytes said", run.out.len());
        if !run.out.contains("--> reports/2021/departments/kikaku.md:") {
            untold.push(what);
        }
        let run = watch::run(&format!("{what}, built"), folder.path(), &["build"]);
        assert!(run.status <= 1, "{what}: {}", watch::start(&run.err));
    }
    assert_eq!(untold, SOUND);
}

/// What one page bears, a folder of pages must bear too: here at the end of each, which is a list of names.
#[test]
fn a_folder_made_to_be_slow() {
    let (folder, content) = city(&support::files(&support::root().join("content")));
    let departments = content.join("reports/2021/departments");
    let pages = fs::read_dir(departments).unwrap().map(|item| item.unwrap().path());
    let pages: Vec<_> = pages
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    assert!(pages.len() > 15);
    let sound: Vec<String> = pages.iter().map(|page| fs::read_to_string(page).unwrap()).collect();
    for (what, text) in markdown() {
        for (page, sound) in pages.iter().zip(&sound) {
            let room = text.floor_char_boundary(SIZE.saturating_sub(sound.len()));
            fs::write(page, format!("{}{}\n", sound.trim_end(), &text[..room])).unwrap();
        }
        let run = watch::run(&format!("{what}, everywhere"), folder.path(), &["check"]);
        assert!(run.status <= 1, "{what}: {}", watch::start(&run.out));
    }
}

#[test]
fn tables_made_to_be_slow() {
    let (folder, content) = city(&support::small_city());
    let (mut untold, mut codes) = (Vec::new(), std::collections::BTreeSet::new());
    let head = "kpi,year,value,status,note\n";
    let fill = |one: &str| one.repeat(TABLE / one.len());
    for (what, code, text) in [
        ("open quotes", "csv-quote", fill("shops,2018,\"10,,\n")),
        ("quotes", "", fill("\"")),
        ("commas", "", fill(",,,,,,")),
        ("short rows", "csv-cells", fill("shops\n")),
        ("one row again and again", "series-duplicate", fill("shops,2018,10,,\n")),
        (
            "unknown kpis",
            "kpi-unknown",
            up_to(TABLE, |n| format!("k{n},2018,10,,\n")),
        ),
        ("years", "", up_to(TABLE, |n| format!("shops,{n},10,,\n"))),
        ("digits", "number-invalid", format!("shops,2018,{},,\n", fill("9"))),
        ("decimals", "", format!("shops,2018,0.{},,\n", fill("0"))),
        ("exponents", "number-invalid", fill("shops,2018,1e999999999,,\n")),
        ("a note without end", "", format!("shops,2018,10,,{}\n", fill("注"))),
        ("lines in a cell", "", format!("shops,2018,10,,\"{}\"\n", fill("\n"))),
    ] {
        fs::write(content.join("series/kpi.csv"), format!("{head}{text}")).unwrap();
        let run = watch::run(what, folder.path(), &["check"]);
        assert_eq!(run.status, 1, "{what}: {}", watch::start(&run.out));
        let mut told = false;
        let lines: Vec<&str> = run.out.lines().collect();
        for pair in lines
            .windows(2)
            .filter(|pair| pair[1].trim_start().starts_with("--> series/kpi.csv"))
        {
            told |= pair[0].contains(&format!("[{code}"));
            codes.insert((what, pair[0].split(']').next().unwrap().to_owned()));
        }
        if !told {
            untold.push(what);
        }
    }
    assert_eq!(untold, [""; 0], "{codes:?}");
}
