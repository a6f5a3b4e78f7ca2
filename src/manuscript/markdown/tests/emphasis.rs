//! Emphasis in Japanese sentences, where CommonMark's rule about spaces and punctuation does not fit.

use super::super::MarkdownFaultKind::SingleEmphasis;
use super::{assert_one, faults, html};

/// Markdown and its paragraph.
const JAPANESE: &[(&str, &str)] = &[
    ("**強調**です", "<strong>強調</strong>です"),
    ("これは**強調**です", "これは<strong>強調</strong>です"),
    ("**「強調」**の", "<strong>「強調」</strong>の"),
    ("この**（重要）**は", "この<strong>（重要）</strong>は"),
    ("達成率は**75%**です", "達成率は<strong>75%</strong>です"),
    ("**75%**の", "<strong>75%</strong>の"),
    ("**令和6年度。**次に", "<strong>令和6年度。</strong>次に"),
    ("これは**重要！**と", "これは<strong>重要！</strong>と"),
    ("**「A」**と**「B」**", "<strong>「A」</strong>と<strong>「B」</strong>"),
    ("これは*強調*です", "これは<em>強調</em>です"),
    ("これは_強調_です", "これは_強調_です"),
    ("~~「廃止」~~の", "<del>「廃止」</del>の"),
    ("**注：**本文", "<strong>注：</strong>本文"),
    ("**A(注)**は", "<strong>A(注)</strong>は"),
    ("**`code`**の", "<strong><code>code</code></strong>の"),
    ("全角＊＊強調＊＊です", "全角＊＊強調＊＊です"),
    // Our own.
    ("価格は**¥1,000**です", "価格は<strong>¥1,000</strong>です"),
    ("前年度比は**－10%**でした", "前年度比は<strong>－10%</strong>でした"),
    ("IoT**（注）**AI", "IoT<strong>（注）</strong>AI"),
    ("AI**(人工知能)**IoT", "AI<strong>(人工知能)</strong>IoT"),
    (
        "**「A」**、**「B」**。**「C」**",
        "<strong>「A」</strong>、<strong>「B」</strong>。<strong>「C」</strong>",
    ),
    (
        "「**強調**」の「**B**」",
        "「<strong>強調</strong>」の「<strong>B</strong>」",
    ),
    (
        "（**重要**）と（**「B」**）",
        "（<strong>重要</strong>）と（<strong>「B」</strong>）",
    ),
    ("**強調**（注）", "<strong>強調</strong>（注）"),
    (
        "**75%**（目標**80%**）",
        "<strong>75%</strong>（目標<strong>80%</strong>）",
    ),
    ("***「A」***の", "<em><strong>「A」</strong></em>の"),
    ("これは*「強調」*です", "これは<em>「強調」</em>です"),
    ("**A *「B」*の C**です", "<strong>A <em>「B」</em>の C</strong>です"),
    ("**~~「A」~~**の", "<strong><del>「A」</del></strong>の"),
    ("事業は~~（廃止）~~継続", "事業は<del>（廃止）</del>継続"),
    (
        "これは**[市](https://example.jp/)**です",
        "これは<strong><a https://example.jp/>市</a></strong>です",
    ),
    (
        "**<https://example.jp/>**を",
        "<strong><a https://example.jp/>https://example.jp/</a></strong>を",
    ),
    ("[**「A」**の](a.html)を", "<a a.html><strong>「A」</strong>の</a>を"),
    (
        "**{kpi:patents.actual}**で",
        "<strong><figure patents actual></strong>で",
    ),
    (
        "率は**{kpi:a.actual}**です",
        "率は<strong><figure a actual></strong>です",
    ),
    ("**①新規**・**②継続**", "<strong>①新規</strong>・<strong>②継続</strong>"),
    ("**※注**は**…**です", "<strong>※注</strong>は<strong>…</strong>です"),
    ("は**！重要！**です", "は<strong>！重要！</strong>です"),
    ("**＜新規＞**事業", "<strong>＜新規＞</strong>事業"),
    ("**“A”**の", "<strong>“A”</strong>の"),
    (
        "目標は**10トン**／**12トン**",
        "目標は<strong>10トン</strong>／<strong>12トン</strong>",
    ),
    (
        "が\u{3099}**「A」**か\u{3099}",
        "が\u{3099}<strong>「A」</strong>か\u{3099}",
    ),
    ("😀**「A」**😀", "😀<strong>「A」</strong>😀"),
    ("**「強\n調」**の", "<strong>「強調」</strong>の"),
];

/// What must stay as CommonMark has it.
const UNTOUCHED: &[(&str, &str)] = &[
    // A mark for notes is no emphasis: nothing closes behind an opening bracket, nothing opens before a closing one.
    ("特許（*1）と米（*2）", "特許（*1）と米（*2）"),
    ("特許(*1)と米(*2)", "特許(*1)と米(*2)"),
    ("特許*、米*。", "特許*、米*。"),
    // Escapes.
    (r"\*「A」\*の", "*「A」*の"),
    (r"\*\*「A」\*\*の", "**「A」**の"),
    (r"\***「A」**の", "*<strong>「A」</strong>の"),
    (r"\\**「A」**の", r"\<strong>「A」</strong>の"),
    (r"は**\*注\***です", "は<strong>*注*</strong>です"),
    // Code keeps what was typed, typed joiners included.
    ("`は**「A」**の`", "<code>は**「A」**の</code>"),
    ("`は**\u{2060}「A」**\nの`", "<code>は**\u{2060}「A」** の</code>"),
    (r"`a\`**「A」**の", r"<code>a\</code><strong>「A」</strong>の"),
    ("は**\u{2060}「A」**の", "は<strong>\u{2060}「A」</strong>の"),
    ("「\u{2060}A」&#8288;**B**", "「\u{2060}A」\u{2060}<strong>B</strong>"),
    // Ranges and addresses.
    ("10~20人、30~40人", "10~20人、30~40人"),
    ("（~20人）と（~30人）", "（~20人）と（~30人）"),
    ("~「A」~ の", "~「A」~ の"),
    (
        "[A](https://example.jp/~「a」/*b*/)",
        "<a https://example.jp/~「a」/*b*/>A</a>",
    ),
    (
        "<https://example.jp/(**)b>",
        "<a https://example.jp/(**)b>https://example.jp/(**)b</a>",
    ),
    // Underscores go by spaces and punctuation.
    ("（**_A_**）", "（<strong><em>A</em></strong>）"),
    ("__**A**__ は", "<strong><strong>A</strong></strong> は"),
    ("a * b * c", "a * b * c"),
    ("2*3", "2*3"),
];

#[test]
fn works_next_to_japanese_punctuation() {
    check(JAPANESE);
}

#[test]
fn leaves_alone_what_is_not_emphasis() {
    check(UNTOUCHED);
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(markdown, expected)| (markdown, format!("<p>{expected}</p>"), html(markdown)))
        .filter(|(_, expected, got)| expected != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn block_marks_at_line_starts_keep_their_meaning() {
    assert_eq!(
        html("* 「A」\n* 「B」"),
        "<ul><li><p>「A」</p></li><li><p>「B」</p></li></ul>"
    );
    assert_eq!(
        html("- *「A」*の\n- **「B」**の"),
        "<ul><li><p><em>「A」</em>の</p></li><li><p><strong>「B」</strong>の</p></li></ul>"
    );
    assert_eq!(html("## **「A」**の"), "<h2><strong>「A」</strong>の</h2>");
    for rule in ["***", "* * *", "*****"] {
        assert_eq!(faults(rule).len(), 1, "{rule}");
        assert_eq!(html(rule), "", "{rule}");
    }
    assert_eq!(html("~~~「\n**「A」**の\n~~~\n本文"), "<p>本文</p>");
}

#[test]
fn emphasis_that_works_is_no_fault() {
    let single = |(_, html): &&(&str, &str)| html.contains("<em>");
    for (markdown, _) in JAPANESE.iter().filter(|case| !case.0.contains('＊') && !single(case)) {
        assert_eq!(faults(markdown), [], "{markdown}");
    }
}

/// A pair of single marks is emphasis to Markdown, and to people a multiplication or a note.
#[test]
fn single_marks_are_told() {
    assert_one("金額は5*3*2千円です。", "*", SingleEmphasis { mark: '*' });
    assert_one("（_A_）", "_", SingleEmphasis { mark: '_' });
    assert_eq!(faults("研修*1を3回、\n相談*2を5回開きました。").len(), 1);
    assert_eq!(faults("5 * 3 * 2"), []);
}
