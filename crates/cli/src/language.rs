//! The language of what is printed.

use crate::args::LangArg;
use beian_core::words::Lang;

/// The variables that say it, the most particular first.
const VARIABLES: [&str; 4] = ["BEIAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language asked for on the command line, or else the one of the environment.
pub(crate) fn chosen(asked: Option<LangArg>) -> Lang {
    match asked {
        Some(asked) => asked.lang(),
        None => VARIABLES
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .map_or(Lang::Zh, |value| of_locale(&value)),
    }
}

/// The language of a locale. Filing people read Chinese, so that a locale which names no
/// language (`C`, `POSIX`) means it; whoever set another one reads English more likely.
fn of_locale(locale: &str) -> Lang {
    let language = locale.split(['.', '_', '-', '@']).next().unwrap_or_default().to_ascii_lowercase();
    match language.as_str() {
        "zh" | "c" | "posix" => Lang::Zh,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_without_a_language_means_chinese() {
        for chinese in ["zh_CN.UTF-8", "zh-Hant", "zh", "C", "C.UTF-8", "POSIX"] {
            assert_eq!(of_locale(chinese), Lang::Zh, "{chinese}");
        }
        for english in ["en_GB.UTF-8", "en", "de_DE.UTF-8", "fr"] {
            assert_eq!(of_locale(english), Lang::En, "{english}");
        }
    }
}
