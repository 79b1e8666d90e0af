//! What is pasted into a page: the number with the link that the law asks for.

use crate::markup::escaped;
use crate::numbers::PoliceNumber;

/// The link under the number of the ministry.
pub const MIIT: &str = "https://beian.miit.gov.cn/";
/// The link under the number of the police, before its digits.
pub const POLICE: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";

/// The number of the ministry.
#[must_use]
pub fn number(number: &str) -> String {
    format!("<a href=\"{MIIT}\" target=\"_blank\" rel=\"noopener\">{}</a>", escaped(number))
}

/// The number of the police with its shield, whose picture the site serves itself.
#[must_use]
pub fn police(number: &PoliceNumber) -> String {
    let code = number.code();
    let shown = escaped(&number.to_string());
    format!(
        "<a href=\"{POLICE}{code}\" target=\"_blank\" rel=\"noopener\"><img src=\"/beian.png\" alt=\"\" height=\"16\">\
         {shown}</a>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_text_wherever_it_stands() {
        assert!(number("<b onclick='x'>\"&").ends_with("&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;</a>"));
        assert_eq!(
            number("浙ICP备2021000042号-1"),
            "<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\" rel=\"noopener\">浙ICP备2021000042号-1</a>"
        );
    }
}
