//! SARIF 2.1.0: the format of code scanning. The types stand for themselves and hold only
//! what is written.

use super::escape::escaped;
use super::json::TOOL;
use super::machine::pretty;
use super::report::Report;
use super::shown::shown;
use beian_core::rule::{Rule, Severity};
use beian_core::words::Lang;
use beian_records::locate::{Located, LocatedRelated, Location};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Found>,
    properties: RunProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties {
    as_of: String,
    overlays: Vec<String>,
    waived: usize,
    baselined: usize,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    full_name: &'static str,
    semantic_version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
    properties: DriverProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DriverProperties {
    rules_version: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Tags,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Tags {
    tags: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Place; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "beianRuleFact/v1")]
    rule_fact: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
}

/// Writes the report.
pub(crate) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<&'static Rule> = report.findings.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    let results = report.findings.iter().zip(report.fingerprints());
    let results = results.map(|(finding, name)| found(finding, name, &rules, lang)).collect();
    let run = Run {
        tool: Tool { driver: driver(&rules, report, lang) },
        column_kind: "unicodeCodePoints",
        results,
        properties: RunProperties {
            as_of: report.as_of.to_string(),
            overlays: report.overlays.iter().map(|overlay| shown(&overlay.path).into_owned()).collect(),
            waived: report.waived.len(),
            baselined: report.baseline.as_ref().map_or(0, |baseline| baseline.hidden),
        },
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    pretty(&Log { schema, version: "2.1.0", runs: [run] }, out)
}

fn driver(rules: &[&'static Rule], report: &Report, lang: Lang) -> Driver {
    Driver {
        name: "beian",
        full_name: TOOL,
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules: rules.iter().map(|rule| descriptor(rule, report, lang)).collect(),
        properties: DriverProperties { rules_version: report.rules.clone() },
    }
}

fn descriptor(rule: &'static Rule, report: &Report, lang: Lang) -> Descriptor {
    let (day, demand) = (report.as_of, rule.demanded(&report.periods, report.as_of));
    let [title, demand, help] = [&rule.title, &demand, &rule.help].map(|words| words.get(lang).to_owned());
    let sources: Vec<String> = rule.sources.iter().map(|citation| citation.on(day).get(lang).to_owned()).collect();
    let listed: String = sources.iter().map(|source| format!("- {}\n", escaped(source))).collect();
    let kind = rule.sources.first().map(|citation| citation.source().kind.name().to_owned());
    Descriptor {
        id: rule.code,
        name: rule.name,
        help: Help {
            text: format!("{demand}\n{help}\n{}", sources.join("\n")),
            markdown: format!("{}\n\n**{}**\n\n{listed}", escaped(&demand), escaped(&help)),
        },
        short_description: Text { text: title },
        full_description: Text { text: demand },
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Tags {
            tags: ["icp-filing".to_owned(), rule.code[..1].to_owned()].into_iter().chain(kind).collect(),
        },
    }
}

const fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn found(finding: &Located, fingerprint: String, rules: &[&'static Rule], lang: Lang) -> Found {
    let message = format!("{}\n{}", shown(finding.message.get(lang)), shown(finding.help.get(lang)));
    Found {
        rule_id: finding.rule.code,
        rule_index: rules.partition_point(|rule| rule.code < finding.rule.code),
        level: level(finding.severity),
        message: Text { text: message },
        locations: [place(&finding.location, &finding.fact)],
        related_locations: finding.related.iter().enumerate().map(|(at, other)| related(at, other, lang)).collect(),
        partial_fingerprints: Fingerprints { rule_fact: fingerprint },
    }
}

fn related(at: usize, related: &LocatedRelated, lang: Lang) -> Place {
    let message = Some(Text { text: shown(related.message.get(lang)).into_owned() });
    Place { id: Some(at + 1), message, ..place(&related.location, &related.fact) }
}

fn place(location: &Location, fact: &str) -> Place {
    let region = (location.line != 0).then(|| Region {
        start_line: location.line,
        start_column: location.column,
        end_line: location.end_line.max(location.line),
        end_column: location.end_column.max(1),
    });
    let name = shown(fact).into_owned();
    Place {
        id: None,
        physical_location: Physical { artifact_location: Artifact { uri: uri(&location.path) }, region },
        logical_locations: if name.is_empty() { Vec::new() } else { vec![Logical { fully_qualified_name: name }] },
        message: None,
    }
}

/// A path as a URI reference. Everything but plain letters is escaped, so that nothing in a
/// file's name can be taken for another part of a URI.
fn uri(path: &str) -> String {
    let path = shown(if path.is_empty() { "." } else { path });
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
