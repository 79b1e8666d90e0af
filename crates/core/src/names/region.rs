//! Administrative divisions by their codes (GB/T 2260).
//!
//! Only provinces are known by name. Of prefectures and counties the shape is checked, because
//! their codes change every year and abolished ones stay valid in old certificates.

use std::fmt;

use crate::words::named;

use super::province::Province;

/// How fine a region is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A province, as in `330000`.
    Province,
    /// A prefecture, as in `330100`.
    Prefecture,
    /// A county or district, as in `330106`.
    County,
}

/// A region, given by a code of six digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    province: &'static Province,
    prefecture: u8,
    county: u8,
}

named! {
    /// A fault in the text of a region's code.
    #[non_exhaustive]
    pub enum RegionFault by name {
        /// Not six digits.
        Length: "length",
            "行政区划代码应为六位数字（省级写作 330000）",
            "a region code has six digits (a province is written like `330000`)";
        /// Full-width digits.
        FullWidth: "full-width", "行政区划代码中用了全角数字", "the region code holds full-width digits";
        /// Something else than digits.
        NotDigits: "not-digits", "行政区划代码只含数字", "a region code holds digits only";
        /// The first two digits name no province.
        NoSuchProvince: "no-such-province",
            "行政区划代码的前两位不是任何省级区划",
            "the first two digits of the region code name no province";
        /// A county without its prefecture, as in `330006`.
        NoPrefecture: "no-prefecture",
            "行政区划代码写了县级却没有地级",
            "the region code names a county, but no prefecture";
    }
}

impl Region {
    /// Reads a code of six digits.
    ///
    /// # Errors
    /// What keeps the text from being a code.
    pub fn parse(text: &str) -> Result<Self, RegionFault> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            let is_wide = text.chars().any(|c| matches!(c, '０'..='９'));
            return Err(if is_wide { RegionFault::FullWidth } else { RegionFault::NotDigits });
        }
        if text.len() != 6 {
            return Err(RegionFault::Length);
        }
        let province = Province::of_code(text).ok_or(RegionFault::NoSuchProvince)?;
        let pair = |from: usize| {
            text.get(from..from + 2).and_then(|pair| pair.parse::<u8>().ok()).ok_or(RegionFault::NotDigits)
        };
        let (prefecture, county) = (pair(2)?, pair(4)?);
        if prefecture == 0 && county != 0 {
            return Err(RegionFault::NoPrefecture);
        }
        Ok(Self { province, prefecture, county })
    }

    /// The province it is in.
    #[must_use]
    pub const fn province(self) -> &'static Province {
        self.province
    }

    /// The third and fourth digit; 0 for a province as a whole.
    #[must_use]
    pub const fn prefecture(self) -> u8 {
        self.prefecture
    }

    /// The fifth and sixth digit; 0 for a province or prefecture as a whole.
    #[must_use]
    pub const fn county(self) -> u8 {
        self.county
    }

    /// How fine it is.
    #[must_use]
    pub const fn level(self) -> Level {
        match (self.prefecture, self.county) {
            (0, _) => Level::Province,
            (_, 0) => Level::Prefecture,
            _ => Level::County,
        }
    }

    /// Whether another region is this one or a part of it.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.province.code == other.province.code
            && match self.level() {
                Level::Province => true,
                Level::Prefecture => self.prefecture == other.prefecture,
                Level::County => self == other,
            }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.province.code;
        write!(formatter, "{code}{:02}{:02}", self.prefecture, self.county)
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, Region, RegionFault};

    #[test]
    fn parts_of_a_code() {
        let region = Region::parse("330106").unwrap();
        assert_eq!(region.province().name_zh, "浙江省");
        assert_eq!((region.prefecture(), region.county()), (1, 6));
        assert_eq!(region.level(), Level::County);
        let whole = Region::parse("330000").unwrap();
        assert_eq!(whole.level(), Level::Province);
        assert!(whole.contains(region) && !region.contains(whole));
        assert_eq!(whole.to_string(), "330000");
    }

    #[test]
    fn administrations() {
        for (code, zh, en) in [
            ("330106", "浙江省通信管理局", "Zhejiang Communications Administration"),
            ("110101", "北京市通信管理局", "Beijing Communications Administration"),
            ("650000", "新疆维吾尔自治区通信管理局", "Xinjiang Communications Administration"),
        ] {
            let words = Region::parse(code).unwrap().province().administration().unwrap();
            assert_eq!((&*words.zh, &*words.en), (zh, en));
        }
        let taipei = Region::parse("710000").unwrap();
        assert_eq!(taipei.province().administration(), None);
    }

    #[test]
    fn faults() {
        for (text, fault) in [
            ("", RegionFault::Length),
            ("33", RegionFault::Length),
            ("330106001", RegionFault::Length),
            ("３30106", RegionFault::FullWidth),
            ("33010a", RegionFault::NotDigits),
            ("990000", RegionFault::NoSuchProvince),
            ("330006", RegionFault::NoPrefecture),
        ] {
            assert_eq!(Region::parse(text), Err(fault), "{text}");
        }
    }
}
