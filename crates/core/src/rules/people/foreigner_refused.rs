//! P211: a foreigner files in a province that takes none.

use super::common::{is_foreigner, principal};
use super::examples::{HEBEI, individual};
use crate::law::{HUAWEI_GUIDE, PROVINCE_PAGES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::asked::{ask, asker};
use crate::tables::Demand;
use crate::words;
use crate::words::Words;

/// A foreigner files in a province that takes none.
pub static RULE: Rule = Rule {
    code: "P211",
    name: "foreigner-refused",
    severity: Severity::Warning,
    title: Words::fixed("外国人在不收外国人的省备案", "a foreigner files in a province that takes none"),
    demand: Words::fixed(
        "有的省不收外国人个人备案（各省：docs/practice.md 的 `foreigners`）",
        "Some provinces take no foreigner as an individual (which ones: `foreigners` in docs/practice.md)",
    ),
    help: Words::fixed("由中国公民或境内单位备案", "file as a citizen or as an organisation"),
    sources: &[PROVINCE_PAGES.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("持护照在河北备案", "with a passport in Hebei"),
        given: individual!(
            HEBEI,
            "E12**5678",
            Given::Edit { file: "example/subject.yaml", old: "  kind: 居民身份证", new: "  kind: 护照" },
            Given::Edit { file: "example/people.yaml", old: "    kind: 居民身份证", new: "    kind: 护照" },
            Given::Edit { file: "example/subject.yaml", old: "from: 2015-06-01", new: "from: 2025-06-01" },
            Given::Edit { file: "example/people.yaml", old: "from: 2015-06-01", new: "from: 2025-06-01" },
            Given::Edit { file: "example/domains.yaml", old: "      kind: 居民身份证", new: "      kind: 护照" },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "subject/certificate/kind: 居民身份证",
                new: "subject/certificate/kind: 护照"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "  - kind: 居民身份证",
                new: "  - kind: 护照"
            }
        ),
        finds: &["example/people/zhang/certificate/kind"],
    },
    keeps: Example {
        shows: Words::fixed("中国公民", "a citizen"),
        given: individual!(HEBEI, "130***********0018"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((key, person)) = principal(case).filter(|(_, person)| is_foreigner(&person.value)) else { return };
    let Some(row) = ask(case, Demand::Foreigners) else { return };
    let Some(kind) = person.value.certificate.known().and_then(|it| it.kind.placed()) else { return };
    let (Words { zh, en }, key, term) = (asker(case, row), &key.value, kind.value);
    let said = words!("{key} 持{term}，{zh}不收外国人备案", "`{key}` holds {term}, but {en} takes no foreigners");
    report.at(kind.place, said).rests_on(row, case.tables);
}
