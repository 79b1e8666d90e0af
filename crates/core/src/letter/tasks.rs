//! Who in the house does what by when.

use super::content::ServiceLine;
use super::entry::Entry;
use super::matter::Matter;
use super::task::TaskRole::{Clerk, Operator};
use super::task::TaskTime::When;
use super::task::TaskWhen::{AfterApproval, BeforeApplication, BeforeApproval, BeforeOrder};
use super::task::{Task, TaskKind as Kind, TaskRole, TaskTime, TaskWhen};
use super::{call, ending, parts};
use crate::change::{Fact, PersonField, ServiceField as S, SubjectField as F};
use crate::procedure::PartDue;
use crate::vocabulary::{LetterKind, Procedure};
use crate::words::Lang;

/// The tasks of an internal notice.
pub(super) fn tasks(matter: &Matter<'_>, kind: LetterKind, services: &[ServiceLine]) -> Vec<Task> {
    let mut list = List { matter, tasks: Vec::new() };
    if kind == LetterKind::ChangeNotice {
        list.change();
    } else if matter.procedure == Procedure::CancelAccess {
        list.access_ends();
    } else {
        list.end(services);
    }
    list.tasks
}

struct List<'m, 'a> {
    matter: &'m Matter<'a>,
    tasks: Vec<Task>,
}

impl List<'_, '_> {
    fn add(&mut self, time: TaskTime, role: TaskRole, what: Kind) -> &mut Task {
        let name = match role {
            TaskRole::Principal => self.principal(),
            TaskRole::Clerk | TaskRole::Operator | TaskRole::Receiver => None,
        };
        let task = Task { time, role, title: None, name, what, of: Vec::new(), provider: None };
        self.tasks.push_mut(task)
    }

    /// The same with what it is done with; nothing where that is nothing.
    fn add_of(&mut self, time: TaskTime, role: TaskRole, what: Kind, of: Vec<String>) {
        if !of.is_empty() {
            self.add(time, role, what).of = of;
        }
    }

    fn change(&mut self) {
        let renamed = self.matter.changes(|fact| *fact == Fact::Subject(F::Name));
        if renamed {
            self.add(When(BeforeOrder), Operator, Kind::VerifyDomains);
        }
        self.submit();
        self.under_review();
        if renamed {
            self.add(When(AfterApproval), Clerk, Kind::FollowName);
        }
        for name in self.dropped_domains() {
            self.add_of(When(AfterApproval), Operator, Kind::DropDomains, vec![name]);
        }
        self.recorded();
    }

    fn end(&mut self, services: &[ServiceLine]) {
        let end = self.end_day();
        self.add(When(BeforeApplication), TaskRole::Principal, Kind::ConfirmEnd);
        self.add_of(end, Operator, Kind::StopServices, given(services.iter().map(|service| &service.name)));
        self.add_of(end, Operator, Kind::WithdrawDomains, ending::domains(self.matter).0);
        self.add_of(end, Operator, Kind::TakeNumbersDown, given(services.iter().map(|service| &service.footer)));
        self.submit_end();
        self.under_review();
        if !services.is_empty() {
            self.add(When(BeforeApproval), Operator, Kind::KeepServers);
        }
        self.add_of(When(AfterApproval), Clerk, Kind::DeregisterPolice, self.police());
        self.recorded();
    }

    fn access_ends(&mut self) {
        let keys = self.matter.services();
        let (left, empty): (Vec<String>, Vec<String>) =
            keys.into_iter().partition(|key| !ending::providers_left(self.matter, key).is_empty());
        let names =
            |keys: &[String]| keys.iter().filter_map(|key| self.matter.before.service_text(key, S::Name)).collect();
        let (left, empty): (Vec<String>, Vec<String>) = (names(&left), names(&empty));
        self.add_of(When(BeforeApplication), Operator, Kind::SwitchProviders, left);
        self.add_of(When(BeforeApplication), Clerk, Kind::FindProvider, empty);
        let provider = self.matter.provider.clone();
        self.add(self.end_day(), Clerk, Kind::CancelAccess).provider = provider;
        self.recorded();
    }

    /// What ends is filed on the day of its end; an empty subject when nobody objects.
    fn submit_end(&mut self) {
        let time = match self.matter.procedure {
            Procedure::DeregisterEmptyShell => When(TaskWhen::WhenChecked),
            _ => self.end_day(),
        };
        self.order(time);
    }

    /// A change, by the day that the law sets.
    fn submit(&mut self) {
        let due = self.matter.needs.due.as_ref();
        let rests = self.matter.changes(call::rests_on_document);
        let time = match due.and_then(|due| due.day) {
            _ if rests => When(TaskWhen::WithDocument),
            Some(day) => TaskTime::By(day),
            None => When(TaskWhen::AheadOfEffect),
        };
        self.order(time);
        self.dues();
    }

    /// By when the other facts of the order are due, where a document asks for haste.
    fn dues(&mut self) {
        let first = self.matter.needs.due.clone();
        let others: Vec<PartDue> =
            self.matter.needs.dues.iter().filter(|part| Some(&part.due) != first.as_ref()).cloned().collect();
        for part in others {
            let time = part.due.day.map_or(When(TaskWhen::AheadOfEffect), TaskTime::By);
            self.add_of(time, Clerk, Kind::SameOrder, part.names(Lang::Zh));
        }
    }

    fn order(&mut self, time: TaskTime) {
        let (name, provider) = (self.clerk(), self.matter.provider.clone());
        let what = match self.matter.procedure {
            Procedure::DeregisterEmptyShell => Kind::SubmitOnPaper,
            _ => Kind::SubmitOrder,
        };
        let task = self.add(time, Clerk, what);
        (task.name, task.provider) = (name, provider);
    }

    fn under_review(&mut self) {
        if self.matter.procedure == Procedure::DeregisterEmptyShell {
            return;
        }
        let name = self.clerk();
        self.add(When(TaskWhen::FirstReview), Clerk, Kind::AnswerProvider).name = name;
        for receiver in self.matter.needs.sms.clone() {
            let name = self.matter.after.person_text(&receiver.person, PersonField::Name);
            let task = self.add(When(TaskWhen::WithMessage), TaskRole::Receiver, Kind::EnterCode);
            (task.title, task.name) = (Some(receiver.role.zh.into_owned()), name);
        }
        self.add(When(TaskWhen::Review), Clerk, Kind::LeaveAlone);
    }

    fn recorded(&mut self) {
        self.add(When(AfterApproval), Clerk, Kind::Record);
    }

    fn end_day(&self) -> TaskTime {
        let due = self.matter.needs.due.as_ref().and_then(|due| due.day);
        parts::effective(self.matter).or(due).map_or(When(TaskWhen::AtTheEnd), TaskTime::By)
    }

    fn clerk(&self) -> Option<String> {
        parts::contact(self.matter).name.given().map(str::to_owned)
    }

    fn principal(&self) -> Option<String> {
        let state = self.matter.standing();
        let key = state.subject_text(F::Principal);
        state.person(key.as_deref(), Fact::Subject(F::Principal).words()).given().map(str::to_owned)
    }

    fn dropped_domains(&self) -> Vec<String> {
        let matter = self.matter;
        let changed = matter.facts.iter().filter_map(|change| match &change.fact {
            Fact::Service(key, S::Domains) => Some(key),
            _ => None,
        });
        changed
            .flat_map(|key| {
                let now = matter.after.domains(key);
                matter.before.domains(key).into_iter().filter(move |name| !now.contains(name))
            })
            .collect()
    }

    fn police(&self) -> Vec<String> {
        let keys = if self.matter.procedure == Procedure::DeregisterService {
            self.matter.services()
        } else {
            ending::in_order(self.matter)
        };
        keys.iter().filter_map(|key| self.matter.before.service_text(key, S::PoliceNumber)).collect()
    }
}

fn given<'e>(entries: impl Iterator<Item = &'e Entry>) -> Vec<String> {
    let mut found: Vec<String> = entries.filter_map(Entry::given).map(str::to_owned).collect();
    found.dedup();
    found
}
