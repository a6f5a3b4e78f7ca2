//! What may be done with the data, in the words of the city's choice.

use crate::model::{Edition, Licence, Publication};

/// The terms of use.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    /// Name and address of the licence; `None` if the city has chosen none.
    pub(crate) licence: Option<Named>,
    /// In plain words.
    pub(crate) wording: String,
    /// How to name the source.
    pub(crate) citation: String,
    /// How to name it after changing the data.
    pub(crate) adapted: String,
}

/// A licence by name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) url: &'static str,
}

/// The licence's name and address, if the city has chosen one.
pub(crate) fn named(licence: Licence) -> Option<Named> {
    match licence {
        Licence::None => None,
        Licence::Pdl10 => Some(Named {
            id: "PDL-1.0",
            title: "公共データ利用規約（第1.0版）",
            url: "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
        }),
        Licence::CcBy40 => Some(Named {
            id: "CC-BY-4.0",
            title: "クリエイティブ・コモンズ 表示 4.0 国際",
            url: "https://creativecommons.org/licenses/by/4.0/deed.ja",
        }),
    }
}

impl Terms {
    /// The terms of an edition's data.
    pub(crate) fn new(publication: &Publication, edition: &Edition) -> Self {
        let city = &publication.city;
        let department = &publication.department(city.contact.department).name;
        let address = city
            .base_url
            .as_ref()
            .map(|base| format!("（{base}/{}/data.html）", edition.year.year()));
        let name = format!(
            "「{} {} 進行管理報告書」（{}）{}",
            edition.year.long(),
            publication.plan.title,
            city.name,
            address.unwrap_or_default()
        );
        let licence = named(city.licence);
        let wording = match licence {
            None => format!(
                "{}は、このデータの利用条件（ライセンス）をまだ定めていません。著作権法が認める範囲を超えて利用するときは、{department}にお問い合わせください。",
                city.name
            ),
            Some(Named { title, .. }) => format!(
                "{}は、このデータを{title}で公開しています。出典を書けば、複製や加工をして、商用でも利用できます。加工したときは、そのことも書いてください。",
                city.name
            ),
        };
        let under = licence.map_or_else(String::new, |licence| format!("、{}（{}）", licence.id, licence.url));
        Self {
            citation: format!("出典：{name}{under}"),
            adapted: format!("{name}を加工して作成{under}"),
            licence,
            wording,
        }
    }
}
