//! `beian.yaml`: settings of a records repository.

use crate::day::Day;
use crate::record::{Flag, Keyed, Placed, Text, Texts, record};
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
        /// Findings that are accepted for a time.
        waivers("豁免"): Vec<Placed<Waiver>>,
        /// Files with rows that are laid over the built-in tables.
        overlays("覆盖数据"): Texts,
    }
}

record! {
    /// A finding that is accepted for a time.
    Waiver("豁免") {
        /// Code or name of the rule.
        rule("规则"): Text,
        /// The fact it is bound to.
        fact("事项"): Text,
        /// Why it is accepted.
        reason("理由"): Text,
        /// Who answers for it.
        owner("负责人"): Text,
        /// Last day.
        until("有效期至"): Day,
    }
}
