//! The clean subject in another province, or as an individual, for the examples of rules that
//! rest on what provinces ask.

/// Where the clean subject is filed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    /// The code of the district.
    pub(crate) region: &'static str,
    /// An address in it.
    pub(crate) address: &'static str,
    /// What filing numbers of the province begin with.
    pub(crate) letter: &'static str,
    /// The number of the filing with the police.
    pub(crate) police: &'static str,
}

pub(crate) const TIANJIN: Seat = Seat {
    region: "120101",
    address: "天津市和平区示例路 1 号 301 室",
    letter: "津",
    police: "津公网安备12010102000017号",
};

pub(crate) const HEBEI: Seat = Seat {
    region: "130102",
    address: "河北省石家庄市长安区示例路 1 号 301 室",
    letter: "冀",
    police: "冀公网安备13010202000017号",
};

pub(crate) const HEILONGJIANG: Seat = Seat {
    region: "230102",
    address: "黑龙江省哈尔滨市道里区示例路 1 号 301 室",
    letter: "黑",
    police: "黑公网安备23010202000017号",
};

pub(crate) const SHANGHAI: Seat = Seat {
    region: "310101",
    address: "上海市黄浦区示例路 1 号 301 室",
    letter: "沪",
    police: "沪公网安备31010102000017号",
};

pub(crate) const JIANGSU: Seat = Seat {
    region: "320102",
    address: "江苏省南京市玄武区示例路 1 号 301 室",
    letter: "苏",
    police: "苏公网安备32010202000017号",
};

pub(crate) const ZHEJIANG: Seat = Seat {
    region: "330106",
    address: "浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
    letter: "浙",
    police: "浙公网安备33010602000017号",
};

pub(crate) const HUBEI: Seat = Seat {
    region: "420106",
    address: "湖北省武汉市武昌区示例路 1 号 301 室",
    letter: "鄂",
    police: "鄂公网安备42010602000017号",
};

pub(crate) const HUNAN: Seat = Seat {
    region: "430102",
    address: "湖南省长沙市芙蓉区示例路 1 号 301 室",
    letter: "湘",
    police: "湘公网安备43010202000017号",
};

pub(crate) const GANSU: Seat = Seat {
    region: "620102",
    address: "甘肃省兰州市城关区示例路 1 号 2 单元 301 室",
    letter: "陇",
    police: "甘公网安备62010202000017号",
};

/// The number of the certificate of somebody of Zhejiang.
pub(crate) const OF_ZHEJIANG: &str = "330***********0018";

/// The number of the certificate of somebody of Sichuan.
pub(crate) const OF_SICHUAN: &str = "510***********0026";

/// The clean enterprise, filed elsewhere under another credit code.
macro_rules! organisation {
    ($seat:expr, $code:expr $(, $more:expr)* $(,)?) => {
        &[
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                      number: "91330106MA0EXAMP12"
                      region: "330106"
                      address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                "#},
                new: yaml! {r#"
                      number: "{code}"
                      region: "{region}"
                      address: {address}
                "#, code = $code, region = $seat.region, address = $seat.address},
            },
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: yaml! {r#"
                    region: "330106"
                    address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                    supervisor: 张示例
                "#},
                new: yaml! {r#"
                    region: "{region}"
                    address: {address}
                    supervisor: 张示例
                "#, region = $seat.region, address = $seat.address},
            },
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: "  - number: \"浙ICP备2021000017号\"\n",
                new: yaml! {r#"
                      - number: "{letter}ICP备2021000017号"
                "#, letter = $seat.letter},
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "    - number: \"浙ICP备2021000017号-1\"\n",
                new: yaml! {r#"
                        - number: "{letter}ICP备2021000017号-1"
                "#, letter = $seat.letter},
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙公网安备33010602000017号",
                new: $seat.police,
            },
            $crate::rule::Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: $code },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                      subject/certificate/number: "91330106MA0EXAMP12"
                      subject/certificate/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                      subject/region: "330106"
                      subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
                "#},
                new: yaml! {r#"
                      subject/certificate/number: "{code}"
                      subject/certificate/address: {address}
                      subject/region: "{region}"
                      subject/address: {address}
                "#, code = $code, region = $seat.region, address = $seat.address},
            },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: yaml! {r#"
                      - of: subject
                        number: "浙ICP备2021000017号"
                      - of: services/shop
                        number: "浙ICP备2021000017号-1"
                "#},
                new: yaml! {r#"
                      - of: subject
                        number: "{letter}ICP备2021000017号"
                      - of: services/shop
                        number: "{letter}ICP备2021000017号-1"
                "#, letter = $seat.letter},
            },
            $($more),*
        ]
    };
}

/// A clean individual, filed somewhere under the number of a certificate.
macro_rules! individual {
    ($seat:expr, $id:expr $(, $more:expr)* $(,)?) => {
        &[
            $crate::rule::Given::File {
                file: "example/subject.yaml",
                text: yaml! {r#"
                    format: 1
                    name: 张示例
                    nature: 个人
                    certificate:
                      kind: 居民身份证
                      number: "{id}"
                      address: {address}
                      valid:
                        from: 2015-06-01
                        until: 2035-06-01
                    region: "{region}"
                    address: {address}
                    principal: zhang
                    numbers:
                      - number: "{letter}ICP备2021000017号"
                        from: 2021-03-18
                        filing: 2021-02-20-first
                "#, id = $id, region = $seat.region, address = $seat.address, letter = $seat.letter},
            },
            $crate::rule::Given::File {
                file: "example/people.yaml",
                text: yaml! {r#"
                    zhang:
                      name: 张示例
                      certificate:
                        kind: 居民身份证
                        number: "{id}"
                        valid:
                          from: 2015-06-01
                          until: 2035-06-01
                      mobile: "138****0001"
                      emergency:
                        phone: "139****0002"
                        whose: 李示例
                        relation: 朋友
                      email: zhang@shop.example
                "#, id = $id},
            },
            $crate::rule::Given::Edit {
                file: "example/domains.yaml",
                old: yaml! {r#"
                        name: 杭州示例网络科技有限公司
                        certificate:
                          kind: 营业执照
                          number: "91330106MA0EXAMP12"
                "#},
                new: yaml! {r#"
                        name: 张示例
                        certificate:
                          kind: 居民身份证
                          number: "{id}"
                "#, id = $id},
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 张示例的示例手记"
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: yaml! {"
                      content: 销售本公司的示例商品
                      category: 网络购物
                "},
                new: yaml! {"
                      content: 记录读书和旅行的见闻
                      category: 其他
                      remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载
                "},
            },
            $crate::rule::Given::Edit { file: "example/services.yaml", old: "principal: li", new: "principal: zhang" },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "    - number: \"浙ICP备2021000017号-1\"\n",
                new: yaml! {r#"
                        - number: "{letter}ICP备2021000017号-1"
                "#, letter = $seat.letter},
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙公网安备33010602000017号",
                new: $seat.police,
            },
            $crate::rule::Given::File {
                file: "example/filings/2021-02-20-first.yaml",
                text: yaml! {r#"
                    procedure: 首次备案
                    through: 阿里云
                    order: "20210220000017"
                    covers:
                      - subject
                      - services/shop
                    facts:
                      subject/name: 张示例
                      subject/nature: 个人
                      subject/certificate/kind: 居民身份证
                      subject/certificate/number: "{id}"
                      subject/certificate/address: {address}
                      subject/region: "{region}"
                      subject/address: {address}
                      subject/principal: zhang
                      people/zhang/name: 张示例
                      people/zhang/mobile: "138****0001"
                      people/zhang/email: zhang@shop.example
                      services/shop/kind: 网站
                      services/shop/name: 张示例的示例手记
                      services/shop/domains:
                        - shop.example
                      services/shop/home: www.shop.example
                      services/shop/content: 记录读书和旅行的见闻
                      services/shop/approvals: 不涉及
                      services/shop/languages:
                        - 中文
                      services/shop/principal: zhang
                      services/shop/remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载
                    events:
                      - at: 2021-02-20T10:12:00+08:00
                        event: 提交订单
                      - at: 2021-02-22T09:30:00+08:00
                        event: 初审通过
                      - at: 2021-02-22T09:31:00+08:00
                        event: 发送短信
                      - at: 2021-02-22T11:02:00+08:00
                        event: 短信核验
                        who: zhang
                      - at: 2021-02-22T11:21:00+08:00
                        event: 提交管局
                      - at: 2021-03-18T16:40:00+08:00
                        event: 管局通过
                    granted:
                      - of: subject
                        number: "{letter}ICP备2021000017号"
                      - of: services/shop
                        number: "{letter}ICP备2021000017号-1"
                    papers:
                      - kind: 居民身份证
                        of: people/zhang
                        where: 家中文件夹
                "#, id = $id, region = $seat.region, address = $seat.address, letter = $seat.letter},
            },
            $($more),*
        ]
    };
}

pub(crate) use {individual, organisation};
