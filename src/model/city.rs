//! The municipality: name, code, departments, contact and licence of its data.

use super::{DepartmentIx, Former, Id, Word};

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct City {
    /// 柏崎市.
    pub name: String,
    /// 6-digit 地方公共団体コード.
    pub code: MunicipalityCode,
    /// Where questions go.
    pub contact: Contact,
    /// Of the open data.
    pub licence: Licence,
    /// Base address of the published site, without a trailing slash; no canonical links or sitemap without it.
    pub base_url: Option<String>,
    /// In the order of the register.
    pub departments: Vec<Department>,
}

/// 担当課.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Permanent address; also the name of its file.
    pub id: Id,
    /// The registered name.
    pub name: String,
    /// Its names in earlier editions.
    pub former_names: Former<String>,
}

/// Where questions go. Only what the city gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The department that answers.
    pub department: DepartmentIx,
    /// As dialled.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// A form's address.
    pub url: Option<String>,
}

/// 地方公共団体コード: five digits and a check digit (総務省, JIS X 0401/0402).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityCode(String);

/// The licence the city gives its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Licence {
    /// The city has not chosen one.
    None,
    /// 公共データ利用規約（第1.0版）.
    Pdl10,
    /// クリエイティブ・コモンズ 表示 4.0 国際.
    CcBy40,
}

impl Word for Licence {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("PDL-1.0", Self::Pdl10),
        ("CC-BY-4.0", Self::CcBy40),
    ];
}

impl MunicipalityCode {
    /// `None` unless it is six digits and the last is the check digit: 11 minus the remainder by 11 of the first five
    /// weighted 6 to 2, last digit only.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
        let [a, b, c, d, e, check] = digits[..] else {
            return None;
        };
        let sum = a * 6 + b * 5 + c * 4 + d * 3 + e * 2;
        ((11 - sum % 11) % 10 == check).then(|| Self(text.to_owned()))
    }

    /// Six digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 標準地域コード: the first five digits.
    pub fn area(&self) -> &str {
        &self.0[..5]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digit_of_the_code() {
        for good in ["152056", "011002", "131016", "131229"] {
            assert!(MunicipalityCode::parse(good).is_some(), "{good}");
        }
        for bad in ["152055", "15205", "1520566", "15205x", "１52056"] {
            assert!(MunicipalityCode::parse(bad).is_none(), "{bad}");
        }
        let code = MunicipalityCode::parse("152056").unwrap();
        assert_eq!((code.as_str(), code.area()), ("152056", "15205"));
    }
}
