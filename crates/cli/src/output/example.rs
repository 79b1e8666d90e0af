//! Examples of rules as people read them: the file, and what is different in it.

use super::shown::shown;
use beian_core::rule::{Example, Given};
use beian_core::rules::{BASE, OTHER};
use beian_core::words;
use beian_core::words::{Lang, Words};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines that are shown around a difference.
const AROUND: usize = 2;

/// The most lines of a whole file.
const MOST: usize = 12;

/// The most bytes of a file that is no text.
const BYTES: usize = 40;

/// One file of an example.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The file, with a word on what is special about it.
    pub(crate) title: String,
    /// Its lines, with `-`, `+` or a blank before each.
    pub(crate) lines: Vec<String>,
}

/// The files of an example, in the order in which it names them.
pub(crate) fn parts(example: &Example, lang: Lang) -> Vec<Part> {
    let mut texts = Texts::default();
    example.given.iter().map(|given| texts.part(given, lang)).collect()
}

/// What the files hold so far: a later difference starts from an earlier one.
#[derive(Default)]
struct Texts(BTreeMap<&'static str, String>);

impl Texts {
    fn of(&self, file: &'static str) -> String {
        self.0.get(file).cloned().unwrap_or_else(|| clean(file))
    }

    fn part(&mut self, given: &Given, lang: Lang) -> Part {
        match *given {
            Given::Stands { file, text } => part(file, whole(text, ' ')),
            Given::Edit { file, old, new } => {
                let before = self.of(file);
                let after = before.replacen(old, new, 1);
                let lines = difference(&before, &after, old, new);
                self.0.insert(file, after);
                part(file, lines)
            }
            Given::File { file, text } => {
                self.0.insert(file, text.to_owned());
                part(file, whole(text, '+'))
            }
            Given::Bytes { file, bytes } => {
                let start = bytes.get(..BYTES).unwrap_or(bytes).escape_ascii();
                let more = if BYTES < bytes.len() { " …" } else { "" };
                part(file, vec![format!("+ {start}{more}")])
            }
            Given::Repeat { file, text, times } => {
                let said = words!("写 {times} 遍", "{times} times over");
                titled(file, &said, lang, whole(text, '+'))
            }
            Given::Link { file, target } => {
                titled(file, &words!("是通往 {target} 的符号链接", "is a symbolic link to {target}"), lang, Vec::new())
            }
            Given::Without { file } => titled(file, &Words::fixed("不存在", "is not there"), lang, Vec::new()),
            Given::Untracked { file, text } => {
                titled(file, &Words::fixed("没有提交进 git", "is not in git"), lang, whole(text, '+'))
            }
            Given::Other => {
                let said = Words::fixed("另一个主体，自身没有问题", "a second subject, clean in itself");
                titled("other/", &said, lang, Vec::new())
            }
        }
    }
}

fn part(file: &str, lines: Vec<String>) -> Part {
    Part { title: shown(file).into_owned(), lines }
}

fn titled(file: &str, said: &Words, lang: Lang, lines: Vec<String>) -> Part {
    let between = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    Part { title: format!("{}{between}{}", shown(file), shown(said.get(lang))), lines }
}

/// What a file of the clean subjects holds.
fn clean(file: &str) -> String {
    let (folder, name) = file.split_once('/').unwrap_or(("", file));
    let text = BASE.iter().find(|(base, _)| *base == name).map_or("", |(_, text)| *text);
    if folder == "other" {
        OTHER.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
    } else {
        text.to_owned()
    }
}

fn whole(text: &str, sign: char) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().take(MOST).map(|line| signed(sign, line)).collect();
    if MOST < text.lines().count() {
        lines.push("  …".to_owned());
    }
    lines
}

fn signed(sign: char, line: &str) -> String {
    format!("{sign} {}", shown(line)).trim_end().to_owned()
}

/// The lines that differ, with some around them.
fn difference(before: &str, after: &str, old: &str, new: &str) -> Vec<String> {
    let Some(at) = before.find(old) else {
        // The example is wrong, which a test on examples finds; here it is shown as it is.
        return [whole(old, '-'), whole(new, '+')].concat();
    };
    let (taken, put) = blocks(before, after, at, old.len(), new.len());
    let (minus, plus): (Vec<_>, Vec<_>) = (before[taken.clone()].lines().collect(), after[put].lines().collect());
    let head = minus.iter().zip(&plus).take_while(|(a, b)| a == b).count();
    let rest = minus[head..].iter().rev().zip(plus[head..].iter().rev());
    let tail = rest.take_while(|(a, b)| a == b).count();
    let above: Vec<&str> = before[..taken.start].lines().chain(minus[..head].iter().copied()).collect();
    let below = minus[minus.len() - tail..].iter().copied().chain(before[taken.end..].lines());
    let mut lines: Vec<String> =
        above.iter().skip(above.len().saturating_sub(AROUND)).map(|line| signed(' ', line)).collect();
    lines.extend(minus[head..minus.len() - tail].iter().map(|line| signed('-', line)));
    lines.extend(plus[head..plus.len() - tail].iter().map(|line| signed('+', line)));
    lines.extend(below.take(AROUND).map(|line| signed(' ', line)));
    lines
}

/// The whole lines that an edit touches, before and after it.
fn blocks(before: &str, after: &str, at: usize, old: usize, new: usize) -> (Range<usize>, Range<usize>) {
    let start = before[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let mut end = at + old;
    let length = |end: usize| end - old + new;
    while end < before.len()
        && !(before[start..end].ends_with('\n')
            && (after[start..length(end)].is_empty() || after[..length(end)].ends_with('\n')))
    {
        end = before[end..].find('\n').map_or(before.len(), |newline| end + newline + 1);
    }
    (start..end, start..length(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_shown_in_whole_lines() {
        let before = "a: 1\nb: 2\nc: 3\nd: 4\n";
        let show = |old: &str, new: &str| difference(before, &before.replacen(old, new, 1), old, new).join("\n");
        assert_eq!(show("3", "x"), "  a: 1\n  b: 2\n- c: 3\n+ c: x\n  d: 4");
        assert_eq!(show("b: 2\n", ""), "  a: 1\n- b: 2\n  c: 3\n  d: 4");
        assert_eq!(show("c: 3\n", "c: 3\ne: 5\n"), "  b: 2\n  c: 3\n+ e: 5\n  d: 4");
        assert_eq!(show("d: 4\n", ""), "  b: 2\n  c: 3\n- d: 4");
    }

    #[test]
    fn every_example_of_the_catalogue_is_shown() {
        for rule in beian_core::rules::all() {
            for example in [&rule.breaks, &rule.keeps] {
                let shown = parts(example, Lang::Zh);
                assert!(!shown.is_empty(), "{}: an example without a difference", rule.code);
                assert!(shown.iter().all(|part| !part.title.contains(char::is_control)), "{}", rule.code);
            }
        }
    }
}
