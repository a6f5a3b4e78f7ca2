//! What `report.yaml` and the chapters' files say: month, performance year and chapters, with stand-ins for a draft where
//! they are missing or unreadable.

use super::{edition::Folder, prose};
use crate::{
    model::{Block, Chapter, ChapterKind, DataBlock, FiscalYear, Gap, Prose, Word, YearMonth},
    source::{Place, Span},
};

/// The front of one year's report.
pub(super) struct Front {
    pub(super) performance: FiscalYear,
    pub(super) published: YearMonth,
    pub(super) chapters: Vec<Chapter>,
    /// Set when one of them is a stand-in.
    pub(super) gap: Option<Gap>,
}

pub(super) fn front(from: Folder, year: FiscalYear) -> Option<Front> {
    let report = from.folder.report.as_ref();
    let performance = report
        .and_then(|report| report.performance_year.as_ref())
        .and_then(|year| FiscalYear::new(year.value));
    let published = report
        .and_then(|report| report.published.as_ref())
        .map(|month| month.value);
    let lines = report.map(|report| report.chapters.as_slice()).unwrap_or_default();
    let mut listed: Vec<(ChapterKind, Option<String>)> = Vec::new();
    for line in lines {
        let Some(kind) = line.kind.as_ref().map(|kind| kind.value) else {
            continue;
        };
        if !listed.iter().any(|(known, _)| *known == kind) {
            listed.push((kind, line.title.as_ref().map(|title| title.value.clone())));
        }
    }
    // A chapter that is not listed would take its figures out of the draft with it.
    for (_, kind) in ChapterKind::WORDS {
        if !listed.iter().any(|(known, _)| known == kind) {
            listed.push((*kind, None));
        }
    }
    let whole = performance.is_some()
        && published.is_some()
        && lines.len() == listed.len()
        && listed.iter().all(|(_, title)| title.is_some());
    Some(Front {
        performance: performance.or_else(|| FiscalYear::new(year.year() - 1))?,
        published: published.or_else(|| YearMonth::new(year.year(), 4))?,
        chapters: listed
            .into_iter()
            .map(|(kind, title)| chapter(from, kind, title))
            .collect(),
        gap: (!whole).then(|| gap(from)),
    })
}

/// Why `report.yaml` does not tell all: it is not there, or there is a fault in it.
fn gap(from: Folder) -> Gap {
    let name = format!("{}report.yaml", from.folder.folder);
    let Some(file) = from.sources.find(&name) else {
        return Gap::Missing;
    };
    let faults = from.manuscript.faults.iter().map(|fault| fault.place);
    let first = faults
        .filter(|place| place.file == file)
        .min_by_key(|place| place.span.start);
    from.unreadable(first.unwrap_or(Place {
        file,
        span: Span::new(0, 0),
    }))
}

fn chapter(from: Folder, kind: ChapterKind, title: Option<String>) -> Chapter {
    let text = from.folder.chapters.iter().find(|text| text.kind == kind);
    let name = format!("{}chapters/{}.md", from.folder.folder, kind.id());
    let gap = match (text, from.sources.find(&name)) {
        (Some(_), _) => None,
        (None, Some(_)) => Some(Gap::Unreadable(name)),
        (None, None) => Some(Gap::Missing),
    };
    let mut chapter = Chapter {
        kind,
        title: title.unwrap_or_else(|| stand_in(kind).to_owned()),
        body: text.map_or(Prose { blocks: Vec::new() }, |text| prose(&text.text, from.index)),
        gap,
    };
    // What the text does not place (a rule reports it) stands at its end.
    for (_, data) in DataBlock::ALL {
        if data.chapter() == kind && !chapter.has(data) {
            chapter.body.blocks.push(Block::Data(data));
        }
    }
    chapter
}

/// What a draft calls a chapter whose title is not known.
fn stand_in(kind: ChapterKind) -> &'static str {
    match kind {
        ChapterKind::Management => "進行管理",
        ChapterKind::Population => "総人口の推移と今後の展望",
        ChapterKind::PolicyTree => "最重点目標及び施策体系",
        ChapterKind::Projects => "重点プロジェクトの進行管理",
        ChapterKind::Goals => "基本目標別の進行管理",
    }
}
