//! S146: the name of a service claims to be official, and not of its organiser.

use super::common::{Name, weight};
use crate::law::NAME_PAGES;
use crate::model::Service;
use crate::names::province::PROVINCES;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::spelling::folded;
use crate::tables::{Fault, Match, NameRow, Who, WordList};
use crate::words;
use crate::words::Words;

/// The name of a service claims to be official, and not of its organiser.
pub static RULE: Rule = Rule {
    code: "S146",
    name: "name-claims-official",
    severity: Severity::Note,
    title: Words::fixed(
        "服务名称自称官方，却不是主办单位的官方",
        "the name of a service claims to be official, and not of its organiser",
    ),
    demand: Words::fixed(
        "名称不能让人误会是谁办的。单位写全称或简称，后面以官网、官方网站、官方商城等结尾的，没有问题，\
         有的省还要求这样写；官方、官网在最前面，后面还有别的词，或前面不是主办单位的名称的，看不出是谁的官方。\
         个人的网站不用官方二字。找不到明文，只作提示；有名称依据（name_proof）的不算",
        "A name may not mislead about who stands behind it. An organisation's full or short name that ends in 官网, \
         官方网站, 官方商城 and the like is in order, and asked for in some places; where 官方 or 官网 comes first, is \
         followed by something else, or stands after another name, it does not say whose it is. A person's site does \
         not use 官方. No text that says so was found, so that it is a note; a proof of the name (`name_proof`) \
         settles it",
    ),
    help: Words::fixed(
        "写成“主办单位全称或简称＋官网”，或去掉官方、官网；确有授权的，写进 name_proof",
        "write the organiser's full or short name and 官网 after it, or leave the word out; if there is a licence to \
         use the name, enter it in `name_proof`",
    ),
    sources: &[NAME_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("官网后面还有别的词", "another word after 官网"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例官网好物"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 示例官网好物",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("主办单位简称的官网", "the organiser's short name and 官网"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 杭州示例官网"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 杭州示例官网",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(name) = Name::of(case, service) else { return };
    let proven = name.who == Who::Organisation && !service.name_proof.is_absent();
    let found = name.words(case, Fault::Official);
    let claims = |(word, row): &(&str, &NameRow)| row.how != Match::Official || !is_own(case, service, word, row);
    let Some((word, row)) = found.into_iter().find(claims).filter(|_| !proven) else { return };
    let text = &name.text.value;
    let said = if name.who == Who::Individual {
        words!("个人的服务名称“{text}”里有“{word}”", "the name {text} of a person's service holds {word}")
    } else {
        words!(
            "名称“{text}”里的“{word}”不在主办单位名称之后的结尾，看不出是谁的官方",
            "in the name {text}, {word} does not end the name of the organiser: it does not say whose it is"
        )
    };
    report.at(name.text.place, said).at_most(weight(service, &row.provenance)).rests_on(row, case.tables);
}

/// Whether the organiser speaks for itself: its own name stands before the word, and a lawful ending after it.
fn is_own(case: &Case<'_>, service: &Service, word: &str, row: &NameRow) -> bool {
    let (Some(name), Some(organiser)) = (service.name.known(), case.subject.particulars.value.name.known()) else {
        return true;
    };
    let name = folded(name);
    let Some((before, rest)) = name.find(word).and_then(|at| name.split_at_checked(at)) else { return true };
    let (before, rest) = (before.trim_end_matches(['(', '-']), rest.trim_end_matches(')'));
    let ends = row.except.iter().any(|ending| *folded(ending) == *rest);
    ends && (is_part_of(case, before, &folded(organiser)) || is_in_a_domain(service, before))
}

/// Whether two letters of a name stand together in that of the organiser, and name more than a place.
fn is_part_of(case: &Case<'_>, name: &str, organiser: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let is_place = |pair: &str| {
        PROVINCES.iter().any(|province| province.short_zh.contains(pair))
            || case.tables.words.any(WordList::CityNames, case.today, |city| city.contains(pair)) == Some(true)
    };
    let mut pairs = letters.windows(2).map(|pair| pair.iter().collect::<String>());
    pairs.any(|pair| organiser.contains(&pair) && !is_place(&pair))
}

/// Whether a brand in Latin letters is what a domain of the service begins with.
fn is_in_a_domain(service: &Service, name: &str) -> bool {
    let brand: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let begins = |domain: &str| domain.split('.').any(|label| label.starts_with(&*brand));
    2 <= brand.len() && service.domains.items().iter().any(|domain| begins(&folded(&domain.value)))
}
