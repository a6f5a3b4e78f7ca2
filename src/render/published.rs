//! What may change on the pages of an edition after it was published, without the edition saying anything else.

/// Whether a file of a site says what it said before, but for what is always of today: the notice that a newer edition is
/// there, whom to ask, and the list of what was corrected since.
pub fn says_the_same(path: &str, before: &[u8], after: &[u8]) -> bool {
    if path.ends_with("/revisions.html") {
        return true;
    }
    let lasting = |bytes| {
        let lines = std::str::from_utf8(bytes).unwrap_or_default().lines();
        lines.filter(|line| !OF_TODAY.iter().any(|mark| line.contains(mark)))
    };
    path.ends_with(".html") && lasting(before).eq(lasting(after))
}

/// Lines of `base.html`.
const OF_TODAY: [&str; 2] = ["class=\"newer\"", "class=\"site-contact\""];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_of_a_newer_edition_says_nothing_else() {
        let page = |line: &str, text: &str| format!("<main>\n{line}<p>{text}</p>\n</main>\n").into_bytes();
        let newer = "<p class=\"newer\">新しい版があります</p>\n";
        let same = |path: &str, before: &[u8], after: &[u8]| says_the_same(path, before, after);
        assert!(same("2021/goal-1.html", &page("", "成果"), &page(newer, "成果")));
        assert!(!same("2021/goal-1.html", &page("", "成果"), &page(newer, "課題")));
        assert!(same("2021/revisions.html", &page("", "なし"), &page("", "訂正")));
        assert!(!same("2021/data/kpi.csv", &page("", "成果"), &page(newer, "成果")));
    }
}
