//! `beian decode`: what a number is, its parts, and whether it is well formed.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::decoded::{self, Explained};
use crate::repository::Repository;
use beian_core::day::Day;
use beian_core::names::{Approval, DomainName, Suffixes};
use beian_core::numbers::{Decoded, Kind, decode};
use beian_core::words;
use clap::{Args, ValueEnum};
use std::borrow::Cow;
use std::io::{Read, Write, stdin};
use std::path::Path;

/// Explain numbers: filing, licence, police, credit code, identity, mobile, domain
///
/// Each TEXT is a number, or any text with numbers in it; each number found is explained.
/// Personal numbers are shown masked. Exit status: 0 all numbers are good, 1 one of them is
/// not, 2 usage.
#[derive(Debug, Args)]
pub(crate) struct DecodeArgs {
    /// The texts; `-` reads standard input
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How numbers are explained.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// The most that is read from standard input, in bytes.
const LONGEST: u64 = 16 << 20;

/// Runs it.
pub(crate) fn run(args: &DecodeArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut found = Vec::new();
    for text in &args.texts {
        let read;
        let text = if text == "-" {
            read = standard_input()?;
            &read
        } else {
            text
        };
        found.extend(decode(text, context.today.year()));
    }
    let suffixes = suffixes(&found, context)?;
    let found: Vec<Explained> = found.iter().map(|number| explain(number, &suffixes, context.today)).collect();
    match args.format {
        Format::Text => decoded::text(&found, context.lang, out),
        Format::Json => decoded::json(&found, out),
    }
    .map_err(Failure::writing)?;
    Ok(if found.iter().all(|number| number.ok) { Outcome::Clean } else { Outcome::Findings })
}

/// The suffixes by the tables of the repository that the program stands in; they are read only
/// where there is a domain to be judged by them.
fn suffixes(found: &[Decoded], context: &Context) -> Result<Cow<'static, Suffixes>, Failure> {
    if found.iter().all(|number| number.kind != Kind::Domain) {
        return Ok(Cow::Owned(Suffixes::default()));
    }
    let repository = Repository::open(context, Path::new("."))?;
    Ok(repository.grounds.tables().suffixes.clone())
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    stdin().take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| Failure::reading("-", &error))?;
    if LONGEST < bytes.len() as u64 {
        return Err(Failure::usage(words!("输入超过 {LONGEST} 字节", "the input has more than {LONGEST} bytes")));
    }
    // A page in another encoding still holds its ASCII numbers.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What is told of a number; nothing personal is left in it.
fn explain(number: &Decoded, suffixes: &Suffixes, today: Day) -> Explained {
    let number = number.masked();
    let mut explained = Explained {
        kind: number.kind,
        faults: number.faults.iter().map(|fault| (fault.name(), fault.is_harmless(), fault.words())).collect(),
        input: number.input,
        canonical: number.canonical,
        ok: number.ok,
        parts: number.parts,
    };
    if explained.kind == Kind::Domain {
        explain_domain(&mut explained, suffixes, today);
    }
    explained
}

/// A domain is known by its form only; whether it can exist, names know.
fn explain_domain(explained: &mut Explained, suffixes: &Suffixes, today: Day) {
    let reading = match DomainName::read(&explained.input) {
        Ok(reading) => reading,
        Err(fault) => {
            explained.faults.push((fault.name(), false, fault.words()));
            explained.ok = false;
            explained.canonical = None;
            return;
        }
    };
    let domain = &reading.domain;
    for fault in &reading.faults {
        let harmless = fault.weight() == beian_core::names::DomainWeight::Spelling;
        explained.ok &= harmless;
        explained.faults.push((fault.name(), harmless, fault.words()));
    }
    explained.canonical = Some(domain.readable().to_owned());
    let approval = match suffixes.approval(domain, today) {
        Approval::Approved => "approved",
        Approval::NotApproved => "not-approved",
        Approval::Unknown => "unknown",
    };
    let registrable = domain.registrable();
    explained.parts = vec![("ascii", domain.ascii().to_owned()), ("suffix", domain.suffix().readable().to_owned())];
    explained.parts.extend(registrable.map(|name| ("registrable", name.readable().to_owned())));
    explained.parts.push(("suffix_approval", approval.to_owned()));
}
