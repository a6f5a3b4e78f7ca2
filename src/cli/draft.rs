//! `ayumi build --draft`: sources as they are to files, gaps and all.

use std::time::Instant;

use ayumi::{
    diagnostic::terminal,
    draft::{Board, Draft, Label, State},
    error::{Error, Result},
    output, render,
};

use super::{MACHINE, OK, SOURCES, args, guard, shared, since::Earlier};

pub(super) fn run(arguments: &args::Build, label: Label) -> Result<u8> {
    let start = Instant::now();
    let folder = arguments.output();
    shared::apart([arguments.sources.content.as_path()], &folder)?;
    let work = shared::work(&arguments.sources.content)?;
    let shared::Work {
        sources,
        manuscript,
        checked,
    } = &work;
    let findings = &checked.diagnostics;
    let Some(publication) = &checked.publication else {
        shared::show(findings, sources, manuscript);
        anstream::eprintln!("{}", terminal::summary(findings));
        anstream::eprintln!(
            "計画か市の登録（plan.yaml、kpis.yaml、city.yaml）が読めないため、案は作っていません。前に作ったものは、そのまま残っています。"
        );
        return Ok(SOURCES);
    };
    let earlier = match Earlier::read(&arguments.sources.content, &arguments.since)? {
        Ok(earlier) => earlier,
        Err(said) => {
            anstream::eprintln!("エラー：{said}\n案は作っていません。前に作ったものは、そのまま残っています。");
            return Ok(MACHINE);
        }
    };
    let mut draft = Draft::new(label, sources, manuscript, publication, findings);
    draft.since = earlier.map(|earlier| earlier.compared(publication));
    let guard = guard::watch(sources, "");
    let rendered =
        render::Templates::new(sources).and_then(|templates| render::draft(publication, &draft, &templates, sources));
    drop(guard);
    let site = match rendered {
        Ok(site) => site,
        Err(findings) => {
            shared::show(&findings, sources, manuscript);
            anstream::eprintln!("案は作っていません。前に作ったものは、そのまま残っています。");
            return Ok(SOURCES);
        }
    };
    // A draft has no open data: what has it is on its way to the web, or came from there.
    if output::names(&folder)?
        .iter()
        .any(|name| name.ends_with("/data/kpi.csv"))
    {
        let attempt =
            "出力先に公表用の報告書があるため、案を書き込みません。別のフォルダーを --output で指定してください";
        let cause = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(Error::new(attempt, folder, cause));
    }
    let written = output::write(&site, &folder)?;
    let newest = publication.newest();
    let board = Board::new(&draft, &publication.known_to(newest), newest);
    let states = State::ALL.map(|state| format!("{}{}課", state.word(), board.count(state)));
    anstream::println!("{}　{}", draft.label.text(), states.join("、"));
    if let Some(since) = &draft.since {
        anstream::println!("「{}」からの変更 {}件", since.name, since.changes.len());
    }
    anstream::println!(
        "{} に{}ファイルの案を作りました（書き込み {}、変更なし {}、削除 {}）。{:.3}秒",
        folder.display(),
        site.len(),
        written.written,
        written.kept,
        written.removed,
        start.elapsed().as_secs_f64()
    );
    Ok(OK)
}
