//! I120: an address is in another province than the region.

use super::held::certificate;
use crate::law::{HUAWEI_GUIDE, WECHAT_FILING};
use crate::names::Region;
use crate::names::province::PROVINCES;
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words;
use crate::words::Words;

/// An address is in another province than the region.
pub static RULE: Rule = Rule {
    code: "I120",
    name: "address-in-another-province",
    severity: Severity::Note,
    title: Words::fixed("地址与所在地不在同一个省", "an address is in another province than the region"),
    demand: Words::fixed(
        "通信地址要在备案所在的省市区内；证件住所要与证件区划一致",
        "The address lies in the province, city and district of the filing; the domicile on the certificate fits its \
         region",
    ),
    help: Words::fixed("核对地址和区划代码哪个写错了", "find out which is wrong, the address or the region code"),
    sources: &[WECHAT_FILING.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Subject(check),
    breaks: Example {
        shows: Words::fixed("地址在江苏，区划是浙江", "an address in Jiangsu, a region in Zhejiang"),
        given: &[Given::Edit {
            file: "example/subject.yaml",
            old: "\naddress: 浙江省杭州市西湖区文三路",
            new: "\naddress: 江苏省南京市玄武区示例路",
        }],
        finds: &["example/subject/address", "F146 example/subject/address"],
    },
    keeps: Example {
        shows: Words::fixed("都在浙江", "both in Zhejiang"),
        given: &[Given::Stands {
            file: "example/subject.yaml",
            text: "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = &case.subject.particulars.value;
    judge(facts.address.placed(), facts.region.placed(), report);
    if let Some(certificate) = certificate(case) {
        judge(certificate.address.placed(), certificate.region.placed(), report);
    }
}

fn judge(address: Option<&Placed<Text>>, region: Option<&Placed<Text>>, report: &mut Report<'_>) {
    let (Some(address), Some(written)) = (address, region) else { return };
    let Ok(region) = Region::parse(&written.value) else { return };
    let own = region.province();
    if address.value.starts_with(own.short_zh) {
        return;
    }
    // Only a full name counts: 海南路 is a road in many cities.
    let Some(there) = PROVINCES.iter().find(|province| address.value.starts_with(province.name_zh)) else { return };
    let (zh, en, zh_own, en_own) = (there.name_zh, there.name_en, own.name_zh, own.name_en);
    report
        .at(address.place, words!("地址在{zh}，区划却是{zh_own}", "the address is in {en}, but the region in {en_own}"))
        .related(written.place, Words::fixed("区划在这里", "the region stands here"));
}
