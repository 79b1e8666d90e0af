//! What changes of people ask for: at each level on which they answer.

use super::demand::{Ban, Demand, Scope, Timing};
use super::situation::Situation;
use super::verdict::Reason;
use crate::change::{Change, Fact, PersonField as P, same_number};
use crate::law::HUAWEI_GUIDE;
use crate::record::Plain;
use crate::vocabulary::Procedure;
use crate::words::Words;

pub(super) fn answer(s: &Situation<'_>, key: &str, field: P, change: &Change) -> Vec<Demand> {
    match field {
        // Who answers is told by the reference of the subject or service, not by the list.
        P::Whole => vec![Demand::nothing(Reason::NeverFiled, change)],
        P::Born | P::Home | P::ResidenceKind | P::ResidenceRegion | P::ResidenceValid | P::Post | P::Department => {
            vec![Demand::nothing(Reason::NeverFiled, change)]
        }
        P::Name | P::CertificateKind | P::CertificateNumber | P::CertificateValid => {
            levels(s, key, change, Timing::AtOnce)
        }
        P::Mobile | P::EmergencyPhone | P::EmergencyWhose | P::EmergencyRelation | P::Email => {
            levels(s, key, change, Timing::BeforeEffect)
        }
    }
}

/// The authority holds the two levels apart: who answers on both changes on both.
fn levels(s: &Situation<'_>, key: &str, change: &Change, timing: Timing) -> Vec<Demand> {
    if !s.on_file() {
        return vec![Demand::nothing(Reason::NotYetOnFile, change)];
    }
    if s.subject_ends() {
        return vec![Demand::nothing(Reason::EndsWithIt, change)];
    }
    let of_subject = s.principal() == Some(key);
    if of_subject && !s.organisation() && another_person(s, key) {
        let why = Words::fixed(
            "姓名和证件号码都不同即为另一人，个人备案不能变更给他人",
            "another name and number are another person; a person's filing cannot pass to somebody else",
        );
        let ban = Ban::new(why, &[HUAWEI_GUIDE.whole()]).route(&[Procedure::DeregisterSubject, Procedure::First]);
        return vec![Demand::never(ban, Scope::Subject, change)];
    }
    let mut demands = Vec::new();
    if of_subject {
        demands.push(Demand::file(Procedure::ChangeSubject, Scope::Subject, change, timing).through(s.main_provider()));
    }
    for service in s.services_of(key) {
        let provider = s.provider_of(&service);
        demands.push(Demand::file(Procedure::ChangeService, Scope::Service(service), change, timing).through(provider));
    }
    if demands.is_empty() {
        demands.push(Demand::nothing(Reason::NoPart, change));
    }
    if matches!(change.fact, Fact::Person(_, P::Mobile)) {
        for demand in demands.iter_mut().filter(|demand| matches!(demand.ask, super::demand::Ask::File(_))) {
            demand.notes.push(Words::fixed(
                "短信发到新手机号；号码须本人实名，不与其他主体共用",
                "the text message goes to the new number, which must be the person's own and no other subject's",
            ));
        }
    }
    demands
}

/// Whether both name and number of a person changed, so that the key now names somebody else.
fn another_person(s: &Situation<'_>, key: &str) -> bool {
    let changed = |field: P| {
        s.changes.facts.iter().find(|change| change.fact == Fact::Person(key.into(), field)).is_some_and(
            |change| match (&change.old, &change.new) {
                (Some(Plain::Text(old)), Some(Plain::Text(new))) => !same_number(old, new),
                _ => false,
            },
        )
    };
    changed(P::Name) && changed(P::CertificateNumber)
}
