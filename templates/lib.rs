//! The built-in templates, embedded: each file of this folder as a text, and what it makes.
//!
//! The folder is a crate so that whoever packages the program takes the templates along; whoever writes a template
//! never needs this file.

/// A built-in template.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Its name, which is also that of the file that overrides it.
    pub name: &'static str,
    /// What it makes, in Chinese.
    pub zh: &'static str,
    /// What it makes, in English.
    pub en: &'static str,
    /// Its text. The comment at its beginning tells what it can print.
    pub source: &'static str,
}

/// A template of this folder.
macro_rules! template {
    ($name:literal, $zh:literal, $en:literal) => {
        Template { name: $name, zh: $zh, en: $en, source: include_str!($name) }
    };
}

/// Every template that a repository can override, in the order of their names.
pub const BUILTIN: &[Template] = &[
    template!(
        "_dossier-appendix.md.j2",
        "档案：所用规则、未列事项、出处",
        "dossier: rules that judged, what is left out, provenance"
    ),
    template!("_dossier-facts.md.j2", "档案：事项表", "dossier: a table of facts"),
    template!("_dossier-filings.md.j2", "档案：备案经过", "dossier: filings"),
    template!("_dossier-findings.md.j2", "档案：检查结果表", "dossier: a table of findings"),
    template!("_dossier-history.md.j2", "档案：事项沿革", "dossier: the history of facts"),
    template!("_dossier-numbers.md.j2", "档案：号码表", "dossier: a table of numbers"),
    template!("_dossier-rules.md.j2", "档案：其余在用规则表", "dossier: the other rules in force"),
    template!("dossier-public.md.j2", "公开档案", "the dossier of a subject for everyone"),
    template!("dossier.md.j2", "备案档案", "the dossier of a subject"),
    template!("index.md.j2", "档案总表", "the page over all dossiers"),
    template!("letters/_contact.md.j2", "联系人一行", "the line of the contact"),
    template!("letters/_enclosures.md.j2", "附件清单", "the list of enclosures"),
    template!("letters/_ending.md.j2", "随注销终止的服务", "the services that end"),
    template!("letters/_organiser.md.j2", "主办单位信息表", "the table of the organiser"),
    template!("letters/_reason.md.j2", "注销原因的选项", "the reasons of a deregistration"),
    template!("letters/_self.md.j2", "申请人自称", "how a letter names who writes it"),
    template!("letters/_services.md.j2", "服务表", "the table of services"),
    template!("letters/_signature.md.j2", "落款：盖章、签字、日期", "seal, signature and day"),
    template!("letters/_tasks.md.j2", "内部分工表", "the table of tasks"),
    template!("letters/authorisation.md.j2", "法人授权书", "authorisation by the legal representative"),
    template!("letters/cancel-access.md.j2", "取消接入申请", "application to cancel access"),
    template!("letters/change-notice.md.j2", "变更备案内部通知", "internal notice of a change"),
    template!("letters/change.md.j2", "变更备案说明", "statement on a change"),
    template!(
        "letters/deregister-other.md.j2",
        "注销他单位备案申请",
        "application to deregister another organiser's filing"
    ),
    template!("letters/deregister-service.md.j2", "注销互联网信息服务申请", "application to deregister a service"),
    template!("letters/deregister-shell.md.j2", "空壳主体注销申请", "application to deregister an empty subject"),
    template!("letters/deregister-subject.md.j2", "注销主体申请", "application to deregister a subject"),
    template!("letters/end-notice.md.j2", "注销备案内部通知", "internal notice of a deregistration"),
    template!("letters/pledge.md.j2", "真实性承诺书", "pledge of truth"),
    template!("letters/prior-approval.md.j2", "前置审批说明", "statement on prior approval"),
    template!("letters/rename.md.j2", "更名函", "letter on a change of name"),
];

/// The page of the templates, `docs/templates.md`. It is no document of a repository, so none overrides it.
pub const TEMPLATES_PAGE: Template = template!("templates.md.j2", "模板说明", "the page of the templates");

/// The page of the record format, `docs/record-format.md`. It is no document of a repository either.
pub const FORMAT_PAGE: Template = template!("record-format.md.j2", "记录格式说明", "the page of the record format");

/// The style of a page of HTML.
pub const PAGE_STYLE: &str = include_str!("page.css");

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn files(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
        for entry in folder.read_dir().expect("a folder").flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                files(&entry.path(), &format!("{name}/"), found);
            } else if name.ends_with(".j2") {
                found.insert(name);
            }
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded_once() {
        let mut there = BTreeSet::new();
        files(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut there);
        let all = || BUILTIN.iter().chain([&TEMPLATES_PAGE, &FORMAT_PAGE]);
        assert_eq!(there, all().map(|template| template.name.to_owned()).collect());
        assert_eq!(there.len(), all().count());
        assert!(BUILTIN.is_sorted_by_key(|template| template.name));
    }
}
