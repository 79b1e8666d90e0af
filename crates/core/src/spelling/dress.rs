//! Characters that a reader takes for others or does not see at all.

use super::usual;
use crate::visible::is_hidden;
use unicode_normalization::UnicodeNormalization as _;

/// A character that is not what it seems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Odd {
    /// The character.
    pub found: char,
    /// The character that it looks like.
    pub like: char,
}

/// Whether a character is not seen where it stands.
pub(super) fn is_unseen(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{34f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a byte of UTF-8 may begin a character that is not what it seems.
#[must_use]
pub const fn may_begin_odd(byte: u8) -> bool {
    matches!(byte, 0xe2 | 0xef | 0xf0)
}

/// The first character of a text that is not what it seems: a radical or a compatibility
/// character in the place of an ideograph, as text copied from a PDF holds them. Width and
/// composition are no matter for a reader.
#[must_use]
pub fn odd(text: &str) -> Option<Odd> {
    // Most texts hold none of them.
    let may_hold = !text.is_ascii() && text.bytes().fold(false, |found, byte| found | may_begin_odd(byte));
    may_hold.then(|| text.chars().find_map(judge)).flatten()
}

fn judge(found: char) -> Option<Odd> {
    if !matches!(found, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}') {
        return None;
    }
    let mut forms = std::iter::once(found).nfkc().map(usual);
    let like = forms.next().filter(|form| *form != found && forms.next().is_none())?;
    Some(Odd { found, like })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_what_it_seems_is_found() {
        let found = |text: &str| odd(text).map(|odd| (odd.found, odd.like));
        assert_eq!(found("示例\u{2f00}"), Some(('\u{2f00}', '一')));
        assert_eq!(found("⻓城"), Some(('⻓', '长')));
        assert_eq!(found("\u{f900}"), Some(('\u{f900}', '豈')));
        for plain in ["示例（杭州）", "ＡＢＣ", "cafe\u{301}", "a\tb", "﨎", "⺀"] {
            assert_eq!(found(plain), None, "{plain}");
        }
    }
}
