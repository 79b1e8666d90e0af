//! A corpus of any size: clean subjects made from the clean subject of the rules' examples.
//!
//! Subject `i` is the same whatever the size of the corpus, so that figures of two sizes can
//! be compared. Nothing here is random.

use beian_core::rules::BASE;
use std::fs;
use std::io;
use std::path::Path;

/// The letters of a unified social credit code, in the order of their values.
const LETTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The folder of subject `i`: grouped, as large registers are.
pub(crate) fn folder(i: u32) -> String {
    format!("{:02x}/{:02x}/s{i:07}", i % 256, (i / 256) % 256)
}

/// The files of subject `i`: name and text.
pub(crate) fn files(i: u32) -> Vec<(String, String)> {
    let swaps = swaps(i);
    let mut files: Vec<_> = BASE.iter().map(|(name, text)| ((*name).to_owned(), swap(text, &swaps))).collect();
    files.push((
        "official/2026-01-12-review.yaml".to_owned(),
        format!(
            "kind: 年度审核\nauthority: 浙江省通信管理局\nreceived: 2026-01-12\ndue: 2026-03-01\nabout: 第 {i} 号主体的\
             年度信息核查\ndemands:\n  - 核对主体与服务的在案信息\n  - 核对网站底部的备案号\nanswered: 2026-02-03\n"
        ),
    ));
    files
}

fn swap(text: &str, swaps: &[(String, String)]) -> String {
    swaps.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

/// What differs from the clean subject, so that no two subjects share anything and nothing
/// is left of what only records that teach may hold: names and addresses for documentation.
fn swaps(i: u32) -> Vec<(String, String)> {
    let to = |old: &str, new: String| (old.to_owned(), new);
    vec![
        to("杭州示例网络科技有限公司", format!("杭州示例{}号网络科技有限公司", chinese(i))),
        to("91330106MA0EXAMP12", credit_code(i)),
        to("2021000017", format!("2021{:06}", 100_000 + i % 900_000)),
        to("33010602000017", format!("33010602{:06}", 1 + i % 999_999)),
        to("shop.example", format!("shop{i}.cn")),
        to("i-example0001", format!("i-example{i:07}")),
        to("203.0.113.10", address(i)),
        to("20210220000017", format!("20210220{i:06}")),
    ]
}

/// A number in Chinese digits, as names of enterprises are written: 204 is 二零四.
fn chinese(i: u32) -> String {
    let digit = |digit: char| digit.to_digit(10).and_then(|value| "零一二三四五六七八九".chars().nth(value as usize));
    i.to_string().chars().filter_map(digit).collect()
}

/// A public address: as many of one mainland block as it holds.
fn address(i: u32) -> String {
    let [_, b, c, d] = i.to_be_bytes();
    format!("47.{}.{c}.{d}", 96 + b % 16)
}

/// A credit code with both check digits right, of nobody.
fn credit_code(i: u32) -> String {
    let organisation = format!("MA{:06}", i % 1_000_000);
    let body = format!("91330106{organisation}{}", organisation_check(&organisation));
    let sum: u32 = body.bytes().zip(powers()).map(|(byte, weight)| value(byte) * weight).sum();
    let check = (31 - sum % 31) % 31;
    format!("{body}{}", char::from(LETTERS[check as usize]))
}

fn powers() -> impl Iterator<Item = u32> {
    std::iter::successors(Some(1_u32), |power| Some(power * 3 % 31))
}

fn value(letter: u8) -> u32 {
    LETTERS.iter().position(|known| *known == letter).map_or(0, |at| u32::try_from(at).unwrap_or(0))
}

fn organisation_check(code: &str) -> char {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = code.chars().zip(weights).map(|(letter, weight)| letter.to_digit(36).unwrap_or(0) * weight).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}

pub(crate) fn lay(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)
}

/// Writes subjects `0..size` below a folder.
pub(crate) fn write(root: &Path, size: u32) -> io::Result<()> {
    for i in 0..size {
        let folder = root.join(folder(i));
        for (name, text) in files(i) {
            lay(&folder.join(name), text.as_bytes())?;
        }
    }
    Ok(())
}
