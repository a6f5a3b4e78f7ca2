//! Which files there are, and what each is for.

/// A file of `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum File {
    /// KPIs, for machines.
    Kpi,
    /// The same for Excel.
    KpiExcel,
    /// The same as JSON.
    KpiJson,
    /// What the departments report.
    Entries,
    /// The population chart's figures.
    Population,
    /// What the codes mean.
    Codes,
    /// The description of all of them.
    Package,
}

impl File {
    /// In the order of the page.
    pub(crate) const ALL: [File; 7] = [
        File::Kpi,
        File::KpiExcel,
        File::KpiJson,
        File::Entries,
        File::Population,
        File::Codes,
        File::Package,
    ];

    /// Its name in the folder.
    pub(crate) fn name(self) -> &'static str {
        match self {
            File::Kpi => "kpi.csv",
            File::KpiExcel => "kpi-excel.csv",
            File::KpiJson => "kpi.json",
            File::Entries => "entries.json",
            File::Population => "population.csv",
            File::Codes => "codes.csv",
            File::Package => "datapackage.json",
        }
    }

    /// What it is, for people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            File::Kpi => "KPIの値（CSV）",
            File::KpiExcel => "KPIの値（Excelで開くためのCSV）",
            File::KpiJson => "KPIの値（JSON）",
            File::Entries => "施策ごとの取組（JSON）",
            File::Population => "人口（CSV）",
            File::Codes => "コード表（CSV）",
            File::Package => "データの説明（Data Package）",
        }
    }

    /// What it holds.
    pub(crate) fn description(self) -> &'static str {
        match self {
            File::Kpi => "すべてのKPIについて、年ごとの値と目標値を1行ずつ収めます。",
            File::KpiExcel => "kpi.csvと同じ内容です。Excelで文字化けしないよう、先頭にBOMを付けています。",
            File::KpiJson => "kpi.csvと同じ行を、同じ項目名のJSONで収めます。",
            File::Entries => "施策ごと、担当課ごとに、主な取組と成果、課題、今後の展開、主な事業を収めます。",
            File::Population => "総人口の実績と、推計、展望を収めます。",
            File::Codes => "データに使うコードと、その意味を収めます。",
            File::Package => {
                "ファイル、項目、コード、作成者を機械が読める形（Frictionless Data Package）で説明します。"
            }
        }
    }

    /// CSV or JSON.
    pub(crate) fn format(self) -> &'static str {
        match self {
            File::Kpi | File::KpiExcel | File::Population | File::Codes => "csv",
            File::KpiJson | File::Entries | File::Package => "json",
        }
    }

    /// For links and servers.
    pub(crate) fn media_type(self) -> &'static str {
        match self.format() {
            "csv" => "text/csv",
            _ => "application/json",
        }
    }
}
