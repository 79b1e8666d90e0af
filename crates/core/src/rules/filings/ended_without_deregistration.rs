//! F142: something ended, but no approved order and no letter says so.

use crate::filed::{concerns, letter_ends, under_way_of};
use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::{Ended, Filing};
use crate::record::Slot;
use crate::rule::{Case, Named, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::rules::orders::{all, by_stem, covers, procedure, tell};
use crate::rules::parts;
use crate::vocabulary::{EndReason, Procedure};
use crate::words;
use crate::words::Words;

/// Something ended, but no approved order and no letter says so.
pub static RULE: Rule = Rule {
    code: "F142",
    name: "ended-without-deregistration",
    severity: Severity::Error,
    title: Words::fixed(
        "写了终止，却没有所依据的订单或来函",
        "something ended, but no approved order and no letter says so",
    ),
    demand: Words::fixed(
        "注销、迁移以管局通过为准，管局自行注销的以来函为准；终止互联网信息服务要办理注销",
        "A deregistration or migration is what the authority approved, or what its letter says it did by itself; who \
         ends a service deregisters it",
    ),
    help: Words::fixed(
        "去掉 ended，立订单办理；管局通过后再写 ended",
        "take `ended` away and file it; write `ended` once it is approved",
    ),
    sources: &[MII_33.article(15), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("所指的订单还没有通过", "the order is not approved"),
        given: &[
            Given::File {
                file: "example/filings/2026-11-16-close.yaml",
                text: yaml! {r#"
                    procedure: 注销互联网信息服务
                    through: 阿里云
                    order: "20260706000017"
                    covers:
                      - services/old
                    effective: 2026-11-16
                    events:
                      - at: 2026-11-16T10:00:00+08:00
                        event: 提交订单
                      - at: 2026-11-17T09:40:00+08:00
                        event: 初审通过
                      - at: 2026-11-17T09:41:00+08:00
                        event: 发送短信
                      - at: 2026-11-17T10:05:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2026-11-17T10:06:00+08:00
                        event: 提交管局
                "#},
            },
            Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                    shop:
                      kind: 网站
                "},
                new: yaml! {"
                    old:
                      kind: 网站
                      name: 示例旧站
                      closed: 2026-11-16
                      ended:
                        on: 2026-11-20
                        why: 注销
                        filing: 2026-11-16-close
                    shop:
                      kind: 网站
                "},
            },
        ],
        finds: &["example/services/old/ended/filing"],
    },
    keeps: Example {
        shows: Words::fixed("注销已通过", "it was approved"),
        given: &[parts::OLD_SITE_CLOSED, parts::OLD_SITE_ENDED],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let subject = case.subject;
    judge(case, "subject", &subject.particulars.value.ended, report);
    for (key, service) in subject.services.iter() {
        judge(case, &format!("services/{key}"), &service.value.ended, report);
    }
}

fn judge(case: &Case<'_>, path: &str, slot: &Slot<Ended>, report: &mut Report<'_>) {
    let Some(ended) = slot.placed() else { return };
    let Some(why) = ended.value.why.known().copied() else { return };
    let named = ended.value.filing.placed().and_then(|stem| Some((stem, by_stem(case, &stem.value)?)));
    let rests = match &named {
        Some((_, filing)) => ground(filing, path, why),
        None if ended.value.filing.placed().is_some() => return,
        None => all(case).any(|filing| ground(&filing, path, why)) || letter_ends(case.subject, path, &ended.value),
    };
    if rests {
        return;
    }
    let most = if why == EndReason::MandateEnded { Severity::Warning } else { Severity::Error };
    let finding = match named {
        Some((stem, filing)) => {
            let name = &stem.value;
            let said = words!(
                "订单 {name} 不是 {path} 已通过的{why}",
                "`{name}` is no approved order by which `{path}` ended ({why})"
            );
            tell(case, report, stem.place, said).related(filing.place, Words::fixed("所指的订单", "the order named"))
        }
        None => report
            .missing(
                ended.place,
                "filing",
                words!(
                    "{path} 因{why}终止，没有所依据的订单或来函",
                    "`{path}` ended ({why}), but no approved order and no letter says so"
                ),
            )
            .at_most(case.missing()),
    };
    finding.at_most(most).help(help(case, path, why));
}

/// Whether an order is what an end of that kind rests on.
fn ground(named: &Named<'_, Filing>, path: &str, why: EndReason) -> bool {
    let filing = named.record;
    let Some(asked) = procedure(filing) else { return false };
    match why {
        EndReason::Deregistered => ends(asked) && concerns(filing, path) && filing.approved().is_some(),
        // The last service that is handed over leaves the subject empty; the authority cancels it.
        EndReason::Migrated => {
            let hands_over = asked == Procedure::Migration && (covers(filing, path) || path == "subject");
            (hands_over || ends(asked) && concerns(filing, path)) && filing.approved().is_some()
        }
        EndReason::MandateEnded => asked == Procedure::Transfer,
    }
}

/// Whether an order of that kind ends what it covers.
fn ends(procedure: Procedure) -> bool {
    procedure.ends_services() || procedure.ends_subject()
}

/// What to do now, and what once the order is approved.
fn help(case: &Case<'_>, path: &str, why: EndReason) -> Words {
    let service = path.starts_with("services/");
    let procedure = match (why, service) {
        (EndReason::MandateEnded, _) => {
            return words!(
                "把终止委托的函件放进 official/，about 写 {path}；账号转移的，立转移备案订单",
                "put the letter that ends the mandate into official/ with `about: {path}`; if the account was handed \
                 over, record that as a 转移备案 order"
            );
        }
        (EndReason::Migrated, true) => Procedure::Migration,
        (EndReason::Migrated, false) => Procedure::DeregisterEmptyShell,
        (EndReason::Deregistered, true) => Procedure::DeregisterService,
        (EndReason::Deregistered, false) => Procedure::DeregisterSubject,
    };
    let open = under_way_of(case.subject)
        .find(|(asked, dated)| (ends(*asked) || *asked == Procedure::Migration) && concerns(&dated.record.value, path));
    let (now_zh, now_en) = if service {
        ("去掉 ended，现在只写 closed", "take `ended` away; for now write `closed` alone")
    } else {
        ("去掉 ended", "take `ended` away for now")
    };
    match open {
        Some((_, dated)) => {
            let stem = &dated.stem;
            words!(
                "{now_zh}；订单 {stem} 管局通过后再写 ended，号码写 until",
                "{now_en}; write it again, and `until` to the number, once {stem} is approved"
            )
        }
        None => {
            let (party_zh, party_en) = if procedure.names_counterparty() {
                ("，counterparty 写接收方的名称和备案号", ", counterparty with name and number of the receiver")
            } else {
                ("", "")
            };
            words!(
                "{now_zh}，立订单：procedure 写{procedure}，covers 写 {path}{party_zh}，不写 facts；管局通过后再写 \
                 ended 和 filing，号码写 until。管局自行注销的，把来函放进 official/，about 写 {path}",
                "{now_en} and write the order: procedure {procedure}, covers {path}{party_en}, no facts; once it is \
                 approved write `ended` with `filing`, and `until` to the number. If the authority cancelled it by \
                 itself, put its letter into official/ with `about: {path}`"
            )
        }
    }
}
