//! Days to keep as bodies of messages for group robots. `beian` sends nothing: a line is a body, to pipe into curl.

use super::Report;
use super::text::short;
use crate::output::rule_set::rule_set;
use crate::output::runner::disarmed;
use crate::output::stream;
use beian_core::words;
use beian_core::words::{Lang, Words};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Whose robot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Robot {
    Wecom,
    Dingtalk,
    Feishu,
}

/// The most messages of a run: robots take 20 a minute at WeCom and DingTalk.
const MOST: usize = 10;

/// Room that is kept for what says which message it is.
const RESERVED: usize = 160;

impl Robot {
    /// The most bytes of a message. WeCom's page on group robots sets 2,048 bytes of UTF-8 for the content of a text
    /// (developer.work.weixin.qq.com/document/path/91770), Feishu's on custom bots 20 KB for the whole body
    /// (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot). DingTalk's page names no length that we found; what
    /// Feishu takes is kept there too.
    const fn room(self) -> usize {
        match self {
            Self::Wecom => 2_048,
            Self::Dingtalk | Self::Feishu => 20_000,
        }
    }

    /// How many bytes of its room a text takes.
    fn size(self, text: &str) -> usize {
        match self {
            Self::Wecom => text.len(),
            Self::Dingtalk | Self::Feishu => serde_json::to_string(text).map_or(usize::MAX, |text| text.len()),
        }
    }

    fn body(self, text: &str, mentioned: &[String]) -> Value {
        let all = mentioned.iter().any(|one| one == "all");
        let users: Vec<&String> = mentioned.iter().filter(|one| *one != "all").collect();
        match self {
            Self::Wecom => {
                let list: Vec<&str> = users.iter().map(|user| user.as_str()).chain(all.then_some("@all")).collect();
                let mut body = json!({"msgtype": "text", "text": {"content": text}});
                if let Some(content) = body.get_mut("text").filter(|_| !list.is_empty()) {
                    content["mentioned_list"] = json!(list);
                }
                body
            }
            Self::Dingtalk => {
                json!({"msgtype": "text", "text": {"content": text}, "at": {"atUserIds": users, "isAtAll": all}})
            }
            Self::Feishu => json!({"msg_type": "text", "content": {"text": text}}),
        }
    }

    /// What stands in the text itself for those who are mentioned.
    fn mentions(self, mentioned: &[String]) -> String {
        let one = |user: &String| match self {
            Self::Wecom => String::new(),
            Self::Dingtalk if user == "all" => String::new(),
            Self::Dingtalk => format!("@{user} "),
            Self::Feishu => format!("<at user_id=\"{user}\"></at> "),
        };
        mentioned.iter().map(one).collect()
    }
}

/// Whether a name can be that of a user: nothing in it is taken for anything else.
pub(crate) fn is_user(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    !name.is_empty() && name.len() <= 64 && name.chars().all(is_sign)
}

/// A line of records in which a robot finds nobody to mention and no element.
fn plain(text: &str) -> String {
    disarmed(text, false).replace('<', "＜").replace('>', "＞").replace('@', "＠")
}

/// Writes them; nothing where nothing is due, so that nobody is sent an empty message.
pub(crate) fn write(
    report: &Report,
    robot: Robot,
    mentioned: &[String],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (head, mut err) = (report.counted(), stream::stderr());
    if report.items.is_empty() {
        writeln!(err, "{}", head.get(lang))?;
        return err.flush();
    }
    writeln!(err, "{}", rule_set(&report.rules).get(lang))?;
    let lines: Vec<String> = report.items.iter().map(|item| plain(&short(item, report.today, lang))).collect();
    let (texts, left_out) = split(&lines, robot, mentioned);
    let count = texts.len();
    let title = Words::fixed("备案到期事项", "ICP filing: days to keep");
    for (at, text) in texts.iter().enumerate() {
        let number = at + 1;
        let part = if count == 1 { String::new() } else { format!(" ({number}/{count})") };
        let mut whole = format!("{}{}{part}\n", robot.mentions(mentioned), title.get(lang));
        if at == 0 {
            whole += &format!("{}\n", plain(head.get(lang)));
        }
        whole += text;
        if number == count && 0 < left_out {
            whole += words!("另有 {left_out} 项没有列出\n", "{left_out} more are not listed\n").get(lang);
        }
        writeln!(out, "{}", robot.body(whole.trim_end(), mentioned))?;
    }
    Ok(())
}

/// The lines in as few messages as hold them, and how many are left out because that would be too many.
fn split(lines: &[String], robot: Robot, mentioned: &[String]) -> (Vec<String>, usize) {
    // Every message may mention, and the ends of the run say more than others.
    let besides =
        serde_json::to_string(&robot.body(&robot.mentions(mentioned), mentioned)).map_or(0, |body| body.len());
    let head = if robot == Robot::Wecom { robot.mentions(mentioned).len() } else { besides };
    let room = robot.room().saturating_sub(head + 2 * RESERVED).max(RESERVED);
    let mut texts = vec![String::new()];
    for (at, line) in lines.iter().enumerate() {
        let line = within(line, robot, room);
        let is_full = texts.last().is_some_and(|last| room < robot.size(last) + robot.size(&line));
        if is_full && texts.len() == MOST {
            return (texts, lines.len() - at);
        }
        if is_full {
            texts.push(String::new());
        }
        if let Some(last) = texts.last_mut() {
            last.push_str(&line);
        }
    }
    (texts, 0)
}

/// A line and its end, cut between two characters where it alone would be too long.
fn within(line: &str, robot: Robot, room: usize) -> String {
    let whole = format!("{line}\n");
    if robot.size(&whole) <= room {
        return whole;
    }
    let (mut cut, mut taken) = (String::new(), 16);
    let mut one = [0_u8; 4];
    for c in line.chars() {
        // The quotes around a text alone are not those of the message.
        taken += robot.size(c.encode_utf8(&mut one));
        if room < taken {
            break;
        }
        cut.push(c);
    }
    cut + "…\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_fit_whatever_stands_in_them() {
        let long = ["备案".repeat(900), "\"\\".repeat(4_000), "x".repeat(50_000), String::new(), "短".to_owned()];
        let many: Vec<String> = (0..900).map(|at| format!("{at} {}", "域名到期".repeat(at % 40))).collect();
        for robot in [Robot::Wecom, Robot::Dingtalk, Robot::Feishu] {
            for lines in [&long[..], &many[..], &[]] {
                let (texts, left_out) = split(lines, robot, &["all".to_owned(), "wang.xiaoming".to_owned()]);
                assert!(texts.len() <= MOST);
                let told: usize = texts.iter().map(|text| text.lines().count()).sum();
                assert_eq!(told + left_out, lines.len());
                for text in &texts {
                    assert!(robot.size(text) + 2 * RESERVED <= robot.room(), "{robot:?} {}", text.len());
                }
            }
        }
    }

    #[test]
    fn values_mention_nobody() {
        assert_eq!(plain("<at user_id=\"all\"></at> @all"), "＜at user_id=\"all\"＞＜/at＞ ＠all");
        assert!(is_user("ou_18eac8") && is_user("all") && !is_user("a\"><b") && !is_user(""));
    }

    #[test]
    fn bodies_are_as_each_robot_takes_them() {
        let to = ["all".to_owned(), "zhang".to_owned()];
        let wecom = Robot::Wecom.body("x", &to);
        assert_eq!(wecom, json!({"msgtype": "text", "text": {"content": "x", "mentioned_list": ["zhang", "@all"]}}));
        assert_eq!(Robot::Wecom.body("x", &[]), json!({"msgtype": "text", "text": {"content": "x"}}));
        let at = json!({"atUserIds": ["zhang"], "isAtAll": true});
        assert_eq!(Robot::Dingtalk.body("x", &to), json!({"msgtype": "text", "text": {"content": "x"}, "at": at}));
        assert_eq!(Robot::Feishu.body("x", &to), json!({"msg_type": "text", "content": {"text": "x"}}));
        assert_eq!(Robot::Feishu.mentions(&to), "<at user_id=\"all\"></at> <at user_id=\"zhang\"></at> ");
    }
}
