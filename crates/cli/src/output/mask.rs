//! A stand-in for `beian_core::numbers::mask::hide_personal`, to be replaced by it.

use std::borrow::Cow;

/// Replaces every personal number in a text by its masked form, in place: the result has as
/// many characters, so that marks under an excerpt still line up.
pub(crate) fn hide_personal(text: &str) -> Cow<'_, str> {
    let mut hidden: Option<Vec<u8>> = None;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = &bytes[at..at + length];
        if is_identity(word) || is_mobile(word) {
            // Only ASCII letters and digits become ASCII stars, so that it stays text.
            hidden.get_or_insert_with(|| bytes.to_vec())[at + 3..at + length - 4].fill(b'*');
        }
        at += length.max(1);
    }
    match hidden.and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(hidden) => Cow::Owned(hidden),
        None => Cow::Borrowed(text),
    }
}

fn is_mobile(word: &[u8]) -> bool {
    word.len() == 11 && word.iter().all(u8::is_ascii_digit) && word[0] == b'1' && matches!(word[1], b'3'..=b'9')
}

fn is_identity(word: &[u8]) -> bool {
    let (digits, last) = match word {
        [digits @ .., last] if word.len() == 18 => (digits, *last),
        _ => return false,
    };
    let two = |at: usize| (digits[at] - b'0') * 10 + (digits[at + 1] - b'0');
    digits.iter().all(u8::is_ascii_digit)
        && (last.is_ascii_digit() || last.eq_ignore_ascii_case(&b'x'))
        && matches!(two(6), 18..=20)
        && matches!(two(10), 1..=12)
        && matches!(two(12), 1..=31)
}
