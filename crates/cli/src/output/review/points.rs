//! The answer to a change in points: a label and a text each, for whatever form they take.

use beian_core::procedure::{Due, LawfulRoute, PartDue, Required, Verdict, With};
use beian_core::record::Vocabulary;
use beian_core::words;
use beian_core::words::{Lang, Words};

/// One point of an answer.
#[derive(Debug)]
pub(crate) struct Point {
    /// What it is about.
    pub(crate) label: &'static str,
    /// What is said, not yet made fit to be printed.
    pub(crate) text: String,
    /// Whether points with this label may share a line.
    pub(crate) joined: bool,
    /// Whether it is the way to go.
    pub(crate) good: bool,
}

/// The verdict in one line.
pub(crate) fn verdict(required: &Required, lang: Lang) -> String {
    let covers: Vec<&str> = required.covers.iter().map(String::as_str).collect();
    let covers = if covers.is_empty() { String::new() } else { format!(" [{}]", covers.join(", ")) };
    let said = match &required.verdict {
        Verdict::Needed(procedure) => {
            let term = procedure.term();
            words!("须办理 {term}", "needed: {term}")
        }
        Verdict::NotNeeded(reason) => {
            let Words { zh, en } = reason.words();
            words!("无须办理：{zh}", "no filing: {en}")
        }
        Verdict::Forbidden { why, .. } => {
            let Words { zh, en } = why;
            words!("不允许：{zh}", "forbidden: {en}")
        }
        Verdict::AskFirst { why, .. } => {
            let Words { zh, en } = why;
            words!("先问再办：{zh}", "ask first: {en}")
        }
    };
    format!("{}{covers}", said.get(lang))
}

/// By when it is due: the day, or nothing, and what it is counted from with the article.
pub(crate) fn due(required: &Required, lang: Lang) -> Option<(Option<String>, String)> {
    required.due.as_ref().map(|due| one_due(required, due, lang))
}

/// By when each of its facts is due, with the names of the facts, where not all are due alike.
pub(crate) fn dues(required: &Required, lang: Lang) -> Vec<(Vec<String>, Option<String>, String)> {
    let part = |part: &PartDue| {
        let (day, from) = one_due(required, &part.due, lang);
        (part.names(lang), day, from)
    };
    required.dues.iter().map(part).collect()
}

fn one_due(required: &Required, due: &Due, lang: Lang) -> (Option<String>, String) {
    let article = due.article.map(|article| article.short(required.day));
    let article = article.map(|words| match lang {
        Lang::Zh => format!("（{}）", words.zh),
        Lang::En => format!(" ({})", words.en),
    });
    let from = format!("{}{}", due.counted_from.get(lang), article.unwrap_or_default());
    (due.day.map(|day| day.to_string()), from)
}

/// All points, in the order in which a clerk asks for them.
pub(crate) fn points(required: &Required, lang: Lang) -> Vec<Point> {
    let mut points = Points { list: Vec::new(), lang };
    if let Some((_, lawful_routes)) = required.verdict.refusal() {
        lawful_routes.iter().for_each(|lawful| points.say("合法途径", "lawful way", route(lawful)));
    }
    points.dues(required);
    if let Some(authority) = &required.authority {
        points.say("管局", "authority", authority.get(lang).to_owned());
    }
    points.say("接入商", "provider", required.provider.clone().unwrap_or_default());
    if required.procedure().is_some() {
        points.receivers(required);
        points.papers(required);
    }
    points.consequences(required);
    points.say("订单", "filing", required.filed.iter().map(|stem| &**stem).collect::<Vec<_>>().join("、"));
    for note in &required.notes {
        points.say("说明", "note", note.get(lang).to_owned());
    }
    let basis = cited(required, lang);
    points.say("依据", "rests on", basis.join(if lang == Lang::Zh { "；" } else { "; " }));
    points.list
}

/// The steps of a lawful way.
pub(crate) fn route(lawful: &LawfulRoute) -> String {
    lawful.steps.iter().map(|step| step.term()).collect::<Vec<_>>().join(" → ")
}

/// What the verdict rests on, each text once with its article.
pub(crate) fn cited(required: &Required, lang: Lang) -> Vec<String> {
    required.citations.iter().map(|citation| citation.short(required.day).get(lang).to_owned()).collect()
}

/// Collects points that have a text.
struct Points {
    list: Vec<Point>,
    lang: Lang,
}

impl Points {
    fn say(&mut self, zh: &'static str, en: &'static str, text: String) {
        if !text.is_empty() {
            let label = if self.lang == Lang::Zh { zh } else { en };
            self.list.push(Point { label, text, joined: en == "paper", good: en == "lawful way" });
        }
    }

    fn dues(&mut self, required: &Required) {
        let (comma, colon, and) = if self.lang == Lang::Zh { ("，", "：", "、") } else { (", ", ": ", ", ") };
        let said = |day: Option<String>, from: String| match day {
            Some(day) => format!("{day}{comma}{from}"),
            None => from,
        };
        let parts = dues(required, self.lang);
        if let (true, Some((day, from))) = (parts.is_empty(), due(required, self.lang)) {
            self.say("期限", "due", said(day, from));
        }
        for (names, day, from) in parts {
            self.say("期限", "due", format!("{}{colon}{}", names.join(and), said(day, from)));
        }
    }

    fn receivers(&mut self, required: &Required) {
        let one = |receiver: &beian_core::procedure::Receiver| {
            let mobile = receiver.mobile.clone().unwrap_or_default();
            format!("{} {} {mobile}", receiver.role.get(self.lang), receiver.person).trim_end().to_owned()
        };
        let all =
            required.sms.iter().map(one).collect::<Vec<_>>().join(if self.lang == Lang::Zh { "；" } else { "; " });
        let none = Words::fixed("不发", "none");
        let text = if all.is_empty() { none.get(self.lang).to_owned() } else { all };
        self.say("核验短信", "text message", text);
    }

    fn papers(&mut self, required: &Required) {
        for paper in &required.papers {
            let of = paper.of.join("、");
            let zh = self.lang == Lang::Zh;
            let mut text = paper.name.get(self.lang).to_owned();
            if !of.is_empty() {
                text += &if zh { format!("（{of}）") } else { format!(" ({of})") };
            }
            if let Some(when) = &paper.only_if {
                let when = when.get(self.lang);
                text += &if zh { format!("，视情况：{when}") } else { format!(", if {when}") };
            }
            self.say("材料", "paper", text);
        }
    }

    fn consequences(&mut self, required: &Required) {
        for effect in &required.effects {
            self.say("影响", "effect", format!("{} {}", effect.of, effect.words.get(self.lang)));
        }
        if required.irreversible {
            let text = Words::fixed("办理后不能恢复", "it cannot be undone").get(self.lang).to_owned();
            self.say("注意", "mind", text);
        }
        for conflict in &required.conflicts {
            let said = conflict.words.get(self.lang);
            match &conflict.with {
                With::Filing(stem) => {
                    let text = words!("{stem}：{said}", "{stem}: {said}");
                    self.say("冲突", "conflict", text.get(self.lang).to_owned());
                }
                With::Order(at) => {
                    let number = at + 1;
                    let text = words!("在第 {number} 项之后。{said}", "after number {number}. {said}");
                    self.say("次序", "order", text.get(self.lang).to_owned());
                }
            }
        }
    }
}
