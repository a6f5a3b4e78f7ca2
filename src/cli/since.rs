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

use super::args;

/// An earlier draft, ready to be compared with the present one as often as that changes.
pub(super) struct Earlier {
    /// How the list of changes calls it.
    pub(super) name: String,
    publication: Publication,
}

impl Earlier {
    /// Reads it once, or says what to say instead. A folder of that name comes before a revision.
    pub(super) fn read(content: &Path, since: &args::Since) -> Result<std::result::Result<Option<Self>, String>> {
        let Some(named) = &since.since else { return Ok(Ok(None)) };
        let sources = match sources(content, named)? {
            Ok(sources) => sources,
            Err(said) => return Ok(Err(said)),
        };
        let checked = check::check(&sources, &manuscript::read(&sources));
        Ok(match checked.publication {
            Some(publication) => Ok(Some(Self {
                name: since.name(named),
                publication,
            })),
            None => Err(format!(
                "前の案「{named}」は、計画か市の登録（plan.yaml、kpis.yaml、city.yaml）が読めないため、比べられません。"
            )),
        })
    }

    /// What has changed since.
    pub(super) fn compared(&self, new: &Publication) -> Since {
        Since {
            name: self.name.clone(),
            changes: changes::between(&self.publication, new),
        }
    }
}

fn sources(content: &Path, since: &str) -> Result<std::result::Result<Sources, String>> {
    let folder = Path::new(since);
    if folder.is_dir() {
        return source::read_folder(folder).map(Ok);
    }
    let read = source::read_revision(content, since);
    Ok(read.map_err(|error| format!("前の案「{since}」を読めません。{error}")))
}
