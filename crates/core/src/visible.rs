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

/// Whether a character acts on the line instead of standing in it, is seen by nobody, or means
/// something else to everybody: controls, what turns the direction, what has no width or no
/// ink, what selects the form of others, and what is for private use.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    // Nearly everything is of these two, and is done with at a glance.
    if matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}') {
        return false;
    }
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fff0}'..='\u{fffc}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// The first character of a value that no value may hold: lines may end and columns be set in
/// one, but nothing else may act in it.
#[must_use]
pub fn hidden_in(text: &str) -> Option<char> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    text.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'))
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
    fn what_nobody_sees_is_hidden() {
        for c in
            ["\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\0", "\u{e000}", "\u{10fffd}", "\u{3164}", "\u{fe0f}"]
        {
            assert_eq!(hidden_in(&format!("示例{c}")), c.chars().next());
        }
        assert_eq!(hidden_in("示例，Exámple\u{3000}①\n👍 é\u{301} ﷺ"), None);
    }

    #[test]
    fn characters_are_shown_as_pictures_or_codes() {
        let mut out = String::new();
        "a\u{1b}\u{7f}\u{202e}中".chars().for_each(|c| push_visible(&mut out, c));
        assert_eq!(out, "a␛␡\\u{202e}中");
    }
}
