//! Whether a text has the form of a domain name. Whether it is one, others know better.

/// The name in lower case, if the text has the form of one.
pub(super) fn canonical(text: &str) -> Option<String> {
    const LONGEST: usize = 253;
    let name = text.strip_suffix('.').unwrap_or(text).replace('。', ".");
    let labels: Vec<&str> = name.split('.').collect();
    let (top, rest) = labels.split_last()?;
    let form = name.len() <= LONGEST && !rest.is_empty() && labels.iter().all(|label| is_label(label));
    // No top-level domain has digits only: 1.2.3.4 is an address, 1.5 a number.
    let named = top.chars().count() >= 2 && top.chars().any(char::is_alphabetic);
    (form && named).then(|| name.to_lowercase())
}

fn is_label(label: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !label.is_empty()
        && label.len() <= 63 * 3
        && label.chars().all(inner)
        && !label.starts_with('-')
        && !label.ends_with('-')
}
