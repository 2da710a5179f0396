//! A column of cells, each distinct text kept once: CRM columns say few things many times.

mod fill;
mod known;
mod symbols;

use super::alike::{are_same, trimmed};
pub(super) use fill::Room;
pub(super) use known::Cut;
use known::{Few, Look, Many};
pub(super) use symbols::Symbols;

/// Symbols after which a column is asked whether its texts repeat at all.
const N_TRIED: usize = 16_384;
/// Of so many cells of a column that was given up, one may repeat the text before it and be kept all the same.
const SPARED: usize = 16;
/// Bytes of text for which room is made at once at most.
const MOST_ROOM: u64 = 64 << 20;

/// Cells of one column. Each distinct text has a symbol; symbol 0 is the empty text.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: String,
    /// Where the text of each symbol ends, by symbol; nothing as long as there is none but the empty one.
    ends: Vec<u32>,
    symbols: Symbols,
    /// Cells that were numbers in a workbook, not text.
    n_typed: u32,
    seen: Seen,
}

/// What is known of the texts so far.
#[derive(Clone, Debug, Default)]
enum Seen {
    #[default]
    Nothing,
    /// Symbols by text, as long as the column's texts repeat; kept otherwise as soon as they are many.
    Few(Few),
    Many(Many),
    /// Texts hardly repeat: each gets a symbol of its own from here on. So many repeated all the same.
    GivenUp(usize),
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl Cells {
    /// So many empty cells.
    pub fn blank(n: usize) -> Self {
        Self { symbols: Symbols::blank(n), ..Self::default() }
    }

    /// Makes room for so many more cells.
    pub fn reserve(&mut self, n: usize) {
        self.symbols.reserve(n);
    }

    /// Adds a cell. A column holds at most 4 GiB of text, which the limits on files see to.
    #[inline]
    pub fn push(&mut self, cell: &str) {
        let is_open = !matches!(self.seen, Seen::GivenUp(_));
        let symbol = self.symbol_for(cell.into(), self.symbols.len());
        self.symbols.push(symbol);
        if is_open && matches!(self.seen, Seen::GivenUp(_)) {
            self.symbols.rise();
        }
    }

    /// Adds a cell that was a number in a workbook: its point is a decimal point for certain.
    pub fn push_typed(&mut self, cell: &str) {
        self.n_typed += 1;
        self.push(cell);
    }

    /// Adds an empty cell.
    #[inline]
    pub fn push_blank(&mut self) {
        self.symbols.push(0);
    }

    /// Fills up with empty cells to so many.
    pub fn pad(&mut self, n: usize) {
        self.symbols.pad(n);
    }

    /// The symbol of a text, which gets one if it has none yet.
    pub(super) fn symbol_of<'t>(&mut self, text: impl Into<Cut<'t>>) -> u32 {
        self.symbol_for(text.into(), self.symbols.len())
    }

    /// Whether texts hardly repeat, so that each gets a symbol of its own.
    pub(super) fn is_given_up(&self) -> bool {
        matches!(self.seen, Seen::GivenUp(_))
    }

    /// Adds cells of symbols that are there already.
    pub(super) fn push_symbols(&mut self, symbols: &[u32]) {
        debug_assert!(symbols.iter().all(|symbol| (*symbol as usize) < self.n_symbols()));
        self.symbols.extend(symbols, self.n_symbols() as u32 - 1);
    }

    /// Adds a cell of a symbol that is there already.
    pub fn push_symbol(&mut self, symbol: u32) {
        debug_assert!((symbol as usize) < self.n_symbols());
        self.symbols.push(symbol);
    }

    /// Puts another text into a cell.
    pub fn set(&mut self, row: usize, cell: &str) {
        let symbol = self.symbol_for(cell.into(), self.symbols.len());
        self.symbols.set(row, symbol);
    }

    /// Puts another text into every cell whose text has an image.
    pub fn replace<'b>(&mut self, image: impl Fn(&str) -> Option<&'b str>) {
        let symbols: Vec<u32> = (0..self.n_symbols() as u32)
            .map(|symbol| match image(self.text(symbol)) {
                None => symbol,
                Some("") => 0,
                Some(text) => self.add(text),
            })
            .collect();
        self.symbols.replace(&symbols);
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.symbols.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.symbols.len() == 0
    }

    /// How many cells were numbers in a workbook.
    pub fn n_typed(&self) -> usize {
        self.n_typed as usize
    }

    /// How many distinct texts there may be, the empty one among them. Some may stand in no cell, some twice.
    pub fn n_symbols(&self) -> usize {
        self.ends.len().max(1)
    }

    /// The symbol of a cell; 0 beyond the end.
    pub fn symbol(&self, row: usize) -> u32 {
        self.symbols.get(row).unwrap_or(0)
    }

    /// The symbols of all cells.
    pub(super) fn symbols(&self) -> &Symbols {
        &self.symbols
    }

    /// The text of a symbol, as it stands in the file.
    pub fn text(&self, symbol: u32) -> &str {
        let [start, end] = self.place(symbol);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where the text of a symbol begins and ends.
    #[inline]
    fn place(&self, symbol: u32) -> [usize; 2] {
        let ends = self.ends.get((symbol as usize).wrapping_sub(1)..).and_then(<[u32]>::first_chunk);
        ends.map_or([0, 0], |ends| ends.map(|end| end as usize))
    }

    /// The text of a cell, as it stands in the file.
    pub fn get(&self, row: usize) -> &str {
        self.text(self.symbol(row))
    }

    /// All cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.symbols.iter().map(|symbol| self.text(symbol))
    }

    /// Whether all texts are ASCII.
    pub fn is_ascii(&self) -> bool {
        self.text.is_ascii()
    }

    /// Puts other texts in place of symbols, in every cell.
    pub fn replace_symbols(&mut self, texts: &[(u32, String)]) {
        if texts.is_empty() {
            return;
        }
        let mut symbols: Vec<u32> = (0..self.n_symbols() as u32).collect();
        for (symbol, text) in texts {
            let new = self.symbol_for(text.as_str().into(), self.symbols.len());
            if let Some(place) = symbols.get_mut(*symbol as usize) {
                *place = new;
            }
        }
        self.symbols.replace(&symbols);
    }

    /// How many cells have each symbol, by symbol.
    pub fn counts(&self) -> Vec<u32> {
        self.symbols.counts(self.n_symbols())
    }

    /// The texts without outer blanks, each with how many cells hold it; those of no cell are left out.
    pub fn counted(&self) -> impl Iterator<Item = (&str, usize)> {
        // Those that rise stand in one cell each.
        let rising = self.symbols.rising();
        let n = if rising.is_empty() { self.n_symbols() } else { rising.start as usize };
        let counts = self.symbols.counts(n).into_iter().enumerate().filter(|(_, count)| 0 < *count);
        let counts = counts.map(|(symbol, count)| (symbol as u32, count as usize));
        counts.chain(rising.map(|symbol| (symbol, 1))).map(|(symbol, count)| (trimmed(self.text(symbol)), count))
    }

    /// Keeps the rows that are asked for, in their order.
    pub fn keep(&mut self, rows: &[u32]) {
        self.symbols.keep(rows);
    }

    /// The cells of those rows in that order; a row may come several times. About as many of them count as numbers of a
    /// workbook as did before.
    #[must_use]
    pub fn at(self, rows: &[u32]) -> Self {
        let symbols = self.symbols.at(rows);
        let n_typed = u64::from(self.n_typed) * rows.len() as u64 / (self.len() as u64).max(1);
        Self { symbols, n_typed: n_typed as u32, ..self }
    }

    /// Counts so many of the cells, which were added by their symbols, as numbers of a workbook.
    pub fn count_typed(&mut self, n: usize) {
        self.n_typed += n as u32;
    }

    /// Frees what only filling needs.
    pub fn close(&mut self) {
        self.seen = Seen::GivenUp(0);
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.symbols.shrink();
    }

    /// Bytes of memory, about.
    pub fn n_bytes(&self) -> usize {
        let known = match &self.seen {
            Seen::Few(few) => few.n_bytes(),
            Seen::Many(many) => many.n_bytes(),
            _ => 0,
        };
        self.text.capacity() + 4 * self.ends.capacity() + self.symbols.n_bytes() + known
    }

    /// The symbol of a text that stands behind so many cells.
    #[inline]
    fn symbol_for(&mut self, cell: Cut<'_>, n_cells: usize) -> u32 {
        match &self.seen {
            _ if cell.is_empty() && !self.symbols.is_rising() => 0,
            Seen::Few(_) | Seen::Many(_) => self.symbol_at(cell, &cell.look(), n_cells),
            Seen::Nothing => {
                self.seen = Seen::Few(Few::new());
                self.symbol_for(cell, n_cells)
            }
            Seen::GivenUp(n_spared) => {
                // Neighbours may be alike all the same. As long as few are, their text is cheaper than all symbols.
                let last = self.symbols.last().unwrap_or(0);
                let known = if cell.is_empty() { 0 } else { last };
                if !self.is_text(known, cell.bytes()) {
                    return self.add(cell.text());
                }
                let n_spared = n_spared + 1;
                self.seen = Seen::GivenUp(n_spared);
                if self.symbols.is_rising() && n_spared * SPARED < self.symbols.len() {
                    return self.add(cell.text());
                }
                known
            }
        }
    }

    /// Whether a symbol's text is that.
    #[inline]
    fn is_text(&self, symbol: u32, cell: &[u8]) -> bool {
        let [start, end] = self.place(symbol);
        self.text.as_bytes().get(start..end).is_some_and(|text| are_same(text, cell))
    }

    /// The symbol of a text of that look behind so many cells.
    fn symbol_at(&mut self, cell: Cut<'_>, look: &Look, n_cells: usize) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        let is_same = |symbol| self.is_text(symbol, cell.bytes());
        let found = match &self.seen {
            Seen::Few(few) => few.find(look, is_same),
            Seen::Many(many) => many.find(look, is_same),
            _ => None,
        };
        if let Some(symbol) = found {
            return symbol;
        }
        let symbol = self.add(cell.text());
        let is_full = match &mut self.seen {
            Seen::Few(few) => few.put(look, symbol),
            Seen::Many(many) => many.put(look, symbol),
            _ => false,
        };
        if is_full {
            self.grow(n_cells);
        }
        symbol
    }

    fn add(&mut self, cell: &str) -> u32 {
        if self.ends.is_empty() {
            self.ends.push(0);
        }
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// Makes room when three quarters of it are taken; gives up where texts hardly repeat.
    fn grow(&mut self, n_cells: usize) {
        let n = self.ends.len();
        let seen = std::mem::replace(&mut self.seen, Seen::GivenUp(0));
        if n < N_TRIED || !hardly_repeat(n, n_cells) {
            self.seen = match seen {
                Seen::Few(few) => few.widen().map_or_else(Seen::Many, Seen::Few),
                Seen::Many(mut many) => {
                    many.widen(|symbol| Cut::from(self.text(symbol)).look());
                    Seen::Many(many)
                }
                other => other,
            };
            return;
        }
        // Room at once for what is expected: growing by steps would hold the text twice.
        let n_more = self.symbols.capacity().saturating_sub(n_cells);
        let n_bytes = (self.text.len() as u64 * n_more as u64 / n as u64).min(MOST_ROOM) as usize;
        self.ends.reserve_exact(n_more);
        self.text.reserve_exact(n_bytes + n_bytes / 32);
    }
}

/// Whether of so many cells hardly any has a text that another has.
pub(super) const fn hardly_repeat(n_texts: usize, n_cells: usize) -> bool {
    n_cells * 10 < n_texts * 11
}

impl<'a> FromIterator<&'a str> for Cells {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Self {
        let mut column = Self::default();
        cells.into_iter().for_each(|cell| column.push(cell));
        column
    }
}

#[cfg(test)]
mod tests;
