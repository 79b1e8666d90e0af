//! Numbers of persons are planted in every place and form, and come out nowhere in full.

mod forms;

use crate::gitted::Gitted;
use crate::harness::{Case, root};
use crate::rounds::Proof;
use beian_core::numbers::CreditCode;
use beian_core::numbers::mask::may_be_organisations;
use forms::{FORMS, Form, bare};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A number that was planted: how it is written, and its digits alone.
struct Planted {
    place: String,
    written: String,
    bare: String,
}

/// Plants numbers in places, one form after the other from a first one on.
struct Planter {
    first: usize,
    next: usize,
    planted: Vec<Planted>,
    /// Whether the field is that of an organisation's certificate, which is public.
    of_organisation: bool,
}

impl Planter {
    fn new(first: usize) -> Self {
        Self { first, next: 0, planted: Vec::new(), of_organisation: false }
    }

    /// The next number: in a field of a person any form, elsewhere one that tells what it is.
    fn number(&mut self, place: &str, in_field: bool) -> String {
        let known = if in_field { FORMS.len() } else { FORMS.iter().filter(|form| !form.only_in_fields).count() };
        let form = &FORMS[(self.first + self.next) % known];
        let written = (form.write)(self.next + 100 * self.first);
        self.next += 1;
        let number = written.strip_prefix(form.before).unwrap_or(&written).to_owned();
        if self.of_organisation && may_be_organisations(&number) {
            return written;
        }
        self.planted.push(Planted { place: place.to_owned(), bare: bare(&number), written: number });
        written
    }
}

/// Fields that hold what is a person's, by the end of their keys.
const OF_PEOPLE: [&str; 4] = ["mobile", "phone", "email", "number"];

/// Keys whose values are words of closed lists, days or names of other records: where a number
/// stands there the rest of a file is not read.
const CLOSED: [&str; 34] = [
    "format",
    "id",
    "nature",
    "kind",
    "from",
    "until",
    "at",
    "event",
    "procedure",
    "registered",
    "verified",
    "expires",
    "relation",
    "commercial",
    "mode",
    "category",
    "opened",
    "closed",
    "covers",
    "principal",
    "of",
    "legal_representative",
    "filing",
    "applied",
    "approved",
    "shown",
    "received",
    "due",
    "answered",
    "on",
    "os",
    "approvals",
    "sha256",
    "born",
];

/// Plants numbers in each line of a record that takes a text, or in each of the others.
fn plant(planter: &mut Planter, file: &str, text: &str, closed: bool) -> String {
    let mut out = String::new();
    let in_people = file.ends_with("people.yaml");
    for (at, line) in text.lines().enumerate() {
        let place = format!("{file}:{}", at + 1);
        let (key, value) = line.split_once(": ").unwrap_or((line, ""));
        let leaf = key.trim().rsplit(['/', ' ']).next().unwrap_or_default();
        let is_fact = key.contains('/');
        let is_closed = CLOSED.contains(&leaf) || is_fact && CLOSED.contains(&leaf);
        let takes = !value.is_empty() && !value.starts_with(['{', '[', '|', '>', '#']) && !key.trim().starts_with('#');
        if !takes || is_closed != closed {
            out += &format!("{line}\n");
            continue;
        }
        let in_field = (in_people || key.contains("people/")) && OF_PEOPLE.contains(&leaf);
        let is_alone = in_field || at % 2 == 0;
        planter.of_organisation = is_alone && CreditCode::parse(value.trim_matches('"')).is_ok();
        let number = planter.number(&place, in_field);
        planter.of_organisation = false;
        let said = if is_alone { number } else { format!("说明 {number}，完") };
        out += &format!("{key}: \"{said}\"\n");
    }
    out
}

/// Every file of the records, its path from the root on.
fn files(case: &Case) -> Vec<String> {
    fn below(folder: &Path, root: &Path, found: &mut Vec<String>) {
        let mut entries: Vec<_> =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one").path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                below(&path, root, found);
            } else {
                found.push(path.strip_prefix(root).expect("below").to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    below(&case.path("records"), &case.path(""), &mut found);
    found
}

/// Records with what the shipped ones do not hold.
fn beside(planter: &mut Planter, case: &Case) {
    let mut said = |place: &str| planter.number(place, false);
    let stem = "2026-11-10-note";
    case.write(
        &format!("records/su-wanli/observations/{stem}.yaml"),
        format!("kind: 页面\nsource: \"{}\"\nat: 2026-11-10\nsays:\n  text: \"{}\"\n", said("source"), said("says")),
    );
    case.write(
        &format!("records/su-wanli/official/{stem}.yaml"),
        format!(
            "kind: 核查通知\nauthority: \"{}\"\nreceived: 2026-11-10\nabout: \"{}\"\ndemands:\n  - \"{}\"\n",
            said("authority"),
            said("about"),
            said("demands")
        ),
    );
    case.write(
        "records/su-wanli/filings/2026-11-12-draft.yaml",
        format!(
            "procedure: 变更主体\nthrough: \"{}\"\ncorrects: \"{}\"\nreason: \"{}\"\ncontact: su\nfacts:\n  \
             subject/address:\n    from: \"{}\"\n    to: \"{}\"\n  people/su/mobile:\n    from: \"{}\"\n    \
             to: \"{}\"\npapers:\n  - kind: \"{}\"\n    sha256: \"{}\"\n    file: \"{}.pdf\"\n",
            said("through"),
            said("corrects"),
            said("reason"),
            said("old address"),
            said("address"),
            said("old mobile"),
            said("new mobile"),
            said("paper"),
            said("sha256"),
            said("paper's file"),
        ),
    );
    let reason = said("waiver");
    let owner = said("owner");
    case.write(
        "beian.yaml",
        format!(
            "sample: true\nwaivers:\n  - rule: P101\n    fact: su-wanli/subject/remark\n    reason: \"{reason}\"\n    \
             owner: \"{owner}\"\n    until: 2027-01-01\n"
        ),
    );
    let comment = said("comment");
    let people = fs::read_to_string(case.path("records/su-wanli/people.yaml")).expect("people");
    let (key, mobile) = (said("key"), planter.number("mobile under a key", true));
    case.write(
        "records/su-wanli/people.yaml",
        format!("# {comment}\n{people}\"{key}\":\n  name: 钱样例\n  mobile: \"{mobile}\"\n"),
    );
    for form in [3, 25, planter.first] {
        let Form { write, before, only_in_fields } = &FORMS[form];
        let number = write(900 + planter.first + form);
        if *only_in_fields || number.contains('/') {
            continue;
        }
        // Files are called by numbers, and what is called by a file says so in keys and paths.
        let bare_number = number.strip_prefix(before).unwrap_or(&number).to_owned();
        planter.planted.push(Planted { place: "file name".into(), bare: bare(&bare_number), written: bare_number });
        case.write(&format!("records/su-wanli/filings/2026-11-13-{number}.yaml"), "procedure: 变更主体\n");
        case.write(&format!("records/su-wanli/evidence/{number}.pdf"), "x");
        case.write(&format!("records/{number}/subject.yaml"), "format: 1\nname: 甲\n");
    }
}

/// What is run on planted records; what writes, writes into folders named so.
fn commands() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = Vec::new();
    for format in ["text", "short", "json", "sarif", "github", "gitlab", "junit", "markdown"] {
        all.push(vec!["validate", "--format", format]);
    }
    all.push(vec!["validate", "--at", "HEAD", "--lang", "en", "--statistics"]);
    for format in ["text", "json", "github", "markdown"] {
        all.push(vec!["review", "HEAD~1", "HEAD", "--format", format, "--verbose"]);
        all.push(vec!["review", "HEAD", "HEAD~1", "--format", format, "--lang", "en"]);
    }
    for format in ["text", "json", "markdown"] {
        all.push(vec!["history", "su-wanli", "--format", format]);
        all.push(vec!["history", "ningbo-shifan", "--format", format, "--lang", "en"]);
    }
    for format in ["text", "markdown", "json", "csv", "ics", "wecom", "dingtalk", "feishu"] {
        all.push(vec!["due", "--format", format]);
    }
    for format in ["text", "markdown", "json", "csv"] {
        all.push(vec!["status", "--all", "--format", format]);
    }
    for (audience, out) in [("public", "out/p"), ("auditor", "out/a"), ("internal", "out/i")] {
        all.push(vec!["dossier", "--all", "--audience", audience, "--out", out]);
        all.push(vec!["dossier", "su-wanli", "--audience", audience, "--format", "html", "--at", "HEAD~1"]);
    }
    all.push(vec!["dossier", "--verify", "out/a"]);
    all.push(vec!["notice", "--from", "HEAD~1", "--out", "out/n"]);
    all.push(vec!["notice", "su-wanli", "2026-11-12-draft"]);
    all.push(vec!["validate", "--write-baseline"]);
    all
}

/// Plants, runs everything, and tells what came out in full.
fn leaks(first: usize, closed: bool, many: &AtomicUsize) -> Vec<String> {
    let mut planter = Planter::new(first);
    let made = Gitted::shipped();
    let mut texts = Vec::new();
    for file in files(&made.case) {
        let text = fs::read_to_string(made.case.path(&file)).expect("a record");
        texts.push((file.clone(), plant(&mut planter, &file, &text, closed)));
    }
    for (file, text) in &texts {
        made.case.write(file, text);
    }
    beside(&mut planter, &made.case);
    let (message, author) = (planter.number("message", false), planter.number("author", false));
    made.git("2026-11-20", &["add", "--all"]);
    let author = format!("{author} <{}@mail.example>", author.replace([' ', '<', '>'], ""));
    made.git("2026-11-20", &["commit", "--quiet", "--author", &author, "--message", &message]);
    many.fetch_add(planter.planted.len(), Ordering::Relaxed);
    let mut found = Vec::new();
    for args in commands() {
        let run = made.run(&args);
        assert!((0..=4).contains(&run.status), "{args:?}: {}", run.shown());
        look(&planter.planted, &format!("{args:?} printed"), &run.shown(), &mut found);
    }
    assert!(made.case.path("beian-baseline.yaml").is_file(), "a baseline was written");
    for file in written(&made.case) {
        let text = fs::read_to_string(made.case.path(&file)).expect("what was written");
        look(&planter.planted, &format!("{file} holds"), &text, &mut found);
    }
    found
}

/// The files that the program wrote.
fn written(case: &Case) -> Vec<String> {
    let mut found = vec!["beian-baseline.yaml".to_owned()];
    for folder in ["out/p", "out/a", "out/i", "out/n"] {
        let Ok(entries) = fs::read_dir(case.path(folder)) else { continue };
        found.extend(entries.flatten().map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())));
    }
    found.retain(|file| case.path(file).is_file());
    found
}

/// Looks for planted numbers as they were written, and for their digits whatever groups them.
fn look(planted: &[Planted], what: &str, text: &str, found: &mut Vec<String>) {
    let plain = text.replace('\\', "").replace("&#124;", "|");
    let lines: Vec<String> = plain.lines().map(bare).collect();
    for one in planted {
        let digits = |line: &&String| 11 <= one.bare.len() && line.contains(&one.bare);
        if plain.contains(&one.written) || lines.iter().any(|line| digits(&line)) {
            let line = lines.iter().zip(plain.lines()).find(|(line, _)| line.contains(&one.bare)).map(|(_, line)| line);
            found.push(format!("{what} {:?} of {}: {}", one.written, one.place, line.unwrap_or_default()));
        }
    }
}

#[test]
fn no_planted_number_comes_out_in_full() {
    // Each place meets a form a round; the recipe `just planted` lets each meet all of them.
    let is_long = std::env::var_os("BEIAN_PLANTED").is_some();
    let first = |one: usize| if is_long { (0..FORMS.len()).collect() } else { vec![one] };
    let open = first(0).into_iter().map(|first| (first, false));
    let rounds: Vec<(usize, bool)> = open.chain(first(23).into_iter().map(|first| (first, true))).collect();
    let planted = AtomicUsize::new(0);
    let proof = Proof { called: "planted", is_long };
    let found = proof.find(&rounds, |(first, closed)| leaks(*first, *closed, &planted));
    proof.tell(&format!("{} numbers, {} commands each", planted.load(Ordering::Relaxed), commands().len()));
    assert!(found.is_empty(), "{} numbers came out:\n{}", found.len(), found.join("\n"));
}

#[test]
fn people_are_hidden_in_public_and_auditor_copies() {
    let made = Gitted::shipped();
    let mut hidden = vec!["武侯区样本街".to_owned()];
    for file in files(&made.case).iter().filter(|file| file.ends_with("people.yaml")) {
        let text = fs::read_to_string(made.case.path(file)).expect("people");
        let names = text.lines().filter_map(|line| line.trim().split_once(": "));
        hidden.extend(
            names.filter(|(key, _)| matches!(*key, "name" | "whose" | "email")).map(|(_, name)| name.to_owned()),
        );
    }
    // Who files is named by the public registry.
    hidden.retain(|name| name != "苏万里");
    for (audience, out) in [("public", "out/p"), ("auditor", "out/a")] {
        let run = made.run(&["dossier", "--all", "--audience", audience, "--out", out]);
        assert_eq!(run.status, 0, "{}", run.shown());
    }
    // Who keeps the records answers for them by name on the page over all.
    for file in written(&made.case).iter().filter(|file| !file.contains("index")) {
        let text = fs::read_to_string(made.case.path(file)).expect("a dossier").replace('\\', "");
        let found: Vec<&String> = hidden.iter().filter(|name| text.contains(name.as_str())).collect();
        assert!(4 < hidden.len() && found.is_empty(), "{file} names {found:?}");
    }
}

#[test]
fn a_number_of_an_organisation_stands_in_its_papers_whatever_it_looks_like() {
    // Both begin with an area and a day; the first passes the check of a registration number, the second none.
    for (number, stays) in [("330106491231003", true), ("330106491231004", false)] {
        let made = Gitted::shipped();
        for file in ["subject.yaml", "domains.yaml", "filings/2021-05-10-first.yaml"] {
            made.edit(&format!("records/ningbo-shifan/{file}"), "\"91330203MAEXAMP14K\"", &format!("\"{number}\""));
        }
        made.edit(
            "records/yangzi-library/subject.yaml",
            "supervisor: ",
            &format!("remark: \"{number}\"\nsupervisor: "),
        );
        made.commit("2026-11-20", "x");
        let dossier = made.run(&["dossier", "ningbo-shifan", "--audience", "internal"]);
        let letter = made.run(&["notice", "ningbo-shifan/2026-07-06-address"]);
        let folder = made.run(&["dossier", "--all", "--audience", "internal", "--out", "out"]);
        assert_eq!((dossier.status, letter.status, folder.status), (0, 0, 0), "{}{}", dossier.err, letter.err);
        let written = fs::read_to_string(made.case.path("out/ningbo-shifan.md")).expect("a dossier");
        for text in [&dossier.out, &letter.out, &written] {
            assert_eq!(text.contains(number), stays, "{number}: {text}");
        }
        let found = made.run(&["validate", "--format", "short"]).out;
        assert!(!found.contains(number), "{found}");
        let plain = |file: &str| found.lines().any(|line| line.contains(file) && line.contains("P101"));
        assert!(plain("yangzi-library/subject.yaml"), "{found}");
        assert_ne!(plain("ningbo-shifan/subject.yaml"), stays, "{found}");
    }
}

#[test]
fn the_places_and_forms_are_as_many_as_were_promised() {
    let mut planter = Planter::new(0);
    for file in files(&Gitted::shipped().case) {
        let text = fs::read_to_string(root().join(&file)).expect("a record");
        plant(&mut planter, &file, &text, false);
        plant(&mut planter, &file, &text, true);
    }
    assert!(54 <= FORMS.len() && 128 <= planter.planted.len(), "{} × {}", FORMS.len(), planter.planted.len());
}
