//! What one changed fact asks for, before the facts of a subject are joined into orders.

use super::verdict::{LawfulRoute, Reason};
use crate::change::{Change, Fact, SubjectField};
use crate::law::Citation;
use crate::vocabulary::Procedure;
use crate::words::Words;

/// What a change asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ask {
    /// An order.
    File(Procedure),
    /// No order.
    Nothing(Reason),
    /// It cannot be had this way.
    Never(Box<Ban>),
}

/// Why something is forbidden, and how it can be had lawfully.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ban {
    pub(super) why: Words,
    pub(super) routes: Vec<LawfulRoute>,
    pub(super) notes: Vec<Words>,
    pub(super) citations: Vec<Citation>,
    /// The fact that cannot be changed, where it is not the one that asked.
    pub(super) fact: Option<Fact>,
    /// Whether sources disagree, so that the authority has to be asked first.
    pub(super) disputed: bool,
}

impl Ban {
    pub(super) fn new(why: Words, citations: &[Citation]) -> Self {
        Self { why, routes: Vec::new(), notes: Vec::new(), citations: citations.to_vec(), fact: None, disputed: false }
    }

    pub(super) fn route(mut self, steps: &[Procedure]) -> Self {
        self.routes.push(LawfulRoute { steps: steps.to_vec() });
        self
    }

    pub(super) fn note(mut self, note: Words) -> Self {
        self.notes.push(note);
        self
    }

    /// What it rests on does not bind for certain: the authority has to be asked first.
    pub(super) fn disputed_if(mut self, disputed: bool) -> Self {
        self.disputed |= disputed;
        self
    }

    pub(super) fn because_of(mut self, field: SubjectField) -> Self {
        self.fact = Some(Fact::Subject(field));
        self
    }
}

/// Which level of the record it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    /// The subject.
    Subject,
    /// The service of that key.
    Service(String),
}

impl Scope {
    pub(super) fn spelled(&self) -> String {
        match self {
            Self::Subject => "subject".to_owned(),
            Self::Service(key) => format!("services/{key}"),
        }
    }
}

/// From when on an order is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Timing {
    /// The document on which it rests exists only afterwards, so at once.
    AtOnce,
    /// Thirty days before it takes effect.
    BeforeEffect,
    /// Before the service opens, or the access is used.
    BeforeService,
    /// When the service or access ends.
    AtTheEnd,
    /// No law sets a time.
    Free,
}

/// What one changed fact asks for at one level.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    pub(super) ask: Ask,
    pub(super) scope: Scope,
    pub(super) provider: Option<String>,
    pub(super) change: Change,
    pub(super) timing: Timing,
    /// Whether it is forbidden only because of another demand.
    pub(super) follows: bool,
    pub(super) notes: Vec<Words>,
    pub(super) citations: Vec<Citation>,
}

impl Demand {
    pub(super) fn file(procedure: Procedure, scope: Scope, change: &Change, timing: Timing) -> Self {
        Self::new(Ask::File(procedure), scope, change, timing)
    }

    pub(super) fn nothing(reason: Reason, change: &Change) -> Self {
        Self::new(Ask::Nothing(reason), Scope::Subject, change, Timing::Free)
    }

    pub(super) fn never(ban: Ban, scope: Scope, change: &Change) -> Self {
        Self::new(Ask::Never(Box::new(ban)), scope, change, Timing::Free)
    }

    fn new(ask: Ask, scope: Scope, change: &Change, timing: Timing) -> Self {
        Self {
            ask,
            scope,
            provider: None,
            change: change.clone(),
            timing,
            follows: false,
            notes: Vec::new(),
            citations: Vec::new(),
        }
    }

    pub(super) fn through(mut self, provider: Option<String>) -> Self {
        self.provider = provider;
        self
    }

    pub(super) fn note(mut self, note: Words) -> Self {
        self.notes.push(note);
        self
    }

    pub(super) fn cite(mut self, citation: Citation) -> Self {
        self.citations.push(citation);
        self
    }
}
