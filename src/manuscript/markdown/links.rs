//! Which addresses a report may link to. The page's own policy would stop most scripts; nothing here counts on it.

use super::LinkRefusal;

/// Pages of a report stand one folder below the output's root, so a link may go up once.
const FOLDERS_UP: usize = 1;

/// Judges an address after Markdown has resolved its escapes and entities.
pub(super) fn refusal(url: &str) -> Option<LinkRefusal> {
    if url.chars().any(is_treacherous) {
        return Some(LinkRefusal::Characters);
    }
    let scheme = url
        .find([':', '/', '?', '#'])
        .filter(|end| url[*end..].starts_with(':'));
    match scheme.map(|end| (&url[..end], &url[end + 1..])) {
        Some((scheme, rest)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => web(rest),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto") => mail(rest),
        Some(_) => Some(LinkRefusal::Scheme),
        None => relative(url),
    }
}

/// Browsers drop tabs and line ends within an address, take `\` for `/`, and people cannot see the invisible.
fn is_treacherous(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '\\' | '<' | '>' | '"' | '`')
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}')
}

fn web(rest: &str) -> Option<LinkRefusal> {
    let Some(rest) = rest.strip_prefix("//") else {
        return Some(LinkRefusal::Incomplete);
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        // https://city.example.jp@elsewhere.example leads elsewhere.
        return Some(LinkRefusal::Characters);
    }
    let named = host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    (!named).then_some(LinkRefusal::Incomplete)
}

fn mail(rest: &str) -> Option<LinkRefusal> {
    let (name, host) = rest.split_once('@').unwrap_or_default();
    (name.is_empty() || host.is_empty()).then_some(LinkRefusal::Incomplete)
}

fn relative(url: &str) -> Option<LinkRefusal> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if url.is_empty() || url == "#" {
        return Some(LinkRefusal::Incomplete);
    }
    if path.starts_with('/') {
        return Some(LinkRefusal::OutsideReport);
    }
    let mut depth = FOLDERS_UP;
    for segment in path.split('/') {
        // `%2e` is a dot to a browser, too.
        match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
            "." | "" => {}
            ".." if depth == 0 => return Some(LinkRefusal::OutsideReport),
            ".." => depth -= 1,
            _ => depth += 1,
        }
    }
    // A page of the report, or a file of its open data.
    let file = path.rsplit('/').next().unwrap_or_default();
    let ours = |ending: &str| file.strip_suffix(ending).is_some_and(|name| !name.is_empty());
    let within = path.is_empty() && url.starts_with('#');
    let known = path.is_ascii() && [".html", ".csv", ".json"].into_iter().any(ours);
    (!within && !known).then_some(LinkRefusal::NoPage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "https://www.city.kashiwazaki.lg.jp/",
            "HTTP://example.jp",
            "https://example.jp/統計?a=1#b",
            "https://[2001:db8::1]/",
            "https://medium.example/@a",
            "mailto:kikaku@example.jp",
            "goal-1.html",
            "data/kpi.csv",
            "#kpi-patents",
            "../2020/index.html",
            "a/../../b.html",
            "goal-1.html?q=a:b#c",
        ] {
            assert_eq!(refusal(good), None, "{good}");
        }
        use LinkRefusal::*;
        for (bad, why) in [
            ("javascript:alert(1)", Scheme),
            ("JaVaScRiPt:alert(1)", Scheme),
            ("java\tscript:alert(1)", Characters),
            ("java\nscript:alert(1)", Characters),
            ("\u{1}javascript:alert(1)", Characters),
            (" javascript:alert(1)", Characters),
            ("java\u{200B}script:alert(1)", Characters),
            ("data:text/html,x", Scheme),
            ("vbscript:x", Scheme),
            ("file:///etc/passwd", Scheme),
            ("C:/kikaku/a.xlsx", Scheme),
            ("tel:0257", Scheme),
            ("view-source:https://a", Scheme),
            (":a", Scheme),
            ("//evil.example", OutsideReport),
            ("/\\evil.example", Characters),
            ("/index.html", OutsideReport),
            ("../../a", OutsideReport),
            ("a/../../../b", OutsideReport),
            ("%2e%2E/../b", OutsideReport),
            ("https:evil.example", Incomplete),
            ("https://", Incomplete),
            ("https:///a", Incomplete),
            ("http://?", Incomplete),
            ("https://city.example.jp@evil.example/", Characters),
            ("3件", NoPage),
            ("農業", NoPage),
            ("農業.html", NoPage),
            ("shiryo.xlsx", NoPage),
            ("www.example.lg.jp", NoPage),
            ("nosei@city.example.jp", NoPage),
            (".html", NoPage),
            ("?q=a", NoPage),
            ("mailto:", Incomplete),
            ("mailto:a", Incomplete),
            ("", Incomplete),
            ("#", Incomplete),
        ] {
            assert_eq!(refusal(bad), Some(why), "{bad:?}");
        }
    }
}
