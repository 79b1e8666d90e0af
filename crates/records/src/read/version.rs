//! The version of the format that records declare, held against what stands in them.

use super::context::Context;
use beian_core::model::{FIRST_FORMAT, FORMAT, Subject};
use beian_core::record::Place;
use beian_core::rule::{Finding, Rule};
use beian_core::rules::form as rules;
use beian_core::words;

/// What a later version of the format may allow: told of records of that version, it would be a
/// guess.
const MAY_COME: [&Rule; 5] = [
    &rules::unknown_key::RULE,
    &rules::unknown_term::RULE,
    &rules::unknown_file::RULE,
    &rules::unreadable_value::RULE,
    &rules::wrong_kind::RULE,
];

/// Tells records of a version that this program does not know, and records that declare an older
/// one than they need.
pub(super) fn judge(subject: &Subject, context: &mut Context) {
    let particulars = &subject.particulars;
    let format = particulars.value.format.placed();
    let declared = format.map_or(FIRST_FORMAT, |format| format.value.0);
    let place = format.map_or(particulars.place, |format| format.place);
    if FORMAT < declared {
        context.findings.retain(|finding| MAY_COME.iter().all(|rule| rule.code != finding.rule.code));
        let message = words!(
            "记录是为更新的 beian 写的：格式 {declared}；这个版本读到格式 {FORMAT} 为止",
            "the records are written for a newer beian: format {declared}; this version reads up to format {FORMAT}"
        );
        context.findings.push(Finding::new(&rules::unknown_format::RULE, place, message));
    } else if declared < FIRST_FORMAT {
        let message = words!(
            "没有记录格式 {declared}；这个版本读写格式 {FIRST_FORMAT} 到 {FORMAT}",
            "there is no format {declared}; this version reads and writes formats {FIRST_FORMAT} to {FORMAT}"
        );
        let mut finding = Finding::new(&rules::unknown_format::RULE, place, message);
        finding.help(words!("写 format: {FIRST_FORMAT}", "write `format: {FIRST_FORMAT}`"));
        context.findings.push(finding);
    } else {
        older(subject, declared, place, context);
    }
}

/// Tells that the records need a later version than they declare: an older program would take
/// their keys for misspelt ones.
fn older(subject: &Subject, declared: u32, place: Place, context: &mut Context) {
    if subject.is_unread("subject") {
        return;
    }
    let of_letters = subject.official.iter().filter_map(|letter| letter.record.value.needs_format());
    let of_letters = of_letters.map(|(version, due)| (version, due.place, "due"));
    let of_keys = context.newer.iter().map(|(version, (place, key))| (*version, *place, *key));
    let Some((needed, key_place, key)) = of_keys.chain(of_letters).max_by_key(|(version, ..)| *version) else { return };
    if needed <= declared {
        return;
    }
    let message = words!(
        "这里用了格式 {needed} 的写法（{key}），声明的是格式 {declared}",
        "what stands here is of format {needed} (`{key}`), and format {declared} is declared"
    );
    let mut finding = Finding::new(&rules::older_format_declared::RULE, place, message);
    finding.help(words!("写 format: {needed}", "write `format: {needed}`"));
    finding.related(key_place, words!("{key} 随格式 {needed} 而来", "`{key}` came with format {needed}"));
    context.findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::FORMAT;
    use crate::limits::Limits;
    use crate::raw::{Content, RawFile, RawSubject};
    use crate::read::read_subject;
    use crate::write::subject_files;

    const SERVICES: &str = "shop:\n  kind: 网站\n  owner: 市场部\n";

    fn raw(files: &[(&str, &str)]) -> RawSubject {
        let file = |(name, text): &(&str, &str)| RawFile {
            name: (*name).to_owned(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        };
        RawSubject { folder: "example".to_owned(), files: files.iter().map(file).collect() }
    }

    fn codes(files: &[(&str, &str)]) -> Vec<&'static str> {
        let raw = raw(files);
        let read = read_subject(&raw, &Limits::default());
        read.findings.iter().map(|finding| finding.rule.code).collect()
    }

    #[test]
    fn a_newer_format_is_told_and_not_its_keys_and_words() {
        let newer = format!("format: {}\nname: 示例\nnature: 太空机构\nplanet: 火星\n", FORMAT + 1);
        let services = "shop:\n  kind: 全息站\n  orbit: 3\n  domains: example.com\n  opened: 明天\n";
        let files = [("subject.yaml", newer.as_str()), ("services.yaml", services), ("orbits.yaml", "a: b\n")];
        assert_eq!(codes(&files), ["C122"]);
        let misspelt = newer.replace(&format!("format: {}", FORMAT + 1), &format!("format: {FORMAT}"));
        let files = [("subject.yaml", misspelt.as_str()), ("services.yaml", services), ("orbits.yaml", "a: b\n")];
        assert!(codes(&files).contains(&"C115"), "{:?}", codes(&files));
    }

    #[test]
    fn what_needs_a_later_format_says_so_once_at_its_place() {
        let letter = "kind: 其他\ndue: 2026-12-01T17:00:00+08:00\n";
        for (services, letter) in [(SERVICES, "kind: 其他\ndue: 2026-12-01\n"), ("shop:\n  kind: 网站\n", letter)] {
            let rest = [("services.yaml", services), ("official/2026-11-01-a.yaml", letter)];
            let with = |subject| [[("subject.yaml", subject)].as_slice(), &rest].concat();
            assert_eq!(codes(&with("format: 1\nname: 示例\n")), ["C131"]);
            assert_eq!(codes(&with("name: 示例\n")), ["C131"]);
            assert!(codes(&with("format: 2\nname: 示例\n")).is_empty());
        }
    }

    #[test]
    fn what_is_written_declares_the_version_that_it_needs() {
        let written = |services: &str, subject: &str| {
            let raw = raw(&[("subject.yaml", subject), ("services.yaml", services)]);
            subject_files(&read_subject(&raw, &Limits::default()).subject).remove(0).1
        };
        assert_eq!(written(SERVICES, "format: 1\nname: 示例\n"), "format: 2\nname: 示例\n");
        assert_eq!(written(SERVICES, "name: 示例\n"), "format: 2\nname: 示例\n");
        assert_eq!(written("shop:\n  kind: 网站\n", "format: 1\nname: 示例\n"), "format: 1\nname: 示例\n");
    }
}
