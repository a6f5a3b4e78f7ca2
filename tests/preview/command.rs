//! `ayumi preview` as a whole: it serves what `build --draft` with the same words writes.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use super::stage::{status, write};

const AYUMI: &str = env!("CARGO_BIN_EXE_ayumi");
const NOSEI: &str = "content/reports/2021/departments/nosei.md";

/// The shipped sources, an earlier draft of them in `before`, and one edit.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for item in walkdir::WalkDir::new(&shipped).into_iter().map(Result::unwrap) {
        if item.file_type().is_file() {
            let name = item.path().strip_prefix(&shipped).unwrap();
            let text = fs::read_to_string(item.path()).unwrap();
            write(&folder.path().join("content").join(name), &text);
            write(&folder.path().join("before").join(name), &text);
        }
    }
    let page = folder.path().join(NOSEI);
    let text = fs::read_to_string(&page).unwrap();
    let edited = text.replace("- 食の地産地消推進事業\n", "");
    assert_ne!(text, edited);
    fs::write(page, edited).unwrap();
    folder
}

fn output(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(AYUMI);
    command.current_dir(folder).args(arguments).output().unwrap()
}

struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(AYUMI);
        command
            .current_dir(folder)
            .args(["preview", "--port", "0"])
            .args(arguments);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let port = line.split("localhost:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no address: {line}"));
        Self { child, port }
    }

    fn get(&self, path: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        assert_eq!(status(&String::from_utf8_lossy(&answer[..end])), 200, "{path}");
        answer.split_off(end + 4)
    }
}

/// A page as it is without the script on the wire.
fn without_script(bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8(bytes).unwrap();
    let Some(start) = text.find("<script src=\"/-/reload.js\"") else {
        return text.into();
    };
    let end = start + text[start..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &text[..start], &text[end..]).into()
}

#[test]
fn it_serves_what_build_draft_writes() {
    let folder = folder();
    let words = [
        "--draft",
        "第2回委員会案",
        "--draft-date",
        "2021-08-20",
        "--since",
        "before",
    ];
    let built = output(folder.path(), &[&["build"], &words[..]].concat());
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let preview = Preview::start(folder.path(), &words);
    let written: Vec<PathBuf> = walkdir::WalkDir::new(folder.path().join("draft"))
        .into_iter()
        .filter_entry(|item| !item.file_name().to_string_lossy().starts_with('.'))
        .map(Result::unwrap)
        .filter(|item| item.file_type().is_file())
        .map(|item| item.into_path())
        .collect();
    assert!(written.len() > 60);
    for file in &written {
        let path = file.strip_prefix(folder.path().join("draft")).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        assert!(without_script(preview.get(&path)) == fs::read(file).unwrap(), "{path}");
    }
    let changes = String::from_utf8(preview.get("2021/changes.html")).unwrap();
    assert!(changes.contains("食の地産地消推進事業"));
}

#[test]
fn an_earlier_draft_that_cannot_be_read_is_said_at_once() {
    let folder = folder();
    let said = output(folder.path(), &["preview", "--port", "0", "--since", "nowhere"]);
    let words = String::from_utf8(said.stderr).unwrap();
    assert_eq!(said.status.code(), Some(2), "{words}");
    assert!(words.contains("前の案「nowhere」を読めません。"), "{words}");
    let built = output(folder.path(), &["build", "--since", "before"]);
    let words = String::from_utf8(built.stderr).unwrap();
    assert_eq!(built.status.code(), Some(2));
    assert!(words.contains("「--draft <案の名前>」を指定してください。"), "{words}");
}
