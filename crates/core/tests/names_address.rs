//! IP addresses: kinds, faults by name, and arithmetic that holds for any prefix.

use std::net::IpAddr;

use beian_core::names::{AddressClass, AddressFault, Addresses};
use proptest::prelude::*;

#[test]
fn kinds() {
    for (text, kinds) in [
        ("8.8.8.8", "public"),
        ("10.1.2.3", "private"),
        ("172.16.0.0/16", "private"),
        ("172.32.0.1", "public"),
        ("192.168.1.0/24", "private"),
        ("127.0.0.1", "loopback"),
        ("169.254.1.1", "link-local"),
        ("100.64.0.1", "carrier-shared"),
        ("100.128.0.1", "public"),
        ("192.0.2.0/24", "documentation"),
        ("198.51.100.7", "documentation"),
        ("203.0.113.1-203.0.113.9", "documentation"),
        ("203.0.112.255-203.0.113.0", "public,documentation"),
        ("203.0.113.255-203.0.114.0", "public,documentation"),
        ("203.0.112.0-203.0.114.255", "public,documentation"),
        ("223.255.255.255-224.0.0.0", "public,multicast"),
        ("255.255.255.255", "reserved"),
        ("0.0.0.0", "reserved"),
        ("240.0.0.1", "reserved"),
        ("198.18.0.1", "reserved"),
        ("2001:db8::/32", "documentation"),
        ("3fff::1", "documentation"),
        ("2408:4000::/32", "public"),
        ("2002::1", "reserved"),
        ("fd00::1", "private"),
        ("fe80::1", "link-local"),
        ("::1", "loopback"),
        ("::", "reserved"),
        ("ff02::1", "multicast"),
        ("4000::1", "reserved"),
        ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "multicast"),
    ] {
        let addresses = Addresses::parse(text).unwrap();
        let found: Vec<_> = addresses.classes().into_iter().map(AddressClass::name).collect();
        assert_eq!(found.join(","), kinds, "{text}");
    }
}

#[test]
fn faults() {
    for (text, fault) in [
        ("", AddressFault::Empty),
        ("1.2.3.4 ", AddressFault::WhiteSpace),
        ("1.2.3.4 - 1.2.3.5", AddressFault::WhiteSpace),
        ("１.2.3.4", AddressFault::FullWidth),
        ("1.2.3。4", AddressFault::FullWidth),
        ("2001：db8::1", AddressFault::FullWidth),
        ("192.168.01.1", AddressFault::LeadingZero),
        ("10.0.0.0/08", AddressFault::LeadingZero),
        ("1.2.3", AddressFault::NotAnAddress),
        ("1.2.3.256", AddressFault::NotAnAddress),
        ("example.com", AddressFault::NotAnAddress),
        ("1.2.3.4-", AddressFault::NotAnAddress),
        ("1.2.3.4-9", AddressFault::NotAnAddress),
        ("1.2.3.4:80", AddressFault::Port),
        ("[2001:db8::1]", AddressFault::Port),
        ("::ffff:1.2.3.4", AddressFault::Mapped),
        ("1.2.3.0/33", AddressFault::Prefix),
        ("1.2.3.0/", AddressFault::Prefix),
        ("1.2.3.0/-1", AddressFault::Prefix),
        ("1.2.3.0/999", AddressFault::Prefix),
        ("2001:db8::/129", AddressFault::Prefix),
        ("1.2.3.4/24", AddressFault::HostBits),
        ("1.2.3.9-1.2.3.4", AddressFault::Reversed),
        ("1.2.3.4-2001:db8::1", AddressFault::MixedVersions),
        ("1.0.0.0/8", AddressFault::TooWide),
        ("0.0.0.0/0", AddressFault::TooWide),
        ("::/0", AddressFault::TooWide),
        ("1.0.0.0-2.0.0.0", AddressFault::TooWide),
        ("2400::/12", AddressFault::TooWide),
    ] {
        assert_eq!(Addresses::parse(text), Err(fault), "{text}");
    }
    let mut names: Vec<_> = AddressFault::ALL.iter().map(|fault| fault.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), AddressFault::ALL.len());
}

#[test]
fn printing() {
    for (text, printed) in [
        ("1.2.3.4", "1.2.3.4"),
        ("1.2.3.4/32", "1.2.3.4"),
        ("1.2.3.4-1.2.3.4", "1.2.3.4"),
        ("1.2.3.0-1.2.3.255", "1.2.3.0/24"),
        ("1.2.3.1-1.2.3.255", "1.2.3.1-1.2.3.255"),
        ("2001:DB8:0::/48", "2001:db8::/48"),
    ] {
        assert_eq!(Addresses::parse(text).unwrap().to_string(), printed, "{text}");
    }
}

proptest! {
    /// A prefix holds an address exactly when their leading bits agree.
    #[test]
    fn prefixes_hold_what_agrees(base in any::<u32>(), length in 16_u32..=32, other in any::<u32>()) {
        let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
        let text = format!("{}/{length}", std::net::Ipv4Addr::from(base & mask));
        let addresses = Addresses::parse(&text).unwrap();
        let near = (base & mask) | (other & !mask);
        prop_assert!(addresses.contains(IpAddr::from(near.to_be_bytes())));
        let expected = other & mask == base & mask;
        prop_assert_eq!(addresses.contains(IpAddr::from(other.to_be_bytes())), expected);
        prop_assert_eq!(Addresses::parse(&addresses.to_string()), Ok(addresses));
    }

    /// The same for version 6, whose numbers fill all bits of the type.
    #[test]
    fn wide_prefixes_hold_what_agrees(base in any::<u128>(), length in 32_u32..=128, other in any::<u128>()) {
        let mask = u128::MAX.checked_shl(128 - length).unwrap_or(0);
        let address = std::net::Ipv6Addr::from(base & mask);
        prop_assume!(address.to_ipv4_mapped().is_none());
        let addresses = Addresses::parse(&format!("{address}/{length}")).unwrap();
        prop_assert!(addresses.contains(((base & mask) | (other & !mask)).to_be_bytes().into()));
        prop_assert_eq!(addresses.contains(other.to_be_bytes().into()), other & mask == base & mask);
        prop_assert_eq!(Addresses::parse(&addresses.to_string()), Ok(addresses));
    }

    /// Looking at borders finds every kind that is among the addresses, and no other.
    #[test]
    fn classes_are_exact(base in any::<u32>(), step in 0_u32..600) {
        let last = base.saturating_add(step);
        let text = format!("{}-{}", std::net::Ipv4Addr::from(base), std::net::Ipv4Addr::from(last));
        let addresses = Addresses::parse(&text).unwrap();
        let each = (base..=last).map(|bits| AddressClass::of(bits.to_be_bytes().into())).collect();
        prop_assert_eq!(addresses.classes(), each);
    }

    /// No text makes the parser panic, and what reads prints to the same.
    #[test]
    fn any_text_is_answered(text in any::<String>(), likely in r"[0-9a-f:./\-]{0,30}") {
        for text in [text, likely] {
            if let Ok(addresses) = Addresses::parse(&text) {
                prop_assert_eq!(Addresses::parse(&addresses.to_string()), Ok(addresses));
                prop_assert!(!addresses.classes().is_empty());
            }
        }
    }
}
