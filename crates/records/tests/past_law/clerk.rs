//! A subject's records as a clerk keeps them, and how they are written down.

use beian_core::day::Day;
use std::fmt::Write as _;

/// A site, an App or a mini program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Service {
    pub(crate) key: String,
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) content: &'static str,
    pub(crate) domain: String,
    /// Number, first day, last day, the filing that granted it.
    pub(crate) numbers: Vec<(String, Day, Option<Day>, String)>,
    /// Server, first and last day.
    pub(crate) access: Vec<(String, Option<Day>, Option<Day>)>,
    pub(crate) principal: String,
    pub(crate) opened: Option<Day>,
    pub(crate) closed: Option<Day>,
    pub(crate) police: Vec<(&'static str, String)>,
    pub(crate) ended: Option<(Day, String)>,
    pub(crate) remark: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Domain {
    pub(crate) name: String,
    pub(crate) registrar: &'static str,
    pub(crate) registrar_since: Option<Day>,
    pub(crate) registered: Day,
    pub(crate) verified: Day,
    pub(crate) expires: Day,
    pub(crate) left: Option<Day>,
}

#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) key: String,
    pub(crate) provider: &'static str,
    pub(crate) region: &'static str,
    pub(crate) place: &'static str,
    pub(crate) number: usize,
    pub(crate) from: Day,
    pub(crate) until: Day,
    pub(crate) released: Option<Day>,
}

#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) key: String,
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    pub(crate) from: &'static str,
    pub(crate) until: &'static str,
    pub(crate) mobile: String,
    pub(crate) other_phone: String,
    pub(crate) other_name: &'static str,
    pub(crate) mail: String,
    pub(crate) post: &'static str,
}

/// A fact of a filing: its value, or what it was and becomes, as YAML on one line.
#[derive(Debug, Clone)]
pub(crate) enum Asked {
    Value(String),
    Change(String, String),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Filing {
    pub(crate) stem: String,
    pub(crate) procedure: &'static str,
    pub(crate) through: &'static str,
    pub(crate) order: Option<String>,
    pub(crate) covers: Vec<String>,
    pub(crate) facts: Vec<(String, Asked)>,
    pub(crate) reason: Option<&'static str>,
    pub(crate) basis: Option<Day>,
    pub(crate) effective: Option<Day>,
    pub(crate) contact: Option<String>,
    /// When, what, who, note.
    pub(crate) events: Vec<(String, &'static str, Option<String>, Option<&'static str>)>,
    pub(crate) granted: Vec<(String, String)>,
    pub(crate) corrects: Option<String>,
}

/// The records of a subject.
#[derive(Debug, Clone)]
pub(crate) struct Records {
    pub(crate) name: &'static str,
    pub(crate) code: &'static str,
    pub(crate) address: String,
    pub(crate) valid: (String, &'static str),
    pub(crate) principal: String,
    pub(crate) legal: String,
    pub(crate) remark: Option<String>,
    pub(crate) numbers: Vec<(String, Day, Option<Day>, String)>,
    pub(crate) ended: Option<(Day, String)>,
    pub(crate) people: Vec<Person>,
    pub(crate) domains: Vec<Domain>,
    pub(crate) servers: Vec<Server>,
    pub(crate) services: Vec<Service>,
    pub(crate) filings: Vec<Filing>,
    pub(crate) observations: Vec<(Day, String)>,
}

/// Files by name.
pub(crate) type Files = Vec<(String, String)>;

pub(crate) const SEAT: &str = "浙江省宁波市海曙区示例路 18 号 6 幢 301 室";

impl Records {
    /// The files of the subject.
    pub(crate) fn files(&self) -> Files {
        let mut files = vec![
            ("domains.yaml".to_owned(), self.domains.iter().map(|it| self.domain(it)).collect::<String>()),
            ("people.yaml".to_owned(), self.people.iter().map(person).collect()),
            ("servers.yaml".to_owned(), self.servers.iter().map(server).collect()),
            ("services.yaml".to_owned(), self.services.iter().map(|it| self.service(it)).collect()),
            ("subject.yaml".to_owned(), self.subject()),
        ];
        files.extend(self.filings.iter().map(|it| (format!("filings/{}.yaml", it.stem), filing(it))));
        files.extend(self.observations.iter().map(|(day, number)| {
            let text = format!(
                "at: {day}\nsource: 工信部公共查询\nsays:\n  subject/name: {}\n  subject/numbers: \"{number}\"\n",
                self.name
            );
            (format!("observations/{day}-registry.yaml"), text)
        }));
        files.retain(|(_, text)| !text.is_empty());
        files.sort();
        files
    }

    fn subject(&self) -> String {
        let Self { name, code, address, principal, legal, .. } = self;
        let (from, until) = &self.valid;
        let mut out = format!(
            "format: 1\nname: {name}\nnature: 企业\ncertificate:\n  kind: 营业执照\n  number: \"{code}\"\n\
             \x20 region: \"330203\"\n  address: {SEAT}\n  valid:\n    from: {from}\n    until: {until}\n\
             region: \"330203\"\naddress: {address}\nsupervisor: 王样本\nlegal_representative: {legal}\n\
             principal: {principal}\n"
        );
        numbers(&mut out, "", &self.numbers);
        if let Some(remark) = &self.remark {
            let _ = writeln!(out, "remark: {remark}");
        }
        ended(&mut out, "", self.ended.as_ref());
        out
    }

    fn domain(&self, it: &Domain) -> String {
        let Domain { name, registrar, registered, verified, expires, .. } = it;
        let mut out = format!("{name}:\n  registrar: {registrar}\n");
        line(&mut out, "  registrar_since", it.registrar_since);
        let _ = write!(
            out,
            "  registered: {registered}\n  holder:\n    name: {}\n    certificate:\n      kind: 营业执照\n\
             \x20     number: \"{}\"\n    relation: 主办单位\n  verified: {verified}\n  expires: {expires}\n",
            self.name, self.code
        );
        line(&mut out, "  left", it.left);
        out
    }

    fn service(&self, it: &Service) -> String {
        let Service { key, kind, name, content, domain, principal, .. } = it;
        let mut out = format!("{key}:\n  kind: {kind}\n  name: {name}\n");
        numbers(&mut out, "  ", &it.numbers);
        let _ = write!(out, "  domains:\n    - {domain}\n");
        if *kind == "网站" {
            let _ = writeln!(out, "  home: www.{domain}");
        }
        out.push_str("  access:\n");
        for (server, since, until) in &it.access {
            let by = self.servers.iter().find(|known| known.key == *server).map_or("阿里云", |known| known.provider);
            let _ = write!(out, "    - provider: {by}\n      servers:\n        - {server}\n");
            line(&mut out, "      since", *since);
            line(&mut out, "      until", *until);
        }
        let _ = write!(
            out,
            "  content: {content}\n  category: 企业展示\n  commercial: false\n  approvals: 不涉及\n  languages:\n\
             \x20   - 中文\n  principal: {principal}\n"
        );
        if *kind == "APP" {
            let _ = write!(
                out,
                "  platforms:\n    - os: Android\n      id: example.{}.app\n\
                 \x20     fingerprint: \"0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\"\n\
                 \x20     public_key: 见密钥保管单\n",
                key.replace('-', "")
            );
        }
        line(&mut out, "  opened", it.opened);
        line(&mut out, "  closed", it.closed);
        if !it.police.is_empty() {
            out.push_str("  police:\n");
            for (field, value) in &it.police {
                let _ = writeln!(out, "    {field}: {value}");
            }
        }
        if let Some(remark) = &it.remark {
            let _ = writeln!(out, "  remark: {remark}");
        }
        ended(&mut out, "  ", it.ended.as_ref());
        out
    }
}

fn line(out: &mut String, field: &str, day: Option<Day>) {
    if let Some(day) = &day {
        let _ = writeln!(out, "{field}: {day}");
    }
}

fn numbers(out: &mut String, indent: &str, numbers: &[(String, Day, Option<Day>, String)]) {
    if !numbers.is_empty() {
        let _ = writeln!(out, "{indent}numbers:");
    }
    for (number, from, until, filing) in numbers {
        let _ = write!(out, "{indent}  - number: \"{number}\"\n{indent}    from: {from}\n");
        line(out, &format!("{indent}    until"), *until);
        if !filing.is_empty() {
            let _ = writeln!(out, "{indent}    filing: {filing}");
        }
    }
}

fn ended(out: &mut String, indent: &str, ended: Option<&(Day, String)>) {
    if let Some((on, filing)) = ended {
        let _ = write!(out, "{indent}ended:\n{indent}  on: {on}\n{indent}  why: 注销\n{indent}  filing: {filing}\n");
    }
}

fn person(it: &Person) -> String {
    let Person { key, name, id, from, until, mobile, other_phone, other_name, mail, post } = it;
    format!(
        "{key}:\n  name: {name}\n  certificate:\n    kind: 居民身份证\n    number: \"{id}\"\n    valid:\n\
         \x20     from: {from}\n      until: {until}\n  mobile: \"{mobile}\"\n  emergency:\n\
         \x20   phone: \"{other_phone}\"\n    whose: {other_name}\n    relation: 同事\n  email: {mail}\n\
         \x20 post: {post}\n"
    )
}

fn server(it: &Server) -> String {
    let Server { key, provider, region, place, number, from, until, .. } = it;
    let mut out = format!(
        "{key}:\n  provider: {provider}\n  mode: 云接入\n  cloud_region: {region}\n  place: {place}\n\
         \x20 instance: i-sample{number:04}\n  addresses:\n    - 203.0.113.{number}\n  paid:\n    from: {from}\n\
         \x20   until: {until}\n    billing: 包年包月\n"
    );
    line(&mut out, "  released", it.released);
    out
}

fn filing(it: &Filing) -> String {
    let mut out = format!("procedure: {}\nthrough: {}\n", it.procedure, it.through);
    if let Some(order) = &it.order {
        let _ = writeln!(out, "order: \"{order}\"");
    }
    if !it.covers.is_empty() {
        out.push_str("covers:\n");
        for covered in &it.covers {
            let _ = writeln!(out, "  - {covered}");
        }
    }
    if !it.facts.is_empty() {
        out.push_str("facts:\n");
    }
    for (fact, asked) in &it.facts {
        let _ = match asked {
            Asked::Value(value) => writeln!(out, "  {fact}: {value}"),
            Asked::Change(from, to) if from.is_empty() => writeln!(out, "  {fact}:\n    to: {to}"),
            Asked::Change(from, to) => writeln!(out, "  {fact}:\n    from: {from}\n    to: {to}"),
        };
    }
    if let Some(reason) = &it.reason {
        let _ = writeln!(out, "reason: {reason}");
    }
    if let Some(day) = it.basis {
        let _ = write!(out, "basis:\n  document: 公共查询系统查询结果\n  date: {day}\n");
    }
    line(&mut out, "effective", it.effective);
    if let Some(contact) = &it.contact {
        let _ = writeln!(out, "contact: {contact}");
    }
    if !it.events.is_empty() {
        out.push_str("events:\n");
    }
    for (at, event, who, note) in &it.events {
        let _ = write!(out, "  - at: {at}\n    event: {event}\n");
        if let Some(who) = who {
            let _ = writeln!(out, "    who: {who}");
        }
        if let Some(note) = note {
            let _ = writeln!(out, "    note: {note}");
        }
    }
    if !it.granted.is_empty() {
        out.push_str("granted:\n");
    }
    for (of, number) in &it.granted {
        let _ = write!(out, "  - of: {of}\n    number: \"{number}\"\n");
    }
    if let Some(stem) = &it.corrects {
        let _ = writeln!(out, "corrects: {stem}");
    }
    out
}
