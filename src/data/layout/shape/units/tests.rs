//! Statements of units, and what looks like one.

use super::*;

#[test]
fn headers_state_their_units() {
    let check = |header: &str, expected: Option<i32>| assert_eq!(power_in(header, true), expected, "{header:?}");
    for header in [
        "Revenue (in thousands)",
        "Revenue (k€)",
        "Revenue (K€)",
        "Umsatz TEUR",
        "Umsatz in Tsd. EUR",
        "USD'000",
        "Sales $000",
        "Sales ($000s)",
        "Sales (000s)",
        "Sales ('000)",
        "Przychód w tys. zł",
        "CA en milliers d'euros",
        "Receita em milhares",
        "Ventas en miles de euros",
        "Sales in 1000 EUR",
        "Umsatz (in 1.000 EUR)",
        "Amount kEUR",
        "Amount (EUR k)",
        "Amount (k)",
        "Receita (R$ mil)",
        "Sales thousands",
        "Kwota (tys. PLN)",
        "USD thousands",
        "Umsatz T€",
        "Revenue [k€]",
        "Revenue_in_thousands",
        "Receita em mil R$",
        "revenueInThousands",
    ] {
        check(header, Some(3));
    }
    for header in [
        "Umsatz in Mio. EUR",
        "Revenue $m",
        "Revenue ($M)",
        "Revenue ($MM)",
        "Revenue (in millions)",
        "Kwota mln zł",
        "Revenue (€m)",
        "Revenue MEUR",
        "Revenue (USD mn)",
        "CA (millions d'euros)",
        "Umsatz Mio",
    ] {
        check(header, Some(6));
    }
    check("Revenue ($bn)", Some(9));
    check("Umsatz in Mrd. EUR", Some(9));
    for header in [
        "Revenue",
        "Rate per thousand",
        "Deals over 1 million",
        "Deals > 100k",
        "Miles driven",
        "Distance (m)",
        "M01",
        "Sex (M)",
        "Cost per 1000",
        "Amount",
        "K",
        "Wert",
        "12,000 steps",
        "Millions served",
        "Team",
        "T",
        "Mil",
        "Price €",
        "5 million club",
        "EUR",
        "Wartość na tys.",
        "2000",
        "Teur",
        "in 2000",
    ] {
        check(header, None);
    }
}

#[test]
fn lines_of_text_state_units_in_full_only() {
    let check = |text: &str, expected: Option<i32>| assert_eq!(power_in(text, false), expected, "{text:?}");
    check("Figures in thousands of USD", Some(3));
    check("Plan 2026 (k€)", Some(3));
    check("Alle Angaben in TEUR", Some(3));
    check("Dane w tys. zł", Some(3));
    check("All amounts in $m", Some(6));
    check("Thousands of customers", None);
    check("Deals above 1 million are left out", None);
    check("In thousands, sums in millions", None);
}

#[test]
fn a_unit_alone_names_no_measure() {
    for (text, expected) in
        [("(in thousands)", true), ("TEUR", true), ("k€", true), ("Umsatz TEUR", false), ("Target", false)]
    {
        assert_eq!(is_unit_alone(text), expected, "{text:?}");
    }
}

#[test]
fn money_is_told_by_the_header() {
    for (header, expected) in [
        ("Quota", true),
        ("Sales amount", true),
        ("Umsatz", true),
        ("Kwota", true),
        ("Income EUR", true),
        ("Value", true),
        ("Number of sales", false),
        ("Year", false),
        ("Win rate", false),
        ("Sales %", false),
        ("Employees", false),
        ("Salesperson id", false),
        ("Unit price", false),
    ] {
        assert_eq!(is_money(header), expected, "{header:?}");
    }
}

#[test]
fn a_factor_shows_between_two_numbers_of_the_same() {
    let check = |value: f64, other: f64, expected| assert_eq!(suspected(value, other), expected, "{value} {other}");
    check(2.0, 2_000.0, Some(3));
    check(2.0, 500.0, Some(3));
    check(2.0, 2e6, Some(6));
    check(2.0, 20.0, None);
    check(2.0, 50_000.0, None);
    check(2_000.0, 2.0, None);
    check(0.0, 2_000.0, None);
    check(f64::NAN, 2_000.0, None);
}
