//! N110: the current number is of another province.

use super::held::goes_on;
use super::written::seen;
use crate::filed::{Aspect, either_way, under_way_of};
use crate::law::{HUAWEI_GUIDE, MII_33};
use crate::names::{Province, Region};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

/// The current number is of another province.
pub static RULE: Rule = Rule {
    code: "N110",
    name: "number-of-another-province",
    severity: Severity::Warning,
    title: Words::fixed("现用备案号不是所在省的", "the current number is of another province"),
    demand: Words::fixed(
        "备案由主办单位住所所在省的通信管理局受理，号码以该省简称开头",
        "Filings go to the Communications Administration of the organiser's province, and numbers start with its \
         letter",
    ),
    help: Words::fixed(
        "核对所在地；确实迁了省的，办跨省变更，或注销后在新省重新备案",
        "check the region; who moved to another province files the move (跨省变更), or deregisters and files anew \
         there",
    ),
    sources: &[MII_33.article(3), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("单位在浙江，号码是江苏的", "an organiser in Zhejiang with a number of Jiangsu"),
        given: &[
            Given::Edit { file: "example/subject.yaml", old: "浙ICP备2021000017号", new: "苏ICP备2021000017号" },
            Given::Edit {
                file: "example/services.yaml", old: "浙ICP备2021000017号-1", new: "苏ICP备2021000017号-1"
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "number: \"浙ICP备2021000017号\"",
                new: "number: \"苏ICP备2021000017号\"",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "浙ICP备2021000017号-1",
                new: "苏ICP备2021000017号-1",
            },
        ],
        finds: &["example/subject/numbers/0/number"],
    },
    keeps: Example {
        shows: Words::fixed("都在浙江", "both of Zhejiang"),
        given: &[Given::Stands { file: "example/subject.yaml", text: "  - number: \"浙ICP备2021000017号\"\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    let Some(written) = facts.region.placed() else { return };
    let Ok(region) = Region::parse(&written.value) else { return };
    let own = region.province();
    // That nobody can file there is a rule of its own.
    if !own.can_file() {
        return;
    }
    // The numbers are the old province's until the new one has approved.
    let moves = |(asked, _): (Procedure, _)| asked == Procedure::ChangeProvince;
    if either_way(case.subject, "subject", Aspect::Values) && under_way_of(case.subject).any(moves) {
        return;
    }
    for held in facts.numbers.items().iter().filter(|held| goes_on(&held.value, case.today)) {
        let Some(number) = held.value.number.placed() else { continue };
        let Some(letter) = seen(&number.value).and_then(|seen| seen.letter) else { continue };
        // A wrong letter for the right province has a rule of its own.
        if own.miit.contains(letter) || own.wrong_miit.contains(letter) {
            continue;
        }
        let Some(there) = Province::of_miit(letter) else { continue };
        let (zh, en, zh_own, en_own) = (there.name_zh, there.name_en, own.name_zh, own.name_en);
        report
            .at(
                number.place,
                words!("备案号是{zh}的，主体却在{zh_own}", "the number is of {en}, but the subject is in {en_own}"),
            )
            .related(written.place, Words::fixed("所在地在这里", "the region stands here"));
    }
}
