//! Text inside an element or attribute of HTML or XML.

/// Escapes what would end the text or begin something else, in both languages alike.
///
/// Control characters stay: make them visible before, XML cannot hold them.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_that_acts_is_left() {
        assert_eq!(escaped("a<b>&\"c\" 'd'"), "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;");
        assert_eq!(escaped("杭州示例网络科技有限公司"), "杭州示例网络科技有限公司");
    }
}
