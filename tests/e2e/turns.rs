//! What a clerk meets beyond the situations of the table: services that pass between two companies, orders that are
//! refused or under way, subjects that come back, accesses that come. Each says what is right, and that nothing
//! false is said besides.

use crate::gitted::{Gitted, copy};
use crate::harness::{Case, root};
use serde_json::Value;
use std::fs;

const TODAY: &str = "2026-11-25";

/// Two companies of Hangzhou, `acme` and `globex`, each with a site on file since 2021.
fn companies() -> Gitted {
    let case = Case::empty();
    copy(&root().join("tests/fixtures/situations/38/old"), &case.path(""));
    Gitted::of(case)
}

struct Clerk(Gitted);

impl Clerk {
    fn new() -> Self {
        Self(companies())
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.case.path(&format!("records/{file}"))).expect("a file")
    }

    fn write(&self, file: &str, text: &str) -> &Self {
        self.0.case.write(&format!("records/{file}"), text);
        self
    }

    fn add(&self, file: &str, more: &str) -> &Self {
        self.write(file, &(self.text(file) + more))
    }

    /// Replaces every place of a text that has to be there.
    fn edit(&self, file: &str, old: &str, new: &str) -> &Self {
        let text = self.text(file);
        assert!(text.contains(old), "{file}: {old}");
        self.write(file, &text.replace(old, new))
    }

    /// An order with events of a day each, handed over on `day`, and perhaps what became of it.
    fn order(&self, path: &str, head: &str, steps: &[(&str, &str)]) -> &Self {
        let mut text = head.to_owned();
        if !steps.is_empty() {
            text += &format!("order: \"{}\"\nevents:\n", path.replace(['/', '-'], ""));
        }
        for (at, event) in steps {
            let (event, who) = event.split_once(' ').map_or((*event, None), |(event, who)| (event, Some(who)));
            text += &format!("  - at: {at}+08:00\n    event: {event}\n");
            match who {
                Some(note) if event.ends_with('回') => text += &format!("    note: {note}\n"),
                Some(who) => text += &format!("    who: {who}\n"),
                None => {}
            }
        }
        let (subject, stem) = path.split_once('/').expect("a subject and a stem");
        self.write(&format!("{subject}/filings/{stem}.yaml"), &text)
    }

    fn commit(&self) -> &Self {
        self.0.commit("2026-11-20", "所记");
        self
    }

    fn json(&self, args: &[&str]) -> Value {
        let run = self.0.run(&[args, &["--format", "json", "--lang", "zh", "--today", TODAY]].concat());
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
    }

    /// What a validation finds: `weight code fact`.
    fn found(&self) -> Vec<String> {
        told(&self.json(&["validate"]))
    }

    /// What a review asks for, `procedure [covers]`, and the notes to it.
    fn asked(&self) -> Vec<String> {
        let change = self.json(&["review", "HEAD"]);
        let list = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let mut all = Vec::new();
        for answer in change["subjects"].as_array().into_iter().flatten().flat_map(|one| one["answers"].as_array()) {
            let needed = answer.iter().filter(|one| one["verdict"] != "not-needed");
            all.extend(needed.map(|one| {
                let asked = one["procedure"].as_str().unwrap_or("-");
                format!("{asked} {:?} {:?}", list(&one["covers"]), list(&one["notes"]))
            }));
        }
        all
    }

    /// What a review finds.
    fn newly(&self) -> Vec<String> {
        told(&self.json(&["review", "HEAD"]))
    }

    fn says(&self, code: &str) -> String {
        let state = self.json(&["validate"]);
        let change = self.json(&["review", "HEAD"]);
        let all = [&state, &change].map(|one| one["findings"].as_array().cloned().unwrap_or_default()).concat();
        let text = |one: &Value| format!("{}；{}", one["message"], one["help"]);
        all.iter().filter(|one| one["code"] == code).map(text).collect::<Vec<_>>().join("\n")
    }
}

fn told(report: &Value) -> Vec<String> {
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let one = |one: &Value| format!("{} {} {}", text(one, "severity"), text(one, "code"), text(one, "fact"));
    report["findings"].as_array().expect("findings").iter().map(one).collect()
}

const NOTHING: Vec<String> = Vec::new();

/// The road of an order from one day on, handed over on the next.
const ROAD: [(&str, &str); 6] = [
    ("2026-10-20T10:00:00", "提交订单"),
    ("2026-10-20T10:20:00", "初审通过"),
    ("2026-10-20T10:21:00", "发送短信"),
    ("2026-10-20T11:00:00", "短信核验 li"),
    ("2026-10-20T11:01:00", "短信核验 zhang"),
    ("2026-10-20T12:00:00", "提交管局"),
];
const APPROVED: (&str, &str) = ("2026-11-16T15:30:00", "管局通过");

fn road(end: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    ROAD.iter().chain(end).copied().collect()
}

/// The site of globex stands under acme.
fn received(clerk: &Clerk, numbers: &str) {
    let site = clerk.text("globex/services.yaml");
    let (head, rest) = site.split_once("  numbers:\n").expect("numbers");
    let (_, rest) = rest.split_once("  domains:\n").expect("domains");
    let rest = rest.replace("      since: 2021-03-18\n", "");
    clerk.add("acme/services.yaml", &format!("{}{numbers}  domains:\n{rest}", head.replace("site:", "site2:")));
    let domain = clerk.text("globex/domains.yaml");
    let domain = domain.replace("宁波样板商贸有限公司", "杭州示例科技有限公司");
    clerk.add("acme/domains.yaml", &domain.replace("91330106MA10015036", "91330106MA100101XB"));
    clerk.write("globex/domains.yaml", "{}\n");
}

fn migration(covers: &str, name: &str, number: &str) -> String {
    format!(
        "procedure: 迁移\nthrough: 阿里云\ncovers:\n  - {covers}\ncounterparty:\n  name: {name}\n  number: {number}\n"
    )
}

const GIVES: &str = "globex/2026-10-20-move";
const TAKES: &str = "acme/2026-10-20-move";

fn gives() -> String {
    migration("services/site", "杭州示例科技有限公司", "浙ICP备2021000101号")
}

fn takes() -> String {
    migration("services/site2", "宁波样板商贸有限公司", "浙ICP备2021000150号")
}

/// A migration that both sides recorded when it was approved: the site ran on since 2021 under its old number, and
/// each order did what it asked for.
#[test]
fn a_migration_that_was_approved_is_clean_on_both_sides() {
    let clerk = Clerk::new();
    received(
        &clerk,
        "  numbers:\n    - number: 浙ICP备2021000101号-2\n      from: 2026-11-16\n      filing: 2026-10-20-move\n",
    );
    clerk.order(GIVES, &gives(), &road(&[APPROVED])).order(TAKES, &takes(), &road(&[APPROVED]));
    clerk.add(
        "acme/filings/2026-10-20-move.yaml",
        "granted:\n  - of: services/site2\n    number: 浙ICP备2021000101号-2\n",
    );
    clerk.edit("globex/services.yaml", "      from: 2021-03-18\n", "      from: 2021-03-18\n      until: 2026-11-16\n");
    let ended = "  ended:\n    on: 2026-11-16\n    why: 迁移\n    filing: 2026-10-20-move\n";
    clerk.add("globex/services.yaml", ended);
    assert_eq!((clerk.found(), clerk.newly(), clerk.asked()), (NOTHING, NOTHING, NOTHING));
}

/// While it is under way the domain is the receiver's, and either side may show what passes; a refusal ends that.
#[test]
fn a_migration_under_way_may_be_shown_by_either_side() {
    let clerk = Clerk::new();
    received(&clerk, "");
    clerk.order(GIVES, &gives(), &road(&[])).order(TAKES, &takes(), &road(&[]));
    let quiet = |found: Vec<String>| !found.iter().any(|one| one.contains("L103") || one.contains("L214"));
    assert!(quiet(clerk.found()) && quiet(clerk.newly()), "{:?}", clerk.found());
    clerk.order(GIVES, &gives(), &road(&[("2026-11-16T15:30:00", "管局驳回 域名实名不符")]));
    assert!(!quiet(clerk.found()), "{:?}", clerk.found());
}

/// Once the giver's deregistration is approved, nobody has to wait for it any more.
#[test]
fn what_the_giver_has_deregistered_stands_under_nobody() {
    let clerk = Clerk::new();
    received(&clerk, "");
    let end = "procedure: 注销互联网信息服务\nthrough: 阿里云\ncovers:\n  - services/site\nreason: 转让\n";
    clerk.order("globex/2026-10-20-end", end, &road(&[APPROVED]));
    clerk.edit("globex/services.yaml", "      from: 2021-03-18\n", "      from: 2021-03-18\n      until: 2026-11-16\n");
    let ended = "  closed: 2026-10-20\n  ended:\n    on: 2026-11-16\n    why: 注销\n    filing: 2026-10-20-end\n";
    clerk.add("globex/services.yaml", ended);
    assert_eq!(clerk.asked(), ["新增互联网信息服务 [\"services/site2\"] []"]);
}

const OLD: &str = "address: 浙江省杭州市西湖区示例路 18 号 6 幢 301 室\nsupervisor";
const NEW: &str = "address: 浙江省杭州市西湖区范例大道 200 号 1206 室\nsupervisor";
const ADDRESS: &str = "procedure: 变更主体\nthrough: 阿里云\ncovers:\n  - subject\nfacts:\n  subject/address:\n    \
                       from: 浙江省杭州市西湖区示例路 18 号 6 幢 301 室\n    \
                       to: 浙江省杭州市西湖区范例大道 200 号 1206 \
                       室\neffective: 2026-11-25\n";

/// An order that was refused is named, with what to do about it; handed in again, nothing is left to say.
#[test]
fn an_order_that_came_to_nothing_is_named() {
    let clerk = Clerk::new();
    clerk.edit("acme/subject.yaml", OLD, NEW);
    let path = "acme/2026-10-20-address";
    let refused = ("2026-11-16T15:30:00", "管局驳回 证件不清晰");
    clerk.order(path, ADDRESS, &road(&[refused]));
    assert!(clerk.says("F146").contains("订单 2026-10-20-address 没有办成"), "{}", clerk.says("F146"));
    assert!(clerk.says("R107").contains("在 2026-10-20-address 里补记重新提交的经过"), "{}", clerk.says("R107"));
    let again = [
        refused,
        ("2026-11-17T10:00:00", "提交订单"),
        ("2026-11-17T10:20:00", "初审通过"),
        ("2026-11-17T10:21:00", "发送短信"),
        ("2026-11-17T11:00:00", "短信核验 zhang"),
        ("2026-11-17T12:00:00", "提交管局"),
    ];
    clerk.order(path, ADDRESS, &road(&again));
    assert_eq!((clerk.found(), clerk.newly()), (NOTHING, NOTHING));
}

/// What was withdrawn was filed neither early nor late.
#[test]
fn a_withdrawn_order_is_not_late() {
    let clerk = Clerk::new();
    let steps = [("2026-11-20T10:00:00", "提交订单"), ("2026-11-21T10:00:00", "撤回")];
    clerk.order("acme/2026-11-20-address", ADDRESS, &steps);
    assert_eq!(clerk.found(), NOTHING);
}

/// A deregistered subject that was filed anew, both approved: nothing is left to file.
#[test]
fn a_subject_that_came_back_has_nothing_left_to_file() {
    let clerk = Clerk::new();
    let end = "procedure: 注销主体\nthrough: 阿里云\ncovers:\n  - subject\n  - services/site\nreason: 停止运营\n";
    let day = |(at, event): (&'static str, &'static str)| (at.replace("2026-", "2025-"), event);
    let steps: Vec<(String, &str)> = road(&[APPROVED]).into_iter().map(day).collect();
    let steps: Vec<(&str, &str)> = steps.iter().map(|(at, event)| (&**at, *event)).collect();
    clerk.order("acme/2025-10-20-end", end, &steps);
    let number = "    from: 2021-03-18\n";
    clerk.edit("acme/subject.yaml", number, "    from: 2021-03-18\n    until: 2025-11-16\n");
    clerk.edit("acme/services.yaml", "  from: 2021-03-18\n", "  from: 2021-03-18\n      until: 2025-11-16\n");
    let ended = "ended:\n  on: 2025-11-16\n  why: 注销\n  filing: 2025-10-20-end\n";
    let record = clerk.text("acme/subject.yaml");
    let inner = ended.replace('\n', "\n  ");
    clerk
        .add("acme/subject.yaml", ended)
        .add("acme/services.yaml", &format!("  closed: 2025-10-20\n  {}", inner.trim_end()));
    clerk.add("acme/services.yaml", "\n");
    assert_eq!(clerk.found(), NOTHING);
    clerk.commit();
    let first = clerk.text("acme/filings/2021-02-20-first.yaml");
    let first = first.replace("2021-02-", "2026-09-").replace("2021-03-18", "2026-10-16");
    let first = first.replace("2021000101", "2026000777").replace("SAMPLE2021022000101", "SAMPLE2026092000777");
    clerk.write("acme/filings/2026-09-20-first.yaml", &first.replace("services/site", "services/back"));
    clerk.write("acme/subject.yaml", &record).add(
        "acme/subject.yaml",
        "  - number: 浙ICP备2026000777号\n    from: 2026-10-16\n    filing: 2026-09-20-first\n",
    );
    let site = clerk.text("acme/services.yaml");
    let (back, _) = site.split_once("  opened:").expect("a day");
    let back = back.replacen("site:", "back:", 1).replace("      until: 2025-11-16\n", "");
    let back = back.replace("2021000101", "2026000777").replace("\"2021-02-20-first\"", "2026-09-20-first");
    clerk.add("acme/services.yaml", &back.replace("2021-03-18", "2026-10-16"));
    assert_eq!(clerk.asked(), NOTHING);
}

/// An access that came beside the one of the first filing, which no order states: both are there.
#[test]
fn an_access_that_was_added_says_nothing_of_the_others() {
    let clerk = Clerk::new();
    clerk.edit(
        "acme/services.yaml",
        "      since: 2021-03-18\n",
        "      since: 2021-03-18\n    - provider: 腾讯云\n      servers:\n        - tx\n      since: 2026-11-17\n",
    );
    clerk.add(
        "acme/servers.yaml",
        "tx:\n  provider: 腾讯云\n  mode: 云接入\n  cloud_region: ap-nanjing\n  place: 江苏省\n  instance: \
         ins-sample9\n  addresses:\n    - \"203.0.113.77\"\n  paid:\n    from: 2026-10-10\n    until: 2029-01-01\n    \
         billing: 包年包月\n",
    );
    let order = "procedure: 新增接入\nthrough: 腾讯云\ncovers:\n  - services/site\nfacts:\n  \
                 services/site/access:\n    - provider: 腾讯云\n";
    let li: Vec<_> = road(&[APPROVED]).into_iter().filter(|(_, event)| !event.ends_with("zhang")).collect();
    clerk.order("acme/2026-10-20-access", order, &li);
    assert_eq!((clerk.found(), clerk.newly(), clerk.asked()), (NOTHING, NOTHING, NOTHING));
}

/// A site that is shut because the whole subject is deregistered asks for that order and no other.
#[test]
fn a_site_that_goes_with_its_subject_asks_for_the_subject_s_order() {
    let clerk = Clerk::new();
    clerk.add("acme/services.yaml", "  closed: 2026-11-20\n");
    let end = "procedure: 注销主体\nthrough: 阿里云\ncovers:\n  - subject\n  - services/site\nreason: 停止运营\n";
    clerk.order("acme/2026-11-20-end", end, &[("2026-11-20T10:00:00", "提交订单")]);
    assert_eq!(clerk.asked(), ["注销主体 [\"subject\"] []"]);
    assert_eq!((clerk.found(), clerk.newly()), (NOTHING, NOTHING));
}

/// On the day of an approval the old number has its last day and the new one its first.
#[test]
fn the_last_day_of_a_number_is_no_second_number() {
    let clerk = Clerk::new();
    let held = |new: &str, filing: &str| {
        format!(
            "    from: 2021-03-18\n    until: {TODAY}\n    filing: \"2021-02-20-first\"\n  - number: {new}\n    \
                 from: {TODAY}\n    filing: {filing}\n"
        )
    };
    let old = "    from: 2021-03-18\n    filing: \"2021-02-20-first\"\n";
    clerk.edit("acme/subject.yaml", old, &held("苏ICP备2026000888号", "2026-11-20-move"));
    clerk.edit("acme/subject.yaml", "region: \"330106\"", "region: \"320106\"");
    let found = clerk.found();
    assert!(!found.iter().any(|one| one.contains("N121") || one.contains("N110")), "{found:?}");
}

/// A company becomes a person: nothing of it is advised to be filed as a change.
#[test]
fn another_organiser_is_never_advised_to_file_a_change() {
    let clerk = Clerk::new();
    clerk.edit("acme/subject.yaml", "name: 杭州示例科技有限公司", "name: 张示例");
    clerk.edit("acme/subject.yaml", "nature: 企业", "nature: 个人");
    clerk.edit("acme/subject.yaml", "kind: 营业执照", "kind: 居民身份证");
    clerk.edit("acme/subject.yaml", "\"91330106MA100101XB\"", "\"330***********1011\"");
    let said = clerk.says("F146");
    assert!(said.contains("subject/name") && !said.contains("办理变更并立订单"), "{said}");
}

/// A site that closed in June and was deregistered in October: told with the days.
#[test]
fn a_late_deregistration_is_told_with_its_days() {
    let clerk = Clerk::new();
    let end = "procedure: 注销互联网信息服务\nthrough: 阿里云\ncovers:\n  - services/site\nreason: 停用\n";
    clerk.order("acme/2026-10-20-end", end, &road(&[APPROVED]));
    clerk.edit("acme/services.yaml", "      from: 2021-03-18\n", "      from: 2021-03-18\n      until: 2026-11-16\n");
    let ended = "  closed: 2026-06-01\n  ended:\n    on: 2026-11-16\n    why: 注销\n    filing: 2026-10-20-end\n";
    clerk.add("acme/services.yaml", ended);
    // The code of an order on a service goes to its own principal, and here the subject's entered it.
    let told =
        ["warning F145 acme/filings/2026-10-20-end/events/0", "note F163 acme/filings/2026-10-20-end/events/4/who"];
    assert_eq!(clerk.found(), told);
    assert!(clerk.says("F145").contains("晚了 141 天"), "{}", clerk.says("F145"));
}

/// Where a number has to be shown depends on the kind of the service, which an opening may leave open.
#[test]
fn a_past_day_does_not_guess_the_kind_of_a_service() {
    let clerk = Clerk::new();
    fs::remove_file(clerk.0.case.path("records/acme/filings/2021-02-20-first.yaml")).expect("a filing");
    for file in ["acme/subject.yaml", "acme/services.yaml"] {
        let text = clerk.text(file);
        let kept = text.lines().filter(|line| !line.contains("filing: \"2021-02-20-first\""));
        clerk.write(file, &kept.map(|line| format!("{line}\n")).collect::<String>());
    }
    clerk.order(
        "acme/2026-01-10-existing",
        "procedure: 既有备案\ncovers:\n  - subject\n  - services/site\nfacts:\n  services/site/name: \
         示例科技产品展示\nbasis:\n  document: 公共查询\n  date: 2026-01-10\n",
        &[],
    );
    clerk.commit();
    let run = clerk.0.run(&["dossier", "acme", "--as-of", "2026-03-01", "--today", TODAY, "--lang", "zh"]);
    assert!(!run.out.contains("应用内的设置"), "{}", run.shown());
}
