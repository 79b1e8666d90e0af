//! The answer to a change: which order, by when, with which papers, and what it does.

use super::papers::PaperNeed;
use crate::change::{Change, Fact};
use crate::day::Day;
use crate::law::Citation;
use crate::vocabulary::Procedure;
use crate::words::{Lang, Words};
use std::collections::BTreeSet;

/// What a change, or several joined into one order, ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required {
    /// The day whose law answers.
    pub day: Day,
    /// The order, no order, or not at all.
    pub verdict: Verdict,
    /// What it is about: `subject`, `services/…`.
    pub covers: BTreeSet<String>,
    /// The facts, with what they were and become.
    pub facts: Vec<Change>,
    /// The fact that cannot be changed so, of a verdict that forbids; the others go the same way.
    pub because: Option<Fact>,
    /// Which fact asks for what at which level; what a filing is held against.
    pub parts: Vec<Part>,
    /// The competent authority: the administration of the organiser's province.
    pub authority: Option<Words>,
    /// The provider through which it is filed.
    pub provider: Option<String>,
    /// By when: of several days the first.
    pub due: Option<Due>,
    /// By when each of its facts is due, where not all are due alike.
    pub dues: Vec<PartDue>,
    /// Who gets the text message of the ministry.
    pub sms: Vec<Receiver>,
    /// The papers.
    pub papers: Vec<PaperNeed>,
    /// What happens besides.
    pub effects: Vec<Effect>,
    /// Whether it can never be undone.
    pub irreversible: bool,
    /// What it cannot stand beside.
    pub conflicts: Vec<Conflict>,
    /// Stems of filings that ask for it already.
    pub filed: BTreeSet<Box<str>>,
    /// What else there is to know.
    pub notes: Vec<Words>,
    /// What the verdict rests on.
    pub citations: Vec<Citation>,
}

/// One fact at one level: who is principal of subject and service changes at both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The fact.
    pub fact: Fact,
    /// The level: `subject`, `services/…`.
    pub scope: String,
    /// What it asks for by itself, before it was joined with others.
    pub procedure: Procedure,
}

/// Whether an order is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// This order.
    Needed(Procedure),
    /// No order.
    NotNeeded(Reason),
    /// It cannot be had by changing the record.
    Forbidden {
        /// Why not.
        why: Words,
        /// The lawful ways, the usual one first; none if one can only wait.
        lawful_routes: Vec<LawfulRoute>,
    },
    /// As a rule it cannot be had by changing the record, but sources disagree, so that the
    /// authority has to be asked first.
    AskFirst {
        /// What the rule is, and who says otherwise.
        why: Words,
        /// The general way, which is lawful in any case.
        lawful_routes: Vec<LawfulRoute>,
    },
}

impl Verdict {
    /// Why a change cannot be had, or not for certain, with the ways that are lawful.
    #[must_use]
    pub fn refusal(&self) -> Option<(&Words, &[LawfulRoute])> {
        match self {
            Self::Forbidden { why, lawful_routes } | Self::AskFirst { why, lawful_routes } => {
                Some((why, lawful_routes))
            }
            Self::Needed(_) | Self::NotNeeded(_) => None,
        }
    }
}

/// One lawful way: orders, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawfulRoute {
    /// The orders.
    pub steps: Vec<Procedure>,
}

/// Why no order is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The fact is never filed.
    NeverFiled,
    /// The fact is filed, but at the same provider it may change without an order.
    SameProvider,
    /// The subject or service is not on file yet: it goes into the order that files it.
    NotYetOnFile,
    /// The records were brought in from what is on file already.
    BroughtIn,
    /// What the records began with left open is now told.
    Completed,
    /// The records now say what is on file.
    AsOnFile,
    /// The authority grants it; nobody asks for it.
    Granted,
    /// The person has no part in a filing.
    NoPart,
    /// It ends with the subject or service.
    EndsWithIt,
    /// Only the mandate of whoever keeps the records ended.
    MandateEnded,
    /// It is for the licence, not for the filing.
    Licence,
    /// It is for the police, not for the ministry.
    Police,
    /// It is for the registrar of the domain.
    Registrar,
    /// It is served from outside the mainland, where no provider files.
    Abroad,
    /// It is itself a record of what was filed or seen.
    Record,
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::NeverFiled => ("不属于备案事项", "it is never filed"),
            Self::SameProvider => (
                "同一接入商内换服务器或 IP，非经营性服务无须变更备案",
                "another server or address of the same provider needs no order for a non-commercial service",
            ),
            Self::NotYetOnFile => (
                "尚未备案，写进首次备案或新增服务的订单即可",
                "it is not on file yet and goes into the order that files it",
            ),
            Self::BroughtIn => {
                ("把已有的备案录入记录，无须办理", "what is on file already is brought into the records")
            }
            Self::Completed => (
                "补录：既有备案没有写到的，现在补上；管局早已有这一项，无须办理",
                "the opening balance left it open, and it is completed now: the authority has it, no order is needed",
            ),
            Self::AsOnFile => ("记录改成了管局已核准的内容，无须办理", "the records now say what is on file"),
            Self::Granted => ("由管局核发，不由主办单位申请变更", "the authority grants it"),
            Self::NoPart => ("此人不在任何备案中担任负责人", "the person has no part in a filing"),
            Self::EndsWithIt => ("随注销一并终止，不另行变更", "it ends with what is deregistered"),
            Self::MandateEnded => (
                "只是委托终止，主办单位的备案继续有效",
                "only the mandate ended; the organiser's filing stays in force",
            ),
            Self::Licence => {
                ("属电信业务经营许可事项，向许可机关办理", "it is a matter of the telecommunications licence")
            }
            Self::Police => ("属公安联网备案事项，不报管局", "it is a matter of the filing with the police"),
            Self::Registrar => {
                ("属域名注册事项，在注册服务机构办理，不报管局", "it is a matter of the domain's registration")
            }
            Self::Abroad => (
                "境外（含港澳台）的服务器不能用来备案，接入商不受理，这一接入无须也无从备案",
                "a server outside the mainland carries no filing: providers take none for it, and none is needed",
            ),
            Self::Record => ("是办理或所见的记载本身", "it is itself a record of what was filed or seen"),
        };
        Words::fixed(zh, en)
    }
}

/// By when an order is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day, if the records tell.
    pub day: Option<Day>,
    /// What it is counted from.
    pub counted_from: Words,
    /// What it rests on; none where no law sets a time.
    pub article: Option<Citation>,
}

/// By when some facts of an order are due, which others are due otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDue {
    /// The facts.
    pub facts: Vec<Fact>,
    /// By when.
    pub due: Due,
}

impl PartDue {
    /// What the facts are called, each name once.
    #[must_use]
    pub fn names(&self, lang: Lang) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for fact in &self.facts {
            let name = fact.words().get(lang).to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Who gets a text message of the ministry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receiver {
    /// Key in people.yaml.
    pub person: String,
    /// What they are.
    pub role: Words,
    /// The mobile number, masked.
    pub mobile: Option<String>,
}

/// What kind of effect it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectKind {
    /// A service or domain must not be reachable any more.
    Dark,
    /// A number at the foot of pages must go or change.
    Footer,
    /// A number ends and is never given again.
    NumberEnds,
    /// A subject without services, or a service without access, remains.
    EmptyShell,
    /// A number stays as it is.
    NumberStays,
    /// Something else has to be done besides.
    Also,
}

/// What an order does besides changing the record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// What kind of effect.
    pub kind: EffectKind,
    /// On what: `subject`, `services/…`, `domains/…`.
    pub of: String,
    /// What happens.
    pub words: Words,
}

/// What an order cannot stand beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The filing on the way, or the other order that is needed.
    pub with: With,
    /// What follows from it.
    pub words: Words,
}

/// With what an order is in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// A filing on the way: its stem.
    Filing(Box<str>),
    /// Another order of the same answer: its position.
    Order(usize),
}

impl Required {
    /// The procedure, if one is needed.
    #[must_use]
    pub const fn procedure(&self) -> Option<Procedure> {
        match self.verdict {
            Verdict::Needed(procedure) => Some(procedure),
            Verdict::NotNeeded(_) | Verdict::Forbidden { .. } | Verdict::AskFirst { .. } => None,
        }
    }

    /// Whether it cannot be had, or not for certain: the records cannot just be changed.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.verdict.refusal().is_some()
    }

    /// Whether it is forbidden.
    #[must_use]
    pub const fn is_forbidden(&self) -> bool {
        matches!(self.verdict, Verdict::Forbidden { .. })
    }
}
