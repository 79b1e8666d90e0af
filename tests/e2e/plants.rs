//! Faults that were planted into the shipped records, and filings of which letters are written: each is a fixture,
//! with the answer that is right and why. What only a comparison with the outside can answer is named as that.

use crate::gitted::copy;
use crate::harness::{Case, Run, root};
use serde_json::Value;
use std::fs;

const DAY: &str = "2026-11-21";

/// A fault that was planted, and what a validation says: `weight code fact`, of its subject alone where it has one.
struct Plant {
    name: &'static str,
    why: &'static str,
    says: &'static [&'static str],
}

/// What is wrong with the drafted subject of several plants besides: a person from another province.
const DRAFT: [&str; 3] = [
    "note I115 li-ming/subject/certificate/region",
    "warning P203 li-ming/people/li/residence",
    "warning S132 li-ming/services/notes/remark",
];

/// What is seen outside is compared with the records by a command of its own; a validation looks at its age alone.
const COMPARED: &str = "what is seen outside of the records is compared with them by a command of its own: no finding, \
                        and no word that they agree";

const PLANTS: &[Plant] = &[
    Plant {
        name: "10-evidence",
        why: "the file is not the one whose SHA-256 was recorded",
        says: &["error F151 ningbo-shifan/filings/2026-07-06-address/papers/0/sha256"],
    },
    Plant {
        name: "97-comment",
        why: "a comment is kept for ever like a record (PIPL arts. 6, 19)",
        says: &["warning P109 ningbo-shifan/subject"],
    },
    Plant {
        name: "97-official",
        why: "so is a letter; and one that demands something says by when",
        says: &[
            "warning P101 ningbo-shifan/official/2026-11-01-x/about",
            "warning T117 ningbo-shifan/official/2026-11-01-x/demands",
        ],
    },
    Plant {
        name: "a2-place-hong-kong",
        why: "a server abroad carries no filing, in whatever words (MII-33 art. 5, manuals)",
        says: &["warning A101 li-ming/servers/ecs/place"],
    },
    Plant {
        name: "a2-place-singapore",
        why: "the same, named by its country",
        says: &["warning A101 li-ming/servers/ecs/place"],
    },
    Plant {
        name: "a2-place-united-states",
        why: "the same, of a house whose regions are not known",
        says: &["warning A101 li-ming/servers/ecs/place"],
    },
    Plant {
        name: "a3-paid-content-not-marked",
        why: "who charges for information is commercial (SC-292 arts. 3, 11), and a person that sells is noted",
        says: &["note S143 li-ming/services/notes/content", "warning S137 li-ming/services/notes/content"],
    },
    Plant {
        name: "a5-medical",
        why: "no approval is asked any more since 2015, so that medical content is a note",
        says: &["note S108 li-ming/services/notes/content"],
    },
    Plant {
        name: "acc-two-subjects-one-account",
        why: "one open order of an account at Alibaba Cloud, and a provider takes none for what it does not connect",
        says: &[
            "warning F162 su-wanli/filings/2026-11-20-m/through",
            "warning L211 su-wanli/filings/2026-11-20-m/account",
        ],
    },
    Plant {
        name: "b4-draft-today-1day-after-verification",
        why: "a name that was verified the day before waits until the registrar's data are known: a note says how long",
        says: &["note D117 li-ming/domains/lm.example/verified"],
    },
    Plant { name: "c4-obs-facts", why: COMPARED, says: &[] },
    Plant {
        name: "d4-masked-same-two-subjects",
        why: "equal visible digits under two subjects prove nothing, and are told as that",
        says: &["note L209 su-wanli/people/su/mobile"],
    },
    Plant {
        name: "e4-same-counter",
        why: "sites and Apps share one counter",
        says: &["warning N123 ningbo-shifan/services/store-app/numbers/0/number"],
    },
    Plant { name: "g6-observation-differs", why: COMPARED, says: &[] },
    Plant { name: "h1-obs-footer-wrong", why: COMPARED, says: &[] },
    Plant {
        name: "h2-no-opened",
        why: "without the day of opening no clock of the police filing can run: asked for, as a note",
        says: &["note S142 ningbo-shifan/services/wholesale/opened"],
    },
    Plant {
        name: "refs-who",
        why: "references that lead nowhere; in a closed filing they are notes, for nobody can mend it",
        says: &[
            "note F162 ningbo-shifan/filings/2026-07-06-address/through",
            "note L101 ningbo-shifan/filings/2026-07-06-address/contact",
            "note L101 ningbo-shifan/filings/2026-07-06-address/events/3/who",
            "note L101 ningbo-shifan/filings/2026-07-06-address/papers/0/of",
        ],
    },
];

/// Numbers of persons in files that are no records: nothing reads them yet.
const BESIDE: [&str; 2] = ["97-evidence-file", "97-readme"];

/// The shipped records with a plant over them.
fn planted(name: &str) -> Case {
    let case = Case::empty();
    for file in ["beian.yaml", "records"] {
        copy(&root().join(file), &case.path(file));
    }
    copy(&root().join("tests/fixtures/cases/plants").join(name), &case.path("records"));
    case
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.shown()))
}

fn told(case: &Case, day: &str) -> Vec<String> {
    let run = case.outcome(["validate", "--format", "json", "--lang", "zh", "--today", day]);
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let one =
        |finding: &Value| format!("{} {} {}", text(finding, "severity"), text(finding, "code"), text(finding, "fact"));
    let mut all: Vec<String> = json(&run)["findings"].as_array().expect("findings").iter().map(one).collect();
    all.sort();
    all
}

#[test]
fn each_plant_is_found_and_nothing_besides() {
    for Plant { name, why, says } in PLANTS {
        // This one is about the day after a verification.
        let found = told(&planted(name), if name.starts_with("b4-") { "2026-11-13" } else { DAY });
        let (draft, own): (Vec<String>, Vec<String>) =
            found.into_iter().partition(|one| DRAFT.iter().any(|of_all| one == of_all));
        let is_draft = root().join("tests/fixtures/cases/plants").join(name).join("li-ming").is_dir();
        assert_eq!(draft.is_empty(), !is_draft, "{name}: {draft:?}");
        assert_eq!(own, *says, "{name}: {why}");
    }
}

/// The filings that were held against forms, each under a subject to which it fits.
#[test]
fn no_letter_says_what_is_not_so() {
    let filed = |name: &str| {
        let case = planted("c4-obs-facts");
        let text = fs::read_to_string(root().join("tests/fixtures/cases/documents").join(format!("{name}.yaml")));
        let path = format!("records/ningbo-shifan/filings/2026-11-20-{name}.yaml");
        case.write(&path, text.expect("a filing"));
        let letter = format!("ningbo-shifan/2026-11-20-{name}");
        (told(&case, DAY), case.outcome(["notice", &letter, "--today", DAY, "--lang", "zh"]))
    };
    // That nothing runs any more would be a false declaration to an authority.
    let (found, shell) = filed("shell-with-live-services");
    assert_eq!(found, ["warning F172 ningbo-shifan/filings/2026-11-20-shell-with-live-services/procedure"]);
    assert_eq!(shell.status, 3, "{}", shell.shown());
    assert!(shell.out.is_empty() && shell.err.contains("不出具材料"), "{}", shell.shown());
    // A table with a head alone looks like a statement that nothing changes.
    let (_, change) = filed("change-without-facts");
    assert!(change.out.contains("| 1 | ＿＿＿＿ |") && change.err.contains("留空"), "{}", change.shown());
    // What becomes of the numbers in a move to another province no source tells, so the letter says nothing of it.
    let (_, moved) = filed("cross-province");
    assert!(!moved.out.contains("核发") && !moved.out.contains("上列服务的备案号"), "{}", moved.shown());
    assert!(moved.out.contains("上列服务的服务名称和服务内容均不改变"), "{}", moved.shown());
}

/// An answered penalty and a saved answer are records like others: nothing is wrong with them.
#[test]
fn letters_and_answers_that_were_kept_are_read() {
    let case = planted("c4-obs-facts");
    let fixture = |name: &str| root().join("tests/fixtures/cases/documents").join(name);
    for (name, folder) in [("2026-09-02-penalty.yaml", "official"), ("2026-11-01-miit.yaml", "observations")] {
        let to = format!("records/ningbo-shifan/{folder}/{name}");
        case.write(&to, fs::read(fixture(name)).expect("a document"));
    }
    assert_eq!(told(&case, DAY), Vec::<String>::new());
}

/// Every input is in a table here, and none stands twice.
#[test]
fn every_plant_is_in_the_table() {
    let folder = root().join("tests/fixtures/cases/plants");
    let names = fs::read_dir(folder).expect("plants").flatten();
    let mut folders: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    folders.sort();
    let mut named: Vec<&str> = PLANTS.iter().map(|plant| plant.name).chain(BESIDE).collect();
    named.sort_unstable();
    assert_eq!(folders, named);
}
