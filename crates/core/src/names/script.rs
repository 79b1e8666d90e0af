//! Letters that look like others: what makes a name pass for another one.
//!
//! IDNA admits them all, because each is a letter of some language. A domain of a filing that
//! mixes alphabets inside one label, or is written wholly in letters that pass for Latin ones,
//! is far more likely a slip of copying or a trap than a name.

/// An alphabet with letters that pass for Latin ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
}

/// The alphabet of a letter; none for digits, hyphens and all scripts without such twins (Han
/// beside Latin is common and harmless).
const fn alphabet(letter: char) -> Option<Alphabet> {
    Some(match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' => Alphabet::Latin,
        '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' => Alphabet::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Alphabet::Greek,
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' => Alphabet::Cyrillic,
        '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' => Alphabet::Cyrillic,
        '\u{530}'..='\u{58f}' => Alphabet::Armenian,
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Alphabet::Cherokee,
        _ => return None,
    })
}

/// Whether one label holds letters of two alphabets that look alike.
pub(super) fn is_mixed(label: &str) -> bool {
    let mut alphabets = label.chars().filter_map(alphabet);
    let Some(first) = alphabets.next() else {
        return false;
    };
    alphabets.any(|other| other != first)
}

/// Small letters of Cyrillic, Greek and Armenian whose common shape is that of a Latin letter.
const TWINS: &str = "аԁеһіјӏкмоӧорԛѕԝхусЬѵɡαινορυκωχսօհոցզ";

/// Whether a label is written wholly in non-Latin letters that pass for Latin ones.
pub(super) fn is_look_alike(label: &str) -> bool {
    let mut foreign = false;
    for letter in label.chars() {
        match alphabet(letter) {
            Some(Alphabet::Latin) => return false,
            Some(_) if TWINS.contains(letter) => foreign = true,
            Some(_) => return false,
            None if letter.is_ascii_digit() || letter == '-' => {}
            None => return false,
        }
    }
    foreign
}

#[cfg(test)]
mod tests {
    use super::{is_look_alike, is_mixed};

    #[test]
    fn alphabets_in_one_label() {
        assert!(is_mixed("аррle"));
        assert!(is_mixed("gοogle"));
        for fair in ["apple", "中文-example", "яндекс", "αθήνα", "123", "münchen"] {
            assert!(!is_mixed(fair), "{fair}");
        }
    }

    #[test]
    fn labels_of_twins_only() {
        for bad in ["аррӏе", "сосо", "хн-1"] {
            // `н` is no twin: its shape is that of a capital letter.
            assert_eq!(is_look_alike(bad), bad != "хн-1", "{bad}");
        }
        for fair in ["apple", "яндекс", "中文", "123", "a-1"] {
            assert!(!is_look_alike(fair), "{fair}");
        }
    }
}
