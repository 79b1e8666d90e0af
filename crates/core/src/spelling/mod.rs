//! What is one text however it is spelled: spacing, width, composition and look-alikes of
//! Unicode do not make another name, address or number of it.

mod dress;
mod low_bits;
mod radicals;

pub use dress::{Odd, may_begin_odd, odd};
pub(crate) use low_bits::LowBits;

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// A text in the form in which it is compared: without spacing and characters that are not
/// seen, each letter, digit and bracket in its usual width, each ideograph as itself and not as
/// the radical or the compatibility character that looks the same.
#[must_use]
pub fn bare(text: &str) -> Cow<'_, str> {
    // Nearly every text of the records is spelled so already.
    if text.chars().all(|c| matches!(c, '!'..='~' | '\u{4e00}'..='\u{9fff}')) {
        return Cow::Borrowed(text);
    }
    let is_seen = |c: &char| !c.is_whitespace() && !dress::is_unseen(*c);
    if text.is_ascii() {
        return Cow::Owned(text.chars().filter(is_seen).collect());
    }
    let seen = text.nfkc().filter(is_seen);
    Cow::Owned(seen.map(usual).collect())
}

/// The same, of what has no letter case: capital and small letters are one.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    let is_folded = |c| matches!(c, '!'..='@' | '['..='~' | '\u{4e00}'..='\u{9fff}');
    if text.chars().all(is_folded) {
        return Cow::Borrowed(text);
    }
    let bare = bare(text);
    if bare.is_ascii() {
        return Cow::Owned(bare.to_ascii_lowercase());
    }
    Cow::Owned(bare.chars().flat_map(char::to_lowercase).collect())
}

/// Whether two texts are one, however they are spelled.
#[must_use]
pub fn is_one(a: &str, b: &str) -> bool {
    a == b || bare(a) == bare(b)
}

/// A character as it is usually written, where Unicode holds several for it that its own forms
/// of normalisation keep apart.
fn usual(c: char) -> char {
    match c {
        // The dot between the parts of a foreign name.
        '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{30fb}' => '\u{b7}',
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '\u{2e80}'..='\u{2ef3}' => radicals::ideograph(c).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_however_it_is_spelled() {
        for (a, b) in [
            ("文三路 18 号", "文三路18号"),
            ("137 **** 1011", "137****1011"),
            ("示例（杭州）公司", "示例(杭州)公司"),
            ("ＡＢＣ１２３", "ABC123"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("\u{2f00}\u{2f83}", "一自"),
            ("⻓城\u{2ee2}车", "长城马车"),
            ("\u{f900}", "豈"),
            ("示\u{200b}例\u{feff}", "示例"),
            ("玛丽・居里", "玛丽·居里"),
            ("\u{3000}示例", "示例"),
        ] {
            assert!(is_one(a, b), "{a:?} {b:?}");
        }
        for (a, b) in [("示例", "事例"), ("ABC", "abc"), ("18号", "81号"), ("a", "а"), ("1-2", "12")] {
            assert!(!is_one(a, b), "{a:?} {b:?}");
        }
        assert_eq!(folded("Ａbc 12"), "abc12");
    }
}
