//! Where the output goes: the two streams, made safe for whoever reads them.

use super::runner::disarmed;
use beian_core::numbers::mask::hide_personal_but;
use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::{PoisonError, RwLock};

/// What may pass by a stream that passes by no other.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Passing {
    /// Whether whoever writes gives commands to a runner, and sees to it that records cannot.
    pub(crate) commands: bool,
    /// Whether the numbers of persons were asked for in full.
    pub(crate) in_full: bool,
}

/// Numbers of organisations that begin like a person's.
static LEFT: RwLock<Vec<Box<str>>> = RwLock::new(Vec::new());

/// Lets numbers pass that are known to be of organisations: the papers of an organisation, which
/// alone are printed after this, show them.
pub(crate) fn leave(numbers: &[Box<str>]) {
    LEFT.write().unwrap_or_else(PoisonError::into_inner).extend_from_slice(numbers);
}

fn is_left(number: &str) -> bool {
    LEFT.read().unwrap_or_else(PoisonError::into_inner).iter().any(|left| **left == *number)
}

/// The standard output. Colour is stripped unless it is asked for, also where a library
/// put it.
pub(crate) fn stdout(color: bool, passing: Passing) -> Stream<BufWriter<Painted>> {
    let choice = if color { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never };
    let painted = Painted { out: anstream::AutoStream::new(io::stdout(), choice), escapes: color };
    Stream::new(BufWriter::new(painted), passing)
}

/// The standard output with or without colour. Text without an escape, which is nearly all
/// there is, needs no stripping, which would cost as much as drawing it.
#[derive(Debug)]
pub(crate) struct Painted {
    out: anstream::AutoStream<io::Stdout>,
    /// Whether there was an escape, whose end may be in what follows.
    escapes: bool,
}

impl Write for Painted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let acts = |byte: &u8| byte.is_ascii_control() && !matches!(*byte, b'\n' | b'\t');
        self.escapes = self.escapes || bytes.iter().fold(false, |found, byte| found | acts(byte));
        if self.escapes { self.out.write(bytes) } else { io::stdout().write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The standard error.
pub(crate) fn stderr() -> Stream<io::Stderr> {
    Stream::new(io::stderr(), Passing::default())
}

/// Whether a person watches the standard error.
pub(crate) fn watched() -> bool {
    io::stderr().is_terminal()
}

/// A stream that ends quietly when its reader goes away, and whose lines are no commands and hold
/// no number of a person: whatever wrote them, nothing else reaches a terminal or a log.
#[derive(Debug)]
pub(crate) struct Stream<W> {
    inner: W,
    /// The line that is not ended yet.
    line: Vec<u8>,
    passing: Passing,
    /// Whether the reader went away.
    closed: bool,
}

impl<W: Write> Stream<W> {
    const fn new(inner: W, passing: Passing) -> Self {
        Self { inner, line: Vec::new(), passing, closed: false }
    }

    /// Writes a line as it may be read. A reader that went away (`beian validate | head`) is no
    /// fault, and what the command found keeps its exit status.
    fn pass(&mut self, line: &[u8]) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match self.inner.write_all(&passed(line, self.passing)) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            done => done,
        }
    }
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.line.is_empty() && piece.ends_with(b"\n") {
                self.pass(piece)?;
                continue;
            }
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = std::mem::take(&mut self.line);
                self.pass(&line)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        self.pass(&line)?;
        match self.inner.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            done => done,
        }
    }
}

/// A line as it may be read.
fn passed(line: &[u8], passing: Passing) -> Cow<'_, [u8]> {
    let Ok(text) = std::str::from_utf8(line) else {
        return Cow::Owned(passed(String::from_utf8_lossy(line).as_bytes(), passing).into_owned());
    };
    let masked = if passing.in_full { Cow::Borrowed(text) } else { hide_personal_but(text, &is_left) };
    match disarmed(&masked, passing.commands) {
        Cow::Borrowed(_) => match masked {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        },
        Cow::Owned(safe) => Cow::Owned(safe.into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pieces: &[&[u8]], passing: Passing) -> String {
        let mut stream = Stream::new(Vec::new(), passing);
        for piece in pieces {
            stream.write_all(piece).unwrap();
        }
        stream.flush().unwrap();
        String::from_utf8(stream.inner).unwrap()
    }

    #[test]
    fn a_command_in_two_pieces_is_seen() {
        assert_eq!(written(&[b"a\n:", b":debug::b\nc"], Passing::default()), "a\n: :debug::b\nc");
        let commands = Passing { commands: true, ..Passing::default() };
        assert_eq!(written(&[b"::error::##[x]\n"], commands), "::error::# #[x]\n");
    }

    #[test]
    fn a_number_in_two_pieces_is_seen() {
        assert_eq!(written(&[b"138001", b"38000\n"], Passing::default()), "138****8000\n");
        let in_full = Passing { in_full: true, ..Passing::default() };
        assert_eq!(written(&[b"13800138000\n"], in_full), "13800138000\n");
    }
}
