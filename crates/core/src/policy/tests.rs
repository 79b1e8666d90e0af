//! Tests of levels, waivers and selection.

use super::*;
use crate::model::LevelFor;
use crate::record::{Slot, Text, Texts};

const TODAY: Day = Day::of(2026, 11, 21);

fn rule(word: &str) -> &'static Rule {
    rules::find(word).unwrap()
}

fn texts(words: &[&str]) -> Slot<Texts> {
    Slot::new(Texts(words.iter().map(|word| Placed::new(Text::from(*word))).collect()))
}

fn levels(general: &[(&str, Level)], particular: &[(&[&str], &[&str], Level)]) -> Policy {
    let general = general.iter().map(|(word, level)| ((*word).into(), Placed::new(*level))).collect();
    let particular = particular.iter().map(|(rules, subjects, level)| {
        Placed::new(LevelFor { rules: texts(rules), subjects: texts(subjects), level: Slot::new(*level) })
    });
    let settings =
        Settings { rules: Slot::new(general), levels: Slot::new(particular.collect()), ..Settings::default() };
    Policy::new(&settings, Selection::default(), TODAY)
}

#[test]
fn a_level_lowers_raises_or_silences() {
    let error = rule("duplicate-key");
    let warning = rule("alias-term");
    let at = |level| levels(&[("C107", level), ("alias-term", level)], &[]);
    let weigh = |level, rule: &Rule, severity| at(level).weigh(rule, "a", severity);
    assert_eq!(weigh(Level::Allow, error, Severity::Error), None);
    assert_eq!(weigh(Level::Note, error, Severity::Error), Some(Severity::Note));
    assert_eq!(weigh(Level::Warn, error, Severity::Error), Some(Severity::Warning));
    assert_eq!(weigh(Level::Warn, error, Severity::Note), Some(Severity::Note));
    assert_eq!(weigh(Level::Deny, error, Severity::Note), Some(Severity::Error));
    assert_eq!(weigh(Level::Deny, warning, Severity::Warning), Some(Severity::Error));
    assert_eq!(Policy::none().weigh(warning, "a", Severity::Note), Some(Severity::Note));
}

#[test]
fn weighing_twice_changes_nothing() {
    let all = [Severity::Note, Severity::Warning, Severity::Error];
    for level in [Level::Allow, Level::Note, Level::Warn, Level::Deny] {
        for rule in rules::all() {
            let policy = levels(&[(rule.code, level)], &[]);
            for severity in all {
                let once = policy.weigh(rule, "a", severity);
                assert_eq!(once.and_then(|severity| policy.weigh(rule, "a", severity)), once);
            }
        }
    }
}

#[test]
fn what_is_said_of_some_subjects_goes_before_what_is_said_of_all() {
    let policy = levels(
        &[("C107", Level::Note)],
        &[(&["C107", "C120"], &["old-*", "x"], Level::Allow), (&["C107"], &["old-1"], Level::Deny)],
    );
    let weigh = |subject| policy.weigh(rule("C107"), subject, Severity::Error);
    assert_eq!(weigh("new"), Some(Severity::Note));
    assert_eq!(weigh("x"), None);
    assert_eq!(weigh("old-2"), None);
    assert_eq!(weigh("old-1"), Some(Severity::Error));
}

fn waiver(rule: &str, fact: &str) -> Waiver {
    Waiver {
        rule: Slot::new(rule.into()),
        fact: Slot::new(fact.into()),
        reason: Slot::new("管局已口头同意".into()),
        owner: Slot::new("王某".into()),
        until: Slot::new(TODAY),
    }
}

fn waived(waiver: Waiver, fact: &str) -> bool {
    let settings = Settings { waivers: Slot::new(vec![Placed::new(waiver)]), ..Settings::default() };
    Policy::new(&settings, Selection::default(), TODAY).waiver(rule("C120"), fact).is_some()
}

#[test]
fn a_waiver_covers_its_fact_or_what_is_below() {
    assert!(waived(waiver("C120", "a/subject/nature"), "a/subject/nature"));
    assert!(waived(waiver("alias-term", "a/subject/*"), "a/subject/nature"));
    assert!(!waived(waiver("C120", "a/subject"), "a/subject/nature"));
    assert!(!waived(waiver("C120", "a/sub/*"), "a/subject/nature"));
    assert!(!waived(waiver("C120", "a/subject/nature/*"), "a/subject/nature"));
    assert!(!waived(waiver("C107", "a/subject/nature"), "a/subject/nature"));
}

#[test]
fn a_waiver_that_is_not_complete_or_expired_waives_nothing() {
    let whole = waiver("C120", "a/b");
    assert!(waived(whole.clone(), "a/b"));
    assert!(!waived(Waiver { reason: Slot::ABSENT, ..whole.clone() }, "a/b"));
    assert!(!waived(Waiver { owner: Slot::ABSENT, ..whole.clone() }, "a/b"));
    assert!(!waived(Waiver { until: Slot::ABSENT, ..whole.clone() }, "a/b"));
    assert!(!waived(Waiver { until: Slot::new(TODAY.plus_days(-1)), ..whole }, "a/b"));
}

#[test]
fn what_cannot_be_mended_is_waived_without_an_end() {
    let settings = |rule_of: &str| {
        let waiver = Waiver { until: Slot::ABSENT, ..waiver(rule_of, "a/b") };
        Settings { waivers: Slot::new(vec![Placed::new(waiver)]), ..Settings::default() }
    };
    let waives =
        |code: &str| Policy::new(&settings(code), Selection::default(), TODAY).waiver(rule(code), "a/b").is_some();
    assert!(waives("F125") && waives("S136"));
    assert!(!waives("F146"));
}

#[test]
fn the_more_exact_word_decides() {
    let takes = |select: &[&str], ignore: &[&str], word| {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Selection::new(&owned(select), &owned(ignore)).unwrap().takes(rule(word))
    };
    assert!(takes(&[], &[], "D102"));
    assert!(takes(&["d"], &[], "D102"));
    assert!(!takes(&["N"], &[], "D102"));
    assert!(takes(&["N", "D102"], &[], "D102"));
    assert!(!takes(&["D"], &["D102"], "D102"));
    assert!(takes(&["D102"], &["D"], "D102"));
    assert!(!takes(&["D102"], &["D"], "D103"));
    assert!(!takes(&["D1"], &["D1"], "D102"));
    assert!(takes(&["D"], &[], "C107"), "a file that cannot be read is never clean");
    assert!(!takes(&["D"], &["C107"], "C107"));
    assert_eq!(Selection::new(&["Q".to_owned()], &[]), Err(UnknownSelector("Q".into())));
    assert!(Selection::new(&[], &[String::new()]).is_err());
}
