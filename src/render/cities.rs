//! The index over several cities: one page that links to each city's own site.

use serde::Serialize;

use super::{Site, Templates, press::PAGE, templates::template, view};
use crate::{diagnostic::Diagnostic, model::Report, source::Sources};

/// One city of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CityLine {
    /// Of its own index, from here.
    pub(super) address: String,
    /// Its name; the folder's where the name is not known.
    pub(super) name: String,
    /// Its newest report.
    pub(super) report: Option<String>,
}

#[derive(Serialize)]
struct Page<'l> {
    frame: view::Frame<'l>,
    cities: &'l [CityLine],
}

template!(Page<'_>, "cities.html");

impl CityLine {
    /// A city whose report was built.
    pub fn of(folder: &str, report: &Report) -> Self {
        let title = format!("{} 進行管理報告書", report.newest().year.long());
        Self {
            address: address(folder),
            name: report.city.name.clone(),
            report: Some(title),
        }
    }

    /// A city of which only an earlier build is there.
    pub fn unnamed(folder: &str) -> Self {
        Self {
            address: address(folder),
            name: folder.to_owned(),
            report: None,
        }
    }
}

/// A folder's name may hold anything: `javascript:x` is a name too, and `a?b`.
fn address(folder: &str) -> String {
    let mut address = "./".to_owned();
    for byte in folder.bytes() {
        match byte {
            b if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => address.push(char::from(b)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("/index.html");
    address
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
        .fill(&page, &Sources::default(), PAGE)
        .map_err(|fault| vec![*fault])?;
    site.add("index.html", page);
    site.add("assets/ayumi.css", templates.styles());
    Ok(site)
}
