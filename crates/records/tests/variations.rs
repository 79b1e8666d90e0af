//! What is one fact however it is spelled, and what is another: invented variations of every file, each tried as a
//! change of the records and as a difference between record and filing.

#![expect(clippy::expect_used, reason = "a test whose records cannot be read has failed")]

#[path = "variations/harmless.rs"]
mod harmless;
#[path = "variations/real.rs"]
mod real;
mod states;

use beian_core::rule::{Case, Severity};
use beian_core::rules;
use beian_core::tables::Tables;
use states::{FILING, Files, TODAY, read, reviewed, richer};
use std::collections::BTreeSet;

/// An edit of a file: what stands there, and what takes its place.
type Edit = (&'static str, &'static str, &'static str);

/// A variation: what it is, and the edits that make it.
type Variation = (&'static str, &'static [Edit]);

/// The clean subject with values that can be spelled in many ways, and an App that was filed with it.
fn base() -> Files {
    let values = [
        ("杭州示例网络科技有限公司", "示例网络科技（杭州）有限公司"),
        ("languages:\n    - 中文", "languages:\n    - 中文\n    - 英文"),
        ("李示例", "玛丽·示例"),
        ("销售本公司的示例商品", "销售 Café 示例商品"),
        ("shop.example", "示例.example"),
        ("zhang@示例.example", "zhang@shop.example"),
        ("li@示例.example", "li@shop.example"),
    ];
    let mut files = richer(&values);
    for (file, old, new) in APP {
        files = with(&files, &[(file, old, new)]);
    }
    files
}

/// An App, filed in the same order.
const APP: [Edit; 5] = [
    (
        "services.yaml",
        "    shown: 2021-04-10\n",
        "    shown: 2021-04-10
app:
  kind: APP
  name: 示例ABC通
  numbers:
    - number: \"浙ICP备2021000017号-2A\"
      from: 2021-03-18
      filing: 2021-02-20-first
  domains:
    - 示例.example
  access:
    - provider: 阿里云
      servers:
        - web-1
      since: 2021-03-18
  content: 手机端购买示例商品
  category: 网络购物
  commercial: false
  approvals: 不涉及
  languages:
    - 中文
  principal: li
  platforms:
    - os: Android
      id: example.shop.app
      fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"
      public_key: 见密钥保管单
    - os: iOS
      id: example.shop.ios
      fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:01:02:03:04\"
      public_key: 见密钥保管单
  icon: evidence/icon.png
  sdks:
    - 支付示例
    - 地图示例
  opened: 2021-03-20
  police:
    applied: 2021-03-25
    approved: 2021-04-08
    number: \"浙公网安备33010602000017号\"
    shown: 2021-04-10
",
    ),
    (FILING, "  - services/shop\nfacts", "  - services/shop\n  - services/app\nfacts"),
    (
        FILING,
        "events:\n",
        "  services/app/kind: APP
  services/app/name: 示例ABC通
  services/app/domains:
    - 示例.example
  services/app/content: 手机端购买示例商品
  services/app/approvals: 不涉及
  services/app/languages:
    - 中文
  services/app/principal: li
  services/app/platforms:
    - os: Android
      id: example.shop.app
      fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"
      public_key: 见密钥保管单
    - os: iOS
      id: example.shop.ios
      fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:01:02:03:04\"
      public_key: 见密钥保管单
  services/app/sdks:
    - 支付示例
    - 地图示例
  services/app/access:
    - provider: 阿里云
  services/shop/access:
    - provider: 阿里云
events:
",
    ),
    (FILING, "papers:\n", "  - of: services/app\n    number: \"浙ICP备2021000017号-2A\"\npapers:\n"),
    ("servers.yaml", "    - 203.0.113.10\n", "    - 203.0.113.10\n    - \"2001:db8::1\"\n"),
];

fn with(files: &Files, edits: &[Edit]) -> Files {
    let mut files = files.clone();
    for (file, old, new) in edits {
        let text = files.get_mut(*file).expect("a file of the subject");
        assert!(text.contains(old), "{file} does not hold {old:?}");
        *text = text.replacen(old, new, 1);
    }
    files
}

/// What is found in records: the severity, the code and the words.
fn found(files: &Files) -> BTreeSet<(Severity, &'static str, String)> {
    let (subject, form) = read(files);
    let case = Case::new(&subject, Tables::builtin(), TODAY, true);
    let all = form.into_iter().chain(rules::check(&case));
    all.map(|one| (one.severity, one.rule.code, one.message.zh.to_string())).collect()
}

/// Rules by which two values of the records are another, whatever they weigh.
fn is_of_values(code: &str) -> bool {
    code.starts_with('R')
        || ["F129", "F131", "F146", "F147", "F148", "D113", "D115", "A108", "L103", "D125", "P103", "P108"]
            .contains(&code)
}

#[test]
fn the_subject_is_clean() {
    let found = found(&base());
    assert!(found.iter().all(|(severity, ..)| *severity == Severity::Note), "{found:#?}");
}

#[test]
fn a_variation_that_changes_nothing_asks_for_nothing() {
    assert!(60 <= harmless::ALL.len(), "{} variations", harmless::ALL.len());
    let clean = base();
    let before = found(&clean);
    let mut wrong = Vec::new();
    for (what, edits) in harmless::ALL {
        let varied = with(&clean, edits);
        let mut told = if edits.iter().all(|(file, ..)| file.starts_with("filings/")) {
            Vec::new()
        } else {
            [reviewed(&clean, &varied), reviewed(&varied, &clean)].concat()
        };
        let after = found(&varied);
        let new =
            after.difference(&before).filter(|(severity, code, _)| *severity == Severity::Error || is_of_values(code));
        told.extend(new.map(|(severity, code, said)| format!("{severity:?} {code} {said}")));
        if !told.is_empty() {
            wrong.push(format!("{what}: {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_real_difference_is_told() {
    assert!(30 <= real::ALL.len(), "{} differences", real::ALL.len());
    let clean = base();
    let before = found(&clean);
    let mut silent = Vec::new();
    for (what, edits) in real::ALL {
        let varied = with(&clean, edits);
        if reviewed(&clean, &varied).is_empty() {
            silent.push(format!("{what}: no order, no finding of a review"));
        }
        if found(&varied).is_subset(&before) {
            silent.push(format!("{what}: nothing is found"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
