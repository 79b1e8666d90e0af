//! What is done for an order, as it is printed.

pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;

use super::shown::shown;
use beian_core::calendar::UnknownYear;
use beian_core::day::Day;
use beian_core::personal::Veil;
use beian_core::plan::{Course, Item, ItemKind, Plan, PlanStep};
use beian_core::progress::By;
use beian_core::record::Vocabulary;
use beian_core::words;
use beian_core::words::{Lang, Words};

/// A plan, and what stands around it.
pub(crate) struct Shown<'a> {
    pub(crate) plan: &'a Plan<'a>,
    pub(crate) veil: &'a Veil,
    pub(crate) id: &'a str,
    pub(crate) organiser: &'a str,
    pub(crate) today: Day,
    pub(crate) rules: &'a str,
    pub(crate) lang: Lang,
}

impl Shown<'_> {
    /// Words as they are printed: what is personal is masked.
    fn say(&self, words: &Words) -> String {
        shown(self.veil.words(words.clone()).get(self.lang)).into_owned()
    }

    /// What stands between parts of a line.
    const fn bar(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "｜",
            Lang::En => " | ",
        }
    }

    /// What it is the plan of.
    fn title(&self) -> String {
        let (term, organiser) = (self.plan.procedure.term(), self.organiser);
        let services: Vec<&str> =
            self.plan.covers.iter().filter_map(|covered| covered.strip_prefix("services/")).collect();
        let services = if services.is_empty() { String::new() } else { format!(" / {}", services.join("、")) };
        self.say(&words!("{term}：{organiser}{services}", "{term}: {organiser}{services}"))
    }

    /// For whom, where and through whom; what is not known yet is asked for by name.
    fn about(&self) -> String {
        let plan = self.plan;
        let nature = plan.nature.map_or_else(
            || Words::fixed("性质未记录（nature）", "nature not recorded (`nature`)"),
            |nature| {
                let term = nature.term();
                words!("{term}", "{term}")
            },
        );
        let province = plan.province.and_then(|province| province.administration());
        let province = province.unwrap_or_else(|| {
            Words::fixed(
                "省份未记录（region）：省里的要求列不出",
                "province not recorded (`region`): its demands are not listed",
            )
        });
        let provider = plan.provider.clone().map_or_else(
            || Words::fixed("接入商未记录（access）", "provider not recorded (`access`)"),
            |name| words!("{name}", "{name}"),
        );
        [nature, province, provider].iter().map(|one| self.say(one)).collect::<Vec<_>>().join(self.bar())
    }

    /// How far it has come, and what is done now.
    fn now(&self) -> String {
        let now = &self.plan.now;
        let (today, phase) = (self.today, now.phase.words());
        let (phase_zh, phase_en) = (&phase.zh, &phase.en);
        let step = self.plan.current();
        let (next, actor) = match &now.act {
            Some(act) => (act.what.clone(), act.actor.words()),
            None => match step {
                Some(step) => (step.step.words(), step.actor.words()),
                None => return self.say(&words!("{today}，{phase_zh}", "{today}, {phase_en}")),
            },
        };
        let (Words { zh, en }, actor_zh, actor_en) = (next, actor.zh, actor.en);
        let by = now.act.as_ref().and_then(|act| act.by.as_ref()).map(|by| self.by(by)).unwrap_or_default();
        let by = if by.is_empty() { by } else { format!("{}{by}", self.bar()) };
        let said = words!(
            "{today}，{phase_zh}。现在：{zh}（{actor_zh}）{by}",
            "{today}, {phase_en}. Now: {en} ({actor_en}){by}"
        );
        self.say(&said)
    }

    /// A last day.
    fn by(&self, by: &By) -> String {
        let said = match (by.day, by.unknown) {
            (Some(day), _) if by.is_usual => words!("不晚于 {day}", "by {day}"),
            (Some(day), _) => words!("最迟 {day}", "{day} at the latest"),
            (None, Some(year)) => year.words(),
            (None, None) => Words::default(),
        };
        self.say(&said)
    }

    /// When a step is done.
    fn when(&self, step: &PlanStep) -> String {
        let mut parts = Vec::new();
        if let Some(from) = &step.not_before {
            let said = match (from.day, from.unknown) {
                (Some(day), _) => words!("{day} 起", "from {day}"),
                (None, Some(year)) => year.words(),
                (None, None) => Words::default(),
            };
            parts.push(self.say(&said));
        }
        parts.extend(step.by.as_ref().map(|by| self.by(by)));
        parts.retain(|part| !part.is_empty());
        parts.join("，")
    }

    /// What the order comes to by when.
    fn course(&self) -> Option<String> {
        let said = match self.plan.course.as_ref()? {
            Course::Days(schedule) => {
                let marks = schedule.days.iter().map(|(mark, day)| {
                    let Words { zh, en } = mark.words();
                    (format!("{zh} {day}"), format!("{en} {day}"))
                });
                let (zh, en): (Vec<_>, Vec<_>) = marks.unzip();
                let (zh, en, opens) = (zh.join(" → "), en.join(" → "), schedule.opens);
                if schedule.is_backwards {
                    words!("要在 {opens} 开通，最迟：{zh}", "to open on {opens}, at the latest: {en}")
                } else {
                    words!("按最长的时间推算：{zh}", "by the longest of each: {en}")
                }
            }
            Course::TooSoon { asked, earliest: Ok(day) } => words!(
                "{asked} 开通来不及：按最长的时间推算，最早 {day}",
                "{asked} is too soon: by the longest of each step it opens on {day} at the earliest"
            ),
            Course::TooSoon { asked, earliest: Err(UnknownYear(year)) } => words!(
                "{asked} 开通来不及；最早哪天，{year} 年日历未知，不推算",
                "{asked} is too soon; from when on, the calendar of {year} would have to be known"
            ),
            Course::Unknown(UnknownYear(year)) => words!(
                "{year} 年日历未知：国务院的放假安排没有录入，工作日不推算（可以自己加 working-days 数据行）",
                "calendar of {year} unknown: working days are not counted (rows of `working-days` can be laid over)"
            ),
        };
        Some(self.say(&said))
    }
}

/// Whether a line can be ticked off.
const fn is_ticked(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Fact | ItemKind::Paper | ItemKind::Act)
}

/// A line with the hash of the file that is held.
fn line(item: &Item, shown: &Shown<'_>) -> String {
    let said = shown.say(&item.words);
    let hash = item.sha256.as_deref().map(|hash| format!("  SHA-256 {hash}")).unwrap_or_default();
    let held = Words::fixed("（已记录）", " (recorded)");
    if item.is_held { format!("{said}{}{hash}", held.get(shown.lang)) } else { said }
}
