//! Values that somebody states for a field, as edits: the field's shape says how they are written.

use super::text::{Act, Edit, Step, Written, plain};
use crate::write::{Use, scalar};
use beian_core::record::{RecordInfo, Shape, TermsInfo};
use beian_core::words;
use beian_core::words::{Words, nearest};

/// The edit that writes values into a field, named from a record on: `name`, `certificate/number`,
/// `access/provider` (of the first access), `access/1/since`. Of a list several may be stated; of
/// anything else one.
///
/// # Errors
/// If there is no such field, or the values have no such form.
pub fn stated(shape: &'static Shape, path: &str, values: &[&str]) -> Result<Edit, Words> {
    let mut at = Vec::new();
    let mut shape = shape;
    for part in path.split('/') {
        // Of a list of records the first one is meant, unless a number says which.
        while let Shape::List(inner @ Shape::Record(_)) = shape {
            let number = part.parse::<usize>().ok();
            at.push(Step::Item(number.unwrap_or(0)));
            shape = inner;
            if number.is_some() {
                break;
            }
        }
        if at.last().is_some_and(|step| matches!(step, Step::Item(_))) && part.parse::<usize>().is_ok() {
            continue;
        }
        let record =
            record(shape).ok_or_else(|| words!("{path} 没有 {part} 这一项", "{path}: there is no `{part}`"))?;
        match record {
            Within::Keyed(inner) => shape = inner,
            Within::Record(info) => {
                let field = info.field(part).ok_or_else(|| no_field(info, part))?;
                shape = field.shape;
            }
        }
        at.push(Step::Key(part.to_owned()));
    }
    Ok(Edit { at, act: Act::Set(written(shape, path, values)?) })
}

enum Within {
    Keyed(&'static Shape),
    Record(&'static RecordInfo),
}

fn record(shape: &'static Shape) -> Option<Within> {
    match shape {
        Shape::Record(info) => Some(Within::Record(info)),
        Shape::Keyed(inner) => Some(Within::Keyed(inner)),
        Shape::Either(one, other) => record(one).or_else(|| record(other)),
        _ => None,
    }
}

fn no_field(info: &RecordInfo, name: &str) -> Words {
    let (label, english) = (info.label, info.name);
    let names = info.fields.iter().map(|field| field.name);
    match nearest(name, names.clone()) {
        Some(near) => words!(
            "{label}没有 {name} 这一项；是不是 {near}？",
            "{english} has no field `{name}`; did you mean `{near}`?"
        ),
        None => {
            let all = names.collect::<Vec<_>>().join(", ");
            words!("{label}没有 {name} 这一项；可以写 {all}", "{english} has no field `{name}`; there are {all}")
        }
    }
}

fn written(shape: &'static Shape, path: &str, values: &[&str]) -> Result<Written, Words> {
    match (shape, values) {
        (Shape::Either(one, other), _) => written(one, path, values).or_else(|_| written(other, path, values)),
        (Shape::Texts, [one]) => Ok(Written::Scalar { text: (*one).to_owned(), used: Some(Use::Text) }),
        (Shape::List(inner), _) => list(inner, path, values),
        (Shape::Texts, _) => list(&Shape::Text, path, values),
        (Shape::Record(_) | Shape::Keyed(_), _) => {
            Err(words!("{path} 下面还有各项，写明是哪一项", "{path} has fields of its own: name one of them"))
        }
        (_, [one]) => leaf(shape, one),
        _ => Err(words!("{path} 只能写一个值", "{path} takes one value")),
    }
}

fn list(inner: &'static Shape, path: &str, values: &[&str]) -> Result<Written, Words> {
    let mut block = String::new();
    for value in values {
        let Written::Scalar { text, used } = written(inner, path, &[value])? else {
            return Err(words!(
                "{path} 的每一条有几项，写明是哪一项",
                "each item of {path} has fields: name one of them"
            ));
        };
        let text = plain(&text, used);
        block.push_str(&format!("- {text}\n"));
    }
    if block.is_empty() {
        block.push_str("[]\n");
    }
    Ok(Written::Block(block))
}

fn leaf(shape: &'static Shape, text: &str) -> Result<Written, Words> {
    let (text, used) = match shape {
        Shape::Term(terms) => (term(terms, text)?, None),
        Shape::Text | Shape::Texts => (text.to_owned(), Some(Use::Text)),
        Shape::Fact | Shape::Plain => (text.to_owned(), Some(Use::Plain)),
        // What stands bare must be what it says it is: of anything else the reader says so after the edit.
        _ if scalar(text, Use::Plain) == text || text.bytes().all(|byte| byte.is_ascii_digit()) => {
            (text.to_owned(), None)
        }
        _ => (text.to_owned(), Some(Use::Plain)),
    };
    Ok(Written::Scalar { text, used })
}

/// The term that a word means: the term itself, another word for it, or the English one.
fn term(terms: &'static TermsInfo, word: &str) -> Result<String, Words> {
    if let Some(term) = terms.meant(word).and_then(|at| terms.terms.get(at)) {
        return Ok(term.canonical.to_owned());
    }
    let (zh, en) = (&terms.name.zh, &terms.name.en);
    let all = terms.terms.iter().map(|term| term.canonical).collect::<Vec<_>>().join("、");
    Err(words!("“{word}”不是{zh}；可以写 {all}", "`{word}` is no {en}; there are {all}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::edited;
    use beian_core::model::{Particulars, Service};
    use beian_core::record::Value;

    fn text(shape: &'static Shape, said: &[(&str, &[&str])]) -> String {
        said.iter().fold(String::new(), |text, (path, values)| {
            edited(&text, &stated(shape, path, values).unwrap(), shape).unwrap()
        })
    }

    #[test]
    fn a_record_grows_by_what_is_said() {
        let made = text(
            Particulars::SHAPE,
            &[
                ("name", &["杭州示例网络科技有限公司"]),
                ("nature", &["enterprise"]),
                ("region", &["330106"]),
                ("certificate/kind", &["营业执照"]),
                ("certificate/number", &["91330106MA0EXAMP12"]),
                ("numbers/number", &["浙ICP备2021000017号"]),
                ("numbers/from", &["2021-03-18"]),
            ],
        );
        assert_eq!(
            made,
            "name: 杭州示例网络科技有限公司\nnature: 企业\ncertificate:\n  kind: 营业执照\n  number: \
             \"91330106MA0EXAMP12\"\nregion: \"330106\"\nnumbers:\n  - number: \"浙ICP备2021000017号\"\n    from: \
             2021-03-18\n"
        );
        let made = text(
            Service::SHAPE,
            &[
                ("approvals", &["不涉及"]),
                ("domains", &["a.example", "b.example"]),
                ("commercial", &["false"]),
                ("access/provider", &["阿里云"]),
                ("access/servers", &["web-1"]),
                ("access/0/since", &["2026-11-21"]),
            ],
        );
        for part in [
            "domains:\n  - a.example\n  - b.example\n",
            "access:\n  - provider: 阿里云\n    servers:\n      - web-1\n    since: 2026-11-21\n",
            "commercial: false\n",
        ] {
            assert!(made.contains(part), "{made}");
        }
    }

    #[test]
    fn what_is_no_field_or_no_term_is_told() {
        let why = |path: &str, value: &str| stated(Particulars::SHAPE, path, &[value]).unwrap_err().en;
        assert!(why("nmae", "x").contains("did you mean `name`"));
        assert!(why("nature", "外星").contains("there are"));
        assert!(why("certificate", "x").contains("name one of them"));
        assert!(stated(Particulars::SHAPE, "name", &["a", "b"]).is_err());
    }
}
