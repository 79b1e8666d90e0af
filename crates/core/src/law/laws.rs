//! Laws, orders and notices.

use super::{CHECKED, Source, SourceKind};
use crate::day::Day;

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

/// MIIT order on telecommunications licences. Its rule on renewals is reported; the text of the
/// order it replaced was read.
pub static MIIT_42: Source = Source {
    title: "电信业务经营许可管理办法",
    title_en: "Measures for the Administration of Telecommunications Business Licences",
    number: "工业和信息化部令第42号",
    publisher: "工业和信息化部",
    dated: Day::of(2017, 7, 3),
    in_force: Some(Day::of(2017, 9, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
};

/// The law on administrative licensing.
pub static LICENSING_LAW: Source = Source {
    title: "行政许可法",
    title_en: "Administrative Licensing Law",
    number: "主席令第7号（2019年修正）",
    publisher: "全国人民代表大会常务委员会",
    dated: Day::of(2019, 4, 23),
    in_force: Some(Day::of(2004, 7, 1)),
    checked: CHECKED,
    kind: SourceKind::Law,
};
