//! Commits whose clocks cannot be right: they are named, and no day is told by them.

use crate::gitted::Gitted;

const ADDRESS: [&str; 3] = ["文三路 100 号", "文三路 200 号", "文三路 300 号"];

/// Moves the subject from one address to the next.
fn move_from(made: &Gitted, at: usize) {
    let stands = |at: usize| format!("\naddress: 浙江省杭州市西湖区{}", ADDRESS[at]);
    made.edit("records/example/subject.yaml", &stands(at), &stands(at + 1));
}

/// The clean subject of 2026-11-01, and a move on each of the days.
fn moved(days: [&str; 2]) -> Gitted {
    let made = Gitted::clean();
    for (at, day) in days.into_iter().enumerate() {
        move_from(&made, at);
        made.commit(day, "搬家");
    }
    made
}

/// What stood where on a day.
fn stood(made: &Gitted, at: &str) -> (String, String) {
    let run = made.run(&["dossier", "example", "--at", at, "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.shown());
    let found: Vec<&str> = ADDRESS.iter().copied().filter(|address| run.out.contains(address)).collect();
    // Of what is recorded and not on file the newest counts here.
    (found.last().copied().unwrap_or_default().to_owned(), run.err)
}

#[test]
fn a_tip_dated_back_was_not_known_on_its_day() {
    let made = moved(["2026-11-10", "2026-06-01"]);
    for day in ["2026-11-05", "2026-11-12", "2026-11-20"] {
        let (address, told) = stood(&made, day);
        assert!(address != ADDRESS[2], "{day}: {address}");
        assert!(told.contains(&made.id("HEAD")[..10]) && told.contains("before the commit that it follows"), "{told}");
    }
    assert_eq!(stood(&made, "2026-11-21").0, ADDRESS[2], "today it is there");
    let early = made.run(&["validate", "--at", "2026-07-01", "--lang", "en"]);
    assert_eq!(early.status, 4, "nothing was committed by then: {}", early.shown());
}

#[test]
fn a_commit_of_the_future_hides_nothing_after_it() {
    let made = moved(["2030-01-01", "2026-11-10"]);
    assert_eq!(stood(&made, "2026-11-09").0, ADDRESS[0]);
    let (address, told) = stood(&made, "2026-11-12");
    assert_eq!(address, ADDRESS[2]);
    assert!(told.contains(&made.id("HEAD~1")[..10]) && told.contains("in the future"), "{told}");
}

#[test]
fn clocks_are_doubted_in_dossiers_and_histories() {
    for (days, doubt) in [
        (["2026-11-10", "2026-06-01"], "dated before the commit that it follows"),
        (["2026-11-10", "2030-01-01"], "dated in the future"),
    ] {
        let made = moved(days);
        let dossier = made.run(&["dossier", "example", "--lang", "en"]);
        assert!(dossier.out.matches(doubt).count() == 2, "the commit read, and the list: {}", dossier.shown());
        let history = made.run(&["history", "example", "subject/address", "--lang", "en"]);
        let named = format!("warning: commit {}: it is {doubt}", &made.id("HEAD")[..10]);
        assert!(history.err.contains(&named), "{}", history.shown());
        assert!(stood(&made, "2026-11-21").1.contains(doubt), "{doubt}");
    }
    let right = moved(["2026-11-10", "2026-11-12"]);
    let dossier = right.run(&["dossier", "example", "--lang", "en"]);
    let doubts = ["dated before", "dated in the future", "no time zone"];
    let is_doubted = doubts.iter().any(|doubt| dossier.out.contains(doubt));
    assert!(!is_doubted && dossier.err.is_empty(), "{}", dossier.shown());
    assert!(right.run(&["history", "example", "--lang", "en"]).err.is_empty());
}

#[test]
fn a_zone_where_nobody_lives_is_named() {
    let made = Gitted::clean();
    move_from(&made, 0);
    made.git("2026-11-10", &["add", "--all"]);
    let status = std::process::Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@records.example", "commit", "--quiet", "--message", "odd"])
        .current_dir(made.case.path(""))
        .env("GIT_AUTHOR_DATE", "2026-11-10T10:00:00+0800")
        .env("GIT_COMMITTER_DATE", "@1794276000 +1737")
        .status();
    assert!(status.expect("git").success());
    let dossier = made.run(&["dossier", "example", "--lang", "en"]);
    assert!(dossier.out.contains("there is no time zone like its own"), "{}", dossier.shown());
}
