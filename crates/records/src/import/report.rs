//! What an import did, in words and for programs.

use super::lay::{Done, Laid};
use super::plan::{FileOutcome, PlannedSubject};
use super::refusal::Refusal;
use beian_core::words;
use beian_core::words::{Lang, Words};
use serde_json::{Value, json};

/// The report for people: a line a file and a few a subject. The lines hold names of files and
/// words of the registry as they are; whoever prints them makes them safe to print.
#[must_use]
pub fn text(done: &Done, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &done.plan.files {
        lines.push(format!("{}: {}", file.answer.source, became(file).get(lang)));
        lines.extend(remarks(file).iter().map(|remark| format!("  {}", remark.get(lang))));
    }
    for (subject, laid) in done.plan.subjects.iter().zip(&done.laid) {
        lines.push(format!("{}/ {}", subject.folder, laid_words(subject, laid).get(lang)));
        lines.extend(about(subject).iter().map(|remark| format!("  {}", remark.get(lang))));
    }
    lines.push(sum(done).get(lang).to_owned());
    lines
}

/// Only what was refused, a line each.
#[must_use]
pub fn refusals(done: &Done, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &done.plan.files {
        if file.answer.refusal.is_some() {
            lines.push(format!("{}: {}", file.answer.source, became(file).get(lang)));
        }
        let refused = file.answer.refused.iter().map(|(place, why)| record_refused(*place, why));
        lines.extend(refused.map(|words| format!("{}: {}", file.answer.source, words.get(lang))));
    }
    for (subject, laid) in done.plan.subjects.iter().zip(&done.laid) {
        if matches!(laid, Laid::Refused(_)) {
            lines.push(format!("{}/ {}", subject.folder, laid_words(subject, laid).get(lang)));
        }
    }
    lines
}

/// The report for programs, version 1.
#[must_use]
pub fn json(done: &Done, lang: Lang) -> Value {
    let files = done.plan.files.iter().map(|file| {
        let answer = &file.answer;
        let told = |refusal: &Refusal| json!({ "name": refusal.name(), "reason": refusal.words().get(lang) });
        let refused = answer.refused.iter().map(
            |(place, refusal)| json!({ "record": place, "name": refusal.name(), "reason": refusal.words().get(lang) }),
        );
        json!({
            "source": answer.source,
            "sha256": answer.sha256,
            "saved": answer.day.map(|day| day.to_string()),
            "became": became_name(file),
            "records": answer.rows.len(),
            "nothing": answer.nothing,
            "absent": file.absent,
            "subjects": file.folders,
            "refusal": answer.refusal.as_ref().map(told),
            "refused": refused.collect::<Vec<_>>(),
        })
    });
    let subjects = done.plan.subjects.iter().zip(&done.laid).map(|(subject, laid)| {
        let conflicts = subject.conflicts.iter().map(|it| {
            json!({
                "fact": it.fact, "kept": it.kept, "kept_from": it.kept_from,
                "dropped": it.dropped, "dropped_from": it.dropped_from,
            })
        });
        let (became, reason) = match laid {
            Laid::Written => ("written", None),
            Laid::Planned => ("planned", None),
            Laid::Unchanged => ("unchanged", None),
            Laid::Refused(why) => ("refused", Some(why.get(lang))),
        };
        json!({
            "folder": subject.folder,
            "name": subject.subject.particulars.value.name.known().map(|name| &**name),
            "became": became,
            "reason": reason,
            "files": subject.files.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            "sources": subject.sources,
            "services": subject.subject.services.len(),
            "conflicts": conflicts.collect::<Vec<_>>(),
            "notes": subject.notes.iter().map(|note| note.get(lang)).collect::<Vec<_>>(),
            "unknown": subject.unknown.get(lang),
        })
    });
    json!({
        "version": 1,
        "refused": done.is_refused(),
        "files": files.collect::<Vec<_>>(),
        "subjects": subjects.collect::<Vec<_>>(),
    })
}

fn became_name(file: &FileOutcome) -> &'static str {
    let answer = &file.answer;
    match () {
        () if answer.refusal.is_some() => "refused",
        () if !answer.rows.is_empty() => "records",
        () if !answer.blacklist.is_empty() => "blacklist",
        () => "nothing",
    }
}

fn became(file: &FileOutcome) -> Words {
    let answer = &file.answer;
    if let Some(refusal) = &answer.refusal {
        let Words { zh, en } = refusal.words();
        return words!("拒收：{zh}", "refused: {en}");
    }
    if !answer.rows.is_empty() {
        let (count, folders) = (answer.rows.len(), file.folders.join(" "));
        let day = answer.day.map(|day| day.to_string()).unwrap_or_default();
        let records = plural(count, "record");
        return words!("{count} 条记录，{day} → {folders}", "{records}, {day} → {folders}");
    }
    if answer.blacklist.is_empty() {
        return Words::fixed(
            "无记录：没有查到，不能证明没有备案，不作依据",
            "no record: nothing was found, which proves nothing and is no evidence",
        );
    }
    let listed = answer.blacklist.iter().filter(|it| it.level.as_deref().is_some_and(|level| level != "2")).count();
    words!(
        "黑名单查询的应答，其中 {listed} 条有记录；记录里不收黑名单",
        "an answer about the blacklist, {listed} of it recorded there; records do not hold it"
    )
}

/// What else is to be said of a file.
fn remarks(file: &FileOutcome) -> Vec<Words> {
    let answer = &file.answer;
    let mut remarks = Vec::new();
    if 0 < file.absent {
        let (absent, missing) = (file.absent, plural(file.absent, "record"));
        remarks.push(words!(
            "这只是清单的一部分，还缺 {absent} 条；请把其余各页一起导入",
            "only a part of a list, {missing} missing; import the other pages with it"
        ));
    }
    if !answer.rows.is_empty() && !answer.nothing.is_empty() {
        let (count, names) = (answer.nothing.len(), plural(answer.nothing.len(), "name"));
        remarks
            .push(words!("{count} 个名称没有查到，不作依据", "nothing was found under {names}, which is no evidence"));
    }
    remarks.extend(answer.refused.iter().take(MOST_REMARKS).map(|(place, why)| record_refused(*place, why)));
    if let Some(rest) = answer.refused.len().checked_sub(MOST_REMARKS).filter(|rest| 0 < *rest) {
        remarks.push(words!("另有 {rest} 条拒收，见 --format json", "{rest} more refused: see --format json"));
    }
    remarks
}

fn record_refused(place: usize, refusal: &Refusal) -> Words {
    let Words { zh, en } = refusal.words();
    words!("第 {place} 条拒收：{zh}", "record {place} refused: {en}")
}

fn laid_words(subject: &PlannedSubject, laid: &Laid) -> Words {
    let name = subject.subject.particulars.value.name.known().map_or("", |name| &**name);
    let (services, files) = (subject.subject.services.len(), subject.files.len());
    let (of_services, of_files) = (plural(services, "service"), plural(files, "file"));
    match laid {
        Laid::Written => {
            words!("已写入 {files} 个文件：{name}，{services} 个服务", "{of_files} written: {name}, {of_services}")
        }
        Laid::Planned => words!(
            "将写入 {files} 个文件：{name}，{services} 个服务",
            "{of_files} to be written: {name}, {of_services}"
        ),
        Laid::Unchanged => words!("没有变化：{name}", "unchanged: {name}"),
        Laid::Refused(why) => {
            let Words { zh, en } = why;
            words!("拒收：{zh}", "refused: {en}")
        }
    }
}

/// What is to be said of a subject: where answers differ, what is odd, what is not known.
fn about(subject: &PlannedSubject) -> Vec<Words> {
    let conflict = |it: &super::Conflict| {
        let (fact, kept, from, dropped, other) = (&it.fact, &it.kept, &it.kept_from, &it.dropped, &it.dropped_from);
        words!(
            "应答不一致：{fact} 取较新的“{kept}”（{from}），不取“{dropped}”（{other}）",
            "answers differ: {fact} is `{kept}` by the later one ({from}), `{dropped}` in {other}"
        )
    };
    let remarks = subject.conflicts.len() + subject.notes.len();
    let all = subject.conflicts.iter().map(conflict).chain(subject.notes.iter().cloned());
    let mut about: Vec<_> = all.take(MOST_REMARKS).collect();
    if MOST_REMARKS < remarks {
        let rest = remarks - MOST_REMARKS;
        about.push(words!("另有 {rest} 条说明，见 --format json", "{rest} more remarks: see --format json"));
    }
    about.push(subject.unknown.clone());
    about
}

/// How many remarks on a subject are shown to people.
const MOST_REMARKS: usize = 20;

/// `1 record`, `2 records`.
fn plural(count: usize, of: &str) -> String {
    if count == 1 { format!("1 {of}") } else { format!("{count} {of}s") }
}

fn sum(done: &Done) -> Words {
    let count = |wanted: fn(&Laid) -> bool| done.laid.iter().filter(|laid| wanted(laid)).count();
    let written = count(|laid| matches!(laid, Laid::Written | Laid::Planned));
    let unchanged = count(|laid| *laid == Laid::Unchanged);
    let refused = done.plan.files.iter().filter(|file| file.answer.is_refused()).count()
        + count(|laid| matches!(laid, Laid::Refused(_)));
    let files = done.plan.files.len();
    let (of_files, of_subjects, refusals) =
        (plural(files, "file"), plural(written, "subject"), plural(refused, "refusal"));
    if done.laid.contains(&Laid::Planned) {
        return words!(
            "{files} 个文件：将写入 {written} 个主体，{unchanged} 个没有变化，{refused} 处拒收；--dry-run，\
             什么也没有写",
            "{of_files}: {of_subjects} to be written, {unchanged} unchanged, {refusals}; nothing written, as asked by \
             --dry-run"
        );
    }
    words!(
        "{files} 个文件：写入 {written} 个主体，{unchanged} 个没有变化，{refused} 处拒收",
        "{of_files}: {of_subjects} written, {unchanged} unchanged, {refusals}"
    )
}
