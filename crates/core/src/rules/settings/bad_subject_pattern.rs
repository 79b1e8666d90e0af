//! C203: a pattern can match no subject.

use crate::law::RECORD_FORMAT;
use crate::model::Glob;
use crate::rule::SettingsCase;
use crate::rule::{Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// A pattern can match no subject.
pub static RULE: Rule = Rule {
    code: "C203",
    name: "bad-subject-pattern",
    severity: Severity::Error,
    title: Words::fixed("主体的匹配写法没有意义", "a pattern can match no subject"),
    demand: Words::fixed(
        "级别里的主体按标识匹配：小写字母、数字、短横，加上 * 和 ?；写成路径的什么也匹配不到",
        "Subjects are matched by identity: a-z, 0-9 and dash, with * and ?; a path matches nothing",
    ),
    help: Words::fixed("写主体的标识，如 zhejiang-*", "write identities, as in zhejiang-*"),
    sources: &[RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Settings(check),
    breaks: Example {
        shows: Words::fixed("把路径当标识", "a path for an identity"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                levels:
                  - rules: alias-term
                    subjects: records/example
                    level: allow
            "},
        }],
        finds: &["beian/levels/0/subjects"],
    },
    keeps: Example {
        shows: Words::fixed("按标识", "by identity"),
        given: &[Given::File {
            file: "../beian.yaml",
            text: yaml! {"
                sample: true
                levels:
                  - rules: alias-term
                    subjects: exam*
                    level: allow
            "},
        }],
        finds: &[],
    },
};

fn check(case: &SettingsCase<'_>, report: &mut Report<'_>) {
    for row in case.settings.levels.items() {
        for pattern in row.value.subjects.known().into_iter().flat_map(|subjects| &subjects.0) {
            if let Err(why) = Glob::parse(&pattern.value) {
                report.at(pattern.place, why);
            }
        }
    }
}
