//! The empty sheet: a row for every paragraph and KPI, in the order of the report.

use crate::{
    changes,
    model::{
        Block, ChapterKind, Committee, DataBlock, Edition, Field, Gap, Home, KpiIx, Prose, Publication, Rating, Slot,
        number,
    },
};

/// The sheet of an edition: UTF-8 with a byte order mark and CRLF, as Excel wants it.
pub fn sheet(publication: &Publication, edition: &Edition) -> Vec<u8> {
    let mut rows = Rows {
        publication: &publication.known_to(edition),
        edition,
        list: Vec::new(),
    };
    rows.push(Committee::WHOLE.to_owned(), "報告書全体".to_owned(), String::new());
    for chapter in &edition.chapters {
        rows.chapter(chapter.kind, &chapter.body);
    }
    let mut text = String::from("\u{FEFF}");
    line(super::COLUMNS.iter().copied(), &mut text);
    for [number, place, paragraph] in &rows.list {
        line([number.as_str(), place, &guarded(paragraph), "", "", ""], &mut text);
    }
    text.into_bytes()
}

struct Rows<'a> {
    publication: &'a Publication,
    edition: &'a Edition,
    /// Number, place, text.
    list: Vec<[String; 3]>,
}

impl Rows<'_> {
    fn push(&mut self, number: String, place: String, text: String) {
        self.list.push([number, place, text]);
    }

    /// A chapter's own text, and what its generated content brings with it.
    fn chapter(&mut self, kind: ChapterKind, body: &Prose) {
        let mut next = 1;
        let home = Home::Chapter(kind);
        for block in &body.blocks {
            if number::is_counted(block) {
                self.block(home, next, None, block);
                next += 1;
            } else if let Block::Data(data) = block {
                self.data(*data);
            }
        }
    }

    fn data(&mut self, data: DataBlock) {
        let plan = &self.publication.plan;
        match data {
            DataBlock::Parts => {
                for (number, part) in (1..).zip(&plan.parts) {
                    self.prose(Home::Part(number), &part.description);
                }
            }
            DataBlock::RatingScale => self.prose(Home::RatingNote, &plan.rating_note),
            DataBlock::Projects => {
                for (number, project) in (1..).zip(&plan.projects) {
                    self.prose(Home::Project(number), &project.description);
                    self.kpis(&project.kpis);
                }
            }
            DataBlock::Goals => self.goals(),
            DataBlock::PolicyTree | DataBlock::Population => {}
        }
    }

    fn goals(&mut self) {
        let plan = &self.publication.plan;
        for (code, goal) in plan.coded_goals() {
            self.prose(Home::Goal(code), &goal.introduction);
            for direction in &goal.directions {
                self.kpis(&direction.kpis);
                for measure in &direction.measures {
                    for department in &measure.departments {
                        self.entry(Home::Entry(measure.code, *department));
                    }
                }
            }
        }
    }

    fn kpis(&mut self, kpis: &[KpiIx]) {
        for ix in kpis {
            let kpi = self.publication.plan.kpi(*ix);
            let row = self.publication.row(self.edition, *ix);
            let actual = row
                .actual
                .value()
                .map_or_else(|| "－".to_owned(), |amount| kpi.figure(amount));
            let rating = row.rating().map_or("未提出", Rating::word);
            let owner = &self.publication.department(kpi.department).name;
            let text = format!(
                "{}：実績値{actual}、目標値{}、進捗状況「{rating}」",
                kpi.name,
                kpi.target_text()
            );
            let place = format!("{} {owner}", number::kpi(self.publication, *ix));
            self.push(kpi.id.to_string(), place, text);
        }
    }

    fn entry(&mut self, home: Home) {
        let Home::Entry(code, department) = home else { return };
        let Some(entry) = self.edition.entry(code, department) else {
            return;
        };
        let fields = [
            (Field::Achievements, &entry.achievements),
            (Field::Challenges, &entry.challenges),
            (Field::Outlook, &entry.outlook),
        ];
        for (field, slot) in fields {
            let first = number::first(entry, field);
            match slot {
                Slot::Filled(text) => {
                    for (number, block) in (first..).zip(&text.blocks) {
                        self.block(home, number, Some(field), block);
                    }
                }
                Slot::Empty(gap) => self.gap(home, first, field, gap),
            }
        }
        let first = number::first(entry, Field::Programs);
        match &entry.programs {
            Slot::Filled(programs) => {
                let plan = &self.publication.plan;
                let names: Vec<&str> = programs.iter().map(|ix| plan.program(*ix).name.as_str()).collect();
                self.numbered(home, first, Some(Field::Programs), names.join("、"));
            }
            Slot::Empty(gap) => self.gap(home, first, Field::Programs, gap),
        }
    }

    fn gap(&mut self, home: Home, number: usize, field: Field, gap: &Gap) {
        let word = match gap {
            Gap::Missing => "（未提出）",
            Gap::Unreadable(_) => "（読めません）",
        };
        self.numbered(home, number, Some(field), word.to_owned());
    }

    fn prose(&mut self, home: Home, text: &Prose) {
        let counted = text.blocks.iter().filter(|block| number::is_counted(block));
        for (number, block) in (1..).zip(counted) {
            self.block(home, number, None, block);
        }
    }

    fn block(&mut self, home: Home, number: usize, field: Option<Field>, block: &Block) {
        let text = changes::plain(self.publication, self.edition, block);
        self.numbered(home, number, field, text);
    }

    fn numbered(&mut self, home: Home, number: usize, field: Option<Field>, text: String) {
        let label = home.label(self.publication, self.edition);
        let place = match field {
            Some(field) => format!("{label} {number}（{}）", field.label()),
            None => format!("{label} {number}"),
        };
        self.push(home.key(self.publication, number), place, text);
    }
}

/// One row. Every cell is quoted, so that Excel takes none for a date.
fn line<'c>(cells: impl IntoIterator<Item = &'c str>, out: &mut String) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// A text that a spreadsheet would take for a formula gets an apostrophe; whoever reads the sheet drops it.
fn guarded(text: &str) -> String {
    if super::read::is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
