//! Templates of a repository: found, shown, copied; and those of careless or hostile people.

use crate::harness::Case;

/// The filing whose letters are written.
const LETTERS: [&str; 2] = ["notice", "example/2026-10-20-address"];

/// What a template that stands in for a built-in one comes to.
fn with_template(source: &str) -> String {
    let case = Case::clean();
    case.write("templates/letters/change.md.j2", source);
    // A filing that asks for a change letter stands in the clean subject or is given here.
    case.write("records/example/filings/2026-10-20-address.yaml", FILING);
    case.run(LETTERS)
}

const FILING: &str = "\
procedure: 变更主体
through: 阿里云
covers:
  - subject
facts:
  subject/address:
    from: 甲
    to: 乙
";

#[test]
fn templates_are_listed_shown_and_copied() {
    let case = Case::clean();
    let list = case.run(["templates", "list"]);
    assert!(list.contains("letters/change.md.j2"), "{list}");
    let shown = case.outcome(["templates", "show", "letters/change.md.j2"]);
    assert!(shown.status == 0 && shown.out.starts_with("{#"), "{}", shown.out);
    insta::assert_snapshot!(case.run(["templates", "show", "letters/chagne.md.j2"]), @"
    exit 2
    ---- stderr
    错误: 没有模板 letters/chagne.md.j2
      办法: beian templates list 列出所有模板
    ");
    insta::assert_snapshot!(case.run(["templates", "export", "letters/change.md.j2", "--dry-run"]), @"
    exit 0
    templates/letters/change.md.j2
    ");
    assert!(!case.path("templates").exists());
    insta::assert_snapshot!(case.run(["templates", "export", "letters/change.md.j2"]), @"
    exit 0
    templates/letters/change.md.j2
    ");
    insta::assert_snapshot!(case.run(["templates", "export", "letters/change.md.j2"]), @"
    exit 0
    templates/letters/change.md.j2
    ");
    case.write("templates/letters/change.md.j2", "{# 自己的 #}\n# {{ title }}\n");
    insta::assert_snapshot!(case.run(["templates", "export"]), @"
    exit 2
    ---- stderr
    错误: templates/letters/change.md.j2 已经改过，不覆盖
      办法: 改用 --out 写到别处再比较
    ");
    let list = case.run(["templates", "list"]);
    assert!(
        list.lines().any(|line| line.starts_with("letters/change.md.j2") && line.ends_with("（仓库自己的）")),
        "{list}"
    );
}

#[test]
fn a_template_at_fault_is_told_with_its_place() {
    let faults = [
        "# {{ title }}\n\n{{ organiser.nmae }}\n",
        "# {{ title }}\n{% for a in range(100000000) %}{% endfor %}\n",
        "# {{ title }}\n{% include \"letters/change.md.j2\" %}\n",
        "# {{ title }}\n\n{% include \"../../../../etc/passwd\" %}\n",
        "# {{ title }}\n\n{% include \"/etc/passwd\" %}\n",
        "# {{ title }}\n{% set a = title ~ title %}\n",
        "# {{ title }\n",
        "{{ organiser }}\n",
    ];
    insta::assert_snapshot!(faults.map(with_template).join("\n"));
}

#[cfg(unix)]
#[test]
fn a_link_among_templates_is_refused() {
    let case = Case::clean();
    case.write("templates/readme.txt", "");
    std::os::unix::fs::symlink("/etc/passwd", case.path("templates/x.md.j2")).expect("a link");
    insta::assert_snapshot!(case.run(["templates", "list"]), @"
    exit 2
    ---- stderr
    错误: 读不了 templates/x.md.j2：是符号链接，不跟随
      办法: 换成 1 MiB 以内的普通文件
    ");
}

#[test]
fn a_folder_of_templates_can_be_named() {
    let case = Case::clean();
    case.write("own/letters/change.md.j2", "{# 自己的 #}\n信：{{ title }}\n");
    case.write("records/example/filings/2026-10-20-address.yaml", FILING);
    let letters = case.run([LETTERS[0], LETTERS[1], "--templates", "own"]);
    assert!(letters.contains("信："), "{letters}");
    insta::assert_snapshot!(case.run(["templates", "list", "--templates", "nowhere"]), @"
    exit 2
    ---- stderr
    错误: --templates 的 nowhere 不是目录
    ");
}
