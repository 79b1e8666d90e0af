//! With which characters words begin, so that most texts are known at a glance to hold none of them.

/// The low bits of the first characters of words. Too many characters are taken for one of them rather than one too
/// few.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Firsts([u64; 16]);

impl Firsts {
    /// Those of some words; an empty word begins with nothing.
    pub(super) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut firsts = Self::default();
        for first in words.into_iter().filter_map(|word| word.chars().next()) {
            let (at, bit) = bit(first);
            if let Some(bits) = firsts.0.get_mut(at) {
                *bits |= bit;
            }
        }
        firsts
    }

    /// Whether a word may begin with a character.
    pub(super) fn may_hold(&self, c: char) -> bool {
        let (at, bit) = bit(c);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a word may stand in a text.
    pub(super) fn may_begin_in(&self, text: &str) -> bool {
        text.chars().any(|c| self.may_hold(c))
    }
}

/// Which of the numbers a character stands in, and its bit there.
const fn bit(c: char) -> (usize, u64) {
    let code = c as usize;
    (code >> 6 & 15, 1 << (code & 63))
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
