//! The dossier of a subject of which one file is a stranger's.

use super::subject::{TODAY, amended, findings};
use beian_core::day::Day;
use beian_core::filed::{past, replay};
use beian_core::tables::Tables;
use beian_core::words::Lang;
use beian_documents::dossier::{Audience, Days, Dossiers, Finding, Input, Terms};
use beian_documents::{Templates, html};
use beian_records::limits::Limits;
use beian_records::read::{ReadSubject, read_subject};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static BUILTIN: LazyLock<Dossiers> =
    LazyLock::new(|| Dossiers::new(&Templates::builtin()).expect("the built-in templates"));

/// For whom a dossier is, and of which day.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) audience: Audience,
    pub(super) as_of: Day,
}

/// The first byte says for whom the dossier is, and of today or of an earlier day; the second which file
/// the others are.
pub(super) fn dossier(data: &[u8]) -> String {
    let Some((how, data)) = data.split_first() else { return String::new() };
    let audience = [Audience::Public, Audience::Auditor, Audience::Internal][usize::from(how % 3)];
    let as_of = if how / 3 % 2 == 0 { TODAY } else { Day::of(2022, 6, 1) };
    let raw = amended(data);
    document(&BUILTIN, &read_subject(&raw, &Limits::default()), Asked { audience, as_of })
}

/// A dossier as Markdown and as a page, or why there is none.
pub(super) fn document(dossiers: &Dossiers, read: &ReadSubject<'_>, asked: Asked) -> String {
    let days = Days { known: TODAY, as_of: asked.as_of, today: TODAY };
    let (subject, on_file, of_orders, left_out) = if days.is_past() {
        let past = past(&read.subject, asked.as_of);
        (Cow::Owned(past.subject), past.on_file, past.asked, past.left_out)
    } else {
        let on_file = replay(&read.subject.filings, asked.as_of);
        (Cow::Borrowed(&read.subject), on_file, BTreeMap::new(), BTreeSet::new())
    };
    let found: Vec<Finding> = findings(read).into_iter().map(|one| read.locate(one)).map(finding).collect();
    let input = Input {
        terms: Terms {
            days,
            audience: asked.audience,
            reveal: false,
            evidence: false,
            lang: Lang::Zh,
            sample: true,
            commit: None,
            in_git: false,
            is_revision: false,
            tool: "beian",
            rules: "rules",
            tables: Tables::builtin(),
            overlays: &[],
            unused: &[],
        },
        subject: &subject,
        on_file: &on_file,
        asked: &of_orders,
        left_out: &left_out,
        findings: &found,
        waived: &[],
        adopted: &[],
        evidence: None,
        history: None,
        is_changed: false,
    };
    match dossiers.dossier(&input) {
        Ok((text, entry)) => {
            let text = String::from_utf8(text).expect("a document is text");
            let page = html::page(&entry.name, &text, Lang::Zh);
            text + &page
        }
        Err(error) => format!("{error:?}"),
    }
}

fn finding(found: beian_records::locate::Located) -> Finding {
    Finding { rule: found.rule, severity: found.severity, fact: found.fact, message: found.message, help: found.help }
}
