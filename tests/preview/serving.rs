//! What is served, and how.

use std::io::{BufRead, BufReader, Write};

use ayumi::preview::Watching;

use super::stage::{Stage, html, status, write};

#[test]
fn a_page_is_the_built_one_and_the_script() {
    let stage = Stage::new(&[("index.md", "歩み")]);
    let (head, body) = stage.get("/");
    assert_eq!(status(&head), 200);
    assert!(head.contains("Content-Type: text/html; charset=utf-8"), "{head}");
    for field in [
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Content-Security-Policy: default-src 'none'",
        "ETag: \"",
    ] {
        assert!(head.contains(field), "{field}");
    }
    let start = body.find("<script src=\"/-/reload.js\"").expect("the script");
    let end = body[start..].find("</script>").expect("its end") + start + "</script>".len();
    assert_eq!(format!("{}{}", &body[..start], &body[end..]), html("歩み"));
    assert!(body[end..].starts_with("</body>"));
}

#[test]
fn only_pages_carry_the_script() {
    let stage = Stage::new(&[("index.md", "x")]);
    let (head, body) = stage.get("/assets/a.css");
    assert!(head.contains("text/css; charset=utf-8"));
    assert_eq!(body, "a{}");
    assert!(!head.contains("Content-Security-Policy"));
    let (head, body) = stage.get("/-/reload.js");
    assert!(head.contains("text/javascript; charset=utf-8"));
    assert!(body.contains("EventSource"));
    assert!(stage.get("/-/panel.css").0.contains("text/css"));
}

#[test]
fn folders_lead_to_their_index() {
    let stage = Stage::new(&[("index.md", "x"), ("2021/index.md", "令和3年度")]);
    assert!(stage.get("/2021/").1.contains("令和3年度"));
    let (head, _) = stage.get("/2021");
    assert_eq!(status(&head), 302);
    assert!(
        head.contains("Location: /2021/\r\n") || head.ends_with("Location: /2021/"),
        "{head}"
    );
}

#[test]
fn what_is_not_there_is_said_in_japanese_and_recovers() {
    let stage = Stage::new(&[("index.md", "x")]);
    let (head, body) = stage.get("/<x>.html".replace('<', "%3C").replace('>', "%3E").as_str());
    assert_eq!(status(&head), 404);
    assert!(body.contains("ページがありません") && body.contains("&lt;x&gt;.html") && body.contains("/-/reload.js"));
    write(&stage.path("neu.md"), "今できた");
    stage.until("/neu.html", "今できた");
}

#[test]
fn only_the_stand_alone_page_may_carry_styles() {
    let stage = Stage::new(&[("index.md", "x"), ("standalone.md", "x")]);
    assert!(
        stage
            .get("/standalone.html")
            .0
            .contains("style-src 'self' 'unsafe-inline'")
    );
    assert!(!stage.get("/index.html").0.contains("unsafe-inline"));
}

#[test]
fn a_connection_serves_again_and_head_has_no_body() {
    let stage = Stage::new(&[("index.md", "x")]);
    let answer = stage.raw(
        b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /assets/a.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    );
    let parts: Vec<&str> = answer.split("\r\n\r\n").collect();
    assert_eq!(parts.len(), 3, "{answer}");
    assert!(parts[1].starts_with("HTTP/1.1 200"));
    assert_eq!(parts[2], "a{}");
}

#[test]
fn a_taken_port_gives_the_next() {
    let first = Stage::new(&[("index.md", "一")]);
    let second = Stage::with(&[("index.md", "二")], first.server.port(), Watching::System);
    assert!(second.server.moved() && !first.server.moved());
    assert!(second.server.port() > first.server.port());
    assert!(second.get("/").1.contains('二') && first.get("/").1.contains('一'));
}

#[test]
fn open_pages_are_told() {
    let stage = Stage::new(&[("index.md", "x")]);
    let mut stream = stage.connect();
    stream
        .write_all(b"GET /-/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let mut data = || {
        lines
            .find_map(|line| line.strip_prefix("data: ").map(str::to_owned))
            .expect("an event")
    };
    let first = data();
    assert!(first.contains("\"panel\":null"), "{first}");
    let version = |event: &str| event.split('"').nth(3).unwrap().to_owned();
    assert!(
        stage.get("/").1.contains(&version(&first)),
        "the page says the version it is of"
    );
    write(&stage.path("index.md"), "壊");
    let second = data();
    assert!(
        second.contains("直すものが1件あります。") && second.contains("\"stale\":true"),
        "{second}"
    );
    write(&stage.path("index.md"), "直した");
    let third = data();
    assert!(third.contains("\"panel\":null"), "{third}");
    assert!(stage.get("/").1.contains(&version(&third)));
}

#[test]
fn dropping_ends_everything() {
    let stage = Stage::new(&[("index.md", "x")]);
    let port = stage.server.port();
    let mut stream = stage.connect();
    stream
        .write_all(b"GET /-/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    let start = std::time::Instant::now();
    drop(stage);
    assert!(
        start.elapsed() < std::time::Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut stream, &mut rest).ok();
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
}
