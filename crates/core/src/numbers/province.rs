//! The 31 provinces as the numbers write them.
//!
//! The filing registry and the police each have letters of their own (蜀 against 川), so
//! both stand in one row and neither table is derived from the other.

/// One province-level unit of mainland China.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Province {
    /// The first two digits of its GB/T 2260 codes.
    pub code: u8,
    /// The letter of the filing registry.
    pub letter: char,
    /// The letters of the police registry; the first is the usual one.
    pub police: &'static str,
    /// Letters people write before `ICP备` that the filing registry does not use.
    pub aliases: &'static str,
    /// The short Chinese name.
    pub name: &'static str,
    /// The full Chinese name.
    pub full_name: &'static str,
    /// The English name.
    pub name_en: &'static str,
}

const fn row(
    code: u8,
    letters: (char, &'static str, &'static str),
    names: (&'static str, &'static str, &'static str),
) -> Province {
    Province {
        code,
        letter: letters.0,
        police: letters.1,
        aliases: letters.2,
        name: names.0,
        full_name: names.1,
        name_en: names.2,
    }
}

/// All provinces, by their GB/T 2260 code.
pub static PROVINCES: [Province; 31] = [
    row(11, ('京', "京", ""), ("北京", "北京市", "Beijing")),
    row(12, ('津', "津", ""), ("天津", "天津市", "Tianjin")),
    row(13, ('冀', "冀", ""), ("河北", "河北省", "Hebei")),
    row(14, ('晋', "晋", ""), ("山西", "山西省", "Shanxi")),
    row(15, ('蒙', "蒙", ""), ("内蒙古", "内蒙古自治区", "Inner Mongolia")),
    row(21, ('辽', "辽", ""), ("辽宁", "辽宁省", "Liaoning")),
    row(22, ('吉', "吉", ""), ("吉林", "吉林省", "Jilin")),
    row(23, ('黑', "黑", ""), ("黑龙江", "黑龙江省", "Heilongjiang")),
    row(31, ('沪', "沪", "申"), ("上海", "上海市", "Shanghai")),
    row(32, ('苏', "苏", ""), ("江苏", "江苏省", "Jiangsu")),
    row(33, ('浙', "浙", ""), ("浙江", "浙江省", "Zhejiang")),
    row(34, ('皖', "皖", ""), ("安徽", "安徽省", "Anhui")),
    row(35, ('闽', "闽", ""), ("福建", "福建省", "Fujian")),
    row(36, ('赣', "赣", ""), ("江西", "江西省", "Jiangxi")),
    row(37, ('鲁', "鲁", ""), ("山东", "山东省", "Shandong")),
    row(41, ('豫', "豫", ""), ("河南", "河南省", "Henan")),
    row(42, ('鄂', "鄂", ""), ("湖北", "湖北省", "Hubei")),
    row(43, ('湘', "湘", ""), ("湖南", "湖南省", "Hunan")),
    // Shenzhen's police wrote a letter of its own; Shenzhen's filings are Guangdong's.
    row(44, ('粤', "粤", "深"), ("广东", "广东省", "Guangdong")),
    row(45, ('桂', "桂", ""), ("广西", "广西壮族自治区", "Guangxi")),
    row(46, ('琼', "琼", ""), ("海南", "海南省", "Hainan")),
    row(50, ('渝', "渝", ""), ("重庆", "重庆市", "Chongqing")),
    row(51, ('蜀', "川", "川"), ("四川", "四川省", "Sichuan")),
    row(52, ('黔', "贵", "贵"), ("贵州", "贵州省", "Guizhou")),
    row(53, ('滇', "滇云", "云"), ("云南", "云南省", "Yunnan")),
    row(54, ('藏', "藏", ""), ("西藏", "西藏自治区", "Tibet")),
    row(61, ('陕', "陕", "秦"), ("陕西", "陕西省", "Shaanxi")),
    row(62, ('陇', "甘", "甘"), ("甘肃", "甘肃省", "Gansu")),
    row(63, ('青', "青", ""), ("青海", "青海省", "Qinghai")),
    row(64, ('宁', "宁", ""), ("宁夏", "宁夏回族自治区", "Ningxia")),
    row(65, ('新', "新", ""), ("新疆", "新疆维吾尔自治区", "Xinjiang")),
];

impl Province {
    /// The province of a letter before `ICP备`, be it the registry's or one people write.
    #[must_use]
    pub fn by_letter(letter: char) -> Option<&'static Self> {
        PROVINCES.iter().find(|p| p.letter == letter || p.aliases.contains(letter))
    }

    /// The province of a letter before `公网安备`, also where it is the filing registry's.
    #[must_use]
    pub fn by_police_letter(letter: char) -> Option<&'static Self> {
        PROVINCES.iter().find(|p| p.police.contains(letter) || p.letter == letter)
    }

    /// The province of the first two digits of a GB/T 2260 code.
    #[must_use]
    pub fn by_code(code: u8) -> Option<&'static Self> {
        PROVINCES.iter().find(|p| p.code == code)
    }

    /// The administration (管局) that issues filing numbers there.
    #[must_use]
    pub fn authority(&self) -> String {
        format!("{}通信管理局", self.full_name)
    }
}

/// The name of a region that stands in the first two digits of an identity number.
///
/// Besides the provinces: Taiwan (71, and 83 on residence permits), Hong Kong (81), Macao (82).
#[must_use]
pub(super) fn region_name(code: u8) -> Option<&'static str> {
    match code {
        71 | 83 => Some("台湾省"),
        81 => Some("香港特别行政区"),
        82 => Some("澳门特别行政区"),
        _ => Province::by_code(code).map(|p| p.full_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_codes_are_unique() {
        for (n, one) in PROVINCES.iter().enumerate() {
            for other in &PROVINCES[n + 1..] {
                assert_ne!(one.code, other.code);
                assert_ne!(one.letter, other.letter);
                assert!(!one.aliases.contains(other.letter));
                assert!(one.police.chars().all(|c| !other.police.contains(c)));
            }
        }
    }

    #[test]
    fn both_registries_find_their_province() {
        assert_eq!(Province::by_letter('川').unwrap().letter, '蜀');
        assert_eq!(Province::by_police_letter('甘').unwrap().code, 62);
        assert_eq!(Province::by_police_letter('云').unwrap().letter, '滇');
        assert_eq!(Province::by_letter('萌'), None);
        assert_eq!(Province::by_code(33).unwrap().authority(), "浙江省通信管理局");
    }
}
