//! L209 and L210: what is visible of a number is visible of another subject's as well. Whether
//! both hide one number nobody can tell, and so it is a note.

use super::table::CONTACT;
use super::{Row, hidden_apart, hidden_strangers, once, wholly};
use crate::law::{HUAWEI_GUIDE, REGISTRY};
use crate::rule::{ClaimKind, Given, Rule, Severity, Shared};
use crate::words;

/// The rules, in the order of the codes.
pub static VISIBLE: [Rule; 2] = [
    once(&Row {
        code: "L209",
        name: "phone-perhaps-in-two-subjects",
        severity: Severity::Note,
        title: ("两个主体的电话露出的数字相同", "telephones of two subjects show the same digits"),
        demand: CONTACT,
        help: (
            "遮盖的部分无从比较：对照原件，确认不是同一个号码；确是同一个人的，姓名和证件号码写一致",
            "what is masked cannot be compared: check the numbers themselves; if it is one person, give both entries \
             one name and one certificate number",
        ),
        sources: &[HUAWEI_GUIDE.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::VisiblePhone,
            clash: hidden_strangers,
            said: |first, _| {
                let (other, holder) = (&first.subject, &first.holder);
                words!(
                    "电话露出的数字与 {other}/{holder} 的相同，遮盖的部分无从比较",
                    "the telephone shows the digits of that of `{other}/{holder}`; what is masked cannot be compared"
                )
            },
            most: wholly,
            first: ("另一个主体的电话", "the telephone of the other subject"),
        },
        shows: ("两家公司负责人的手机露出的数字相同", "mobiles of two companies with the same visible digits"),
        given: &[
            Given::Other,
            Given::Edit {
                file: "other/people.yaml",
                old: "    phone: \"139****0004\"\n    whose: 李示例",
                new: "    phone: \"139****0002\"\n    whose: 王样本",
            },
        ],
        finds: &["other/people/zhang/emergency/phone"],
    }),
    once(&Row {
        code: "L210",
        name: "certificate-perhaps-in-two-subjects",
        severity: Severity::Note,
        title: ("两个主体的证件号码露出的数字相同", "certificate numbers of two subjects show the same digits"),
        demand: (
            "证件号码相同的两个主体，是同一个人或单位重复记录，或其中一个抄错",
            "Two subjects with one certificate number are one person or organisation recorded twice, or a wrong copy",
        ),
        help: (
            "遮盖的部分无从比较：对照原件；是同一主体的，把两份记录并成一份",
            "what is masked cannot be compared: check the numbers themselves, and merge two records of one subject",
        ),
        sources: &[REGISTRY.whole()],
        since: None,
        shared: Shared {
            kind: ClaimKind::VisibleCertificate,
            clash: hidden_apart,
            said: |first, _| {
                let other = &first.subject;
                words!(
                    "证件号码露出的数字与主体 {other} 的相同，遮盖的部分无从比较",
                    "the certificate number shows the digits of that of the subject `{other}`; what is masked cannot \
                     be compared"
                )
            },
            most: wholly,
            first: ("另一个主体的证件号码", "the certificate number of the other subject"),
        },
        shows: ("一个遮盖的号码露出的数字与另一个相同", "a masked number that shows the digits of another"),
        given: &[
            Given::Other,
            Given::Edit { file: "example/subject.yaml", old: "91330106MA0EXAMP12", new: "913***********MP12" },
            Given::Edit { file: "other/subject.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit { file: "other/domains.yaml", old: "91330106MA0TEEXAXG", new: "91330106MA0EXAMP12" },
            Given::Edit {
                file: "other/filings/2021-02-20-first.yaml",
                old: "91330106MA0TEEXAXG",
                new: "91330106MA0EXAMP12",
            },
        ],
        finds: &["other/subject/certificate/number", "I102 example/subject/certificate/number"],
    }),
];
