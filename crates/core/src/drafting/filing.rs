//! The filings that a change needs and that nobody has written yet.

use super::filed::{filed_facts, person};
use crate::change::{Change, Fact, PersonField, same_filed};
use crate::day::Day;
use crate::filed::{is_filed, value_of};
use crate::model::{Basis, Counterparty, Filing, Subject};
use crate::procedure::{Coverage, Gap, PaperNeed, Part, Required, Uncovered, Why, by_scope};
use crate::record::{FactChange, Keyed, Placed, Slot, Text, Vocabulary};
use crate::tables::Tables;
use crate::vocabulary::{Channel, Procedure};
use crate::words::Words;
use std::collections::BTreeSet;

/// What somebody says of the filings to be written, beside what the records hold.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Why the change is made.
    pub reason: Option<String>,
    /// The day on which it takes effect.
    pub effective: Option<Day>,
    /// The document on which it rests.
    pub basis: Option<Basis>,
    /// The provider through which it is filed, where the records do not tell.
    pub through: Option<String>,
    /// Key of the person who handles it.
    pub contact: Option<String>,
    /// The other party of a migration.
    pub counterparty: Option<Counterparty>,
}

/// What nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Why.
    Reason,
    /// When it takes effect, or on what document it rests.
    Effective,
    /// Through which provider.
    Through,
    /// Who the other party is. Without it there is no such order.
    Counterparty,
}

/// A filing to be written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Position of the order in the answer.
    pub order: usize,
    /// The name of its file, without ending.
    pub stem: String,
    /// The filing.
    pub filing: Filing,
    /// The papers that go with it.
    pub papers: Vec<PaperNeed>,
    /// What is left out because nobody has said it.
    pub asks: Vec<Ask>,
}

/// What is to be written for the changes of a subject.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    /// The filings.
    pub filings: Vec<Draft>,
    /// Orders that cannot be written before something is said.
    pub waiting: Vec<(usize, Ask)>,
    /// Facts that a filing which is there already names otherwise, or not at all: it has to be put right.
    pub differing: Vec<Gap>,
    /// Orders about records that are not there any more: they have nowhere to stand.
    pub without_records: Vec<usize>,
}

/// The filings that the uncovered orders need.
#[must_use]
pub fn drafts(
    (tables, today): (&Tables, Day),
    new: Option<&Subject>,
    required: &[Required],
    coverage: &Coverage,
    given: impl Fn(&Required) -> Given,
) -> Drafts {
    let mut found = Drafts::default();
    for Uncovered { order, gaps } in &coverage.uncovered {
        let Some(answer) = required.get(*order) else { continue };
        let Some(subject) = new else {
            found.without_records.push(*order);
            continue;
        };
        let (differing, open): (Vec<&Gap>, Vec<&Gap>) = gaps.iter().partition(|gap| differs(&gap.why));
        found.differing.extend(differing.into_iter().cloned());
        if open.is_empty() {
            continue;
        }
        let asked = Asked::of(answer, &open);
        let is_gone =
            |scope: &String| scope.strip_prefix("services/").is_some_and(|key| subject.services.get(key).is_none());
        if asked.covers.iter().any(is_gone) {
            found.without_records.push(*order);
            continue;
        }
        let given = given(answer);
        if asked.procedure.names_counterparty() && given.counterparty.is_none() {
            found.waiting.push((*order, Ask::Counterparty));
            continue;
        }
        let stem = stem(&asked, subject, &found.filings, today);
        let (filing, asks) = filing((tables, today), subject, answer, &asked, given);
        found.filings.push(Draft { order: *order, stem, filing, papers: answer.papers.clone(), asks });
    }
    found
}

/// Whether a filing that is there speaks of the fact, and not as the records do.
const fn differs(why: &Why) -> bool {
    match why {
        Why::OtherTo(_) | Why::OtherFrom(_) | Why::NotNamed(_) => true,
        Why::CameToNothing(_) | Why::NoFiling => false,
    }
}

/// What one filing asks for: the whole order, or what others have left of it.
struct Asked<'a> {
    procedure: Procedure,
    covers: BTreeSet<String>,
    parts: Vec<&'a Part>,
}

impl<'a> Asked<'a> {
    fn of(answer: &'a Required, open: &[&Gap]) -> Self {
        let is_open = |part: &&Part| open.iter().any(|gap| gap.fact == part.fact && gap.scope == part.scope);
        let parts: Vec<&Part> = answer.parts.iter().filter(is_open).collect();
        let mut kinds: Vec<Procedure> = parts.iter().map(|part| part.procedure).collect();
        kinds.dedup();
        let whole = parts.len() == answer.parts.len();
        let procedure = match (answer.procedure(), kinds.as_slice()) {
            (Some(procedure), _) if whole => procedure,
            (_, [one]) => *one,
            (procedure, _) => procedure.unwrap_or(Procedure::ChangeBoth),
        };
        let covers = if whole { answer.covers.clone() } else { parts.iter().map(|part| part.scope.clone()).collect() };
        Self { procedure, covers, parts }
    }
}

fn filing(
    (tables, today): (&Tables, Day),
    subject: &Subject,
    answer: &Required,
    asked: &Asked<'_>,
    given: Given,
) -> (Filing, Vec<Ask>) {
    let procedure = asked.procedure;
    let mut asks = Vec::new();
    let mut through = answer.provider.clone().or(given.through);
    if procedure.channel() != Channel::Provider {
        through = None;
    } else if through.is_none() {
        asks.push(Ask::Through);
    }
    let facts = facts((tables, today), subject, answer, asked);
    if given.reason.is_none() && !procedure.files_service() {
        asks.push(Ask::Reason);
    }
    let is_timed = procedure.is_change();
    if is_timed && given.effective.is_none() && given.basis.is_none() {
        asks.push(Ask::Effective);
    }
    let account = through.as_deref().and_then(|by| account(tables, subject, &asked.covers, by, today));
    let filing = Filing {
        procedure: Slot::new(procedure),
        through: through.map(Text::from).into(),
        account: account.map(Text::from).into(),
        covers: Slot::new(asked.covers.iter().map(|scope| Placed::new(Text::from(scope.as_str()))).collect()),
        facts: if facts.is_empty() { Slot::ABSENT } else { Slot::new(facts) },
        reason: given.reason.map(Text::from).into(),
        basis: given.basis.into(),
        effective: given.effective.filter(|_| is_timed).into(),
        counterparty: given.counterparty.filter(|_| procedure.names_counterparty()).into(),
        contact: given.contact.map(Text::from).into(),
        ..Filing::default()
    };
    (filing, asks)
}

/// The facts of a filing, as its procedure states them.
fn facts(
    (tables, today): (&Tables, Day),
    subject: &Subject,
    answer: &Required,
    asked: &Asked<'_>,
) -> Keyed<FactChange> {
    match asked.procedure {
        Procedure::First | Procedure::AddService => filed_facts(subject, &asked.covers, today),
        Procedure::Migration if asked.parts.iter().any(|part| comes(answer, part)) => {
            filed_facts(subject, &asked.covers, today)
        }
        Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::ChangeProvince => changed(tables, subject, answer, asked),
        Procedure::AddAccess
        | Procedure::CancelAccess
        | Procedure::DeregisterService
        | Procedure::DeregisterSubject
        | Procedure::DeregisterEmptyShell
        | Procedure::DeregisterOther
        | Procedure::Migration
        | Procedure::Transfer
        | Procedure::Claim
        | Procedure::Existing => Keyed::default(),
    }
}

/// Whether a part is a record that comes as a whole.
fn comes(answer: &Required, part: &Part) -> bool {
    part.fact.is_whole() && change(answer, &part.fact).is_some_and(|change| change.new.is_some())
}

fn change<'a>(answer: &'a Required, fact: &Fact) -> Option<&'a Change> {
    answer.facts.iter().find(|change| change.fact == *fact)
}

/// What changes, from what to what. A person who comes in is filed field by field.
fn changed(tables: &Tables, subject: &Subject, answer: &Required, asked: &Asked<'_>) -> Keyed<FactChange> {
    let mut facts: Vec<(Box<str>, Placed<FactChange>)> = Vec::new();
    for change in asked.parts.iter().filter_map(|part| change(answer, &part.fact)) {
        match &change.fact {
            Fact::Person(key, PersonField::Whole) => {
                let comes = person(key).filter(|fact| is_filed(fact) && !fact.is_whole());
                facts.extend(comes.filter_map(|fact| {
                    let to = FactChange::Changed { from: Slot::ABSENT, to: Slot::new(value_of(subject, &fact)?) };
                    Some((fact.spelled().into(), Placed::new(to)))
                }));
            }
            fact if is_named(tables, change, fact) => {
                let change = FactChange::Changed { from: change.old.clone().into(), to: change.new.clone().into() };
                facts.push((fact.spelled().into(), Placed::new(change)));
            }
            _ => {}
        }
    }
    facts.into_iter().collect()
}

/// Whether a change is named by what it was and becomes: what covers it is told by that, or the
/// authority holds it and would see a difference.
fn is_named(tables: &Tables, change: &Change, fact: &Fact) -> bool {
    let is_seen = || match (&change.old, &change.new) {
        (Some(old), Some(new)) => !same_filed(&tables.clouds, fact, old, new),
        _ => true,
    };
    !by_scope(fact) || is_filed(fact) && !fact.is_whole() && is_seen()
}

/// The account of the accesses by which the services stand at the provider, if the records name one alone.
fn account(tables: &Tables, subject: &Subject, covers: &BTreeSet<String>, by: &str, today: Day) -> Option<String> {
    let is_covered = |key: &str| covers.contains("subject") || covers.contains(&format!("services/{key}"));
    let accesses = subject
        .services
        .iter()
        .filter(|(key, _)| is_covered(key))
        .flat_map(|(_, service)| service.value.access.items().iter().map(|access| &access.value));
    let here = accesses.filter(|access| {
        let is_by = access.provider.known().is_some_and(|name| tables.clouds.is_same_provider(name, by));
        is_by && access.is_current(today)
    });
    let names: BTreeSet<&str> = here.filter_map(|access| access.account.known()).map(|name| &**name).collect();
    let mut names = names.into_iter();
    names.next().filter(|_| names.next().is_none()).map(str::to_owned)
}

/// A name for the file that is not taken: day, what is asked, and of which service if it is one alone.
fn stem(asked: &Asked<'_>, subject: &Subject, before: &[Draft], today: Day) -> String {
    let english = Procedure::INFO.terms.get(asked.procedure.index()).map_or("order", |term| term.english);
    let mut services = asked.covers.iter().filter_map(|scope| scope.strip_prefix("services/"));
    let is_plain = |key: &&str| {
        key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') && key.len() <= 32
    };
    let alone = match (services.next(), services.next()) {
        (Some(key), None) if !asked.covers.contains("subject") => Some(key).filter(is_plain),
        _ => None,
    };
    let name = match alone {
        Some(key) => format!("{today}-{english}-{key}"),
        None => format!("{today}-{english}"),
    };
    let is_taken = |name: &str| {
        subject.filings.iter().any(|dated| &*dated.stem == name) || before.iter().any(|draft| draft.stem == name)
    };
    if !is_taken(&name) {
        return name;
    }
    (2_u32..).map(|n| format!("{name}-{n}")).find(|name| !is_taken(name)).unwrap_or(name)
}

impl Ask {
    /// What is asked, in words.
    #[must_use]
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Reason => ("变更或注销的原因（--reason）", "the reason (--reason)"),
            Self::Effective => (
                "生效日期（--effective），或事后才有的依据文件及其日期（--basis、--basis-date）",
                "the day of effect (--effective), or the document that exists only afterwards, with its date \
                 (--basis, --basis-date)",
            ),
            Self::Through => ("经哪个接入商办理（--through）", "the provider through which it is filed (--through)"),
            Self::Counterparty => (
                "对方主体的名称或备案号（--counterparty、--counterparty-number）",
                "name or number of the other party (--counterparty, --counterparty-number)",
            ),
        };
        Words::fixed(zh, en)
    }
}
