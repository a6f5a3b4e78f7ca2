//! How fast the whole is, measured beside what no program can go below. `benches/README.md` says how to read the table.
//!
//! ```text
//! cargo bench --bench speed                 stages, and scales 1, 100 and 1,741
//! cargo bench --bench speed -- 1 100        these scales only
//! ```

mod floor;
mod generate;
mod process;
mod stages;
mod times;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use times::{Times, ratio, text};

const AYUMI: &str = env!("CARGO_BIN_EXE_ayumi");
const SEED: u64 = 1;
/// All municipalities of the country.
const COUNTRY: u32 = 1_741;
const MIB: f64 = 1024.0 * 1024.0;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.first().map(String::as_str) {
        Some("--floor") => return floor::run(&arguments[1..]),
        Some("--nothing") => return Ok(()),
        _ => {}
    }
    let scales: Vec<u32> = arguments.iter().filter_map(|scale| scale.parse().ok()).collect();
    let scales = if scales.is_empty() {
        vec![1, 100, COUNTRY]
    } else {
        scales
    };
    let folder = tempfile::tempdir_in(memory())?;
    println!("in {}, {} cores", folder.path().display(), cores());
    let mut goals = Goals::default();
    goals.size();
    for scale in scales {
        if scale == 1 {
            one(folder.path(), &mut goals)?;
        } else {
            many(folder.path(), scale, &mut goals)?;
        }
    }
    goals.print();
    Ok(())
}

/// A file system in memory, if there is one: the disk is not what is measured.
fn memory() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() { memory } else { env::temp_dir() }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// What is promised, and what came out.
#[derive(Default)]
struct Goals(Vec<(String, f64, f64, &'static str)>);

impl Goals {
    fn add(&mut self, what: impl Into<String>, limit: f64, found: f64, unit: &'static str) {
        self.0.push((what.into(), limit, found, unit));
    }

    fn size(&mut self) {
        let bytes = fs::metadata(AYUMI).map_or(0, |file| file.len());
        self.add("size of the program", 8.0, bytes as f64 / 1e6, " MB");
    }

    fn print(&self) {
        println!("\n{:<34}{:>12}{:>14}", "goal", "at most", "found");
        for (what, limit, found, unit) in &self.0 {
            let mark = if found <= limit { "" } else { "   MISSED" };
            let (limit, found) = (format!("{limit:.2}{unit}"), format!("{found:.2}{unit}"));
            println!("{what:<34}{limit:>12}{found:>14}{mark}");
        }
    }
}

fn head(title: &str) {
    println!("\n{title:<34}{:>12}{:>12}{:>10}", "min", "median", "× floor");
}

fn line(what: &str, times: &Times, floor: Option<&Times>) {
    let ratio = floor.map_or_else(String::new, |floor| format!("{:.2}", ratio(times.min(), floor.min())));
    println!(
        "{what:<34}{:>12}{:>12}{ratio:>10}",
        text(times.min()),
        text(times.median())
    );
}

fn build(content: &Path, site: &Path) -> Command {
    let mut command = Command::new(AYUMI);
    command
        .arg("build")
        .arg("--content")
        .arg(content)
        .arg("--output")
        .arg(site);
    command
}

fn ourselves(mode: &str) -> io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.arg(mode);
    Ok(command)
}

/// The shipped report.
fn one(folder: &Path, goals: &mut Goals) -> io::Result<()> {
    const ROUNDS: usize = 40;
    let content = folder.join("content");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &content)?;
    let (site, beside) = (folder.join("site"), folder.join("floor"));
    head("1 city: stages, in this process");
    for (name, times) in stages::measure(&content, &site, ROUNDS)? {
        line(name, &times, None);
    }

    process::time(&mut build(&content, &site))?;
    floor::note(std::slice::from_ref(&content), |_| site.clone())?;
    let mut check = Command::new(AYUMI);
    check.arg("check").arg("--content").arg(&content);
    let edited = content.join("reports/2021/departments/nosei.md");
    let original = fs::read_to_string(&edited)?;
    let [
        mut nothing,
        mut start,
        mut floor,
        mut cold,
        mut warm,
        mut changed,
        mut checked,
    ] = <[Times; 7]>::default();
    // One of each in turn, so that all meet the same machine.
    for round in 0..ROUNDS {
        nothing.push(process::time(&mut ourselves("--nothing")?)?);
        start.push(process::time(Command::new(AYUMI).arg("--version"))?);
        remove(&beside)?;
        floor.push(process::time(ourselves("--floor")?.arg(&content).arg(&beside))?);
        remove(&site)?;
        cold.push(process::time(&mut build(&content, &site))?);
        warm.push(process::time(&mut build(&content, &site))?);
        fs::write(
            &edited,
            original.replacen("中止しました", &format!("{round}回中止しました"), 1),
        )?;
        changed.push(process::time(&mut build(&content, &site))?);
        fs::write(&edited, &original)?;
        checked.push(process::time(&mut check)?);
    }
    head("1 city: whole processes");
    line("start and exit of a process", &nothing, Some(&floor));
    line("ayumi --version", &start, Some(&floor));
    line("floor: read, write", &floor, Some(&floor));
    line("ayumi build, nothing there", &cold, Some(&floor));
    line("ayumi build, unchanged", &warm, Some(&floor));
    line("ayumi build, one file edited", &changed, Some(&floor));
    line("ayumi check", &checked, Some(&floor));
    goals.add("1 city: build ÷ floor", 2.7, ratio(cold.min(), floor.min()), "");
    // Set beside a floor of 1.9 ms, as all goals of time were.
    goals.add(
        "1 city: check ÷ floor",
        3.0 / 1.9,
        ratio(checked.min(), floor.min()),
        "",
    );
    goals.add("1 city: check", 3.0, checked.min().as_secs_f64() * 1e3, " ms");
    remove(&site)?;
    if let Some(peak) = process::peak(&mut build(&content, &site))? {
        println!("{:<34}{:>8.1} MiB", "peak memory of a build", peak as f64 / MIB);
    }
    remove(&site)?;
    remove(&beside)
}

/// Synthetic cities, in one process.
fn many(folder: &Path, scale: u32, goals: &mut Goals) -> io::Result<()> {
    let rounds = if scale > 500 { 9 } else { 15 };
    let shape = generate::Shape::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))?;
    let (contents, site) = (folder.join(format!("cities-{scale}")), folder.join("site"));
    let cities = shape.write(SEED, scale, &contents)?;
    let mut all = Command::new(AYUMI);
    all.arg("build").args(&cities).arg("--output").arg(&site);
    process::time(&mut all)?;
    let warm = Times::of(process::time(&mut all)?);
    floor::note(&cities, |city| site.join(city.file_name().unwrap_or_default()))?;
    remove(&site)?;
    let (mut floor, mut cold) = (Times::default(), Times::default());
    for _ in 0..rounds {
        floor.push(process::time(ourselves("--floor")?.args(&cities).arg(&site))?);
        remove(&site)?;
        cold.push(process::time(&mut all)?);
        remove(&site)?;
    }
    head(&format!("{scale} cities"));
    line("floor: read, write", &floor, Some(&floor));
    line("ayumi build, nothing there", &cold, Some(&floor));
    line("ayumi build, unchanged", &warm, Some(&floor));
    let each = |time: Duration| text(time / scale);
    println!(
        "{:<34}{:>12}{:>12}",
        "a city of these",
        each(cold.min()),
        each(cold.median())
    );
    let peak = process::peak(&mut all)?;
    if scale == COUNTRY {
        goals.add("1741 cities: build ÷ floor", 3.2, ratio(cold.min(), floor.min()), "");
    }
    if let Some(peak) = peak {
        let peak = peak as f64 / MIB;
        println!("{:<34}{peak:>8.1} MiB", "peak memory of a build");
        goals.add(format!("{scale} cities: peak memory"), 64.0, peak, " MiB");
    }
    remove(&site)?;
    remove(&contents)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        _ => Ok(()),
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
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
