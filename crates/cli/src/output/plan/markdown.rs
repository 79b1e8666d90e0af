//! A plan with boxes to tick off, and what each line rests on.

use super::{Shown, is_ticked, line};
use crate::output::escape::escaped;
use crate::output::rule_set::rule_set;
use beian_core::plan::{ItemKind, Standing};
use beian_core::words::Lang;

/// The plan.
pub(crate) fn made(shown: &Shown<'_>) -> String {
    let mut out =
        format!("# {}\n\n{}\n\n{}\n", escaped(&shown.title()), escaped(&shown.about()), escaped(&shown.now()));
    if let Some(course) = shown.course() {
        out += &format!("\n{}\n", escaped(&course));
    }
    let mut put = |text: String| {
        out += &text;
        out.push('\n');
    };
    for (at, step) in shown.plan.steps.iter().enumerate() {
        let (number, title) = (at + 1, escaped(&shown.say(&step.step.words())));
        let mark = if step.standing == Standing::Done { " ✓" } else { "" };
        put(format!("\n## {number}. {title}{mark}"));
        if step.standing == Standing::Done {
            continue;
        }
        let actor = step.actor.words();
        let parts = [actor.get(shown.lang).to_owned(), shown.say(&step.place), shown.when(step)];
        let parts: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| escaped(part)).collect();
        put(format!("\n{}\n", parts.join(shown.bar())));
        for item in &step.items {
            let said = line(item, shown);
            if item.kind == ItemKind::Code {
                put(format!("\n  ```html\n  {said}\n  ```\n"));
                continue;
            }
            let mark = match (is_ticked(item), item.is_held) {
                (true, true) => "- [x]",
                (true, false) => "- [ ]",
                (false, _) => "-",
            };
            let basis = shown.say(&item.basis);
            let basis = match shown.lang {
                _ if basis.is_empty() => String::new(),
                Lang::Zh => format!("（依据：{basis}）"),
                Lang::En => format!(" (by: {basis})"),
            };
            put(format!("{mark} {}{}", escaped(&said), escaped(&basis)));
        }
    }
    put(format!("\n{}", rule_set(shown.rules).get(shown.lang)));
    out
}
