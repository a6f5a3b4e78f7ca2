//! The head of a request, from bytes that may be anything.

use super::{Refusal, target};

/// A request this server answers.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::preview) struct Request {
    /// `HEAD`: the answer's head only.
    pub(in crate::preview) head_only: bool,
    /// Decoded, without the leading slash; ends with one (or is empty) for a folder.
    pub(in crate::preview) path: String,
    /// Whether another request may follow on the connection.
    pub(in crate::preview) keep: bool,
}

/// Reads a head, up to and without the empty line.
pub(in crate::preview) fn parse(head: &[u8]) -> Result<Request, Refusal> {
    let head = std::str::from_utf8(head).map_err(|_| Refusal::Malformed)?;
    let mut lines = head.split("\r\n");
    let first = lines.next().unwrap_or_default();
    let mut parts = first.split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refusal::Malformed);
    };
    if !is_token(method) || target.is_empty() {
        return Err(Refusal::Malformed);
    }
    let newer = match version {
        "HTTP/1.1" => true,
        "HTTP/1.0" => false,
        _ => return Err(Refusal::Version),
    };
    let fields = fields(lines)?;
    check_host(&fields)?;
    let head_only = match method {
        "GET" => false,
        "HEAD" => true,
        _ => return Err(Refusal::Method),
    };
    // A body that nobody reads would be taken for the next request.
    if fields.iter().any(|(name, value)| has_body(name, value)) {
        return Err(Refusal::Malformed);
    }
    let says = |word: &str| {
        let of = fields
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case("connection"));
        of.flat_map(|(_, value)| value.split(','))
            .any(|part| part.trim().eq_ignore_ascii_case(word))
    };
    Ok(Request {
        head_only,
        path: target::decode(target)?,
        keep: newer && !says("close"),
    })
}

fn fields<'h>(lines: impl Iterator<Item = &'h str>) -> Result<Vec<(&'h str, &'h str)>, Refusal> {
    let mut fields = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(Refusal::Malformed)?;
        let value = value.trim_matches([' ', '\t']);
        if !is_token(name) || value.chars().any(|c| c.is_control() && c != '\t') {
            return Err(Refusal::Malformed);
        }
        fields.push((name, value));
    }
    Ok(fields)
}

/// A page of another site whose name was made to lead here must not read the draft. The port may differ: it does behind
/// an SSH tunnel.
fn check_host(fields: &[(&str, &str)]) -> Result<(), Refusal> {
    let mut hosts = fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case("host"));
    let (Some((_, host)), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::Malformed);
    };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (*host, None),
    };
    let port_is_number =
        port.is_none_or(|port| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok());
    let ours = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    if ours && port_is_number {
        Ok(())
    } else {
        Err(Refusal::Host)
    }
}

fn has_body(name: &str, value: &str) -> bool {
    name.eq_ignore_ascii_case("transfer-encoding") || (name.eq_ignore_ascii_case("content-length") && value != "0")
}

fn is_token(word: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !word.is_empty() && word.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(lines: &str) -> Result<Request, Refusal> {
        parse(lines.as_bytes())
    }

    #[test]
    fn a_browsers_request() {
        let request = get("GET /2021/?q=1 HTTP/1.1\r\nHost: localhost:4000\r\nAccept: text/html").unwrap();
        assert_eq!(
            request,
            Request {
                head_only: false,
                path: "2021/".to_owned(),
                keep: true
            }
        );
        assert!(
            !get("GET / HTTP/1.1\r\nhost: [::1]:4000\r\nConnection: Close")
                .unwrap()
                .keep
        );
        assert!(get("HEAD / HTTP/1.0\r\nHost: 127.0.0.1").unwrap().head_only);
    }

    #[test]
    fn other_hosts_are_refused() {
        for host in [
            "example.com",
            "localhost.example.com",
            "127.0.0.1.nip.io:80",
            "localhost:x",
            "localhost:99999",
            "",
        ] {
            assert_eq!(
                get(&format!("GET / HTTP/1.1\r\nHost: {host}")),
                Err(Refusal::Host),
                "{host}"
            );
        }
        assert_eq!(get("GET / HTTP/1.1"), Err(Refusal::Malformed));
        assert_eq!(
            get("GET / HTTP/1.1\r\nHost: localhost\r\nHost: example.com"),
            Err(Refusal::Malformed)
        );
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for head in [
            "",
            "GET",
            "GET /",
            "GET  / HTTP/1.1",
            "GET / HTTP/1.1 x",
            "G@T / HTTP/1.1",
        ] {
            assert_eq!(
                get(&format!("{head}\r\nHost: localhost")),
                Err(Refusal::Malformed),
                "{head}"
            );
        }
        for line in [
            " folded",
            "Na me: x",
            "no colon",
            "A: b\u{0}c",
            "Content-Length: 3",
            "Transfer-Encoding: chunked",
        ] {
            assert_eq!(
                get(&format!("GET / HTTP/1.1\r\nHost: localhost\r\n{line}")),
                Err(Refusal::Malformed),
                "{line}"
            );
        }
        assert_eq!(get("GET / HTTP/2.0\r\nHost: localhost"), Err(Refusal::Version));
        assert_eq!(
            get("CONNECT example.com:443 HTTP/1.1\r\nHost: localhost"),
            Err(Refusal::Method)
        );
        assert_eq!(
            get("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3"),
            Err(Refusal::Method)
        );
        assert_eq!(parse(b"GET /\xFF HTTP/1.1\r\nHost: localhost"), Err(Refusal::Malformed));
    }
}
