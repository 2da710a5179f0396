//! Cases of numbers.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(cell: &str, mark: DecimalMark, expected: &str) {
    let found = parse_number(cell, mark).map_or("none".into(), |number| number.to_string());
    assert_eq!(found, expected, "{cell:?}");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    use DecimalMark::{Comma, Point};
    check("1,234,567", Point, "1234567");
    check("$1,234,567", Point, "1234567");
    check("12,34,567.5", Point, "1234567.5");
    check("-12.5", Point, "-12.5");
    check("12.5-", Point, "-12.5");
    check("(12.5)", Point, "-12.5");
    check("12 %", Point, "0.12");
    check("1 234,50", Comma, "1234.50");
    check("1'234.50", Point, "1234.50");
    check("EUR 12", Point, "12");
    check(".0120", Point, "0.0120");
    check("1.5E+03", Point, "1500");
    check("12.", Point, "12");
    check("12,-", Comma, "12");
    check("0.125", Comma, "none");
    check("-1234.50", Point, "-1234.50");
    check("1\u{a0}234\u{202f}567,5", Comma, "1234567.5");
    check("1’234’567.05", Point, "1234567.05");
    check("200.000.000", Comma, "200000000");
    check("1,7", Comma, "1.7");
    check("-.5", Point, "-0.5");
    check("1,5E+03", Comma, "1500");
    check("20.00%", Point, "0.2000");
    check("5 ‰", Point, "0.005");
    check("１２３．５", Point, "123.5");
    check("١٬٢٣٤٫٥", Point, "1234.5");
    check("١٬٢٣٤٫٥", Comma, "1234.5");
    check("123456789012345678", Point, "123456789012345678");
    check("1234567890123456789012345678", Point, "1234567890123456789012345678");
    check("0.30000000000000004", Point, "0.30000000000000004");
    check("-$5", Point, "-5");
    check("$-5", Point, "-5");
    check("5 zł-", Point, "-5");
    check("$ (1,234.50)", Point, "-1234.50");
}

#[test]
fn currencies_are_read_over() {
    use DecimalMark::{Comma, Point};
    for cell in [
        "US$ 5", "US$5", "A$5", "R$ 5", "5 US$", "5EUR", "5 EUR", "EUR5", "EUR 5", "5 €", "zł 5", "Rs. 5", "Rs.5",
        "5 Kč",
    ] {
        check(cell, Point, "5");
    }
    check("R$ 1.234", Comma, "1234");
    check("1.234,5 zł", Comma, "1234.5");
    for cell in ["5 pcs", "5 kg", "5 ABC", "5 EUR EUR", "$5€", "No 5", "5th", "x5", "Q5", "5 days"] {
        check(cell, Point, "none");
    }
}

#[test]
fn factors_multiply() {
    use DecimalMark::{Comma, Point};
    check("12k", Point, "12000");
    check("12K", Point, "12000");
    check("$1.5M", Point, "1500000.0");
    check("1.5m", Point, "1500000.0");
    check("1,2 mln zł", Comma, "1200000.0");
    check("3 mio", Point, "3000000");
    check("2bn", Point, "2000000000");
    check("2B", Point, "2000000000");
    check("2 mld", Point, "2000000000");
    check("5 tys.", Point, "5000");
    check("€12k", Point, "12000");
    check("12k€", Point, "12000");
    check("(12k)", Point, "-12000");
    for cell in ["12 m", "12 B", "12kk", "12kg", "12k%", "k12", "12x", "99999999999999999999999B"] {
        check(cell, Point, "none");
    }
}

#[test]
fn what_is_no_number_is_none() {
    for cell in [
        "",
        "-",
        "NaN",
        "1e400",
        "12abcd",
        "1,2",
        "1,23,4",
        "12 34",
        "555 123 4567",
        "01 23 45 67 89",
        "1 234,567.5",
        "0.123 456",
        "1.5E+03,5",
        "1.2.3",
        "1/2",
        "--1",
        "$",
        "inf",
        "1e-400000",
    ] {
        check(cell, DecimalMark::Point, "none");
    }
}

#[test]
fn there_is_one_zero() {
    for cell in ["-0", "(0)", "0-", "- $0", "-0e3", "-0%", "-0k", "(0.00)"] {
        let number = parse_number(cell, DecimalMark::Point).unwrap();
        assert!(number.is_zero() && number.is_sign_positive(), "{cell:?} {number}");
    }
}

proptest! {
    #[test]
    fn plain_numbers_are_those_of_the_long_way(cell in "-?[0-9]{0,12}[.,]?[0-9]{0,8}|[-.,0-9]{0,6}") {
        for mark in [DecimalMark::Point, DecimalMark::Comma] {
            if let Some(number) = plain_number(&cell, mark) {
                let expected = parse(&cell, mark).map(|number| number.serialize());
                prop_assert_eq!(Some(number.serialize()), expected, "{:?} {:?}", cell, mark);
            }
        }
    }
}
