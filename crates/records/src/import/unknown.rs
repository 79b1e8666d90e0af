//! What the registry could not tell of a subject, in one line.

use beian_core::model::Subject;
use beian_core::words;
use beian_core::words::Words;

/// What is missing from an imported subject.
pub(super) fn unknown(subject: &Subject) -> Words {
    let mut zh = vec!["主体证件", "通信地址", "负责人", "接入商和服务器", "首次核发日期"];
    let mut en = vec!["certificate", "address", "principals", "access and servers", "day of the first grant"];
    let mut add = |missing: bool, chinese, english| {
        if missing {
            zh.push(chinese);
            en.push(english);
        }
    };
    let particulars = &subject.particulars.value;
    add(particulars.name.is_absent(), "主办单位名称", "name");
    add(particulars.nature.is_absent(), "主办单位性质", "nature");
    add(particulars.region.is_absent(), "所在地区划", "region");
    add(!subject.domains.is_empty(), "域名的持有者和期限", "holders and terms of the domains");
    let unnamed = subject.services.iter().filter(|(_, service)| service.value.name.is_absent()).count();
    let all = subject.services.len();
    let (zh, en) = (zh.join("、"), en.join(", "));
    if unnamed == 0 {
        words!("管局不显示：{zh}", "the registry does not tell: {en}")
    } else {
        words!(
            "管局不显示：{zh}、服务名称（{all} 个中的 {unnamed} 个）",
            "the registry does not tell: {en}, names of services ({unnamed} of {all})"
        )
    }
}
