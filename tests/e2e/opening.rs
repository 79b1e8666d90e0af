//! Records that begin with what was on file before them: they grow without a false filing, and
//! hide no contradiction.

use crate::gitted::{Gitted, copy};
use crate::harness::{Case, root};
use std::collections::BTreeSet;
use std::fs;

/// The imports that are shipped: the folder, and a code of its province.
const IMPORTS: [(&str, &str); 4] = [
    ("hu-icp-13002172", "310110"),
    ("jing-icp-10046444", "110108"),
    ("shu-icp-19011193", "510107"),
    ("yue-b2-20090059", "440305"),
];

/// The code of the clean subject, whose check digit is right.
const CODE: &str = "91330106MA0EXAMP12";

const PEOPLE: &str = "\
zhang:
  name: 张示例
  certificate:
    kind: 居民身份证
    number: \"330***********0018\"
    valid:
      from: 2015-06-01
      until: 2035-06-01
  mobile: \"138****0001\"
  emergency:
    phone: \"139****0002\"
    whose: 李示例
    relation: 同事
  email: zhang@shop.example
";

const SERVERS: &str = "\
web-1:
  provider: 阿里云
  mode: 云接入
  cloud_region: cn-hangzhou
  place: 浙江省
  instance: i-example0001
  addresses:
    - 203.0.113.10
";

/// What is added to the subject of an import.
fn subject(region: &str) -> String {
    format!(
        "certificate:\n  kind: 营业执照\n  number: \"{CODE}\"\n  region: \"{region}\"\n  address: 示例路 18 号\n\
         region: \"{region}\"\naddress: 示例路 18 号\nsupervisor: 张示例\n\
         legal_representative: zhang\nprincipal: zhang\n"
    )
}

/// What is added to its one service.
const TEXTS: &str = "  content: 销售本公司的示例商品
  category: 网络购物
  commercial: false
  languages:
    - 中文
  principal: zhang
";

const ACCESS: &str = "  access:
    - provider: 阿里云
      servers:
        - web-1
";

/// What a growing import gets, commit by commit: the file, and what stands at its end then.
fn steps(folder: &str, region: &str) -> Vec<(&'static str, String, String)> {
    let at = |name: &str| format!("records/{folder}/{name}");
    vec![
        ("the person", at("people.yaml"), PEOPLE.to_owned()),
        ("the subject", at("subject.yaml"), subject(region)),
        ("the texts of the service", at("services.yaml"), TEXTS.to_owned()),
        ("the server", at("servers.yaml"), SERVERS.to_owned()),
        ("the access", at("services.yaml"), ACCESS.to_owned()),
        ("its first day", at("services.yaml"), "      since: 2021-03-18\n".to_owned()),
    ]
}

fn append(made: &Gitted, file: &str, text: &str) {
    let before = fs::read_to_string(made.case.path(file)).unwrap_or_default();
    made.case.write(file, before + text);
}

/// What a review asks for, and the codes of what it finds.
fn reviewed(made: &Gitted, base: &str) -> (Vec<String>, BTreeSet<String>) {
    let run = made.run(&["review", base, "--format", "json", "--lang", "en"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
    let all = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let answers = all(&json["subjects"]).into_iter().flat_map(|subject| all(&subject["answers"]));
    let asked = answers.filter(|one| one["verdict"] != "not-needed").map(|one| one.to_string());
    let findings = all(&json["findings"]).into_iter().map(|one| text(&one["code"]));
    (asked.collect(), findings.collect())
}

/// Findings of the filings and of what a review does not allow.
fn of_filings(codes: &BTreeSet<String>) -> Vec<&String> {
    codes
        .iter()
        .filter(|code| code.starts_with('R') || matches!(code.as_str(), "F146" | "F147" | "F148" | "F160"))
        .collect()
}

fn imported(folder: &str) -> Gitted {
    let case = Case::empty();
    let name = format!("records/{folder}");
    copy(&root().join("examples/imported").join(&name), &case.path(&name));
    case.write("beian.yaml", "sample: true\n");
    Gitted::of(case)
}

#[test]
fn an_import_grows_to_a_full_record_without_a_filing() {
    for (folder, region) in IMPORTS {
        let made = imported(folder);
        for (what, file, text) in steps(folder, region) {
            append(&made, &file, &text);
            made.commit("2026-11-10", what);
            let (asked, codes) = reviewed(&made, "HEAD~1");
            assert_eq!(asked, Vec::<String>::new(), "{folder}: {what}");
            assert_eq!(of_filings(&codes), Vec::<&String>::new(), "{folder}: {what}");
        }
    }
}

#[test]
fn what_an_import_states_does_not_change_unseen() {
    for (folder, region) in IMPORTS {
        let made = imported(folder);
        for (what, file, text) in steps(folder, region) {
            append(&made, &file, &text);
            made.commit("2026-11-10", what);
        }
        let file = format!("records/{folder}/subject.yaml");
        let before = fs::read_to_string(made.case.path(&file)).expect("the subject");
        let name = before.lines().find_map(|line| line.strip_prefix("name: ")).expect("a name").to_owned();
        made.case.write(&file, before.replace(&name, "别的示例科技有限公司"));
        made.commit("2026-11-11", "another name");
        let (asked, codes) = reviewed(&made, "HEAD~1");
        assert!(!asked.is_empty() && codes.contains("R107"), "{folder}: {asked:?} {codes:?}");
        // Another opening explains no change.
        let opening = "procedure: 既有备案\ncovers:\n  - subject\nfacts:\n  subject/name: 别的示例科技有限公司\n\
                       basis:\n  document: 公共查询\n  date: 2026-11-11\n";
        made.case.write(&format!("records/{folder}/filings/2026-11-11-existing.yaml"), opening);
        made.commit("2026-11-11", "a second opening");
        let (asked, codes) = reviewed(&made, "HEAD~2");
        assert!(!asked.is_empty() && codes.contains("R107") && codes.contains("F160"), "{folder}: {asked:?} {codes:?}");
        assert_eq!(made.run(&["review", "HEAD~2", "--deny", "uncovered,forbidden"]).status, 1, "{folder}");
    }
}

/// The subject of 2019 that opens its records today: an opening in the place of its first filing.
fn opened() -> Case {
    let case = Case::clean();
    fs::remove_file(case.path("records/example/filings/2021-02-20-first.yaml")).expect("the first filing");
    for file in ["subject.yaml", "services.yaml"] {
        let path = format!("records/example/{file}");
        let text = fs::read_to_string(case.path(&path)).expect("a file");
        case.write(&path, text.replace("filing: 2021-02-20-first", "filing: 2026-11-20-existing"));
    }
    case.write("records/example/filings/2026-11-20-existing.yaml", OPENING);
    case
}

const OPENING: &str = "\
procedure: 既有备案
covers:
  - subject
  - services/shop
basis:
  document: 公共查询
  date: 2026-11-20
granted:
  - of: subject
    number: \"浙ICP备2021000017号\"
  - of: services/shop
    number: \"浙ICP备2021000017号-1\"
";

/// An approved change of something else.
const UNRELATED: &str = "\
procedure: 变更主体
through: 阿里云
order: \"20261020000017\"
covers:
  - subject
facts:
  subject/supervisor:
    from: 李示例
    to: 张示例
effective: 2026-12-01
events:
  - at: 2026-10-20T10:00:00+08:00
    event: 提交订单
  - at: 2026-10-21T09:30:00+08:00
    event: 初审通过
  - at: 2026-10-21T09:31:00+08:00
    event: 发送短信
  - at: 2026-10-21T11:02:00+08:00
    event: 短信核验
    who: zhang
  - at: 2026-10-21T11:21:00+08:00
    event: 提交管局
  - at: 2026-10-30T16:40:00+08:00
    event: 管局通过
";

/// What contradicts itself or the law, each by a text of the clean subject and another one.
const PLANTED: [(&str, &str, &str); 3] = [
    ("services.yaml", "  name: 示例好物铺", "  name: 中国示例商城"),
    ("services.yaml", "  commercial: false", "  commercial: true"),
    ("services.yaml", "  content: 销售本公司的示例商品", "  content: 时政新闻、论坛与视频直播"),
];

fn validated(case: &Case) -> BTreeSet<String> {
    let run = case.outcome(["validate", "--format", "json", "--lang", "en"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
    let findings = json["findings"].as_array().expect("findings").iter();
    let one = |one: &serde_json::Value| {
        format!("{} {}", one["severity"].as_str().unwrap_or_default(), one["code"].as_str().unwrap_or_default())
    };
    findings.map(one).collect()
}

#[test]
fn an_opening_hides_no_contradiction_with_or_without_an_order_after_it() {
    let plant = |case: &Case| {
        for (file, old, new) in PLANTED {
            case.edit(&format!("records/example/{file}"), old, new);
        }
    };
    let filed = Case::clean();
    plant(&filed);
    let without = validated(&filed);
    let alone = opened();
    plant(&alone);
    let after = opened();
    plant(&after);
    after.write("records/example/filings/2026-10-20-supervisor.yaml", UNRELATED);
    let of_the_plants = |codes: &BTreeSet<String>| -> BTreeSet<String> {
        codes.iter().filter(|code| code.split(' ').nth(1).is_some_and(|code| code.starts_with('S'))).cloned().collect()
    };
    let expected = of_the_plants(&without);
    assert!(expected.iter().any(|code| code.ends_with("S110")), "{without:?}");
    assert_eq!(of_the_plants(&validated(&alone)), expected);
    assert_eq!(of_the_plants(&validated(&after)), expected);
}

#[test]
fn an_unrelated_order_makes_no_errors() {
    let lacking = |case: &Case| {
        case.edit("records/example/subject.yaml", "legal_representative: zhang\n", "");
        case.edit("records/example/services.yaml", "  category: 网络购物\n", "");
        case.edit("records/example/people.yaml", "  email: li@shop.example\n", "");
    };
    let alone = opened();
    lacking(&alone);
    let after = opened();
    lacking(&after);
    after.write("records/example/filings/2026-10-20-supervisor.yaml", UNRELATED);
    for case in [&alone, &after] {
        let found = validated(case);
        assert!(!found.is_empty() && found.iter().all(|one| one.starts_with("note")), "{found:?}");
    }
    assert_eq!(validated(&alone), validated(&after));
}

#[test]
fn a_company_of_2019_opens_its_records_without_a_filing() {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    let made = Gitted::of(case);
    let full = opened();
    // File by file, as somebody writes them down.
    for file in ["subject", "filings/2026-11-20-existing", "services", "domains", "people", "servers"] {
        let name = format!("records/example/{file}.yaml");
        made.case.write(&name, fs::read_to_string(full.path(&name)).expect("a file"));
        made.commit("2026-11-20", file);
        let (asked, codes) = reviewed(&made, "HEAD~1");
        assert_eq!(asked, Vec::<String>::new(), "{file}");
        assert_eq!(of_filings(&codes), Vec::<&String>::new(), "{file}");
    }
    assert!(validated(&made.case).iter().all(|one| one.starts_with("note")), "{:?}", validated(&made.case));
}
