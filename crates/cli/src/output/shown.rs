//! The one way by which text from records reaches a reader.
//!
//! Records are written by others. Whatever could move a cursor, turn the direction of a
//! line or hide in it is made visible, and the numbers of persons are masked. Libraries
//! that draw excerpts let some of that through, so it is done before them.

use beian_core::numbers::mask::hide_personal;
use beian_core::visible::{is_hidden, push_visible};
use std::borrow::Cow;

/// The longest text that is printed, in characters: no line of a report needs more, and a
/// record may hold a megabyte.
const LONGEST: usize = 2000;

/// The text as it may be printed.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    // Masked whole before it is cut: half a number would not be known for one.
    let masked = hide_personal(text);
    if masked.len() <= LONGEST && !masked.contains(is_hidden) {
        return masked;
    }
    let mut out = String::with_capacity(masked.len().min(LONGEST));
    for (count, c) in masked.chars().enumerate() {
        if count == LONGEST {
            out.push('…');
            break;
        }
        push_visible(&mut out, c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_a_cursor_is_left() {
        assert_eq!(shown("a\u{1b}[31m\tb\r\n"), "a␛[31m␉b␍␊");
        assert_eq!(shown("\u{9b}31m \u{202e}x\u{fffa}\u{200d}"), "\\u{9b}31m \\u{202e}x\\u{fffa}\\u{200d}");
        for code in (0..0x11_0000).filter_map(char::from_u32) {
            assert!(!shown(&code.to_string()).contains(char::is_control), "{code:?}");
        }
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(shown("浙ICP备2021000017号-1"), Cow::Borrowed(_)));
    }

    #[test]
    fn numbers_of_persons_are_masked() {
        assert_eq!(shown("电话 13800138000。"), "电话 138****8000。");
        assert_eq!(shown("11010519491231002X"), "110***********002X");
        assert_eq!(shown("91330106MA0EXAMP12"), "91330106MA0EXAMP12");
    }

    #[test]
    fn a_long_text_is_cut_after_masking() {
        let long = format!("{}13800138000", "字".repeat(LONGEST - 5));
        let cut = shown(&long);
        assert!(cut.ends_with("138**…"), "{cut}");
    }
}
