//! The preview server, over real sockets and real folders.

mod command;
mod deferred;
mod hostile;
mod memory;
mod reading;
mod saving;
mod serving;
mod stage;
