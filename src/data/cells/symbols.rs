//! The symbols of a column's cells, in as few bytes as they need.

/// Symbols by row. Where each row has the symbol after the one before, as where a column's texts hardly repeat, none is
/// stored.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Symbols {
    stored: Stored,
    /// The symbol of the first row behind those that are stored, and how many rows there are.
    first: u32,
    n_rising: usize,
    /// Whether more such rows are expected.
    is_rising: bool,
}

/// Symbols of one, two or four bytes each.
#[derive(Clone, Debug)]
enum Stored {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Words(Vec<u32>),
}

impl Default for Stored {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

/// The same for symbols of any width.
macro_rules! stored {
    ($stored:expr, $symbols:ident => $done:expr) => {
        match $stored {
            Stored::Bytes($symbols) => $done,
            Stored::Shorts($symbols) => $done,
            Stored::Words($symbols) => $done,
        }
    };
}

impl Symbols {
    /// So many times 0.
    pub(super) fn blank(n: usize) -> Self {
        Self { stored: Stored::Bytes(vec![0; n]), ..Self::default() }
    }

    pub(super) fn reserve(&mut self, n: usize) {
        if !self.is_rising {
            stored!(&mut self.stored, symbols => symbols.reserve(n));
        }
    }

    /// Rows for which there is room.
    pub(super) fn capacity(&self) -> usize {
        stored!(&self.stored, symbols => symbols.capacity())
    }

    pub(super) fn n_bytes(&self) -> usize {
        stored!(&self.stored, symbols => symbols.first().map_or(0, |symbol| symbols.capacity() * size_of_val(symbol)))
    }

    pub(in crate::data) fn len(&self) -> usize {
        self.n_stored() + self.n_rising
    }

    #[inline]
    fn n_stored(&self) -> usize {
        stored!(&self.stored, symbols => symbols.len())
    }

    /// The symbol of a row; `None` beyond the end.
    #[inline]
    pub(in crate::data) fn get(&self, row: usize) -> Option<u32> {
        let symbol = match &self.stored {
            Stored::Bytes(symbols) => symbols.get(row).map(|symbol| u32::from(*symbol)),
            Stored::Shorts(symbols) => symbols.get(row).map(|symbol| u32::from(*symbol)),
            Stored::Words(symbols) => symbols.get(row).copied(),
        };
        if symbol.is_some() || self.n_rising == 0 {
            return symbol;
        }
        let place = row - self.n_stored();
        (place < self.n_rising).then(|| self.first + place as u32)
    }

    pub(super) fn last(&self) -> Option<u32> {
        self.len().checked_sub(1).and_then(|row| self.get(row))
    }

    /// All symbols in order.
    pub(in crate::data) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.len()).map(|row| self.get(row).unwrap_or(0))
    }

    /// Hands on all symbols in order: faster than one by one.
    #[inline]
    pub(in crate::data) fn each(&self, mut each: impl FnMut(u32)) {
        match &self.stored {
            Stored::Bytes(symbols) => symbols.iter().for_each(|symbol| each(u32::from(*symbol))),
            Stored::Shorts(symbols) => symbols.iter().for_each(|symbol| each(u32::from(*symbol))),
            Stored::Words(symbols) => symbols.iter().for_each(|symbol| each(*symbol)),
        }
        (0..self.n_rising as u32).for_each(|place| each(self.first + place));
    }

    /// Puts the symbols of rows in place of others, as far as there are such rows.
    pub(in crate::data) fn copy(&self, rows: std::ops::Range<usize>, symbols: &mut Vec<u32>) {
        symbols.clear();
        let n_stored = self.n_stored();
        let (start, end) = (rows.start.min(n_stored), rows.end.min(n_stored));
        stored!(&self.stored, stored => add(stored.get(start..end).unwrap_or_default(), symbols));
        let place = |row: usize| row.saturating_sub(n_stored).min(self.n_rising) as u32;
        symbols.extend((place(rows.start)..place(rows.end)).map(|place| self.first + place));
    }

    /// Whether each row is expected to have the symbol after the one before.
    pub(super) fn is_rising(&self) -> bool {
        self.is_rising
    }

    /// Symbols that are not stored. All others are smaller.
    pub(super) fn rising(&self) -> std::ops::Range<u32> {
        self.first..self.first + self.n_rising as u32
    }

    /// How many rows have each of the symbols below `n`.
    pub(super) fn counts(&self, n: usize) -> Vec<u32> {
        let mut counts = vec![0; n];
        let mut see = |symbol: u32| {
            if let Some(count) = counts.get_mut(symbol as usize) {
                *count += 1;
            }
        };
        match &self.stored {
            Stored::Bytes(symbols) => symbols.iter().for_each(|symbol| see(u32::from(*symbol))),
            Stored::Shorts(symbols) => symbols.iter().for_each(|symbol| see(u32::from(*symbol))),
            Stored::Words(symbols) => symbols.iter().for_each(|symbol| see(*symbol)),
        }
        self.rising().take_while(|symbol| (*symbol as usize) < n).for_each(see);
        counts
    }

    /// Adds a symbol.
    #[inline]
    pub(super) fn push(&mut self, symbol: u32) {
        if self.is_rising {
            // The last symbol there can be is stored, so that their end is a number too.
            if u64::from(symbol) == u64::from(self.first) + self.n_rising as u64 && symbol < u32::MAX {
                self.n_rising += 1;
                return;
            }
            self.store_all();
        }
        self.fit(symbol);
        stored!(&mut self.stored, symbols => symbols.push(symbol as _));
    }

    /// Adds symbols, none above `most`.
    pub(super) fn extend(&mut self, more: &[u32], most: u32) {
        if self.is_rising {
            return more.iter().for_each(|symbol| self.push(*symbol));
        }
        self.fit(most);
        match &mut self.stored {
            Stored::Bytes(symbols) => symbols.extend(more.iter().map(|symbol| *symbol as u8)),
            Stored::Shorts(symbols) => symbols.extend(more.iter().map(|symbol| *symbol as u16)),
            Stored::Words(symbols) => symbols.extend_from_slice(more),
        }
    }

    /// Adds so many symbols, each the one after that before it.
    pub(super) fn go_on(&mut self, from: u32, n: usize) {
        let is_next = u64::from(from) == u64::from(self.first) + self.n_rising as u64;
        if self.is_rising && is_next && n as u64 <= u64::from(u32::MAX - from) {
            self.n_rising += n;
        } else {
            (0..n as u32).for_each(|place| self.push(from.saturating_add(place)));
        }
    }

    /// From here on each row is expected to have the symbol after the one before. Rows of which that is true already are
    /// stored no more.
    pub(super) fn rise(&mut self) {
        let mut n = 0;
        let (n_rows, last) = (self.len(), u64::from(self.last().unwrap_or(0)));
        let mut first = self.first;
        while let Some(symbol) = n_rows.checked_sub(n + 1).and_then(|row| self.get(row))
            && u64::from(symbol) + n as u64 == last
        {
            (first, n) = (symbol, n + 1);
        }
        // One that stands above as well is counted there.
        let n_above = n_rows - n;
        let most = self.iter().take(n_above).max().unwrap_or(0);
        let n_known = if 0 < n_above && first <= most { (most - first) as usize + 1 } else { 0 };
        let n = n.saturating_sub(n_known);
        if n == 0 || last == u64::from(u32::MAX) {
            return;
        }
        stored!(&mut self.stored, symbols => {
            symbols.truncate(n_rows - n);
            symbols.shrink_to_fit();
        });
        (self.first, self.n_rising, self.is_rising) = (first + n_known as u32, n, true);
    }

    /// Puts another symbol in a row's place.
    pub(super) fn set(&mut self, row: usize, symbol: u32) {
        if row < self.len() && self.get(row) != Some(symbol) {
            self.store_all();
            self.fit(symbol);
            stored!(&mut self.stored, symbols => if let Some(place) = symbols.get_mut(row) { *place = symbol as _ });
        }
    }

    /// Fills up with 0 to so many.
    pub(super) fn pad(&mut self, n: usize) {
        if self.len() < n {
            self.store_all();
            stored!(&mut self.stored, symbols => symbols.resize(n, 0));
        }
    }

    /// Puts another in place of each symbol.
    pub(super) fn replace(&mut self, image: &[u32]) {
        let mut replaced = Self::default();
        replaced.reserve(self.len());
        self.each(|symbol| replaced.push(image.get(symbol as usize).copied().unwrap_or(symbol)));
        *self = replaced;
    }

    /// Those of some rows, in the rows' order; 0 beyond the end.
    pub(super) fn at(&self, rows: &[u32]) -> Self {
        let mut taken = Self::default();
        taken.reserve(rows.len());
        for row in rows {
            taken.push(self.get(*row as usize).unwrap_or(0));
        }
        taken
    }

    /// Keeps the rows that are asked for, which rise.
    pub(super) fn keep(&mut self, rows: &[u32]) {
        let (start, end) =
            (rows.first().map_or(0, |row| *row as usize), rows.last().map_or(0, |row| *row as usize + 1));
        if end - start == rows.len() && end <= self.len() {
            return self.keep_between(start, end);
        }
        self.store_all();
        stored!(&mut self.stored, symbols => {
            for (place, row) in rows.iter().enumerate() {
                let symbol = symbols.get(*row as usize).copied().unwrap_or(0);
                if let Some(kept) = symbols.get_mut(place) {
                    *kept = symbol;
                }
            }
            symbols.truncate(rows.len());
        });
    }

    fn keep_between(&mut self, start: usize, end: usize) {
        let n_stored = self.n_stored();
        let n_before = start.saturating_sub(n_stored);
        self.first += n_before as u32;
        self.n_rising = end.saturating_sub(n_stored.max(start));
        self.is_rising &= 0 < self.n_rising;
        stored!(&mut self.stored, symbols => {
            symbols.truncate(end);
            symbols.drain(..start.min(symbols.len()));
        });
    }

    pub(super) fn shrink(&mut self) {
        stored!(&mut self.stored, symbols => symbols.shrink_to_fit());
    }

    /// Makes room in each place for a symbol as large as that.
    #[inline]
    fn fit(&mut self, symbol: u32) {
        match &self.stored {
            Stored::Bytes(_) if u8::try_from(symbol).is_ok() => {}
            Stored::Shorts(_) if u16::try_from(symbol).is_ok() => {}
            Stored::Words(_) => {}
            _ => self.widen(symbol),
        }
    }

    #[cold]
    fn widen(&mut self, symbol: u32) {
        let n = self.capacity();
        self.stored = match std::mem::take(&mut self.stored) {
            Stored::Bytes(symbols) if u16::try_from(symbol).is_ok() => Stored::Shorts(wide(&symbols, n)),
            Stored::Bytes(symbols) => Stored::Words(wide(&symbols, n)),
            Stored::Shorts(symbols) => Stored::Words(wide(&symbols, n)),
            words @ Stored::Words(_) => words,
        };
    }

    /// Stores the rising ones like the others.
    fn store_all(&mut self) {
        self.is_rising = false;
        let (first, n) = (self.first, std::mem::take(&mut self.n_rising) as u32);
        if 0 < n {
            self.fit(first + (n - 1));
            stored!(&mut self.stored, symbols => (0..n).for_each(|place| symbols.push((first + place) as _)));
        }
    }
}

/// The same numbers in more bytes each, with room for `n`.
fn wide<N: Copy, W: From<N>>(symbols: &[N], n: usize) -> Vec<W> {
    let mut wide = Vec::with_capacity(n);
    wide.extend(symbols.iter().map(|symbol| W::from(*symbol)));
    wide
}

fn add<N: Copy + Into<u32>>(stored: &[N], symbols: &mut Vec<u32>) {
    symbols.extend(stored.iter().map(|symbol| (*symbol).into()));
}

#[cfg(test)]
mod tests;
