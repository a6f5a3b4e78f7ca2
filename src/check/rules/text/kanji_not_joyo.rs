//! `kanji-not-joyo`: a kanji beyond 常用漢字 that the city has not allowed.

use crate::{
    check::{Context, Findings, Rule, maps::HashSet, reading::is_rare_kanji},
    diagnostic::Severity,
};

pub(super) const RULE: Rule = Rule {
    code: "kanji-not-joyo",
    severity: Severity::Warning,
    run,
};

fn run(context: &Context, findings: &mut Findings) {
    let reading = context.reading();
    let allowed = super::allowed_kanji(context);
    let mut seen = HashSet::default();
    let odd: HashSet<_> = context
        .odd()
        .iter()
        .map(|odd| (odd.place.file, odd.place.span.start))
        .collect();
    for (number, passage) in reading.prose().filter(|(_, passage)| passage.has_rare_kanji) {
        for (at, &c) in passage.letters.iter().enumerate() {
            if !is_rare_kanji(c) || allowed.contains(c) || reading.names.have(c) {
                continue;
            }
            // What another rule says of the character comes first.
            let range = passage.letters.place(at)..passage.letters.place(at + 1);
            let place = passage.place(range.clone());
            if seen.contains(&(passage.file, c)) {
                continue;
            }
            let said = odd.contains(&(place.file, place.span.start))
                || reading
                    .terms
                    .iter()
                    .any(|(of, hit, _)| *of == number && hit.start < range.end && range.start < hit.end);
            if said || !seen.insert((passage.file, c)) {
                continue;
            }
            let instead = match instead(c) {
                Some(words) => format!("「{words}」のように書き換えてください。"),
                None => "平仮名や別の言葉に書き換えてください。".to_owned(),
            };
            findings
                .at(place, format!("「{c}」は、常用漢字表にない漢字です。"))
                .reason("公用文は常用漢字を使うのが原則で、読めない人もいます。固有名詞は、そのまま書けます。")
                .fix(format!(
                    "{instead}固有名詞に使う字なら、dictionary.yaml の kanji に加えてください。"
                ));
        }
    }
}

/// What cities write in place of the commonest ones.
fn instead(c: char) -> Option<&'static str> {
    const WORDS: &str = "繋つなぐ 賑にぎわい 此この 迄まで 揃そろう 溢あふれる 嬉うれしい 纏まとめる 掴つかむ 辿たどる 邁まい進 斡あっせん 牽けん引 癌がん 攪かく乱 叶かなう \
        儲もうかる 匙さじ 噂うわさ 嘘うそ 囁ささやく 塵ちり 壺つぼ 撒まく 撫なでる 擢抜てき 梯はしご 檜ひのき 漕こぐ 漲みなぎる 濾ろ過 灸きゅう \
        狼ろうばい 珈コーヒー 疹発しん 痒かゆい 痺まひ 皺しわ 禿はげる 穿うがつ 笹ささ 籾もみ 糊のり 罹り災 翔かける 脆もろい 膠こう着 艘そう \
        苺いちご 茸きのこ 蔭おかげ 薔ばら 蘇よみがえる 蛋たんぱく質 蟹かに 詫わびる 誂あつらえる 謳うたう 贅ぜいたく 跨またがる 躾しつけ 逢あう 遥はるか 醤しょうゆ \
        錆さび 靄もや 鞄かばん 頸けい部 飴あめ 饗きょう応 鮭さけ 鮪まぐろ 鯖さば 鯛たい 鰻うなぎ 鱈たら 鴨かも 鷹たか 麹こうじ 覗のぞく \
        喧けんか 嗜し好 宥なだめる 屑くず 巷ちまた 庇ひさし 恰あたかも 捲まく 挺てこ入れ 掻かく 暢のんびり 曳ひく 殆ほとんど 汲くむ 浚しゅんせつ 淀よどむ \
        滲にじむ 煉れんが 燻くすぶる 甦よみがえる 綺きれい 而しかも 訊きく 貰もらう 趾あと 這はう 逞たくましい 遽急きょ 靭強じん 馴なじむ 罠わな 凌しのぐ \
        剃そる 厭いとう 叩たたく 吊つる 咎とがめる";
    let word = WORDS.split_ascii_whitespace().find(|word| word.starts_with(c))?;
    Some(&word[c.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn words_to_write_instead() {
        assert_eq!(instead('繋'), Some("つなぐ"));
        assert_eq!(instead('賑'), Some("にぎわい"));
        assert_eq!(instead('柏'), None);
    }
}
