//! References that lead nowhere, in every file that refers.

use super::Planted;

const FIRST: &str = "filings/2021-02-20-first.yaml";

/// The file, what stands there, and what takes its place; a file without an old text is new or gets longer.
const REFERENCES: [(&str, &str, &str); 20] = [
    ("subject.yaml", "representative: zhang", "representative: zhao"),
    ("subject.yaml", "\nprincipal: zhang", "\nprincipal: zhao"),
    ("subject.yaml", "filing: 2021-02-20-first", "filing: 2021-02-21-none"),
    ("services.yaml", "principal: li", "principal: zhao"),
    ("services.yaml", "        - web-1", "        - web-9"),
    ("services.yaml", "    - shop", "    - none"),
    ("services.yaml", "filing: 2021-02-20-first", "filing: 2021-02-21-none"),
    ("services.yaml", "home: www.shop", "home: www.none"),
    (FIRST, "  - services/shop\nfacts", "  - services/forum\nfacts"),
    (FIRST, "people/li/email", "people/wu/email"),
    (FIRST, "services/shop/content", "services/forum/content"),
    (FIRST, "subject/principal: zhang", "subject/principal: zhao"),
    (FIRST, "services/shop/principal: li", "services/shop/principal: zhao"),
    (FIRST, "of: people/zhang", "of: domains/none.cn"),
    (FIRST, "of: people/zhang", "of: servers/web-9"),
    (FIRST, "of: people/zhang", "of: people/zhao/residence"),
    (FIRST, "  - of: services/shop", "  - of: services/forum"),
    (FIRST, "", "contact: zhao\n"),
    (FIRST, "", "corrects: 2020-01-01-none\n"),
    ("observations/2026-11-01-registry.yaml", "", OBSERVED),
];

/// A registry answer about a service that is not there.
const OBSERVED: &str = "kind: 管局查询
source: registry.json
at: 2026-11-01
says:
  services/forum/name: 示例论坛
";

/// Plants one of them, by the number of the subject.
pub(crate) fn plant(subject: &mut Planted, i: u32) {
    let (file, old, new) = REFERENCES[i as usize % REFERENCES.len()];
    if old.is_empty() {
        subject.add(file, new);
    } else {
        subject.edit(file, old, new);
    }
}
