//! `beian file`: the filings that a change of the records needs, written.

mod change;
mod opening;

use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use beian_core::day::Day;
use beian_core::drafting::Given;
use beian_core::model::{Basis, Counterparty};
use beian_core::record::Text;
use beian_core::words::Words;
use clap::Args;
use std::io::Write;

/// Write the filings that the pending change needs
///
/// Compares the working tree with BASE, as `beian review` does, and writes a file into `filings/`
/// for each order that no filing asks for yet: procedure, covers, the facts with what they were
/// and become (all filed values of a first filing and of a new service), provider and account,
/// and what is said here. Papers to be gathered stand as comments at its end. What nobody has
/// said is left out and asked for. What is forbidden is not written, but the lawful way named.
/// Existing files are not touched, unless --complete adds to an opening balance what it left open.
///
/// Exit status: 0 written, or nothing to write, 1 something is forbidden or cannot be written
/// before more is said, 2 usage, 3 no such subject, 4 the repository does not answer, or a file
/// was changed meanwhile.
#[derive(Debug, Args)]
pub(crate) struct FileArgs {
    /// The older side: a revision or a date [default: where HEAD left the default branch]
    base: Option<String>,
    /// Only the filings of that subject
    #[arg(long, value_name = "ID")]
    subject: Option<String>,
    /// Why the change is made
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// The day on which it takes effect
    #[arg(long, value_name = "DATE")]
    effective: Option<String>,
    /// The document on which it rests
    #[arg(long, value_name = "TEXT")]
    basis: Option<String>,
    /// The number of that document
    #[arg(long, value_name = "NUMBER", requires = "basis")]
    basis_number: Option<String>,
    /// The date of that document
    #[arg(long, value_name = "DATE", requires = "basis")]
    basis_date: Option<String>,
    /// The provider through which it is filed, where the records do not tell
    #[arg(long, value_name = "PROVIDER")]
    through: Option<String>,
    /// Who handles it: a key of people.yaml
    #[arg(long, value_name = "PERSON")]
    contact: Option<String>,
    /// The name of the other party of a migration
    #[arg(long, value_name = "NAME")]
    counterparty: Option<String>,
    /// The filing number of the other party
    #[arg(long, value_name = "NUMBER")]
    counterparty_number: Option<String>,
    /// Add to the opening balance (既有备案) what it left open and the records tell now
    #[arg(long)]
    complete: bool,
    /// Write the opening balance (既有备案) of a subject that was filed before its records begin
    #[arg(long, requires = "subject", conflicts_with_all = ["base", "complete", "effective", "through"])]
    existing: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl FileArgs {
    /// What is said of the filings; the other party only as far as it is named here.
    fn given(&self) -> Result<Given, Failure> {
        let party = Counterparty {
            name: text(&self.counterparty).map(Text::from).into(),
            number: text(&self.counterparty_number).map(Text::from).into(),
        };
        Ok(Given {
            reason: text(&self.reason).map(str::to_owned),
            effective: said_day("--effective", self.effective.as_deref())?,
            basis: self.basis()?,
            through: text(&self.through).map(str::to_owned),
            contact: text(&self.contact).map(str::to_owned),
            counterparty: (party != Counterparty::default()).then_some(party),
        })
    }

    fn basis(&self) -> Result<Option<Basis>, Failure> {
        let Some(document) = self.basis.as_deref() else { return Ok(None) };
        Ok(Some(Basis {
            document: Text::from(document).into(),
            number: self.basis_number.as_deref().map(Text::from).into(),
            date: said_day("--basis-date", self.basis_date.as_deref())?.into(),
        }))
    }
}

fn text(said: &Option<String>) -> Option<&str> {
    said.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

fn said_day(option: &str, text: Option<&str>) -> Result<Option<Day>, Failure> {
    text.map(|text| day(option, text)).transpose()
}

/// Runs it.
pub(crate) fn run(args: &FileArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    if args.existing { opening::run(args, context, out) } else { change::run(args, context, out) }
}

/// That a filing would not be read back as it was meant.
const UNREADABLE: Words = Words::fixed(
    "记录里有写不进 YAML 的内容，订单没有写",
    "the records hold what cannot be written as YAML; no filing was written",
);
