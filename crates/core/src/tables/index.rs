//! Many words, looked for in one text at once.
//!
//! A name has some ten characters and the tables some hundreds of words, so that looking for
//! each word in each name would cost more than reading the record. Words are sorted by their
//! first character; each character of a text with which any begins is looked up once.

use super::firsts::Firsts;

/// Words with the position of the row that each belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Index {
    words: Vec<(char, Box<str>, usize)>,
    firsts: Firsts,
}

/// A word met in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'i> {
    /// The word.
    pub(super) word: &'i str,
    /// The byte at which it starts.
    pub(super) start: usize,
    /// The position of its row.
    pub(super) row: usize,
}

impl Index {
    pub(super) fn new<'w>(words: impl IntoIterator<Item = (&'w str, usize)>) -> Self {
        let first = |word: &str| word.chars().next();
        let mut words: Vec<(char, Box<str>, usize)> =
            words.into_iter().filter_map(|(word, row)| Some((first(word)?, word.into(), row))).collect();
        words.sort_unstable();
        let firsts = Firsts::of(words.iter().map(|(_, word, _)| &**word));
        Self { words, firsts }
    }

    /// Every word in a text, from its start to its end.
    pub(super) fn hits<'t>(&'t self, text: &str) -> impl Iterator<Item = Hit<'t>> {
        text.char_indices().filter(|(_, letter)| self.firsts.may_hold(*letter)).flat_map(move |(start, letter)| {
            let from = self.words.partition_point(|(first, _, _)| *first < letter);
            let rest = text.get(start..).unwrap_or_default();
            self.words
                .get(from..)
                .unwrap_or_default()
                .iter()
                .take_while(move |(first, _, _)| *first == letter)
                .filter(move |(_, word, _)| rest.starts_with(&**word))
                .map(move |(_, word, row)| Hit { word, start, row: *row })
        })
    }
}

/// Whether a word stands inside a longer one of these, in which it is harmless.
pub(super) fn is_covered(text: &str, hit: Hit<'_>, except: &[String]) -> bool {
    let end = hit.start + hit.word.len();
    except.iter().any(|longer| {
        text.match_indices(longer.as_str()).any(|(start, _)| start <= hit.start && end <= start + longer.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{Index, is_covered};

    #[test]
    fn words_are_found_wherever_they_stand() {
        let index = Index::new([("论坛", 0), ("坛子", 1), ("人民", 2)]);
        let found: Vec<_> = index.hits("论坛子人民币").map(|hit| (hit.word, hit.row, hit.start)).collect();
        assert_eq!(found, [("论坛", 0, 0), ("坛子", 1, 3), ("人民", 2, 9)]);
        let last = index.hits("论坛子人民币").last().unwrap();
        assert!(is_covered("论坛子人民币", last, &["人民币".to_owned()]));
        assert!(!is_covered("论坛子人民", last, &["人民币".to_owned()]));
        assert_eq!(index.hits("").count(), 0);
    }
}
