//! Tells open pages of every new state, as server-sent events. A page that was not looking gets the newest one only: states
//! in between are of no use to it.

use std::{io, net::TcpStream, time::Duration};

use serde::Serialize;

use super::{
    Panel,
    connection::write,
    http::{Answer, Kind},
    state::{Served, State},
};

/// Where, in the part of the address space that no site uses.
pub(super) const PATH: &str = "-/events";

/// A line now and then finds out that the page is gone.
const PULSE: Duration = Duration::from_secs(15);
const WRITE_TIME: Duration = Duration::from_secs(5);

/// One event.
#[derive(Serialize)]
struct Event<'a> {
    version: &'a str,
    styles: &'a str,
    panel: Option<&'a Panel>,
    stale: bool,
}

/// Tells until the page leaves or the server ends.
pub(super) fn tell(stream: &TcpStream, state: &State, version: &str, head_only: bool) -> io::Result<()> {
    let kind = Kind::Other("text/event-stream; charset=utf-8");
    let answer = Answer {
        status: "200 OK",
        kind,
        version,
        location: None,
        inline_styles: false,
        length: None,
        keep: false,
    };
    write(stream, answer.head().as_bytes(), WRITE_TIME)?;
    if head_only {
        return Ok(());
    }
    write(stream, b"retry: 300\n\n", WRITE_TIME)?;
    let mut told = String::new();
    while let Some(served) = state.after(&told, PULSE) {
        if served.version == told {
            write(stream, b":\n\n", WRITE_TIME)?;
        } else {
            write(stream, event(&served)?.as_bytes(), WRITE_TIME)?;
            told.clone_from(&served.version);
        }
    }
    Ok(())
}

fn event(served: &Served) -> io::Result<String> {
    let event = Event {
        version: &served.version,
        styles: &served.styles,
        panel: served.panel.as_ref(),
        stale: served.stale,
    };
    // JSON in one line: a line break would end the field.
    Ok(format!("event: state\ndata: {}\n\n", serde_json::to_string(&event)?))
}
