//! What the machines that run checks take for commands, kept out of what is printed.
//!
//! A record must not be able to give commands to the machine that checks it, whichever it is and
//! whether or not it says so in its environment.

use std::borrow::Cow;

/// A line without what a runner takes for a command: `::` at its beginning (GitHub; left alone
/// where `beian` gives commands itself), `##[` and `##vso[` anywhere (GitHub, Azure, TeamCity),
/// the markers of sections (GitLab).
pub(crate) fn disarmed(line: &str, gives_commands: bool) -> Cow<'_, str> {
    let begins = !gives_commands && begins(line);
    if !begins && !line.contains("##") && !line.contains("section_") {
        return Cow::Borrowed(line);
    }
    let line = if begins { line.replacen("::", ": :", 1) } else { line.to_owned() };
    let mut safe = line.replace("section_start:", "section_start :").replace("section_end:", "section_end :");
    while let Some(at) = command(&safe) {
        safe.insert(at, ' ');
    }
    Cow::Owned(safe)
}

/// Whether a line begins with two colons, whatever nobody sees before them.
fn begins(line: &str) -> bool {
    let invisible = |c: char| c.is_whitespace() || c.is_control();
    let mut rest = line.trim_start_matches(invisible);
    // A colour is set before a text that is printed in one.
    while let Some(after) = rest.strip_prefix('[').and_then(|code| code.split_once('m')) {
        let is_code = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ';');
        if !is_code(after.0) {
            break;
        }
        rest = after.1.trim_start_matches(invisible);
    }
    // No command has a name that begins with a colon, and excerpts begin lines with three.
    rest.starts_with("::") && !rest.starts_with(":::")
}

/// Where between two signs a command begins: `##`, a word or none, and a bracket.
fn command(text: &str) -> Option<usize> {
    let signs = text.match_indices('#').map(|(at, _)| at);
    signs.filter(|at| text.get(at + 1..).is_some_and(|rest| rest.starts_with('#'))).map(|at| at + 1).find(|at| {
        let word = text.get(at + 1..).unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        word.starts_with('[')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_commands() {
        for (line, safe) in [
            ("::add-mask::x\n", ": :add-mask::x\n"),
            ("  ::stop-commands::y\n", "  : :stop-commands::y\n"),
            ("\u{1b}[1m::debug::z", "\u{1b}[1m: :debug::z"),
            ("a ##vso[task.setvariable]\n", "a # #vso[task.setvariable]\n"),
            ("##[error]z", "# #[error]z"),
            ("###[error]z ##[x]", "## #[error]z # #[x]"),
            ("##teamcity[x]", "# #teamcity[x]"),
            ("section_start:1:x", "section_start :1:x"),
            ("a::b\n", "a::b\n"),
            ("## [a](b)", "## [a](b)"),
        ] {
            assert_eq!(disarmed(line, false), safe);
        }
        assert_eq!(disarmed("::error::##[x]", true), "::error::# #[x]");
    }
}
