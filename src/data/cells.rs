//! A column of cells, each distinct text kept once: CRM columns say few things many times.

use super::alike::{are_same, hash};

/// Symbols after which a column is asked whether its texts repeat at all.
const N_TRIED: usize = 16_384;
/// Bytes of text for which room is made at once at most.
const MOST_ROOM: u64 = 64 << 20;

/// Cells of one column. Each distinct text has a symbol; symbol 0 is the empty text.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: String,
    /// Where the text of each symbol from 1 ends.
    ends: Vec<u32>,
    symbols: Vec<u32>,
    /// Cells that were numbers in a workbook, not text.
    n_typed: u32,
    seen: Seen,
}

/// Symbols by the hash of their text, as long as the column's texts repeat.
#[derive(Clone, Debug, Default)]
enum Seen {
    #[default]
    Nothing,
    /// In each slot a symbol and, above it, half of its text's hash.
    Slots(Vec<u64>),
    /// Texts hardly repeat: each gets a symbol of its own from here on.
    GivenUp,
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl Cells {
    /// So many empty cells.
    pub fn blank(n: usize) -> Self {
        Self { symbols: vec![0; n], ..Self::default() }
    }

    /// Makes room for so many more cells.
    pub fn reserve(&mut self, n: usize) {
        self.symbols.reserve(n);
    }

    /// Adds a cell. A column holds at most 4 GiB of text, which the limits on files see to.
    #[inline]
    pub fn push(&mut self, cell: &str) {
        let symbol = if cell.is_empty() { 0 } else { self.symbol_for(cell) };
        self.symbols.push(symbol);
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
        if self.symbols.len() < n {
            self.symbols.resize(n, 0);
        }
    }

    /// The symbol of a text, which gets one if it has none yet.
    pub(super) fn symbol_of(&mut self, text: &str) -> u32 {
        if text.is_empty() { 0 } else { self.symbol_for(text) }
    }

    /// Adds a cell of a symbol that is there already.
    pub fn push_symbol(&mut self, symbol: u32) {
        debug_assert!((symbol as usize) < self.n_symbols());
        self.symbols.push(symbol);
    }

    /// Puts another text into a cell.
    pub fn set(&mut self, row: usize, cell: &str) {
        let symbol = if cell.is_empty() { 0 } else { self.symbol_for(cell) };
        if let Some(place) = self.symbols.get_mut(row) {
            *place = symbol;
        }
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
        for symbol in &mut self.symbols {
            *symbol = symbols.get(*symbol as usize).copied().unwrap_or(0);
        }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.symbols.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// How many cells were numbers in a workbook.
    pub fn n_typed(&self) -> usize {
        self.n_typed as usize
    }

    /// How many distinct texts there may be, the empty one among them. Some may stand in no cell, some twice.
    pub fn n_symbols(&self) -> usize {
        self.ends.len() + 1
    }

    /// The symbol of a cell; 0 beyond the end.
    pub fn symbol(&self, row: usize) -> u32 {
        self.symbols.get(row).copied().unwrap_or(0)
    }

    /// The symbols of all cells.
    pub fn symbols(&self) -> &[u32] {
        &self.symbols
    }

    /// The text of a symbol, as it stands in the file.
    pub fn text(&self, symbol: u32) -> &str {
        let Some(place) = (symbol as usize).checked_sub(1) else { return "" };
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The text of a cell, as it stands in the file.
    pub fn get(&self, row: usize) -> &str {
        self.text(self.symbol(row))
    }

    /// All cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.symbols.iter().map(|symbol| self.text(*symbol))
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
            let new = if text.is_empty() { 0 } else { self.symbol_for(text) };
            if let Some(place) = symbols.get_mut(*symbol as usize) {
                *place = new;
            }
        }
        for symbol in &mut self.symbols {
            *symbol = symbols.get(*symbol as usize).copied().unwrap_or(*symbol);
        }
    }

    /// How many cells have each symbol, by symbol.
    pub fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.n_symbols()];
        for symbol in &self.symbols {
            if let Some(count) = counts.get_mut(*symbol as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// The texts without outer blanks, each with how many cells hold it; those of no cell are left out.
    pub fn counted(&self) -> impl Iterator<Item = (&str, usize)> {
        let counts = self.counts().into_iter().enumerate().filter(|(_, count)| 0 < *count);
        counts.map(|(symbol, count)| (self.text(symbol as u32).trim(), count as usize))
    }

    /// Keeps the rows that are asked for, in their order.
    pub fn keep(&mut self, rows: &[u32]) {
        if rows.len() == self.symbols.len() {
            return; // rows rise: all are kept
        }
        let mut place = 0;
        for row in rows {
            let symbol = self.symbol(*row as usize);
            if let Some(kept) = self.symbols.get_mut(place) {
                *kept = symbol;
            }
            place += 1;
        }
        self.symbols.truncate(place);
    }

    /// The cells of those rows in that order; a row may come several times. About as many of them count as numbers of a
    /// workbook as did before.
    #[must_use]
    pub fn at(self, rows: &[u32]) -> Self {
        let symbols: Vec<u32> = rows.iter().map(|row| self.symbol(*row as usize)).collect();
        let n_typed = u64::from(self.n_typed) * rows.len() as u64 / (self.len() as u64).max(1);
        Self { symbols, n_typed: n_typed as u32, ..self }
    }

    /// Counts so many of the cells, which were added by their symbols, as numbers of a workbook.
    pub fn count_typed(&mut self, n: usize) {
        self.n_typed += n as u32;
    }

    /// Frees what only filling needs.
    pub fn close(&mut self) {
        self.seen = Seen::GivenUp;
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.symbols.shrink_to_fit();
    }

    /// Bytes of memory, about.
    pub fn n_bytes(&self) -> usize {
        let slots = if let Seen::Slots(slots) = &self.seen { slots.capacity() } else { 0 };
        self.text.capacity() + 4 * (self.ends.capacity() + self.symbols.capacity() + 2 * slots)
    }

    #[inline]
    fn symbol_for(&mut self, cell: &str) -> u32 {
        match &self.seen {
            Seen::Slots(slots) => {
                let hash = hash(cell.as_bytes());
                let mask = slots.len() - 1;
                let mut at = hash as usize & mask;
                while let Some(slot) = slots.get(at).copied().filter(|slot| *slot != 0) {
                    if (slot ^ hash) >> 32 == 0 && self.is_text(slot as u32, cell.as_bytes()) {
                        return slot as u32;
                    }
                    at = (at + 1) & mask;
                }
                self.add_at(cell, at, hash)
            }
            Seen::Nothing => {
                self.seen = Seen::Slots(vec![0; 64]);
                self.symbol_for(cell)
            }
            Seen::GivenUp => {
                // Neighbours may be alike all the same.
                let last = self.symbols.last().copied();
                let last = last.filter(|last| *last != 0 && self.is_text(*last, cell.as_bytes()));
                last.unwrap_or_else(|| self.add(cell))
            }
        }
    }

    /// Whether a symbol's text is that.
    #[inline]
    fn is_text(&self, symbol: u32, cell: &[u8]) -> bool {
        let end = |place: u32| self.ends.get(place as usize).map(|end| *end as usize);
        let start = symbol.checked_sub(2).map_or(Some(0), end);
        let (Some(start), Some(end)) = (start, symbol.checked_sub(1).and_then(end)) else { return false };
        self.text.as_bytes().get(start..end).is_some_and(|text| are_same(text, cell))
    }

    #[cold]
    fn add_at(&mut self, cell: &str, at: usize, hash: u64) -> u32 {
        let symbol = self.add(cell);
        if let Seen::Slots(slots) = &mut self.seen
            && let Some(slot) = slots.get_mut(at)
        {
            *slot = hash >> 32 << 32 | u64::from(symbol);
        }
        self.grow();
        symbol
    }

    fn add(&mut self, cell: &str) -> u32 {
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32
    }

    /// Widens the slots when they are three quarters full; gives up where texts hardly repeat.
    fn grow(&mut self) {
        let Seen::Slots(slots) = &self.seen else { return };
        let (n_slots, n) = (slots.len(), self.ends.len());
        if n * 4 < n_slots * 3 {
            return;
        }
        if N_TRIED <= n && self.symbols.len() * 10 < n * 11 {
            self.seen = Seen::GivenUp;
            // Room at once for what is expected: growing by steps would hold the text twice.
            let n_more = self.symbols.capacity() - self.symbols.len();
            let n_bytes = (self.text.len() as u64 * n_more as u64 / n as u64).min(MOST_ROOM) as usize;
            self.ends.reserve_exact(n_more);
            self.text.reserve_exact(n_bytes + n_bytes / 32);
            return;
        }
        let mut slots = vec![0_u64; n_slots * 2];
        let mask = slots.len() - 1;
        for symbol in 1..=n as u32 {
            let hash = hash(self.text(symbol).as_bytes());
            let mut at = hash as usize & mask;
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = hash >> 32 << 32 | u64::from(symbol);
            }
        }
        self.seen = Seen::Slots(slots);
    }
}

impl<'a> FromIterator<&'a str> for Cells {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Self {
        let mut column = Self::default();
        cells.into_iter().for_each(|cell| column.push(cell));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_come_back_as_they_were_pushed() {
        let mut cells: Cells = ["Won", "", "Lost", "Won", " Won"].into_iter().collect();
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["Won", "", "Lost", "Won", " Won"]);
        assert_eq!(cells.n_symbols(), 4);
        assert_eq!(cells.counted().collect::<Vec<_>>(), [("", 1), ("Won", 2), ("Lost", 1), ("Won", 1)]);
        cells.set(1, "Open");
        cells.keep(&[1, 3]);
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["Open", "Won"]);
        assert_eq!((cells.get(7), cells.text(99)), ("", ""));
    }

    #[test]
    fn rows_can_be_taken_several_times() {
        let cells: Cells = ["Won", "", "Lost"].into_iter().collect();
        assert_eq!(cells.at(&[2, 0, 0, 1, 9]).iter().collect::<Vec<_>>(), ["Lost", "Won", "Won", "", ""]);
    }

    #[test]
    fn a_column_of_ids_is_kept_as_well() {
        let ids: Vec<String> = (0..20_000).map(|id| format!("id-{id}")).collect();
        let cells: Cells = ids.iter().map(String::as_str).collect();
        assert!(cells.iter().eq(ids.iter().map(String::as_str)));
    }

    proptest! {
        #[test]
        fn whatever_is_pushed_is_found(texts in prop::collection::vec("[a-c]{0,3}|\\PC{0,20}", 0..300)) {
            let cells: Cells = texts.iter().map(String::as_str).collect();
            prop_assert!(cells.iter().eq(texts.iter().map(String::as_str)));
            prop_assert_eq!(cells.counts().iter().sum::<u32>() as usize, texts.len());
        }
    }
}
