//! The texts that rules rest on. Each was held against the text or its copies on the day
//! it names; the words of the rules are ours.

use crate::day::Day;
use crate::rule::{Citation, Source, SourceKind};

const CHECKED: Day = Day::of(2026, 11, 21);

impl Source {
    /// The whole text.
    #[must_use]
    pub const fn whole(&'static self) -> Citation {
        self.article("")
    }

    /// An article or item of it.
    #[must_use]
    pub const fn article(&'static self, article: &'static str) -> Citation {
        Citation { source: self, article }
    }
}

/// State Council Order 292.
pub static SC_292: Source = Source {
    title: "互联网信息服务管理办法",
    title_en: "Measures for the Administration of Internet Information Services",
    number: "国务院令第292号（2011年修订）",
    publisher: "国务院",
    dated: Day::of(2011, 1, 8),
    in_force: Some(Day::of(2000, 9, 25)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// Order 33 of the Ministry of Information Industry.
pub static MII_33: Source = Source {
    title: "非经营性互联网信息服务备案管理办法",
    title_en: "Measures for Filing Non-commercial Internet Information Services",
    number: "信息产业部令第33号",
    publisher: "信息产业部",
    dated: Day::of(2005, 2, 8),
    in_force: Some(Day::of(2005, 3, 20)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// Order 33 of the Ministry of Public Security.
pub static MPS_33: Source = Source {
    title: "计算机信息网络国际联网安全保护管理办法",
    title_en: "Measures for Security Protection of International Networking of Computer Networks",
    number: "公安部令第33号（2011年修订）",
    publisher: "公安部",
    dated: Day::of(2011, 1, 8),
    in_force: Some(Day::of(1997, 12, 30)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// MIIT order on domain names.
pub static MIIT_43: Source = Source {
    title: "互联网域名管理办法",
    title_en: "Measures for the Administration of Internet Domain Names",
    number: "工业和信息化部令第43号",
    publisher: "工业和信息化部",
    dated: Day::of(2017, 8, 24),
    in_force: Some(Day::of(2017, 11, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// MIIT notice on domain names used by information services.
pub static MIIT_264: Source = Source {
    title: "关于规范互联网信息服务使用域名的通知",
    title_en: "Notice on the Use of Domain Names by Internet Information Services",
    number: "工信部信管〔2017〕264号",
    publisher: "工业和信息化部",
    dated: Day::of(2017, 11, 27),
    in_force: Some(Day::of(2018, 1, 1)),
    checked: CHECKED,
    kind: SourceKind::Notice,
};

/// MIIT notice that changed the rule of filing numbers.
pub static MIIT_633: Source = Source {
    title: "关于调整网站备案号编号规则的通知",
    title_en: "Notice on the Numbering of Website Filings: one domain, one number",
    number: "工信管函〔2019〕633号",
    publisher: "工业和信息化部",
    dated: Day::of(2019, 4, 22),
    in_force: Some(Day::of(2019, 4, 22)),
    checked: CHECKED,
    kind: SourceKind::Notice,
};

/// MIIT notice on the filing of Apps.
pub static MIIT_105: Source = Source {
    title: "关于开展移动互联网应用程序备案工作的通知",
    title_en: "Notice on the Filing of Mobile Applications",
    number: "工信部信管〔2023〕105号",
    publisher: "工业和信息化部",
    dated: Day::of(2023, 7, 21),
    in_force: Some(Day::of(2023, 9, 1)),
    checked: CHECKED,
    kind: SourceKind::Notice,
};

/// The scheme for clearing empty shells.
pub static MIIT_6: Source = Source {
    title: "空壳类备案数据清理工作方案",
    title_en: "Scheme for Clearing Empty Filing Data",
    number: "工信部电管〔2011〕6号",
    publisher: "工业和信息化部",
    dated: Day::of(2011, 1, 1),
    in_force: None,
    checked: CHECKED,
    kind: SourceKind::Notice,
};

/// The law against telecom fraud.
pub static ANTI_FRAUD_LAW: Source = Source {
    title: "反电信网络诈骗法",
    title_en: "Law against Telecom and Online Fraud",
    number: "主席令第119号",
    publisher: "全国人民代表大会常务委员会",
    dated: Day::of(2022, 9, 2),
    in_force: Some(Day::of(2022, 12, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// The law on personal information.
pub static PIPL: Source = Source {
    title: "个人信息保护法",
    title_en: "Personal Information Protection Law",
    number: "主席令第91号",
    publisher: "全国人民代表大会常务委员会",
    dated: Day::of(2021, 8, 20),
    in_force: Some(Day::of(2021, 11, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

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

/// State Council notice on the domain names of government websites.
pub static GOVERNMENT_DOMAINS: Source = Source {
    title: "国务院办公厅关于加强政府网站域名管理的通知",
    title_en: "Notice on the Management of Domain Names of Government Websites",
    number: "国办函〔2018〕55号",
    publisher: "国务院办公厅",
    // The day on which it was made public.
    dated: Day::of(2018, 9, 6),
    in_force: Some(Day::of(2018, 9, 6)),
    checked: CHECKED,
    kind: SourceKind::Notice,
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

/// The State Council's notice on the unified social credit code.
pub static SC_2015_33: Source = Source {
    title: "国务院关于批转发展改革委等部门法人和其他组织统一社会信用代码制度建设总体方案的通知",
    title_en: "State Council Notice on the System of Unified Social Credit Codes",
    number: "国发〔2015〕33号",
    publisher: "国务院",
    dated: Day::of(2015, 6, 11),
    in_force: Some(Day::of(2015, 10, 1)),
    checked: CHECKED,
    kind: SourceKind::Notice,
};

/// State Council Order 734.
pub static SC_734: Source = Source {
    title: "企业名称登记管理规定",
    title_en: "Provisions on the Registration of Enterprise Names",
    number: "国务院令第734号",
    publisher: "国务院",
    dated: Day::of(2020, 12, 28),
    in_force: Some(Day::of(2021, 3, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
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
