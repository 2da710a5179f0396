//! Delimited text to a table, pushed in pieces so that a file is never in memory as a whole.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::issue::{Issue, IssueKind, ReadError, Severity};
use super::limits::Limits;
use super::sniff;
use super::table::{Column, Table};
use super::values;

/// Reads one file. Push its bytes in order, then finish.
///
/// The format is that of RFC 4180 with any of four delimiters: comma, semicolon, tab, pipe. Quoted fields may hold line
/// breaks. Encoding is UTF-8, with or without byte-order mark.
pub struct Reader {
    table: Table,
    limits: Limits,
    waiting: Vec<u8>,
    core: Option<csv_core::Reader>,
    fields: Vec<u8>,
    n_fields_bytes: usize,
    ends: Vec<usize>,
    n_ends: usize,
    between_rows: bool,
    last_was_cr: bool,
    line: u32,
    row_line: u32,
    /// Quotes in the row so far.
    n_quotes: u32,
    /// Whether the file ends with what is parsed now.
    ends_file: bool,
    n_bytes: u64,
    /// A letter's bytes at the end of the last piece, whose rest is to come.
    begun: Vec<u8>,
    /// The first byte that is no UTF-8, counted from 0.
    wrong_byte: Option<u64>,
}

impl Reader {
    /// A reader for the file of that name.
    pub fn new(file: &str, limits: Limits) -> Self {
        Self {
            table: Table { file: file.into(), encoding: "utf-8".into(), delimiter: ',', ..Table::default() },
            limits,
            waiting: Vec::new(),
            core: None,
            fields: vec![0; 4 * 1024],
            n_fields_bytes: 0,
            ends: vec![0; 64],
            n_ends: 0,
            between_rows: true,
            last_was_cr: false,
            line: 1,
            row_line: 1,
            n_quotes: 0,
            ends_file: false,
            n_bytes: 0,
            begun: Vec::new(),
            wrong_byte: None,
        }
    }

    /// Refuses a file by its size alone, before a byte of it is read.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] over the limit, [`ReadError::Empty`] for none.
    pub fn check_size(n_bytes: u64, limits: &Limits) -> Result<(), ReadError> {
        if n_bytes == 0 {
            return Err(ReadError::Empty);
        }
        if limits.n_bytes < n_bytes {
            return Err(ReadError::TooLarge { n_bytes, limit: limits.n_bytes });
        }
        Ok(())
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// Any [`ReadError`]; the reader is of no use afterwards.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        self.watch(bytes);
        self.n_bytes += bytes.len() as u64;
        Self::check_size(self.n_bytes.max(1), &self.limits)?;
        if self.core.is_some() {
            return self.parse(bytes);
        }
        self.waiting.extend_from_slice(bytes);
        if sniff::WINDOW <= self.waiting.len() { self.start() } else { Ok(()) }
    }

    /// The table, when all bytes were pushed.
    ///
    /// # Errors
    /// Any [`ReadError`].
    pub fn finish(mut self) -> Result<Table, ReadError> {
        if self.core.is_none() {
            self.start()?;
        }
        self.parse(&[])?;
        if self.table.columns.is_empty() {
            return Err(ReadError::Empty);
        }
        if self.table.n_rows() == 0 {
            self.warn(0, IssueKind::NoRows);
        }
        for column in &mut self.table.columns {
            (column.kind, column.is_certain) = values::decide(column);
        }
        Ok(self.table)
    }

    /// Finds where the file stops being UTF-8: rows, whose quotes are taken off, no longer know.
    fn watch(&mut self, bytes: &[u8]) {
        if self.wrong_byte.is_some() {
            return;
        }
        let start = self.n_bytes - self.begun.len() as u64;
        let begun = std::mem::take(&mut self.begun);
        let joined = if begun.is_empty() { None } else { Some([&begun, bytes].concat()) };
        let all = joined.as_deref().unwrap_or(bytes);
        if let Err(error) = std::str::from_utf8(all) {
            match error.error_len() {
                Some(_) => self.wrong_byte = Some(start + error.valid_up_to() as u64),
                None => self.begun = all.get(error.valid_up_to()..).unwrap_or_default().to_vec(),
            }
        }
    }

    /// Looks at the first bytes and begins to parse.
    fn start(&mut self) -> Result<(), ReadError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut bytes = waiting.as_slice();
        if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
            self.table.encoding = "utf-8-bom".into();
            bytes = rest;
        }
        sniff::refuse_binary(bytes)?;
        let delimiter = sniff::delimiter(bytes.get(..sniff::WINDOW).unwrap_or(bytes));
        self.table.delimiter = char::from(delimiter);
        self.core = Some(ReaderBuilder::new().delimiter(delimiter).build());
        self.parse(bytes)
    }

    /// Parses; an empty slice ends the file.
    fn parse(&mut self, mut bytes: &[u8]) -> Result<(), ReadError> {
        let ends_file = bytes.is_empty();
        self.ends_file = ends_file;
        let Some(mut core) = self.core.take() else { return Ok(()) };
        let outcome = loop {
            if self.between_rows {
                bytes = self.skip_breaks(bytes);
                if bytes.is_empty() && !ends_file {
                    break Ok(());
                }
                (self.row_line, self.n_quotes) = (self.line, 0);
            }
            let (result, n_read, n_written, n_ends) = core.read_record(
                bytes,
                self.fields.get_mut(self.n_fields_bytes..).unwrap_or_default(),
                self.ends.get_mut(self.n_ends..).unwrap_or_default(),
            );
            let (consumed, rest) = bytes.split_at(n_read.min(bytes.len()));
            self.count_lines(consumed);
            bytes = rest;
            self.n_fields_bytes += n_written;
            self.n_ends += n_ends;
            match result {
                ReadRecordResult::InputEmpty => {
                    self.between_rows = false;
                    if ends_file {
                        continue; // the next call, again without input, ends the last row
                    }
                    break Ok(());
                }
                ReadRecordResult::OutputFull => {
                    if self.limits.n_row_bytes <= self.fields.len() {
                        let (line, limit) = (u64::from(self.row_line), self.limits.n_row_bytes);
                        break Err(ReadError::RowTooLong { line, limit });
                    }
                    self.between_rows = false;
                    self.fields.resize(self.fields.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if 16 * self.limits.n_columns <= self.ends.len() {
                        break Err(self.too_wide(self.ends.len()));
                    }
                    self.between_rows = false;
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::Record => {
                    let outcome = self.take_row();
                    (self.n_fields_bytes, self.n_ends, self.between_rows) = (0, 0, true);
                    if outcome.is_err() {
                        break outcome;
                    }
                }
                ReadRecordResult::End => break Ok(()),
            }
        };
        self.core = Some(core);
        outcome
    }

    /// Passes over the line breaks between rows: the end of the row before, and blank lines.
    fn skip_breaks<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let n_breaks = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (breaks, rest) = bytes.split_at(n_breaks);
        for byte in breaks {
            let pairs = *byte == b'\n' && self.last_was_cr;
            if !pairs {
                self.table.layout_rows.push(self.line);
                self.line += 1;
            }
            self.last_was_cr = *byte == b'\r';
        }
        rest
    }

    /// Counts the lines that parsed bytes end: `\n`, `\r\n` or a lone `\r` each end one.
    fn count_lines(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'"' => {
                    self.n_quotes += 1;
                    self.last_was_cr = false;
                }
                b'\n' if self.last_was_cr => self.last_was_cr = false,
                b'\n' => self.line += 1,
                b'\r' => {
                    self.line += 1;
                    self.last_was_cr = true;
                }
                _ => self.last_was_cr = false,
            }
        }
    }

    fn take_row(&mut self) -> Result<(), ReadError> {
        let bytes = self.fields.get(..self.n_fields_bytes).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|_| ReadError::Encoding {
            offset: self.wrong_byte.unwrap_or(self.n_bytes - self.begun.len() as u64),
            line: u64::from(self.row_line),
        })?;
        let ends = self.ends.get(..self.n_ends).unwrap_or_default();
        if self.table.columns.is_empty() {
            if self.limits.n_columns < ends.len() {
                return Err(self.too_wide(ends.len()));
            }
            self.table.columns = headers(cells(text, ends)).into_iter().map(Column::named).collect();
            self.table.header_row = u64::from(self.row_line);
            self.table.layout_rows.push(self.row_line);
            return Ok(());
        }
        if self.limits.n_rows <= self.table.n_rows() {
            return Err(ReadError::TooManyRows { limit: self.limits.n_rows });
        }
        let (n_cells, n_columns) = (ends.len() as u32, self.table.columns.len() as u32);
        if cells(text, ends).all(|cell| cell.trim().is_empty()) {
            self.table.layout_rows.push(self.row_line);
            return Ok(());
        }
        // A row that the file's end cuts inside a quote has swallowed all lines after it.
        let is_open = self.ends_file && self.n_quotes % 2 == 1 && text.contains(['\n', '\r']);
        let wrong = if is_open {
            Some(IssueKind::UnclosedQuote { n_lines: self.line.saturating_sub(self.row_line) })
        } else if cells(text, ends).skip(n_columns as usize).any(|cell| !cell.trim().is_empty()) {
            Some(IssueKind::TooManyCells { n_cells, n_columns })
        } else {
            None
        };
        if let Some(kind) = wrong {
            let issue = Issue {
                file: self.table.file.clone(),
                row: u64::from(self.row_line),
                column: None,
                value: String::new(),
                kind,
                severity: Severity::SetAside,
            };
            let row = cells(text, ends).map(str::to_owned).collect();
            self.table.set_aside.push((issue, row));
            return Ok(());
        }
        let mut row = cells(text, ends);
        for column in &mut self.table.columns {
            column.push(row.next().unwrap_or_default());
        }
        drop(row);
        self.table.lines.push(self.row_line);
        if n_cells < n_columns {
            self.warn(u64::from(self.row_line), IssueKind::TooFewCells { n_cells, n_columns });
        }
        Ok(())
    }

    fn warn(&mut self, row: u64, kind: IssueKind) {
        let file = self.table.file.clone();
        let issue = Issue { file, row, column: None, value: String::new(), kind, severity: Severity::Warning };
        self.table.warnings.push(issue);
    }

    fn too_wide(&self, n_columns: usize) -> ReadError {
        ReadError::TooManyColumns { line: u64::from(self.row_line), n_columns, limit: self.limits.n_columns }
    }
}

/// Reads a file whose bytes are all there.
///
/// # Errors
/// Any [`ReadError`].
pub fn read_all(file: &str, bytes: &[u8], limits: Limits) -> Result<Table, ReadError> {
    Reader::check_size(bytes.len() as u64, &limits)?;
    let mut reader = Reader::new(file, limits);
    for piece in bytes.chunks(1 << 20) {
        reader.push(piece)?;
    }
    reader.finish()
}

fn cells<'a>(text: &'a str, ends: &'a [usize]) -> impl Iterator<Item = &'a str> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| text.get(start..*end).unwrap_or_default())
}

/// Header names made usable: empty ones are numbered, repeated ones too.
fn headers<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in cells.enumerate() {
        let plain = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let base = if plain.is_empty() { format!("Column {}", index + 1) } else { plain };
        let mut name = base.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{base} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}
