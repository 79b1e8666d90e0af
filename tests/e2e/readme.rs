//! The tour of the READMEs shows what the program prints.

use crate::gitted::Gitted;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_english_tour_is_true() {
    tour("README.md", "en");
}

#[test]
fn the_chinese_tour_is_true() {
    tour("README.zh-CN.md", "zh");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs every `$ beian …` of a page and compares what follows it, or writes it there.
fn tour(page: &str, lang: &str) {
    let path = root().join(page);
    let kept = fs::read_to_string(&path).expect("the page");
    let made = replayed(&kept, lang);
    if std::env::var_os("BEIAN_UPDATE").is_some() {
        fs::write(&path, &made).expect("the page");
    }
    let kept = fs::read_to_string(&path).expect("the page");
    assert!(kept == made, "{page} is stale: run `just docs` and review the difference");
}

fn replayed(page: &str, lang: &str) -> String {
    let mut made = String::new();
    let mut inside = false;
    let mut commands = 0;
    for line in page.lines() {
        if let Some(command) = line.strip_prefix("$ beian ") {
            made += &format!("{line}\n{}", printed(command, lang));
            commands += 1;
            inside = true;
        } else if line == "```" {
            inside = false;
            made += "```\n";
        } else if !inside {
            made += &format!("{line}\n");
        }
    }
    assert!(6 <= commands, "the tour has {commands} commands");
    made
}

/// What a command prints: a review in a repository in which a website was just renamed, any
/// other in this one.
fn printed(command: &str, lang: &str) -> String {
    if !command.starts_with("review") {
        return printed_in(&root(), command, lang);
    }
    let made = Gitted::shipped();
    made.edit("records/ningbo-shifan/services.yaml", "示范批发订货网", "示范订货网");
    printed_in(&made.case.path(""), command, lang)
}

fn printed_in(folder: &Path, command: &str, lang: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["--today", "2026-11-21", "--lang", lang])
        .args(command.split_whitespace())
        .current_dir(folder)
        .env_clear()
        .output()
        .expect("the program");
    let text = String::from_utf8(output.stdout).expect("text");
    // Blank ends of lines would be lost in an editor.
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}
