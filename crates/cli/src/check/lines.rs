//! A text by its lines.

/// A text with the places where its lines start.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

/// A place as people count: both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// Bytes ahead of it in the file.
    pub offset: usize,
}

impl<'a> Lines<'a> {
    /// Counts the lines of a text.
    pub fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { text, starts }
    }

    /// The line that a byte is in: its number, from 1, where it starts, and its text without the line's end.
    pub fn around(&self, at: usize) -> (usize, usize, &'a str) {
        let number = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[number - 1];
        let line = self.text[start..].lines().next().unwrap_or_default();
        (number, start, line)
    }

    /// The place of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let (line, start, _) = self.around(offset);
        // A byte order mark takes no column.
        let ahead = self.text[start..offset].trim_start_matches('\u{feff}');
        Position { line, column: ahead.chars().count() + 1, offset }
    }

    /// The byte at a line and column as `serde_json` counts them: from 1, columns in bytes. Column 0 is the end of the
    /// line before.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let mut at = (start + column).saturating_sub(1).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}
