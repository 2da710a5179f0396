//! What several readers make of a file is what one makes of it.

use super::*;
use crate::data::source::Bytes;
use crate::data::{Choices, FileTables, finish_in_parts, read, read_in_parts};

/// Reads with `n` readers, of which one may be lost; says how many parts were joined.
fn in_parts(bytes: &[u8], n: usize, lost: Option<usize>) -> (Result<FileTables, ReadError>, Option<usize>) {
    let (choices, limits) = (Choices::new(), Limits::default());
    let mut source = Bytes::new("deals.csv", bytes).in_pieces(1 << 20);
    let Some(mut first) = read_in_parts(&mut source, &choices, &limits, n) else {
        return (read(&mut source, &choices, &limits), None);
    };
    let mut n_joined = 0;
    'parts: for part in first.parts().to_vec() {
        let mut pieces = bytes[part.from as usize..part.to as usize].chunks(1 << 18);
        if part.reader == 0 {
            for piece in pieces {
                match first.push(piece) {
                    Ok(true) => {}
                    Ok(false) => break 'parts,
                    Err(error) => return (Err(error), None),
                }
            }
            continue;
        }
        let mut reading = PartReading::new(&part, &limits);
        let _ = pieces.all(|piece| reading.push(piece));
        let mut sent = Vec::new();
        reading.send(&mut |piece| sent.push(piece.to_vec()));
        if lost == Some(n_joined) {
            sent.truncate(3);
        }
        for piece in sent {
            match first.join(&part, &piece) {
                Joined::More => {}
                Joined::Whole => {
                    n_joined += 1;
                    continue 'parts;
                }
                Joined::Refused => break 'parts,
            }
        }
        break;
    }
    (finish_in_parts(first, &mut source, &choices, &limits), Some(n_joined))
}

/// `expected` is how many parts are joined.
#[track_caller]
fn check(bytes: &[u8], n: usize, lost: Option<usize>, expected: Option<usize>) {
    let one = read(&mut Bytes::new("deals.csv", bytes), &Choices::new(), &Limits::default());
    let (several, n_joined) = in_parts(bytes, n, lost);
    assert!(several == one, "{n} readers");
    assert_eq!(n_joined, expected);
}

/// A file of so many rows.
fn file(n: usize, row: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = "id,account,note,amount,empty,late\n".to_owned();
    (0..n).for_each(|at| text.push_str(&row(at)));
    text.into_bytes()
}

fn plain(at: usize) -> String {
    let late = if at < 25_000 { String::new() } else { format!("late {}", at % 9) };
    let note = if at.is_multiple_of(3) { "\"a, \"\"b\"\"\"".to_owned() } else { format!("note {at}") };
    format!("D-{at:09},Account number {} Ltd,{note},{}.50,,{late}\n", at % 3_000, at % 700)
}

#[test]
fn several_readers_make_the_same_of_a_file() {
    let bytes = file(60_000, plain);
    check(&bytes, 1, None, Some(0));
    check(&bytes, 2, None, Some(1));
    check(&bytes, 9, None, Some(2)); // parts are not made smaller than they are worth
    check(&bytes, 2, Some(0), Some(0));
    check(&bytes[..1_900_000], 2, None, None);
    let marked = [b"\xEF\xBB\xBF".as_slice(), &bytes].concat();
    check(&marked, 2, None, Some(1));
    // Each reads in turn, and whoever is lost is lost for all that follows.
    let long = file(110_000, plain);
    check(&long, 2, None, Some(2));
    check(&long, 2, Some(1), Some(1));
}

#[test]
fn what_stands_across_a_cut_is_read_by_one_reader() {
    // In the middle stands a cell of many lines, or a quote that is never closed.
    let quoted = |end: &'static str| {
        move |at: usize| match at {
            0..26_000 | 33_000.. => plain(at),
            26_000 => "1,a,\"begun\n".to_owned(),
            32_999 => format!("ended{end},5,,\n"),
            _ => format!("line {at} of the text in this cell, or of what follows it\n"),
        }
    };
    check(&file(60_000, quoted("\"")), 2, None, Some(0));
    let open = |at: usize| if at == 30_000 { "1,a,\"begun,5,,\n".into() } else { format!("{at},a,b,5,,\n") };
    check(&file(300_000, open), 2, None, Some(0)); // at the first cut nobody knows yet whether it is closed
    let wide = |at: usize| if at == 40_000 { "1,a,b,2,c,d,e,f\n".into() } else { plain(at) };
    check(&file(60_000, wide), 2, None, Some(1));
    // A cut behind a line end inside a cell would be of no use.
    let breaks = |at: usize| format!("D-{at:09},\"Account\nof three\nlines and number {}\",x,{at},,\n", at % 90);
    check(&file(60_000, breaks), 2, None, Some(1));
}

#[test]
fn what_is_no_plain_utf8_is_read_alike() {
    for place in [10, 50_000] {
        let mut bytes = file(60_000, |at| if at == place { "1,Z\u{fc}rich \0,x,5,,\n".into() } else { plain(at) });
        check(&bytes, 2, None, Some(1));
        let at = bytes.windows(2).position(|pair| pair == "\u{fc}".as_bytes()).unwrap();
        bytes.splice(at..at + 2, [0xfc]);
        check(&bytes, 2, None, (10 < place).then_some(0));
    }
    let returns: Vec<u8> = file(60_000, plain).iter().map(|byte| if *byte == b'\n' { b'\r' } else { *byte }).collect();
    check(&returns, 2, None, None);
    let wide: Vec<u8> =
        [b"\xFF\xFE".to_vec(), file(45_000, plain).iter().flat_map(|byte| [*byte, 0]).collect()].concat();
    check(&wide, 2, None, None);
}
