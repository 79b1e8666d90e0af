//! Explained numbers, for people and for programs.

use super::machine::pretty;
use super::shown::shown;
use beian_core::numbers::Kind;
use beian_core::words::{Lang, Words};
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// A number and what there is to say about it, masked.
#[derive(Debug)]
pub(crate) struct Explained {
    /// The number as written.
    pub(crate) input: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// The one right way to write it.
    pub(crate) canonical: Option<String>,
    /// Whether it can exist and is written as it should be.
    pub(crate) ok: bool,
    /// Each fault: name, whether it is harmless, what to do.
    pub(crate) faults: Vec<(&'static str, bool, Words)>,
    /// What its characters say.
    pub(crate) parts: Vec<(&'static str, String)>,
}

/// A number as programs read it. The order of the fields is that of the documentation.
#[derive(Serialize)]
struct Object<'a> {
    input: &'a str,
    kind: &'a str,
    canonical: Option<&'a str>,
    ok: bool,
    faults: Vec<&'a str>,
    parts: Map<String, Value>,
}

/// An array with an object for each number.
pub(crate) fn json(found: &[Explained], out: &mut dyn Write) -> io::Result<()> {
    let array: Vec<_> = found.iter().map(object).collect();
    pretty(&array, out)
}

fn object(number: &Explained) -> Object<'_> {
    Object {
        input: &number.input,
        kind: number.kind.name(),
        canonical: number.canonical.as_deref(),
        ok: number.ok,
        faults: number.faults.iter().map(|(name, _, _)| *name).collect(),
        parts: number.parts.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect(),
    }
}

/// A paragraph for each number.
pub(crate) fn text(found: &[Explained], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        let none = Words::fixed("没有找到号码", "no number found");
        return writeln!(out, "{}", none.get(lang));
    }
    for (index, number) in found.iter().enumerate() {
        if 0 < index {
            writeln!(out)?;
        }
        paragraph(number, lang, out)?;
    }
    Ok(())
}

fn paragraph(number: &Explained, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let verdict = if number.ok { Words::fixed("写法成立", "good") } else { Words::fixed("不成立", "not good") };
    let (kind, verdict) = (kind_words(number.kind), verdict.get(lang));
    writeln!(out, "{}: {}, {verdict}", shown(&number.input), kind.get(lang))?;
    if let Some(canonical) = number.canonical.as_ref().filter(|canonical| **canonical != number.input) {
        let label = Words::fixed("规范写法", "written");
        writeln!(out, "  {}: {}", label.get(lang), shown(canonical))?;
    }
    for (name, harmless, words) in &number.faults {
        let mark = if *harmless { "·" } else { "✗" };
        writeln!(out, "  {mark} {} [{name}]", words.get(lang))?;
    }
    // Some parts stand there in both languages; a person reads one.
    let skipped = |name: &str| match lang {
        Lang::Zh => name.ends_with("_en"),
        Lang::En => number.parts.iter().any(|(other, _)| other.strip_suffix("_en") == Some(name)),
    };
    for (name, value) in number.parts.iter().filter(|(name, _)| !skipped(name)) {
        writeln!(out, "    {}: {}", label(name, lang), shown(value))?;
    }
    Ok(())
}

fn kind_words(kind: Kind) -> Words {
    match kind {
        Kind::Icp => Words::fixed("ICP 备案号", "ICP filing number"),
        Kind::IcpApp => Words::fixed("ICP 备案号（APP）", "ICP filing number of an App"),
        Kind::IcpMini => Words::fixed("ICP 备案号（小程序）", "ICP filing number of a mini program"),
        Kind::IcpQuick => Words::fixed("ICP 备案号（快应用）", "ICP filing number of a quick app"),
        Kind::LicenceIcp => Words::fixed("ICP 经营许可证号", "ICP licence number"),
        Kind::LicenceB2 => Words::fixed("电信业务经营许可证号", "telecommunications licence number"),
        Kind::Police => Words::fixed("公安联网备案号", "police filing number"),
        Kind::CreditCode => Words::fixed("统一社会信用代码", "unified social credit code"),
        Kind::ResidentId => Words::fixed("居民身份证号码", "resident identity number"),
        Kind::Mobile => Words::fixed("手机号码", "mobile number"),
        Kind::Domain => Words::fixed("域名", "domain name"),
        Kind::OrgCode => Words::fixed("组织机构代码", "organisation code"),
        Kind::Registration => Words::fixed("工商注册号（旧 15 位）", "business registration number (old, 15 digits)"),
        Kind::Permit => Words::fixed("通行证或居留证件号码", "travel or residence permit"),
        Kind::Unknown => Words::fixed("不是这里认识的号码", "no number that is known here"),
    }
}

/// What people call a part; its own name if there is no word for it.
fn label(part: &str, lang: Lang) -> &str {
    let known = LABELS.iter().find(|(name, _)| *name == part);
    match (lang, known) {
        (Lang::Zh, Some((_, zh))) => zh,
        _ => part.trim_end_matches("_en"),
    }
}

const LABELS: &[(&str, &str)] = &[
    ("area", "地区"),
    ("ascii", "ASCII 形式"),
    ("authority", "主管单位"),
    ("born", "出生"),
    ("classes", "业务类别"),
    ("code", "代码"),
    ("entity_class", "机构类别"),
    ("kind", "类型"),
    ("level", "层级"),
    ("org_code", "组织机构代码"),
    ("police_area", "公安机关区划"),
    ("province", "省份简称"),
    ("province_name", "省份"),
    ("region", "区划代码"),
    ("region_name", "区划"),
    ("registering_authority", "登记管理部门"),
    ("registrable", "可注册域名"),
    ("registry_letter", "管局用字"),
    ("scope", "业务范围"),
    ("serial", "序号"),
    ("service_index", "服务序号"),
    ("service_kind", "服务类型"),
    ("sex", "性别"),
    ("subject", "主体备案号"),
    ("suffix", "后缀"),
    ("suffix_approval", "后缀是否获批"),
    ("year", "年份"),
];
