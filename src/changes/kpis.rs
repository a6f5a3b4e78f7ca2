//! KPIs: names, definitions, targets and the figures of all years; per edition the ratings and their reasons.

use std::collections::HashMap;

use super::{
    Change, Kind, Pair, Piece, diff,
    units::{self, Reader},
    way,
};
use crate::model::{
    Amount, Better, Edition, FiscalYear, Gap, Id, Kind as Nature, Kpi, KpiIx, Observation, Prose, Publication, Rated,
    Slot, Spot, Status, Word,
};

/// The KPIs of the plan, or of an edition, known by their ids.
pub(super) fn definitions(pair: Pair, edition: Option<FiscalYear>, changes: &mut Vec<Change>) {
    let has = |kpi: &&Kpi| edition.is_none_or(|edition| kpi.editions.covers(edition));
    let before = by_id(pair.old);
    for (ix, kpi) in pair.new.plan.kpis().filter(|(_, kpi)| has(kpi)) {
        match before.get(&kpi.id).map(|(_, kpi)| *kpi).filter(has) {
            Some(before) => Compared { pair, ix, kpi, before }.all(changes),
            None => changes.push(whole(pair, super::Way::Added, kpi, Spot::Kpi(ix))),
        }
    }
    let now = by_id(pair.new);
    for (_, kpi) in pair.old.plan.kpis().filter(|(_, kpi)| has(kpi)) {
        if !now.get(&kpi.id).is_some_and(|(_, known)| has(known)) {
            changes.push(whole(pair, super::Way::Removed, kpi, Spot::Nowhere));
        }
    }
}

fn by_id(publication: &Publication) -> HashMap<&Id, (KpiIx, &Kpi)> {
    publication.plan.kpis().map(|(ix, kpi)| (&kpi.id, (ix, kpi))).collect()
}

/// A KPI that came or went.
fn whole(pair: Pair, way: super::Way, kpi: &Kpi, spot: Spot) -> Change {
    let text = format!("{}（目標値 {}）", kpi.name, kpi.target_text());
    let (department, piece) = match way {
        super::Way::Removed => (pair.department(kpi.department), Piece::Removed(text)),
        _ => (Some(kpi.department), Piece::Added(text)),
    };
    Change {
        department,
        year: None,
        kind: Kind::Definition,
        way,
        place: format!("KPI「{}」", kpi.name),
        spot,
        pieces: vec![piece],
    }
}

/// A KPI on both sides.
struct Compared<'a> {
    pair: Pair<'a>,
    ix: KpiIx,
    kpi: &'a Kpi,
    before: &'a Kpi,
}

impl Compared<'_> {
    fn all(&self, changes: &mut Vec<Change>) {
        let (old, new) = (self.before, self.kpi);
        self.push(Kind::Name, "名称", Some(&old.name), Some(&new.name), changes);
        let owner = |department| Some(self.pair.new.department(department).name.clone());
        let was = self.pair.department(old.department);
        // An owner who is no longer registered is named as then.
        let was = was.map_or_else(|| Some(self.pair.old.department(old.department).name.clone()), owner);
        self.fact("担当課", was, owner(new.department), changes);
        self.fact("単位", old.unit.clone(), new.unit.clone(), changes);
        self.fact(
            "小数のけた数",
            Some(old.decimals.to_string()),
            Some(new.decimals.to_string()),
            changes,
        );
        self.fact(
            "望ましい向き",
            Some(direction(old.better)),
            Some(direction(new.better)),
            changes,
        );
        self.fact("値の性質", Some(nature(old.kind)), Some(nature(new.kind)), changes);
        let years = |kpi: &Kpi| {
            let code = <crate::model::Basis as Word>::WORDS
                .iter()
                .find(|(_, basis)| *basis == kpi.basis);
            code.map(|(word, _)| format!("{word}、遅れ{}年", kpi.lag))
        };
        self.fact("時点", years(old), years(new), changes);
        let baseline = |kpi: &Kpi| Some(kpi.period(kpi.baseline).long());
        if old.baseline != new.baseline {
            self.fact("当初の年", baseline(old), baseline(new), changes);
        }
        self.fact("出典", old.source.clone(), new.source.clone(), changes);
        self.text("算出方法", old.formula.as_ref(), new.formula.as_ref(), changes);
        self.text("説明", old.note.as_ref(), new.note.as_ref(), changes);
        if old.target != new.target {
            let told = |kpi: &Kpi| format!("{}（{}）", kpi.target_text(), kpi.period(kpi.target.year).long());
            self.push(Kind::Target, "目標値", Some(&told(old)), Some(&told(new)), changes);
        }
        self.values(changes);
        self.restatements(changes);
    }

    /// The record of corrections, line by line.
    fn restatements(&self, changes: &mut Vec<Change>) {
        let (old, new) = (&self.before.restatements, &self.kpi.restatements);
        let mut keys: Vec<_> = old.iter().chain(new).map(|row| (row.year, row.date)).collect();
        keys.sort_unstable();
        keys.dedup();
        for (year, date) in keys {
            let told = |kpi: &Kpi| {
                let mut rows = kpi.restatements.iter();
                let row = rows.find(|row| (row.year, row.date) == (year, date))?;
                let figure =
                    |amount: Option<Amount>| amount.map_or_else(|| "－".to_owned(), |amount| kpi.figure(amount));
                Some(format!(
                    "{}から{}へ（{}）",
                    figure(row.before),
                    figure(row.after),
                    row.reason
                ))
            };
            let rows = |kpi: &Kpi| {
                kpi.restatements
                    .iter()
                    .find(|row| (row.year, row.date) == (year, date))
                    .cloned()
            };
            if rows(self.before) != rows(self.kpi) {
                let what = format!("{} 訂正の記録", self.kpi.period(year).long());
                self.push(
                    Kind::Value,
                    &what,
                    told(self.before).as_deref(),
                    told(self.kpi).as_deref(),
                    changes,
                );
            }
        }
    }

    fn values(&self, changes: &mut Vec<Change>) {
        let (old, new) = (&self.before.series, &self.kpi.series);
        let mut years: Vec<u16> = old.rows().iter().chain(new.rows()).map(|row| row.year).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            let (was, is) = (old.at(year), new.at(year));
            if was == is {
                continue;
            }
            let was = was.map(|row| value(self.before, row));
            let is = is.map(|row| value(self.kpi, row));
            let what = self.kpi.period(year).long();
            self.push(Kind::Value, &what, was.as_deref(), is.as_deref(), changes);
        }
    }

    fn fact(&self, what: &str, old: Option<String>, new: Option<String>, changes: &mut Vec<Change>) {
        self.push(Kind::Definition, what, old.as_deref(), new.as_deref(), changes);
    }

    fn text(&self, what: &str, old: Option<&Prose>, new: Option<&Prose>, changes: &mut Vec<Change>) {
        let read = |publication, text: Option<&Prose>| {
            let edition = crate::model::Publication::newest(publication);
            text.map(|text| Reader { publication, edition }.prose(text))
        };
        let (old, new) = (read(self.pair.old, old), read(self.pair.new, new));
        if old == new {
            return;
        }
        let shown = |text: &Option<Vec<units::Unit>>| text.as_deref().map(units::shown);
        let Some((way, whole)) = way(shown(&old).as_deref(), shown(&new).as_deref()) else {
            return;
        };
        let pieces = match (&old, &new) {
            (Some(old), Some(new)) => diff::pieces(old, new),
            _ => whole,
        };
        changes.push(self.change(Kind::Definition, what, way, pieces));
    }

    fn push(&self, kind: Kind, what: &str, old: Option<&str>, new: Option<&str>, changes: &mut Vec<Change>) {
        if let Some((way, pieces)) = way(old, new) {
            changes.push(self.change(kind, what, way, pieces));
        }
    }

    fn change(&self, kind: Kind, what: &str, way: super::Way, pieces: Vec<Piece>) -> Change {
        Change {
            department: Some(self.kpi.department),
            year: None,
            kind,
            way,
            place: format!("KPI「{}」 {what}", self.kpi.name),
            spot: Spot::Kpi(self.ix),
            pieces,
        }
    }
}

/// A figure with how sure it is and its remark.
fn value(kpi: &Kpi, row: &Observation) -> String {
    let status = match row.status {
        Status::Final => None,
        other => Some(other.word()),
    };
    let remarks: Vec<&str> = status.into_iter().chain(row.note.as_deref()).collect();
    let remarks = remarks.join("、");
    match row.value {
        Some(amount) if remarks.is_empty() => kpi.figure(amount),
        Some(amount) => format!("{}（{remarks}）", kpi.figure(amount)),
        None => remarks,
    }
}

fn direction(better: Better) -> String {
    let word = match better {
        Better::Higher => "増やす",
        Better::Lower => "減らす",
        Better::Keep => "保つ",
        Better::Milestone => "実現する",
    };
    word.to_owned()
}

fn nature(kind: Nature) -> String {
    let word = match kind {
        Nature::Stock => "時点の量",
        Nature::Flow => "期間の量",
        Nature::Cumulative => "累計",
        Nature::Rate => "割合",
    };
    word.to_owned()
}

/// The departments' judgements in one edition.
pub(super) fn ratings(pair: Pair, old: &Edition, new: &Edition, changes: &mut Vec<Change>) {
    let known = by_id(pair.old);
    for (ix, kpi) in pair.new.plan.kpis() {
        let before = known.get(&kpi.id);
        let (was, is) = (before.and_then(|(before, _)| old.rated(*before)), new.rated(ix));
        let place = |what: &str| format!("KPI「{}」 {what}", kpi.name);
        let parts = [
            (Kind::Rating, "進捗状況", was.and_then(word), is.and_then(word)),
            (Kind::Reason, "評価の理由", was.and_then(reason), is.and_then(reason)),
        ];
        for (kind, what, was, is) in parts {
            if let Some((way, pieces)) = way(was.as_deref(), is.as_deref()) {
                changes.push(Change {
                    department: Some(kpi.department),
                    year: Some(new.year),
                    kind,
                    way,
                    place: place(what),
                    spot: Spot::Kpi(ix),
                    pieces,
                });
            }
        }
    }
}

fn reason(rated: &Rated) -> Option<String> {
    rated.reason.clone()
}

/// A rating is one word: it changes as a whole.
fn word(rated: &Rated) -> Option<String> {
    match &rated.rating {
        Slot::Filled(rating) => Some(rating.word().to_owned()),
        Slot::Empty(Gap::Missing) => None,
        Slot::Empty(Gap::Unreadable(_)) => Some("（読めません）".to_owned()),
    }
}
