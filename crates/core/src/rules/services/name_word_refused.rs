//! S116: the name of a service uses a word that is refused.

use super::common::{Name, weight};
use crate::law::{MIIT_2009, NAME_PAGES};
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::people::examples::{OF_ZHEJIANG, ZHEJIANG, individual};
use crate::tables::{Fault, Who};
use crate::words;
use crate::words::Words;

/// The name of a service uses a word that is refused.
pub static RULE: Rule = Rule {
    code: "S116",
    name: "name-word-refused",
    severity: Severity::Warning,
    title: Words::fixed("服务名称用了这类主体不能用的词", "the name of a service uses a word that is refused"),
    demand: Words::fixed(
        "个人网站的名称不用公司、集团、商城、论坛、平台、资讯等像单位或像经营的词；谁都不用反腐、赌博等词；\
         部分省还有自己的词表。博客一词各处说法相反：多数接入商和省不收，也有旧页面举为好例，只作提示。\
         单位登记名称里的词不算",
        "The name of an individual's website has no words of companies and businesses, such as 公司, 集团, 商城, 论坛, \
         平台, 资讯; nobody uses 反腐, 赌博 and the like; some provinces have lists of their own. On 博客 sources \
         disagree: most refuse it, and older pages give it as a good example, so that it is a note. Words of the \
         registered name are excepted",
    ),
    help: Words::fixed(
        "换成说明内容的词，例如“张示例的读书笔记”“示例旅行手记”",
        "take words that tell the content, as in 张示例的读书笔记",
    ),
    sources: &[NAME_PAGES.whole(), MIIT_2009.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("个人网站叫论坛", "an individual's forum"),
        given: individual!(
            ZHEJIANG,
            OF_ZHEJIANG,
            Given::Edit {
                file: "example/services.yaml", old: "name: 张示例的示例手记", new: "name: 张示例论坛"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/name: 张示例的示例手记",
                new: "services/shop/name: 张示例论坛"
            }
        ),
        finds: &["example/services/shop/name"],
    },
    keeps: Example {
        shows: Words::fixed("个人的手记", "an individual's notes"),
        given: individual!(ZHEJIANG, OF_ZHEJIANG),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let Some(name) = Name::of(case, named.record) else { return };
    let found = name.words(case, Fault::Word);
    let Some(most) = found.iter().map(|(_, row)| weight(named.record, &row.provenance)).max() else { return };
    let words: Vec<&str> = found.iter().map(|(word, _)| *word).collect();
    let (text, zh, en) = (&name.text.value, words.join("”“"), words.join(", "));
    let said = if name.who == Who::Individual {
        words!(
            "名称“{text}”里的“{zh}”，个人备案多不接受",
            "the name {text} holds {en}, which is mostly refused to individuals"
        )
    } else {
        words!("名称“{text}”里的“{zh}”多不接受", "the name {text} holds {en}, which is mostly refused")
    };
    let finding = report.at(name.text.place, said);
    for (_, row) in &found {
        finding.disputed(*row, case.tables);
    }
    finding.at_most(most);
}
