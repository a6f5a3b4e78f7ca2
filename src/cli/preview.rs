//! `ayumi preview`: the report as it would be built, in the browser, while the sources are being written.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
    },
};

use ayumi::{
    check,
    diagnostic::{Diagnostic, Severity},
    draft::{self, Draft, Label},
    error::Result,
    manuscript::{self, Manuscript},
    preview::{Built, Deaf, Finding, Notice, Options, Panel, Server, Watching},
    render::{Deferred, Templates},
    source::{self, Sources},
};

use super::{MACHINE, OK, args, guard, since::Earlier};

/// More would not be read in a panel.
const MAX_FINDINGS: usize = 50;

pub(super) fn run(arguments: &args::Preview) -> Result<u8> {
    // A folder that is not there is a mistake in the command, not a draft to wait for.
    source::read_folder(&arguments.sources.content)?;
    let earlier = match Earlier::read(&arguments.sources.content, &arguments.since)? {
        Ok(earlier) => earlier,
        Err(said) => {
            anstream::eprintln!("エラー：{said}\nプレビューは始めていません。");
            return Ok(MACHINE);
        }
    };
    let options = Options {
        folder: arguments.sources.content.clone(),
        port: arguments.port,
        watching: Watching::System,
    };
    let newest = Arc::new(AtomicU16::new(0));
    let drafting = Drafting {
        content: arguments.sources.content.clone(),
        label: arguments.label(),
        earlier,
        newest: Arc::clone(&newest),
        before: None,
        unreadable: None,
    };
    let server = Server::start(options, drafting.builder(), say)?;
    if server.moved() {
        anstream::eprintln!(
            "ポート {} は使われているため、{} を使います。",
            arguments.port,
            server.port()
        );
    }
    let folder = match newest.load(Ordering::Relaxed) {
        0 => String::new(),
        year => format!("{year}/"),
    };
    let address = format!("http://localhost:{}/{folder}", server.port());
    anstream::println!(
        "プレビュー：{address}\n原稿を保存すると、開いているページが変わります。終わるときは Ctrl-C を押してください。"
    );
    if arguments.open {
        open(&address);
    }
    server.wait();
    Ok(OK)
}

/// What goes from one build to the next.
struct Drafting {
    content: PathBuf,
    label: Label,
    earlier: Option<Earlier>,
    /// The newest edition's year, for the address.
    newest: Arc<AtomicU16>,
    /// The sources of the build before, and what was read of them.
    before: Option<(Arc<Sources>, Manuscript)>,
    /// Why they could not be read.
    unreadable: Option<String>,
}

impl Drafting {
    fn builder(mut self) -> impl FnMut() -> Built + Send + 'static {
        move || self.build()
    }

    /// Builds when the sources are not those of the build before.
    fn build(&mut self) -> Built {
        let sources = match source::read_folder(&self.content) {
            Ok(sources) => Arc::new(sources),
            Err(error) => {
                self.before = None;
                let said = error.to_string();
                if self.unreadable.as_ref() == Some(&said) {
                    return Built::Same;
                }
                self.unreadable = Some(said.clone());
                return unreadable(&self.content, said);
            }
        };
        self.unreadable = None;
        let manuscript = match self.before.take() {
            Some((before, manuscript)) if *before == *sources => {
                self.before = Some((before, manuscript));
                return Built::Same;
            }
            Some((before, manuscript)) => manuscript::read_again(&sources, &before, manuscript),
            None => manuscript::read(&sources),
        };
        let built = self.site(&sources, &manuscript);
        self.before = Some((sources, manuscript));
        built
    }

    /// What `build --draft` would write, or why it would not.
    fn site(&self, sources: &Arc<Sources>, manuscript: &Manuscript) -> Built {
        let check::Checked {
            publication,
            diagnostics,
        } = check::check(sources, manuscript);
        // A draft is shown whatever it lacks; what is merely not there yet is on its board and needs no panel.
        let faults = panel(&diagnostics, sources, manuscript);
        let Some(publication) = publication else {
            return Built::Broken(faults.unwrap_or_else(nameless));
        };
        self.newest.store(publication.newest().year.year(), Ordering::Relaxed);
        let mut draft = Draft::new(self.label.clone(), sources, manuscript, &publication, &diagnostics);
        draft.since = self.earlier.as_ref().map(|earlier| earlier.compared(&publication));
        let _guard = guard::watch(sources, "");
        let made = Templates::new(sources)
            .and_then(|templates| Deferred::new(publication, draft, Arc::new(templates), Arc::clone(sources)));
        match made {
            Ok(site) => Built::Good {
                pages: Arc::new(site),
                panel: faults,
            },
            Err(findings) => Built::Broken(panel(&findings, sources, manuscript).unwrap_or_else(nameless)),
        }
    }
}

/// A break that no finding explains cannot be; if it is, it is said.
fn nameless() -> Panel {
    Panel {
        title: "報告書を作れません。ayumi check で確かめてください。".to_owned(),
        findings: Vec::new(),
    }
}

/// The errors in what is there: what else was found is for `check`, and what is not there for the board.
fn panel(findings: &[Diagnostic], sources: &Sources, manuscript: &Manuscript) -> Option<Panel> {
    let errors: Vec<&Diagnostic> = findings
        .iter()
        .filter(|found| found.severity == Severity::Error && !draft::is_absence(found.code))
        .collect();
    let line = |found: &&Diagnostic| Finding {
        place: found.location(sources),
        department: found.department.as_ref().map_or_else(String::new, |id| {
            manuscript
                .department_name(id)
                .map_or_else(|| id.to_string(), str::to_owned)
        }),
        message: found.message.clone(),
        fix: found.fix.clone(),
    };
    let more = if errors.len() > MAX_FINDINGS {
        format!("（初めの{MAX_FINDINGS}件を示します）")
    } else {
        String::new()
    };
    (!errors.is_empty()).then(|| Panel {
        title: format!("直すものが{}件あります{more}。", errors.len()),
        findings: errors.iter().take(MAX_FINDINGS).map(line).collect(),
    })
}

fn unreadable(content: &Path, said: String) -> Built {
    Built::Broken(Panel {
        title: "原稿を読み込めません。".to_owned(),
        findings: vec![Finding {
            place: content.display().to_string(),
            department: String::new(),
            message: said,
            fix: "読み込めるようになると、自動で表示が変わります。".to_owned(),
        }],
    })
}

/// What happens while it runs, at the terminal.
fn say(notice: Notice) {
    match notice {
        Notice::Updated => {}
        Notice::Broken(panel) => {
            anstream::eprintln!("{}", panel.title);
            for finding in &panel.findings {
                anstream::eprintln!("  {}：{}", finding.place, finding.message);
            }
        }
        Notice::Polling(Deaf::Wished) => {}
        Notice::Polling(Deaf::Refused(why)) => anstream::eprintln!(
            "フォルダーの変更の知らせを受け取れないため、定期的に調べる方法に切り替えました（{why}）。表示が変わるまで、少し時間がかかります。"
        ),
        Notice::Polling(Deaf::Silent) => anstream::eprintln!(
            "フォルダーの変更の知らせが届かないため（ネットワークドライブなど）、定期的に調べる方法に切り替えました。表示が変わるまで、少し時間がかかります。"
        ),
        Notice::Watching => anstream::eprintln!("フォルダーの変更の知らせを、また受け取れるようになりました。"),
    }
}

/// Opens the browser if it can be opened: the address was shown already.
fn open(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let quiet = |command: &mut Command| {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
    };
    let _ = quiet(Command::new(program).args(before).arg(address));
}
