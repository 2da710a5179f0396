//! Columns of runs: the same arithmetic on [`LANES`] runs at once, in loops the compiler turns into vector code.

// A call for each column would cost more than its arithmetic; measured, `inline` alone is not enough in wasm.
#![allow(clippy::inline_always)]

/// Runs that are evaluated together. Results do not depend on it.
pub(in crate::engine) const LANES: usize = 16;

/// One value for each run of a block.
pub(in crate::engine) type Lanes<T> = [T; LANES];

/// `f` of each lane.
#[inline(always)]
pub(in crate::engine) fn map<A: Copy, C: Copy + Default>(a: &Lanes<A>, f: impl Fn(A) -> C) -> Lanes<C> {
    let mut out = [C::default(); LANES];
    for (out, a) in out.iter_mut().zip(a) {
        *out = f(*a);
    }
    out
}

/// `f` of each pair of lanes.
#[inline(always)]
pub(in crate::engine) fn map2<A: Copy, B: Copy, C: Copy + Default>(
    a: &Lanes<A>,
    b: &Lanes<B>,
    f: impl Fn(A, B) -> C,
) -> Lanes<C> {
    let mut out = [C::default(); LANES];
    for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
        *out = f(*a, *b);
    }
    out
}

/// Adds `b` to `a`, lane by lane.
#[inline(always)]
pub(super) fn add(a: &mut Lanes<f64>, b: &Lanes<f64>) {
    for (a, b) in a.iter_mut().zip(b) {
        *a += *b;
    }
}
