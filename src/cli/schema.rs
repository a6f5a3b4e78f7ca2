//! `ayumi schema`: JSON Schemas for editors, with the ids of the content where they are known.

use std::fs;

use ayumi::{
    error::{Error, Result},
    manuscript, schema, source,
};

use super::{OK, args};

pub(super) fn run(arguments: &args::Schema) -> Result<u8> {
    let sources = source::read_folder(&arguments.sources.content)?;
    let names = schema::Names::of(&manuscript::read(&sources));
    let folder = &arguments.folder;
    fs::create_dir_all(folder).map_err(|cause| Error::new("フォルダーを作れません", folder, cause))?;
    let schemas = schema::all(&names);
    for schema in &schemas {
        let path = folder.join(schema.name);
        fs::write(&path, &schema.text).map_err(|cause| Error::new("ファイルを書き込めません", path, cause))?;
    }
    anstream::println!("{} に{}個のスキーマを書きました。", folder.display(), schemas.len());
    Ok(OK)
}
