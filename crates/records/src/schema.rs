//! JSON Schemas of the record files, for editors and other validators.
//!
//! They are made from the declarations that the reader itself follows, so that the two
//! cannot part. Draft-07 is what the YAML extensions of editors understand.

use beian_core::model::{FIRST_FORMAT, FileKind};
use beian_core::record::{FieldInfo, RecordInfo, Shape, TermsInfo};
use serde_json::{Map, Value, json};

/// The schema of a kind of file, as text that ends with a line break.
#[must_use]
pub fn schema(kind: &FileKind) -> String {
    let mut definitions = Map::new();
    let mut whole = Map::new();
    whole.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    whole.insert("title".into(), format!("beian: {}", kind.files).into());
    if let Value::Object(body) = shape(kind.shape, &mut definitions) {
        whole.extend(body);
    }
    whole.insert("definitions".into(), Value::Object(definitions));
    // A map of plain values always has a text.
    let mut text = serde_json::to_string_pretty(&Value::Object(whole)).unwrap_or_default();
    text.push('\n');
    text
}

const DAY: &str = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$";
const DAY_OR_MOMENT: &str =
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$";

fn shape(of: &Shape, definitions: &mut Map<String, Value>) -> Value {
    match of {
        Shape::Text => json!({ "type": "string", "minLength": 1, "pattern": r"\S" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole => json!({ "type": "integer", "minimum": 0 }),
        Shape::Day => json!({ "type": "string", "pattern": DAY }),
        Shape::When => json!({ "type": "string", "pattern": DAY_OR_MOMENT }),
        Shape::Until => until(),
        Shape::Shown => json!({ "anyOf": [{ "type": "boolean" }, { "type": "string", "pattern": DAY }] }),
        Shape::Texts => {
            let text = shape(&Shape::Text, definitions);
            json!({ "anyOf": [text, { "type": "array", "items": text }] })
        }
        Shape::Term(terms) => term(terms),
        Shape::Record(info) => record(info, definitions),
        Shape::List(item) => json!({ "type": "array", "items": shape(item, definitions) }),
        Shape::Keyed(entry) => json!({ "type": "object", "additionalProperties": shape(entry, definitions) }),
        Shape::Fact | Shape::Plain => plain(definitions),
        Shape::Either(one, other) => {
            json!({ "anyOf": [shape(one, definitions), shape(other, definitions)] })
        }
    }
}

fn until() -> Value {
    json!({ "anyOf": [{ "const": "长期" }, { "type": "string", "pattern": DAY }] })
}

/// Aliases are left out: the reader understands them, but only to name the term to write.
fn term(terms: &TermsInfo) -> Value {
    let words: Vec<_> = terms.terms.iter().map(|term| term.canonical).collect();
    json!({ "description": terms.name.zh, "enum": words })
}

fn about(field: &FieldInfo) -> String {
    let FieldInfo { label, about, since, .. } = field;
    let about = about.trim();
    match *since {
        FIRST_FORMAT => format!("{label}：{about}"),
        since => format!("{label}：{about} Since format {since}."),
    }
}

fn record(info: &RecordInfo, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(info.name) {
        // The name is taken before its fields are made, should a record ever hold its like.
        definitions.insert(info.name.into(), Value::Null);
        let mut properties = Map::new();
        for field in info.fields {
            let mut value = shape(field.shape, definitions);
            let about = about(field);
            value = match value {
                // A reference takes no words beside it in draft-07.
                Value::Object(ref map) if map.contains_key("$ref") => json!({ "description": about, "allOf": [value] }),
                Value::Object(mut map) => {
                    map.insert("description".into(), about.into());
                    Value::Object(map)
                }
                other => other,
            };
            properties.insert(field.name.into(), value);
        }
        let body = json!({
            "description": format!("{}：{}", info.label, info.about.trim()),
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        definitions.insert(info.name.into(), body);
    }
    json!({ "$ref": format!("#/definitions/{}", info.name) })
}

/// Any value but nothing: text, a flag, a list or a mapping.
fn plain(definitions: &mut Map<String, Value>) -> Value {
    let reference = json!({ "$ref": "#/definitions/Plain" });
    definitions.entry("Plain").or_insert_with(|| {
        json!({
            "description": "事项的值：文字、是否、列表或分项",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "boolean" },
                { "type": "array", "items": reference },
                { "type": "object", "additionalProperties": reference },
            ],
        })
    });
    reference
}
