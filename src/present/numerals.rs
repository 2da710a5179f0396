//! Numbers, money and days as a locale writes them. The page does it through Intl; `Plain` is for text without a browser.

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::data::{DecimalMark, parse_number};
use crate::engine::units::{Currency, Decimal, Money, Month};

/// How much of an amount is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyStyle {
    /// To the minor unit.
    Exact,
    /// To the whole major unit.
    Whole,
    /// Three digits with thousands or millions in words or letters.
    Compact,
}

/// A locale's way to write figures. Minus, marks and units are the locale's own.
pub trait Numerals {
    /// A number with at least `min` and at most `max` decimals.
    fn decimal(&self, value: f64, min: u8, max: u8) -> String;
    /// A fraction as a percentage with that many decimals.
    fn percent(&self, fraction: f64, digits: u8) -> String;
    /// An amount.
    fn money(&self, value: f64, currency: &Currency, style: MoneyStyle) -> String;
    /// An exact amount to the minor unit, however large.
    fn exact_money(&self, value: Money, currency: &Currency) -> String;
    /// A day.
    fn date(&self, day: NaiveDate) -> String;
    /// A month with its year.
    fn month(&self, month: Month) -> String;
    /// A month of the year, short.
    fn month_name(&self, month: Month) -> String;
    /// A day of the week, short.
    fn weekday(&self, day: NaiveDate) -> String;
    /// A moment in milliseconds since 1970, as day and time.
    fn moment(&self, milliseconds: u64) -> String;
    /// The mark before fractions.
    fn decimal_mark(&self) -> DecimalMark;

    /// An exact number, to `max` decimals.
    fn exact(&self, value: Decimal, max: u8) -> String {
        self.decimal(value.round_dp(u32::from(max)).to_f64().unwrap_or(0.0), 0, max)
    }

    /// A whole count.
    fn count(&self, count: usize) -> String {
        self.decimal(count as f64, 0, 0)
    }
}

/// A number that is shown with so many decimals: nothing where none of them shows, so that no zero has a sign.
pub fn without_signed_zero(value: f64, decimals: u8) -> f64 {
    if value.abs() * libm::pow(10.0, f64::from(decimals)) < 0.5 { 0.0 } else { value }
}

/// English figures without a browser: `1,234.50`, `12.5%`, `USD 1,234.50`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Numerals for Plain {
    fn decimal(&self, value: f64, min: u8, max: u8) -> String {
        let text = format!("{:.*}", usize::from(max), without_signed_zero(value, max));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let kept = fraction.trim_end_matches('0').len().max(usize::from(min));
        let fraction = fraction.get(..kept).unwrap_or(fraction);
        let grouped = grouped(whole);
        if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") }
    }

    fn percent(&self, fraction: f64, digits: u8) -> String {
        format!("{}%", self.decimal(fraction * 100.0, 0, digits))
    }

    fn money(&self, value: f64, currency: &Currency, style: MoneyStyle) -> String {
        let (value, digits, unit) = match style {
            MoneyStyle::Exact => (value, currency.digits as u8, ""),
            MoneyStyle::Compact if 1e6 <= value.abs() => (value / 1e6, 2, "M"),
            MoneyStyle::Compact if 1e4 <= value.abs() => (value / 1e3, 0, "K"),
            MoneyStyle::Whole | MoneyStyle::Compact => (value, 0, ""),
        };
        format!("{} {}{unit}", currency.code, self.decimal(value, digits, digits))
    }

    fn exact_money(&self, value: Money, currency: &Currency) -> String {
        let text = format!("{:.*}", currency.digits as usize, value.rounded(currency.digits).0);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mark = if fraction.is_empty() { "" } else { "." };
        format!("{} {}{mark}{fraction}", currency.code, grouped(whole))
    }

    fn date(&self, day: NaiveDate) -> String {
        day.to_string()
    }

    fn month(&self, month: Month) -> String {
        month.to_string()
    }

    fn month_name(&self, month: Month) -> String {
        month.first_day().format("%b").to_string()
    }

    fn weekday(&self, day: NaiveDate) -> String {
        day.format("%a").to_string()
    }

    fn moment(&self, milliseconds: u64) -> String {
        let seconds = i64::try_from(milliseconds / 1_000).unwrap_or(0);
        chrono::DateTime::from_timestamp(seconds, 0)
            .map_or_else(String::new, |moment| moment.format("%Y-%m-%d %H:%M").to_string())
    }

    fn decimal_mark(&self) -> DecimalMark {
        DecimalMark::Point
    }
}

/// Commas between groups of three digits.
fn grouped(whole: &str) -> String {
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if 0 < index && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{sign}{text}")
}

/// A number as a person types it into a field: in the locale's way, or with a plain decimal point.
pub fn parse_typed(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let text = text.trim();
    let plain = text.parse::<Decimal>().ok();
    // `1.234` is twelve hundred to a German and one and a bit to a field that shows plain decimals: the locale decides.
    match mark {
        DecimalMark::Point => plain.or_else(|| parse_number(text, mark)),
        DecimalMark::Comma if text.contains(',') => parse_number(text, mark),
        DecimalMark::Comma => plain.filter(|_| text.matches('.').count() <= 1).or_else(|| parse_number(text, mark)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_without_a_browser_are_english() {
        assert_eq!(Plain.decimal(1_234_567.5, 2, 2), "1,234,567.50");
        assert_eq!(Plain.decimal(-1_234.0, 0, 2), "-1,234");
        assert_eq!(Plain.percent(0.1234, 1), "12.3%");
        assert_eq!(Plain.exact_money(Money(Decimal::new(-123_456_789, 2)), &Currency::of("EUR")), "EUR -1,234,567.89");
        assert_eq!(Plain.exact_money(Money::whole(1_000), &Currency::of("JPY")), "JPY 1,000");
        assert_eq!(Plain.money(2_310_000.0, &Currency::of("USD"), MoneyStyle::Compact), "USD 2.31M");
        assert_eq!(Plain.moment(0), "1970-01-01 00:00");
        assert_eq!((Plain.percent(-0.0004, 1), Plain.percent(-0.0006, 1)), ("0%".into(), "-0.1%".into()));
    }

    #[test]
    fn typed_numbers_are_read_in_the_locale() {
        let check = |text, mark, expected: Option<&str>| {
            assert_eq!(parse_typed(text, mark).map(|number| number.to_string()), expected.map(str::to_owned), "{text}");
        };
        check("1,234.5", DecimalMark::Point, Some("1234.5"));
        check("1.234,5", DecimalMark::Comma, Some("1234.5"));
        check("12,5", DecimalMark::Comma, Some("12.5"));
        check("12.5", DecimalMark::Comma, Some("12.5"));
        check("1 234,50", DecimalMark::Comma, Some("1234.50"));
        check("soon", DecimalMark::Point, None);
        check("", DecimalMark::Point, None);
    }
}
