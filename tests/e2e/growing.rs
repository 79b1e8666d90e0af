//! An App, a mini program and a quick app as the registry shows them grow to full records, commit by commit: without a
//! false filing, and without hiding what contradicts itself.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use serde_json::Value;
use std::fs;

const FOLDER: &str = "records/yue-icp-2021900017";

/// The services that the answer shows.
const SERVICES: [&str; 3] = ["app-2", "mini-3", "quick-4"];

const PEOPLE: &str = "zhang:
  name: 张示例
  certificate:
    kind: 居民身份证
    number: \"440***********0018\"
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

const SUBJECT: &str = "certificate:
  kind: 营业执照
  number: \"91330106MA0EXAMP12\"
  region: \"440305\"
  address: 广东省深圳市南山区编造路 9 号 901 室
address: 广东省深圳市南山区编造路 9 号 901 室
supervisor: 张示例
legal_representative: zhang
principal: zhang
";

const TEXTS: &str = "  content: 查询本公司的示例商品
  category: 其他
  commercial: false
  approvals: 不涉及
  languages:
    - 中文
  principal: zhang
";

const SERVERS: &str = "web-1:
  provider: 阿里云
  mode: 云接入
  cloud_region: cn-hangzhou
  place: 浙江省
  instance: i-example0001
  addresses:
    - 203.0.113.10
";

/// The answer of the registry, with a quick app beside the App and the mini program.
fn imported() -> Gitted {
    let text = fs::read_to_string(root().join("tests/fixtures/import/app-invented-2024.json")).expect("an answer");
    let mut answer: Value = serde_json::from_str(&text).expect("an answer");
    let list = answer["params"]["list"].as_array_mut().expect("a list");
    let mut quick = list.first().expect("an App").clone();
    for (key, value) in [("dataId", "3"), ("serviceId", "900000000004"), ("serviceName", "编造快应用")] {
        quick[key] = value.into();
    }
    quick["serviceLicence"] = "粤ICP备2021900017号-4K".into();
    quick["serviceType"] = 8.into();
    list.push(quick);
    answer["params"]["total"] = "3".into();
    answer["params"]["size"] = 3.into();
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    case.write("answer.json", answer.to_string());
    let run = case.outcome(["import", "miit", "answer.json", "--saved", "2026-11-20"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    fs::remove_file(case.path("answer.json")).expect("the answer");
    Gitted::of(case)
}

fn append(made: &Gitted, file: &str, text: &str) {
    let name = format!("{FOLDER}/{file}");
    let before = fs::read_to_string(made.case.path(&name)).unwrap_or_default();
    made.case.write(&name, before + text);
}

/// Adds fields to a service.
fn add(made: &Gitted, service: &str, text: &str) {
    let name = format!("{FOLDER}/services.yaml");
    let before = fs::read_to_string(made.case.path(&name)).expect("services");
    let key = format!("{service}:\n");
    assert_eq!(before.matches(&key).count(), 1, "{before}");
    made.case.write(&name, before.replace(&key, &(key.clone() + text)));
}

type Step = (&'static str, fn(&Gitted));

const STEPS: [Step; 5] = [
    ("the person", |made| append(made, "people.yaml", PEOPLE)),
    ("the subject", |made| append(made, "subject.yaml", SUBJECT)),
    ("the texts", |made| {
        SERVICES.iter().for_each(|service| add(made, service, TEXTS));
        add(made, "mini-3", "  name: 编造小助手\n");
    }),
    ("the platforms", |made| {
        let android = "  platforms:\n    - os: Android\n      id: example.madeup.app\n      fingerprint: \
                       \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"\n      public_key: 见密钥保管单\n";
        add(made, "app-2", android);
        add(made, "mini-3", "  platforms:\n    - os: 微信\n      id: wx0123456789abcdef\n");
    }),
    ("the access", |made| {
        append(made, "servers.yaml", SERVERS);
        let access = "  access:\n    - provider: 阿里云\n      servers:\n        - web-1\n";
        SERVICES.iter().for_each(|service| add(made, service, access));
    }),
];

/// What a review asks for, and the codes of what weighs more than a note.
fn reviewed(made: &Gitted) -> (Vec<String>, Vec<String>) {
    let run = made.run(&["review", "HEAD", "--format", "json", "--lang", "zh"]);
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()));
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let answers = all(&json["subjects"]).iter().flat_map(|subject| all(&subject["answers"])).collect::<Vec<_>>();
    let asked = answers.iter().filter(|one| one["verdict"] != "not-needed").map(ToString::to_string).collect();
    let findings = all(&json["findings"]);
    let heavy = findings.iter().filter(|one| one["severity"] != "note").map(|one| one["code"].to_string());
    (asked, heavy.collect())
}

#[test]
fn an_import_of_each_kind_grows_without_a_filing() {
    let made = imported();
    for (what, step) in STEPS {
        step(&made);
        assert_eq!(reviewed(&made), (Vec::new(), Vec::new()), "{what}");
        made.commit("2026-11-21", what);
    }
}

/// What contradicts itself is told at each step, and after the last one.
#[test]
fn what_contradicts_itself_is_told_however_far_an_import_has_grown() {
    let planted = [
        ("app-2", "  commercial: false\n", "  commercial: true\n", "S110"),
        ("app-2", "0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9", "0A:1B:2C:3D", "S121"),
        ("quick-4", "  name: 编造快应用\n", "  name: 中国编造快应用\n", "F146"),
        ("mini-3", "粤ICP备2021900017号-3X", "粤ICP备2021900017号-3A", "N109"),
    ];
    for (service, old, new, code) in planted {
        let made = imported();
        STEPS.iter().for_each(|(_, step)| step(&made));
        made.commit("2026-11-21", "grown");
        let name = format!("{FOLDER}/services.yaml");
        let text = fs::read_to_string(made.case.path(&name)).expect("services");
        let at = text.find(&format!("{service}:\n")).expect("the service");
        let (before, rest) = text.split_at(at);
        assert!(rest.contains(old), "{service}: {old}");
        made.case.write(&name, format!("{before}{}", rest.replacen(old, new, 1)));
        let run = made.run(&["validate", "--format", "json", "--lang", "zh"]);
        assert!(run.out.contains(&format!("\"{code}\"")), "{service}: {code}: {}", run.shown());
    }
}
