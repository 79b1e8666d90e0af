//! Whether two spellings of a person's number are one number, of which digits may be hidden.

use crate::spelling::folded;

/// What two spellings of a number tell of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Both are given in full and are one number.
    Same,
    /// What is visible agrees, and digits are hidden: they can be one number, or two.
    Hidden,
    /// They are two numbers.
    Different,
}

/// Compares two numbers, whatever groups their digits. Hidden digits agree with any.
#[must_use]
pub fn alike(a: &str, b: &str) -> Alike {
    if a == b && !is_hidden(a) {
        return Alike::Same;
    }
    // Nearly all are written in these characters alone, and need no folding.
    let is_bare = |number: &str| {
        ![MOBILE + CODE, MOBILE + CODE + 2].contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*')
    };
    if is_bare(a) && is_bare(b) {
        let same = |(a, b): (u8, u8)| a.eq_ignore_ascii_case(&b) || a == b'*' || b == b'*';
        return match a.len() == b.len() && a.bytes().zip(b.bytes()).all(same) {
            false => Alike::Different,
            true if is_hidden(a) || is_hidden(b) => Alike::Hidden,
            true => Alike::Same,
        };
    }
    let (a, b) = (digits(a), digits(b));
    if a.len() != b.len() || !a.iter().zip(&b).all(|(a, b)| a == b || *a == '*' || *b == '*') {
        return Alike::Different;
    }
    if a.contains(&'*') || b.contains(&'*') { Alike::Hidden } else { Alike::Same }
}

/// Whether a number hides some of its digits.
#[must_use]
pub fn is_hidden(number: &str) -> bool {
    number.contains(['*', '＊'])
}

/// Whether one is left with nothing to compare: no letter or digit of the number is visible.
#[must_use]
pub fn is_all_hidden(number: &str) -> bool {
    !number.contains(char::is_alphanumeric)
}

/// The letters, digits and stars of a number without what groups them, and without the code of
/// the country before a mobile.
fn digits(number: &str) -> Vec<char> {
    let folded = folded(number);
    let bare: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric() || *c == '*').collect();
    let dialled = bare.strip_prefix(&['0', '0']).filter(|rest| rest.len() == MOBILE + CODE);
    let is_abroad = folded.contains('+') || bare.len() == MOBILE + CODE || dialled.is_some();
    let whole = dialled.unwrap_or(&bare);
    let national = whole.strip_prefix(&['8', '6']).filter(|rest| is_abroad && rest.len() == MOBILE);
    national.map_or_else(|| bare.clone(), <[char]>::to_vec)
}

/// How many digits a mobile has.
const MOBILE: usize = 11;

/// How many digits the code of the country has.
const CODE: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_may_be_the_one_that_fits_it() {
        for (a, b) in [
            ("138****8000", "13800138000"),
            ("110***********002X", "11010519491231002x"),
            ("138****8000", "138 **** 8000"),
            ("138****8000", "１３８＊＊＊＊８０００"),
            ("138****8000", "1380013****"),
        ] {
            assert_eq!(alike(a, b), Alike::Hidden, "{a} {b}");
        }
        for (a, b) in [
            ("138****8000", "13900138000"),
            ("138****8000", "138001380001"),
            ("138****8000", "138****8001"),
            ("13800138000", "13800138001"),
        ] {
            assert_eq!(alike(a, b), Alike::Different, "{a} {b}");
        }
    }

    #[test]
    fn what_groups_digits_is_nothing() {
        for (a, b) in [
            ("137 1234 1011", "13712341011"),
            ("+86 137-1234-1011", "13712341011"),
            ("8613712341011", "13712341011"),
            ("0571-88888888", "057188888888"),
            ("91330106ma0examp12", "91330106MA0EXAMP12"),
        ] {
            assert_eq!(alike(a, b), Alike::Same, "{a} {b}");
        }
    }
}
