//! What an IP address is for, by the special-purpose registries of IANA (RFC 6890 and its heirs).

use std::net::IpAddr;

use crate::words::named;

use super::address::number;

named! {
    /// What an address is for.
    pub enum AddressClass by name {
        /// Reachable on the public net: the only kind a filing can name.
        Public: "public", "公网地址", "a public address";
        /// For private networks.
        Private: "private", "内网地址", "an address of private networks";
        /// The machine itself.
        Loopback: "loopback", "本机地址", "an address of the machine itself";
        /// One link only.
        LinkLocal: "link-local", "链路本地地址", "an address of one link only";
        /// Shared by a carrier's customers (CGNAT).
        CarrierShared: "carrier-shared", "运营商级 NAT 共享地址", "an address shared behind a carrier's NAT";
        /// For documents and examples.
        Documentation: "documentation", "文档示例地址", "an address kept for documents and examples";
        /// For groups of receivers.
        Multicast: "multicast", "组播地址", "a multicast address";
        /// For other special uses, or not given out.
        Reserved: "reserved", "保留地址", "a reserved address";
    }
}

use AddressClass::{CarrierShared, Documentation, LinkLocal, Loopback, Multicast, Private, Public, Reserved};

/// Blocks of version 4: start, prefix length, class. What is not listed is public.
const V4: [([u8; 4], u32, AddressClass); 15] = [
    ([0, 0, 0, 0], 8, Reserved),
    ([10, 0, 0, 0], 8, Private),
    ([100, 64, 0, 0], 10, CarrierShared),
    ([127, 0, 0, 0], 8, Loopback),
    ([169, 254, 0, 0], 16, LinkLocal),
    ([172, 16, 0, 0], 12, Private),
    ([192, 0, 0, 0], 24, Reserved),
    ([192, 0, 2, 0], 24, Documentation),
    ([192, 88, 99, 0], 24, Reserved),
    ([192, 168, 0, 0], 16, Private),
    ([198, 18, 0, 0], 15, Reserved),
    ([198, 51, 100, 0], 24, Documentation),
    ([203, 0, 113, 0], 24, Documentation),
    ([224, 0, 0, 0], 4, Multicast),
    ([240, 0, 0, 0], 4, Reserved),
];

/// Blocks of version 6: start, prefix length, class; narrower blocks first. Of
/// the rest, 2000::/3 is public and all else is reserved.
const V6: [([u16; 8], u32, AddressClass); 10] = [
    ([0, 0, 0, 0, 0, 0, 0, 1], 128, Loopback),
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32, Documentation),
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20, Documentation),
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23, Reserved),
    ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16, Reserved),
    ([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7, Private),
    ([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10, LinkLocal),
    ([0xff00, 0, 0, 0, 0, 0, 0, 0], 8, Multicast),
    ([0x2000, 0, 0, 0, 0, 0, 0, 0], 3, Public),
    ([0, 0, 0, 0, 0, 0, 0, 0], 0, Reserved),
];

/// Blocks of a version as first and last number with their class.
fn blocks(v4: bool) -> impl Iterator<Item = (u128, u128, AddressClass)> {
    let four =
        V4.iter().filter(move |_| v4).map(|(start, length, class)| (number(IpAddr::from(*start)), 32 - length, *class));
    let six = V6
        .iter()
        .filter(move |_| !v4)
        .map(|(start, length, class)| (number(IpAddr::from(*start)), 128 - length, *class));
    four.chain(six).map(|(start, free, class)| {
        let mask = 1_u128.checked_shl(free).map_or(u128::MAX, |size| size - 1);
        (start, start | mask, class)
    })
}

/// The numbers at which the class may change: where a block starts, and where one has ended.
pub(super) fn borders(v4: bool) -> impl Iterator<Item = u128> {
    let highest = if v4 { u128::from(u32::MAX) } else { u128::MAX };
    blocks(v4).flat_map(move |(first, last, _)| {
        let after = last.checked_add(1).filter(|after| *after <= highest);
        std::iter::once(first).chain(after)
    })
}

impl AddressClass {
    /// The class of an address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        let number = number(address);
        blocks(address.is_ipv4())
            .find(|(first, last, _)| *first <= number && number <= *last)
            .map_or(Public, |(_, _, class)| class)
    }
}
