//! Writes the seeds of every target below `corpus/`, from the shipped sources and the tests' cases: nothing of them is
//! committed twice. Standard library only, so that `rustc` alone builds it; run it in `fuzz/`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

type Files = BTreeMap<String, Vec<u8>>;

fn main() {
    let corpus = PathBuf::from("corpus");
    let mut seeds = 0;
    let mut seed = |target: &str, bytes: &[u8]| {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(format!("seed-{seeds:04}")), bytes).expect("a file");
        seeds += 1;
    };
    let content = read(Path::new("../content"));
    let tests = read(Path::new("../tests/diagnostics"));
    for (name, bytes) in content.iter().chain(&tests) {
        // Longer ones make every step slow and teach nothing more.
        if bytes.len() > 4_096 || name.starts_with("base/") && name.ends_with("programs.yaml") {
            continue;
        }
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("yaml") => seed("yaml", bytes),
            Some("csv") => {
                seed("csv", bytes);
                let rows = bytes.iter().position(|byte| *byte == b'\n').map_or(&[][..], |at| &bytes[at + 1..]);
                seed("csv", rows);
            }
            Some("md") => {
                seed("markdown", bytes);
                for paragraph in String::from_utf8_lossy(bytes).split("\n\n") {
                    if paragraph.contains("年") || paragraph.contains("R2") {
                        seed("eras", paragraph.as_bytes());
                    }
                    if paragraph.contains('{') {
                        seed("references", paragraph.as_bytes());
                    }
                }
            }
            _ => {}
        }
    }
    for years in ["令和元（2019）年5月1日", "R2.4.1 H30年度 S64", "平成三十一年四月 2020（令和2）年", "2019-04-30 2019-05 67.0 1-2-1"] {
        seed("eras", years.as_bytes());
    }
    let mut cases: Vec<&str> = tests.keys().filter_map(|name| name.split_once('/').map(|(case, _)| case)).collect();
    cases.dedup();
    for case in cases {
        let mut input = Vec::new();
        for (name, bytes) in &tests {
            let Some(name) = name.strip_prefix(case).and_then(|rest| rest.strip_prefix('/')) else {
                continue;
            };
            match name.strip_suffix(".delete") {
                _ if name.ends_with(".txt") => {}
                Some(gone) => input.extend_from_slice(format!("--- {gone}\n").as_bytes()),
                None => {
                    input.extend_from_slice(format!("=== {name}\n").as_bytes());
                    input.extend_from_slice(bytes);
                    if !input.ends_with(b"\n") {
                        input.push(b'\n');
                    }
                }
            }
        }
        if !input.is_empty() && input.len() < 16_384 {
            seed("report", &input);
        }
    }
    println!("{seeds} seeds in {}", corpus.display());
}

/// Every file below a folder.
fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        for item in fs::read_dir(&folder).expect("a folder").map(|item| item.expect("an item")) {
            let name = format!("{prefix}{}", item.file_name().to_string_lossy());
            if item.path().is_dir() {
                waiting.push((item.path(), format!("{name}/")));
            } else {
                files.insert(name, fs::read(item.path()).expect("a file"));
            }
        }
    }
    files
}
