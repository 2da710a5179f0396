//! Bytes that grow by pieces: nothing is moved, and no more is taken than is needed.

/// Bytes of a piece, about.
const N_PIECE: usize = 64 * 1_024;

/// Bytes that are added at the end.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    full: Vec<Vec<u8>>,
    last: Vec<u8>,
}

impl Chunks {
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

    pub(super) fn len(&self) -> usize {
        self.full.iter().map(Vec::len).sum::<usize>() + self.last.len()
    }

    /// Adds all of them to others. A piece is freed when it is written.
    pub(super) fn write(self, bytes: &mut Vec<u8>) {
        for piece in self.full {
            bytes.extend_from_slice(&piece);
        }
        bytes.extend_from_slice(&self.last);
    }
}
