//! The templates in force: the built-in ones, overridden file by file.

use crate::Error;
use crate::engine::Engine;
use beian_core::words::Words;
use std::collections::BTreeMap;

/// A built-in template.
#[derive(Debug, Clone)]
pub struct Builtin {
    /// Its name, which is also that of the file that overrides it.
    pub name: &'static str,
    /// What it makes.
    pub about: Words,
    /// Its text. The comment at its beginning tells what it can print.
    pub source: &'static str,
}

/// A template of the folder of that name.
macro_rules! builtin {
    ($name:literal, $zh:literal, $en:literal) => {
        Builtin {
            name: $name,
            about: Words::fixed($zh, $en),
            source: include_str!(concat!("../../../templates/", $name)),
        }
    };
}

/// Every built-in template, in the order of their names.
pub const BUILTIN: &[Builtin] = &[
    builtin!(
        "_dossier-appendix.md.j2",
        "档案：所用规则、未列事项、出处",
        "dossier: rules that judged, what is left out, provenance"
    ),
    builtin!("_dossier-facts.md.j2", "档案：事项表", "dossier: a table of facts"),
    builtin!("_dossier-filings.md.j2", "档案：备案经过", "dossier: filings"),
    builtin!("_dossier-findings.md.j2", "档案：检查结果表", "dossier: a table of findings"),
    builtin!("_dossier-history.md.j2", "档案：事项沿革", "dossier: the history of facts"),
    builtin!("_dossier-numbers.md.j2", "档案：号码表", "dossier: a table of numbers"),
    builtin!("_dossier-rules.md.j2", "档案：其余在用规则表", "dossier: the other rules in force"),
    builtin!("dossier-public.md.j2", "公开档案", "the dossier of a subject for everyone"),
    builtin!("dossier.md.j2", "备案档案", "the dossier of a subject"),
    builtin!("index.md.j2", "档案总表", "the page over all dossiers"),
    builtin!("letters/_contact.md.j2", "联系人一行", "the line of the contact"),
    builtin!("letters/_enclosures.md.j2", "附件清单", "the list of enclosures"),
    builtin!("letters/_ending.md.j2", "随注销终止的服务", "the services that end"),
    builtin!("letters/_organiser.md.j2", "主办单位信息表", "the table of the organiser"),
    builtin!("letters/_reason.md.j2", "注销原因的选项", "the reasons of a deregistration"),
    builtin!("letters/_self.md.j2", "申请人自称", "how a letter names who writes it"),
    builtin!("letters/_services.md.j2", "服务表", "the table of services"),
    builtin!("letters/_signature.md.j2", "落款：盖章、签字、日期", "seal, signature and day"),
    builtin!("letters/_tasks.md.j2", "内部分工表", "the table of tasks"),
    builtin!("letters/authorisation.md.j2", "法人授权书", "authorisation by the legal representative"),
    builtin!("letters/cancel-access.md.j2", "取消接入申请", "application to cancel access"),
    builtin!("letters/change-notice.md.j2", "变更备案内部通知", "internal notice of a change"),
    builtin!("letters/change.md.j2", "变更备案说明", "statement on a change"),
    builtin!(
        "letters/deregister-other.md.j2",
        "注销他单位备案申请",
        "application to deregister another organiser's filing"
    ),
    builtin!("letters/deregister-service.md.j2", "注销互联网信息服务申请", "application to deregister a service"),
    builtin!("letters/deregister-shell.md.j2", "空壳主体注销申请", "application to deregister an empty subject"),
    builtin!("letters/deregister-subject.md.j2", "注销主体申请", "application to deregister a subject"),
    builtin!("letters/end-notice.md.j2", "注销备案内部通知", "internal notice of a deregistration"),
    builtin!("letters/pledge.md.j2", "真实性承诺书", "pledge of truth"),
    builtin!("letters/prior-approval.md.j2", "前置审批说明", "statement on prior approval"),
    builtin!("letters/rename.md.j2", "更名函", "letter on a change of name"),
];

/// The version of what templates are given. It grows when a name changes or goes.
pub const CONTEXT_VERSION: u32 = 1;

/// The end of every template's name.
pub const ENDING: &str = ".md.j2";

/// The most templates that a folder may hold.
const MOST: usize = 200;

/// The templates in force.
#[derive(Debug, Clone)]
pub struct Templates {
    sources: BTreeMap<String, String>,
}

impl Templates {
    /// The built-in ones.
    #[must_use]
    pub fn builtin() -> Self {
        let sources = BUILTIN.iter().map(|builtin| (builtin.name.to_owned(), builtin.source.to_owned()));
        Self { sources: sources.collect() }
    }

    /// The built-in ones, with others over or beside them. Templates of other names can be
    /// included by these.
    ///
    /// # Errors
    /// If one of them is no template, says what templates cannot, or if there are too many.
    pub fn overlaid(files: BTreeMap<String, String>) -> Result<Self, Error> {
        let mut templates = Self::builtin();
        if let Some((name, _)) = files.iter().nth(MOST) {
            let what = Words::fixed("模板文件超过 200 个", "there are more than 200 templates");
            return Err(Error::new(name, None, what));
        }
        templates.sources.extend(files);
        templates.engine()?;
        Ok(templates)
    }

    /// Compiles them.
    pub(crate) fn engine(&self) -> Result<Engine, Error> {
        Engine::new(&self.sources)
    }

    /// The text of a template.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<&str> {
        self.sources.get(name).map(String::as_str)
    }

    /// The names of all templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources.keys().map(String::as_str)
    }

    /// Whether a template differs from the built-in one of its name, or is none of them.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        BUILTIN.iter().find(|builtin| builtin.name == name).map(|builtin| builtin.source) != self.source(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_template_compiles_and_tells_its_context() {
        assert!(Templates::builtin().engine().is_ok());
        assert!(BUILTIN.is_sorted_by_key(|builtin| builtin.name));
        for builtin in BUILTIN {
            assert!(builtin.name.ends_with(ENDING), "{}", builtin.name);
            assert!(builtin.source.starts_with("{#"), "{}", builtin.name);
        }
    }
}
