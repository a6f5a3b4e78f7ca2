//! `datapackage.json`: the whole described for machines (Data Package 2.0, datapackage.org). Dates come from the report's
//! published month, never from a clock; a day and time are required there, so the month's first stands for it.

use super::{
    CONVENTIONS,
    field::{Field, Schema},
    file::File,
    json::{self, Json},
    licence::{Terms, named},
    origin::Origin,
};
use crate::model::Publication;

/// The description of an edition's files.
pub(super) fn write(origin: Origin) -> Vec<u8> {
    let Origin { publication, edition } = origin;
    let (city, plan, year) = (&publication.city, &publication.plan, edition.year.year());
    let report = format!("{} {} 進行管理報告書", edition.year.long(), plan.title);
    let moment = format!("{}-01T00:00:00+09:00", edition.published);
    let conventions = CONVENTIONS.join("\n");
    let page = |name: &str| city.base_url.as_ref().map(|base| format!("{base}/{year}/{name}"));
    json::document(|package| {
        package.text("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        package.text("name", &format!("progress-report-{}-{year}", city.code.area()));
        package.text("title", &format!("{report}のデータ"));
        let terms = Terms::new(publication, edition).wording;
        package.text("description", &format!("{terms}\n\n{conventions}"));
        package.maybe("homepage", page("data.html").as_deref());
        package.text("version", &edition.published.to_string());
        package.text("created", &moment);
        package.text("modified", &moment);
        package.texts("keywords", [&*city.name, &plan.short_title, "KPI", "進捗状況"]);
        contributors(publication, package);
        let path = page("report.html");
        package.objects("sources", sources(origin, &report), |source, title| {
            source.text("title", title);
            source.maybe("path", path.as_deref().filter(|_| title == report));
        });
        // Absent if the city has chosen none: the standard has no word for that, the description says it.
        if let Some(licence) = named(city.licence) {
            package.objects("licenses", [licence], |named, licence| {
                named.text("name", licence.id);
                named.text("title", licence.title);
                named.text("path", licence.url);
            });
        }
        let schemas = super::schemas();
        let resources = File::ALL
            .into_iter()
            .filter_map(|file| Some((file, table(file, &schemas)?)));
        package.objects("resources", resources, |resource, (file, (name, schema))| {
            describe(origin, file, name, schema, resource);
        });
    })
}

fn contributors(publication: &Publication, package: &mut Json) {
    let city = &publication.city;
    let department = &publication.department(city.contact.department).name;
    let contributors = [
        (&city.name, &city.base_url, None),
        (department, &city.contact.url, Some(&city.contact)),
    ];
    package.objects("contributors", contributors, |contributor, (title, path, contact)| {
        contributor.text("title", title);
        contributor.maybe("path", path.as_deref());
        if let Some(contact) = contact {
            contributor.maybe("email", contact.mail.as_deref());
            contributor.text("organization", &city.name);
        }
        let role = contact.map_or("publisher", |_| "contact");
        contributor.texts("roles", [role]);
    });
}

/// The report, and every statistic a KPI names, once.
fn sources<'a>(origin: Origin<'a>, report: &'a str) -> Vec<&'a str> {
    let Origin { publication, edition } = origin;
    let mut titles = vec![report];
    let kpis = publication.plan.kpis_in(edition.year);
    for title in kpis.filter_map(|(_, kpi)| kpi.source.as_deref()) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

/// A resource's name and what its rows are.
fn table(file: File, [kpi, entries, population, codes]: &[Schema; 4]) -> Option<(&'static str, &Schema)> {
    match file {
        File::Kpi => Some(("kpi", kpi)),
        File::KpiJson => Some(("kpi-json", kpi)),
        File::Entries => Some(("entries", entries)),
        File::Population => Some(("population", population)),
        File::Codes => Some(("codes", codes)),
        // The first would count every figure twice, the second is this.
        File::KpiExcel | File::Package => None,
    }
}

fn describe(origin: Origin, file: File, name: &str, schema: &Schema, resource: &mut Json) {
    resource.text("name", name);
    resource.text("type", "table");
    resource.text("path", file.name());
    resource.text("title", file.title());
    resource.text("description", &format!("{}{}", file.description(), schema.description));
    resource.text("format", file.format());
    resource.text("mediatype", file.media_type());
    resource.text("encoding", "utf-8");
    if file.format() == "csv" {
        resource.object("dialect", |dialect| {
            dialect.is("header");
            dialect.text("delimiter", ",");
            dialect.text("lineTerminator", "\r\n");
            dialect.text("quoteChar", "\"");
            dialect.is("doubleQuote");
        });
    }
    resource.object("schema", |table| {
        table.objects("fields", &schema.fields, |described, field| {
            describe_field(origin, field, described)
        });
        table.texts("missingValues", [""]);
        table.texts("primaryKey", schema.key.iter().copied());
    });
}

fn describe_field(origin: Origin, field: &Field, described: &mut Json) {
    described.text("name", field.name);
    described.text("type", field.kind.schema_type());
    described.text("title", field.title);
    described.text("description", field.description);
    let codes = field.kind.list().map(|list| list.codes(origin)).unwrap_or_default();
    if field.required || !codes.is_empty() {
        described.object("constraints", |constraints| {
            if field.required {
                constraints.is("required");
            }
            if !codes.is_empty() {
                constraints.texts("enum", codes.iter().map(|code| code.code));
            }
        });
    }
}
