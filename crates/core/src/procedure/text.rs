//! An answer in lines that a filing clerk can check.

use super::verdict::{Required, Verdict, With};
use crate::day::Day;
use crate::law::Citation;
use crate::personal::Veil;
use crate::record::Vocabulary;
use crate::words::{Lang, Words};

/// A label in both languages, and its text.
struct Line {
    label: Words,
    text: Words,
}

impl Required {
    /// The answer as text, one line a point; personal numbers are masked.
    #[must_use]
    pub fn text(&self, lang: Lang, veil: &Veil) -> String {
        let mut lines = vec![self.headline(lang)];
        for change in &self.facts {
            lines.push(format!("  - {}  {}", change.fact, veil.change(change).get(lang)));
        }
        for line in self.lines() {
            let text = line.text.get(lang);
            if !text.is_empty() {
                lines.push(format!("  {}{}{text}", line.label.get(lang), if lang == Lang::Zh { "：" } else { ": " }));
            }
        }
        lines.join("\n")
    }

    /// The verdict in one line.
    #[must_use]
    pub fn headline(&self, lang: Lang) -> String {
        let covers: Vec<&str> = self.covers.iter().map(String::as_str).collect();
        let covers = if covers.is_empty() { String::new() } else { format!(" [{}]", covers.join(", ")) };
        let said = match &self.verdict {
            Verdict::Needed(procedure) => {
                let term = procedure.term();
                crate::words!("须办理：{term}", "needed: {term}")
            }
            Verdict::NotNeeded(reason) => {
                let words = reason.words();
                let (zh, en) = (&words.zh, &words.en);
                crate::words!("无须备案：{zh}", "no filing: {en}")
            }
            Verdict::Forbidden { why, .. } => {
                let (zh, en) = (&why.zh, &why.en);
                crate::words!("不允许：{zh}", "forbidden: {en}")
            }
            Verdict::AskFirst { why, .. } => {
                let (zh, en) = (&why.zh, &why.en);
                crate::words!("先问再办：{zh}", "ask first: {en}")
            }
        };
        format!("{}{covers}", said.get(lang))
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = self.routes();
        lines.extend(self.authority.clone().map(|text| line("管局", "authority", text)));
        lines.extend(self.provider.clone().map(|name| line("接入商", "provider", same(&name))));
        lines.extend(self.due_lines());
        lines.extend(self.receivers());
        lines.extend(self.paper_lines());
        for effect in &self.effects {
            let (of, zh, en) = (&effect.of, &effect.words.zh, &effect.words.en);
            lines.push(line("影响", "effect", crate::words!("{of} {zh}", "{of} {en}")));
        }
        if self.irreversible {
            lines.push(line("注意", "mind", Words::fixed("办理后不能恢复", "it cannot be undone")));
        }
        for conflict in &self.conflicts {
            let (zh, en) = (&conflict.words.zh, &conflict.words.en);
            lines.push(match &conflict.with {
                With::Filing(stem) => line("冲突", "conflict", crate::words!("{stem}：{zh}", "{stem}: {en}")),
                With::Order(at) => {
                    let number = at + 1;
                    line("次序", "order", crate::words!("在第 {number} 项之后。{zh}", "after number {number}. {en}"))
                }
            });
        }
        if !self.filed.is_empty() {
            let stems = self.filed.iter().map(|stem| &**stem).collect::<Vec<_>>().join("、");
            lines.push(line("订单", "filing", same(&stems)));
        }
        lines.extend(self.notes.iter().map(|note| line("说明", "note", note.clone())));
        if !self.citations.is_empty() {
            lines.push(line("依据", "rests on", listed(&self.citations, self.day)));
        }
        lines
    }

    fn routes(&self) -> Vec<Line> {
        let Some((_, lawful_routes)) = self.verdict.refusal() else { return Vec::new() };
        let route = |steps: &[crate::vocabulary::Procedure]| {
            same(&steps.iter().map(|step| step.term()).collect::<Vec<_>>().join(" → "))
        };
        lawful_routes.iter().map(|lawful| line("合法途径", "lawful way", route(&lawful.steps))).collect()
    }

    fn due_lines(&self) -> Vec<Line> {
        if self.dues.is_empty() {
            return self.due.iter().map(|due| line("期限", "due", self.due_text(due))).collect();
        }
        let of = |part: &super::verdict::PartDue| {
            let (zh_names, en_names) = (part.names(Lang::Zh).join("、"), part.names(Lang::En).join(", "));
            let Words { zh, en } = self.due_text(&part.due);
            line("期限", "due", crate::words!("{zh_names}：{zh}", "{en_names}: {en}"))
        };
        self.dues.iter().map(of).collect()
    }

    fn due_text(&self, due: &super::verdict::Due) -> Words {
        let (zh, en) = (&due.counted_from.zh, &due.counted_from.en);
        let article = due.article.map(|article| article.short(self.day));
        let article = article.map(|Words { zh, en }| crate::words!("（{zh}）", " ({en})")).unwrap_or_default();
        let (article_zh, article_en) = (article.zh, article.en);
        match due.day {
            Some(day) => crate::words!("{day}，{zh}{article_zh}", "{day}, {en}{article_en}"),
            None => crate::words!("{zh}{article_zh}", "{en}{article_en}"),
        }
    }

    fn receivers(&self) -> Option<Line> {
        self.procedure()?;
        if self.sms.is_empty() {
            return Some(line("短信", "text message", Words::fixed("不发核验短信", "none")));
        }
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for receiver in &self.sms {
            let (who, mobile) = (&receiver.person, receiver.mobile.clone().unwrap_or_default());
            zh.push(format!("{} {who} {mobile}", receiver.role.zh).trim_end().to_owned());
            en.push(format!("{} {who} {mobile}", receiver.role.en).trim_end().to_owned());
        }
        Some(line("短信", "text message", Words { zh: zh.join("；").into(), en: en.join("; ").into() }))
    }

    fn paper_lines(&self) -> Vec<Line> {
        let one = |paper: &super::papers::PaperNeed| {
            let of = if paper.of.is_empty() { String::new() } else { format!("（{}）", paper.of.join("、")) };
            let when = paper.only_if.clone().unwrap_or_default();
            let zh = if when.zh.is_empty() { String::new() } else { format!("（{}）", when.zh) };
            let en = if when.en.is_empty() { String::new() } else { format!(" (if {})", when.en) };
            (format!("{}{of}{zh}", paper.name.zh), format!("{}{of}{en}", paper.name.en))
        };
        let join = |list: Vec<(String, String)>| {
            let (zh, en): (Vec<String>, Vec<String>) = list.into_iter().unzip();
            Words { zh: zh.join("、").into(), en: en.join(", ").into() }
        };
        let (sure, maybe): (Vec<_>, Vec<_>) = self.papers.iter().partition(|paper| paper.only_if.is_none());
        let mut lines = Vec::new();
        if !sure.is_empty() {
            lines.push(line("材料", "papers", join(sure.into_iter().map(one).collect())));
        }
        if !maybe.is_empty() {
            lines.push(line("视情况", "papers if", join(maybe.into_iter().map(one).collect())));
        }
        lines
    }
}

const fn line(zh: &'static str, en: &'static str, text: Words) -> Line {
    Line { label: Words::fixed(zh, en), text }
}

fn same(text: &str) -> Words {
    Words { zh: text.to_owned().into(), en: text.to_owned().into() }
}

/// Citations in one line, as of a day.
fn listed(citations: &[Citation], day: Day) -> Words {
    let (zh, en): (Vec<_>, Vec<_>) =
        citations.iter().map(|citation| citation.short(day)).map(|Words { zh, en }| (zh, en)).unzip();
    Words { zh: zh.join("；").into(), en: en.join("; ").into() }
}
