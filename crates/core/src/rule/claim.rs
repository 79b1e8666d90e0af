//! What crosses subjects: values that only one of them may claim.
//!
//! The records of all subjects are never held at once. Each subject leaves its claims, of
//! which a small index keeps a hash; where one value is claimed twice, the claims are read
//! again and a rule looks at them.

use crate::law::Severity;
use crate::record::Place;
use crate::words::Words;

/// What kind of value is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// The identity of a subject in these records.
    SubjectId,
    /// The unified social credit code, or another organisation's number.
    CertificateNumber,
    /// A subject's filing number.
    SubjectNumber,
    /// A service's filing number.
    ServiceNumber,
    /// A domain that a live service uses.
    Domain,
    /// A telephone number.
    Phone,
    /// What is visible of a telephone number of which digits may be hidden.
    VisiblePhone,
    /// What is visible of a certificate number of which digits may be hidden.
    VisibleCertificate,
    /// An electronic mail address.
    Email,
    /// A provider's service code.
    ServiceCode,
    /// An account at a provider, by an order that is open under it.
    OpenOrder,
    /// A server of a provider's, by the provider's own id.
    Instance,
    /// The number of an order at a provider.
    Order,
    /// A single address of a server.
    Address,
    /// A number granted by the police.
    PoliceNumber,
    /// An account at a provider.
    Account,
}

/// One claim of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What kind of value it is.
    pub kind: ClaimKind,
    /// The value, in the form in which it is compared.
    pub value: Box<str>,
    /// The subject that claims it.
    pub subject: Box<str>,
    /// Who in the subject claims it: `services/shop`, `people/wang`, `subject`.
    pub holder: Box<str>,
    /// A word that rules need to tell claims apart: the kind of a service and whether it may be
    /// licensed, the name and the certificate number of a person, the provider of an address.
    pub about: Box<str>,
    /// Where the claim stands.
    pub place: Place,
}

/// Claims that cannot stand beside each other, as positions in the slice that was given.
#[derive(Debug, Clone)]
pub struct Clash {
    /// The claim that is reported.
    pub at: usize,
    /// What is wrong.
    pub message: Words,
    /// The most that it weighs.
    pub most: Severity,
    /// The claims that stand against it, with what each is.
    pub against: Vec<(usize, Words)>,
}

/// What makes two claims of one value clash, and what is said of it.
#[derive(Debug, Clone, Copy)]
pub struct Shared {
    /// The kind of the value.
    pub kind: ClaimKind,
    /// Whether a claim, given second, cannot stand beside an earlier one.
    pub clash: fn(&Claim, &Claim) -> bool,
    /// What is wrong with a claim, given second, beside the earlier one.
    pub said: fn(&Claim, &Claim) -> Words,
    /// The most that weighs a claim, given second, beside the earlier one.
    pub most: fn(&Claim, &Claim) -> Severity,
    /// What the earlier claim is, in Chinese and in English.
    pub first: (&'static str, &'static str),
}

/// So many clashes are told one by one; the message says how many there are in all.
const TOLD: usize = 20;

impl Shared {
    /// Each further claim of a value against the first one that it clashes with.
    #[must_use]
    pub fn clashes(&self, claims: &[Claim]) -> Vec<Clash> {
        let mut found = Vec::new();
        for (at, claim) in claims.iter().enumerate().skip(1) {
            let mut earlier = claims.iter().enumerate().take(at.min(TOLD));
            let Some((against, other)) = earlier.find(|(_, earlier)| (self.clash)(earlier, claim)) else {
                continue;
            };
            let mut message = (self.said)(other, claim);
            if 2 < claims.len() {
                let all = claims.len();
                message.zh.to_mut().push_str(&format!("（共 {all} 处）"));
                message.en.to_mut().push_str(&format!(" ({all} in all)"));
            }
            let (most, first) = ((self.most)(other, claim), Words::fixed(self.first.0, self.first.1));
            found.push(Clash { at, message, most, against: vec![(against, first)] });
            if found.len() == TOLD {
                break;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Claim, ClaimKind, Severity, Shared};
    use crate::record::Place;
    use crate::words::Words;

    #[test]
    fn a_big_group_is_told_in_part() {
        let claim = |index: usize| Claim {
            kind: ClaimKind::Email,
            value: "a@b.example".into(),
            subject: format!("s{index}").into(),
            holder: "people/a".into(),
            about: "".into(),
            place: Place::NOWHERE,
        };
        let claims: Vec<Claim> = (0..1000).map(claim).collect();
        let shared = Shared {
            kind: ClaimKind::Email,
            clash: |one, other| one.subject != other.subject,
            said: |_, _| Words::fixed("同", "same"),
            most: |_, _| Severity::Note,
            first: ("先", "first"),
        };
        let found = shared.clashes(&claims);
        assert_eq!(found.len(), 20);
        assert!(found.iter().all(|clash| clash.against.len() == 1
            && clash.most == Severity::Note
            && clash.message.en == "same (1000 in all)"));
    }
}
