//! Exact sums.

use crate::engine::units::Decimal;

/// An exact sum in any order: digits are added by their scales. 2³¹ numbers fit.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    parts: Vec<(u32, i128)>,
    /// Digits of one scale that are not in the parts yet, if there are any: most numbers have the same, and are small.
    near: Option<(u32, i64)>,
}

impl Sum {
    #[inline]
    pub(super) fn add(&mut self, number: Option<Decimal>) {
        let Some(number) = number else { return };
        let parts = number.unpack();
        if parts.hi == 0
            && parts.mid < 1 << 30
            && let Some((scale, sum)) = &mut self.near
            && *scale == parts.scale
        {
            let digits = i64::from(parts.lo) | i64::from(parts.mid) << 32;
            if let Some(total) = sum.checked_add(if parts.negative { -digits } else { digits }) {
                *sum = total;
                return;
            }
        }
        self.add_far(number);
    }

    #[cold]
    fn add_far(&mut self, number: Decimal) {
        if let Some((scale, digits)) = self.near.replace((number.scale(), 0)) {
            self.add_part(scale, digits.into());
        }
        self.add_part(number.scale(), number.mantissa());
    }

    fn add_part(&mut self, scale: u32, more: i128) {
        match self.parts.iter_mut().find(|(known, _)| *known == scale) {
            Some((_, digits)) => *digits = digits.saturating_add(more),
            None => self.parts.push((scale, more)),
        }
    }

    /// Saturates at the largest number that a decimal holds.
    pub(super) fn total(&self) -> Decimal {
        let mut sum = self.clone();
        if let Some((scale, digits)) = sum.near.take() {
            sum.add_part(scale, digits.into());
        }
        sum.parts.sort_unstable();
        sum.parts.into_iter().fold(Decimal::ZERO, |sum, (scale, digits)| sum.saturating_add(held(scale, digits)))
    }
}

/// The nearest decimal.
fn held(scale: u32, digits: i128) -> Decimal {
    let (mut scale, mut digits) = (scale, digits);
    loop {
        match Decimal::try_from_i128_with_scale(digits, scale) {
            Ok(number) => return number,
            Err(_) if scale == 0 => return if digits < 0 { Decimal::MIN } else { Decimal::MAX },
            Err(_) => (scale, digits) = (scale - 1, digits / 10),
        }
    }
}
