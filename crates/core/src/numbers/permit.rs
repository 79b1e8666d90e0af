//! Travel and residence permits that have numbers of their own form.

use std::fmt;

use super::compact::Compact;
use super::fault::Fault;
use super::mask;
use super::reading::Reading;

/// What kind of permit a number has the form of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermitKind {
    /// 港澳居民来往内地通行证: H (Hong Kong) or M (Macao) and 8 digits, with 2 of the issue or not.
    HongKongMacao,
    /// 台湾居民来往大陆通行证: 8 digits. They say nothing without a label.
    Taiwan,
    /// 外国人永久居留身份证 until 2023-11: 3 letters and 12 digits.
    Foreigner,
}

impl PermitKind {
    /// The official Chinese term.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Self::HongKongMacao => "港澳居民来往内地通行证",
            Self::Taiwan => "台湾居民来往大陆通行证",
            Self::Foreigner => "外国人永久居留身份证",
        }
    }
}

/// The number of a travel or residence permit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permit {
    code: String,
    kind: PermitKind,
}

impl Permit {
    /// Reads a permit number; eight digits alone are taken for a Taiwan resident's.
    #[must_use]
    pub fn parse(text: &str) -> Reading<Self> {
        Self::of(Compact::read(text))
    }

    pub(super) fn of(compact: Compact) -> Reading<Self> {
        let Compact { code, mut faults } = compact;
        match form(&code) {
            Some(kind) => Reading::of(Self { code, kind }, faults),
            None => {
                faults.push(Fault::NotRecognised);
                Reading::none(faults)
            }
        }
    }

    /// What kind of permit it is.
    #[must_use]
    pub fn kind(&self) -> PermitKind {
        self.kind
    }

    /// The number: personal data, to be shown masked.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.code
    }
}

/// The kind of permit whose form a code in capitals has.
pub(super) fn form(code: &str) -> Option<PermitKind> {
    let bytes = code.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).all(u8::is_ascii_digit);
    match bytes {
        [b'H' | b'M', ..] if matches!(bytes.len(), 9 | 11) && digits(1) => Some(PermitKind::HongKongMacao),
        [first, ..] if first.is_ascii_digit() => (bytes.len() == 8 && digits(0)).then_some(PermitKind::Taiwan),
        [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z', ..] => {
            (bytes.len() == 15 && digits(3)).then_some(PermitKind::Foreigner)
        }
        _ => None,
    }
}

impl fmt::Display for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

/// Shows the number masked, so that no log or failed assertion shows it in full.
impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Permit({})", mask::mask_permit(&self.code))
    }
}
