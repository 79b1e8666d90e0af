//! The law: every text that something here rests on, and how heavy what rests on it weighs.
//!
//! Laws, orders, notices, standards and pages stand once, in `data/law/`, each with its versions
//! and the day on which it was last held against a copy; the words of what is said of them are
//! ours. Who cites does it by a [`Citation`], which knows the text as it was on a day.
//!
//! ```
//! use beian_core::day::Day;
//! use beian_core::law::MII_33;
//!
//! let ahead = MII_33.article(14);
//! assert_eq!(ahead.short(Day::of(2026, 11, 30)).zh, "《非经营性互联网信息服务备案管理办法》第十四条");
//! ```

mod article;
mod citation;
mod dated;
mod ids;
mod list;
mod severity;
mod source;

pub use article::{Article, together};
pub use citation::{At, Citation};
pub use dated::Dated;
pub use ids::*;
pub use list::Sources;
pub use severity::Severity;
pub use source::{Findable, Source, SourceKind, Version};
