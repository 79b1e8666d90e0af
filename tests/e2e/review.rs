//! `beian review`: pull requests as reviewers meet them.

use crate::gitted::Gitted;
use insta::assert_snapshot;

const FIRST: &str = "records/example/filings/2021-02-20-first.yaml";
const OLD_ADDRESS: &str = "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor";
const NEW_ADDRESS: &str = "address: 浙江省杭州市滨江区江南大道 588 号 1206 室\nsupervisor";
const FILING: &str = "\
procedure: 变更主体
through: 阿里云
order: \"20261120000017\"
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
";
const ALL: &[&str] = &["--deny", "uncovered,forbidden,warnings"];

fn branch(made: &Gitted) {
    made.git("2026-11-02", &["switch", "--quiet", "--create", "change"]);
}

#[test]
fn an_approved_filing_is_not_edited() {
    let made = Gitted::clean();
    branch(&made);
    made.edit(FIRST, "subject/region: \"330106\"", "subject/region: \"330105\"");
    made.commit("2026-11-20", "改区划");
    let (status, found) = made.found(&["main", "change"]);
    assert_eq!(status, 1);
    assert!(found.contains(&format!("error R101 {FIRST}:13")), "{found:?}");
}

#[test]
fn a_number_is_not_reused() {
    let made = Gitted::clean();
    branch(&made);
    made.edit("records/example/services.yaml", "浙ICP备2021000017号-1", "浙ICP备2021000017号-2");
    made.commit("2026-11-20", "改号");
    let (status, found) = made.found(&["main", "change"]);
    assert_eq!(status, 1);
    assert!(found.contains(&"error R103 records/example/services.yaml:5".to_owned()), "{found:?}");
}

#[test]
fn an_address_changes_with_a_filing() {
    let made = Gitted::clean();
    branch(&made);
    made.edit("records/example/subject.yaml", OLD_ADDRESS, NEW_ADDRESS);
    made.commit("2026-11-20", "换地址");
    let place = "R107 records/example/subject.yaml:13";
    assert_eq!(made.found(&["main", "change"]), (0, vec![format!("warning {place}")]));
    assert_eq!(made.found(&["main", "change", "--deny", "uncovered"]), (1, vec![format!("error {place}")]));
    assert_eq!(made.found(&["main", "change", "--deny", "warnings"]).0, 1);
    made.case.write("records/example/filings/2026-11-20-address.yaml", FILING);
    made.commit("2026-11-20", "补订单");
    assert_eq!(made.found(&[&["main", "change"], ALL].concat()), (0, Vec::new()));
}

#[test]
fn what_is_lawful_reads_well() {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", OLD_ADDRESS, NEW_ADDRESS);
    made.case.write("records/example/filings/2026-11-20-address.yaml", FILING);
    let run = made.run(&["review", "--lang", "en"]);
    assert_snapshot!(run.shown().replace(&made.id("main")[..10], "[BASE]"));
    let run = made.run(&["review", "--lang", "zh"]);
    assert_snapshot!(run.shown().replace(&made.id("main")[..10], "[BASE]"));
}

#[test]
fn what_is_forbidden_names_the_lawful_way() {
    let made = Gitted::clean();
    made.edit("records/example/domains.yaml", "shop.example:", "store.example:");
    made.edit("records/example/services.yaml", "    - shop.example", "    - store.example");
    let (status, found) = made.found(&[]);
    assert_eq!(status, 1);
    assert!(found.contains(&"error R109 records/example/services.yaml:8".to_owned()), "{found:?}");
    let run = made.run(&["review", "--lang", "en"]);
    assert!(run.out.contains("lawful way: 注销互联网信息服务 → 新增互联网信息服务"), "{}", run.out);
}

#[test]
fn what_cannot_be_changed_is_the_fact_that_makes_another_organiser() {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", "nature: 企业", "nature: 事业单位");
    made.edit("records/example/subject.yaml", "91330106MA0EXAMP12", "91330106MA0TESTX3X");
    let (_, found) = made.found(&[]);
    let at: Vec<_> = found.iter().filter(|line| line.contains("R109")).collect();
    assert_eq!(at, ["error R109 records/example/subject.yaml:6"]);
}

#[test]
fn what_follows_from_an_edited_filing_is_not_told_again() {
    let made = Gitted::clean();
    let old = "  subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室";
    made.edit("records/example/filings/2021-02-20-first.yaml", old, "  subject/address: 浙江省杭州市西湖区文三路 9 号");
    let (_, found) = made.found(&[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("error R101"), "{found:?}");
}

#[test]
fn settings_come_from_the_older_side() {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", OLD_ADDRESS, NEW_ADDRESS);
    made.case.write("beian.yaml", "sample: true\nrules:\n  R107: allow\n");
    let note = "note R110 beian.yaml".to_owned();
    let (_, found) = made.found(&["main"]);
    assert_eq!(found, ["warning R107 records/example/subject.yaml:13".to_owned(), note]);
    made.commit("2026-11-20", "放宽");
    made.edit("records/example/people.yaml", "email: li@", "email: li.shili@");
    assert_eq!(made.found(&["main"]), (0, Vec::new()));
    assert_eq!(made.found(&["main", "--deny", "uncovered"]).0, 1, "what is asked for goes before settings");
}

#[test]
fn the_base_is_where_the_branch_left() {
    let made = Gitted::clean();
    branch(&made);
    made.edit("records/example/people.yaml", "email: li@", "email: li.shili@");
    made.commit("2026-11-03", "邮箱");
    made.git("2026-11-04", &["switch", "--quiet", "main"]);
    made.edit("records/example/subject.yaml", OLD_ADDRESS, NEW_ADDRESS);
    made.commit("2026-11-04", "主干前进");
    made.git("2026-11-04", &["switch", "--quiet", "change"]);
    let mail = vec!["warning R107 records/example/people.yaml:28".to_owned()];
    assert_eq!(made.found(&[]).1, mail, "the working tree against the merge base");
    assert_eq!(made.found(&["main...change"]).1, mail, "three dots, as git has them");
    assert_eq!(made.found(&["main..."]).1, mail);
    let apart = made.run(&["review", "main", "change"]).out;
    assert!(apart.contains("subject/address"), "two revisions are taken as they are: {apart}");
}

#[test]
fn records_that_begin_are_reviewed_whole() {
    let made = Gitted::clean();
    made.git("2026-11-02", &["switch", "--quiet", "--orphan", "empty"]);
    made.git("2026-11-02", &["commit", "--quiet", "--allow-empty", "--message", "空"]);
    let (status, found) = made.found(&["HEAD", "main"]);
    assert_eq!((status, found), (0, vec!["note R110 beian.yaml".to_owned()]));
}

#[test]
fn annotations_are_commands_and_values_are_not() {
    let made = Gitted { case: Gitted::clean().case.with("GITHUB_ACTIONS", "true") };
    made.edit("records/example/subject.yaml", OLD_ADDRESS, NEW_ADDRESS);
    made.edit("records/example/subject.yaml", "format: 1\n", "format: 1\n\"::error::x\": y\n");
    let run = made.run(&["review", "--format", "github"]);
    let commands: Vec<&str> = run.out.lines().filter(|line| line.starts_with("::")).collect();
    let kinds = ["::error file=records/", "::warning file=records/", "::group::", "::endgroup::"];
    assert!(commands.iter().all(|line| kinds.iter().any(|kind| line.starts_with(kind))), "{}", run.out);
    assert!(run.out.contains("::warning file=records/example/subject.yaml,line=14,col=10"), "{}", run.out);
}

/// A pull request as it comes: one change with its filing, one without, a forbidden one, and
/// a hostile remark.
fn pull_request() -> Gitted {
    let made = Gitted::shipped();
    branch(&made);
    let store = "records/ningbo-shifan";
    made.edit(
        &format!("{store}/subject.yaml"),
        "address: 浙江省宁波市海曙区范例大道 200 号 1206 室\nsupervisor",
        "address: 浙江省宁波市鄞州区样板路 9 号 1 幢 101 室\nsupervisor",
    );
    made.case.write(
        &format!("{store}/filings/2026-11-19-address.yaml"),
        "procedure: 变更主体\nthrough: 阿里云\norder: \"SAMPLE2026111900042\"\ncovers:\n  - subject\nfacts:\n  \
         subject/address:\n    from: 浙江省宁波市海曙区范例大道 200 号 1206 室\n    to: 浙江省宁波市鄞州区样板路 9 号 \
         1 幢 101 室\nreason: 办公地点搬迁\neffective: 2027-01-10\nevents:\n  - at: 2026-11-19T10:00:00+08:00\n    \
         event: 提交订单\n",
    );
    made.edit(&format!("{store}/services.yaml"), "name: 示范批发订货网", "name: 示范批发网");
    made.edit(&format!("{store}/services.yaml"), "    - wholesale.example", "    - trade.example");
    made.edit(&format!("{store}/domains.yaml"), "wholesale.example:", "trade.example:");
    made.edit(
        "records/su-wanli/subject.yaml",
        "format: 1\n",
        "format: 1\nremark: \"</details> @all #1 | `x` 13800138000\"\n",
    );
    made.commit("2026-11-20", "搬迁与改版");
    made
}

#[test]
fn a_pull_request_gets_one_comment() {
    let made = pull_request();
    let args = ["review", "main", "change", "--deny", "uncovered", "--format", "markdown"];
    for lang in ["zh", "en"] {
        let run = made.run(&[&args[..], &["--lang", lang]].concat());
        let text = run.shown().replace(&made.id("main")[..10], "[BASE]").replace(&made.id("change")[..10], "[HEAD]");
        assert_snapshot!(format!("comment-{lang}"), text);
        assert!(run.out.starts_with("<!-- beian-review -->\n"), "the marker stands first");
        assert!(!run.out.contains("13800138000"), "numbers of persons are masked");
        assert_eq!(
            run.out.matches("</details>").count() - 1,
            run.out.matches("<details>").count(),
            "one is in a value"
        );
        let columns: Vec<_> =
            run.out.lines().filter(|line| line.starts_with('|')).map(|line| line.matches('|').count()).collect();
        assert!(columns.iter().all(|count| *count == columns[0]), "{}", run.out);
    }
}

#[test]
fn a_long_comment_says_what_it_leaves_out() {
    let made = Gitted::clean();
    branch(&made);
    for number in 0..400 {
        let name = format!("records/group/s{number}/subject.yaml");
        made.case
            .write(&name, format!("format: 1\nname: 宁波示范{}有限公司\nremark: \"{}\"\n", number, "长".repeat(150)));
    }
    made.commit("2026-11-20", "很多");
    let run = made.run(&["review", "main", "change", "--format", "markdown"]);
    assert!(run.out.chars().count() < 60_000, "{}", run.out.chars().count());
    assert!(run.out.contains("项未列出"), "{}", &run.out[run.out.len() - 400..]);
}
