//! Bytes that grow by pieces: nothing is moved, and no more is taken than is needed.

/// Bytes of a piece, about.
const N_PIECE: usize = 64 * 1_024;

/// Bytes that are added at the end, such as those of a dataset.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    full: Vec<Vec<u8>>,
    last: Vec<u8>,
}

impl Pieces {
    /// Where the next few bytes go.
    #[inline]
    pub(super) fn end(&mut self) -> &mut Vec<u8> {
        self.room(32)
    }

    /// The same for so many bytes.
    #[inline]
    pub(super) fn room(&mut self, n: usize) -> &mut Vec<u8> {
        if N_PIECE < self.last.len() + n {
            self.turn();
        }
        &mut self.last
    }

    #[cold]
    fn turn(&mut self) {
        self.full.push(std::mem::replace(&mut self.last, Vec::with_capacity(N_PIECE)));
    }

    /// How many bytes there are.
    pub fn n_bytes(&self) -> usize {
        self.iter().map(<[u8]>::len).sum()
    }

    /// The pieces in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> + Clone {
        self.full.iter().chain([&self.last]).map(Vec::as_slice)
    }

    /// All bytes together.
    pub fn whole(self) -> Vec<u8> {
        if self.full.is_empty() {
            return self.last;
        }
        let mut bytes = Vec::with_capacity(self.n_bytes());
        self.full.into_iter().for_each(|piece| bytes.extend(piece));
        bytes.extend(self.last);
        bytes
    }

    /// Adds others, which stay where they are.
    pub(super) fn append(&mut self, others: Self) {
        let last = std::mem::replace(&mut self.last, others.last);
        self.full.extend((!last.is_empty()).then_some(last));
        self.full.extend(others.full);
    }
}

impl From<Vec<u8>> for Pieces {
    fn from(last: Vec<u8>) -> Self {
        Self { full: Vec::new(), last }
    }
}
