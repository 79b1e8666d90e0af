//! `beian history`: who knew what when.

use crate::gitted::Gitted;
use insta::assert_snapshot;

fn told() -> Gitted {
    let made = Gitted::shipped();
    let subject = "records/ningbo-shifan/subject.yaml";
    made.edit(
        subject,
        "address: 浙江省宁波市海曙区范例大道 200 号 1206 室\nsupervisor",
        "address: 浙江省宁波市鄞州区样板路 9 号 1 幢 101 室\nsupervisor",
    );
    made.commit("2026-11-12", "搬到鄞州");
    made.git("2026-11-13", &["mv", "records/ningbo-shifan", "records/shifan"]);
    made.edit("records/shifan/subject.yaml", "format: 1\n", "format: 1\nid: ningbo-shifan\n");
    made.commit("2026-11-13", "换文件夹");
    made
}

fn shown(made: &Gitted, args: &[&str]) -> String {
    let run = made.run(&[&["history"], args].concat());
    ["HEAD", "HEAD~1", "HEAD~2"]
        .iter()
        .fold(run.shown(), |text, at| text.replace(&made.id(at)[..10], &format!("[{at}]")))
}

#[test]
fn values_are_told_with_filing_commit_and_author() {
    let made = told();
    assert_snapshot!("history-en", shown(&made, &["ningbo-shifan", "subject/address", "--lang", "en"]));
    assert_snapshot!("history-zh", shown(&made, &["records/shifan", "subject/address", "--format", "markdown"]));
}

#[test]
fn programs_get_ids_in_full() {
    let made = told();
    let run = made.run(&["history", "shifan", "people/chen", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((&json["version"], &json["subject"]), (&1.into(), &"ningbo-shifan".into()));
    let mobile = json["facts"].as_array().expect("facts").iter().find(|fact| fact["fact"] == "people/chen/mobile");
    let values = mobile.expect("the number")["values"].as_array().expect("values").clone();
    assert_eq!(values[0]["from"], "on-file");
    assert_eq!(values[1]["commit"], made.id("HEAD~2"));
}

#[test]
fn what_is_not_there_is_said() {
    let made = told();
    assert_eq!(made.run(&["history", "nobody"]).status, 3);
    assert_eq!(made.run(&["history", "ningbo-shifan", "subject/remark"]).status, 3);
    assert_eq!(made.run(&["history", "ningbo-shifan", "colour"]).status, 2);
}
