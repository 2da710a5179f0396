//! Text to rows and cells: lenient, without copying, many bytes at a time.

use crate::data::cells::Cut;
use crate::data::grid::RowNote;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

use super::dialect::{Dialect, is_impure};
use super::quoted::{Quoted, Quotes};
use super::scan::{self, BLOCK, Marks};

/// Cells after which they are handed on: few enough to stay close, enough to take columns one by one.
const N_BATCH: usize = 8 * 1_024;

/// Where a cell's text stands: in the text itself, or in what was copied because quotes had to be taken out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    const COPIED: u32 = 1 << 31;

    pub(super) const fn of(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub(super) const fn copied(start: usize, end: usize) -> Self {
        Self { start: start as u32 | Self::COPIED, end: end as u32 }
    }

    #[inline]
    pub(super) const fn is_empty(self) -> bool {
        self.start & !Self::COPIED == self.end
    }
}

/// A row of a batch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its line in the file.
    pub line: u32,
    /// Its first cell.
    pub first: u32,
    /// How many cells it has.
    pub n_cells: u32,
}

/// Rows that were split and not handed on yet.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub spans: Vec<Span>,
    pub rows: Vec<Row>,
    /// By row of the batch.
    pub notes: Vec<(u32, RowNote)>,
    pub copies: String,
    /// Where the text goes on behind them.
    pub end: usize,
}

impl Batch {
    #[inline]
    pub(super) fn cut<'t>(&'t self, text: &'t str, span: Span) -> Cut<'t> {
        let (start, end) = ((span.start & !Span::COPIED) as usize, span.end as usize);
        let whole = if span.start & Span::COPIED == 0 { text } else { self.copies.as_str() };
        Cut::new(whole, start, end)
    }

    /// The cells of a row.
    pub(super) fn row<'t>(&'t self, text: &'t str, row: Row) -> impl Iterator<Item = &'t str> {
        let spans = self.spans.iter().skip(row.first as usize).take(row.n_cells as usize);
        spans.map(move |span| self.cut(text, *span).text())
    }

    fn clear(&mut self) {
        self.spans.clear();
        self.rows.clear();
        self.notes.clear();
        self.copies.clear();
    }
}

/// What is done with rows; the text is that which was pushed.
pub(super) type Sink<'s> = dyn FnMut(&Batch, &str) -> Result<(), ReadError> + 's;

/// Splits text that is pushed piece by piece.
pub(super) struct Splitter {
    dialect: Dialect,
    marks: Marks,
    delimiter: [u8; 4],
    n_delimiter: usize,
    n_row_bytes: usize,
    line: u32,
    batch: Batch,
    n_quoted: usize,
}

/// The row that is being split.
#[derive(Default)]
struct Begun {
    /// Where it begins.
    row: usize,
    /// Where its cell begins.
    cell: usize,
    /// Its first cell in the batch.
    first: usize,
    /// The cell's text, if it was quoted.
    quoted: Option<Span>,
    /// Line breaks in it.
    n_breaks: u32,
    /// The cell in which a quote stood that is text.
    cell_of_quote: Option<usize>,
    note: Option<RowNote>,
}

impl Splitter {
    /// A splitter whose first row is on that line.
    pub(super) fn new(dialect: Dialect, limits: &Limits, line: u32) -> Self {
        let mut delimiter = [0; 4];
        let n_delimiter = dialect.delimiter.encode_utf8(&mut delimiter).len();
        let first = delimiter.first().copied().unwrap_or(b',');
        let marks = Marks { delimiter: first, quote: dialect.quote.unwrap_or(first) };
        let n_row_bytes = limits.n_row_bytes.min(1 << 30);
        Self { dialect, marks, delimiter, n_delimiter, n_row_bytes, line, batch: Batch::default(), n_quoted: 0 }
    }

    /// The line on which the next row begins.
    pub(super) fn line(&mut self) -> &mut u32 {
        &mut self.line
    }

    /// Splits the whole rows of a text, and its last one where the file ends with it. Answers how many bytes were used:
    /// the rest is to be pushed again, with more behind it.
    pub(super) fn push(&mut self, text: &str, ends_file: bool, sink: &mut Sink) -> Result<usize, ReadError> {
        let bytes = text.as_bytes();
        let is_run = self.dialect.delimiter == ' ';
        let is_simple = self.n_delimiter == 1 && !is_run;
        let mut begun = Begun::default();
        // What most marks are about, kept at hand: where the cell begins, and whether nothing else is known of it.
        let (mut cell, mut is_plain) = (0, is_simple);
        let mut at = 0;
        let mut is_cut = false;
        'scan: while at < bytes.len() {
            let mut found = self.find(bytes, at);
            while found != 0 {
                let place = at + found.trailing_zeros() as usize;
                found &= found - 1;
                let Some(byte) = bytes.get(place).copied() else { break };
                if byte == self.marks.delimiter {
                    if is_plain {
                        self.batch.spans.push(Span::of(cell, place));
                        cell = place + 1;
                        continue;
                    }
                    if 1 < self.n_delimiter && !self.is_delimiter(bytes, place) {
                        continue;
                    }
                    if is_run && place == cell && begun.quoted.is_none() {
                        cell = place + 1;
                        continue;
                    }
                    let span = begun.quoted.take().unwrap_or(Span::of(cell, place));
                    self.batch.spans.push(span);
                    (cell, is_plain) = (place + self.n_delimiter, is_simple);
                } else if byte == b'\n' || byte == b'\r' {
                    if place < begun.row {
                        continue; // the second half of a line end
                    }
                    let mut next = place + 1;
                    if byte == b'\r' {
                        match bytes.get(next) {
                            Some(b'\n') => next += 1,
                            None if !ends_file => {
                                is_cut = true;
                                break 'scan;
                            }
                            _ => {}
                        }
                    }
                    begun.cell = cell;
                    self.end_row(&mut begun, place)?;
                    (cell, is_plain) = (next, is_simple);
                    begun = Begun { row: next, cell: next, first: self.batch.spans.len(), ..Begun::default() };
                    if N_BATCH <= self.batch.spans.len() + self.batch.rows.len() {
                        self.batch.end = next;
                        sink(&self.batch, text)?;
                        self.batch.clear();
                        begun.first = 0;
                    }
                } else if self.dialect.quote == Some(byte) {
                    begun.cell = cell;
                    let taken = self.quote(text, place, &mut begun, ends_file);
                    is_plain &= begun.quoted.is_none();
                    match taken {
                        Quoted::Cut => {
                            is_cut = true;
                            break 'scan;
                        }
                        Quoted::Text { .. } => {}
                        Quoted::Cell { next, .. } => {
                            if next - at < BLOCK {
                                found &= u64::MAX << (next - at);
                            } else {
                                at = next;
                                continue 'scan;
                            }
                        }
                    }
                }
            }
            at += BLOCK;
        }
        begun.cell = cell;
        self.finish(text, begun, ends_file, is_cut, sink)
    }

    /// Hands on what is whole.
    fn finish(
        &mut self,
        text: &str,
        mut begun: Begun,
        ends_file: bool,
        is_cut: bool,
        sink: &mut Sink,
    ) -> Result<usize, ReadError> {
        let mut n_used = begun.row;
        let has_begun = begun.row < text.len() || begun.quoted.is_some() || begun.first < self.batch.spans.len();
        if ends_file && has_begun {
            self.end_row(&mut begun, text.len())?;
            n_used = text.len();
        } else if !is_cut && self.n_row_bytes < text.len() - begun.row {
            return Err(self.too_long());
        } else {
            self.batch.spans.truncate(begun.first);
        }
        if !self.batch.rows.is_empty() {
            self.batch.end = n_used;
            sink(&self.batch, text)?;
        }
        self.batch.clear();
        Ok(n_used)
    }

    #[inline]
    fn find(&self, bytes: &[u8], at: usize) -> u64 {
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some(block) = rest.first_chunk() {
            return scan::find(block, self.marks);
        }
        let mut block = [b'a'; BLOCK];
        if let Some(start) = block.get_mut(..rest.len()) {
            start.copy_from_slice(rest);
        }
        let found = scan::find(&block, self.marks);
        found & !(u64::MAX << rest.len()) // a filler may be the delimiter
    }

    fn is_delimiter(&self, bytes: &[u8], place: usize) -> bool {
        let delimiter = self.delimiter.get(..self.n_delimiter).unwrap_or_default();
        bytes.get(place..).is_some_and(|rest| rest.starts_with(delimiter))
    }

    #[inline]
    fn end_row(&mut self, begun: &mut Begun, end: usize) -> Result<(), ReadError> {
        if self.n_row_bytes < end - begun.row {
            return Err(self.too_long());
        }
        let is_first = begun.first == self.batch.spans.len();
        let is_empty = begun.quoted.is_none() && begun.cell == end;
        let is_blank = is_empty && is_first;
        let ends_run = is_empty && self.dialect.delimiter == ' ';
        if !is_blank && !ends_run {
            self.batch.spans.push(begun.quoted.take().unwrap_or(Span::of(begun.cell, end)));
        }
        if let Some(note) = begun.note {
            self.batch.notes.push((self.batch.rows.len() as u32, note));
        }
        let n_cells = (self.batch.spans.len() - begun.first) as u32;
        self.batch.rows.push(Row { line: self.line, first: begun.first as u32, n_cells });
        self.line = self.line.saturating_add(1 + begun.n_breaks);
        Ok(())
    }

    fn too_long(&self) -> ReadError {
        ReadError::RowTooLong { line: u64::from(self.line), limit: self.n_row_bytes }
    }

    /// Reads the cell that a quote begins, if it begins one.
    fn quote(&mut self, text: &str, place: usize, begun: &mut Begun, ends_file: bool) -> Quoted {
        let is_blank =
            |start, end| text.as_bytes().get(start..end).is_some_and(|gap| gap.iter().all(|byte| *byte == b' '));
        let opens = place == begun.cell || self.dialect.is_spaced && is_blank(begun.cell, place);
        if begun.quoted.is_some() || !opens {
            // One quote inside a cell is an inch; two of them should have been doubled.
            if begun.cell_of_quote.replace(begun.cell) == Some(begun.cell) && self.dialect.delimiter != '\t' {
                begun.note.get_or_insert(RowNote::StrayQuote);
            }
            return Quoted::Text { note: None };
        }
        let quotes = Quotes {
            text,
            row: begun.row,
            quote: self.marks.quote,
            delimiter: self.delimiter.get(..self.n_delimiter).unwrap_or_default(),
            is_escaped: self.dialect.is_escaped,
            n_row_bytes: self.n_row_bytes,
            ends_file,
        };
        let taken = quotes.read(place, &mut self.batch.copies);
        match taken {
            Quoted::Cell { span, n_breaks, note, .. } => {
                begun.quoted = Some(span);
                begun.n_breaks += n_breaks;
                begun.note = begun.note.or(note);
                self.n_quoted += 1;
            }
            Quoted::Text { note } => {
                // A quote that swallows lines matters more than one beside text.
                begun.note = match note {
                    Some(RowNote::UnclosedQuote { .. }) => note,
                    _ => begun.note.or(note),
                };
            }
            Quoted::Cut => {}
        }
        taken
    }

    /// How a sample would be split, at most so many rows.
    pub(super) fn outline(sample: &str, dialect: Dialect, limits: &Limits, n_rows: usize) -> Outline {
        let mut outline = Outline::default();
        let mut splitter = Self::new(dialect, limits, 1);
        // Too long a row, or enough rows, end the sample.
        let _ = splitter.push(sample, true, &mut |batch, text| {
            for row in &batch.rows {
                outline.take(batch, text, *row, dialect);
            }
            outline.n_noted += batch.notes.len();
            if n_rows <= outline.widths.len() { Err(ReadError::Empty) } else { Ok(()) }
        });
        outline.n_quoted = splitter.n_quoted;
        outline
    }
}

/// What a sample looks like when it is split in one way.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Cells of each row; 0 for a blank one.
    pub widths: Vec<u32>,
    /// Cells with text.
    pub n_cells: usize,
    /// Cells in which another delimiter stands.
    pub n_impure: usize,
    /// Cells of digits and marks of numbers.
    pub n_numbers: usize,
    /// Cells of two digits and no more, and of addresses: parts of times and links.
    pub n_times: usize,
    /// Cells in quotes.
    pub n_quoted: usize,
    /// Rows with something wrong.
    pub n_noted: usize,
}

impl Outline {
    fn take(&mut self, batch: &Batch, text: &str, row: Row, dialect: Dialect) {
        let is_blank = batch.row(text, row).all(|cell| cell.trim().is_empty());
        self.widths.push(if is_blank { 0 } else { row.n_cells });
        for span in batch.spans.iter().skip(row.first as usize).take(row.n_cells as usize) {
            let cell = batch.cut(text, *span).text().trim();
            if cell.is_empty() {
                continue;
            }
            let before = (span.start as usize).checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied();
            let is_quoted = span.start & Span::COPIED != 0 || before.is_some() && before == dialect.quote;
            self.n_cells += 1;
            self.n_impure += usize::from(!is_quoted && is_impure(cell, dialect.delimiter));
            self.n_numbers += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit() || b".,-+%".contains(&byte)));
            let is_minute = cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_digit());
            self.n_times += usize::from(is_minute || cell.starts_with("//"));
        }
    }
}
