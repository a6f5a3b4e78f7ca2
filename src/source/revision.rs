//! Reads a content folder as it was in a revision of its git repository, through the `git` command. Nothing is checked
//! out: the files go from git's store into memory, under the same bounds as those of a folder.

use std::{
    io::{Read, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

use super::{
    Sources,
    read::{MAX_ALL, MAX_FILES, is_source, largest},
};

/// Why a revision could not be read.
#[derive(Debug)]
pub enum RevisionError {
    /// There is no `git` command.
    NoGit,
    /// The content folder is in no git repository.
    NoRepository,
    /// The repository has no such revision.
    Unknown,
    /// The revision has no source files at this folder's place.
    Empty,
    /// More files than any report has.
    TooMany(usize),
    /// More bytes than any report has.
    TooMuch(u64),
    /// Git said something else.
    Failed(String),
}

/// A file of the revision.
struct Entry {
    object: String,
    name: String,
    size: u64,
}

/// The sources of a revision, as [`super::read_folder`] reads those of today.
///
/// # Errors
/// There is no git, no repository, no such revision, or git fails.
pub fn read_revision(folder: &Path, revision: &str) -> Result<Sources, RevisionError> {
    let inside = git(folder, &["rev-parse", "--is-inside-work-tree"])?;
    if !inside.status.success() {
        let said = said(&inside.stderr);
        // The repository of somebody else, as on a shared drive: git's own words tell the way out.
        return Err(if said.contains("safe.directory") {
            RevisionError::Failed(said)
        } else {
            RevisionError::NoRepository
        });
    }
    // A name that begins with a hyphen would be an option.
    if revision.starts_with('-') || revision.contains('\0') {
        return Err(RevisionError::Unknown);
    }
    let found = git(
        folder,
        &["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")],
    )?;
    if !found.status.success() {
        return Err(RevisionError::Unknown);
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    let listed = git(folder, &["ls-tree", "-r", "-z", "-l", &commit])?;
    if !listed.status.success() {
        return Err(RevisionError::Failed(said(&listed.stderr)));
    }
    let entries: Vec<Entry> = listed.stdout.split(|byte| *byte == 0).filter_map(entry).collect();
    if entries.is_empty() {
        return Err(RevisionError::Empty);
    }
    if entries.len() > MAX_FILES {
        return Err(RevisionError::TooMany(MAX_FILES));
    }
    if entries.iter().map(|entry| entry.size).sum::<u64>() > MAX_ALL {
        return Err(RevisionError::TooMuch(MAX_ALL));
    }
    Ok(Sources::from_files(contents(folder, &entries)?))
}

/// `100644 blob <object> <size>\t<name>`, if it is a source file. Links are left out: they have no text.
fn entry(line: &[u8]) -> Option<Entry> {
    let line = std::str::from_utf8(line).ok()?;
    let (head, name) = line.split_once('\t')?;
    let mut head = head.split_ascii_whitespace();
    let (mode, kind, object) = (head.next()?, head.next()?, head.next()?);
    let size = head.next()?.parse().ok()?;
    let hidden = |part: &str| part.starts_with('.') || part.starts_with("~$");
    let source = is_source(Path::new(name)) && !name.split('/').any(hidden);
    (mode.starts_with("100") && kind == "blob" && source && size <= largest(name)).then(|| Entry {
        object: object.to_owned(),
        name: name.to_owned(),
        size,
    })
}

/// All files in one call of git: names of objects in, their bytes out.
fn contents(folder: &Path, entries: &[Entry]) -> Result<Vec<(String, Vec<u8>)>, RevisionError> {
    let failed = |error: std::io::Error| RevisionError::Failed(error.to_string());
    let mut child = command(folder, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let (Some(mut input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(RevisionError::Failed(String::new()));
    };
    let asked: String = entries.iter().map(|entry| format!("{}\n", entry.object)).collect();
    // Asked from beside: git answers before it has heard all, and neither must wait for the other.
    let asking = std::thread::spawn(move || input.write_all(asked.as_bytes()));
    let mut bytes = Vec::new();
    output.read_to_end(&mut bytes).map_err(failed)?;
    let asked = asking.join().is_ok_and(|written| written.is_ok());
    let status = child.wait().map_err(failed)?;
    let answers = answers(&bytes, entries).filter(|_| asked && status.success());
    answers.ok_or_else(|| RevisionError::Failed("cat-file".to_owned()))
}

/// `<object> blob <size>\n<bytes>\n`, one after the other.
fn answers(mut bytes: &[u8], entries: &[Entry]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::with_capacity(entries.len());
    for entry in entries {
        let head = bytes.iter().position(|byte| *byte == b'\n')?;
        let start = head + 1;
        let end = start + usize::try_from(entry.size).ok()?;
        files.push((entry.name.clone(), bytes.get(start..end)?.to_vec()));
        bytes = bytes.get(end + 1..)?;
    }
    Some(files)
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, RevisionError> {
    let output = command(folder, arguments).stdin(Stdio::null()).output();
    output.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => RevisionError::NoGit,
        _ => RevisionError::Failed(error.to_string()),
    })
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    // Quoted names would not be those of the files.
    command
        .arg("-C")
        .arg(folder)
        .args(["-c", "core.quotePath=false"])
        .args(arguments);
    command
}

fn said(stderr: &[u8]) -> String {
    String::from_utf8_lossy(stderr).trim().to_owned()
}

impl std::fmt::Display for RevisionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoGit => f.write_str("その名前のフォルダーはありません。gitの版として読むには git コマンドが要りますが、見つかりません。"),
            Self::NoRepository => {
                f.write_str("その名前のフォルダーはありません。原稿のフォルダーは、gitで管理されていないため、版としても読めません。")
            }
            Self::Unknown => f.write_str("その名前のフォルダーも、gitの版もありません。"),
            Self::Empty => f.write_str("その版には、この場所に原稿のファイルがありません。"),
            Self::TooMuch(limit) => write!(f, "その版のファイルは、合わせて{}メガバイトを超えています。", limit >> 20),
            Self::TooMany(limit) => write!(f, "その版には、{limit}を超えるファイルがあります。"),
            Self::Failed(said) => write!(f, "git が、その版を読み出せませんでした（{said}）。"),
        }
    }
}

impl std::error::Error for RevisionError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_list() {
        let name = |line: &str| entry(line.as_bytes()).map(|entry| (entry.name, entry.size));
        let object = "0123456789012345678901234567890123456789";
        let line = |rest: &str| format!("100644 blob {object}     {rest}");
        assert_eq!(name(&line("12\tcity.yaml")), Some(("city.yaml".to_owned(), 12)));
        assert_eq!(
            name(&line("12\treports/2021/a b.md")),
            Some(("reports/2021/a b.md".to_owned(), 12))
        );
        for other in [
            "12\t.git/x.yaml",
            "12\tphoto.jpg",
            "12\tREADME",
            "99999999\tbig.md",
            "-\tx.md",
        ] {
            assert_eq!(name(&line(other)), None, "{other}");
        }
        assert_eq!(name(&format!("120000 blob {object} 3\tlink.md")), None);
        assert_eq!(name(""), None);
    }
}
