//! `beian.yaml`: settings of a records repository.

use crate::day::Day;
use crate::record::{Flag, Keyed, Placed, Plain, Text, Texts, Whole, record};
use crate::vocabulary::Level;

record! {
    /// Settings of a records repository.
    Settings("设置") {
        /// Folder of the records, `records` if absent.
        records("记录目录"): Text,
        /// These records teach: names and addresses for documentation count as real ones.
        sample("示例"): Flag,
        /// Folder of templates that take the place of the built-in ones.
        templates("模板目录"): Text,
        /// How heavy rules weigh here.
        rules("规则级别"): Keyed<Level>,
        /// How heavy rules weigh for some subjects; these go before `rules`.
        levels("部分主体的规则级别"): Vec<Placed<LevelFor>>,
        /// Findings that are accepted for a time.
        waivers("豁免"): Vec<Placed<Waiver>>,
        /// File of the findings that were adopted with an old tree, `beian-baseline.yaml` if absent.
        baseline("基线文件"): Text,
        /// Files, or folders of files, with rows that are laid over the built-in tables.
        overlays("覆盖数据"): Texts,
    }
}

record! {
    /// A level for some subjects.
    LevelFor("部分主体的规则级别") {
        /// Codes or names of the rules.
        rules("规则"): Texts,
        /// Patterns of the subjects' identities, as in `zhejiang-*`.
        subjects("主体"): Texts,
        /// How heavy the rules weigh there.
        level("级别"): Level,
    }
}

record! {
    /// A finding that is accepted for a time.
    Waiver("豁免") {
        /// Code or name of the rule.
        rule("规则"): Text,
        /// The fact it is bound to; with `/*` at its end all facts below.
        fact("事项"): Text,
        /// Why it is accepted.
        reason("理由"): Text,
        /// Who answers for it.
        owner("负责人"): Text,
        /// Last day.
        until("有效期至"): Day,
    }
}

record! {
    /// Findings that were adopted with an old tree.
    Baseline("基线") {
        /// Version of this format: 1.
        format("格式版本"): Whole,
        /// Day on which it was written.
        written("写入日期"): Day,
        /// Version of the rules that judged.
        rules("规则版本"): Text,
        /// By code of the rule and fact: a hash of what was found there, or several.
        findings("已有问题"): Keyed<Keyed<Texts>>,
    }
}

record! {
    /// Rows that are laid over the built-in tables.
    Overlay("覆盖数据") {
        /// What the rows rest on.
        source("来源"): OverlaySource,
        /// By table: rows, each with the columns of that table.
        tables("数据表"): Keyed<Vec<Placed<Keyed<Plain>>>>,
    }
}

record! {
    /// What the rows of an overlay rest on.
    OverlaySource("来源") {
        /// Its title.
        title("标题"): Text,
        /// Who published it.
        publisher("发布者"): Text,
        /// Day of the revision meant.
        date("日期"): Day,
        /// Where it stands on the net.
        url("网址"): Text,
    }
}
