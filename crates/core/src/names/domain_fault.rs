//! What can be wrong with the text of a domain name.

use crate::words::Words;

/// How a fault of a domain's text weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DomainWeight {
    /// The name is plain; only its spelling is not the one that records keep.
    Spelling,
    /// There is a name, but probably not the intended one.
    Doubtful,
    /// There is no name to speak of.
    Refused,
}

/// A fault in the text of a domain name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DomainFault {
    /// Nothing at all.
    Empty,
    /// Two dots in a row, or one at the start.
    EmptyLabel,
    /// A part longer than 63 letters in ASCII form.
    LabelTooLong,
    /// A name longer than 253 letters in ASCII form.
    NameTooLong,
    /// White space or control characters.
    WhiteSpace,
    /// A URL scheme, as in `https://`.
    Scheme,
    /// A path, query or fragment.
    Path,
    /// A port.
    Port,
    /// A mail address or login.
    AtSign,
    /// A `*`.
    Wildcard,
    /// An underscore.
    Underscore,
    /// A hyphen at the start or end of a part.
    Hyphen,
    /// An IP address.
    BareIp,
    /// A last part of digits only.
    NumericTld,
    /// Not a name by IDNA.
    NotIdna,
    /// A suffix such as `com.cn`, below which others register.
    BareSuffix,
    /// Letters of two alphabets in one part.
    MixedScript,
    /// Foreign letters that pass for Latin ones.
    LookAlike,
    /// Hyphens in third and fourth place, which are kept for encodings.
    ReservedHyphens,
    /// A dot at the end.
    TrailingDot,
    /// A full-width or ideographic dot.
    WideDot,
    /// Full-width letters or digits.
    FullWidth,
    /// Capital letters.
    UpperCase,
    /// The ASCII form (`xn--`) where the readable one is kept.
    AsciiForm,
    /// Letters that IDNA replaces by others.
    NotNormal,
}

impl DomainFault {
    /// All faults, the gravest first.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::EmptyLabel,
        Self::LabelTooLong,
        Self::NameTooLong,
        Self::WhiteSpace,
        Self::Scheme,
        Self::Path,
        Self::Port,
        Self::AtSign,
        Self::Wildcard,
        Self::Underscore,
        Self::Hyphen,
        Self::BareIp,
        Self::NumericTld,
        Self::NotIdna,
        Self::BareSuffix,
        Self::MixedScript,
        Self::LookAlike,
        Self::ReservedHyphens,
        Self::TrailingDot,
        Self::WideDot,
        Self::FullWidth,
        Self::UpperCase,
        Self::AsciiForm,
        Self::NotNormal,
    ];

    /// Name and wording stand together, so that none can be forgotten.
    const fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Empty => ("empty", "域名为空", "the domain name is empty"),
            Self::EmptyLabel => {
                ("empty-label", "域名中有空的一段（多余的点）", "a part of the domain name is empty (a dot too many)")
            }
            Self::LabelTooLong => (
                "label-too-long",
                "域名的一段超过 63 个字符（按 ASCII 形式计）",
                "a part of the domain name is longer than 63 letters in ASCII form",
            ),
            Self::NameTooLong => (
                "name-too-long",
                "域名超过 253 个字符（按 ASCII 形式计）",
                "the domain name is longer than 253 letters in ASCII form",
            ),
            Self::WhiteSpace => {
                ("white-space", "域名中有空格或不可见字符", "the domain name holds white space or invisible characters")
            }
            Self::Scheme => (
                "scheme",
                "这是网址而不是域名：请去掉“https://”等前缀",
                "this is a URL: leave out the scheme, as in `https://`",
            ),
            Self::Path => ("path", "域名后不应有路径或参数", "a domain name has no path, query or fragment"),
            Self::Port => ("port", "域名后不应有端口号", "a domain name has no port"),
            Self::AtSign => (
                "at-sign",
                "这像是邮箱地址：只写 @ 之后的域名",
                "this looks like a mail address: write what follows the `@`",
            ),
            Self::Wildcard => (
                "wildcard",
                "不能备案泛域名：请写不带 * 的域名",
                "a wildcard cannot be filed: write the name without `*`",
            ),
            Self::Underscore => {
                ("underscore", "可备案的域名中没有下划线", "a domain name that can be filed has no underscore")
            }
            Self::Hyphen => (
                "hyphen",
                "域名的一段不能以连字符开头或结尾",
                "a part of a domain name neither starts nor ends with a hyphen",
            ),
            Self::BareIp => ("bare-ip", "这是 IP 地址而不是域名", "this is an IP address, not a domain name"),
            Self::NumericTld => {
                ("numeric-tld", "域名的最后一段不能全是数字", "the last part of a domain name is never all digits")
            }
            Self::NotIdna => {
                ("not-idna", "不符合国际化域名（IDNA）的规定", "this is no domain name by the rules of IDNA")
            }
            Self::BareSuffix => (
                "bare-suffix",
                "这是公共后缀，不是可以注册的域名",
                "this is a public suffix, not a name that can be registered",
            ),
            Self::MixedScript => (
                "mixed-script",
                "域名的一段混用了外形相近的不同字母（如西里尔字母与拉丁字母）",
                "one part mixes alphabets that look alike, such as Cyrillic and Latin",
            ),
            Self::LookAlike => (
                "look-alike",
                "域名的一段全由外形像拉丁字母的其他字母写成",
                "one part is written wholly in foreign letters that pass for Latin ones",
            ),
            Self::ReservedHyphens => (
                "reserved-hyphens",
                "第三、四位的连字符保留给编码使用",
                "hyphens in third and fourth place are kept for encodings",
            ),
            Self::TrailingDot => ("trailing-dot", "域名末尾多了一个点", "the domain name ends with a dot"),
            Self::WideDot => {
                ("wide-dot", "域名中用了全角的点或句号", "the domain name holds a full-width or ideographic dot")
            }
            Self::FullWidth => ("full-width", "域名中用了全角字符", "the domain name holds full-width characters"),
            Self::UpperCase => (
                "upper-case",
                "域名不分大小写，记录中用小写",
                "domain names know no case, and records keep the small letters",
            ),
            Self::AsciiForm => (
                "ascii-form",
                "这是域名的 ASCII 形式（xn--），记录中用可读的形式",
                "this is the ASCII form (`xn--`), and records keep the readable one",
            ),
            Self::NotNormal => (
                "not-normal",
                "域名中有会被替换为其他字符的写法",
                "the domain name holds characters that stand for others",
            ),
        }
    }

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.parts().0
    }

    /// The wording.
    #[must_use]
    pub const fn words(self) -> Words {
        let (_, zh, en) = self.parts();
        Words::fixed(zh, en)
    }

    /// How it weighs.
    #[must_use]
    pub const fn weight(self) -> DomainWeight {
        match self {
            Self::BareSuffix | Self::MixedScript | Self::LookAlike | Self::ReservedHyphens => DomainWeight::Doubtful,
            Self::TrailingDot
            | Self::WideDot
            | Self::FullWidth
            | Self::UpperCase
            | Self::AsciiForm
            | Self::NotNormal => DomainWeight::Spelling,
            _ => DomainWeight::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DomainFault;

    #[test]
    fn names_are_unique_and_kebab() {
        let names: BTreeSet<_> = DomainFault::ALL.iter().map(|fault| fault.name()).collect();
        assert_eq!(names.len(), DomainFault::ALL.len());
        for name in names {
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
        }
    }
}
