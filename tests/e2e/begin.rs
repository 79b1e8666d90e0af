//! From an empty folder to a filed site, by commands alone: no YAML is typed by hand.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// A repository of git with nothing in it.
fn empty() -> Gitted {
    let made = Gitted { case: Case::empty() };
    made.git("2026-11-01", &["init", "--quiet", "--initial-branch=main"]);
    made
}

fn does(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[args, &["--lang", "en"]].concat());
    assert_eq!(run.status, 0, "{args:?}: {}", run.shown());
    run.out
}

fn refused(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[args, &["--lang", "en"]].concat());
    assert_eq!(run.status, 2, "{args:?}: {}", run.shown());
    run.err
}

const SUBJECT: &[&str] = &[
    "name=杭州示例网络科技有限公司",
    "nature=enterprise",
    "certificate/kind=营业执照",
    "certificate/number=91330106MA0EXAMP12",
    "certificate/region=330106",
    "certificate/address=浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
    "certificate/valid/from=2019-05-06",
    "certificate/valid/until=长期",
    "region=330106",
    "address=浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
    "supervisor=张示例",
    "legal_representative=zhang",
    "principal=zhang",
];

/// The lines of the first block of shell below a heading of a page, long ones joined.
fn lines_below(page: &str, heading: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(page)).expect("the page");
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).expect("the heading");
    let (_, rest) = rest.split_once("```sh\n").expect("a block");
    let (block, _) = rest.split_once("```\n").expect("its end");
    let joined = block.replace("\\\n", " ");
    joined.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// The words of a line, as a shell takes it apart.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            c => word.push(c),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

#[test]
fn the_beginning_that_the_readmes_show_runs() {
    let lines = lines_below("README.md", "## Beginning");
    assert_eq!(lines, lines_below("README.zh-CN.md", "## 从头开始"));
    let made = Gitted { case: Case::empty() };
    let mut wrote = 0;
    for line in &lines {
        let words = words(line);
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        match args.split_first() {
            Some((&"git", args)) => drop(made.git("2026-11-21", args)),
            Some((&"beian", args)) => {
                let run = made.run(&[args, &["--lang", "en"]].concat());
                assert_eq!(run.status, 0, "{line}: {}", run.shown());
                let is_told = args[0] != "validate" || run.out.contains("nothing is wrong");
                assert!(is_told, "{line}: {}", run.shown());
                wrote += run.out.lines().filter(|line| line.starts_with("records/")).count();
            }
            _ => panic!("{line}"),
        }
    }
    assert_eq!(wrote, 19, "files that were told to be written");
}

#[test]
fn what_is_there_is_left_as_it_is() {
    let made = empty();
    made.case.write(".gitignore", "mine\n");
    let said = does(&made, &["init", "--dry-run"]);
    assert!(said.contains("beian.yaml (not written)") && said.contains(".gitignore (there already"), "{said}");
    assert!(said.contains("no forge was found"), "{said}");
    assert!(!made.case.path("beian.yaml").exists());
    does(&made, &["init"]);
    assert_eq!(fs::read_to_string(made.case.path(".gitignore")).expect("a file"), "mine\n");
    let again = does(&made, &["init"]);
    assert!(!again.lines().any(|line| line.ends_with(".yaml")), "{again}");
    // The forge of the remotes, and the first subject at once, in a folder that is not there yet.
    let made = empty();
    made.git("2026-11-01", &["remote", "add", "origin", "https://gitlab.firm.example/a/b.git"]);
    assert!(does(&made, &["init"]).contains(".gitlab-ci.yml\n"));
    let said = does(&made, &[&["init", "fresh", "--forge", "none", "--subject", "example"], SUBJECT].concat());
    assert!(said.contains("fresh/records/example/subject.yaml"), "{said}");
    let run = made.case.outcome_in("fresh", ["validate", "--lang", "en"]);
    assert_eq!(run.status, 1, "{}", run.shown());
    assert!(run.out.contains("people.yaml"), "{}", run.shown());
}

#[test]
fn each_value_is_checked() {
    let made = empty();
    does(&made, &["init", "--forge", "none"]);
    let certificate = ["nature=企业", "certificate/kind=营业执照", "certificate/number=91330106MA0EXAMP13"];
    let wrong = refused(&made, &[&["new", "subject", "example", "name=甲"], &certificate[..]].concat());
    assert!(wrong.contains("91330106MA0EXAMP13") && wrong.contains("ends in"), "{wrong}");
    assert!(!made.case.path("records/example").exists());
    assert!(refused(&made, &["new", "subject", "Example", "name=甲"]).contains("identity"));
    assert!(refused(&made, &["new", "subject", "example", "nmae=甲"]).contains("did you mean `name`"));
    assert!(refused(&made, &["new", "subject", "example", "nature=外星"]).contains("there are"));
    assert!(refused(&made, &["new", "subject", "example"]).contains("nothing is said"));
    does(&made, &[&["new", "subject", "example"], SUBJECT].concat());
    assert!(refused(&made, &["new", "subject", "example", "name=甲"]).contains("there already"));
    let nobody = made.run(&["new", "person", "nobody/zhang", "name=张示例"]);
    assert_eq!(nobody.status, 3, "{}", nobody.shown());
    let day = refused(&made, &["new", "domain", "example/shop.example", "expires=2029-13-02"]);
    assert!(day.contains("domains.yaml"), "{day}");
    let dry = does(&made, &["new", "person", "example/zhang", "name=张示例", "--dry-run"]);
    assert!(dry.contains("  + zhang:\n  +   name: 张示例\n"), "{dry}");
    assert!(!made.case.path("records/example/people.yaml").exists());
}

/// Runs a command with answers on its standard input.
fn answered(made: &Gitted, args: &[&str], answers: &str) -> (i32, String) {
    let mut command = made.case.prepared(Command::new(env!("CARGO_BIN_EXE_beian")), "", args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program");
    child.stdin.take().expect("piped").write_all(answers.as_bytes()).expect("a pipe");
    let output = child.wait_with_output().expect("our own child");
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stdout).expect("text"))
}

#[test]
fn what_is_not_said_is_asked_for_and_each_answer_checked() {
    let made = empty();
    does(&made, &["init", "--forge", "none"]);
    // A mistyped credit code and a word that is no term are told, and asked for again.
    let answers =
        "杭州示例网络科技有限公司\n外星\n企业\n营业执照\n91330106MA0EXAMP13\n91330106MA0EXAMP12\n\n\n\n330106\n";
    let (status, out) = answered(&made, &["new", "subject", "example", "--ask", "--lang", "en"], answers);
    assert_eq!(status, 0, "{out}");
    assert_eq!(out.matches("certificate/number: ").count(), 2, "{out}");
    assert!(out.contains("`外星` is no") && out.contains("91330106MA0EXAMP13"), "{out}");
    let text = fs::read_to_string(made.case.path("records/example/subject.yaml")).expect("the subject");
    assert_eq!(
        text,
        "format: 2\nname: 杭州示例网络科技有限公司\nnature: 企业\ncertificate:\n  kind: 营业执照\n  number: \
         \"91330106MA0EXAMP12\"\nregion: \"330106\"\n"
    );
    // What the records say is offered: an empty answer takes it.
    let (status, out) =
        answered(&made, &["new", "domain", "example/shop.example", "--ask"], "阿里云\n\n\n\n\n主办单位\n");
    assert_eq!(status, 0, "{out}");
    let text = fs::read_to_string(made.case.path("records/example/domains.yaml")).expect("domains");
    assert!(text.contains("    name: 杭州示例网络科技有限公司\n") && text.contains("91330106MA0EXAMP12"), "{text}");
    let (status, out) = answered(&made, &["new", "person", "example/zhang", "--ask"], "");
    assert_eq!(status, 2, "{out}");
}

#[test]
fn one_value_is_set_and_the_rest_stays() {
    let made = Gitted::clean();
    let path = "records/example/services.yaml";
    made.edit(path, "  name: 示例好物铺\n", "  name: '示例好物铺'   # 招牌\n");
    does(&made, &["set", "example/services/shop/name", "示例优选铺"]);
    let text = fs::read_to_string(made.case.path(path)).expect("services");
    assert!(text.contains("  name: '示例优选铺'   # 招牌\n"), "{text}");
    does(&made, &["set", "example/services/shop/languages", "中文", "英文"]);
    let text = fs::read_to_string(made.case.path(path)).expect("services");
    assert!(text.contains("  languages:\n    - 中文\n    - 英文\n"), "{text}");
    let wrong = refused(&made, &["set", "example/subject/certificate/number", "91330106MA0EXAMP13"]);
    assert!(wrong.contains("91330106MA0EXAMP13"), "{wrong}");
    assert!(refused(&made, &["set", "example/services/shop/opened", "2026-02-30"]).contains("services.yaml"));
    let closed = refused(&made, &["set", "example/filings/2021-02-20-first/through", "腾讯云"]);
    assert!(closed.contains("decided"), "{closed}");
    assert!(refused(&made, &["set", "example/name", "x"]).contains("names no fact"));
}

#[test]
fn the_kit_is_the_one_that_is_shipped() {
    for (kit, shipped) in [("github-review.yml", "ci/github-review.yml"), ("gitlab-ci.yml", "ci/gitlab-ci.yml")] {
        let text = |path: &str| fs::read_to_string(root().join(path)).expect("a file");
        assert_eq!(text(&format!("crates/cli/kit/{kit}")), text(shipped), "{kit}");
    }
}
