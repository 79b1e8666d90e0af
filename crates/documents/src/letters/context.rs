//! What the template of a letter sees; `docs/templates.md` tells it to those who write them.
//!
//! The values of core are seen as they are named there. What is written out here is what templates see in another
//! form: a closed list by its name, a choice as a word and what belongs to it.

use crate::templates::CONTEXT_VERSION;
use crate::value::{blank, text};
use beian_core::letter::{
    AccessLeft, ApprovalLine, Authorisation, Basis, CancelAccess, Change, Changed, Contact, Content, End, EndOf, Entry,
    Letter, Notice, Organiser, Other, Rename, ServiceLine, Signing, Statement, Task, TaskTime, Why,
};
use beian_core::words::Words;
use minijinja::Value;
use std::collections::BTreeMap;

/// What a template sees of a record: values by their names.
pub(super) type Names = BTreeMap<&'static str, Value>;

/// What every letter sees, and beside it the part of its kind.
pub(super) fn context(letter: &Letter) -> Names {
    let mut names = Names::from([
        ("context", Value::from(CONTEXT_VERSION)),
        // The day whose law is cited.
        ("as_of", Value::from(letter.day.to_string())),
        ("kind", Value::from(letter.kind.id())),
        ("title", letter.title.seen()),
        ("addressee", letter.addressee.seen()),
        ("procedure", Value::from(letter.procedure.to_string())),
        // What the organiser calls itself.
        ("we", Value::from(if letter.organiser.individual { "本人" } else { "本单位" })),
        ("organiser", letter.organiser.seen()),
        ("services", letter.services.seen()),
        ("signing", letter.signing.seen()),
        ("enclosures", letter.enclosures.seen()),
        ("contact", letter.contact.seen()),
        ("periods", periods(letter)),
    ]);
    names.extend(part(&letter.content));
    names
}

/// The lengths of periods by their ids, with `_` where those have `-`: in figures, and as letters write them.
fn periods(letter: &Letter) -> Value {
    let named = letter.periods.iter().map(|period| {
        let lengths = Names::from([("length", text(&period.words().zh)), ("written", text(&period.written()))]);
        (period.kind.id().replace('-', "_"), Value::from(lengths))
    });
    Value::from(named.collect::<BTreeMap<_, _>>())
}

fn part(content: &Content) -> Vec<(&'static str, Value)> {
    let one = match content {
        Content::Change(change) => ("change", change.seen()),
        Content::Rename(rename) => ("rename", rename.seen()),
        Content::End(end) => ("end", end.seen()),
        Content::CancelAccess(access) => ("access", access.seen()),
        Content::Other(other) => ("other", other.seen()),
        Content::Authorisation(authorisation) => ("authorisation", authorisation.seen()),
        Content::Pledge => ("pledge", true.seen()),
        Content::PriorApproval(statement) => {
            let asked = [("approved", statement.approved.seen()), ("filed", statement.filed.seen())];
            return vec![("approvals", statement.lines.seen()), ("asked", Value::from(Names::from(asked)))];
        }
        Content::Notice(notice) => ("notice", notice.seen()),
    };
    vec![one]
}

/// How a template sees a value.
trait Seen {
    fn seen(&self) -> Value;
}

/// Records that are seen as they are, with the fields that templates see.
macro_rules! seen {
    ($( $record:ident { $($field:ident),+ $(,)? } )+) => {
        $(
            impl Seen for $record {
                fn seen(&self) -> Value {
                    Value::from(Names::from([$( (stringify!($field), self.$field.seen()) ),+]))
                }
            }
        )+
    };
}

seen! {
    Organiser { individual, name, nature, certificate, certificate_number, number, address, principal }
    ServiceLine { kind, name, number, at, footer, content }
    Contact { name, mobile, email }
    Changed { of, label, old, new }
    Basis { document, number, date }
    Change { changes, reason, basis, effective, content_stays, holder_follows }
    Rename { old, new, certificate, certificate_number, basis, effective }
    CancelAccess { provider, until, reason, left }
    AccessLeft { service, providers }
    Other { name, number, domains, reason }
    Authorisation {
        legal_representative, person, certificate, certificate_number, post, department, of_subject, of_services,
    }
    Notice { tasks, effective, changes }
}

impl Seen for Signing {
    fn seen(&self) -> Value {
        let signer = Value::from(self.signer.words().zh.into_owned());
        Value::from(Names::from([("signer", signer), ("seal", self.seal.seen()), ("thumb", self.thumb.seen())]))
    }
}

impl Seen for End {
    fn seen(&self) -> Value {
        let of = match self.of {
            EndOf::Service => "service",
            EndOf::Subject => "subject",
            EndOf::Shell => "shell",
        };
        let (why, other) = match &self.why {
            Why::NoLongerRun => ("no-longer-run", None),
            Why::FiledAnew => ("filed-anew", None),
            Why::Other(reason) => ("other", Some(reason.seen())),
            Why::Unknown(entry) => ("other", Some(entry.seen())),
        };
        Value::from(Names::from([
            ("of", Value::from(of)),
            ("why", Value::from(why)),
            ("other", Value::from(other)),
            ("closed", self.closed.seen()),
            ("left_empty", self.left_empty.seen()),
            ("domains", self.domains.seen()),
            ("kept", self.kept.seen()),
        ]))
    }
}

impl Seen for ApprovalLine {
    fn seen(&self) -> Value {
        let none = Vec::new();
        let (statement, given) = match &self.statement {
            Statement::NotInvolved => ("not-involved", &none),
            Statement::Unknown => ("unknown", &none),
            Statement::Given(given) => ("given", given),
        };
        let one = |[kind, authority, number]: &[Entry; 3]| {
            Names::from([("kind", kind.seen()), ("authority", authority.seen()), ("number", number.seen())])
        };
        Value::from(Names::from([
            ("service", self.service.seen()),
            ("statement", Value::from(statement)),
            ("given", given.iter().map(one).collect()),
        ]))
    }
}

impl Seen for Task {
    fn seen(&self) -> Value {
        let (by, when) = match &self.time {
            TaskTime::By(day) => (Some(text(&day.to_string())), None),
            TaskTime::When(when) => (None, Some(when.id())),
        };
        Value::from(Names::from([
            ("by", Value::from(by)),
            ("when", Value::from(when)),
            ("role", Value::from(self.role.id())),
            ("title", self.title.seen()),
            ("name", self.name.seen()),
            ("what", Value::from(self.what.id())),
            ("of", self.of.seen()),
            ("provider", self.provider.seen()),
        ]))
    }
}

impl Seen for Entry {
    fn seen(&self) -> Value {
        match self {
            Self::Given(given) => text(given),
            Self::Open(label) => blank(label.clone()),
        }
    }
}

/// A text of the records; one without anything to read is left open like one that is missing.
impl Seen for String {
    fn seen(&self) -> Value {
        if self.trim().is_empty() { blank(NOTHING) } else { text(self) }
    }
}

/// What has to be written where the records hold an empty text.
const NOTHING: Words = Words::fixed("记录里没有写的内容", "what the records do not say");

impl Seen for bool {
    fn seen(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: Seen> Seen for Option<T> {
    fn seen(&self) -> Value {
        Value::from(self.as_ref().map(Seen::seen))
    }
}

impl<T: Seen> Seen for Vec<T> {
    fn seen(&self) -> Value {
        self.iter().map(Seen::seen).collect()
    }
}
