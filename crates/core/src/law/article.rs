//! Where in a text something stands: typed once, printed one way in each language.

use crate::words;
use crate::words::{Words, numeral};

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// An article (条) of a law, or a numbered point of a notice, and where in it.
    Article {
        /// Its number.
        number: u16,
        /// The paragraph (款), from 1; 0 for the whole article.
        paragraph: u8,
        /// The item (项), from 1; 0 for all of them.
        item: u8,
    },
    /// A part of a notice, headed 一、二、三.
    Part(u8),
    /// A section of a standard, by its decimal number.
    Section(&'static str),
}

impl Article {
    /// A whole article.
    #[must_use]
    pub const fn new(number: u16) -> Self {
        Self::Article { number, paragraph: 0, item: 0 }
    }

    /// A paragraph of it. Parts and sections have none.
    #[must_use]
    pub const fn paragraph(self, paragraph: u8) -> Self {
        match self {
            Self::Article { number, item, .. } => Self::Article { number, paragraph, item },
            other => other,
        }
    }

    /// An item of it. Parts and sections have none.
    #[must_use]
    pub const fn item(self, item: u8) -> Self {
        match self {
            Self::Article { number, paragraph, .. } => Self::Article { number, paragraph, item },
            other => other,
        }
    }

    /// Reads an article as rows and templates write it: `14`, `22p2` for a paragraph, `8i3` for
    /// an item, `14p1i3` for an item of a paragraph.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (text, item) = match text.split_once('i') {
            Some((text, item)) => (text, counted(item)?),
            None => (text, 0),
        };
        let (number, paragraph) = match text.split_once('p') {
            Some((number, paragraph)) => (number, counted(paragraph)?),
            None => (text, 0),
        };
        let number = digits(number).filter(|number| 0 < *number)?;
        Some(Self::Article { number, paragraph, item })
    }

    /// As it is cited: `第二十二条第二款` and `art. 22, para. 2`.
    #[must_use]
    pub fn words(self) -> Words {
        let (kind, en) = self.parted();
        let zh = self.zh();
        words!("{zh}", "{kind} {en}")
    }

    fn zh(self) -> String {
        match self {
            Self::Article { number, paragraph, item } => {
                let mut zh = format!("第{}条", numeral(number.into()));
                if paragraph > 0 {
                    zh += &format!("第{}款", numeral(paragraph.into()));
                }
                if item > 0 {
                    zh += &format!("第（{}）项", numeral(item.into()));
                }
                zh
            }
            Self::Part(number) => format!("第{}部分", numeral(number.into())),
            Self::Section(number) => format!("第{number}节"),
        }
    }

    /// The English word for its kind, and the rest.
    fn parted(self) -> (&'static str, String) {
        match self {
            Self::Article { number, paragraph, item } => {
                let mut en = number.to_string();
                if paragraph > 0 {
                    en += &format!(", para. {paragraph}");
                }
                if item > 0 {
                    en += &format!(", item {item}");
                }
                ("art.", en)
            }
            Self::Part(number) => ("part", number.to_string()),
            Self::Section(number) => ("section", number.to_owned()),
        }
    }

    /// Whether it is a whole article, which can stand in a row with others: `arts. 5 and 7`.
    const fn is_whole(self) -> bool {
        !matches!(self, Self::Article { paragraph: 1.., .. } | Self::Article { item: 1.., .. })
    }
}

/// Several as they are cited together: `第五条、第七条` and `arts. 5 and 7`; nothing for none.
#[must_use]
pub fn together(articles: &[Article]) -> Words {
    let zh = articles.iter().map(|article| article.zh()).collect::<Vec<_>>().join("、");
    let [first, .., last] = articles else {
        return articles.first().map_or_else(Words::default, |article| article.words());
    };
    let (kind, _) = first.parted();
    let alike = |article: &Article| article.is_whole() && article.parted().0 == kind;
    if !articles.iter().all(alike) {
        let en = articles.iter().map(|article| article.words().en).collect::<Vec<_>>().join("; ");
        return words!("{zh}", "{en}");
    }
    let before = articles.iter().take(articles.len() - 1).map(|article| article.parted().1).collect::<Vec<_>>();
    let plural = if kind == "art." { "arts." } else { &format!("{kind}s") };
    let (before, last) = (before.join(", "), last.parted().1);
    words!("{zh}", "{plural} {before} and {last}")
}

fn digits<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn counted(text: &str) -> Option<u8> {
    digits(text).filter(|number| 0 < *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(article: Article) -> (String, String) {
        let Words { zh, en } = article.words();
        (zh.into_owned(), en.into_owned())
    }

    #[test]
    fn an_article_is_printed_one_way_in_each_language() {
        for (article, zh, en) in [
            (Article::new(14), "第十四条", "art. 14"),
            (Article::new(20), "第二十条", "art. 20"),
            (Article::new(103), "第一百零三条", "art. 103"),
            (Article::new(22).paragraph(2), "第二十二条第二款", "art. 22, para. 2"),
            (Article::new(8).item(3), "第八条第（三）项", "art. 8, item 3"),
            (Article::new(71).paragraph(1).item(2), "第七十一条第一款第（二）项", "art. 71, para. 1, item 2"),
            (Article::Part(2), "第二部分", "part 2"),
            (Article::Section("2.3.2.4"), "第2.3.2.4节", "section 2.3.2.4"),
        ] {
            assert_eq!(said(article), (zh.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn several_are_cited_together() {
        let arts = |numbers: &[u16]| numbers.iter().map(|number| Article::new(*number)).collect::<Vec<_>>();
        for (articles, zh, en) in [
            (Vec::new(), "", ""),
            (arts(&[7]), "第七条", "art. 7"),
            (arts(&[7, 23]), "第七条、第二十三条", "arts. 7 and 23"),
            (arts(&[3, 4, 7, 19]), "第三条、第四条、第七条、第十九条", "arts. 3, 4, 7 and 19"),
            (vec![Article::Part(1), Article::Part(2)], "第一部分、第二部分", "parts 1 and 2"),
            (vec![Article::new(5), Article::new(8).item(3)], "第五条、第八条第（三）项", "art. 5; art. 8, item 3"),
        ] {
            let Words { zh: said_zh, en: said_en } = together(&articles);
            assert_eq!((&*said_zh, &*said_en), (zh, en));
        }
    }

    #[test]
    fn rows_and_templates_write_articles_in_one_way() {
        for (text, article) in [
            ("14", Some(Article::new(14))),
            ("22p2", Some(Article::new(22).paragraph(2))),
            ("8i3", Some(Article::new(8).item(3))),
            ("71p1i2", Some(Article::new(71).paragraph(1).item(2))),
            ("", None),
            ("0", None),
            ("+5", None),
            ("5p", None),
            ("5p0", None),
            ("5i1p2", None),
            ("99999", None),
            ("第五条", None),
        ] {
            assert_eq!(Article::parse(text), article, "{text}");
        }
    }
}
