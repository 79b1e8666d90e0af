//! S115: the name of a service uses words of the state.

use super::common::{Name, weight};
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::tables::{Fault, Who};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// The name of a service uses words of the state.
pub static RULE: Rule = Rule {
    code: "S115",
    name: "name-with-state-word",
    severity: Severity::Warning,
    title: Words::fixed("服务名称用了国字头或冒充机关的词", "the name of a service uses words of the state"),
    demand: Words::fixed(
        "非国家级单位的名称不以中国、中华、国家、中央、全国等开头，个人的不含这些词；像机关的名称要有机关的身份。\
         登记名称里有这个词、机关事业单位，或在 name_proof 写了依据的，不算",
        "Who is no national body does not start a name with 中国, 中华, 国家 and the like, and an individual does not \
         use them at all; names of authorities are for authorities. A word of the registered name, public bodies, and \
         a proof in `name_proof` are excepted",
    ),
    help: Words::fixed(
        "去掉这个词；有批准文件的，在 name_proof 里写明",
        "leave the word out; if there is a permission, name it in `name_proof`",
    ),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("企业的网站叫中国", "a company's website that is called 中国"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 中国示例好物铺"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 中国示例好物铺",
            },
        ],
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("写了依据", "with a proof"),
        given: &[
            Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 中国示例好物铺"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 示例好物铺",
                new: "services/shop/name: 中国示例好物铺",
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "  numbers:\n",
                new: yaml! {"
                      name_proof: 国家知识产权局商标注册证第 00000000 号
                      numbers:
                "},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let nature = case.subject.particulars.value.nature.known();
    let public =
        matches!(nature, Some(Nature::Government | Nature::Institution | Nature::MassOrganisation | Nature::Defence));
    let words = name.words(case, Fault::State);
    let Some((word, row)) = words.first() else { return };
    // An individual has no proof that would help.
    if public || (name.who == Who::Organisation && !named.record.name_proof.is_absent()) {
        return;
    }
    let text = &name.text.value;
    let said = words!("名称“{text}”用了“{word}”，没有依据", "the name {text} uses {word} without a proof");
    report.at(name.text.place, said).at_most(weight(named.record, &row.provenance)).rests_on(*row, case.tables);
}
