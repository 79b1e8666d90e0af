//! What the template of a letter sees; `docs/templates.md` tells it to those who write them.

use super::content::ContentContext;
use crate::templates::CONTEXT_VERSION;
use crate::value::{blank, text};
use beian_core::letter::{Contact, Entry, Letter, Organiser, ServiceLine, Signing};
use minijinja::Value;
use serde::Serialize;

pub(super) fn value(entry: &Entry) -> Value {
    match entry {
        Entry::Given(given) => text(given),
        Entry::Open(label) => blank(label.clone()),
    }
}

pub(super) fn values(list: &[String]) -> Vec<Value> {
    list.iter().map(|item| text(item)).collect()
}

/// What every letter sees. Of the parts at the end, only the one of its kind is there.
#[derive(Serialize)]
pub(super) struct Context {
    context: u32,
    kind: &'static str,
    title: Value,
    addressee: Value,
    procedure: String,
    /// What the organiser calls itself: 本单位 or 本人.
    we: &'static str,
    organiser: OrganiserContext,
    services: Vec<ServiceContext>,
    signing: SigningContext,
    enclosures: Vec<Value>,
    contact: ContactContext,
    #[serde(flatten)]
    content: ContentContext,
}

impl Context {
    pub(super) fn of(letter: &Letter) -> Self {
        Self {
            context: CONTEXT_VERSION,
            kind: letter.kind.id(),
            title: text(&letter.title),
            addressee: value(&letter.addressee),
            procedure: letter.procedure.to_string(),
            we: if letter.organiser.individual { "本人" } else { "本单位" },
            organiser: OrganiserContext::of(&letter.organiser),
            services: letter.services.iter().map(ServiceContext::of).collect(),
            signing: SigningContext::of(&letter.signing),
            enclosures: values(&letter.enclosures),
            contact: ContactContext::of(&letter.contact),
            content: ContentContext::of(&letter.content),
        }
    }
}

#[derive(Serialize)]
struct OrganiserContext {
    individual: bool,
    name: Value,
    nature: Value,
    certificate: Value,
    certificate_number: Value,
    number: Option<Value>,
    address: Value,
    principal: Value,
}

impl OrganiserContext {
    fn of(organiser: &Organiser) -> Self {
        Self {
            individual: organiser.individual,
            name: value(&organiser.name),
            nature: value(&organiser.nature),
            certificate: value(&organiser.certificate),
            certificate_number: value(&organiser.certificate_number),
            number: organiser.number.as_ref().map(value),
            address: value(&organiser.address),
            principal: value(&organiser.principal),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ServiceContext {
    kind: Value,
    name: Value,
    number: Option<Value>,
    at: Value,
    footer: Value,
    content: Value,
}

impl ServiceContext {
    pub(super) fn of(service: &ServiceLine) -> Self {
        Self {
            kind: value(&service.kind),
            name: value(&service.name),
            number: service.number.as_ref().map(value),
            at: value(&service.at),
            footer: value(&service.footer),
            content: value(&service.content),
        }
    }
}

#[derive(Serialize)]
struct SigningContext {
    signer: String,
    seal: bool,
    thumb: bool,
}

impl SigningContext {
    fn of(signing: &Signing) -> Self {
        Self { signer: signing.signer.words().zh.into_owned(), seal: signing.seal, thumb: signing.thumb }
    }
}

#[derive(Serialize)]
struct ContactContext {
    name: Value,
    mobile: Value,
    email: Value,
}

impl ContactContext {
    fn of(contact: &Contact) -> Self {
        Self { name: value(&contact.name), mobile: value(&contact.mobile), email: value(&contact.email) }
    }
}
