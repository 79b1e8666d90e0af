//! What is said when `beian` itself is at fault.

use crate::failure;
use std::io::Write;

/// Makes a panic end in one line and the exit status of an internal failure.
///
/// The message of a panic may hold text from a record, which has no place in a public log;
/// where it happened is enough to find the fault.
pub(crate) fn report_shortly() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
        let version = env!("CARGO_PKG_VERSION");
        let url = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");
        // The program ends here in any case, be this line written or not.
        drop(writeln!(
            std::io::stderr(),
            "beian {version}: 程序内部错误，请报告 / internal error, please report: {place} → {url}"
        ));
        std::process::exit(i32::from(failure::USAGE));
    }));
}
