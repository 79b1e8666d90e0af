//! The number of a person's certificate: what is wrong with it, without ever showing it.

use crate::day::Day;
use crate::numbers::{Fault, Permit, PermitKind, ResidentId};
use crate::vocabulary::CertificateKind as Kind;
use crate::words::Words;

/// What is wrong with the number of a certificate that follows GB 11643; nothing where it is
/// right, masked, of the first generation, or of a kind without a check character.
pub(in crate::rules) fn fault(kind: Kind, number: &str, today: Day) -> Option<Words> {
    let follows = match kind {
        Kind::ResidentId | Kind::ResidencePermitHongKongMacao | Kind::ResidencePermitTaiwan => true,
        // Cards issued until November 2023 have a form of their own.
        Kind::ForeignResidence => Permit::parse(number).number.is_none_or(|it| it.kind() != PermitKind::Foreigner),
        _ => false,
    };
    if !follows || number.contains(['*', '＊']) {
        return None;
    }
    let reading = ResidentId::parse(number, today.year());
    let of = |faults: &[Fault]| faults.iter().copied().find(|fault| reading.faults.contains(fault));
    if of(&[Fault::FirstGeneration]).is_some() {
        return None;
    }
    Some(match of(&[Fault::Length, Fault::Letter, Fault::NoSuchArea, Fault::NoSuchDate, Fault::CheckDigit]) {
        Some(Fault::Length) => Words::fixed("证件号码不是 18 位", "the identity number does not have 18 characters"),
        Some(Fault::Letter) => Words::fixed(
            "证件号码里有不能用的字符，只有末位可以是 X",
            "the identity number holds a character that cannot stand there; only the last may be X",
        ),
        Some(Fault::NoSuchArea) => {
            Words::fixed("证件号码的前两位不是地区代码", "the identity number starts with no region's code")
        }
        Some(Fault::NoSuchDate) => Words::fixed(
            "证件号码第 7 至 14 位不是可能的出生日期",
            "characters 7 to 14 of the identity number are no possible date of birth",
        ),
        // Which character would be right is not said: it would help to make numbers up.
        Some(_) => Words::fixed(
            "证件号码的校验位不对，有字符抄错了",
            "the check character of the identity number is wrong: some character was copied wrongly",
        ),
        None if !prefix_fits(kind, number) => Words::fixed(
            "证件号码与证件类型不符：港澳居民居住证以 81 或 82 开头，台湾居民居住证以 83 开头，外国人永久居留身份证以 \
             9 开头",
            "the number does not fit the kind: permits of Hong Kong and Macao people start with 81 or 82, of Taiwan \
             people with 83, cards of foreigners with 9",
        ),
        None if of(&[Fault::Fullwidth, Fault::Dash, Fault::Case, Fault::Space]).is_some() => Words::fixed(
            "证件号码要连写，用半角数字和大写 X",
            "an identity number is written without blanks, with plain digits and a capital X",
        ),
        None => return None,
    })
}

/// How many characters the number of such a certificate can have; nothing where none is known.
pub(super) const fn lengths(kind: Kind) -> &'static [usize] {
    match kind {
        // Numbers of the first generation have 15.
        Kind::ResidentId => &[15, 18],
        Kind::ResidencePermitHongKongMacao | Kind::ResidencePermitTaiwan => &[18],
        // So had the cards issued until November 2023.
        Kind::ForeignResidence => &[15, 18],
        _ => &[],
    }
}

/// Whether digits, of which some are stars, begin as a mobile number does.
pub(super) fn is_mobile(digits: &[char]) -> bool {
    matches!(digits, ['1', '3'..='9', ..])
}

fn prefix_fits(kind: Kind, number: &str) -> bool {
    match kind {
        Kind::ResidencePermitHongKongMacao => number.starts_with("81") || number.starts_with("82"),
        Kind::ResidencePermitTaiwan => number.starts_with("83"),
        Kind::ForeignResidence => number.starts_with('9'),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day::of(2026, 11, 21);

    #[test]
    fn right_masked_and_formless_numbers_have_no_fault() {
        // From the standard and from libraries: nobody's numbers.
        for (kind, number) in [
            (Kind::ResidentId, "11010519491231002X"),
            (Kind::ResidentId, "440524188001010014"),
            (Kind::ResidentId, "110***********002X"),
            (Kind::ResidentId, "11010519491231****"),
            (Kind::ResidentId, "130503670401001"),
            (Kind::ResidencePermitHongKongMacao, "810000199408230021"),
            (Kind::ResidencePermitTaiwan, "830000199201300022"),
            (Kind::ForeignResidence, "911124198108030024"),
            (Kind::ForeignResidence, "ABC123456789012"),
            (Kind::Passport, "E00000000"),
            (Kind::MainlandPermitTaiwan, "00000000"),
        ] {
            assert_eq!(fault(kind, number, TODAY), None, "{kind} {number}");
        }
    }

    #[test]
    fn no_message_shows_the_number() {
        for (kind, number) in [
            (Kind::ResidentId, "110105194912310021"),
            (Kind::ResidentId, "11010519491331002X"),
            (Kind::ResidentId, "1101051949123100"),
            (Kind::ResidentId, "11010519491231O02X"),
            (Kind::ResidentId, "11010519491231002x"),
            (Kind::ResidentId, "110105 19491231 002X"),
            (Kind::ResidentId, "000105194912310021"),
            (Kind::ResidencePermitHongKongMacao, "11010519491231002X"),
            (Kind::ResidencePermitTaiwan, "810000199408230021"),
            (Kind::ForeignResidence, "11010519491231002X"),
        ] {
            let Words { zh, en } = fault(kind, number, TODAY).expect(number);
            for words in [zh, en] {
                assert!(!words.contains("1949") && !words.contains("1994") && !words.contains(number), "{words}");
            }
        }
    }
}
