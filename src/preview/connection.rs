//! One connection: requests in, answers out, each within its time.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};

use super::{
    events,
    http::{Answer, Kind, Refusal, Request, parse},
    page::{self, Page},
    registry::{Doing, Ticket},
    state::State,
};

/// Longer than the head of any browser's request, cookies of other local servers included.
const MAX_HEAD: usize = 16 << 10;
/// For a whole head, from its first byte.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// For the next request on an open connection.
const IDLE_TIME: Duration = Duration::from_secs(60);
/// For a whole answer.
const ANSWER_TIME: Duration = Duration::from_secs(20);

/// Serves until the other side leaves, asks for something it cannot have, or takes too long.
pub(super) fn serve(ticket: &Ticket, state: &State) {
    let mut connection = Connection {
        ticket,
        state,
        buffer: Vec::new(),
    };
    // A connection that breaks is the browser's way to say that it has left.
    let _ = connection.run();
}

struct Connection<'a> {
    ticket: &'a Ticket,
    state: &'a State,
    /// Bytes read and not yet used.
    buffer: Vec<u8>,
}

impl Connection<'_> {
    fn run(&mut self) -> io::Result<()> {
        self.ticket.stream().set_nodelay(true)?;
        while !self.state.stopped() {
            let request = match self.head()? {
                Some(head) => parse(&head),
                None => return Ok(()),
            };
            self.ticket.doing(Doing::Answering);
            match request {
                Ok(request) if !self.answer(&request)? => return Ok(()),
                Ok(_) => self.ticket.doing(Doing::Waiting),
                Err(refusal) => return self.refuse(refusal),
            }
        }
        Ok(())
    }

    /// The next head; `None` when the other side has left, or was refused.
    fn head(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut limit = Instant::now() + if self.buffer.is_empty() { IDLE_TIME } else { HEAD_TIME };
        let mut searched = 0;
        loop {
            if let Some(at) = find(&self.buffer[searched..], b"\r\n\r\n") {
                let rest = self.buffer.split_off(searched + at + 4);
                let mut head = std::mem::replace(&mut self.buffer, rest);
                head.truncate(searched + at);
                return if head.len() > MAX_HEAD {
                    self.refuse(Refusal::TooLarge).map(|()| None)
                } else {
                    Ok(Some(head))
                };
            }
            if self.buffer.len() > MAX_HEAD {
                return self.refuse(Refusal::TooLarge).map(|()| None);
            }
            searched = self.buffer.len().saturating_sub(3);
            match self.read_before(limit) {
                Ok(0) => return Ok(None),
                Ok(_) if searched == 0 => limit = limit.min(Instant::now() + HEAD_TIME),
                Ok(_) => {}
                Err(error) if is_timeout(&error) && self.buffer.is_empty() => return Ok(None),
                Err(error) if is_timeout(&error) => return self.refuse(Refusal::Late).map(|()| None),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn read_before(&mut self, limit: Instant) -> io::Result<usize> {
        let left = limit.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        let mut stream = self.ticket.stream();
        stream.set_read_timeout(Some(left))?;
        let mut chunk = [0; 4096];
        let count = stream.read(&mut chunk)?;
        self.buffer.extend_from_slice(&chunk[..count]);
        Ok(count)
    }

    /// Answers; false if the connection is not to be used again.
    fn answer(&self, request: &Request) -> io::Result<bool> {
        let served = self.state.now();
        if request.path == events::PATH {
            self.ticket.doing(Doing::Telling);
            events::tell(self.ticket.stream(), self.state, &served.version, request.head_only)?;
            return Ok(false);
        }
        let page = page::find(&served, &request.path);
        let Page {
            status,
            kind,
            body,
            location,
        } = &page;
        let answer = Answer {
            status,
            kind: *kind,
            version: &served.version,
            location: location.as_deref(),
            inline_styles: *kind == Kind::Html && page::is_standalone(&request.path),
            length: Some(body.len()),
            keep: request.keep,
        };
        let mut bytes = answer.head().into_bytes();
        if !request.head_only {
            bytes.extend_from_slice(body);
        }
        write(self.ticket.stream(), &bytes, ANSWER_TIME)?;
        Ok(request.keep)
    }

    /// Says no and closes, so that the other side can still read it: closing on unread bytes would take it back.
    fn refuse(&self, refusal: Refusal) -> io::Result<()> {
        let mut stream = self.ticket.stream();
        write(stream, &refusal.bytes(), HEAD_TIME)?;
        stream.shutdown(Shutdown::Write)?;
        self.ticket.doing(Doing::Waiting);
        let limit = Instant::now() + Duration::from_millis(500);
        let mut chunk = [0; 4096];
        loop {
            let left = limit.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            stream.set_read_timeout(Some(left))?;
            if stream.read(&mut chunk)? == 0 {
                return Ok(());
            }
        }
    }
}

/// Writes all of it within a time, however slowly the other side reads.
pub(super) fn write(mut stream: &TcpStream, mut bytes: &[u8], time: Duration) -> io::Result<()> {
    let limit = Instant::now() + time;
    while !bytes.is_empty() {
        let left = limit.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        stream.set_write_timeout(Some(left))?;
        match stream.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => bytes = &bytes[count..],
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The two kinds that systems give for one thing.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
