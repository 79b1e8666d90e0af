//! T106: a letter is due and was not answered.

use crate::filed::is_moot;
use crate::law::{Article, Citation, MII_33};
use crate::rule::{Case, Report};
use crate::rule::{Check, Example, Given, Rule, Severity};
use crate::vocabulary::OfficialKind;
use crate::words;
use crate::words::Words;

/// A letter is due and was not answered.
pub static RULE: Rule = Rule {
    code: "T106",
    name: "letter-unanswered",
    severity: Severity::Error,
    title: Words::fixed("来函到期没有答复", "a letter is due and was not answered"),
    demand: Words::fixed(
        "来函要在期限内办理并答复。责令整改的，逾期按所违反的那一条处罚（第二十二条至第二十六条）；\
         年度审核由主办者在网上办，逾期先通告责令改正，拒不改正的关闭网站并注销备案（第二十一条、第二十八条），\
         没有罚款",
        "What a letter demands is done and answered by its day. After an order to correct, the article that was \
         breached says what follows (22 to 26). An annual review is handed in on line by the organiser; if it is \
         late, a public call to put it right comes first, and the site is closed and the filing cancelled if that is \
         refused (21, 28); there is no fine",
    ),
    help: Words::fixed("办理并写 answered", "do what it demands and add `answered`"),
    sources: &[ORDERS, REVIEW],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("过期未答复", "overdue"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 责令整改
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-11-16
            "},
        }],
        finds: &["example/official/2026-11-02-letter/due"],
    },
    keeps: Example {
        shows: Words::fixed("已经答复", "answered"),
        given: &[Given::File {
            file: "example/official/2026-11-02-letter.yaml",
            text: yaml! {"
                kind: 责令整改
                authority: 浙江省通信管理局
                received: 2026-11-02
                about: 备案信息核查
                demands: 核对联系方式并书面答复
                due: 2026-11-16
                answered: 2026-11-10
            "},
        }],
        finds: &[],
    },
};

/// What follows of a breach that an order to correct names.
const ORDERS: Citation =
    MII_33.articles(&[Article::new(22), Article::new(23), Article::new(24), Article::new(25), Article::new(26)]);

/// The annual review, and what follows if it is not handed in.
const REVIEW: Citation = MII_33.articles(&[Article::new(21), Article::new(28)]);

/// Access providers stop the access of whom the administration names.
const CUT_OFF: Citation = MII_33.article(19);

/// What a letter of a kind rests on.
const fn of(kind: Option<OfficialKind>) -> &'static [Citation] {
    match kind {
        Some(OfficialKind::Review) => &[REVIEW],
        Some(OfficialKind::Rectification | OfficialKind::Penalty) => &[ORDERS],
        // An access provider passes on what the administration orders it to do.
        Some(OfficialKind::ProviderNotice) => &[CUT_OFF],
        Some(OfficialKind::EmptyShell | OfficialKind::Other) | None => &[ORDERS, REVIEW],
    }
}

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    for letter in &case.subject.official {
        let record = &letter.record.value;
        let open = record.answered.is_absent() && !is_moot(case.subject, record, case.today);
        let Some(due) = record.due.placed().filter(|_| open) else { continue };
        let kind = record.kind.known().copied();
        // The notice of an empty shell has a rule of its own.
        if kind == Some(OfficialKind::EmptyShell) {
            continue;
        }
        let (stem, day, left) = (&letter.stem, due.value, case.today.days_until(due.value.day()));
        let heavy = if matches!(kind, Some(OfficialKind::ProviderNotice | OfficialKind::Other)) {
            Severity::Warning
        } else {
            Severity::Error
        };
        if left < 0 {
            report
                .at(
                    due.place,
                    words!(
                        "来函 {stem} 要在 {day} 前答复，还没有答复",
                        "the letter `{stem}` was to be answered by {day} and was not"
                    ),
                )
                .at_most(heavy)
                .cite(of(kind));
        } else if left <= SOON {
            report
                .at(
                    due.place,
                    words!(
                        "来函 {stem} 要在 {day} 前答复，还有 {left} 天",
                        "the letter `{stem}` is to be answered by {day}, in {left} days"
                    ),
                )
                .at_most(Severity::Note)
                .cite(of(kind));
        }
    }
}

/// How many days before its day a letter is told.
const SOON: i64 = 7;
