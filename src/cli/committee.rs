//! `ayumi committee-sheet` and `ayumi committee-read`: a committee's opinions out into a sheet and back.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use ayumi::{
    committee::{self, Merged},
    error::{Error, Result},
    output,
    source::MAX_FILE,
};

use super::{MACHINE, OK, SOURCES, args, shared};

/// Writes the empty sheet. One that is there may hold somebody's opinions: it is never overwritten.
pub(super) fn sheet(arguments: &args::CommitteeSheet) -> Result<u8> {
    let work = shared::work(&arguments.sources.content)?;
    let Some(publication) = &work.checked.publication else {
        shared::show(&work.checked.diagnostics, &work.sources, &work.manuscript);
        anstream::eprintln!("計画か市の登録（plan.yaml、kpis.yaml、city.yaml）が読めないため、表は作っていません。");
        return Ok(SOURCES);
    };
    let path = &arguments.output;
    if path.exists() {
        anstream::eprintln!(
            "エラー：{} がすでにあります。書き込まれた意見を消さないよう、上書きしません。--output で別の名前を指定してください。",
            path.display()
        );
        return Ok(MACHINE);
    }
    let edition = publication.newest();
    let bytes = committee::sheet(publication, edition);
    fs::write(path, bytes).map_err(|cause| Error::new("ファイルを書き込めません", path, cause))?;
    anstream::println!(
        "{} に、{}の案への意見を集める表を作りました。会議、委員、意見の欄に書き込み、ayumi committee-read で読み込みます。",
        path.display(),
        edition.year.long()
    );
    Ok(OK)
}

/// Adds the opinions of a filled sheet to the newest edition's `committee.yaml`.
pub(super) fn read(arguments: &args::CommitteeRead) -> Result<u8> {
    let file = &arguments.file;
    let bytes = start(file).map_err(|cause| Error::new("ファイルを読み込めません", file, cause))?;
    if bytes.len() as u64 > MAX_FILE {
        return Ok(refused(
            &"表が1メガバイトを超えています。committee-sheet で作った表を指定してください。",
        ));
    }
    let rows = match committee::read(&bytes) {
        Ok(rows) => rows,
        Err(error) => return Ok(refused(&error)),
    };
    let work = shared::work(&arguments.sources.content)?;
    let Some(edition) = work.manuscript.editions.last() else {
        anstream::eprintln!("エラー：原稿のフォルダーに、年度のフォルダー（reports/2021 など）がありません。");
        return Ok(SOURCES);
    };
    let name = format!("{}committee.yaml", edition.folder);
    let present = work.sources.find(&name).map(|found| work.sources.file(found));
    if present.is_some_and(|found| found.encoding.is_none()) {
        return Ok(refused(&committee::MergeError::Damaged));
    }
    let text = present.map(|found| found.text.as_str());
    let merged = match committee::merge(text, &rows, arguments.meeting.as_deref(), arguments.date) {
        Ok(merged) => merged,
        Err(error) => return Ok(refused(&error)),
    };
    let path = arguments.sources.content.join(&name);
    // Where names differ by case alone, `Committee.yaml` is the same file, and what stands in it would be lost.
    if present.is_none() && path.exists() {
        return Ok(refused(&format!(
            "{name} と大文字・小文字だけが違う名前のファイルがあります。名前を committee.yaml に直してから、もう一度実行してください。"
        )));
    }
    if text != Some(merged.text.as_str()) && merged.added > 0 {
        output::replace(&path, merged.text.as_bytes())?;
    }
    tell(&merged, &path, text.is_none());
    Ok(OK)
}

/// So much of a file that it shows whether it is larger.
fn start(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refused(error: &dyn std::fmt::Display) -> u8 {
    anstream::eprintln!("エラー：{error}\n何も書き込んでいません。");
    SOURCES
}

fn tell(merged: &Merged, path: &Path, new: bool) {
    if merged.added == 0 && merged.known == 0 {
        anstream::println!(
            "表の「意見」の列に、何も書かれていません。何も書き込んでいません。意見が、ほかの列に書かれていないか確かめてください。"
        );
        return;
    }
    if merged.added == 0 {
        anstream::println!(
            "新しい意見はありません（前からあるもの {}件）。何も書き込んでいません。",
            merged.known
        );
        return;
    }
    let made = if new { "を作り、" } else { "に、" };
    anstream::println!(
        "{} {made}意見を{}件加えました（前からあるもの {}件）。前からの記録は変えていません。",
        path.display(),
        merged.added,
        merged.known
    );
    if !merged.meetings.is_empty() {
        anstream::println!("加えた会議：{}", merged.meetings.join("、"));
    }
    if merged.lacks_date {
        anstream::println!("加えた会議の date に、開いた日を書いてください。");
    }
}
