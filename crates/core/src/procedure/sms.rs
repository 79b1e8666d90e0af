//! Who gets the text message of the ministry (12381).

use super::join::Order;
use super::situation::{Situation, known};
use super::verdict::Receiver;
use crate::change::KeyOf;
use crate::numbers::mask;
use crate::vocabulary::Procedure;
use crate::words::Words;
use std::collections::BTreeSet;

const SUBJECT: Words = Words::fixed("主体负责人", "the subject's principal");
const SERVICE: Words = Words::fixed("服务负责人", "the service's principal");

/// The receivers of an order. A first filing goes to both levels, a change to the level that
/// changes, at the new number; the rest to the service's principal, a subject's end to the
/// subject's. Cancelling access, and what stays at the provider, asks nobody.
pub(super) fn receivers(s: &Situation<'_>, order: &Order, procedure: Procedure) -> Vec<Receiver> {
    let has_subject = order.scopes().contains(&super::demand::Scope::Subject);
    let services = order.services();
    let (subject, service, before) = match procedure {
        Procedure::First | Procedure::ChangeProvince => (true, true, false),
        Procedure::ChangeSubject | Procedure::ChangeBoth => (has_subject, !services.is_empty(), false),
        Procedure::AddService
        | Procedure::AddAccess
        | Procedure::ChangeService
        | Procedure::ChangeAccess
        | Procedure::Migration => (false, true, false),
        Procedure::DeregisterService => (false, true, true),
        Procedure::DeregisterSubject => (true, false, true),
        Procedure::DeregisterEmptyShell
        | Procedure::DeregisterOther
        | Procedure::CancelAccess
        | Procedure::Transfer
        | Procedure::Claim
        | Procedure::Existing => (false, false, false),
    };
    let mut found = BTreeSet::new();
    if subject && let Some(key) = subject_principal(s, before) {
        found.insert(receiver(s, &key, SUBJECT));
    }
    for key in services.iter().filter(|_| service) {
        if let Some(person) = service_principal(s, key, before) {
            found.insert(receiver(s, &person, SERVICE));
        }
    }
    merged(found)
}

fn subject_principal(s: &Situation<'_>, before: bool) -> Option<String> {
    let old = s.before().filter(|_| before).and_then(|subject| known(&subject.principal));
    let old = old.map(|key| s.changes.new_key(KeyOf::Person, key));
    old.or_else(|| s.principal()).map(str::to_owned)
}

fn service_principal(s: &Situation<'_>, key: &str, before: bool) -> Option<String> {
    let old = s.old_service(key).filter(|_| before).and_then(|service| known(&service.principal));
    let old = old.map(|key| s.changes.new_key(KeyOf::Person, key));
    old.or_else(|| s.service(key).and_then(|service| known(&service.principal))).map(str::to_owned)
}

fn receiver(s: &Situation<'_>, key: &str, role: Words) -> Receiver {
    let mobile = s
        .person(key)
        .and_then(|person| known(&person.mobile))
        .map(|number| if mask::is_masked(number) { number.to_owned() } else { mask::mask_mobile(number) });
    Receiver { person: key.to_owned(), role, mobile }
}

/// One person on both levels gets one code, if the number is one.
fn merged(found: BTreeSet<Receiver>) -> Vec<Receiver> {
    let mut list: Vec<Receiver> = Vec::new();
    for receiver in found {
        match list.iter_mut().find(|known| known.person == receiver.person) {
            Some(known) if known.role != receiver.role => {
                known.role = Words::fixed("主体负责人兼服务负责人", "principal of subject and service");
            }
            Some(_) => {}
            None => list.push(receiver),
        }
    }
    list
}
