//! `opinion-number-gone`: an opinion on a paragraph that its place no longer has, without a word of what was changed.

use crate::{
    check::{Context, Findings, Rule, maps::HashMap},
    diagnostic::Severity,
    model::{Home, Publication, number},
};

pub(super) const RULE: Rule = Rule {
    code: "opinion-number-gone",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let Some(publication) = context.publication() else {
        return;
    };
    let mut counts: HashMap<(u16, Home), Option<usize>> = HashMap::default();
    for folder in &context.manuscript.editions {
        let opinions = folder.committee.iter().flat_map(|page| &page.opinions);
        // A paragraph may well be gone because of the opinion; then the file says so.
        for opinion in opinions.filter(|opinion| opinion.change.is_none()) {
            let Some(about) = &opinion.about else { continue };
            let Some((home, number)) = Home::parse(&about.value, |id| context.index.department(id)) else {
                continue;
            };
            // Many opinions are about one text.
            let count = *counts
                .entry((folder.year, home))
                .or_insert_with(|| count(publication, folder.year, home));
            if !context.index.has_home(home, folder.year) || count.is_none_or(|count| number <= count) {
                continue;
            }
            findings
                .at(
                    about.place,
                    format!("「{}」という番号の段落は、今の原稿にはありません。", about.value),
                )
                .reason("段落が減ったか、番号の書き誤りです。意見は、その課や章の終わりに示されます。")
                .fix("番号を確かめてください。意見を受けて段落を消したのなら、change に書いてください。")
                .example("change: |\n  ご意見を受けて、3の段落を2にまとめました。");
        }
    }
}

/// How many numbers a place has; `None` where they are not counted here.
fn count(publication: &Publication, year: u16, home: Home) -> Option<usize> {
    let edition = publication
        .editions
        .iter()
        .find(|edition| edition.year.year() == year)?;
    let plan = &publication.plan;
    let counted = |text: &crate::model::Prose| text.blocks.iter().filter(|block| number::is_counted(block)).count();
    match home {
        // 主な事業 has the last number.
        Home::Entry(code, department) => {
            let entry = edition.entry(code, department)?;
            Some(number::first(entry, crate::model::Field::Programs))
        }
        Home::Chapter(kind) => {
            let chapter = edition.chapters.iter().find(|chapter| chapter.kind == kind)?;
            Some(counted(&chapter.body))
        }
        Home::Goal(code) => plan
            .goals
            .get(usize::from(code.0.get()) - 1)
            .map(|goal| counted(&goal.introduction)),
        Home::Project(number) => plan
            .projects
            .get(number - 1)
            .map(|project| counted(&project.description)),
        Home::Part(number) => plan.parts.get(number - 1).map(|part| counted(&part.description)),
        Home::RatingNote => Some(counted(&plan.rating_note)),
        Home::Level(_) => None,
    }
}
