//! Text as a reader sees it: entities decoded, widths and dashes made alike, places kept.

/// What had to be done to a character before it could be compared.
pub(super) mod mark {
    /// It was written full-width.
    pub(in crate::numbers) const FULLWIDTH: u8 = 1;
    /// It was a traditional character.
    pub(in crate::numbers) const TRADITIONAL: u8 = 2;
    /// It was a dash other than the hyphen.
    pub(in crate::numbers) const DASH: u8 = 4;
}

/// One character as it reads, and where it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// The character after folding; case is kept.
    pub(super) c: char,
    /// What folding did.
    pub(super) marks: u8,
    start: usize,
    end: usize,
}

/// A text cut into cells.
#[derive(Debug)]
pub(super) struct Text<'a> {
    raw: &'a str,
    cells: Vec<Cell>,
}

/// White space and markup between two characters that a reader sees side by side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// The first cell after it.
    pub(super) end: usize,
    /// White space was there.
    pub(super) space: bool,
    /// A tag or the edge of a comment was there.
    pub(super) tag: bool,
}

/// How many characters before a number its label may begin.
pub(super) const REACH: usize = 16;
/// A tag longer than this is none: the bound keeps reading linear.
const LONGEST_TAG: usize = 300;
/// No number is spread wider than this.
const LONGEST_GAP: usize = 600;

impl<'a> Text<'a> {
    /// Cuts a text into cells.
    pub(super) fn read(raw: &'a str) -> Self {
        let mut cells = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(first) = raw.get(at..).and_then(|rest| rest.chars().next()) {
            let whole = if matches!(first, '&' | '\\') { decoded(&raw[at..]) } else { None };
            let (c, len) = whole.unwrap_or((first, first.len_utf8()));
            let (c, marks) = if matches!(c, '!'..='~') { (c, 0) } else { fold(c) };
            let (start, end) = (at, at + len);
            at = end;
            cells.push(Cell { c, marks, start, end });
        }
        Self { raw, cells }
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The character at a cell; NUL, which no number holds, outside the text.
    pub(super) fn at(&self, cell: usize) -> char {
        self.cells.get(cell).map_or('\0', |cell| cell.c)
    }

    /// The character before a cell.
    pub(super) fn before(&self, cell: usize) -> char {
        cell.checked_sub(1).map_or('\0', |cell| self.at(cell))
    }

    /// The cells of a range that lies within the text.
    pub(super) fn cells(&self, start: usize, end: usize) -> &[Cell] {
        self.cells.get(start..end).unwrap_or_default()
    }

    /// The byte range that a range of cells was read from.
    pub(super) fn bytes(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        match self.cells(start, end) {
            [first, .., last] => first.start..last.end,
            [only] => only.start..only.end,
            [] => 0..0,
        }
    }

    /// The raw text of a range of cells.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.raw.get(self.bytes(start, end)).unwrap_or_default()
    }

    /// The folded text of a range of cells.
    pub(super) fn folded(&self, start: usize, end: usize) -> String {
        self.cells(start, end).iter().map(|cell| cell.c).collect()
    }

    /// Whether the text goes on with this word, whatever the case of its letters.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(n, c)| self.at(at + n).eq_ignore_ascii_case(&c))
    }

    /// Whether one of the words stands among the characters just before a cell.
    pub(super) fn labelled(&self, at: usize, words: &[&str]) -> bool {
        let from = at.saturating_sub(REACH);
        (from..at).any(|n| words.iter().any(|word| self.has(n, word)))
    }

    /// The gap that starts at a cell; an empty one where none does.
    pub(super) fn gap(&self, from: usize) -> Gap {
        let mut gap = Gap { end: from, space: false, tag: false };
        while gap.end - from < LONGEST_GAP {
            if self.at(gap.end) == ' ' {
                gap.space = true;
                gap.end += 1;
            } else if let Some(end) = self.tag(gap.end) {
                gap.tag = true;
                gap.end = end;
            } else {
                break;
            }
        }
        gap
    }

    /// The end of the white space that starts at a cell.
    pub(super) fn spaces(&self, from: usize) -> usize {
        let most = from + 4;
        (from..most).find(|n| self.at(*n) != ' ').unwrap_or(most)
    }

    /// The end of the run of ASCII letters and digits that starts at a cell.
    pub(super) fn word_end(&self, from: usize) -> usize {
        (from..).find(|n| !self.at(*n).is_ascii_alphanumeric()).unwrap_or(from)
    }

    /// The end of the tag, or of the comment's edge, that starts at a cell.
    fn tag(&self, at: usize) -> Option<usize> {
        if self.has(at, "<!--") {
            return Some(at + 4);
        }
        if self.has(at, "-->") {
            return Some(at + 3);
        }
        let next = self.at(at + 1);
        if self.at(at) != '<' || !(next.is_ascii_alphabetic() || next == '/') {
            return None;
        }
        (at + 1..at + LONGEST_TAG)
            .take_while(|n| !matches!(self.at(*n), '<' | '\0'))
            .find(|n| self.at(*n) == '>')
            .map(|n| n + 1)
    }
}

/// The character that an entity or a JavaScript escape at the start of the text stands for.
fn decoded(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 10;
    if let Some(hex) = text.strip_prefix("\\u") {
        let code = u32::from_str_radix(hex.get(..4)?, 16).ok()?;
        return Some((char::from_u32(code)?, 6));
    }
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = body.get(..end)?;
    let c = match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "copy" => '©',
        "amp" => '&',
        "lt" => '‹',
        "gt" => '›',
        "quot" => '"',
        "middot" => '·',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((c, end + 2))
}

/// Full-width to half-width, dashes to the hyphen, white space to a blank, and the
/// traditional characters that occur in numbers to simplified ones.
pub(super) fn fold(c: char) -> (char, u8) {
    match c {
        '\0' => ('\u{fffd}', 0),
        '\u{ff0d}' => ('-', mark::FULLWIDTH),
        '！'..='～' => {
            let half = u32::from(c) - u32::from('！') + u32::from('!');
            let c = char::from_u32(half).unwrap_or(c);
            let marked = c.is_ascii_alphanumeric();
            (c, if marked { mark::FULLWIDTH } else { 0 })
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{2500}' => ('-', mark::DASH),
        // Zero-width characters come along when text is copied; nobody sees them.
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => (' ', 0),
        _ if c.is_whitespace() => (' ', 0),
        _ => match simplified(c) {
            Some(c) => (c, mark::TRADITIONAL),
            None => (c, 0),
        },
    }
}

fn simplified(c: char) -> Option<char> {
    const PAIRS: [(char, char); 23] = [
        ('備', '备'),
        ('號', '号'),
        ('證', '证'),
        ('網', '网'),
        ('粵', '粤'),
        ('滬', '沪'),
        ('遼', '辽'),
        ('蘇', '苏'),
        ('閩', '闽'),
        ('贛', '赣'),
        ('魯', '鲁'),
        ('瓊', '琼'),
        ('隴', '陇'),
        ('寧', '宁'),
        ('陝', '陕'),
        ('雲', '云'),
        ('貴', '贵'),
        ('晉', '晋'),
        ('黒', '黑'),
        ('靑', '青'),
        ('護', '护'),
        ('臺', '台'),
        ('鄉', '乡'),
    ];
    PAIRS.iter().find_map(|(from, to)| (*from == c).then_some(*to))
}
