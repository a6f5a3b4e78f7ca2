//! Files and folders that somebody holds open. Windows moves and removes nothing of which that is true, for as long as it
//! is: virus scanners and indexers hold files for a moment, people with Excel or Explorer until they are told.

use std::{fs, io, path::Path, thread, time::Duration};

use crate::error::Error;

const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Tries a step again for two seconds while something it needs is held.
pub(super) fn patiently(step: impl Fn() -> io::Result<()>) -> io::Result<()> {
    for _ in 1..TRIES {
        match step() {
            Err(cause) if is_held(&cause) => thread::sleep(PAUSE),
            done => return done,
        }
    }
    step()
}

/// Whether this is what Windows says of something that is open, or of a folder that is just going.
pub(super) fn is_held(cause: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    cfg!(windows)
        && (matches!(
            cause.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::DirectoryNotEmpty
        ) || cause.raw_os_error() == Some(SHARING_VIOLATION))
}

/// What failed, or what people can do about it where something is held.
pub(super) fn failed(attempt: &str, path: &Path, cause: io::Error) -> Error {
    if is_held(&cause) {
        let attempt = format!(
            "{attempt}。中のファイルがExcelなどで、フォルダーがエクスプローラーなどで開かれているときは、閉じてから、もう一度実行してください"
        );
        return Error::new(attempt, path, cause);
    }
    Error::new(attempt, path, cause)
}

/// A file or folder, if it is there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    patiently(|| {
        let gone = match fs::symlink_metadata(path) {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(path),
            Ok(_) => fs::remove_file(path),
            Err(cause) => Err(cause),
        };
        match gone {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    })
}
