//! The region that the first two digits of a number stand for.

use crate::names::Province;

/// The province of two digits in which something can be registered.
pub(super) fn province(code: &str) -> Option<&'static Province> {
    Province::of_code(code).filter(|province| province.can_file())
}

/// The name of a region that stands in the first two digits of an identity number.
///
/// Besides the provinces: Taiwan (71, and 83 on residence permits), Hong Kong (81), Macao (82).
#[must_use]
pub(super) fn region_name(code: &str) -> Option<&'static str> {
    match code {
        "83" => Some("台湾省"),
        _ => Province::of_code(code).map(|province| province.name_zh),
    }
}
