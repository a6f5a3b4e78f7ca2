//! `--since`: an earlier draft, as a folder or as a revision of git, compared with the present one.

use std::path::Path;

use ayumi::{
    changes, check,
    draft::Since,
    error::Result,
    manuscript,
    model::Publication,
    source::{self, Sources},
};

/// What changed, or what to say instead. A folder of that name comes before a revision.
pub(super) fn changes(
    content: &Path,
    since: &str,
    name: String,
    new: &Publication,
) -> Result<std::result::Result<Since, String>> {
    let sources = match sources(content, since)? {
        Ok(sources) => sources,
        Err(said) => return Ok(Err(said)),
    };
    let checked = check::check(&sources, &manuscript::read(&sources));
    Ok(match checked.publication {
        Some(old) => Ok(Since {
            name,
            changes: changes::between(&old, new),
        }),
        None => Err(format!(
            "前の案「{since}」は、計画か市の登録（plan.yaml、kpis.yaml、city.yaml）が読めないため、比べられません。"
        )),
    })
}

fn sources(content: &Path, since: &str) -> Result<std::result::Result<Sources, String>> {
    let folder = Path::new(since);
    if folder.is_dir() {
        return source::read_folder(folder).map(Ok);
    }
    let read = source::read_revision(content, since);
    Ok(read.map_err(|error| format!("前の案「{since}」を読めません。{error}")))
}
