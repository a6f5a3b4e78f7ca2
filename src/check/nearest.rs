//! 「もしかして」: the known name nearest to a mistyped one.

use super::{
    distance::{MOST, Marks, distance},
    effort::Effort,
    maps::HashSet,
};

/// Known names, ready to be compared with mistyped ones.
pub(crate) struct Known<'k> {
    /// As they are compared, from first to last.
    names: Vec<(Vec<char>, Marks, &'k str)>,
    effort: Effort,
}

impl<'k> Known<'k> {
    pub(crate) fn new(names: impl IntoIterator<Item = &'k str>) -> Self {
        let folded = |name: &'k str| {
            let chars: Vec<char> = name.chars().map(fold).collect();
            (Marks::of(&chars), chars, name)
        };
        let names = names.into_iter().map(folded);
        Self {
            names: names.map(|(marks, chars, name)| (chars, marks, name)).collect(),
            // One of several that rules make for themselves.
            effort: Effort::share(1, 8),
        }
    }

    /// The nearest, if it is near enough that the writer probably meant it; of equally near ones the first. None if that is
    /// too much to find out: it is advice, and the fault itself is told all the same.
    pub(crate) fn nearest(&self, typed: &str) -> Option<&'k str> {
        let typed: Vec<char> = typed.chars().map(fold).collect();
        let marks = Marks::of(&typed);
        // A third of the name may be wrong: one slip in a short word, several in a long name.
        let mut allowed = (typed.len() / 3).clamp(1, MOST);
        let mut nearest = None;
        if !self.effort.spend(self.names.len()) {
            return None;
        }
        for (name, of_name, as_known) in &self.names {
            if typed.len().abs_diff(name.len()) > allowed || marks.unlike(*of_name) > allowed {
                continue;
            }
            if !self.effort.spend(PER_NAME + PER_LETTER * name.len()) {
                return None;
            }
            let distance = distance(&typed, name, allowed);
            if distance <= allowed && distance < name.len() {
                nearest = Some(*as_known);
                match distance.checked_sub(1) {
                    Some(nearer) => allowed = nearer,
                    None => break,
                }
            }
        }
        nearest
    }

    /// Which of them were probably meant by any of these.
    pub(crate) fn meant<'t>(&self, typed: impl IntoIterator<Item = &'t str>) -> HashSet<&'k str> {
        typed.into_iter().filter_map(|typed| self.nearest(typed)).collect()
    }
}

/// What it takes to compare a name that may be near, and a letter of it.
const PER_NAME: usize = 64;
const PER_LETTER: usize = 16;

/// The nearest of a few known names.
pub(crate) fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    Known::new(known).nearest(typed)
}

/// The key of `known` that was probably meant: by its spelling, or by what it is called in Japanese.
pub(crate) fn nearest_key<'k>(typed: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> Option<&'k str> {
    const WORDS: [(&str, &str); 34] = [
        ("名称", "name"),
        ("名前", "name"),
        ("事業名", "name"),
        ("単位", "unit"),
        ("小数", "decimals"),
        ("担当課", "department"),
        ("担当", "department"),
        ("課", "departments"),
        ("向き", "better"),
        ("性質", "kind"),
        ("種類", "kind"),
        ("時点", "period"),
        ("期間", "period"),
        ("当初", "baseline"),
        ("基準年", "baseline"),
        ("目標", "target"),
        ("目標値", "value"),
        ("値", "value"),
        ("年", "year"),
        ("年度", "year"),
        ("計算式", "formula"),
        ("出典", "source"),
        ("備考", "note"),
        ("注記", "note"),
        ("指標", "kpi"),
        ("評価", "rating"),
        ("進捗状況", "rating"),
        ("理由", "reason"),
        ("説明", "description"),
        ("題名", "title"),
        ("表題", "title"),
        ("施策", "measures"),
        ("公表", "published"),
        ("コード", "code"),
    ];
    let called = |word: &str| {
        WORDS
            .iter()
            .find(|(japanese, _)| *japanese == word)
            .map(|(_, key)| *key)
    };
    match called(typed) {
        Some(key) => known.into_iter().find(|name| *name == key),
        None => nearest(typed, known),
    }
}

/// The file of `known` that was probably meant by a path: in the same folder, with a name near to its own.
pub(crate) fn nearest_file<'k>(path: &'k str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let (folder, name) = split(path);
    let same_folder = known.into_iter().filter(|known| split(known).0 == folder);
    let candidates = same_folder.filter_map(|known| {
        let found = nearest(stem(name)?, [stem(split(known).1)?])?;
        let typed: Vec<char> = stem(name)?.chars().map(fold).collect();
        Some((
            distance(&typed, &found.chars().map(fold).collect::<Vec<_>>(), MOST),
            known,
        ))
    });
    candidates.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// A name without its ending. An editor that hides endings puts `.txt` behind the right one.
pub(super) fn stem(name: &str) -> Option<&str> {
    let name = std::path::Path::new(name.strip_suffix(".txt").unwrap_or(name));
    name.file_stem().and_then(std::ffi::OsStr::to_str)
}

/// The folder and the name.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// A sentence for a fix, or nothing.
pub(crate) fn perhaps(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("もしかして「{name}」ではありませんか。"))
}

/// What people type where a dash belongs.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '−' | '―' | '‐' | '–' | '—' | 'ー')
}

/// Differences that the eye passes over cost nothing.
fn fold(c: char) -> char {
    match c {
        '_' | '－' | '―' | '‐' => '-',
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase()
        }
        _ => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(nearest("patent", ["patents", "visitors"]), Some("patents"));
        assert_eq!(nearest("acheivements", ["achievements"]), Some("achievements"));
        assert_eq!(
            nearest("工業振興事業費", ["工業振興事業", "商業振興事業"]),
            Some("工業振興事業")
        );
        assert_eq!(nearest("順張", ["順調", "遅延"]), Some("順調"));
        assert_eq!(nearest("short_titel", ["short_title", "title"]), Some("short_title"));
    }

    #[test]
    fn of_equally_near_ones_the_first() {
        assert_eq!(nearest("patenz", ["patent", "patend", "paten"]), Some("patent"));
        assert_eq!(nearest("patenz", ["potend", "patend", "patent"]), Some("patend"));
        assert_eq!(nearest("Ｐatent", ["patents", "patent", "PATENT"]), Some("patent"));
    }

    #[test]
    fn what_several_mean() {
        let known = Known::new(["patents", "visitors", "members"]);
        let meant = known.meant(["patent", "vistors", "patnts", "x"]);
        assert_eq!(meant, HashSet::from_iter(["patents", "visitors"]));
    }

    #[test]
    fn what_is_too_much_is_not_found_out() {
        let mut known = Known::new(["patents"]);
        known.effort = Effort::share(0, 1);
        assert_eq!(known.nearest("patent"), None);
        // Enough to look at all of them, and not to compare one.
        let all = Effort::new();
        assert!(all.spend(all.left() - 2));
        known.effort = all;
        assert_eq!(known.nearest("patent"), None);
    }

    #[test]
    fn files_are_compared_within_their_folder() {
        assert_eq!(nearest_file("kpis.yaml", ["kpi.yaml", "plan.yaml"]), Some("kpi.yaml"));
        assert_eq!(nearest_file("city.yaml", ["city.yml", "City.yaml"]), Some("city.yml"));
        assert_eq!(nearest_file("a/goals.md", ["b/goal.md", "a/notes.md"]), None);
        assert_eq!(nearest_file("a/goals.md", ["a/goal.md"]), Some("a/goal.md"));
        assert_eq!(nearest_file("a/goals.md.txt", ["a/goals.md"]), Some("a/goals.md"));
    }

    #[test]
    fn stays_silent_when_nothing_is_near() {
        assert_eq!(nearest("x", ["patents"]), None);
        assert_eq!(nearest("水道課", ["農政課", "保育課"]), None);
        assert_eq!(nearest("達成", ["順調", "遅延"]), None);
    }
}
