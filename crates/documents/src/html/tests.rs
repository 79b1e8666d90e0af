//! Values stay text in a rendered page.

use super::*;
use crate::escape;
use comrak::nodes::NodeTable;
use proptest::prelude::*;

/// Everything that a viewer of Markdown may have switched on.
fn everything() -> Options<'static> {
    let mut options = Options::default();
    let on = &mut options.extension;
    on.table = true;
    on.autolink = true;
    on.strikethrough = true;
    on.tasklist = true;
    on.footnotes = true;
    on.superscript = true;
    on.subscript = true;
    on.description_lists = true;
    on.math_dollars = true;
    on.math_code = true;
    on.wikilinks_title_after_pipe = true;
    on.spoiler = true;
    on.alerts = true;
    on.underline = true;
    options
}

/// The text that a reader sees, and how many elements there are besides the expected ones.
fn seen(markdown: &str) -> (String, Vec<String>) {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &everything());
    let mut text = String::new();
    let mut elements = Vec::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(piece) => text += piece,
            NodeValue::Code(code) => text += &code.literal,
            NodeValue::Escaped | NodeValue::Document | NodeValue::Paragraph => {}
            NodeValue::Table(table) => {
                let NodeTable { num_columns, num_rows, .. } = **table;
                elements.push(format!("table {num_columns} {num_rows}"));
            }
            NodeValue::TableRow(_) | NodeValue::TableCell => {}
            other => elements.push(format!("{other:?}")),
        }
    }
    (text, elements)
}

/// A value as a reader should see it.
fn expected(value: &str) -> String {
    let mut out = String::new();
    value.trim_matches(' ').chars().for_each(|c| beian_core::visible::push_visible(&mut out, c));
    out
}

fn is_kept(value: &str) {
    let escaped = escape::escaped(value);
    let (text, elements) = seen(&format!("{escaped}\n"));
    assert_eq!((text.trim(), elements.as_slice()), (expected(value).trim(), [].as_slice()), "{escaped:?}");
    let (text, _) = seen(&format!("前{escaped}后\n"));
    assert_eq!(text, format!("前{}后", expected(value)), "{escaped:?}");
    let code = escape::code(value);
    for cell in [&*escaped, code.as_str()] {
        let (text, elements) = seen(&format!("| 甲 | 乙 |\n| --- | --- |\n| {cell} | 末 |\n"));
        assert_eq!(elements, ["table 2 2"], "{cell:?}");
        assert_eq!(
            text.split_whitespace().collect::<String>(),
            format!("甲乙{}末", expected(value)).split_whitespace().collect::<String>(),
            "{cell:?}"
        );
    }
}

#[test]
fn hostile_values_stay_text() {
    for value in [
        "[x](javascript:alert(1))",
        "![](//t.example/x.png)",
        "<script>alert(1)</script>",
        "a|b",
        "a\nb\r\n# c",
        "# 标题",
        "- 项",
        "+ 项",
        "* 项",
        "1. 项",
        "1) 项",
        "> 引",
        "    代码",
        "```",
        "~~~",
        "`a`",
        "``",
        "---",
        "===",
        "***",
        "**粗**",
        "_斜_",
        "~~删~~",
        "www.evil.example",
        "https://evil.example",
        "a@b.example",
        "@team",
        "#12",
        "[^1]",
        "[^1]: 注",
        "[[页|题]]",
        "||藏||",
        "$x$",
        "$`x`$",
        "^上^",
        "~下~",
        "&lt;b&gt;",
        "&#60;",
        "\\",
        "a\\",
        "\\|",
        "{{ 7*7 }}",
        "{% raw %}",
        "\u{202e}倒",
        "\u{1b}[31m",
        "\u{0}",
        ": 定义",
        ":-:",
        "|:-|",
        "- [ ] 事",
        "> [!NOTE]",
        "x\u{2028}y",
        "mailto:a@b.example",
        "xmpp:a@b.example",
        "ftp://x.example",
        "WWW.EVIL.EXAMPLE",
        "a_b_c",
        "😀*😀*",
    ] {
        is_kept(value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_value_stays_text(value in "([\\PC]|[-+*_`~#>|=\\[\\]()!<>&$^@:.\\\\/ 0-9awhtps\n\r\t]){1,24}") {
        prop_assume!(!value.trim().is_empty());
        is_kept(&value);
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let page = page(
        "<b>题",
        "# 甲\n\n![说明](https://t.example/x.png) <script>1</script> [行](https://a.example) [坏\
         ](javascript:1)\n\n<img src=x>\n",
        Lang::Zh,
    );
    let body = page.split("<body>").nth(1).expect("a body");
    insta::assert_snapshot!(body, @r#"

    <h1>甲</h1>
    <p>说明 <!-- raw HTML omitted -->1<!-- raw HTML omitted --> <a href="https://a.example">行</a> <a href="">坏</a></p>
    <!-- raw HTML omitted -->
    </body>
    </html>
    "#);
    assert!(page.contains("<title>&lt;b&gt;题</title>"));
}

#[test]
fn a_timeline_is_a_list() {
    let markdown = "```mermaid\ntimeline\n    title 备案历程\n    2021-06-09 : 首次备案 : 浙ICP备1号 <b>\n\
                    \x20   2022-01-01 : 变更#58; 名称\n```\n\n```mermaid\ngraph TD\n```\n";
    let page = page("题", markdown, Lang::Zh);
    insta::assert_snapshot!(page.split("<body>").nth(1).expect("a body"), @r#"

    <p class="timeline-title">备案历程</p>
    <ol class="timeline">
    <li><b>2021-06-09</b> <span>首次备案</span> <span>浙ICP备1号 &lt;b&gt;</span></li>
    <li><b>2022-01-01</b> <span>变更: 名称</span></li>
    </ol>
    <pre><code>graph TD
    </code></pre>
    </body>
    </html>
    "#);
}

#[test]
fn a_day_is_not_broken() {
    let page = page("题", "自 2019-08-15 起，至 2019-02-30；2021-05-10-first\n", Lang::Zh);
    insta::assert_snapshot!(page.split("<body>").nth(1).expect("a body"), @r#"

    <p>自 <span class="day">2019-08-15</span> 起，至 2019-02-30；<span class="day">2021-05-10</span>-first</p>
    </body>
    </html>
    "#);
}
