//! The corpus as a stream for `git fast-import`: all subjects, and a commit that changes ten files.

use super::corpus;
use std::io::{self, Write};

/// Writes both commits. Each of the ten websites gets a domain more: a change that asks for a
/// filing, of a value that somebody else might claim.
pub(crate) fn write(to: &mut impl Write, size: u32) -> io::Result<()> {
    commit(to, 1_780_000_000)?;
    for i in 0..size {
        for (name, text) in corpus::files(i) {
            file(to, i, &name, &text)?;
        }
    }
    commit(to, 1_780_100_000)?;
    for i in (0..size).step_by(size as usize / 10) {
        for (name, text) in corpus::files(i).iter().filter(|(name, _)| name == "services.yaml") {
            let domain = format!("    - shop{i}.cn\n");
            assert!(text.contains(&domain), "nothing would change: {text}");
            file(to, i, name, &text.replace(&domain, &format!("{domain}    - more{i}.cn\n")))?;
        }
    }
    to.flush()
}

fn commit(to: &mut impl Write, when: u64) -> io::Result<()> {
    let who = "A <a@records.example>";
    writeln!(to, "commit refs/heads/main\nauthor {who} {when} +0800\ncommitter {who} {when} +0800\ndata 5\nstate")
}

fn file(to: &mut impl Write, i: u32, name: &str, text: &str) -> io::Result<()> {
    let folder = corpus::folder(i);
    writeln!(to, "M 100644 inline records/{folder}/{name}\ndata {}\n{text}", text.len())
}
