//! `beian dossier`: what an auditor reads, what a folder of dossiers holds, who may see what.

use crate::gitted::Gitted;
use crate::harness::{Case, Run};
use crate::notice_values::HOSTILE;
use beian_core::numbers::mask::hide_personal;
use insta::assert_snapshot;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A dossier without what changes with every release.
fn settled(made: &Gitted, run: &Run) -> String {
    let version = beian_core::policy::version();
    let id = made.id("HEAD");
    run.shown().replace(&id, "[commit]").replace(&id[..10], "[commit]").replace(version, "[rules]")
}

/// The files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
    };
    fs::read_dir(folder).expect("a folder").flatten().map(read).collect()
}

#[test]
fn dossiers_of_the_records_that_are_shipped() {
    let made = Gitted::shipped();
    for subject in ["ningbo-shifan", "su-wanli", "yangzi-library"] {
        assert_snapshot!(format!("dossier-{subject}"), settled(&made, &made.run(&["dossier", subject])));
    }
    assert_snapshot!(
        "dossier-past",
        settled(&made, &made.run(&["dossier", "yangzi-library", "--as-of", "2022-05-01"]))
    );
    assert_snapshot!(
        "dossier-public",
        settled(&made, &made.run(&["dossier", "ningbo-shifan", "--audience", "public"]))
    );
    let english = made.run(&["dossier", "su-wanli", "--lang", "en", "--audience", "internal"]);
    assert_snapshot!("dossier-english", settled(&made, &english));
}

#[test]
fn a_folder_can_be_checked_and_made_again() {
    let made = Gitted::shipped();
    let all = ["dossier", "--all", "--out", "out", "--at", "HEAD"];
    let run = made.run(&all);
    assert_eq!((run.status, run.err.as_str()), (0, "3 份档案写进了 out\n"), "{}", run.shown());
    let names: Vec<String> = files(&made.case.path("out")).into_keys().collect();
    let wanted = ["SHA256SUMS", "index.md", "manifest.json", "ningbo-shifan.md", "su-wanli.md", "yangzi-library.md"];
    assert_eq!(names, wanted);
    let mut sums = std::process::Command::new("sha256sum");
    sums.args(["-c", "SHA256SUMS"]).current_dir(made.case.path("out"));
    assert!(sums.output().expect("sha256sum").status.success());
    let index = fs::read_to_string(made.case.path("out/index.md")).expect("the page");
    assert_snapshot!(
        "dossier-index",
        index.replace(&made.id("HEAD"), "[commit]").replace(beian_core::policy::version(), "[rules]")
    );

    // A branch that goes on and another day change nothing of what was asked for.
    let before = files(&made.case.path("out"));
    made.edit("records/su-wanli/subject.yaml", "format: 1\n", "format: 1\nremark: 新\n");
    made.commit("2026-11-20", "改");
    let run = made.run(&["dossier", "--verify", "out", "--today", "2027-01-01"]);
    assert_eq!((run.status, run.out.as_str()), (0, "4 个文件都与重新生成的相同\n"), "{}", run.shown());
    assert_eq!(files(&made.case.path("out")), before);

    made.case.write("out/su-wanli.md", "x");
    made.case.write("out/more.md", "x");
    fs::remove_file(made.case.path("out/index.md")).expect("the page");
    let run = made.run(&["dossier", "--verify", "out"]);
    assert_eq!(run.status, 1, "{}", run.shown());
    for told in ["缺少：index.md", "被改过：su-wanli.md", "多出：more.md"] {
        assert!(run.out.contains(told), "{}", run.shown());
    }
    let run = made.run(&all);
    assert_eq!(run.status, 2, "what was changed by hand is not written over: {}", run.shown());
    assert_eq!(fs::read(made.case.path("out/su-wanli.md")).expect("a file"), b"x");
}

#[test]
fn a_revision_is_judged_by_its_own_overlays() {
    let made = Gitted::clean();
    let overlay = "source: {title: 新批复, publisher: 示例局, date: 2026-11-01}\ntables:\n  suffixes:\n    - \
                   {suffix: io, readable: io, approval: approved, beijing: unknown}\n";
    made.case.write("packs/suffixes.yaml", overlay);
    made.case.write("beian.yaml", "sample: true\noverlays: packs\n");
    made.commit("2026-11-12", "覆盖数据");
    let named = |args: &[&str]| made.run(&[&["dossier", "example"], args].concat()).out.contains("新批复");
    assert!(named(&[]) && named(&["--at", "HEAD"]) && !named(&["--at", "HEAD~1"]));
}

#[test]
fn a_new_folder_is_there_whole_or_not_at_all() {
    let made = Gitted::shipped();
    made.case.write("templates/dossier.md.j2", "{{ nme }}\n");
    let names = || -> Vec<_> {
        let entries = fs::read_dir(made.case.path("")).expect("the folder");
        entries.map(|entry| entry.expect("an entry").file_name()).collect()
    };
    let before = names();
    assert_eq!(made.run(&["dossier", "--all", "--out", "out"]).status, 2);
    assert_eq!(names(), before, "nothing is left of a run that failed");
    made.case.write("templates/dossier.md.j2", "{{ name }}\n");
    assert_eq!(made.run(&["dossier", "--all", "--out", "deep/below/out"]).status, 0);
    assert_eq!(files(&made.case.path("deep/below/out")).len(), 6);
    assert_eq!(fs::read_dir(made.case.path("deep/below")).expect("the folder").count(), 1);
}

#[test]
fn a_folder_is_written_over_only_by_its_own() {
    let made = Gitted::shipped();
    made.case.write("out/su-wanli.md", "别人的");
    let all = ["dossier", "--all", "--out", "out"];
    assert_eq!(made.run(&all).status, 2);
    assert_eq!(files(&made.case.path("out")).len(), 1, "nothing is left of a run that was refused");
    fs::remove_file(made.case.path("out/su-wanli.md")).expect("a file");
    assert_eq!(made.run(&all).status, 0);
    assert_eq!(made.run(&["dossier", "--all", "--out", "out", "--as-of", "2022-01-01"]).status, 0);
    assert_eq!(made.run(&["dossier", "--verify", "out"]).status, 0);
    // Subjects that are gone take their dossiers along.
    fs::remove_dir_all(made.case.path("records/su-wanli")).expect("a subject");
    assert_eq!(made.run(&all).status, 0);
    assert!(!made.case.path("out/su-wanli.md").exists());
    #[cfg(unix)]
    {
        fs::remove_file(made.case.path("out/index.md")).expect("a file");
        std::os::unix::fs::symlink(made.case.path("beian.yaml"), made.case.path("out/index.md")).expect("a link");
        let before = fs::read(made.case.path("beian.yaml")).expect("settings");
        assert_eq!(made.run(&all).status, 2);
        assert_eq!(fs::read(made.case.path("beian.yaml")).expect("settings"), before);
    }
}

#[test]
fn one_subject_alone_has_the_bytes_that_it_has_among_all() {
    let made = Gitted::shipped();
    made.edit("records/su-wanli/subject.yaml", "format: 1\n", "format: 1\nremark: 甲\n");
    made.commit("2026-11-10", "改");
    assert_eq!(made.run(&["dossier", "--all", "--out", "out"]).status, 0);
    for (name, bytes) in files(&made.case.path("out")) {
        let Some(subject) = name.strip_suffix(".md").filter(|name| *name != "index") else { continue };
        assert_eq!(made.run(&["dossier", subject, "--out", subject]).status, 0);
        assert!(files(&made.case.path(subject)).get(&name) == Some(&bytes), "{subject}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let one = Gitted::shipped();
    let mut outputs = Vec::new();
    for (zone, locale) in [("UTC", "C"), ("America/Los_Angeles", "en_US.UTF-8"), ("Asia/Shanghai", "zh_CN.UTF-8")] {
        let other = Gitted::shipped();
        assert_eq!(other.id("HEAD"), one.id("HEAD"));
        // The files lie in another order on the disk.
        let folder = other.case.path("records");
        let moved = other.case.path("moved");
        fs::rename(&folder, &moved).expect("a folder");
        let mut names: Vec<_> =
            fs::read_dir(&moved).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        fs::create_dir(&folder).expect("a folder");
        for name in names.iter().rev() {
            fs::rename(moved.join(name), folder.join(name)).expect("a subject");
        }
        fs::remove_dir(&moved).expect("an empty folder");
        let Gitted { case } = other;
        let case = case.with("TZ", zone).with("LANG", locale).with("LC_ALL", locale);
        for format in ["markdown", "html"] {
            let run = case.outcome(["dossier", "--all", "--out", "out", "--format", format]);
            assert_eq!(run.status, 0, "{}", run.shown());
            outputs.push((format, files(&case.path("out"))));
            fs::remove_dir_all(case.path("out")).expect("the output");
        }
    }
    for (format, output) in &outputs {
        let first = outputs.iter().find(|(other, _)| other == format).expect("an output");
        assert!(*output == first.1, "{format}");
    }
}

/// Numbers of nobody, which look like those of a person.
const IDENTITY: &str = "11010519491231002X";
const MOBILE: &str = "13800138000";

#[test]
fn no_personal_number_leaves_unless_asked() {
    let made = Gitted::clean();
    let people = "records/example/people.yaml";
    made.edit(people, "number: \"330***********0018\"", &format!("number: \"{IDENTITY}\""));
    made.edit(people, "  mobile: \"138****0001\"", &format!("  mobile: \"{MOBILE}\""));
    let first = "records/example/filings/2021-02-20-first.yaml";
    made.edit(first, "people/zhang/mobile: \"138****0001\"", &format!("people/zhang/mobile: \"{MOBILE}\""));
    made.edit(
        first,
        "    event: 初审通过\n",
        &format!("    event: 初审通过\n    note: 电话 {MOBILE} 核实 {IDENTITY}\n"),
    );
    made.edit(first, "    of: subject\n    where: 公司档案柜 A-3", &format!("    of: subject\n    where: 柜 {MOBILE}"));
    made.case.write(
        "beian.yaml",
        format!(
            "sample: true\nwaivers:\n  - rule: plain-personal-data\n    fact: example/people/*\n\
             \x20   reason: 等 {MOBILE} 确认\n    owner: 王某 {MOBILE}\n    until: 2027-01-01\n"
        ),
    );
    made.commit("2026-11-12", &format!("联系 {MOBILE}"));
    for audience in ["public", "auditor", "internal"] {
        for format in ["markdown", "html"] {
            for as_of in ["2026-11-21", "2022-01-01"] {
                let run =
                    made.run(&["dossier", "example", "--audience", audience, "--format", format, "--as-of", as_of]);
                assert_eq!(run.status, 0, "{}", run.shown());
                for number in [IDENTITY, MOBILE] {
                    assert!(!run.out.contains(number), "{audience} {format} {as_of}: {}", run.out);
                }
                let named = run.out.contains("张示例");
                assert_eq!(named, audience == "internal", "{audience} {format} {as_of}: {}", run.out);
            }
        }
    }
    let run = made.run(&["dossier", "example", "--reveal"]);
    assert!(run.out.contains(IDENTITY) && run.out.contains(MOBILE) && run.out.contains("--reveal"), "{}", run.shown());
    assert_eq!(made.run(&["dossier", "example", "--reveal", "--audience", "public"]).status, 2);
}

#[test]
fn no_fixture_shows_a_number_of_a_person() {
    for folder in ["", "examples/imported"] {
        let case = Case::empty();
        crate::gitted::copy(&crate::harness::root().join(folder).join("records"), &case.path("records"));
        case.write("beian.yaml", "sample: true\n");
        for audience in ["public", "auditor", "internal"] {
            let run = case.outcome(["dossier", "--all", "--out", "out", "--audience", audience]);
            assert_eq!(run.status, 0, "{}", run.shown());
            for (name, bytes) in files(&case.path("out")).iter().filter(|(name, _)| name.ends_with(".md")) {
                let text = String::from_utf8_lossy(bytes);
                let shown: Vec<&str> = text.lines().filter(|line| hide_personal(line) != *line).collect();
                assert!(shown.is_empty(), "{audience} {name}: {shown:?}");
            }
            fs::remove_dir_all(case.path("out")).expect("the output");
        }
    }
}

#[test]
fn the_public_reads_what_the_registry_shows() {
    let made = Gitted::shipped();
    let out = made.run(&["dossier", "ningbo-shifan", "--audience", "public"]).out;
    for secret in ["王", "陈", "139****", "137****", "海曙区", "91330203MAEXAMP14K", "203.0.113", "阿里云", "订单"]
    {
        assert!(!out.contains(secret), "{secret}: {out}");
    }
    assert!(out.contains("浙ICP备2021000042号-1") && out.contains("store.example"), "{out}");
    // What was never approved is nobody's business.
    let draft = Gitted::clean();
    let first = "records/example/filings/2021-02-20-first.yaml";
    draft.edit(first, "  - at: 2021-03-18T16:40:00+08:00\n    event: 管局通过\n", "");
    let out = draft.run(&["dossier", "example", "--audience", "public"]).out;
    assert!(!out.contains("示例好物铺") && !out.contains("shop.example"), "{out}");
}

#[test]
fn hostile_values_stay_text() {
    let harmless = shape(&edited("甲乙丙丁").run(&["dossier", "example"]).out).0;
    // Besides those of the letters, what a diagram or a code span would obey.
    for value in HOSTILE.into_iter().chain(["甲`乙``丙", "```mermaid", "甲 : 乙 ; 丙 %%{init}%%"]) {
        let made = edited(value);
        let run = made.run(&["dossier", "example"]);
        assert_eq!(run.status, 0, "{value}: {}", run.shown());
        assert_eq!(shape(&run.out), (harmless.clone(), 0), "{value}: {}", run.out);
        let html = made.run(&["dossier", "example", "--format", "html"]).out;
        assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{value}");
        assert_eq!(made.run(&["dossier", "--all", "--out", "out"]).status, 0);
        let index = fs::read_to_string(made.case.path("out/index.md")).expect("the page");
        assert_eq!(shape(&index).1, 1, "{value}: {index}");
    }
}

/// The clean subject with a value in its names and notes.
fn edited(value: &str) -> Gitted {
    let made = Gitted::clean();
    {
        let quoted = serde_json::to_string(value).expect("a text").replace('\u{202e}', "\\u202e");
        made.edit("records/example/services.yaml", "name: 示例好物铺", &format!("name: {quoted}"));
        made.edit("records/example/subject.yaml", "supervisor: 张示例", &format!("supervisor: {quoted}"));
        made.edit(
            "records/example/filings/2021-02-20-first.yaml",
            "    event: 初审通过\n",
            &format!("    event: 初审通过\n    note: {quoted}\n"),
        );
        made.commit("2026-11-12", &value.replace('\0', ""));
    }
    made
}

/// The levels of the headings of a page, and how many links and pieces of HTML it has. Every
/// row of a table has as many cells as its first one.
fn shape(markdown: &str) -> (Vec<usize>, usize) {
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut width = 0;
    for line in markdown.lines() {
        assert!(width == 0 || !line.starts_with("| ") || cells(line) == width, "{line}");
        width = if line.starts_with("| ") { cells(line) } else { 0 };
    }
    let mut shape = Vec::new();
    let mut links = 0;
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => shape.push(level as usize),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
            | Event::Html(_)
            | Event::InlineHtml(_) => {
                links += 1;
            }
            _ => {}
        }
    }
    (shape, links)
}

#[test]
fn without_git_the_dossier_says_so() {
    let case = Case::clean();
    let run = case.outcome(["dossier", "example"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    assert!(run.out.contains("记录不在 git 仓库里") && run.out.contains("没有提交可查"), "{}", run.out);
    assert_eq!(case.outcome(["dossier", "example", "--at", "HEAD"]).status, 4);
    let made = Gitted::clean();
    made.case.write("records/example/evidence/a.pdf", "abc");
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 李示例");
    assert!(made.run(&["dossier", "example"]).out.contains("工作目录里有未提交的改动"));
}

#[test]
fn papers_are_held_against_their_hashes() {
    let made = Gitted::clean();
    let good = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    made.case.write("records/example/evidence/same.pdf", "abc");
    made.case.write("records/example/evidence/other.pdf", "abd");
    made.edit(
        "records/example/filings/2021-02-20-first.yaml",
        "papers:\n",
        &format!(
            "papers:\n  - kind: 甲\n    file: evidence/same.pdf\n    sha256: \"{good}\"\n\
             \x20 - kind: 乙\n    file: evidence/other.pdf\n    sha256: \"{good}\"\n\
             \x20 - kind: 丙\n    file: evidence/none.pdf\n    sha256: \"{good}\"\n\
             \x20 - kind: 丁\n    file: ../../../beian.yaml\n\
             \x20 - kind: 戊\n    file: evidence/same.pdf\n"
        ),
    );
    made.commit("2026-11-12", "材料");
    for args in [&["dossier", "example"][..], &["dossier", "example", "--at", "HEAD"]] {
        let run = made.run(args);
        let told = |kind: &str| {
            let row = run.out.lines().find(|line| line.contains(&format!("| {kind} |"))).expect("a row");
            row.rsplit(" | ").next().expect("a cell").trim_end_matches(" |").to_owned()
        };
        assert_eq!(told("甲"), "相符");
        assert!(told("乙").starts_with("不符"), "{}", told("乙"));
        assert_eq!(told("丙"), "文件不在仓库里");
        assert!(told("丁").starts_with("不是 evidence/"), "{}", told("丁"));
        assert!(told("戊").starts_with("文件在，没有登记"), "{}", told("戊"));
    }
}

#[test]
fn failures_are_told_apart() {
    let made = Gitted::shipped();
    let status = |args: &[&str]| made.run(args).status;
    assert_eq!(status(&["dossier", "nobody"]), 3);
    assert_eq!(status(&["dossier"]), 2);
    assert_eq!(status(&["dossier", "--all"]), 2);
    assert_eq!(status(&["dossier", "su-wanli", "--as-of", "gestern"]), 2);
    assert_eq!(status(&["dossier", "su-wanli", "--at", "nowhere"]), 4);
    assert_eq!(status(&["dossier", "--verify", "records"]), 3);
    made.case.write("templates/dossier.md.j2", "# {{ nmae }}\n");
    let run = made.run(&["dossier", "su-wanli"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("dossier.md.j2") && run.err.contains("nmae"), "{}", run.shown());
}
