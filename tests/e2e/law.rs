//! What binds whom: what crosses subjects, changes and letters, where a notice does not reach everybody.

use crate::gitted::Gitted;
use crate::harness::Case;

const LICENCE: &str = "supervisor: 张示例
licences:
  - kind: 增值电信业务经营许可证
    number: \"浙B2-20220017\"
    valid:
      from: 2022-01-20
      until: 2028-01-19
";

/// Two companies with websites on one domain.
fn one_domain() -> Case {
    let case = Case::clean();
    for (name, text) in beian_core::rules::BASE {
        let other = beian_core::rules::OTHER.iter().fold((*text).to_owned(), |text, (old, new)| text.replace(old, new));
        case.write(&format!("records/other/{name}"), other.replace("sample.example", "shop.example"));
    }
    case
}

#[test]
fn a_domain_of_two_subjects_weighs_less_where_one_may_be_licensed() {
    let told = |case: &Case| {
        let out = case.outcome(["validate", "--format", "short", "--lang", "en", "--as-of", "2026-11-21"]).out;
        out.lines().filter(|line| line.contains("[L205]")).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let case = one_domain();
    assert!(told(&case).contains("error[L205]"), "{}", told(&case));
    case.edit("records/example/subject.yaml", "supervisor: 张示例\n", LICENCE);
    assert!(told(&case).contains("warning[L205]"), "{}", told(&case));
}

/// The domain of a site is swapped: forbidden, and where a licence may stand behind it, to be asked first.
#[test]
fn a_swapped_domain_is_asked_for_first_under_a_licence() {
    for (licence, code, denied) in [("supervisor: 张示例\n", "R109", 1), (LICENCE, "R111", 0)] {
        let case = Case::clean();
        case.edit("records/example/subject.yaml", "supervisor: 张示例\n", licence);
        let made = Gitted::of(case);
        made.edit("records/example/domains.yaml", "shop.example:\n", "store.example:\n");
        made.edit("records/example/services.yaml", "    - shop.example", "    - store.example");
        made.commit("2026-11-20", "换域名");
        let run = made.run(&["review", "HEAD~1", "--format", "json", "--lang", "en", "--deny", "forbidden"]);
        assert!(run.out.contains(&format!("\"{code}\"")), "{}", run.shown());
        let judged = made.run(&["review", "HEAD~1", "--deny", "forbidden", "--lang", "en"]);
        let forbids = judged.out.contains("cannot be changed so");
        assert_eq!(i32::from(forbids), denied, "{}", judged.shown());
    }
}

/// A person who starts to charge is told who can have the licence, with the article.
#[test]
fn who_can_have_a_licence_is_told_with_its_source() {
    let case = Case::clean();
    let first = "records/example/filings/2021-02-20-first.yaml";
    for file in ["records/example/subject.yaml", first] {
        let text = std::fs::read_to_string(case.path(file)).expect("a file");
        case.write(file, text.replace("nature: 企业", "nature: 个人").replace("杭州示例网络科技有限公司", "张示例"));
    }
    let made = Gitted::of(case);
    made.edit("records/example/services.yaml", "commercial: false", "commercial: true");
    made.commit("2026-11-20", "收费");
    let out = made.run(&["review", "HEAD~1", "--format", "json", "--lang", "en"]).out;
    assert!(out.contains("has to be a company") && out.contains("\"miit-42\""), "{out}");
}

#[test]
fn the_catalogue_tells_what_follows_as_explain_does() {
    let json: serde_json::Value =
        serde_json::from_str(&Case::empty().outcome(["rules", "--format", "json"]).out).expect("JSON");
    let rules = json["rules"].as_array().expect("rules");
    let mut told = 0;
    for rule in rules {
        let code = rule["code"].as_str().expect("a code");
        let follows = rule["consequences"].as_array().expect("what follows");
        // One without consequences stands for the others.
        if follows.is_empty() && code != "A102" {
            continue;
        }
        let explained = Case::empty().outcome(["explain", code, "--lang", "en"]).out;
        assert_eq!(explained.contains("what the law says follows:"), !follows.is_empty(), "{code}");
        for one in follows {
            assert!(explained.contains(one["en"].as_str().expect("words")), "{code}");
        }
        told += usize::from(!follows.is_empty());
    }
    assert!(10 < told, "{told} rules have consequences");
    let police = rules.iter().find(|rule| rule["code"] == "S126").expect("S126");
    let zh = police["consequences"][0]["zh"].as_str().expect("words");
    assert!(zh.contains("对互联单位、接入单位、法人和其他组织"), "{zh}");
}
