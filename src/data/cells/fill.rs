//! Many cells into a column at once.

use super::known::{Cut, Few, Look};
use super::{Cells, Seen};
use crate::data::alike::are_same;

/// Room to work in.
#[derive(Debug, Default)]
pub(in crate::data) struct Room {
    looks: Vec<Look>,
    symbols: Vec<u32>,
    bytes: Vec<u8>,
}

impl Cells {
    /// Adds cells that stand in longer texts.
    pub(in crate::data) fn extend<'t>(&mut self, cells: impl Iterator<Item = Cut<'t>> + Clone, room: &mut Room) {
        let mut n_done = 0;
        if !matches!(self.seen, Seen::GivenUp(_)) {
            self.look_up(cells.clone(), room);
            self.symbols.extend(&room.symbols, self.n_symbols() as u32 - 1);
            n_done = room.symbols.len();
            if matches!(self.seen, Seen::GivenUp(_)) {
                self.symbols.rise();
            }
        }
        let mut rest = cells.skip(n_done);
        while self.symbols.is_rising() && self.append(&mut rest, &mut room.bytes) {}
        for cell in rest {
            let symbol = self.symbol_for(cell, 0);
            self.symbols.push(symbol);
        }
    }

    /// Finds the symbols of cells, up to the one with which the column is given up.
    fn look_up<'t>(&mut self, cells: impl Iterator<Item = Cut<'t>> + Clone, room: &mut Room) {
        room.symbols.clear();
        let n_before = self.symbols.len();
        if matches!(self.seen, Seen::Nothing) {
            self.seen = Seen::Few(Few::new());
        }
        let mut rest = cells.clone();
        while let Seen::Few(few) = &self.seen {
            let mut other = None;
            for cell in rest.by_ref() {
                let look = cell.look();
                let Some(symbol) = few.find(&look, |symbol| self.is_text(symbol, cell.bytes())) else {
                    other = Some((cell, look));
                    break;
                };
                room.symbols.push(symbol);
            }
            let Some((cell, look)) = other else { return };
            let symbol = self.symbol_at(cell, &look, n_before + room.symbols.len());
            room.symbols.push(symbol);
        }
        let n_done = room.symbols.len();
        self.look_up_many(cells.skip(n_done), n_before + n_done, room);
    }

    /// The same among many symbols. What has to come from memory for it comes for many cells at once, where nothing in between
    /// depends on it: first the looks of all, then the symbols that texts of such looks have, then the comparison with their
    /// texts.
    fn look_up_many<'t>(&mut self, cells: impl Iterator<Item = Cut<'t>> + Clone, n_before: usize, room: &mut Room) {
        let Room { looks, symbols, .. } = room;
        let Seen::Many(many) = &self.seen else { return };
        looks.clear();
        looks.extend(cells.clone().map(Cut::look));
        let n_known = symbols.len();
        symbols.extend(looks.iter().map(|look| many.guess(look)));
        let mut n_done = 0;
        for ((cell, look), symbol) in cells.zip(looks.iter()).zip(symbols.iter_mut().skip(n_known)) {
            if !self.is_like(*symbol, look, cell) {
                if matches!(self.seen, Seen::GivenUp(_)) {
                    break;
                }
                *symbol = self.symbol_at(cell, look, n_before + n_done);
            }
            n_done += 1;
        }
        symbols.truncate(n_known + n_done);
    }

    /// Whether a symbol's text is that cell.
    #[inline]
    fn is_like(&self, symbol: u32, look: &Look, cell: Cut<'_>) -> bool {
        let [start, end] = self.place(symbol);
        let text = Cut::new(&self.text, start, end);
        text.look().is(look) && (!look.is_vague() || are_same(text.bytes(), cell.bytes()))
    }

    /// Adds cells each of which gets a symbol of its own, and the first one that may not. Answers whether more may come.
    fn append<'t>(&mut self, cells: &mut impl Iterator<Item = Cut<'t>>, bytes: &mut Vec<u8>) -> bool {
        let (n_text, n_before) = (self.text.len(), self.ends.len());
        let mut last = Cut::default();
        let mut other = None;
        let mut n = 0;
        for cell in cells {
            if are_same(cell.bytes(), last.bytes()) || cell.is_empty() {
                other = Some(cell); // perhaps one to be spared
                break;
            }
            n = cell.put(bytes, n);
            self.ends.push((n_text + n) as u32);
            last = cell;
        }
        // They are cut where letters begin: all of it is text.
        self.text.push_str(std::str::from_utf8(bytes.get(..n).unwrap_or_default()).unwrap_or_default());
        self.symbols.go_on(n_before as u32, self.ends.len() - n_before);
        let Some(cell) = other else { return false };
        let symbol = self.symbol_for(cell, 0);
        self.symbols.push(symbol);
        true
    }
}
