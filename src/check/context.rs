//! What every rule may look at.

use std::{ops::RangeInclusive, sync::OnceLock};

use super::{
    asked::{self, Raised},
    build,
    era_text::Mention,
    fault_index::FaultIndex,
    findings::MOST,
    index::Index,
    nearest::{Known, nearest, split, stem},
    reading::{self, Odd, Reading},
    words::{self, Words},
};
use crate::check::maps::HashSet;
use crate::{
    manuscript::{
        DepartmentPage, EditionFolder, Fault, FaultKind, FolderKind, KpiLines, Manuscript, MeasureSection, SeriesRow,
        markdown::MarkdownFaultKind,
    },
    model::{Amount, ChapterKind, Id, Kpi, Publication, Word},
    source::{FileId, Place, Sources, Spanned},
};

/// Everything there is to know about the sources.
pub(crate) struct Context<'m> {
    /// The files.
    pub(crate) sources: &'m Sources,
    /// What is written in them.
    pub(crate) manuscript: &'m Manuscript,
    /// What the registers define.
    pub(crate) index: Index<'m>,
    /// What could be built of it, built when it is first asked for.
    publication: OnceLock<Option<Publication>>,
    /// The texts, read when the first rule asks.
    reading: OnceLock<Reading<'m>>,
    /// Characters that no source should hold, found when the first rule asks.
    odd: OnceLock<Vec<Odd>>,
    /// The years that words name, found when the first rule asks.
    years: OnceLock<Vec<(Words<'m>, Mention)>>,
    /// The questions that figures raise about ratings, found when the first rule asks.
    questions: OnceLock<Vec<Raised<'m>>>,
    /// KPIs as the model has them, where not all could be built.
    kpis: OnceLock<Vec<Option<Kpi>>>,
    /// Where faults of form stand.
    faults: OnceLock<FaultIndex<'m>>,
    /// Rows of the series that could not be read.
    lost_rows: OnceLock<LostRows<'m>>,
    /// Departments as which a page was probably meant that stands under an unknown name, by the edition's year.
    misnamed_pages: OnceLock<HashSet<(u16, &'m str)>>,
    /// Files as which one was probably meant that could not be placed.
    misnamed_files: OnceLock<HashSet<String>>,
}

/// Rows of the series that could not be read as rows of a KPI: what seems to be missing may stand in them.
enum LostRows<'m> {
    /// The rows of these KPIs: they begin with the id, or with one that is probably this one misspelt.
    Of(HashSet<&'m str>),
    /// Any row.
    Any,
}

impl<'m> Context<'m> {
    pub(crate) fn new(sources: &'m Sources, manuscript: &'m Manuscript) -> Self {
        Self {
            sources,
            manuscript,
            index: Index::new(manuscript),
            publication: OnceLock::new(),
            reading: OnceLock::new(),
            odd: OnceLock::new(),
            years: OnceLock::new(),
            questions: OnceLock::new(),
            kpis: OnceLock::new(),
            faults: OnceLock::new(),
            lost_rows: OnceLock::new(),
            misnamed_pages: OnceLock::new(),
            misnamed_files: OnceLock::new(),
        }
    }

    /// What could be built, gaps and all; `None` if the registers do not suffice.
    pub(crate) fn publication(&self) -> Option<&Publication> {
        let build = || build::publication(self.sources, self.manuscript, &self.index, self.fault_index());
        self.publication.get_or_init(build).as_ref()
    }

    /// The same, when nothing else is asked any more.
    pub(crate) fn into_publication(self) -> Option<Publication> {
        self.publication();
        self.publication.into_inner().flatten()
    }

    /// The texts as a reader sees them.
    pub(crate) fn reading(&self) -> &Reading<'m> {
        self.reading.get_or_init(|| Reading::new(self))
    }

    /// Every odd character of the sources.
    pub(crate) fn odd(&self) -> &[Odd] {
        self.odd.get_or_init(|| reading::odd(self))
    }

    /// Every year that words name, with where it stands.
    pub(crate) fn years(&self) -> &[(Words<'m>, Mention)] {
        self.years.get_or_init(|| words::years(self))
    }

    /// Every question that figures raise about ratings.
    pub(crate) fn questions(&self) -> &[Raised<'m>] {
        self.questions.get_or_init(|| asked::all(self))
    }

    /// The faults of form that `pick` takes: as many as a rule may tell of, and one more.
    pub(crate) fn faults<T>(&self, pick: impl Fn(&'m FaultKind) -> Option<T>) -> impl Iterator<Item = (Place, T)> {
        self.manuscript
            .faults
            .iter()
            .filter_map(move |fault| pick(&fault.kind).map(|what| (fault.place, what)))
            .take(MOST + 1)
    }

    /// The definition of a KPI.
    pub(crate) fn kpi(&self, id: &Id) -> Option<&'m KpiLines> {
        let at = self.index.kpi(id)?;
        let known = |lines: &&KpiLines| lines.id.as_ref().is_some_and(|known| known.value == *id);
        let kpis = self.manuscript.kpis.page.as_ref()?;
        kpis.get(at.0).filter(known).or_else(|| kpis.iter().find(known))
    }

    /// A KPI as the model has it, whatever the others are like.
    pub(crate) fn model(&self, id: &Id) -> Option<&Kpi> {
        let at = self.index.kpi(id)?;
        match self.publication() {
            Some(publication) => Some(publication.plan.kpi(at)),
            None => {
                let all = self.kpis.get_or_init(|| build::kpis(self.manuscript, &self.index));
                all.get(at.0)?.as_ref().filter(|kpi| kpi.id == *id)
            }
        }
    }

    /// Every KPI's definition that has an id.
    pub(crate) fn kpis(&self) -> impl Iterator<Item = (&'m Spanned<Id>, &'m KpiLines)> {
        let kpis = self.manuscript.kpis.page.iter().flatten();
        kpis.filter_map(|lines| Some((lines.id.as_ref()?, lines)))
    }

    /// What to call a KPI: its name, or its id while it has none.
    pub(crate) fn kpi_name(&self, id: &'m Id) -> &'m str {
        let name = self.kpi(id).and_then(|lines| lines.name.as_ref());
        name.map_or(id.as_str(), |name| name.value.as_str())
    }

    /// `2020年度`, `2019年`: a year as the KPI counts it.
    pub(crate) fn year_name(&self, kpi: &KpiLines, year: u16) -> String {
        let word = kpi.period.map_or("年", |basis| basis.value.word());
        format!("{year}{word}")
    }

    /// Whether a KPI is a share of a whole in percent: nothing below 0 and nothing above 100.
    pub(crate) fn is_share(&self, kpi: &KpiLines) -> bool {
        /// In names of percentages that are no share of a whole.
        const NO_SHARE: [&str; 9] = ["増", "減", "伸", "成長", "比", "達成", "自給", "充足", "消化"];
        let percent = |unit: &Spanned<String>| matches!(unit.value.as_str(), "%" | "％");
        let name = kpi.name.as_ref().map_or("", |name| name.value.as_str());
        kpi.unit.as_ref().is_some_and(percent) && !NO_SHARE.iter().any(|word| name.contains(word))
    }

    /// A KPI's rows in the series, as they stand there.
    pub(crate) fn kpi_rows(&self, id: &Id) -> impl Iterator<Item = &'m SeriesRow> {
        self.index.rows.get(id).into_iter().flatten().copied()
    }

    /// A KPI's values by year.
    pub(crate) fn kpi_values(&self, id: &Id) -> Vec<(u16, Spanned<Amount>)> {
        let rows = self.kpi_rows(id);
        let mut values: Vec<_> = rows.filter_map(|row| Some((row.year.value, row.value?))).collect();
        values.sort_by_key(|(year, _)| *year);
        values.dedup_by_key(|(year, _)| *year);
        values
    }

    /// The year, on the KPI's own basis, whose value stands in 実績値 of the newest edition that has it.
    pub(crate) fn newest_actual(&self, kpi: &KpiLines) -> Option<u16> {
        self.actual_of(kpi, |edition| kpi.is_in(edition.year))
    }

    /// The same of the newest edition, whether or not it has the KPI.
    pub(crate) fn actual_of_newest(&self, kpi: &KpiLines) -> Option<u16> {
        self.actual_of(kpi, |_| true)
    }

    fn actual_of(&self, kpi: &KpiLines, of: impl Fn(&EditionFolder) -> bool) -> Option<u16> {
        let editions = self.manuscript.editions.iter().filter(|edition| of(edition));
        let years = editions.filter_map(|edition| edition.report.as_ref()?.performance_year);
        let newest = years.map(|year| year.value).max()?;
        newest.checked_sub(kpi.lag.map_or(0, |lag| u16::from(lag.value)))
    }

    /// Whether no later edition stands beside it.
    pub(crate) fn is_newest(&self, edition: &EditionFolder) -> bool {
        self.manuscript.editions.iter().all(|other| other.year <= edition.year)
    }

    /// The department that answers for a KPI.
    pub(crate) fn owner(&self, kpi: &Id) -> Option<&'m Id> {
        self.kpi(kpi)?.department.as_ref().map(|owner| &owner.value)
    }

    /// Whether a heading or a part within a section could not be read, or stands there twice: what seems to be missing may
    /// stand there.
    pub(crate) fn unread_heading(&self, page: &DepartmentPage, section: &MeasureSection) -> bool {
        let place = section.code.place;
        let starts = page.sections.iter().map(|section| section.code.place.span.start);
        let end = starts
            .filter(|start| *start > place.span.start)
            .min()
            .unwrap_or(u32::MAX);
        self.faults_within(place.file, place.span.start..=end.saturating_sub(1))
            .any(|fault| match &fault.kind {
                FaultKind::HeadingUnknown { .. } | FaultKind::HeadingDuplicate { .. } => true,
                FaultKind::Markdown(kind) => kind.may_lose_text(),
                _ => false,
            })
    }

    /// Whether a row of this KPI could not be read, or stands under an id that is probably this one misspelt: what seems
    /// to be missing may stand in it.
    pub(crate) fn may_be_unread_row(&self, id: &Id) -> bool {
        match self.lost_rows.get_or_init(|| self.find_lost_rows()) {
            LostRows::Any => true,
            LostRows::Of(ids) => ids.contains(id.as_str()),
        }
    }

    fn find_lost_rows(&self) -> LostRows<'m> {
        let mut starts = HashSet::default();
        let series = self.manuscript.series.file;
        for fault in self
            .manuscript
            .faults
            .iter()
            .filter(|fault| Some(fault.place.file) == series)
        {
            match fault.kind {
                FaultKind::CsvHeader { .. } | FaultKind::CsvQuote => return LostRows::Any,
                _ => {
                    let text = &self.sources.file(fault.place.file).text;
                    let at = fault.place.span.start as usize;
                    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
                    starts.extend(text[line..].lines().next().and_then(|line| line.split(',').next()));
                }
            }
        }
        let rows = self.manuscript.series.page.iter().flatten();
        let unknown = rows.filter(|row| self.index.kpi(&row.kpi.value).is_none());
        starts.extend(unknown.map(|row| row.kpi.value.as_str()));
        let meant = self.index.known_kpis().meant(starts.iter().copied());
        starts.extend(meant);
        LostRows::Of(starts)
    }

    /// Whether a row's value was written and could not be read.
    pub(crate) fn unread_value(&self, row: &SeriesRow) -> bool {
        self.faulty_within(row.place)
    }

    /// Whether something in this place was reported already.
    pub(crate) fn faulty_within(&self, place: Place) -> bool {
        self.faults_within(place.file, place.span.start..=place.span.end)
            .next()
            .is_some()
    }

    fn fault_index(&self) -> &FaultIndex<'m> {
        self.faults.get_or_init(|| FaultIndex::new(self.manuscript))
    }

    /// The faults that begin within a part of a file.
    fn faults_within(&self, file: FileId, part: RangeInclusive<u32>) -> impl Iterator<Item = &'m Fault> {
        let from = self.fault_index().from(file, *part.start()).iter().copied();
        from.take_while(move |fault| fault.place.span.start <= *part.end())
    }

    /// Whether something on the few lines from here on was reported already.
    pub(crate) fn faulty_below(&self, place: Place) -> bool {
        let file = self.sources.file(place.file);
        let line = self.sources.line(place);
        let start = file.line_range(line.saturating_sub(1)).start;
        let end = file.line_range(line + 5).end;
        self.faults_within(place.file, start as u32..=end as u32)
            .next()
            .is_some()
    }

    /// Whether a page stands under a name that no department has, and that was probably meant as this department's.
    pub(crate) fn misnamed_page(&self, edition: &EditionFolder, department: &Id) -> bool {
        let misnamed = self.misnamed_pages.get_or_init(|| {
            let pages = self.manuscript.department_pages();
            let pages = pages.map(|(edition, page)| (edition.year, &page.department.value));
            let unknown = pages.filter(|(_, id)| self.index.department(id).is_none());
            let known = self.index.known_departments();
            unknown
                .filter_map(|(year, id)| Some((year, known.nearest(id.as_str())?)))
                .collect()
        });
        misnamed.contains(&(edition.year, department.as_str()))
            || self.misnamed_file(&format!("{}departments/{department}.md", edition.folder))
    }

    /// Whether a file that could not be placed was probably meant as this one, of a chapter or a department.
    pub(crate) fn misnamed_file(&self, expected: &str) -> bool {
        let misnamed = self.misnamed_files.get_or_init(|| {
            let departments = self.index.known_departments();
            let chapters = Known::new(ChapterKind::WORDS.iter().map(|(id, _)| *id));
            let misnamed = self.faults(|kind| match kind {
                FaultKind::FileName { folder, .. } => Some(*folder),
                _ => None,
            });
            let meant = misnamed.filter_map(|(place, folder)| {
                let known = match folder {
                    FolderKind::Departments => &departments,
                    FolderKind::Chapters => &chapters,
                    _ => return None,
                };
                let (folder, name) = split(&self.sources.file(place.file).name);
                Some(format!("{folder}/{}.md", known.nearest(stem(name)?)?))
            });
            meant.collect()
        });
        misnamed.contains(expected)
    }

    /// Whether a reference to this table or chart stands in the file in a way that could not be used.
    pub(crate) fn misplaced_data(&self, file: FileId, name: &str) -> bool {
        self.faults(|kind| match kind {
            FaultKind::Markdown(MarkdownFaultKind::DataBlockInText { name }) => Some(*name),
            FaultKind::Markdown(
                MarkdownFaultKind::UnknownReference { text } | MarkdownFaultKind::UnclosedReference { text },
            ) => Some(text.trim_matches(['{', '}'])),
            _ => None,
        })
        .any(|(place, written)| place.file == file && nearest(written, [name]).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// One fault, on the tenth line of a file, and the same file under a name that has none.
    fn sources() -> Sources {
        let comments = "#\n".repeat(9);
        let text = format!("{comments}wrong: x\n{comments}");
        Sources::from_files([("dictionary.yaml", text.clone()), ("README.yaml", text)])
    }

    #[test]
    fn what_was_reported_nearby() {
        let sources = sources();
        let manuscript = crate::manuscript::read(&sources);
        let context = Context::new(&sources, &manuscript);
        let line = |name: &str, line: u32| {
            let file = sources.find(name).unwrap();
            let range = sources.file(file).line_range(line);
            let span = Span::new(range.start, range.start);
            Place { file, span }
        };
        let near = |file| {
            (1..=19)
                .filter(|at| context.faulty_below(line(file, *at)))
                .collect::<Vec<_>>()
        };
        assert_eq!(near("dictionary.yaml"), [5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(near("README.yaml"), [0; 0]);
    }

    #[test]
    fn what_was_reported_within() {
        let sources = sources();
        let manuscript = crate::manuscript::read(&sources);
        let context = Context::new(&sources, &manuscript);
        let within = |name: &str, start, end| {
            let file = sources.find(name).unwrap();
            let span = Span::new(start, end);
            context.faulty_within(Place { file, span })
        };
        // The key stands from byte 18 on.
        assert!(within("dictionary.yaml", 18, 18) && within("dictionary.yaml", 17, 19));
        assert!(within("dictionary.yaml", 0, 18), "its end belongs to it");
        assert!(!within("dictionary.yaml", 0, 17) && !within("dictionary.yaml", 19, 30));
        assert!(!within("README.yaml", 0, 30));
    }
}
