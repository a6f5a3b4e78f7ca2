//! The command `ayumi`.

mod cli;

// Built from C, which a Windows machine with nothing but Rust may lack.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
