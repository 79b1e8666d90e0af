//! The provinces: their codes, names, letters in numbers, and administrations.
//!
//! The ministry and the police write different letters for four of them (蜀 and 川, 黔 and 贵,
//! 陇 and 甘, and in part 滇 and 云), so one letter a province would be wrong for one of the two.
//! Taiwan, Hong Kong and Macao have codes of GB/T 2260, but no letters and no administration:
//! nothing can be filed there.

use crate::words::Words;

use crate::rows::table::Confidence;

/// How well the letters of a row are founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Founded {
    /// How well.
    pub confidence: Confidence,
    /// By which sources, as keys of [`Sources`](crate::law::Sources).
    pub sources: &'static [&'static str],
}

/// A division of the first level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Province {
    /// The first two digits of GB/T 2260.
    pub code: &'static str,
    /// The full name, such as 浙江省.
    pub name_zh: &'static str,
    /// The short name, such as 浙江.
    pub short_zh: &'static str,
    /// The English name, such as `Zhejiang`.
    pub name_en: &'static str,
    /// The letter in filing numbers; empty where nothing can be filed.
    pub miit: &'static str,
    /// How well that letter is founded.
    pub miit_founded: Founded,
    /// The letters in police numbers, the usual one first.
    pub police: &'static str,
    /// How well the usual one is founded.
    pub police_founded: Founded,
    /// Letters that people write in filing numbers by mistake.
    pub wrong_miit: &'static str,
    /// Letters that people write in police numbers by mistake.
    pub wrong_police: &'static str,
}

/// The day on which the table was last compared with its sources.
pub const CHECKED: &str = "2026-11-21";

const CORPUS: Founded =
    Founded { confidence: Confidence::Confirmed, sources: &["filing-number-corpus", "footer-letters"] };
const CORPUS_POLICE: Founded =
    Founded { confidence: Confidence::Confirmed, sources: &["psb-number-corpus", "footer-letters"] };
const FOOTERS: Founded = Founded { confidence: Confidence::Reported, sources: &["footer-letters"] };
const RECALLED: Founded = Founded { confidence: Confidence::Unsure, sources: &["general-knowledge"] };
const STANDARD: Founded = Founded { confidence: Confidence::Confirmed, sources: &["gb-t-2260"] };

/// A cell for each field, in their order: a table reads better than 34 literals of ten lines.
#[expect(clippy::too_many_arguments, reason = "one cell a column")]
const fn row(
    code: &'static str,
    name_zh: &'static str,
    short_zh: &'static str,
    name_en: &'static str,
    miit: &'static str,
    miit_founded: Founded,
    police: &'static str,
    police_founded: Founded,
    wrong_miit: &'static str,
    wrong_police: &'static str,
) -> Province {
    Province { code, name_zh, short_zh, name_en, miit, miit_founded, police, police_founded, wrong_miit, wrong_police }
}

/// All of them, by code. Codes and names follow GB/T 2260.
#[rustfmt::skip]
pub const PROVINCES: [Province; 34] = [
    row("11", "北京市", "北京", "Beijing", "京", CORPUS, "京", CORPUS_POLICE, "", ""),
    row("12", "天津市", "天津", "Tianjin", "津", CORPUS, "津", RECALLED, "", ""),
    row("13", "河北省", "河北", "Hebei", "冀", CORPUS, "冀", RECALLED, "", ""),
    row("14", "山西省", "山西", "Shanxi", "晋", CORPUS, "晋", FOOTERS, "", ""),
    row("15", "内蒙古自治区", "内蒙古", "Inner Mongolia", "蒙", CORPUS, "蒙", RECALLED, "", ""),
    row("21", "辽宁省", "辽宁", "Liaoning", "辽", FOOTERS, "辽", FOOTERS, "", ""),
    row("22", "吉林省", "吉林", "Jilin", "吉", FOOTERS, "吉", FOOTERS, "", ""),
    row("23", "黑龙江省", "黑龙江", "Heilongjiang", "黑", CORPUS, "黑", RECALLED, "", ""),
    row("31", "上海市", "上海", "Shanghai", "沪", CORPUS, "沪", FOOTERS, "申", ""),
    row("32", "江苏省", "江苏", "Jiangsu", "苏", CORPUS, "苏", FOOTERS, "", ""),
    row("33", "浙江省", "浙江", "Zhejiang", "浙", CORPUS, "浙", FOOTERS, "", ""),
    row("34", "安徽省", "安徽", "Anhui", "皖", CORPUS, "皖", RECALLED, "", ""),
    row("35", "福建省", "福建", "Fujian", "闽", CORPUS, "闽", FOOTERS, "", ""),
    row("36", "江西省", "江西", "Jiangxi", "赣", CORPUS, "赣", RECALLED, "", ""),
    row("37", "山东省", "山东", "Shandong", "鲁", CORPUS, "鲁", FOOTERS, "", ""),
    row("41", "河南省", "河南", "Henan", "豫", CORPUS, "豫", RECALLED, "", ""),
    row("42", "湖北省", "湖北", "Hubei", "鄂", CORPUS, "鄂", FOOTERS, "", ""),
    row("43", "湖南省", "湖南", "Hunan", "湘", CORPUS, "湘", FOOTERS, "", ""),
    row("44", "广东省", "广东", "Guangdong", "粤", CORPUS, "粤", CORPUS_POLICE, "深", ""),
    row("45", "广西壮族自治区", "广西", "Guangxi", "桂", CORPUS, "桂", RECALLED, "", ""),
    row("46", "海南省", "海南", "Hainan", "琼", CORPUS, "琼", RECALLED, "", ""),
    row("50", "重庆市", "重庆", "Chongqing", "渝", CORPUS, "渝", FOOTERS, "", ""),
    row("51", "四川省", "四川", "Sichuan", "蜀", CORPUS, "川", CORPUS_POLICE, "川", "蜀"),
    row("52", "贵州省", "贵州", "Guizhou", "黔", CORPUS, "贵", FOOTERS, "贵", "黔"),
    row("53", "云南省", "云南", "Yunnan", "滇", CORPUS, "滇云", FOOTERS, "云", ""),
    row("54", "西藏自治区", "西藏", "Tibet", "藏", FOOTERS, "藏", RECALLED, "", ""),
    row("61", "陕西省", "陕西", "Shaanxi", "陕", CORPUS, "陕", FOOTERS, "秦", ""),
    row("62", "甘肃省", "甘肃", "Gansu", "陇", CORPUS, "甘", FOOTERS, "甘", "陇"),
    row("63", "青海省", "青海", "Qinghai", "青", FOOTERS, "青", RECALLED, "", ""),
    row("64", "宁夏回族自治区", "宁夏", "Ningxia", "宁", FOOTERS, "宁", RECALLED, "", ""),
    row("65", "新疆维吾尔自治区", "新疆", "Xinjiang", "新", FOOTERS, "新", FOOTERS, "", ""),
    row("71", "台湾省", "台湾", "Taiwan", "", STANDARD, "", STANDARD, "", ""),
    row("81", "香港特别行政区", "香港", "Hong Kong", "", STANDARD, "", STANDARD, "", ""),
    row("82", "澳门特别行政区", "澳门", "Macao", "", STANDARD, "", STANDARD, "", ""),
];

/// The row that has a letter. Rows have a letter or two, all of three bytes, and numbers are
/// read all the time, so that no text is searched.
fn by_letter(letters: impl Fn(&Province) -> &str, letter: char) -> Option<&'static Province> {
    let mut bytes = [0; 4];
    let wanted: &[u8; 3] = letter.encode_utf8(&mut bytes).as_bytes().try_into().ok()?;
    PROVINCES.iter().find(|row| letters(row).as_bytes().chunks_exact(3).any(|one| one == wanted))
}

impl Province {
    /// The province of a code of two digits, or of the first two of six.
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || !matches!(code.len(), 2 | 6) {
            return None;
        }
        let wanted: &[u8; 2] = code.as_bytes().first_chunk()?;
        PROVINCES.iter().find(|row| *row.code.as_bytes() == *wanted)
    }

    /// The province whose numbers begin with that letter, written rightly or by mistake.
    #[must_use]
    pub fn of_letter(letter: char) -> Option<&'static Self> {
        Self::of_miit(letter).or_else(|| Self::of_wrong_miit(letter))
    }

    /// The province whose police numbers begin with that letter, written rightly or by mistake.
    #[must_use]
    pub fn of_police_letter(letter: char) -> Option<&'static Self> {
        Self::of_police(letter).or_else(|| Self::of_miit(letter))
    }

    /// The letter in filing numbers; none where nothing can be filed.
    #[must_use]
    pub fn letter(&self) -> Option<char> {
        self.miit.chars().next()
    }

    /// The province of a full or short Chinese name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<&'static Self> {
        PROVINCES.iter().find(|row| row.name_zh == name || row.short_zh == name)
    }

    /// The province that people mean who write its name, its letter or its code.
    #[must_use]
    pub fn meant(word: &str) -> Option<&'static Self> {
        let mut letters = word.chars();
        let letter = letters.next().filter(|_| letters.as_str().is_empty());
        Self::of_name(word).or_else(|| Self::of_letter(letter?)).or_else(|| Self::of_code(word))
    }

    /// The province that the ministry's letter stands for.
    #[must_use]
    pub fn of_miit(letter: char) -> Option<&'static Self> {
        by_letter(|row| row.miit, letter)
    }

    /// The province that a letter of the police stands for.
    #[must_use]
    pub fn of_police(letter: char) -> Option<&'static Self> {
        by_letter(|row| row.police, letter)
    }

    /// The province that someone meant who wrote a wrong letter into a filing number.
    #[must_use]
    pub fn of_wrong_miit(letter: char) -> Option<&'static Self> {
        by_letter(|row| row.wrong_miit, letter)
    }

    /// Whether organisers of the province can file at all.
    #[must_use]
    pub const fn can_file(&self) -> bool {
        !self.miit.is_empty()
    }

    /// The name in both languages.
    #[must_use]
    pub const fn name(&self) -> Words {
        Words::fixed(self.name_zh, self.name_en)
    }

    /// The competent administration (通信管理局); none where nothing can be filed.
    #[must_use]
    pub fn administration(&self) -> Option<Words> {
        let (zh, en) = (self.name_zh, self.name_en);
        self.can_file().then(|| crate::words!("{zh}通信管理局", "{en} Communications Administration"))
    }
}
