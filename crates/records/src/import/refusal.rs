//! Why a file, or a part of one, cannot become records.

use beian_core::day::Day;
use beian_core::words;
use beian_core::words::Words;

/// Why nothing was taken from a file or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The system did not let it be read; its word on why.
    Unreadable(String),
    /// It is a folder, a pipe or a device.
    NoFile,
    /// It is larger than any answer.
    TooLarge,
    /// It nests deeper than any answer.
    TooDeep,
    /// It holds more values than any answer.
    TooMany,
    /// It holds nothing.
    Empty,
    /// It is not UTF-8.
    NotUtf8,
    /// It is a page, not an answer: a firewall's or an error page.
    Html,
    /// It ends in the middle.
    Truncated,
    /// It is no JSON; line and column.
    NotJson(usize, usize),
    /// The registry reported a failure.
    Failed {
        /// Its code.
        code: String,
        /// Its word on why, without personal numbers.
        message: String,
    },
    /// It says that all is well and holds no answer.
    NoContent,
    /// It comes from somebody else's service.
    ThirdParty(&'static str),
    /// It is JSON, but nothing that the registry answers.
    NotRegistry,
    /// A record without a number that can be read.
    NoNumber,
    /// A service number that does not belong to the subject number beside it.
    ForeignNumber,
    /// A field longer than any of the registry's, or not text.
    BadField(&'static str),
    /// No day is known for it.
    NoDay,
    /// It shows a change later than the day on which it is said to have been saved.
    SavedBefore(Day),
}

impl Refusal {
    /// A stable name, for programs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::NoFile => "no-file",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
            Self::Empty => "empty",
            Self::NotUtf8 => "not-utf8",
            Self::Html => "html",
            Self::Truncated => "truncated",
            Self::NotJson(..) => "not-json",
            Self::Failed { .. } => "failed",
            Self::NoContent => "no-content",
            Self::ThirdParty(_) => "third-party",
            Self::NotRegistry => "not-registry",
            Self::NoNumber => "no-number",
            Self::ForeignNumber => "foreign-number",
            Self::BadField(_) => "bad-field",
            Self::NoDay => "no-day",
            Self::SavedBefore(_) => "saved-before",
        }
    }

    /// What is wrong and what to do about it.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Unreadable(why) => words!("系统不让读：{why}", "the system refused to read it: {why}"),
            Self::Failed { code, message } => failed(code, message),
            Self::NotJson(line, column) => words!(
                "不是 JSON（第 {line} 行第 {column} 列起读不懂）；请保存查询接口的原始应答",
                "no JSON (line {line}, column {column}); save the registry's answer as it came"
            ),
            Self::ThirdParty(sign) => words!(
                "这是第三方接口的数据（字段 {sign}），不是管局自己的应答：字段改过名，内容可能是缓存，不能作为依据；\
                 请到备案管理系统查询并保存原始应答",
                "this comes from a third-party service (field `{sign}`), not from the registry: facts renamed and \
                 perhaps cached cannot be evidence; query the registry and save its own answer"
            ),
            Self::BadField(field) => words!(
                "字段 {field} 不是文字、有控制字符，或长得不像管局的数据",
                "the field {field} is no text, holds control characters, or is longer than any of the registry's"
            ),
            Self::SavedBefore(day) => words!(
                "应答里有 {day} 的变更，晚于 --saved 所说的保存日；请核对日期",
                "it shows a change of {day}, later than the day given with --saved; check the day"
            ),
            fixed => fixed.fixed_words(),
        }
    }

    fn fixed_words(&self) -> Words {
        let (zh, en) = match self {
            Self::NoFile => ("不是普通文件，没有打开", "this is no regular file; it was not opened"),
            Self::TooLarge => (
                "超过 8 MiB，不会是一次查询的应答；请按主体分开保存",
                "larger than 8 MiB, which no answer is; save one file a subject",
            ),
            Self::TooDeep => ("嵌套太深，不是管局的应答", "nested deeper than any answer of the registry"),
            Self::TooMany => (
                "数据太多，不会是一次查询的应答；请按主体分开保存",
                "more values than any answer has; save one file a subject",
            ),
            Self::Empty => ("文件是空的；请重新查询", "the file is empty; query again"),
            Self::NotUtf8 => (
                "不是 UTF-8（可能是 GBK）；请保存未经转码的原始应答",
                "not UTF-8 (perhaps GBK); save the answer as it came, without converting it",
            ),
            Self::Html => (
                "这是网页，不是应答：查询多半被防火墙拦下，或地址有误；请稍后重查",
                "a web page, not an answer: the query was probably blocked by a firewall, or the address is wrong; \
                 query again later",
            ),
            Self::Truncated => ("应答不完整，中途断了；请重新查询", "the answer breaks off; query again"),
            Self::NoContent => {
                ("应答说成功，却没有内容；请重新查询", "the answer reports success and holds nothing; query again")
            }
            Self::NotRegistry => (
                "是 JSON，但不是管局查询的应答（没有 params，也没有 mainLicence、serviceLicence 等字段）",
                "JSON, but no answer of the registry (neither `params` nor fields such as mainLicence or \
                 serviceLicence)",
            ),
            Self::NoNumber => (
                "记录里没有读得懂的主体备案号或服务备案号，没有采用",
                "the record has no filing number that can be read; it was not used",
            ),
            Self::ForeignNumber => (
                "服务备案号不属于同一记录的主体备案号，没有采用",
                "the service number does not belong to the subject number beside it; the record was not used",
            ),
            _ => (
                "应答里没有任何日期；请用 --saved YYYY-MM-DD 说明哪天保存的",
                "the answer shows no date; say with --saved YYYY-MM-DD when it was saved",
            ),
        };
        Words::fixed(zh, en)
    }
}

fn failed(code: &str, message: &str) -> Words {
    let (zh, en) = match code {
        "401" => ("凭证过期，请刷新页面后重查", "the token has expired; reload the page and query again"),
        "429" => ("查询太频繁，请等一会儿再查", "too many queries; wait and query again"),
        "403" => ("查询被拦，请换个时间或网络再查", "the query was blocked; try later or from another network"),
        _ => ("请稍后重查", "query again later"),
    };
    let said = if message.is_empty() { String::new() } else { format!(" `{message}`") };
    let code = if code.is_empty() { "?" } else { code };
    words!("没有查询结果，应答报告失败 {code}{said}；{zh}", "no answer but a failure, {code}{said}; {en}")
}
