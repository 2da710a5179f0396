//! Symbols are those of a plain list, however they are kept.

use super::*;
use proptest::prelude::*;

/// What is done to symbols.
#[derive(Clone, Debug)]
enum Step {
    Push(u32),
    Extend(Vec<u32>),
    Next(u32),
    GoOn(u32),
    Rise,
    Set(usize, u32),
    Pad(usize),
    Keep(usize, usize, usize),
    At(Vec<u32>),
}

fn step() -> impl Strategy<Value = Step> {
    let symbol = || prop_oneof![0_u32..300, 0_u32..70_000, Just(u32::MAX)];
    prop_oneof![
        symbol().prop_map(Step::Push),
        prop::collection::vec(symbol(), 0..9).prop_map(Step::Extend),
        (1_u32..9).prop_map(Step::Next),
        (0_u32..9).prop_map(Step::GoOn),
        Just(Step::Rise),
        (0_usize..40, symbol()).prop_map(|(row, symbol)| Step::Set(row, symbol)),
        (0_usize..40).prop_map(Step::Pad),
        (0_usize..9, 0_usize..40, 1_usize..3).prop_map(|(from, n, step)| Step::Keep(from, n, step)),
        prop::collection::vec(0_u32..40, 0..9).prop_map(Step::At),
    ]
}

proptest! {
    #[test]
    fn symbols_are_those_of_a_plain_list(steps in prop::collection::vec(step(), 0..40)) {
        let (mut symbols, mut plain) = (Symbols::default(), Vec::new());
        for step in steps {
            match step {
                Step::Push(symbol) => {
                    symbols.push(symbol);
                    plain.push(symbol);
                }
                Step::Extend(more) => {
                    symbols.extend(&more, more.iter().copied().max().unwrap_or(0));
                    plain.extend(more);
                }
                Step::Next(n) => for _ in 0..n {
                    let next = plain.last().map_or(1, |last: &u32| last.saturating_add(1));
                    symbols.push(next);
                    plain.push(next);
                },
                Step::GoOn(n) => {
                    let next = plain.last().map_or(1, |last: &u32| last.saturating_add(1));
                    symbols.go_on(next, n as usize);
                    plain.extend((0..n).map(|place| next.saturating_add(place)));
                }
                Step::Rise => symbols.rise(),
                Step::Set(row, symbol) => {
                    symbols.set(row, symbol);
                    if let Some(place) = plain.get_mut(row) {
                        *place = symbol;
                    }
                }
                Step::Pad(n) => {
                    symbols.pad(n);
                    plain.resize(n.max(plain.len()), 0);
                }
                Step::Keep(from, n, step) => {
                    let rows: Vec<u32> = (from..plain.len()).step_by(step).take(n).map(|row| row as u32).collect();
                    symbols.keep(&rows);
                    plain = rows.iter().map(|row| plain[*row as usize]).collect();
                }
                Step::At(rows) => {
                    symbols = symbols.at(&rows);
                    plain = rows.iter().map(|row| plain.get(*row as usize).copied().unwrap_or(0)).collect();
                }
            }
            prop_assert_eq!(symbols.len(), plain.len());
            let n_stored = symbols.n_stored();
            prop_assert!(symbols.rising().is_empty() || symbols.iter().take(n_stored).all(|symbol| symbol < symbols.first));
            prop_assert_eq!(symbols.is_rising, 0 < symbols.n_rising);
            prop_assert_eq!(symbols.iter().collect::<Vec<_>>(), plain.clone());
            let mut all = Vec::new();
            symbols.each(|symbol| all.push(symbol));
            prop_assert_eq!(&all, &plain);
            for start in 0..=plain.len() {
                symbols.copy(start..start + 5, &mut all);
                prop_assert_eq!(&all, &plain[start..plain.len().min(start + 5)]);
            }
            prop_assert_eq!((symbols.get(plain.len()), symbols.last()), (None, plain.last().copied()));
        }
    }
}
