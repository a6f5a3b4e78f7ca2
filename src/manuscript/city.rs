//! `city.yaml` as written.

use super::{
    accept::{self, Acceptance},
    fault::Form,
    faults::Faults,
    fields::Fields,
    former::{self, FormerLines},
    yaml::{Document, Node},
};
use crate::{
    model::{Id, Licence, MunicipalityCode},
    source::{Place, Spanned},
};

/// The municipality.
#[derive(Debug)]
pub struct CityPage {
    /// The file's mapping.
    pub place: Place,
    /// 柏崎市.
    pub name: Option<Spanned<String>>,
    /// 6 digits.
    pub code: Option<Spanned<MunicipalityCode>>,
    /// Where questions go.
    pub contact: Option<ContactLines>,
    /// Of the data.
    pub licence: Option<Spanned<Licence>>,
    /// Base address of the site.
    pub base_url: Option<Spanned<String>>,
    /// The register of departments.
    pub departments: Vec<DepartmentLine>,
    /// Accepted findings.
    pub accept: Vec<Acceptance>,
}

/// `contact:`.
#[derive(Debug)]
pub struct ContactLines {
    /// The department that answers.
    pub department: Option<Spanned<Id>>,
    /// As dialled.
    pub phone: Option<Spanned<String>>,
    /// Mail address.
    pub mail: Option<Spanned<String>>,
    /// A form's address.
    pub url: Option<Spanned<String>>,
}

/// One registered department.
#[derive(Debug)]
pub struct DepartmentLine {
    /// Also the name of its file.
    pub id: Option<Spanned<Id>>,
    /// As printed.
    pub name: Option<Spanned<String>>,
    /// Its names in earlier editions.
    pub former: Vec<FormerLines<Option<Spanned<String>>>>,
}

impl DepartmentLine {
    /// Its names, in all editions.
    pub fn names(&self) -> impl Iterator<Item = &Spanned<String>> {
        let former = self.former.iter().filter_map(|lines| lines.was.as_ref());
        self.name.iter().chain(former)
    }
}

pub(super) fn read(document: &Document, faults: &mut Faults) -> Option<CityPage> {
    let mut fields = Fields::of(document.root.as_ref()?, faults)?;
    let page = CityPage {
        place: fields.place(),
        name: fields.text("name"),
        code: fields.of_form("code", Form::MunicipalityCode, MunicipalityCode::parse),
        contact: fields.map("contact").and_then(|node| contact(node, fields.faults)),
        licence: fields.word("licence"),
        base_url: fields.optional_of_form("base_url", Form::BaseUrl, base_url),
        departments: fields.list("departments", department),
        accept: fields.optional_list("accept", accept::read),
    };
    fields.finish();
    Some(page)
}

fn contact(node: &Node, faults: &mut Faults) -> Option<ContactLines> {
    let mut fields = Fields::of(node, faults)?;
    let lines = ContactLines {
        department: fields.id("department"),
        phone: fields.optional_text("phone"),
        mail: fields.optional_text("mail"),
        url: fields.optional_of_form("url", Form::BaseUrl, base_url),
    };
    fields.finish();
    Some(lines)
}

fn department(node: &Node, faults: &mut Faults) -> Option<DepartmentLine> {
    let mut fields = Fields::of(node, faults)?;
    let line = DepartmentLine {
        id: fields.id("id"),
        name: fields.text("name"),
        former: former::list(&mut fields, |fields| fields.text("name")),
    };
    fields.finish();
    Some(line)
}

/// An absolute web address; a trailing slash is dropped.
fn base_url(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let plain = text
        .chars()
        .all(|c| c.is_ascii_graphic() && !"\"'<>\\^`{|}?#".contains(c));
    (plain && host.contains('.')).then(|| text.trim_end_matches('/').to_owned())
}
