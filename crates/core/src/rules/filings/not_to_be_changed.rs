//! What differs from what is on file, but is nothing that a change could file.

use crate::change::ascii;
use crate::day::Day;
use crate::law::{Citation, HUAWEI_GUIDE, MIIT_633};
use crate::numbers::CreditCode;
use crate::record::Plain;
use crate::rule::Case;
use crate::rules::in_use::may_be_licensed;
use crate::vocabulary::ServiceKind;
use crate::words::Words;

/// What to do about it instead, and by which text.
pub(super) struct Refused {
    pub(super) help: Words,
    pub(super) sources: &'static [Citation],
}

/// Whether no change leads from the value on file to that of the records.
pub(super) fn refused(case: &Case<'_>, fact: &str, held: Option<&Plain>, value: Option<&Plain>) -> Option<Refused> {
    match fact {
        "subject/certificate/number" => another_code(held?, value?),
        _ => {
            let key = fact.strip_prefix("services/")?.strip_suffix("/domains")?;
            another_domain(case, key, held?, value?)
        }
    }
}

/// The day since which a website has one domain.
const ONE_DOMAIN: Day = Day::of(2019, 4, 22);

/// A website without a licence may lose domains, and gets none.
fn another_domain(case: &Case<'_>, key: &str, held: &Plain, value: &Plain) -> Option<Refused> {
    const SOURCES: &[Citation] = &[MIIT_633.whole()];
    let service = &case.subject.services.get(key)?.value;
    let website = service.kind.known().is_none_or(|kind| *kind == ServiceKind::Website);
    if !website || case.today < ONE_DOMAIN || may_be_licensed(case, service) {
        return None;
    }
    let (old, new) = (domains(held), domains(value));
    let help = Words::fixed(
        "改回备案的域名；网站的域名不能更换或增加，要用新域名的，为它新增互联网信息服务，不用的旧服务注销",
        "put back what is on file: domains of a website are neither swapped nor added; for a new one add a service of \
         its own, and deregister the old one if it is not used",
    );
    new.iter().any(|domain| !old.contains(domain)).then_some(Refused { help, sources: SOURCES })
}

fn domains(plain: &Plain) -> Vec<String> {
    match plain {
        Plain::Text(text) => vec![ascii(text)],
        Plain::List(items) => items.iter().filter_map(Plain::as_text).map(ascii).collect(),
        Plain::Map(_) => Vec::new(),
    }
}

/// Another credit code is another organisation.
fn another_code(held: &Plain, value: &Plain) -> Option<Refused> {
    const SOURCES: &[Citation] = &[HUAWEI_GUIDE.whole()];
    let code = |plain: &Plain| CreditCode::parse(plain.as_text()?).number;
    let help = Words::fixed(
        "抄错的，改正；代码确实不同，就是另一个主体，一般不能变更：原主体注销，新主体首次备案，省里另有做法的先问管局",
        "if it was copied wrongly, correct it; another code is another organisation, to which a record seldom passes: \
         the old one is deregistered and the new one files anew, unless the administration says otherwise",
    );
    (code(held)? != code(value)?).then_some(Refused { help, sources: SOURCES })
}
