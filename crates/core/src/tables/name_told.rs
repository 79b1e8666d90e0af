//! What rows on names say, in words.

use super::{Match, NameRow, RowKind};
use crate::words;
use crate::words::Words;

/// What advice says, by the ids of its rows: it is prose, and each has its own.
const ADVICE: [(&str, Words); 15] = [
    ("N003", Words::fixed("建议三到十个汉字", "three to ten Chinese characters are advised")),
    ("N015", Words::fixed("不用外国国名、国际组织的名称", "no names of foreign states or international bodies")),
    (
        "N016",
        Words::fixed(
            "不用管局列入黑名单的名称（名单不公开）",
            "no name of an administration's black list, which is not public",
        ),
    ),
    ("N029", Words::fixed("不用人名", "no names of people")),
    ("N030", Words::fixed("不含经营、企业、产品信息", "nothing about trade, enterprises or products")),
    (
        "N037",
        Words::fixed("建议用单位全称或简称加“官网”", "the organisation's name, full or short, with 官网 is advised"),
    ),
    (
        "N038",
        Words::fixed(
            "没有登记的“学院”加注“（内部学院）”或“（非独立机构）”",
            "an unregistered 学院 adds （内部学院） or （非独立机构）",
        ),
    ),
    (
        "N039",
        Words::fixed(
            "旧的做法用“X的个人博客”“X的个人主页”，与现在多数清单相反",
            "of old: X的个人博客, X的个人主页, against what most lists say now",
        ),
    ),
    (
        "N040",
        Words::fixed(
            "名称与单位有关；品牌、项目名在备注里说明是本单位的",
            "it has to do with the organisation; of a brand or project the remark says that it is the organisation's",
        ),
    ),
    ("N041", Words::fixed("建议与主体名称相同", "the same as the subject's name is advised")),
    ("N042", Words::fixed("与网站上显示的名称一致", "the same as the name that the site shows")),
    ("N044", Words::fixed("不用成语、迷信字样", "no idioms, no words of superstition")),
    ("N070", Words::fixed("与 APP 的真实名称一致", "the same as the App's real name")),
    (
        "N072",
        Words::fixed(
            "不用没有区别的通用名、热门应用名、行业名",
            "no general word, popular App or line of business alone",
        ),
    ),
    (
        "N075",
        Words::fixed("图标不用系统图标，不带误导的角标", "the icon is no system icon and has no misleading badge"),
    ),
];

impl NameRow {
    /// What it asks of a name.
    #[must_use]
    pub fn told(&self) -> Words {
        if self.kind == RowKind::Advice {
            return ADVICE.iter().find(|(id, _)| *id == self.id).map_or_else(
                || {
                    let note = self.note.as_deref().unwrap_or(&self.id);
                    words!("{note}", "{note}")
                },
                |(_, words)| words.clone(),
            );
        }
        let (list, bound) = (self.words.join("、"), self.bound.unwrap_or_default());
        match self.how {
            Match::Word => words!("名称不含：{list}", "not in a name: {list}"),
            Match::Prefix => words!("名称不以这些开头：{list}", "a name does not begin with: {list}"),
            Match::Official => {
                words!("只在单位自己的名称之后用：{list}", "only after the organiser's own name: {list}")
            }
            Match::MinHan => words!("名称至少 {bound} 个汉字", "at least {bound} Chinese characters"),
            Match::MaxLetters => words!("名称最多 {bound} 个字", "at most {bound} characters"),
            Match::OnlyDigits => Words::fixed("名称不能只有数字", "not digits alone"),
            Match::OnlyLatin => Words::fixed("名称不能只有字母", "not Latin letters alone"),
            Match::LatinPresent => Words::fixed("名称不含字母", "no Latin letters"),
            Match::OddLetters => Words::fixed("名称不含符号", "no signs"),
            Match::Domain => Words::fixed("名称不能就是域名", "not the domain itself"),
            Match::Place => Words::fixed("名称不含地名", "no names of places"),
            Match::Unique => {
                Words::fixed("名称不与自己的其他服务相同", "not the name of another service of the subject")
            }
            Match::Prose => Words::default(),
        }
    }

    /// Whether it looks for a word.
    #[must_use]
    pub fn names(&self, word: &str) -> bool {
        self.words.iter().any(|one| one == word)
    }

    /// Whether it is for a province.
    #[must_use]
    pub fn is_in(&self, region: &str) -> bool {
        super::concerns(&self.provinces, region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Tables;

    #[test]
    fn every_row_is_told_in_both_languages() {
        let mut advice = 0;
        for row in Tables::builtin().names.all() {
            let told = row.told();
            assert!(!told.zh.is_empty() && !told.en.is_empty(), "{}", row.id);
            let is_told = row.kind != RowKind::Advice || ADVICE.iter().any(|(id, _)| *id == row.id);
            assert!(is_told, "{} has no words", row.id);
            advice += usize::from(row.kind == RowKind::Advice);
        }
        assert_eq!(advice, ADVICE.len());
    }
}
