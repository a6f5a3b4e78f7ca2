//! アクセシビリティ対応状況: the standard, the scope, what is known not to meet it, and whom to tell.

use serde::Serialize;

use super::Frame;
use crate::{draft::Draft, model::Publication};

/// `accessibility.html`, one for the whole site.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Accessibility {
    pub(crate) frame: Frame,
    /// The month of the newest report: the statement is as old as that.
    pub(crate) date: String,
    pub(crate) contact: ContactView,
}

/// Whom to tell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactView {
    pub(crate) department: String,
    pub(crate) phone: Option<String>,
    pub(crate) mail: Option<String>,
    pub(crate) url: Option<String>,
}

impl Accessibility {
    pub(crate) fn new(publication: &Publication, draft: Option<&Draft>) -> Self {
        Self {
            frame: Frame::of_site(publication, "アクセシビリティ対応状況", "accessibility.html", draft),
            date: publication.newest().published.long(),
            contact: ContactView::new(publication),
        }
    }
}

impl ContactView {
    pub(crate) fn new(publication: &Publication) -> Self {
        let contact = &publication.city.contact;
        Self {
            department: format!(
                "{}{}",
                publication.city.name,
                publication.department(contact.department).name
            ),
            phone: contact.phone.clone(),
            mail: contact.mail.clone(),
            url: contact.url.clone(),
        }
    }
}
