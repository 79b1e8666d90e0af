//! What can be wrong with the text of a record, each with its place.

use super::tree::Span;

/// One fault of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The bytes that are wrong. Empty where something is missing or the text breaks off.
    pub span: Span,
    /// The other place it takes to understand the fault: the first of two equal keys, the end of a conflict, the place
    /// where an open quote or bracket was given up.
    pub related: Option<Span>,
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// The file is longer than allowed; nothing of it was read.
    TooLarge,
    /// Bytes that are not UTF-8; read up to the line they stand in.
    NotUtf8,
    /// A NUL byte.
    NulByte,
    /// A control character, or one that no text may hold (U+FFFE, U+FFFF).
    ControlCharacter(char),
    /// A character that nobody sees, that turns the direction of writing or is for private use.
    HiddenCharacter(char),
    /// U+2028, U+2029 or U+0085, at which some readers begin a new line and others do not.
    LineSeparator(char),
    /// U+FEFF, at the start of the file or within it.
    ByteOrderMark,
    /// A carriage return without a line feed. Reported once a file.
    CarriageReturnAlone,
    /// A tab where indentation or a separating space is meant.
    Tab,
    /// The mark of an unresolved merge; `related` is the mark that ends it.
    ConflictMarker,
    /// A key that its mapping has already; `related` is the first.
    DuplicateKey,
    /// `---` after the start: a second document. It is not read.
    SecondDocument,
    /// `...`, the end of a document. What follows is not read.
    DocumentEnd,
    /// A `%` directive.
    Directive,
    /// An anchor, `&name`.
    Anchor,
    /// An alias, `*name`.
    Alias,
    /// A tag, `!name`.
    Tag,
    /// The merge key `<<`.
    MergeKey,
    /// A key with `? `, or a list or mapping as a key.
    ComplexKey,
    /// A key of more than 1,024 bytes or over several lines.
    LongKey,
    /// A colon with no key before it.
    MissingKey,
    /// A full-width character where its ASCII counterpart is meant.
    FullWidthPunctuation(char),
    /// Nested deeper than allowed; the value was skipped.
    TooDeep,
    /// More values than allowed; reading ended here.
    TooManyNodes,
    /// More faults than are reported; reading ended here.
    TooManyFaults,
    /// A line that is neither inside nor beside what stands above it.
    Indentation,
    /// A quote or bracket that is not closed; `related` is where it was given up.
    Unclosed,
    /// A backslash sequence that YAML does not know.
    BadEscape,
    /// A line where `key: value` was expected and no colon was found.
    MissingColon,
    /// A colon with no space after it: `key:value`.
    MissingValueSpace,
    /// `: ` inside an unquoted value.
    ColonInValue,
    /// `- item` on the line of its key.
    ItemOnKeyLine,
    /// Two values in brackets with no comma between them.
    MissingComma,
    /// A comma with no value before it.
    MissingItem,
    /// Text after the end of a value.
    TrailingText,
    /// A value that begins with a character YAML keeps for itself (`@`, `` ` ``, `%`, `,` and so on).
    Reserved(char),
    /// A block scalar whose first line (`|`, `>` and what follows) is not understood.
    BadBlockHeader,
    /// Good YAML of a kind that records do not use.
    NotInSubset,
}
