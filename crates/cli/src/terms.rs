//! Words of vocabularies on the command line.

use crate::failure::Failure;
use beian_core::record::{Term, Vocabulary};
use beian_core::words;

/// A word of a vocabulary.
pub(crate) fn term<V: Vocabulary>(word: &str) -> Result<V, Failure> {
    let terms = V::INFO.terms;
    let is_meant = |term: &Term| term.canonical == word || term.english == word || term.aliases.contains(&word);
    terms.iter().position(is_meant).and_then(V::from_index).ok_or_else(|| {
        let (zh, en) = (&V::INFO.name.zh, &V::INFO.name.en);
        let all = terms.iter().map(|term| term.canonical).collect::<Vec<_>>().join("、");
        Failure::usage(words!("{zh}没有“{word}”", "{en}: there is no `{word}`"))
            .hint(words!("有：{all}", "there are: {all}"))
    })
}
