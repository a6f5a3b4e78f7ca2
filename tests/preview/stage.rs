//! A small city to preview: a folder of text files, a builder that makes a page of each, and a plain HTTP client.

use std::{
    borrow::Cow,
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use ayumi::{
    preview::{Built, Finding, Notice, Options, Pages, Panel, Server, Watching},
    source::{self, Sources},
};

/// Longer than anything takes, shorter than a stuck test is worth.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A previewed folder.
pub struct Stage {
    pub folder: tempfile::TempDir,
    pub server: Server,
    pub builds: Arc<AtomicUsize>,
    pub notices: Arc<Mutex<Vec<Notice>>>,
}

/// `a.md` becomes `a.html`.
struct Small(Vec<(String, Vec<u8>)>);

impl Pages for Small {
    fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.0
            .iter()
            .find(|(name, _)| name == path)
            .map(|(_, bytes)| bytes.as_slice().into())
    }

    fn stylesheets(&self) -> Vec<String> {
        vec!["assets/a.css".to_owned()]
    }
}

pub fn html(text: &str) -> String {
    format!("<!doctype html><html><head><title>頁</title></head><body><main>{text}</main></body></html>")
}

/// A file that says 「壊」 breaks the build, and so does an empty one. While `held` lies beside the folder nothing can be read.
fn build(folder: &Path, before: &mut Option<Sources>) -> Built {
    if folder.with_file_name("held").exists() {
        *before = None;
        return broken("index.md");
    }
    let Ok(sources) = source::read_folder(folder) else {
        *before = None;
        return broken("フォルダー");
    };
    if before.as_ref() == Some(&sources) {
        return Built::Same;
    }
    let mut pages = vec![("assets/a.css".to_owned(), b"a{}".to_vec())];
    let mut wrong = None;
    for (_, file) in sources.files() {
        if file.text.is_empty() || file.text.contains('壊') {
            wrong = Some(file.name.clone());
        }
        pages.push((file.name.replace(".md", ".html"), html(&file.text).into_bytes()));
    }
    *before = Some(sources);
    match wrong {
        Some(name) => broken(&name),
        None => Built::Good {
            pages: Arc::new(Small(pages)),
            panel: None,
        },
    }
}

fn broken(place: &str) -> Built {
    let message = "<b>壊れています</b>".to_owned();
    let finding = Finding {
        place: place.to_owned(),
        message,
        ..Finding::default()
    };
    Built::Broken(Panel {
        title: "直すものが1件あります。".to_owned(),
        findings: vec![finding],
    })
}

impl Stage {
    pub fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, 0, Watching::System)
    }

    pub fn with(files: &[(&str, &str)], port: u16, watching: Watching) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            write(&folder.path().join("content").join(name), text);
        }
        let content = folder.path().join("content");
        let builds = Arc::new(AtomicUsize::new(0));
        let notices = Arc::new(Mutex::new(Vec::new()));
        let (count, heard, root, mut before) = (Arc::clone(&builds), Arc::clone(&notices), content.clone(), None);
        let builder = move || {
            let built = build(&root, &mut before);
            if !matches!(built, Built::Same) {
                count.fetch_add(1, Ordering::SeqCst);
            }
            built
        };
        let options = Options {
            folder: content,
            port,
            watching,
        };
        let server = Server::start(options, builder, move |notice| heard.lock().unwrap().push(notice)).expect("a port");
        Self {
            folder,
            server,
            builds,
            notices,
        }
    }

    pub fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.content().join(name)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.server.port())).expect("the server accepts");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes and reads until the other side closes.
    pub fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Head and body.
    pub fn get(&self, target: &str) -> (String, String) {
        let answer =
            self.raw(format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes());
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        (head.to_owned(), body.to_owned())
    }

    pub fn status(&self, target: &str) -> u16 {
        status(&self.get(target).0)
    }

    /// Waits until a page says a text.
    pub fn until(&self, target: &str, text: &str) -> Duration {
        self.wait(&format!("{target} says {text}"), || self.get(target).1.contains(text))
    }

    pub fn wait(&self, what: &str, mut done: impl FnMut() -> bool) -> Duration {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
            std::thread::sleep(Duration::from_millis(1));
        }
        start.elapsed()
    }

    pub fn builds(&self) -> usize {
        self.builds.load(Ordering::SeqCst)
    }

    /// What was shown, as the terminal was told.
    pub fn shown(&self) -> Vec<Notice> {
        self.notices.lock().unwrap().clone()
    }

    /// Long enough for the looks after a build, so that what comes next is a change of its own.
    pub fn rest(&self) {
        std::thread::sleep(Duration::from_millis(600));
    }
}

pub fn status(head: &str) -> u16 {
    head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

pub fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
