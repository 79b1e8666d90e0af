//! Runs the program in a folder of its own, with nothing of this machine around it.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The day of all tests.
const TODAY: &str = "2026-11-21";

/// No run may take longer, hostile input or not; the time is for busy machines.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder in which the program runs.
pub(crate) struct Case {
    folder: TempDir,
    environment: Vec<(&'static str, &'static str)>,
}

/// What came of a run.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Case {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), environment: Vec::new() }
    }

    /// A repository with one clean subject, `records/example`.
    pub(crate) fn clean() -> Self {
        let case = Self::empty();
        case.write("beian.yaml", "sample: true\n");
        for (name, text) in beian_core::rules::BASE {
            case.write(&format!("records/example/{name}"), text);
        }
        case
    }

    /// A repository whose one subject has faults of three kinds, and a related place.
    pub(crate) fn faulty() -> Self {
        let case = Self::clean();
        case.edit("records/example/subject.yaml", "nature: 企业", "nature: 公司");
        case.edit("records/example/subject.yaml", "  region: \"330106\"", "  region: 330106");
        case.edit("records/example/people.yaml", "  name: 李示例", "  name: 李示例\n  name: 李再写");
        case
    }

    /// Sets a variable of the environment.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// Where a file stands.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Replaces a text that stands once in a file.
    pub(crate) fn edit(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(name)).expect("a file to edit");
        assert_eq!(text.matches(old).count(), 1, "{old:?} must stand once in {name}");
        self.write(name, text.replacen(old, new, 1));
    }

    /// Runs the program and shows all that came of it.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> String {
        self.outcome(args).shown()
    }

    /// Runs the program.
    pub(crate) fn outcome<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Run {
        self.outcome_in("", args)
    }

    /// Runs the program in a folder of the case.
    pub(crate) fn outcome_in<S: AsRef<OsStr>>(&self, folder: &str, args: impl IntoIterator<Item = S>) -> Run {
        self.finished(Command::new(env!("CARGO_BIN_EXE_beian")), folder, args)
    }

    /// Runs the program, or one that runs it, and waits for its end.
    pub(crate) fn finished<S: AsRef<OsStr>>(
        &self,
        command: Command,
        folder: &str,
        args: impl IntoIterator<Item = S>,
    ) -> Run {
        let mut command = self.prepared(command, folder, args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program");
        let out = reader(child.stdout.take().expect("piped"));
        let err = reader(child.stderr.take().expect("piped"));
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("a child") {
                break status;
            }
            if PATIENCE < start.elapsed() {
                child.kill().expect("our own child");
                panic!("the program did not end");
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let text = |thread: std::thread::JoinHandle<Vec<u8>>| {
            let bytes = thread.join().expect("a reader");
            self.scrubbed(&String::from_utf8(bytes).expect("what is printed is text"))
        };
        // Ended by a signal: none of the program's own.
        Run { status: status.code().unwrap_or(-1), out: text(out), err: text(err) }
    }

    /// The program, or one that runs it, in a folder of the case and with nothing of this machine around it.
    pub(crate) fn prepared<S: AsRef<OsStr>>(
        &self,
        mut command: Command,
        folder: &str,
        args: impl IntoIterator<Item = S>,
    ) -> Command {
        command.arg("--today").arg(TODAY).args(args).current_dir(self.path(folder));
        command.env_clear().envs(self.environment.iter().copied()).stdin(Stdio::null());
        command
    }

    /// Without what differs from machine to machine, or with every rule that is added.
    fn scrubbed(&self, text: &str) -> String {
        let folder = self.folder.path();
        let real = fs::canonicalize(folder).expect("the folder");
        let text = text.replace(&*real.to_string_lossy(), "[DIR]").replace(&*folder.to_string_lossy(), "[DIR]");
        let text = text.replace(concat!("beian ", env!("CARGO_PKG_VERSION")), "beian [VERSION]");
        text.split_inclusive('\n').map(scrubbed_line).collect()
    }
}

fn scrubbed_line(line: &str) -> String {
    for key in ["\"rules\": \"", "\"rule_set\": \""] {
        if let Some((before, after)) = line.split_once(key) {
            let rest = after.split_once('"').map_or("", |(_, rest)| rest);
            return format!("{before}{key}[RULES]\"{rest}");
        }
    }
    for said in ["rule set ", "规则版本 "] {
        if line.starts_with(said) {
            return format!("{said}[RULES]\n");
        }
    }
    // Codes of the rules across subjects, which become more.
    for said in ["did not run: ", "没有运行："] {
        if let Some((before, _)) = line.split_once(said) {
            return format!("{before}{said}[CODES]\n");
        }
    }
    line.to_owned()
}

fn reader(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).expect("a pipe");
        bytes
    })
}

impl Run {
    /// Exit status, standard output and, if there is any, standard error.
    pub(crate) fn shown(&self) -> String {
        let mut shown = format!("exit {}\n{}", self.status, self.out);
        if !self.err.is_empty() {
            shown += &format!("---- stderr\n{}", self.err);
        }
        shown
    }
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
