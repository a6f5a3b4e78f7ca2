//! アクセシビリティ対応状況: the standard, the scope, what is known not to meet it, and whom to tell.

use serde::Serialize;

use super::Frame;
use crate::{draft::Draft, model::Publication};

/// `accessibility.html`, one for the whole site.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Accessibility<'a> {
    pub(crate) frame: Frame<'a>,
    /// The month of the newest report: the statement is as old as that.
    pub(crate) date: String,
    pub(crate) contact: ContactView<'a>,
}

/// Whom to tell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactView<'a> {
    pub(crate) department: String,
    pub(crate) phone: Option<&'a str>,
    pub(crate) mail: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
}

impl<'a> Accessibility<'a> {
    pub(crate) fn new(publication: &'a Publication, draft: Option<&Draft>) -> Self {
        Self {
            frame: Frame::of_site(publication, "アクセシビリティ対応状況", "accessibility.html", draft),
            date: publication.newest().published.long(),
            contact: ContactView::new(publication),
        }
    }
}

impl<'a> ContactView<'a> {
    pub(crate) fn new(publication: &'a Publication) -> Self {
        let contact = &publication.city.contact;
        let department = publication.department(contact.department);
        Self {
            department: [publication.city.name.as_str(), &department.name].concat(),
            phone: contact.phone.as_deref(),
            mail: contact.mail.as_deref(),
            url: contact.url.as_deref(),
        }
    }
}
