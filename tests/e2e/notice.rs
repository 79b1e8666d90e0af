//! `beian notice`: letters as those who hand them in get them.

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use crate::letters::{KINDS, SUBJECTS, notice, repository};
use beian_core::letter::{TaskKind, TaskRole, TaskWhen};
use insta::assert_snapshot;
use std::fs;

#[test]
fn every_letter_for_an_enterprise_a_person_and_an_institution() {
    let made = repository();
    for subject in SUBJECTS {
        for kind in KINDS {
            assert_snapshot!(format!("letters-{subject}-{kind}"), notice(&made, subject, kind).shown());
        }
    }
}

#[test]
fn letters_become_files_that_sort() {
    let made = repository();
    let args =
        ["notice", "ningbo-shifan/2026-11-20-change", "su-wanli/2026-11-20-deregister-subject", "--out", "letters"];
    let dry = made.run(&[&args[..], &["--dry-run"]].concat());
    assert_eq!(dry.status, 0);
    assert!(!made.case.path("letters").exists(), "a dry run writes nothing");
    let run = made.run(&args);
    assert_eq!(
        run.out.lines().collect::<Vec<_>>(),
        [
            "letters/01-变更备案说明-ningbo-shifan.md",
            "letters/02-更名函-ningbo-shifan.md",
            "letters/03-法人授权书-ningbo-shifan.md",
            "letters/04-前置审批说明-ningbo-shifan.md",
            "letters/05-变更备案内部通知-ningbo-shifan.md",
            "letters/06-注销主体申请-su-wanli.md",
            "letters/07-注销主体内部通知-su-wanli.md",
        ]
    );
    let text = fs::read_to_string(made.case.path("letters/01-变更备案说明-ningbo-shifan.md")).expect("a letter");
    assert!(text.starts_with("# 变更备案说明\n\n浙江省通信管理局：\n"), "{text}");
    assert!(text.ends_with("日\n"), "{text}");
    // Again: the same bytes are no loss.
    let again = made.run(&args);
    assert_eq!(again.status, 0);
    assert!(again.out.lines().all(|line| line.ends_with("（未变）")), "{}", again.out);
    // Somebody worked on one: none is touched.
    made.case.write("letters/03-法人授权书-ningbo-shifan.md", "改过");
    fs::remove_file(made.case.path("letters/01-变更备案说明-ningbo-shifan.md")).expect("a letter");
    let refused = made.run(&args);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("不覆盖"), "{}", refused.err);
    assert!(!made.case.path("letters/01-变更备案说明-ningbo-shifan.md").exists(), "all or nothing");
}

#[test]
fn what_is_not_there_is_said() {
    let made = repository();
    for (args, status, said) in [
        (&["notice"][..], 2, "没有写明订单"),
        (&["notice", "ningbo-shifan"], 2, "不是“主体/订单”"),
        (&["notice", "nobody/2026-11-20-change"], 3, "没有主体 nobody"),
        (&["notice", "ningbo-shifan/2026-11-20-chance"], 3, "是不是 ningbo-shifan/2026-11-20-change"),
        (&["notice", "--from", "no-such-revision"], 4, "no-such-revision"),
        (&["notice", "--from", "HEAD", "HEAD"], 3, "没有需要出具的材料"),
        (&["notice", "--from", "HEAD", "a", "b"], 2, "只能写一个修订"),
        (&["notice", "--from", "HEAD", "--subject", "su"], 3, "主体 su 没有变化"),
    ] {
        let run = made.run(args);
        assert_eq!((run.status, run.out.as_str()), (status, ""), "{args:?}: {}", run.err);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    let run = Case::clean().outcome(["notice", "example/2021-02-20-first", "--from", "HEAD"]);
    assert_eq!(run.status, 4, "no git repository: {}", run.err);
}

#[test]
fn a_filing_is_named_by_its_file_too() {
    let made = repository();
    let run = made.run(&["notice", "records/su-wanli/filings/2026-11-20-change.yaml", "--dry-run"]);
    assert_eq!(run.out, "01-变更备案说明-su-wanli.md\n02-变更主体内部通知-su-wanli.md\n");
}

#[test]
fn what_needs_no_letter_says_so() {
    let made = repository();
    made.case.write(
        "records/su-wanli/filings/2026-11-20-claim.yaml",
        "procedure: 认领\nthrough: 腾讯云\ncovers:\n  - services/notes\n",
    );
    let run = made.run(&["notice", "su-wanli/2026-11-20-claim"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("su-wanli/2026-11-20-claim：只在接入商账号内办理"), "{}", run.err);
    made.case.write("records/su-wanli/filings/2026-11-20-unsaid.yaml", "through: 腾讯云\n");
    let run = made.run(&["notice", "su-wanli/2026-11-20-unsaid"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("没有写明流程类型"), "{}", run.err);
}

#[test]
fn a_change_of_the_records_calls_for_letters() {
    let made = Gitted::shipped();
    made.edit(
        "records/su-wanli/subject.yaml",
        "address: 四川省成都市武侯区样本街 9 号 2 栋 1 单元 804 号\nprincipal",
        "address: 四川省成都市锦江区范例路 3 号 1 栋 502 号\nprincipal",
    );
    // A swap of domains is forbidden, and a note of the house asks for nothing.
    made.edit("records/ningbo-shifan/services.yaml", "    - wholesale.example", "    - trade.example");
    made.edit("records/ningbo-shifan/domains.yaml", "wholesale.example:", "trade.example:");
    made.edit("records/yangzi-library/domains.yaml", "  expires: 2028-11-05", "  expires: 2030-11-05");
    let run = made.run(&["notice", "--from", "HEAD"]);
    assert_snapshot!("letters-from", run.shown());
    // The same from a commit, and for one subject.
    made.commit("2026-11-20", "搬家");
    let committed = made.run(&["notice", "--from", "HEAD~1", "HEAD", "--subject", "su-wanli"]);
    assert_eq!(committed.out, run.out);
    let only = made.run(&["notice", "--from", "HEAD~1", "--subject", "ningbo-shifan"]);
    assert_eq!(only.status, 3);
    assert!(only.err.contains("合法途径：注销互联网信息服务"), "{}", only.err);
}

#[test]
fn a_subject_that_goes_is_deregistered_with_all_services() {
    let made = Gitted::shipped();
    fs::remove_dir_all(made.case.path("records/ningbo-shifan")).expect("a subject");
    let run = made.run(&["notice", "--from", "HEAD"]);
    for word in [
        "注销主体申请",
        "浙ICP备2021000042号-1",
        "浙ICP备2021000042号-2",
        "浙ICP备2021000042号-3A",
        "wholesale.example",
        "不能恢复",
    ] {
        assert!(run.out.contains(word), "{word}: {}", run.shown());
    }
}

#[test]
fn templates_of_the_repository_count_and_those_of_the_base() {
    let made = repository();
    made.case.write("templates/letters/pledge.md.j2", "{# 自己的 #}\n# 自己的承诺书 {{ organiser.name }}\n");
    let run = made.run(&["notice", "su-wanli/2024-04-22-first"]);
    assert!(run.out.starts_with("# 自己的承诺书 苏万里\n\n---\n\n# 前置审批说明\n"), "{}", run.shown());
    made.case.write("templates/letters/pledge.md.j2", "{# 自己的 #}\n{{ organiser.nam }}\n");
    let run = made.run(&["notice", "su-wanli/2024-04-22-first"]);
    // The others are written all the same.
    assert!(run.status == 1 && run.out.starts_with("# 前置审批说明\n"), "{}", run.shown());
    assert!(run.err.contains("letters/pledge.md.j2 第 2 行"), "{}", run.err);
    // What a change brings along does not write the letters about it.
    let run = made.run(&["notice", "--from", "HEAD", "--subject", "su-wanli"]);
    assert!(!run.err.contains("pledge"), "{}", run.err);
}

#[test]
fn letters_are_the_same_everywhere() {
    let bytes = |environment: &[(&'static str, &'static str)]| {
        let mut made = repository();
        for (name, value) in environment {
            made.case = made.case.with(name, value);
        }
        KINDS.iter().map(|kind| notice(&made, "ningbo-shifan", kind).out).collect::<Vec<_>>()
    };
    let here = bytes(&[]);
    assert_eq!(here, bytes(&[("LC_ALL", "en_US.UTF-8"), ("TZ", "America/New_York")]));
    assert_eq!(here, bytes(&[("BEIAN_LANG", "en"), ("TZ", "Pacific/Kiritimati"), ("COLUMNS", "40")]));
}

#[test]
fn the_sentences_of_tasks_stand_in_a_template() {
    let template = fs::read_to_string(root().join("templates/letters/_tasks.md.j2")).expect("the template");
    let (about, text) = template.split_once("#}").expect("a comment at its head");
    let lists = [
        ("when", TaskWhen::ALL.iter().map(|one| one.id()).collect::<Vec<_>>()),
        ("role", TaskRole::ALL.iter().map(|one| one.id()).collect()),
        ("what", TaskKind::ALL.iter().map(|one| one.id()).collect()),
    ];
    for (name, ids) in lists {
        for id in ids {
            assert!(text.contains(&format!("task.{name} == \"{id}\"")), "{id} has no words");
            assert!(about.contains(id), "{id} is not told to those who write templates");
        }
    }
    for name in ["task.rs", "tasks.rs"] {
        let code = fs::read_to_string(root().join("crates/core/src/letter").join(name)).expect("a source");
        let is_zh = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(!code.contains(is_zh), "{name} writes sentences of its own");
    }
}
