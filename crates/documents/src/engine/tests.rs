//! The engine against careless and hostile templates.

use super::*;
use crate::value::{blank, text};
use minijinja::context;

fn engine(templates: &[(&str, &str)]) -> Result<Engine, Error> {
    Engine::new(&templates.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned())).collect())
}

fn rendered(source: &str) -> Result<Rendered, Error> {
    let context = context! {
        name => "甲 [x](javascript:1) | <b>",
        day => "2026-07-06",
        list => ["一", "二|", "三"],
        many => (0..1000).collect::<Vec<_>>(),
        none => Option::<String>::None,
        flag => true,
        rows => [context! { none => Option::<String>::None }],
        empty => "",
        phone => blank(Words::fixed("手机", "mobile")),
        contact => blank(Words::fixed("联系人", "contact")),
        given => text("王*"),
        plain => text("a_b"),
    };
    engine(&[("t.md.j2", source), ("part.md.j2", "部分 {{ day|day }}"), ("bad.md.j2", "\n\n{{ missing }}")])?
        .render("t.md.j2", &context)
}

fn said(source: &str) -> String {
    match rendered(source) {
        Ok(rendered) => rendered.text.trim_end().to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn values_are_escaped_and_formatted() {
    assert_eq!(said("{{ name }}"), "甲 \\[x\\](javascript:1) &#124; &lt;b&gt;");
    assert_eq!(said("{{ name|code }}"), "`甲 [x](javascript:1) \\| <b>`");
    assert_eq!(said("{{ list|join('、') }} {{ list|length }}"), "一、二&#124;、三 3");
    assert_eq!(said("{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}"), "1一2二&#124;3三");
    assert_eq!(said("{% include 'part.md.j2' %}"), "部分 2026年7月6日");
    assert_eq!(said("{% if day in ['2026-07-06', 'x'] %}是{% endif %}"), "是");
    assert_eq!(said("{% set x = plain %}{{ x }}"), "a\\_b");
}

#[test]
fn blanks_are_printed_and_told() {
    let rendered = rendered("{{ phone }}{{ contact }}{{ given }}{% if not phone %}无{% endif %}{{ phone|code }}");
    let rendered = rendered.expect("a document");
    assert_eq!(rendered.text, "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿王\\*无＿＿＿＿＿＿＿＿\n");
    let labels: Vec<&str> = rendered.blanks.iter().map(|label| &*label.zh).collect();
    assert_eq!(labels, ["手机", "联系人"]);
}

#[test]
fn no_word_of_the_machine_is_printed() {
    insta::assert_snapshot!(
        [
            "{{ none }}",
            "\n{{ flag }}",
            "{{ empty }}",
            "{{ list|join(none) }}",
            "{{ none|code }}",
            "{% if flag %}{{ name }} {{ none | code }}{% endif %}",
            "{{ none|day|code }}",
            "{{ [none][0] | code }}",
            "{{ name if not flag else none|code }}",
            "{% for x in rows %}{{ x.none|code }}{% endfor %}",
            "{{ none|length }}",
            "{{ none|first }}",
            "{{ none|join('、') }}",
            "{{ none|cited }}",
            "{{ nmae|code }}",
        ]
        .map(said)
        .join("\n"),
        @"
    template t.md.j2, line 1, `none`: the value to print is not there
    template t.md.j2, line 2, `flag`: true and false cannot be printed
    template t.md.j2, line 1, `empty`: the value to print is empty
    template t.md.j2, line 1: invalid operation: value is not a string
    template t.md.j2, line 1, `none`: the value to print is not there
    template t.md.j2, line 1, `none`: the value to print is not there
    template t.md.j2, line 1, `none`: the value to print is not there
    template t.md.j2, line 1, `[none][0]`: the value to print is not there
    template t.md.j2, line 1, `none`: the value to print is not there
    template t.md.j2, line 1, `x.none`: the value to print is not there
    template t.md.j2, line 1, `none`: this is no list
    template t.md.j2, line 1: there is no `none|first`
    template t.md.j2, line 1, `none`: this is no list
    template t.md.j2, line 1: invalid operation: value is not a string
    template t.md.j2, line 1, `nmae`: the value to print is not there
    "
    );
    let whole = said("{{ list }}");
    assert!(whole.starts_with("template t.md.j2, line 1, `list`: a list or record cannot be printed whole"), "{whole}");
}

#[test]
fn faults_are_located() {
    let hostile = [
        "\n\n{{ nmae }}",
        "{% include 'bad.md.j2' %}",
        "{% include '../../etc/passwd' %}",
        "{% include name %}",
        "\n{% for x in range(100000000) %}{{ x }}{% endfor %}",
        "{% for a in many %}{% for b in many %}{% for c in many %}{% if a %}{% endif %}\
         {% endfor %}{% endfor %}{% endfor %}",
        "{% for a in many %}{% for b in many %}{% for c in many %}0123456789abcdef0123456789abcdef\
         {% endfor %}{% endfor %}{% endfor %}",
        "{% include 't.md.j2' %}",
        "{% set s = name ~ name %}",
        "{{ name * 100000000 }}",
        "{% set s %}{{ name }}{% endset %}",
        "{% set l = [list, list] %}",
        "{{ name[0:] }}",
        "{{ debug() }}",
        "{{ name|safe }}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{% macro f() %}{% endmacro %}",
        "{% extends 'part.md.j2' %}",
        "{{ name",
        "{% for x in list recursive %}{{ loop(x) }}{% endfor %}",
        "{{ name.upper() }}",
        "{{ name.missing }}",
    ];
    insta::assert_snapshot!(hostile.map(said).join("\n"), @"
    template t.md.j2, line 3: there is no `nmae`
    template bad.md.j2, line 3: there is no `missing`
    template t.md.j2, line 1: there is no template `../../etc/passwd`
    template t.md.j2, line 1: templates cannot use `include …`
    template t.md.j2, line 2: there is no function `range`: templates call nothing
    template t.md.j2, line 1: it takes more steps than a template may
    template t.md.j2: it writes more than the limit of 16 MB
    template t.md.j2, line 1: it goes into itself without end
    template t.md.j2, line 1: templates cannot compute or join with `~`
    template t.md.j2, line 1: templates cannot compute or join with `*`
    template t.md.j2, line 1: templates cannot use `set … endset`
    template t.md.j2, line 1: templates cannot build lists
    template t.md.j2, line 1: templates cannot slice
    template t.md.j2, line 1: there is no function `debug`: templates call nothing
    template t.md.j2, line 1: unknown filter: filter safe is unknown
    template t.md.j2, line 1: templates cannot use `autoescape`
    template t.md.j2, line 1: syntax error: unknown statement macro
    template t.md.j2, line 1: templates cannot use `extends`
    template t.md.j2, line 1: syntax error: unexpected end of input, expected end of variable block
    template t.md.j2, line 1: templates cannot use `for … recursive`
    template t.md.j2, line 1: there is no function `upper`: templates call nothing
    template t.md.j2, line 1: there is no `name.missing`
    ");
}

#[test]
fn a_template_holds_only_what_is_seen() {
    let hidden = ["\u{1b}", "\u{0}", "\u{9b}", "\u{202e}", "\u{2066}", "\u{200b}", "\u{feff}", "\u{e000}", "\r"];
    let refused = hidden.map(|c| said(&format!("一\n二\n三四{c}五")));
    insta::assert_snapshot!(refused.join("\n"), @"
    template t.md.j2, line 3: a character that nobody sees, U+001B, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+0000, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+009B, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+202E, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+2066, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+200B, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+FEFF, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+E000, stands in column 3
    template t.md.j2, line 3: a character that nobody sees, U+000D, stands in column 3
    ");
    // Lines that end as Windows ends them are no such thing, and what is spelled by escapes is a value.
    let engine = engine(&[("t", "一\r\n\t{{ '\\u202e' }}\r\n{{ name }}\r\n")]).expect("a template");
    let rendered = engine.render("t", &context! { name => "二" }).expect("a document");
    assert!(!rendered.text.contains(['\r', '\u{202e}']) && rendered.text.ends_with("二\n"), "{:?}", rendered.text);
}

#[test]
fn a_name_is_never_a_template() {
    let engine = engine(&[("t", "{{ name }}")]).expect("a template");
    let rendered = engine.render("t", &context! { name => "{{ 7*7 }}{% include 'x' %}" }).expect("a document");
    assert_eq!(rendered.text, "{{ 7\\*7 }}{% include 'x' %}\n");
}

#[test]
fn a_template_that_is_too_long_is_refused() {
    let long = "x".repeat(LONGEST_TEMPLATE + 1);
    assert!(engine(&[("long", &long)]).is_err());
}
