//! I123: an enterprise's name holds Latin letters or digits.

use super::held::nature;
use crate::law::SC_734;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Nature;
use crate::words;
use crate::words::Words;

/// An enterprise's name holds Latin letters or digits.
pub static RULE: Rule = Rule {
    code: "I123",
    name: "name-not-in-chinese",
    severity: Severity::Note,
    title: Words::fixed("企业名称里有字母或数字", "an enterprise's name holds Latin letters or digits"),
    demand: Words::fixed(
        "企业名称用规范汉字；早年登记的少数名称带有字母",
        "Names of enterprises are written in standard Chinese characters; a few old ones hold letters",
    ),
    help: Words::fixed(
        "与营业执照核对；网站名、商标和域名不是企业名称",
        "compare it with the licence; names of sites, trade marks and domains are no names of enterprises",
    ),
    sources: &[SC_734.article(5)],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("名称里有英文", "a name with English in it"),
        given: &[
            Given::Edit {
                file: "example/subject.yaml",
                old: "name: 杭州示例网络科技有限公司",
                new: "name: 杭州Example网络科技有限公司",
            },
            Given::Edit {
                file: "example/domains.yaml",
                old: "name: 杭州示例网络科技有限公司",
                new: "name: 杭州Example网络科技有限公司",
            },
        ],
        finds: &["example/subject/name", "F146 example/subject/name"],
    },
    keeps: Example {
        shows: Words::fixed("全是汉字", "Chinese characters throughout"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "name: 杭州示例网络科技有限公司" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(name) = case.subject.particulars.value.name.placed() else { return };
    let foreign = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９');
    if nature(case) != Some(Nature::Enterprise) || !name.value.contains(foreign) {
        return;
    }
    let text = &name.value;
    report.at(
        name.place,
        words!("企业名称“{text}”里有字母或数字", "the enterprise's name `{text}` holds Latin letters or digits"),
    );
}
