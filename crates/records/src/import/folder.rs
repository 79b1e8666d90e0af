//! Names of folders, made from numbers.

use beian_core::numbers::RecordNumber;

/// How the characters of numbers are written in a name: pinyin, with the tone where two
/// would be alike, so that no two numbers have one name.
const SPELLINGS: &[(char, &str)] = &[
    ('京', "jing"),
    ('津', "jin1"),
    ('冀', "ji4"),
    ('晋', "jin4"),
    ('蒙', "meng"),
    ('辽', "liao"),
    ('吉', "ji2"),
    ('黑', "hei"),
    ('沪', "hu"),
    ('苏', "su"),
    ('浙', "zhe"),
    ('皖', "wan"),
    ('闽', "min"),
    ('赣', "gan4"),
    ('鲁', "lu"),
    ('豫', "yu4"),
    ('鄂', "e"),
    ('湘', "xiang"),
    ('粤', "yue"),
    ('桂', "gui4"),
    ('琼', "qiong"),
    ('渝', "yu2"),
    ('蜀', "shu"),
    ('黔', "qian"),
    ('滇', "dian"),
    ('藏', "zang"),
    ('陕', "shan"),
    ('陇', "long"),
    ('青', "qing"),
    ('宁', "ning"),
    ('新', "xin"),
    // Not in use by the registry, but a number that someone showed all the same.
    ('川', "chuan"),
    ('贵', "gui1"),
    ('云', "yun"),
    ('甘', "gan1"),
    ('秦', "qin"),
    ('合', "he"),
    ('字', "zi"),
    ('证', "zheng"),
];

/// The name of a subject's folder: `hu-icp-13002172`, `yue-b2-20090059`.
#[must_use]
pub fn folder_name(number: &RecordNumber) -> String {
    let mut parts = vec![String::new()];
    for c in number.subject_part().to_string().chars() {
        if c.is_ascii_alphanumeric() {
            if let Some(part) = parts.last_mut() {
                part.push(c.to_ascii_lowercase());
            }
            continue;
        }
        // 备 and 号 stand in every filing number and tell nothing apart.
        if !c.is_ascii() && !matches!(c, '备' | '号') {
            let spelling = SPELLINGS.iter().find(|(letter, _)| *letter == c);
            parts.push(spelling.map_or_else(|| format!("u{:x}", u32::from(c)), |(_, spelling)| (*spelling).to_owned()));
        }
        parts.push(String::new());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::is_slug;
    use beian_core::names::province::PROVINCES;
    use std::collections::BTreeSet;

    fn name(text: &str) -> String {
        folder_name(&RecordNumber::parse(text).number.unwrap())
    }

    #[test]
    fn names_say_the_number() {
        assert_eq!(name("粤ICP备2021000017号-3"), "yue-icp-2021000017");
        assert_eq!(name("沪ICP备13002172号"), "hu-icp-13002172");
        assert_eq!(name("粤B2-20090059-1626X"), "yue-b2-20090059");
        assert_eq!(name("京ICP证030173号"), "jing-icp-zheng-030173");
        assert_eq!(name("B2-20090059"), "b2-20090059");
        assert_eq!(name("A2.B1.B2-20090001-1"), "a2-b1-b2-20090001");
    }

    #[test]
    fn no_two_letters_are_spelled_alike() {
        let spellings: BTreeSet<_> = SPELLINGS.iter().map(|(_, spelling)| spelling).collect();
        assert_eq!(spellings.len(), SPELLINGS.len());
        let mut names = BTreeSet::new();
        for letter in PROVINCES.iter().flat_map(|row| row.miit.chars()) {
            let name = name(&format!("{letter}ICP备05012345号"));
            assert!(is_slug(&name) && !name.starts_with('u'), "{name}");
            assert!(names.insert(name));
        }
    }
}
