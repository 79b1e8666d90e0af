//! The forms in which people write their numbers, right and wrong.

/// A form, which makes as many different numbers as are asked for.
pub(super) struct Form {
    /// Writes the number of that place in the row.
    pub(super) write: fn(usize) -> String,
    /// What stands before the number and is no part of it.
    pub(super) before: &'static str,
    /// Whether it tells what it is only by the field that it stands in.
    pub(super) only_in_fields: bool,
}

const fn known(write: fn(usize) -> String) -> Form {
    Form { write, before: "", only_in_fields: false }
}

/// A form of which the first signs stay.
const fn after(before: &'static str, write: fn(usize) -> String) -> Form {
    Form { write, before, only_in_fields: false }
}

const fn in_field(write: fn(usize) -> String) -> Form {
    Form { write, before: "", only_in_fields: true }
}

/// All forms.
pub(super) const FORMS: [Form; 63] = [
    known(id),
    known(|n| id(n).to_lowercase()),
    known(|n| format!("110105{:02}1231{:03}", n % 90 + 10, n % 1000)),
    known(mobile),
    after("+86", |n| format!("+86{}", mobile(n))),
    after("0086", |n| format!("0086{}", mobile(n))),
    after("86-", |n| format!("86-{}", mobile(n))),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "-")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], " ")),
    known(|n| scripted(&mobile(n), "０１２３４５６７８９")),
    known(|n| scripted(&id(n), "０１２３４５６７８９")),
    known(|n| grouped(&id(n), &[6, 8, 4], " ")),
    known(|n| grouped(&id(n), &[6, 8, 4], "-")),
    known(|n| format!("H{:08}", 30_000_000 + n)),
    known(|n| format!("M{:08}", 40_000_000 + n)),
    known(|n| format!("H{:010}", 5_000_000_000_usize + n)),
    known(|n| format!("81000019{:02}0823{:04}", n % 50 + 40, n % 10_000)),
    known(|n| format!("83000019{:02}0130{:04}", n % 50 + 40, n % 10_000)),
    known(|n| format!("91112419{:02}0803{:04}", n % 50 + 40, n % 10_000)),
    known(|n| format!("33010619{:02}0101{:04}", n % 50 + 40, n % 10_000)),
    known(|n| grouped(&mobile(n), &[3, 4, 4], ".")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "/")),
    known(|n| grouped(&mobile(n), &[4, 4, 3], " ")),
    known(|n| grouped(&mobile(n), &[4, 4, 3], "-")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "  ")),
    after("0", |n| format!("0{}", mobile(n))),
    known(|n| scripted(&mobile(n), "零一二三四五六七八九")),
    known(|n| scripted(&mobile(n), "〇壹贰叁肆伍陆柒捌玖")),
    known(|n| scripted(&mobile(n), "⓪①②③④⑤⑥⑦⑧⑨")),
    known(|n| scripted(&mobile(n), "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")),
    known(|n| scripted(&mobile(n), "٠١٢٣٤٥٦٧٨٩")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "_")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "·")),
    known(|n| grouped(&mobile(n), &[1; 11], "-")),
    known(|n| format!("({}) {}", &mobile(n)[..3], grouped(&mobile(n)[3..], &[4, 4], "-"))),
    known(|n| grouped(&mobile(n), &[3, 2, 2, 2, 2], " ")),
    known(|n| grouped(&mobile(n), &[5, 6], " ")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "\u{a0}")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "\u{3000}")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], "－")),
    known(|n| grouped(&mobile(n), &[3, 4, 4], ", ")),
    known(|n| grouped(&mobile(n), &[3, 3, 5], " - ")),
    after("17951", |n| format!("17951{}", mobile(n))),
    known(|n| grouped(&id(n), &[6, 4, 4, 4], ".")),
    known(|n| grouped(&id(n), &[6, 8, 4], "/")),
    known(|n| grouped(&id(n), &[4, 4, 4, 4, 2], " ")),
    known(|n| scripted(&id(n), "零一二三四五六七八九")),
    known(|n| format!("{}×", &id(n)[..17])),
    known(|n| format!("{}{}", &id(n)[..17], ['х', 'Χ', '✖', '╳', '🅧', 'Ｘ', '*', '？'][n % 8])),
    known(old_of_either),
    known(id_of_either),
    after("护照 ", |n| format!("护照 E{:08}", 10_000_000 + n)),
    after("通行证：", |n| format!("通行证：{:08}", 1_000_000 + n)),
    after("身份证：", |n| format!("身份证：{}", &id(n)[..17])),
    in_field(|n| format!("E{:08}", 20_000_000 + n)),
    in_field(|n| format!("EA{:07}", 2_000_000 + n)),
    in_field(|n| format!("{:08}", 2_000_000 + n)),
    in_field(|n| format!("ABC{:012}", 123_456_000_000_usize + n)),
    in_field(|n| id(n)[..17].to_owned()),
    in_field(|n| id(n).replacen('0', "O", 1)),
    in_field(|n| format!("{}7", mobile(n))),
    in_field(|n| format!("0574-{:08}", 87_000_000 + n)),
    in_field(|n| format!("+852 9{:03} {:04}", n / 10_000, n % 10_000 + 1_000)),
];

/// An identity number with a right check character, X among them.
fn id(n: usize) -> String {
    let body = format!("1101051949{:02}{:02}{:03}", n % 12 + 1, n % 28 + 1, n / 7 % 1000);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize = body.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{body}{}", &"10X98765432"[sum % 11..=sum % 11])
}

/// An identity number of fifteen digits of which the last is right also as the check digit of an organisation's.
fn old_of_either(n: usize) -> String {
    let body = format!("110105{:02}1231{:02}", n % 90 + 10, n % 100);
    let product = body.bytes().fold(10, |product, digit| {
        let sum = (product + usize::from(digit - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    format!("{body}{}", (11 - product) % 10)
}

/// A mistyped identity number that is right as an organisation's code.
fn id_of_either(n: usize) -> String {
    let check = |code: &[u8], weights: &[usize]| -> usize {
        code.iter().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum()
    };
    let code = |n: usize| {
        let body = format!("13110119{:02}{:02}{:02}{:02}", n % 89 + 10, n / 7 % 12 + 1, n % 28 + 1, n / 3 % 100);
        let inner = match 11 - check(&body.as_bytes()[8..], &[3, 7, 9, 10, 5, 8, 4, 2]) % 11 {
            10 => return None,
            digit => digit % 11,
        };
        let body = format!("{body}{inner}");
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        let last = (31 - check(body.as_bytes(), &weights) % 31) % 31;
        (last < 10).then(|| format!("{body}{last}"))
    };
    (n * 100..).find_map(code).expect("one of a hundred")
}

fn mobile(n: usize) -> String {
    format!("139{:08}", 27_000_000 + n * 7)
}

fn grouped(number: &str, groups: &[usize], between: &str) -> String {
    let mut rest = number;
    let mut parts = Vec::new();
    for group in groups {
        let (part, after) = rest.split_at(*group);
        parts.push(part);
        rest = after;
    }
    assert!(rest.is_empty(), "the groups of {number}");
    parts.join(between)
}

/// A number in other digits.
fn scripted(number: &str, digits: &str) -> String {
    let other = |c: char| c.to_digit(10).and_then(|n| digits.chars().nth(usize::try_from(n).ok()?)).unwrap_or(c);
    number.chars().map(other).collect()
}

/// The letters and digits of a text, digits of any script as plain ones.
pub(super) fn bare(text: &str) -> String {
    let scripts = [
        "０１２３４５６７８９",
        "零一二三四五六七八九",
        "〇壹贰叁肆伍陆柒捌玖",
        "⓪①②③④⑤⑥⑦⑧⑨",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "٠١٢٣٤٥٦٧٨٩",
    ];
    let plain = |c: char| {
        let digit = scripts.iter().find_map(|script| script.chars().position(|one| one == c));
        digit.and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)).unwrap_or(c)
    };
    text.chars().map(plain).filter(|c| c.is_ascii_alphanumeric() || *c == '*').collect()
}
