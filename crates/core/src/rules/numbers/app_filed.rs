//! An App of the clean subject that was filed after the website: what the examples on running indexes share.

/// The App with a number of its own, and the order that granted it.
macro_rules! app_filed {
    ($number:literal) => {
        crate::rule::Given::Edit {
            file: "example/services.yaml",
            old: "    shown: 2021-04-10\n",
            new: yaml! {r#"
                    shown: 2021-04-10
                shop-app:
                  kind: APP
                  name: 示例好物通
                  numbers:
                    - number: "{number}"
                      from: 2023-11-30
                      filing: 2023-11-02-app
                  domains:
                    - shop.example
                  access:
                    - provider: 阿里云
                      servers:
                        - web-1
                      since: 2023-11-30
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
                  opened: 2023-12-08
                  police:
                    applied: 2023-12-15
                    approved: 2023-12-29
                    number: "浙公网安备33010602000044号"
                    shown: 2024-01-03
            "#, number = $number},
        }
    };
    (granted $number:literal) => {
        crate::rule::Given::File {
            file: "example/filings/2023-11-02-app.yaml",
            text: yaml! {r#"
                procedure: 新增互联网信息服务
                through: 阿里云
                order: "20231102000017"
                covers:
                  - services/shop-app
                facts:
                  services/shop-app/kind: APP
                  services/shop-app/name: 示例好物通
                  services/shop-app/domains:
                    - shop.example
                  services/shop-app/content: 手机端购买本公司的示例商品
                  services/shop-app/approvals: 不涉及
                  services/shop-app/languages:
                    - 中文
                  services/shop-app/principal: li
                events:
                  - at: 2023-11-02T09:15:00+08:00
                    event: 提交订单
                  - at: 2023-11-03T10:30:00+08:00
                    event: 初审通过
                  - at: 2023-11-03T10:31:00+08:00
                    event: 发送短信
                  - at: 2023-11-03T12:05:00+08:00
                    event: 短信核验
                    who: li
                  - at: 2023-11-03T12:06:00+08:00
                    event: 提交管局
                  - at: 2023-11-30T09:50:00+08:00
                    event: 管局通过
                granted:
                  - of: services/shop-app
                    number: "{number}"
            "#, number = $number},
        }
    };
}

pub(super) use app_filed;
