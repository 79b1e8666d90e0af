//! D113: the holder of a domain is not the organiser.

use super::common::{heads, is_before_the_notice, passes_on};
use crate::change::same_number;
use crate::day::Day;
use crate::law::{MIIT_264, TENCENT_DOMAINS};
use crate::model::{Domain, Holder};
use crate::record::Said;
use crate::rule::{Case, Check, Named, Report};
use crate::rule::{Example, Given, Rule, Severity};
use crate::rules::in_use::{is_left, users};
use crate::spelling::folded;
use crate::vocabulary::HolderRelation;
use crate::words;
use crate::words::Words;

/// The holder of a domain is not the organiser.
pub static RULE: Rule = Rule {
    code: "D113",
    name: "holder-not-organiser",
    severity: Severity::Error,
    title: Words::fixed("域名持有者不是主办单位", "the holder of a domain is not the organiser"),
    demand: Words::fixed(
        "互联网信息服务用的域名应为提供者依法注册所有：个人的域名归本人，单位的域名归单位（含公司股东）、\
         单位主要负责人或高级管理人员",
        "A domain of an information service must be its provider's own: a person's belongs to that person, an \
         organisation's to the organisation (its shareholders included), its principal or its senior managers",
    ),
    help: Words::fixed(
        "把域名过户到主办单位名下并重新实名；已经转让的，立迁移或注销订单；持有者确是股东、主要负责人或高级管理人员的，\
         在 relation 写明",
        "transfer the domain to the organiser and verify it anew; if it was sold, write the order that migrates or \
         deregisters the service; if the holder is a shareholder, the principal or a senior manager, say so in \
         `relation`",
    ),
    sources: &[MIIT_264.article(1), TENCENT_DOMAINS.whole()],
    since: Some(Day::of(2018, 1, 1)),
    until: None,
    check: Check::Domain(check),
    breaks: Example {
        shows: Words::fixed("域名在另一家公司名下", "a domain held by another company"),
        given: &[Given::Edit {
            file: "example/domains.yaml",
            old: "    name: 杭州示例网络科技有限公司\n",
            new: "    name: 宁波示例贸易有限公司\n",
        }],
        finds: &["example/domains/shop.example/holder/name"],
    },
    keeps: Example {
        shows: Words::fixed("股东持有的域名", "a domain held by a shareholder"),
        given: &[
            Given::Edit {
                file: "example/domains.yaml",
                old: "    name: 杭州示例网络科技有限公司\n",
                new: "    name: 宁波示例贸易有限公司\n",
            },
            Given::Edit {
                file: "example/domains.yaml", old: "    relation: 主办单位", new: "    relation: 股东"
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Domain>, report: &mut Report<'_>) {
    let Some(holder) = named.record.holder.known() else { return };
    let (Some(name), Some(organiser)) = (holder.name.placed(), case.subject.particulars.value.name.placed()) else {
        return;
    };
    let stated = match holder.relation.said() {
        Said::This(relation) if relation.value != HolderRelation::Organiser => return,
        // The reader has said what is wrong with it.
        Said::Faulty(_) | Said::Unknown => return,
        Said::This(_) => true,
        Said::Nothing => false,
    };
    if name.value == organiser.value || folded(&name.value) == folded(&organiser.value) {
        return;
    }
    let used = users(case, named.key).next();
    if used.is_none() || is_left(case, named.record) || passes_on(case, named.key) {
        return;
    }
    let (key, holder_name, organiser_name) = (named.key, &name.value, &organiser.value);
    let finding = report.at(
        name.place,
        words!(
            "{key} 的持有者“{holder_name}”不是主办单位“{organiser_name}”",
            "{holder_name}, the holder of `{key}`, is not the organiser, {organiser_name}"
        ),
    );
    finding.at_most(if stated { case.most() } else { case.missing() });
    finding.related(organiser.place, Words::fixed("主办单位", "the organiser"));
    if is_before_the_notice(case, named.key) {
        finding.at_most(Severity::Warning).help(Words::fixed(
            "这个域名在 2018-01-01 之前已备案，通知对它网开一面；办理变更时仍会核对，宜尽早过户",
            "the domain was filed before 2018-01-01 and the notice exempts it; a change is checked all the same, so \
             transfer it in time",
        ));
    } else if same_certificate(case, holder) {
        finding.help(Words::fixed(
            "证件号码相同，是同一单位更名：在注册服务机构用新名称重新实名，不必过户",
            "the certificate number is the same, so the organiser was renamed: have the domain verified anew under \
             the new name; nothing is transferred",
        ));
    } else if heads(case).any(|head| head == holder_name) {
        finding.help(Words::fixed(
            "持有者是本单位的法定代表人或负责人：relation 写 主要负责人",
            "the holder is the legal representative or principal: write `relation: 主要负责人`",
        ));
    }
}

/// Whether the holder is the organiser by its certificate, whatever it is called.
fn same_certificate(case: &Case<'_>, holder: &Holder) -> bool {
    let own = case.subject.particulars.value.certificate.known().and_then(|certificate| certificate.number.known());
    let theirs = holder.certificate.known().and_then(|certificate| certificate.number.known());
    let masked = |number: &str| number.contains('*');
    matches!((own, theirs), (Some(own), Some(theirs)) if !masked(own) && same_number(own, theirs))
}
