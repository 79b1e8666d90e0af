//! Standards, pages of authorities and providers, and the record format itself.

use super::{CHECKED, Source, SourceKind};
use crate::day::Day;

/// The standard of the unified social credit code.
pub static GB_32100: Source = Source {
    title: "法人和其他组织统一社会信用代码编码规则",
    title_en: "Coding Rule of the Unified Social Credit Identifier",
    number: "GB 32100-2015",
    publisher: "国家标准化管理委员会",
    dated: Day::of(2015, 9, 17),
    in_force: Some(Day::of(2015, 10, 1)),
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The standard of the organisation code.
pub static GB_11714: Source = Source {
    title: "全国组织机构代码编制规则",
    title_en: "Rules of Coding for Organisation Codes",
    number: "GB 11714-1997",
    publisher: "国家技术监督局",
    dated: Day::of(1997, 1, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The standard of the citizen identification number.
pub static GB_11643: Source = Source {
    title: "公民身份号码",
    title_en: "Citizen Identification Number",
    number: "GB 11643-1999",
    publisher: "国家质量技术监督局",
    dated: Day::of(1999, 7, 1),
    in_force: Some(Day::of(1999, 7, 1)),
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The standard of administrative regions.
pub static GB_2260: Source = Source {
    title: "中华人民共和国行政区划代码",
    title_en: "Codes for the Administrative Divisions of China",
    number: "GB/T 2260",
    publisher: "国家标准化管理委员会",
    dated: Day::of(2007, 11, 14),
    in_force: Some(Day::of(2008, 2, 1)),
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The internet standard of internationalised domain names.
pub static RFC_5890: Source = Source {
    title: "Internationalized Domain Names for Applications (IDNA)",
    title_en: "Internationalized Domain Names for Applications (IDNA)",
    number: "RFC 5890; UTS #46",
    publisher: "IETF; Unicode Consortium",
    dated: Day::of(2010, 8, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The internet standard of names with a special use.
pub static RFC_6761: Source = Source {
    title: "Special-Use Domain Names",
    title_en: "Special-Use Domain Names",
    number: "RFC 6761; RFC 6762",
    publisher: "IETF",
    dated: Day::of(2013, 2, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The internet standard of names for documents and tests.
pub static RFC_2606: Source = Source {
    title: "Reserved Top Level DNS Names",
    title_en: "Reserved Top Level DNS Names",
    number: "RFC 2606; BCP 32",
    publisher: "IETF",
    dated: Day::of(1999, 6, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// The format of these records.
pub static RECORD_FORMAT: Source = Source {
    title: "beian 记录格式 1",
    title_en: "beian record format 1",
    number: "docs/record-format.md",
    publisher: "beian",
    dated: Day::of(2026, 11, 21),
    in_force: Some(Day::of(2026, 11, 21)),
    checked: CHECKED,
    kind: SourceKind::RecordFormat,
};

/// A provider's pages on filing.
pub static HUAWEI_GUIDE: Source = Source {
    title: "华为云备案帮助",
    title_en: "Huawei Cloud: help on ICP filing",
    number: "",
    publisher: "华为云",
    dated: Day::of(2026, 7, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// A provider's pages on filing.
pub static TENCENT_GUIDE: Source = Source {
    title: "腾讯云网站备案文档（常见问题）",
    title_en: "Tencent Cloud: documents on website filing (questions and answers)",
    number: "",
    publisher: "腾讯云",
    dated: Day::of(2024, 1, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// A provider's page on the domains that can be filed.
pub static TENCENT_DOMAINS: Source = Source {
    title: "备案域名",
    title_en: "Tencent Cloud: domains for filing, with the list of approved suffixes",
    number: "",
    publisher: "腾讯云",
    dated: Day::of(2020, 7, 24),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// A provider's quick start on filing.
pub static ALIYUN_GUIDE: Source = Source {
    title: "阿里云个人网站备案快速入门",
    title_en: "Alibaba Cloud: quick start for filing a personal website",
    number: "",
    publisher: "阿里云",
    dated: Day::of(2025, 1, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// What the registry shows of filings.
pub static REGISTRY: Source = Source {
    title: "ICP/IP地址/域名信息备案管理系统（公共查询）",
    title_en: "MIIT filing registry: public query",
    number: "beian.miit.gov.cn",
    publisher: "工业和信息化部",
    dated: Day::of(2026, 11, 21),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// The internet standard of mail addresses.
pub static RFC_5321: Source = Source {
    title: "Simple Mail Transfer Protocol",
    title_en: "Simple Mail Transfer Protocol",
    number: "RFC 5321",
    publisher: "IETF",
    dated: Day::of(2008, 10, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// A platform's documents on filing mini programs.
pub static WECHAT_DOCS: Source = Source {
    title: "微信开放平台文档：小程序备案（获取证件类型、申请小程序备案）",
    title_en: "WeChat open platform: filing of mini programs (kinds of certificates, application)",
    number: "",
    publisher: "微信",
    dated: Day::of(2026, 11, 21),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// A provider's documents on filing.
pub static VOLCENGINE_GUIDE: Source = Source {
    title: "火山引擎备案文档",
    title_en: "Volcano Engine: documents on ICP filing",
    number: "",
    publisher: "火山引擎",
    dated: Day::of(2024, 4, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// What numbers look like that sites show; no text says so.
pub static SEEN_ON_PAGES: Source = Source {
    title: "公开网页页脚中的号码",
    title_en: "numbers in the footers of public pages",
    number: "",
    publisher: "beian",
    dated: Day::of(2026, 11, 21),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Unsure,
};

/// The internet standard of addresses with a special purpose.
pub static RFC_6890: Source = Source {
    title: "Special-Purpose IP Address Registries",
    title_en: "Special-Purpose IP Address Registries",
    number: "RFC 6890; RFC 1918; RFC 5737",
    publisher: "IETF",
    dated: Day::of(2013, 4, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Standard,
};

/// Providers' pages on what provinces ask; the rows name which of them.
pub static PROVINCE_PAGES: Source = Source {
    title: "各省管局备案要求（腾讯云、华为云、京东云、青云的页面；见 provinces.tsv）",
    title_en: "what provinces ask, as pages of Tencent, Huawei, JD and QingCloud tell it; see provinces.tsv",
    number: "",
    publisher: "腾讯云、华为云、京东云、青云",
    dated: Day::of(2025, 12, 31),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// Providers' pages on the names of services; the rows name which of them.
pub static NAME_PAGES: Source = Source {
    title: "网站（App）命名要求（青云、腾讯云、华为云、新网的页面；见 names.tsv）",
    title_en: "how services may be named, as pages of QingCloud, Tencent, Huawei and Xinnet tell it; see names.tsv",
    number: "",
    publisher: "青云、腾讯云、华为云、新网",
    dated: Day::of(2025, 12, 31),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};

/// The ministry's scheme of 2009 for managing filings, with an annex on how fields are filled in.
pub static MIIT_2009: Source = Source {
    title: "互联网站备案管理工作方案（附件：填报规则）",
    title_en: "Scheme for Managing Website Filings, with an annex on how its fields are filled in",
    number: "",
    publisher: "工业和信息化部",
    dated: Day::of(2009, 5, 19),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Manual,
};
