//! I119: the address does not go down to the door number.

use crate::law::{HUAWEI_GUIDE, WECHAT_FILING};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// The address does not go down to the door number.
pub static RULE: Rule = Rule {
    code: "I119",
    name: "address-too-vague",
    severity: Severity::Warning,
    title: Words::fixed("通信地址没有写到门牌号", "the address does not go down to the door number"),
    demand: Words::fixed(
        "通信地址要真实、详细，写到门牌号或房间号；只到街道的会被退回",
        "The address is real and detailed, down to the door or room; one that ends with a street is sent back",
    ),
    help: Words::fixed(
        "补上门牌号、楼层和房间号；农村写到村、组",
        "add door number, floor and room; in the country, village and group",
    ),
    sources: &[HUAWEI_GUIDE.whole(), WECHAT_FILING.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("只写到路", "it ends with a road"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
            new: "\naddress: 浙江省杭州市西湖区文三路",
        }],
        finds: &["example/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("写到房间", "down to the room"),
        given: &[Given::Stands {
            file: "example/subject.yaml",
            text: "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let Some(address) = case.subject.particulars.value.address.placed() else { return };
    if address.value.chars().any(is_detail) {
        return;
    }
    let text = &address.value;
    report
        .at(address.place, words!("通信地址“{text}”没有门牌号", "the address `{text}` has no door number"))
        .at_most(case.missing());
}

/// Whether a character shows that an address goes beyond the street: a number or what is
/// counted. Villages have no door numbers, and some yards are known by name.
const fn is_detail(c: char) -> bool {
    matches!(
        c,
        '0'..='9'
            | '０'..='９'
            | '号' | '號' | '室' | '幢' | '栋' | '座' | '楼' | '层' | '弄' | '村' | '屯' | '组' | '队' | '院'
    )
}
