//! With which characters words begin, so that most texts are known at a glance to hold none of them.

use crate::spelling::LowBits;

/// The first characters of words, by their low bits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Firsts(LowBits);

impl Firsts {
    /// Those of some words; an empty word begins with nothing.
    pub(super) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let firsts = words.into_iter().filter_map(|word| word.chars().next());
        Self(firsts.fold(LowBits::NONE, LowBits::with))
    }

    /// Whether a word may begin with a character.
    pub(super) fn may_hold(&self, c: char) -> bool {
        self.0.may_hold(c)
    }

    /// Whether a word may stand in a text.
    pub(super) fn may_begin_in(&self, text: &str) -> bool {
        text.chars().any(|c| self.may_hold(c))
    }
}

#[cfg(test)]
mod tests {
    use super::Firsts;
    use proptest::prelude::*;

    #[test]
    fn most_texts_are_known_to_hold_none() {
        let firsts = Firsts::of(["付费", "会员", ""]);
        assert!(firsts.may_begin_in("手工课程，会员免费"));
        assert!(!firsts.may_begin_in("销售本公司的示例商品"));
        assert!(!Firsts::of([""]).may_begin_in("付费"));
    }

    proptest! {
        #[test]
        fn no_word_of_a_text_is_passed_over(words in prop::collection::vec("\\PC{1,4}", 1..4), before in "\\PC*") {
            let firsts = Firsts::of(words.iter().map(String::as_str));
            for word in &words {
                let text = [&*before, word].concat();
                prop_assert!(firsts.may_begin_in(&text));
            }
        }
    }
}
