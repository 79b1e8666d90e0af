//! Patterns of subjects: `zhejiang-*`.

use crate::words;
use crate::words::Words;

/// A pattern of identities of subjects: their letters, `*` for any number of them and `?`
/// for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob(Box<str>);

impl Glob {
    /// Reads a pattern.
    ///
    /// # Errors
    /// If it holds what no identity can hold, so that it could never match.
    pub fn parse(text: &str) -> Result<Self, Words> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '*' | '?');
        match text.chars().find(|c| !fits(*c)) {
            Some(c) => Err(words!(
                "“{c}”不会出现在主体标识里，“{text}”什么也匹配不到",
                "no identity of a subject holds `{c}`, so that `{text}` matches nothing"
            )),
            None => Ok(Self(text.into())),
        }
    }

    /// Whether a subject is meant.
    #[must_use]
    pub fn matches(&self, subject: &str) -> bool {
        matches(self.0.as_bytes(), subject.as_bytes())
    }
}

/// Goes back only to the last star, so that no pattern costs more than the product of the
/// two lengths.
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(letter) if *letter == b'?' || text.get(t) == Some(letter) => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((after, from)) = star else { return false };
                star = Some((after, from + 1));
                (p, t) = (after + 1, from + 1);
            }
        }
    }
    pattern.iter().skip(p).all(|letter| *letter == b'*')
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn stars_and_question_marks() {
        for (pattern, yes, no) in [
            ("example", &["example"][..], &["examples", "xample", ""][..]),
            ("zhejiang-*", &["zhejiang-", "zhejiang-a-b"], &["zhejiang", "x-zhejiang-a"]),
            ("*-shop", &["a-shop", "-shop", "a-shop-shop"], &["shop", "a-shop-x"]),
            ("a*b*c", &["abc", "aXbXbXc", "abbc"], &["ab", "acb"]),
            ("??", &["ab"], &["a", "abc"]),
            ("*", &["", "anything"], &[]),
        ] {
            let glob = Glob::parse(pattern).unwrap();
            assert!(yes.iter().all(|text| glob.matches(text)), "{pattern}");
            assert!(!no.iter().any(|text| glob.matches(text)), "{pattern}");
        }
    }

    #[test]
    fn what_never_matches_is_refused() {
        for bad in ["records/a", "A*", "[ab]", "浙江*", "a b"] {
            assert!(Glob::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn no_pattern_is_slow() {
        let glob = Glob::parse(&"*a".repeat(2_000)).unwrap();
        assert!(!glob.matches(&"a".repeat(1_999)));
    }
}
