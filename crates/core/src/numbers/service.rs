//! The running suffix that tells a service from its subject.

use std::fmt;

/// What kind of service a suffix speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceKind {
    /// A website: no letter.
    Website,
    /// An App: `A`.
    App,
    /// A mini program: `X`.
    MiniProgram,
    /// A quick app: `K`.
    QuickApp,
}

impl ServiceKind {
    /// The kind of a letter after the index.
    #[must_use]
    pub fn by_letter(letter: char) -> Option<Self> {
        match letter.to_ascii_uppercase() {
            'A' => Some(Self::App),
            'X' => Some(Self::MiniProgram),
            'K' => Some(Self::QuickApp),
            _ => None,
        }
    }

    /// The letter after the index; a website has none.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self {
            Self::Website => None,
            Self::App => Some('A'),
            Self::MiniProgram => Some('X'),
            Self::QuickApp => Some('K'),
        }
    }

    /// The official Chinese term.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Self::Website => "网站",
            Self::App => "APP",
            Self::MiniProgram => "小程序",
            Self::QuickApp => "快应用",
        }
    }
}

/// The suffix of a service number: `-1`, `-2A`, `-3X`, `-4K`.
///
/// One counter serves all kinds of a subject, so gaps and four digits are normal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service {
    /// The running index, 1 to 99999.
    pub index: u32,
    /// What the letter after it says.
    pub kind: ServiceKind,
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "-{}", self.index)?;
        match self.kind.letter() {
            Some(letter) => write!(f, "{letter}"),
            None => Ok(()),
        }
    }
}

/// Prints the suffix where there is one.
pub(super) fn write_suffix(service: Option<Service>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    service.map_or(Ok(()), |service| write!(f, "{service}"))
}
