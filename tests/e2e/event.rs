//! `beian event`: an order carried on from draft to approval, by commands alone.

use crate::gitted::Gitted;
use std::fs;

const ORDER: &str = "example/2026-11-21-change-subject";
const OLD: &str = "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor";
const NEW: &str = "address: 浙江省杭州市滨江区江南大道 588 号 1206 室 # 新楼\nsupervisor";

fn moved() -> Gitted {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", OLD, NEW);
    let run = made.run(&["file", "HEAD", "--reason", "搬迁", "--effective", "2027-01-31"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    made
}

fn happens(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[&["event", ORDER], args, &["--lang", "en"]].concat());
    assert_eq!(run.status, 0, "{args:?}: {}", run.shown());
    run.out
}

fn refused(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[&["event", ORDER], args, &["--lang", "en"]].concat());
    assert_eq!(run.status, 2, "{args:?}: {}", run.shown());
    run.err
}

fn clean(made: &Gitted) {
    let run = made.run(&["validate", "--deny", "warnings", "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.shown());
}

#[test]
fn an_order_goes_its_way() {
    let made = moved();
    clean(&made);
    assert!(refused(&made, &["approved"]).contains("before the order was handed over"));
    assert!(refused(&made, &["submitted", "--when", "2026-11-22"]).contains("has not come yet"));
    let said = happens(&made, &["submitted", "--when", "2026-11-21T09:00:00+08:00", "--order", "20261121000017"]);
    insta::assert_snapshot!(said);
    clean(&made);
    assert!(refused(&made, &["提交订单"]).contains("nobody sent it back"));
    assert!(refused(&made, &["初审驳回"]).contains("--note"));
    happens(&made, &["初审通过", "--when", "2026-11-21T10:00:00+08:00"]);
    assert!(refused(&made, &["短信核验", "--who", "zhang"]).contains("before a code was sent"));
    happens(&made, &["短信发送", "--when", "2026-11-21T10:01:00+08:00"]);
    assert!(refused(&made, &["短信核验"]).contains("--who"));
    assert!(refused(&made, &["短信核验", "--who", "nobody"]).contains("people.yaml"));
    happens(&made, &["sms-verified", "--who", "zhang", "--when", "2026-11-21T10:05:00+08:00"]);
    assert!(refused(&made, &["提交管局", "--when", "2026-11-21T09:59:00+08:00"]).contains("lies before"));
    happens(&made, &["提交管局", "--when", "2026-11-21T10:06:00+08:00"]);
    assert!(refused(&made, &["withdrawn"]).contains("cannot be withdrawn"));
    let open = made.run(&["event", "--lang", "en"]);
    assert_eq!(
        open.shown(),
        format!("exit 0\n{ORDER}  变更主体  2026-11-21T10:06:00+08:00 提交管局  next: 补正, 管局驳回, 管局通过\n")
    );
    // What was approved must stand in the records.
    made.edit("records/example/subject.yaml", "江南大道 588 号", "江南大道 589 号");
    assert!(refused(&made, &["管局通过", "--when", "2026-11-21T15:00:00+08:00"]).contains("subject/address"));
    made.edit("records/example/subject.yaml", "江南大道 589 号", "江南大道 588 号");
    assert!(refused(&made, &["管局通过", "--grant", "subject=浙ICP备2021000018号"]).contains("grants no number"));
    happens(&made, &["管局通过", "--when", "2026-11-21T15:00:00+08:00"]);
    clean(&made);
    assert!(refused(&made, &["补正"]).contains("has ended"));
    assert_eq!(made.run(&["event"]).status, 3);
    // What the user wrote beside it stands as it stood.
    let subject = fs::read_to_string(made.case.path("records/example/subject.yaml")).expect("the subject");
    assert!(subject.contains(NEW));
}

/// A new site, filed by commands.
fn with_blog() -> Gitted {
    let made = Gitted::clean();
    let services = fs::read_to_string(made.case.path("records/example/services.yaml")).expect("services");
    let blog = "# 新站\nblog:\n  kind: 网站\n  name: 示例手记\n  domains: [blog.example]\n  home: www.blog.example\n  \
                access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 介绍本公司的示例商品\n  \
                category: 企业门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: \
                li  # 同商城\n";
    made.case.write("records/example/services.yaml", services + blog);
    let domains = fs::read_to_string(made.case.path("records/example/domains.yaml")).expect("domains");
    let second = domains.replace("shop.example", "blog.example").replace("2029-11-02", "2029-10-02");
    made.case.write("records/example/domains.yaml", domains + &second);
    made
}

#[test]
fn an_approval_writes_numbers_and_days_and_opens_nothing() {
    let made = with_blog();
    assert_eq!(made.run(&["file", "HEAD"]).status, 0);
    let order = "example/2026-11-21-add-service-blog";
    let happens = |args: &[&str]| made.run(&[&["event", order], args, &["--lang", "en"]].concat());
    for (time, event, who) in [
        ("09:00", "submitted", ""),
        ("10:00", "first-review-passed", ""),
        ("10:01", "sms-sent", ""),
        ("10:05", "sms-verified", "li"),
        ("10:06", "handed-over", ""),
    ] {
        let when = format!("2026-11-20T{time}:00+08:00");
        let who: &[&str] = if who.is_empty() { &[] } else { &["--who", who] };
        // The file is named after the day on which it was written, which is later here.
        let run = happens(&[&[event, "--when", &when], who].concat());
        assert_eq!(run.status, 0, "{}", run.shown());
    }
    let run = happens(&["approved"]);
    assert!(run.err.contains("--grant services/blog=…"), "{}", run.shown());
    let run = happens(&["approved", "--grant", "services/blog=浙ICP备2021000018号-2"]);
    assert!(run.err.contains("does not stand under"), "{}", run.shown());
    let run = happens(&["approved", "--grant", "services/blog=浙ICP备2021000017"]);
    assert_eq!(run.status, 2, "{}", run.shown());
    let granted = ["approved", "--grant", "services/blog=浙ICP备2021000017号-2"];
    let run = happens(&[&granted[..], &["--dry-run"]].concat());
    insta::assert_snapshot!(run.shown());
    assert_eq!(happens(&granted).status, 0);
    let services = fs::read_to_string(made.case.path("records/example/services.yaml")).expect("services");
    assert!(services.contains("# 新站\nblog:\n") && services.contains("domains: [blog.example]\n"), "{services}");
    assert!(!services.split("blog:").nth(1).expect("the blog").contains("opened"), "{services}");
}

#[test]
fn an_end_is_written_when_it_is_approved() {
    let made = Gitted::clean();
    made.edit(
        "records/example/services.yaml",
        "  opened: 2021-03-20\n",
        "  opened: 2021-03-20\n  closed: 2026-11-21\n",
    );
    let run = made.run(&["file", "HEAD", "--reason", "停止运营"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    let name = fs::read_dir(made.case.path("records/example/filings"))
        .expect("filings")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("2026"))
        .expect("an order");
    let order = format!("example/{}", name.trim_end_matches(".yaml"));
    for args in [
        &["submitted"][..],
        &["first-review-passed"],
        &["sms-sent"],
        &["sms-verified", "--who", "zhang"],
        &["sms-verified", "--who", "li"],
        &["handed-over"],
        &["approved"],
    ] {
        let run = made.run(&[&["event", &order], args].concat());
        assert_eq!(run.status, 0, "{args:?}: {}", run.shown());
    }
    let services = fs::read_to_string(made.case.path("records/example/services.yaml")).expect("services");
    let stem = name.trim_end_matches(".yaml");
    assert!(
        services.contains(&format!("  ended:\n    \"on\": 2026-11-21\n    why: 注销\n    filing: {stem}\n")),
        "{services}"
    );
    assert!(services.contains("      until: 2026-11-21\n"), "{services}");
    let run = made.run(&["validate", "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.shown());
}
