//! Every string of a city's sources, one by one: values of YAML, cells of CSV, lines of Markdown. The fixture is written in
//! a plain style that this reads without a parser, so that no reader's forgetfulness hides a field.

use std::{ops::Range, sync::OnceLock};

use ayumi::{check, diagnostic::Severity, manuscript, source::Sources};

use rayon::prelude::*;

use super::support::{self, Files};

/// One string of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    pub file: String,
    pub range: Range<usize>,
    pub form: Form,
}

/// How a text is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In double quotes.
    Yaml,
    /// A line of Markdown.
    Line,
    /// In double quotes, doubled.
    Cell,
}

impl Leaf {
    fn line(&self, files: &Files) -> usize {
        text(files, &self.file)[..self.range.start].matches('\n').count() + 1
    }

    pub fn name(&self, files: &Files) -> String {
        let text = text(files, &self.file);
        let line = text[..self.range.start].matches('\n').count() + 1;
        format!("{}:{line} ({})", self.file, &text[self.range.clone()])
    }

    fn written(&self, payload: &str) -> String {
        let one_line = || payload.replace(['\n', '\r'], " ");
        match self.form {
            Form::Yaml => serde_json::to_string(payload).unwrap(),
            Form::Line => one_line(),
            Form::Cell => format!("\"{}\"", one_line().replace('"', "\"\"")),
        }
    }
}

/// The sources with other texts at some of their strings.
pub fn replaced(files: &Files, leaves: &[(Leaf, String)]) -> Files {
    let mut files = files.clone();
    let mut leaves: Vec<&(Leaf, String)> = leaves.iter().collect();
    leaves.sort_by_key(|(leaf, _)| std::cmp::Reverse((leaf.file.clone(), leaf.range.start)));
    for (leaf, payload) in leaves {
        let mut changed = text(&files, &leaf.file);
        changed.replace_range(leaf.range.clone(), &leaf.written(payload));
        files.insert(leaf.file.clone(), changed.into_bytes());
    }
    files
}

/// The strings of the full city that are free text: none of them is refused for being something else.
pub fn free() -> &'static [Leaf] {
    static FREE: OnceLock<Vec<Leaf>> = OnceLock::new();
    FREE.get_or_init(|| {
        let files = full_city();
        let accepts = |leaf: &Leaf| {
            let changed = replaced(&files, &[(leaf.clone(), "別の<言葉>".to_owned())]);
            let sources = Sources::from_files(changed);
            check::check(&sources, &manuscript::read(&sources))
                .into_report()
                .is_ok()
        };
        leaves(&files).into_par_iter().filter(accepts).collect()
    })
}

/// The same text in all strings that are free, but for those where this one is refused.
pub fn everywhere(files: &Files, text: impl Fn(usize) -> String) -> Vec<(Leaf, String)> {
    let mut left: Vec<_> = free()
        .iter()
        .enumerate()
        .map(|(at, leaf)| (leaf.clone(), text(at)))
        .collect();
    loop {
        let sources = Sources::from_files(replaced(files, &left));
        let Err(findings) = check::check(&sources, &manuscript::read(&sources)).into_report() else {
            return left;
        };
        let before = left.len();
        for found in findings.iter().filter(|found| found.severity == Severity::Error) {
            let Some(place) = found.place else { continue };
            let line = sources.line_column(place).line as usize;
            // Replacing puts no line ends in: a line stays where it was.
            left.retain(|(leaf, _)| leaf.file != found.file || line != leaf.line(files));
        }
        assert!(left.len() < before, "{findings:#?}");
    }
}

pub fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// The small city with everything that a source may hold besides.
pub fn full_city() -> Files {
    let mut files = support::small_city();
    let mut put = |name: &str, from: &str, to: &str| {
        let known = text(&files, name);
        assert!(known.contains(from), "{name}: no {from:?}");
        files.insert(name.to_owned(), known.replacen(from, to, 1).into_bytes());
    };
    put(
        "city.yaml",
        "  department: kikaku\nlicence: none\n",
        "  department: kikaku\n  phone: 0257-00-0000\n  mail: kikaku@example.lg.jp\n  url: https://www.example.lg.jp/form\nlicence: CC-BY-4.0\nbase_url: https://www.example.lg.jp/plan\naccept:\n  - code: x\n    reason: 同じ数え方のため。\n",
    );
    put(
        "city.yaml",
        "    name: 産業課\n",
        "    name: 産業課\n    former:\n      - { until: 2021, name: 商工課 }\n",
    );
    put(
        "plan.yaml",
        "            departments: [sangyo]\n",
        "            departments: [sangyo]\n            former:\n              - { until: 2019, departments: [kikaku] }\n",
    );
    put(
        "kpis.yaml",
        "    source: 市民意識調査\n",
        "    from: 2019\n    until: 2030\n    former:\n      - until: 2019\n        name: 暮らしやすさ\n        department: sangyo\n        target: { year: 2024, value: 65.0 }\n    source: 市民意識調査\n    formula: 回答の割合\n    note: 調査の年の値です。\n    lag: 0\n    accept:\n      - code: x\n        reason: 同じ数え方のため。\n",
    );
    put(
        "plan.yaml",
        "top_goal:",
        "accept:\n  - code: x\n    reason: 同じ数え方のため。\ntop_goal:",
    );
    put("series/kpi.csv", "shops,2020,18,,", "shops,2020,18,速報,調べ方を改めた");
    put(
        "series/population.csv",
        "2060,推計,25300,",
        "2060,推計,25300,現状のまま推移した場合",
    );
    put(
        "reports/2021/report.yaml",
        "chapters:",
        "accept:\n  - code: x\n    reason: 同じ数え方のため。\nchapters:",
    );
    let page = "reports/2021/departments/sangyo.md";
    put(
        page,
        "    rating: 順調\n",
        "    rating: 順調\n    reason: 計画のとおり進んでいるため\n",
    );
    put(page, "  - kpi: center\n", "  - kpi: center\n");
    put(
        page,
        "---\n\n## 1-1-1",
        "accept:\n  - code: x\n    reason: 同じ数え方のため。\n---\n\n## 1-1-1",
    );
    put(
        page,
        "相談会を12回開きました。",
        "[相談会](https://www.example.lg.jp/soudan)を**12回**開きました。",
    );
    for (name, text) in [
        (
            "series/restatements.csv",
            "kpi,year,before,after,date,reason\nshops,2019,15,14,2021-07-30,集計の誤りのため\n",
        ),
        (
            "dictionary.yaml",
            "kanji: 柏\nterms:\n  - expected: 取組\n    patterns: [取り組み]\n    except: [取り組みます]\n    followed_by: [を]\n    reason: 名詞のため。\n    tests:\n      - { text: 取り組みを支援します。, found: true }\nreadings:\n  - word: 相談\n    reading: そうだん\n",
        ),
        (
            "reports/2021/committee.yaml",
            "print: true\nmeetings:\n  - id: first\n    name: 第1回推進委員会\n    date: 2021-08-20\nopinions:\n  - meeting: first\n    who: 会長\n    about: 全体\n    text: 年度を入れてほしい。\n    answer: 入れました。\n    change: 表の見出し\n  - meeting: first\n    who: 委員\n    about: shops\n    text: |\n      よい結果です。\n    answer: |\n      ありがとうございます。\n",
        ),
    ] {
        files.insert(name.to_owned(), text.as_bytes().to_vec());
    }
    files
}

/// All strings of all files.
pub fn leaves(files: &Files) -> Vec<Leaf> {
    let mut found = Vec::new();
    for name in files.keys() {
        let text = text(files, name);
        let mut push = |range: Range<usize>, form| {
            if !range.is_empty() {
                found.push(Leaf {
                    file: name.clone(),
                    range,
                    form,
                });
            }
        };
        match name.rsplit('.').next() {
            Some("yaml") => yaml(&text, 0..text.len(), &mut push),
            Some("csv") => cells(&text, &mut push),
            Some("md") => {
                let front = text.strip_prefix("---\n").and_then(|rest| rest.find("---\n"));
                let body = front.map_or(0, |end| end + 8);
                if body > 0 {
                    yaml(&text, 4..body - 4, &mut push);
                }
                lines(&text, body, &mut push);
            }
            _ => {}
        }
    }
    found
}

fn lines_of(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end().len()
    })
}

fn yaml(text: &str, range: Range<usize>, push: &mut impl FnMut(Range<usize>, Form)) {
    let mut block: Option<usize> = None;
    for line in lines_of(text, range) {
        let indent = text[line.clone()].len() - text[line.clone()].trim_start().len();
        let mut rest = line.start + indent..line.end;
        if rest.is_empty() {
            continue;
        }
        if block.is_some_and(|outer| indent > outer) {
            push(rest, Form::Line);
            continue;
        }
        block = None;
        while text[rest.clone()].starts_with("- ") {
            rest.start += 2;
        }
        if let Some(colon) = text[rest.clone()]
            .find(": ")
            .filter(|_| !text[rest.clone()].starts_with(['{', '[']))
        {
            rest.start += colon + 2;
        } else if text[rest.clone()].ends_with(':') {
            continue;
        }
        if text[rest.clone()].starts_with('|') {
            block = Some(indent);
            continue;
        }
        flow(text, rest, push);
    }
}

/// `{ a: b, c: d }`, `[a, b]` or one value.
fn flow(text: &str, range: Range<usize>, push: &mut impl FnMut(Range<usize>, Form)) {
    let open = text[range.clone()].starts_with(['{', '[']);
    if !open {
        return push(range, Form::Yaml);
    }
    let mut at = range.start + 1;
    for part in text[range.start + 1..range.end - 1].split(',') {
        let start = at;
        at += part.len() + 1;
        let value = part.find(": ").map_or(0, |colon| colon + 2);
        let lead = part[value..].len() - part[value..].trim_start().len();
        let trimmed = part[value..].trim();
        let start = start + value + lead;
        push(start..start + trimmed.len(), Form::Yaml);
    }
}

fn cells(text: &str, push: &mut impl FnMut(Range<usize>, Form)) {
    for line in lines_of(text, 0..text.len()).skip(1) {
        let mut at = line.start;
        for cell in text[line].split(',') {
            push(at..at + cell.len(), Form::Cell);
            at += cell.len() + 1;
        }
    }
}

fn lines(text: &str, body: usize, push: &mut impl FnMut(Range<usize>, Form)) {
    for line in lines_of(text, body..text.len()) {
        let marks = text[line.clone()].len() - text[line.clone()].trim_start_matches(['#', '-', ' ']).len();
        push(line.start + marks..line.end, Form::Line);
    }
}
