//! Headers that name periods, and such as do not.

use super::*;

#[track_caller]
fn check(header: &str, period: &str, measure: &str) {
    let found = headings([header].into_iter()).remove(0);
    let found = found.map(|heading| (heading.stamp.text(Some((1999, false))).unwrap(), heading.measure));
    assert_eq!(found, Some((period.into(), measure.into())), "{header:?}");
}

#[track_caller]
fn check_none(header: &str) {
    assert_eq!(headings([header].into_iter()), [None], "{header:?}");
}

#[test]
fn months_are_read() {
    for header in ["2026-01", "Jan 2026", "Jan-26", "Jan '26", "01/2026", "1.2026", "2026M01", "2026 Jan", "Jan26"] {
        check(header, "2026-01", "");
    }
    for header in ["202601", "2026-01-01", "2026-01-01 00:00:00", "1/1/2026", "FY26 Jan", "styczeń 2026", "2026_01"] {
        check(header, "2026-01", "");
    }
    for header in ["Jan", "M01", "M1", "1", "Styczeń", "Janv.", "janeiro", "Januar", "enero", "Month 1", "Mês 1"] {
        check(header, "1999-01", "");
    }
    check("März", "1999-03", "");
    check("março", "1999-03", "");
    check("Out", "1999-10", "");
    check("Jan Quota", "1999-01", "Quota");
    check("M01_Target", "1999-01", "Target");
    check("Target (Feb)", "1999-02", "Target");
    check("JanQuota", "1999-01", "Quota");
    check("Umsatz Jan 2026 (TEUR)", "2026-01", "Umsatz (TEUR)");
    check("2026-01-31 Target", "2026-01", "Target");
    check("Jan (in 1000 EUR)", "1999-01", "(in 1000 EUR)");
    check("Jan (2)", "1999-01", "(2)");
    check("2026-01-15", "2026-01-15", "");
}

#[test]
fn longer_periods_are_read() {
    for header in ["2026 Q1", "Q1 2026", "2026Q1", "1Q26", "Q1'26", "Q1-26", "I kwartał 2026", "1er trimestre 2026"] {
        check(header, "2026-Q1", "");
    }
    for header in ["FY26 Q1", "FY2026 Q1", "Q1 FY26", "FY26Q1"] {
        check(header, "FY2026-Q1", "");
    }
    for header in ["Q1", "Quarter 1", "kw. 1", "1. Quartal", "T1", "1º trimestre"] {
        check(header, "1999-Q1", "");
    }
    check("Q1 Target", "1999-Q1", "Target");
    check("Target Q1", "1999-Q1", "Target");
    check("2026", "2026", "");
    check("FY26", "FY2026", "");
    check("Rok 2026", "2026", "");
    check("Plan 2026", "2026", "Plan");
    check("H1 2026", "2026-H1", "");
    check("II półrocze", "1999-H2", "");
}

#[test]
fn what_names_no_period_is_none() {
    for header in ["Amount", "Q5", "M13", "Jan-Mar 2026", "2025/26", "2025-2026", "13", "Day 1", "Top 10 2026"] {
        check_none(header);
    }
    for header in ["Region", "1 Jan", "", "Address 2", "KW 14", "Market", "Year", "FY", "0", "2026-W05"] {
        check_none(header);
    }
    check_none("In Q1 2026, how satisfied were you with the support that you got?");
}

#[test]
fn dates_are_read_in_the_order_that_makes_months() {
    let check = |headers: &[&str], expected: &[&str]| {
        let found = headings(headers.iter().copied());
        let texts: Vec<String> = found.into_iter().flatten().filter_map(|found| found.stamp.text(None)).collect();
        assert_eq!(texts, expected);
    };
    check(&["1/1/2026", "2/1/2026", "3/1/2026"], &["2026-01", "2026-02", "2026-03"]);
    check(&["01/01/2026", "01/02/2026", "01/03/2026"], &["2026-01", "2026-02", "2026-03"]);
    check(&["2026-01-31", "2026-02-28"], &["2026-01", "2026-02"]);
    check(&["2026-01-01", "2026-01-02"], &["2026-01-01", "2026-01-02"]);
}
