//! The filters of templates: Chinese dates and numbers, code spans, lists.

use super::print::{printed, unprintable};
use crate::escape::{code, escaped};
use crate::value::{BLANK, Blank};
use beian_core::day::{Day, Moment};
use beian_core::law::{Citation, Sources};
use beian_core::words;
use beian_core::words::{Words, numeral};
use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, State};

/// A filter or test, for those who write templates.
#[derive(Debug, Clone)]
pub struct Tool {
    /// How it is written.
    pub usage: &'static str,
    /// What it does.
    pub about: Words,
}

/// Every filter and test that templates know.
pub const TOOLS: &[Tool] = &[
    Tool { usage: "值 | code", about: Words::fixed("放进代码样式", "as a code span") },
    Tool {
        usage: "值 | day", about: Words::fixed("日期写成 2026年7月6日", "a day in Chinese: 2026年7月6日")
    },
    Tool {
        usage: "值 | moment", about: Words::fixed("时间写成 2026年7月6日 9:40", "a moment: 2026年7月6日 9:40")
    },
    Tool {
        usage: "列表 | join(\"、\")",
        about: Words::fixed("逐项打印，中间加分隔", "the entries, with a text between them"),
    },
    Tool { usage: "列表 | length", about: Words::fixed("有几项", "how many entries") },
    Tool { usage: "列表 | first", about: Words::fixed("第一项", "the first entry") },
    Tool { usage: "列表 | last", about: Words::fixed("最后一项", "the last entry") },
    Tool { usage: "数 | zh_number", about: Words::fixed("写成一、二、十二", "a number in Chinese: 十二") },
    Tool {
        usage: "\"mii-33:22p2\" | cited",
        about: Words::fixed("按 as_of 之日引用：《……办法》第二十二条第二款", "a citation as of the day `as_of`"),
    },
    Tool {
        usage: "\"mii-33\" | named",
        about: Words::fixed("同上，带文号：《……办法》（……令第33号，……修订）", "the same with the number of the text"),
    },
    Tool {
        usage: "\"mii-33:22p2\" | article", about: Words::fixed("只写第二十二条第二款", "the article alone")
    },
    Tool { usage: "值 is blank", about: Words::fixed("是待填写的空白", "whether it is a blank to fill in") },
    Tool { usage: "值 is defined", about: Words::fixed("有没有这个名字", "whether there is such a name") },
];

/// Registers them.
pub(super) fn register(environment: &mut Environment<'_>) {
    environment.add_filter("code", as_code);
    environment.add_filter("day", |value: &Value| day(value));
    environment.add_filter("moment", |value: &Value| moment(value));
    environment.add_filter("join", join);
    environment.add_filter("length", |value: &Value| value.len().ok_or_else(not_a_list));
    environment
        .add_filter("first", |value: &Value| Ok::<_, Error>(value.try_iter()?.next().unwrap_or(Value::UNDEFINED)));
    environment
        .add_filter("last", |value: &Value| Ok::<_, Error>(value.try_iter()?.last().unwrap_or(Value::UNDEFINED)));
    environment.add_filter("zh_number", |number: u32| Value::from_safe_string(numeral(number)));
    environment.add_filter("cited", |state: &mut State<'_, '_>, key: &str| cited(state, key, Citation::short));
    environment.add_filter("named", |state: &mut State<'_, '_>, key: &str| cited(state, key, Citation::named));
    environment.add_filter("article", |state: &mut State<'_, '_>, key: &str| cited(state, key, Citation::articles_on));
    environment.add_test("blank", |value: &Value| value.downcast_object_ref::<Blank>().is_some());
    environment.add_test("defined", |value: &Value| !value.is_undefined());
    environment.add_test("undefined", |value: &Value| value.is_undefined());
}

fn not_a_list() -> Error {
    unprintable(Words::fixed("这不是列表", "this is no list"))
}

/// A value as it stands in a document; a blank is noted.
fn printed_text(state: &mut State<'_, '_>, value: &Value, form: fn(&str) -> String) -> Result<String, Error> {
    if let Some(blank) = value.downcast_object_ref::<Blank>() {
        printed(state).note(&blank.label);
        return Ok(BLANK.to_owned());
    }
    match value.kind() {
        ValueKind::Number => Ok(value.to_string()),
        ValueKind::String if value.is_safe() => Ok(value.to_string()),
        ValueKind::String if value.as_str().is_some_and(|text| !text.trim().is_empty()) => {
            Ok(form(value.as_str().unwrap_or_default()))
        }
        _ => Err(unprintable(Words::fixed("要打印的值没有填", "the value to print is not there"))),
    }
}

fn as_code(state: &mut State<'_, '_>, value: &Value) -> Result<Value, Error> {
    Ok(Value::from_safe_string(printed_text(state, value, code)?))
}

/// The longest joined list, in bytes: what is joined again and again must end.
const LONGEST: usize = 1 << 18;

fn join(state: &mut State<'_, '_>, list: &Value, between: &str) -> Result<Value, Error> {
    if !matches!(list.kind(), ValueKind::Seq | ValueKind::Iterable) {
        return Err(not_a_list());
    }
    let mut out = String::new();
    for (at, item) in list.try_iter()?.enumerate() {
        if at > 0 {
            out += between;
        }
        out += &printed_text(state, &item, |text| escaped(text).into_owned())?;
        if out.len() > LONGEST {
            return Err(unprintable(Words::fixed("列表太长", "the list is too long")));
        }
    }
    Ok(Value::from_safe_string(out))
}

/// A day in Chinese. What is no day, such as 长期 or a blank, stays what it is.
fn day(value: &Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let day = Day::parse(text).ok().or_else(|| Moment::parse(text).ok().map(|moment| moment.day()));
    day.map_or_else(|| value.clone(), |day| Value::from_safe_string(zh_day(day)))
}

/// A moment in Chinese, by the clock of its own offset.
fn moment(value: &Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let Ok(moment) = Moment::parse(text) else { return day(value) };
    let clock = text.get(11..16).unwrap_or_default();
    Value::from_safe_string(format!("{} {clock}", zh_day(moment.day())))
}

fn zh_day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day_of_month())
}

/// A citation by the key of a text, and of an article after `:`, as of the day of the document.
fn cited(state: &mut State<'_, '_>, key: &str, form: fn(&Citation, Day) -> Words) -> Result<Value, Error> {
    let unknown = || unprintable(words!("依据清单里没有 {key}", "the list of texts does not hold {key}"));
    let citation = Citation::parse(key, Sources::builtin()).ok_or_else(unknown)?;
    let day = state.lookup("as_of").and_then(|day| Day::parse(day.as_str()?).ok());
    // Without a day the newest version is meant.
    let said = form(&citation, day.unwrap_or(Day::of(9999, 12, 31)));
    Ok(Value::from_safe_string(said.zh.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_in_chinese() {
        let said = |value: &str| day(&Value::from(value)).to_string();
        assert_eq!(said("2026-07-06"), "2026年7月6日");
        assert_eq!(said("2021-05-10T09:40:00+08:00"), "2021年5月10日");
        assert_eq!(said("长期"), "长期");
        assert_eq!(moment(&Value::from("2021-05-10T09:40:00+08:00")).to_string(), "2021年5月10日 09:40");
        let numbers: Vec<String> = [1, 10, 11, 20, 34, 120].into_iter().map(numeral).collect();
        assert_eq!(numbers, ["一", "十", "十一", "二十", "三十四", "一百二十"]);
    }
}
