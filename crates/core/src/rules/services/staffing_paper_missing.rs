//! S144: an organ or institution files a website without the paper of the staffing office.

use crate::filed::state;
use crate::law::{GOVERNMENT_APPLICATIONS, PROVINCE_PAGES};
use crate::model::{Filing, Paper};
use crate::record::{Placed, Text};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::asked::region;
use crate::rules::orders::covered;
use crate::rules::parts;
use crate::tables::{PaperRow, PaperWho, WordList};
use crate::vocabulary::ServiceKind;
use crate::words;
use crate::words::Words;

macro_rules! blog_with {
    ($paper:literal) => {
        &[
            parts::INSTITUTION,
            parts::INSTITUTION_HOLDS,
            parts::INSTITUTION_FILED,
            SHOP_OF_INSTITUTE[0],
            SHOP_OF_INSTITUTE[1],
            SHOP_OF_INSTITUTE[2],
            SHOP_OF_INSTITUTE[3],
            SHOP_OF_INSTITUTE[4],
            SHOP_OF_INSTITUTE[5],
            SHOP_OF_INSTITUTE[6],
            BLOG_OF_INSTITUTE,
            BLOG_DOMAIN_OF_INSTITUTE,
            Given::File {
                file: "example/filings/2026-11-19-blog.yaml",
                text: concat!(
                    "procedure: 新增互联网信息服务\nthrough: 阿里云\norder: \"20261119000017\"\ncovers:\n  - \
                     services/blog\nfacts:\n  services/blog/kind: 网站\n  services/blog/name: 示例研究手记\n  \
                     services/blog/domains:\n    - shili-blog.cn\n  services/blog/home: www.shili-blog.cn\n  \
                     services/blog/content: 介绍本所的示例研究\n  services/blog/approvals: 不涉及\n  \
                     services/blog/languages:\n    - 中文\n  services/blog/principal: li\nevents:\n  - at: \
                     2026-11-19T10:12:00+08:00\n    event: 提交订单\npapers:\n  - kind: 居民身份证\n    of: \
                     people/li\n    where: 本所档案柜 A-3\n",
                    $paper
                ),
            },
        ]
    };
}

/// An organ or institution files a website without the paper of the staffing office.
pub static RULE: Rule = Rule {
    code: "S144",
    name: "staffing-paper-missing",
    severity: Severity::Warning,
    title: Words::fixed(
        "机关或事业单位备案网站，没有编办的审核材料",
        "an organ or institution files a website without the paper of the staffing office",
    ),
    demand: Words::fixed(
        "党政机关和事业单位开办网站，先经机构编制部门（编办）审核，再备案；审核的材料随订单提交。材料一件都没有写的\
         订单不在此列：那是另一回事",
        "Organs and institutions have the opening of a website reviewed by the staffing office (编办) before it is \
         filed, and hand the paper in with the order. An order that lists no paper at all is another matter",
    ),
    help: Words::fixed(
        "先到本级编办办理开办审核，把材料写进 papers；内部系统不开办网站的，另写说明",
        "have the staffing office review it first and list its paper in `papers`; if it is an internal system, say so \
         in writing",
    ),
    sources: &[GOVERNMENT_APPLICATIONS.article(4), PROVINCE_PAGES.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed("研究所新增网站，只交了身份证", "an institute hands in an identity card alone"),
        given: blog_with!(""),
        finds: &["example/filings/2026-11-19-blog/papers"],
    },
    keeps: Example {
        shows: Words::fixed("交了编办的审核表", "with the form of the staffing office"),
        given: blog_with!("  - kind: 编办网站开办审核表\n    of: services/blog\n    where: 本所档案柜 A-3\n"),
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    let Some(asked) = filing.procedure.known().filter(|asked| asked.files_service()) else { return };
    let Some(papers) = filing.papers.placed().filter(|papers| !papers.value.is_empty()) else { return };
    if !state(filing).is_pending() {
        return;
    }
    let Some(nature) = case.subject.particulars.value.nature.placed() else { return };
    let code = region(case).get(..2).unwrap_or_default();
    let mut rows = case.tables.papers.of(*asked, Some(nature.value), case.today);
    let Some(row) = rows.find(|row| is_of_staffing_office(row) && row.is_of(code)) else { return };
    let mut covered = covered(filing).filter_map(|(path, _)| path.strip_prefix("services/"));
    let Some(site) = covered.find(|key| is_site(case, key)) else { return };
    let called = |kind: &Text| case.tables.words.any(WordList::StaffingPapers, case.today, |word| kind.contains(word));
    let is_it = |paper: &Placed<Paper>| paper.value.kind.known().is_none_or(|kind| called(kind) != Some(false));
    if papers.value.iter().any(is_it) {
        return;
    }
    let (kind, Words { zh, en }) = (nature.value, &row.name);
    let said = words!(
        "{kind}的网站 {site} 要先经编办审核，材料里没有{zh}",
        "the website `{site}` of this kind of body ({kind}) is reviewed by the staffing office first; the papers \
         lack: {en}"
    );
    report
        .at(papers.place, said)
        .at_most(row.provenance.weight())
        .related(nature.place, Words::fixed("主办单位性质", "nature of the subject"));
}

fn is_of_staffing_office(row: &PaperRow) -> bool {
    row.who == PaperWho::Public && row.id.starts_with("staffing_office")
}

fn is_site(case: &Case<'_>, key: &str) -> bool {
    let service = case.subject.services.get(key);
    service.is_some_and(|service| service.value.kind.known() == Some(&ServiceKind::Website))
}

/// The shop as the website of an institute, at each place where it is another one.
const SHOP_OF_INSTITUTE: [Given; 7] = [
    Given::Edit { file: "example/services.yaml", old: "name: 示例好物铺", new: "name: 示例研究" },
    Given::Edit {
        file: "example/services.yaml",
        old: "content: 销售本公司的示例商品\n  category: 网络购物",
        new: "content: 介绍本所的示例研究\n  category: 单位门户",
    },
    Given::Edit {
        file: "example/services.yaml",
        old: "    - shop.example\n  home: www.shop.example",
        new: "    - shili-yanjiusuo.cn\n  home: www.shili-yanjiusuo.cn",
    },
    Given::Edit { file: "example/domains.yaml", old: "shop.example:", new: "shili-yanjiusuo.cn:" },
    Given::Edit {
        file: "example/filings/2021-02-20-first.yaml",
        old: "services/shop/name: 示例好物铺",
        new: "services/shop/name: 示例研究",
    },
    Given::Edit {
        file: "example/filings/2021-02-20-first.yaml",
        old: "    - shop.example\n  services/shop/home: www.shop.example\n  services/shop/content: \
              销售本公司的示例商品",
        new: "    - shili-yanjiusuo.cn\n  services/shop/home: www.shili-yanjiusuo.cn\n  services/shop/content: \
              介绍本所的示例研究",
    },
    Given::Edit {
        file: "example/filings/2021-02-20-first.yaml",
        old: "  - kind: 营业执照\n",
        new: "  - kind: 事业单位法人证书\n",
    },
];

const BLOG_OF_INSTITUTE: Given = Given::Edit {
    file: "example/services.yaml",
    old: "shop:\n  kind: 网站\n",
    new: "blog:\n  kind: 网站\n  name: 示例研究手记\n  domains:\n    - shili-blog.cn\n  home: www.shili-blog.cn\n  \
          access:\n    - provider: 阿里云\n      servers:\n        - web-1\n  content: 介绍本所的示例研究\n  category: \
          单位门户\n  commercial: false\n  approvals: 不涉及\n  languages:\n    - 中文\n  principal: li\nshop:\n  \
          kind: 网站\n",
};

const BLOG_DOMAIN_OF_INSTITUTE: Given = Given::Edit {
    file: "example/domains.yaml",
    old: "  expires: 2029-11-02\n",
    new: "  expires: 2029-11-02\nshili-blog.cn:\n  registrar: 阿里云\n  registered: 2026-09-02\n  holder:\n    name: \
          杭州示例研究所\n    certificate:\n      kind: 事业单位法人证书\n      number: \"12330106MA0EXAMP17\"\n    \
          relation: 主办单位\n  verified: 2026-09-10\n  expires: 2029-11-02\n",
};
