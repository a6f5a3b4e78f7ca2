//! Requests that mean no good. Each is refused, and the next good one is answered.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};

use super::stage::{Stage, status};

fn stage() -> Stage {
    Stage::new(&[("index.md", "歩み"), ("2021/index.md", "x")])
}

#[test]
fn foreign_hosts() {
    let stage = stage();
    for host in [
        "example.com",
        "localhost.example.com",
        "192.168.0.1",
        "127.0.0.1.nip.io",
    ] {
        let answer = stage.raw(format!("GET / HTTP/1.1\r\nHost: {host}:{}\r\n\r\n", stage.server.port()).as_bytes());
        assert_eq!(status(&answer), 403, "{host}");
        assert!(!answer.contains("歩み"));
    }
    let events = stage.raw(b"GET /-/events HTTP/1.1\r\nHost: example.com\r\n\r\n");
    assert_eq!(status(&events), 403);
    assert_eq!(status(&stage.raw(b"GET / HTTP/1.1\r\n\r\n")), 400);
    for host in ["localhost", "127.0.0.1:80", "[::1]:4000", "LOCALHOST"] {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert_eq!(status(&stage.raw(request.as_bytes())), 200, "{host}");
    }
}

#[test]
fn paths_out_of_the_site() {
    let stage = stage();
    for target in [
        "/..%2f",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/",
        "/../",
        "/2021/../../",
        "/..%5c",
        "/a%00.html",
        "/%00",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "C:/Windows",
        "http://localhost/",
        "*",
        "/a%zz",
        "/a%",
        "/\\\\server\\share",
        "/a%0d%0aX-Y:%20z",
    ] {
        assert_eq!(stage.status(target), 400, "{target}");
    }
    for target in [
        "/etc/passwd",
        "/C:/Windows",
        "/file:x",
        "/index.md",
        "/%252e%252e/",
        "/-/",
        "/-/x",
    ] {
        assert_eq!(stage.status(target), 404, "{target}");
    }
    assert_eq!(
        status(&stage.raw(b"GET /a\0b HTTP/1.1\r\nHost: localhost\r\n\r\n")),
        400
    );
}

#[test]
fn other_methods() {
    let stage = stage();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"] {
        let answer = stage.raw(format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes());
        assert_eq!(status(&answer), 405, "{method}");
        assert!(answer.contains("Allow: GET, HEAD"));
    }
    assert_eq!(
        status(&stage.raw(b"CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n")),
        405
    );
}

#[test]
fn what_is_no_http() {
    let stage = stage();
    for bytes in [
        &b"\r\n\r\n"[..],
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\xFF\xFE\r\n\r\n",
        b"GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n",
    ] {
        assert_eq!(status(&stage.raw(bytes)), 400, "{bytes:?}");
    }
    assert_eq!(status(&stage.raw(b"GET / HTTP/3.0\r\nHost: localhost\r\n\r\n")), 505);
    let smuggled = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\nGET /2021/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assert_eq!(status(&stage.raw(smuggled)), 400);
}

#[test]
fn huge_heads() {
    let stage = stage();
    let long = "x".repeat(1 << 20);
    assert_eq!(
        status(&stage.raw(format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes())),
        431
    );
    let line = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n\r\n",
        &long[..20_000]
    );
    assert_eq!(status(&stage.raw(line.as_bytes())), 431);
    let cookies = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {}\r\n\r\n",
        &long[..8_000]
    );
    assert_eq!(status(&stage.raw(cookies.as_bytes())), 200);
}

#[test]
fn half_open_and_slow() {
    let stage = stage();
    let mut half = stage.connect();
    half.write_all(b"GET / HT").unwrap();
    half.shutdown(Shutdown::Write).unwrap();
    let mut silent = stage.connect();
    silent.set_read_timeout(Some(Duration::from_secs(8))).unwrap();
    silent.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();
    let mut rest = Vec::new();
    assert_eq!(half.read_to_end(&mut rest).unwrap(), 0, "closed without an answer");
    // A byte now and then does not buy more time.
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(7) && silent.write_all(b"x").is_ok() {
        std::thread::sleep(Duration::from_millis(250));
        assert_eq!(stage.status("/"), 200);
    }
    let mut answer = Vec::new();
    let _ = silent.read_to_end(&mut answer);
    assert!(start.elapsed() < Duration::from_secs(8));
    assert!(
        answer.is_empty() || status(&String::from_utf8_lossy(&answer)) == 408,
        "{answer:?}"
    );
}

#[test]
fn many_connections() {
    let stage = stage();
    let mut open: Vec<TcpStream> = Vec::new();
    for at in 0..300 {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", stage.server.port())) else {
            continue;
        };
        let _ = match at % 3 {
            0 => Ok(()),
            1 => stream.write_all(b"GET / HTTP/1.1\r\nX: "),
            _ => stream.write_all(b"GET /-/events HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        };
        open.push(stream);
    }
    for _ in 0..20 {
        assert_eq!(stage.status("/"), 200);
    }
}

#[test]
fn a_reader_that_does_not_read_holds_nobody_up() {
    let stage = stage();
    let mut lazy: Vec<TcpStream> = (0..10).map(|_| stage.connect()).collect();
    for stream in &mut lazy {
        for _ in 0..200 {
            if stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").is_err() {
                break;
            }
        }
    }
    let start = Instant::now();
    assert_eq!(stage.status("/"), 200);
    assert!(start.elapsed() < Duration::from_secs(1));
}
