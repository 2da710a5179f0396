//! The least of a function of a few variables within bounds, by the simplex of Nelder and Mead (Computer Journal 7, 1965).

/// Variables that may be looked over, from where, in which steps, within which bounds.
pub(super) struct Space<const N: usize> {
    pub(super) start: [f64; N],
    pub(super) steps: [f64; N],
    pub(super) low: [f64; N],
    pub(super) high: [f64; N],
}

/// Values nearer to each other than this part of themselves end the search.
const TOLERANCE: f64 = 1e-7;

type Vertex<const N: usize> = ([f64; N], f64);

/// Where the function is least, as far as at most `most` looks show, and its value there. Points beyond the bounds are moved
/// onto them; a value that is no number counts as infinite.
pub(super) fn least<const N: usize>(space: &Space<N>, most: usize, function: impl Fn(&[f64; N]) -> f64) -> Vertex<N> {
    let look = |point: [f64; N]| -> Vertex<N> {
        let point = within(space, point);
        let value = function(&point);
        (point, if value.is_nan() { f64::INFINITY } else { value })
    };
    let start = look(space.start);
    let mut others: Vec<Vertex<N>> = Vec::with_capacity(N);
    let mut best = start;
    for place in 0..N {
        let step = |at: usize, from: f64| {
            let by = space.steps.get(at).copied().unwrap_or(0.0);
            let most = space.high.get(at).copied().unwrap_or(f64::INFINITY);
            if from + by <= most { from + by } else { from - by }
        };
        let corner = std::array::from_fn(|at| {
            let from = start.0.get(at).copied().unwrap_or(0.0);
            if at == place { step(at, from) } else { from }
        });
        others.push(look(corner));
    }
    let mut count = N + 1;
    // `best` is apart; `others` are in order, the worst last.
    loop {
        if let Some(first) = others.iter_mut().min_by(|one, other| one.1.total_cmp(&other.1))
            && first.1 < best.1
        {
            std::mem::swap(first, &mut best);
        }
        others.sort_by(|one, other| one.1.total_cmp(&other.1));
        let Some(worst) = others.pop() else { return best };
        if most <= count || (worst.1 - best.1).abs() <= TOLERANCE * best.1.abs() {
            return best;
        }
        let middle = middle(&best, &others);
        let second = others.last().map_or(best.1, |vertex| vertex.1);
        let mut along = |part: f64| {
            count += 1;
            look(std::array::from_fn(|at| {
                let (middle, worst) = (at_place(&middle, at), at_place(&worst.0, at));
                middle + part * (worst - middle)
            }))
        };
        let mirrored = along(-1.0);
        if mirrored.1 < best.1 {
            let further = along(-2.0);
            others.push(if further.1 < mirrored.1 { further } else { mirrored });
        } else if mirrored.1 < second {
            others.push(mirrored);
        } else {
            let nearer = along(if mirrored.1 < worst.1 { -0.5 } else { 0.5 });
            if nearer.1 < worst.1.min(mirrored.1) {
                others.push(nearer);
            } else {
                others.push(worst);
                for vertex in &mut others {
                    count += 1;
                    *vertex = look(std::array::from_fn(|at| 0.5 * (at_place(&best.0, at) + at_place(&vertex.0, at))));
                }
            }
        }
    }
}

fn at_place<const N: usize>(point: &[f64; N], at: usize) -> f64 {
    point.get(at).copied().unwrap_or(0.0)
}

fn within<const N: usize>(space: &Space<N>, point: [f64; N]) -> [f64; N] {
    std::array::from_fn(|at| at_place(&point, at).max(at_place(&space.low, at)).min(at_place(&space.high, at)))
}

/// The middle of all but the worst.
fn middle<const N: usize>(best: &Vertex<N>, others: &[Vertex<N>]) -> [f64; N] {
    let n = (others.len() + 1) as f64;
    std::array::from_fn(|at| {
        let sum: f64 = others.iter().map(|vertex| at_place(&vertex.0, at)).sum();
        (at_place(&best.0, at) + sum) / n
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_banana_of_rosenbrock_is_followed_to_its_end() {
        let space = Space { start: [-1.2, 1.0], steps: [0.5, 0.5], low: [-5.0; 2], high: [5.0; 2] };
        let (at, value) = least(&space, 2_000, |[x, y]| (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x));
        assert!((at[0] - 1.0).abs() < 1e-3 && (at[1] - 1.0).abs() < 2e-3 && value < 1e-6, "{at:?} {value}");
    }

    #[test]
    fn bounds_hold_and_what_is_no_number_is_left() {
        let space = Space { start: [0.5], steps: [0.1], low: [0.25], high: [1.0] };
        let (at, value) = least(&space, 200, |[x]| if *x < 0.3 { f64::NAN } else { *x });
        assert!(0.3 <= at[0] && at[0] < 0.31 && value < 0.31, "{at:?} {value}");
        assert!((least(&space, 200, |[x]| -x).0[0] - 1.0).abs() < 1e-12);
    }
}
