//! The digits of a number, whatever script somebody wrote them in.

/// The first of ten digits that stand side by side in Unicode: the scripts and styles in which
/// telephones are typed or copied.
const ZEROS: [char; 12] = [
    '\u{660}',
    '\u{6f0}',
    '\u{966}',
    '\u{9e6}',
    '\u{e50}',
    '\u{ff10}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{2080}',
];

/// The first of nine digits from one on: in circles, brackets and with a stop.
const ONES: [char; 6] = ['①', '⑴', '⒈', '❶', '➀', '➊'];

/// Numerals that stand one by one: small, capital and spoken.
const NUMERALS: [&str; 10] =
    ["〇零○◯０⓪⁰", "一壹弌幺¹", "二贰貳弐两²", "三叁參叄³", "四肆⁴", "五伍⁵", "六陆陸⁶", "七柒⁷", "八捌⁸", "九玖⁹"];

/// The digit that a character stands for.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let offset = |first: char| u32::from(c).checked_sub(u32::from(first));
    let ten = ZEROS.iter().find_map(|zero| offset(*zero).filter(|n| *n < 10));
    let nine = || ONES.iter().find_map(|one| offset(*one).filter(|n| *n < 9).map(|n| n + 1));
    let alone = || NUMERALS.iter().position(|all| all.contains(c)).and_then(|n| u32::try_from(n).ok());
    ten.or_else(nine).or_else(alone).and_then(|n| char::from_digit(n, 10))
}

/// Whether a character is the X that ends an identity number, or is written for it.
pub(super) const fn is_final_x(c: char) -> bool {
    matches!(c, 'x' | 'X' | '×' | 'Ⅹ' | 'ⅹ' | 'Х' | 'х' | '✕')
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
}
