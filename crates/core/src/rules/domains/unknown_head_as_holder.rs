//! D126: the holder is said to be the principal, but is neither legal representative nor principal.

use super::common::heads;
use crate::law::{HUAWEI_GUIDE, TENCENT_DOMAINS};
use crate::model::Domain;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::vocabulary::HolderRelation;
use crate::words;
use crate::words::Words;

/// The holder is said to be the principal, but is neither legal representative nor principal.
pub static RULE: Rule = Rule {
    code: "D126",
    name: "unknown-head-as-holder",
    severity: Severity::Warning,
    title: Words::fixed(
        "域名持有者说是主要负责人，却对不上任何负责人",
        "the holder is said to be the principal, but is neither legal representative nor principal",
    ),
    demand: Words::fixed(
        "单位的域名可以归其主要负责人；提交时要交任职证明，名字须与备案里的法定代表人或负责人一致",
        "The domain of an organisation may be its principal's own; the papers must show that office, under the name of \
         the legal representative or principal on file",
    ),
    help: Words::fixed(
        "核对持有者姓名；若是高级管理人员或股东，在 relation 写明",
        "check the name of the holder; of a senior manager or a shareholder say so in `relation`",
    ),
    sources: &[TENCENT_DOMAINS.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("持有者不是负责人", "the holder is not the principal"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "    name: 杭州示例网络科技有限公司\n",
                new: "    name: 王示例\n",
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: "    relation: 主办单位",
                new: "    relation: 主要负责人",
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 居民身份证
                          number: "330***********0034"
                "#},
            },
        ],
        finds: &["example/domains/shop.example/holder/name"],
    },
    keeps: Example {
        shows: Words::fixed("法定代表人持有的域名", "a domain held by the legal representative"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "    name: 杭州示例网络科技有限公司\n",
                new: "    name: 张示例\n",
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: "    relation: 主办单位",
                new: "    relation: 主要负责人",
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                          kind: 居民身份证
                          number: "330***********0018"
                "#},
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(holder) = named.record.holder.known() else { return };
    let Some(name) = holder.name.placed() else { return };
    if holder.relation.known() != Some(&HolderRelation::Principal) || is_left(case, named.record) {
        return;
    }
    let mut heads = heads(case).peekable();
    // Without any name to compare with nothing can be said.
    if heads.peek().is_none() || heads.any(|head| *head == name.value) || users(case, named.key).next().is_none() {
        return;
    }
    let (key, holder_name) = (named.key, &name.value);
    report
        .at(
            name.place,
            words!(
                "{key} 的持有者“{holder_name}”写着是主要负责人，却不是法定代表人或主体负责人",
                "{holder_name}, the holder of `{key}`, is given as the principal but is neither legal representative \
                 nor principal"
            ),
        )
        .at_most(case.most());
}
