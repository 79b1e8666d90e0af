//! Values stated on the command line, written into a subject and judged before they are.

use crate::blockers::inside;
use crate::failure::Failure;
use crate::output::shown::shown;
use crate::output::stream;
use crate::writing::not_amended;
use beian_core::day::Day;
use beian_core::rule::Severity;
use beian_core::rules::links;
use beian_core::words;
use beian_core::words::{Lang, Words};
use beian_records::edit::{Amended, Edit, Step, amended};
use beian_records::grounds::Grounds;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::limits::Limits;
use beian_records::locate::Located;
use beian_records::raw::RawSubject;
use beian_records::read::read_subject;
use std::io::Write as _;
use std::path::Path;

/// A field and what is stated of it: `FIELD=VALUE`, the field named as facts name it.
pub(crate) fn pairs(stated: &[String]) -> Result<Vec<(&str, Vec<&str>)>, Failure> {
    let mut pairs: Vec<(&str, Vec<&str>)> = Vec::new();
    for text in stated {
        let (field, value) = text
            .split_once('=')
            .map(|(field, value)| (field.trim(), value.trim()))
            .ok_or_else(|| Failure::usage(words!("{text} 要写成“字段=值”", "{text} must be FIELD=VALUE")))?;
        if value.is_empty() {
            return Err(Failure::usage(words!("{field} 没有写值", "{field} has no value"))
                .hint(Words::fixed("不知道的项不写", "leave out what is not known")));
        }
        match pairs.iter_mut().find(|(known, _)| *known == field) {
            Some((_, values)) => values.push(value),
            None => pairs.push((field, vec![value])),
        }
    }
    Ok(pairs)
}

/// What is written: edits of the files of a subject.
pub(crate) struct Statement<'a> {
    /// The subject as it is.
    pub(crate) raw: &'a RawSubject,
    /// Files, from the subject's folder on, and what is done in them.
    pub(crate) edits: Vec<(String, Edit)>,
}

impl Statement<'_> {
    /// The files with what is stated; refused if a value is at fault by itself. What else is newly
    /// told of the subject is told beside it.
    pub(crate) fn judged(
        &self,
        grounds: &Grounds,
        (today, records): (Day, &Path),
        (lang, is_quiet): (Lang, bool),
    ) -> Result<Amended, Failure> {
        let amended = amended(self.raw, &self.edits).map_err(|error| not_amended(records, &error))?;
        let fresh = self.fresh(&amended, grounds, today);
        let mut err = stream::stderr();
        for one in fresh.iter().filter(|one| !is_quiet && Severity::Note < one.severity) {
            let (weight, code, fact) = (one.severity.words(), one.rule.code, &one.fact);
            let line = format!("{}[{code}] {fact}: {}", weight.get(lang), one.message.get(lang));
            // The answer does not hang on whether somebody reads this.
            drop(writeln!(err, "{}", shown(&line)));
        }
        match self.at_fault(&fresh) {
            Some(one) => {
                let (fact, Words { zh, en }) = (&one.fact, &one.message);
                Err(Failure::usage(words!("没有写：{fact} {zh}", "not written: {fact}: {en}")).hint(one.help.clone()))
            }
            None => Ok(amended),
        }
    }

    /// Whether a value is at fault by itself, in words.
    pub(crate) fn fault(&self, grounds: &Grounds, today: Day) -> Result<(), Words> {
        let amended = amended(self.raw, &self.edits).map_err(|error| error.why)?;
        let fresh = self.fresh(&amended, grounds, today);
        self.at_fault(&fresh).map_or(Ok(()), |one| Err(one.message.clone()))
    }

    /// What is told of the subject afterwards and was not before.
    fn fresh(&self, amended: &Amended, grounds: &Grounds, today: Day) -> Vec<Located> {
        let judging = Judging::new(grounds, Asked::of_records(), Days::today(today));
        let found = |raw: &RawSubject| judging.of_subject(&read_subject(raw, &Limits::default()).subject, None);
        let before = found(self.raw);
        let is_known =
            |one: &Located| before.iter().any(|other| other.rule.code == one.rule.code && other.fact == one.fact);
        found(&amended.subject).into_iter().filter(|one| !is_known(one)).collect()
    }

    /// The first error that stands at a value that is stated.
    fn at_fault<'f>(&self, fresh: &'f [Located]) -> Option<&'f Located> {
        let stated: Vec<String> = self.edits.iter().map(|(file, edit)| fact(file, &edit.at)).collect();
        fresh.iter().find(|one| {
            // What a value leads to may come later.
            let leads = links::FAMILY.iter().any(|rule| rule.code == one.rule.code);
            one.severity == Severity::Error && !leads && stated.iter().any(|fact| inside(one) == fact)
        })
    }
}

/// The fact that an edit writes, within its subject.
fn fact(file: &str, at: &[Step]) -> String {
    let mut fact = file.strip_suffix(".yaml").unwrap_or(file).to_owned();
    for step in at {
        fact.push('/');
        match step {
            Step::Key(key) => fact.push_str(key),
            Step::Item(n) => fact.push_str(&n.to_string()),
        }
    }
    fact
}
