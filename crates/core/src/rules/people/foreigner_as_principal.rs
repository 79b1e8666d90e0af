//! P220: a foreigner is the principal of an organisation in a province that wants a citizen.

use super::common::{is_foreigner, principal};
use super::examples::{HEBEI, organisation};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker, who};
use crate::tables::{Demand, Who};
use crate::words;
use crate::words::Words;

/// A foreigner is the principal of an organisation in a province that wants a citizen.
pub static RULE: Rule = Rule {
    code: "P220",
    name: "foreigner-as-principal",
    severity: Severity::Warning,
    title: Words::fixed(
        "外国人任单位的主体负责人，该省要求境内居民",
        "a foreigner is the principal of an organisation in a province that wants a citizen",
    ),
    demand: Words::fixed(
        "有的省不收外国人作负责人：法定代表人是外国人的，要授权一位持居民身份证的人任主体负责人\
         （各省：docs/practice.md 的 `foreign-legal-representative`）",
        "Some provinces take no foreigner as principal: where the legal representative is one, somebody with an \
         identity card is authorised (which ones: `foreign-legal-representative` in docs/practice.md)",
    ),
    help: Words::fixed(
        "授权一位持居民身份证的人任主体负责人，写进 people.yaml，并备授权书",
        "authorise somebody with an identity card as principal, add that person to people.yaml, and have the \
         letter ready",
    ),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("河北，负责人持护照", "in Hebei, by passport"),
        given: organisation!(HEBEI, "91130102MA100101X4", BY_PASSPORT, PASSPORT_HANDED_IN),
        finds: &["example/subject/principal"],
    },
    keeps: Example {
        shows: Words::fixed("持居民身份证", "by the identity card of residents"),
        given: organisation!(HEBEI, "91130102MA100101X4"),
        finds: &[],
    },
};

/// The principal is known by a passport.
const BY_PASSPORT: Given = Given::Edit {
    file: "example/people.yaml",
    old: yaml! {r#"
            kind: 居民身份证
            number: "330***********0018"
            valid:
              from: 2015-06-01
              until: 2035-06-01
    "#},
    new: yaml! {r#"
            kind: 护照
            number: "E****0018"
            valid:
              from: 2020-06-01
              until: 2030-05-31
    "#},
};

/// And handed it in.
const PASSPORT_HANDED_IN: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: yaml! {"
          - kind: 居民身份证
            of: people/zhang
    "},
    new: yaml! {"
          - kind: 护照
            of: people/zhang
    "},
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    // Of individuals another rule speaks.
    if who(case) != Some(Who::Organisation) {
        return;
    }
    let Some((key, _)) = principal(case).filter(|(_, person)| is_foreigner(&person.value)) else { return };
    let Some(row) = ask(case, Demand::ForeignLegalRepresentative).filter(|row| row.says("may-authorise")) else {
        return;
    };
    let (Words { zh, en }, key, place) = (asker(case, row), &key.value, key.place);
    report
        .at(
            place,
            words!(
                "主体负责人 {key} 是外国人，{zh}要授权持居民身份证的人担任",
                "the principal, `{key}`, is a foreigner; {en} wants somebody authorised who has an identity card"
            ),
        )
        .at_most(case.most())
        .rests_on(row, case.tables);
}
