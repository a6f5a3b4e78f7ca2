//! The machine's faults: a disk, a permission, a port. Author's faults are [`crate::diagnostic::Diagnostic`]s and never
//! come here; the difference decides the exit status (2 here, 1 there).

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// Something the machine could not do, and to which path.
#[derive(Debug)]
pub struct Error {
    /// What was attempted, in Japanese, as it stands before 「…できません」.
    attempt: String,
    /// On what.
    path: PathBuf,
    /// What the system said.
    cause: io::Error,
}

/// A result whose failure is the machine's.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// `attempt` reads as in 「読み込めません」: a full predicate.
    pub fn new(attempt: impl Into<String>, path: impl Into<PathBuf>, cause: io::Error) -> Self {
        Self {
            attempt: attempt.into(),
            path: path.into(),
            cause,
        }
    }

    /// The same, said of another path: the one people know.
    #[must_use]
    pub(crate) fn at(self, path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            ..self
        }
    }

    /// The path concerned.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.attempt, as_known(&self.path))?;
        let why = match self.cause.kind() {
            io::ErrorKind::NotFound => "ファイルまたはフォルダーが見つかりません",
            io::ErrorKind::PermissionDenied => "アクセスが許可されていません",
            io::ErrorKind::StorageFull => "ディスクの空き容量がありません",
            io::ErrorKind::ReadOnlyFilesystem => "書き込みが禁止された場所です",
            io::ErrorKind::NotADirectory => "フォルダーではありません",
            // The attempt says it all.
            io::ErrorKind::InvalidInput | io::ErrorKind::ResourceBusy if self.cause.raw_os_error().is_none() => {
                return Ok(());
            }
            _ => return write!(f, "（{}）", self.cause),
        };
        write!(f, "（{why}）")
    }
}

/// A path as people know it: what Windows puts before a path without links or dots, it understands alone.
fn as_known(path: &Path) -> String {
    let shown = path.display().to_string();
    if let Some(share) = shown.strip_prefix(r"\\?\UNC\") {
        return format!(r"\\{share}");
    }
    match shown.strip_prefix(r"\\?\") {
        Some(known) => known.to_owned(),
        None => shown,
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_as_people_know_them() {
        for (path, known) in [
            (r"\\?\C:\市\output", r"C:\市\output"),
            (r"\\?\UNC\server\share\output", r"\\server\share\output"),
            ("/srv/output", "/srv/output"),
        ] {
            let error = Error::new("置けません", path, io::Error::from(io::ErrorKind::InvalidInput));
            assert_eq!(error.to_string(), format!("置けません：{known}"));
        }
    }

    #[test]
    fn a_reason_of_the_system_is_told() {
        let of_system = Error::new("置けません", "output", io::Error::from_raw_os_error(22));
        assert!(of_system.to_string().contains("（"), "{of_system}");
    }
}
