//! What the template of one kind of letter sees besides what all see.

use super::context::{ServiceContext, value, values};
use crate::value::text;
use beian_core::letter::{
    ApprovalLine, Authorisation, Basis, CancelAccess, Change, Changed, Content, End, EndOf, Entry, Notice, Other,
    Rename, Statement, Task, TaskTime, Why,
};
use minijinja::Value;
use serde::Serialize;

/// The part of one kind, under its name.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ContentContext {
    Change(ChangeContext),
    Rename(RenameContext),
    End(EndContext),
    Access(AccessContext),
    Other(OtherContext),
    Authorisation(AuthorisationContext),
    Pledge(bool),
    Approvals(Vec<ApprovalContext>),
    Notice(NoticeContext),
}

impl ContentContext {
    pub(super) fn of(content: &Content) -> Self {
        match content {
            Content::Change(change) => Self::Change(ChangeContext::of(change)),
            Content::Rename(rename) => Self::Rename(RenameContext::of(rename)),
            Content::End(end) => Self::End(EndContext::of(end)),
            Content::CancelAccess(access) => Self::Access(AccessContext::of(access)),
            Content::Other(other) => Self::Other(OtherContext::of(other)),
            Content::Authorisation(one) => Self::Authorisation(AuthorisationContext::of(one)),
            Content::Pledge => Self::Pledge(true),
            Content::PriorApproval(lines) => Self::Approvals(lines.iter().map(ApprovalContext::of).collect()),
            Content::Notice(notice) => Self::Notice(NoticeContext::of(notice)),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ChangedContext {
    of: Value,
    label: Value,
    old: Option<Value>,
    new: Option<Value>,
}

fn changed(list: &[Changed]) -> Vec<ChangedContext> {
    let one = |changed: &Changed| ChangedContext {
        of: text(&changed.of),
        label: text(&changed.label),
        old: changed.old.as_ref().map(value),
        new: changed.new.as_ref().map(value),
    };
    list.iter().map(one).collect()
}

#[derive(Serialize)]
pub(super) struct BasisContext {
    document: Value,
    number: Value,
    date: Value,
}

impl BasisContext {
    fn of(basis: &Basis) -> Self {
        Self { document: value(&basis.document), number: value(&basis.number), date: value(&basis.date) }
    }
}

#[derive(Serialize)]
pub(super) struct ChangeContext {
    changes: Vec<ChangedContext>,
    reason: Value,
    basis: Option<BasisContext>,
    effective: Value,
    content_stays: bool,
    holder_follows: bool,
}

impl ChangeContext {
    fn of(change: &Change) -> Self {
        Self {
            changes: changed(&change.changes),
            reason: value(&change.reason),
            basis: change.basis.as_ref().map(BasisContext::of),
            effective: value(&change.effective),
            content_stays: change.content_stays,
            holder_follows: change.holder_follows,
        }
    }
}

#[derive(Serialize)]
pub(super) struct RenameContext {
    old: Value,
    new: Value,
    certificate: Value,
    certificate_number: Option<Value>,
    basis: BasisContext,
    effective: Value,
}

impl RenameContext {
    fn of(rename: &Rename) -> Self {
        Self {
            old: value(&rename.old),
            new: value(&rename.new),
            certificate: value(&rename.certificate),
            certificate_number: rename.certificate_number.as_ref().map(value),
            basis: BasisContext::of(&rename.basis),
            effective: value(&rename.effective),
        }
    }
}

#[derive(Serialize)]
pub(super) struct EndContext {
    of: &'static str,
    /// `no-longer-run`, `filed-anew` or `other`.
    why: &'static str,
    other: Option<Value>,
    closed: Value,
    left_empty: bool,
    domains: Vec<Value>,
    kept: Vec<Value>,
}

impl EndContext {
    fn of(end: &End) -> Self {
        let (why, other) = match &end.why {
            Why::NoLongerRun => ("no-longer-run", None),
            Why::FiledAnew => ("filed-anew", None),
            Why::Other(reason) => ("other", Some(text(reason))),
            Why::Unknown(entry) => ("other", Some(value(entry))),
        };
        let of = match end.of {
            EndOf::Service => "service",
            EndOf::Subject => "subject",
            EndOf::Shell => "shell",
        };
        Self {
            of,
            why,
            other,
            closed: value(&end.closed),
            left_empty: end.left_empty,
            domains: values(&end.domains),
            kept: values(&end.kept),
        }
    }
}

#[derive(Serialize)]
pub(super) struct AccessContext {
    provider: Value,
    until: Value,
    reason: Value,
    left: Vec<LeftContext>,
}

#[derive(Serialize)]
pub(super) struct LeftContext {
    service: Value,
    providers: Vec<Value>,
}

impl AccessContext {
    fn of(access: &CancelAccess) -> Self {
        let left = access.left.iter();
        Self {
            provider: value(&access.provider),
            until: value(&access.until),
            reason: value(&access.reason),
            left: left
                .map(|left| LeftContext { service: value(&left.service), providers: values(&left.providers) })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct OtherContext {
    name: Value,
    number: Value,
    domains: Vec<Value>,
    reason: Value,
}

impl OtherContext {
    fn of(other: &Other) -> Self {
        Self {
            name: value(&other.name),
            number: value(&other.number),
            domains: values(&other.domains),
            reason: value(&other.reason),
        }
    }
}

#[derive(Serialize)]
pub(super) struct AuthorisationContext {
    legal_representative: Value,
    person: Value,
    certificate: Value,
    certificate_number: Value,
    post: Value,
    department: Value,
    of_subject: bool,
    of_services: bool,
}

impl AuthorisationContext {
    fn of(one: &Authorisation) -> Self {
        Self {
            legal_representative: value(&one.legal_representative),
            person: value(&one.person),
            certificate: value(&one.certificate),
            certificate_number: value(&one.certificate_number),
            post: value(&one.post),
            department: value(&one.department),
            of_subject: one.of_subject,
            of_services: one.of_services,
        }
    }
}

#[derive(Serialize)]
pub(super) struct ApprovalContext {
    service: ServiceContext,
    /// `not-involved`, `given` or `unknown`.
    statement: &'static str,
    given: Vec<GivenContext>,
}

#[derive(Serialize)]
pub(super) struct GivenContext {
    kind: Value,
    authority: Value,
    number: Value,
}

impl ApprovalContext {
    fn of(line: &ApprovalLine) -> Self {
        let (statement, given) = match &line.statement {
            Statement::NotInvolved => ("not-involved", Vec::new()),
            Statement::Unknown => ("unknown", Vec::new()),
            Statement::Given(given) => {
                let one = |[kind, authority, number]: &[Entry; 3]| GivenContext {
                    kind: value(kind),
                    authority: value(authority),
                    number: value(number),
                };
                ("given", given.iter().map(one).collect())
            }
        };
        Self { service: ServiceContext::of(&line.service), statement, given }
    }
}

#[derive(Serialize)]
pub(super) struct NoticeContext {
    tasks: Vec<TaskContext>,
    effective: Value,
    changes: Vec<ChangedContext>,
}

#[derive(Serialize)]
pub(super) struct TaskContext {
    by: Option<Value>,
    when: Option<&'static str>,
    who: Value,
    what: Value,
}

impl NoticeContext {
    fn of(notice: &Notice) -> Self {
        let one = |task: &Task| {
            let (by, when) = match &task.time {
                TaskTime::By(day) => (Some(text(&day.to_string())), None),
                TaskTime::Said(said) => (None, Some(*said)),
            };
            TaskContext { by, when, who: text(&task.who), what: text(&task.what) }
        };
        Self {
            tasks: notice.tasks.iter().map(one).collect(),
            effective: value(&notice.effective),
            changes: changed(&notice.changes),
        }
    }
}
