//! Records of `beian`: text into values and back.
//!
//! A tree is read one subject at a time: [`disk::Disk`] or [`git::RevisionTree`] finds the files,
//! [`read::read_subject`] makes a typed and placed subject of them, [`locate`] turns the
//! places of findings into lines. Nothing here judges: that is for `beian-core`.

pub mod baseline;
pub mod beside;
pub mod disk;
pub mod edit;
pub mod evidence;
pub mod files;
pub mod git;
pub mod grounds;
pub mod import;
mod jobs;
pub mod judging;
pub mod lfs;
pub mod limits;
pub mod locate;
pub mod overlay;
pub mod raw;
pub mod read;
pub mod review;
mod road;
pub mod schema;
pub mod store;
pub mod survey;
pub mod system;
pub mod timeline;
pub mod tree;
pub mod unseen;
mod veiled;
pub mod write;
pub mod yaml;
