//! Repositories that would keep git itself for ever: deltas that lead back to themselves, pipes and devices in the
//! place of git's files. Each ends with status 4 and a word that names the place.

#![cfg(unix)]

use crate::gitted::Gitted;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::{Duration, Instant};

/// A run takes well below a second; the rest is for machines on which all tests run at once.
const SOON: Duration = Duration::from_secs(20);

const COMMANDS: [&[&str]; 5] = [
    &["validate", "--at", "HEAD"],
    &["review", "HEAD~1", "HEAD"],
    &["history", "example"],
    &["dossier", "example", "--at", "HEAD"],
    &["notice", "--from", "HEAD~1", "HEAD"],
];

fn made() -> Gitted {
    let made = Gitted::clean();
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 王示例");
    made.commit("2026-11-20", "x");
    made
}

/// What an object of a pack is the difference from.
enum Base<'a> {
    /// The object of that id.
    Of(&'a str),
    /// The object before it.
    Before,
}

/// The bytes of an id.
pub(crate) fn bytes(id: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&id[at..at + 2], 16).expect("hexadecimal digits");
    (0..id.len()).step_by(2).map(digit).collect()
}

/// Bytes as zlib holds them without making them shorter.
pub(crate) fn stored(bytes: &[u8]) -> Vec<u8> {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let length = u16::try_from(bytes.len()).expect("a few bytes");
    let head = [&[0x78, 0x01, 0x01][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
    [&head, bytes, &((b << 16) | a).to_be_bytes()].concat()
}

/// A pack of deltas with its index.
fn pack(objects: &[(&str, Base<'_>)]) -> (Vec<u8>, Vec<u8>) {
    let delta = stored(&[19, 19, 0x90, 19]);
    let mut entries: Vec<(&str, Vec<u8>)> = Vec::new();
    for (id, base) in objects {
        let begun = match base {
            Base::Of(base) => [&[0x74][..], &bytes(base)].concat(),
            Base::Before => {
                let before = entries.last().map_or(0, |(_, entry)| entry.len());
                vec![0x64, u8::try_from(before).expect("right behind")]
            }
        };
        entries.push((id, [begun, delta.clone()].concat()));
    }
    pack_of(&entries)
}

/// A pack of objects, each by its id and as it stands there, with its index. No sum of either is right, for none is
/// looked at.
pub(crate) fn pack_of(objects: &[(&str, Vec<u8>)]) -> (Vec<u8>, Vec<u8>) {
    let count = u32::try_from(objects.len()).expect("a few");
    let mut pack = [b"PACK\0\0\0\x02", &count.to_be_bytes()[..]].concat();
    let mut starts = Vec::new();
    for (id, entry) in objects {
        starts.push((bytes(id), u32::try_from(pack.len()).expect("a short pack")));
        pack.extend(entry);
    }
    starts.sort();
    let sum = [7; 20];
    pack.extend(sum);
    let mut index = b"\xfftOc\0\0\0\x02".to_vec();
    for first in 0..=255 {
        let count = starts.iter().filter(|(id, _)| id[0] <= first).count();
        index.extend(u32::try_from(count).expect("a few").to_be_bytes());
    }
    starts.iter().for_each(|(id, _)| index.extend(id));
    index.extend(vec![0; 4 * starts.len()]);
    starts.iter().for_each(|(_, start)| index.extend(start.to_be_bytes()));
    index.extend([sum, [0; 20]].concat());
    (pack, index)
}

/// Runs a command and sees to it that it ends soon, with status 4 and a word.
fn ends(made: &Gitted, args: &[&str], word: &str, about: &str) {
    let start = Instant::now();
    let run = made.run(&[args, &["--lang", "en"]].concat());
    let (took, shown) = (start.elapsed(), run.shown());
    assert!(run.status == 4 && run.err.contains(word) && took < SOON, "{about}, {args:?}, {took:?}: {shown}");
}

#[test]
fn deltas_that_lead_back_to_themselves_end_every_command_with_a_word() {
    let other = "11".repeat(20);
    for (n, object) in ["HEAD:records/example/subject.yaml", "HEAD:records/example", "HEAD"].into_iter().enumerate() {
        let made = made();
        let id = made.id(object);
        fs::remove_file(made.case.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]))).expect("a loose object");
        let packs = [
            ("itself", vec![(&*id, Base::Of(&id))]),
            ("two", vec![(&*id, Base::Of(&other)), (&*other, Base::Of(&id))]),
            ("both ways", vec![(&*id, Base::Of(&other)), (&*other, Base::Before)]),
        ];
        for (m, (about, objects)) in packs.iter().enumerate() {
            let (pack, index) = pack(objects);
            made.case.write(".git/objects/pack/pack-0707070707070707070707070707070707070707.pack", pack);
            made.case.write(".git/objects/pack/pack-0707070707070707070707070707070707070707.idx", index);
            for args in [COMMANDS[(n + m) % COMMANDS.len()], COMMANDS[(n + m + 2) % COMMANDS.len()]] {
                ends(&made, args, "lead back to it", &format!("{object} {about}"));
            }
        }
    }
}

#[test]
fn a_history_that_leads_back_to_itself_ends_every_command() {
    let made = made();
    made.git("2026-11-21", &["checkout", "--quiet", "-b", "other", "HEAD~1"]);
    made.edit("records/example/subject.yaml", "supervisor: 张示例", "supervisor: 李示例");
    made.commit("2026-11-21", "y");
    let [first, main, other] = ["HEAD~1", "main", "HEAD"].map(|name| made.id(name));
    // What git takes for the parents of a commit, whatever the commit says: two circles of two, and one of one.
    for grafts in [
        format!("{first} {other}\n"),
        format!("{first} {other} {main}\n"),
        format!("{main} {main}\n{other} {other}\n"),
        format!("{main} {main}\n{other} {first}\n{first} {other}\n"),
    ] {
        made.case.write(".git/info/grafts", &grafts);
        for args in [
            &["history", "example"][..],
            &["dossier", "example", "--at", "HEAD"],
            &["dossier", "--all", "--out", "out"],
            &["validate", "--at", "2026-11-30"],
            &["review", "2026-11-05", "HEAD"],
        ] {
            ends(&made, args, "leads back to it", &grafts);
        }
        // What is asked of single commits, or of where two parted, has an answer all the same.
        for args in
            [&["review", "main...other"][..], &["review", "main", "other"], &["notice", "--from", "main", "other"]]
        {
            let start = Instant::now();
            let run = made.run(args);
            assert!((0..=4).contains(&run.status) && start.elapsed() < SOON, "{grafts}{args:?}: {}", run.shown());
        }
    }
}

/// Adds a branch of so many commits that change nothing.
fn branch(made: &Gitted, name: &str, commits: usize) {
    let mut stream = format!("reset refs/heads/{name}\nfrom refs/heads/main^0\n");
    for n in 0..commits {
        let when = 1_795_000_000 + n;
        stream += &format!("commit refs/heads/{name}\ncommitter A <a@b.example> {when} +0800\ndata 1\nx\n");
    }
    made.case.write("stream", stream);
    let input = fs::File::open(made.case.path("stream")).expect("what was written");
    let mut git = Command::new("git");
    git.args(["fast-import", "--quiet"]).current_dir(made.case.path("")).stdin(input);
    assert!(git.status().expect("git").success(), "git fast-import");
    fs::remove_file(made.case.path("stream")).expect("a file");
}

#[test]
fn a_long_history_comes_to_its_end() {
    const COMMITS: usize = 10_000;
    let made = made();
    branch(&made, "one", COMMITS);
    branch(&made, "other", COMMITS);
    made.git("2026-11-21", &["checkout", "--quiet", "one"]);
    for (args, status) in [
        (&["review", "one...other"][..], 0),
        (&["history", "example"], 0),
        (&["dossier", "example", "--at", "other"], 0),
        (&["validate", "--at", "2026-11-05"], 0),
    ] {
        let run = made.run(args);
        assert_eq!(run.status, status, "{args:?}: {}", run.shown());
    }
}

/// The files that git reads, as far as they can stand in a repository.
const FILES: [&str; 11] = [
    "HEAD",
    "config",
    "index",
    "packed-refs",
    "shallow",
    "refs/heads/main",
    "objects/info/alternates",
    "objects/info/commit-graph",
    "objects/pack/pack-0707070707070707070707070707070707070707.pack",
    "objects/pack/pack-0707070707070707070707070707070707070707.idx",
    "info/sparse-checkout",
];

#[test]
fn what_is_no_file_in_the_place_of_gits_own_does_not_stop_it_for_ever() {
    let made = made();
    for (n, file) in FILES.into_iter().enumerate() {
        let path = made.case.path(".git").join(file);
        let kept = fs::read(&path).ok();
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        for kind in ["pipe", "device", "socket"] {
            drop(fs::remove_file(&path));
            match kind {
                "pipe" => assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success()),
                "device" => symlink("/dev/zero", &path).expect("a link"),
                _ => {
                    // The path of a socket must be short.
                    let short = std::env::temp_dir().join(format!("beian-{}", std::process::id()));
                    drop(UnixListener::bind(&short).expect("a socket"));
                    fs::rename(&short, &path).expect("its place");
                }
            }
            for args in [COMMANDS[n % COMMANDS.len()], COMMANDS[(n + 2) % COMMANDS.len()]] {
                let start = Instant::now();
                let run = made.run(&[args, &["--lang", "en"]].concat());
                // What is not needed may be passed over; what is, is named.
                let is_told = run.status == 4 && !run.err.is_empty();
                let is_passed = run.status <= 1 && !run.out.is_empty();
                let shown = run.shown();
                assert!((is_told || is_passed) && start.elapsed() < SOON, "{kind} {file} {args:?}: {shown}");
            }
        }
        drop(fs::remove_file(&path));
        if let Some(kept) = kept {
            fs::write(&path, kept).expect("a file");
        }
    }
}
