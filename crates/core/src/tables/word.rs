//! Lists of words by which rules and letters tell what a text says.

use super::firsts::Firsts;
use crate::day::Day;
use crate::rows::listed::Listed;
use crate::rows::table::{Provenance, Row, RowFault, Tabled, founded};
use crate::words::named;

named! {
    /// What a list of words is for.
    pub enum WordList by id {
        NotOfAPerson: "not-of-a-person", "单位名称的结尾", "what names of organisations end with";
        OfACompany: "of-a-company", "公司名称的结尾", "what names of companies end with";
        FormsOfEnterprises: "forms-of-enterprises", "企业名称里的组织形式", "what names of enterprises hold";
        Trade: "trade", "经营内容的说法", "contents that sound like trade";
        VagueContents: "vague-contents", "说明不了什么的服务内容", "contents that say nothing";
        SitePlans: "site-plans", "建设方案的叫法", "what plans of sites are called";
        Education: "education", "教育机构名称里的词", "what names of educational institutions hold";
        StaffingPapers: "staffing-papers", "编办审核材料的叫法", "what papers of the staffing office are called";
        FiledAnew: "filed-anew", "另行备案的说法", "reasons that say it is filed anew";
        Denials: "denials", "否定的字样", "words that deny";
        NoDenials: "no-denials", "带否定字而不否定的词", "words in which those letters deny nothing";
        PaidContent: "paid-content", "有偿提供信息的说法", "what is said of information offered for payment";
        PaymentWords: "payment-words", "付费的说法", "words of payment";
        PaidInformation: "paid-information", "信息和看信息的说法", "kinds of information, and what users do with it";
        PaymentElsewhere: "payment-elsewhere", "别处的费用", "words of payment for something else";
        CityNames: "city-names", "地级市的名称", "names of cities of the prefecture level";
        Abroad: "abroad", "只说在境外的字样", "what says that something is abroad, and not where";
        PlaceTails: "place-tails", "地名后面可以跟的字样", "what may follow the name of a place";
        NoLongerRun: "no-longer-run", "不再运营的说法", "reasons that say it is no longer run";
    }
}

/// The words of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordRow {
    /// The list.
    pub list: WordList,
    /// Its words.
    pub words: Vec<String>,
    /// With which characters they begin.
    firsts: Firsts,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Tabled for WordRow {
    fn read(row: &Row<'_>) -> Result<Self, RowFault> {
        let words = row.list("words");
        if words.iter().any(String::is_empty) {
            return Err(row.fault("words", "an empty word"));
        }
        Ok(Self {
            list: WordList::parse(row.must("id")?).ok_or_else(|| row.fault("id", "no such list"))?,
            firsts: Firsts::of(words.iter().map(String::as_str)),
            words,
            provenance: row.provenance()?,
        })
    }

    fn key(&self) -> String {
        self.list.id().to_owned()
    }

    founded!();
}

/// All lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordLists(Listed<WordRow>);

impl WordLists {
    /// The text of the compiled-in table.
    pub const TEXT: &'static str = include_str!("../../data/word-lists.tsv");

    pub(super) const fn builtin() -> Self {
        Self(Listed::built_in(Self::TEXT))
    }

    pub(super) fn lay(&mut self, text: &str) -> Vec<RowFault> {
        self.0.lay(text)
    }

    /// All rows.
    pub fn all(&self) -> impl Iterator<Item = &WordRow> {
        self.0.all()
    }

    /// The words of a list on a day.
    pub fn of(&self, list: WordList, day: Day) -> impl Iterator<Item = &str> {
        self.0.said(|row| row.list == list, day).row().into_iter().flat_map(|row| &row.words).map(String::as_str)
    }

    /// Whether a word of a list fits on a day; none if nothing is known of the list on that day.
    pub fn any(&self, list: WordList, day: Day, fits: impl Fn(&str) -> bool) -> Option<bool> {
        let row = self.0.said(|row| row.list == list, day).row()?;
        Some(row.words.iter().any(|word| fits(word)))
    }

    /// The first word of a list that a text holds on a day and that fits, with where it begins.
    pub fn first<'t>(
        &'t self,
        list: WordList,
        text: &str,
        day: Day,
        fits: impl Fn(usize) -> bool,
    ) -> Option<(&'t str, usize)> {
        let row = self.0.said(|row| row.list == list, day).row()?;
        if !row.firsts.may_begin_in(text) {
            return None;
        }
        // Most texts hold none of them, and to look for all places of a word costs more than for one.
        let held = row.words.iter().filter(|word| text.contains(&***word));
        let found = held.flat_map(|word| text.match_indices(&**word).map(move |(at, _)| (&**word, at)));
        found.filter(|(_, at)| fits(*at)).min_by_key(|(_, at)| *at)
    }

    /// The first word of a list that a text holds on a day outside of longer words of another list.
    pub fn first_beside<'t>(
        &'t self,
        list: WordList,
        beside: WordList,
        text: &str,
        day: Day,
    ) -> Option<(&'t str, usize)> {
        let covers = |at: usize, longer: &str| {
            text.match_indices(longer).any(|(start, _)| start <= at && at < start + longer.len())
        };
        self.first(list, text, day, |at| self.any(beside, day, |longer| covers(at, longer)) != Some(true))
    }

    /// Whether the clause before a place denies what follows, as in 不提供新闻. Without a list of such words nothing
    /// is taken to be denied.
    #[must_use]
    pub fn is_denied(&self, text: &str, start: usize, day: Day) -> bool {
        const ENDS: [char; 7] = ['，', '。', '；', '！', ',', ';', '.'];
        let before = text.get(..start).unwrap_or_default();
        let clause = before.rsplit(ENDS).next().unwrap_or_default();
        if clause.is_empty() || self.any(WordList::Denials, day, |word| clause.contains(word)) != Some(true) {
            return false;
        }
        let mut left = clause.to_owned();
        if let Some(row) = self.0.said(|row| row.list == WordList::NoDenials, day).row() {
            row.words.iter().for_each(|word| left = left.replace(&**word, ""));
        }
        self.any(WordList::Denials, day, |word| left.contains(word)) == Some(true)
    }
}
