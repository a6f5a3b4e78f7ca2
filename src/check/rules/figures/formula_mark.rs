//! `formula-mark`: a circled number in a formula or its note that nothing explains.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    manuscript::Written,
    source::Place,
};

pub(super) const RULE: Rule = Rule {
    code: "formula-mark",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for (id, kpi) in context.kpis() {
        let read = |text: Option<&Written>| text.map_or_else(Vec::new, |text| marks(context, text));
        let (formula, note) = (read(kpi.formula.as_ref()), read(kpi.note.as_ref()));
        let within = |list: &[Mark], sign: char| list.iter().any(|mark| mark.sign == sign);
        let named = |sign: char| formula.iter().any(|mark| mark.sign == sign && !mark.bare);
        // In a formula a sign without a name needs the note; in a note a sign that is spoken of needs the formula.
        let open = formula
            .iter()
            .filter(|mark| mark.bare && !named(mark.sign) && !within(&note, mark.sign));
        let loose = note.iter().filter(|mark| mark.bare && !within(&formula, mark.sign));
        let mut known: Vec<char> = Vec::new();
        for (mark, text) in open
            .map(|mark| (mark, "計算式"))
            .chain(loose.map(|mark| (mark, "注記")))
        {
            if known.contains(&mark.sign) {
                continue;
            }
            known.push(mark.sign);
            findings
                .at(
                    mark.place,
                    format!("{text}の「{}」が何を指すのか、どこにも書かれていません。", mark.sign),
                )
                .reason("読む人は、計算式の記号を注記と見比べて読みます。")
                .fix("計算式で記号の後に名前を書くか、注記で説明してください。使わない記号は消します。")
                .example(
                    "formula: 入園数／（①通知書の発行数＋②入園数）\nnote: |\n  ①には、再発行した件数も含まれます。",
                )
                .kpi(&id.value);
        }
    }
}

struct Mark {
    sign: char,
    place: Place,
    /// In a formula: no name follows. In a note: a particle follows, so the sign is only referred to.
    bare: bool,
}

fn marks(context: &Context, text: &Written) -> Vec<Mark> {
    let raw = context.sources.text(text.place);
    let signs = raw.char_indices().filter(|(_, c)| ('①'..='⑳').contains(c));
    signs
        .map(|(at, sign)| {
            let end = at + sign.len_utf8();
            let next = raw[end..].chars().next();
            let name = next.is_some_and(|c| c.is_alphanumeric() && !('ぁ'..='ん').contains(&c));
            Mark {
                sign,
                place: text.place.part(at..end),
                bare: !name,
            }
        })
        .collect()
}
