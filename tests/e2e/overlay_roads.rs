//! An overlay acts on every road: findings, reviews, letters, papers, days.

use crate::gitted::Gitted;

/// The shipped records with one overlay, committed, and another principal in the working tree.
fn made(tables: &str) -> Gitted {
    let made = Gitted::shipped();
    if !tables.is_empty() {
        let settings = std::fs::read_to_string(made.case.path("beian.yaml")).expect("settings");
        made.case.write("beian.yaml", settings + "overlays: overlays\n");
        let about = "source:\n  title: 新口径\n  publisher: 浙江省通信管理局\n  date: 2020-01-01\ntables:\n";
        made.case.write("overlays/a.yaml", format!("{about}{tables}"));
    }
    made.commit("2026-11-01", "数据");
    made.edit("records/ningbo-shifan/subject.yaml", "principal: wang", "principal: chen");
    made
}

const AUTHORISED: &str = "  provinces:
    - province: \"33\"
      who: organisation
      demand: principal
      kind: check
      value: authorised
";

const WANTS: &str = "wants the legal representative as the subject's principal";

fn found(made: &Gitted, args: &[&str]) -> String {
    made.run(&[args, &["--lang", "en"]].concat()).out
}

#[test]
fn a_row_of_a_province_reaches_findings_and_reviews() {
    let validate = ["validate", "--format", "short", "records/ningbo-shifan"];
    let before = made("");
    assert!(found(&before, &validate).contains("P206"), "{}", found(&before, &validate));
    assert!(found(&before, &["review", "HEAD"]).contains(WANTS), "{}", found(&before, &["review", "HEAD"]));
    let after = made(AUTHORISED);
    assert!(!found(&after, &validate).contains("P206"), "{}", found(&after, &validate));
    let review = found(&after, &["review", "HEAD"]);
    assert!(review.contains("变更主体") && !review.contains(WANTS), "{review}");
}

#[test]
fn a_row_reaches_the_papers_and_the_letters_of_a_change() {
    let paper = "  papers:
    - id: zhejiang_form
      name_zh: 浙江省负责人登记表
      name_en: form of Zhejiang
      who: organisation
      procedures: [变更主体]
      when: always
      provinces: \"33\"
      letter: pledge
  letters:
    - letter: pledge
      province: \"33\"
      who: organisation
      title_zh: 浙江省备案承诺书
";
    let before = made("");
    let after = made(paper);
    for (made, there) in [(&before, false), (&after, true)] {
        let review = found(made, &["review", "HEAD"]);
        assert_eq!(review.contains("form of Zhejiang"), there, "{review}");
        let letters = made.run(&["notice", "--from", "HEAD"]).out;
        assert_eq!(letters.contains("# 浙江省备案承诺书"), there, "{letters}");
    }
}

/// The days before it are those of the row that was there before; after it nothing is known.
#[test]
fn a_row_acts_from_its_first_to_its_last_day() {
    let wanted = AUTHORISED.replace("authorised", "legal-representative");
    for (rows, before, within) in [(AUTHORISED, true, false), (wanted.as_str(), true, true)] {
        let made = made(&format!("{rows}      since: 2026-06-01\n      until: 2026-11-10\n"));
        for (day, asked) in [("2026-11-10", within), ("2026-11-11", false), ("2026-05-31", before)] {
            let args = ["validate", "--format", "short", "--as-of", day, "records/ningbo-shifan"];
            let text = found(&made, &args);
            assert_eq!(text.contains("P206"), asked, "{day}: {text}");
        }
    }
}

/// What a row does not tell of an earlier day is said, and not judged.
#[test]
fn a_day_before_what_is_known_says_so() {
    let made = made(&format!("{AUTHORISED}      since: 2026-06-01\n"));
    let args = ["validate", "--as-of", "2019-01-01", "records/ningbo-shifan"];
    let text = found(&made, &args);
    let said = text.lines().find(|line| line.starts_with("what held on 2019-01-01 is not known")).unwrap_or_default();
    assert!(said.contains("of suffixes (from 2020-07-24 at the earliest)"), "{text}");
    assert!(!found(&made, &args[..1]).contains("is not known, and nothing was judged"), "today");
    let dossier = found(&made, &["dossier", "ningbo-shifan", "--as-of", "2019-01-01"]);
    assert!(dossier.contains("What held on that day is not known of"), "{dossier}");
}
