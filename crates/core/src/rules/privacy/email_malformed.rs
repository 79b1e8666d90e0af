//! P106: a mail address is not of the form.

use crate::law::{Article, RFC_5321};
use crate::model::Person;
use crate::names::DomainName;
use crate::rule::Named;
use crate::rule::{Case, Check, Example, Given, Report, Rule, Severity};
use crate::words::Words;

/// A mail address is not of the form.
pub static RULE: Rule = Rule {
    code: "P106",
    name: "email-malformed",
    severity: Severity::Error,
    title: Words::fixed("电子邮箱写得不对", "a mail address is not of the form"),
    demand: Words::fixed(
        "邮箱写成“名称@域名”，管局的通知会发到这里",
        "A mail address is written name@domain; the authority writes to it",
    ),
    help: Words::fixed(
        "改正邮箱：不含空格、全角字符，@ 后面是完整域名",
        "correct it: no blanks or full-width characters, and a whole domain after the @",
    ),
    sources: &[RFC_5321.at(Article::Section("4.1.2"))],
    since: None,
    until: None,
    check: Check::Person(check),
    breaks: Example {
        shows: Words::fixed("@ 后面没有域名", "no domain after the @"),
        given: &[Given::Edit { file: "example/people.yaml", old: "email: zhang@shop.example", new: "email: zhang@" }],
        finds: &["example/people/zhang/email"],
    },
    keeps: Example {
        shows: Words::fixed("完整的邮箱", "a whole address"),
        given: &[Given::Stands { file: "example/people.yaml", text: "email: zhang@shop.example" }],
        finds: &[],
    },
};

fn check(_: &Case<'_>, person: &Named<'_, Person>, report: &mut Report<'_>) {
    let Some(email) = person.record.email.placed().filter(|email| !is_plain(&email.value)) else { return };
    let fault = match email.value.rsplit_once('@') {
        _ if email.value.chars().any(|c| c.is_whitespace() || c.is_control()) => {
            Words::fixed("邮箱里有空格", "the mail address holds a blank")
        }
        None => Words::fixed("邮箱里没有 @", "the mail address has no @"),
        Some((name, _)) if !is_name(name) => {
            Words::fixed("邮箱 @ 前面的部分不对", "what stands before the @ is no name of a mailbox")
        }
        Some((_, host)) if !is_host(host) => {
            Words::fixed("邮箱 @ 后面不是完整的域名", "what stands after the @ is no whole domain")
        }
        Some(_) => return,
    };
    report.at(email.place, fault);
}

/// Whether it is an address beyond doubt, as nearly all are.
fn is_plain(email: &str) -> bool {
    let lawful = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    email.split_once('@').is_some_and(|(name, host)| {
        (1..=64).contains(&name.len()) && name.bytes().all(lawful) && DomainName::is_plain(host)
    })
}

/// Whether it can stand before the @. A masked name can.
fn is_name(name: &str) -> bool {
    let lawful = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c) || !c.is_ascii();
    !name.is_empty()
        && name.len() <= 64
        && name.chars().all(|c| lawful(c) && !matches!(c, '\u{ff01}'..='\u{ff5e}' | '。'))
}

/// Whether it is a domain with at least two labels.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || (!c.is_ascii() && c.is_alphabetic()))
    };
    host.contains('.') && host.split('.').all(label)
}
