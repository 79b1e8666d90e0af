//! L212 to L216: what one subject bought or was given elsewhere stands in the records of another as well.

use super::{Row, apart, of_two_providers, once, wholly};
use crate::law::{ALIYUN_GUIDE, HUAWEI_CONDITIONS, MII_33, MPS_33, RECORD_FORMAT, SEEN_ON_PAGES, TENCENT_ACCOUNTS};
use crate::rule::{ClaimKind, Given, Rule, Severity, Shared};
use crate::words;

/// The account of the access in both subjects.
const ACCOUNT: &str = "      since: 2021-03-18\n";

/// The rules, in the order of the codes.
pub static BOUGHT: [Rule; 5] = [
    once(&Row {
        code: "L212",
        name: "order-in-two-subjects",
        severity: Severity::Warning,
        title: ("两个主体的订单用了同一个订单号", "orders of two subjects have one number"),
        demand: (
            "订单号由接入商逐单编发，一个订单只属于一个主体；从一个主体转到另一个主体的除外",
            "A provider numbers each order, and an order is of one subject, but for what passes from one to another",
        ),
        help: (
            "照接入商备案系统里的订单号改正其中一个",
            "correct one of them by what the provider's filing system shows",
        ),
        sources: &[RECORD_FORMAT.whole(), ALIYUN_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::Order,
            clash: apart,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("订单号与 {other}/{holder} 的相同", "the number of the order is that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的订单", "the order of the other subject"),
        },
        shows: ("两家公司的首次备案同一个订单号", "first filings of two companies with one number"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "order: \"20210220000018\"",
                new: "order: \"20210220000017\"",
            },
        ],
        finds: &["other/filings/2021-02-20-first/order"],
    }),
    once(&Row {
        code: "L213",
        name: "address-of-two-providers-and-subjects",
        severity: Severity::Note,
        title: ("两个主体在两家接入商用同一个 IP", "two subjects have one address at two providers"),
        demand: (
            "一个公网 IP 在一个时间只属于一家接入商；备案的 IP 要与实际一致",
            "A public address belongs to one provider at a time, and the address on file must be the real one",
        ),
        help: (
            "核对两台服务器的公网 IP 和接入商；已释放的写 released",
            "check address and provider of both servers; if one was given back, write `released`",
        ),
        sources: &[RECORD_FORMAT.whole(), MII_33.article(7)],
        since: None,
        shared: Shared {
            kind: ClaimKind::Address,
            clash: of_two_providers,
            said: |first, claim| {
                let (ip, other, holder) = (&claim.value, &first.subject, &first.holder);
                let (own, theirs) = (&claim.about, &first.about);
                words!(
                    "{ip} 在这里是{own}的，在 {other}/{holder} 却是{theirs}的",
                    "`{ip}` is of {own} here, but of {theirs} in `{other}/{holder}`"
                )
            },
            most: wholly,
            first: ("另一个主体的服务器", "the server of the other subject"),
        },
        shows: ("两家公司在两家云上同一个 IP", "two companies at two clouds with one address"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/servers.yaml", old: "203.0.113.11", new: "203.0.113.10" },
            Given::Edit {
                file: "other/servers.yaml",
                old: yaml! {"
                      provider: 阿里云
                      mode: 云接入
                      cloud_region: cn-hangzhou
                "},
                new: yaml! {"
                      provider: 华为云
                      mode: 云接入
                      cloud_region: cn-east-3
                "},
            },
            Given::Edit { file: "other/servers.yaml", old: "place: 浙江省", new: "place: 上海市" },
            Given::Edit {
                file: "other/services.yaml",
                old: "    - provider: 阿里云\n",
                new: "    - provider: 华为云\n",
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml", old: "through: 阿里云", new: "through: 华为云"
            },
        ],
        finds: &["other/servers/web-1/addresses/0"],
    }),
    once(&Row {
        code: "L214",
        name: "police-number-in-two-subjects",
        severity: Severity::Warning,
        title: ("两个主体用了同一个公安备案号", "two subjects have one police number"),
        demand: (
            "公安备案号发给开办者的一个网站或应用，两个主体不会是同一个号",
            "A police number is given to one site or App of one operator; two subjects do not have the same",
        ),
        help: (
            "在全国互联网安全管理服务平台核对，改正抄错的那个",
            "check both on the platform of the police and correct the one that was copied wrongly",
        ),
        sources: &[MPS_33.article(12), SEEN_ON_PAGES.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::PoliceNumber,
            clash: apart,
            said: |first, claim| {
                let (number, other, holder) = (&claim.value, &first.subject, &first.holder);
                words!("{number} 也是 {other}/{holder} 的", "`{number}` is also that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的服务", "the service of the other subject"),
        },
        shows: ("两家公司的网站同一个公安备案号", "websites of two companies with one police number"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/services.yaml", old: "33010602000018", new: "33010602000017" },
        ],
        finds: &["other/services/shop/police/number"],
    }),
    once(&Row {
        code: "L215",
        name: "account-in-two-subjects",
        severity: Severity::Note,
        title: ("两个主体用了接入商的同一个账号", "two subjects use one account at a provider"),
        demand: (
            "有的接入商一个账号只给一个主体备案（腾讯云、华为云），几个主体要各用各的账号",
            "Some providers file one subject an account (Tencent Cloud, Huawei Cloud), so that each subject \
             has its own",
        ),
        help: ("核对账号；接入商允许的，可以豁免", "check the account; if the provider allows it, waive this"),
        sources: &[TENCENT_ACCOUNTS.whole(), HUAWEI_CONDITIONS.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::Account,
            clash: apart,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("账号与 {other}/{holder} 的相同", "the account is that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的账号", "the account of the other subject"),
        },
        shows: ("两家公司用同一个账号", "two companies with one account"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "example/services.yaml",
                old: ACCOUNT,
                new: yaml! {"
                          account: shili
                          since: 2021-03-18
                "},
            },
            Given::Edit {
                file: "other/services.yaml",
                old: ACCOUNT,
                new: yaml! {"
                          account: shili
                          since: 2021-03-18
                "},
            },
        ],
        finds: &["other/services/shop/access/0/account"],
    }),
    once(&Row {
        code: "L216",
        name: "instance-in-two-subjects",
        severity: Severity::Note,
        title: ("两个主体记了同一台服务器", "two subjects record one server"),
        demand: (
            "云服务器按实例核对备案；一台实例可以给几个主体的网站用，但也常是从另一份记录抄来忘了改",
            "Providers check filings by instance. One instance may serve websites of several subjects, but often it \
             was copied from another record and not changed",
        ),
        help: (
            "核对实例号；已释放的写 released；确实共用的，可以豁免",
            "check the instance; if it was given back, write `released`; if both share it, waive this",
        ),
        sources: &[ALIYUN_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::Instance,
            clash: apart,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("实例与 {other}/{holder} 的相同", "the instance is that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的服务器", "the server of the other subject"),
        },
        shows: ("两家公司记了同一个实例号", "two companies with one instance"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/servers.yaml", old: "instance: i-example0002", new: "instance: i-example0001" },
        ],
        finds: &["other/servers/web-1/instance"],
    }),
];
