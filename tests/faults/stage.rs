//! A folder with two cities' sources that are built in turn into one output, and what each of the two sites must be.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use super::support::{self, Files, Run};

/// Two sites that differ in contents and in names, and one output folder.
pub struct Stage {
    pub folder: tempfile::TempDir,
    /// What the output must be after a build of each.
    pub sites: [Files; 2],
}

/// The folders of the sources.
pub const SOURCES: [&str; 2] = ["first", "second"];

impl Stage {
    /// The output folder is empty or, after [`Stage::build`], one of the sites.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let first = support::small_city();
        let second = next_year(first.clone());
        support::write(&folder.path().join(SOURCES[0]), &first);
        support::write(&folder.path().join(SOURCES[1]), &second);
        let sites = SOURCES.map(|sources| {
            let apart = tempfile::tempdir().unwrap();
            let output = apart.path().join("output");
            let run = support::finish(
                support::ayumi(folder.path())
                    .args(["build", "--content", sources, "--output"])
                    .arg(&output),
            );
            assert_eq!(run.status, 0, "{}", run.err);
            support::files(&output)
        });
        assert!(sites[0].keys().ne(sites[1].keys()), "the sites differ in names");
        let differing = |(name, bytes): (&String, &Vec<u8>)| sites[1].get(name).is_some_and(|other| other != bytes);
        assert!(sites[0].iter().any(differing), "the sites differ in contents");
        Self { folder, sites }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn output(&self) -> PathBuf {
        self.path("output")
    }

    /// `ayumi build` of one of the two, as a command.
    pub fn command(&self, which: usize) -> Command {
        let mut command = support::ayumi(self.folder.path());
        command.args(["build", "--content", SOURCES[which], "--output", "output"]);
        command
    }

    /// Builds one of the two to its end.
    pub fn build(&self, which: usize) -> Run {
        support::finish(&mut self.command(which))
    }

    /// Builds one of the two, which must work, and leave exactly that site and nothing beside it.
    pub fn heal(&self, which: usize) {
        let run = self.build(which);
        assert_eq!(run.status, 0, "{}", run.err);
        assert_eq!(self.shown(), Some(which));
        self.no_litter();
    }

    /// Begins a build of one of the two.
    pub fn begin(&self, which: usize) -> Child {
        let mut command = self.command(which);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Which of the sites the output folder is, exactly.
    pub fn shown(&self) -> Option<usize> {
        let output = self.output();
        let found = output.is_dir().then(|| support::files(&output))?;
        self.sites.iter().position(|site| *site == found)
    }

    /// The folder in which a build works.
    pub fn beside(&self) -> PathBuf {
        self.path(".output.ayumi")
    }

    /// Sources and output, and nothing else.
    pub fn no_litter(&self) {
        assert_eq!(names(self.folder.path()), ["first", "output", "second"]);
    }
}

/// The names in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The same city a year later: other folders, other figures.
fn next_year(mut city: Files) -> Files {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let moved: Vec<String> = city
        .keys()
        .filter(|name| name.starts_with("reports/2021/"))
        .cloned()
        .collect();
    for name in moved {
        let bytes = city.remove(&name).unwrap();
        city.insert(name.replace("2021", "2022"), bytes);
    }
    let report = city.get_mut("reports/2022/report.yaml").unwrap();
    *report = text(report)
        .replace("2021-09", "2022-09")
        .replace("performance_year: 2020", "performance_year: 2021")
        .into_bytes();
    let series = city.get_mut("series/kpi.csv").unwrap();
    series.extend_from_slice(b"satisfaction,2021,65.0,,\nshops,2021,20,,\n");
    series.extend_from_slice("center,2021,,なし,\nmembers,2021,150,,\n".as_bytes());
    city
}

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to below 1.
    pub fn throw(&mut self) -> f64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}
