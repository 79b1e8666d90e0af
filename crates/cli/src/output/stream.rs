//! Where the output goes: the two streams, made safe for whoever reads them.

use std::io::{self, BufWriter, IsTerminal, Write};

/// The standard output. Colour is stripped unless it is asked for, also where a library
/// put it.
///
/// With `commands`, whoever writes gives commands to a runner and sees to it that records
/// cannot.
pub(crate) fn stdout(color: bool, commands: bool) -> Stream<BufWriter<Painted>> {
    let choice = if color { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never };
    let painted = Painted { out: anstream::AutoStream::new(io::stdout(), choice), escapes: color };
    let stream = Stream::new(BufWriter::new(painted));
    Stream { runner: stream.runner && !commands, ..stream }
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
    Stream::new(io::stderr())
}

/// Whether a person watches the standard error.
pub(crate) fn watched() -> bool {
    io::stderr().is_terminal()
}

/// A stream that ends quietly when its reader goes away, and whose lines are no commands.
#[derive(Debug)]
pub(crate) struct Stream<W> {
    inner: W,
    /// The line that is not ended yet; used only where lines have to be looked at.
    line: Vec<u8>,
    /// Whether a runner reads commands out of the lines.
    runner: bool,
    /// Whether the reader went away.
    closed: bool,
}

impl<W: Write> Stream<W> {
    fn new(inner: W) -> Self {
        Self { inner, line: Vec::new(), runner: std::env::var_os("GITHUB_ACTIONS").is_some(), closed: false }
    }

    /// Does a piece of writing. A reader that went away (`beian validate | head`) is no
    /// fault, and what the command found keeps its exit status.
    fn quietly(&mut self, write: impl FnOnce(&mut W) -> io::Result<()>) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match write(&mut self.inner) {
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
        if !self.runner {
            self.quietly(|inner| inner.write_all(bytes))?;
            return Ok(bytes.len());
        }
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = disarmed(&std::mem::take(&mut self.line));
                self.quietly(|inner| inner.write_all(&line))?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let line = disarmed(&std::mem::take(&mut self.line));
        self.quietly(|inner| inner.write_all(&line).and_then(|()| inner.flush()))
    }
}

/// A line without what a runner takes for a command: `::` at its beginning, `##[` and
/// `##vso[` anywhere. A record must not be able to give commands to the machine that
/// checks it.
pub(crate) fn disarmed(line: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(line);
    let mut safe = text.replace("##vso[", "## vso[").replace("##[", "## [");
    if text.trim_start().starts_with("::") {
        safe = safe.replacen("::", ": :", 1);
    }
    safe.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_commands() {
        for (line, safe) in [
            ("::add-mask::x\n", ": :add-mask::x\n"),
            ("  ::stop-commands::y\n", "  : :stop-commands::y\n"),
            ("a ##vso[task.setvariable]\n", "a ## vso[task.setvariable]\n"),
            ("##[error]z", "## [error]z"),
            ("a::b\n", "a::b\n"),
        ] {
            assert_eq!(String::from_utf8(disarmed(line.as_bytes())).unwrap(), safe);
        }
    }

    #[test]
    fn a_command_in_two_pieces_is_seen() {
        let mut stream = Stream { inner: Vec::new(), line: Vec::new(), runner: true, closed: false };
        stream.write_all(b"a\n:").unwrap();
        stream.write_all(b":debug::b\nc").unwrap();
        stream.flush().unwrap();
        assert_eq!(stream.inner, b"a\n: :debug::b\nc");
    }
}
