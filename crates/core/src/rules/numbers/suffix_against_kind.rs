//! N109: the suffix does not fit the kind of service.

use super::written::seen;
use crate::law::{HUAWEI_GUIDE, REGISTRY};
use crate::model::Service;
use crate::numbers::ServiceKind as Suffix;
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::ServiceKind as Kind;
use crate::words;
use crate::words::Words;

/// The suffix does not fit the kind of service.
pub static RULE: Rule = Rule {
    code: "N109",
    name: "suffix-against-kind",
    severity: Severity::Warning,
    title: Words::fixed("服务号的后缀与服务类型不符", "the suffix does not fit the kind of service"),
    demand: Words::fixed(
        "网站的后缀没有字母，App 是 A，小程序是 X，快应用是 K",
        "A website's suffix has no letter, an App's has A, a mini program's X and a quick app's K",
    ),
    help: Words::fixed(
        "核对号码是不是另一个服务的，或改正服务类型",
        "check whether the number is another service's, or correct the kind",
    ),
    sources: &[REGISTRY.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("网站用了小程序的号码", "a website with the number of a mini program"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "浙ICP备2021000017号-1", new: "浙ICP备2021000017号-1X"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000017号-1",
                new: "浙ICP备2021000017号-1X",
            },
        ],
        finds: &["example/services/shop/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("网站的号码", "the number of a website"),
        given: &[Given::Stands { file: "example/services.yaml", text: "    - number: \"浙ICP备2021000017号-1\"\n" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, service: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(kind) = service.record.kind.placed() else { return };
    let own = match kind.value {
        Kind::Website => Suffix::Website,
        Kind::App => Suffix::App,
        Kind::MiniProgram => Suffix::MiniProgram,
        Kind::QuickApp => Suffix::QuickApp,
    };
    for held in service.record.numbers.items() {
        let Some(number) = held.value.number.placed() else { continue };
        let Some(suffix) = seen(&number.value).and_then(|seen| seen.service).filter(|suffix| *suffix != own) else {
            continue;
        };
        // The letters of Apps and quick apps are known from one provider only.
        let shown = |kind| matches!(kind, Suffix::Website | Suffix::MiniProgram);
        let most = if shown(own) || shown(suffix) { Severity::Warning } else { Severity::Note };
        let (text, term, here) = (&number.value, suffix.term(), kind.value);
        report
            .at(
                number.place,
                words!(
                    "“{text}”是{term}的号码，这个服务却是{here}",
                    "`{text}` is the number of a {term}, but this service is a {here}"
                ),
            )
            .at_most(most)
            .related(kind.place, Words::fixed("服务类型在这里", "the kind of service stands here"));
    }
}
