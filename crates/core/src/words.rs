//! What people read, in Chinese and in English.

use std::borrow::Cow;

/// The language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Chinese (simplified): what filing people read.
    #[default]
    Zh,
    /// English.
    En,
}

/// One sentence in both languages.
///
/// Both are always written, so that no message exists in one language only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Words {
    /// The Chinese wording.
    pub zh: Cow<'static, str>,
    /// The English wording.
    pub en: Cow<'static, str>,
}

impl Words {
    /// Two fixed wordings, usable in a `const` or `static`.
    #[must_use]
    pub const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// The wording in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Writes one sentence in both languages, with the captures of `format!`.
///
/// ```
/// use beian_core::{words, words::Lang};
/// let number = 3;
/// let said = words!("共 {number} 处", "{number} places");
/// assert_eq!(said.get(Lang::En), "3 places");
/// ```
#[macro_export]
macro_rules! words {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::words::Words {
            zh: ::std::borrow::Cow::Owned(::std::format!($zh)),
            en: ::std::borrow::Cow::Owned(::std::format!($en)),
        }
    };
}

/// Declares a closed list: each has a name that never changes, which files and tables use, and the words by which
/// people know it. `Variant: "name", "zh", "en";`, and behind `by` how the name is called.
macro_rules! named {
    (
        $(#[$about:meta])+
        pub enum $list:ident by $key:ident {
            $( $(#[$doc:meta])* $variant:ident: $name:literal, $zh:literal, $en:literal; )+
        }
    ) => {
        $(#[$about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list {
            $( $(#[$doc])* #[doc = concat!("“", $en, "”.")] $variant, )+
        }

        impl $list {
            /// All of them, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name that never changes.
            #[must_use]
            pub const fn $key(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// What people call it.
            #[must_use]
            pub const fn words(self) -> $crate::words::Words {
                match self { $(Self::$variant => $crate::words::Words::fixed($zh, $en),)+ }
            }

            /// The one of that name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.$key() == name)
            }
        }
    };
}

pub(crate) use named;

/// A number in Chinese: `二十三`, `一百零四`. Those of four digits and more stay in digits.
///
/// ```
/// use beian_core::words::numeral;
/// assert_eq!([0, 7, 10, 14, 20].map(numeral).join(" "), "零 七 十 十四 二十");
/// assert_eq!([104, 110, 999].map(numeral).join(" "), "一百零四 一百一十 九百九十九");
/// ```
#[must_use]
pub fn numeral(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize % 10).copied().unwrap_or_default();
    let (tens, ones) = (number / 10 % 10, if number.is_multiple_of(10) { "" } else { digit(number) });
    match number {
        0..=9 => digit(number).to_owned(),
        10..=19 => format!("十{ones}"),
        20..=99 => format!("{}十{ones}", digit(tens)),
        100..=999 => {
            let hundreds = digit(number / 100);
            match (tens, ones) {
                (0, "") => format!("{hundreds}百"),
                (0, ones) => format!("{hundreds}百零{ones}"),
                (tens, ones) => format!("{hundreds}百{}十{ones}", digit(tens)),
            }
        }
        _ => number.to_string(),
    }
}

/// The candidate most like a word, if one is near enough to be meant.
///
/// ```
/// use beian_core::words::nearest;
/// assert_eq!(nearest("expire", ["expires", "registrar"]), Some("expires"));
/// assert_eq!(nearest("colour", ["expires", "registrar"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A very long word is no misspelling, and comparing it would cost its square.
    let length = word.chars().count();
    if 64 < length {
        return None;
    }
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| {
            *distance <= 1.max(length.max(candidate.chars().count()) / 3) && *distance < candidate.chars().count()
        })
        .min()
        .map(|(_, candidate)| candidate)
}
