//! What the first two characters of a credit code mean (GB 32100 and its later additions).

use crate::words::Words;

/// The registering authority that the first character names.
pub(super) fn authority(first: char) -> Option<Words> {
    Some(match first {
        '1' => Words::fixed("机构编制", "staffing of public bodies (机构编制)"),
        '2' => Words::fixed("外交", "foreign affairs"),
        '3' => Words::fixed("司法行政", "justice administration"),
        '4' => Words::fixed("文化", "culture"),
        '5' => Words::fixed("民政", "civil affairs"),
        '6' => Words::fixed("旅游", "tourism"),
        '7' => Words::fixed("宗教", "religious affairs"),
        '8' => Words::fixed("工会", "trade unions"),
        '9' => Words::fixed("工商（市场监管）", "market regulation"),
        'A' => Words::fixed("中央军委改革和编制办公室", "military staffing"),
        'N' => Words::fixed("农业", "agriculture"),
        'Y' => Words::fixed("其他", "other"),
        _ => return None,
    })
}

/// The class of entity that the second character names under that authority.
pub(super) fn entity_class(first: char, second: char) -> Option<Words> {
    authority(first)?;
    Some(match (first, second) {
        ('1', '1') => Words::fixed("机关", "government organ"),
        ('1', '2') => Words::fixed("事业单位", "public institution"),
        ('1', '3') => Words::fixed("群团机关（编办直接管理机构编制的群众团体）", "mass organisation"),
        ('2', '1') => Words::fixed("外国常驻新闻机构", "foreign news bureau"),
        ('3', '1') => Words::fixed("律师执业机构", "law practice"),
        ('3', '2') => Words::fixed("公证处", "notary office"),
        ('3', '3') => Words::fixed("基层法律服务所", "legal service office"),
        ('3', '4') => Words::fixed("司法鉴定机构", "forensic institute"),
        ('3', '5') => Words::fixed("仲裁委员会", "arbitration commission"),
        ('3', '6') => Words::fixed("商事调解组织", "commercial mediation body"),
        ('4', '1') => Words::fixed("外国在华文化中心", "foreign cultural centre"),
        ('5', '1') => Words::fixed("社会团体", "social organisation"),
        ('5', '2') => Words::fixed("民办非企业单位", "private non-enterprise unit"),
        ('5', '3') => Words::fixed("基金会", "foundation"),
        ('5', '4') => Words::fixed("村民委员会", "village committee"),
        ('5', '5') => Words::fixed("居民委员会", "residents' committee"),
        ('6', '1') => Words::fixed("外国旅游部门常驻代表机构", "foreign tourism office"),
        ('6', '2') => {
            Words::fixed("港澳台旅游部门常驻内地（大陆）代表机构", "tourism office of Hong Kong, Macao or Taiwan")
        }
        ('7', '1') => Words::fixed("宗教活动场所", "place of worship"),
        ('7', '2') => Words::fixed("宗教院校", "religious school"),
        ('8', '1') => Words::fixed("基层工会", "local trade union"),
        ('9', '1') => Words::fixed("企业", "enterprise"),
        ('9', '2') => Words::fixed("个体工商户", "individual business"),
        ('9', '3') => Words::fixed("农民专业合作社", "farmers' cooperative"),
        ('A', '1') => Words::fixed("军队事业单位", "military institution"),
        ('N', '1') => Words::fixed("组级集体经济组织", "collective of a village group"),
        ('N', '2') => Words::fixed("村级集体经济组织", "collective of a village"),
        ('N', '3') => Words::fixed("乡镇级集体经济组织", "collective of a township"),
        ('Y', '1') | (_, '9') => Words::fixed("其他", "other"),
        _ => return None,
    })
}
