//! F165: a running order lists papers, and not one that it needs as well.

use crate::change::{Change, Fact};
use crate::law::{HUAWEI_GUIDE, TENCENT_GUIDE};
use crate::model::{Filing, Paper};
use crate::procedure::{PaperNeed, recorded};
use crate::record::{FactChange, Placed, Vocabulary};
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{is_open, procedure, tell};
use crate::rules::parts;
use crate::tables::PaperLetter;
use crate::vocabulary::CertificateKind;
use crate::words;
use crate::words::Words;

/// A running order lists papers, and not one that it needs as well.
pub static RULE: Rule = Rule {
    code: "F165",
    name: "papers-incomplete",
    severity: Severity::Warning,
    title: Words::fixed(
        "在办订单列了材料，缺了该有的一份",
        "a running order lists papers, and not one that it needs as well",
    ),
    demand: Words::fixed(
        "材料不齐的订单会被退回；订单里列了材料的，其余该交的也要列",
        "An order without all of its papers is sent back; where some are listed, so are the others",
    ),
    help: Words::fixed("补齐材料并列入 papers", "get the paper and add it to `papers`"),
    sources: &[TENCENT_GUIDE.whole(), HUAWEI_GUIDE.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed(
            "有营业执照和同事的证件，没有负责人的",
            "a colleague's certificate, and not the principal's",
        ),
        given: &[
            parts::OFFICE_MOVED,
            parts::MOVE_JUST_FILED,
            Given::Edit {
                file: "example/filings/2026-11-20-address.yaml",
                old: "effective: 2026-12-25\n",
                new: yaml! {"
                    effective: 2026-12-25
                    papers:
                      - kind: 营业执照
                        of: subject
                        where: 公司档案柜 A-4
                      - kind: 居民身份证
                        of: people/li
                        where: 公司档案柜 A-4
                "},
            },
        ],
        finds: &["example/filings/2026-11-20-address/papers"],
    },
    keeps: Example {
        shows: Words::fixed("两样都列了", "both are listed"),
        given: &[parts::OFFICE_MOVED, parts::MOVE_JUST_FILED, parts::MOVE_PAPERS],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    let filing = named.record;
    // That no paper is listed tells nothing, and what was decided had its papers.
    let Some(papers) = filing.papers.placed().filter(|papers| is_open(filing) && !papers.value.is_empty()) else {
        return;
    };
    if procedure(filing).is_none() {
        return;
    }
    // Whoever lists the certificates of the organiser and of a person lists all of them; fewer are what is
    // special about the order.
    let lists = |of: fn(&str) -> bool| papers.value.iter().any(|paper| is_of_identity(&paper.value, of));
    if !lists(|of| of == "subject") || !lists(|of| of.starts_with("people/")) {
        return;
    }
    let needs = recorded(case.tables, case.subject, filing, &changes(filing), case.today).papers;
    let absent = needs.iter().filter(|need| need.only_if.is_none() && need.confidence.decides());
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for need in absent.filter(|need| is_absent(case, need, &papers.value)) {
        let of = if need.of.is_empty() { String::new() } else { format!("（{}）", need.of.join("、")) };
        zh.push(format!("{}{of}", need.name.zh));
        en.push(format!("{}{of}", need.name.en));
    }
    if zh.is_empty() {
        return;
    }
    let (zh, en) = (zh.join("、"), en.join(", "));
    tell(case, report, papers.place, words!("材料里没有：{zh}", "these papers are not listed: {en}"));
}

/// Whether a paper is not listed of those that are known by whom they are of, or by their name.
fn is_absent(case: &Case<'_>, need: &PaperNeed, papers: &[Placed<Paper>]) -> bool {
    let of = |paper: &Paper, whose: &str| paper.of.known().is_some_and(|of| **of == *whose);
    let called =
        |word: &str| papers.iter().any(|paper| paper.value.kind.known().is_some_and(|kind| kind.contains(word)));
    match (&*need.id, need.serves) {
        ("subject_certificate", _) => {
            let kind = case.subject.particulars.value.certificate.known().and_then(|it| it.kind.known().copied());
            let is_it = |paper: &Paper| of(paper, "subject") || kind.is_some_and(|kind| is_called(paper, kind.term()));
            !papers.iter().any(|paper| is_it(&paper.value)) && !called("证书") && !called("执照")
        }
        ("principal_id" | "manager_id" | "legal_rep_id", _) => {
            !need.of.is_empty() && need.of.iter().any(|whose| !papers.iter().any(|paper| of(&paper.value, whose)))
        }
        (_, Some(PaperLetter::OfPrincipal | PaperLetter::OfManager)) => !called("授权"),
        _ => false,
    }
}

/// Whether a paper says who somebody is.
fn is_of_identity(paper: &Paper, whose: fn(&str) -> bool) -> bool {
    paper.of.known().is_some_and(|of| whose(of))
        && (0..).map_while(CertificateKind::from_index).any(|kind| is_called(paper, kind.term()))
        && !is_called(paper, "授权")
}

fn is_called(paper: &Paper, name: &str) -> bool {
    paper.kind.known().is_some_and(|kind| kind.contains(name))
}

/// The facts of an order as changes.
fn changes(filing: &Filing) -> Vec<Change> {
    let facts = filing.facts.known().into_iter().flat_map(|facts| facts.iter());
    facts
        .filter_map(|(spelled, change)| {
            let fact = Fact::parse(spelled)?;
            Some(match &change.value {
                FactChange::Filed(value) => Change { fact, old: None, new: Some(value.clone()) },
                FactChange::Changed { from, to } => {
                    Change { fact, old: from.known().cloned(), new: to.known().cloned() }
                }
            })
        })
        .collect()
}
