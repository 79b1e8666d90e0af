//! Signs of life on a terminal while a long run goes on.

use crate::output::stream::watched;
use beian_core::words;
use beian_core::words::Lang;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// Most runs are done before anyone wonders.
const PATIENCE: Duration = Duration::from_secs(1);
const PACE: Duration = Duration::from_millis(200);

/// Does the work and, if a person watches and it takes long, shows how many subjects are done.
pub(crate) fn shown<T>(lang: Lang, done: &AtomicUsize, work: impl FnOnce() -> T) -> T {
    if !watched() {
        return work();
    }
    std::thread::scope(|scope| {
        let (end, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut wait = PATIENCE;
            let mut drawn = false;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let count = done.load(Ordering::Relaxed);
                draw(words!("已检查 {count} 个主体……", "{count} subjects checked…").get(lang));
                (wait, drawn) = (PACE, true);
            }
            if drawn {
                draw("");
            }
        });
        let result = work();
        drop(end);
        result
    })
}

/// Draws over the line; whether that succeeds does not matter.
fn draw(text: &str) {
    drop(write!(std::io::stderr(), "\r\u{1b}[K{text}"));
}
