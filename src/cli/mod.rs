//! The command line: words in, exit status out. The only place that looks at the clock, the terminal and the environment.
//!
//! Exit status: 0 done, 1 the sources are to be mended (nothing was written; of several cities, nothing of those), 2 the
//! machine failed or the command was not understood.

mod args;
mod build;
mod check;
mod cities;
mod committee;
mod draft;
mod explain;
mod guard;
mod preview;
mod schema;
mod shared;
mod since;

use std::process::ExitCode;

use args::Command;

const OK: u8 = 0;
const SOURCES: u8 = 1;
const MACHINE: u8 = 2;

/// Does all of it in one of the threads that share the work: from outside each step would wake them and wait for them anew.
fn at_work<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}

/// Runs the command of the process's arguments.
pub fn run() -> ExitCode {
    let arguments = match args::read() {
        Ok(arguments) => arguments,
        Err(end) => {
            end.say();
            return ExitCode::from(end.status());
        }
    };
    let done = match arguments.command {
        Command::Build(build) => at_work(|| build::run(&build)),
        Command::Check(check) => at_work(|| check::run(&check)),
        Command::Preview(preview) => preview::run(&preview),
        Command::CommitteeSheet(sheet) => committee::sheet(&sheet),
        Command::CommitteeRead(read) => committee::read(&read),
        Command::Explain(explain) => Ok(explain::run(&explain)),
        Command::Schema(schema) => schema::run(&schema),
    };
    ExitCode::from(done.unwrap_or_else(|error| {
        anstream::eprintln!("エラー：{error}");
        MACHINE
    }))
}
