//! The names of what can be wrong with a number, and what to do about it.

use crate::words::named;

/// Declares the faults with all that is said about each in one place, so that none can miss
/// its name or one of its languages.
macro_rules! faults {
    ($($variant:ident $weight:ident $name:literal $zh:literal $en:literal;)*) => {
        named! {
            /// One way in which a number is off: what is off, and what to do.
            pub enum Fault by name {
                $( $variant: $name, $zh, $en; )*
            }
        }

        impl Fault {
            /// Whether a number with this fault alone still counts as right.
            #[must_use]
            pub const fn is_harmless(self) -> bool {
                match self { $(Self::$variant => faults!(@$weight),)* }
            }
        }
    };
    (@harmless) => { true };
    (@bad) => { false };
}

faults! {
    NoProvince bad "no-province"
        "缺少省份简称：请按管局核发的号码补上，如“京”。"
        "The province letter is missing: write the number as issued, such as 京ICP备….";
    AliasProvince bad "alias-province"
        "省份简称与备案系统不同：四川写“蜀”、贵州“黔”、云南“滇”、甘肃“陇”、陕西“陕”、上海“沪”、广东“粤”。"
        "Not the letter the filing registry uses: Sichuan is 蜀, Guizhou 黔, Yunnan 滇, Gansu 陇, Shaanxi 陕, Shanghai \
         沪, Guangdong 粤.";
    Parody bad "parody"
        "没有这样的备案机关（如“萌ICP备”是网友的游戏），它不能代替备案号。"
        "No authority issues numbers with this letter (萌ICP备 is a joke registry); it cannot stand for a filing \
         number.";
    Placeholder bad "placeholder"
        "这是占位号码，不是真实号码：请换成核发的号码。"
        "This is a placeholder, not an issued number: put the real one in.";
    BadDigits bad "bad-digits"
        "位数或年份不对：备案序号为8位（2位年份起）或10位（4位年份起，2020年以后）。"
        "The count of digits or the year is wrong: a serial has 8 digits (two for the year) or 10 (four, since 2020).";
    Truncated bad "truncated"
        "号码不完整：请补全。"
        "The number breaks off: complete it.";
    BadSuffix bad "bad-suffix"
        "序号后缀不对：应为“-1”“-2A”“-3X”“-4K”，序号不以0开头。"
        "The suffix is not one of -1, -2A, -3X, -4K; its index does not start with 0.";
    NoHao bad "no-hao"
        "缺少“号”字：应写作“京ICP备12345678号”的形式。"
        "The character 号 is missing after the serial.";
    HaoPosition bad "hao-position"
        "“号”应在序号后缀之前：如“…号-1”。"
        "号 stands before the suffix, not after it: …号-1.";
    Typo bad "typo"
        "写法有误（多字、漏字或字母错位）：应为“ICP备”后直接接数字。"
        "A slip of the pen (a character too many, too few or out of place): digits follow ICP备 directly.";
    Fullwidth bad "fullwidth"
        "用了全角字符：字母、数字和连字符请用半角。"
        "Full-width characters: write letters, digits and the hyphen half-width.";
    Traditional bad "traditional"
        "用了繁体字：备案号用简体，如“备”“号”“粤”“沪”。"
        "Traditional characters: filing numbers are written with simplified ones (备, 号, 粤, 沪).";
    Dash harmless "dash"
        "连字符不是“-”：建议改用半角连字符。"
        "The dash is not a plain hyphen: better write “-”.";
    Case harmless "case"
        "字母大小写不规范：建议用大写。"
        "The letters are usually written in capitals.";
    Space harmless "space"
        "号码中有空白：不影响辨认，建议去掉。"
        "White space inside the number: harmless, better without.";
    Split harmless "split"
        "号码被标签隔开：不影响显示，但不利于查找和复制。"
        "Markup stands inside the number: it displays, but is hard to find and to copy.";
    InnerText bad "inner-text"
        "号码中夹有其他文字：请去掉。"
        "Other text stands inside the number: remove it.";
    LicenceBadDigits bad "licence-bad-digits"
        "许可证号的位数或年份不对：“ICP证”后为6位，“B2-”后为4位年份加4位序号。"
        "The licence number has a wrong count of digits or year: six digits after ICP证, a four-digit year and four \
         digits after B2-.";
    MixedForm bad "mixed-form"
        "两种许可证写法混在一起：写“京ICP证030173号”或“京B2-20090001”。"
        "Two forms of licence number in one: write either 京ICP证030173号 or 京B2-20090001.";
    B2WithHao bad "b2-with-hao"
        "“B2-”许可证号后不写“号”。"
        "No 号 follows a B2 licence number.";
    PsbNoHao bad "psb-no-hao"
        "公安备案号缺少“号”字。"
        "The character 号 is missing after the police number.";
    PsbSpace harmless "psb-space"
        "公安备案号中有空白：旧版官方代码即如此，不影响辨认。"
        "White space inside the police number: the old official snippet had it, harmless.";
    PsbColon bad "psb-colon"
        "公安备案号中不应有“号：”或冒号：数字直接接在“公网安备”之后。"
        "No colon stands inside a police number: the digits follow 公网安备 directly.";
    PsbBadDigits bad "psb-bad-digits"
        "公安备案号应为14位数字。"
        "A police number has 14 digits.";
    PsbBadForm bad "psb-bad-form"
        "公安备案号写法有误：14位数字之间不加连字符。"
        "Not the form of a police number: its 14 digits stand together.";
    PsbBare bad "psb-bare"
        "只写了公安备案编码：应写全，如“京公网安备11010502030143号”。"
        "Only the police code: write it in full, such as 京公网安备11010502030143号.";
    PsbProvinceMismatch bad "psb-province-mismatch"
        "公安备案号前两位数字与省份简称不符：请核对是否抄错。"
        "The first two digits belong to another province than the letter: check whether it was copied from elsewhere.";
    PsbAliasProvince harmless "psb-alias-province"
        "公安备案号中四川通常写“川”、贵州“贵”、甘肃“甘”。"
        "In police numbers Sichuan is usually 川, Guizhou 贵, Gansu 甘.";
    PsbNoSuchProvince bad "psb-no-such-province"
        "公安备案号以省份简称开头，不用城市简称或其他字。"
        "A police number starts with a province letter, not a city's or any other.";
    Length bad "length"
        "位数不对：请核对是否多写或漏写。"
        "The count of characters is wrong: look for one too many or too few.";
    Letter bad "letter"
        "含有不允许的字符：信用代码不用I、O、S、V、Z，身份证号只有末位可以是X。"
        "A character that cannot stand there: credit codes have no I, O, S, V, Z; an identity number only a final X.";
    NoSuchAuthority bad "no-such-authority"
        "信用代码前两位不是登记管理部门和机构类别的代码。"
        "The first two characters name no registering authority and class of entity.";
    NoSuchArea bad "no-such-area"
        "前两位不是省级行政区划代码。"
        "The first two digits are no province's code.";
    AreaUnlisted harmless "area-unlisted"
        "行政区划代码不在现行代码中：校验位正确，仍按有效处理。"
        "The area code is not a current one; the check digit is right, so the number stands.";
    NoSuchDate bad "no-such-date"
        "出生日期不存在或不合理。"
        "The date of birth does not exist or cannot be.";
    CheckDigit bad "check-digit"
        "校验位不对：号码中有抄错的字符。"
        "The check digit is wrong: some character was copied wrongly.";
    InnerCheckDigit harmless "inner-check-digit"
        "第9至17位（组织机构代码）的校验位不对：真实代码极少如此，请核对证照。"
        "The check digit of positions 9 to 17 (organisation code) is wrong: seldom so in real codes, compare with the \
         certificate.";
    PilotRegionCode bad "pilot-region-code"
        "早期试点地区（厦门）发放的代码，校验位不合GB 32100：与证照核对无误后可以豁免。"
        "A code of an early pilot region (Xiamen) whose check character does not follow GB 32100: compare it with the \
         certificate, then waive this.";
    FirstGeneration bad "first-generation"
        "15位身份证号已停用：请用18位号码。"
        "The 15-digit first generation is no longer accepted: use the 18-digit number.";
    Masked harmless "masked"
        "号码已遮盖：看不到的部分无法核对。"
        "The number is masked: what is hidden cannot be checked.";
    MobilePrefix bad "mobile-prefix"
        "不是手机号段：手机号为1后接3至9，共11位。"
        "No mobile number starts so: 1, then 3 to 9, eleven digits.";
    NotRecognised bad "not-recognised"
        "认不出这是什么号码。"
        "Not a number that is known here.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_kebab_case() {
        for (n, fault) in Fault::ALL.iter().enumerate() {
            let name = fault.name();
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!(Fault::ALL[n + 1..].iter().all(|other| other.name() != name));
        }
    }
}
