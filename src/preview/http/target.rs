//! A request's target as a path of the site. Pages are looked up by name in memory, so that no path can lead to a file;
//! what tries to is refused all the same.

use super::Refusal;

/// `/2021/goal-1.html?x` → `2021/goal-1.html`.
pub(super) fn decode(target: &str) -> Result<String, Refusal> {
    let path = target.split('?').next().unwrap_or_default();
    let path = path.strip_prefix('/').ok_or(Refusal::Target)?;
    let segments: Vec<&str> = path.split('/').collect();
    let mut decoded = Vec::with_capacity(segments.len());
    for (at, segment) in segments.iter().enumerate() {
        let last = at + 1 == segments.len();
        if segment.is_empty() && !last {
            return Err(Refusal::Target);
        }
        decoded.push(self::segment(segment)?);
    }
    Ok(decoded.join("/"))
}

fn segment(segment: &str) -> Result<String, Refusal> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digit = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16)).ok_or(Refusal::Target);
                let value = digit(rest.next())? * 16 + digit(rest.next())?;
                bytes.push(u8::try_from(value).map_err(|_| Refusal::Target)?);
            }
            b'!'..=b'~' if !br#"#\<>"^`{|}"#.contains(&byte) => bytes.push(byte),
            _ => return Err(Refusal::Target),
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| Refusal::Target)?;
    let bad = |c: char| c.is_control() || matches!(c, '/' | '\\');
    if text.contains(bad) || text == "." || text == ".." {
        return Err(Refusal::Target);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_the_site() {
        for (target, path) in [
            ("/", ""),
            ("/2021/", "2021/"),
            ("/2021/goal-1.html?a=/../b", "2021/goal-1.html"),
            ("/%32021/a%20b.html", "2021/a b.html"),
            ("/%E6%9F%8F", "柏"),
            ("/%252e%252e/x", "%2e%2e/x"),
        ] {
            assert_eq!(decode(target).as_deref(), Ok(path), "{target}");
        }
    }

    #[test]
    fn ways_out_of_the_site() {
        for target in [
            "*",
            "2021/",
            "http://localhost/",
            "C:/Windows",
            "//etc/passwd",
            "/a//b",
            "/../x",
            "/a/..",
            "/./a",
            "/%2e%2e/x",
            "/..%2fx",
            "/%2fetc",
            "/..%5cx",
            "/..\\x",
            "/a%00b",
            "/%0d%0aX",
            "/a%",
            "/a%2",
            "/a%zz",
            "/a%+1",
            "/%FF",
            "/#a",
            "/%C0%AE%C0%AE/x",
            "/a\u{1}b",
            "/柏",
        ] {
            assert_eq!(decode(target), Err(Refusal::Target), "{target}");
        }
    }
}
