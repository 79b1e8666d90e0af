//! From byte positions to lines and columns as people count them.

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> LineIndex<'t> {
    /// Goes through the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        starts.extend(ends.map(|(at, _)| at as u32 + 1));
        Self { text, starts }
    }

    /// Line and column of a byte, both from 1, the column in characters. A position inside a character counts as the
    /// character's, one past the end as the end.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let offset = (offset as usize).min(self.text.len());
        let line = self.starts.partition_point(|&start| start as usize <= offset);
        let start = self.starts.get(line.saturating_sub(1)).map_or(0, |&start| start as usize);
        let at = (start..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(start);
        let before = self.text.get(start..at).unwrap_or_default();
        (line.max(1), before.chars().count() + 1)
    }

    /// The text of a line counted from 1, without its end. Empty if there is no such line.
    #[must_use]
    pub fn line_text(&self, line: usize) -> &'t str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return "";
        };
        let end = self.starts.get(line).map_or(self.text.len(), |&next| next as usize);
        let whole = self.text.get(start as usize..end).unwrap_or_default();
        let whole = whole.strip_suffix('\n').unwrap_or(whole);
        whole.strip_suffix('\r').unwrap_or(whole)
    }

    /// How many lines there are; a text that ends in a line feed has an empty one after it.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}
