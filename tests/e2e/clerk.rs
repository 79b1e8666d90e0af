//! Whoever follows the help of a message to the letter reaches a clean state.
//!
//! A clerk who knows nothing but what the messages say: writes the order that the help describes,
//! takes away what it says to take away, and asks again.

use crate::gitted::Gitted;
use crate::walks::EVENTS;
use serde_json::Value;

/// So many rounds of asking and doing are enough for anything.
const PATIENCE: usize = 4;
const TODAY: &str = "2026-11-21";

/// By what a help is known that proposes a filing.
const PROPOSALS: [&str; 4] = ["：procedure 写", "合法途径：", "走：", "去掉 ended"];

/// What somebody changes in the clean subject: file, text, what takes its place.
type Edit = (&'static str, &'static str, &'static str);

const SHUT: Edit = ("services.yaml", "    shown: 2021-04-10\n", "    shown: 2021-04-10\n  closed: 2026-11-21\n");
const ENDED: Edit = (
    "services.yaml",
    "    shown: 2021-04-10\n",
    "    shown: 2021-04-10\n  closed: 2026-11-21\n  ended:\n    on: 2026-11-21\n    why: 注销\n",
);
const HANDED_OVER: Edit = (
    "services.yaml",
    "    shown: 2021-04-10\n",
    "    shown: 2021-04-10\n  ended:\n    on: 2026-11-21\n    why: 迁移\n",
);
const BLOG: Edit = (
    "services.yaml",
    "    shown: 2021-04-10\n",
    "    shown: 2021-04-10\nblog:\n  kind: 网站\n  name: 示例手记\n  domains:\n    - blog.example\n  home: \
     www.blog.example\n  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: \
     介绍本公司的示例商品\n  category: 企业门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  \
     principal: li\n",
);
const BLOG_DOMAIN: Edit = (
    "domains.yaml",
    "  expires: 2029-11-02\n",
    "  expires: 2029-11-02\nblog.example:\n  registrar: 阿里云\n  registered: 2026-10-02\n  holder:\n    name: \
     杭州示例网络科技有限公司\n    certificate:\n      kind: 营业执照\n      number: \"91330106MA0EXAMP12\"\n    \
     relation: 主办单位\n  verified: 2026-10-10\n  expires: 2029-10-02\n",
);
const SOLD: [Edit; 2] = [
    ("domains.yaml", "    name: 杭州示例网络科技有限公司", "    name: 宁波示例贸易有限公司"),
    ("domains.yaml", "91330106MA0EXAMP12", "91330106MA0TEEXAXG"),
];
const OFFICE: Edit = (
    "subject.yaml",
    "address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室\nsupervisor",
    "address: \
      浙江省杭州市滨江区江南大道 588 号 1206 室\nsupervisor",
);
const MOVED: [Edit; 2] = [
    (
        "subject.yaml",
        "region: \"330106\"\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        "region: \
      \"320106\"\naddress: 江苏省南京市鼓楼区江南大道 588 号 1206 室",
    ),
    (
        "subject.yaml",
        "  region: \"330106\"\n  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        "  region: \
      \"320106\"\n  address: 江苏省南京市鼓楼区江南大道 588 号 1206 室",
    ),
];
const CONTENT: Edit = ("services.yaml", "content: 销售本公司的示例商品", "content: 介绍本公司的示例商品");

/// Each change with the orders that the clerk ends up with.
const WALKS: &[(&str, &[Edit], &[&str])] = &[
    ("an address", &[OFFICE], &["变更主体"]),
    ("the content of a site", &[CONTENT], &["变更互联网信息服务"]),
    ("both at once", &[OFFICE, CONTENT], &["变更备案"]),
    ("a new site", &[BLOG, BLOG_DOMAIN], &["新增互联网信息服务"]),
    ("a site that is shut", &[SHUT], &["注销互联网信息服务"]),
    ("a site that has ended too soon", &[ENDED], &["注销互联网信息服务"]),
    ("a site handed over too soon", &[HANDED_OVER], &["迁移"]),
    ("a domain sold", &SOLD, &["迁移"]),
    ("a move to another province", &MOVED, &["跨省变更"]),
];

#[test]
fn whoever_does_what_a_message_says_is_done() {
    for (what, edits, orders) in WALKS {
        let mut clerk = Clerk::new(edits);
        for _ in 0..PATIENCE {
            let findings = clerk.findings();
            let Some(first) = findings.first() else { break };
            // What proposes a filing is followed first: the rest may follow from it.
            let proposes = |finding: &&Value| {
                let help = finding["help"].as_str().unwrap_or_default();
                PROPOSALS.iter().any(|word| help.contains(word))
            };
            clerk.follow(what, findings.iter().find(proposes).unwrap_or(first));
        }
        let left = clerk.findings();
        assert!(left.is_empty(), "{what}: {left:#?}\n{:?}", clerk.written);
        assert_eq!(clerk.written, *orders, "{what}");
        clerk.carries_on(what);
    }
}

struct Clerk {
    records: Gitted,
    written: Vec<String>,
}

impl Clerk {
    fn new(edits: &[Edit]) -> Self {
        let records = Gitted::clean();
        for (file, old, new) in edits {
            records.edit(&format!("records/example/{file}"), old, new);
        }
        Self { records, written: Vec::new() }
    }

    fn review(&self) -> Value {
        let run = self.records.run(&["review", "HEAD", "--format", "json", "--lang", "zh"]);
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
    }

    /// What a review finds, and what is left when it is committed; the heaviest first.
    fn findings(&self) -> Vec<Value> {
        let weight = |finding: &Value| match finding["severity"].as_str() {
            Some("error") => 0,
            Some("warning") => 1,
            _ => 2,
        };
        let mut all: Vec<Value> = self.review()["findings"].as_array().expect("findings").clone();
        all.retain(|finding| weight(finding) < 2);
        all.sort_by_key(weight);
        all
    }

    /// Does what the help of a finding says.
    fn follow(&mut self, what: &str, finding: &Value) {
        let help = finding["help"].as_str().expect("a help");
        let mut done = false;
        if help.contains("去掉 ended") {
            self.take_away_end();
            done = true;
        }
        if let Some(order) = help.split_once("：procedure 写").map(|(_, order)| order) {
            let (order, _) = order.split_once('；').unwrap_or((order, ""));
            self.write(order);
            done = true;
        } else if let Some((_, way)) = help.split_once("合法途径：") {
            let first = way.split(['；', ' ']).next().expect("a way");
            self.write_way(first);
            done = true;
        } else if let Some((_, way)) = help.split_once("走：") {
            let first = way.split(['；', ' ']).next().expect("a way");
            self.write_way(first);
            done = true;
        }
        assert!(done, "{what}: nobody can follow this: {finding:#}");
    }

    fn take_away_end(&self) {
        let path = self.records.case.path("records/example/services.yaml");
        let text = std::fs::read_to_string(&path).expect("services");
        let (before, after) = text.split_once("  ended:\n").expect("an end");
        let after: String = after.split_inclusive('\n').skip_while(|line| line.starts_with("    ")).collect();
        // An end alone becomes the day of closing, as the help says.
        let closed = if before.contains("closed:") { "" } else { "  closed: 2026-11-21\n" };
        std::fs::write(&path, format!("{before}{closed}{after}")).expect("services");
    }

    /// Writes the order that a help describes: `X，through 写 …，covers 写 …，facts …`.
    fn write(&mut self, order: &str) {
        let mut parts = order.split('，');
        let procedure = parts.next().expect("a procedure").to_owned();
        let mut through = "阿里云".to_owned();
        let mut covers = Vec::new();
        for part in parts.clone() {
            if let Some(name) = part.strip_prefix("through 写") {
                through = name.to_owned();
            } else if let Some(list) = part.strip_prefix("covers 写 ") {
                covers = list.split('、').map(str::to_owned).collect();
            }
        }
        self.put(&procedure, &through, &covers, order);
    }

    /// Writes the order of a lawful way, of which the help tells the name alone.
    fn write_way(&mut self, procedure: &str) {
        let covers = if procedure == "跨省变更" { "subject" } else { "services/shop" };
        let facts = if procedure == "跨省变更" { "facts 写明每项的 from 和 to" } else { "counterparty" };
        self.put(procedure, "阿里云", &[covers.to_owned()], facts);
    }

    fn put(&mut self, procedure: &str, through: &str, covers: &[String], asks: &str) {
        let mut text = format!("procedure: {procedure}\nthrough: {through}\ncovers:\n");
        text.extend(covers.iter().map(|cover| format!("  - {cover}\n")));
        if asks.contains("from 和 to") && !asks.contains("不写 from") {
            text.push_str("facts:\n");
            text.push_str(&self.changes());
        }
        if asks.contains("facts 写填报的各项") {
            text.push_str("facts:\n");
            text.push_str(BLOG_FACTS);
        }
        if asks.contains("effective") {
            text.push_str("effective: 2027-01-31\n");
        }
        if asks.contains("counterparty") {
            text.push_str("counterparty:\n  name: 宁波示例贸易有限公司\n  number: 浙ICP备2021000018号\n");
        }
        let number = self.written.len();
        self.records.case.write(&format!("records/example/filings/{TODAY}-order-{number}.yaml"), text);
        self.written.push(procedure.to_owned());
    }

    /// The facts that changed and are filed, with what they were and become.
    fn changes(&self) -> String {
        let review = self.review();
        let answers = review["subjects"][0]["answers"].as_array().expect("answers");
        let asked = answers.iter().filter(|answer| answer["verdict"] != "not-needed");
        let mut text = String::new();
        for change in asked.flat_map(|answer| answer["changes"].as_array().expect("changes")) {
            let value = |side: &str| change[side].as_str().map(ToOwned::to_owned).unwrap_or_default();
            let fact = change["fact"].as_str().expect("a fact");
            text.push_str(&format!("  {fact}:\n    from: \"{}\"\n    to: \"{}\"\n", value("old"), value("new")));
        }
        text
    }

    /// On its way to the authority an order stays clean, whatever the day of the look.
    fn carries_on(&self, what: &str) {
        let name = format!("records/example/filings/{TODAY}-order-0.yaml");
        let text = std::fs::read_to_string(self.records.case.path(&name)).expect("the order");
        let mut begun = format!("{text}order: \"20261121000017\"\nevents:\n");
        for (time, event, who) in EVENTS {
            begun.push_str(&format!("  - at: {TODAY}T{time}:00+08:00\n    event: {event}\n"));
            if !who.is_empty() {
                begun.push_str(&format!("    who: {who}\n"));
            }
            self.records.case.write(&name, &begun);
            let left = self.findings();
            assert!(left.is_empty(), "{what}, {event}: {left:#?}");
        }
    }
}

const BLOG_FACTS: &str = "  services/blog/kind: 网站\n  services/blog/name: 示例手记\n  services/blog/domains:\n    - \
                          blog.example\n  services/blog/home: www.blog.example\n  services/blog/content: \
                          介绍本公司的示例商品\n  services/blog/approvals: 不涉及\n  services/blog/languages:\n    - \
                          中文\n  services/blog/principal: li\n";
