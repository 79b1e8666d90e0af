//! What people write beside the records, in comments: no value, and read by people alone.

use super::context::Context;
use beian_core::numbers::mask::{hide_personal_but, is_surely_organisations};
use beian_core::record::{Place, Step};
use beian_core::rule::Finding;
use beian_core::rules::privacy::personal_number_in_comment::RULE;
use beian_core::words::Words;
use std::borrow::Cow;

/// Reports the comments of a file that hold a personal number.
pub(super) fn look(text: &str, place: Place, context: &mut Context) {
    if !text.contains('#') {
        return;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = comment(line)
            && let Some(said) = line.get(at..)
            && matches!(hide_personal_but(said, &is_surely_organisations), Cow::Owned(_))
        {
            let span = (start + at, start + line.trim_end().len());
            let bounds = (u32::try_from(span.0).unwrap_or(u32::MAX), u32::try_from(span.1).unwrap_or(u32::MAX));
            let there = context.places.add(place, Step::Part, bounds.0, bounds.1);
            context.findings.push(Finding::new(
                &RULE,
                there,
                Words::fixed("这行注释里有完整的个人号码", "this comment holds a personal number in full"),
            ));
        }
        start += line.len();
    }
}

/// Where the comment of a line begins: at a sign that a blank precedes and no quotes are open at.
fn comment(line: &str) -> Option<usize> {
    let mut signs = line.match_indices('#').map(|(at, _)| at);
    signs.find(|at| {
        let before = line.get(..*at).unwrap_or_default();
        let is_open = |quote| before.matches(quote).count() % 2 == 1;
        (before.is_empty() || before.ends_with([' ', '\t'])) && !is_open('"') && !is_open('\'')
    })
}

#[cfg(test)]
mod tests {
    use super::comment;

    #[test]
    fn a_comment_is_told_from_a_value() {
        for (line, at) in
            [("# a", Some(0)), ("a: b # c", Some(5)), ("a: b#c", None), ("a: \"b # c\"", None), ("a: b", None)]
        {
            assert_eq!(comment(line), at, "{line}");
        }
    }
}
