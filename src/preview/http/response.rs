//! Answers: a head that lets the browser do as little as possible, and bytes.

use std::fmt::Write;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::preview) enum Kind {
    /// A page; only pages carry the script.
    Html,
    /// Anything else, by its media type.
    Other(&'static str),
}

impl Kind {
    /// By the ending of a name.
    pub(in crate::preview) fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        Self::Other(match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => return Self::Html,
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json; charset=utf-8",
            "jsonld" => "application/ld+json; charset=utf-8",
            "csv" => "text/csv; charset=utf-8",
            "txt" | "md" => "text/plain; charset=utf-8",
            "xml" => "application/xml; charset=utf-8",
            "svg" => "image/svg+xml; charset=utf-8",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "ico" => "image/x-icon",
            "woff2" => "font/woff2",
            "pdf" => "application/pdf",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "application/octet-stream",
        })
    }

    fn media_type(self) -> &'static str {
        match self {
            Kind::Html => "text/html; charset=utf-8",
            Kind::Other(media_type) => media_type,
        }
    }
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::preview) enum Refusal {
    /// No request at all.
    Malformed,
    /// A path that is none of a site.
    Target,
    /// Not addressed to this machine.
    Host,
    /// Neither GET nor HEAD.
    Method,
    /// The head is longer than any browser's.
    TooLarge,
    /// The head did not come in time.
    Late,
    /// Not HTTP/1.
    Version,
}

impl Refusal {
    fn status(self) -> &'static str {
        match self {
            Refusal::Malformed | Refusal::Target => "400 Bad Request",
            Refusal::Host => "403 Forbidden",
            Refusal::Method => "405 Method Not Allowed",
            Refusal::TooLarge => "431 Request Header Fields Too Large",
            Refusal::Late => "408 Request Timeout",
            Refusal::Version => "505 HTTP Version Not Supported",
        }
    }

    /// The whole answer.
    pub(in crate::preview) fn bytes(self) -> Vec<u8> {
        let allow = if self == Refusal::Method {
            "Allow: GET, HEAD\r\n"
        } else {
            ""
        };
        let body = "この要求には応じられません。\n";
        let (status, length) = (self.status(), body.len());
        format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n{allow}Connection: close\r\n\r\n{body}"
        )
        .into_bytes()
    }
}

/// The head of an answer.
#[derive(Debug)]
pub(in crate::preview) struct Answer<'a> {
    /// `200 OK`.
    pub(in crate::preview) status: &'static str,
    pub(in crate::preview) kind: Kind,
    /// The state the bytes belong to.
    pub(in crate::preview) version: &'a str,
    /// Where to go instead.
    pub(in crate::preview) location: Option<&'a str>,
    /// The stand-alone page has its styles inside; no other page may.
    pub(in crate::preview) inline_styles: bool,
    /// `None` for a stream.
    pub(in crate::preview) length: Option<usize>,
    pub(in crate::preview) keep: bool,
}

impl Answer<'_> {
    /// The head's bytes, with the empty line.
    pub(in crate::preview) fn head(&self) -> String {
        let mut head = String::with_capacity(640);
        let (status, media_type, version) = (self.status, self.kind.media_type(), self.version);
        let _ = write!(
            head,
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nCache-Control: no-store\r\nETag: \"{version}\"\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
        );
        if self.kind == Kind::Html {
            // What a strict city server sends, and the script of the preview: a page that needs more shows it here.
            let inline = if self.inline_styles { " 'unsafe-inline'" } else { "" };
            let _ = write!(
                head,
                "Content-Security-Policy: default-src 'none'; style-src 'self'{inline}; img-src 'self'; font-src 'self'; \
                 script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
            );
        }
        if let Some(location) = self.location {
            let _ = write!(head, "Location: {location}\r\n");
        }
        if let Some(length) = self.length {
            let _ = write!(head, "Content-Length: {length}\r\n");
        }
        head.push_str(if self.keep {
            "Connection: keep-alive\r\n\r\n"
        } else {
            "Connection: close\r\n\r\n"
        });
        head
    }
}
