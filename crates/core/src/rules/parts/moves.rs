//! The office of the clean subject moves, and the move is filed.

use crate::rule::Given;

/// The office moves to another address.
pub(crate) const OFFICE_MOVED: Given = Given::Edit {
    file: "example/subject.yaml",
    old: yaml! {"
        address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
        supervisor: 张示例
    "},
    new: yaml! {"
        address: 浙江省杭州市滨江区江南大道 588 号 1206 室
        supervisor: 张示例
    "},
};

/// The order by which the move was filed and approved.
pub(crate) const MOVE_FILED: Given = Given::File {
    file: "example/filings/2026-07-06-address.yaml",
    text: yaml! {r#"
        procedure: 变更主体
        through: 阿里云
        order: "20260706000017"
        covers:
          - subject
        facts:
          subject/address:
            from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            to: 浙江省杭州市滨江区江南大道 588 号 1206 室
        effective: 2026-08-20
        events:
          - at: 2026-07-06T10:00:00+08:00
            event: 提交订单
          - at: 2026-07-07T09:40:00+08:00
            event: 初审通过
          - at: 2026-07-07T09:41:00+08:00
            event: 发送短信
          - at: 2026-07-07T10:05:00+08:00
            event: 短信核验
            who: zhang
          - at: 2026-07-07T10:06:00+08:00
            event: 提交管局
          - at: 2026-07-24T15:30:00+08:00
            event: 管局通过
    "#},
};

/// The order for the move, under a name of its own.
pub(crate) const MOVE_FILED_APART: Given = Given::File {
    file: "example/filings/2026-11-16-a.yaml",
    text: yaml! {r#"
        procedure: 变更主体
        through: 阿里云
        order: "20261116000017"
        covers:
          - subject
        facts:
          subject/address:
            from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            to: 浙江省杭州市滨江区江南大道 588 号 1206 室
        effective: 2026-12-30
        events:
          - at: 2026-11-16T10:00:00+08:00
            event: 提交订单
    "#},
};

/// The order for the move, of the day before.
pub(crate) const MOVE_JUST_FILED: Given = Given::File {
    file: "example/filings/2026-11-20-address.yaml",
    text: yaml! {"
        procedure: 变更主体
        through: 阿里云
        covers:
          - subject
        facts:
          subject/address:
            from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            to: 浙江省杭州市滨江区江南大道 588 号 1206 室
        effective: 2026-12-25
        events:
          - at: 2026-11-20T10:00:00+08:00
            event: 提交订单
    "},
};

/// The order for the move, handed to the provider the day before.
pub(crate) const MOVE_SUBMITTED: Given = Given::File {
    file: "example/filings/2026-11-16-address.yaml",
    text: yaml! {r#"
        procedure: 变更主体
        through: 阿里云
        order: "20260706000017"
        covers:
          - subject
        facts:
          subject/address:
            from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            to: 浙江省杭州市滨江区江南大道 588 号 1206 室
        effective: 2026-12-28
        events:
          - at: 2026-11-20T10:00:00+08:00
            event: 提交订单
    "#},
};

/// The order for the move, which the authority has not decided.
pub(crate) const MOVE_UNDER_REVIEW: Given = Given::File {
    file: "example/filings/2026-11-16-address.yaml",
    text: yaml! {r#"
        procedure: 变更主体
        through: 阿里云
        order: "20260706000017"
        covers:
          - subject
        facts:
          subject/address:
            from: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            to: 浙江省杭州市滨江区江南大道 588 号 1206 室
        effective: 2026-12-28
        events:
          - at: 2026-11-16T10:00:00+08:00
            event: 提交订单
          - at: 2026-11-17T09:40:00+08:00
            event: 初审通过
          - at: 2026-11-17T09:41:00+08:00
            event: 发送短信
          - at: 2026-11-17T10:05:00+08:00
            event: 短信核验
            who: zhang
          - at: 2026-11-17T10:06:00+08:00
            event: 提交管局
    "#},
};

/// Another home page.
pub(crate) const HOME_MOVED: Given =
    Given::Edit { file: "example/services.yaml", old: "  home: www.shop.example\n", new: "  home: shop.example\n" };

/// An order for another home page, which runs since five days.
pub(crate) const HOME_CHANGED: Given = Given::File {
    file: "example/filings/2026-11-16-home.yaml",
    text: yaml! {"
        procedure: 变更互联网信息服务
        through: 阿里云
        covers:
          - services/shop
        facts:
          services/shop/home:
            from: www.shop.example
            to: shop.example
        effective: 2026-12-25
        events:
          - at: 2026-11-16T10:00:00+08:00
            event: 提交订单
    "},
};

/// The papers of the organiser and of its principal, listed with the move.
pub(crate) const MOVE_PAPERS: Given = Given::Edit {
    file: "example/filings/2026-11-20-address.yaml",
    old: "effective: 2026-12-25\n",
    new: yaml! {"
        effective: 2026-12-25
        papers:
          - kind: 营业执照
            of: subject
            where: 公司档案柜 A-4
          - kind: 居民身份证
            of: people/zhang
            where: 公司档案柜 A-4
    "},
};
