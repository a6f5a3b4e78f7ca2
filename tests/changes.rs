//! What a draft changed since an earlier one: known edits over the shipped content are listed, exactly these.

use std::path::Path;

use ayumi::{
    changes::{self, Change, Kind, Piece, Summary, Way},
    check, manuscript,
    model::Publication,
    source::{Sources, read_folder},
};

type Files = Vec<(String, String)>;

fn shipped() -> Files {
    let sources = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    sources
        .files()
        .map(|(_, file)| (file.name.clone(), file.text.clone()))
        .collect()
}

/// Puts one text in the place of another that stands there exactly once.
fn edit(files: &mut Files, name: &str, old: &str, new: &str) {
    let (_, text) = files.iter_mut().find(|(known, _)| known == name).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{name}: {old}");
    *text = text.replace(old, new);
}

fn publication(files: Files) -> Publication {
    let sources = Sources::from_files(files);
    check::check(&sources, &manuscript::read(&sources)).publication.unwrap()
}

/// 「課 種類 変更 場所：同じ[-消した-]{+加えた+}」.
fn told(change: &Change, new: &Publication) -> String {
    let owner = change.department.map_or("計画", |ix| new.department(ix).name.as_str());
    let pieces = change.pieces.iter().map(|piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Removed(text) => format!("[-{text}-]"),
        Piece::Added(text) => format!("{{+{text}+}}"),
    });
    format!(
        "{owner} {} {} {}：{}",
        change.kind.label(),
        change.way.label(),
        change.place,
        pieces.collect::<String>()
    )
}

const DEPARTMENTS: &str = "reports/2021/departments/";

#[test]
fn twelve_known_edits_are_exactly_twelve_changes() {
    let old = publication(shipped());
    let mut files = shipped();
    let page = |id: &str| format!("{DEPARTMENTS}{id}.md");
    let nosei = page("nosei");
    // 1 a paragraph changed, 2 one added, 3 one removed
    edit(
        &mut files,
        &nosei,
        "就農につながるよう、希望者と受入れ法人の",
        "就農につながるよう、希望者と市内の受入れ法人の",
    );
    edit(
        &mut files,
        &nosei,
        "支援の充実が必要です。",
        "支援の充実が必要です。\n\n初期の設備費が高いことも課題です。",
    );
    edit(
        &mut files,
        &page("hoiku"),
        "また、延長保育や休日保育等の多様な保育サービスを行い、ワーク・ライフ・バランスの推進に役立てました。\n",
        "",
    );
    // 4 a programme taken from a list
    edit(&mut files, &nosei, "- 食の地産地消推進事業\n", "");
    // 5 a rating, 6 its reason
    edit(
        &mut files,
        &page("hoiku"),
        "割合\n    rating: 現状維持",
        "割合\n    rating: 順調\n    reason: 待機児童はいません。",
    );
    // 7 a figure, 8 a target
    edit(
        &mut files,
        "series/kpi.csv",
        "patents,2020,144,,",
        "patents,2020,146,速報,",
    );
    edit(
        &mut files,
        "kpis.yaml",
        "department: monozukuri\n    better: higher\n    kind: stock\n    period: fiscal\n    baseline: 2018\n    target: { year: 2024, value: 200 }",
        "department: monozukuri\n    better: higher\n    kind: stock\n    period: fiscal\n    baseline: 2018\n    target: { year: 2024, value: 180 }",
    );
    // 9 a KPI's name, 10 a department's name
    edit(
        &mut files,
        "kpis.yaml",
        "特許保有件数（総数）",
        "特許の保有件数（総数）",
    );
    edit(&mut files, "city.yaml", "子育て支援課", "こども支援課");
    // 11 a goal's introduction
    edit(
        &mut files,
        "plan.yaml",
        "市全体で、子育て世帯を支える",
        "市全体で、すべての子育て世帯を支える",
    );
    // 12 a department's block on a measure
    let kept = files
        .iter()
        .position(|(name, _)| *name == page("hakubutsukan"))
        .unwrap();
    let text = &mut files[kept].1;
    let at = text.find("## ").unwrap();
    text.truncate(at);
    // No changes: paragraphs in another order, lines broken elsewhere.
    let moved = (
        "公立・私立の保育園、認定こども園、幼稚園の子育て支援室と、元気館ジャングルキッズを開設しました。\n未就園児と保護者の交流、子育て情報の共有、相談・助言の場となり、保護者の子育てに対する不安を和らげました。\n",
        "子育て支援室は、妊娠中の方の利用も徐々に増えています。\n子育て世代間で交流し、子育て支援員から情報を得てもらうことで、妊娠期から切れ目なく子育てを支えました。\n",
    );
    edit(
        &mut files,
        &page("hoiku"),
        &format!("{}\n{}", moved.0, moved.1),
        &format!("{}\n{}", moved.1, moved.0.replace("保護者の交流、", "保護者の交流、\n")),
    );

    let new = publication(files);
    let changes = changes::between(&old, &new);
    let told: Vec<String> = changes.iter().map(|change| told(change, &new)).collect();
    let expected = [
        "こども支援課 名称 変更 担当課の名称：[-子育て-]{+こども+}支援課",
        "計画 文章 変更 基本目標II 1：出産や子育てを望む人が安心して産み、働きながら育てられる環境をつくります。地域や企業を含めた市全体で、{+すべての+}子育て世帯を支える仕組みも整えます。",
        "ものづくり振興課 名称 変更 KPI「特許の保有件数（総数）」 名称：特許{+の+}保有件数（総数）",
        "ものづくり振興課 目標値 変更 KPI「特許の保有件数（総数）」 目標値：[-200-]{+180+}件（令和6（2024）年度）",
        "ものづくり振興課 数値 変更 KPI「特許の保有件数（総数）」 令和2（2020）年度：[-144件-]{+146件（速報）+}",
        "保育課 進捗状況 変更 KPI「公立保育園における年度途中の入園希望児童数に対する実入園児童数の割合」 進捗状況：[-現状維持-]{+順調+}",
        "保育課 評価の理由 追加 KPI「公立保育園における年度途中の入園希望児童数に対する実入園児童数の割合」 評価の理由：{+待機児童はいません。+}",
        "農政課 主な事業 変更 I-1-(1) 農政課 主な事業：地域営農支援事業、柏崎産米ブランド化推進事業、[-食の地産地消推進事業-]",
        "農政課 文章 変更 I-2-(1) 農政課 課題 2：就農につながるよう、希望者と{+市内の+}受入れ法人のマッチングを慎重に進める必要があります。",
        "保育課 文章 削除 II-1-(1) 保育課 主な取組と成果（前の案の3）：[-また、延長保育や休日保育等の多様な保育サービスを行い、ワーク・ライフ・バランスの推進に役立てました。-]",
        "農政課 文章 追加 III-1-(1) 農政課 課題 3：{+初期の設備費が高いことも課題です。+}",
        "博物館 施策の記載 削除 IV-1-(1) 博物館：",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (found, expected) in told.iter().zip(expected) {
        if expected.ends_with('：') {
            assert!(found.starts_with(expected), "{found}");
        } else {
            assert_eq!(found, expected);
        }
    }

    let summary = Summary::new(&changes);
    assert_eq!(summary.total(), 12);
    let text = summary.text(&new, "第1回委員会案");
    assert!(
        text.starts_with("第1回委員会案からの変更（12件）\n・計画・報告書全体：文章1件\n"),
        "{text}"
    );
    assert!(text.contains("・農政課：文章2件、主な事業1件\n"), "{text}");
}

#[test]
fn the_same_content_has_no_changes() {
    let publication = publication(shipped());
    assert_eq!(changes::between(&publication, &publication), []);
}

#[test]
fn a_file_handed_in_later_is_one_addition_a_measure() {
    let mut files = shipped();
    files.retain(|(name, _)| !name.ends_with("departments/suikyu.md"));
    let (old, new) = (publication(files), publication(shipped()));
    let changes = changes::between(&old, &new);
    let found: Vec<(Kind, Way)> = changes.iter().map(|change| (change.kind, change.way)).collect();
    assert_eq!(
        found,
        [
            (Kind::Rating, Way::Added),
            (Kind::Rating, Way::Added),
            (Kind::Entry, Way::Added)
        ]
    );
}

#[test]
fn a_year_more_is_one_change() {
    let mut files = shipped();
    let next: Files = files
        .iter()
        .filter(|(name, _)| name.starts_with("reports/2021/"))
        .map(|(name, text)| {
            let text = text.replace("published: 2021-09", "published: 2022-09");
            (
                name.replace("2021", "2022"),
                text.replace("performance_year: 2020", "performance_year: 2021"),
            )
        })
        .collect();
    let old = publication(files.clone());
    files.extend(next);
    let new = publication(files);
    let found: Vec<String> = changes::between(&old, &new)
        .iter()
        .map(|change| told(change, &new))
        .collect();
    assert_eq!(
        found,
        ["計画 報告書の基本事項 追加 報告書：{+令和4（2022）年度 進行管理報告書+}"]
    );
}

#[test]
fn a_revision_of_git_is_read_without_checking_it_out() {
    use ayumi::source::{RevisionError, read_revision};
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("revision");
    let _ = std::fs::remove_dir_all(&folder);
    let content = folder.join("repo/content");
    std::fs::create_dir_all(content.join("reports/2021")).unwrap();
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        let who = [
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.jp",
            "-c",
            "commit.gpgsign=false",
        ];
        let done = command
            .arg("-C")
            .arg(folder.join("repo"))
            .args(who)
            .args(arguments)
            .output();
        done.is_ok_and(|output| output.status.success())
    };
    if !git(&["init", "-q"]) {
        // Without git there is nothing to test but the message, which has no such test.
        return;
    }
    std::fs::write(content.join("city.yaml"), "name: 前\n").unwrap();
    std::fs::write(content.join("reports/2021/課.md"), "前の文\n").unwrap();
    std::fs::write(content.join("photo.jpg"), [0u8, 1]).unwrap();
    std::fs::write(folder.join("repo/outside.yaml"), "x: 1\n").unwrap();
    assert!(git(&["add", "-A"]) && git(&["commit", "-q", "-m", "1"]) && git(&["tag", "draft-1"]));
    std::fs::write(content.join("city.yaml"), "name: 後\n").unwrap();
    assert!(git(&["commit", "-q", "-a", "-m", "2"]));

    let old = read_revision(&content, "draft-1").unwrap();
    let files: Vec<(&str, &str)> = old
        .files()
        .map(|(_, file)| (file.name.as_str(), file.text.as_str()))
        .collect();
    assert_eq!(files, [("city.yaml", "name: 前\n"), ("reports/2021/課.md", "前の文\n")]);
    for unknown in ["draft-9", "--output=x", ""] {
        assert!(
            matches!(read_revision(&content, unknown), Err(RevisionError::Unknown)),
            "{unknown}"
        );
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
