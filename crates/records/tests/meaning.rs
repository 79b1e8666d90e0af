//! What is one fact and what is another: a value that is only spelled otherwise asks for nothing
//! and breaks no rule, on either side, and any other value is found.

#![expect(clippy::expect_used, reason = "a test whose records cannot be read has failed")]

mod states;

use beian_core::rule::Case;
use beian_core::rules;
use beian_core::tables::Tables;
use proptest::prelude::*;
use states::{FILING, Files, TODAY, read, reviewed, richer};

/// The clean subject with values that can be spelled in many ways.
fn base() -> Files {
    let values = [
        ("杭州示例网络科技有限公司", "示例网络科技（杭州）有限公司"),
        ("languages:\n    - 中文", "languages:\n    - 中文\n    - 英文"),
        ("www.shop.example", "https://www.shop.example"),
    ];
    richer(&values)
}

/// The filed texts: the file of the records, the value, and the line of the filing.
const TEXTS: [(&str, &str, &str); 12] = [
    ("subject.yaml", "name: 示例网络科技（杭州）有限公司", "subject/name: 示例网络科技（杭州）有限公司"),
    ("subject.yaml", "number: \"91330106MA0EXAMP12\"", "subject/certificate/number: \"91330106MA0EXAMP12\""),
    (
        "subject.yaml",
        "  address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        "subject/certificate/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
    ),
    (
        "subject.yaml",
        "\naddress: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
        "subject/address: 浙江省杭州市西湖区文三路 100 号 3 幢 502 室",
    ),
    ("people.yaml", "name: 张示例", "people/zhang/name: 张示例"),
    ("people.yaml", "  mobile: \"138****0001\"", "people/zhang/mobile: \"138****0001\""),
    ("people.yaml", "email: zhang@shop.example", "people/zhang/email: zhang@shop.example"),
    ("people.yaml", "  name: 李示例", "people/li/name: 李示例"),
    ("people.yaml", "  mobile: \"139****0002\"", "people/li/mobile: \"139****0002\""),
    ("services.yaml", "  name: 示例好物铺", "services/shop/name: 示例好物铺"),
    ("services.yaml", "home: https://www.shop.example", "services/shop/home: https://www.shop.example"),
    ("services.yaml", "content: 销售本公司的示例商品", "services/shop/content: 销售本公司的示例商品"),
];

/// The value of a line.
fn value(line: &str) -> &str {
    line.split_once(": ").map_or(line, |(_, value)| value).trim_matches('"')
}

/// A line with another value.
fn with(line: &str, value: &str) -> String {
    let (key, _) = line.split_once(": ").expect("a key");
    format!("{key}: \"{value}\"")
}

fn replaced(files: &Files, file: &str, old: &str, new: &str) -> Files {
    let mut files = files.clone();
    let text = files.get_mut(file).expect("a file of the clean subject");
    assert!(text.contains(old), "{file} does not hold {old:?}");
    *text = text.replacen(old, new, 1);
    files
}

/// How a value can be spelled without being another.
fn spelled(value: &str, way: usize, at: usize) -> Option<String> {
    let chars: Vec<char> = value.chars().collect();
    let at = at % chars.len();
    let over = |change: &dyn Fn(char) -> Option<char>| {
        let found = (at..chars.len()).chain(0..at).find_map(|at| Some((at, change(chars[at])?)));
        found.map(|(at, new)| chars.iter().enumerate().map(|(n, c)| if n == at { new } else { *c }).collect())
    };
    match way {
        // Spaces, also the wide one; in a mail address they are a fault of form.
        0 | 1 if !value.contains(['@', '/']) => {
            let space = if way == 0 { ' ' } else { '\u{3000}' };
            let at = at.max(1);
            (chars.len() > 1).then(|| chars[..at].iter().chain([&space]).chain(&chars[at..]).collect())
        }
        2 => Some(value.replace(' ', "")),
        // Full width.
        3 if !value.contains(['@', '/']) => {
            over(&|c| c.is_ascii_alphanumeric().then(|| char::from_u32(u32::from(c) + 0xfee0)).flatten())
        }
        4 => Some(value.replace('（', "(").replace('）', ")")),
        // Radicals in the place of ideographs.
        5 => over(&|c| {
            [('示', '⽰'), ('文', '⽂'), ('一', '⼀'), ('网', '⽹'), ('长', '⻓')]
                .iter()
                .find(|pair| pair.0 == c)
                .map(|pair| pair.1)
        }),
        // Letter case, where there is none.
        6 if value.contains('@') || value.starts_with("91330106") => over(&|c| {
            c.is_ascii_uppercase()
                .then(|| c.to_ascii_lowercase())
                .or_else(|| c.is_ascii_lowercase().then(|| c.to_ascii_uppercase()))
        }),
        _ => None,
    }
    .filter(|new: &String| new != value)
}

/// Another value of the same kind.
fn other(value: &str, at: usize) -> String {
    let chars: Vec<char> = value.chars().collect();
    let at = at % chars.len();
    let turn = |c: char| match c {
        '0'..='8' => char::from_u32(u32::from(c) + 1),
        '\u{4e00}'..='\u{9ffe}' => Some(if c == '改' { '换' } else { '改' }),
        _ => None,
    };
    let found = (at..chars.len()).chain(0..at).find_map(|at| Some((at, turn(chars[at])?)));
    let (at, new) = found.unwrap_or_else(|| (0, if chars[0] == 'z' { 'y' } else { 'z' }));
    chars.iter().enumerate().map(|(n, c)| if n == at { new } else { *c }).collect()
}

/// What is found in records, by codes; characters that are not what they seem have a rule.
fn found(files: &Files) -> Vec<String> {
    let (subject, form) = read(files);
    let case = Case::new(&subject, Tables::builtin(), TODAY, true);
    let all = form.into_iter().chain(rules::check(&case));
    all.filter(|one| one.rule.code != "C129").map(|one| format!("{} {}", one.rule.code, one.message.zh)).collect()
}

/// Both ways, and what is found on either side.
fn harmless(old: &Files, new: &Files, what: &str) {
    assert_eq!(reviewed(old, new), Vec::<String>::new(), "{what}");
    assert_eq!(reviewed(new, old), Vec::<String>::new(), "{what}, the way back");
    assert_eq!(found(new), Vec::<String>::new(), "{what}");
}

#[test]
fn the_richer_subject_is_clean() {
    assert_eq!(found(&base()), Vec::<String>::new());
}

/// Few cases, of which each judges whole records.
fn sparing() -> ProptestConfig {
    ProptestConfig { cases: 120, max_shrink_iters: 8, failure_persistence: None, ..ProptestConfig::default() }
}

/// A value in another spelling, in the record or in its filing, is the fact that it was.
fn one_fact((file, line, asked): (&str, &str, &str), way: usize, at: usize, filed: bool) {
    let Some(new) = spelled(value(line), way, at) else { return };
    let files = base();
    let changed = if filed {
        replaced(&files, FILING, asked, &with(asked, &new))
    } else {
        replaced(&files, file, line, &with(line, &new))
    };
    harmless(&files, &changed, &format!("{line} as {new}"));
}

/// The class of a credit code stands in its first two characters, which rules look at alone.
#[test]
fn a_code_in_full_width_is_the_same_code_at_every_place() {
    let code = TEXTS.into_iter().find(|(_, line, _)| line.contains("91330106")).expect("the credit code");
    for at in 0..value(code.1).len() {
        one_fact(code, 3, at, false);
    }
}

proptest! {
    #![proptest_config(sparing())]

    #[test]
    fn another_spelling_is_no_other_fact(which in 0..TEXTS.len(), way in 0..7_usize, at in 0..40_usize, filed: bool) {
        one_fact(TEXTS[which], way, at, filed);
    }

    #[test]
    fn another_value_is_found(which in 0..TEXTS.len(), at in 0..40_usize) {
        let (file, line, _) = TEXTS[which];
        let files = base();
        let new = other(value(line), at);
        let changed = replaced(&files, file, line, &with(line, &new));
        prop_assert!(!reviewed(&files, &changed).is_empty(), "{line} as {new}: no order");
        let all = found(&changed);
        prop_assert!(!all.is_empty(), "{line} as {new}: nothing is found");
    }
}

#[test]
fn the_order_of_a_set_is_nothing() {
    let files = base();
    let (one, other) = ("    - 中文\n    - 英文", "    - 英文\n    - 中文");
    harmless(&files, &replaced(&files, "services.yaml", one, other), "languages");
    harmless(&files, &replaced(&files, FILING, one, other), "filed languages");
}

#[test]
fn keys_of_the_users_own_are_nothing() {
    let files = base();
    let mut renamed = replaced(&files, "servers.yaml", "web-1:", "machine-a:");
    renamed = replaced(&renamed, "services.yaml", "- web-1", "- machine-a");
    harmless(&files, &renamed, "the key of a server");
    let mut renamed = replaced(&files, "people.yaml", "\nli:", "\nli-shili:");
    renamed = replaced(&renamed, "services.yaml", "principal: li", "principal: li-shili");
    harmless(&files, &renamed, "the key of a person");
}

#[test]
fn of_an_access_the_provider_is_filed_and_nothing_else() {
    let filed = "  services/shop/access:\n    - provider: 阿里云\n      servers:\n        - web-1\n";
    let files = replaced(&base(), FILING, "  services/shop/content", &format!("{filed}  services/shop/content"));
    harmless(&files, &replaced(&files, "services.yaml", "      since: 2021-03-18\n", ""), "the first day");
    harmless(
        &files,
        &replaced(&files, "services.yaml", "provider: 阿里云", "provider: 阿里云计算有限公司"),
        "an alias",
    );
    let second = "web-2:\n  provider: 阿里云\n  mode: 云接入\n  cloud_region: cn-hangzhou\n  place: 浙江省\n  \
                  instance: i-example0002\n  addresses:\n    - 203.0.113.20\n  paid:\n    from: 2021-01-15\n    \
                  until: 2028-01-15\n    billing: 包年包月\nweb-1:";
    let mut moved = replaced(&files, "servers.yaml", "web-1:", second);
    moved = replaced(&moved, "services.yaml", "- web-1", "- web-2");
    moved = replaced(&moved, "services.yaml", "        - web-2", "        - web-2\n        - web-1");
    harmless(&files, &moved, "another server of the same provider");
    let left = replaced(&files, "services.yaml", "provider: 阿里云", "provider: 腾讯云");
    assert!(!reviewed(&files, &left).is_empty());
    assert!(!found(&left).is_empty());
}

#[test]
fn a_number_is_spaced_as_one_likes() {
    for (old, new) in [("137 **** 1011", "137****1011"), ("137 1234 1011", "13712341011")] {
        let with = |mobile: &str| {
            let line = format!("  mobile: \"{mobile}\"");
            let filed = replaced(
                &base(),
                FILING,
                "people/zhang/mobile: \"138****0001\"",
                &format!("people/zhang/mobile: \"{old}\""),
            );
            replaced(&filed, "people.yaml", "  mobile: \"138****0001\"", &line)
        };
        assert_eq!(reviewed(&with(old), &with(new)), Vec::<String>::new(), "{old} {new}");
        assert!(!found(&with(new)).iter().any(|one| one.starts_with('F')), "{:?}", found(&with(new)));
    }
}
