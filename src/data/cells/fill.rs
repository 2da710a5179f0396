//! Many cells into a column at once.

use super::known::{Cut, Known, Look};
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

    /// Finds the symbols of cells, up to the one with which the column is given up. What has to come from memory for it comes
    /// for many cells at once, where nothing in between depends on it: first the looks of all, then the symbols that texts of
    /// such looks have, then the comparison with their texts.
    fn look_up<'t>(&mut self, cells: impl Iterator<Item = Cut<'t>> + Clone, room: &mut Room) {
        let Room { looks, symbols, .. } = room;
        symbols.clear();
        looks.clear();
        looks.extend(cells.clone().map(Cut::look));
        let n_before = self.symbols.len();
        if matches!(self.seen, Seen::Nothing) {
            self.seen = Seen::Known(Known::new());
        }
        let Seen::Known(known) = &self.seen else { return };
        symbols.extend(looks.iter().map(|look| known.guess(*look)));
        let mut n_done = 0;
        for ((cell, look), symbol) in cells.zip(looks.iter()).zip(symbols.iter_mut()) {
            if !self.is_text(*symbol, cell.bytes()) {
                if matches!(self.seen, Seen::GivenUp(_)) {
                    break;
                }
                *symbol = self.symbol_at(cell, *look, n_before + n_done);
            }
            n_done += 1;
        }
        symbols.truncate(n_done);
    }

    /// Adds cells each of which gets a symbol of its own, and the first one that may not. Answers whether more may come.
    fn append<'t>(&mut self, cells: &mut impl Iterator<Item = Cut<'t>>, bytes: &mut Vec<u8>) -> bool {
        bytes.clear();
        let (n_text, n_before) = (self.text.len(), self.ends.len());
        let mut last = Cut::default();
        let mut other = None;
        for cell in cells {
            if are_same(cell.bytes(), last.bytes()) || cell.is_empty() {
                other = Some(cell); // perhaps one to be spared
                break;
            }
            cell.put(bytes);
            self.ends.push((n_text + bytes.len()) as u32);
            last = cell;
        }
        // They are cut where letters begin: all of it is text.
        self.text.push_str(std::str::from_utf8(bytes).unwrap_or_default());
        self.symbols.go_on(n_before as u32, self.ends.len() - n_before);
        let Some(cell) = other else { return false };
        let symbol = self.symbol_for(cell, 0);
        self.symbols.push(symbol);
        true
    }
}
