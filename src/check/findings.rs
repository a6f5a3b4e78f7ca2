//! How a rule says what it found: a small builder that fills a [`Diagnostic`].

use crate::{
    diagnostic::{Diagnostic, Related, Severity},
    model::Id,
    source::{Place, Sources},
};

/// One rule: one code, one file.
pub(crate) struct Rule {
    /// Its name for people and machines.
    pub(crate) code: &'static str,
    /// How grave all its findings are.
    pub(crate) severity: Severity,
    /// Looks at everything and notes what it finds.
    pub(crate) run: fn(&super::Context, &mut Findings),
}

/// Findings of one rule, at the most. Nobody reads on after a thousand, and a file that is no source must not fill the
/// memory with its faults.
pub(super) const MOST: usize = 1000;

/// Where the running rule puts what it finds.
pub(crate) struct Findings<'s> {
    pub(super) sources: &'s Sources,
    pub(super) code: &'static str,
    pub(super) severity: Severity,
    pub(super) list: Vec<Diagnostic>,
}

/// A finding being written down.
pub(crate) struct Finding<'d>(&'d mut Diagnostic);

impl Findings<'_> {
    /// A finding at a place of a file.
    pub(crate) fn at(&mut self, place: Place, message: impl Into<String>) -> Finding<'_> {
        let file = self.sources.file(place.file).name.clone();
        self.push(file, Some(place), message.into())
    }

    /// A finding about a file as a whole, or one that is not there.
    pub(crate) fn file(&mut self, name: impl Into<String>, message: impl Into<String>) -> Finding<'_> {
        self.push(name.into(), None, message.into())
    }

    /// Whether nothing more will be said of this rule.
    pub(crate) fn full(&self) -> bool {
        self.list.len() > MOST
    }

    fn push(&mut self, file: String, place: Option<Place>, message: String) -> Finding<'_> {
        if self.full() {
            // One too many is kept, to know of it.
            self.list.pop();
        }
        self.list.push(Diagnostic {
            code: self.code,
            severity: self.severity,
            file,
            place,
            message,
            reason: String::new(),
            fix: String::new(),
            example: None,
            related: Vec::new(),
            department: None,
            kpi: None,
        });
        let last = self.list.len() - 1;
        Finding(&mut self.list[last])
    }
}

impl Finding<'_> {
    /// 理由: why it matters.
    pub(crate) fn reason(self, text: impl Into<String>) -> Self {
        self.0.reason = text.into();
        self
    }

    /// 修正: the way out.
    pub(crate) fn fix(self, text: impl Into<String>) -> Self {
        self.0.fix = text.into();
        self
    }

    /// 例: how it looks when right.
    pub(crate) fn example(self, text: impl Into<String>) -> Self {
        self.0.example = Some(text.into());
        self
    }

    /// Another place that belongs to it.
    pub(crate) fn related(self, place: Place, message: impl Into<String>) -> Self {
        self.0.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// Who can mend it, where the file's name does not tell.
    pub(crate) fn department(self, department: Option<&Id>) -> Self {
        self.0.department = department.cloned();
        self
    }

    /// The KPI it is about.
    pub(crate) fn kpi(self, kpi: &Id) -> Self {
        self.0.kpi = Some(kpi.clone());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_than_are_told_is_kept() {
        let sources = Sources::default();
        let mut findings = Findings {
            sources: &sources,
            code: "x",
            severity: Severity::Error,
            list: Vec::new(),
        };
        for number in 0..MOST + 3 {
            assert_eq!(findings.full(), number > MOST, "{number}");
            findings.file("a", number.to_string());
        }
        assert_eq!(findings.list.len(), MOST + 1);
    }
}
