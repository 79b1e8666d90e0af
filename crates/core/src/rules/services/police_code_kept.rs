//! S145: the code of a filing with the police stands in the records.

use crate::law::{RECORD_FORMAT, UCLOUD_NOTICES};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::rules::numbers::police::holds_code;
use crate::rules::privacy::texts;
use crate::words::Words;

/// The code of a filing with the police stands in the records.
pub static RULE: Rule = Rule {
    code: "S145",
    name: "police-code-kept",
    severity: Severity::Warning,
    title: Words::fixed("公安联网备案数据码写进了记录", "the code of a filing with the police stands in the records"),
    demand: Words::fixed(
        "公安联网备案数据码是办理用的凭据，发放后 {police-code}内有效，不是号码：不展示，也不进仓库。看的是“数据码”\
         旁边的 32 位十六进制数",
        "The code by which a website is filed with the police opens the form for {police-code}; it is no number, is \
         not shown and does not belong in a repository. It is known by 32 hexadecimal digits beside the word 数据码",
    ),
    help: Words::fixed(
        "从记录里删去；已经推送出去、又还没失效的，向接入商换一个",
        "take it out of the records; if it was pushed and is still valid, ask the provider for another one",
    ),
    sources: &[RECORD_FORMAT.whole(), UCLOUD_NOTICES.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("备注里写了数据码", "a remark holds it"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "  commercial: false\n",
            new: "  commercial: false\n  remark: 公安联网备案数据码 0a1b2c3d4e5f60718293a4b5c6d7e8f9\n",
        }],
        finds: &["example/services/shop/remark"],
    },
    keeps: Example {
        shows: Words::fixed("只写办到哪一步", "what was done is told without it"),
        given: &[Given::Edit {
            file: "example/services.yaml",
            old: "  commercial: false\n",
            new: "  commercial: false\n  remark: 公安联网备案数据码已用过\n",
        }],
        finds: &[],
    },
};

/// The word by which such a code is known.
const WORD: &str = "数据码";
/// A text that holds both has so many bytes.
const SHORTEST: usize = WORD.len() + 32;

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let mut look = |place, text: &str| {
        if SHORTEST <= text.len() && text.contains(WORD) && holds_code(text) {
            let said = Words::fixed(
                "这里有公安联网备案数据码，它不该进仓库",
                "a code for the police stands here; it does not belong in a repository",
            );
            report.at(place, said);
        }
    };
    texts::each(case, &mut look);
}
