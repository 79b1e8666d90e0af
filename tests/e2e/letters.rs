//! Filings for which letters are written, in the records that are shipped.

use crate::gitted::Gitted;
use crate::harness::Run;

/// The subjects: an enterprise, a person, a public institution.
pub(crate) const SUBJECTS: [&str; 3] = ["ningbo-shifan", "su-wanli", "yangzi-library"];

/// What a subject files in these tests.
pub(crate) struct Files {
    subject: &'static str,
    provider: &'static str,
    service: &'static str,
    contact: &'static str,
    change: &'static str,
}

const FILES: [Files; 3] = [
    Files {
        subject: "ningbo-shifan",
        provider: "阿里云",
        service: "wholesale",
        contact: "chen",
        change: "\
procedure: 变更备案
through: 阿里云
covers:
  - subject
  - services/store
facts:
  subject/name:
    from: 宁波示范商贸有限公司
    to: 宁波示范优选商贸有限公司
  services/store/name:
    from: 示范好物商城
    to: 示范优选商城
  people/chen/mobile:
    from: \"137****1002\"
    to: \"137****1009\"
reason: 公司名称变更。
basis:
  document: 准予变更登记通知书
  number: （甬海）登字〔2026〕第 42 号
  date: 2026-11-12
effective: 2026-11-12
contact: chen
",
    },
    Files {
        subject: "su-wanli",
        provider: "腾讯云",
        service: "notes",
        contact: "su",
        change: "\
procedure: 变更主体
through: 腾讯云
covers:
  - subject
facts:
  subject/address:
    from: 四川省成都市武侯区样本街 9 号 2 栋 1 单元 804 号
    to: 四川省成都市锦江区范例路 3 号 1 栋 502 号
  people/su/mobile:
    from: \"136****2001\"
    to: \"136****2009\"
reason: 搬家并更换手机号码
effective: 2026-12-31
",
    },
    Files {
        subject: "yangzi-library",
        provider: "华为云",
        service: "library",
        contact: "wu",
        change: "\
procedure: 变更互联网信息服务
through: 华为云
covers:
  - services/library
facts:
  services/library/content:
    from: 馆藏查询、借阅指南和活动公告
    to: 馆藏查询、借阅指南、活动公告和讲座视频
  services/library/principal:
    from: wu
    to: zhou
reason: 增加讲座视频栏目，更换服务负责人
effective: 2027-01-05
contact: wu
",
    },
];

/// The kinds of filings, each in a file named after it.
pub(crate) const KINDS: [&str; 7] = [
    "change",
    "cancel-access",
    "deregister-service",
    "deregister-subject",
    "deregister-shell",
    "deregister-other",
    "first",
];

/// The records that are shipped, with one draft of each kind for each subject.
pub(crate) fn repository() -> Gitted {
    let made = Gitted::shipped();
    for files in &FILES {
        for kind in KINDS.iter().filter(|kind| **kind != "first") {
            made.case.write(&path(files.subject, kind), text(files, kind));
        }
    }
    made
}

/// Where a filing stands.
pub(crate) fn path(subject: &str, kind: &str) -> String {
    format!("records/{subject}/filings/{}.yaml", stem(subject, kind))
}

/// The stem of a filing; the first ones are those that are shipped.
pub(crate) fn stem(subject: &str, kind: &str) -> String {
    match (subject, kind) {
        ("ningbo-shifan", "first") => "2021-05-10-first".to_owned(),
        ("su-wanli", "first") => "2024-04-22-first".to_owned(),
        (_, "first") => "2019-07-16-first".to_owned(),
        _ => format!("2026-11-20-{kind}"),
    }
}

fn text(files: &Files, kind: &str) -> String {
    let Files { subject: _, provider, service, contact, change } = files;
    let service = format!("services/{service}");
    let (procedure, covers, reason) = match kind {
        "change" => return (*change).to_owned(),
        "cancel-access" => ("取消接入", service.as_str(), "更换接入商"),
        "deregister-service" => ("注销互联网信息服务", service.as_str(), "不再运营"),
        "deregister-subject" => ("注销主体", "subject", "主体信息变更，拟重新备案"),
        "deregister-shell" => ("注销空壳主体", "subject", "长期没有服务"),
        _ => ("注销他单位备案", service.as_str(), "受让域名后发现原备案仍在"),
    };
    let other = "counterparty:\n  name: 杭州样例软件有限公司\n  number: \"浙ICP备2020000099号-1\"\n";
    let party = if kind == "deregister-other" { other } else { "" };
    format!(
        "procedure: {procedure}\nthrough: {provider}\ncovers:\n  - {covers}\nreason: {reason}\neffective: \
         2026-12-20\ncontact: {contact}\n{party}"
    )
}

/// The letters of a filing.
pub(crate) fn notice(made: &Gitted, subject: &str, kind: &str) -> Run {
    made.run(&["notice", &format!("{subject}/{}", stem(subject, kind))])
}
