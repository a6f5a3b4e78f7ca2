//! `kpis.yaml` as written.

use super::{
    accept::{self, Acceptance},
    fault::Form,
    faults::Faults,
    fields::Fields,
    former::{self, FormerLines},
    prose::Written,
    scalars,
    yaml::{Document, Node},
};
use crate::{
    model::{Amount, Basis, Better, FiscalYear, Id, Kind, Lasting},
    source::{Place, Spanned},
};

/// One KPI's definition.
#[derive(Debug)]
pub struct KpiLines {
    /// The whole entry.
    pub place: Place,
    /// Permanent address.
    pub id: Option<Spanned<Id>>,
    /// As printed.
    pub name: Option<Spanned<String>>,
    /// Left out for a bare ratio.
    pub unit: Option<Spanned<String>>,
    /// Digits after the point.
    pub decimals: Option<Spanned<u8>>,
    /// 担当課.
    pub department: Option<Spanned<Id>>,
    /// Which way is progress.
    pub better: Option<Spanned<Better>>,
    /// Kind of quantity.
    pub kind: Option<Spanned<Kind>>,
    /// How years are counted.
    pub period: Option<Spanned<Basis>>,
    /// Years behind the performance year.
    pub lag: Option<Spanned<u8>>,
    /// The year of 当初.
    pub baseline: Option<Spanned<u16>>,
    /// Where it should be.
    pub target: Option<TargetLines>,
    /// How it is computed.
    pub formula: Option<Written>,
    /// Where the figures come from.
    pub source: Option<Spanned<String>>,
    /// For the reader of the table.
    pub note: Option<Written>,
    /// The first edition that has it, if not all have.
    pub from: Option<Spanned<u16>>,
    /// The last.
    pub until: Option<Spanned<u16>>,
    /// What it was to earlier editions.
    pub former: Vec<FormerLines<KpiWas>>,
    /// Accepted findings.
    pub accept: Vec<Acceptance>,
}

/// What of a KPI was otherwise.
#[derive(Debug)]
pub struct KpiWas {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// 担当課.
    pub department: Option<Spanned<Id>>,
    /// Its target.
    pub target: Option<TargetLines>,
}

impl KpiLines {
    /// The editions that have it.
    pub fn editions(&self) -> Lasting {
        let year = |year: Option<Spanned<u16>>| year.and_then(|year| FiscalYear::new(year.value));
        Lasting {
            from: year(self.from),
            until: year(self.until),
        }
    }

    /// Whether an edition has it.
    pub fn is_in(&self, edition: u16) -> bool {
        FiscalYear::new(edition).is_none_or(|edition| self.editions().covers(edition))
    }

    /// The department that answers for it in an edition.
    pub fn department_in(&self, edition: u16) -> Option<&Spanned<Id>> {
        former::held(&self.former, edition, |was| was.department.as_ref()).or(self.department.as_ref())
    }

    /// Its target, as an edition has it.
    pub fn target_in(&self, edition: u16) -> Option<&TargetLines> {
        former::held(&self.former, edition, |was| was.target.as_ref()).or(self.target.as_ref())
    }

    /// Its names, in all editions.
    pub fn names(&self) -> impl Iterator<Item = &Spanned<String>> {
        let former = self.former.iter().filter_map(|lines| lines.was.name.as_ref());
        self.name.iter().chain(former)
    }

    /// The departments that answer for it, in all editions.
    pub fn departments(&self) -> impl Iterator<Item = &Spanned<Id>> {
        let former = self.former.iter().filter_map(|lines| lines.was.department.as_ref());
        self.department.iter().chain(former)
    }

    /// Its targets, in all editions.
    pub fn targets(&self) -> impl Iterator<Item = &TargetLines> {
        let former = self.former.iter().filter_map(|lines| lines.was.target.as_ref());
        self.target.iter().chain(former)
    }

    /// The figures among its targets, in all editions; what is no figure is left out.
    pub fn target_figures(&self) -> impl Iterator<Item = Spanned<Amount>> {
        let written = self.targets().filter_map(|target| target.value.as_ref());
        written.filter_map(|text| {
            Some(Spanned {
                value: Amount::parse(&text.value).ok()?,
                place: text.place,
            })
        })
    }
}

/// `target:`.
#[derive(Debug)]
pub struct TargetLines {
    /// The whole mapping.
    pub place: Place,
    /// On the KPI's own basis.
    pub year: Option<Spanned<u16>>,
    /// A figure, or an event for a milestone; which of both it must be is known only with `better`.
    pub value: Option<Spanned<String>>,
}

pub(super) fn read(document: &Document, faults: &mut Faults) -> Option<Vec<KpiLines>> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let kpis = fields.list("kpis", kpi);
    fields.finish();
    Some(kpis)
}

fn kpi(node: &Node, faults: &mut Faults) -> Option<KpiLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = KpiLines {
        place: node.place,
        id: fields.id("id"),
        name: fields.text("name"),
        unit: fields.optional_text("unit"),
        decimals: fields.small("decimals", 6, Form::Decimals),
        department: fields.id("department"),
        better: fields.word("better"),
        kind: fields.word("kind"),
        period: fields.word("period"),
        lag: fields.optional_small("lag", 9, Form::Lag),
        baseline: fields.year("baseline"),
        target: fields.map("target").and_then(|node| target(node, fields.faults)),
        formula: fields.optional_prose("formula"),
        source: fields.optional_text("source"),
        note: fields.optional_prose("note"),
        from: fields.optional_year("from"),
        until: fields.optional_year("until"),
        former: former::list(&mut fields, was),
        accept: fields.optional_list("accept", accept::read),
    };
    fields.finish();
    Some(lines)
}

fn was(fields: &mut Fields) -> KpiWas {
    KpiWas {
        name: fields.optional_text("name"),
        department: fields
            .optional("department")
            .and_then(|node| scalars::id(node, fields.faults)),
        target: fields.optional("target").and_then(|node| target(node, fields.faults)),
    }
}

fn target(node: &Node, faults: &mut Faults) -> Option<TargetLines> {
    let mut fields = Fields::of(node, faults)?;
    let year = fields.year("year");
    let value = fields.map("value").and_then(|node| scalars::text(node, fields.faults));
    let lines = TargetLines {
        place: node.place,
        year,
        value,
    };
    fields.finish();
    Some(lines)
}
