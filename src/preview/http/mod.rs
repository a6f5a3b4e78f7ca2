//! As much of HTTP/1.1 as a browser on the same machine needs: strict in what is accepted, and nothing is guessed.

mod request;
mod response;
mod target;

pub(super) use request::{Request, parse};
pub(super) use response::{Answer, Kind, Refusal};
