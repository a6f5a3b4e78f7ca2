//! `datapackage.json`: the whole described for machines (Data Package 2.0, datapackage.org). Dates come from the report's
//! published month, never from a clock; a day and time are required there, so the month's first stands for it.

use serde::Serialize;

use super::{
    CONVENTIONS,
    field::{Field, Schema},
    file::File,
    licence::{Terms, named},
    origin::Origin,
    write,
};
use crate::model::{Licence, Publication};

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: String,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    version: String,
    created: String,
    modified: String,
    keywords: Vec<String>,
    contributors: Vec<Contributor>,
    sources: Vec<Source>,
    /// Absent if the city has chosen none: the standard has no word for that, the description says it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<LicenceName>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Contributor {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Source {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Serialize)]
struct LicenceName {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'static str,
    r#type: &'static str,
    path: &'static str,
    title: &'static str,
    description: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Dialect>,
    schema: TableSchema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema<'a> {
    fields: Vec<FieldDescription<'a>>,
    missing_values: [&'static str; 1],
    primary_key: &'static [&'static str],
}

#[derive(Serialize)]
struct FieldDescription<'a> {
    name: &'static str,
    r#type: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints<'a>,
}

#[derive(Serialize)]
struct Constraints<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'a str>,
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        !self.required && self.values.is_empty()
    }
}

/// The description of an edition's files.
pub(super) fn write(origin: Origin) -> Vec<u8> {
    let Origin { publication, edition } = origin;
    let city = &publication.city;
    let report = format!("{} {} 進行管理報告書", edition.year.long(), publication.plan.title);
    let moment = format!("{}-01T00:00:00+09:00", edition.published);
    let schemas = super::schemas();
    let resources = File::ALL
        .into_iter()
        .filter_map(|file| resource(origin, file, &schemas));
    write::json(&Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: format!("progress-report-{}-{}", city.code.area(), edition.year.year()),
        title: format!("{report}のデータ"),
        description: format!(
            "{}\n\n{}",
            Terms::new(publication, edition).wording,
            CONVENTIONS.join("\n")
        ),
        homepage: city
            .base_url
            .as_ref()
            .map(|base| format!("{base}/{}/data.html", edition.year.year())),
        version: edition.published.to_string(),
        created: moment.clone(),
        modified: moment,
        keywords: vec![
            city.name.clone(),
            publication.plan.short_title.clone(),
            "KPI".to_owned(),
            "進捗状況".to_owned(),
        ],
        contributors: contributors(publication),
        sources: sources(origin, report),
        licenses: licences(city.licence),
        resources: resources.collect(),
    })
}

fn contributors(publication: &Publication) -> Vec<Contributor> {
    let city = &publication.city;
    let publisher = Contributor {
        title: city.name.clone(),
        path: city.base_url.clone(),
        email: None,
        organization: None,
        roles: ["publisher"],
    };
    let contact = Contributor {
        title: publication.department(city.contact.department).name.clone(),
        path: city.contact.url.clone(),
        email: city.contact.mail.clone(),
        organization: Some(city.name.clone()),
        roles: ["contact"],
    };
    vec![publisher, contact]
}

/// The report, and every statistic a KPI names, once.
fn sources(origin: Origin, report: String) -> Vec<Source> {
    let Origin { publication, edition } = origin;
    let base = publication.city.base_url.as_ref();
    let path = base.map(|base| format!("{base}/{}/report.html", edition.year.year()));
    let mut sources = vec![Source { title: report, path }];
    for title in publication
        .plan
        .kpis_in(edition.year)
        .filter_map(|(_, kpi)| kpi.source.as_ref())
    {
        if sources.iter().all(|source| source.title != *title) {
            sources.push(Source {
                title: title.clone(),
                path: None,
            });
        }
    }
    sources
}

fn licences(licence: Licence) -> Vec<LicenceName> {
    let licence = named(licence);
    licence
        .into_iter()
        .map(|licence| LicenceName {
            name: licence.id,
            title: licence.title,
            path: licence.url,
        })
        .collect()
}

fn resource<'a>(
    origin: Origin<'a>,
    file: File,
    [kpi, entries, population, codes]: &[Schema; 4],
) -> Option<Resource<'a>> {
    let (name, schema) = match file {
        File::Kpi => ("kpi", kpi),
        File::KpiJson => ("kpi-json", kpi),
        File::Entries => ("entries", entries),
        File::Population => ("population", population),
        File::Codes => ("codes", codes),
        // The first would count every figure twice, the second is this.
        File::KpiExcel | File::Package => return None,
    };
    let dialect = (file.format() == "csv").then_some(Dialect {
        header: true,
        delimiter: ",",
        line_terminator: "\r\n",
        quote_char: "\"",
        double_quote: true,
    });
    Some(Resource {
        name,
        r#type: "table",
        path: file.name(),
        title: file.title(),
        description: format!("{}{}", file.description(), schema.description),
        format: file.format(),
        mediatype: file.media_type(),
        encoding: "utf-8",
        dialect,
        schema: table_schema(origin, schema),
    })
}

fn table_schema<'a>(origin: Origin<'a>, schema: &Schema) -> TableSchema<'a> {
    TableSchema {
        fields: schema.fields.iter().map(|field| description(origin, field)).collect(),
        missing_values: [""],
        primary_key: schema.key,
    }
}

fn description<'a>(origin: Origin<'a>, field: &Field) -> FieldDescription<'a> {
    let codes = field.kind.list().map(|list| list.codes(origin)).unwrap_or_default();
    FieldDescription {
        name: field.name,
        r#type: field.kind.schema_type(),
        title: field.title,
        description: field.description,
        constraints: Constraints {
            required: field.required,
            values: codes.into_iter().map(|code| code.code).collect(),
        },
    }
}
