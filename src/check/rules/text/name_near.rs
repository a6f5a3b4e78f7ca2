//! `name-near`: a name that differs from a registered one by a character or two.

use rayon::prelude::*;

use crate::{
    check::{
        Context, Findings, Rule,
        distance::{Slip, slips},
        effort::Effort,
        near_names::{NameIndex, Target},
        reading::{Named, Passage, is_hiragana, is_kanji, is_katakana},
    },
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "name-near",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let names = &context.reading().names;
    let index = NameIndex::new(names);
    // Half of what rules about wording cost: both cores work at it. Each text may take its share; where that does not
    // suffice, what all have in common is taken one after the other.
    let prose: Vec<_> = super::prose(context).collect();
    let all = prose.iter().map(|(passage, _)| passage.letters.len()).sum();
    let near = |passage: &Passage, text, effort: &Effort| index.near(text, &passage.letters, names, plausible, effort);
    let within_share = prose
        .par_iter()
        .map(|(passage, text)| near(passage, text, &Effort::share(passage.letters.len(), all)));
    let within_share: Vec<_> = within_share.collect();
    let common = Effort::new();
    for ((passage, text), found) in prose.into_iter().zip(within_share) {
        let Some(found) = found.or_else(|| near(passage, text, &common)) else {
            findings
                .at(
                    passage.place(0..text.len()),
                    "似た名称が多すぎるため、この段落では、登録された名称との違いを確認していません。",
                )
                .reason("似た名称がとても多いか、名称がとても長いと、最後まで確認できません。")
                .fix("programs.yaml や kpis.yaml に、誤って重ねて登録した名称がないか確かめてください。");
            continue;
        };
        for (range, name) in found {
            findings
                .at(
                    passage.place(range.clone()),
                    format!("「{}」は、登録された名称「{name}」と少し違います。", &text[range]),
                )
                .reason("同じものが二通りの名称で書かれると、別のものと受け取られ、検索でも見つかりません。")
                .fix(format!(
                    "同じものなら「{name}」に直してください。別のものなら、このままで構いません。"
                ));
        }
    }
}

/// Whether the differences look like slips, not like another thing with a similar name.
fn plausible(target: &Target, written: &[char]) -> bool {
    // 事業 and 計画 at the end say what a thing is.
    if target.named != Named::Phrase && target.chars.last() != written.last() {
        return false;
    }
    let slips = slips(&target.chars, written);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let counts = slips.iter().any(|slip| match slip {
        Slip::Other(a, b) => number(*a) || number(*b),
        Slip::More(c) | Slip::Less(c) => number(*c),
        Slip::Swapped => false,
    });
    let alone = slips.len() == 1 && target.chars.len() >= 8;
    !counts
        && match target.named {
            Named::Phrase => true,
            _ => slips.iter().all(|slip| is_slip(slip, alone)),
        }
}

fn is_slip(slip: &Slip, alone: bool) -> bool {
    const PARTICLES: &str = "のをにがはとやもでへか";
    // One more or one less of these makes it another thing.
    const TELLING: &str = "新旧前後大小中高上下内外国県市区町村男女老若子親非不未無再副準元各両全他第費";
    match slip {
        Slip::Swapped => true,
        Slip::More(c) | Slip::Less(c) => match c {
            '等' | 'ー' | '・' | '的' => true,
            c if is_hiragana(*c) => !PARTICLES.contains(*c),
            c if is_kanji(*c) => alone && !TELLING.contains(*c),
            _ => false,
        },
        Slip::Other(a, b) => {
            let kana_for_kanji = (is_hiragana(*a) && is_kanji(*b)) || (is_kanji(*a) && is_hiragana(*b));
            let kana = is_katakana(*a) && is_katakana(*b);
            kana_for_kanji || kana || a.eq_ignore_ascii_case(b) || mistaken(*a, *b)
        }
    }
}

/// Kanji that are taken for each other.
fn mistaken(a: char, b: char) -> bool {
    const PAIRS: &str = "附付 製制 績積 侯候 講構 検験 祉社 己巳 末未 促速 健建 康庸 観歓 復複 低底 裁栽 徴微 承継 環還 域城 崎埼 育有 義議 \
        務勤 側測 率卒 録緑 職識 員貝 協脅 推椎 施旋 策索 設説 備構 援緩 支枝 興與 基其 整正 開関 宅宛 護獲 療僚 慮虜";
    PAIRS
        .split_ascii_whitespace()
        .any(|pair| pair.contains(a) && pair.contains(b) && a != b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::reading::{Letters, Names};

    fn index() -> (Names<'static>, NameIndex<'static>) {
        let names = Names::of(&[
            ("柏崎市", Named::City),
            ("柏崎市創業支援等事業計画に基づく創業者数（累計）", Named::Kpi),
            ("創業支援事業", Named::Program),
            ("事業承継支援事業", Named::Program),
            ("柏崎シティセールス推進事業", Named::Program),
            ("工業振興事業", Named::Program),
            ("第2期総合戦略", Named::Plan),
            ("若者の暮らしを支援する", Named::Phrase),
            ("地域人材の育成", Named::Phrase),
        ]);
        let index = NameIndex::new(&names);
        (names, index)
    }

    fn near(text: &str) -> Vec<(String, String)> {
        let (names, index) = index();
        let found = index.near(text, &Letters::of(text), &names, plausible, &Effort::new());
        let found = found.unwrap();
        found
            .into_iter()
            .map(|(range, name)| (text[range].to_owned(), name.to_owned()))
            .collect()
    }

    #[test]
    fn without_effort_there_is_no_answer() {
        let (names, index) = index();
        for (text, answered) in [
            ("創業支援事業計画により支援しました。", false),
            ("市が支援しました。", true),
        ] {
            let found = index.near(text, &Letters::of(text), &names, plausible, &Effort::share(0, 1));
            assert_eq!(found.is_some(), answered, "{text}");
        }
    }

    #[test]
    fn slips_are_found() {
        for (text, written, name) in [
            (
                "創業支援事業計画により支援しました。",
                "創業支援事業計画",
                "創業支援等事業計画",
            ),
            (
                "柏崎市創業支援事業計画により支援しました。",
                "柏崎市創業支援事業計画",
                "柏崎市創業支援等事業計画",
            ),
            (
                "今後は事業継承支援事業を進めます。",
                "事業継承支援事業",
                "事業承継支援事業",
            ),
            (
                "柏崎シティセルス推進事業を行いました。",
                "柏崎シティセルス推進事業",
                "柏崎シティセールス推進事業",
            ),
            (
                "柏崎シティセールス進事業を行いました。",
                "柏崎シティセールス進事業",
                "柏崎シティセールス推進事業",
            ),
            (
                "「若者のくらしを支援する」を進めます。",
                "若者のくらしを支援する",
                "若者の暮らしを支援する",
            ),
        ] {
            assert_eq!(near(text), [(written.to_owned(), name.to_owned())], "{text}");
        }
    }

    #[test]
    fn other_things_are_let_pass() {
        for text in [
            "創業支援事業を進めました。",
            "柏崎市創業支援等事業計画により支援しました。",
            "柏崎シティセールス推進協議会と連携しました。",
            "県の農業振興事業を活用しました。",
            "第1期総合戦略を振り返りました。",
            "地域の人材の育成に努めました。",
            "若者のくらしを支援しています。",
            "県の創業支援課と協議しました。",
            "工業の振興事業を進めました。",
            // What a thing is stands at the end of its name.
            "工業振興事務を進めました。",
            // A kanji less, in a short name or beside another slip.
            "工業振興業を進めました。",
            "柏崎シティセールス進業を行いました。",
        ] {
            assert_eq!(near(text), [], "{text}");
        }
    }

    #[test]
    fn slips_of_the_hand() {
        for slip in [
            Slip::Swapped,
            Slip::More('等'),
            Slip::Less('ー'),
            Slip::More('・'),
            Slip::Less('的'),
            Slip::More('く'),
            Slip::Less('援'),
            Slip::Other('く', '暮'),
            Slip::Other('暮', 'く'),
            Slip::Other('ア', 'イ'),
            Slip::Other('a', 'A'),
            Slip::Other('承', '継'),
            Slip::Other('付', '附'),
        ] {
            assert!(is_slip(&slip, true), "{slip:?}");
        }
        for slip in [
            Slip::More('の'),
            Slip::Less('を'),
            Slip::More('新'),
            Slip::More('A'),
            Slip::More('ア'),
            Slip::Other('ア', '亜'),
            Slip::Other('く', 'ア'),
            Slip::Other('a', 'b'),
            Slip::Other('附', '製'),
            Slip::Other('山', '川'),
        ] {
            assert!(!is_slip(&slip, true), "{slip:?}");
        }
        // One kanji more or less may be a slip where nothing else is.
        assert!(!is_slip(&Slip::Less('援'), false));
        assert!(!mistaken('附', '附'));
    }
}
