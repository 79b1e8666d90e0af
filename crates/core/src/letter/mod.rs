//! Letters: what is handed in with a filing, as typed values.
//!
//! Which letters a recorded filing or a change calls for is said here, and what each holds.
//! The wording is the templates'. What the records do not tell is left open and never guessed.

mod call;
mod changed;
mod content;
mod ending;
mod entry;
mod matter;
mod parts;
mod state;
mod task;
mod tasks;

pub use crate::tables::{Manner, Signer};
pub use crate::vocabulary::LetterKind;
pub use changed::Changed;
pub use content::{
    AccessLeft, ApprovalLine, Authorisation, Basis, CancelAccess, Change, Contact, Content, End, EndOf, Letter, Notice,
    Organiser, Other, PriorApproval, Rename, ServiceLine, Signing, Statement, Why,
};
pub use entry::Entry;
pub use task::{Task, TaskKind, TaskRole, TaskTime, TaskWhen};

use crate::day::Day;
use crate::model::Subject;
use crate::procedure::{LawfulRoute, Required, Verdict};
use crate::tables::Tables;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;
use matter::Matter;

/// What a filing or a change calls for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letters {
    /// The letters, in the order in which they are handed in.
    pub letters: Vec<Letter>,
    /// Why there is none, or what else there is to know.
    pub said: Vec<Words>,
}

/// The letters of the filing of that stem; none if the subject has no such filing.
#[must_use]
pub fn of_filing(tables: &Tables, subject: &Subject, stem: &str, today: Day) -> Option<Letters> {
    let dated = subject.filings.iter().find(|dated| &*dated.stem == stem)?;
    let unsaid = || Letters {
        said: vec![words!(
            "订单 {stem} 没有写明流程类型（procedure），无法拟写材料",
            "the filing {stem} does not say its procedure, so no letter can be written"
        )],
        ..Letters::default()
    };
    Some(Matter::of_filing(tables, subject, dated, today).map_or_else(unsaid, |matter| call::letters(&matter)))
}

/// The letters that a change calls for, as an answer to it says what it needs.
#[must_use]
pub fn of_required(
    tables: &Tables,
    (old, new): (Option<&Subject>, Option<&Subject>),
    required: &Required,
    today: Day,
) -> Letters {
    let said = match &required.verdict {
        Verdict::Needed(_) => {
            let matter = Matter::of_required(tables, old, new, required, today);
            return matter.map(|matter| call::letters(&matter)).unwrap_or_default();
        }
        Verdict::NotNeeded(_) => return Letters::default(),
        Verdict::Forbidden { why, lawful_routes } | Verdict::AskFirst { why, lawful_routes } => {
            forbidden(why, lawful_routes)
        }
    };
    Letters { said: vec![said], ..Letters::default() }
}

fn forbidden(why: &Words, routes: &[LawfulRoute]) -> Words {
    let steps = |route: &LawfulRoute| route.steps.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → ");
    let ways: Vec<String> = routes.iter().map(steps).collect();
    let Words { zh, en } = why;
    if ways.is_empty() {
        return words!("不出具材料：{zh}", "no letter is written: {en}");
    }
    let (ways_zh, ways_en) = (ways.join("；或 "), ways.join("; or "));
    words!("不出具材料：{zh}。合法途径：{ways_zh}", "no letter is written: {en}. Lawful: {ways_en}")
}

/// What is only settled at the provider, or has no letter of its own.
const fn without(procedure: Procedure) -> Option<Words> {
    match procedure {
        Procedure::Transfer | Procedure::Claim => Some(Words::fixed(
            "只在接入商账号内办理，不报管局，不需要书面材料",
            "it is settled at the provider and goes to no administration: no letter is needed",
        )),
        Procedure::Existing => Some(Words::fixed(
            "既有备案是录入的期初余额，不向任何机关申请，不需要书面材料",
            "an existing filing is an opening balance of the records: no letter is needed",
        )),
        Procedure::Migration => Some(Words::fixed(
            "迁移由双方在接入商处在线办理，没有通行的书面材料；所需材料以管局和接入商通知为准",
            "a migration is settled online between both sides at the provider: no letter is in use for it",
        )),
        Procedure::First
        | Procedure::AddService
        | Procedure::AddAccess
        | Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::DeregisterSubject
        | Procedure::DeregisterService
        | Procedure::DeregisterEmptyShell
        | Procedure::DeregisterOther
        | Procedure::CancelAccess
        | Procedure::ChangeProvince => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dated, Filing};
    use crate::record::{Placed, Slot, Text, Vocabulary as _};

    /// The kinds of letters that a draft of that procedure calls for, and what is said.
    fn kinds(procedure: Procedure) -> (Vec<LetterKind>, usize) {
        let filing = Filing {
            procedure: Slot::new(procedure),
            covers: Slot::new(vec![Placed::new(Text::from("services/shop"))]),
            ..Filing::default()
        };
        let dated = Dated { stem: "2026-11-20-draft".into(), record: Placed::new(filing) };
        let subject = Subject { filings: vec![dated], ..Subject::default() };
        let found = of_filing(Tables::builtin(), &subject, "2026-11-20-draft", Day::of(2026, 11, 21)).unwrap();
        (found.letters.iter().map(|letter| letter.kind).collect(), found.said.len())
    }

    #[test]
    fn every_procedure_has_letters_or_says_why_it_has_none() {
        for procedure in (0..).map_while(Procedure::from_index) {
            let (letters, said) = kinds(procedure);
            assert_eq!(letters.is_empty(), without(procedure).is_some(), "{procedure}");
            assert!(!letters.is_empty() || said == 1, "{procedure}");
        }
        use LetterKind as K;
        assert_eq!(kinds(Procedure::CancelAccess).0, [K::CancelAccess, K::EndNotice]);
        assert_eq!(kinds(Procedure::DeregisterOther).0, [K::DeregisterOther]);
        assert_eq!(kinds(Procedure::AddService).0, [K::Pledge, K::PriorApproval]);
    }

    #[test]
    fn a_subject_of_which_nothing_is_known_leaves_everything_open() {
        let (letters, _) = kinds(Procedure::ChangeSubject);
        assert_eq!(letters, [LetterKind::Change, LetterKind::ChangeNotice]);
    }

    #[test]
    fn a_filing_that_is_not_there_has_none() {
        let subject = Subject::default();
        assert_eq!(of_filing(Tables::builtin(), &subject, "x", Day::of(2026, 11, 21)), None);
    }
}
