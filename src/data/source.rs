//! Where a file's bytes come from: memory, a path, a browser's file. It can be read more than once.

use super::issue::ReadError;

/// A file that can be read from its beginning, as often as needed.
pub trait Source {
    /// Its name, for people and as a key.
    fn name(&self) -> &str;

    /// How many bytes it has.
    fn n_bytes(&self) -> u64;

    /// Hands all bytes on, piece by piece from the beginning, until `each` says that it has enough.
    ///
    /// # Errors
    /// [`ReadError::Gone`] if the file cannot be read any more.
    fn read(&mut self, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError>;

    /// The same for the bytes between two places.
    ///
    /// # Errors
    /// [`ReadError::Gone`] if the file cannot be read any more.
    fn read_between(&mut self, from: u64, to: u64, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError> {
        let mut at = 0;
        self.read(&mut |piece| {
            let within = |place: u64| place.saturating_sub(at).min(piece.len() as u64) as usize;
            let wanted = piece.get(within(from)..within(to)).unwrap_or_default();
            at += piece.len() as u64;
            (wanted.is_empty() || each(wanted)) && at < to
        })
    }
}

/// A file whose bytes are all in memory.
#[derive(Clone, Debug)]
pub struct Bytes<'a> {
    name: &'a str,
    all: &'a [u8],
    n_piece: usize,
}

impl<'a> Bytes<'a> {
    /// The bytes of the file of that name.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, all: bytes, n_piece: 1 << 20 }
    }

    /// The same, handed on in pieces of so many bytes.
    #[must_use]
    pub fn in_pieces(self, n_piece: usize) -> Self {
        Self { n_piece: n_piece.max(1), ..self }
    }
}

impl Source for Bytes<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn n_bytes(&self) -> u64 {
        self.all.len() as u64
    }

    fn read(&mut self, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError> {
        let _ = self.all.chunks(self.n_piece).all(each);
        Ok(())
    }
}

/// All bytes of a source. The caller has checked its size.
pub(super) fn whole(source: &mut dyn Source) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::with_capacity(source.n_bytes() as usize);
    source.read(&mut |piece| {
        bytes.extend_from_slice(piece);
        true
    })?;
    Ok(bytes)
}

/// The first bytes of a source, at most so many.
pub(super) fn start(source: &mut dyn Source, n: usize) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::with_capacity(n.min(source.n_bytes() as usize));
    source.read_between(0, n as u64, &mut |piece| {
        bytes.extend(piece.iter().take(n - bytes.len()));
        bytes.len() < n
    })?;
    Ok(bytes)
}
