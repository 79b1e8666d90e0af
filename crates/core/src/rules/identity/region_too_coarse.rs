//! I113: the region does not name the county or district.

use crate::law::{HUAWEI_GUIDE, WECHAT_FILING};
use crate::names::Region;
use crate::names::region::Level;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The region does not name the county or district.
pub static RULE: Rule = Rule {
    code: "I113",
    name: "region-too-coarse",
    severity: Severity::Warning,
    title: Words::fixed("所在地没有写到县（市、区）", "the region does not name the county or district"),
    demand: Words::fixed(
        "备案系统要求填写省、市、县三级；不设区的市写到市",
        "The filing system asks for province, city and county; a city without districts is named itself",
    ),
    help: Words::fixed(
        "把 region 改成县（市、区）的六位代码",
        "write the six digits of the county or district in `region`",
    ),
    sources: &[WECHAT_FILING.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("只写到省", "only the province"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: yaml! {r#"
                region: "330106"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
            new: yaml! {r#"
                region: "330000"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
        }],
        finds: &["example/subject/region"],
    },
    keeps: Example {
        shows: Words::fixed("写到区", "down to the district"),
        given: &[Given::Stands {
            file: "example/subject.yaml",
            text: yaml! {r#"
                region: "330106"
                address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室
            "#},
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    /// Cities whose next level is the township.
    const WITHOUT_DISTRICTS: [&str; 4] = ["441900", "442000", "460400", "620200"];
    let Some(written) = case.subject.particulars.value.region.placed() else { return };
    let Ok(region) = Region::parse(&written.value) else { return };
    if region.level() == Level::County || WITHOUT_DISTRICTS.contains(&&*written.value) || !region.province().can_file()
    {
        return;
    }
    let text = &written.value;
    let message = match region.level() {
        Level::Province => words!("区划“{text}”只写到省", "the region `{text}` names a province only"),
        Level::Prefecture | Level::County => words!("区划“{text}”只写到市", "the region `{text}` names a city only"),
    };
    report.at(written.place, message).at_most(case.missing());
}
