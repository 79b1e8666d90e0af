//! IP addresses of servers: single ones, prefixes (`192.0.2.0/24`) and ranges (`a-b`).

use std::collections::BTreeSet;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::address_class::{self, AddressClass};
use super::address_fault::AddressFault;

/// One or more IP addresses in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Addresses {
    first: IpAddr,
    last: IpAddr,
}

/// The widest prefixes that a server can sensibly have: wider ones are blocks of a whole
/// provider, and most likely a slip of a digit.
const WIDEST_V4: u32 = 16;
const WIDEST_V6: u32 = 32;

impl Addresses {
    /// Reads an address, a prefix or a range.
    ///
    /// # Errors
    /// What keeps the text from being one of these.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        if text.is_empty() {
            return Err(AddressFault::Empty);
        }
        if text.chars().any(is_wide) {
            return Err(AddressFault::FullWidth);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(AddressFault::WhiteSpace);
        }
        let addresses = if let Some((address, prefix)) = text.split_once('/') {
            Self::of_prefix(single(address)?, prefix)?
        } else if let Some((first, last)) = text.split_once('-') {
            Self::of_range(single(first)?, single(last)?)?
        } else {
            let address = single(text)?;
            Self { first: address, last: address }
        };
        let widest = if addresses.first.is_ipv4() { 32 - WIDEST_V4 } else { 128 - WIDEST_V6 };
        let size = number(addresses.last) - number(addresses.first);
        if size >> widest > 0 {
            return Err(AddressFault::TooWide);
        }
        Ok(addresses)
    }

    fn of_prefix(address: IpAddr, prefix: &str) -> Result<Self, AddressFault> {
        let width: u32 = if address.is_ipv4() { 32 } else { 128 };
        if prefix.is_empty() || prefix.len() > 3 || !prefix.bytes().all(|b| b.is_ascii_digit()) {
            return Err(AddressFault::Prefix);
        }
        if prefix.len() > 1 && prefix.starts_with('0') {
            return Err(AddressFault::LeadingZero);
        }
        let length: u32 = prefix.parse().map_err(|_| AddressFault::Prefix)?;
        let free = width.checked_sub(length).ok_or(AddressFault::Prefix)?;
        // A shift by all 128 bits would overflow: `::/0` frees every bit.
        let mask = 1_u128.checked_shl(free).map_or(u128::MAX, |size| size - 1);
        let number = number(address);
        if number & mask != 0 {
            return Err(AddressFault::HostBits);
        }
        Ok(Self { first: address, last: address_of(number | mask, address.is_ipv4()) })
    }

    fn of_range(first: IpAddr, last: IpAddr) -> Result<Self, AddressFault> {
        if first.is_ipv4() != last.is_ipv4() {
            return Err(AddressFault::MixedVersions);
        }
        if first > last {
            return Err(AddressFault::Reversed);
        }
        Ok(Self { first, last })
    }

    /// The first address.
    #[must_use]
    pub const fn first(self) -> IpAddr {
        self.first
    }

    /// The last address; the first one again for a single address.
    #[must_use]
    pub const fn last(self) -> IpAddr {
        self.last
    }

    /// Whether it is one address.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.first == self.last
    }

    /// Whether an address is among them.
    #[must_use]
    pub fn contains(self, address: IpAddr) -> bool {
        // The order of `IpAddr` puts all of version 4 first, so versions never mix.
        self.first <= address && address <= self.last
    }

    /// Whether both have an address in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// What kinds of addresses are among them; more than one for a range across a border.
    #[must_use]
    pub fn classes(self) -> BTreeSet<AddressClass> {
        let mut classes = BTreeSet::from([AddressClass::of(self.first)]);
        // The kind changes at the borders of blocks only, so looking there is looking everywhere.
        classes.extend(
            address_class::borders(self.first.is_ipv4())
                .map(|number| address_of(number, self.first.is_ipv4()))
                .filter(|border| self.contains(*border))
                .map(AddressClass::of),
        );
        classes
    }

    /// The length of the prefix that holds exactly these addresses, if one does.
    fn prefix(self) -> Option<u32> {
        let (first, last) = (number(self.first), number(self.last));
        let width = if self.first.is_ipv4() { 32 } else { 128 };
        let differing = first ^ last;
        let free = 128 - differing.leading_zeros();
        let mask = 1_u128.checked_shl(free).map_or(u128::MAX, |size| size - 1);
        (differing == mask && first & mask == 0).then(|| width - free)
    }
}

/// Full-width digits, letters and signs that stand where ASCII is meant.
const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{ff01}'..='\u{ff5e}' | '\u{3002}' | '\u{ff61}' | '\u{3000}')
}

/// Reads one address, telling apart the usual slips.
fn single(text: &str) -> Result<IpAddr, AddressFault> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return match address {
            IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some() => Err(AddressFault::Mapped),
            address => Ok(address),
        };
    }
    if text.starts_with('[') || text.matches(':').count() == 1 {
        return Err(AddressFault::Port);
    }
    let parts: Vec<&str> = text.split('.').collect();
    let dotted =
        parts.len() == 4 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if dotted && parts.iter().any(|part| part.len() > 1 && part.starts_with('0')) {
        return Err(AddressFault::LeadingZero);
    }
    Err(AddressFault::NotAnAddress)
}

/// The address as a number.
pub(super) fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

/// The address of a number. A number of version 4 fits 32 bits wherever this is called.
fn address_of(number: u128, v4: bool) -> IpAddr {
    match u32::try_from(number) {
        Ok(bits) if v4 => IpAddr::V4(Ipv4Addr::from_bits(bits)),
        _ => IpAddr::V6(Ipv6Addr::from_bits(number)),
    }
}

impl fmt::Display for Addresses {
    /// Writes a prefix where one says it, a range otherwise; reading it gives the same addresses.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = self;
        match self.prefix() {
            _ if self.is_single() => write!(formatter, "{first}"),
            Some(length) => write!(formatter, "{first}/{length}"),
            None => write!(formatter, "{first}-{last}"),
        }
    }
}
