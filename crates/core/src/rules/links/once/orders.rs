//! L211: two subjects have an open order each under one account of a provider that takes one at a time.

use super::{Row, apart, once, wholly};
use crate::law::ALIYUN_GUIDE;
use crate::rule::{Claim, ClaimKind, Given, Rule, Severity, Shared};
use crate::words;

/// What a claim is about whose provider takes one order of an account at a time.
pub(in crate::rules::links) const ONE_AT_A_TIME: &str = "1";

/// Whether both are of two subjects, at a provider that takes one order at a time.
fn together(one: &Claim, other: &Claim) -> bool {
    apart(one, other) && [one, other].iter().all(|claim| &*claim.about == ONE_AT_A_TIME)
}

/// The rules, in the order of the codes.
pub static ORDERS: [Rule; 1] = [once(&Row {
    code: "L211",
    name: "two-open-orders-of-an-account",
    severity: Severity::Warning,
    title: (
        "一个接入商账号同时有两个主体的未办结订单",
        "two subjects have an open order each under one account of a provider",
    ),
    demand: (
        "有的接入商一个账号同一时间只能有一个备案订单，后一个提交不了（阿里云如此；哪几家见接入商表）",
        "At some providers an account has one order at a time, and the next cannot be sent (Alibaba Cloud; the table \
         of providers tells which)",
    ),
    help: (
        "等前一个办结或撤回，或换一个账号；账号写错的，改正 account",
        "wait for the other one or withdraw it, or use another account; if it is wrong, correct `account`",
    ),
    sources: &[ALIYUN_GUIDE.whole()],
    since: None,
    shared: Shared {
        kind: ClaimKind::OpenOrder,
        clash: together,
        said: |first, _| {
            let (other, holder) = (&first.subject, &first.holder);
            words!(
                "{other}/{holder} 在同一账号下也没有办结",
                "`{other}/{holder}` is open under the same account as well"
            )
        },
        most: wholly,
        first: ("另一个主体的订单", "the order of the other subject"),
    },
    shows: ("两家公司的订单在同一个账号下", "orders of two companies under one account"),
    given: &[
        Given::Other,
        Given::Edit {
            file: "example/subject.yaml",
            old: yaml! {"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                supervisor: 张示例
            "},
            new: yaml! {"
                address: 浙江省杭州市滨江区江南大道 588 号 1206 室
                supervisor: 张示例
            "},
        },
        Given::File {
            file: "example/filings/2026-11-20-address.yaml",
            text: yaml! {"
                procedure: 变更主体
                through: 阿里云
                account: example-account
                covers:
                  - subject
                facts:
                  subject/address:
                    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                    to: 浙江省杭州市滨江区江南大道 588 号 1206 室
                effective: 2026-12-25
                events:
                  - at: 2026-11-20T10:00:00+08:00
                    event: 提交订单
            "},
        },
        Given::Edit {
            file: "other/services.yaml",
            old: "  content: 销售本公司的示例商品\n",
            new: "  content: 销售本公司的样本商品\n",
        },
        Given::File {
            file: "other/filings/2026-11-20-content.yaml",
            text: yaml! {"
                procedure: 变更互联网信息服务
                through: 阿里云
                account: example-account
                covers:
                  - services/shop
                facts:
                  services/shop/content:
                    from: 销售本公司的示例商品
                    to: 销售本公司的样本商品
                effective: 2026-12-25
                events:
                  - at: 2026-11-20T11:00:00+08:00
                    event: 提交订单
            "},
        },
    ],
    finds: &["other/filings/2026-11-20-content/account"],
})];
