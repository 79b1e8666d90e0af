//! D103: a domain holds letters that pass for Latin ones.

use super::examples::renamed;
use crate::law::{Article, RFC_5890};
use crate::model::Domain;
use crate::names::{DomainFault, DomainName};
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A domain holds letters that pass for Latin ones.
pub static RULE: Rule = Rule {
    code: "D103",
    name: "look-alike-domain",
    severity: Severity::Warning,
    title: Words::fixed("域名里有貌似拉丁字母的其他字母", "a domain holds letters that pass for Latin ones"),
    demand: Words::fixed(
        "西里尔、希腊等字母有许多与拉丁字母同形；备案系统比的是编码，混进一个就是另一个域名",
        "Many Cyrillic and Greek letters look like Latin ones; the registry compares code points, so a single one \
         makes another domain",
    ),
    help: Words::fixed(
        "用键盘重新输入这个域名；确实注册了这样的域名，可在 beian.yaml 里写明豁免",
        "type the name anew; if such a name is really registered, waive this in beian.yaml",
    ),
    sources: &[RFC_5890.at(Article::Section("4.4"))],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("о 是西里尔字母", "the `о` is Cyrillic"),
        given: renamed!("shоp.example"),
        finds: &["example/domains/shоp.example"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    if named.key.is_ascii() && !named.key.contains("xn--") {
        return;
    }
    let Ok(reading) = DomainName::read(named.key) else { return };
    let twin = |fault: &&DomainFault| matches!(fault, DomainFault::MixedScript | DomainFault::LookAlike);
    let Some(fault) = reading.faults.iter().find(twin) else { return };
    let (key, ascii, why) = (named.key, reading.domain.ascii(), fault.words());
    let (zh, en) = (&why.zh, &why.en);
    report.at(named.place, words!("“{key}”（{ascii}）：{zh}", "`{key}` ({ascii}): {en}")).at_most(case.most());
}
