//! Cases that were tried on the program: rules held against the law, and public reports. Each is a fixture, with the
//! answer that is right and why.

use crate::gitted::{Gitted, copy};
use crate::harness::{Case, Run, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

const DAY: &str = "2026-11-25";

/// What is expected of a case: what is found, `weight code`, and which codes are not.
struct Held {
    name: &'static str,
    why: &'static str,
    finds: &'static [&'static str],
    not: &'static [&'static str],
}

const RULES: &[Held] = &[
    Held {
        name: "01-N104-real-number",
        why: "serials that count upwards were issued, and stand in public footers",
        finds: &[],
        not: &["N104", "N105"],
    },
    Held {
        name: "02-S107-abolished-approval",
        why: "drugs need no approval since 2025-01-20, so a certificate that ended later is a note (SC-292 art. 5)",
        finds: &["note S107"],
        not: &["S105", "S106"],
    },
    Held {
        name: "03-S126-individual",
        why: "article 12 of the police's Order 33 binds organisations; of persons providers ask it: a warning",
        finds: &["warning S126"],
        not: &[],
    },
    Held {
        name: "04-S102-ip-only-site",
        why: "article 5 of Order 33 has sites filed that are reached by their address alone: no domain is asked",
        finds: &[],
        not: &["S102", "F123", "D125"],
    },
    Held {
        name: "05-cross-province-company",
        why: "an organisation files where its domicile is (Order 33 art. 3)",
        finds: &["I115"],
        not: &[],
    },
    Held {
        name: "06-server-in-USA",
        why: "a server abroad carries no filing (manuals; Order 33 art. 5 does not speak of servers)",
        finds: &["warning A101"],
        not: &[],
    },
    Held {
        name: "07-registry-says-otherwise",
        why: "what is seen outside is compared with the records by a command of its own; no word says that they agree",
        finds: &[],
        not: &[],
    },
    Held {
        name: "08-masked-shared-phone",
        why: "equal visible digits of two persons prove nothing, and are told as a note",
        finds: &["note L113"],
        not: &[],
    },
    Held {
        name: "09-first-filing-twice",
        why: "a subject has one number: another service is added, and nothing is filed for the first time again",
        finds: &["warning F164"],
        not: &[],
    },
    Held {
        name: "10-F146-domain-swap",
        why: "a website gets no other domain since 2019-04-22: told once, and never beside advice to file the change",
        finds: &["warning F146"],
        not: &[],
    },
    Held {
        name: "11-cascade-date-typo",
        why: "one mistyped year is one finding, at the day that is wrong",
        finds: &["error F103"],
        not: &["F106", "F109", "F104"],
    },
    Held {
        name: "12-cascade-key-renamed",
        why: "one renamed key is one finding, at the filing that names the old one",
        finds: &["error L104"],
        not: &["F116", "F146", "N119"],
    },
    Held {
        name: "13-access-moved-unfiled",
        why: "who connects what was filed through another asks for an access of its own (Order 33 art. 19)",
        finds: &["warning F171"],
        not: &["F146"],
    },
    Held {
        name: "14-resolves-before-approval",
        why: "a resolution that was seen is compared by the same command; of itself it is no fault of the records",
        finds: &[],
        not: &[],
    },
    Held {
        name: "15-place-against-region",
        why: "a server stands where its region is",
        finds: &["warning A120"],
        not: &["A101"],
    },
];

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
}

fn findings(value: &Value) -> Vec<Value> {
    value["findings"].as_array().expect("findings").clone()
}

fn told(finding: &Value) -> String {
    format!("{} {}", finding["severity"].as_str().unwrap_or_default(), finding["code"].as_str().unwrap_or_default())
}

#[test]
fn rules_that_were_held_against_the_law_say_what_is_right() {
    for Held { name, why, finds, not } in RULES {
        let case = Case::empty();
        copy(&root().join("tests/fixtures/cases/rules").join(name), &case.path(""));
        let found = findings(&json(&case.outcome(["validate", "--today", DAY, "--format", "json", "--lang", "zh"])));
        let all: BTreeSet<String> = found.iter().map(told).collect();
        let has = |wanted: &str| all.iter().any(|one| one == wanted || one.ends_with(&format!(" {wanted}")));
        for wanted in *finds {
            assert!(has(wanted), "{name}: {why}: {wanted} is missing of {all:?}");
        }
        for unwanted in *not {
            assert!(!has(unwanted), "{name}: {why}: {unwanted} is told: {all:?}");
        }
        assert!(!finds.is_empty() || all.iter().all(|one| one.starts_with("note")), "{name}: {why}: {all:?}");
        for code in finds.iter().filter_map(|one| one.split(' ').nth(1)) {
            let times = found.iter().filter(|finding| finding["code"] == code).count();
            assert_eq!(times, 1, "{name}: {why}: {code} is told {times} times");
        }
        let advised = found.iter().filter(|finding| finding["help"].as_str().unwrap_or_default().contains("办理变更"));
        assert!(!name.contains("F146") || advised.count() == 0, "{name}: {why}");
    }
}

/// The records that are shipped, in git.
fn shipped() -> Gitted {
    Gitted::shipped()
}

const SERVICES: &str = "records/su-wanli/services.yaml";

fn append(made: &Gitted, file: &str, text: &str) {
    let before = fs::read_to_string(made.case.path(file)).unwrap_or_default();
    made.case.write(file, before + text);
}

/// 苏ICP备…号 - 3A, as footers write it.
#[test]
fn a_suffix_after_a_dash_between_blanks_is_read() {
    let case = Case::empty();
    for (text, number, level) in [
        ("苏 ICP 备 2020060123 号 - 3A", "苏ICP备2020060123号-3A", "互联网信息服务"),
        ("浙 B2-20080101 - 4", "浙B2-20080101-4", "互联网信息服务"),
        ("苏ICP备2020060123号 - 2024 某公司", "苏ICP备2020060123号", "主体"),
    ] {
        let run = case.outcome(["decode", "--lang", "zh", text]);
        assert!(run.out.contains(number) && run.out.contains(level), "{text}: {}", run.shown());
    }
}

/// A site of which the registry does not say since when it has its number: no empty brackets.
#[test]
fn a_day_that_is_not_known_leaves_no_brackets() {
    let case = Case::empty();
    case.write("beian.yaml", "sample: true\n");
    let answer = root().join("tests/fixtures/cases/04-answer.json");
    let run = case.outcome(["import", "miit", &answer.to_string_lossy(), "--saved", "2026-06-28"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    let made = Gitted::of(case);
    let folder =
        fs::read_dir(made.case.path("records")).expect("records").next().expect("one").expect("a folder").path();
    let (services, domains) = (folder.join("services.yaml"), folder.join("domains.yaml"));
    let text = fs::read_to_string(&services).expect("services");
    fs::write(&services, text.replace("    - xianggu-e.com\n", "    - xianggu-e.com\n    - xianggu-f.cn\n"))
        .expect("services");
    fs::write(&domains, fs::read_to_string(&domains).expect("domains") + "xianggu-f.cn: {}\n").expect("domains");
    for lang in ["zh", "en"] {
        let run = made.run(&["review", "HEAD", "--lang", lang]);
        assert!(run.out.contains("2019-04-22"), "{}", run.shown());
        assert!(!run.out.contains("()") && !run.out.contains("（）"), "{}", run.shown());
    }
}

/// A filing with the police that was cancelled, and one of which a key was taken away.
#[test]
fn a_police_filing_can_end_and_is_not_forgotten() {
    let made = shipped();
    append(&made, SERVICES, "    ended: 2025-03-29\n");
    let run = made.run(&["validate", "--format", "json", "--lang", "zh", "records/su-wanli"]);
    // The key is of format 2, which the record does not declare: another matter.
    let all: Vec<String> = findings(&json(&run)).iter().map(told).filter(|one| !one.contains(" C")).collect();
    assert_eq!(all, ["warning S126"], "{}", run.shown());
}

/// A mini program has neither a package that is signed nor, by itself, a domain or a server.
#[test]
fn a_mini_program_is_asked_for_no_papers_of_others() {
    let made = shipped();
    append(&made, "records/ningbo-shifan/services.yaml", MINI);
    let run = made.run(&["review", "HEAD", "--format", "json", "--lang", "en"]);
    let text = json(&run)["subjects"].to_string();
    assert!(text.contains("the service principal's certificate"), "{text}");
    for paper in
        ["domain certificate", "real-name", "features of the App", "icon of the App", "service code", "public IP"]
    {
        assert!(!text.contains(paper), "{paper}: {text}");
    }
}

const MINI: &str = "mini:
  kind: 小程序
  name: 示范好物商城
  access:
    - provider: 腾讯云
      since: 2026-11-19
  content: 在微信里浏览并购买本公司经营的日用商品
  category: 网络购物
  commercial: false
  approvals: 不涉及
  languages:
    - 中文
  principal: chen
  platforms:
    - os: 微信
      id: wx0123456789abcdef
";

/// A filing that the administration cancelled of itself: the letter says so, and nothing is asked any more.
#[test]
fn an_end_by_the_administration_rests_on_its_letter() {
    let made = shipped();
    let letter = "kind: 空壳公告\nauthority: 四川省通信管理局\nreceived: 2026-09-05\nabout: services/notes\ndemands: \
                  备案已被注销\n";
    made.case.write("records/su-wanli/official/2026-09-05-cancelled.yaml", letter);
    made.edit(SERVICES, "  opened: 2024-05-21\n", "  opened: 2024-05-21\n  closed: 2026-09-30\n");
    made.edit(SERVICES, "      from: 2024-05-20\n", "      from: 2024-05-20\n      until: 2026-09-05\n");
    let before = fs::read_to_string(made.case.path(SERVICES)).expect("services");
    for (why, expected) in [("注销", &[][..]), ("委托终止", &["warning F142"])] {
        made.case.write(SERVICES, format!("{before}  ended:\n    on: 2026-09-05\n    why: {why}\n"));
        let run = made.run(&["validate", "--format", "json", "--lang", "zh", "records/su-wanli"]);
        let all: Vec<String> = findings(&json(&run)).iter().map(told).filter(|one| !one.starts_with("note")).collect();
        assert_eq!(all, expected, "{why}: {}", run.shown());
    }
}

/// A server that is said to stand abroad, in whatever words, and what a review says of going there.
#[test]
fn what_stands_abroad_is_never_said_to_need_no_filing() {
    const SERVERS: &str = "records/su-wanli/servers.yaml";
    for place in ["中国香港", "美国", "新加坡", "境外"] {
        let made = shipped();
        let text = fs::read_to_string(made.case.path(SERVERS)).expect("servers");
        let line = |one: &str| match one.trim_start().split(':').next() {
            Some("place") => Some(format!("  place: {place}\n")),
            Some("cloud_region") => None,
            _ => Some(format!("{one}\n")),
        };
        made.case.write(SERVERS, text.lines().filter_map(line).collect::<String>());
        let found = json(&made.run(&["validate", "--format", "json", "--lang", "zh"]));
        assert!(findings(&found).iter().any(|one| told(one) == "warning A101"), "{place}: {found}");
        let asked = asked(&made);
        assert_eq!(asked, ["needed 注销互联网信息服务"], "{place}");
    }
    // The same by another server of the same provider.
    let made = shipped();
    append(&made, SERVERS, HONG_KONG);
    made.edit(SERVICES, "        - light\n      since: 2024-05-20", "        - hk\n      since: 2026-06-04");
    assert_eq!(asked(&made), ["needed 注销互联网信息服务"]);
    // Beside what stays in the mainland nothing is filed for it.
    let made = shipped();
    append(&made, SERVERS, VERCEL);
    let more =
        "      since: 2024-05-20\n    - provider: Vercel\n      servers:\n        - edge\n      since: 2026-06-04\n";
    made.edit(SERVICES, "      since: 2024-05-20\n", more);
    assert_eq!(asked(&made), Vec::<String>::new());
    let said = made.run(&["review", "HEAD", "--lang", "zh"]);
    assert!(said.out.contains("境外（含港澳台）的服务器不能用来备案"), "{}", said.shown());
}

const HONG_KONG: &str = "hk:\n  provider: 腾讯云\n  mode: 云接入\n  cloud_region: ap-hongkong\n  place: 香港\n  \
                         instance: lhins-hk\n  addresses:\n    - 43.129.207.1\n";
const VERCEL: &str = "edge:\n  provider: Vercel\n  mode: 其他\n  place: 美国\n  addresses:\n    - 76.76.21.21\n";

/// What a review asks for: `verdict procedure`.
fn asked(made: &Gitted) -> Vec<String> {
    let change = json(&made.run(&["review", "HEAD", "--format", "json", "--lang", "zh"]));
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let answers: Vec<Value> = all(&change["subjects"]).iter().flat_map(|subject| all(&subject["answers"])).collect();
    let text = |answer: &Value, key: &str| answer[key].as_str().unwrap_or_default().to_owned();
    let asks = answers.iter().filter(|answer| answer["verdict"] != "not-needed");
    asks.map(|answer| format!("{} {}", text(answer, "verdict"), text(answer, "procedure"))).collect()
}

/// The public reports that other tests hold: each with the test.
const ELSEWHERE: &[(&str, &str)] = &[
    ("a partial clone", "unseen_checkouts.rs::the_answer_is_that_of_a_complete_checkout_or_there_is_none"),
    ("a sparse checkout", "unseen_checkouts.rs::what_a_sparse_checkout_leaves_out_is_not_gone"),
    ("no default branch", "unseen_base.rs::an_unknown_default_branch_is_no_clean_review"),
    ("a hook that passes over files", "ci.rs::nothing_that_decides_is_passed_over_for_its_path"),
    ("papers that are changed or missing", "evidence.rs::a_paper_that_is_changed_or_missing_is_told_everywhere"),
    ("a name that is no text", "unseen_files.rs::a_new_folder_under_a_name_that_is_no_text_is_no_clean_review"),
];

#[test]
fn every_report_has_a_test() {
    for (report, test) in ELSEWHERE {
        let (file, name) = test.split_once("::").expect("a file and a test");
        let text = fs::read_to_string(root().join("tests/e2e").join(file)).expect("a file of tests");
        assert!(text.contains(&format!("fn {name}(")), "{report}: {test} is not there");
    }
}
