//! Domain names in their readable and their ASCII form.
//!
//! Records keep the readable form, comparison uses the ASCII form: two texts are the same domain
//! exactly when their ASCII forms agree.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::net::IpAddr;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use super::domain_fault::DomainFault;
use super::public_suffix::{self, last_labels};
use super::script;

/// A domain name.
#[derive(Debug, Clone)]
pub struct DomainName {
    readable: String,
    ascii: String,
}

/// A domain together with what its text left to wish for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainReading {
    /// The domain.
    pub domain: DomainName,
    /// Faults that do not stand in the way of reading it, each once.
    pub faults: Vec<DomainFault>,
}

/// No readable form of a name that fits DNS is longer, and encoding costs the square of it.
const LONGEST_TEXT: usize = 1_100;

impl DomainName {
    /// Reads a domain, forgiving what leaves no doubt about the name.
    ///
    /// # Errors
    /// The first fault that leaves no name to speak of.
    pub fn parse(text: &str) -> Result<Self, DomainFault> {
        // Whether it is a bare suffix costs a search of the list, and is not asked here.
        Self::plain(text).map_or_else(|| Self::read(text).map(|reading| reading.domain), Ok)
    }

    /// Reads a domain and tells all that is not as records keep it.
    ///
    /// # Errors
    /// The first fault that leaves no name to speak of.
    pub fn read(text: &str) -> Result<DomainReading, DomainFault> {
        if let Some(domain) = Self::plain(text) {
            let faults = if domain.is_public_suffix() { vec![DomainFault::BareSuffix] } else { Vec::new() };
            return Ok(DomainReading { domain, faults });
        }
        refuse_other_things(text)?;
        let mut faults = Vec::new();
        let mut name = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => {
                    faults.push(DomainFault::WideDot);
                    name.push('.');
                    continue;
                }
                '\u{ff01}'..='\u{ff5e}' => faults.push(DomainFault::FullWidth),
                _ => {}
            }
            if letter.is_uppercase() {
                faults.push(DomainFault::UpperCase);
            }
            name.push(letter);
        }
        if let Some(rest) = name.strip_suffix('.') {
            faults.push(DomainFault::TrailingDot);
            name.truncate(rest.len());
        }
        for label in name.split('.') {
            if label.is_empty() {
                return Err(DomainFault::EmptyLabel);
            }
            if label.starts_with('-') || label.ends_with('-') {
                return Err(DomainFault::Hyphen);
            }
            if label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")) {
                faults.push(DomainFault::AsciiForm);
            } else if label.get(2..4) == Some("--") {
                faults.push(DomainFault::ReservedHyphens);
            }
        }
        let domain = Self::encode(&name)?;
        let explained = [DomainFault::FullWidth, DomainFault::AsciiForm];
        if domain.readable != name.to_lowercase() && !explained.iter().any(|f| faults.contains(f)) {
            faults.push(DomainFault::NotNormal);
        }
        for label in domain.labels() {
            if script::is_mixed(label) {
                faults.push(DomainFault::MixedScript);
            }
            if script::is_look_alike(label) {
                faults.push(DomainFault::LookAlike);
            }
        }
        if domain.is_public_suffix() {
            faults.push(DomainFault::BareSuffix);
        }
        faults.sort_unstable();
        faults.dedup();
        Ok(DomainReading { domain, faults })
    }

    /// Whether a text is its own ASCII and readable form beyond doubt. Nearly every domain is, and
    /// need not be parsed to be compared.
    pub(crate) fn is_plain(text: &str) -> bool {
        let (mut labels, mut length, mut is_number, mut before) = (1, 0, true, b'.');
        for byte in text.bytes() {
            match byte {
                b'.' if matches!(before, b'.' | b'-') => return false,
                b'.' => (labels, length, is_number) = (labels + 1, 0, true),
                // Where a label has two at its third letter, what follows may be encoded.
                b'-' if length == 0 || (length == 3 && before == b'-') => return false,
                b'-' | b'a'..=b'z' => (length, is_number) = (length + 1, false),
                b'0'..=b'9' => length += 1,
                _ => return false,
            }
            if 63 < length {
                return false;
            }
            before = byte;
        }
        2 <= labels && text.len() <= 253 && !is_number && !matches!(before, b'.' | b'-')
    }

    /// A domain whose text is both of its forms.
    fn plain(text: &str) -> Option<Self> {
        Self::is_plain(text).then(|| Self { readable: text.to_owned(), ascii: text.to_owned() })
    }

    /// Encodes by UTS 46, and back again, because some names survive only one of the ways.
    fn encode(name: &str) -> Result<Self, DomainFault> {
        let to_ascii =
            |length| Uts46::new().to_ascii(name.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, length);
        let ascii = to_ascii(DnsLength::Ignore).map_err(|_| DomainFault::NotIdna)?;
        if ascii.split('.').any(str::is_empty) {
            return Err(DomainFault::EmptyLabel);
        }
        if ascii.split('.').any(|label| label.len() > 63) {
            return Err(DomainFault::LabelTooLong);
        }
        if ascii.len() > 253 {
            return Err(DomainFault::NameTooLong);
        }
        to_ascii(DnsLength::Verify).map_err(|_| DomainFault::NotIdna)?;
        // Full-width digits become an address only here.
        if ascii.parse::<IpAddr>().is_ok() {
            return Err(DomainFault::BareIp);
        }
        if ascii.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(DomainFault::NumericTld);
        }
        let (readable, good) = Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
        let back =
            Uts46::new().to_ascii(readable.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify);
        match (good, back) {
            (Ok(()), Ok(back)) if back == ascii => {
                Ok(Self { readable: readable.into_owned(), ascii: ascii.into_owned() })
            }
            _ => Err(DomainFault::NotIdna),
        }
    }

    /// The domain that a refused text probably means: without scheme, login, port, path and
    /// wildcard. For a help line, never for records.
    #[must_use]
    pub fn guess(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        let text = text.split(['/', '?', '#', '\\']).next()?;
        let text = text.rsplit('@').next()?;
        let text = text.split(':').next()?;
        Self::parse(text.trim_start_matches("*.")).ok()
    }

    /// The readable form, in small letters; what records keep.
    #[must_use]
    pub fn readable(&self) -> &str {
        &self.readable
    }

    /// The ASCII form; what comparison uses.
    #[must_use]
    pub fn ascii(&self) -> &str {
        &self.ascii
    }

    /// Whether the two forms differ.
    #[must_use]
    pub fn is_internationalised(&self) -> bool {
        self.readable != self.ascii
    }

    /// The parts between the dots, readable, from the left.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.readable.split('.')
    }

    /// How many parts it has.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.ascii.split('.').count()
    }

    /// The public suffix, such as `com` or `公司.cn`; the last part where the list knows none.
    ///
    /// Only rules of the list's ICANN section count, so that of `someone.github.io` it is `io`:
    /// a filing concerns what a registrar sold to a holder.
    #[must_use]
    pub fn suffix(&self) -> Self {
        self.tail(self.suffix_depth())
    }

    /// The name that a holder registers, one part below the suffix; none for a suffix itself.
    #[must_use]
    pub fn registrable(&self) -> Option<Self> {
        let depth = self.suffix_depth() + 1;
        (depth <= self.depth()).then(|| self.tail(depth))
    }

    /// The last part.
    #[must_use]
    pub fn tld(&self) -> Self {
        self.tail(1)
    }

    /// The last part in ASCII form.
    pub(crate) fn last_label(&self) -> &str {
        last_labels(&self.ascii, 1)
    }

    /// Whether others register below this name.
    #[must_use]
    pub fn is_public_suffix(&self) -> bool {
        self.suffix_depth() == self.depth()
    }

    /// Whether it is a name that a holder registers, neither a suffix nor a sub-domain.
    #[must_use]
    pub fn is_registrable(&self) -> bool {
        self.suffix_depth() + 1 == self.depth()
    }

    /// Whether it stands below another name, at any distance.
    #[must_use]
    pub fn is_below(&self, other: &Self) -> bool {
        self.ascii.strip_suffix(&other.ascii).is_some_and(|rest| rest.ends_with('.'))
    }

    /// Whether it is kept for documents and tests (RFC 2606 and 6761), and can never be filed.
    #[must_use]
    pub fn is_documentation(&self) -> bool {
        matches!(last_labels(&self.ascii, 1), "example" | "test" | "invalid" | "localhost")
            || matches!(last_labels(&self.ascii, 2), "example.com" | "example.net" | "example.org")
    }

    /// The last `depth` parts.
    pub(super) fn tail(&self, depth: usize) -> Self {
        Self {
            readable: last_labels(&self.readable, depth).to_owned(),
            ascii: last_labels(&self.ascii, depth).to_owned(),
        }
    }

    fn suffix_depth(&self) -> usize {
        public_suffix::depth(&self.ascii)
    }
}

/// Tells what is no domain name at all, before anything looks at letters.
fn refuse_other_things(text: &str) -> Result<(), DomainFault> {
    if text.is_empty() {
        return Err(DomainFault::Empty);
    }
    if text.len() > LONGEST_TEXT {
        return Err(DomainFault::NameTooLong);
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(DomainFault::WhiteSpace);
    }
    if text.contains("://") || text.starts_with("//") {
        return Err(DomainFault::Scheme);
    }
    let unbracketed = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    if unbracketed.unwrap_or(text).parse::<IpAddr>().is_ok() {
        return Err(DomainFault::BareIp);
    }
    if text.contains(['/', '?', '#', '\\']) {
        return Err(DomainFault::Path);
    }
    if text.contains('@') {
        return Err(DomainFault::AtSign);
    }
    if text.contains(':') {
        return Err(DomainFault::Port);
    }
    if text.contains('*') {
        return Err(DomainFault::Wildcard);
    }
    if text.contains('_') {
        return Err(DomainFault::Underscore);
    }
    Ok(())
}

impl fmt::Display for DomainName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.readable)
    }
}

impl PartialEq for DomainName {
    fn eq(&self, other: &Self) -> bool {
        self.ascii == other.ascii
    }
}

impl Eq for DomainName {}

impl PartialOrd for DomainName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DomainName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ascii.cmp(&other.ascii)
    }
}

impl Hash for DomainName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ascii.hash(state);
    }
}

impl std::str::FromStr for DomainName {
    type Err = DomainFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::DomainName;

    #[test]
    fn plain_names_are_their_own_forms() {
        for plain in ["shop.example", "a-1.com.cn", "1688.com", "com.cn"] {
            assert!(DomainName::is_plain(plain), "{plain}");
            let encoded = DomainName::encode(plain).unwrap();
            assert_eq!((encoded.readable(), encoded.ascii()), (plain, plain));
        }
        for other in ["com", "Shop.example", "例子.cn", "xn--fsqu00a.cn", "10.0.0.1", "a..cn", "-a.cn", "a.cn.", ""] {
            assert!(!DomainName::is_plain(other), "{other}");
        }
    }
}
