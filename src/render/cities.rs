//! The index over several cities: one page that links to each city's own site.

use serde::Serialize;

use super::{Site, Templates, view};
use crate::{diagnostic::Diagnostic, model::Report, source::Sources};

/// One city of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CityLine {
    /// Its folder below the index.
    folder: String,
    /// Its name; the folder's where the name is not known.
    name: String,
    /// Its newest report.
    report: Option<String>,
}

#[derive(Serialize)]
struct Page<'l> {
    frame: view::Frame,
    cities: &'l [CityLine],
}

impl CityLine {
    /// A city whose report was built.
    pub fn of(folder: &str, report: &Report) -> Self {
        let title = format!("{} 進行管理報告書", report.newest().year.long());
        Self {
            folder: folder.to_owned(),
            name: report.city.name.clone(),
            report: Some(title),
        }
    }

    /// A city of which only an earlier build is there.
    pub fn unnamed(folder: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            name: folder.to_owned(),
            report: None,
        }
    }
}

/// `index.html` over several cities, with its stylesheet.
///
/// # Errors
/// A template does not render.
pub fn cities(lines: &[CityLine], templates: &Templates) -> Result<Site, Vec<Diagnostic>> {
    let mut site = Site::default();
    let page = Page {
        frame: view::Frame::of_cities("進行管理報告書の一覧"),
        cities: lines,
    };
    let page = templates
        .page("cities.html", &page, &Sources::default())
        .map_err(|fault| vec![*fault])?;
    site.add("index.html", page);
    site.add("assets/ayumi.css", templates.styles());
    Ok(site)
}
