//! The form in which what a field holds of a person is shown: no shorter and no longer, so that
//! marks under a line stay where they are.

use super::field::Held;
use crate::names::Province;

/// No mask leaves more letters and digits than this.
const MOST_SHOWN: usize = 7;

/// The masked form of what stands in such a field, whatever it looks like.
pub(super) fn hidden(held: Held, text: &str) -> String {
    match held {
        Held::Number | Held::Telephone => number(text),
        Held::Mail => mail(text),
        Held::Address => address(text),
    }
}

/// What somebody masked already stays as it is. Of the rest a few letters and digits at either
/// end are left, by which those who know the number know it again, and never half of them. A star
/// stands for one of them, so that what is masked again stays the same.
fn number(text: &str) -> String {
    let is_star = |c: char| matches!(c, '*' | '＊');
    let shown = text.chars().filter(|c| c.is_alphanumeric()).count();
    let stars = text.chars().filter(|c| is_star(*c)).count();
    if MOST_SHOWN <= stars + 3 && shown <= MOST_SHOWN {
        return text.to_owned();
    }
    let count = shown + stars;
    let (first, last) = match count {
        0..=4 => (0, 0),
        5..=7 => (0, 2),
        8 => (1, 2),
        9 | 10 => (1, 3),
        _ => (3, 4),
    };
    starred(text, |c| c.is_alphanumeric() || is_star(c), |at| at < first || count <= at + last)
}

/// A mail address: its first character, and where it goes.
fn mail(text: &str) -> String {
    match text.rsplit_once('@') {
        Some((user, host)) if !host.is_empty() => {
            let long = 1 < user.chars().count();
            starred(user, |c| !c.is_whitespace(), |at| long && at == 0) + "@" + host
        }
        _ => starred(text, |c| !c.is_whitespace(), |_| false),
    }
}

/// Where somebody lives: the province, or nothing.
fn address(text: &str) -> String {
    let province = |len: usize| text.chars().take(len).collect::<String>();
    let named = (2..=8).rev().find(|len| Province::of_name(&province(*len)).is_some()).unwrap_or(0);
    starred(text, |c| !c.is_whitespace(), |at| at < named)
}

/// A text with stars for those of some characters that are not shown, which are told by their
/// number among them.
fn starred(text: &str, counts: impl Fn(char) -> bool, is_shown: impl Fn(usize) -> bool) -> String {
    let mut seen = 0;
    let one = |c: char| {
        if !counts(c) {
            return c;
        }
        seen += 1;
        if is_shown(seen - 1) { c } else { '*' }
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_masked_stays_as_it_is(
            held in prop::sample::select(&[Held::Number, Held::Telephone, Held::Mail, Held::Address][..]),
            text in "[0-9A-Ha-h一二*＊@. 浙江省京-]{0,20}",
        ) {
            let once = hidden(held, &text);
            prop_assert_eq!(hidden(held, &once), once, "{}", text);
        }
    }

    #[test]
    fn whatever_stands_in_a_field_is_masked() {
        for (held, text, shown) in [
            (Held::Number, "11010519491231002X", "110***********002X"),
            (Held::Number, "E12345678", "E*****678"),
            (Held::Number, "01234567", "0*****67"),
            (Held::Number, "11010519491231002", "110**********1002"),
            (Held::Number, "1101", "****"),
            (Held::Number, "110***********002X", "110***********002X"),
            (Held::Number, "12345", "***45"),
            (Held::Number, "***45", "***45"),
            (Held::Number, "123456789**", "123****89**"),
            (Held::Telephone, "13800138000", "138****8000"),
            (Held::Telephone, "138.0013.8000", "138.****.8000"),
            (Held::Telephone, "0574-87654321", "057*-****4321"),
            (Held::Telephone, "一三八零零一三八零零零", "一三八****八零零零"),
            (Held::Telephone, "ask the porter", "ask *** **rter"),
            (Held::Mail, "zhang.san@mail.example", "z********@mail.example"),
            (Held::Mail, "z@mail.example", "*@mail.example"),
            (Held::Mail, "zhang.san", "*********"),
            (Held::Address, "浙江省宁波市范例大道 201 号", "浙江省******* *** *"),
            (Held::Address, "宁波市范例大道", "*******"),
        ] {
            assert_eq!(hidden(held, text), shown, "{text}");
        }
    }
}
