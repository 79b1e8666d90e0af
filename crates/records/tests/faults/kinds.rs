//! The kinds of faults.

use super::{Plant, Planted, one_of, references};

/// Each kind with what plants it.
pub(crate) const KINDS: &[(&str, Plant)] = &[
    ("one running index for two kinds of services", |subject, _| second(subject, "1A", "App")),
    ("a running index against its dates", |subject, _| {
        second(subject, "2", "网站");
        subject.edit("services.yaml", "-2\"\n      from: 2022-03-18", "-2\"\n      from: 2021-03-18");
        subject.edit("services.yaml", "-1\"\n      from: 2021-03-18", "-1\"\n      from: 2022-03-18");
    }),
    ("a server abroad", |subject, i| {
        let abroad = [
            "香港",
            "中国香港",
            "Hong Kong",
            "HK",
            "美国",
            "USA",
            "洛杉矶",
            "硅谷",
            "Singapore",
            "新加坡",
            "东京",
            "Tokyo",
            "法兰克福",
            "Frankfurt",
            "London",
            "首尔",
            "台湾",
            "澳门",
            "德国",
            "Virginia",
        ];
        subject.edit("servers.yaml", "  cloud_region: cn-hangzhou\n", "");
        subject.edit("servers.yaml", "place: 浙江省", &format!("place: {}", one_of(&abroad, i)));
    }),
    ("a place against the region of the cloud", |subject, i| {
        let elsewhere = ["北京市", "广东省深圳市", "上海市", "江苏省南京市", "四川省"];
        subject.edit("servers.yaml", "place: 浙江省", &format!("place: {}", one_of(&elsewhere, i)));
    }),
    ("one instance in two subjects", |subject, i| {
        subject.edit("servers.yaml", &format!("i-example{:07}", i * 2), &format!("i-example{:07}", i * 2 + 1));
    }),
    ("one order in two subjects", |subject, i| {
        subject.everywhere(&format!("20210220{:06}", i * 2), &format!("20210220{:06}", i * 2 + 1));
    }),
    ("one police number in two subjects", |subject, i| {
        subject.everywhere(&format!("33010602{:06}", 1 + i * 2), &format!("33010602{:06}", 2 + i * 2));
    }),
    ("one address under two providers", |subject, i| {
        let [_, b, c, d] = (i * 2 + 1).to_be_bytes();
        let [_, own_b, own_c, own_d] = (i * 2).to_be_bytes();
        subject.edit(
            "servers.yaml",
            &format!("47.{}.{own_c}.{own_d}", 96 + own_b % 16),
            &format!("47.{}.{c}.{d}", 96 + b % 16),
        );
        subject.edit("servers.yaml", "provider: 阿里云", "provider: 腾讯云");
        subject.edit("servers.yaml", "cloud_region: cn-hangzhou", "cloud_region: ap-shanghai");
    }),
    ("an address in another province", |subject, i| {
        let elsewhere =
            ["广东省深圳市南山区科技园 1 号", "北京市海淀区中关村大街 1 号", "江苏省南京市玄武区中山路 1 号"];
        subject.everywhere("浙江省杭州市西湖区文三路 100 号 3 幢 502 室", one_of(&elsewhere, i));
    }),
    ("an organisation filed outside of the province of its certificate", |subject, i| {
        let elsewhere = ["110108", "440305", "320102", "510104"];
        subject.edit("subject.yaml", "  region: \"330106\"", &format!("  region: \"{}\"", one_of(&elsewhere, i)));
    }),
    ("a certificate that ends absurdly late", |subject, i| {
        let ends = ["2999-12-31", "2099-06-01", "2226-02-01", "2062-02-01"];
        subject.edit("people.yaml", "until: 2036-02-01", &format!("until: {}", one_of(&ends, i)));
    }),
    ("a domain that expires absurdly late", |subject, i| {
        let ends = ["2999-11-02", "2129-11-02", "2092-11-02", "2039-11-02"];
        subject.edit("domains.yaml", "expires: 2029-11-02", &format!("expires: {}", one_of(&ends, i)));
    }),
    ("a masked number of the wrong length", |subject, i| {
        let wrong = ["138***0001", "138*****0001", "13*****01", "138****00011"];
        let wrong = one_of(&wrong, i).to_owned();
        subject.edit("people.yaml", "mobile: \"138****0001\"", &format!("mobile: \"{wrong}\""));
        subject.edit(FIRST, "people/zhang/mobile: \"138****0001\"", &format!("people/zhang/mobile: \"{wrong}\""));
    }),
    ("a masked identity number of the wrong length", |subject, i| {
        let wrong = ["330**********0018", "330************0018", "33***18", "330****0018"];
        subject.edit("people.yaml", "330***********0018", one_of(&wrong, i));
    }),
    ("an order through a provider that serves nothing", |subject, i| {
        let others = ["腾讯云", "华为云", "百度智能云"];
        subject.edit(FIRST, "through: 阿里云", &format!("through: {}", one_of(&others, i)));
    }),
    ("a check by somebody who is nobody's principal", |subject, i| {
        let person = "wang:\n  name: 王示例\n  mobile: \"137****0009\"\n";
        subject.add("people.yaml", person);
        subject.edit(FIRST, if i % 2 == 0 { "who: zhang" } else { "who: li" }, "who: wang");
    }),
    ("an event by a person who is not recorded", |subject, i| {
        subject.edit(FIRST, if i % 2 == 0 { "who: zhang" } else { "who: li" }, "who: zhao");
    }),
    ("a contact who is not recorded", |subject, _| subject.add(FIRST, "contact: zhao\n")),
    ("a paper of somebody who is not recorded", |subject, i| {
        let nobody = ["people/zhao", "services/forum", "domains/none.cn"];
        subject.edit(FIRST, "of: people/zhang", &format!("of: {}", one_of(&nobody, i)));
    }),
    ("a reference that leads nowhere", references::plant),
    ("two open orders of one account", |subject, _| {
        subject.add("filings/2026-11-10-phone.yaml", &order("20261110000001", "people/zhang/mobile", OLD, NEW));
        subject.add("filings/2026-11-12-mail.yaml", &order("20261112000001", "people/zhang/email", MAIL, OTHER));
        subject.edit("people.yaml", OLD, NEW);
        subject.edit("people.yaml", MAIL, OTHER);
    }),
    ("a first filing of what is on file", |subject, _| {
        let again = subject.files.get(FIRST).expect("the first filing").replace("2021-0", "2022-0");
        let again = again.replace("order: \"2021", "order: \"2022");
        subject.add("filings/2022-02-20-again.yaml", &again);
    }),
    ("a site that runs and never opened", |subject, _| {
        subject.edit("services.yaml", "  opened: 2021-03-20\n", "");
        subject.cut("services.yaml", "  police:\n", "  shown: 2021-04-10\n");
    }),
    ("a check that took months", |subject, i| {
        let (old, new) = [("2021-02-22T11:2", "2021-02-28T11:2"), ("2021-03-18", "2021-09-18")][i as usize % 2];
        subject.everywhere(old, new);
    }),
    ("a server released while an order runs", |subject, _| {
        subject.add("filings/2026-11-10-phone.yaml", &order("20261110000001", "people/zhang/mobile", OLD, NEW));
        subject.edit("people.yaml", OLD, NEW);
        subject.add("servers.yaml", "  released: 2026-11-15\n");
    }),
    ("content that needs an approval", |subject, i| {
        let content = [
            "网络游戏运营",
            "手机游戏下载与充值",
            "中小学在线学科辅导",
            "新闻资讯发布与转载",
            "网络视听节目点播",
            "药品网上销售",
            "医疗器械网络销售",
            "网络出版物发布",
            "网约车平台",
            "校外培训线上课程（高中）",
            "短视频分享和微短剧观看",
            "网络 视听 节目 点播",
            "网络小说连载",
            "网络音乐试听与下载",
            "佛学讲经视频",
            "网上叫车服务",
            "中考冲刺一对一辅导",
            "网页游戏联运",
            "时政评论",
            "线上药店",
        ];
        subject.everywhere("销售本公司的示例商品", one_of(&content, i));
    }),
    ("a paid membership that is said to be free", |subject, i| {
        let content = [
            "付费会员专享内容",
            "开通会员收费下载资料",
            "VIP 会员充值后观看",
            "订阅收费的专栏文章",
            "年费会员可下载全部文档",
            "文章付费后阅读全文",
            "ＶＩＰ充值看全集",
            "包月收听有声课程",
            "收费的在线题库",
            "9.9 元解锁全部章节",
        ];
        subject.everywhere("销售本公司的示例商品", one_of(&content, i));
    }),
    ("a name that claims to be official", |subject, i| {
        let names = ["别家官方商城", "示例官网好物", "官方示例好物铺", "杭州官网", "别家好物官网", "示例官方正品"];
        subject.everywhere("示例好物铺", one_of(&names, i));
    }),
    ("a personal number in an official letter", |subject, i| {
        let numbers = ["138-0013-8000", "13800138000", "330106199003078888", "１３８００１３８０００"];
        let letter = "official/2026-01-12-review.yaml";
        subject.edit(letter, "年度信息核查", &format!("年度信息核查，联系人电话 {}", one_of(&numbers, i)));
    }),
    ("a personal number in a comment", |subject, i| {
        let numbers = ["13800138000", "138 0013 8000", "330106199003070017"];
        subject.add("people.yaml", &format!("# 备用号码 {}\n", one_of(&numbers, i)));
    }),
];

const FIRST: &str = "filings/2021-02-20-first.yaml";
const OLD: &str = "138****0001";
const NEW: &str = "136****0007";
const MAIL: &str = "zhang@";
const OTHER: &str = "zhangsl@";

/// A second service, filed a year later, whose number ends in that suffix.
fn second(subject: &mut Planted, suffix: &str, kind: &str) {
    let own = format!("浙ICP备2021{:06}号", 100_000 + subject.own % 900_000);
    subject.add(
        "services.yaml",
        &format!(
            "second:\n  kind: {kind}\n  name: 示例读书角\n  numbers:\n    - number: \"{own}-{suffix}\"\n      \
             from: 2022-03-18\n  content: 介绍本公司的图书\n  commercial: false\n  approvals: 不涉及\n  \
             principal: li\n"
        ),
    );
}

/// A change of one fact that runs.
fn order(number: &str, fact: &str, old: &str, new: &str) -> String {
    format!(
        "procedure: 变更主体\nthrough: 阿里云\norder: \"{number}\"\ncovers:\n  - subject\nfacts:\n  {fact}:\n    \
         from: \"{old}\"\n    to: \"{new}\"\nevents:\n  - at: 2026-11-18T10:00:00+08:00\n    event: 提交订单\n"
    )
}
