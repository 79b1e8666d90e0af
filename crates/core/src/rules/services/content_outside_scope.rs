//! S147: the content is of a line of business that the certificate's scope does not have.

use crate::law::HUAWEI_MATERIALS;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::rules::parts::FORMAT_2;
use crate::spelling::bare;
use crate::words;
use crate::words::Words;

/// The content is of a line of business that the certificate's scope does not have.
pub static RULE: Rule = Rule {
    code: "S147",
    name: "content-outside-scope",
    severity: Severity::Note,
    title: Words::fixed(
        "服务内容像是经营范围里没有的业务",
        "the content is of a line of business that the certificate's scope does not have",
    ),
    demand: Words::fixed(
        "接入商要求网站内容在营业执照的经营范围之内。记录了 business_scope 的，按词对照：内容有某项业务的词，\
         经营范围没有这项业务的任何一个词，就提示再看一遍。只有一家接入商的页面这样写，看的又是词，所以只是提示；\
         没有记录经营范围的不看",
        "Providers ask that what a site offers stays within the business scope of the licence. Where \
         `business_scope` is recorded, words are compared: if the content has a word of a line of business and the \
         scope none of those that stand for it, it is worth another look. One provider's page says so, and words are \
         no judgement, so that it is a note; without a recorded scope nothing is said",
    ),
    help: Words::fixed(
        "确实做这项业务的，先办经营范围的变更登记；不做的，把内容写清楚；经营范围抄漏了的，补上",
        "if that business is done, have it registered in the scope first; if not, word the content more exactly; if \
         the scope was copied in part, complete it",
    ),
    sources: &[HUAWEI_MATERIALS.whole()],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("卖食品，经营范围里只有软件", "food is sold, and the scope has software alone"),
        given: &[
            FORMAT_2,
            Given::Edit {
                file: "example/subject.yaml",
                old: "\naddress: ",
                new: "\nbusiness_scope: 软件开发；计算机维修\naddress: ",
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 销售进口食品",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 销售进口食品",
            },
        ],
        finds: &["example/services/shop/content"],
    },
    keeps: Example {
        shows: Words::fixed("经营范围里有食品", "the scope has food"),
        given: &[
            FORMAT_2,
            Given::Edit {
                file: "example/subject.yaml",
                old: "\naddress: ",
                new: "\nbusiness_scope: 软件开发；预包装食品销售\naddress: ",
            },
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 销售进口食品",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 销售进口食品",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let scope = case.subject.particulars.value.business_scope.placed();
    let (Some(scope), Some(content)) = (scope, service.content.placed()) else { return };
    let tables = case.tables;
    let texts = (bare(&content.value), bare(&scope.value));
    let found = tables.scope_words.outside((&texts.0, &texts.1), &tables.words, case.today);
    let Some((word, row)) = found.filter(|_| is_judged(case, service)) else { return };
    let asked = row.scope.join("、");
    let said = words!(
        "内容里有“{word}”，经营范围里没有{asked}一类的字样",
        "the content holds {word}, and the business scope none of {asked}"
    );
    report
        .at(content.place, said)
        .related(scope.place, Words::fixed("经营范围", "the business scope"))
        .at_most(row.provenance.weight());
}
