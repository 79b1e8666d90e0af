//! `beian dossier --at --as-of`: two clocks over a history of twelve commits.

use crate::gitted::Gitted;
use crate::harness::Case;
use beian_core::rules::BASE;

const SUBJECT: &str = "records/example/subject.yaml";
const SERVICES: &str = "records/example/services.yaml";
const FIRST: &str = "records/example/filings/2021-02-20-first.yaml";
const OLD: &str = "浙江省杭州市西湖区文三路 100 号 3 幢 502 室";
const NEW: &str = "浙江省杭州市滨江区江南大道 588 号 1206 室";

/// A part of a file of the clean subject, from a text on.
fn before(name: &str, end: &str) -> String {
    let text = BASE.iter().find(|(file, _)| *file == name).expect("a file of the clean subject").1;
    text.split_once(end).expect("the text").0.to_owned()
}

/// Filed, changed, corrected late, deregistered: twelve commits on fixed days.
fn twelve() -> Gitted {
    let case = Case::clean();
    let first = "filings/2021-02-20-first.yaml";
    case.write(FIRST, before(first, "  - at: 2021-02-22T09:30"));
    case.write(SUBJECT, before("subject.yaml", "numbers:"));
    let unopened = before("services.yaml", "  opened:").replace(
        "  numbers:\n    - number: \"浙ICP备2021000017号-1\"\n      from: 2021-03-18\n      filing: 2021-02-20-first\n",
        "",
    );
    case.write(SERVICES, unopened.replace("      since: 2021-03-18\n", ""));
    let made = Gitted { case };
    made.git("2021-02-21", &["init", "--quiet", "--initial-branch=main"]);
    made.commit("2021-02-21", "提交首次备案");
    made.case.write(FIRST, before(first, "  - at: 2021-03-18T16:40"));
    made.commit("2021-02-23", "提交管局");
    for (name, text) in BASE {
        made.case.write(&format!("records/example/{name}"), text);
    }
    made.case.write(SERVICES, before("services.yaml", "  opened:"));
    made.commit("2021-03-19", "管局通过");
    made.case.write(SERVICES, before("services.yaml", "  police:"));
    made.commit("2021-03-21", "网站开通");
    for (name, text) in BASE {
        made.case.write(&format!("records/example/{name}"), text);
    }
    made.commit("2021-04-12", "公安备案");
    changed(&made);
    ended(&made);
    made
}

fn changed(made: &Gitted) {
    made.edit(SUBJECT, &format!("address: {OLD}\nsupervisor"), &format!("address: {NEW}\nsupervisor"));
    let address = "records/example/filings/2022-05-10-address.yaml";
    let order = format!(
        "procedure: 变更主体\nthrough: 阿里云\ncovers:\n  - subject\nfacts:\n  subject/address:\n    from: {OLD}\n    \
         to: {NEW}\neffective: 2022-07-01\nevents:\n  - at: 2022-05-10T10:00:00+08:00\n    event: 提交订单\n"
    );
    made.case.write(address, &order);
    made.commit("2022-05-10", "办公室搬迁");
    made.case.write(address, order + "  - at: 2022-06-15T10:00:00+08:00\n    event: 管局通过\n");
    made.commit("2022-06-20", "变更通过");
    made.edit("records/example/servers.yaml", "until: 2028-01-15", "until: 2030-01-15");
    made.commit("2022-09-01", "服务器续费");
    made.edit(SERVICES, "name: 示例好物铺", "name: 示例好物集");
    made.case.write(
        "records/example/filings/2023-02-01-name.yaml",
        "\
procedure: 变更互联网信息服务
through: 阿里云
covers:
  - services/shop
facts:
  services/shop/name:
    from: 示例好物铺
    to: 示例好物集
events:
  - at: 2023-02-01T10:00:00+08:00
    event: 提交订单
  - at: 2023-02-20T10:00:00+08:00
    event: 管局通过
",
    );
    made.commit("2023-03-01", "网站改名");
    made.case.write(
        "records/example/filings/2024-01-10-correction.yaml",
        "procedure: 变更互联网信息服务\ncovers:\n  - services/shop\nfacts:\n  services/shop/content: \
         销售本公司的示例商品和配件\nreason: 首次备案时已申报配件，记录漏写\ncorrects: 2021-02-20-first\n",
    );
    made.edit(SERVICES, "content: 销售本公司的示例商品\n", "content: 销售本公司的示例商品和配件\n");
    made.commit("2024-01-15", "补记");
}

fn ended(made: &Gitted) {
    let end = "records/example/filings/2025-05-20-end.yaml";
    let order = "procedure: 注销主体\nthrough: 阿里云\ncovers:\n  - subject\n  - services/shop\nreason: \
                 网站不再运营\nevents:\n  - at: 2025-05-20T10:00:00+08:00\n    event: 提交订单\n";
    made.case.write(end, order);
    made.commit("2025-06-05", "申请注销");
    made.case.write(end, order.to_owned() + "  - at: 2025-06-25T10:00:00+08:00\n    event: 管局通过\n");
    let over = "ended:\n  \"on\": 2025-06-25\n  why: 注销\n  filing: 2025-05-20-end\n";
    made.edit(SUBJECT, "numbers:\n", &format!("{over}numbers:\n"));
    made.commit("2025-07-01", "注销完成");
}

fn told(made: &Gitted, at: &str, as_of: &str) -> String {
    let run = made.run(&["dossier", "example", "--at", at, "--as-of", as_of]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.shown());
    run.out
}

/// The rows of a document that begin with a label.
fn rows<'d>(dossier: &'d str, label: &str) -> Vec<&'d str> {
    dossier.lines().filter(|line| line.starts_with(&format!("| {label} "))).collect()
}

#[test]
fn there_are_twelve_commits() {
    let made = twelve();
    assert_eq!(made.git("2025-07-01", &["rev-list", "--count", "HEAD"]).trim(), "12");
    let run = made.run(&["validate", "--as-of", "2024-02-01"]);
    assert_eq!(run.status, 0, "{}", run.shown());
}

#[test]
fn nothing_is_on_file_while_the_first_order_runs() {
    let dossier = told(&twelve(), "2021-03-01", "2021-03-01");
    assert_eq!(rows(&dossier, "状态"), ["| 状态 | 备案中 |"]);
    assert!(dossier.contains("截至当日没有已通过的备案"), "{dossier}");
    assert!(!dossier.contains("浙ICP备"), "{dossier}");
}

#[test]
fn what_was_known_then_lacks_the_late_correction() {
    let made = twelve();
    let then = told(&made, "2021-12-31", "2021-06-01");
    assert_eq!(
        rows(&then, "服务内容").first(),
        Some(&"| 服务内容 | 销售本公司的示例商品 | 同在档 | 2021-02-20-first，2021-03-18 起 |")
    );
    assert!(!then.contains("后来才知，") && !then.contains("配件"), "{then}");
    // What no filing holds was known on that day.
    assert_eq!(rows(&then, "付费截止"), ["| 付费截止 | — | 2028-01-15 | 不属备案登记事项 |"]);

    let now = told(&made, "HEAD", "2021-06-01");
    let corrected = "| 服务内容 | 销售本公司的示例商品和配件 | 2024-01-10-correction，2021-03-18 起 |";
    assert_eq!(rows(&now, "服务内容").first(), Some(&corrected));
    let known = rows(&now, "服务内容").into_iter().find(|row| row.contains("更正")).expect("the correction");
    assert!(known.contains("| 2021-03-18 | 2024-01-10-correction | 2024-01-15 "), "{known}");
    assert!(known.ends_with("| 更正 2021-02-20-first；当时为真，后来才知；1033 天后记入 |"), "{known}");
    for later in [NEW, "示例好物集", "2022-05-10-address", "2025-05-20-end", "2025-06-25", "2030-01-15", "网站改名"]
    {
        assert!(!now.contains(later), "{later} was not yet: {now}");
    }
}

#[test]
fn a_commit_picked_and_filings_replayed_differ() {
    let made = twelve();
    // Approved on 15 June, entered on 20 June: on the 17th the records did not know.
    let picked = told(&made, "2022-06-17", "2022-06-17");
    let replayed = told(&made, "2022-12-31", "2022-06-17");
    assert_eq!(
        rows(&picked, "通信地址").first(),
        Some(&&*format!("| 通信地址 | {OLD} | {NEW} | 2021-02-20-first，2021-03-18 起 |"))
    );
    assert_eq!(
        rows(&replayed, "通信地址").first(),
        Some(&&*format!("| 通信地址 | {NEW} | 2022-05-10-address，2022-06-15 起 |"))
    );
    assert_eq!(rows(&picked, "状态"), ["| 状态 | 变更中 |"]);
    assert_eq!(rows(&replayed, "状态"), ["| 状态 | 已备案 |"]);
    let known = rows(&replayed, "通信地址")
        .into_iter()
        .find(|row| row.contains("subject/address") && row.contains(NEW))
        .expect("the lag");
    assert!(known.ends_with("| 5 天后记入 |"), "{known}");
}

#[test]
fn a_deregistration_counts_from_its_approval() {
    let made = twelve();
    let running = told(&made, "HEAD", "2025-06-24");
    assert_eq!(rows(&running, "状态"), ["| 状态 | 注销中 |"]);
    assert_eq!(rows(&running, "服务名称").first(), Some(&"| 服务名称 | 示例好物集 | 2023-02-01-name，2023-02-20 起 |"));
    assert!(!running.contains("2025-06-25"), "{running}");
    let over = told(&made, "HEAD", "2025-07-01");
    assert_eq!(rows(&over, "状态"), ["| 状态 | 已注销 |"]);
    assert!(rows(&over, "服务名称").first().is_some_and(|row| row.contains("已由 2025-05-20-end 注销")), "{over}");
}

#[test]
fn a_history_that_is_cut_off_is_no_history() {
    let made = twelve();
    let cut = made.id("HEAD~3");
    made.case.write(".git/shallow", format!("{cut}\n"));
    for args in [&["dossier", "example"][..], &["dossier", "example", "--at", "2021-06-01"]] {
        let run = made.run(args);
        assert_eq!(run.status, 4, "{}", run.shown());
        assert!(run.err.contains("git fetch --unshallow"), "{}", run.shown());
    }
}
