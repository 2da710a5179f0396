//! Columns on their way from one reader to another, in few bytes.

use crate::data::cells::{Cells, Cut, Room, hardly_repeat};

/// Cells that are unpacked at once.
const N_AT_ONCE: usize = 4_096;
/// How the symbols of a column are written.
const IN_ORDER: u8 = 0;

/// The cells of a column: its distinct texts (how many, their lengths, the texts) and the symbols of its cells, in as many
/// bytes as the largest needs. Where each cell has the next symbol, none are written.
pub(super) fn pack(cells: &Cells) -> Vec<u8> {
    let n_texts = cells.n_symbols() - 1;
    let texts = || (1..=n_texts as u32).map(|symbol| cells.text(symbol));
    let is_in_order = n_texts == cells.len() && cells.symbols().iter().zip(1..).all(|(symbol, next)| symbol == next);
    let width = match n_texts {
        _ if is_in_order => IN_ORDER,
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let n_bytes = texts().map(str::len).sum::<usize>();
    let mut bytes = Vec::with_capacity(9 + 4 * n_texts + n_bytes + usize::from(width) * cells.len());
    bytes.push(width);
    bytes.extend((cells.len() as u32).to_le_bytes());
    bytes.extend((n_texts as u32).to_le_bytes());
    texts().for_each(|text| bytes.extend((text.len() as u32).to_le_bytes()));
    texts().for_each(|text| bytes.extend_from_slice(text.as_bytes()));
    match width {
        IN_ORDER => {}
        1 => cells.symbols().each(|symbol| bytes.push(symbol as u8)),
        2 => cells.symbols().each(|symbol| bytes.extend((symbol as u16).to_le_bytes())),
        _ => cells.symbols().each(|symbol| bytes.extend(symbol.to_le_bytes())),
    }
    bytes
}

/// Adds the cells of a packed column; `None` if the bytes are none.
pub(super) fn unpack(bytes: &[u8], cells: &mut Cells) -> Option<()> {
    let (width, rest) = bytes.split_first()?;
    let (head, rest) = rest.split_first_chunk::<8>()?;
    let (n_cells, n_texts) = head.split_at_checked(4)?;
    let (n_cells, n_texts) = (number(n_cells)?, number(n_texts)?);
    let (lengths, rest) = rest.split_at_checked(n_texts.checked_mul(4)?)?;
    let (lengths, _) = lengths.as_chunks::<4>();
    // Where each text begins, and the last one ends; the empty text of number 0 goes before them.
    let mut places = Vec::with_capacity(n_texts + 2);
    places.extend([0, 0]);
    let mut n_bytes = 0_usize;
    for length in lengths {
        n_bytes = n_bytes.checked_add(u32::from_le_bytes(*length) as usize)?;
        places.push(n_bytes);
    }
    let (texts, numbers) = rest.split_at_checked(n_bytes)?;
    let texts = std::str::from_utf8(texts).ok()?;
    let are_cut = places.iter().all(|place| texts.is_char_boundary(*place));
    let n_there = match *width {
        IN_ORDER => n_texts,
        width @ (1 | 2 | 4) => numbers.len() / usize::from(width),
        _ => return None,
    };
    if !are_cut || n_there != n_cells {
        return None;
    }
    let text = |number: usize| {
        let place = |number| places.get(number).copied().unwrap_or(n_bytes);
        Cut::new(texts, place(number), place(number + 1))
    };
    let mut room = Room::default();
    if *width == IN_ORDER {
        for from in (1..=n_texts).step_by(N_AT_ONCE) {
            cells.extend((from..(from + N_AT_ONCE).min(n_texts + 1)).map(text), &mut room);
        }
        return Some(());
    }
    // Where a text hardly comes twice, its number is no shorter way.
    let are_alone = cells.is_given_up() || hardly_repeat(n_texts, n_cells);
    let mut symbols = Vec::new();
    if !are_alone {
        symbols.reserve(n_texts + 1);
        symbols.extend((0..=n_texts).map(|number| cells.symbol_of(text(number))));
    }
    let mut these = Vec::with_capacity(N_AT_ONCE);
    for numbers in numbers.chunks(N_AT_ONCE * usize::from(*width)) {
        these.clear();
        match *width {
            1 => these.extend(numbers.iter().map(|number| u32::from(*number))),
            2 => these.extend(numbers.as_chunks().0.iter().map(|number| u32::from(u16::from_le_bytes(*number)))),
            _ => these.extend(numbers.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number))),
        }
        if these.iter().any(|number| n_texts < *number as usize) {
            return None;
        }
        if are_alone {
            cells.extend(these.iter().map(|number| text(*number as usize)), &mut room);
        } else {
            for number in &mut these {
                *number = symbols.get(*number as usize).copied().unwrap_or(0);
            }
            cells.push_symbols(&these);
        }
    }
    Some(())
}

fn number(bytes: &[u8]) -> Option<usize> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_are_joined_as_if_they_had_been_one(
            first in prop::collection::vec("[a-c]{0,2}", 0..40),
            second in prop::collection::vec("[a-c]{0,2}|\\PC{0,9}", 0..400),
        ) {
            let of = |texts: &[String]| texts.iter().map(String::as_str).collect::<Cells>();
            let mut joined = of(&first);
            prop_assert_eq!(unpack(&pack(&of(&second)), &mut joined), Some(()));
            prop_assert_eq!(joined, of(&[first, second].concat()));
        }

        #[test]
        fn other_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            unpack(&bytes, &mut Cells::default());
        }
    }

    #[test]
    fn columns_of_many_texts_are_joined() {
        for n in [300, 70_000] {
            let texts: Vec<String> = (0..n).chain(0..n / 2).map(|id| format!("id-{id}")).collect();
            for texts in [texts.as_slice(), &texts[..n]] {
                let whole: Cells = texts.iter().map(String::as_str).collect();
                let (first, second) = texts.split_at(texts.len() / 3);
                let mut joined: Cells = first.iter().map(String::as_str).collect();
                let second: Cells = second.iter().map(String::as_str).collect();
                assert_eq!(unpack(&pack(&second), &mut joined), Some(()));
                assert_eq!(joined, whole);
            }
        }
    }
}
