//! `name-former`: a name that a department or KPI had in earlier editions, in the text of a later one.

use std::{cell::LazyCell, cmp::Reverse};

use crate::{
    check::{
        Context, Findings, Rule,
        maps::HashSet,
        reading::{Covered, Patterns, is_kanji},
    },
    diagnostic::Severity,
    manuscript::FormerLines,
    source::Spanned,
};

pub(super) const RULE: Rule = Rule {
    code: "name-former",
    severity: Severity::Warning,
    run,
};

/// A name that is no more.
struct Gone<'m> {
    now: &'m str,
    /// The year of the last edition that has the old one.
    until: u16,
    /// What to do where the old one is meant.
    meant: &'static str,
}

fn run(context: &Context, findings: &mut Findings) {
    let gone = gone(context);
    if gone.is_empty() {
        return;
    }
    let known: HashSet<&str> = gone.iter().map(|(name, _)| *name).collect();
    let patterns = Patterns::new(gone);
    let names = context.reading().names.all.iter().map(|(name, _)| *name);
    let others = Patterns::new(names.filter(|name| !known.contains(name)).map(|name| (name, ())));
    for (passage, text) in super::prose(context) {
        let Some(year) = passage.year else { continue };
        let longer = LazyCell::new(|| Covered::by(&others, text, &passage.letters));
        let hits = patterns.find_apart(text, &passage.letters, |hit, gone: &Gone| {
            // 商工課題 is no 商工課.
            let goes_on = text[hit.clone()].ends_with(is_kanji) && text[hit.end..].starts_with(is_kanji);
            // Within a longer name it is a part of that.
            year > gone.until && !goes_on && !text[..hit.start].ends_with('旧') && !longer.holds(hit)
        });
        for (hit, Gone { now, until, meant }) in hits {
            let written = &text[hit.clone()];
            findings
                .at(
                    passage.place(hit.clone()),
                    format!("「{written}」は、{until}年度の報告書までの名称です。"),
                )
                .reason("前の年の原稿を写したときに残りやすく、表や一覧の名称と食い違います。")
                .fix(format!("今のことなら「{now}」に直してください。前のことなら、{meant}"));
        }
    }
}

/// Every name that was given up, but those that something has now.
fn gone<'m>(context: &Context<'m>) -> Vec<(&'m str, Gone<'m>)> {
    let departments = context.manuscript.city.page.iter().flat_map(|city| &city.departments);
    let kpis = context.manuscript.kpis.page.iter().flatten();
    let present: HashSet<&str> = departments
        .clone()
        .filter_map(|line| line.name.as_ref())
        .map(|name| name.value.as_str())
        .chain(
            kpis.clone()
                .filter_map(|kpi| kpi.name.as_ref())
                .map(|name| name.value.as_str()),
        )
        .collect();
    let mut all = Vec::new();
    for line in departments {
        let meant = "「旧」を付けてください。";
        add(line.name.as_ref(), &line.former, |was| was.as_ref(), meant, &mut all);
    }
    for kpi in kpis {
        let meant = "このままで構いません。";
        add(kpi.name.as_ref(), &kpi.former, |was| was.name.as_ref(), meant, &mut all);
    }
    all.retain(|(name, _)| !present.contains(name));
    // What was given up twice was there until the second time.
    all.sort_by_key(|(name, gone)| (*name, Reverse(gone.until)));
    all.dedup_by_key(|(name, _)| *name);
    all
}

fn add<'m, T>(
    now: Option<&'m Spanned<String>>,
    former: &'m [FormerLines<T>],
    name: impl Fn(&'m T) -> Option<&'m Spanned<String>>,
    meant: &'static str,
    all: &mut Vec<(&'m str, Gone<'m>)>,
) {
    let Some(now) = now.map(|name| name.value.as_str()) else {
        return;
    };
    let named = former
        .iter()
        .filter_map(|lines| Some((name(&lines.was)?.value.as_str(), lines.until?.value)));
    all.extend(named.map(|(was, until)| (was, Gone { now, until, meant })));
}
