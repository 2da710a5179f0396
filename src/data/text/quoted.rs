//! Cells in quotes: doubled and escaped quotes, stray ones, and those that are never closed.

use memchr::{memchr, memchr2, memchr2_iter, memchr3};

use crate::data::grid::RowNote;

use super::split::Span;

/// What a quote at the beginning of a cell turned out to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Quoted {
    /// The cell's text, with where the text after it begins: at a delimiter or a line end.
    Cell { span: Span, next: usize, n_breaks: u32, note: Option<RowNote> },
    /// The quote is text like any other.
    Text { note: Option<RowNote> },
    /// More text is needed to tell.
    Cut,
}

/// The surroundings of a quote.
pub(super) struct Quotes<'t> {
    pub text: &'t str,
    /// Where the row begins.
    pub row: usize,
    pub quote: u8,
    pub delimiter: &'t [u8],
    pub is_escaped: bool,
    pub n_row_bytes: usize,
    pub ends_file: bool,
}

/// What stands behind a quote inside quotes.
enum Behind {
    /// Another quote: both are one of text.
    Quote,
    /// The cell's end, so many blanks on.
    End(usize),
    /// Text.
    Other,
    /// Nothing yet.
    Cut,
}

impl Quotes<'_> {
    /// Reads the cell that the quote at `place` opens. Text that is not whole in the file is copied to `copies`.
    pub(super) fn read(&self, place: usize, copies: &mut String) -> Quoted {
        let open = place + 1;
        let first_copy = copies.len();
        // Up to where the text is copied, and from where the next quote is looked for.
        let (mut done, mut from) = (open, open);
        let mut note = None;
        loop {
            let Some(close) = memchr(self.quote, self.rest(from)).map(|offset| from + offset) else {
                copies.truncate(first_copy);
                let is_known = self.ends_file || self.n_row_bytes < self.text.len() - self.row;
                return if is_known { self.unclosed(open, self.text.len()) } else { Quoted::Cut };
            };
            if self.n_row_bytes < close - self.row {
                copies.truncate(first_copy);
                return self.unclosed(open, close);
            }
            if self.is_escaped && self.is_escaped_at(open, close) {
                copies.push_str(self.text.get(done..close - 1).unwrap_or_default());
                (done, from) = (close, close + 1);
                continue;
            }
            match self.behind(close + 1) {
                Behind::Quote => {
                    copies.push_str(self.text.get(done..=close).unwrap_or_default());
                    (done, from) = (close + 2, close + 2);
                }
                Behind::End(n_blanks) => {
                    let span = if done == open {
                        Span::of(open, close)
                    } else {
                        copies.push_str(self.text.get(done..close).unwrap_or_default());
                        Span::copied(first_copy, copies.len())
                    };
                    return Quoted::Cell {
                        span,
                        next: close + 1 + n_blanks,
                        n_breaks: self.n_breaks(open, close),
                        note,
                    };
                }
                Behind::Other => {
                    if memchr2(b'\n', b'\r', self.between(open, close)).is_some() {
                        // Here another cell's quote opens: the first one was never closed.
                        copies.truncate(first_copy);
                        return self.unclosed(open, close);
                    }
                    note = Some(RowNote::StrayQuote);
                    match self.next_mark(close + 1) {
                        Some(mark) if mark == self.quote => from = close + 1,
                        None if !self.ends_file && self.text.len() - self.row <= self.n_row_bytes => {
                            copies.truncate(first_copy);
                            return Quoted::Cut;
                        }
                        _ => {
                            copies.truncate(first_copy);
                            return Quoted::Text { note };
                        }
                    }
                }
                Behind::Cut => {
                    copies.truncate(first_copy);
                    return Quoted::Cut;
                }
            }
        }
    }

    fn rest(&self, from: usize) -> &[u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }

    fn between(&self, from: usize, to: usize) -> &[u8] {
        self.text.as_bytes().get(from..to).unwrap_or_default()
    }

    fn behind(&self, place: usize) -> Behind {
        let rest = self.rest(place);
        let n_blanks = rest.iter().take_while(|byte| **byte == b' ').count();
        let n_blanks = if self.delimiter == b" " { 0 } else { n_blanks };
        let Some(after) = rest.get(n_blanks..).filter(|after| !after.is_empty()) else {
            return if self.ends_file { Behind::End(n_blanks) } else { Behind::Cut };
        };
        if after.starts_with(self.delimiter) || after.starts_with(b"\n") || after.starts_with(b"\r") {
            Behind::End(n_blanks)
        } else if n_blanks == 0 && after.first() == Some(&self.quote) {
            Behind::Quote
        } else if !self.ends_file && after.len() < self.delimiter.len() {
            Behind::Cut
        } else {
            Behind::Other
        }
    }

    /// The next delimiter, quote or line end.
    fn next_mark(&self, from: usize) -> Option<u8> {
        let rest = self.rest(from);
        let end = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default();
        let delimiter = self.delimiter.first().copied().unwrap_or(b',');
        let mark = memchr3(self.quote, delimiter, delimiter, line).and_then(|at| line.get(at)).copied();
        mark.or_else(|| rest.get(end).copied())
    }

    /// Whether an odd number of backslashes stands before a quote.
    fn is_escaped_at(&self, open: usize, close: usize) -> bool {
        self.between(open, close).iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    }

    fn unclosed(&self, open: usize, end: usize) -> Quoted {
        let end = end.min(self.row + self.n_row_bytes);
        let n_lines = self.n_breaks(open, end) + u32::from(!self.between(open, end).ends_with(b"\n"));
        Quoted::Text { note: Some(RowNote::UnclosedQuote { n_lines }) }
    }

    /// Line breaks: `\n`, `\r\n` or `\r`.
    fn n_breaks(&self, from: usize, to: usize) -> u32 {
        let bytes = self.between(from, to);
        let is_break = |at: &usize| {
            let is_pair =
                bytes.get(*at) == Some(&b'\n') && at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'\r');
            !is_pair
        };
        memchr2_iter(b'\n', b'\r', bytes).filter(is_break).count() as u32
    }
}
