//! P105: the emergency number is the own mobile.

use crate::law::VOLCENGINE_GUIDE;
use crate::model::Person;
use crate::numbers::{Alike, alike, is_all_hidden};
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// The emergency number is the own mobile.
pub static RULE: Rule = Rule {
    code: "P105",
    name: "emergency-is-own-mobile",
    severity: Severity::Warning,
    title: Words::fixed("应急电话就是本人的手机", "the emergency number is the own mobile"),
    demand: Words::fixed(
        "应急电话要与本人的手机不同，本人联系不上时才用得上",
        "The emergency number differs from the own mobile, so that it serves when the person cannot be reached",
    ),
    help: Words::fixed(
        "换成同事或家人的电话，并写明机主和关系",
        "take a colleague's or relative's number and say whose it is",
    ),
    sources: &[VOLCENGINE_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("遮盖后看来相同", "they look alike as masked"),
        given: &[Given::Edit {
            file: "example/people.yaml",
            old: "phone: \"139****0002\"",
            new: "phone: \"138****0001\"",
        }],
        finds: &["example/people/zhang/emergency/phone"],
    },
    keeps: Example {
        shows: Words::fixed("不同的号码", "different numbers"),
        given: &[Given::Stands { file: "example/people.yaml", text: "phone: \"139****0002\"" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, person: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(mobile) = person.record.mobile.placed() else { return };
    let Some(phone) = person.record.emergency.known().and_then(|it| it.phone.placed()) else { return };
    let alike = alike(&mobile.value, &phone.value);
    if alike == Alike::Different || is_all_hidden(&mobile.value) || is_all_hidden(&phone.value) {
        return;
    }
    let own = Words::fixed("本人的手机在这里", "the own mobile stands here");
    if alike == Alike::Hidden {
        // Masked numbers that look alike need not be equal; seven digits seldom agree by chance.
        report
            .at(
                phone.place,
                Words::fixed(
                    "应急电话与本人手机露出的数字相同；遮盖的部分无从比较，请核对",
                    "the emergency number shows the same digits as the own mobile; what is masked cannot be compared, \
                     so check it",
                ),
            )
            .at_most(Severity::Note)
            .related(mobile.place, own);
    } else {
        report
            .at(phone.place, Words::fixed("应急电话就是本人的手机", "the emergency number is the own mobile"))
            .related(mobile.place, own);
    }
}
