//! Cells come back as they were put in, however they are kept.

use super::*;
use proptest::prelude::*;

#[test]
fn cells_come_back_as_they_were_pushed() {
    let mut cells: Cells = ["Won", "", "Lost", "Won", " Won"].into_iter().collect();
    assert_eq!(cells.iter().collect::<Vec<_>>(), ["Won", "", "Lost", "Won", " Won"]);
    assert_eq!(cells.n_symbols(), 4);
    assert_eq!(cells.counted().collect::<Vec<_>>(), [("", 1), ("Won", 2), ("Lost", 1), ("Won", 1)]);
    cells.set(1, "Open");
    cells.keep(&[1, 3]);
    assert_eq!(cells.iter().collect::<Vec<_>>(), ["Open", "Won"]);
    assert_eq!((cells.get(7), cells.text(99)), ("", ""));
}

#[test]
fn rows_can_be_taken_several_times() {
    let cells: Cells = ["Won", "", "Lost"].into_iter().collect();
    assert_eq!(cells.at(&[2, 0, 0, 1, 9]).iter().collect::<Vec<_>>(), ["Lost", "Won", "Won", "", ""]);
}

#[test]
fn memory_is_counted_by_what_is_kept() {
    let texts: Vec<String> = (0..300).map(|id| format!("{id:03}")).collect();
    let mut cells: Cells = texts.iter().cycle().take(70_000).map(String::as_str).collect();
    cells.close();
    // 300 texts of three letters, where each ends and that of the empty one, and two bytes a cell.
    assert_eq!(cells.n_bytes(), 300 * 3 + 301 * 4 + 70_000 * 2);
    assert_eq!(Cells::blank(0).n_bytes(), 0);
}

#[test]
fn a_column_of_ids_is_kept_as_well() {
    let ids: Vec<String> = (0..20_000).map(|id| format!("id-{id}")).collect();
    let cells: Cells = ids.iter().map(String::as_str).collect();
    assert!(cells.iter().eq(ids.iter().map(String::as_str)));
}

#[test]
fn columns_that_hardly_repeat_are_counted_all_the_same() {
    // Some come again before the column is given up, as neighbours behind it, or make it be taken back.
    let check = |repeats: &[(usize, usize)], blanks: usize| {
        let mut texts: Vec<String> = (0..40_000).map(|id| format!("{id}.{id}")).collect();
        for (from, n) in repeats {
            for place in *from..from + n {
                texts[place] = texts[place - 1].clone();
            }
        }
        texts.iter_mut().skip(30_000).take(blanks).for_each(String::clear);
        let one_by_one: Cells = texts.iter().map(String::as_str).collect();
        let mut at_once = Cells::default();
        let mut room = Room::default();
        for batch in texts.chunks(1_000) {
            at_once.extend(batch.iter().map(|text| Cut::from(text.as_str())), &mut room);
        }
        let mut counts = std::collections::BTreeMap::<&str, usize>::new();
        for text in &texts {
            *counts.entry(text).or_default() += 1;
        }
        let rows: Vec<u32> = (0..40_000).filter(|row| row % 7 != 0).collect();
        for mut cells in [one_by_one, at_once] {
            assert!(cells.iter().eq(texts.iter().map(String::as_str)), "{repeats:?}");
            let mut found = std::collections::BTreeMap::<&str, usize>::new();
            cells.counted().for_each(|(text, n)| *found.entry(text).or_default() += n);
            assert_eq!(found, counts, "{repeats:?}");
            let counts = cells.counts();
            assert_eq!(counts.iter().sum::<u32>(), 40_000);
            cells.close();
            cells.keep(&rows[..]);
            assert!(cells.iter().eq(rows.iter().map(|row| texts[*row as usize].as_str())));
        }
    };
    check(&[], 0);
    check(&[(1, 9), (16_380, 20)], 0);
    check(&[(16_384, 1), (16_386, 1), (20_000, 3), (39_999, 1)], 9);
    check(&[(20_000, 5_000)], 9_000);
    check(&[(2, 1_500)], 0);
}

#[test]
fn few_texts_and_many_are_found_again() {
    // Short ones, ones that are seen whole, and ones of which that is not so; all of one beginning.
    for (n, fill) in [(3, ""), (300, "of team "), (9_000, "of team "), (15_000, "opportunity of the year ")] {
        let texts: Vec<String> = (0..n).map(|id| format!("{fill}{}", id * 7)).collect();
        let rows: Vec<&str> = (0..60_000).map(|row| texts[row * 31 % n].as_str()).collect();
        let whole = rows.concat();
        let mut ends = rows.iter().scan(0, |end, text| {
            let start = *end;
            *end += text.len();
            Some(Cut::new(&whole, start, *end))
        });
        let mut cells = Cells::default();
        let mut room = Room::default();
        for _ in 0..60 {
            let batch: Vec<Cut> = ends.by_ref().take(1_000).collect();
            cells.extend(batch.into_iter(), &mut room);
        }
        assert!(cells.iter().eq(rows.iter().copied()), "{n}");
        assert_eq!(cells.n_symbols(), n + 1);
    }
}

proptest! {
    #[test]
    fn texts_of_any_length_are_told_apart(texts in prop::collection::vec("[ab]{0,40}|[a\0]{0,26}|\\PC{0,9}", 0..300)) {
        // Cut out of one text, where something stands behind each of them.
        let whole = texts.concat();
        let cut = |(place, text): (usize, &String)| {
            let start = texts.iter().take(place).map(String::len).sum();
            Cut::new(&whole, start, start + text.len())
        };
        let mut cells = Cells::default();
        cells.extend(texts.iter().enumerate().map(cut), &mut Room::default());
        prop_assert!(cells.iter().eq(texts.iter().map(String::as_str)));
        let distinct: std::collections::BTreeSet<&str> = texts.iter().map(String::as_str).collect();
        prop_assert_eq!(cells.n_symbols(), distinct.len() + usize::from(!distinct.contains("")));
    }

    #[test]
    fn whatever_is_pushed_is_found(texts in prop::collection::vec("[a-c]{0,3}|\\PC{0,20}", 0..300)) {
        let cells: Cells = texts.iter().map(String::as_str).collect();
        prop_assert!(cells.iter().eq(texts.iter().map(String::as_str)));
        prop_assert_eq!(cells.counts().iter().sum::<u32>() as usize, texts.len());
    }
}
