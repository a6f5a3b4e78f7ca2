//! The preview server, over real sockets and real folders.

mod command;
mod deferred;
mod hostile;
mod memory;
mod saving;
mod serving;
mod stage;
