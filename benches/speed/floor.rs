//! The floor: a program that reads all inputs and writes as many files with as many bytes, and does nothing else. What
//! takes longer than this is ours to answer for. It is this benchmark itself, started with `--floor`.
//!
//! It writes each file straight to its place. It compares nothing and exchanges nothing, so it is below what any program
//! can reach that keeps the old site whole.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// The list of what to write, beside the inputs: a line `bytes name` for each file.
const LIST: &str = ".files";

/// Notes below `cities` what a build of each wrote below `site`.
pub fn note(cities: &[PathBuf], site: impl Fn(&Path) -> PathBuf) -> io::Result<()> {
    for city in cities {
        let site = site(city);
        let mut list = String::new();
        for file in files(&site)? {
            let name = file.strip_prefix(&site).unwrap_or(&file);
            list.push_str(&format!("{} {}\n", fs::metadata(&file)?.len(), name.display()));
        }
        fs::write(city.join(LIST), list)?;
    }
    Ok(())
}

/// The program: content folders, then the folder to write to.
pub fn run(arguments: &[String]) -> io::Result<()> {
    let Some((output, cities)) = arguments.split_last() else {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    };
    let output = Path::new(output);
    if let [city] = cities {
        return copy(Path::new(city), output);
    }
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(city) = cities.get(next.fetch_add(1, Ordering::Relaxed)) {
            let city = Path::new(city);
            copy(city, &output.join(city.file_name().unwrap_or_default()))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().expect("a worker of the floor does not panic"))
    })
}

fn copy(city: &Path, output: &Path) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut list = String::new();
    for file in files(city)? {
        if file.ends_with(LIST) {
            list = fs::read_to_string(file)?;
        } else {
            bytes.extend(fs::read(file)?);
        }
    }
    let mut made = BTreeSet::new();
    for line in list.lines() {
        let Some((length, name)) = line.split_once(' ') else {
            continue;
        };
        let path = output.join(name);
        if let Some(parent) = path.parent().filter(|parent| made.insert(parent.to_path_buf())) {
            fs::create_dir_all(parent)?;
        }
        let length: usize = length.parse().map_err(io::Error::other)?;
        // The inputs over and over: bytes that are in memory anyway.
        while bytes.len() < length {
            bytes.extend_from_within(..);
        }
        fs::write(path, &bytes[..length])?;
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder)? {
        let item = item?;
        if item.file_type()?.is_dir() {
            found.append(&mut files(&item.path())?);
        } else {
            found.push(item.path());
        }
    }
    Ok(found)
}
