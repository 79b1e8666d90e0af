//! Random values of every kind, made by core's own readers from a source of random values.

use beian_core::model::Dated;
use beian_core::record::{Form, Keyed, Place, Placed, Plain, Reader, Record, TermsInfo, Value};
use beian_core::words::Words;
use std::collections::BTreeMap;

/// A document that holds whatever is asked for.
pub(crate) struct Random {
    state: u64,
    form: Form,
    depth: u32,
}

const POOL: &[&str] = &[
    "长期",
    "无记录",
    "true",
    "false",
    "0",
    "17",
    "2026-03-01",
    "2024-02-29",
    "1999-12-31T23:59:59+08:00",
    "2026-10-20T02:00:00+08:00",
    "不涉及",
];

const TEXTS: &[&str] = &[
    "企业",
    "杭州示例网络科技有限公司",
    "浙ICP备2021000017号-1",
    "粤B2-20090059-1626X",
    "138****0001",
    "no",
    "~",
    "null",
    "Yes",
    "0x1F",
    "1e5",
    "1_000",
    "12:30:45",
    "007",
    "3.0",
    ".inf",
    "2026-03-01",
    "2026-03-01 10:00:00",
    " leading",
    "trailing ",
    "a: b",
    "a #b",
    "#a",
    "- a",
    "-",
    "?",
    "? a",
    ":",
    "a:",
    "::1",
    "[a]",
    "{a",
    "&a",
    "*a",
    "!a",
    "|",
    "> x",
    "%a",
    "@a",
    "`a",
    "'a'",
    "\"a\"",
    "back\\slash",
    "line\nbreak",
    "tab\there",
    "\r\n",
    "\u{0}",
    "\u{7}",
    "\u{85}",
    "\u{a0}x",
    "\u{2028}",
    "\u{feff}bom",
    "\u{202e}rtl",
    "“引号”",
    "【a，b】",
    "name：x",
    "—— 横线",
    "－ x",
    "　全角空格",
    "a,b",
    "1,000",
    "---",
    "...",
    "--- a",
    "<<",
    "=",
    "<<<<<<< HEAD",
    "=======",
    "\u{1f600}",
    "from",
    "é",
    "𠮷野家",
    "i-example0001",
    "www.例子.cn",
    "10:20",
    "+86 571 88888888",
    "a\u{301}",
    "。",
    "，",
];

pub(crate) fn dated<T>(stem: &str, value: T) -> Dated<T> {
    Dated { stem: stem.into(), record: Placed::new(value) }
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed ^ 0x9e37_79b9_7f4a_7c15, form: Form::Mapping, depth: 0 }
    }

    pub(crate) fn dated<T: Default>(&mut self, stem: &str, read: fn(&mut Self) -> Option<T>) -> Dated<T> {
        dated(stem, read(self).unwrap_or_default())
    }

    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn any_text(&mut self) -> String {
        let one = |random: &mut Self| {
            let index = random.below(TEXTS.len());
            TEXTS[index].to_owned()
        };
        let text = if self.below(6) == 0 { one(self) + &one(self) } else { one(self) };
        // What nobody sees is not taken, and blanks alone are no value.
        let is_taken = beian_core::visible::hidden_in(&text).is_none() && !text.trim().is_empty();
        if is_taken { text } else { "字".to_owned() }
    }

    fn value<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let form = self.form;
        self.form = [Form::Scalar, Form::Scalar, Form::List, Form::Mapping][self.below(4)];
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        self.form = form;
        value
    }

    fn length(&mut self) -> usize {
        if 5 < self.depth { 0 } else { self.below(4) }
    }
}

impl Reader for Random {
    fn text(&mut self) -> Option<Box<str>> {
        let text = self.any_text();
        // Text of blanks is no value.
        Some(if text.trim().is_empty() { "字".into() } else { text.into() })
    }

    fn parsed<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        let start = self.below(POOL.len());
        POOL.iter().cycle().skip(start).take(POOL.len()).find_map(|text| parse(text).ok())
    }

    fn bare<T>(&mut self, parse: fn(&str) -> Result<T, Words>) -> Option<T> {
        self.parsed(parse)
    }

    fn term(&mut self, terms: &'static TermsInfo) -> Option<usize> {
        Some(self.below(terms.terms.len()))
    }

    fn record<T: Record>(&mut self) -> Option<T> {
        let mut record = T::default();
        for field in T::INFO.fields {
            if self.below(3) != 0 {
                // A field that this source cannot fill would be faulty rather than absent.
                let mut filled = T::default();
                self.value(|random| Some(filled.read_field(field.name, random)));
                if beian_records::write::is_whole(&filled) {
                    self.value(|random| Some(record.read_field(field.name, random)));
                    assert!(beian_records::write::is_whole(&record), "{}", field.name);
                }
            }
        }
        Some(record)
    }

    fn list<T: Value>(&mut self) -> Option<Vec<Placed<T>>> {
        let length = self.length();
        Some((0..length).filter_map(|_| self.value(T::read)).map(Placed::new).collect())
    }

    fn keyed<T: Value>(&mut self) -> Option<Keyed<T>> {
        let mut entries = Keyed::default();
        for _ in 0..self.length() {
            let key = self.any_text().into_boxed_str();
            if let Some(value) = self.value(T::read) {
                entries.insert(key, Placed::new(value));
            }
        }
        Some(entries)
    }

    fn plain(&mut self) -> Option<Plain> {
        match self.form {
            Form::List => {
                let length = self.length();
                Some(Plain::List((0..length).filter_map(|_| self.value(Self::plain)).collect()))
            }
            Form::Mapping => {
                let mut map = BTreeMap::from([("until".into(), Plain::text("长期"))]);
                for _ in 0..self.length() {
                    let key = self.any_text().into_boxed_str();
                    map.extend(self.value(Self::plain).map(|value| (key, value)));
                }
                Some(Plain::Map(map))
            }
            Form::Scalar | Form::Empty => Some(Plain::text(&self.any_text())),
        }
    }

    fn form(&self) -> Form {
        self.form
    }

    fn place(&self) -> Place {
        Place::NOWHERE
    }

    fn lose(&mut self) {}

    fn lost(&self) -> u32 {
        0
    }

    fn only_keys(&self, _keys: &[&str]) -> bool {
        self.depth.is_multiple_of(2)
    }
}
