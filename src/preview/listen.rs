//! The port: loopback only, on both of its addresses, because browsers try either for `localhost`.

use std::{
    io::{self, ErrorKind},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{connection, registry::Registry, state::State};
use crate::error::{Error, Result};

/// How many ports are tried before giving up.
const TRIES: u16 = 100;

/// The first free port from `wished` on, and its listeners.
pub(super) fn bind(wished: u16) -> Result<(u16, Vec<TcpListener>)> {
    let mut last = io::Error::from(ErrorKind::AddrInUse);
    for step in 0..TRIES {
        let port = if wished == 0 { Some(0) } else { wished.checked_add(step) };
        let Some(port) = port else { break };
        match both(port) {
            Ok(bound) => return Ok(bound),
            // Windows keeps ranges of ports for itself and then says that access is denied.
            Err(cause) if matches!(cause.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => last = cause,
            Err(cause) => {
                last = cause;
                break;
            }
        }
    }
    Err(Error::new(
        "プレビューのポートを開けません",
        format!("localhost:{wished}"),
        last,
    ))
}

fn both(port: u16) -> io::Result<(u16, Vec<TcpListener>)> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(second) => listeners.push(second),
        // Somebody else's server would answer some of the browser's requests.
        Err(cause) if matches!(cause.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => return Err(cause),
        // No IPv6 on this machine.
        Err(_) => {}
    }
    Ok((port, listeners))
}

/// Takes connections until the server ends.
pub(super) fn spawn(listener: TcpListener, state: Arc<State>, registry: Arc<Registry>) -> Option<JoinHandle<()>> {
    let accept = move || {
        loop {
            let accepted = listener.accept();
            if state.stopped() {
                return;
            }
            match accepted {
                Ok((stream, peer)) if peer.ip().is_loopback() => {
                    let ticket = registry.enter(stream);
                    let state = Arc::clone(&state);
                    // Without a thread to be had the connection is dropped, and closed by that.
                    let _ = thread::Builder::new().spawn(move || connection::serve(&ticket, &state));
                }
                Ok(_) => {}
                // Out of handles: those in use come back.
                Err(_) => thread::sleep(Duration::from_millis(20)),
            }
        }
    };
    thread::Builder::new()
        .name("preview-accept".to_owned())
        .spawn(accept)
        .ok()
}

/// Lets the accepting threads see that the server ends.
pub(super) fn wake(port: u16) {
    for address in [
        SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        SocketAddr::from((Ipv6Addr::LOCALHOST, port)),
    ] {
        let _ = TcpStream::connect_timeout(&address, Duration::from_millis(200));
    }
}
