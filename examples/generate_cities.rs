//! Writes synthetic cities: `cargo run --example generate_cities -- 100 cities [seed]`.

#[path = "../benches/speed/generate.rs"]
mod generate;

use std::{env, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (count, folder, seed) = match arguments.as_slice() {
        [count, folder] => (count.parse(), folder, Ok(1)),
        [count, folder, seed] => (count.parse(), folder, seed.parse()),
        _ => (Ok(0), &String::new(), Ok(0)),
    };
    let (Ok(count @ 1..), Ok(seed)) = (count, seed) else {
        eprintln!("usage: generate_cities COUNT FOLDER [SEED]");
        return ExitCode::from(2);
    };
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let written = generate::Shape::read(&content).and_then(|shape| shape.write(seed, count, Path::new(folder)));
    match written {
        Ok(cities) => {
            println!("{folder}: {} cities", cities.len());
            ExitCode::SUCCESS
        }
        Err(cause) => {
            eprintln!("{folder}: {cause}");
            ExitCode::FAILURE
        }
    }
}
