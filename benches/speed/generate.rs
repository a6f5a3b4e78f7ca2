//! Synthetic cities for the scales: the shape of a real content folder, with other names, figures and texts. A seed and a
//! number give one city, on every machine and whatever the number of cities. What comes out is never committed.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The name of the city whose folder gives the shape, without its suffix.
const MODEL: &str = "柏崎";

/// A real content folder: what every city is a variation of.
pub struct Shape {
    /// Names with `/` below the folder, and texts.
    files: Vec<(String, String)>,
    /// Sentences that a department may write.
    sentences: Vec<String>,
}

impl Shape {
    /// Reads a content folder.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        collect(folder, folder, &mut files)?;
        files.sort();
        let departments = files.iter().filter(|(name, _)| name.contains("/departments/"));
        let sentences = departments
            .flat_map(|(_, text)| text.lines().filter(|line| is_sentence(line)))
            .map(str::to_owned)
            .collect();
        Ok(Self { files, sentences })
    }

    /// The files of one city.
    pub fn city(&self, seed: u64, number: u32) -> Vec<(String, String)> {
        let mut random = Random::new(seed, number);
        let names = Names::new(&mut random, number);
        let figures = Figures::new(&self.files, &mut random);
        let vary = |(name, text): &(String, String), random: &mut Random| {
            let text = match name.as_str() {
                "city.yaml" => names.register(text, random),
                "kpis.yaml" => figures.targets(text),
                "series/kpi.csv" => figures.series(text),
                "series/population.csv" => figures.population(text),
                _ if name.contains("/departments/") => self.narrative(text, random),
                _ => figures.in_text(text),
            };
            (name.clone(), names.in_text(&text))
        };
        self.files.iter().map(|file| vary(file, &mut random)).collect()
    }

    /// Writes cities 1 to `count` below `folder`, each into a folder of its own, and names these.
    pub fn write(&self, seed: u64, count: u32, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut cities = Vec::new();
        for number in 1..=count {
            let city = folder.join(format!("city-{number:04}"));
            for (name, text) in self.city(seed, number) {
                let path = city.join(name);
                fs::create_dir_all(path.parent().unwrap_or(&city))?;
                fs::write(path, text)?;
            }
            cities.push(city);
        }
        Ok(cities)
    }

    /// Every second sentence becomes another department's.
    fn narrative(&self, text: &str, random: &mut Random) -> String {
        lines(text, |line| {
            let other = is_sentence(line) && random.below(2) == 0;
            other.then(|| random.pick(&self.sentences).clone())
        })
    }
}

/// A line of narrative that says something by itself: no reference, no list, no heading.
fn is_sentence(line: &str) -> bool {
    line.ends_with('。') && !line.starts_with(['-', '#', '|', ' ']) && !line.contains(['{', ':'])
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            let name = name.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// Each line as it is, or what `change` makes of it.
fn lines(text: &str, mut change: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match change(line) {
            Some(other) => out.push_str(&other),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// What things are called in one city.
struct Names {
    /// Without suffix.
    stem: String,
    suffix: &'static str,
    code: String,
}

impl Names {
    fn new(random: &mut Random, number: u32) -> Self {
        const FIRST: [&str; 16] = [
            "青", "赤", "朝", "岩", "上", "大", "川", "北", "桜", "高", "中", "長", "東", "松", "南", "山",
        ];
        const SECOND: [&str; 16] = [
            "浦", "岡", "丘", "川", "木", "郷", "崎", "沢", "島", "瀬", "田", "谷", "津", "野", "原", "森",
        ];
        let stem = format!("{}{}", random.pick(&FIRST), random.pick(&SECOND));
        Self {
            stem,
            suffix: *random.pick(&["市", "市", "町", "村"]),
            code: code(number),
        }
    }

    /// `city.yaml`: its code, and other names for the departments, each once.
    fn register(&self, text: &str, random: &mut Random) -> String {
        const FIELDS: [&str; 24] = [
            "観光", "農業", "企画", "財政", "福祉", "保育", "教育", "文化", "産業", "雇用", "建築", "道路", "環境",
            "市民", "広報", "健康", "医療", "防災", "情報", "定住", "交流", "林業", "水産", "住宅",
        ];
        const WORK: [&str; 6] = ["推進課", "振興課", "支援課", "政策課", "総務課", "戦略室"];
        let mut used = std::collections::BTreeSet::new();
        let mut department = || loop {
            let name = format!("{}{}", random.pick(&FIELDS), random.pick(&WORK));
            if used.insert(name.clone()) {
                return name;
            }
        };
        lines(text, |line| {
            if line.starts_with("code:") {
                return Some(format!("code: \"{}\"", self.code));
            }
            line.starts_with("    name:")
                .then(|| format!("    name: {}", department()))
        })
    }

    fn in_text(&self, text: &str) -> String {
        text.replace(&format!("{MODEL}市"), &format!("{}{}", self.stem, self.suffix))
            .replace(MODEL, &self.stem)
    }
}

/// Six digits: prefecture, municipality, check digit.
fn code(number: u32) -> String {
    let digits = format!("{:02}{:03}", 1 + number % 47, 100 + number / 47 % 900);
    let weighted: u32 = digits
        .bytes()
        .zip((2..=6).rev())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{digits}{}", (11 - weighted % 11) % 10)
}

/// How one city's figures differ: a factor for each KPI and for the population, in thousandths.
struct Figures {
    kpis: Vec<(String, u64)>,
    population: u64,
    /// Figures of the population that texts name, before and after.
    named: Vec<(String, String)>,
}

impl Figures {
    fn new(files: &[(String, String)], random: &mut Random) -> Self {
        let text = |wanted: &str| {
            files
                .iter()
                .find(|(name, _)| name == wanted)
                .map_or("", |(_, text)| text)
        };
        let mut kpis: Vec<(String, u64)> = Vec::new();
        for line in text("series/kpi.csv").lines().skip(1) {
            let id = line.split(',').next().unwrap_or("");
            if kpis.last().is_none_or(|(known, _)| known != id) {
                // Never more than the original: percentages stay below 100.
                kpis.push((id.to_owned(), 600 + random.below(400)));
            }
        }
        let population = 50 + random.below(3_000);
        let values = text("series/population.csv").lines().skip(1);
        let named = values
            .filter_map(|line| line.split(',').nth(2))
            .map(|value| (grouped(value), grouped(&scaled(value, population))))
            .collect();
        Self {
            kpis,
            population,
            named,
        }
    }

    fn factor(&self, id: &str) -> u64 {
        self.kpis
            .iter()
            .find(|(known, _)| known == id)
            .map_or(1_000, |(_, factor)| *factor)
    }

    fn series(&self, text: &str) -> String {
        lines(text, |line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            let factor = self.factor(&cells[0]);
            let value = cells.get_mut(2)?;
            *value = scaled(value, factor);
            Some(cells.join(","))
        })
    }

    fn population(&self, text: &str) -> String {
        lines(text, |line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            let value = cells.get_mut(2)?;
            *value = scaled(value, self.population);
            Some(cells.join(","))
        })
    }

    /// `target: { year: 2024, value: 245 }` below its `- id:`.
    fn targets(&self, text: &str) -> String {
        let mut factor = 1_000;
        lines(text, |line| {
            if let Some(id) = line.trim_start().strip_prefix("- id: ") {
                factor = self.factor(id);
            }
            let (before, value) = line.split_once(", value: ")?;
            let value = value.strip_suffix(" }")?;
            Some(format!("{before}, value: {} }}", scaled(value, factor)))
        })
    }

    fn in_text(&self, text: &str) -> String {
        let named = self.named.iter();
        named.fold(text.to_owned(), |text, (before, after)| text.replace(before, after))
    }
}

/// A figure times a factor in thousandths, with as many decimals as before; what is no figure stays.
fn scaled(value: &str, factor: u64) -> String {
    let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let Ok(figure) = value.replace('.', "").parse::<u64>() else {
        return value.to_owned();
    };
    let figure = (figure * factor / 1_000).max(1);
    if decimals == 0 {
        return figure.to_string();
    }
    let digits = format!("{figure:0width$}", width = decimals + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{rest}")
}

/// `39,055`.
fn grouped(value: &str) -> String {
    let mut out = String::new();
    for (at, digit) in value.chars().enumerate() {
        if at > 0 && (value.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn new(seed: u64, number: u32) -> Self {
        Self(seed ^ u64::from(number).wrapping_mul(0xA076_1D64_78BD_642F))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `end`, without it.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len() as u64) as usize]
    }
}
