//! Finding codes in longer text, where only what is certain or announced counts.

use super::super::compact::Compact;
use super::super::credit::CreditCode;
use super::super::permit::form;
use super::super::personal::{self, Personal};
use super::super::text::Text;
use super::bare::{self, Judged};

/// A code and where it ends, by cells.
pub(super) struct Loose {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) judged: Judged,
}

const IDENTITY: [&str; 6] = ["身份证", "身份号码", "证件号", "居住证", "居留证", "ID card"];
const CREDIT: [&str; 6] = ["信用代码", "税号", "纳税人识别号", "代码证", "执照", "USCC"];
const ORGANISATION: [&str; 2] = ["组织机构代码", "机构代码"];
const REGISTRATION: [&str; 3] = ["注册号", "工商", "执照"];
const PERMIT: [&str; 4] = ["通行证", "台胞证", "回乡证", "永久居留"];

/// The code that starts at a cell.
pub(super) fn at(text: &Text<'_>, at: usize, today_year: i32) -> Option<Loose> {
    let before = text.before(at);
    // Inside an address, a path or a longer word there are no numbers of the field.
    if before.is_ascii_alphanumeric() || matches!(before, '/' | '=' | '_' | '.' | '#') {
        return None;
    }
    let end = text.word_end(at);
    code(text, at, end, today_year).or_else(|| person(text, at, today_year))
}

fn code(text: &Text<'_>, start: usize, end: usize, today_year: i32) -> Option<Loose> {
    let compact = |end| Compact::of(text, start, end);
    let found = |end, judged| Some(Loose { start, end, judged });
    let named = |words: &[&str]| text.labelled(start, words);
    match end - start {
        18 => {
            let code = compact(end);
            if CreditCode::is_certain(&code.code) || named(&CREDIT) {
                let judged = bare::judge(code, today_year)?;
                return found(end, judged);
            }
            (named(&IDENTITY)).then(|| bare::resident(code, today_year)).and_then(|j| found(end, j))
        }
        17 | 19 if named(&IDENTITY) => found(end, bare::resident(compact(end), today_year)),
        16..=20 if named(&CREDIT) => found(end, bare::credit(compact(end))),
        15 if named(&IDENTITY) => found(end, bare::resident(compact(end), today_year)),
        15 if named(&REGISTRATION) => found(end, bare::registration(compact(end))),
        8 if text.at(end) == '-' && named(&ORGANISATION) => {
            let end = text.word_end(end + 1);
            found(end, bare::organisation(compact(end)))
        }
        9 if named(&ORGANISATION) => found(end, bare::organisation(compact(end))),
        8 | 9 | 11 | 15 if named(&PERMIT) && form(&compact(end).code).is_some() => {
            found(end, bare::permit(compact(end)))
        }
        _ => None,
    }
}

/// An identity number with a right check digit, or a mobile number.
fn person(text: &Text<'_>, at: usize, today_year: i32) -> Option<Loose> {
    let found = personal::at(text, at)?;
    if text.at(found.end).is_ascii_alphanumeric() {
        return None;
    }
    let judged = match found.kind {
        Personal::Identity => bare::resident(Compact::of(text, found.start, found.end), today_year),
        Personal::Mobile => bare::judge(Compact::of(text, found.start, found.end), today_year)?,
        Personal::Permit => return None,
    };
    let plus = usize::from(text.before(at) == '+');
    judged.canonical.is_some().then_some(Loose { start: at - plus, end: found.end, judged })
}
