//! `department-near`: a department's name that differs from a registered one by a character: 元気発進課, 商工観光課.

use std::ops::Range;

use crate::{
    check::{
        Context, Findings, Rule,
        distance::{Marks, distance},
        effort::Effort,
        maps::HashSet,
        reading::{Letters, Named, is_kanji, is_katakana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "department-near",
    severity: Severity::Warning,
    run,
};

/// Shorter names are too much like each other.
const SHORTEST: usize = 5;
/// Longer than any: every mention is compared with all of them.
const LONGEST: usize = 60;
/// From this length on two characters may differ.
const LONG: usize = 8;

fn run(context: &Context, findings: &mut Findings) {
    let names = &context.reading().names.all;
    let registered = names
        .iter()
        .filter(|(name, named)| *named == Named::Department && name.ends_with(ENDS));
    let departments = Departments::new(registered.map(|(name, _)| *name));
    let effort = Effort::new();
    for (passage, text) in super::prose_with(context, &ENDS) {
        let Some(near) = near(text, &passage.letters, &departments, &effort) else {
            findings
                .at(
                    passage.place(0..text.len()),
                    "登録された課が多すぎるため、この段落から先は、課の名称を確認していません。",
                )
                .reason("課の名称がとても多いか長いと、最後まで確認できません。")
                .fix("city.yaml の departments に、誤って重ねて登録した課がないか確かめてください。");
            return;
        };
        for (range, name) in near {
            let name: String = name.iter().collect();
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」は、登録された課の名称「{name}」と少し違います。", &text[range]),
                )
                .reason("課の名称が違うと、どこに問い合わせればよいか、読む人には分かりません。")
                .fix(format!(
                    "この課のことなら「{name}」に直してください。昔の課や、ほかの自治体の課であれば、そのままで構いません。"
                ));
        }
    }
}

/// What it takes to find a name too long or too short, and to compare one.
const PER_NAME: usize = 64;
const PER_LETTER: usize = 8;

/// Whose departments may be called what they like.
const OTHERS: [&str; 12] = [
    "県の", "国の", "都の", "府の", "道の", "町の", "村の", "区の", "省の", "庁の", "県", "省",
];

const ENDS: [char; 2] = ['課', '室'];

/// Names that are nearly those of departments; `None` if the effort does not suffice.
fn near<'d>(
    text: &str,
    letters: &Letters,
    departments: &'d Departments,
    effort: &Effort,
) -> Option<Vec<(Range<usize>, &'d [char])>> {
    let mut found = Vec::new();
    for (last, _) in letters.iter().enumerate().filter(|(_, c)| ENDS.contains(c)) {
        if letters.get(last + 1).is_some_and(|c| is_kanji(*c)) {
            continue;
        }
        let Some((start, name)) = departments.meant(&letters[..=last], effort)? else {
            continue;
        };
        let range = letters.place(start)..letters.place(last + 1);
        let before = &text[..range.start];
        let of_others = OTHERS.iter().any(|who| before.ends_with(who))
            || (before.ends_with("市の") && !before.ends_with("本市の") && !before.ends_with("当市の"));
        if name.len() >= SHORTEST && !of_others {
            found.push((range, name));
        }
    }
    Some(found)
}

/// The registered names.
struct Departments {
    /// Each with the marks of its characters.
    names: Vec<(Vec<char>, Marks)>,
    exact: HashSet<Vec<char>>,
    longest: usize,
}

impl Departments {
    fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let names: Vec<Vec<char>> = names.map(|name| name.chars().collect()).collect();
        Self {
            exact: names.iter().cloned().collect(),
            longest: names.iter().map(Vec::len).max().unwrap_or(0),
            names: names
                .into_iter()
                .filter(|name| name.len() <= LONGEST)
                .map(|name| {
                    let marks = Marks::of(&name);
                    (name, marks)
                })
                .collect(),
        }
    }

    /// The department that is probably meant by a misspelt name at the end of a text, and where that begins; no answer if
    /// the effort does not suffice.
    fn meant(&self, letters: &[char], effort: &Effort) -> Option<Option<(usize, &[char])>> {
        let end = letters.len();
        let starts: Vec<usize> = (end.saturating_sub(self.longest + 2)..end)
            .filter(|start| begins_word(letters, *start))
            .collect();
        // Nearly every mention is right: then no other name was meant.
        if starts.iter().any(|start| self.exact.contains(&letters[*start..])) {
            return Some(None);
        }
        // From the shortest to the longest.
        let windows = starts.iter().rev();
        let windows: Vec<(usize, Marks)> = windows.map(|start| (*start, Marks::of(&letters[*start..]))).collect();
        let mut best: Option<(usize, usize, &[char])> = None;
        for (name, of_name) in self.names.iter().filter(|(name, _)| name.last() == letters.last()) {
            let slips = if name.len() >= LONG { 2 } else { 1 };
            if !effort.spend(PER_NAME) {
                return None;
            }
            let shortest = windows.partition_point(|(start, _)| end - start + slips < name.len());
            let alike = windows[shortest..].iter();
            for (start, of_window) in alike.take_while(|(start, _)| end - start <= name.len() + slips) {
                if of_name.unlike(*of_window) > slips {
                    continue;
                }
                if !effort.spend(PER_LETTER * name.len()) {
                    return None;
                }
                let apart = distance(name, &letters[*start..], slips);
                if apart <= slips && best.is_none_or(|(least, ..)| apart < least) {
                    best = Some((apart, *start, name));
                }
            }
        }
        Some(best.map(|(_, start, name)| (start, name)))
    }
}

/// A kanji behind a kanji, or a katakana behind one, goes on with a word.
fn begins_word(letters: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| letters[before]) else {
        return true;
    };
    let here = letters[at];
    !(is_kanji(before) && is_kanji(here) || is_katakana(before) && is_katakana(here) || before == '・')
}

#[cfg(test)]
mod tests {
    use super::{Departments, Effort, Letters, near};

    fn told(text: &str) -> Vec<&str> {
        let names = [
            "ものづくり振興課",
            "商業観光課",
            "元気発信課",
            "農政課",
            "子育て支援課",
            "電源エネルギー戦略室",
        ];
        let departments = Departments::new(names.into_iter());
        near(text, &Letters::of(text), &departments, &Effort::new())
            .unwrap()
            .into_iter()
            .map(|(range, _)| &text[range])
            .collect()
    }

    #[test]
    fn slips_are_found() {
        assert_eq!(told("今後も元気発進課と連携します。"), ["元気発進課"]);
        assert_eq!(told("旧商工観光課が行いました。"), [""; 0]);
        assert_eq!(told("このほか、商工観光課が行いました。"), ["商工観光課"]);
        assert_eq!(told("子育支援課とともに進めます。"), ["子育支援課"]);
        assert_eq!(told("ものづくり推進課が行う見学会"), ["ものづくり推進課"]);
        assert_eq!(told("電源エネルギー戦略課"), [""; 0]);
        assert_eq!(told("商業光観課が行いました。"), ["商業光観課"]);
        assert_eq!(told("本市の商工観光課と当市の商工観光課です。"), ["商工観光課"; 2]);
        assert_eq!(told("サポート商工観光課が行いました。"), ["商工観光課"]);
    }

    #[test]
    fn without_effort_there_is_no_answer() {
        let departments = Departments::new(["元気発信課"].into_iter());
        for (text, answered) in [
            ("元気発進課と連携します。", false),
            ("元気発信課と連携します。", true),
            ("課題です。", true),
        ] {
            let found = near(text, &Letters::of(text), &departments, &Effort::share(0, 1));
            assert_eq!(found.is_some(), answered, "{text}");
        }
    }

    #[test]
    fn endless_names_are_known_but_no_other_is_held_against_them() {
        let long = "企画".repeat(40) + "課";
        let departments = Departments::new([long.as_str(), "企画調整課"].into_iter());
        for text in [format!("{long}が、"), format!("{}策定課が、", "企画".repeat(40))] {
            let found = near(&text, &Letters::of(&text), &departments, &Effort::new());
            assert_eq!(found, Some(Vec::new()), "{text}");
        }
    }

    #[test]
    fn the_nearest_name_is_meant() {
        let both = ["総合健康推進第一課", "総合健康推進第二課"];
        for names in [both, [both[1], both[0]]] {
            let departments = Departments::new(names.into_iter());
            let text = "総合健康推新第二課です。";
            let found = near(text, &Letters::of(text), &departments, &Effort::new()).unwrap();
            let meant: Vec<String> = found.iter().map(|(_, name)| name.iter().collect()).collect();
            assert_eq!(meant, ["総合健康推進第二課"]);
        }
    }

    #[test]
    fn other_departments_are_let_pass() {
        for text in [
            "元気発信課と、農政課の課題を共有しました。",
            "水産課と市政課に相談しました。",
            "県の商工観光課に要望しました。",
            "東京都の子育て応援課と、長岡市の商工観光課を訪ねました。",
            "国のものづくり支援課と協議しました。",
            "課題の解決を、各課が進めました。",
            "相談室と教室を整えました。",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
