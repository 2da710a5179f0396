//! Columns as people have them: what they are, and that what was written is read.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::data::table::Column;
use crate::engine::units::Decimal;

fn column<T: AsRef<str>>(header: &str, cells: &[T]) -> Column {
    let mut column = Column { cells: cells.iter().map(AsRef::as_ref).collect(), ..Column::named(header.into()) };
    column.decide();
    column
}

const POINT: ValueKind = ValueKind::Number { decimal: DecimalMark::Point };
const COMMA: ValueKind = ValueKind::Number { decimal: DecimalMark::Comma };
const DAY_FIRST: ValueKind = ValueKind::Date { order: DateOrder::DayFirst, certain: true };
const YEAR_FIRST: ValueKind = ValueKind::Date { order: DateOrder::YearFirst, certain: true };
const DAYS_1900: ValueKind = ValueKind::Serial { epoch: Epoch::Excel1900 };

#[test]
fn a_column_is_what_most_of_its_cells_are() {
    let check = |header: &str, cells: &[&str], expected: ValueKind| {
        assert_eq!(column(header, cells).kind, expected, "{header}: {cells:?}");
    };
    check("a", &["", "-", "NULL"], ValueKind::Empty);
    check("a", &["unknown", "", "TBD"], ValueKind::Empty);
    check("a", &["NA", "NA"], ValueKind::Text);
    check("a", &["Yes", "no", "unknown"], ValueKind::Bool);
    check("a", &["1", "0", "1"], POINT);
    check("a", &["12.5", "#DIV/0!", "NA", "13"], POINT);
    check("a", &["1.234,50", "1,7", "200.000.000"], COMMA);
    check("a", &["01581", "10019", "20852"], ValueKind::Text);
    check("a", &["123456789012345678", "123456789012345679"], ValueKind::Text);
    check("Phone", &["601 123 456", "502 222 333"], ValueKind::Text);
    check("a", &["+48 601 123 456", "+48 502 222 333"], ValueKind::Text);
    check("a", &["555-123-4567", "(555) 123-4567"], ValueKind::Text);
    check("Version", &["1.2", "1.10"], ValueKind::Text);
    check("a", &["1.2.3", "1.10.0"], ValueKind::Text);
    check("a", &["10.0.0.1", "192.168.100.200"], ValueKind::Text);
    check("a", &["31/03/2026", "01/04/2026"], DAY_FIRST);
    check("a", &["3 sty 2026", "12-Mar-2024", "1er janvier 2026"], YEAR_FIRST);
    check("a", &["20260331", "20260401", "20260402"], YEAR_FIRST);
    check("a", &["20260331", "20260401"], POINT);
    check("Close date", &["20260331"], YEAR_FIRST);
    check("a", &["20260331", "20260401", "20269999"], POINT);
    check("a", &["20260331", "2026-04-01"], YEAR_FIRST);
    check("Close date", &["46112", "46113.5"], DAYS_1900);
    check("Amount", &["46112", "46113.5"], POINT);
    check("Close date", &["1774915200", "1774915201"], POINT);
    check("Close date", &["31/03/2026", "soon"], ValueKind::Text);
}

#[test]
fn fields_of_days_are_read_whatever_the_column_is() {
    let check = |cells: &[&str], expected: ValueKind| assert_eq!(as_dates(&column("a", cells)), expected, "{cells:?}");
    check(&["46112", "46113"], DAYS_1900);
    check(&["1774915200", "1774915201"], ValueKind::Serial { epoch: Epoch::UnixSeconds });
    check(&["1774915200000", "n/a"], ValueKind::Serial { epoch: Epoch::UnixMilliseconds });
    check(&["20260331"], YEAR_FIRST);
    check(&["25/01/2026", "soon", "later"], DAY_FIRST);
    check(&["5", "7"], YEAR_FIRST);
}

#[test]
fn doubt_is_said() {
    let check = |cells: &[&str], expected: bool| {
        let column = column("a", cells);
        let is_certain = match column.kind {
            ValueKind::Date { certain, .. } => certain,
            _ => column.is_certain,
        };
        assert_eq!(is_certain, expected, "{cells:?}");
    };
    check(&["1000,00", "20.00%", "7"], false);
    check(&["1.234", "5.678"], false);
    check(&["1.234", "5.678,00"], true);
    check(&["01/02/2026"], false);
    check(&["01/02/26"], false);
    check(&["26-01-02", "26-12-31", "26-03-15"], true);
    assert!(column("a", &["12-Mar-26"]).has_short_years);
    assert!(!column("a", &["12-Mar-2026"]).has_short_years);
}

#[test]
fn both_marks_in_one_column_are_each_read_by_what_they_say() {
    let column = column("Montant", &["1000,00", "1.234,50", "20.00%", "1,234.50"]);
    let numbers: Vec<String> =
        column.cells().map(|cell| read_number(cell, DecimalMark::Comma).unwrap().normalize().to_string()).collect();
    assert_eq!(numbers, ["1000", "1234.5", "0.2", "1234.5"]);
    assert!(!column.is_certain);
}

#[test]
fn columns_of_a_table_speak_for_each_other() {
    let mut columns = vec![
        column("a", &["01/02/2026"]),
        column("b", &["1.234"]),
        column("c", &["25/01/2026"]),
        column("d", &["12,5"]),
    ];
    settle(&mut columns);
    assert_eq!(columns[0].kind, ValueKind::Date { order: DateOrder::DayFirst, certain: false });
    assert_eq!((columns[1].kind, columns[1].is_certain), (COMMA, false));
    let mut columns = vec![column("a", &["1.234"]), column("b", &["12,5"]), column("c", &["12.5"])];
    settle(&mut columns);
    assert_eq!(columns[0].kind, POINT, "the others do not agree");
}

#[test]
fn numbers_of_a_workbook_are_certain() {
    let mut typed = Column::named("a".into());
    for cell in ["1.234", "2.5", "1000"] {
        typed.cells.push_typed(cell);
    }
    typed.decide();
    assert_eq!((typed.kind, typed.is_certain), (POINT, true));
    typed.cells.push("1.234");
    typed.decide();
    assert!(!typed.is_certain);
}

#[test]
fn empties_are_counted() {
    assert_eq!(column("City", &["Select", "Mumbai", "Mumbai", "", "Select", "Delhi", "Delhi"]).n_blank(), 3);
    assert_eq!(column("TERRITORY", &["NA", "EMEA", ""]).n_blank(), 1);
    assert_eq!(column("Amount", &["NA", "5", "-", "#N/A"]).n_blank(), 3);
}

/// Ways to write a number: decimal mark, thousands mark, what stands before and behind, brackets for negative.
const NUMBER_STYLES: [(char, &str, &str, &str, bool); 12] = [
    ('.', "", "", "", false),
    (',', "", "", "", false),
    ('.', ",", "$", "", false),
    ('.', ",", "$", "", true),
    (',', ".", "", " €", false),
    (',', "\u{a0}", "", " zł", false),
    (',', "\u{202f}", "", " EUR", false),
    (',', " ", "", "", true),
    ('.', "'", "CHF ", "", false),
    ('.', "’", "", " CHF", false),
    (',', ".", "R$ ", "", false),
    ('.', ",", "US$ ", "", false),
];

fn written(cents: i64, style: (char, &str, &str, &str, bool)) -> String {
    let (mark, thousands, before, behind, has_brackets) = style;
    let digits = (cents.unsigned_abs() / 100).to_string();
    let mut whole = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            whole.push_str(thousands);
        }
        whole.push(digit);
    }
    let number = format!("{before}{whole}{mark}{:02}{behind}", cents.unsigned_abs() % 100);
    match (cents < 0, has_brackets) {
        (true, true) => format!("({number})"),
        (true, false) => format!("-{number}"),
        _ => number,
    }
}

const MONTHS: [[&str; 12]; 7] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
    ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

fn written_day(day: NaiveDate, style: usize) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let name = |language: usize| MONTHS[language][m as usize - 1];
    match style {
        0 => format!("{y}-{m:02}-{d:02}"),
        1 => format!("{d:02}.{m:02}.{y}"),
        2 => format!("{m}/{d}/{y}"),
        3 => format!("{d:02}/{m:02}/{y} 15h30"),
        4 => format!("{y}/{m}/{d} 3:04 PM"),
        5 => format!("{y}-{m:02}-{d:02}T10:00:00+02:00"),
        6 => format!("{y}{m:02}{d:02}"),
        7 => format!("{} {d}, {y}", name(0)),
        8 => format!("{d} {} {y} r.", name(1)),
        9 => format!("{d} {} {y}", name(2)),
        10 => format!("{d}. {} {y}", name(3)),
        11 => format!("{d} {} {y}", name(4)),
        12 => format!("{d}-{}-{y}", name(5)),
        13 => format!("{d} de {} de {y}", name(6)),
        14 => format!("{d:02}{}{:02}", name(0).to_uppercase(), y % 100),
        _ => format!("{}, {d} {} {y} 10:00:00 GMT", day.format("%a"), name(0)),
    }
}

/// A day in each half of the month, so that its order shows.
fn days() -> impl Strategy<Value = Vec<NaiveDate>> {
    let day = (1991_i32..2059, 1_u32..=12, 1_u32..=28)
        .prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    prop::collection::vec(day, 3..40).prop_map(|mut days| {
        days.push(NaiveDate::from_ymd_opt(2026, 3, 31).unwrap());
        days
    })
}

proptest! {
    #[test]
    fn no_text_panics(header in "\\PC{0,12}", cells in prop::collection::vec("\\PC{0,24}|[0-9.,/ :TZ+-]{0,24}|[0-9]{1,2}[ .-]?(mar|Q|FY|III|de)[ .]?[0-9]{0,5}", 0..20)) {
        let mut columns = [column(&header, &cells), column("Close date", &cells)];
        settle(&mut columns);
        for column in &columns {
            let (periods, kind) = (as_periods(column), as_dates(column));
            for cell in column.cells() {
                let _ = (periods.parse(cell), parse_day(cell, kind));
                for epoch in [Epoch::Excel1900, Epoch::Excel1904, Epoch::UnixSeconds, Epoch::UnixMilliseconds] {
                    let _ = parse_day(cell, ValueKind::Serial { epoch });
                }
                for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
                    let _ = (parse_date(cell, order), parse_period(cell, order));
                }
                let _ = (read_number(cell, DecimalMark::Point), read_number(cell, DecimalMark::Comma), parse_bool(cell));
                let _ = (is_error_value(cell), is_too_large(cell), column.is_empty_text(cell));
            }
        }
    }

    #[test]
    fn numbers_written_in_one_style_are_read_back(style in 0..NUMBER_STYLES.len(), cents in prop::collection::vec(-99_999_999_999_i64..99_999_999_999, 1..30)) {
        let cells: Vec<String> = cents.iter().map(|cents| written(*cents, NUMBER_STYLES[style])).collect();
        let column = column("Amount", &cells);
        let ValueKind::Number { decimal } = column.kind else { panic!("{:?} {cells:?}", column.kind) };
        prop_assert!(column.is_certain, "{:?}", cells);
        for (cents, cell) in cents.iter().zip(&cells) {
            prop_assert_eq!(read_number(cell, decimal), Some(Decimal::new(*cents, 2)), "{}", cell);
        }
    }

    #[test]
    fn days_written_in_one_style_are_read_back(style in 0_usize..=15, days in days()) {
        let cells: Vec<String> = days.iter().map(|day| written_day(*day, style)).collect();
        let column = column("Close date", &cells);
        prop_assert!(matches!(column.kind, ValueKind::Date { certain: true, .. }), "{:?} {:?}", column.kind, cells);
        for (day, cell) in days.iter().zip(&cells) {
            prop_assert_eq!(parse_day(cell, column.kind), Some(*day), "{}", cell);
        }
    }

    #[test]
    fn what_has_two_readings_is_flagged(cells in prop::collection::vec("[1-9][0-9]{0,2}[.,][0-9]{3}", 1..10), days in prop::collection::vec((1_u32..=12, 1_u32..=12), 1..10)) {
        let numbers = column("a", &cells);
        prop_assert!(!numbers.is_certain, "{:?}", cells);
        let texts: Vec<String> = days.iter().map(|(day, month)| format!("{day}/{month}/2026")).collect();
        let differs = days.iter().any(|(day, month)| day != month);
        let ValueKind::Date { certain, .. } = column("a", &texts).kind else { panic!("{texts:?}") };
        prop_assert_eq!(certain, !differs, "{:?}", texts);
    }

    #[test]
    fn an_empty_text_is_never_a_value(cells in prop::collection::vec("[0-9]{1,4}|NA|Select|unknown|-|", 1..30)) {
        let column = column("Amount", &cells);
        let n_numbers = column.cells().filter(|cell| read_number(cell, DecimalMark::Point).is_some()).count();
        if matches!(column.kind, ValueKind::Number { .. }) {
            prop_assert_eq!(column.n_blank() + n_numbers, column.len());
        }
    }
}
