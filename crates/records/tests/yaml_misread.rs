//! What readers of YAML take unquoted text for.

use beian_records::yaml::{Misread, misread};

#[test]
fn what_other_readers_take_text_for() {
    let told = |texts: &[&str], expected| {
        for text in texts {
            assert_eq!(misread(text), expected, "{text}");
        }
    };
    told(&["", "~", "null", "Null", "NULL"], Some(Misread::Null));
    told(&["true", "False", "yes", "No", "ON", "off", "y", "N"], Some(Misread::Bool));
    let integers = ["0", "12", "-1", "+7", "05012345", "0x1F", "0o17", "0b1_0", "1_000", "330106198609209800"];
    told(&integers, Some(Misread::Integer));
    let floats = ["1.5", ".5", "1.", "1e3", "1E+3", "911101080000000E12", ".inf", "-.INF", ".nan", "1_0.5"];
    told(&floats, Some(Misread::Float));
    told(&["12:30:45", "1:30", "190:20:30.15"], Some(Misread::Sexagesimal));
    let text = [
        "2026-01-01",
        "2026-10-20T10:00:00+08:00",
        "yes.",
        "北京",
        "1.2.3",
        "192.0.2.1",
        "0x",
        "12a",
        "1e",
        "e3",
        "-",
        "+",
        ".",
        "12:60",
        "12:",
        "::1",
        "2001:db8::1",
        "91330106MA2XXXXX1Y",
        "_1",
        "example.com",
        "no.example",
        "inf",
        "1-2",
    ];
    told(&text, None);
}
