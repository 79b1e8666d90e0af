//! P101: a personal number stands in plain text.

use super::texts;
use crate::law::{Article, PIPL, RECORD_FORMAT};
use crate::model::PersonCertificate;
use crate::numbers::mask;
use crate::personal::Veil;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::CertificateKind as Kind;
use crate::words;
use crate::words::Words;
use std::borrow::Cow;
use std::cell::OnceCell;

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
    let open = OnceCell::new();
    let keep = |number: &str| {
        let open = || open.get_or_init(|| Veil::of(case.subject)).open().iter().any(|open| **open == *number);
        // One that lacks its last character is told as that.
        number.len() == 17 || mask::is_surely_organisations(number) || mask::may_be_organisations(number) && open()
    };
    texts::each(case, &mut |place, text| {
        if let Cow::Owned(masked) = mask::hide_personal_but(text, &keep) {
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
