//! What every page of a draft says of itself: that it is one, which, and where the draft's own pages are.

use serde::Serialize;

use super::Link;
use crate::{draft::Draft, model::Publication, render::address::Page};

/// What every page of a draft says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DraftFrame {
    /// 第1回委員会案.
    pub(crate) name: String,
    /// 令和3（2021）年8月20日.
    pub(crate) date: Option<String>,
    /// Board, checklist, questions, changes, opinions; none on a page that stands alone.
    pub(crate) links: Vec<Link<'static>>,
}

impl DraftFrame {
    /// `root` leads from the page to the site's root.
    pub(crate) fn new(draft: &Draft, publication: &Publication, root: &str) -> Self {
        Self {
            name: draft.label.name.clone(),
            date: draft.label.date.map(|date| date.long()),
            links: links(draft, publication, root),
        }
    }

    /// On a page that stands alone, nothing is beside it.
    pub(crate) fn alone(&mut self) {
        self.links.clear();
    }
}

/// The draft's own pages: of the newest edition, the one that is being made.
fn links(draft: &Draft, publication: &Publication, root: &str) -> Vec<Link<'static>> {
    let newest = publication.newest();
    let year = newest.year.year();
    let mut pages = vec![
        (Page::Board, "提出状況"),
        (Page::Checklist, "確認事項の一覧"),
        (Page::Questions, "説明を要する評価"),
    ];
    pages.extend(draft.since.is_some().then_some((Page::Changes, "変更")));
    pages.extend(newest.committee.is_some().then_some((Page::Committee, "意見")));
    let link =
        |(page, title): (Page, &'static str)| Link::new(format!("{root}{year}/{}", page.file(publication)), title);
    pages.into_iter().map(link).collect()
}

/// A draft is told from a report by the first letters of its window's title.
pub(crate) fn window_title(title: String, draft: Option<&Draft>) -> String {
    match draft {
        Some(_) => format!("【案】{title}"),
        None => title,
    }
}
