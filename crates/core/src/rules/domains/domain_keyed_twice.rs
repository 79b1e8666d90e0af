//! D106: one domain stands under two keys.

use crate::law::{Article, RECORD_FORMAT, RFC_5890};
use crate::names::DomainName;
use crate::record::Place;
use crate::rule::{Case, Check, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One domain stands under two keys.
pub static RULE: Rule = Rule {
    code: "D106",
    name: "domain-keyed-twice",
    severity: Severity::Error,
    title: Words::fixed("同一个域名记了两条", "one domain stands under two keys"),
    demand: Words::fixed(
        "域名按 ASCII 形式比较；可读形式和 xn-- 形式、大写和小写是同一个域名，只能有一条记录",
        "Domains are compared in their ASCII form: the readable and the xn-- spelling, capitals and small letters are \
         one domain and one record",
    ),
    help: Words::fixed("把两条并成一条，键写可读的小写形式", "merge the two under the readable form in small letters"),
    sources: &[RECORD_FORMAT.whole(), RFC_5890.at(Article::Section("2.3.2.4"))],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("又用大写记了一条", "a second entry in capital letters"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "shop.example:\n",
            new: yaml! {r#"
                shop.example:
                  registrar: 阿里云
                  registered: 2020-11-02
                  holder:
                    name: 杭州示例网络科技有限公司
                    certificate:
                      kind: 营业执照
                      number: "91330106MA0EXAMP12"
                    relation: 主办单位
                  verified: 2020-11-10
                  expires: 2029-11-02
                Shop.Example:
            "#},
        }],
        finds: &["example/domains/Shop.Example"],
    },
    keeps: Example {
        shows: Words::fixed("可读的小写域名", "a readable domain in small letters"),
        given: &[Given::Stands { file: "example/domains.yaml", text: "shop.example:" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let domains = &case.subject.domains;
    // Keys differ as texts, so two plain ones differ as domains.
    if domains.len() < 2 || domains.iter().all(|(key, _)| DomainName::is_plain(key)) {
        return;
    }
    let mut seen: BTreeMap<DomainName, (&str, Place)> = BTreeMap::new();
    for (key, entry) in domains.iter() {
        let Ok(domain) = DomainName::parse(key) else { continue };
        match seen.entry(domain) {
            Entry::Vacant(place) => {
                place.insert((key, entry.place));
            }
            Entry::Occupied(first) => {
                let (domain, one) = (first.key(), *first.get());
                let two = (key, entry.place);
                // The key that is no readable form is the one to go.
                let ((odd, at), (kept, there)) = if key == domain.readable() { (one, two) } else { (two, one) };
                report
                    .at(at, words!("“{odd}”和“{kept}”是同一个域名", "`{odd}` and `{kept}` are one domain"))
                    .at_most(case.most())
                    .related(there, Words::fixed("另一条在这里", "the other entry"));
            }
        }
    }
}
