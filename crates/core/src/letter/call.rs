//! Which letters a matter calls for, and what each says besides the shared parts.

use super::changed::{self, Changed};
use super::content::{
    ApprovalLine, Authorisation, Change, Content, EndOf, Letter, Notice, PriorApproval, Rename, ServiceLine, Statement,
};
use super::entry::Entry;
use super::matter::Matter;
use super::state::State;
use super::{Letters, ending, parts, tasks};
use crate::change::{Fact, PersonField as P, ServiceField as S, SubjectField as F};
use crate::model::Approvals;
use crate::names::Province;
use crate::numbers::RecordNumber;
use crate::personal::{Held, Veil};
use crate::record::Plain;
use crate::tables::{Act, Demand, Manner, PaperLetter};
use crate::vocabulary::LetterKind as K;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;
use std::collections::BTreeMap;

const EFFECTIVE: Words = Words::fixed("变更生效日期", "day on which the change takes effect");

const NO_CHANGES: Words = Words::fixed(
    "订单没有写变更事项（facts），“变更事项”表留空，请手工填写",
    "the filing names no facts: the table of what changes is left blank and is to be filled in by hand",
);

/// The letters of a matter.
pub(super) fn letters(matter: &Matter<'_>) -> Letters {
    let mut found = Letters::default();
    match matter.procedure {
        Procedure::ChangeSubject
        | Procedure::ChangeService
        | Procedure::ChangeBoth
        | Procedure::ChangeAccess
        | Procedure::ChangeProvince => {
            found.add(matter, K::Change, change(matter));
            if changed::changes(matter).is_empty() {
                found.said.push(NO_CHANGES);
            }
            rename(matter, &mut found);
            authorisations(matter, &mut found);
            if asks_pledge(matter) {
                found.add(matter, K::Pledge, Content::Pledge);
            }
            if matter.changes(|fact| matches!(fact, Fact::Service(_, S::Approvals | S::Content | S::Name))) {
                prior_approval(matter, &mut found);
            }
            notice(matter, K::ChangeNotice, &mut found);
        }
        Procedure::First | Procedure::AddService | Procedure::AddAccess => {
            authorisations(matter, &mut found);
            found.add(matter, K::Pledge, Content::Pledge);
            if matter.procedure != Procedure::AddAccess {
                prior_approval(matter, &mut found);
            }
        }
        Procedure::DeregisterService => end(matter, K::DeregisterService, EndOf::Service, &mut found),
        Procedure::DeregisterSubject => end(matter, K::DeregisterSubject, EndOf::Subject, &mut found),
        Procedure::DeregisterEmptyShell => end(matter, K::DeregisterShell, EndOf::Shell, &mut found),
        Procedure::DeregisterOther => found.add(matter, K::DeregisterOther, ending::other(matter)),
        Procedure::CancelAccess => {
            found.add(matter, K::CancelAccess, ending::cancel_access(matter));
            notice(matter, K::EndNotice, &mut found);
        }
        Procedure::Migration | Procedure::Transfer | Procedure::Claim | Procedure::Existing => {
            found.said.extend(super::without(matter.procedure));
        }
    }
    found
}

impl Letters {
    fn add(&mut self, matter: &Matter<'_>, kind: K, content: Content) {
        let mut manner = parts::manner_of(matter, kind);
        if let Content::PriorApproval(statement) = &content
            && !statement.lines.iter().all(|line| line.statement == Statement::NotInvolved)
        {
            // What provinces say of this letter is of statements that nothing is involved.
            manner = Manner { title: kind.words().zh.into_owned(), accepted: true, notes: Vec::new(), ..manner };
        }
        if !manner.accepted {
            self.said.extend(manner.notes);
            return;
        }
        let state = matter.standing();
        let services = shown_services(matter, kind, named(&content))
            .iter()
            .map(|key| parts::service(matter, state, key))
            .collect();
        self.said.extend(manner.notes.iter().filter(|note| !self.said.contains(note)).cloned().collect::<Vec<_>>());
        self.letters.push(Letter {
            day: matter.day,
            kind,
            title: if kind.is_internal() { format!("{}内部通知", matter.procedure) } else { manner.title.clone() },
            subject: matter.after.subject.id.clone(),
            addressee: addressee(matter, kind, &content),
            procedure: matter.procedure,
            organiser: parts::organiser(matter, state),
            services,
            signing: parts::signing(&manner),
            enclosures: enclosures(matter, kind),
            contact: parts::contact(matter),
            periods: parts::periods(matter),
            veil: Veil::over(Some(matter.before.subject), Some(matter.after.subject)),
            content,
        });
    }
}

/// Only the administration of the record's own province deregisters it, and only the provider
/// gives up its access.
fn addressee(matter: &Matter<'_>, kind: K, content: &Content) -> Entry {
    match (kind, content) {
        (K::CancelAccess, Content::CancelAccess(cancel)) => cancel.provider.clone(),
        (K::DeregisterOther, Content::Other(other)) => {
            let number = other.number.given().and_then(|text| RecordNumber::parse(text).number);
            let named = number.and_then(|number| number.province()).and_then(Province::administration);
            named.map_or(
                Entry::Open(Words::fixed(
                    "主送机关：该备案所在省通信管理局",
                    "addressee: the administration of that filing's province",
                )),
                |words| Entry::Given(words.zh.into_owned()),
            )
        }
        _ => parts::administration(matter.standing()),
    }
}

/// The services that the content of a letter names itself.
fn named(content: &Content) -> Option<&[String]> {
    match content {
        Content::Authorisation(authorisation) => Some(&authorisation.services),
        Content::Change(_)
        | Content::Rename(_)
        | Content::End(_)
        | Content::CancelAccess(_)
        | Content::Other(_)
        | Content::Pledge
        | Content::PriorApproval(_)
        | Content::Notice(_) => None,
    }
}

/// The services that stand in a letter: those it is about, or all that hang under the subject.
fn shown_services(matter: &Matter<'_>, kind: K, named: Option<&[String]>) -> Vec<String> {
    let own = matter.services();
    if matter.procedure == Procedure::DeregisterEmptyShell {
        return Vec::new();
    }
    if let Some(named) = named {
        return named.to_vec();
    }
    let whole = own.is_empty() || matter.covers.contains("subject") || kind == K::Rename;
    let mut keys = own;
    if whole {
        keys.extend(matter.running.iter().cloned());
    }
    matter.sort(&mut keys);
    keys.dedup();
    keys
}

fn enclosures(matter: &Matter<'_>, kind: K) -> Vec<String> {
    let named = || parts::enclosures(matter);
    let or = |named: Vec<String>, usual: Vec<String>| if named.is_empty() { usual } else { named };
    match kind {
        K::Change => {
            let letter = (renamed(matter) && !matter.before.is_individual()).then(|| "更名函".to_owned());
            named().into_iter().chain(letter).collect()
        }
        K::Rename => {
            let document = parts::basis_copy(matter);
            document.into_iter().chain([parts::certificate_copy(matter)]).collect()
        }
        K::DeregisterService | K::DeregisterSubject | K::DeregisterShell => or(named(), parts::applicant(matter)),
        K::CancelAccess => or(named(), vec![parts::certificate_copy(matter)]),
        K::DeregisterOther => {
            let proof = "域名证书（证明域名归申请人所有）".to_owned();
            or(named(), std::iter::once(proof).chain(parts::applicant(matter)).collect())
        }
        K::Authorisation | K::Pledge | K::PriorApproval | K::ChangeNotice | K::EndNotice => Vec::new(),
    }
}

fn change(matter: &Matter<'_>) -> Content {
    let rests = parts::has_basis(matter) || matter.changes(rests_on_document);
    let stays = |fact: &Fact| matches!(fact, Fact::Service(_, S::Content | S::Category | S::Approvals | S::Name));
    Content::Change(Change {
        changes: changed::changes(matter),
        reason: parts::reason(matter),
        basis: rests.then(|| parts::basis(matter)),
        effective: Entry::day(parts::effective(matter), EFFECTIVE),
        content_stays: !matter.changes(stays),
        holder_follows: matter.changes(names_holder),
    })
}

/// What changes on a new certificate rests on the document of its office.
pub(super) const fn rests_on_document(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Subject(F::Name | F::Nature | F::CertificateKind | F::CertificateNumber | F::CertificateAddress)
    )
}

/// What the registry of a domain holds of its holder.
const fn names_holder(fact: &Fact) -> bool {
    matches!(fact, Fact::Subject(F::Name | F::Nature | F::CertificateKind | F::CertificateNumber))
}

fn renamed(matter: &Matter<'_>) -> bool {
    matter.changes(|fact| *fact == Fact::Subject(F::Name))
}

fn rename(matter: &Matter<'_>, found: &mut Letters) {
    if !renamed(matter) || matter.before.is_individual() {
        return;
    }
    let name = Fact::Subject(F::Name);
    let number = matter.changes(|fact| *fact == Fact::Subject(F::CertificateNumber));
    let content = Content::Rename(Rename {
        old: matter.before.entry(&name),
        new: matter.after.entry(&name),
        certificate: matter.after.entry(&Fact::Subject(F::CertificateKind)),
        certificate_number: number.then(|| matter.after.entry(&Fact::Subject(F::CertificateNumber))),
        basis: parts::basis(matter),
        effective: Entry::day(parts::effective(matter), EFFECTIVE),
    });
    found.add(matter, K::Rename, content);
    if matter.decides(Demand::RenameLetter).is_none() {
        found.said.push(Words::fixed(
            "资料中未见该省要求更名函；管局或接入商要求时再交",
            "the sources do not show that the province asks for the letter on the name; hand it in if asked",
        ));
    }
}

/// One authorisation a person: the papers say who needs one.
fn authorisations(matter: &Matter<'_>, found: &mut Letters) {
    let mut people: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    for need in &matter.needs.papers {
        let of_subject = match need.serves {
            Some(PaperLetter::OfPrincipal) => true,
            Some(PaperLetter::OfManager) => false,
            Some(PaperLetter::Pledge | PaperLetter::Rename) | None => continue,
        };
        for key in need.of.iter().filter_map(|of| of.strip_prefix("people/")) {
            let parts = people.entry(key.to_owned()).or_default();
            parts.0 |= of_subject;
            parts.1 |= !of_subject;
        }
    }
    for (key, (of_subject, of_services)) in people {
        found.add(matter, K::Authorisation, authorisation(matter, &key, of_subject, of_services));
    }
}

fn authorisation(matter: &Matter<'_>, key: &str, of_subject: bool, of_services: bool) -> Content {
    let state = &matter.after;
    let legal = state.subject_text(F::LegalRepresentative);
    let text = |field| state.person_text(key, field);
    let label = |field| Fact::Person(key.into(), field).words();
    let is_theirs = |service: &String| state.service_text(service, S::Principal).as_deref() == Some(key);
    let own = matter.services();
    let services: Vec<String> = if of_services {
        own.into_iter().filter(is_theirs).collect()
    } else if own.is_empty() {
        matter.running.clone()
    } else {
        own
    };
    Content::Authorisation(Authorisation {
        legal_representative: state.person(legal.as_deref(), Fact::Subject(F::LegalRepresentative).words()),
        person: state.person(Some(key), Words::fixed("被授权人姓名", "name of the person authorised")),
        certificate: Entry::text(text(P::CertificateKind).as_deref(), label(P::CertificateKind)),
        certificate_number: Entry::personal(
            Held::Number,
            text(P::CertificateNumber).as_deref(),
            Words::fixed("被授权人证件号码", "number of the certificate of the person authorised"),
        ),
        post: Entry::text(text(P::Post).as_deref(), Words::fixed("被授权人职务", "post of the person authorised")),
        department: Entry::text(
            text(P::Department).as_deref(),
            Words::fixed("被授权人部门", "department of the person authorised"),
        ),
        of_subject,
        of_services,
        services,
    })
}

fn asks_pledge(matter: &Matter<'_>) -> bool {
    matter.needs.papers.iter().any(|need| need.serves == Some(PaperLetter::Pledge))
}

fn prior_approval(matter: &Matter<'_>, found: &mut Letters) {
    let state = &matter.after;
    let line =
        |key: &String| ApprovalLine { service: parts::service(matter, state, key), statement: statement(state, key) };
    let lines: Vec<ApprovalLine> = matter.services().iter().map(line).collect();
    if !lines.is_empty() {
        let approved = asked(matter, Act::Approval).chain(pledged(matter)).collect();
        let filed = asked(matter, Act::Filing).collect();
        found.add(matter, K::PriorApproval, Content::PriorApproval(PriorApproval { lines, approved, filed }));
    }
}

/// What surely needs such an act on the day of the letter.
fn asked<'a>(matter: &Matter<'a>, act: Act) -> impl Iterator<Item = String> + use<'a> {
    let rows = matter.tables.approvals.on(matter.day).filter(move |row| row.is_surely(act));
    rows.map(|row| row.service.clone())
}

/// What needs no approval, while the province asks for a pledge that it is not offered.
fn pledged(matter: &Matter<'_>) -> Vec<String> {
    let state = matter.standing();
    let (Some(province), nature) = (state.province(), state.nature()) else { return Vec::new() };
    let papers = matter.tables.papers.of(matter.procedure, nature, matter.day);
    let denied = papers.filter(|paper| paper.is_of(province.code)).filter_map(|paper| paper.denies);
    let rows = denied.filter_map(|kind| matter.tables.approvals.of(kind, matter.day).row());
    rows.filter(|row| !row.is_surely(Act::Approval)).map(|row| row.service.clone()).collect()
}

fn statement(state: &State<'_>, key: &str) -> Statement {
    match state.value(&Fact::Service(key.into(), S::Approvals)) {
        None => Statement::Unknown,
        Some(Plain::Text(_)) => Statement::NotInvolved,
        Some(Plain::List(_) | Plain::Map(_)) => {
            let service = state.subject.services.get(key).and_then(|service| service.value.approvals.known());
            let Some(Approvals::Given(given)) = service else { return Statement::Unknown };
            let text = |slot: Option<String>, label| Entry::text(slot.as_deref(), label);
            Statement::Given(
                given
                    .iter()
                    .map(|one| {
                        let approval = &one.value;
                        [
                            text(approval.kind.known().map(ToString::to_string), Words::fixed("审批类型", "kind")),
                            text(
                                approval.authority.known().map(ToString::to_string),
                                Words::fixed("审批机关", "authority"),
                            ),
                            text(approval.number.known().map(ToString::to_string), Words::fixed("批准文号", "number")),
                        ]
                    })
                    .collect(),
            )
        }
    }
}

fn end(matter: &Matter<'_>, kind: K, of: EndOf, found: &mut Letters) {
    // That nothing runs any more is what the letter declares.
    if of == EndOf::Shell && !matter.running.is_empty() {
        let count = matter.running.len();
        found.said.push(words!(
            "不出具材料：记录中名下还有 {count} 项在备案的服务，不是空壳主体；要全部终止请办理注销主体",
            "no letter is written: the records hold {count} services on file, so it is no empty subject; deregister \
             the subject instead"
        ));
        return;
    }
    found.add(matter, kind, Content::End(ending::end(matter, of)));
    notice(matter, K::EndNotice, found);
}

fn notice(matter: &Matter<'_>, kind: K, found: &mut Letters) {
    let (label, changes): (Words, Vec<Changed>) = match kind {
        K::ChangeNotice => (EFFECTIVE, changed::changes(matter)),
        _ => (ending::CLOSED, Vec::new()),
    };
    let effective =
        if kind == K::ChangeNotice { Entry::day(parts::effective(matter), label) } else { ending::closed(matter) };
    let state = matter.standing();
    let keys = shown_services(matter, kind, None);
    let services: Vec<ServiceLine> = keys.iter().map(|key| parts::service(matter, state, key)).collect();
    let tasks = tasks::tasks(matter, kind, &services);
    found.add(matter, kind, Content::Notice(Notice { tasks, effective, changes }));
}
