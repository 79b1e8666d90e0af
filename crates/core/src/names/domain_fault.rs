//! What can be wrong with the text of a domain name.

use crate::words::named;

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

named! {
    /// A fault in the text of a domain name.
    #[non_exhaustive]
    pub enum DomainFault by name {
        /// Nothing at all.
        Empty: "empty", "域名为空", "the domain name is empty";
        /// Two dots in a row, or one at the start.
        EmptyLabel: "empty-label",
            "域名中有空的一段（多余的点）",
            "a part of the domain name is empty (a dot too many)";
        /// A part longer than 63 letters in ASCII form.
        LabelTooLong: "label-too-long",
            "域名的一段超过 63 个字符（按 ASCII 形式计）",
            "a part of the domain name is longer than 63 letters in ASCII form";
        /// A name longer than 253 letters in ASCII form.
        NameTooLong: "name-too-long",
            "域名超过 253 个字符（按 ASCII 形式计）",
            "the domain name is longer than 253 letters in ASCII form";
        /// White space or control characters.
        WhiteSpace: "white-space",
            "域名中有空格或不可见字符",
            "the domain name holds white space or invisible characters";
        /// A URL scheme, as in `https://`.
        Scheme: "scheme",
            "这是网址而不是域名：请去掉“https://”等前缀",
            "this is a URL: leave out the scheme, as in `https://`";
        /// A path, query or fragment.
        Path: "path", "域名后不应有路径或参数", "a domain name has no path, query or fragment";
        /// A port.
        Port: "port", "域名后不应有端口号", "a domain name has no port";
        /// A mail address or login.
        AtSign: "at-sign",
            "这像是邮箱地址：只写 @ 之后的域名",
            "this looks like a mail address: write what follows the `@`";
        /// A `*`.
        Wildcard: "wildcard",
            "不能备案泛域名：请写不带 * 的域名",
            "a wildcard cannot be filed: write the name without `*`";
        /// An underscore.
        Underscore: "underscore", "可备案的域名中没有下划线", "a domain name that can be filed has no underscore";
        /// A hyphen at the start or end of a part.
        Hyphen: "hyphen",
            "域名的一段不能以连字符开头或结尾",
            "a part of a domain name neither starts nor ends with a hyphen";
        /// An IP address.
        BareIp: "bare-ip", "这是 IP 地址而不是域名", "this is an IP address, not a domain name";
        /// A last part of digits only.
        NumericTld: "numeric-tld", "域名的最后一段不能全是数字", "the last part of a domain name is never all digits";
        /// Not a name by IDNA.
        NotIdna: "not-idna", "不符合国际化域名（IDNA）的规定", "this is no domain name by the rules of IDNA";
        /// A suffix such as `com.cn`, below which others register.
        BareSuffix: "bare-suffix",
            "这是公共后缀，不是可以注册的域名",
            "this is a public suffix, not a name that can be registered";
        /// Letters of two alphabets in one part.
        MixedScript: "mixed-script",
            "域名的一段混用了外形相近的不同字母（如西里尔字母与拉丁字母）",
            "one part mixes alphabets that look alike, such as Cyrillic and Latin";
        /// Foreign letters that pass for Latin ones.
        LookAlike: "look-alike",
            "域名的一段全由外形像拉丁字母的其他字母写成",
            "one part is written wholly in foreign letters that pass for Latin ones";
        /// Hyphens in third and fourth place, which are kept for encodings.
        ReservedHyphens: "reserved-hyphens",
            "第三、四位的连字符保留给编码使用",
            "hyphens in third and fourth place are kept for encodings";
        /// A dot at the end.
        TrailingDot: "trailing-dot", "域名末尾多了一个点", "the domain name ends with a dot";
        /// A full-width or ideographic dot.
        WideDot: "wide-dot", "域名中用了全角的点或句号", "the domain name holds a full-width or ideographic dot";
        /// Full-width letters or digits.
        FullWidth: "full-width", "域名中用了全角字符", "the domain name holds full-width characters";
        /// Capital letters.
        UpperCase: "upper-case",
            "域名不分大小写，记录中用小写",
            "domain names know no case, and records keep the small letters";
        /// The ASCII form (`xn--`) where the readable one is kept.
        AsciiForm: "ascii-form",
            "这是域名的 ASCII 形式（xn--），记录中用可读的形式",
            "this is the ASCII form (`xn--`), and records keep the readable one";
        /// Letters that IDNA replaces by others.
        NotNormal: "not-normal",
            "域名中有会被替换为其他字符的写法",
            "the domain name holds characters that stand for others";
    }
}

impl DomainFault {
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
