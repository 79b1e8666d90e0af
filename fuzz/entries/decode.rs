//! Text in which numbers stand, as `beian decode` and the masks read it.

use super::subject::TODAY;
use beian_core::names::DomainName;
use beian_core::numbers::mask::hide_personal;
use beian_core::numbers::{self, Kind};
use std::fmt::Write as _;

/// Any text.
pub(super) fn decode(data: &[u8]) -> String {
    let text = String::from_utf8_lossy(data);
    let mut out = String::new();
    for number in numbers::decode(&text, TODAY.year()) {
        let masked = number.masked();
        let domain = (masked.kind == Kind::Domain).then(|| DomainName::read(&masked.input));
        let _ = writeln!(out, "{masked:?} {domain:?}");
    }
    let hidden = hide_personal(&text);
    assert_eq!(hidden, hide_personal(&hidden), "what is masked stays as it is");
    out + &hidden
}
