//! A120: a server is said to stand elsewhere than its region.

use super::place::{Stands, stands};
use crate::law::{ALIYUN_GUIDE, RECORD_FORMAT};
use crate::model::Server;
use crate::names::{CloudRegion, Mainland, Province};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// A server is said to stand elsewhere than its region.
pub static RULE: Rule = Rule {
    code: "A120",
    name: "place-against-region",
    severity: Severity::Warning,
    title: Words::fixed("服务器放置地与云地域不符", "a server is said to stand elsewhere than its region"),
    demand: Words::fixed(
        "放置地就是云地域所在的省；两处不一致的，有一处抄错了，备案里的放置地也会跟着错",
        "A server stands in the province of its region; where both differ one of them was copied wrongly, and the \
         place on file with it",
    ),
    help: Words::fixed(
        "照接入商控制台里的地域改正 place 或 cloud_region",
        "correct `place` or `cloud_region` by the region that the provider's console shows",
    ),
    sources: &[RECORD_FORMAT.whole(), ALIYUN_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Server(check),
    breaks: Example {
        shows: Words::fixed("地域在杭州，放置地写广东省", "a region in Hangzhou, and Guangdong as the place"),
        given: &[Given::Edit { file: "example/servers.yaml", old: "place: 浙江省", new: "place: 广东省" }],
        finds: &["example/servers/web-1/place"],
    },
    keeps: Example {
        shows: Words::fixed("都在浙江", "both in Zhejiang"),
        given: &[Given::Stands { file: "example/servers.yaml", text: "place: 浙江省" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Server>, report: &mut Report<'_>) {
    let server = named.record;
    if !server.released.is_absent() {
        return;
    }
    let (Some(at), Some(id), Some(by)) = (server.place.placed(), server.cloud_region.placed(), server.provider.known())
    else {
        return;
    };
    let Some(row) = case.tables.clouds.region(by, &id.value, case.today).row() else { return };
    let Some(place) = stands(case, &at.value) else { return };
    if !contradicts(place, row) {
        return;
    }
    let (text, region, there) = (&at.value, &id.value, &row.place);
    report
        .at(
            at.place,
            words!(
                "放置地写的是{text}，地域 {region} 却在{there}",
                "the place is {text}, but the region `{region}` is in {there}"
            ),
        )
        .at_most(case.most())
        .at_most(row.provenance.weight())
        .related(id.place, Words::fixed("云地域在这里", "the region stands here"));
}

/// Whether a server cannot stand there in that region. That the region itself is outside the mainland has a rule of
/// its own, and which province it is in need not be known.
fn contradicts(place: Stands<'_>, row: &CloudRegion) -> bool {
    match (place, row.mainland) {
        (Stands::Mainland(province), Mainland::Yes) => {
            row.province.as_deref().and_then(Province::of_code).is_some_and(|there| there.code != province.code)
        }
        (Stands::Apart | Stands::Abroad(_), Mainland::Yes) => true,
        (_, Mainland::No | Mainland::Unknown) => false,
    }
}
