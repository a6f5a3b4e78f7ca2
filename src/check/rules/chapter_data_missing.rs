//! `chapter-data-missing`: a chapter whose generated content has no place in its text.

use crate::{
    check::{Context, Findings, Rule},
    diagnostic::Severity,
    model::{Block, DataBlock},
};

pub(super) const RULE: Rule = Rule {
    code: "chapter-data-missing",
    severity: Severity::Error,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    for chapter in context.manuscript.editions.iter().flat_map(|edition| &edition.chapters) {
        for (name, data) in DataBlock::ALL {
            if data.chapter() != chapter.kind {
                continue;
            }
            let placed =
                |block: &crate::manuscript::WrittenBlock| matches!(block.block, Block::Data(found) if found == data);
            if chapter.text.blocks.iter().any(placed) || context.misplaced_data(chapter.file, name) {
                continue;
            }
            let file = context.sources.file(chapter.file).name.clone();
            findings
                .file(file, format!("この章に {{{name}}} がありません。"))
                .reason("表や図は、この印を置いたところに入ります。印がないと、数値が報告書に載りません。")
                .fix("入れたい位置に、一行だけで書いてください。")
                .example(format!("{{{name}}}"));
        }
    }
}
