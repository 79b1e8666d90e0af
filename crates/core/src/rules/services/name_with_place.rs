//! S118: the name of a service uses the name of a place.

use super::common::{Name, is_registered, weight};
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::names::province::PROVINCES;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::people::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::tables::{Fault, Match, Who, WordList};
use crate::words;
use crate::words::Words;

/// The name of a service uses the name of a place.
pub static RULE: Rule = Rule {
    code: "S118",
    name: "name-with-place",
    severity: Severity::Warning,
    title: Words::fixed("服务名称用了地名", "the name of a service uses the name of a place"),
    demand: Words::fixed(
        "个人网站的名称不用省、市等行政区名；有的省里单位也要有相应的资格。登记名称里有这个地名，或在 name_proof \
         写了依据的，不算。这里只认省级和地级市的名称，与常用词相同的市名不算",
        "The name of an individual's website has no province or city in it; in some provinces organisations need \
         a right to it as well. A place in the registered name and a proof in `name_proof` are excepted. \
         Provinces and cities of the prefecture level are known here, without those that are common words",
    ),
    help: Words::fixed("去掉地名", "leave the place out"),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("个人网站叫浙江", "an individual's website named after Zhejiang"),
        given: individual!(
            ZHEJIANG,
            OF_ZHEJIANG,
            Given::Edit {
                file: "example/services.yaml", old: "name: 张示例的示例手记", new: "name: 浙江旅行手记"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 张示例的示例手记",
                new: "services/shop/name: 浙江旅行手记"
            }
        ),
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("没有地名", "without a place"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let Some(row) = name.row(case, Fault::Place, Match::Place) else { return };
    let text = &*name.text.value;
    let province = || PROVINCES.iter().map(|province| province.short_zh).find(|name| text.contains(name));
    // A city of its own name is what manuals speak of as well; districts and villages nobody lists.
    let city = || case.tables.words.first(WordList::CityNames, text, case.today, |_| true).map(|(city, _)| city);
    let Some(place) = province().or_else(city) else { return };
    let proven = name.who == Who::Organisation && !named.record.name_proof.is_absent();
    if proven || is_registered(case, place) {
        return;
    }
    let said = words!("名称“{text}”用了地名“{place}”", "the name {text} uses the place {place}");
    report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(row, case.tables);
}
