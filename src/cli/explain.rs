//! `ayumi explain`: what a code means and how to mend it.

use ayumi::diagnostic::explain;

use super::{MACHINE, OK, args};

pub(super) fn run(arguments: &args::Explain) -> u8 {
    let Some(code) = &arguments.code else {
        for code in explain::codes() {
            anstream::println!("{code}");
        }
        return OK;
    };
    match explain::section(code) {
        Some(section) => {
            anstream::println!("{section}");
            OK
        }
        None => {
            anstream::eprintln!(
                "エラー：「{code}」というコードの指摘はありません。\nコードの一覧は ayumi explain で表示します。"
            );
            MACHINE
        }
    }
}
