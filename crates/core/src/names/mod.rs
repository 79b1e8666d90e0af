//! Names on the net: domains, suffixes, addresses, cloud regions, and the regions of GB/T 2260.

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
pub mod table;

pub use address::Addresses;
pub use address_class::AddressClass;
pub use address_fault::AddressFault;
pub use cloud::{CloudRegion, Clouds, Mainland, Provider};
pub use domain::{Domain, DomainReading};
pub use domain_fault::{DomainFault, DomainWeight};
pub use province::Province;
pub use region::{Region, RegionFault};
pub use registrar::{Registrar, Registrars, Standing};
pub use suffix::{Approval, ReservedFor, SuffixRow, Suffixes};
pub use table::{Confidence, Provenance, RowFault, Source, Sources};
