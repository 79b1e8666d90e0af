//! Characters that act on a line instead of standing in it, in a form that can be seen.
//!
//! Records are written by others: what could move a cursor, turn the direction of a line or
//! hide in it must reach a reader as a mark.

/// Appends a character in a form that can be seen: control characters of ASCII as the
/// pictures that Unicode has for them, others as `\u{…}`.
pub fn push_visible(out: &mut String, c: char) {
    if !is_hidden(c) {
        out.push(c);
    } else if let Some(picture) = picture(c) {
        out.push(picture);
    } else {
        *out += &format!("\\u{{{:x}}}", u32::from(c));
    }
}

/// Whether a character acts on the line instead of standing in it.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// The picture that Unicode has for a control character of ASCII.
fn picture(c: char) -> Option<char> {
    match u32::from(c) {
        code @ 0..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('␡'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_acts_after_it_was_pushed() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            let mut out = String::new();
            push_visible(&mut out, c);
            assert!(!out.contains(is_hidden), "{c:?}");
        }
    }

    #[test]
    fn characters_are_shown_as_pictures_or_codes() {
        let mut out = String::new();
        "a\u{1b}\u{7f}\u{202e}中".chars().for_each(|c| push_visible(&mut out, c));
        assert_eq!(out, "a␛␡\\u{202e}中");
    }
}
