//! Records in a git repository: revisions, what changed between them, their history.
//!
//! Everything here reads the object store; of the index, only which files were not written
//! since. Neither it nor the working tree is touched, no hook and no other program is run. git2
//! is not seen from outside, so that another library could take its place in this folder.

mod beside;
mod checkout;
mod claims;
mod clock;
mod commit;
mod diff;
mod error;
mod evidence;
mod explain;
mod histories;
mod history;
mod links;
mod loose;
mod objects;
mod packs;
mod recent;
mod repository;
mod resolve;
mod special;
mod touches;
mod tracked;
mod tree;
mod watch;

pub(crate) use beside::id_on_disk;
pub(crate) use checkout::Checkout;
pub use claims::{ClaimIndex, Claimed, Elsewhere, KeySource, RuleKeys, Stats};
pub use clock::{Doubt, Stamp};
pub use commit::{Distrusted, Revision};
pub use diff::{ChangedFile, ChangedSubject, Compared, changed_in_working_tree, changed_subjects};
pub use error::Error;
pub use histories::Histories;
pub use history::Commit;
pub(crate) use objects::Node;
pub use repository::Repository;
pub(crate) use touches::Before;
pub(crate) use tracked::{Known, Tracked};
pub use tree::RevisionTree;
pub use watch::on_endless_reading;
