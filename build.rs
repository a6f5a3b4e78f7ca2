//! Turns the embedded templates into code before the library is compiled: `templates/NAME` becomes `$OUT_DIR/NAME.rs`, which
//! `src/render/fill/` gives views to. Where a template asks for what its view has not, nothing compiles.
//! `$OUT_DIR/templates.rs` is the list of them as they are, for cities that have some of their own.

#[path = "build/parse.rs"]
mod parse;
#[path = "build/write.rs"]
mod write;

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

const EMBEDDED: &str = "templates";
/// What tests fill in.
const SAMPLES: &str = "src/render/fill/samples";

fn main() -> Result<(), Box<dyn Error>> {
    let embedded = texts(EMBEDDED)?;
    let listed: Vec<(&str, &str)> = embedded.iter().map(|(name, text)| (&name[..], &text[..])).collect();
    let mut templates = BTreeMap::new();
    for (name, text) in embedded.iter().chain(&texts(SAMPLES)?) {
        let read = parse::parse(text).map_err(|(at, message)| {
            let line = text[..at].matches('\n').count() + 1;
            format!("{name}:{line}: {message}")
        });
        if templates.insert(name.clone(), read?).is_some() {
            return Err(format!("{name} is there twice").into());
        }
    }
    let folder = env::var("OUT_DIR")?;
    let write = |name: &str, code: &str| fs::write(Path::new(&folder).join(format!("{name}.rs")), code);
    write("templates", &format!("&{listed:?}"))?;
    for name in templates.keys() {
        write(name, &write::code(name, &templates)?)?;
    }
    Ok(())
}

/// The templates of a folder, by name.
fn texts(folder: &str) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    let mut found = BTreeMap::new();
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            // An editor on Windows may have laid it down with other line ends.
            found.insert(name, text.replace("\r\n", "\n"));
        }
    }
    Ok(found)
}
