//! Another kind of subject in the place of the clean enterprise.

use crate::rule::Given;

/// The subject is an individual.
pub(crate) const INDIVIDUAL: Given = Given::File {
    file: "example/subject.yaml",
    text: yaml! {r#"
        format: 1
        name: 张示例
        nature: 个人
        certificate:
          kind: 居民身份证
          number: "330***********0018"
          region: "330106"
          address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
          valid:
            from: 2015-06-01
            until: 2035-06-01
        region: "330106"
        address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
        supervisor: 张示例
        principal: zhang
        numbers:
          - number: "浙ICP备2021000017号"
            from: 2021-03-18
            filing: 2021-02-20-first
    "#},
};

/// The individual answers for everything.
pub(crate) const INDIVIDUAL_ALONE: Given = Given::File {
    file: "example/people.yaml",
    text: yaml! {r#"
        zhang:
          name: 张示例
          certificate:
            kind: 居民身份证
            number: "330***********0018"
            valid:
              from: 2015-06-01
              until: 2035-06-01
          mobile: "138****0001"
          emergency:
            phone: "139****0002"
            whose: 李示例
            relation: 同事
          email: zhang@shop.example
    "#},
};

/// The individual as it was filed.
pub(crate) const INDIVIDUAL_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: yaml! {r#"
          subject/name: 杭州示例网络科技有限公司
          subject/nature: 企业
          subject/certificate/kind: 营业执照
          subject/certificate/number: "91330106MA0EXAMP12"
    "#},
    new: yaml! {r#"
          subject/name: 张示例
          subject/nature: 个人
          subject/certificate/kind: 居民身份证
          subject/certificate/number: "330***********0018"
    "#},
};

/// The subject is an institution.
pub(crate) const INSTITUTION: Given = Given::Edit {
    file: "example/subject.yaml",
    old: yaml! {r#"
        name: 杭州示例网络科技有限公司
        nature: 企业
        certificate:
          kind: 营业执照
          number: "91330106MA0EXAMP12"
    "#},
    new: yaml! {r#"
        name: 杭州示例研究所
        nature: 事业单位
        certificate:
          kind: 事业单位法人证书
          number: "12330106MA0EXAMP17"
    "#},
};

/// The institution as it was filed.
pub(crate) const INSTITUTION_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: yaml! {r#"
          subject/name: 杭州示例网络科技有限公司
          subject/nature: 企业
          subject/certificate/kind: 营业执照
          subject/certificate/number: "91330106MA0EXAMP12"
    "#},
    new: yaml! {r#"
          subject/name: 杭州示例研究所
          subject/nature: 事业单位
          subject/certificate/kind: 事业单位法人证书
          subject/certificate/number: "12330106MA0EXAMP17"
    "#},
};

/// The institution holds the domain.
pub(crate) const INSTITUTION_HOLDS: Given = Given::Edit {
    file: "example/domains.yaml",
    old: yaml! {r#"
            name: 杭州示例网络科技有限公司
            certificate:
              kind: 营业执照
              number: "91330106MA0EXAMP12"
    "#},
    new: yaml! {r#"
            name: 杭州示例研究所
            certificate:
              kind: 事业单位法人证书
              number: "12330106MA0EXAMP17"
    "#},
};

/// A licence for value-added services.
pub(crate) const LICENCE: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "supervisor: 张示例\n",
    new: yaml! {r#"
        supervisor: 张示例
        licences:
          - kind: 增值电信业务经营许可证
            number: "浙B2-20210017"
            valid:
              from: 2024-05-01
              until: 2029-05-01
    "#},
};

/// The nature under another of its names.
pub(crate) const NATURE_BY_ALIAS: Given =
    Given::Edit { file: "example/subject.yaml", old: "nature: 企业", new: "nature: 公司" };

/// The order by which the subject was deregistered.
pub(crate) const SUBJECT_CLOSED: Given = Given::File {
    file: "example/filings/2026-07-06-close.yaml",
    text: yaml! {r#"
        procedure: 注销主体
        through: 阿里云
        order: "20260706000017"
        covers:
          - subject
        effective: 2026-07-06
        events:
          - at: 2026-07-06T10:00:00+08:00
            event: 提交订单
          - at: 2026-07-07T09:40:00+08:00
            event: 初审通过
          - at: 2026-07-07T09:41:00+08:00
            event: 发送短信
          - at: 2026-07-07T10:05:00+08:00
            event: 短信核验
            who: zhang
          - at: 2026-07-07T10:06:00+08:00
            event: 提交管局
          - at: 2026-07-24T15:30:00+08:00
            event: 管局通过
    "#},
};

/// The subject was deregistered.
pub(crate) const SUBJECT_ENDED: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "    filing: 2021-02-20-first\n",
    new: yaml! {"
            filing: 2021-02-20-first
        ended:
          on: 2026-07-24
          why: 注销
          filing: 2026-07-06-close
    "},
};

/// The registry knew of no filing.
pub(crate) const NOTHING_IN_REGISTRY: Given = Given::File {
    file: "example/observations/2024-10-10-registry.yaml",
    text: yaml! {r#"
        kind: 管局查询
        source: beian.miit.gov.cn
        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        at: 2024-10-10
        says: 无记录
    "#},
};
