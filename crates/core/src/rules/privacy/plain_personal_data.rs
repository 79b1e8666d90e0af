//! P101: a personal number stands in plain text.

use super::texts;
use crate::law::{Article, PIPL, RECORD_FORMAT};
use crate::model::PersonCertificate;
use crate::numbers::mask;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;

/// A personal number stands in plain text.
pub static RULE: Rule = Rule {
    code: "P101",
    name: "plain-personal-data",
    severity: Severity::Warning,
    title: Words::fixed("个人号码以明文写在记录里", "a personal number stands in plain text"),
    demand: Words::fixed(
        "git 会永远保留写入的内容，而个人信息只应保留必要的时间并采取去标识化等措施。法律没有逐字禁止明文，\
         所以这里是警告",
        "git keeps for ever what it is given, while personal information is kept no longer than needed and protected \
         by measures such as de-identification. The law does not forbid plain text in so many words, so this is a \
         warning",
    ),
    help: Words::fixed(
        "只留前三位和后四位，中间用星号；原件留在保管处。已提交的明文可以单独遮盖",
        "keep the first three and the last four characters and put stars between; the original stays where it is kept. \
         What was committed may be masked by a commit of its own",
    ),
    sources: &[PIPL.articles(&[Article::new(6), Article::new(19), Article::new(51)]), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("完整的手机号", "a mobile number in full"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: "mobile: \"138****0001\"",
            new: "mobile: \"13800000001\"",
        }],
        finds: &["example/people/zhang/mobile"],
    },
    keeps: Example {
        shows: Words::fixed("遮盖的手机号", "a masked one"),
        given: &[Given::Stands { file: "example/people.yaml", text: "mobile: \"138****0001\"" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    texts::each(case, &mut |place, text| {
        if may_hold(text.as_bytes())
            && let Cow::Owned(masked) = mask::hide_personal(text)
        {
            // A long text is not repeated: it may hold other things of a person.
            let message = if masked.chars().count() <= 24 {
                words!(
                    "这里有完整的个人号码，应写成“{masked}”",
                    "a personal number stands here in full; write `{masked}`"
                )
            } else {
                Words::fixed("这段文字里有完整的个人号码", "this text holds a personal number in full")
            };
            report.at(place, message);
        }
    });
    for (_, person) in case.subject.people.iter() {
        if let Some(certificate) = person.value.certificate.known() {
            judge(certificate, report);
        }
    }
}

/// Whether a byte calls for a closer look: of a full-width character, an entity or an escape.
const fn is_closer(byte: u8) -> bool {
    matches!(byte, 0xef | b'&' | b'\\')
}

/// What each byte adds to what a text is looked at for: a digit one, and what calls for a closer
/// look as much as all the digits of a permit.
const WEIGHT: [u8; 256] = {
    let (mut weights, mut byte) = ([0; 256], 0_u8);
    loop {
        if byte.is_ascii_digit() {
            weights[byte as usize] = 1;
        } else if is_closer(byte) {
            weights[byte as usize] = LEAST;
        }
        if byte == u8::MAX {
            break weights;
        }
        byte += 1;
    }
};

/// The digits of the shortest personal number, a permit's.
const LEAST: u8 = 8;

/// Whether a text can hold a personal number: eleven digits with nothing but what groups
/// them between, or a permit's letter and eight. Most texts are done with here.
fn may_hold(text: &[u8]) -> bool {
    // Full-width digits, entities and escapes are for a closer look. Weighing all bytes costs
    // less than following them one by one, and is all that most texts need.
    let weight = || text.iter().map(|byte| u64::from(WEIGHT[usize::from(*byte)])).sum::<u64>();
    if text.len() < usize::from(LEAST) || weight() < u64::from(LEAST) {
        return false;
    }
    let (mut digits, mut permit) = (0, false);
    for byte in text {
        match byte {
            b'0'..=b'9' => digits += 1,
            byte if is_closer(*byte) => return true,
            // Blanks, dashes and their wide kin group digits.
            b' ' | b'-' | b'\t' | 0x80..=0xbf | 0xc2 | 0xe2 | 0xe3 => {}
            letter => (digits, permit) = (0, matches!(letter, b'H' | b'M' | b'h' | b'm')),
        }
        if 11 <= digits || (permit && 8 <= digits) {
            return true;
        }
    }
    false
}

/// Passports and permits have no form of their own by which a text could be searched for
/// them, so that their kind must say what they are.
fn judge(certificate: &PersonCertificate, report: &mut Report<'_>) {
    let (Some(number), Some(kind)) = (certificate.number.placed(), certificate.kind.known()) else { return };
    let formless = matches!(
        kind,
        Kind::Passport | Kind::MainlandPermitTaiwan | Kind::MainlandPermitHongKongMacao | Kind::ForeignResidence
    );
    let text = &number.value;
    let seen = || matches!(mask::hide_personal(text), Cow::Owned(_));
    if formless && !text.contains(['*', '＊']) && text.contains(|c: char| c.is_ascii_digit()) && !seen() {
        report.at(
            number.place,
            words!(
                "{kind}的号码以明文写在这里，请遮盖中间各位",
                "the number of a certificate ({kind}) stands here in full; mask its middle"
            ),
        );
    }
}
