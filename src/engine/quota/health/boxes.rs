//! The 20-60-20 boxes: attainment of the smallest fifth, the middle and the largest fifth of territories.

use super::card::{SizeBox, SizePart};
use super::numbers::quantile;
use crate::engine::comp::compare::kruskal_wallis;

/// Reps that are needed, so that the small boxes hold two.
pub(super) const LEAST: usize = 10;

/// The boxes, with the largest difference between their medians and how often chance makes ranks as far apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Boxes {
    pub(super) parts: Vec<SizeBox>,
    /// Largest less smallest median.
    pub(super) difference: f64,
    /// By permutations of the test of Kruskal and Wallis; `None` where all attain the same.
    pub(super) p: Option<f64>,
}

/// Of sizes with attainments; `None` for too few, or where all territories are of one size. A fifth is rounded to the
/// nearest whole rep.
pub(super) fn boxes(pairs: &[(f64, f64)]) -> Option<Boxes> {
    let mut rising = pairs.to_vec();
    rising.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (first, last) = (rising.first()?, rising.last()?);
    if rising.len() < LEAST || last.0 <= first.0 {
        return None;
    }
    let fifth = (rising.len() + 2) / 5;
    let (small, rest) = rising.split_at_checked(fifth)?;
    let (middle, large) = rest.split_at_checked(rest.len().checked_sub(fifth)?)?;
    let parts = [(SizePart::Small, small), (SizePart::Middle, middle), (SizePart::Large, large)];
    let boxes: Vec<SizeBox> = parts.iter().filter_map(|(part, reps)| size_box(*part, reps)).collect();
    let medians = || boxes.iter().map(|one| one.median);
    let difference = medians().fold(f64::MIN, f64::max) - medians().fold(f64::MAX, f64::min);
    let groups: Vec<Vec<f64>> =
        parts.iter().map(|(_, reps)| reps.iter().map(|(_, attainment)| *attainment).collect()).collect();
    let p = kruskal_wallis(&groups).map(|test| test.p);
    (boxes.len() == 3).then_some(Boxes { parts: boxes, difference, p })
}

fn size_box(part: SizePart, reps: &[(f64, f64)]) -> Option<SizeBox> {
    let mut rising: Vec<f64> = reps.iter().map(|(_, attainment)| *attainment).collect();
    rising.sort_by(f64::total_cmp);
    let at = |share| quantile(&rising, share);
    Some(SizeBox {
        part,
        n_reps: rising.len() as u32,
        from: reps.first()?.0,
        to: reps.last()?.0,
        least: at(0.0)?,
        lower: at(0.25)?,
        median: at(0.5)?,
        upper: at(0.75)?,
        most: at(1.0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifths_by_size_with_their_quartiles() {
        // Sizes 1 to 10; the two smallest attain 1.2 and 1.4, the two largest 0.4 and 0.6, the six between 0.9 to 1.4.
        let attained = [1.2, 1.4, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 0.6, 0.4];
        let mut pairs: Vec<(f64, f64)> = (1..=10).map(f64::from).zip(attained).collect();
        pairs.reverse();
        let found = boxes(&pairs).unwrap();
        let of = |one: &SizeBox| (one.part, one.n_reps, one.from, one.to);
        let expected =
            [(SizePart::Small, 2, 1.0, 2.0), (SizePart::Middle, 6, 3.0, 8.0), (SizePart::Large, 2, 9.0, 10.0)];
        assert_eq!(found.parts.iter().map(of).collect::<Vec<_>>(), expected);
        // Medians 1.3, 1.15 and 0.5; quartiles of the middle 1.025 and 1.275.
        assert!((found.difference - 0.8).abs() < 1e-12, "{found:?}");
        let middle = found.parts[1];
        assert!((middle.lower - 1.025).abs() < 1e-12 && (middle.upper - 1.275).abs() < 1e-12, "{middle:?}");
        assert!(found.p.is_some_and(|p| p < 0.1), "{found:?}");
    }

    #[test]
    fn few_or_equal_territories_make_no_boxes() {
        let pairs = |n: u32| (0..n).map(|size| (f64::from(size), 1.0)).collect::<Vec<_>>();
        assert_eq!(boxes(&[]), None);
        assert_eq!(boxes(&pairs(9)), None);
        assert_eq!(boxes(&[(3.0, 1.0); 20]), None);
        assert_eq!(boxes(&pairs(10)).map(|found| (found.difference, found.p)), Some((0.0, None)));
        // 13 reps: fifths of 3, as 2.6 is nearer to 3.
        assert_eq!(boxes(&pairs(13)).map(|found| found.parts[0].n_reps), Some(3));
    }
}
