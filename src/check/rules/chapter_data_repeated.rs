//! `chapter-data-repeated`: generated content placed twice in one edition.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Block, DataBlock},
};

pub(super) const RULE: Rule = Rule {
    code: "chapter-data-repeated",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for edition in &context.manuscript.editions {
        for (name, data) in DataBlock::ALL {
            let blocks = edition.chapters.iter().flat_map(|chapter| &chapter.text.blocks);
            let mut places = blocks
                .filter(|block| matches!(block.block, Block::Data(found) if found == data))
                .map(|b| b.place);
            let Some(first) = places.next() else { continue };
            for place in places {
                findings
                    .at(place, format!("{{{name}}} が二か所にあります。"))
                    .reason("同じ表や図が二度載り、ページの中の住所が重なります。")
                    .fix("どちらかを消してください。")
                    .related(first, "最初はここにあります。");
            }
        }
    }
}
