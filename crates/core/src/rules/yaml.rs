//! Records as examples show them: lines of YAML, laid out with the code around them.

/// Lines of YAML, put together when the program is compiled.
///
/// The text begins below the opening quote. Its first column is one step right of the closing
/// quote, which stands alone on its line, so that the text is indented with the code and YAML
/// keeps its own indentation. `{name}` stands for a value that is given behind the text.
macro_rules! yaml {
    ($text:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        const TEXT: &str = $text;
        const VALUES: &[(&str, &str)] = &[$((stringify!($name), $value)),*];
        const BYTES: [u8; $crate::rules::yaml::length(TEXT, VALUES)] = $crate::rules::yaml::lines(TEXT, VALUES);
        $crate::rules::yaml::text(&BYTES)
    }};
}

/// By how much the text is indented more than its closing quote.
const STEP: usize = 4;

/// How long the lines are.
pub(crate) const fn length(text: &str, values: &[(&str, &str)]) -> usize {
    let mut counted = Laid::<0> { bytes: [], length: 0 };
    counted.lay(text.as_bytes(), values);
    counted.length
}

/// The lines, without the indentation of the code.
pub(crate) const fn lines<const LENGTH: usize>(text: &str, values: &[(&str, &str)]) -> [u8; LENGTH] {
    let mut laid = Laid { bytes: [0; LENGTH], length: 0 };
    laid.lay(text.as_bytes(), values);
    laid.bytes
}

/// The text that the bytes are: whole letters were put together.
pub(crate) const fn text(bytes: &'static [u8]) -> &'static str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// What was laid out so far; where there is no room it is only counted.
struct Laid<const LENGTH: usize> {
    bytes: [u8; LENGTH],
    length: usize,
}

impl<const LENGTH: usize> Laid<LENGTH> {
    const fn lay(&mut self, text: &[u8], values: &[(&str, &str)]) {
        let closing = closing(text);
        let mut at = 1;
        while at < text.len() - closing {
            at = indented(text, at, closing + STEP);
            while text[at] != b'\n' {
                at = self.put_at(text, at, values);
            }
            self.put(b'\n');
            at += 1;
        }
    }

    /// Puts the letter or the value at a place, and tells the place behind it.
    const fn put_at(&mut self, text: &[u8], at: usize, values: &[(&str, &str)]) -> usize {
        if text[at] == b'{'
            && let Some((value, end)) = named(text, at + 1, values)
        {
            let value = value.as_bytes();
            let mut next = 0;
            while next < value.len() {
                self.put(value[next]);
                next += 1;
            }
            return end;
        }
        self.put(text[at]);
        at + 1
    }

    const fn put(&mut self, byte: u8) {
        if self.length < LENGTH {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }
}

/// How far the closing quote is indented.
const fn closing(text: &[u8]) -> usize {
    assert!(!text.is_empty() && text[0] == b'\n', "the text begins below the opening quote");
    let mut at = text.len();
    while text[at - 1] == b' ' {
        at -= 1;
    }
    assert!(text[at - 1] == b'\n', "the closing quote stands alone on its line");
    text.len() - at
}

/// Where a line begins behind the margin.
const fn indented(text: &[u8], start: usize, margin: usize) -> usize {
    let mut at = start;
    while at < start + margin && text[at] != b'\n' {
        assert!(text[at] == b' ', "a line begins left of the first column");
        at += 1;
    }
    at
}

/// The value whose name stands there, and the place behind it.
const fn named<'v>(text: &[u8], start: usize, values: &[(&str, &'v str)]) -> Option<(&'v str, usize)> {
    let mut which = 0;
    while which < values.len() {
        let (name, value) = values[which];
        let name = name.as_bytes();
        let mut same = 0;
        while same < name.len() && text[start + same] == name[same] {
            same += 1;
        }
        if same == name.len() && text[start + same] == b'}' {
            return Some((value, start + same + 1));
        }
        which += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_column_is_a_step_right_of_the_closing_quote() {
        let laid = yaml! {r#"
            shop:
              name: "示例"

                - 1
        "#};
        assert_eq!(laid, "shop:\n  name: \"示例\"\n\n    - 1\n");
        let indented = yaml! {"
                - web-1
                - web-2
        "};
        assert_eq!(indented, "    - web-1\n    - web-2\n");
    }

    #[test]
    fn values_stand_where_they_are_named() {
        let laid = yaml! {"
            of: {of}
            both: {of}/{name} {other}
        ", of = "services", name = "示例"};
        assert_eq!(laid, "of: services\nboth: services/示例 {other}\n");
    }
}
