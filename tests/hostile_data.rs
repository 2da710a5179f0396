//! Files that mean harm or are broken: each gets a message and costs nothing else.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::data::{
    Bytes, Choices, Import, IssueKind, Limits, ReadError, Severity, Table, check_size, decode, encode, guess, import,
    read_all,
};
use proptest::prelude::*;

fn read(text: &str) -> Result<Table, ReadError> {
    read_all("file.csv", text.as_bytes(), Limits::default()).map(|mut tables| tables.remove(0))
}

fn take(text: &str) -> Import {
    let tables = [read(text).unwrap()];
    import(&tables, &guess(&tables))
}

#[track_caller]
fn check(text: &str, n_records: usize, kind: &IssueKind) {
    let result = take(text);
    assert_eq!(result.files[0].n_records, n_records, "{result:?}");
    assert!(result.issues.iter().any(|issue| issue.kind == *kind), "{:?}", result.issues);
}

const HEADER: &str = "deal id,rep,amount,close date,stage\n";
const GOOD: &str = "1,Ann,10,2026-01-01,Won\n2,Ann,20,2026-01-02,Won\n3,Bob,30,2026-01-03,Won\n4,Bob,30,2026-01-03,Won\n5,Bob,30,2026-01-03,Won\n6,Bob,30,2026-01-03,Won\n7,Bob,30,2026-01-03,Won\n8,Bob,30,2026-01-03,Won\n9,Bob,30,2026-01-03,Won\n";

#[test]
fn files_that_are_no_tables_are_named() {
    assert_eq!(read(""), Err(ReadError::Empty));
    assert_eq!(read("\n\r\n\n"), Err(ReadError::Empty));
    assert!(matches!(read("PK\u{3}\u{4}..."), Err(ReadError::Damaged { .. })));
    assert!(matches!(read("a,b\n\u{0}\u{1}"), Err(ReadError::NotATable { .. })));
    assert_eq!(
        check_size(1 << 30, &Limits::default()),
        Err(ReadError::TooLarge { n_bytes: 1 << 30, limit: 512 << 20 })
    );
    let wide = vec!["a"; 1_100].join(",");
    assert!(matches!(read(&wide), Err(ReadError::TooManyColumns { n_columns: 1_100, .. })));
    let open = format!("a,b\n\"{}", "x".repeat(2 << 20));
    assert!(matches!(read(&open), Err(ReadError::RowTooLong { line: 2, .. })));
}

#[test]
fn a_header_alone_is_said_so() {
    check(HEADER, 0, &IssueKind::NoRows);
    check(HEADER.trim(), 0, &IssueKind::NoRows);
}

#[test]
fn wrong_cells_set_their_row_aside_and_no_other() {
    check(&format!("{HEADER}{GOOD}10,Ann,NaN,2026-01-03,Won\n"), 9, &IssueKind::Missing);
    check(&format!("{HEADER}{GOOD}10,Ann,1e400,2026-01-03,Won\n"), 9, &IssueKind::NumberTooLarge);
    check(&format!("{HEADER}{GOOD}10,Ann,12x34y56z7,2026-01-03,Won\n"), 9, &IssueKind::NotANumber);
    check(&format!("{HEADER}{GOOD}10,Ann,10,2026-02-31,Won\n"), 9, &IssueKind::NotADate);
    check(
        &format!("{HEADER}{GOOD}10,Ann,10,2026-01-03,Won,more,cells\n"),
        9,
        &IssueKind::TooManyCells { n_cells: 7, n_columns: 5 },
    );
    check(
        &format!("{HEADER}{GOOD}10,\"Ann,10,2026-01-03,Won\n11,Bob,10,2026-01-04,Won\n"),
        10,
        &IssueKind::UnclosedQuote { n_lines: 2 },
    );
    check(&format!("{HEADER}{GOOD}10,Ann\n"), 10, &IssueKind::TooFewCells { n_cells: 2, n_columns: 5 });
}

#[test]
fn issues_name_file_row_and_column() {
    let result = take(&format!("{HEADER}\n{GOOD}10,\"two\nlines\",oops!,2026-01-03,Won\n11,Ann,?,2026-01-03,Won\n"));
    let wrong: Vec<_> = result.issues.iter().filter(|issue| issue.severity == Severity::SetAside).collect();
    assert_eq!(wrong.iter().map(|issue| issue.row).collect::<Vec<_>>(), [12, 14]);
    assert_eq!(wrong[0].column.as_deref(), Some("amount"));
    assert_eq!((wrong[0].file.as_str(), wrong[0].value.as_str()), ("file.csv", "oops!"));
}

#[test]
fn ambiguous_dates_are_a_question() {
    let text = "deal id,rep,amount,close date,stage\n1,Ann,10,01/02/2026,Won\n2,Ann,10,03/04/2026,Won\n";
    check(text, 2, &IssueKind::AmbiguousDates);
}

#[test]
fn a_dataset_survives_its_bytes_and_damage_is_noticed() {
    let dataset = take(&format!("{HEADER}{GOOD}")).dataset;
    let bytes = encode(&dataset);
    assert_eq!(decode(&bytes).unwrap(), dataset);
    assert!(decode(&bytes[..bytes.len() / 2]).is_err());
    assert!(decode(&[]).is_err());
    assert!(decode(&[99, 1, 2]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_end_as_counted_rows_or_a_message(bytes in prop::collection::vec(any::<u8>(), 0..400), header in any::<bool>()) {
        let mut file = if header { HEADER.as_bytes().to_vec() } else { Vec::new() };
        file.extend(bytes);
        if let Ok(tables) = read_all("file.csv", &file, Limits::default()) {
            for count in import(&tables, &guess(&tables)).files {
                prop_assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout);
            }
        }
    }

    #[test]
    fn any_table_text_adds_up(rows in prop::collection::vec("[ -~\n\r\",;|0-9./-]{0,40}", 0..30)) {
        let text = format!("{HEADER}{}", rows.join("\n"));
        if let Ok(table) = read(&text) {
            let tables = [table];
            let count = import(&tables, &guess(&tables)).files.remove(0);
            prop_assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout);
        }
    }

    #[test]
    fn where_a_file_is_cut_for_reading_changes_nothing(cut in 1usize..40) {
        let text = format!("{HEADER}{GOOD}10,\"a\r\nb\",1,2026-01-03,Won\r\n\r\n11,Ann,5,2026-01-04,Lost\n");
        let whole = read(&text).unwrap();
        let mut source = Bytes::new("file.csv", text.as_bytes()).in_pieces(cut);
        let cut = attain::data::read(&mut source, &Choices::new(), &Limits::default()).unwrap().tables.remove(0);
        prop_assert_eq!(cut, whole);
    }

    #[test]
    fn any_cell_is_read_or_refused(cell in "\\PC{0,40}") {
        let _ = attain::data::parse_number(&cell, attain::data::DecimalMark::Comma);
        let _ = attain::data::parse_number(&cell, attain::data::DecimalMark::Point);
        let _ = attain::data::parse_date(&cell, attain::data::DateOrder::DayFirst);
    }

    #[test]
    fn dates_and_numbers_of_any_shape_do_not_fail(cell in "[0-9.,/ T:eE+()$%-]{0,40}") {
        let _ = attain::data::parse_number(&cell, attain::data::DecimalMark::Comma);
        let _ = attain::data::parse_date(&cell, attain::data::DateOrder::MonthFirst);
        let _ = take(&format!("{HEADER}1,Ann,\"{cell}\",\"{cell}\",Won\n"));
    }
}
