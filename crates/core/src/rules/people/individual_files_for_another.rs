//! P213: the principal of an individual is somebody else.

use super::common::principal;
use super::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::law::{Article, HUAWEI_GUIDE, MII_33};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::who;
use crate::spelling::folded;
use crate::tables::Who;
use crate::words;
use crate::words::Words;

/// The principal of an individual is somebody else.
pub static RULE: Rule = Rule {
    code: "P213",
    name: "individual-files-for-another",
    severity: Severity::Warning,
    title: Words::fixed("个人备案的负责人不是本人", "the principal of an individual is somebody else"),
    demand: Words::fixed(
        "个人备案，主办者就是本人：负责人写自己，借用他人身份的备案不真实，会被注销",
        "An individual files as oneself and is the principal; a filing under a borrowed identity is untrue and will be \
         cancelled",
    ),
    help: Words::fixed(
        "负责人写本人；确由单位开办的，以单位备案",
        "name oneself as principal; if an organisation runs it, file as that organisation",
    ),
    sources: &[MII_33.articles(&[Article::new(7), Article::new(23)]), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("负责人是另一个人", "another person as principal"),
        given: individual!(
            ZHEJIANG,
            OF_ZHEJIANG,
            Given::Edit { file: "example/people.yaml", old: "  name: 张示例\n", new: "  name: 李示例\n" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "people/zhang/name: 张示例",
                new: "people/zhang/name: 李示例"
            }
        ),
        finds: &["example/people/zhang/name"],
    },
    keeps: Example {
        shows: Words::fixed("负责人是本人", "oneself as principal"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    if who(case) != Some(Who::Individual) {
        return;
    }
    let Some(own) = case.subject.particulars.value.name.placed() else { return };
    let Some((_, person)) = principal(case) else { return };
    let Some(name) = person.value.name.placed() else { return };
    if name.value == own.value
        || is_masked(&name.value)
        || is_masked(&own.value)
        || folded(&name.value) == folded(&own.value)
    {
        return;
    }
    let (one, other) = (&own.value, &name.value);
    report
        .at(
            name.place,
            words!(
                "主体是个人“{one}”，负责人却是“{other}”",
                "the subject is the individual {one}, but the principal is {other}"
            ),
        )
        .at_most(case.most())
        .related(own.place, Words::fixed("主办者在这里", "the organiser stands here"));
}

/// Whether a name hides letters, so that it cannot be compared.
fn is_masked(name: &str) -> bool {
    name.contains(['*', '＊', '某'])
}
