//! The table of these rules: codes, names, words, sources, claims and examples.

use super::{Both, Row, always, apart, once, settled, strangers, unlicensed, wholly};
use crate::day::Day;
use crate::law::{ALIYUN_GUIDE, GB_32100, HUAWEI_GUIDE, MII_33, MIIT_264, MIIT_633, RECORD_FORMAT, REGISTRY};
use crate::record::Vocabulary;
use crate::rule::{ClaimKind, Given, Rule, Severity, Shared};
use crate::vocabulary::Nature;
use crate::words;

/// Why a telephone and a mail address are of one subject.
pub(super) const CONTACT: Both = (
    "同一个联系方式不能用于几个主体，管局和接入商要凭它找到负责人；同一个人兼任几个主体的负责人不算",
    "One contact may not serve several subjects, for authority and provider reach the principal by it; one person who \
     answers for several subjects is excepted",
);

/// What to do about a contact of two subjects.
const CONTACT_OF_ONE: Both = (
    "写各主体负责人自己的联系方式；确是同一个人的，姓名和证件号码写一致",
    "write each principal's own; if it is one person, give both entries one name and one certificate number",
);

/// The rules, in the order of the codes.
pub static RULES: [Rule; 8] = [
    once(&Row {
        code: "L201",
        name: "subject-id-twice",
        severity: Severity::Error,
        title: ("两个主体用了同一个标识", "two subjects have one identity"),
        demand: (
            "标识是主体在这些记录里的名字，订单、期限和报告都靠它指称，必须唯一",
            "The identity is the subject's name within these records, by which orders, deadlines and reports speak \
             of it; it must be unique",
        ),
        help: (
            "给后来的主体换一个 id；若是同一主体，把两个文件夹并成一个",
            "give the later subject another `id`; if both are one subject, merge the folders",
        ),
        sources: &[RECORD_FORMAT.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::SubjectId,
            clash: always,
            said: |_, claim| {
                let id = &claim.value;
                words!("标识 {id} 已有别的主体使用", "the identity `{id}` is another subject's")
            },
            most: wholly,
            first: ("先用的主体", "used here first"),
        },
        shows: ("两个文件夹写了同一个 id", "two folders with one `id`"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/subject.yaml",
                old: "format: 1\n",
                new: yaml! {"
                    format: 1
                    id: example
                "},
            },
        ],
        finds: &["example/subject/id"],
    }),
    once(&Row {
        code: "L202",
        name: "certificate-in-two-subjects",
        severity: Severity::Error,
        title: ("两个主体用了同一个证件号码", "two subjects have one certificate number"),
        demand: (
            "统一社会信用代码一户一码、终身不变：两个主体同码，不是同一单位重复记录，就是其中一个抄错；已终止\
             （ended）的主体不算",
            "A credit code belongs to one organisation for life: two subjects with one code are one organisation \
             recorded twice, or a wrong copy; a subject that has `ended` does not count",
        ),
        help: (
            "改正抄错的一个；同一单位的两份记录并成一份，另一个备案号写进 other_numbers",
            "correct the wrong one; merge two records of one organisation and keep the other number in `other_numbers`",
        ),
        sources: &[GB_32100.whole(), REGISTRY.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::CertificateNumber,
            clash: apart,
            said: |first, claim| {
                let other = &first.subject;
                // The number of a person is nobody's business.
                if claim.about.as_ref() == Nature::Individual.term() {
                    return words!(
                        "证件号码与主体 {other} 的相同",
                        "the certificate number is that of the subject `{other}`"
                    );
                }
                let number = &claim.value;
                words!(
                    "证件号码 {number} 与主体 {other} 的相同",
                    "`{number}` is the certificate number of the subject `{other}`"
                )
            },
            most: wholly,
            first: ("另一个主体的证件号码", "the certificate number of the other subject"),
        },
        shows: ("两家公司同一个代码", "two companies with one code"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/subject.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit { file: "other/domains.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "91330106MA0TEEXAXG",
                new: "91330106MA0EXAMP12",
            },
        ],
        finds: &["other/subject/certificate/number"],
    }),
    once(&Row {
        code: "L203",
        name: "subject-number-in-two-subjects",
        severity: Severity::Error,
        title: ("两个主体用了同一个主体备案号", "two subjects have one subject number"),
        demand: (
            "主体备案号只发给一个主体，注销后也不再发给别人",
            "A subject number is given to one subject, and to no other even after its end",
        ),
        help: (
            "对照管局公共查询改正；同一主体的两份记录并成一份",
            "correct it by the public query of the registry; merge two records of one subject",
        ),
        sources: &[MII_33.article(12), REGISTRY.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::SubjectNumber,
            clash: apart,
            said: |first, claim| {
                let (number, other) = (&claim.value, &first.subject);
                words!("{number} 也是主体 {other} 的备案号", "`{number}` is also the number of the subject `{other}`")
            },
            most: wholly,
            first: ("另一个主体的备案号", "the number of the other subject"),
        },
        shows: ("两家公司同一个备案号", "two companies with one number"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/subject.yaml", old: "浙ICP备2021000018号", new: "浙ICP备2021000017号" },
            Given::Edit {
                file: "other/services.yaml", old: "浙ICP备2021000018号-1", new: "浙ICP备2021000017号-2"
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                        number: "浙ICP备2021000018号"
                      - of: services/shop
                        number: "浙ICP备2021000018号-1"
                "#},
                new: yaml! {r#"
                        number: "浙ICP备2021000017号"
                      - of: services/shop
                        number: "浙ICP备2021000017号-2"
                "#},
            },
        ],
        finds: &["other/subject/numbers/0/number"],
    }),
    once(&Row {
        code: "L204",
        name: "service-number-in-two-subjects",
        severity: Severity::Error,
        title: ("两个主体的服务用了同一个备案号", "services of two subjects have one number"),
        demand: (
            "服务备案号只发给一个服务；服务迁移到别的主体时换发新号",
            "A service number is given to one service; a service that migrates to another subject gets a new one",
        ),
        help: (
            "对照管局公共查询改正；已迁出的服务写 ended",
            "correct it by the public query of the registry; write `ended` for a service that has migrated",
        ),
        sources: &[MII_33.article(12), REGISTRY.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::ServiceNumber,
            clash: apart,
            said: |first, claim| {
                let (number, other, holder) = (&claim.value, &first.subject, &first.holder);
                words!("{number} 也是 {other}/{holder} 的备案号", "`{number}` is also the number of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的服务", "the service of the other subject"),
        },
        shows: ("两家公司的网站同一个备案号", "websites of two companies with one number"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/subject.yaml",
                old: "numbers:\n",
                new: yaml! {r#"
                    other_numbers:
                      - "浙ICP备2021000017号"
                    numbers:
                "#},
            },
            Given::Edit {
                file: "other/services.yaml", old: "浙ICP备2021000018号-1", new: "浙ICP备2021000017号-1"
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000018号-1",
                new: "浙ICP备2021000017号-1",
            },
        ],
        finds: &["other/services/shop/numbers/0/number"],
    }),
    once(&Row {
        code: "L205",
        name: "domain-in-two-subjects",
        severity: Severity::Error,
        title: ("两个主体的网站用了同一个域名", "websites of two subjects use one domain"),
        demand: (
            "域名应为主办单位自己所有，一个域名对应一个备案号；同一个域名在两个主体名下各有网站，必有一个不实。\
             编号规则的通知只讲非经营性备案，持经营许可证的作警告",
            "A domain must be the organiser's own and has one number; of two subjects with websites on it, one is \
             untrue. The notice on numbers speaks of non-commercial filings; for holders of a licence it is a warning",
        ),
        help: (
            "核对域名持有者；转手的域名先由原主体注销或迁移",
            "check who holds the domain; if it changed hands, the former subject deregisters or migrates first",
        ),
        sources: &[MIIT_633.whole(), MIIT_264.article(1)],
        since: Some(Day::of(2019, 4, 22)),
        shared: Shared {
            kind: ClaimKind::Domain,
            clash: settled,
            said: |first, claim| {
                let (domain, other, holder) = (&claim.value, &first.subject, &first.holder);
                words!("{domain} 也是 {other}/{holder} 的域名", "`{domain}` is also a domain of `{other}/{holder}`")
            },
            most: unlicensed,
            first: ("另一个主体的网站", "the website of the other subject"),
        },
        shows: ("两家公司的网站用同一个域名", "websites of two companies on one domain"),
        given: &[
            Given::Other,
            Given::Edit { file: "other/domains.yaml", old: "sample.example:", new: "shop.example:" },
            Given::Edit {
                file: "other/services.yaml",
                old: yaml! {"
                        - sample.example
                      home: www.sample.example
                "},
                new: yaml! {"
                        - shop.example
                      home: www.shop.example
                "},
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: yaml! {"
                        - sample.example
                      services/shop/home: www.sample.example
                "},
                new: yaml! {"
                        - shop.example
                      services/shop/home: www.shop.example
                "},
            },
        ],
        finds: &["other/services/shop/domains/0"],
    }),
    once(&Row {
        code: "L206",
        name: "phone-in-two-subjects",
        severity: Severity::Warning,
        title: ("两个主体共用电话", "two subjects share a telephone"),
        demand: CONTACT,
        help: CONTACT_OF_ONE,
        sources: &[HUAWEI_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::Phone,
            clash: strangers,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("电话与 {other}/{holder} 的相同", "the telephone is that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的电话", "the telephone of the other subject"),
        },
        shows: ("两家公司的应急电话相同", "two companies with one emergency telephone"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "example/people.yaml",
                old: "    phone: \"139****0002\"",
                new: "    phone: \"0571-88880001\"",
            },
            Given::Edit {
                file: "other/people.yaml",
                old: "    phone: \"139****0004\"",
                new: "    phone: \"0571-88880001\"",
            },
        ],
        finds: &["other/people/zhang/emergency/phone"],
    }),
    once(&Row {
        code: "L207",
        name: "mail-in-two-subjects",
        severity: Severity::Warning,
        title: ("两个主体共用邮箱", "two subjects share a mail address"),
        demand: CONTACT,
        help: CONTACT_OF_ONE,
        sources: &[HUAWEI_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::Email,
            clash: strangers,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("邮箱与 {other}/{holder} 的相同", "the mail address is that of `{other}/{holder}`")
            },
            most: wholly,
            first: ("另一个主体的邮箱", "the mail address of the other subject"),
        },
        shows: ("两家公司的负责人邮箱相同", "principals of two companies with one mail address"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/people.yaml",
                old: "email: zhang@sample.example",
                new: "email: zhang@shop.example",
            },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "people/zhang/email: zhang@sample.example",
                new: "people/zhang/email: zhang@shop.example",
            },
        ],
        finds: &["other/people/zhang/email"],
    }),
    once(&Row {
        code: "L208",
        name: "service-code-in-two-subjects",
        severity: Severity::Warning,
        title: ("两个主体用了同一个备案服务码", "two subjects use one service code"),
        demand: (
            "接入商按实例发放备案服务码，一码只能用于一个服务的一次备案",
            "Providers issue service codes by instance, and each serves one filing of one service",
        ),
        help: ("在接入商控制台另取一个服务码", "get another code in the provider's console"),
        sources: &[ALIYUN_GUIDE.whole(), HUAWEI_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::ServiceCode,
            clash: apart,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!("服务码已用于 {other}/{holder}", "the service code was used for `{other}/{holder}`")
            },
            most: wholly,
            first: ("先用在这里", "first used here"),
        },
        shows: ("两家公司用同一个码", "two companies with one code"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "example/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          code: example-0001
                          since: 2021-03-18
                "},
            },
            Given::Edit {
                file: "other/services.yaml",
                old: "      since: 2021-03-18\n",
                new: yaml! {"
                          code: example-0001
                          since: 2021-03-18
                "},
            },
        ],
        finds: &["other/services/shop/access/0/code"],
    }),
];
