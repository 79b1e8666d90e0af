//! Columns of a terminal, in which a Chinese character takes two.

use std::io::IsTerminal;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text with blanks behind it up to a width; one that is wider is left as it is.
pub(crate) fn padded(text: &str, to: usize) -> String {
    let blanks = to.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// The text within a width: what does not fit is replaced by one sign.
pub(crate) fn fitted(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let (mut out, mut taken) = (String::new(), 1);
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if to < taken {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// The text in lines of so many columns at most; words of Latin letters stay whole where they can.
pub(crate) fn wrapped(text: &str, to: usize) -> Vec<String> {
    let (mut lines, mut line, mut word) = (Vec::new(), String::new(), String::new());
    let mut put = |word: &mut String, line: &mut String| {
        if to < width(line) + width(word.trim_end()) && !line.is_empty() {
            lines.push(std::mem::take(line).trim_end().to_owned());
        }
        line.push_str(if line.is_empty() { word.trim_start() } else { word });
        word.clear();
    };
    for c in text.chars() {
        let is_wide = 1 < c.width().unwrap_or(0);
        // No line begins with a mark that closes.
        let closes = "，。；：、）！？”》".contains(c);
        if is_wide && !closes || word.ends_with(' ') && c != ' ' {
            put(&mut word, &mut line);
        }
        word.push(c);
    }
    put(&mut word, &mut line);
    lines.push(line);
    lines
}

/// How many columns the terminal has that the standard output is; none where it is none.
pub(crate) fn terminal() -> Option<usize> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_within_their_columns() {
        assert_eq!(wrapped("备案，号码", 6), ["备案，", "号码"]);
        assert_eq!(wrapped("a filing of a site", 9), ["a filing", "of a site"]);
        assert_eq!(wrapped("", 9), [""]);
        let text = "在 beian.miit.gov.cn 的“短信核验”填验证码、手机号，within the day of it。";
        for to in 20..60 {
            let lines = wrapped(text, to);
            assert!(lines.iter().all(|line| width(line) <= to + 2), "{to}: {lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(padded("备案", 6), "备案  ");
        assert_eq!(padded("备案号码", 6), "备案号码");
        assert_eq!(fitted("备案号码", 6), "备案…");
        assert_eq!(fitted("abcdef", 6), "abcdef");
        assert_eq!(fitted("abcdefg", 6), "abcde…");
        for to in 0..12 {
            assert!(width(&fitted("备a案b号c码", to)) <= to.max(1));
        }
    }
}
