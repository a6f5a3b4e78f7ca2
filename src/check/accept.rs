//! `accept:` takes findings out of the list that the authors have looked at. Errors cannot be accepted; an acceptance that
//! matches nothing is itself a finding, so that none outlives its reason.
//!
//! Where it stands decides what it covers: in `kpis.yaml` that KPI, in a department's file that file, in `report.yaml`
//! that year's folder, in `plan.yaml` and `city.yaml` that file.

use super::{Context, Findings, Rule};
use crate::check::maps::HashMap;
use crate::{
    diagnostic::{Diagnostic, Severity},
    manuscript::Acceptance,
    model::Id,
};

/// An acceptance that matches no finding.
pub(super) const UNUSED: Rule = Rule {
    code: "accept-unused",
    severity: Severity::Warning,
    run: |_, _| {},
};

enum Scope<'m> {
    File(&'m str),
    Folder(&'m str),
    Kpi(&'m Id),
}

impl Scope<'_> {
    fn covers(&self, finding: &Diagnostic) -> bool {
        match self {
            Scope::File(name) => finding.file == *name,
            Scope::Folder(prefix) => finding.file.starts_with(prefix),
            Scope::Kpi(id) => finding.kpi.as_ref() == Some(id),
        }
    }
}

/// Removes what was accepted and reports acceptances without effect.
pub(super) fn apply(context: &Context, found: &mut Vec<Diagnostic>) {
    let mut unused = Findings {
        sources: context.sources,
        code: UNUSED.code,
        severity: UNUSED.severity,
        list: Vec::new(),
    };
    let mut of_code: HashMap<&str, Vec<usize>> = HashMap::default();
    for (at, finding) in found.iter().enumerate() {
        of_code.entry(finding.code).or_default().push(at);
    }
    let mut accepted = vec![false; found.len()];
    for (scope, acceptance) in acceptances(context) {
        let (mut used, mut only_errors) = (false, false);
        for at in of_code.get(acceptance.code.value.as_str()).into_iter().flatten() {
            let finding = &found[*at];
            if accepted[*at] || !scope.covers(finding) {
                continue;
            }
            match finding.severity {
                Severity::Error => only_errors = true,
                Severity::Warning => (used, accepted[*at]) = (true, true),
            }
        }
        if !used {
            note(&mut unused, acceptance, only_errors);
        }
    }
    let mut accepted = accepted.into_iter();
    found.retain(|_| !accepted.next().unwrap_or(false));
    found.append(&mut unused.list);
}

fn note(unused: &mut Findings, acceptance: &Acceptance, only_errors: bool) {
    let code = &acceptance.code.value;
    if only_errors {
        unused
            .at(
                acceptance.code.place,
                format!("「{code}」は、受け入れることができない指摘です。"),
            )
            .reason("「公開前に直すもの」は、理由を書いても残せません。")
            .fix("指摘された箇所を直し、この accept を消してください。");
    } else {
        unused
            .at(
                acceptance.code.place,
                format!("受け入れた指摘「{code}」は、今は出ていません。"),
            )
            .reason("使われていない accept を残すと、次に同じ指摘が出たときに見落とします。")
            .fix("この accept を消すか、code のつづりを確かめてください。");
    }
}

fn acceptances<'c>(context: &Context<'c>) -> Vec<(Scope<'c>, &'c Acceptance)> {
    let manuscript = context.manuscript;
    let sources = context.sources;
    let mut all = Vec::new();
    let file = |list: &'c [Acceptance]| list.iter().map(|a| (Scope::File(&sources.file(a.place.file).name), a));
    all.extend(manuscript.city.page.iter().flat_map(|page| file(&page.accept)));
    all.extend(manuscript.plan.page.iter().flat_map(|page| file(&page.accept)));
    for kpi in manuscript.kpis.page.iter().flatten() {
        let Some(id) = &kpi.id else { continue };
        all.extend(kpi.accept.iter().map(|a| (Scope::Kpi(&id.value), a)));
    }
    for edition in &manuscript.editions {
        let folder = &edition.folder;
        all.extend(
            edition
                .report
                .iter()
                .flat_map(|page| &page.accept)
                .map(|a| (Scope::Folder(folder), a)),
        );
        all.extend(edition.departments.iter().flat_map(|page| file(&page.accept)));
    }
    all
}
