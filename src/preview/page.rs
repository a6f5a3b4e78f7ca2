//! What stands at a path: a file of the site with the script on the wire, a part of the preview itself, or a page that says
//! why there is none.

use std::{borrow::Cow, fmt::Write};

use super::{Panel, http::Kind, state::Served};

const SCRIPT_PATH: &str = "-/reload.js";
const SCRIPT: &str = include_str!("assets/reload.js");
const PANEL_PATH: &str = "-/panel.css";
const PANEL: &str = include_str!("assets/panel.css");

/// An answer's content.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) status: &'static str,
    pub(super) kind: Kind,
    pub(super) body: Cow<'a, [u8]>,
    pub(super) location: Option<String>,
}

/// The page at a decoded path.
pub(super) fn find<'a>(served: &'a Served, path: &str) -> Page<'a> {
    let part = |kind, body: &'static str| Page {
        status: "200 OK",
        kind,
        body: body.as_bytes().into(),
        location: None,
    };
    match path {
        SCRIPT_PATH => return part(Kind::of(path), SCRIPT),
        PANEL_PATH => return part(Kind::of(path), PANEL),
        _ => {}
    }
    let Some(pages) = &served.pages else {
        return said("503 Service Unavailable", nothing_yet(served.panel.as_ref()), served);
    };
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if let Some(bytes) = pages.get(&file) {
        let kind = Kind::of(&file);
        let body = if kind == Kind::Html {
            with_script(&bytes, served).into()
        } else {
            bytes
        };
        return Page {
            status: "200 OK",
            kind,
            body,
            location: None,
        };
    }
    if pages.get(&format!("{path}/index.html")).is_some() {
        let location = Some(format!("/{}/", encoded(path)));
        return Page {
            status: "302 Found",
            kind: Kind::Html,
            body: Cow::Borrowed(b""),
            location,
        };
    }
    said("404 Not Found", not_found(&file), served)
}

/// The one page that may carry its styles inside.
pub(super) fn is_standalone(path: &str) -> bool {
    path.rsplit('/').next() == Some("standalone.html")
}

/// The bytes as they are, and the script before the end of the body.
fn with_script(bytes: &[u8], served: &Served) -> Vec<u8> {
    let script = format!(
        "<script src=\"/{SCRIPT_PATH}\" data-version=\"{}\" data-styles=\"{}\"></script>",
        served.version, served.styles
    );
    let end = b"</body>";
    let at = bytes
        .windows(end.len())
        .rposition(|window| window.eq_ignore_ascii_case(end))
        .unwrap_or(bytes.len());
    let mut page = Vec::with_capacity(bytes.len() + script.len());
    page.extend_from_slice(&bytes[..at]);
    page.extend_from_slice(script.as_bytes());
    page.extend_from_slice(&bytes[at..]);
    page
}

/// A page of the preview's own.
fn said(status: &'static str, html: String, served: &Served) -> Page<'static> {
    Page {
        status,
        kind: Kind::Html,
        body: with_script(html.as_bytes(), served).into(),
        location: None,
    }
}

fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{PANEL_PATH}\">\n</head>\n<body class=\"said\">\n<main>\n<h1>{title}</h1>\n\
         {body}</main>\n</body>\n</html>\n"
    )
}

fn not_found(path: &str) -> String {
    let body = format!(
        "<p>「{}」というページは、この報告書にありません。</p>\n<p><a href=\"/\">最初のページへ</a></p>\n",
        escaped(path)
    );
    document("ページがありません", &body)
}

fn nothing_yet(panel: Option<&Panel>) -> String {
    let mut body = String::from("<p>次の点を直して保存すると、この画面は報告書に変わります。</p>\n<ol>\n");
    for finding in panel.iter().flat_map(|panel| &panel.findings) {
        let _ = write!(body, "<li><p><code>{}</code>", escaped(&finding.place));
        if !finding.department.is_empty() {
            let _ = write!(body, "（{}）", escaped(&finding.department));
        }
        let _ = writeln!(
            body,
            "<br>{}<br>修正：{}</p></li>",
            escaped(&finding.message),
            escaped(&finding.fix)
        );
    }
    body.push_str("</ol>\n");
    let title = panel.map_or("報告書をまだ作れません", |panel| panel.title.as_str());
    document(&escaped(title), &body)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// For a header: ASCII only.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
