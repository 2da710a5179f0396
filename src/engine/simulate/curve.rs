//! A component's pay over credit, evaluated on a block of runs at once.

// Lane arithmetic pays only when it is inlined into the loops over lanes.
#![allow(clippy::inline_always)]

use super::lanes::{LANES, Lanes, map};
use crate::engine::comp::{Boundary, Compiled, Piece};

/// Lanes whose pay is worked out together.
const AT_ONCE: usize = 4;

/// From a credit on, pay is `a + b·x + c·x²`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Part {
    /// The first credit it holds for.
    pub(super) from: f64,
    /// Constant.
    pub(super) a: f64,
    /// Slope.
    pub(super) b: f64,
    /// Curvature.
    pub(super) c: f64,
}

/// Where a straight part takes over: the bits in which its constant and slope differ from those of the part before, so
/// that the exclusive or of all turns reached is the part that holds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Turn {
    from: f64,
    a: u64,
    b: u64,
}

/// A pay curve. Credit of 0 or less pays nothing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Curve {
    /// What holds from the first credit on, for straight pieces.
    first: Part,
    parts: Parts,
    /// Credit above it does not count.
    credit_cap: f64,
    /// Pay ends here.
    pay_cap: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum Parts {
    /// Up to four straight pieces: tiers of most plans.
    Four([Turn; 3]),
    /// Up to eight.
    Eight([Turn; 7]),
    /// Any.
    Any(Vec<Part>),
}

impl Curve {
    /// The curve of these parts, in rising order of `from`.
    pub(super) fn new(parts: &[Part], credit_cap: f64, pay_cap: f64) -> Self {
        let parts: Vec<Part> = parts.iter().map(Part::sound).collect();
        let straight =
            parts.iter().all(|part| part.c == 0.0) && parts.is_sorted_by(|part, next| part.from <= next.from);
        // All credit that pays is above 0, where a first part from 0 on is always reached.
        let (first, turns) = match parts.split_first() {
            Some((first, rest)) if first.from <= 0.0 => (*first, rest),
            _ => (Part::default(), parts.as_slice()),
        };
        let parts = match turns.len() {
            0..=3 if straight => Parts::Four(turned(first, turns)),
            4..=7 if straight => Parts::Eight(turned(first, turns)),
            _ => Parts::Any(parts),
        };
        let cap = |cap: f64| if cap.is_nan() { f64::INFINITY } else { cap };
        Self { first, parts, credit_cap: cap(credit_cap), pay_cap: cap(pay_cap) }
    }

    /// The curve of a compiled component.
    pub(super) fn of(compiled: &Compiled) -> Self {
        // A bound that must be exceeded is reached by the next number above it.
        let from = |from: f64| if compiled.boundary() == Boundary::Upper && 0.0 < from { from.next_up() } else { from };
        let part = |piece: &Piece| Part { from: from(piece.from), a: piece.a, b: piece.b, c: piece.c };
        let parts: Vec<Part> = compiled.pieces().iter().map(part).collect();
        Self::new(&parts, compiled.credit_cap, compiled.pay_cap)
    }

    /// The curve that pays all credit at one rate.
    pub(super) fn at_rate(rate: f64) -> Self {
        Self::new(&[Part { from: 0.0, a: 0.0, b: rate, c: 0.0 }], f64::INFINITY, f64::INFINITY)
    }

    /// Pay at one credit.
    pub(super) fn pay_one(&self, credit: f64) -> f64 {
        let [pay, ..] = self.pay(&[credit; LANES]);
        pay
    }

    /// Pay at each credit. Straight and any pieces give the same bits.
    #[inline(always)]
    pub(super) fn pay(&self, credit: &Lanes<f64>) -> Lanes<f64> {
        match &self.parts {
            Parts::Four(parts) => self.straight(parts, credit),
            Parts::Eight(parts) => self.straight(parts, credit),
            Parts::Any(parts) => self.any(parts, credit),
        }
    }

    /// The last piece that begins at or below the credit, by masks: written as a choice it becomes a branch for each
    /// lane and piece. A few lanes at a time, so that all stays in registers.
    #[inline(always)]
    fn straight<const N: usize>(&self, turns: &[Turn; N], credit: &Lanes<f64>) -> Lanes<f64> {
        let (credit_cap, pay_cap) = (self.credit_cap, self.pay_cap);
        let (first_a, first_b) = (self.first.a.to_bits(), self.first.b.to_bits());
        let mut pay = [0.0; LANES];
        for (pay, credit) in pay.chunks_exact_mut(AT_ONCE).zip(credit.chunks_exact(AT_ONCE)) {
            let (mut x, mut a, mut b) = ([0.0; AT_ONCE], [first_a; AT_ONCE], [first_b; AT_ONCE]);
            for (x, credit) in x.iter_mut().zip(credit) {
                *x = if *credit < credit_cap { *credit } else { credit_cap };
            }
            for turn in *turns {
                for ((a, b), x) in a.iter_mut().zip(&mut b).zip(&x) {
                    let reached = mask(turn.from <= *x);
                    *a ^= turn.a & reached;
                    *b ^= turn.b & reached;
                }
            }
            for (((pay, x), a), b) in pay.iter_mut().zip(x).zip(a).zip(b) {
                let due = f64::from_bits(a) + x * f64::from_bits(b);
                let due = if due < pay_cap { due } else { pay_cap };
                *pay = f64::from_bits(due.to_bits() & mask(0.0 < x));
            }
        }
        pay
    }

    #[inline(never)]
    fn any(&self, parts: &[Part], credit: &Lanes<f64>) -> Lanes<f64> {
        map(credit, |x| {
            let x = if x < self.credit_cap { x } else { self.credit_cap };
            let reached = |part: &&Part| part.from <= x;
            let part = parts.iter().rev().find(reached).copied().unwrap_or_default();
            let pay = part.a + x * (part.b + x * part.c);
            let pay = if pay < self.pay_cap { pay } else { self.pay_cap };
            if 0.0 < x { pay } else { 0.0 }
        })
    }
}

impl Part {
    /// Numbers that are none would spread; they are taken as "from nowhere on" and as 0.
    fn sound(&self) -> Self {
        let finite = |number: f64| if number.is_finite() { number } else { 0.0 };
        let from = if self.from.is_nan() { f64::INFINITY } else { self.from };
        Self { from, a: finite(self.a), b: finite(self.b), c: finite(self.c) }
    }
}

/// The turns from each part to the next. Unused places begin at infinity and turn nothing.
fn turned<const N: usize>(first: Part, rest: &[Part]) -> [Turn; N] {
    let mut turns = [Turn { from: f64::INFINITY, a: 0, b: 0 }; N];
    let mut before = first;
    for (turn, part) in turns.iter_mut().zip(rest) {
        let bits = |new: f64, old: f64| new.to_bits() ^ old.to_bits();
        *turn = Turn { from: part.from, a: bits(part.a, before.a), b: bits(part.b, before.b) };
        before = *part;
    }
    turns
}

/// All bits, or none.
#[inline(always)]
fn mask(all: bool) -> u64 {
    0_u64.wrapping_sub(u64::from(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::{Component, templates};

    const NONE: f64 = f64::INFINITY;

    /// Two slices, a jump, and a cap.
    fn tiers() -> Vec<Part> {
        let part = |from, a, b| Part { from, a, b, c: 0.0 };
        vec![part(0.0, 0.0, 0.05), part(100.0, -5.0, 0.1), part(200.0, 20.0, 0.1), part(400.0, 60.0, 0.0)]
    }

    #[test]
    fn the_last_piece_reached_pays() {
        fn check(x: f64, pay: f64) {
            assert!((Curve::new(&tiers(), NONE, NONE).pay_one(x) - pay).abs() < 1e-12, "pay at {x}");
        }
        check(-1.0, 0.0);
        check(0.0, 0.0);
        check(50.0, 2.5);
        check(100.0, 5.0);
        check(199.0, 14.9);
        check(200.0, 40.0);
        check(1e12, 60.0);
    }

    #[test]
    fn every_path_gives_the_same_bits() {
        let mut padded = tiers();
        padded.extend((0..3).map(|step| Part { from: 1e6 + f64::from(step), a: 60.0, b: 0.0, c: 0.0 }));
        let any = Curve { first: Part::default(), parts: Parts::Any(tiers()), credit_cap: 350.0, pay_cap: 50.0 };
        let curves = [Curve::new(&tiers(), 350.0, 50.0), Curve::new(&padded, 350.0, 50.0), any];
        assert!(matches!(curves[1].parts, Parts::Eight(_)));
        for step in 0..5_000 {
            let x = f64::from(step) * 0.173;
            let [four, eight, any] = curves.each_ref().map(|curve| curve.pay_one(x).to_bits());
            assert!(four == eight && eight == any, "at {x}");
        }
    }

    #[test]
    fn curved_pieces_are_evaluated() {
        let curve = Curve::new(&[Part { from: 0.0, a: 1.0, b: 2.0, c: 3.0 }], NONE, NONE);
        assert!((curve.pay_one(2.0) - 17.0).abs() < 1e-12);
    }

    #[test]
    fn no_piece_pays_nothing() {
        assert!(Curve::new(&[], NONE, NONE).pay_one(5.0).abs() < 1e-12);
    }

    #[test]
    fn the_compiled_component_pays_the_same_bits() {
        let mut components: Vec<Component> =
            templates::all().into_iter().flat_map(|(_, plan)| plan.components).collect();
        let mut upper = components.clone();
        for component in &mut upper {
            component.boundary = Boundary::Upper;
        }
        components.extend(upper);
        for component in &components {
            let compiled = Compiled::new(component, Some(120_000.0), 9_000.0);
            let curve = Curve::of(&compiled);
            for step in 0..400 {
                let x = f64::from(step) * 1_000.0;
                assert_eq!(curve.pay_one(x).to_bits(), compiled.pay(x).to_bits(), "{} at {x}", component.name);
            }
        }
    }
}
