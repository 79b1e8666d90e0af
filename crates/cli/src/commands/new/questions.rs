//! What is asked of a new record, where nothing is said on the command line.

use super::Kind;
use crate::asking::Question;
use beian_core::change::{Fact, SubjectField};
use beian_core::filed::value_of;
use beian_core::model::Subject;
use beian_core::record::Plain;

/// The questions of a kind, with what the records offer. Filings and letters are not asked for:
/// `beian file` writes the ones, and the others are said in one line.
pub(super) fn questions(kind: Kind, subject: &Subject) -> Vec<Question> {
    let fields: &[&'static str] = match kind {
        Kind::Subject => &[
            "name",
            "nature",
            "certificate/kind",
            "certificate/number",
            "certificate/address",
            "certificate/valid/from",
            "certificate/valid/until",
            "region",
            "address",
            "supervisor",
            "legal_representative",
            "principal",
        ],
        Kind::Person => &[
            "name",
            "certificate/kind",
            "certificate/number",
            "mobile",
            "emergency/phone",
            "emergency/whose",
            "emergency/relation",
            "email",
        ],
        Kind::Domain => &[
            "registrar",
            "registered",
            "holder/name",
            "holder/certificate/kind",
            "holder/certificate/number",
            "holder/relation",
            "verified",
            "expires",
        ],
        Kind::Server => &["provider", "mode", "cloud_region", "place", "addresses", "paid/until"],
        Kind::Service => &[
            "kind",
            "name",
            "domains",
            "home",
            "access/provider",
            "access/servers",
            "content",
            "category",
            "commercial",
            "approvals",
            "languages",
            "principal",
        ],
        Kind::Filing | Kind::Official => &[],
    };
    fields.iter().map(|field| Question { field, offered: offered(kind, field, subject) }).collect()
}

/// What the records say already: of a domain, that the subject itself holds it.
fn offered(kind: Kind, field: &str, subject: &Subject) -> Option<String> {
    let of = |field| match value_of(subject, &Fact::Subject(field)) {
        Some(Plain::Text(text)) => Some(text.to_string()),
        _ => None,
    };
    match (kind, field) {
        (Kind::Domain, "holder/name") => of(SubjectField::Name),
        (Kind::Domain, "holder/certificate/kind") => of(SubjectField::CertificateKind),
        (Kind::Domain, "holder/certificate/number") => of(SubjectField::CertificateNumber),
        _ => None,
    }
}
