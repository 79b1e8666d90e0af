//! S113: the name of a service holds signs.

use super::common::{Name, is_registered, weight};
use super::name_is_domain::looks_like_domain;
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::spelling::bare;
use crate::tables::{Fault, Match};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

/// The name of a service holds signs.
pub static RULE: Rule = Rule {
    code: "S113",
    name: "name-with-signs",
    severity: Severity::Warning,
    title: Words::fixed("服务名称里有特殊符号", "the name of a service holds signs"),
    demand: Words::fixed(
        "网站名称只用汉字、字母、数字和连字符，App 名称不用表情符号；单位登记名称里的括号除外",
        "The name of a website has Han characters, letters, digits and hyphens only, that of an App no emoji; brackets \
         of the registered name are excepted",
    ),
    help: Words::fixed("去掉符号", "leave the sign out"),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("带星号", "with a star"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例★好物铺"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例★好物铺",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("没有符号", "without signs"),
        given: &[Given::Stands { file: "example/services.yaml", text: "name: 示例好物铺" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let text = &*name.text.value;
    let website = name.kind == Some(ServiceKind::Website);
    let odd = |c: char| if website { !c.is_alphanumeric() && !matches!(c, '-' | ' ') } else { is_pictorial(c) };
    // A radical in the place of an ideograph is no sign; another rule names it.
    let seems = |c: char| bare(c.encode_utf8(&mut [0; 4])).chars().any(odd);
    let Some(sign) = text.chars().find(|c| odd(*c) && seems(*c)) else { return };
    if is_registered(case, sign.encode_utf8(&mut [0; 4])) || looks_like_domain(text) {
        return;
    }
    if let Some(row) = name.row(case, Fault::Signs, Match::OddLetters) {
        let said = words!("名称“{text}”里有符号“{sign}”", "the name {text} holds the sign {sign}");
        report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(row, case.tables);
    }
}

/// Whether a character is an emoji, a dingbat or of no script at all.
const fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{fe0f}' | '\u{fffd}' | '\u{1f000}'..='\u{1ffff}')
}
