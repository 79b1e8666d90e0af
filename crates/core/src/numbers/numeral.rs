//! The digits of a number, whatever script somebody wrote them in.

use crate::spelling::LowBits;

/// Numerals that stand one by one: small, capital and spoken.
const NUMERALS: [(char, u32); 41] = [
    ('〇', 0),
    ('零', 0),
    ('○', 0),
    ('◯', 0),
    ('⓪', 0),
    ('⁰', 0),
    ('一', 1),
    ('壹', 1),
    ('弌', 1),
    ('幺', 1),
    ('¹', 1),
    ('二', 2),
    ('贰', 2),
    ('貳', 2),
    ('弐', 2),
    ('两', 2),
    ('²', 2),
    ('三', 3),
    ('叁', 3),
    ('參', 3),
    ('叄', 3),
    ('³', 3),
    ('四', 4),
    ('肆', 4),
    ('⁴', 4),
    ('五', 5),
    ('伍', 5),
    ('⁵', 5),
    ('六', 6),
    ('陆', 6),
    ('陸', 6),
    ('⁶', 6),
    ('七', 7),
    ('柒', 7),
    ('⁷', 7),
    ('八', 8),
    ('捌', 8),
    ('⁸', 8),
    ('九', 9),
    ('玖', 9),
    ('⁹', 9),
];

/// The low bits of the numerals: every character of every free text passes here, and nearly all
/// are told apart by a look at these.
pub(super) const LOW_BITS: LowBits = {
    let mut bits = LowBits::NONE;
    let mut n = 0;
    while n < NUMERALS.len() {
        bits = bits.with(NUMERALS[n].0);
        n += 1;
    }
    bits
};

/// The digit that a character stands for.
#[inline]
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    numeral(c).or_else(|| styled(c)).and_then(|digit| char::from_digit(digit, 10))
}

#[inline]
fn numeral(c: char) -> Option<u32> {
    let found = || NUMERALS.iter().find_map(|(numeral, digit)| (*numeral == c).then_some(*digit));
    if LOW_BITS.may_hold(c) { found() } else { None }
}

/// The digit of a script or style that has them side by side.
fn styled(c: char) -> Option<u32> {
    let from = |first: char| u32::from(c) - u32::from(first);
    Some(match c {
        '\u{4e00}'..='\u{9fff}' => return None,
        '０'..='９' => from('０'),
        '\u{660}'..='\u{669}' => from('\u{660}'),
        '\u{6f0}'..='\u{6f9}' => from('\u{6f0}'),
        '\u{966}'..='\u{96f}' => from('\u{966}'),
        '\u{9e6}'..='\u{9ef}' => from('\u{9e6}'),
        '\u{e50}'..='\u{e59}' => from('\u{e50}'),
        // Small ones, and those of mathematics in five styles.
        '\u{2080}'..='\u{2089}' => from('\u{2080}'),
        '\u{1d7ce}'..='\u{1d7ff}' => from('\u{1d7ce}') % 10,
        // In circles, in brackets and with a stop.
        '①'..='⑨' => from('①') + 1,
        '⑴'..='⑼' => from('⑴') + 1,
        '⒈'..='⒐' => from('⒈') + 1,
        '❶'..='❾' => from('❶') + 1,
        '➀'..='➈' => from('➀') + 1,
        '➊'..='➒' => from('➊') + 1,
        _ => return None,
    })
}

/// Whether two digits that stand side by side are of one number: a name may end in a numeral (张三), and a unit in a
/// raised one, right before a number in other digits.
pub(super) fn is_one_script(one: char, other: char) -> bool {
    script(one) == script(other)
}

fn script(c: char) -> u32 {
    match c {
        _ if c.is_ascii() => 0,
        '²' | '³' | '¹' | '\u{2070}'..='\u{2079}' => 1,
        '\u{2460}'..='\u{2793}' => 2,
        _ if numeral(c).is_some() => 3,
        // The digits of one script or style stand in one block.
        _ => u32::from(c) >> 7,
    }
}

/// Letters of other scripts that look like an X, crosses, and signs by which somebody leaves the place open.
const CROSSES: [char; 40] = [
    'x', 'X', '×', 'Ⅹ', 'ⅹ', 'Х', 'х', 'Χ', 'χ', 'Ⲭ', 'ⲭ', 'Ꭓ', 'ꭓ', '乂', 'ㄨ', '✕', '✖', '✗', '✘', '╳', '☓', '⨯',
    '⨉', '❌', '❎', 'Ⓧ', 'ⓧ', '⒳', '🄧', '🅇', '🅧', '🆇', 'ˣ', 'ₓ', '*', '?', '#', '□', '■', '●',
];

/// Whether a character is the X that ends an identity number, or is written for it.
pub(super) fn is_final_x(c: char) -> bool {
    // The letters of mathematics stand in one block, an alphabet after the other.
    let styled = matches!(c, '\u{1d400}'..='\u{1d6a3}') && (u32::from(c) - 0x1d400) % 26 == 23;
    styled || CROSSES.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_read() {
        for text in [
            "0123456789",
            "０１２３４５６７８９",
            "〇一二三四五六七八九",
            "零壹贰叁肆伍陆柒捌玖",
            "⓪①②③④⑤⑥⑦⑧⑨",
            "٠١٢٣٤٥٦٧٨٩",
            "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        ] {
            assert_eq!(text.chars().filter_map(digit).collect::<String>(), "0123456789", "{text}");
        }
        assert!("号年-xA十百".chars().all(|c| digit(c).is_none()));
    }

    #[test]
    fn an_x_is_one_in_any_script() {
        assert!("xX×ХΧ✖𝐗𝐱𝚇𝓍🅧*".chars().all(is_final_x));
        assert!("YЖΨ𝐖号，. 0".chars().all(|c| !is_final_x(c)));
    }
}
