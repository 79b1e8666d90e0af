//! What can be wrong with the text of an IP address, prefix or range.

use crate::words::named;

named! {
    /// A fault in the text of an address.
    #[non_exhaustive]
    pub enum AddressFault by name {
        /// Nothing at all.
        Empty: "empty", "IP 地址为空", "the address is empty";
        /// White space or control characters.
        WhiteSpace: "white-space",
            "IP 地址中有空格或不可见字符",
            "the address holds white space or invisible characters";
        /// Full-width digits or signs.
        FullWidth: "full-width", "IP 地址中用了全角字符", "the address holds full-width characters";
        /// A part with a zero before it, which some programs read as octal.
        LeadingZero: "leading-zero",
            "数字前有多余的 0，不同程序的读法不一",
            "a number has a leading zero, which programs read differently";
        /// No address.
        NotAnAddress: "not-an-address", "不是 IP 地址", "this is no IP address";
        /// A port or brackets around the address.
        Port: "port", "IP 地址不带端口号和方括号", "an address stands without port and brackets";
        /// An IPv4 address written inside an IPv6 one.
        Mapped: "mapped",
            "这是 IPv6 形式的 IPv4 地址：请直接写 IPv4 地址",
            "this is an IPv4 address in IPv6 form: write the IPv4 address";
        /// No prefix length, or one that the version does not have.
        Prefix: "prefix", "网段的前缀长度不正确", "the prefix length is not one of this version";
        /// A prefix whose address has bits set behind it.
        HostBits: "host-bits", "网段地址的主机位不为 0", "the address has bits set behind its prefix";
        /// A range that ends before it starts.
        Reversed: "reversed", "地址范围的终点小于起点", "the range ends before it starts";
        /// A range between two versions.
        MixedVersions: "mixed-versions",
            "地址范围的两端分别是 IPv4 和 IPv6",
            "the range runs from one IP version to the other";
        /// More addresses than a server has.
        TooWide: "too-wide",
            "地址范围过大，不像一台服务器的地址",
            "the range is wider than a server's addresses can be";
    }
}
