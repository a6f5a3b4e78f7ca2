//! All open connections, and a bound on them. A browser keeps connections open that it may never use, and a stranger may
//! open any number: when there are too many, the oldest that waits for something gives way to the new one.

use std::{
    collections::BTreeMap,
    net::{Shutdown, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
};

/// A browser opens six; every visible tab holds one more.
const MAX: usize = 64;

/// What a connection is doing, in the order in which it gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Doing {
    /// Nothing, or half a request.
    Waiting = 0,
    /// Telling an open page of new states; the page will come back.
    Telling = 1,
    /// Answering.
    Answering = 2,
}

#[derive(Debug, Default)]
pub(super) struct Registry {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    next: u64,
    open: BTreeMap<u64, Arc<Seat>>,
}

#[derive(Debug)]
struct Seat {
    stream: Arc<TcpStream>,
    doing: AtomicU8,
}

/// A connection's place among the open ones; given back when dropped.
#[derive(Debug)]
pub(super) struct Ticket {
    id: u64,
    seat: Arc<Seat>,
    registry: Arc<Registry>,
}

impl Registry {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection; closes an old one if it must.
    pub(super) fn enter(self: &Arc<Self>, stream: TcpStream) -> Ticket {
        let seat = Arc::new(Seat {
            stream: Arc::new(stream),
            doing: AtomicU8::new(Doing::Waiting as u8),
        });
        let mut inner = self.lock();
        if inner.open.len() >= MAX {
            let first = inner
                .open
                .iter()
                .min_by_key(|(id, seat)| (seat.doing.load(Ordering::Relaxed), **id));
            if let Some(id) = first.map(|(id, _)| *id)
                && let Some(seat) = inner.open.remove(&id)
            {
                close(&seat);
            }
        }
        let id = inner.next;
        inner.next += 1;
        inner.open.insert(id, Arc::clone(&seat));
        drop(inner);
        Ticket {
            id,
            seat,
            registry: Arc::clone(self),
        }
    }

    /// Ends all connections.
    pub(super) fn close_all(&self) {
        for (_, seat) in std::mem::take(&mut self.lock().open) {
            close(&seat);
        }
    }
}

fn close(seat: &Seat) {
    // Its thread finds the connection closed and ends.
    let _ = seat.stream.shutdown(Shutdown::Both);
}

impl Ticket {
    pub(super) fn stream(&self) -> &TcpStream {
        &self.seat.stream
    }

    pub(super) fn doing(&self, doing: Doing) {
        self.seat.doing.store(doing as u8, Ordering::Relaxed);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.registry.lock().open.remove(&self.id);
    }
}
