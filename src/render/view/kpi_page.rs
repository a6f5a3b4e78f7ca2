//! One KPI on a page of its own: what it is, how it went, in words and figures, and what serves it.

use std::sync::Arc;

use serde::Serialize;

use super::{
    Link, Views,
    cover::RatingView,
    kpi::KpiTable,
    overview::{ProgressView, progress_view},
    text::GapView,
};
use crate::{
    model::{
        Amount, Basis, Better, ChapterKind, DepartmentIx, Direction, Kind, Kpi, KpiIx, KpiRow, Measure, ProgramIx,
        Progress,
    },
    render::address::{self, Page},
};

/// `kpi-<id>.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KpiPageView {
    pub(crate) name: String,
    /// Where in the plan it stands.
    pub(crate) place: Link,
    pub(crate) rating: Option<RatingView>,
    pub(crate) rating_gap: Option<GapView>,
    /// The department's reason, where one was given.
    pub(crate) reason: Option<String>,
    /// What the chart shows, in words.
    pub(crate) sentence: String,
    pub(crate) facts: Vec<Fact>,
    pub(crate) formula: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) table: KpiTable,
    /// `chart.html`, filled in.
    pub(crate) charts: Vec<Arc<str>>,
    pub(crate) progress: ProgressView,
    /// The arithmetic, in the words that findings use as well.
    pub(crate) arithmetic: Option<String>,
    /// Whether it ends in 歩み, which is to be explained.
    pub(crate) has_pace: bool,
    pub(crate) measures: Vec<Serving>,
}

/// A name and a value, perhaps a link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Fact {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) href: Option<String>,
}

/// A measure of the KPI's direction, with who does what for it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Serving {
    pub(crate) link: Link,
    pub(crate) departments: Vec<ServingDepartment>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ServingDepartment {
    pub(crate) link: Link,
    pub(crate) programs: Vec<Link>,
}

impl<'a> Views<'a> {
    /// A KPI's page.
    pub(crate) fn kpi_page(self, ix: KpiIx) -> KpiPageView {
        let row = self.publication.row(self.edition, ix);
        let kpi = row.kpi;
        let (place, direction) = self.place_of(ix);
        KpiPageView {
            name: kpi.name.clone(),
            place,
            rating: row.rating().map(Into::into),
            rating_gap: row
                .rating_gap()
                .map(|gap| GapView::new(gap, self.publication.department(kpi.department).name.as_str())),
            reason: row.reason().map(str::to_owned),
            sentence: self.sentence(&row),
            facts: self.facts(&row),
            formula: kpi.formula.as_ref().map(|text| self.html(text)),
            note: kpi.note.as_ref().map(|text| self.html(text)),
            table: self.kpi_table(&kpi.name, "重要業績評価指標（KPI）", &[ix], false),
            charts: self.kpi_charts(&[ix]),
            progress: progress_view(&format!("{}-progress", address::kpi(kpi)), &row.progress),
            arithmetic: row.progress.arithmetic(kpi, row.actual.period.year),
            has_pace: matches!(row.progress, Progress::Measured { pace: Some(_), .. }),
            measures: direction.map_or_else(Vec::new, |direction| self.serving(direction)),
        }
    }

    /// Where in the report a KPI stands, and its direction unless a project owns it.
    fn place_of(self, ix: KpiIx) -> (Link, Option<&'a Direction>) {
        let plan = self.plan();
        for (code, goal) in plan.coded_goals() {
            for (number, direction) in (1..).zip(&goal.directions) {
                if direction.kpis.contains(&ix) {
                    let href = format!("{}#direction-{code}-{number}", self.file(Page::Goal(code)));
                    let title = format!("{}-{number} {}", code.roman(), direction.name);
                    return (Link::new(href, title), Some(direction));
                }
            }
        }
        let project = (1..)
            .zip(&plan.projects)
            .find(|(_, project)| project.kpis.contains(&ix));
        let (number, name) = project.map_or((0, ""), |(number, project)| (number, project.name.as_str()));
        let href = format!("{}#project-{number}", self.file(Page::Chapter(ChapterKind::Projects)));
        (Link::new(href, format!("重点プロジェクト{number} {name}")), None)
    }

    /// What became of it within the year and since the start, in one or two sentences made from the figures.
    fn sentence(self, row: &KpiRow) -> String {
        let kpi = row.kpi;
        let period = row.actual.period.long();
        let target = format!(
            "{}の目標は{}です。",
            kpi.period(kpi.target.year).long(),
            kpi.target_text()
        );
        if kpi.is_milestone() {
            let year = kpi.period(kpi.target.year).long();
            return format!("{year}の「{}」を目標としています。", kpi.target_text());
        }
        if !kpi.basis.has_year(row.actual.period.year) {
            let rows = kpi.series.rows().iter().rev();
            let newest = rows.filter_map(|row| Some((kpi.period(row.year), row.value?))).next();
            let newest = newest.map_or_else(String::new, |(period, value)| {
                format!("最も新しい値は、{}の{}です。", period.long(), kpi.figure(value))
            });
            return format!("{period}は、調査の年ではありません。{newest}{target}");
        }
        let Some(actual) = row.actual.value() else {
            return match self.value_gap(row) {
                Some(_) => format!("{period}の実績値は、まだ提出されていないか、読めません。{target}"),
                None => format!("{period}の実績値は、まだ確認できていません。{target}"),
            };
        };
        let since = |then: Option<Amount>| then.map(|then| Move::new(kpi, actual.minus(then)));
        let another = row.baseline.period != row.previous.period;
        let baseline = row.baseline.value().filter(|_| another);
        let compared = match (since(row.previous.value()), since(baseline)) {
            (Some(year), Some(all)) => year.and(&all),
            (Some(year), None) => format!("前の年から{}。", year.told()),
            (None, Some(all)) => format!("当初から{}。", all.told()),
            (None, None) => String::new(),
        };
        format!("{period}は{}でした。{compared}{target}", kpi.figure(actual))
    }

    fn facts(self, row: &KpiRow) -> Vec<Fact> {
        let kpi = row.kpi;
        let fact = |name, text: String| Fact { name, text, href: None };
        let mut facts = vec![Fact {
            name: "担当課",
            text: self.publication.department(kpi.department).name.clone(),
            href: Some(self.file(Page::Department(kpi.department))),
        }];
        // Of an event there is no value to describe.
        if !kpi.is_milestone() {
            facts.extend([
                fact("単位", kpi.unit.clone().unwrap_or_else(|| "なし（比率）".to_owned())),
                fact("値の性質", kind_text(kpi.kind).to_owned()),
                fact("時点", basis_text(kpi.basis).to_owned()),
            ]);
        }
        facts.push(fact("望ましい向き", better_text(kpi.better).to_owned()));
        if !kpi.is_milestone() {
            facts.push(fact("当初", baseline_text(row)));
        }
        facts.push(fact(
            "目標",
            format!("{}（{}）", kpi.target_text(), kpi.period(kpi.target.year).long()),
        ));
        if kpi.lag > 0 {
            facts.push(fact(
                "統計の時期",
                format!("報告する年度より{}年前の値が最新です。", kpi.lag),
            ));
        }
        if let Some(source) = &kpi.source {
            facts.push(fact("出典", source.clone()));
        }
        facts
    }

    /// A measure on its goal's page.
    pub(super) fn measure_link(self, measure: &Measure) -> Link {
        let page = self.file(Page::Goal(measure.code.direction.goal));
        let title = [&measure.code.display(), " ", &measure.name].concat();
        Link::new(address::within(&page, &address::measure(measure.code)), title)
    }

    fn serving(self, direction: &Direction) -> Vec<Serving> {
        let measures = direction.measures.iter();
        measures
            .map(|measure| {
                let page = self.file(Page::Goal(measure.code.direction.goal));
                let entry = |department: &DepartmentIx| {
                    let entry = self.edition.entry(measure.code, *department);
                    let programs = entry.and_then(|entry| entry.programs.filled()).into_iter().flatten();
                    ServingDepartment {
                        link: Link::new(
                            address::within(&page, &address::entry(self.publication, measure.code, *department)),
                            self.publication.department(*department).name.clone(),
                        ),
                        programs: programs.map(|program| self.program_link(*program)).collect(),
                    }
                };
                Serving {
                    link: self.measure_link(measure),
                    departments: measure.departments.iter().map(entry).collect(),
                }
            })
            .collect()
    }

    /// A programme's row in the matrix.
    pub(crate) fn program_link(self, ix: ProgramIx) -> Link {
        let program = self.plan().program(ix);
        Link::new(
            address::within(&self.file(Page::Matrix), &address::program(program)),
            program.name.clone(),
        )
    }
}

/// How a figure moved, for sentences: 3件 and 増え; a percentage moves by ポイント.
struct Move {
    amount: String,
    /// 増え, 減り; `None` if it did not move.
    verb: Option<&'static str>,
}

impl Move {
    fn new(kpi: &Kpi, change: Amount) -> Self {
        let verb = if change.is_negative() { "減り" } else { "増え" };
        Self {
            amount: format!("{}{}", change.abs().grouped(kpi.decimals), kpi.difference_unit()),
            verb: (!change.is_zero()).then_some(verb),
        }
    }

    /// 3件増えました.
    fn told(&self) -> String {
        match self.verb {
            Some(verb) => format!("{}{verb}ました", self.amount),
            None => "変わっていません".to_owned(),
        }
    }

    /// This one since the year before and another since the start, in one sentence.
    fn and(&self, since_start: &Self) -> String {
        match (self.verb, since_start.verb) {
            (Some(one), Some(other)) if one == other => {
                format!("前の年から{}、当初から{}。", self.amount, since_start.told())
            }
            (Some(verb), _) => format!("前の年から{}{verb}、当初からは{}。", self.amount, since_start.told()),
            (None, Some(_)) => format!("前の年から変わらず、当初からは{}。", since_start.told()),
            (None, None) => "前の年からも当初からも変わっていません。".to_owned(),
        }
    }
}

fn baseline_text(row: &KpiRow) -> String {
    match row.baseline.value() {
        Some(amount) => format!("{}（{}）", row.kpi.figure(amount), row.baseline.period.long()),
        None => "値なし".to_owned(),
    }
}

fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::Stock => "ある時点の数",
        Kind::Flow => "期間中の数",
        Kind::Cumulative => "累計",
        Kind::Rate => "割合・率",
    }
}

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Fiscal => "年度（4月から翌年3月まで）",
        Basis::Calendar => "暦年（1月から12月まで）",
        Basis::Census => "国勢調査の年（5年ごとの10月1日）",
    }
}

fn better_text(better: Better) -> &'static str {
    match better {
        Better::Higher => "増加が望ましい",
        Better::Lower => "減少が望ましい",
        Better::Keep => "今の水準を保つ",
        Better::Milestone => "実現すること",
    }
}
