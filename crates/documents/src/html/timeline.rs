//! Timelines of Mermaid, drawn as a list that needs no script.

use beian_core::markup::escaped;
use comrak::adapters::CodefenceRendererAdapter;
use comrak::nodes::Sourcepos;
use std::fmt;

/// Draws them.
pub(super) struct Drawn;

impl CodefenceRendererAdapter for Drawn {
    fn write(
        &self,
        out: &mut dyn fmt::Write,
        _lang: &str,
        _meta: &str,
        code: &str,
        _place: Option<Sourcepos>,
    ) -> fmt::Result {
        let mut lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
        if lines.next() != Some("timeline") {
            // Another diagram: what it says can be read as it is written.
            return writeln!(out, "<pre><code>{}</code></pre>", escaped(code));
        }
        let mut is_open = false;
        for line in lines {
            if let Some(title) = line.strip_prefix("title ") {
                writeln!(out, "<p class=\"timeline-title\">{}</p>", text(title))?;
                continue;
            }
            let mut parts = line.split(" : ").map(str::trim);
            let when = parts.next().unwrap_or_default();
            if !is_open {
                out.write_str("<ol class=\"timeline\">\n")?;
                is_open = true;
            }
            write!(out, "<li><b>{}</b>", text(when.strip_prefix("section ").unwrap_or(when)))?;
            for part in parts {
                write!(out, " <span>{}</span>", text(part))?;
            }
            out.write_str("</li>\n")?;
        }
        if is_open { out.write_str("</ol>\n") } else { Ok(()) }
    }
}

/// A text of Mermaid, where `#58;` stands for the character of that code.
fn text(mermaid: &str) -> String {
    let mut out = String::new();
    let mut rest = mermaid;
    while let Some(start) = rest.find('#') {
        let (before, after) = rest.split_at(start);
        out += before;
        let code = after.find(';').and_then(|end| Some((end, after.get(1..end)?.parse().ok()?)));
        match code.and_then(|(end, code)| Some((end, char::from_u32(code)?))) {
            Some((end, c)) => {
                out.push(c);
                rest = after.get(end + 1..).unwrap_or_default();
            }
            None => {
                out.push('#');
                rest = after.get(1..).unwrap_or_default();
            }
        }
    }
    out += rest;
    escaped(&out)
}
