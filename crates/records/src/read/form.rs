//! What is wrong with a file's form, in words.

use crate::yaml::{Fault, FaultKind, Kind, Node, Span};
use beian_core::record::TermsInfo;
use beian_core::rule::Rule;
use beian_core::rules::form;
use beian_core::words;
use beian_core::words::{Words, nearest};

/// The rule that a fault of the text breaks, what is wrong, and what the related place is.
pub(super) fn explain(fault: &Fault) -> (&'static Rule, Words, Words) {
    let (rule, message) = message(fault.kind);
    (rule, message, related(fault.kind))
}

fn related(kind: FaultKind) -> Words {
    match kind {
        FaultKind::DuplicateKey => Words::fixed("第一次写在这里", "it stands here first"),
        FaultKind::ConflictMarker => Words::fixed("冲突到这里为止", "the conflict ends here"),
        _ => Words::fixed("读到这里为止", "read up to here"),
    }
}

fn message(kind: FaultKind) -> (&'static Rule, Words) {
    use FaultKind as F;
    match kind {
        F::TooLarge => (
            &form::file_too_large::RULE,
            Words::fixed("文件超过 1 MiB，没有读", "the file is larger than 1 MiB and was not read"),
        ),
        F::NotUtf8 => (
            &form::not_utf8::RULE,
            Words::fixed("这里不是 UTF-8，读到此为止", "this is not UTF-8; reading stopped here"),
        ),
        F::NulByte => (&form::control_character::RULE, Words::fixed("这里有空字节 (NUL)", "a NUL byte stands here")),
        F::ControlCharacter(c) | F::LineSeparator(c) => {
            let code = u32::from(c);
            (
                &form::control_character::RULE,
                words!("这里有控制字符 U+{code:04X}", "a control character, U+{code:04X}, stands here"),
            )
        }
        F::HiddenCharacter(c) => (&form::hidden_character::RULE, hidden(c)),
        F::CarriageReturnAlone => (
            &form::control_character::RULE,
            Words::fixed("这里有单独的回车符 (CR)", "a carriage return without a line feed stands here"),
        ),
        F::ByteOrderMark => {
            (&form::byte_order_mark::RULE, Words::fixed("这里有字节顺序标记 (BOM)", "a byte order mark stands here"))
        }
        F::Tab => (&form::tab::RULE, Words::fixed("这里用了制表符", "a tab stands here")),
        F::ConflictMarker => {
            (&form::conflict_marker::RULE, Words::fixed("合并冲突没有解决", "a merge conflict is not resolved"))
        }
        F::DuplicateKey => (
            &form::duplicate_key::RULE,
            Words::fixed("这个键在同一层已经写过", "this key stands in its mapping already"),
        ),
        F::SecondDocument => (
            &form::several_documents::RULE,
            Words::fixed("第二个文档从这里开始，没有读", "a second document begins here; it was not read"),
        ),
        F::DocumentEnd => (
            &form::several_documents::RULE,
            Words::fixed("这里结束了文档，后面的没有读", "the document ends here; what follows was not read"),
        ),
        F::Directive => (
            &form::several_documents::RULE,
            Words::fixed("这里是 YAML 指令，记录不用", "a YAML directive, which records do not take"),
        ),
        F::Anchor => (&form::anchor_or_alias::RULE, Words::fixed("这里是锚点 (&)", "an anchor (&)")),
        F::Alias => (
            &form::anchor_or_alias::RULE,
            Words::fixed(
                "这里是别名 (*)；值若以 * 开头，要加引号",
                "an alias (*); a value that begins with * needs quotes",
            ),
        ),
        F::MergeKey => (&form::anchor_or_alias::RULE, Words::fixed("这里是合并键 (<<)", "a merge key (<<)")),
        F::Tag => (&form::tag::RULE, Words::fixed("这里是 YAML 标签 (!)", "a YAML tag (!)")),
        F::FullWidthPunctuation(c) => (
            &form::full_width_punctuation::RULE,
            words!("全角的“{c}”，这里要用半角", "full-width `{c}` where its ASCII form is meant"),
        ),
        F::TooDeep => (
            &form::too_much::RULE,
            Words::fixed("嵌套超过 32 层，这个值没有读", "nested deeper than 32 levels; the value was not read"),
        ),
        F::TooManyNodes => (
            &form::too_much::RULE,
            Words::fixed("超过十万个值，读到此为止", "more than 100,000 values; reading stopped here"),
        ),
        F::TooManyFaults => {
            (&form::too_much::RULE, Words::fixed("错误太多，后面的没有列出", "too many faults; the rest is not listed"))
        }
        F::ComplexKey => {
            (&form::outside_subset::RULE, Words::fixed("键只能是简单的文字", "a key can only be plain text"))
        }
        F::LongKey => (
            &form::outside_subset::RULE,
            Words::fixed("键太长，或写了不止一行", "the key is too long or goes over several lines"),
        ),
        F::NotInSubset => (
            &form::outside_subset::RULE,
            Words::fixed("这种 YAML 写法记录不采用", "records do not take this form of YAML"),
        ),
        other => (&form::not_yaml::RULE, syntax(other)),
    }
}

/// That a character nobody sees stands somewhere.
pub(super) fn hidden(c: char) -> Words {
    let code = u32::from(c);
    words!("这里有看不见的字符 U+{code:04X}", "a character that nobody sees, U+{code:04X}, stands here")
}

fn syntax(kind: FaultKind) -> Words {
    use FaultKind as F;
    match kind {
        F::Indentation => Words::fixed("缩进与上面对不齐", "the indentation fits nothing above"),
        F::Unclosed => Words::fixed("引号或括号没有闭合", "a quote or bracket is not closed"),
        F::BadEscape => Words::fixed(
            "YAML 没有这种反斜线写法；文字里的 \\ 要写成 \\\\",
            "YAML has no such escape; write \\\\ for a backslash",
        ),
        F::MissingKey => Words::fixed("冒号前没有键", "no key stands before the colon"),
        F::MissingColon => {
            Words::fixed("这里应是“键: 值”，没有见到冒号", "`key: value` was expected, but there is no colon")
        }
        F::MissingValueSpace => Words::fixed("冒号后要有一个空格", "a space must follow the colon"),
        F::ColonInValue => Words::fixed("值里有“: ”，整个值要加引号", "the value holds `: ` and needs quotes"),
        F::ItemOnKeyLine => Words::fixed("列表要从下一行开始", "the list must begin on the next line"),
        F::MissingComma => Words::fixed("两个值之间少了逗号", "a comma is missing between two values"),
        F::MissingItem => Words::fixed("逗号前没有值", "no value stands before the comma"),
        F::TrailingText => Words::fixed("值已经结束，后面还有文字", "text follows the end of the value"),
        F::Reserved(c) => words!("值不能以 {c} 开头，要加引号", "a value cannot begin with {c}; put it in quotes"),
        F::BadBlockHeader => Words::fixed("| 或 > 后面的写法不认识", "what follows | or > is not understood"),
        _ => Words::fixed("这里不合 YAML 写法", "this is not YAML"),
    }
}

/// Keys that records of earlier versions may hold, by the names of their records.
pub(super) const RETIRED: [(&str, &str); 1] = [("Person", "tag")];

/// That a word is none of a list, and which one may be meant.
pub(super) fn no_term(word: &str, terms: &TermsInfo) -> (Words, Words) {
    let (zh, en) = (&terms.name.zh, &terms.name.en);
    let all: Vec<_> = terms.terms.iter().map(|term| term.canonical).collect();
    let near = nearest(word, all.iter().copied());
    let all = all.join("、");
    let help = match near {
        Some(near) => words!("是不是“{near}”？可选：{all}", "did you mean {near}? The terms are: {all}"),
        None => words!("可选：{all}", "the terms are: {all}"),
    };
    (words!("“{word}”不是{zh}的规定用语", "`{word}` is no term for the {en}"), help)
}

/// What a mark covers: a scalar itself, else its key, else the first thing inside.
pub(super) fn mark(node: Node<'_>, key: Option<Span>) -> Span {
    match (node.kind(), key) {
        (Kind::Scalar, _) => node.span(),
        (_, Some(key)) => key,
        (Kind::Mapping, None) => node.entries().next().map_or_else(|| node.span(), |entry| entry.key.span),
        (_, None) => node.span(),
    }
}
