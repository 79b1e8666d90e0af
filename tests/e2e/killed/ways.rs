//! The commands that write, each with what is there before.

use crate::gitted::Gitted;

/// A command that writes.
pub(super) struct Way {
    pub(super) called: &'static str,
    /// What is there before, beside the records.
    pub(super) before: fn(&Gitted),
    pub(super) args: &'static [&'static str],
    /// Where it writes.
    pub(super) out: &'static str,
    /// Whether the folder changes in one step; else the next run may have to finish it.
    pub(super) is_one_step: bool,
    /// Whether it is refused where it was done already: a thing happens once.
    pub(super) is_once: bool,
}

pub(super) const ALL: &[&str] = &["dossier", "--all", "--out", "out"];
pub(super) const LETTERS: &[&str] = &["notice", "--out", "out", "ningbo-shifan/2026-07-06-address"];
pub(super) const EXPORT: &[&str] = &["templates", "export", "--out", "out"];
/// Longer than a block, so that no filing is small.
const REASON: &str = "服务改名以后，页面、应用商店和线下物料上的名称都要随之更换，对外合同里的名称也要随之更换，\
                      客服话术、发票抬头、搜索引擎收录的标题、合作伙伴的友情链接都要随之更换，\
                      公众号和小程序的简介也要随之更换，所以在生效日期之前先行办理变更备案";
pub(super) const INIT: &[&str] = &["init", "out", "--forge", "github"];
pub(super) const IMPORT: &[&str] = &["import", "miit", "--out", "out", "web.json", "batch.json"];

pub(super) fn dossiers(made: &Gitted) {
    run(made, &["dossier", "--all", "--out", "out", "--as-of", "2022-01-01"]);
}

pub(super) fn run(made: &Gitted, args: &[&str]) {
    let run = made.run(args);
    assert_eq!(run.status, 0, "{}", run.shown());
}

pub(super) fn nothing(_: &Gitted) {}

pub(super) fn note(made: &Gitted) {
    made.case.write("out/note.txt", "别人的\n");
}

pub(super) const WAYS: [Way; 14] = [
    Way { called: "new dossiers", before: nothing, args: ALL, out: "out", is_one_step: true, is_once: false },
    Way { called: "dossiers are renewed", before: dossiers, args: ALL, out: "out", is_one_step: true, is_once: false },
    Way {
        called: "dossiers beside a file of somebody else",
        before: |made| {
            dossiers(made);
            note(made);
        },
        args: ALL,
        out: "out",
        is_one_step: false,
        is_once: false,
    },
    Way { called: "new letters", before: nothing, args: LETTERS, out: "out", is_one_step: true, is_once: false },
    Way { called: "letters by a file", before: note, args: LETTERS, out: "out", is_one_step: false, is_once: false },
    Way { called: "new templates", before: nothing, args: EXPORT, out: "out", is_one_step: true, is_once: false },
    Way {
        called: "templates beside one",
        before: |made| run(made, &["templates", "export", "dossier.md.j2", "--out", "out"]),
        args: EXPORT,
        out: "out",
        is_one_step: false,
        is_once: false,
    },
    Way { called: "imported records", before: note, args: IMPORT, out: "out", is_one_step: false, is_once: false },
    Way {
        called: "a baseline",
        before: |made| {
            run(made, &["validate", "--write-baseline"]);
            made.case.edit("records/su-wanli/subject.yaml", "nature: 个人", "nature: 外星");
        },
        args: &["validate", "--write-baseline"],
        out: "beian-baseline.yaml",
        is_one_step: true,
        is_once: false,
    },
    Way { called: "a new repository", before: nothing, args: INIT, out: "out", is_one_step: true, is_once: false },
    Way {
        called: "a new record",
        before: nothing,
        args: &["new", "person", "ningbo-shifan/zhao", "name=赵样本", "mobile=138****1009"],
        out: "records/ningbo-shifan/people.yaml",
        is_one_step: true,
        is_once: true,
    },
    Way {
        called: "a value",
        before: nothing,
        args: &["set", "ningbo-shifan/services/wholesale/name", "示范订货网"],
        out: "records/ningbo-shifan/services.yaml",
        is_one_step: true,
        is_once: false,
    },
    Way {
        called: "filings of a change",
        before: renamed,
        args: &["file", "HEAD", "--reason", REASON],
        out: "records",
        is_one_step: false,
        is_once: false,
    },
    Way {
        called: "an approval",
        before: under_review,
        args: &["event", "ningbo-shifan/2026-10-20-end", "approved", "--when", "2026-11-20"],
        out: "records/ningbo-shifan",
        is_one_step: false,
        is_once: true,
    },
];

/// Two subjects changed: two filings are to be written.
pub(super) fn renamed(made: &Gitted) {
    made.case.edit("records/ningbo-shifan/services.yaml", "name: 示范批发订货网", "name: 示范订货网");
    made.case.edit("records/su-wanli/services.yaml", "name: 万里的读书笔记", "name: 万里的旅行笔记");
}

/// An order that ends a service, which the authority reviews: its approval writes into two files.
pub(super) fn under_review(made: &Gitted) {
    let events = ["提交订单", "初审通过", "发送短信", "提交管局"];
    let events = events.map(|event| format!("  - at: 2026-10-20\n    event: {event}\n"));
    let head = "procedure: 注销互联网信息服务\nthrough: 阿里云\ncovers:\n  - services/wholesale\nevents:\n";
    made.case.write("records/ningbo-shifan/filings/2026-10-20-end.yaml", format!("{head}{}", events.concat()));
}
