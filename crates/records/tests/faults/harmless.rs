//! Variations that are no faults.

use super::{Plant, one_of};

/// Each kind with what makes it.
pub(crate) const KINDS: &[(&str, Plant)] = &[
    ("nothing", |_, _| ()),
    ("spaces in an address", |subject, i| {
        let spelled = ["浙江省杭州市西湖区文三路100号3幢502室", "浙江省 杭州市 西湖区 文三路 100 号 3 幢 502 室"];
        subject.edit(
            "subject.yaml",
            "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
            &format!("\naddress: {}", one_of(&spelled, i)),
        );
    }),
    ("a provider by another of its names", |subject, i| {
        let names = ["阿里云计算有限公司", "Alibaba Cloud", "aliyun", "万网"];
        subject.edit("servers.yaml", "provider: 阿里云", &format!("provider: {}", one_of(&names, i)));
    }),
    ("a place in other words", |subject, i| {
        let places = ["浙江", "浙江省杭州市", "杭州", "浙江杭州", "阿里云杭州机房", "华东1（杭州）"];
        subject.edit("servers.yaml", "place: 浙江省", &format!("place: {}", one_of(&places, i)));
    }),
    ("keys of one's own", |subject, _| {
        subject.edit("servers.yaml", "web-1:", "machine-a:");
        subject.edit("services.yaml", "- web-1", "- machine-a");
    }),
    ("content that only sounds like more", |subject, i| {
        let content = [
            "介绍本公司的地毯和地砖产品",
            "本公司药用玻璃瓶的产品介绍",
            "公司新闻和产品展示",
            "展示本公司的游泳衣",
            "本公司培训室的设计案例",
            "免费阅读的公司内刊，不收费",
            "医用口罩包装盒的印刷案例",
            "本公司员工活动介绍",
        ];
        subject.everywhere("销售本公司的示例商品", one_of(&content, i));
    }),
    ("a comment with other numbers", |subject, i| {
        let numbers = ["订单 20210220000017", "合同号 2021-0001-0002", "统一编号 4403060000"];
        subject.add("people.yaml", &format!("# {}\n", one_of(&numbers, i)));
    }),
];
