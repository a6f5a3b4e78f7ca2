//! Reading again after a save gives what reading everything would.

use std::path::Path;

use ayumi::{
    manuscript::{self, Manuscript},
    source::{self, Sources},
};

type Files = Vec<(String, Vec<u8>)>;

const DEPARTMENTS: &str = "reports/2021/departments/";

fn shipped() -> Files {
    let sources = source::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let files = sources
        .files()
        .map(|(_, file)| (file.name.clone(), file.text.clone().into_bytes()));
    files.collect()
}

fn edit(files: &mut Files, name: &str, change: impl FnOnce(String) -> String) {
    let (_, bytes) = files.iter_mut().find(|(known, _)| known == name).unwrap();
    *bytes = change(String::from_utf8(bytes.clone()).unwrap()).into_bytes();
}

/// Goes through states of a folder, one reading after the other.
struct Reader {
    sources: Sources,
    manuscript: Manuscript,
}

impl Reader {
    fn new(files: &Files) -> Self {
        let sources = Sources::from_files(files.clone());
        let manuscript = manuscript::read(&sources);
        Self { sources, manuscript }
    }

    fn goes_on(self, what: &str, files: &Files) -> Self {
        let sources = Sources::from_files(files.clone());
        let manuscript = manuscript::read_again(&sources, &self.sources, self.manuscript);
        let whole = format!("{:#?}", manuscript::read(&sources));
        assert!(format!("{manuscript:#?}") == whole, "{what}");
        Self { sources, manuscript }
    }
}

#[test]
fn every_file_changed_alone_and_mended() {
    let files = shipped();
    let mut reader = Reader::new(&files);
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for name in &names {
        let mut broken = files.clone();
        edit(&mut broken, name, |text| format!("「{{\n{text}"));
        reader = reader.goes_on(&format!("{name} broken"), &broken).goes_on(name, &files);
    }
}

#[test]
fn what_is_done_to_folders() {
    let files = shipped();
    let page = |id: &str| format!("{DEPARTMENTS}{id}.md");
    let mut reader = Reader::new(&files);
    let mut now = files.clone();
    let mut step = |what: &str, now: &Files| {
        let before = std::mem::replace(&mut reader, Reader::new(&Files::new()));
        reader = before.goes_on(what, now);
    };
    step("nothing", &now);
    now.retain(|(name, _)| *name != page("hoiku"));
    step("a file removed: those behind it have other numbers", &now);
    now.push((
        page("hoiku-ka"),
        files.iter().find(|(name, _)| *name == page("hoiku")).unwrap().1.clone(),
    ));
    step("handed in under another name", &now);
    step("and nothing since", &now);
    edit(&mut now, "city.yaml", |text| text.replace("id: hoiku", "id: hoikuka"));
    step("the register says otherwise", &now);
    now.push((
        "reports/2022/departments/nosei.md".to_owned(),
        b"## I-1-(1)\n\n### x\n".to_vec(),
    ));
    step("another year", &now);
    now.retain(|(name, _)| name != "programs.yaml" && name != "series/kpi.csv");
    step("registers gone", &now);
    now.push(("programs.yaml".to_owned(), vec![0xFF, 0x00, 0x80]));
    step("one back, as no text", &now);
    step("back to the beginning", &files);
}
