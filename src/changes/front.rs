//! What stands around the departments' texts: names and titles, the plan's own texts, population, chapters.

use super::{
    Change, Kind, Pair, Piece, Way,
    entries::{self, text_change},
    paragraphs,
    units::Reader,
    way,
};
use crate::model::{Chapter, ChapterKind, Edition, Home, Plan, PopulationPoint, Prose, Publication, Spot};

/// The plan, the city and the population.
pub(super) fn plan(pair: Pair, changes: &mut Vec<Change>) {
    let (old, new) = (&pair.old.plan, &pair.new.plan);
    let mut front = |what: &str, was: &str, is: &str| {
        changes.extend(fact(Kind::Front, what, Spot::Front, Some(was), Some(is)));
    };
    front("市区町村の名称", &pair.old.city.name, &pair.new.city.name);
    front("計画の題名", &old.title, &new.title);
    front("計画の呼び名", &old.short_title, &new.short_title);
    front("計画の期間", &old.period(), &new.period());
    front("最重点目標", &old.top_goal, &new.top_goal);
    front(
        "問い合わせ先",
        &contact(pair.old, pair, true),
        &contact(pair.new, pair, false),
    );
    departments(pair, changes);
    names(pair, changes);
    programs(pair, changes);
    texts(pair, changes);
    population(pair, changes);
}

/// An edition that came or went.
pub(super) fn edition(way: Way, edition: &Edition) -> Change {
    let text = format!("{} 進行管理報告書", edition.year.long());
    Change {
        department: None,
        year: None,
        kind: Kind::Front,
        way,
        place: "報告書".to_owned(),
        spot: Spot::Front,
        pieces: vec![match way {
            Way::Removed => Piece::Removed(text),
            Way::Added | Way::Changed => Piece::Added(text),
        }],
    }
}

/// A fact of the plan.
fn fact(kind: Kind, place: &str, spot: Spot, old: Option<&str>, new: Option<&str>) -> Option<Change> {
    let (way, pieces) = way(old, new)?;
    Some(Change {
        department: None,
        year: None,
        kind,
        way,
        place: place.to_owned(),
        spot,
        pieces,
    })
}

/// Renaming the department is one change, not two.
fn contact(publication: &Publication, pair: Pair, old: bool) -> String {
    let contact = &publication.city.contact;
    let now = if old {
        pair.department(contact.department)
    } else {
        Some(contact.department)
    };
    let department = match now {
        Some(ix) => pair.new.department(ix),
        None => publication.department(contact.department),
    };
    let ways = [&contact.phone, &contact.mail, &contact.url];
    let parts = [department.name.as_str()]
        .into_iter()
        .chain(ways.into_iter().flatten().map(String::as_str));
    parts.collect::<Vec<_>>().join("、")
}

fn departments(pair: Pair, changes: &mut Vec<Change>) {
    let place = "担当課の名称";
    for (ix, department) in pair.new.departments() {
        let mut known = pair.old.departments();
        let before = known
            .find(|(_, known)| known.id == department.id)
            .map(|(_, known)| known.name.as_str());
        let change = fact(Kind::Name, place, Spot::Department(ix), before, Some(&department.name));
        changes.extend(change.map(|change| Change {
            department: Some(ix),
            ..change
        }));
    }
    for (ix, department) in pair.old.departments() {
        if pair.department(ix).is_none() {
            changes.extend(fact(Kind::Name, place, Spot::Nowhere, Some(&department.name), None));
        }
    }
}

/// The registered names, in the order of the plan.
fn names(pair: Pair, changes: &mut Vec<Change>) {
    let (old, new) = (named(&pair.old.plan), named(&pair.new.plan));
    for (place, spot, name) in &new {
        let before = old.iter().find(|(known, ..)| known == place).map(|(.., name)| *name);
        changes.extend(fact(Kind::Name, place, *spot, before, Some(name)));
    }
    for (place, _, name) in &old {
        if !new.iter().any(|(known, ..)| known == place) {
            changes.extend(fact(Kind::Name, place, Spot::Nowhere, Some(name), None));
        }
    }
}

/// Everything of a plan that has a name and a number: what it is called by its number, where it stands, its name.
fn named(plan: &Plan) -> Vec<(String, Spot, &str)> {
    let mut all = Vec::new();
    for (number, part) in (1..).zip(&plan.parts) {
        let spot = Spot::Home(Home::Part(number));
        all.push((format!("計画 第{number}編の名称"), spot, part.name.as_str()));
    }
    for (number, project) in (1..).zip(&plan.projects) {
        let spot = Spot::Home(Home::Project(number));
        all.push((format!("重点プロジェクト{number}の名称"), spot, project.name.as_str()));
    }
    for (code, goal) in plan.coded_goals() {
        let spot = Spot::Home(Home::Goal(code));
        all.push((format!("基本目標{}の名称", code.roman()), spot, goal.name.as_str()));
        for (number, direction) in (1..).zip(&goal.directions) {
            let place = format!("基本的方向 {}-{number}の名称", code.roman());
            all.push((place, spot, direction.name.as_str()));
            for measure in &direction.measures {
                let place = format!("施策 {}の名称", measure.code.display());
                let first = measure.departments.first();
                let spot = first.map_or(spot, |department| Spot::Home(Home::Entry(measure.code, *department)));
                all.push((place, spot, measure.name.as_str()));
            }
        }
    }
    all
}

/// Programmes by id. One that came or went shows where it is listed; here only new names are told.
fn programs(pair: Pair, changes: &mut Vec<Change>) {
    for program in &pair.new.plan.programs {
        let mut known = pair.old.plan.programs.iter();
        if let Some(before) = known.find(|known| known.id == program.id) {
            let names = (Some(before.name.as_str()), Some(program.name.as_str()));
            changes.extend(fact(Kind::Name, "事業の名称", Spot::Nowhere, names.0, names.1));
        }
    }
}

/// The plan's own narrative.
fn texts(pair: Pair, changes: &mut Vec<Change>) {
    let edition = pair.new.newest();
    let (old, new) = (narrative(&pair.old.plan), narrative(&pair.new.plan));
    let empty = Prose { blocks: Vec::new() };
    let mut homes: Vec<Home> = new.iter().map(|(home, _)| *home).collect();
    homes.extend(
        old.iter()
            .map(|(home, _)| *home)
            .filter(|home| !new.iter().any(|(known, _)| known == home)),
    );
    for home in homes {
        let of = |texts: &[(Home, &Prose)], publication: &Publication| {
            let text = texts
                .iter()
                .find(|(known, _)| *known == home)
                .map_or(&empty, |(_, text)| *text);
            let reader = Reader {
                publication,
                edition: publication.newest(),
            };
            entries::of(text, 1, reader)
        };
        let label = home.label(pair.new, edition);
        for fate in paragraphs::compare(&of(&old, pair.old), &of(&new, pair.new)) {
            changes.push(text_change(home, &label, fate));
        }
    }
}

fn narrative(plan: &Plan) -> Vec<(Home, &Prose)> {
    let mut all: Vec<(Home, &Prose)> = Vec::new();
    all.extend(
        (1..)
            .zip(&plan.parts)
            .map(|(number, part)| (Home::Part(number), &part.description)),
    );
    all.push((Home::RatingNote, &plan.rating_note));
    all.extend(
        plan.rating_levels
            .iter()
            .map(|level| (Home::Level(level.rating), &level.meaning)),
    );
    let projects = (1..).zip(&plan.projects);
    all.extend(projects.map(|(number, project)| (Home::Project(number), &project.description)));
    all.extend(
        plan.coded_goals()
            .map(|(code, goal)| (Home::Goal(code), &goal.introduction)),
    );
    all
}

fn population(pair: Pair, changes: &mut Vec<Change>) {
    let (old, new) = (&pair.old.population.points, &pair.new.population.points);
    let mut keys: Vec<_> = old.iter().chain(new).map(|point| (point.year, point.kind)).collect();
    keys.sort_unstable();
    keys.dedup();
    for (year, kind) in keys {
        let of = |points: &[PopulationPoint]| {
            let point = points.iter().find(|point| (point.year, point.kind) == (year, kind));
            point.map(|point| match &point.note {
                Some(note) => format!("{}人（{note}）", point.value.grouped(0)),
                None => format!("{}人", point.value.grouped(0)),
            })
        };
        let place = format!("総人口 {year}年 {}", kind.label());
        let spot = Spot::Home(Home::Chapter(ChapterKind::Population));
        changes.extend(fact(Kind::Value, &place, spot, of(old).as_deref(), of(new).as_deref()));
    }
}

/// The front and the chapters of one edition.
pub(super) fn chapters(pair: Pair, old: &Edition, new: &Edition, changes: &mut Vec<Change>) {
    let mut own = Vec::new();
    let month = |edition: &Edition| edition.published.long();
    let year = |edition: &Edition| edition.performance.long();
    own.extend(fact(
        Kind::Front,
        "公表する年月",
        Spot::Front,
        Some(&month(old)),
        Some(&month(new)),
    ));
    own.extend(fact(
        Kind::Front,
        "実績の年度",
        Spot::Front,
        Some(&year(old)),
        Some(&year(new)),
    ));
    let order = |edition: &Edition, other: &Edition| {
        let common = edition
            .chapters
            .iter()
            .filter(|chapter| find(other, chapter.kind).is_some());
        let titles: Vec<&str> = common
            .filter_map(|chapter| Some(find(new, chapter.kind)?.title.as_str()))
            .collect();
        titles.join("、")
    };
    let (was, is) = (order(old, new), order(new, old));
    own.extend(fact(Kind::Front, "章の順番", Spot::Front, Some(&was), Some(&is)));
    for chapter in &new.chapters {
        let before = find(old, chapter.kind);
        let home = Home::Chapter(chapter.kind);
        let label = home.label(pair.new, new);
        let title = before.map(|before| before.title.as_str());
        own.extend(fact(
            Kind::Front,
            &format!("{label}の題名"),
            Spot::Home(home),
            title,
            Some(&chapter.title),
        ));
        let side = |publication, edition, chapter: Option<&Chapter>| {
            let reader = Reader { publication, edition };
            chapter.map_or_else(Vec::new, |chapter| entries::of(&chapter.body, 1, reader))
        };
        let fates = paragraphs::compare(&side(pair.old, old, before), &side(pair.new, new, Some(chapter)));
        own.extend(fates.into_iter().map(|fate| text_change(home, &label, fate)));
    }
    for chapter in &old.chapters {
        if find(new, chapter.kind).is_none() {
            own.extend(fact(Kind::Front, "章", Spot::Front, Some(&chapter.title), None));
        }
    }
    changes.extend(own.into_iter().map(|change| Change {
        year: Some(new.year),
        ..change
    }));
}

fn find(edition: &Edition, kind: ChapterKind) -> Option<&Chapter> {
    edition.chapters.iter().find(|chapter| chapter.kind == kind)
}
