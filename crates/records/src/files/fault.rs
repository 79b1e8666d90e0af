//! Faults that tests ask for: at the n-th operation of a thread the system refuses, or the
//! program ends at once, as by a kill.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What happens at the n-th operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    None,
    /// The system answers with this number.
    Refused(usize, i32),
    /// The program ends, and no destructor runs.
    Killed(usize),
}

thread_local! {
    static FAULT: Cell<Fault> = const { Cell::new(Fault::None) };
    static EXCHANGES: Cell<bool> = const { Cell::new(true) };
    static DONE: RefCell<Vec<(&'static str, PathBuf)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for a fault in what this thread does from now on.
pub(super) fn plan(fault: Fault, exchanges: bool) {
    FAULT.set(fault);
    EXCHANGES.set(exchanges);
    DONE.take();
}

/// The operations of this thread since a fault was asked for.
pub(super) fn done() -> Vec<(&'static str, PathBuf)> {
    DONE.take()
}

/// Before each operation that changes the disk.
pub(super) fn begun(what: &'static str, path: &Path) -> io::Result<()> {
    if what == "exchange" && !EXCHANGES.get() {
        return Err(io::Error::from(io::ErrorKind::Unsupported));
    }
    let count = DONE.with_borrow_mut(|done| {
        done.push((what, path.to_path_buf()));
        done.len()
    });
    match FAULT.get() {
        Fault::Refused(at, number) if at == count => Err(io::Error::from_raw_os_error(number)),
        Fault::Killed(at) if at == count => std::process::abort(),
        _ => Ok(()),
    }
}

/// Between two operations by which a folder is taken away with what it holds.
pub(super) fn half_removed(folder: &Path) -> io::Result<()> {
    let first = fs::read_dir(folder)?.flatten().find(|entry| entry.path().is_file());
    if let Some(first) = first {
        begun("unlink", &first.path())?;
        fs::remove_file(first.path())?;
    }
    Ok(())
}
