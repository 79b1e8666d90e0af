//! The clean subject in another province, or as an individual, for the examples of rules that
//! rest on what provinces ask.

/// The clean enterprise, moved to another province.
macro_rules! organisation {
    (
        region: $region:literal,
        address: $address:literal,
        letter: $letter:literal,
        police: $police:literal,
        code: $code:literal
        $(, $more:expr)* $(,)?
    ) => {
        &[
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: "  number: \"91330106MA0EXAMP12\"\n  region: \"330106\"\n  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n",
                new: concat!("  number: \"", $code, "\"\n  region: \"", $region, "\"\n  address: ", $address, "\n"),
            },
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: "region: \"330106\"\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n",
                new: concat!("region: \"", $region, "\"\naddress: ", $address, "\n"),
            },
            $crate::rule::Given::Edit {
                file: "example/subject.yaml",
                old: "浙ICP备2021000017号",
                new: concat!($letter, "ICP备2021000017号"),
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙ICP备2021000017号-1",
                new: concat!($letter, "ICP备2021000017号-1"),
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙公网安备33010602000017号",
                new: $police,
            },
            $crate::rule::Given::Edit { file: "example/domains.yaml", old: "91330106MA0EXAMP12", new: $code },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"91330106MA0EXAMP12\"\n  subject/certificate/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\n  subject/region: \"330106\"\n  subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
                new: concat!(
                    "number: \"", $code, "\"\n  subject/certificate/address: ", $address,
                    "\n  subject/region: \"", $region, "\"\n  subject/address: ", $address
                ),
            },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"浙ICP备2021000017号\"",
                new: concat!("number: \"", $letter, "ICP备2021000017号\""),
            },
            $crate::rule::Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"浙ICP备2021000017号-1\"",
                new: concat!("number: \"", $letter, "ICP备2021000017号-1\""),
            },
            $($more),*
        ]
    };
}

/// A clean individual in any province; `person` stands after the name in `people.yaml`.
macro_rules! individual {
    (
        region: $region:literal,
        address: $address:literal,
        letter: $letter:literal,
        police: $police:literal,
        id: $id:literal,
        person: $person:literal
        $(, $more:expr)* $(,)?
    ) => {
        &[
            $crate::rule::Given::File {
                file: "example/subject.yaml",
                text: concat!(
                    "format: 1\nname: 张示例\nnature: 个人\ncertificate:\n  kind: 居民身份证\n  number: \"", $id,
                    "\"\n  address: ", $address, "\n  valid:\n    from: 2015-06-01\n    until: 2035-06-01\nregion: \"",
                    $region, "\"\naddress: ", $address, "\nprincipal: zhang\nnumbers:\n  - number: \"", $letter,
                    "ICP备2021000017号\"\n    from: 2021-03-18\n    filing: 2021-02-20-first\n"
                ),
            },
            $crate::rule::Given::File {
                file: "example/people.yaml",
                text: concat!(
                    "zhang:\n  name: 张示例\n", $person, "  certificate:\n    kind: 居民身份证\n    number: \"", $id,
                    "\"\n    valid:\n      from: 2015-06-01\n      until: 2035-06-01\n  mobile: \"138****0001\"\n",
                    "  emergency:\n    phone: \"139****0002\"\n    whose: 李示例\n    relation: 朋友\n",
                    "  email: zhang@shop.example\n"
                ),
            },
            $crate::rule::Given::Edit {
                file: "example/domains.yaml",
                old: "    name: 杭州示例网络科技有限公司\n    certificate:\n      kind: 营业执照\n      number: \"91330106MA0EXAMP12\"",
                new: concat!("    name: 张示例\n    certificate:\n      kind: 居民身份证\n      number: \"", $id, "\""),
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 张示例的示例手记"
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品\n  category: 网络购物",
                new: "content: 记录读书和旅行的见闻\n  category: 其他\n  remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载",
            },
            $crate::rule::Given::Edit { file: "example/services.yaml", old: "principal: li", new: "principal: zhang" },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙ICP备2021000017号-1",
                new: concat!($letter, "ICP备2021000017号-1"),
            },
            $crate::rule::Given::Edit {
                file: "example/services.yaml",
                old: "浙公网安备33010602000017号",
                new: $police,
            },
            $crate::rule::Given::File {
                file: "example/filings/2021-02-20-first.yaml",
                text: concat!(
                    "procedure: 首次备案\nthrough: 阿里云\norder: \"20210220000017\"\ncovers:\n  - subject\n  - services/shop\n",
                    "facts:\n  subject/name: 张示例\n  subject/nature: 个人\n  subject/certificate/kind: 居民身份证\n",
                    "  subject/certificate/number: \"", $id, "\"\n  subject/certificate/address: ", $address,
                    "\n  subject/region: \"", $region, "\"\n  subject/address: ", $address,
                    "\n  subject/principal: zhang\n  people/zhang/name: 张示例\n  people/zhang/mobile: \"138****0001\"\n",
                    "  people/zhang/email: zhang@shop.example\n  services/shop/kind: 网站\n",
                    "  services/shop/name: 张示例的示例手记\n  services/shop/domains:\n    - shop.example\n",
                    "  services/shop/home: www.shop.example\n  services/shop/content: 记录读书和旅行的见闻\n",
                    "  services/shop/approvals: 不涉及\n  services/shop/languages:\n    - 中文\n",
                    "  services/shop/principal: zhang\n",
                    "  services/shop/remark: 本网站由本人开办，记录读书和旅行的见闻，不涉及企业信息，不提供评论和下载\n",
                    "events:\n  - at: 2021-02-20T10:12:00+08:00\n    event: 提交订单\n",
                    "  - at: 2021-02-22T09:30:00+08:00\n    event: 初审通过\n  - at: 2021-02-22T09:31:00+08:00\n    event: 发送短信\n",
                    "  - at: 2021-02-22T11:02:00+08:00\n    event: 短信核验\n    who: zhang\n",
                    "  - at: 2021-02-22T11:21:00+08:00\n    event: 提交管局\n  - at: 2021-03-18T16:40:00+08:00\n    event: 管局通过\n",
                    "granted:\n  - of: subject\n    number: \"", $letter, "ICP备2021000017号\"\n",
                    "  - of: services/shop\n    number: \"", $letter, "ICP备2021000017号-1\"\n",
                    "papers:\n  - kind: 居民身份证\n    of: people/zhang\n    where: 家中文件夹\n"
                ),
            },
            $($more),*
        ]
    };
}

pub(crate) use {individual, organisation};
