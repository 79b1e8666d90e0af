//! Parts that the examples of several rules are made of.

use crate::rule::Given;

/// The approval as it was filed.
pub(super) const APPROVAL_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "  services/shop/approvals: 不涉及\n",
    new: "  services/shop/approvals:\n      - kind: 药品和医疗器械\n        authority: 浙江省药品监督管理局\n        number: \"（浙）-经营性-2026-0001\"\n        valid:\n          from: 2026-01-01\n          until: 2030-12-31\n",
};

/// An approval of what the website sells.
pub(super) const APPROVAL: Given = Given::Edit {
    file: "example/services.yaml",
    old: "  approvals: 不涉及\n",
    new: "  approvals:\n    - kind: 药品和医疗器械\n      authority: 浙江省药品监督管理局\n      number: \"（浙）-经营性-2026-0001\"\n      valid:\n        from: 2026-01-01\n        until: 2030-12-31\n",
};

/// An App beside the website.
pub(super) const APP_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "    shown: 2021-04-10\n",
    new: "    shown: 2021-04-10\nshop-app:\n  kind: APP\n  name: 示例好物通\n  domains:\n    - shop.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 手机端购买本公司的示例商品\n  category: 网络购物\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\n  platforms:\n    - os: Android\n      id: example.shop.app\n      fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"\n      public_key: 见密钥保管单\n",
};

/// A second website.
pub(super) const BLOG_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "shop:\n  kind",
    new: "blog:\n  kind: 网站\n  name: 示例手记\n  domains:\n    - blog.example\n  home: www.blog.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n      since: 2026-11-19\n  content: 介绍本公司的示例商品\n  category: 企业门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\nshop:\n  kind",
};

/// The domain of a second website.
pub(super) const BLOG_DOMAIN: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "shop.example:\n",
    new: "blog.example:\n  registrar: 阿里云\n  registered: 2026-09-02\n  holder:\n    name: 杭州示例网络科技有限公司\n    certificate:\n      kind: 营业执照\n      number: \"91330106MA0EXAMP12\"\n    relation: 主办单位\n  verified: 2026-09-10\n  expires: 2029-11-02\nshop.example:\n",
};

/// The order that asks for the second website.
pub(super) const BLOG_FILED: Given = Given::File {
    file: "example/filings/2026-11-19-blog.yaml",
    text: "procedure: 新增互联网信息服务\nthrough: 阿里云\norder: \"20261119000018\"\ncovers:\n  - services/blog\nfacts:\n  services/blog/kind: 网站\n  services/blog/name: 示例手记\n  services/blog/domains:\n    - blog.example\n  services/blog/home: www.blog.example\n  services/blog/content: 介绍本公司的示例商品\n  services/blog/approvals: 不涉及\n  services/blog/languages:\n    - 中文\n  services/blog/principal: li\nevents:\n  - at: 2026-11-19T10:12:00+08:00\n    event: 提交订单\n",
};

/// One more shop.
pub(super) const BRANCH_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "    shown: 2021-04-10\n",
    new: "    shown: 2021-04-10\nmore-1:\n  kind: 网站\n  name: 示例好物分铺之一\n  domains:\n    - more-1.example\n  home: www.more-1.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 销售本公司的示例商品\n  category: 网络购物\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\n",
};

/// The domain of one more shop.
pub(super) const BRANCH_DOMAIN: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "shop.example:\n",
    new: "more-1.example:\n  registrar: 阿里云\n  registered: 2020-11-02\n  holder:\n    name: 杭州示例网络科技有限公司\n    certificate:\n      kind: 营业执照\n      number: \"91430102MA0EXAMP1Y\"\n    relation: 主办单位\n  verified: 2020-11-10\n  expires: 2029-11-02\nshop.example:\n",
};

/// The order that asks for one more shop.
pub(super) const BRANCH_FILED: Given = Given::File {
    file: "example/filings/2026-11-18-more.yaml",
    text: "procedure: 新增互联网信息服务\nthrough: 阿里云\norder: \"20261118000017\"\ncovers:\n  - services/more-1\nfacts:\n  services/more-1/kind: 网站\n  services/more-1/name: 示例好物分铺之一\n  services/more-1/domains:\n    - more-1.example\n  services/more-1/home: www.more-1.example\n  services/more-1/content: 销售本公司的示例商品\n  services/more-1/approvals: 不涉及\n  services/more-1/languages:\n    - 中文\n  services/more-1/principal: li\nevents:\n  - at: 2026-11-18T10:12:00+08:00\n    event: 提交订单\npapers:\n  - kind: 居民身份证\n    of: people/li\n    where: 公司档案柜 A-3\n",
};

/// The individual answers for everything.
pub(super) const INDIVIDUAL_ALONE: Given = Given::File {
    file: "example/people.yaml",
    text: "zhang:\n  name: 张示例\n  certificate:\n    kind: 居民身份证\n    number: \"330***********0018\"\n    valid:\n      from: 2015-06-01\n      until: 2035-06-01\n  mobile: \"138****0001\"\n  emergency:\n    phone: \"139****0002\"\n    whose: 李示例\n    relation: 同事\n  email: zhang@shop.example\n",
};

/// The individual as it was filed.
pub(super) const INDIVIDUAL_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "  subject/name: 杭州示例网络科技有限公司\n  subject/nature: 企业\n  subject/certificate/kind: 营业执照\n  subject/certificate/number: \"91330106MA0EXAMP12\"",
    new: "  subject/name: 张示例\n  subject/nature: 个人\n  subject/certificate/kind: 居民身份证\n  subject/certificate/number: \"330***********0018\"",
};

/// The subject is an individual.
pub(super) const INDIVIDUAL: Given = Given::File {
    file: "example/subject.yaml",
    text: "format: 1\nname: 张示例\nnature: 个人\ncertificate:\n  kind: 居民身份证\n  number: \"330***********0018\"\n  region: \"330106\"\n  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n  valid:\n    from: 2015-06-01\n    until: 2035-06-01\nregion: \"330106\"\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor: 张示例\nprincipal: zhang\nnumbers:\n  - number: \"浙ICP备2021000017号\"\n    from: 2021-03-18\n    filing: 2021-02-20-first\n",
};

/// The institution as it was filed.
pub(super) const INSTITUTION_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "  subject/name: 杭州示例网络科技有限公司\n  subject/nature: 企业\n  subject/certificate/kind: 营业执照\n  subject/certificate/number: \"91330106MA0EXAMP12\"",
    new: "  subject/name: 杭州示例研究所\n  subject/nature: 事业单位\n  subject/certificate/kind: 事业单位法人证书\n  subject/certificate/number: \"12330106MA0EXAMP17\"",
};

/// The institution holds the domain.
pub(super) const INSTITUTION_HOLDS: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "    name: 杭州示例网络科技有限公司\n    certificate:\n      kind: 营业执照\n      number: \"91330106MA0EXAMP12\"",
    new: "    name: 杭州示例研究所\n    certificate:\n      kind: 事业单位法人证书\n      number: \"12330106MA0EXAMP17\"",
};

/// The subject is an institution.
pub(super) const INSTITUTION: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "name: 杭州示例网络科技有限公司\nnature: 企业\ncertificate:\n  kind: 营业执照\n  number: \"91330106MA0EXAMP12\"",
    new: "name: 杭州示例研究所\nnature: 事业单位\ncertificate:\n  kind: 事业单位法人证书\n  number: \"12330106MA0EXAMP17\"",
};

/// A licence for value-added services.
pub(super) const LICENCE: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "supervisor: 张示例\n",
    new: "supervisor: 张示例\nlicences:\n  - kind: 增值电信业务经营许可证\n    number: \"浙B2-20210017\"\n    valid:\n      from: 2024-05-01\n      until: 2029-05-01\n",
};

/// The manager of the website was not filed.
pub(super) const MANAGER_NOT_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "  people/li/name: 李示例\n  people/li/mobile: \"139****0002\"\n  people/li/email: li@shop.example\n",
    new: "",
};

/// The order for the move, under a name of its own.
pub(super) const MOVE_FILED_APART: Given = Given::File {
    file: "example/filings/2026-11-16-a.yaml",
    text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20261116000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-30\nevents:\n  - at: 2026-11-16T10:00:00+08:00\n    event: 提交订单\n",
};

/// The order by which the move was filed and approved.
pub(super) const MOVE_FILED: Given = Given::File {
    file: "example/filings/2026-07-06-address.yaml",
    text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-08-20\nevents:\n  - at: 2026-07-06T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-07-07T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-07-07T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-07-07T10:05:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: 2026-07-07T10:06:00+08:00\n    event: 提交管局\n  - at: 2026-07-24T15:30:00+08:00\n    event: 管局通过\n",
};

/// The order for the move, of the day before.
pub(super) const MOVE_JUST_FILED: Given = Given::File {
    file: "example/filings/2026-11-20-address.yaml",
    text: "procedure: 变更主体\nthrough: 阿里云\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-25\nevents:\n  - at: 2026-11-20T10:00:00+08:00\n    event: 提交订单\n",
};

/// The order for the move, handed to the provider the day before.
pub(super) const MOVE_SUBMITTED: Given = Given::File {
    file: "example/filings/2026-11-16-address.yaml",
    text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-28\nevents:\n  - at: 2026-11-20T10:00:00+08:00\n    event: 提交订单\n",
};

/// The order for the move, which the authority has not decided.
pub(super) const MOVE_UNDER_REVIEW: Given = Given::File {
    file: "example/filings/2026-11-16-address.yaml",
    text: "procedure: 变更主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n    to: 浙江省杭州市滨江区江南大道 588 号 1206 室\neffective: 2026-12-28\nevents:\n  - at: 2026-11-16T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-11-17T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-11-17T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-11-17T10:05:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: 2026-11-17T10:06:00+08:00\n    event: 提交管局\n",
};

/// The nature under another of its names.
pub(super) const NATURE_BY_ALIAS: Given =
    Given::Edit { file: "example/subject.yaml", old: "nature: 企业", new: "nature: 公司" };

/// The registry knew of no filing.
pub(super) const NOTHING_IN_REGISTRY: Given = Given::File {
    file: "example/observations/2024-10-10-registry.yaml",
    text: "kind: 管局查询\nsource: beian.miit.gov.cn\nsha256: \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\nat: 2024-10-10\nsays: 无记录\n",
};

/// The office moves to another address.
pub(super) const OFFICE_MOVED: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor",
    new: "address: 浙江省杭州市滨江区江南大道 588 号 1206 室\nsupervisor",
};

/// The order by which an old website was deregistered.
pub(super) const OLD_SITE_CLOSED: Given = Given::File {
    file: "example/filings/2026-07-06-close.yaml",
    text: "procedure: 注销互联网信息服务\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - services/old\neffective: 2026-07-06\nevents:\n  - at: 2026-07-06T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-07-07T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-07-07T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-07-07T10:05:00+08:00\n    event: 短信核验\n    who: li\n  - at: 2026-07-07T10:06:00+08:00\n    event: 提交管局\n  - at: 2026-07-24T15:30:00+08:00\n    event: 管局通过\n",
};

/// An old website that was deregistered.
pub(super) const OLD_SITE_ENDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "shop:\n  kind",
    new: "old:\n  kind: 网站\n  name: 示例旧站\n  closed: 2026-07-06\n  ended:\n    on: 2026-07-24\n    why: 注销\n    filing: 2026-07-06-close\nshop:\n  kind",
};

/// Settings that name a folder of overlays.
pub(super) const OVERLAYS_SET: Given =
    Given::File { file: "../beian.yaml", text: "sample: true\noverlays: overlays\n" };

/// An overlay with a row for a registrar.
pub(super) const REGISTRAR_OVERLAY: Given = Given::File {
    file: "../overlays/registrars.yaml",
    text: "source:\n  title: 新批复\n  publisher: 工业和信息化部\n  date: 2026-11-01\ntables:\n  registrars:\n    - name: 示例域名\n      standing: approved\n",
};

/// The order by which the subject was deregistered.
pub(super) const SUBJECT_CLOSED: Given = Given::File {
    file: "example/filings/2026-07-06-close.yaml",
    text: "procedure: 注销主体\nthrough: 阿里云\norder: \"20260706000017\"\ncovers:\n  - subject\neffective: 2026-07-06\nevents:\n  - at: 2026-07-06T10:00:00+08:00\n    event: 提交订单\n  - at: 2026-07-07T09:40:00+08:00\n    event: 初审通过\n  - at: 2026-07-07T09:41:00+08:00\n    event: 发送短信\n  - at: 2026-07-07T10:05:00+08:00\n    event: 短信核验\n    who: zhang\n  - at: 2026-07-07T10:06:00+08:00\n    event: 提交管局\n  - at: 2026-07-24T15:30:00+08:00\n    event: 管局通过\n",
};

/// The subject was deregistered.
pub(super) const SUBJECT_ENDED: Given = Given::Edit {
    file: "example/subject.yaml",
    old: "    filing: 2021-02-20-first\n",
    new: "    filing: 2021-02-20-first\nended:\n  on: 2026-07-24\n  why: 注销\n  filing: 2026-07-06-close\n",
};

/// Settings with a waiver that lacks nothing.
pub(super) const WAIVER: Given = Given::File {
    file: "../beian.yaml",
    text: "sample: true\nwaivers:\n  - rule: alias-term\n    fact: example/subject/nature\n    reason: 旧系统还在用这个词，年底前换完\n    owner: 李示例\n    until: 2026-12-31\n",
};
