//! Names on the net: domains, suffixes, addresses, cloud regions, and the regions of GB/T 2260.
//!
//! What is parsed comes as a value or as a named fault with wording in both languages. What is
//! looked up comes from compiled-in tables, each row with its sources and how well it is founded;
//! what a table lacks is unknown, and nothing here refuses a name because it is unknown.
//!
//! ```
//! use beian_core::day::Day;
//! use beian_core::names::{Addresses, Approval, DomainName, Region};
//! use beian_core::tables::Tables;
//!
//! let domain = DomainName::parse("www.例子.com.cn").map_err(|fault| fault.name())?;
//! assert_eq!(domain.registrable(), DomainName::parse("例子.com.cn").ok());
//! assert_eq!(Tables::builtin().suffixes.approval(&domain, Day::of(2026, 11, 21)), Approval::Approved);
//!
//! let region = Region::parse("330106").map_err(|fault| fault.name())?;
//! assert_eq!(region.province().name_zh, "浙江省");
//! assert!(Addresses::parse("192.0.2.0/24").is_ok());
//! # Ok::<(), &str>(())
//! ```

pub mod address;
pub mod address_class;
pub mod address_fault;
pub mod cloud;
pub mod domain;
pub mod domain_fault;
pub mod province;
mod public_suffix;
pub mod region;
pub mod registrar;
mod script;
pub mod suffix;

pub use address::Addresses;
pub use address_class::AddressClass;
pub use address_fault::AddressFault;
pub use cloud::{CloudRegion, Clouds, Mainland, Provider};
pub use domain::{DomainName, DomainReading};
pub use domain_fault::{DomainFault, DomainWeight};
pub use province::Province;
pub use region::{Region, RegionFault};
pub use registrar::{Registrar, Registrars, Standing};
pub use suffix::{Approval, ReservedFor, SuffixRow, Suffixes};
