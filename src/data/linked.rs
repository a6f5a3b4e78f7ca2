//! The report and its data in the words of schema.org, for search engines and data catalogues.
//!
//! Addresses are relative to the edition's folder, where the pages that carry this stand, unless the city gave its
//! `base_url`. The text is safe within `<script type="application/ld+json">`, which is data and runs nothing.

use serde::Serialize;

use super::{file::File, kpi, licence, origin::Origin};
use crate::model::{Basis, Edition, Period, Publication};

#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: (Report, Dataset),
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    name: String,
    about: String,
    in_language: &'static str,
    date_published: String,
    date_modified: String,
    temporal_coverage: String,
    publisher: Organization,
    has_part: Reference,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dataset {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    name: String,
    description: String,
    in_language: &'static str,
    date_published: String,
    date_modified: String,
    temporal_coverage: String,
    spatial_coverage: Place,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'static str>,
    creator: Organization,
    publisher: Organization,
    is_part_of: Reference,
    variable_measured: Vec<Variable>,
    distribution: Vec<Download>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
struct Organization {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    identifier: String,
    contact_point: ContactPoint,
}

#[derive(Serialize, Clone)]
struct ContactPoint {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Place {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    identifier: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Variable {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "propertyID")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_text: Option<String>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
    description: &'static str,
    encoding_format: &'static str,
    content_url: String,
}

/// The edition as JSON-LD: a Report, and the Dataset that is part of it.
pub fn json_ld(publication: &Publication, edition: &Edition) -> String {
    let origin = Origin { publication, edition };
    let graph = Graph {
        context: "https://schema.org",
        graph: (report(origin), dataset(origin)),
    };
    // Within a script element nothing but `<` can end the text or begin a comment.
    let json = serde_json::to_string(&graph).expect("keys are strings and writing to memory does not fail");
    json.replace('<', "\\u003c")
}

fn report(origin: Origin) -> Report {
    let Origin { publication, edition } = origin;
    let performance = performance(edition);
    Report {
        kind: "Report",
        id: address(origin, "report.html"),
        url: address(origin, "report.html"),
        name: title(origin),
        about: publication.plan.title.clone(),
        in_language: "ja",
        date_published: edition.published.to_string(),
        date_modified: edition.published.to_string(),
        temporal_coverage: format!("{}/{}", performance.first_day(), performance.last_day()),
        publisher: organization(publication),
        has_part: Reference {
            id: address(origin, "data.html"),
        },
    }
}

fn dataset(origin: Origin) -> Dataset {
    let Origin { publication, edition } = origin;
    let city = &publication.city;
    let rows = kpi::records(origin);
    let performance = performance(edition);
    let periods = || rows.iter().filter(|row| row.is_observed()).map(|row| row.period);
    let first = periods()
        .map(Period::first_day)
        .min()
        .unwrap_or(performance.first_day());
    let last = periods().map(Period::last_day).max().unwrap_or(performance.last_day());
    let variables = publication.plan.kpis_in(edition.year).map(|(_, kpi)| Variable {
        kind: "PropertyValue",
        id: kpi.id.to_string(),
        name: kpi.name.clone(),
        unit_text: kpi.unit.clone(),
    });
    let downloads = File::ALL.map(|file| Download {
        kind: "DataDownload",
        name: file.title(),
        description: file.description(),
        encoding_format: file.media_type(),
        content_url: address(origin, &format!("data/{}", file.name())),
    });
    Dataset {
        kind: "Dataset",
        id: address(origin, "data.html"),
        url: address(origin, "data.html"),
        name: format!("{}のデータ", title(origin)),
        description: format!(
            "{}について、KPIの年ごとの値、目標値、進捗状況と、施策ごとの取組、人口をまとめたデータです。",
            publication.plan.title
        ),
        in_language: "ja",
        date_published: edition.published.to_string(),
        date_modified: edition.published.to_string(),
        temporal_coverage: format!("{first}/{last}"),
        spatial_coverage: Place {
            kind: "AdministrativeArea",
            name: city.name.clone(),
            identifier: city.code.as_str().to_owned(),
        },
        is_accessible_for_free: true,
        license: licence::named(city.licence).map(|licence| licence.url),
        creator: organization(publication),
        publisher: organization(publication),
        is_part_of: Reference {
            id: address(origin, "report.html"),
        },
        variable_measured: variables.collect(),
        distribution: downloads.to_vec(),
    }
}

fn organization(publication: &Publication) -> Organization {
    let city = &publication.city;
    Organization {
        kind: "GovernmentOrganization",
        name: city.name.clone(),
        identifier: city.code.as_str().to_owned(),
        contact_point: ContactPoint {
            kind: "ContactPoint",
            name: publication.department(city.contact.department).name.clone(),
            telephone: city.contact.phone.clone(),
            email: city.contact.mail.clone(),
            url: city.contact.url.clone(),
        },
    }
}

fn title(Origin { publication, edition }: Origin) -> String {
    format!("{} {} 進行管理報告書", edition.year.long(), publication.plan.title)
}

/// Relative to the edition's folder, or in full where the city said what it begins with.
fn address(Origin { publication, edition }: Origin, path: &str) -> String {
    match &publication.city.base_url {
        Some(base) => format!("{base}/{}/{path}", edition.year.year()),
        None => path.to_owned(),
    }
}

fn performance(edition: &Edition) -> Period {
    Period {
        year: edition.performance.year(),
        basis: Basis::Fiscal,
    }
}
