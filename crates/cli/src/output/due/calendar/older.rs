//! What stands in a calendar that was written before.

/// An entry that stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Older {
    pub(crate) uid: String,
    /// What an entry needs that cancels it: when it was, and what it was called.
    pub(crate) kept: Vec<(String, String)>,
}

/// What is kept of an entry, and the longest of it.
const KEPT: [&str; 3] = ["DTSTART", "DTEND", "SUMMARY"];
const LONGEST: usize = 4_000;

/// The entries of a calendar that this program wrote; what is not one of its own is passed over.
pub(crate) fn read(text: &str) -> Vec<Older> {
    let whole = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut found = Vec::new();
    for event in whole.split("BEGIN:VEVENT\n").skip(1) {
        let event = event.split("END:VEVENT").next().unwrap_or_default();
        // An alarm has lines of the same names.
        let event = event.split("BEGIN:VALARM").next().unwrap_or_default();
        let lines = || event.lines().filter_map(|line| line.split_once(':'));
        let stands = !lines().any(|line| line == ("STATUS", "CANCELLED"));
        let uid = lines().find(|(name, _)| *name == "UID").map(|(_, uid)| uid);
        let Some(uid) = uid.filter(|uid| stands && is_own(uid)) else { continue };
        let is_kept = |(name, value): &(&str, &str)| {
            let plain = name.split(';').next().unwrap_or_default();
            KEPT.contains(&plain) && is_plain(name) && value.len() <= LONGEST && !value.contains(char::is_control)
        };
        let kept = lines().filter(is_kept).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        found.push(Older { uid: uid.to_owned(), kept });
    }
    found
}

/// Whether a UID is one of those that this program makes.
fn is_own(uid: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    uid.strip_suffix("@beian").is_some_and(|name| name.len() <= 64 && name.chars().all(is_sign))
}

/// Whether the name of a line holds nothing but a name and plain parameters.
fn is_plain(name: &str) -> bool {
    name.len() <= 64 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ';' | '=' | '/' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_again() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:00ff-domain-end@beian\r\nDTSTART;VALUE=DATE:20261205\r\n\
                    SUMMARY:示范：域名\r\n  shop 到期\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\n\
                    BEGIN:VEVENT\r\nUID:x@other\r\nEND:VEVENT\r\n\
                    BEGIN:VEVENT\r\nUID:aa-letter@beian\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let found = read(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].uid, "00ff-domain-end@beian");
        let kept: Vec<_> = found[0].kept.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        assert_eq!(kept, ["DTSTART;VALUE=DATE:20261205", "SUMMARY:示范：域名 shop 到期"]);
    }

    #[test]
    fn what_is_no_calendar_holds_none() {
        for text in ["", "BEGIN:VEVENT\n", "BEGIN:VEVENT\nUID:../../x@beian\nEND:VEVENT\n", "\u{feff}x"] {
            assert_eq!(read(text), []);
        }
    }
}
