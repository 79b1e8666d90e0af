//! What decides about a review: settings, tables, templates and baseline, all of the older side.
//!
//! A pull request must not be able to make its own review milder. Only where records begin
//! does the newer side decide, since there is nothing yet that it could undo.

use crate::failure::Failure;
use crate::versions::Versions;
use beian_records::git::Revision;
use beian_records::grounds::Grounds;

/// What decides.
pub(crate) struct Deciding {
    pub(crate) grounds: Grounds,
    /// Whether the newer side does, because there was nothing before it.
    pub(super) is_newer: bool,
    /// Whether records begin with the newer side.
    pub(super) begins: bool,
}

impl Deciding {
    pub(crate) fn read(versions: &Versions, base: &Revision, head: Option<&Revision>) -> Result<Self, Failure> {
        let before = versions.grounds(Some(base))?;
        let records = before.records()?;
        let begins = !before.is_there() && before.store().tree(records)?.is_none();
        if begins && (head.is_some() || versions.git.work_dir().is_some()) {
            return Ok(Self { grounds: versions.grounds(head)?.that_may_lack_its_baseline(), is_newer: true, begins });
        }
        Ok(Self {
            grounds: before.that_may_lack_its_baseline(),
            is_newer: head.is_some_and(|head| head.id == base.id),
            begins: false,
        })
    }

    /// The folder of the records, from that of the settings on.
    pub(crate) fn records(&self) -> Result<&str, Failure> {
        self.grounds.records().map_err(Failure::from)
    }
}
