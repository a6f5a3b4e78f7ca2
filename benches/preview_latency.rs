//! How long from a saved file to the new bytes served, by the real command on the shipped report; and its memory.
//!
//! ```text
//! cargo bench --bench preview_latency                 100 saves, three pages
//! cargo bench --bench preview_latency -- --memory     2,000 rebuilds
//! ```

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

type Failed = Box<dyn std::error::Error>;

/// The shipped report in a folder of its own, and the command at work on it.
struct Preview {
    child: Child,
    folder: tempfile::TempDir,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn main() -> Result<(), Failed> {
    let mut preview = Preview::start()?;
    if std::env::args().any(|argument| argument == "--memory") {
        return preview.memory(2_000);
    }
    for target in [
        "/2021/goal-1.html",
        "/2021/report.html",
        "/2021/department-monozukuri.html",
    ] {
        preview.latency(target, 100)?;
    }
    preview.told(100)
}

impl Preview {
    fn start() -> Result<Self, Failed> {
        let folder = tempfile::tempdir()?;
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), folder.path())?;
        let mut child = Command::new(env!("CARGO_BIN_EXE_ayumi"))
            .args(["preview", "--content"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let port = line
            .split("localhost:")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .ok_or("no address")?;
        Ok(Self {
            port: port.parse()?,
            child,
            folder,
        })
    }

    /// The file that is saved: a department's, as in a department's summer.
    fn manuscript(&self) -> PathBuf {
        self.folder.path().join("reports/2021/departments/monozukuri.md")
    }

    fn connect(&self) -> Result<BufReader<TcpStream>, Failed> {
        let stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Ok(BufReader::new(stream))
    }

    /// Asks again and again on one connection until the new text is there.
    fn latency(&mut self, target: &str, times: usize) -> Result<(), Failed> {
        let mut connection = self.connect()?;
        let mut taken = Vec::new();
        for edit in 0..times {
            sleep(Duration::from_millis(if edit % 2 == 0 { 120 } else { 700 }));
            let mark = format!("改訂{edit}");
            let start = self.save(&mark)?;
            while !get(&mut connection, target)?.contains(&mark) {
                if start.elapsed() > Duration::from_secs(5) {
                    return Err(format!("edit {edit} is lost").into());
                }
                std::thread::yield_now();
            }
            taken.push(start.elapsed());
        }
        print(&format!("{target}, asked again and again"), taken);
        Ok(())
    }

    /// As a browser does it: told of the new state, asks once.
    fn told(&mut self, times: usize) -> Result<(), Failed> {
        let mut events = self.connect()?;
        events
            .get_mut()
            .write_all(b"GET /-/events HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        let mut connection = self.connect()?;
        let mut taken = Vec::new();
        event(&mut events)?;
        for edit in 0..times {
            sleep(Duration::from_millis(if edit % 2 == 0 { 120 } else { 700 }));
            let mark = format!("告知{edit}");
            let start = self.save(&mark)?;
            event(&mut events)?;
            if !get(&mut connection, "/2021/goal-1.html")?.contains(&mark) {
                return Err(format!("edit {edit}: told too early").into());
            }
            taken.push(start.elapsed());
        }
        print("/2021/goal-1.html, told and asked once", taken);
        Ok(())
    }

    /// Saves with a mark in the first sentence; the time from before the write.
    fn save(&self, mark: &str) -> Result<Instant, Failed> {
        let text = fs::read_to_string(self.manuscript())?;
        let (before, rest) = text.split_once("先端設備等").ok_or("another text")?;
        let (_, after) = rest.split_once("の固定資産税").ok_or("another text")?;
        let text = format!("{before}先端設備等【{mark}】の固定資産税{after}");
        let start = Instant::now();
        fs::write(self.manuscript(), text)?;
        Ok(start)
    }

    fn memory(&mut self, times: usize) -> Result<(), Failed> {
        let mut connection = self.connect()?;
        let mut early = 0;
        for edit in 1..=times {
            let mark = format!("改訂{edit}】");
            self.save(mark.trim_end_matches('】'))?;
            while !get(&mut connection, "/2021/report.html")?.contains(&mark) {}
            if edit == 100 {
                early = self.resident()?;
                println!("after 100 rebuilds: {early} KiB");
            }
        }
        let late = self.resident()?;
        println!(
            "after {times} rebuilds: {late} KiB ({:+} KiB)",
            late as i64 - early as i64
        );
        Ok(())
    }

    /// Linux only; elsewhere the file is not there.
    fn resident(&self) -> Result<u64, Failed> {
        let statm = fs::read_to_string(format!("/proc/{}/statm", self.child.id()))?;
        let pages: u64 = statm.split(' ').nth(1).ok_or("no figure")?.parse()?;
        Ok(pages * 4)
    }
}

fn event(events: &mut BufReader<TcpStream>) -> Result<(), Failed> {
    let mut line = String::new();
    while !line.starts_with("data: ") {
        line.clear();
        if events.read_line(&mut line)? == 0 {
            return Err("the stream ended".into());
        }
    }
    Ok(())
}

fn get(connection: &mut BufReader<TcpStream>, target: &str) -> Result<String, Failed> {
    let request = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    connection.get_mut().write_all(request.as_bytes())?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err("the connection ended".into());
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse()?;
        }
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    connection.read_exact(&mut body)?;
    Ok(String::from_utf8(body)?)
}

fn print(what: &str, mut taken: Vec<Duration>) {
    taken.sort();
    let (best, median, worst) = (taken[0], taken[taken.len() / 2], taken[taken.len() - 1]);
    println!(
        "{what}: best {best:.1?}, median {median:.1?}, worst {worst:.1?} of {}",
        taken.len()
    );
}

fn copy(from: &Path, to: &Path) -> Result<(), Failed> {
    fs::create_dir_all(to)?;
    for item in fs::read_dir(from)? {
        let item = item?;
        let target = to.join(item.file_name());
        if item.file_type()?.is_dir() {
            copy(&item.path(), &target)?;
        } else {
            fs::copy(item.path(), target)?;
        }
    }
    Ok(())
}
