//! Settings beside the records.

use crate::rule::Given;

/// The second version of the format.
pub(crate) const FORMAT_2: Given = Given::Edit { file: "example/subject.yaml", old: "format: 1\n", new: "format: 2\n" };

/// Settings that name a folder of overlays.
pub(crate) const OVERLAYS_SET: Given = Given::File {
    file: "../beian.yaml",
    text: yaml! {"
            sample: true
            overlays: overlays
        "},
};

/// An overlay with a row for a registrar.
pub(crate) const REGISTRAR_OVERLAY: Given = Given::File {
    file: "../overlays/registrars.yaml",
    text: yaml! {"
        source:
          title: 新批复
          publisher: 工业和信息化部
          date: 2026-11-01
        tables:
          registrars:
            - name: 示例域名
              standing: approved
    "},
};

/// Settings with a waiver that lacks nothing.
pub(crate) const WAIVER: Given = Given::File {
    file: "../beian.yaml",
    text: yaml! {"
        sample: true
        waivers:
          - rule: alias-term
            fact: example/subject/nature
            reason: 旧系统还在用这个词，年底前换完
            owner: 李示例
            until: 2026-12-31
    "},
};
