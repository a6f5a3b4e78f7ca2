//! `ayumi check`: what is to be mended, and nothing written.

use ayumi::{
    diagnostic::{Severity, terminal},
    error::Result,
    render,
};

use super::{OK, SOURCES, args, shared};

pub(super) fn run(arguments: &args::Check) -> Result<u8> {
    let shared::Work {
        sources,
        manuscript,
        checked,
    } = shared::work(&arguments.content)?;
    let mut findings = checked.diagnostics;
    if let Err(mut faults) = render::Templates::new(&sources) {
        findings.append(&mut faults);
    }
    shared::show(&findings, &sources, &manuscript);
    anstream::println!("{}", terminal::summary(&findings));
    let wrong = findings.iter().any(|found| found.severity == Severity::Error);
    Ok(if wrong { SOURCES } else { OK })
}
