//! One KPI on a page of its own: what it is, how it went, in words and figures, and what serves it.

use std::borrow::Cow;

use serde::Serialize;

use super::{Link, Views, cover::RatingView, kpi::KpiTable, overview::ProgressView, text::GapView};
use crate::{
    model::{Amount, Basis, Better, ChapterKind, Direction, Kind, Kpi, KpiIx, KpiRow, Period, Progress},
    render::address::Page,
};

/// `kpi-<id>.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KpiPageView<'a> {
    pub(crate) name: &'a str,
    /// Where in the plan it stands.
    pub(crate) place: Link<'a>,
    pub(crate) rating: Option<RatingView>,
    pub(crate) rating_gap: Option<GapView>,
    /// The department's reason, where one was given.
    pub(crate) reason: Option<&'a str>,
    /// What the chart shows, in words.
    pub(crate) sentence: String,
    pub(crate) facts: Vec<Fact<'a>>,
    pub(crate) formula: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) table: KpiTable<'a>,
    /// `chart.html`, filled in.
    pub(crate) charts: Vec<&'a str>,
    pub(crate) progress: &'a ProgressView,
    /// The arithmetic, in the words that findings use as well.
    pub(crate) arithmetic: Option<String>,
    /// Whether it ends in 歩み, which is to be explained.
    pub(crate) has_pace: bool,
    pub(crate) measures: Vec<Serving<'a>>,
}

/// A name and a value, perhaps a link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Fact<'a> {
    pub(crate) name: &'static str,
    pub(crate) text: Cow<'a, str>,
    pub(crate) href: Option<&'a str>,
}

/// A measure of the KPI's direction, with who does what for it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Serving<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) departments: Vec<ServingDepartment<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ServingDepartment<'a> {
    pub(crate) link: Link<'a>,
    pub(crate) programs: Vec<Link<'a>>,
}

impl<'a> Views<'a> {
    /// A KPI's page.
    pub(crate) fn kpi_page(self, ix: KpiIx) -> KpiPageView<'a> {
        let row = self.publication.row(self.edition, ix);
        let kpi = row.kpi;
        let progress = row.progress();
        let (place, direction) = self.place_of(ix);
        KpiPageView {
            name: &kpi.name,
            place,
            rating: row.rating().map(Into::into),
            rating_gap: row.rating_gap().map(|gap| GapView::new(gap, self.owner(kpi))),
            reason: row.reason(),
            sentence: self.sentence(&row),
            facts: self.facts(&row),
            formula: kpi.formula.as_ref().map(|text| self.html(text)),
            note: kpi.note.as_ref().map(|text| self.html(text)),
            table: self.kpi_table(&kpi.name, "重要業績評価指標（KPI）", &[ix], false),
            charts: self.kpi_charts(&[ix]),
            progress: self.progress(&row),
            arithmetic: progress.arithmetic(kpi, row.actual.period.year),
            has_pace: matches!(progress, Progress::Measured { pace: Some(_), .. }),
            measures: direction.map_or_else(Vec::new, |direction| self.serving(direction)),
        }
    }

    /// Where in the report a KPI stands, and its direction unless a project owns it.
    fn place_of(self, ix: KpiIx) -> (Link<'a>, Option<&'a Direction>) {
        let plan = self.plan();
        for (code, goal) in plan.coded_goals() {
            for (direction_code, direction) in goal.coded_directions(code) {
                if direction.kpis.contains(&ix) {
                    let page = self.file(Page::Goal(code));
                    let href = [page, "#direction-", &direction_code.plain()].concat();
                    let title = [&direction_code.display(), " ", direction.name.as_str()].concat();
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
        let texts = self.kpi_texts(row.ix);
        let year = kpi.period(kpi.target.year).long();
        if kpi.is_milestone() {
            return [&year, "の「", &texts.target, "」を目標としています。"].concat();
        }
        let period = row.actual.period.long();
        let target = [&year, "の目標は", &texts.target, "です。"].concat();
        if !kpi.basis.has_year(row.actual.period.year) {
            let rows = kpi.series.rows().iter().rev();
            let newest = rows.filter_map(|row| Some((kpi.period(row.year), row.value?))).next();
            let newest = newest.map_or_else(String::new, |(period, value)| {
                format!("最も新しい値は、{}の{}です。", period.long(), kpi.figure(value))
            });
            return format!("{period}は、調査の年ではありません。{newest}{target}");
        }
        let Some((actual, figure)) = row.actual.value().zip(texts.actual.as_deref()) else {
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
            (Some(year), None) => ["前の年から", &year.told(), "。"].concat(),
            (None, Some(all)) => ["当初から", &all.told(), "。"].concat(),
            (None, None) => String::new(),
        };
        [&period, "は", figure, "でした。", &compared, &target].concat()
    }

    fn facts(self, row: &KpiRow<'a>) -> Vec<Fact<'a>> {
        let kpi = row.kpi;
        let texts = self.kpi_texts(row.ix);
        let fact = |name, text: Cow<'a, str>| Fact { name, text, href: None };
        let mut facts = Vec::with_capacity(9);
        facts.push(Fact {
            name: "担当課",
            text: self.owner(kpi).into(),
            href: Some(self.file(Page::Department(kpi.department))),
        });
        // Of an event there is no value to describe.
        if !kpi.is_milestone() {
            facts.extend([
                fact("単位", kpi.unit.as_deref().unwrap_or("なし（比率）").into()),
                fact("値の性質", kind_text(kpi.kind).into()),
                fact("時点", basis_text(kpi.basis).into()),
            ]);
        }
        facts.push(fact("望ましい向き", better_text(kpi.better).into()));
        let dated = |figure: &str, period: Period| Cow::Owned([figure, "（", &period.long(), "）"].concat());
        if !kpi.is_milestone() {
            let baseline = texts.baseline.as_deref();
            let text = baseline.map_or("値なし".into(), |figure| dated(figure, row.baseline.period));
            facts.push(fact("当初", text));
        }
        facts.push(fact("目標", dated(&texts.target, kpi.period(kpi.target.year))));
        if kpi.lag > 0 {
            let text = format!("報告する年度より{}年前の値が最新です。", kpi.lag);
            facts.push(fact("統計の時期", text.into()));
        }
        if let Some(source) = &kpi.source {
            facts.push(fact("出典", source.into()));
        }
        facts
    }

    fn serving(self, direction: &Direction) -> Vec<Serving<'a>> {
        let measures = direction.measures.iter();
        measures
            .map(|measure| {
                let entries = measure.departments.iter();
                let entries = entries.filter_map(|department| self.edition.entry_at(measure.code, *department));
                let serving = entries.map(|at| {
                    let entry = &self.edition.entries[at];
                    let programs = entry.programs.filled().into_iter().flatten();
                    ServingDepartment {
                        link: Link::new(
                            self.entry_link(at).href,
                            &self.publication.department(entry.department).name,
                        ),
                        programs: programs.map(|program| self.program_link(*program)).collect(),
                    }
                });
                Serving {
                    link: self.measure_link(measure),
                    departments: serving.collect(),
                }
            })
            .collect()
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
            amount: kpi.change(change),
            verb: (!change.is_zero()).then_some(verb),
        }
    }

    /// 3件増えました.
    fn told(&self) -> String {
        match self.verb {
            Some(verb) => [&self.amount, verb, "ました"].concat(),
            None => "変わっていません".to_owned(),
        }
    }

    /// This one since the year before and another since the start, in one sentence.
    fn and(&self, since_start: &Self) -> String {
        match (self.verb, since_start.verb) {
            (Some(one), Some(other)) if one == other => {
                ["前の年から", &self.amount, "、当初から", &since_start.told(), "。"].concat()
            }
            (Some(verb), _) => {
                let since_start = since_start.told();
                ["前の年から", &self.amount, verb, "、当初からは", &since_start, "。"].concat()
            }
            (None, Some(_)) => ["前の年から変わらず、当初からは", &since_start.told(), "。"].concat(),
            (None, None) => "前の年からも当初からも変わっていません。".to_owned(),
        }
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
