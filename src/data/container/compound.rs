//! Streams of a compound file, in which old spreadsheets and encrypted new ones are kept.
//!
//! Source: Microsoft, *[MS-CFB]: Compound File Binary File Format*.

use std::collections::BTreeSet;

use super::bytes::{slice_at, u8_at, u16_at, u32_at};

/// Numbers of sectors from here on have a meaning of their own.
const N_SECTORS: u32 = 0xFFFF_FFFA;

/// A compound file in memory.
#[derive(Debug)]
pub(in crate::data) struct Compound<'a> {
    bytes: &'a [u8],
    n_sector: usize,
    /// The sector after each.
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Stream>,
    /// Streams that stand in no folder.
    top: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Stream {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    n_bytes: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory; `None` for a file that is damaged.
    pub(in crate::data) fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let n_sector = match shift {
            9 | 12 => 1_usize << shift,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            n_sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
            top: Vec::new(),
        };
        file.next = file.sector_table();
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        let (entries, _) = directory.as_chunks::<128>();
        file.entries = entries.iter().filter_map(|entry| stream(entry, shift == 9)).collect();
        let root = file.entries.first()?.clone();
        let next_small = file.chain(u32_at(bytes, 60)?, usize::MAX);
        file.next_small = next_small.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect();
        file.small = file.chain(root.start, root.n_bytes);
        file.top = file.beside(root.child);
        Some(file)
    }

    /// Whether a stream or folder of that name stands at the top.
    pub(in crate::data) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a stream at the top.
    pub(in crate::data) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let stream = self.find(name)?;
        Some(if stream.n_bytes < 4_096 {
            self.small_chain(stream.start, stream.n_bytes)
        } else {
            self.chain(stream.start, stream.n_bytes)
        })
    }

    fn find(&self, name: &str) -> Option<&Stream> {
        let mut top = self.top.iter().filter_map(|index| self.entries.get(*index));
        top.find(|stream| stream.name.eq_ignore_ascii_case(name))
    }

    /// The entry and all that hang beside it in the tree of a folder.
    fn beside(&self, first: u32) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut open = vec![first];
        while let Some(index) = open.pop() {
            let Some(stream) = self.entries.get(index as usize) else { continue };
            if stream.kind != 0 && seen.insert(index as usize) {
                open.extend([stream.left, stream.right]);
            }
        }
        seen.into_iter().collect()
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.n_sector)?;
        // The last sector may be cut short.
        self.bytes
            .get(start..start.saturating_add(self.n_sector).min(self.bytes.len()))
            .filter(|sector| !sector.is_empty())
    }

    /// Which sector follows which, from the sectors that hold the table.
    fn sector_table(&self) -> Vec<u32> {
        let n_most = self.bytes.len() / self.n_sector + 1;
        let mut places: Vec<u32> = (0..109).filter_map(|place| u32_at(self.bytes, 76 + 4 * place)).collect();
        let mut more = u32_at(self.bytes, 68).unwrap_or(N_SECTORS);
        let mut n_more = 0;
        while let Some(sector) =
            Some(more).filter(|more| *more < N_SECTORS && n_more < n_most).and_then(|more| self.sector(more))
        {
            let (numbers, _) = sector.as_chunks::<4>();
            let Some((last, numbers)) = numbers.split_last() else { break };
            places.extend(numbers.iter().map(|number| u32::from_le_bytes(*number)));
            more = u32::from_le_bytes(*last);
            n_more += 1;
        }
        let places = places.into_iter().filter(|place| *place < N_SECTORS).take(n_most);
        let mut next = Vec::new();
        for sector in places.filter_map(|place| self.sector(place)) {
            next.extend(sector.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)));
            if n_most < next.len() {
                break; // no more sectors than the file has room for
            }
        }
        next
    }

    /// The bytes of the sectors that follow each other, at most `n_bytes` and never more than the file has.
    fn chain(&self, first: u32, n_bytes: usize) -> Vec<u8> {
        let n_bytes = n_bytes.min(self.bytes.len());
        let mut bytes = Vec::new();
        let mut number = first;
        while let Some(sector) = Some(number).filter(|_| bytes.len() < n_bytes).and_then(|number| self.sector(number)) {
            bytes.extend_from_slice(sector);
            number = self.next.get(number as usize).copied().unwrap_or(N_SECTORS);
        }
        bytes.truncate(n_bytes);
        bytes
    }

    fn small_chain(&self, first: u32, n_bytes: usize) -> Vec<u8> {
        let n_bytes = n_bytes.min(self.small.len());
        let mut bytes = Vec::new();
        let mut number = first;
        while let Some(sector) = Some(number)
            .filter(|_| bytes.len() < n_bytes)
            .and_then(|number| slice_at(&self.small, (number as usize).checked_mul(64)?, 64))
        {
            bytes.extend_from_slice(sector);
            number = self.next_small.get(number as usize).copied().unwrap_or(N_SECTORS);
        }
        bytes.truncate(n_bytes);
        bytes
    }
}

fn stream(entry: &[u8], is_small: bool) -> Option<Stream> {
    let n_name = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(62);
    let units = slice_at(entry, 0, n_name)?.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let high = if is_small { 0 } else { u32_at(entry, 124)? };
    Some(Stream {
        name: char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
        kind: u8_at(entry, 66)?,
        left: u32_at(entry, 68)?,
        right: u32_at(entry, 72)?,
        child: u32_at(entry, 76)?,
        start: u32_at(entry, 116)?,
        n_bytes: if high == 0 { u32_at(entry, 120)? as usize } else { usize::MAX },
    })
}
