//! Markdown as one page of HTML for those who read on paper: no script, no outside request.

mod days;
mod timeline;

use beian_core::markup::escaped;
use beian_core::visible::push_visible;
use beian_core::words::Lang;
use beian_templates::PAGE_STYLE;
use comrak::nodes::{Node, NodeValue};
use comrak::options::Plugins;
use comrak::{Arena, Options, format_html_with_plugins, parse_document};
use std::fmt::Write as _;

/// What the page may load: its own style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A title without what acts in it: that of a window stands where no document is.
fn seen(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    title.chars().for_each(|c| push_visible(&mut out, c));
    out
}

/// A page. Raw HTML in the Markdown is left out, and pictures become their descriptions.
#[must_use]
pub fn page(title: &str, markdown: &str, lang: Lang) -> String {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    let root = parse_document(&arena, markdown, &options);
    without_pictures(root);
    days::keep_whole(&arena, root);
    let drawn = timeline::Drawn;
    let mut plugins = Plugins::default();
    plugins.render.codefence_renderers.insert("mermaid".to_owned(), &drawn);
    let mut body = String::with_capacity(markdown.len() * 2);
    // Writing to a text does not fail.
    let _ = format_html_with_plugins(root, &options, &mut body, &plugins);
    let language = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let title = escaped(&seen(title));
    let mut page = String::with_capacity(body.len() + PAGE_STYLE.len() + 512);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n<style>\n{PAGE_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    );
    page
}

/// A picture would be fetched from elsewhere: its description stays.
fn without_pictures(root: Node<'_>) {
    let pictures: Vec<Node<'_>> =
        root.descendants().filter(|node| matches!(node.data().value, NodeValue::Image(_))).collect();
    for picture in pictures {
        let described: Vec<Node<'_>> = picture.children().collect();
        for node in described {
            picture.insert_before(node);
        }
        picture.detach();
    }
}

#[cfg(test)]
mod tests;
