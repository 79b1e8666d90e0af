//! A place in a text, cited: by title and article, with the version in force on a day, or with
//! all versions.

use super::{Article, Source, SourceKind, Sources, Text, Version, together};
use crate::day::Day;
use crate::words;
use crate::words::Words;

/// A place in a text. Articles are numbered as in its newest version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The text.
    pub text: Text,
    /// Where in it.
    pub at: At,
}

/// Where in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The whole text.
    Whole,
    /// One place.
    One(Article),
    /// Several.
    Several(&'static [Article]),
}

impl Text {
    /// The whole text.
    #[must_use]
    pub const fn whole(self) -> Citation {
        Citation { text: self, at: At::Whole }
    }

    /// An article of it.
    #[must_use]
    pub const fn article(self, number: u16) -> Citation {
        self.at(Article::new(number))
    }

    /// A place in it.
    #[must_use]
    pub const fn at(self, article: Article) -> Citation {
        Citation { text: self, at: At::One(article) }
    }

    /// Several places in it.
    #[must_use]
    pub const fn articles(self, articles: &'static [Article]) -> Citation {
        Citation { text: self, at: At::Several(articles) }
    }
}

impl Citation {
    /// Reads a citation as rows and templates write it: the key of a text, and where an article
    /// is meant, `:` and the article. `mii-33`, `mii-33:14`, `mii-33:22p2`.
    #[must_use]
    pub fn parse(cell: &str, sources: &Sources) -> Option<Self> {
        let (key, article) = match cell.split_once(':') {
            Some((key, article)) => (key, Some(Article::parse(article)?)),
            None => (cell, None),
        };
        let text = sources.get(key)?.id;
        Some(Self { text, at: article.map_or(At::Whole, At::One) })
    }

    /// What the list says of the text.
    #[must_use]
    pub fn source(&self) -> &'static Source {
        self.text.source()
    }

    /// Where in the text, as its newest version counts; none for the whole.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        match &self.at {
            At::Whole => &[],
            At::One(article) => std::slice::from_ref(article),
            At::Several(articles) => articles,
        }
    }

    /// The articles as the version in force on a day counts them: `第十四条` and `art. 14`.
    #[must_use]
    pub fn articles_on(&self, day: Day) -> Words {
        let sources = Sources::builtin();
        let then: Vec<_> = self.articles().iter().flat_map(|article| sources.then(self.text, *article, day)).collect();
        together(&then)
    }

    /// Title and article as of a day: `《…办法》第十四条` and `Measures …, art. 14`.
    #[must_use]
    pub fn short(&self, day: Day) -> Words {
        let source = self.source();
        let Words { zh, en } = self.articles_on(day);
        let (publisher, title, title_en) = (published(source), source.title, source.title_en);
        let comma = if en.is_empty() { "" } else { ", " };
        words!("{publisher}《{title}》{zh}", "{title_en}{comma}{en}")
    }

    /// Title, number and article as of a day: `《…办法》（信息产业部令第33号）第十四条`.
    #[must_use]
    pub fn named(&self, day: Day) -> Words {
        self.numbered(self.source().near(day), self.articles_on(day))
    }

    /// The same, and since when the version is in force that holds on that day.
    #[must_use]
    pub fn on(&self, day: Day) -> Words {
        let source = self.source();
        let version = source.near(day);
        let Words { zh: force_zh, en: force_en } = force(source, version);
        let Words { zh, en } = self.named(day);
        words!("{zh}{force_zh}", "{en}{force_en}")
    }

    /// The same with all versions, for who asks without a day.
    #[must_use]
    pub fn ever(&self) -> Words {
        let source = self.source();
        let [only] = &*source.versions else {
            let Words { zh, en } = self.numbered(None, together(self.articles()));
            let Words { zh: all_zh, en: all_en } = source.history();
            return words!("{zh}；{all_zh}", "{en}; {all_en}");
        };
        let Words { zh: force_zh, en: force_en } = force(source, Some(only));
        let Words { zh, en } = self.numbered(Some(only), together(self.articles()));
        words!("{zh}{force_zh}", "{en}{force_en}")
    }

    fn numbered(&self, version: Option<&Version>, articles: Words) -> Words {
        let source = self.source();
        let (title, title_en) = (source.title, source.title_en);
        let number = source.number_of(version);
        let number = number.map(|Words { zh, en }| words!("（{zh}）", " ({en})")).unwrap_or_default();
        let comma = if articles.en.is_empty() { "" } else { ", " };
        let (number_zh, number_en, zh, en) = (number.zh, number.en, articles.zh, articles.en);
        words!("《{title}》{number_zh}{zh}", "{title_en}{number_en}{comma}{en}")
    }
}

/// The publisher, where the title alone would not say whose page it is.
fn published(source: &Source) -> &'static str {
    match source.kind {
        SourceKind::Manual | SourceKind::Data | SourceKind::Unsure => source.publisher,
        SourceKind::Law | SourceKind::Notice | SourceKind::Standard | SourceKind::RecordFormat => "",
    }
}

/// Since when a version is in force; or, of what never enters into force, whose it is and how old.
fn force(source: &Source, version: Option<&Version>) -> Words {
    let several = 1 < source.versions.len();
    let Some(version) = version else { return Words::default() };
    match (version.from, version.until) {
        // The format of records is ours; since when it holds is of no use to a reader.
        _ if source.kind == SourceKind::RecordFormat => Words::default(),
        (Some(from), None) if several => words!("，该版 {from} 起施行", ", this version in force since {from}"),
        (Some(from), Some(until)) => {
            words!("，该版 {from} 至 {until} 施行", ", this version in force from {from} to {until}")
        }
        (Some(from), None) => words!("，{from} 起施行", ", in force since {from}"),
        (None, _) => {
            let (publisher, Words { zh, en }) = (source.publisher, version.issued());
            words!("，{publisher}，{zh}", ", {publisher}, {en}")
        }
    }
}
