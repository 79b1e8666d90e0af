//! Differences of meaning, however small they look.

use super::Variation;

const PEOPLE: &str = "people.yaml";
const SUBJECT: &str = "subject.yaml";
const SERVERS: &str = "servers.yaml";
const SERVICES: &str = "services.yaml";

const MOBILE: &str = "  mobile: \"138****0001\"";
const ADDRESS: &str = "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室";
const NAME: &str = "name: 示例网络科技（杭州）有限公司";
const DOMAIN: &str = "  domains:\n    - 示例.example";
const HOME: &str = "home: www.示例.example";

pub(crate) const ALL: &[Variation] = &[
    ("another last digit of a mobile", &[(PEOPLE, MOBILE, "  mobile: \"138****0007\"")]),
    ("another first digit of a mobile", &[(PEOPLE, MOBILE, "  mobile: \"136****0001\"")]),
    ("the code of another country", &[(PEOPLE, MOBILE, "  mobile: \"+852 138****0001\"")]),
    ("a digit too many", &[(PEOPLE, MOBILE, "  mobile: \"138****00011\"")]),
    ("another mailbox", &[(PEOPLE, "email: zhang@shop.example", "email: zhangs@shop.example")]),
    ("a mailbox elsewhere", &[(PEOPLE, "email: zhang@shop.example", "email: zhang@other.example")]),
    ("another credit code", &[(SUBJECT, "\"91330106MA0EXAMP12\"", "\"91330106MA0TEXT17A\"")]),
    ("the letter O in the place of 0", &[(SUBJECT, "\"91330106MA0EXAMP12\"", "\"91330106MAOEXAMP12\"")]),
    ("another word of the name", &[(SUBJECT, NAME, "name: 示例信息科技（杭州）有限公司")]),
    ("another place in brackets", &[(SUBJECT, NAME, "name: 示例网络科技（宁波）有限公司")]),
    ("no brackets in the name", &[(SUBJECT, NAME, "name: 示例网络科技杭州有限公司")]),
    ("another form of the company", &[(SUBJECT, NAME, "name: 示例网络科技（杭州）股份有限公司")]),
    ("another room", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 503 室")]),
    ("digits of the address swapped", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 520 室")]),
    ("a space that parts other digits", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文三路 10 号 3 幢 502 室")]),
    ("another road of one sound", &[(SUBJECT, ADDRESS, "\naddress: 浙江省杭州市西湖区文山路 100 号 3 幢 502 室")]),
    ("another district", &[(SUBJECT, "\nregion: \"330106\"", "\nregion: \"330108\"")]),
    ("another principal of the subject", &[(SUBJECT, "\nprincipal: zhang", "\nprincipal: li")]),
    ("another principal of the service", &[(SERVICES, "principal: li", "principal: zhang")]),
    ("another name of a person", &[(PEOPLE, "  name: 玛丽·示例", "  name: 玛莉·示例")]),
    ("another name of the service", &[(SERVICES, "name: 示例好物铺", "name: 示例好货铺")]),
    ("small letters in the name of the App", &[(SERVICES, "name: 示例ABC通", "name: 示例abc通")]),
    ("another content", &[(SERVICES, "content: 销售 Café 示例商品", "content: 租赁 Café 示例商品")]),
    ("a letter without its accent", &[(SERVICES, "content: 销售 Café 示例商品", "content: 销售 Cafe 示例商品")]),
    ("a language less", &[(SERVICES, "    - 中文\n    - 英文", "    - 中文")]),
    ("a kit more", &[(SERVICES, "    - 支付示例\n", "    - 支付示例\n    - 推送示例\n")]),
    ("a domain that looks alike", &[(SERVICES, DOMAIN, "  domains:\n    - 示倒.example")]),
    ("a domain of another suffix", &[(SERVICES, DOMAIN, "  domains:\n    - 示例.test")]),
    ("a domain more", &[(SERVICES, DOMAIN, "  domains:\n    - 示例.example\n    - 好物.example")]),
    ("another page", &[(SERVICES, HOME, "home: www.示例.example/shop")]),
    ("another host of the home page", &[(SERVICES, HOME, "home: shop.示例.example")]),
    (
        "another provider",
        &[
            (SERVICES, "    - provider: 阿里云", "    - provider: 腾讯云"),
            (SERVERS, "  provider: 阿里云", "  provider: 腾讯云"),
        ],
    ),
    ("a digit of a fingerprint", &[(SERVICES, "E8:F9\"", "E8:F8\"")]),
    ("another package", &[(SERVICES, "id: example.shop.app", "id: example.shop.apk")]),
    ("another nature", &[(SUBJECT, "nature: 企业", "nature: 社会团体")]),
    (
        "the service gone",
        &[(SERVICES, "  approvals: 不涉及", "  ended:\n    on: 2026-11-01\n    why: 注销\n  approvals: 不涉及")],
    ),
];
