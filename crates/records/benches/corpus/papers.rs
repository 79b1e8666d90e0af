//! The corpus with papers: two of each subject, which a filing of it names by their hashes.

use super::corpus;
use std::io;
use std::path::Path;

/// The filing that names the papers of a subject.
const FIRST: &str = "filings/2021-02-20-first.yaml";

/// How long a paper is: a scanned page.
const PAPER_BYTES: usize = 100_000;

/// The papers of subject `i`, by their names within its evidence.
fn papers(i: u32) -> [(&'static str, Vec<u8>); 2] {
    ["licence.pdf", "domain.pdf"].map(|name| {
        let line = format!("{name} of subject {i}\n");
        (name, line.bytes().cycle().take(PAPER_BYTES).collect())
    })
}

/// The files of subject `i` that name its papers too.
fn files(i: u32) -> Vec<(String, String)> {
    let mut files = corpus::files(i);
    let [(licence, one), (domain, other)] = papers(i);
    let named = format!(
        "  - kind: 营业执照\n    of: subject\n    file: {licence}\n    sha256: {}\n  - kind: 域名证书\n    of: \
         services/shop\n    file: {domain}\n    sha256: {}\n",
        beian_records::evidence::sha256(&one),
        beian_records::evidence::sha256(&other)
    );
    for (_, text) in files.iter_mut().filter(|(name, _)| name == FIRST) {
        *text = text.replace("  - kind: 营业执照\n    of: subject\n    where: 公司档案柜 A-3\n", &named);
    }
    files
}

/// Writes subjects `0..size` with their papers below a folder.
pub(crate) fn write(root: &Path, size: u32) -> io::Result<()> {
    for i in 0..size {
        let folder = root.join(corpus::folder(i));
        for (name, text) in files(i) {
            corpus::lay(&folder.join(name), text.as_bytes())?;
        }
        for (name, bytes) in papers(i) {
            corpus::lay(&folder.join("evidence").join(name), &bytes)?;
        }
    }
    Ok(())
}
