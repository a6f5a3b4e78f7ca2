//! Wording, names, sentences, signs and characters.

use super::*;
use crate::plant::plant;

pub(super) fn plants() -> Vec<Plant> {
    vec![
        // Characters.
        plant("a zero-width space from a web page").swap(NORIN, "首都圏への売込みも", "首都圏への⟪character-invisible⟫\u{200B}売込みも"),
        plant("a control character from a PDF").swap(NORIN, "ヒゲソリダイを広く知って", "ヒゲソリダイを⟪character-control⟫\u{000C}広く知って"),
        plant("a soft hyphen").swap(MANAGEMENT, "市民で組織する", "市民で⟪character-invisible⟫\u{00AD}組織する"),
        plant("a decomposed kana from a Mac").swap(NORIN, "経営の安定につなげました", "経営の安定につな⟪character-decomposed⟫け\u{3099}ました"),
        plant("half-width kana").swap(BUNKA, "シニア講座では、", "⟪character-half-width-kana⟫ｼﾆｱ講座では、"),
        plant("a radical instead of a kanji").swap(NOSEI, "県外の学生を応援する", "県外の学⟪character-compatibility⟫⽣を応援する"),
        plant("a Roman numeral in one character").swap(KIKAKU, "新潟工科大学産学交流会奨学金への寄附も", "新潟工科大学産学交流会奨学金⟪character-composite⟫Ⅱへの寄附も"),
        plant("a unit in one character").swap(MONOZUKURI, "柏崎フロンティアパークの7区画を", "柏崎フロンティアパークの7区画（1万⟪character-composite⟫㎡）を"),
        plant("a replacement character").swap(GENKI, "柏崎のファンをさらに増やし、", "柏崎のファンをさらに増や⟪character-garbled⟫\u{FFFD}し、"),
        plant("a Chinese form").swap(SHOGYO, "企業の積極的な採用活動を", "企⟪kanji-chinese⟫业の積極的な採用活動を"),
        plant("a misread 乗").swap(KIKAKU, "選ばれる大学を目指します。", "選ばれる大学として時代に⟪kanji-chinese⟫乘ることを目指します。"),
        plant("与 for と").swap(JUTAKU, "空き家バンク制度の推進により、", "空き家バンク制度⟪kanji-chinese⟫与住まいの支援により、"),
        plant("a kanji beyond the list").swap(SHOGYO, "商店街の活性化への意識を高め、", "商店街の活性化への意識を⟪kanji-not-joyo⟫昂め、"),
        // Words.
        plant("a spelling of the dictionary").swap(NOSEI, "取組農家を増やします。", "⟪dictionary-word⟫取り組みを増やします。"),
        plant("a word that is often misspelt").swap(MONOZUKURI, "シェアの獲得・拡大を", "シェアの獲得・拡大の⟪dictionary-word⟫シュミレーションを"),
        plant("children in other kanji").swap(KOSODATE, "子どもの養育が難しい家庭も", "⟪dictionary-word⟫子供の養育が難しい家庭も"),
        plant("a plan's name with a word too few").swap(SHOGYO, "また、事業承継の個別相談会を", "⟪name-near⟫柏崎市創業支援事業計画に基づき、事業承継の個別相談会を"),
        plant("kana for a name's kanji").swap(GENKI, "柏崎での暮らしを応援しました。", "「⟪name-near⟫若者のくらしを支援する」の考えの下で応援しました。"),
        plant("a department's name by one character").swap(KIKAKU, "ものづくり振興課が行う企業見学会", "⟪department-near⟫ものづくり推進課が行う企業見学会"),
        plant("a short department's name by one character").swap(JUTAKU, "今後も元気発信課と連携し、", "今後も⟪department-near⟫元気発進課と連携し、"),
        plant("a department's old name").swap(KOKUHO, "病院で働く医療従事者が子育てしやすい", "⟪department-near⟫子育支援課とともに、病院で働く医療従事者が子育てしやすい"),
        plant("a program's name by one character").swap(GENKI, "ふるさと納税については、使い道を", "⟪name-near⟫柏崎シティーセールス推進事業については、使い道を"),
        plant("a particle twice").swap(BUNKA, "育児への意識を育てます。", "育児への意識⟪word-doubled⟫をを育てます。"),
        plant("an ending twice").swap(GAKKO, "生きる力を育むことができました。", "生きる力を育むことができ⟪word-doubled⟫ましたました。"),
        // Counts and lists.
        plant("four projects of which three are listed").swap(SHOGYO, "- 「かしわざきセントラルビーチ」の開発\n", "").swap(SHOGYO, "柏崎市観光ビジョンを先導する次の4つの", "柏崎市観光ビジョンを先導する次の⟪count-contradicts⟫4つの"),
        plant("three parts of which two are named").swap(HOIKU, "子育て支援室がない地区では、コミュニティ", "⟪count-contradicts⟫3地区（東・西）では、コミュニティ"),
        // Sentences.
        plant("a sentence without an end").swap(GENKI, "定住人口の増加につながるシティセールスの方向性を示します。", "定住人口の増加につながるシティセールスの方向⟪sentence-end⟫性を示します"),
        plant("a noun in a list with an end").swap(SHOGYO, "- 道の駅「風の丘米山」の再整備\n", "- 道の駅「風の丘米山」の再整備⟪item-end⟫。\n"),
        plant("a plain ending").swap(JINKEN, "性別による固定的な役割分担意識を改める動きを、市民や事業所、企業に広げるため、啓発活動を続けることが必要です。", "啓発活動を続けることが必⟪style-plain⟫要である。"),
        plant("two commas").swap(BUNKA, "新型コロナウイルス感染症で利用者は少なかったものの、", "新型コロナウイルス感染症で利用者は少なかったものの⟪punctuation-double⟫、、"),
        plant("a comma and a full stop").swap(BUNKA, "母親の子育ての負担を軽くするには、", "母親の子育ての負担を軽くするには⟪punctuation-double⟫、。"),
        plant("a Western comma").swap(KAIGO, "対象は介護福祉士、社会福祉士、", "対象は介護福祉士⟪punctuation-foreign⟫，社会福祉士、"),
        plant("an ASCII comma").swap(KAIGO, "今後も制度の内容を検証しながら", "今後も⟪punctuation-foreign⟫,制度の内容を検証しながら"),
        plant("a bracket that is not closed").swap(DENGEN, "事業計画書（案）を", "事業計画書⟪bracket-unbalanced⟫（案を"),
        plant("half-width brackets").swap(DENGEN, "事業計画の内容や運営体制の", "事業計画⟪bracket-half-width⟫(案)の内容や運営体制の"),
        plant("a quotation closed with the wrong mark").swap(NOSEI, "「米・食味分析鑑定コンクール国際大会」への出品により", "「米・食味分析鑑定コンクール国際大会」⟪bracket-unbalanced⟫」への出品により"),
        plant("full-width digits in a sentence").swap(JUTAKU, "年間で15件が成約しました。", "年間で⟪width-full⟫１５件が成約しました。"),
        plant("a space within a word").swap(GENKI, "移住ガイドブックは、アナログと", "移住ガイ⟪space-in-text⟫ド ブックは、アナログと"),
        plant("an ideographic space within a sentence").swap(KOSODATE, "市内23か所に児童クラブを", "市内23か所⟪space-in-text⟫に　児童クラブを"),
        plant("an indent").swap(KOSODATE, "婚活イベントを企画・運営し、", "⟪indent-space⟫　婚活イベントを企画・運営し、"),
        plant("six commas in a sentence").swap(KOSODATE, "児童クラブ支援員の確保や研修等を支援し、運営をさらに安定させます。", "⟪sentence-commas⟫児童クラブは、支援員の確保、研修、施設の整備、利用の調整、保護者との連絡、行事の支援を通じて、運営を安定させます。"),
        plant("a sentence of more than 120 characters").swap(KOSODATE, "コロナ禍での育児環境に配慮し、時機を捉えた支援を充実させて、子育て世帯が仕事と家事、育児を両立できるよう支えます。", "⟪sentence-long⟫コロナ禍での育児環境に配慮しながら時機を捉えた支援を充実させ、子育て世帯が仕事と家事や育児を両立できるように支えるとともに、地域で活動する様々な団体や事業所と手を携えて、身近な場所で気軽に相談できる体制と、必要なときに必要な支援が届く仕組みを整えていきます。"),
        plant("another department's paragraph").swap(
            KAIGO,
            "就職した人の半数は初任者研修の修了者であり、対象資格を広げた効果が表れています。\n一方、専門学校等を訪問して学生への周知を依頼するなどしていますが、市内の施設等に就職してから補助金を知る場合もまだあります。\nより効果的な周知の方法を検討する必要があります。",
            "⟪paragraph-repeated⟫事業を進める上での課題は、子どもを安心して産み育てられるように、支援を続けることです。\n支援制度のさらなる拡充も検討する必要があります。",
        ).swap(
            FUKUSHI,
            "安心して子どもを産み育てられるように、支援を続け、支援制度のさらなる拡充も検討する必要があります。",
            "事業を進める上での課題は、子どもを安心して産み育てられるように、支援を続けることです。\n支援制度のさらなる拡充も検討する必要があります。",
        ),
        // Left behind.
        plant("a place holder").swap(NORIN, "林業では、森林整備の中心的な", "林業では、⟪placeholder-left⟫○○人が働く森林整備の中心的な"),
        plant("a remark to oneself").swap(
            KOKUHO,
            "看護職の魅力を発信し、引き続き人材の確保に努めます。\nさらに、医療従事者を取り上げるピックアップ記事を、広報かしわざきに連載します。\n医療従事者の果たす役割を、多くの市民に改めて理解してもらえるよう取り組みます。",
            "⟪placeholder-left⟫（調整中）",
        ),
        plant("a template's guide").swap(SUIKYU, "東京オリンピックを機に関係ができた", "⟪guide-left⟫〔来年度以降に行うことを書きます。〕\n\n東京オリンピックを機に関係ができた"),
    ]
}
