//! Which symbols the texts that cells share have got in the columns of a sheet: most stand in one or two of them.

/// Texts that are kept in mind; those of higher numbers are looked for again.
const N_TEXTS: usize = 1 << 20;

/// By the number of a text, the two columns that held it last, each counted from 1, with its symbol there.
#[derive(Debug, Default)]
pub(super) struct Known {
    places: Vec<[(u32, u32); 2]>,
}

impl Known {
    /// The symbol of a text in a column, if it is known.
    #[inline]
    pub(super) fn symbol(&self, index: u32, column: u32) -> Option<u32> {
        let places = self.places.get(index as usize)?;
        places.iter().find(|(place, _)| *place == column.saturating_add(1)).map(|(_, symbol)| *symbol)
    }

    /// Keeps in mind the symbol of one of `n` texts in a column.
    pub(super) fn note(&mut self, index: u32, column: u32, symbol: u32, n: usize) {
        if self.places.is_empty() {
            self.places = vec![[(0, 0); 2]; n.min(N_TEXTS)];
        }
        if let Some([first, second]) = self.places.get_mut(index as usize) {
            *second = *first;
            *first = (column.saturating_add(1), symbol);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_are_kept_in_mind() {
        let mut known = Known::default();
        assert_eq!(known.symbol(0, 0), None);
        known.note(1, 0, 7, 3);
        known.note(1, 5, 8, 3);
        assert_eq!([0, 5, 6].map(|column| known.symbol(1, column)), [Some(7), Some(8), None]);
        known.note(1, 6, 9, 3);
        assert_eq!([0, 5, 6].map(|column| known.symbol(1, column)), [None, Some(8), Some(9)]);
        known.note(3, 0, 1, 3);
        assert_eq!([0, 2, 3, u32::MAX].map(|index| known.symbol(index, 0)), [None; 4]);
        assert_eq!(known.symbol(0, u32::MAX), None);
    }
}
