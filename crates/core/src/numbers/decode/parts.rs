//! What the characters of a number say, as ordered pairs.

use super::super::credit::CreditCode;
use super::super::licence::Issuer;
use super::super::org::OrganisationCode;
use super::super::permit::Permit;
use super::super::police::PoliceNumber;
use super::super::record::RecordNumber;
use super::super::registration::RegistrationNumber;
use super::super::resident::{ResidentId, Sex};
use super::super::service::{Service, ServiceKind};
use super::Parts;
use super::scan::Value;

/// The parts of a filing, licence or police number.
pub(super) fn of_value(value: Value) -> Parts {
    match value {
        Value::Record(number) => of_record(&number),
        Value::Police(number) => of_police(&number),
    }
}

fn of_record(number: &RecordNumber) -> Parts {
    let mut parts = Parts::new();
    if let Some(letter) = number.letter() {
        parts.push(("province", letter.to_string()));
    }
    let ministry = || "工业和信息化部".to_owned();
    match number.province() {
        Some(province) => {
            parts.push(("province_name", province.name_zh.to_owned()));
            if number.letter() != province.letter() {
                parts.push(("registry_letter", province.miit.to_owned()));
            }
            parts.extend(province.administration().map(|words| ("authority", words.zh.into_owned())));
        }
        None => parts.push(("authority", ministry())),
    }
    let level = if number.is_subject() { "主体" } else { "互联网信息服务" };
    parts.push(("level", level.to_owned()));
    if let RecordNumber::LicenceB2(licence) = number {
        parts.push(("classes", licence.classes()));
        let scope = match licence.issuer() {
            Issuer::Province(_) => "省内",
            Issuer::National | Issuer::Joint => "跨省",
        };
        parts.push(("scope", scope.to_owned()));
    }
    if let Some(year) = number.year() {
        parts.push(("year", year.to_string()));
    }
    parts.push(("serial", number.serial().to_string()));
    if let Some(Service { index, kind }) = number.service() {
        parts.push(("service_index", index.to_string()));
        parts.push(("service_kind", service_kind(kind)));
    }
    if !number.is_subject() {
        parts.push(("subject", number.subject_part().to_string()));
    }
    parts
}

fn service_kind(kind: ServiceKind) -> String {
    kind.term().to_owned()
}

fn of_police(number: &PoliceNumber) -> Parts {
    let mut parts = vec![("province", number.letter().to_string())];
    if let Some(province) = number.province() {
        parts.push(("province_name", province.name_zh.to_owned()));
    }
    let code = number.code().to_string();
    parts.extend(of_police_code(&code));
    parts
}

/// The parts of a police code, which stands alone or in a number.
pub(super) fn of_police_code(code: &str) -> Parts {
    let mut parts = vec![("code", code.to_owned())];
    if let (Some(region), Some(serial)) = (code.get(..6), code.get(8..)) {
        parts.push(("region", region.to_owned()));
        parts.push(("serial", serial.to_owned()));
    }
    parts
}

pub(super) fn of_credit(code: &CreditCode) -> Parts {
    let mut parts = Parts::new();
    if let Some(authority) = code.authority() {
        parts.push(("registering_authority", authority.zh.into_owned()));
        parts.push(("registering_authority_en", authority.en.into_owned()));
    }
    if let Some(class) = code.entity_class() {
        parts.push(("entity_class", class.zh.into_owned()));
        parts.push(("entity_class_en", class.en.into_owned()));
    }
    parts.push(("region", code.region().to_owned()));
    let organisation = OrganisationCode::parse(code.organisation()).number;
    let organisation = organisation.map_or_else(|| code.organisation().to_owned(), |o| o.to_string());
    parts.push(("org_code", organisation));
    parts
}

pub(super) fn of_resident(number: &ResidentId) -> Parts {
    let mut parts = vec![("region", number.region().to_owned())];
    if let Some(name) = number.region_name() {
        parts.push(("region_name", name.to_owned()));
    }
    parts.push(("born", number.born().to_string()));
    let sex = match number.sex() {
        Sex::Male => "男",
        Sex::Female => "女",
    };
    parts.push(("sex", sex.to_owned()));
    parts
}

pub(super) fn of_registration(number: &RegistrationNumber) -> Parts {
    let mut parts = vec![("region", number.region().to_owned())];
    if let Some(province) = number.province() {
        parts.push(("region_name", province.name_zh.to_owned()));
    }
    parts
}

pub(super) fn of_permit(number: &Permit) -> Parts {
    vec![("permit", number.kind().term().to_owned())]
}
