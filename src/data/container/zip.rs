//! The directory of a ZIP archive, checked before anything is unpacked, and its entries, counted while they are.
//!
//! Source: PKWARE, *.ZIP File Format Specification* 6.3.10. An own reader, since the entries have to be counted before
//! memory is asked for, and must not overlap.

use std::cell::Cell;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::bytes::{slice_at, u8_at, u16_at, u32_at, u64_at};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Entries of this size unpacked are never taken for bombs.
const N_HARMLESS_BYTES: u64 = 1 << 20;

/// An archive in memory.
#[derive(Debug)]
pub(in crate::data) struct Package<'a> {
    bytes: &'a [u8],
    /// Its entries, in the order of the directory.
    pub(in crate::data) entries: Vec<Entry>,
    /// Bytes that may still be unpacked, in all.
    n_left: Cell<u64>,
    n_limit: u64,
}

/// An entry of an archive.
#[derive(Clone, Debug)]
pub(in crate::data) struct Entry {
    /// Its path, with `/` between folders.
    pub(in crate::data) name: String,
    /// Whether it asks for a password.
    pub(in crate::data) is_encrypted: bool,
    /// Its size, as the directory states.
    pub(in crate::data) n_bytes: u64,
    method: u16,
    n_packed: u64,
    crc: u32,
    start: usize,
    end: usize,
}

impl<'a> Package<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] without a directory that makes sense, [`ReadError::TooManyParts`] and
    /// [`ReadError::Bomb`] beyond the limits.
    pub(in crate::data) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let place = find_directory(bytes).ok_or_else(|| damaged("the archive has no directory"))?;
        if limits.n_entries < place.n_entries {
            return Err(ReadError::TooManyParts { n_parts: place.n_entries as u64, limit: limits.n_entries as u64 });
        }
        let mut entries = Vec::with_capacity(place.n_entries);
        let mut at = place.start;
        for _ in 0..place.n_entries {
            let (entry, n) =
                read_entry(bytes, at, place.shift).ok_or_else(|| damaged("the directory of the archive"))?;
            at += n;
            entries.push(entry);
        }
        check(&entries, limits)?;
        let n_limit = limits.n_unpacked_bytes;
        Ok(Self { bytes, entries, n_left: Cell::new(n_limit), n_limit })
    }

    /// The entry of that path, in any case of letters.
    pub(in crate::data) fn find(&self, name: &str) -> Option<&Entry> {
        let name = name.trim_start_matches('/');
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Opens an entry to be unpacked piece by piece.
    ///
    /// # Errors
    /// [`ReadError::Encrypted`], or [`ReadError::NotATable`] for a method other than deflate.
    pub(in crate::data) fn unpack(&self, entry: &Entry) -> Result<Unpacked<'_>, ReadError> {
        if entry.is_encrypted {
            return Err(ReadError::Encrypted);
        }
        let packed = self.bytes.get(entry.start..entry.end).unwrap_or_default();
        let inflate = match entry.method {
            0 => None,
            8 => Some(Box::new(Decompress::new(false))),
            method => return Err(ReadError::NotATable { looks_like: format!("ZIP {}", method_name(method)) }),
        };
        Ok(Unpacked {
            packed,
            inflate,
            n_left: &self.n_left,
            n_limit: self.n_limit,
            entry: entry.clone(),
            n: 0,
            sum: Crc::new(),
        })
    }

    /// All bytes of an entry.
    ///
    /// # Errors
    /// As [`Package::unpack`] and [`Unpacked::read`].
    pub(in crate::data) fn whole(&self, entry: &Entry) -> Result<Vec<u8>, ReadError> {
        let mut unpacked = self.unpack(entry)?;
        let mut bytes = Vec::new();
        let mut n = 0;
        loop {
            if bytes.len() == n {
                // What the directory states is believed for the first mebibyte only.
                bytes.resize((n * 2).clamp(1 << 16, n + (16 << 20)), 0);
            }
            match unpacked.read(bytes.get_mut(n..).unwrap_or_default())? {
                0 => break,
                more => n += more,
            }
        }
        bytes.truncate(n);
        bytes.shrink_to_fit();
        Ok(bytes)
    }

    /// Bytes that may still be unpacked.
    pub(in crate::data) fn n_left(&self) -> u64 {
        self.n_left.get()
    }
}

/// An entry that is being unpacked.
#[derive(Debug)]
pub(in crate::data) struct Unpacked<'a> {
    packed: &'a [u8],
    inflate: Option<Box<Decompress>>,
    n_left: &'a Cell<u64>,
    n_limit: u64,
    entry: Entry,
    n: u64,
    sum: Crc,
}

impl Unpacked<'_> {
    /// Puts the next bytes into `into` and says how many; 0 at the end.
    ///
    /// # Errors
    /// [`ReadError::Bomb`] beyond the limit for the whole archive, [`ReadError::Damaged`] for bytes that cannot be
    /// unpacked, are more than the directory states, or have another checksum.
    pub(in crate::data) fn read(&mut self, into: &mut [u8]) -> Result<usize, ReadError> {
        if into.is_empty() {
            return Ok(0);
        }
        let n = match &mut self.inflate {
            None => {
                let n = self.packed.len().min(into.len());
                if let (Some((piece, rest)), Some(place)) = (self.packed.split_at_checked(n), into.get_mut(..n)) {
                    place.copy_from_slice(piece);
                    self.packed = rest;
                }
                n
            }
            Some(inflate) => loop {
                let (n_in, n_out) = (inflate.total_in(), inflate.total_out());
                let status = inflate.decompress(self.packed, into, FlushDecompress::None);
                let status = status.map_err(|_| damaged(&self.entry.name))?;
                self.packed = self.packed.get((inflate.total_in() - n_in) as usize..).unwrap_or_default();
                let n = (inflate.total_out() - n_out) as usize;
                if 0 < n || status == Status::StreamEnd {
                    break n;
                }
                if self.packed.is_empty() || status == Status::BufError {
                    return Err(damaged(&self.entry.name));
                }
            },
        };
        self.n += n as u64;
        let Some(n_left) = self.n_left.get().checked_sub(n as u64) else {
            return Err(ReadError::Bomb { n_bytes: self.n_limit + 1, limit: self.n_limit });
        };
        self.n_left.set(n_left);
        self.sum.update(into.get(..n).unwrap_or_default());
        let is_at_end = n == 0;
        if self.entry.n_bytes < self.n
            || (is_at_end && (self.n != self.entry.n_bytes || self.sum.sum() != self.entry.crc))
        {
            return Err(damaged(&self.entry.name));
        }
        Ok(n)
    }
}

fn damaged(what: &str) -> ReadError {
    ReadError::Damaged { what: what.into() }
}

/// Where the directory begins, how many entries it has, and how far everything is moved by bytes before the archive.
struct Directory {
    start: usize,
    n_entries: usize,
    shift: usize,
}

fn find_directory(bytes: &[u8]) -> Option<Directory> {
    let from = bytes.len().saturating_sub(22 + 0xFFFF);
    let end = from + memchr::memmem::rfind(bytes.get(from..)?, b"PK\x05\x06")?;
    let mut n_entries = u64::from(u16_at(bytes, end + 10)?);
    let mut n_bytes = u64::from(u32_at(bytes, end + 12)?);
    let mut start = u64::from(u32_at(bytes, end + 16)?);
    let mut directory_end = end;
    let is_large = n_entries == 0xFFFF || n_bytes == 0xFFFF_FFFF || start == 0xFFFF_FFFF;
    if is_large && end.checked_sub(20).and_then(|at| slice_at(bytes, at, 4)) == Some(b"PK\x06\x07") {
        let stated = usize::try_from(u64_at(bytes, end - 12)?).ok()?;
        // The record mostly stands right before its locator, wherever it is said to stand.
        let record = [Some(stated), end.checked_sub(76)].into_iter().flatten();
        let record = record.into_iter().find(|at| slice_at(bytes, *at, 4) == Some(b"PK\x06\x06"))?;
        n_entries = u64_at(bytes, record + 32)?;
        n_bytes = u64_at(bytes, record + 40)?;
        start = u64_at(bytes, record + 48)?;
        directory_end = record;
    }
    let place = directory_end.checked_sub(usize::try_from(n_bytes).ok()?)?;
    let shift = place.checked_sub(usize::try_from(start).ok()?)?;
    Some(Directory { start: place, n_entries: usize::try_from(n_entries).ok()?, shift })
}

/// The entry whose record begins there, and how long the record is.
fn read_entry(bytes: &[u8], at: usize, shift: usize) -> Option<(Entry, usize)> {
    if slice_at(bytes, at, 4)? != b"PK\x01\x02" {
        return None;
    }
    let flags = u16_at(bytes, at + 8)?;
    let n_name = usize::from(u16_at(bytes, at + 28)?);
    let n_extra = usize::from(u16_at(bytes, at + 30)?);
    let n_comment = usize::from(u16_at(bytes, at + 32)?);
    let name = slice_at(bytes, at + 46, n_name)?;
    let mut n_bytes = u64::from(u32_at(bytes, at + 24)?);
    let mut n_packed = u64::from(u32_at(bytes, at + 20)?);
    let mut start = u64::from(u32_at(bytes, at + 42)?);
    let mut extra = slice_at(bytes, at + 46 + n_name, n_extra)?;
    while let (Some(id), Some(n)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let field = slice_at(extra, 4, usize::from(n)).unwrap_or_default();
        if id == 1 {
            // Sizes of 64 bits, each only where the place for 32 is full of ones.
            let mut place = 0;
            for size in [&mut n_bytes, &mut n_packed, &mut start] {
                if *size == 0xFFFF_FFFF {
                    *size = u64_at(field, place)?;
                    place += 8;
                }
            }
        }
        extra = extra.get(4 + usize::from(n)..).unwrap_or_default();
    }
    let local = usize::try_from(start).ok()?.checked_add(shift)?;
    if slice_at(bytes, local, 4)? != b"PK\x03\x04" {
        return None;
    }
    let n_head = 30 + usize::from(u16_at(bytes, local + 26)?) + usize::from(u16_at(bytes, local + 28)?);
    let start = local.checked_add(n_head)?;
    let end = start.checked_add(usize::try_from(n_packed).ok()?)?;
    let entry = Entry {
        name: decode_name(name, flags & 0x800 != 0),
        is_encrypted: flags & 1 != 0,
        n_bytes,
        method: u16_at(bytes, at + 10)?,
        n_packed,
        crc: u32_at(bytes, at + 16)?,
        start,
        end: if end <= bytes.len() { end } else { return None },
    };
    Some((entry, 46 + n_name + n_extra + n_comment))
}

fn decode_name(name: &[u8], is_utf8: bool) -> String {
    let name = match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) if is_utf8 => String::from_utf8_lossy(name).into_owned(),
        Err(_) => oem_cp::decode_string_complete_table(name, &oem_cp::code_table::DECODING_TABLE_CP437),
    };
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}

/// Sizes, ratios and overlaps, as the directory states them.
fn check(entries: &[Entry], limits: &Limits) -> Result<(), ReadError> {
    let mut n_all = 0_u64;
    for entry in entries {
        n_all = n_all.saturating_add(entry.n_bytes);
        let most = entry.n_packed.saturating_mul(limits.ratio).saturating_add(N_HARMLESS_BYTES);
        if most < entry.n_bytes {
            return Err(ReadError::Bomb { n_bytes: entry.n_bytes, limit: most });
        }
    }
    if limits.n_unpacked_bytes < n_all {
        return Err(ReadError::Bomb { n_bytes: n_all, limit: limits.n_unpacked_bytes });
    }
    let mut ranges: Vec<(usize, usize)> = entries.iter().map(|entry| (entry.start, entry.end)).collect();
    ranges.sort_unstable();
    if ranges.windows(2).any(|pair| matches!(pair, [a, b] if b.0 < a.1 || (b.0 == a.0 && b != a))) {
        return Err(damaged("entries of the archive overlap"));
    }
    if ranges.windows(2).any(|pair| matches!(pair, [a, b] if a == b && a.0 < a.1)) {
        return Err(damaged("entries of the archive overlap"));
    }
    Ok(())
}

fn method_name(method: u16) -> String {
    match method {
        9 => "Deflate64".into(),
        12 => "BZIP2".into(),
        14 => "LZMA".into(),
        93 => "Zstandard".into(),
        95 => "XZ".into(),
        99 => "AES".into(),
        _ => method.to_string(),
    }
}

/// Whether the bytes begin as an archive does.
pub(in crate::data) fn is_archive(start: &[u8]) -> bool {
    start.starts_with(b"PK") && matches!((u8_at(start, 2), u8_at(start, 3)), (Some(3), Some(4)) | (Some(5), Some(6)))
}
