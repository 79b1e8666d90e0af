//! What a rejection is likely about, and how that is mended: by the words of its text, and by no other means.

use crate::rows::table::{self, Row, RowFault};
use crate::tables::cited;
use crate::tables::guide::REJECTIONS as TEXT;
use crate::words::Words;
use std::sync::OnceLock;

/// A reason that manuals name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// Its id.
    pub id: String,
    words: Vec<String>,
    /// What is likely wrong.
    pub reason: Words,
    /// How it is mended.
    pub mend: Words,
    /// The codes of the rules that find it in records.
    pub rules: Vec<String>,
    /// The texts that name it.
    pub sources: Vec<String>,
}

impl Likely {
    /// What it rests on.
    #[must_use]
    pub fn basis(&self, day: crate::day::Day) -> Words {
        cited(&self.sources, day)
    }
}

fn row(row: &Row<'_>) -> Result<Likely, RowFault> {
    let both = |zh, en| row.words(zh, en).ok_or_else(|| row.fault(zh, "missing"));
    Ok(Likely {
        id: row.must("id")?.to_owned(),
        words: row.list("words"),
        reason: both("zh", "en")?,
        mend: both("mend_zh", "mend_en")?,
        rules: row.list("rules"),
        sources: row.must("sources")?.split(',').map(str::to_owned).collect(),
    })
}

fn all() -> &'static [Likely] {
    static ALL: OnceLock<Vec<Likely>> = OnceLock::new();
    ALL.get_or_init(|| table::read(TEXT, row, |one| one.id.clone()).0)
}

/// No text is about more.
const MOST: usize = 3;

/// What a text is likely about, what most of its words speak of first; nothing where it uses none of them.
#[must_use]
pub fn likely(text: &str) -> Vec<&'static Likely> {
    let score = |one: &Likely| {
        let found = one.words.iter().filter(|word| text.contains(word.as_str()));
        found.map(|word| word.chars().count()).sum::<usize>()
    };
    let mut found: Vec<(usize, &Likely)> = all().iter().map(|one| (score(one), one)).filter(|(n, _)| 0 < *n).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, one)| one).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Citation, Sources};
    use crate::rules;

    #[test]
    fn every_reason_is_read_and_names_rules_and_texts_that_there_are() {
        assert_eq!(table::read(TEXT, row, |one| one.id.clone()).1, []);
        for one in all() {
            assert!(one.rules.iter().all(|code| rules::find(code).is_some()), "{:?}", one.rules);
            for key in &one.sources {
                assert!(Citation::parse(key, Sources::builtin()).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn a_text_is_matched_to_what_its_words_speak_of() {
        let ids = |text: &str| likely(text).iter().map(|one| one.id.as_str()).collect::<Vec<_>>();
        for (text, first) in [
            ("域名持有者与主办单位名称不一致，请修改域名实名信息", "holder"),
            ("通信地址请详细到门牌号", "address"),
            ("网站名称不能使用“博客”", "name"),
            ("证件照片模糊，请重新上传", "picture"),
            ("网站在未备案前已可以打开，请关闭", "open"),
            ("请提供广东省居住证", "residence"),
            ("短信核验超时", "message"),
            ("涉及新闻，请提供前置审批文件", "approval"),
            ("请上传加盖公章的承诺书", "pledge"),
        ] {
            assert_eq!(ids(text).first(), Some(&first), "{text}: {:?}", ids(text));
        }
        assert!(ids("请联系客服").is_empty());
    }
}
