//! How deep a template may go, before anything takes it apart.
//!
//! The parser of the engine goes down one call for each sign, each dot and each further branch,
//! so that a long chain of them ends the program, or takes a quarter of a minute. What people
//! write stays far below these bounds.

use crate::Error;
use beian_core::words;
use beian_core::words::Words;

/// The most words and signs between two braces.
const TOKENS: usize = 256;

/// The most blocks within one another, further branches of a choice included.
const DEPTH: usize = 64;

/// Refuses a template that goes deeper than any that somebody wrote.
pub(super) fn check(template: &str, source: &str) -> Result<(), Error> {
    let (mut rest, mut depth) = (source, Vec::new());
    while let Some((kind, after)) = opening(rest) {
        let line = || 1 + source.len().checked_sub(after.len()).map_or(0, |at| lines(source, at));
        let (inside, left) = split(after, kind);
        rest = left;
        if kind == '#' {
            continue;
        }
        if TOKENS < tokens(inside) {
            let what = words!(
                "一对花括号里超过 {TOKENS} 个词和符号",
                "more than {TOKENS} words and signs stand between two braces"
            );
            return Err(Error::new(template, Some(line()), what).hint(HINT));
        }
        if kind == '%' {
            nest(inside, &mut depth);
        }
        if DEPTH < depth.iter().sum() {
            let what = words!("嵌套或分支超过 {DEPTH} 层", "more than {DEPTH} blocks or branches within one another");
            return Err(Error::new(template, Some(line()), what).hint(HINT));
        }
    }
    Ok(())
}

const HINT: Words = Words::fixed("把它拆成几段，或用 include", "part it into several, or use include");

/// The next opening of a tag: its kind, and what follows.
fn opening(text: &str) -> Option<(char, &str)> {
    let kinds = [("{{", '{'), ("{%", '%'), ("{#", '#')];
    let (at, kind) = kinds.iter().filter_map(|(sign, kind)| Some((text.find(sign)?, *kind))).min()?;
    Some((kind, text.get(at + 2..)?))
}

/// What a tag holds, and what follows it. An end within a text in quotes is none.
fn split(after: &str, kind: char) -> (&str, &str) {
    let end = match kind {
        '{' => "}}",
        '%' => "%}",
        _ => "#}",
    };
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in after.char_indices() {
        match quote {
            Some(open) => {
                if c == open && !escaped {
                    quote = None;
                }
                escaped = c == '\\' && !escaped;
            }
            None if kind != '#' && matches!(c, '"' | '\'') => (quote, escaped) = (Some(c), false),
            None if after.get(at..).is_some_and(|rest| rest.starts_with(end)) => {
                return (after.get(..at).unwrap_or_default(), after.get(at + 2..).unwrap_or_default());
            }
            None => {}
        }
    }
    (after, "")
}

/// How many words and signs there are; what stands in quotes is one.
fn tokens(inside: &str) -> usize {
    let (mut count, mut in_word, mut quote) = (0, false, None);
    for c in inside.chars() {
        let is_word = c.is_alphanumeric() || c == '_';
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') => {
                quote = Some(c);
                count += 1;
            }
            None if is_word => count += usize::from(!in_word),
            None => count += usize::from(!c.is_whitespace()),
        }
        in_word = is_word && quote.is_none();
    }
    count
}

/// Follows what a tag opens and ends: each open block, and how many branches it has by now.
fn nest(inside: &str, depth: &mut Vec<usize>) {
    let word = inside.trim_start_matches(['-', '+']).trim_start();
    let word = word.get(..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())).unwrap_or_default();
    match word {
        "if" | "for" | "with" | "block" | "filter" | "autoescape" | "macro" | "call" => depth.push(1),
        "elif" | "else" => {
            if let Some(branches) = depth.last_mut() {
                *branches += 1;
            }
        }
        _ if word.starts_with("end") => drop(depth.pop()),
        _ => {}
    }
}

/// How many lines end before a byte.
fn lines(source: &str, at: usize) -> usize {
    source.get(..at).map_or(0, |before| before.matches('\n').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_and_nests_are_bounded_before_they_are_parsed() {
        let tag = |inside: String| format!("a\n{{{{ {inside} }}}}");
        for hostile in [
            tag("not ".repeat(50_000) + "a"),
            tag("a".to_owned() + &".a".repeat(50_000)),
            tag("a".to_owned() + &"[0]".repeat(60_000)),
            tag("a".to_owned() + &" or a".repeat(25_000)),
            tag("-".repeat(50_000) + "1"),
            tag("(".repeat(50_000) + "a"),
            tag("a".to_owned() + &" | first".repeat(30_000)),
            tag("a".to_owned() + &" if a else a".repeat(20_000)),
            tag("{".repeat(50_000)),
            "{% if a %}".to_owned() + &"{% elif a %}".repeat(12_000) + "{% endif %}",
            "{% if a %}".repeat(12_000),
            "{%- for a in b -%}".repeat(12_000),
            "{% with %}".repeat(12_000),
            "{{ not not ".to_owned() + &"not ".repeat(50_000),
        ] {
            let fault = check("x", &hostile).unwrap_err();
            assert!(fault.line().is_some_and(|line| line <= 2), "{fault}");
        }
    }

    #[test]
    fn what_people_write_is_not() {
        let long = "{{ a }} {% if a %}b{% elif c %}d{% else %}e{% endif %}\n".repeat(4_000);
        let quoted = format!("{{{{ \"{}\" }}}} {{# {} #}}", "}} not ".repeat(5_000), "not ".repeat(5_000));
        for kind in [long, quoted, "{{".to_owned(), "{%".to_owned(), String::new()] {
            assert_eq!(check("x", &kind), Ok(()));
        }
    }
}
