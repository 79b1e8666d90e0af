//! F167: a paper is a certificate of another kind than its holder has.

use crate::day::Day;
use crate::law::{MII_33, RECORD_FORMAT};
use crate::model::Filing;
use crate::record::Vocabulary;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::orders::{all, in_force_at, is_own, tell, texts_of};
use crate::vocabulary::CertificateKind;
use crate::words;
use crate::words::Words;

/// A paper is a certificate of another kind than its holder has.
pub static RULE: Rule = Rule {
    code: "F167",
    name: "paper-of-another-kind",
    severity: Severity::Note,
    title: Words::fixed("材料的证件类型与持有者的不同", "a paper is a certificate of another kind than its holder has"),
    demand: Words::fixed(
        "订单交的证件就是备案的那种证件；材料写的类型与订单填报过的、或人员记录里的都不同，有一处写错，\
         或者证件后来换了",
        "The certificate handed in is the one under which subject or principal is filed. Where the paper is of a kind \
         that no order names, nor else the record of the person, one of both is wrong, or the certificate was \
         replaced since",
    ),
    help: Words::fixed(
        "对照证件改正材料的 kind 或证件的 kind；后来换了证件的不用改",
        "correct the `kind` of the paper or of the certificate by the document; if it was replaced since, leave it",
    ),
    sources: &[MII_33.article(7), RECORD_FORMAT.whole()],
    since: None,
    until: None,
    check: Check::Filing(check),
    breaks: Example {
        shows: Words::fixed(
            "持居民身份证，材料却是护照",
            "an identity card in the records, a passport among the papers",
        ),
        given: &[Given::Edit {
            file: "example/filings/2021-02-20-first.yaml",
            old: "  - kind: 居民身份证\n",
            new: "  - kind: 护照\n",
        }],
        finds: &["example/filings/2021-02-20-first/papers/1/kind"],
    },
    keeps: Example {
        shows: Words::fixed("材料就是登记的证件", "the paper is the certificate of the records"),
        given: &[Given::Stands { file: "example/filings/2021-02-20-first.yaml", text: "  - kind: 居民身份证\n" }],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Filing>, report: &mut Report<'_>) {
    if !is_own(named.record) {
        return;
    }
    let begun = in_force_at(case, named);
    for paper in named.record.papers.items() {
        let (Some(kind), Some(of)) = (paper.value.kind.placed(), paper.value.of.placed()) else { continue };
        let Some(handed) = certificate(&kind.value) else { continue };
        let held = held(case, &of.value, begun);
        let Some(first) = held.first().filter(|_| !held.contains(&handed)) else { continue };
        // One may hand in more papers than the one that is registered; then that one is among them.
        let papers = named.record.papers.items().iter();
        let same_holder = papers.filter(|other| other.value.of.known().is_some_and(|other| **other == *of.value));
        let mut kinds = same_holder.filter_map(|other| certificate(other.value.kind.known()?));
        if kinds.any(|kind| held.contains(&kind)) {
            continue;
        }
        let (handed, held, of) = (handed.term(), first.term(), &of.value);
        let said = words!(
            "材料是{handed}，{of} 备案的证件是{held}",
            "the paper is a {handed}, and `{of}` is filed under a {held}",
        );
        tell(case, report, kind.place, said);
    }
}

/// The kind of certificate that a paper is by its name, if it is one.
fn certificate(name: &str) -> Option<CertificateKind> {
    let at = CertificateKind::INFO.terms.iter().position(|known| known.canonical == name)?;
    CertificateKind::from_index(at)
}

/// The kinds of certificate under which orders ever filed subject or person, or else that of the person's record, which
/// may have come in the place of another.
fn held(case: &Case<'_>, of: &str, begun: Day) -> Vec<CertificateKind> {
    let fact = format!("{of}/certificate/kind");
    let filed: Vec<&str> = all(case).flat_map(|order| texts_of(order.record, &fact)).collect();
    if !filed.is_empty() {
        return filed.into_iter().filter_map(certificate).collect();
    }
    let recorded = || {
        let person = case.subject.people.get(of.strip_prefix("people/")?)?;
        let held = person.value.certificate.known()?;
        let from = held.valid.known().and_then(|valid| valid.from.known().copied());
        held.kind.known().copied().filter(|_| from.is_none_or(|from| from <= begun))
    };
    recorded().into_iter().collect()
}
