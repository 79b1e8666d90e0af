//! The hidden names under which things are built: `.beian-`, sixteen digits that nobody can
//! foresee, and what it is.
//!
//! No reader of records looks at names that begin with a dot.

use crate::evidence::sha256;
use std::ffi::OsStr;
use std::hash::{BuildHasher, Hasher, RandomState};

/// How all of them begin.
const BEGIN: &str = ".beian-";
/// How many hexadecimal digits follow.
const DIGITS: usize = 16;

/// What bears a hidden name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is being built, or what is of no use any more.
    Staged,
    /// Files that all are to come to their places.
    Begun,
    /// What stood in the place of a folder that is being renewed.
    Old,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Staged, Self::Begun, Self::Old];

    const fn ending(self) -> &'static str {
        match self {
            Self::Staged => ".tmp",
            Self::Begun => ".set",
            Self::Old => ".old",
        }
    }
}

/// A name that nobody has used.
pub(super) fn fresh(kind: Kind) -> String {
    // The keys of this hasher are drawn by the system.
    let drawn = RandomState::new().build_hasher().finish();
    format!("{BEGIN}{drawn:016x}{}", kind.ending())
}

/// The name under which a folder waits while another takes its place.
pub(super) fn old(place: &OsStr) -> String {
    let digits = sha256(place.as_encoded_bytes());
    format!("{BEGIN}{}{}", digits.get(..DIGITS).unwrap_or_default(), Kind::Old.ending())
}

/// What a name says of what bears it; none if it is no name of ours.
#[must_use]
pub fn kind(name: &OsStr) -> Option<Kind> {
    let rest = name.to_str()?.strip_prefix(BEGIN)?;
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let digits = rest.get(..DIGITS)?;
    let ending = rest.get(DIGITS..)?;
    let found = Kind::ALL.into_iter().find(|kind| kind.ending() == ending)?;
    digits.bytes().all(is_digit).then_some(found)
}

/// Hidden names that a repository has by custom. Any other one may be git's, or a leftover of ours.
const MAY_BE_HIDDEN: [&str; 6] =
    [".gitattributes", ".gitignore", ".github", ".gitlab-ci.yml", ".pre-commit-config.yaml", ".vscode"];

/// Whether a name leads from a folder to a file in it, and nowhere else.
pub(super) fn is_inside(name: &str) -> bool {
    let is_plain = |part: &str| {
        let strange = |c: char| c.is_control() || matches!(c, '\\' | ':');
        let is_hidden = part.starts_with('.') && !MAY_BE_HIDDEN.contains(&part);
        !part.is_empty() && part.len() <= 255 && !is_hidden && !part.contains(strange)
    };
    name.split('/').all(is_plain) && name.split('/').count() <= 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_recognised_and_never_the_same() {
        for name in [fresh(Kind::Staged), fresh(Kind::Begun), old(OsStr::new("out"))] {
            assert!(kind(OsStr::new(&name)).is_some(), "{name}");
        }
        assert_ne!(fresh(Kind::Staged), fresh(Kind::Staged));
        assert_ne!(old(OsStr::new("a")), old(OsStr::new("b")));
        let others = [
            "x",
            ".beian",
            ".beian-1.tmp",
            ".beian-00112233445566zz.tmp",
            ".beian-0011223344556677.tmp2",
            "beian.yaml",
        ];
        for other in others {
            assert_eq!(kind(OsStr::new(other)), None, "{other}");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in
            ["", ".", "..", "../x", "/x", "a/", "a//b", "a/../b", "a/.git", ".git", "a\\b", "a\0b", "c:x", "a\nb"]
        {
            assert!(!is_inside(name), "{name:?}");
        }
        for name in ["a", "a/b.yaml", "客户/acme/subject.yaml", "01-change-x.md", ".github/workflows/x.yml"] {
            assert!(is_inside(name), "{name:?}");
        }
    }
}
