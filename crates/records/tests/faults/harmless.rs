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
            "视频点播系统设备的产品介绍",
            "本公司产品安装视频在线观看",
            "停车收费系统软件下载",
            "物业收费标准查询和表格下载",
            "佛教用品厂的产品展示",
            "药店货架的设计案例",
            "期刊架和杂志架产品展示",
            "话费充值卡包装的印刷案例",
            "全部文章免费阅读，不收费",
            "会员积分兑换和门店查询",
            "小游戏机外壳的模具案例",
            "无偿提供资料下载",
        ];
        subject.everywhere("销售本公司的示例商品", one_of(&content, i));
    }),
    ("the organiser's own official site", |subject, i| {
        let names = ["示例官网", "杭州示例官方网站", "示例好物官网", "示例官方商城", "示例网络科技官网"];
        subject.everywhere("示例好物铺", one_of(&names, i));
    }),
    ("a provider that was left, with its access", |subject, _| {
        subject.edit(
            "services.yaml",
            "  access:\n",
            "  access:\n    - provider: 腾讯云\n      since: 2021-03-18\n      until: 2023-05-01\n",
        );
    }),
    ("a comment with other numbers", |subject, i| {
        let numbers = ["订单 20210220000017", "合同号 2021-0001-0002", "统一编号 4403060000"];
        subject.add("people.yaml", &format!("# {}\n", one_of(&numbers, i)));
    }),
];
