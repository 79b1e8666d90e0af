//! The texts that code cites, by name. A test holds each against the list.

use super::{Source, Sources};
use std::sync::LazyLock;

/// A text of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(&'static str);

impl Text {
    /// The text of a key.
    pub(super) const fn of(key: &'static str) -> Self {
        Self(key)
    }

    /// Its key, as rows and templates write it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// What the list says of it.
    #[must_use]
    pub fn source(self) -> &'static Source {
        Sources::builtin().get(self.0).unwrap_or(&UNLISTED)
    }
}

/// What stands for a text that the list does not hold, which a test forbids.
static UNLISTED: LazyLock<Source> = LazyLock::new(|| Source {
    id: Text::of("unlisted"),
    kind: super::SourceKind::Unsure,
    house: "",
    findable: super::Findable::No,
    number: None,
    title: "未列出的文本",
    title_en: "a text that is not listed",
    publisher: "",
    url: None,
    checked: crate::day::Day::of(2026, 11, 30),
    versions: Vec::new(),
});

/// Names texts, and lists the names.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal,)+) => {
        $($(#[doc = $doc])+ pub const $name: Text = Text::of($key);)+
        /// Every text that code may cite.
        pub const NAMED: &[Text] = &[$($name),+];
    };
}

texts! {
    /// State Council Order 292 on internet information services.
    SC_292 = "sc-292",
    /// Order 33 of the Ministry of Information Industry: filing of non-commercial services.
    MII_33 = "mii-33",
    /// Order 33 of the Ministry of Public Security: security of international networking.
    MPS_33 = "mps-33",
    /// MIIT order on domain names.
    MIIT_43 = "miit-43",
    /// MIIT order on telecommunications licences.
    MIIT_42 = "miit-42",
    /// The Cybersecurity Law.
    CSL = "csl",
    /// The law against telecom fraud.
    ANTI_FRAUD_LAW = "anti-fraud-law",
    /// The law on personal information.
    PIPL = "pipl",
    /// The law on administrative licensing.
    LICENSING_LAW = "licensing-law",
    /// Provisions on the security of applications of government on the Internet.
    GOVERNMENT_APPLICATIONS = "government-applications-2024",
    /// Notice of the drug administration on filing information services on drugs and devices.
    NMPA_2025_123 = "nmpa-2025-123",
    /// Notice of the ministry on the domain names of China and whom each is for.
    DOMAIN_SYSTEM = "miit-2018-7",
    /// The law on administrative penalties.
    PENALTY_LAW = "penalty-law",
    /// State Council Order 734 on names of enterprises.
    SC_734 = "sc-734",
    /// The law on identity cards.
    ID_CARD_LAW = "id-card-law",
    /// What a registrar quotes of the agreement on .com.
    ICANN_COM = "icann-com-term",
    /// MIIT notice on domain names used by information services.
    MIIT_264 = "miit-264",
    /// MIIT notice that changed the rule of filing numbers.
    MIIT_633 = "miit-633",
    /// MIIT notice on the filing of Apps.
    MIIT_105 = "miit-105",
    /// The scheme for clearing empty shells.
    MIIT_6 = "miit-6",
    /// The ministry's scheme of 2009 for managing filings, with an annex on how fields are filled in.
    MIIT_2009 = "miit-2009",
    /// Notice of the State Council's office on the domain names of government websites.
    GOVERNMENT_DOMAINS = "sco-2018-55",
    /// The State Council's notice on the unified social credit code.
    SC_2015_33 = "sc-2015-33",
    /// The standard of the unified social credit code.
    GB_32100 = "gb-32100",
    /// The standard of the organisation code.
    GB_11714 = "gb-11714",
    /// The standard of the citizen identification number.
    GB_11643 = "gb-11643",
    /// The standard of administrative regions.
    GB_2260 = "gb-t-2260",
    /// The internet standard of internationalised domain names.
    RFC_5890 = "rfc-5890",
    /// The internet standard of names with a special use.
    RFC_6761 = "rfc-6761",
    /// The internet standard of names for documents and tests.
    RFC_2606 = "rfc-2606",
    /// The internet standard of mail addresses.
    RFC_5321 = "rfc-5321",
    /// The internet standard of addresses with a special purpose.
    RFC_6890 = "rfc-6890",
    /// The format of these records.
    RECORD_FORMAT = "record-format",
    /// What the registry shows of filings.
    REGISTRY = "registry",
    /// UCloud's notices and questions.
    UCLOUD_NOTICES = "ucloud-notices",
    /// UCloud's page on approvals before filing.
    UCLOUD_APPROVALS = "ucloud-approvals",
    /// What numbers look like that sites show; no text says so.
    SEEN_ON_PAGES = "seen-on-pages",
    /// Pages on what provinces ask; the rows name which of them.
    PROVINCE_PAGES = "province-pages",
    /// Pages on the names of services; the rows name which of them.
    NAME_PAGES = "name-pages",
    /// Huawei Cloud's pages on filing.
    HUAWEI_GUIDE = "huawei-help",
    /// Huawei Cloud's page on filing Apps.
    HUAWEI_APPS = "huawei-kb-app",
    /// Tencent Cloud's pages on filing.
    TENCENT_GUIDE = "tencent-help",
    /// Tencent Cloud: rules for domains of its API Gateway.
    TENCENT_GATEWAY = "tencent-gateway",
    /// Tencent Cloud's page on the domains that can be filed.
    TENCENT_DOMAINS = "tencent-domain",
    /// Tencent Cloud's page on the subject.
    TENCENT_SUBJECT = "tencent-subject-faq",
    /// Tencent Cloud's page on prior approval.
    TENCENT_APPROVALS = "tencent-preapproval",
    /// Tencent Cloud's page on rejections.
    TENCENT_REJECTIONS = "tencent-rejections",
    /// Alibaba Cloud's quick start on filing.
    ALIYUN_GUIDE = "guide-002",
    /// What Tencent Cloud answers about websites and accounts.
    TENCENT_ACCOUNTS = "tencent-site-faq",
    /// What Huawei Cloud asks before a filing.
    HUAWEI_CONDITIONS = "huawei-kb-conditions",
    /// What Huawei Cloud answers about papers.
    HUAWEI_MATERIALS = "huawei-kb-materials",
    /// WeChat's document on filing a mini program.
    WECHAT_FILING = "weixin-materials",
    /// WeChat's document on kinds of certificates.
    WECHAT_CERTIFICATES = "weixin-certificates",
    /// Volcano Engine's documents on filing.
    VOLCENGINE_GUIDE = "volcengine-help",
}
