//! The mistakes.

const FIRST: &str = "filings/2021-02-20-first.yaml";

/// A mistake: what it is, and the edits of the clean subject that make it. An edit of a name without
/// a text renames the file, or adds it where there is none.
pub(crate) type Mistake = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

/// An order that the authority sent back.
const REJECTED: &str = "procedure: 变更主体
through: 阿里云
order: \"20261012000017\"
covers:
  - subject
facts:
  subject/address:
    from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
    to: 浙江省杭州市西湖区文三路 100 号 3 幢 503 室
effective: 2026-12-28
events:
  - at: 2026-10-12T10:00:00+08:00
    event: 提交订单
  - at: 2026-10-13T09:40:00+08:00
    event: 初审通过
  - at: 2026-10-13T09:41:00+08:00
    event: 发送短信
  - at: 2026-10-13T10:05:00+08:00
    event: 短信核验
    who: zhang
  - at: 2026-10-13T10:06:00+08:00
    event: 提交管局
  - at: 2026-11-03T15:30:00+08:00
    event: 管局驳回
    note: 通信地址与执照住所不符
";

/// The mistakes, those that once had many findings first.
pub(crate) const MISTAKES: [Mistake; 74] = [
    ("the key of the service was renamed", &[("services.yaml", "shop:\n", "store:\n")]),
    ("the service was forgotten in covers", &[(FIRST, "  - subject\n  - services/shop\nfacts", "  - subject\nfacts")]),
    ("the year of the first event is wrong", &[(FIRST, "2021-02-20T10:12", "2022-02-20T10:12")]),
    ("the year of the last event is wrong", &[(FIRST, "2021-03-18T16:40", "2020-03-18T16:40")]),
    ("the day of an event is wrong", &[(FIRST, "2021-02-22T09:30", "2021-02-12T09:30")]),
    ("the month of an event is wrong", &[(FIRST, "2021-02-22T09:31", "2021-12-22T09:31")]),
    (
        "approved, but no number was written",
        &[(
            FIRST,
            "granted:\n  - of: subject\n    number: \"浙ICP备2021000017号\"\n  \
         - of: services/shop\n    number: \"浙ICP备2021000017号-1\"\n",
            "",
        )],
    ),
    ("the file has a wrong name", &[(FIRST, "", "filings/2012-02-20-first.yaml")]),
    ("the key of a person was renamed", &[("people.yaml", "li:\n", "lisi:\n")]),
    ("the key of a server was renamed", &[("servers.yaml", "web-1:", "web-2:")]),
    ("the key of the domain is misspelled", &[("domains.yaml", "shop.example:", "shoop.example:")]),
    ("the domain of the service is misspelled", &[("services.yaml", "    - shop.example", "    - shoop.example")]),
    ("the home page is misspelled", &[("services.yaml", "home: www.shop.example", "home: www.shoop.example")]),
    ("the principal of the service is misspelled", &[("services.yaml", "principal: li", "principal: lee")]),
    ("the principal of the subject is misspelled", &[("subject.yaml", "\nprincipal: zhang", "\nprincipal: zang")]),
    ("the legal representative is misspelled", &[("subject.yaml", "representative: zhang", "representative: zang")]),
    ("the server of the access is misspelled", &[("services.yaml", "        - web-1", "        - web-11")]),
    ("the region is one of another city", &[("subject.yaml", "\nregion: \"330106\"", "\nregion: \"330206\"")]),
    ("the region is one of another province", &[("subject.yaml", "\nregion: \"330106\"", "\nregion: \"320106\"")]),
    ("a mobile begins as none does", &[("people.yaml", "  mobile: \"138****0001\"", "  mobile: \"128****0001\"")]),
    ("the nature is wrong", &[("subject.yaml", "nature: 企业", "nature: 事业单位")]),
    ("a digit of the credit code is wrong", &[("subject.yaml", "91330106MA0EXAMP12", "91330106MA0EXAMP13")]),
    ("the credit code is too short", &[("subject.yaml", "91330106MA0EXAMP12", "91330106MA0EXAMP1")]),
    ("the letter O in the place of 0", &[("subject.yaml", "91330106MA0EXAMP12", "9133O106MA0EXAMP12")]),
    ("the name of the organiser is misspelled", &[("subject.yaml", "name: 杭州示例网络", "name: 杭州市例网络")]),
    ("the address is another one", &[("subject.yaml", "502 室\nsupervisor", "503 室\nsupervisor")]),
    ("the subject number is misspelled", &[("subject.yaml", "浙ICP备2021000017号", "浙ICP备2021000071号")]),
    ("the service number is misspelled", &[("services.yaml", "浙ICP备2021000017号-1", "浙ICP备2021000017号-2")]),
    ("the letter of the province is wrong", &[("subject.yaml", "浙ICP备2021000017号", "沪ICP备2021000017号")]),
    (
        "the number ends in the suffix of an App",
        &[("services.yaml", "浙ICP备2021000017号-1", "浙ICP备2021000017号-1A")],
    ),
    ("a mobile lacks a digit", &[("people.yaml", "  mobile: \"138****0001\"", "  mobile: \"138****001\"")]),
    ("the mail address has no sign", &[("people.yaml", "email: zhang@shop.example", "email: zhang.shop.example")]),
    ("a term ends before it begins", &[("people.yaml", "from: 2015-06-01", "from: 2045-06-01")]),
    ("the domain has expired", &[("domains.yaml", "expires: 2029-11-02", "expires: 2025-11-02")]),
    (
        "the domain was verified before it was registered",
        &[("domains.yaml", "verified: 2020-11-10", "verified: 2019-11-10")],
    ),
    (
        "the holder is somebody else",
        &[("domains.yaml", "name: 杭州示例网络科技有限公司", "name: 上海别家网络科技有限公司")],
    ),
    ("the address of the server is private", &[("servers.yaml", "203.0.113.10", "192.168.0.10")]),
    ("the region of the cloud is misspelled", &[("servers.yaml", "cn-hangzhou", "cn-hangzhuo")]),
    ("the provider of the server is another one", &[("servers.yaml", "provider: 阿里云", "provider: 腾讯云")]),
    ("the paid time has ended", &[("servers.yaml", "until: 2028-01-15", "until: 2025-01-15")]),
    ("the service opened before its number", &[("services.yaml", "opened: 2021-03-20", "opened: 2020-03-20")]),
    (
        "the number names an order that is not there",
        &[("services.yaml", "filing: 2021-02-20-first", "filing: 2021-02-21-first")],
    ),
    ("an event has a word that is none", &[(FIRST, "event: 初审通过", "event: 初审过了")]),
    ("the procedure is a change", &[(FIRST, "procedure: 首次备案", "procedure: 变更主体")]),
    // What was found to cascade elsewhere, and twenty of other kinds.
    (
        "the order was rejected",
        &[
            ("subject.yaml", "502 室\nsupervisor", "503 室\nsupervisor"),
            ("filings/2026-10-12-address.yaml", "", REJECTED),
        ],
    ),
    ("the number is one that stands for any", &[("subject.yaml", "浙ICP备2021000017号", "浙ICP备12345678号")]),
    ("a fact of the order is misspelled", &[(FIRST, "services/shop/content", "services/shop/contnet")]),
    ("the order files another name", &[(FIRST, "shop/name: 示例好物铺", "shop/name: 示例好物浦")]),
    ("a covered service is misspelled", &[(FIRST, "  - services/shop\nfacts", "  - services/shopp\nfacts")]),
    ("a granted service is misspelled", &[(FIRST, "  - of: services/shop", "  - of: services/shopp")]),
    ("a paper names somebody misspelled", &[(FIRST, "of: people/zhang", "of: people/zang")]),
    ("an event names somebody misspelled", &[(FIRST, "who: zhang", "who: zang")]),
    ("the order went through a misspelled provider", &[(FIRST, "through: 阿里云", "through: 阿里去")]),
    ("the provider of the access is misspelled", &[("services.yaml", "provider: 阿里云", "provider: 阿里去")]),
    ("the day of the month does not exist", &[("domains.yaml", "2029-11-02", "2029-11-32")]),
    ("a flag is misspelled", &[("services.yaml", "commercial: false", "commercial: flase")]),
    ("a region without quotes", &[("subject.yaml", "\nregion: \"330106\"", "\nregion: 330106")]),
    ("a wide colon", &[("subject.yaml", "nature: 企业", "nature：企业")]),
    ("a line that stands twice", &[("people.yaml", "  name: 张示例\n", "  name: 张示例\n  name: 张示例\n")]),
    ("a key is misspelled", &[("services.yaml", "  content: 销售", "  contnet: 销售")]),
    ("the year of the registration is wrong", &[("domains.yaml", "registered: 2020", "registered: 2022")]),
    ("the year of the expiry is wrong", &[("domains.yaml", "expires: 2029", "expires: 2092")]),
    ("the year of the number is wrong", &[("subject.yaml", "from: 2021-03-18", "from: 2012-03-18")]),
    ("the year of the service's number is wrong", &[("services.yaml", "from: 2021-03-18", "from: 2012-03-18")]),
    ("the home page is of another host", &[("services.yaml", "home: www.shop.example", "home: www.shop.test")]),
    ("the year of the opening is wrong", &[("services.yaml", "opened: 2021", "opened: 2012")]),
    ("the year of the application to the police is wrong", &[("services.yaml", "applied: 2021", "applied: 2024")]),
    ("the police number is of another province", &[("services.yaml", "浙公网安备33010602", "浙公网安备32010602")]),
    ("the paid time begins after it ends", &[("servers.yaml", "from: 2021-01-15", "from: 2031-01-15")]),
    (
        "the telephone for emergencies is one's own",
        &[("people.yaml", "phone: \"139****0002\"", "phone: \"138****0001\"")],
    ),
    ("the kind of a certificate is wrong", &[("people.yaml", "kind: 居民身份证", "kind: 护照")]),
    ("a format that is not written yet", &[("subject.yaml", "format: 1", "format: 9")]),
    ("a paper without its place", &[(FIRST, "    of: subject\n    where: 公司档案柜 A-3\n", "    of: subject\n")]),
    ("the kind of the service is wrong", &[("services.yaml", "kind: 网站", "kind: 小程序")]),
];
