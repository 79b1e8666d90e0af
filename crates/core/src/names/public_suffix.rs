//! How many parts of a name are its public suffix.
//!
//! Only the ICANN section of the public suffix list counts. Its private section names hosts such
//! as `github.io` that give out names below their own; but a filing concerns what a registrar
//! sold to a holder, and that is `github.io`, not `someone.github.io`.

/// Second levels that .cn opened after the public suffix list wrote its section: without them
/// `政务.cn` itself would count as a name that one holder registered.
const SUFFIXES_BESIDE_THE_LIST: [&str; 2] = ["xn--zfr164b.cn", "xn--55qw42g.cn"];

/// How many parts of a name in ASCII form are its suffix; one where no rule is known.
pub(super) fn depth(ascii: &str) -> usize {
    for suffix in SUFFIXES_BESIDE_THE_LIST {
        let above = ascii.strip_suffix(suffix);
        if above.is_some_and(|above| above.is_empty() || above.ends_with('.')) {
            return suffix.split('.').count();
        }
    }
    // The list answers with the longest rule. Where that is a private one, the name above it is
    // asked again until a rule of the ICANN section answers.
    let mut name = ascii;
    while let Some(suffix) = psl::suffix(name.as_bytes()) {
        let depth = suffix.as_bytes().split(|byte| *byte == b'.').count();
        if suffix.typ() != Some(psl::Type::Private) {
            return depth;
        }
        if depth <= 1 {
            break;
        }
        name = last_labels(name, depth - 1);
    }
    1
}

/// The last `depth` parts of a dotted name; all of it where it has fewer.
pub(super) fn last_labels(name: &str, depth: usize) -> &str {
    name.rmatch_indices('.').nth(depth.saturating_sub(1)).map_or(name, |(dot, _)| name.get(dot + 1..).unwrap_or(name))
}
