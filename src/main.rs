//! The command `ayumi`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
