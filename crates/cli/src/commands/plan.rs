//! `beian plan`: what is done for an order, from first to last.

use crate::blockers::blockers;
use crate::context::{Context, day};
use crate::failure::{Failure, Outcome};
use crate::output::plan::{Shown, json, markdown, text};
use crate::pass::tell_unused;
use crate::progress;
use crate::repository::Repository;
use crate::target::Target;
use crate::terms::term;
use beian_core::deadline::deadlines;
use beian_core::plan::{Asked as Wanted, plan};
use beian_core::progress::progress as of_case;
use beian_core::vocabulary::Procedure;
use beian_core::words;
use beian_core::words::{Words, nearest};
use beian_records::disk::Disk;
use beian_records::judging::{Asked, Days, Judging};
use beian_records::raw::TreeLimits;
use beian_records::survey::{Surveyed, survey_each};
use clap::{Args, ValueEnum};
use std::io::Write;
use std::sync::atomic::AtomicUsize;

/// Show what is done for an order from first to last: each step with who, where, with what, and by when
///
/// Without --procedure the order that is under way or comes next, which is a first filing where nothing is on file;
/// what is not recorded yet is asked for. Exit status: 0 shown, 2 usage or configuration, or no such order as things
/// stand, 3 no such subject, 4 it could not be seen.
#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    /// The subject, by its identity or folder
    subject: String,
    /// The service, by its key in services.yaml [default: all that belong to the order]
    service: Option<String>,
    /// The order, as in 首次备案, 变更备案, 新增接入, 注销主体 [default: what is under way or comes next]
    #[arg(long, value_name = "PROCEDURE")]
    procedure: Option<String>,
    /// The day on which it shall open: the last day of each step is counted back from it
    #[arg(long, value_name = "DAY")]
    open_on: Option<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How it is shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal and for paper
    Text,
    /// With boxes to tick off
    Markdown,
    /// For programs, version 1
    Json,
}

/// What came of one subject.
type Made = (String, String, Option<Result<String, Words>>);

/// Runs it.
pub(crate) fn run(args: &PlanArgs, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let procedure: Option<Procedure> = args.procedure.as_deref().map(term).transpose()?;
    let open_on = args.open_on.as_deref().map(|text| day("--open-on", text)).transpose()?;
    let repository = Repository::open(context, std::path::Path::new("."))?;
    let target = Target::records(&repository)?;
    let disk = Disk::open(&target.root, TreeLimits::default()).map_err(Failure::from)?;
    let judging = Judging::new(&repository.grounds, Asked::of_records(), Days::today(context.today));
    tell_unused(&repository, context.lang).map_err(Failure::writing)?;
    let rules = repository.grounds.rules().into_owned();
    let wanted = Wanted { service: args.service.as_deref(), procedure, open_on };
    let look = |seen: &Surveyed<'_>| made(seen, &judging, args, &wanted, &rules, context);
    let done = AtomicUsize::new(0);
    let (survey, all) = progress::shown(context.lang, &done, || survey_each(&disk, &judging, &done, &look))?;
    match all.iter().find_map(|(_, _, made)| made.as_ref()) {
        Some(Ok(text)) => out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::writing)?,
        Some(Err(why)) => return Err(Failure::usage(why.clone())),
        None if survey.not_seen.files != 0 => {
            let name = &args.subject;
            return Err(Failure::refused(words!(
                "没有看到主体 {name}：有的文件或文件夹看不到，beian validate 列出它们",
                "the subject {name} was not seen: there are files or folders that cannot be, as `beian validate` lists"
            )));
        }
        None => return Err(unknown(args, &all)),
    }
    Ok(Outcome::Clean)
}

/// The plan of a subject if it is the one that is meant.
fn made(
    seen: &Surveyed<'_>,
    judging: &Judging<'_>,
    args: &PlanArgs,
    wanted: &Wanted<'_>,
    rules: &str,
    context: &Context,
) -> Made {
    let subject = &seen.read.subject;
    let (id, folder) = (subject.id.to_string(), seen.raw.folder.clone());
    if !subject.particulars.place.is_somewhere() || (id != args.subject && folder != args.subject.trim_end_matches('/'))
    {
        return (id, folder, None);
    }
    let case = judging.case(subject);
    let found = blockers(seen.findings);
    let stages = of_case(&case, &deadlines(&case), &found);
    let made = plan(&case, &stages, wanted).map(|plan| {
        let organiser = subject.particulars.value.name.known().map_or(id.as_str(), |name| &**name);
        let shown = Shown {
            plan: &plan,
            veil: seen.read.veil(),
            id: &id,
            organiser,
            today: context.today,
            rules,
            lang: context.lang,
        };
        match args.format {
            Format::Text => text::made(&shown),
            Format::Markdown => markdown::made(&shown),
            Format::Json => json::made(&shown),
        }
    });
    let made = made.map_err(|why| seen.read.veil().words(why));
    (id, folder, Some(made))
}

fn unknown(args: &PlanArgs, all: &[Made]) -> Failure {
    let name = &args.subject;
    let failure = Failure::nothing(words!("没有主体 {name}", "there is no subject {name}"));
    match nearest(name, all.iter().map(|(id, _, _)| id.as_str())) {
        Some(near) => failure.hint(words!("是不是 {near}？", "did you mean {near}?")),
        None => failure.hint(Words::fixed(
            "主体写标识或文件夹；新的主体先建一个文件夹，写三行 subject.yaml：format、name、nature",
            "name a subject by its identity or folder; a new one begins with a folder and three lines of subject.yaml: \
             format, name, nature",
        )),
    }
}
