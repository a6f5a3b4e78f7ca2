//! The first stage: bytes and names become [`Sources`]. The only room that reads the disk; nothing here knows what a
//! file means.

mod decode;
mod hidden;
mod read;
mod revision;
mod sources;
mod span;

pub use decode::{DecodeFault, Encoding};
pub(crate) use hidden::is_hidden;
pub use read::{MAX_FILE, read_folder};
pub use revision::{RevisionError, read_revision};
pub use sources::{LineColumn, SourceFault, SourceFile, Sources};
pub use span::{FileId, Place, Positions, Span, Spanned};
