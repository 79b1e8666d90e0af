//! What readers of YAML take unquoted text for.

/// What an unquoted scalar would become in some reader of YAML 1.1 or 1.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Misread {
    /// Nothing at all.
    Null,
    /// True or false.
    Bool,
    /// An integer, perhaps of another base, without its leading zeros or without its underscores.
    Integer,
    /// A number with a fraction or an exponent, or infinity.
    Float,
    /// A number of base 60: in YAML 1.1 `12:30:45` is 45,045.
    Sexagesimal,
}

/// What readers of YAML would take this unquoted text for, if not for text. Dates are not told: records write them
/// unquoted on purpose.
#[must_use]
pub fn misread(text: &str) -> Option<Misread> {
    // Everything but the longest number begins with one of these, so ordinary text is done after one byte.
    let Some(&first) = text.as_bytes().first() else {
        return Some(Misread::Null);
    };
    match first {
        b'~' | b'n' | b'N' | b'y' | b'Y' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' => word(text),
        b'0'..=b'9' | b'+' | b'-' | b'.' => number(text),
        _ => None,
    }
}

fn word(text: &str) -> Option<Misread> {
    match text {
        "~" | "null" | "Null" | "NULL" => Some(Misread::Null),
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" | "yes" | "Yes" | "YES" | "no" | "No" | "NO" | "on"
        | "On" | "ON" | "off" | "Off" | "OFF" | "y" | "Y" | "n" | "N" => Some(Misread::Bool),
        _ => None,
    }
}

fn number(text: &str) -> Option<Misread> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return Some(Misread::Float);
    }
    let based = |prefix: &str, digit: fn(&u8) -> bool| {
        unsigned
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.bytes().any(|b| digit(&b)) && rest.bytes().all(|b| b == b'_' || digit(&b)))
    };
    if based("0x", u8::is_ascii_hexdigit)
        || based("0o", |b| (b'0'..=b'7').contains(b))
        || based("0b", |b| matches!(b, b'0' | b'1'))
    {
        return Some(Misread::Integer);
    }
    let bytes = unsigned.as_bytes();
    let digits = |from: usize| from + bytes.iter().skip(from).take_while(|b| b.is_ascii_digit() || **b == b'_').count();
    let whole = digits(0);
    if bytes.first() == Some(&b'_') {
        return None;
    }
    if whole > 0 && whole == bytes.len() {
        return Some(Misread::Integer);
    }
    if whole > 0 && bytes.get(whole) == Some(&b':') {
        return sexagesimal(unsigned).then_some(Misread::Sexagesimal);
    }
    let mut at = whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        let end = digits(at + 1);
        fraction = end - at - 1;
        at = end;
    }
    if whole == 0 && fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        let end = digits(at);
        if end == at {
            return None;
        }
        at = end;
    }
    (at == bytes.len()).then_some(Misread::Float)
}

fn sexagesimal(unsigned: &str) -> bool {
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut parts = whole.split(':');
    // The first part was seen to be digits by the caller.
    parts.next();
    fraction.bytes().all(|b| b.is_ascii_digit() || b == b'_')
        && parts.all(|part| matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']))
}
