//! Pieces of text on their way into the grid: the first of it decides the dialect, the rest follows it.

use crate::data::grid::Grid;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

use super::dialect::{self, Dialect};
use super::fill::Filler;
use super::refuse;
use super::split::Splitter;
use super::{WINDOW, dialect::stated};

/// Text after which a row that was cut off is tried again.
const N_AGAIN: usize = 64 * 1_024;

/// A file that is being read.
pub(super) struct Reading {
    limits: Limits,
    delimiter: Option<char>,
    splitter: Option<Splitter>,
    dialect: Dialect,
    filler: Filler,
    /// Text that is not split yet.
    waiting: String,
    /// How much of it was tried in vain.
    n_tried: usize,
    n_file: u64,
    n_split: u64,
}

impl Reading {
    /// A file of so many bytes; `delimiter` is the user's word.
    pub(super) fn new(n_file: u64, delimiter: Option<char>, limits: &Limits) -> Self {
        Self {
            limits: *limits,
            delimiter,
            splitter: None,
            dialect: Dialect::default(),
            filler: Filler::new(limits),
            waiting: String::new(),
            n_tried: 0,
            n_file,
            n_split: 0,
        }
    }

    /// A part of a file, whose dialect is known.
    pub(super) fn of_part(n_part: u64, dialect: Dialect, limits: &Limits) -> Self {
        let splitter = Some(Splitter::new(dialect, limits, 1));
        Self { splitter, dialect, ..Self::new(n_part, None, limits) }
    }

    /// How cells are marked off, once that is known.
    pub(super) fn dialect(&self) -> Option<Dialect> {
        self.splitter.as_ref().map(|_| self.dialect)
    }

    /// Splits all text that is there; whether it ends with a row.
    pub(super) fn is_at_row(&mut self) -> Result<bool, ReadError> {
        self.again()?;
        Ok(self.waiting.is_empty())
    }

    /// The line on which the next row begins.
    pub(super) fn line(&mut self) -> Option<&mut u32> {
        self.splitter.as_mut().map(Splitter::line)
    }

    /// Where the rows go.
    pub(super) fn filler(&mut self) -> &mut Filler {
        &mut self.filler
    }

    /// Splits the file's last text.
    pub(super) fn end(&mut self) -> Result<(), ReadError> {
        let waiting = std::mem::take(&mut self.waiting);
        self.split(None, &waiting, true).map(|_| ())
    }

    /// Takes the next text.
    pub(super) fn push(&mut self, mut text: &str) -> Result<(), ReadError> {
        if self.splitter.is_none() {
            self.waiting.push_str(text);
            if self.waiting.len() < WINDOW {
                return Ok(());
            }
            self.begin(false)?;
            return self.again();
        }
        // The row that the last piece cut off ends on the first line, mostly; what follows need not be copied.
        if !self.waiting.is_empty()
            && self.waiting.len() < N_AGAIN
            && let Some((line, rest)) =
                memchr::memchr(b'\n', text.as_bytes()).and_then(|end| text.split_at_checked(end + 1))
        {
            self.waiting.push_str(line);
            text = rest;
            self.again()?;
        }
        if self.waiting.is_empty() && N_AGAIN <= text.len() {
            let n_used = self.split(None, text, false)?;
            text = text.get(n_used..).unwrap_or_default();
        }
        self.waiting.push_str(text);
        if N_AGAIN <= self.waiting.len() - self.n_tried { self.again() } else { Ok(()) }
    }

    /// The grid and the delimiter, when all text was pushed.
    pub(super) fn finish(mut self) -> Result<(Grid, char), ReadError> {
        if self.splitter.is_none() {
            self.begin(true)?;
        }
        self.end()?;
        Ok((self.filler.finish()?, self.dialect.delimiter))
    }

    /// Finds the dialect by the first text.
    fn begin(&mut self, is_whole: bool) -> Result<(), ReadError> {
        let mut sample = self.waiting.get(..self.waiting.floor_char_boundary(WINDOW)).unwrap_or_default();
        if !is_whole || sample.len() < self.waiting.len() {
            // Only whole lines tell.
            let end = sample.rfind(['\n', '\r']).map_or(sample.len(), |end| end + 1);
            sample = sample.get(..end).unwrap_or(sample);
        }
        refuse::other_format(sample)?;
        let stated = stated(sample);
        let n_stated = stated.map_or(0, |(_, end)| end);
        let delimiter = self.delimiter.or(stated.map(|(mark, _)| mark));
        self.dialect = dialect::find(sample.get(n_stated..).unwrap_or_default(), delimiter, &self.limits);
        refuse::markup(sample, self.dialect)?;
        self.splitter = Some(Splitter::new(self.dialect, &self.limits, 1));
        if 0 < n_stated {
            // The line that states the delimiter is a row of one cell.
            let rest = self.waiting.get(n_stated..).unwrap_or_default();
            let n_break = if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) };
            let line: String = self.waiting.drain(..n_stated + n_break).collect();
            let alone = Dialect { delimiter: '\u{1f}', quote: None, is_escaped: false, is_spaced: false };
            let splitter = Splitter::new(alone, &self.limits, 1);
            self.split(Some(splitter), &line, true)?;
            self.splitter = Some(Splitter::new(self.dialect, &self.limits, 2));
        }
        Ok(())
    }

    /// Splits what is waiting.
    fn again(&mut self) -> Result<(), ReadError> {
        let mut waiting = std::mem::take(&mut self.waiting);
        let n_used = self.split(None, &waiting, false)?;
        waiting.drain(..n_used);
        self.n_tried = waiting.len();
        self.waiting = waiting;
        Ok(())
    }

    fn split(&mut self, other: Option<Splitter>, text: &str, ends_file: bool) -> Result<usize, ReadError> {
        let is_other = other.is_some();
        let Some(mut splitter) = other.or_else(|| self.splitter.take()) else { return Ok(0) };
        let n_file = self.n_file;
        let filler = &mut self.filler;
        let mut is_first = self.n_split == 0 && !is_other;
        let outcome = splitter.push(text, ends_file, &mut |batch, text| {
            filler.take(batch, text)?;
            if is_first {
                is_first = false;
                // Room for all rows, if the others are as long as these.
                let n_rows = filler.grid.n_rows() as u64 * n_file / (batch.end as u64).max(1);
                let n_most = n_file / (4 * filler.grid.columns.len() as u64).max(1);
                filler.expect((n_rows + n_rows / 64).min(n_most) as usize);
            }
            Ok(())
        });
        if !is_other {
            self.splitter = Some(splitter);
        }
        let n_used = outcome?;
        self.n_split += n_used as u64;
        Ok(n_used)
    }
}
