//! Variations that are none: only the spelling differs, or what was never filed.

use super::{FILING, Variation};

const PEOPLE: &str = "people.yaml";
const SUBJECT: &str = "subject.yaml";
const DOMAINS: &str = "domains.yaml";
const SERVERS: &str = "servers.yaml";
const SERVICES: &str = "services.yaml";

const MOBILE: &str = "  mobile: \"138****0001\"";
const FILED_MOBILE: &str = "people/zhang/mobile: \"138****0001\"";
const ADDRESS: &str = "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室";
const FILED_ADDRESS: &str = "subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室";
const NAME: &str = "name: 示例网络科技（杭州）有限公司";
const DOMAIN: &str = "  domains:\n    - 示例.example";
const HOME: &str = "home: www.示例.example";

pub(crate) const ALL: &[Variation] = &[
    // Telephones.
    ("a mobile in groups of 3, 4 and 4", &[(PEOPLE, MOBILE, "  mobile: \"138 **** 0001\"")]),
    ("a mobile with dashes", &[(PEOPLE, MOBILE, "  mobile: \"138-****-0001\"")]),
    ("a mobile with the code of the country", &[(PEOPLE, MOBILE, "  mobile: \"+86 138****0001\"")]),
    ("the code of the country without a space", &[(PEOPLE, MOBILE, "  mobile: \"+86138****0001\"")]),
    ("the code of the country and dashes", &[(PEOPLE, MOBILE, "  mobile: \"+86-138-****-0001\"")]),
    ("the code of the country as it is dialled", &[(PEOPLE, MOBILE, "  mobile: \"0086 138****0001\"")]),
    ("the code of the country in brackets", &[(PEOPLE, MOBILE, "  mobile: \"(+86) 138****0001\"")]),
    ("the code of the country, wide", &[(PEOPLE, MOBILE, "  mobile: \"＋86 138****0001\"")]),
    ("a mobile in wide digits", &[(PEOPLE, MOBILE, "  mobile: \"１３８****０００１\"")]),
    ("a mobile with wide stars", &[(PEOPLE, MOBILE, "  mobile: \"138＊＊＊＊0001\"")]),
    (
        "a mobile that was filed with the code of the country",
        &[(FILING, FILED_MOBILE, "people/zhang/mobile: \"+86 138****0001\"")],
    ),
    ("a mobile that was filed in groups", &[(FILING, FILED_MOBILE, "people/zhang/mobile: \"138 **** 0001\"")]),
    ("another telephone with spaces", &[(PEOPLE, "    phone: \"139****0002\"", "    phone: \"139 **** 0002\"")]),
    // Mail.
    ("a mail address in capitals", &[(PEOPLE, "email: zhang@shop.example", "email: Zhang@Shop.Example")]),
    (
        "a mail address that was filed in capitals",
        &[(FILING, "people/li/email: li@shop.example", "people/li/email: LI@shop.example")],
    ),
    ("a mail address in wide letters", &[(FILING, "email: zhang@shop.example", "email: ｚｈａｎｇ@shop.example")]),
    // Numbers of certificates.
    ("a credit code in small letters", &[(SUBJECT, "\"91330106MA0EXAMP12\"", "\"91330106ma0examp12\"")]),
    ("a credit code in groups", &[(SUBJECT, "\"91330106MA0EXAMP12\"", "\"91 330106 MA0EXAMP1 2\"")]),
    (
        "a credit code that was filed in wide letters",
        &[(FILING, "\"91330106MA0EXAMP12\"", "\"９１３３０１０６ＭＡ０ＥＸＡＭＰ１２\"")],
    ),
    ("the holder's credit code in small letters", &[(DOMAINS, "\"91330106MA0EXAMP12\"", "\"91330106ma0examp12\"")]),
    ("an identity number in groups", &[(PEOPLE, "330***********0018", "330*** ******** 0018")]),
    // Names.
    ("narrow brackets in the name", &[(SUBJECT, NAME, "name: 示例网络科技(杭州)有限公司")]),
    ("narrow brackets that were filed", &[(FILING, NAME, "name: 示例网络科技(杭州)有限公司")]),
    ("narrow brackets in the holder's name", &[(DOMAINS, NAME, "name: 示例网络科技(杭州)有限公司")]),
    ("spaces around the brackets", &[(SUBJECT, NAME, "name: 示例网络科技 (杭州) 有限公司")]),
    ("a wide space in the name", &[(SUBJECT, NAME, "name: \"示例网络科技（杭州）\u{3000}有限公司\"")]),
    ("radicals in the name", &[(SUBJECT, NAME, "name: ⽰例⽹络科技（杭州）有限公司")]),
    ("another middle dot", &[(PEOPLE, "  name: 玛丽·示例", "  name: 玛丽・示例")]),
    ("a bullet in the place of the middle dot", &[(PEOPLE, "  name: 玛丽·示例", "  name: 玛丽•示例")]),
    ("another middle dot that was filed", &[(FILING, "li/name: 玛丽·示例", "li/name: 玛丽‧示例")]),
    ("a space in a person's name", &[(PEOPLE, "  name: 张示例", "  name: 张 示例")]),
    ("spaces in the name of the service", &[(SERVICES, "name: 示例好物铺", "name: 示例 好物铺")]),
    ("wide letters in the name of the App", &[(FILING, "app/name: 示例ABC通", "app/name: 示例ＡＢＣ通")]),
    ("the supervisor with a space", &[(SUBJECT, "supervisor: 张示例", "supervisor: 张 示例")]),
    // Addresses.
    ("an address without spaces", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文三路100号3幢502室")]),
    ("an address with more spaces", &[(SUBJECT, ADDRESS, "\naddress: 浙江省 杭州市 西湖区 文三路 100号 3幢 502室")]),
    ("an address in wide digits", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文三路１００号３幢５０２室")]),
    (
        "an address that was filed without spaces",
        &[(FILING, FILED_ADDRESS, "subject/address: 浙江省杭州市西湖区文三路100号3幢502室")],
    ),
    ("radicals in an address", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市⻄湖区⽂三路 100 号 3 幢 502 室")]),
    (
        "the address of the certificate without spaces",
        &[(
            SUBJECT,
            "  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
            "  address: 浙江省杭州市西湖区文三路100号3幢502室",
        )],
    ),
    // Contents.
    ("letters of two characters", &[(SERVICES, "content: 销售 Café", "content: 销售 Cafe\u{301}")]),
    ("letters of two characters that were filed", &[(FILING, "content: 销售 Café", "content: 销售 Cafe\u{301}")]),
    ("a content without spaces", &[(SERVICES, "content: 销售 Café 示例商品", "content: 销售Café示例商品")]),
    // Domains and pages.
    ("a domain in ASCII", &[(SERVICES, DOMAIN, "  domains:\n    - xn--fsq092h.example")]),
    (
        "a domain that was filed in ASCII",
        &[(FILING, "shop/domains:\n    - 示例.example", "shop/domains:\n    - xn--fsq092h.example")],
    ),
    ("a domain in capitals", &[(SERVICES, DOMAIN, "  domains:\n    - 示例.EXAMPLE")]),
    ("a domain with its last dot", &[(SERVICES, DOMAIN, "  domains:\n    - 示例.example.")]),
    (
        "a domain that was filed with its last dot",
        &[(FILING, "shop/domains:\n    - 示例.example", "shop/domains:\n    - 示例.example.")],
    ),
    (
        "a domain with a wide dot",
        &[(FILING, "shop/domains:\n    - 示例.example", "shop/domains:\n    - 示例。example")],
    ),
    ("one domain as a text", &[(FILING, "shop/domains:\n    - 示例.example", "shop/domains: 示例.example")]),
    ("the record of the domain in ASCII", &[(DOMAINS, "示例.example:", "xn--fsq092h.example:")]),
    ("a home page in capitals", &[(SERVICES, HOME, "home: WWW.示例.Example")]),
    ("a home page with a stroke at its end", &[(SERVICES, HOME, "home: www.示例.example/")]),
    ("a home page in ASCII", &[(SERVICES, HOME, "home: www.xn--fsq092h.example")]),
    ("a home page with its scheme", &[(SERVICES, HOME, "home: https://www.示例.example")]),
    ("a home page that was filed with its scheme", &[(FILING, HOME, "home: http://www.示例.example/")]),
    // Sets.
    ("languages in another order", &[(SERVICES, "    - 中文\n    - 英文", "    - 英文\n    - 中文")]),
    ("kits in another order", &[(SERVICES, "    - 支付示例\n    - 地图示例", "    - 地图示例\n    - 支付示例")]),
    (
        "kits that were filed in another order",
        &[(FILING, "    - 支付示例\n    - 地图示例", "    - 地图示例\n    - 支付示例")],
    ),
    (
        "addresses of a server in another order",
        &[(SERVERS, "    - 203.0.113.10\n    - \"2001:db8::1\"\n", "    - \"2001:db8::1\"\n    - 203.0.113.10\n")],
    ),
    // Apps.
    (
        "a fingerprint without colons",
        &[(SERVICES, "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"", "0A1B2C3D4E5F60718293A4B5C6D7E8F9\"")],
    ),
    (
        "a fingerprint in small letters",
        &[(
            FILING,
            "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"",
            "0a:1b:2c:3d:4e:5f:60:71:82:93:a4:b5:c6:d7:e8:f9\"",
        )],
    ),
    // Access and servers.
    ("an access without its first day", &[(SERVICES, "      since: 2021-03-18\n  content: 销售", "  content: 销售")]),
    ("another first day of an access", &[(SERVICES, "      since: 2021-03-18\n", "      since: 2021-03-17\n")]),
    (
        "an account of an access",
        &[(SERVICES, "      since: 2021-03-18\n", "      account: sample\n      since: 2021-03-18\n")],
    ),
    (
        "a provider by its registered name",
        &[(SERVICES, "    - provider: 阿里云", "    - provider: 阿里云计算有限公司")],
    ),
    ("a provider in English", &[(SERVERS, "  provider: 阿里云", "  provider: Alibaba Cloud")]),
    (
        "a provider that was filed by another of its names",
        &[(FILING, "    - provider: 阿里云", "    - provider: 万网")],
    ),
    ("the order went through another of its names", &[(FILING, "through: 阿里云", "through: 阿里云计算有限公司")]),
    (
        "the key of a server",
        &[
            (SERVERS, "web-1:", "machine-a:"),
            (SERVICES, "        - web-1", "        - machine-a"),
            (SERVICES, "        - web-1", "        - machine-a"),
        ],
    ),
    (
        "the key of a person",
        &[
            (PEOPLE, "\nli:", "\nma-li:"),
            (SERVICES, "principal: li", "principal: ma-li"),
            (SERVICES, "principal: li", "principal: ma-li"),
        ],
    ),
    ("a place by its short name", &[(SERVERS, "place: 浙江省", "place: 浙江")]),
    ("a region of the cloud in capitals", &[(SERVERS, "cloud_region: cn-hangzhou", "cloud_region: CN-Hangzhou")]),
    ("an address of a server in full", &[(SERVERS, "\"2001:db8::1\"", "\"2001:0DB8:0:0:0:0:0:1\"")]),
    // Numbers of filings.
    (
        "a filing number with spaces",
        &[(FILING, "    number: \"浙ICP备2021000017号-1\"", "    number: \"浙ICP备 2021000017号-1\"")],
    ),
    (
        "a filing number in wide letters",
        &[(FILING, "    number: \"浙ICP备2021000017号-1\"", "    number: \"浙ＩＣＰ备2021000017号-1\"")],
    ),
    (
        "a filing number in small letters",
        &[(FILING, "    number: \"浙ICP备2021000017号-1\"", "    number: \"浙icp备2021000017号-1\"")],
    ),
];
