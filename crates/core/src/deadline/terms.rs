//! Last days of certificates, domains, servers, approvals and licences.

use super::{Deadline, Matter};
use crate::day::Day;
use crate::model::Approvals;
use crate::record::{Slot, Validity, Vocabulary};
use crate::rule::Case;
use crate::rules::times::certificate_expires_soon::answers;
use crate::tables::Act;
use crate::vocabulary::ApprovalKind;
use crate::words;
use crate::words::Words;

pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let mut found = Vec::new();
    let mut add = |matter, due: Option<Day>, fact: String, what: Words| {
        found.extend(due.map(|due| Deadline::new(matter, Some(due), fact, what)));
    };
    let subject = &case.subject.particulars.value;
    let certificate = subject.certificate.known().and_then(|certificate| end(&certificate.valid));
    add(
        Matter::CertificateEnd,
        certificate,
        "subject/certificate/valid".to_owned(),
        Words::fixed("主体证件到期", "the subject's certificate ends"),
    );
    for (index, licence) in subject.licences.items().iter().enumerate() {
        let number = licence.value.number.known().map_or("", |number| &**number);
        let what = words!("经营许可证 {number} 到期", "the licence {number} ends");
        add(Matter::LicenceEnd, end(&licence.value.valid), format!("subject/licences/{index}"), what);
    }
    for (key, person) in case.subject.people.iter().filter(|(key, _)| answers(case, key)) {
        let name = person.value.name.known().map_or(key, |name| &**name);
        let due = person.value.certificate.known().and_then(|certificate| end(&certificate.valid));
        add(
            Matter::PersonEnd,
            due,
            format!("people/{key}/certificate/valid"),
            words!("负责人{name}的证件到期", "the certificate of {name} ends"),
        );
    }
    for (key, domain) in case.subject.domains.iter().filter(|(_, domain)| domain.value.left.is_absent()) {
        let due = domain.value.expires.known().copied();
        add(
            Matter::DomainEnd,
            due,
            format!("domains/{key}/expires"),
            words!("域名 {key} 到期", "the domain {key} ends"),
        );
    }
    for (key, server) in case.subject.servers.iter().filter(|(_, server)| server.value.released.is_absent()) {
        let due = server.value.paid.known().and_then(|paid| paid.until.known()).copied();
        add(
            Matter::ServerEnd,
            due,
            format!("servers/{key}/paid/until"),
            words!("服务器 {key} 付费到期", "the server {key} is paid until then"),
        );
    }
    for (key, service) in case.subject.live_services(case.today) {
        let Some(Approvals::Given(list)) = service.value.approvals.known() else { continue };
        for (index, approval) in list.iter().enumerate() {
            // What no longer needs an approval on that day has none to renew.
            let needed = |kind: &ApprovalKind| {
                let row = case.tables.approvals.of(*kind, case.today).row();
                row.is_none_or(|row| row.act == Act::Approval)
            };
            if !approval.value.kind.known().is_none_or(needed) {
                continue;
            }
            let kind = approval.value.kind.known().map_or("", |kind| kind.term());
            let what = words!("{kind}审批有效期届满", "the approval {kind} ends");
            add(Matter::ApprovalEnd, end(&approval.value.valid), format!("services/{key}/approvals/{index}"), what);
        }
    }
    found
}

fn end(valid: &Slot<Validity>) -> Option<Day> {
    valid.known()?.until.known()?.day()
}
