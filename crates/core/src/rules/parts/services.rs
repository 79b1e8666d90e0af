//! What the clean subject offers beside its website, and what it lets go.

use crate::rule::Given;

/// An approval of what the website sells.
pub(crate) const APPROVAL: Given = Given::Edit {
    file: "example/services.yaml",
    old: "  approvals: 不涉及\n",
    new: yaml! {r#"
          approvals:
            - kind: 出版
              authority: 浙江省新闻出版局
              number: 浙新出〔2026〕17号
              valid:
                from: 2026-01-01
                until: 2030-12-31
    "#},
};

/// The approval as it was filed.
pub(crate) const APPROVAL_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: "  services/shop/approvals: 不涉及\n",
    new: yaml! {r#"
          services/shop/approvals:
              - kind: 出版
                authority: 浙江省新闻出版局
                number: 浙新出〔2026〕17号
                valid:
                  from: 2026-01-01
                  until: 2030-12-31
    "#},
};

/// An App beside the website.
pub(crate) const APP_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "    shown: 2021-04-10\n",
    new: yaml! {r#"
            shown: 2021-04-10
        shop-app:
          kind: APP
          name: 示例好物通
          domains:
            - shop.example
          access:
            - provider: 阿里云
              servers:
                - web-1
          content: 手机端购买本公司的示例商品
          category: 网络购物
          commercial: false
          approvals: 不涉及
          languages:
            - 中文
          principal: li
          platforms:
            - os: Android
              id: example.shop.app
              fingerprint: "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9"
              public_key: 见密钥保管单
    "#},
};

/// A second website.
pub(crate) const BLOG_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: yaml! {"
        shop:
          kind: 网站
    "},
    new: yaml! {"
        blog:
          kind: 网站
          name: 示例手记
          domains:
            - blog.example
          home: www.blog.example
          access:
            - provider: 阿里云
              servers:
                - web-1
              since: 2026-11-19
          content: 介绍本公司的示例商品
          category: 企业门户
          commercial: false
          approvals: 不涉及
          languages:
            - 中文
          principal: li
        shop:
          kind: 网站
    "},
};

/// The domain of a second website.
pub(crate) const BLOG_DOMAIN: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "shop.example:\n",
    new: yaml! {r#"
        blog.example:
          registrar: 阿里云
          registered: 2026-09-02
          holder:
            name: 杭州示例网络科技有限公司
            certificate:
              kind: 营业执照
              number: "91330106MA0EXAMP12"
            relation: 主办单位
          verified: 2026-09-10
          expires: 2029-11-02
        shop.example:
    "#},
};

/// The order that asks for the second website.
pub(crate) const BLOG_FILED: Given = Given::File {
    file: "example/filings/2026-11-19-blog.yaml",
    text: yaml! {r#"
        procedure: 新增互联网信息服务
        through: 阿里云
        order: "20261119000018"
        covers:
          - services/blog
        facts:
          services/blog/kind: 网站
          services/blog/name: 示例手记
          services/blog/domains:
            - blog.example
          services/blog/home: www.blog.example
          services/blog/content: 介绍本公司的示例商品
          services/blog/approvals: 不涉及
          services/blog/languages:
            - 中文
          services/blog/principal: li
        events:
          - at: 2026-11-19T10:12:00+08:00
            event: 提交订单
    "#},
};

/// One more shop.
pub(crate) const BRANCH_ADDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: "    shown: 2021-04-10\n",
    new: yaml! {"
            shown: 2021-04-10
        more-1:
          kind: 网站
          name: 示例好物分铺之一
          domains:
            - more-1.example
          home: www.more-1.example
          access:
            - provider: 阿里云
              servers:
                - web-1
          content: 销售本公司的示例商品
          category: 网络购物
          commercial: false
          approvals: 不涉及
          languages:
            - 中文
          principal: li
    "},
};

/// The domain of one more shop.
pub(crate) const BRANCH_DOMAIN: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "shop.example:\n",
    new: yaml! {r#"
        more-1.example:
          registrar: 阿里云
          registered: 2020-11-02
          holder:
            name: 杭州示例网络科技有限公司
            certificate:
              kind: 营业执照
              number: "91430102MA0EXAMP1Y"
            relation: 主办单位
          verified: 2020-11-10
          expires: 2029-11-02
        shop.example:
    "#},
};

/// The order that asks for one more shop.
pub(crate) const BRANCH_FILED: Given = Given::File {
    file: "example/filings/2026-11-18-more.yaml",
    text: yaml! {r#"
        procedure: 新增互联网信息服务
        through: 阿里云
        order: "20261118000017"
        covers:
          - services/more-1
        facts:
          services/more-1/kind: 网站
          services/more-1/name: 示例好物分铺之一
          services/more-1/domains:
            - more-1.example
          services/more-1/home: www.more-1.example
          services/more-1/content: 销售本公司的示例商品
          services/more-1/approvals: 不涉及
          services/more-1/languages:
            - 中文
          services/more-1/principal: li
        events:
          - at: 2026-11-18T10:12:00+08:00
            event: 提交订单
        papers:
          - kind: 居民身份证
            of: people/li
            where: 公司档案柜 A-3
    "#},
};

/// The order by which an old website was deregistered.
pub(crate) const OLD_SITE_CLOSED: Given = Given::File {
    file: "example/filings/2026-07-06-close.yaml",
    text: yaml! {r#"
        procedure: 注销互联网信息服务
        through: 阿里云
        order: "20260706000017"
        covers:
          - services/old
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
            who: li
          - at: 2026-07-07T10:06:00+08:00
            event: 提交管局
          - at: 2026-07-24T15:30:00+08:00
            event: 管局通过
    "#},
};

/// An old website that was deregistered.
pub(crate) const OLD_SITE_ENDED: Given = Given::Edit {
    file: "example/services.yaml",
    old: yaml! {"
        shop:
          kind: 网站
    "},
    new: yaml! {"
        old:
          kind: 网站
          name: 示例旧站
          closed: 2026-07-06
          ended:
            on: 2026-07-24
            why: 注销
            filing: 2026-07-06-close
        shop:
          kind: 网站
    "},
};

/// The manager of the website was not filed.
pub(crate) const MANAGER_NOT_FILED: Given = Given::Edit {
    file: "example/filings/2021-02-20-first.yaml",
    old: yaml! {r#"
          people/li/name: 李示例
          people/li/mobile: "139****0002"
          people/li/email: li@shop.example
    "#},
    new: "",
};
