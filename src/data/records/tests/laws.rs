//! Laws of the import, on tables and mappings of all sorts.

use proptest::prelude::*;

use super::{Fix, naive};
use crate::data::issue::Severity;
use crate::data::records::{import, import_bytes, set_aside_csv};
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::{Column, LayoutKind, LayoutRow, Table};
use crate::data::values::{DateOrder, DecimalMark, ValueKind};
use crate::data::{Totals, decode, encode};

/// Cells that mean something somewhere, often the same ones.
const CELLS: [&str; 36] = [
    "",
    "-",
    "n/a",
    "NA",
    "Ann",
    "ann",
    " Bob ",
    "Bob",
    "Zoë",
    "Won",
    "Closed Lost",
    "Open",
    "not won",
    "yes",
    "no",
    "1",
    "2",
    "10.5",
    "1.234",
    "1.234,50",
    "-3",
    "12k",
    "1e400",
    "99999999999999999999",
    "2026-01-31",
    "31/01/2026",
    "2026-02-31",
    "2026-03",
    "Q2 2026",
    "FY2026",
    "#REF!",
    "#N/A",
    "oops",
    "01/02/2026",
    "Commit",
    "best case",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(CELLS.to_vec()).prop_map(str::to_owned),
        1 => "[0-9]{1,3}([.,][0-9]{1,2})?",
        1 => "\\PC{0,6}",
    ]
}

fn fix() -> impl Strategy<Value = Fix> {
    let column = (0..9_usize).prop_map(|column| format!("c{column}"));
    prop_oneof![
        (0..14_u32).prop_map(|line| Fix::Aside { line }),
        (column.clone(), cell(), cell()).prop_map(|(column, from, to)| Fix::Cells {
            column,
            from: from.trim().into(),
            to
        }),
        (0..14_u32, column, cell(), cell()).prop_map(|(line, column, from, to)| Fix::Cell {
            line,
            column,
            from: from.trim().into(),
            to
        }),
    ]
}

fn value_kind() -> impl Strategy<Value = ValueKind> {
    prop::sample::select(vec![
        ValueKind::Text,
        ValueKind::Empty,
        ValueKind::Bool,
        ValueKind::Number { decimal: DecimalMark::Comma },
        ValueKind::Number { decimal: DecimalMark::Point },
        ValueKind::Date { order: DateOrder::DayFirst, certain: true },
        ValueKind::Date { order: DateOrder::MonthFirst, certain: false },
    ])
}

/// A table of any kind with columns that mean anything.
fn case(file: &'static str) -> impl Strategy<Value = (Table, Mapping)> {
    let kind = prop::sample::select([Kind::ALL.as_slice(), &[Kind::Unknown]].concat());
    (kind, 0..14_usize, 1..9_usize).prop_flat_map(move |(kind, n_rows, n_columns)| {
        let column = (prop::collection::vec(cell(), n_rows), value_kind(), any::<bool>());
        let any_field = prop::sample::select(Kind::Deals.fields().to_vec());
        let own = kind.fields().to_vec();
        let own = if own.is_empty() { vec![Field::Id] } else { own };
        let field =
            prop_oneof![6 => prop::sample::select(own).prop_map(Some), 1 => any_field.prop_map(Some), 1 => Just(None)];
        let fields = prop::collection::vec(field, n_columns);
        let kinds = prop::collection::vec((0..n_columns, value_kind()), 0..3);
        let fixes = prop::collection::vec(fix(), 0..4);
        let repeat = any::<bool>();
        (prop::collection::vec(column, n_columns), fields, kinds, fixes, repeat).prop_map(
            move |(columns, fields, kinds, fixes, repeat)| {
                let columns = columns.into_iter().enumerate().map(|(place, (cells, kind, is_certain))| Column {
                    kind,
                    is_certain,
                    cells: cells.iter().map(String::as_str).collect(),
                    ..Column::named(format!("c{place}"))
                });
                let table = Table {
                    file: file.into(),
                    columns: columns.collect(),
                    lines: (0..n_rows as u32).map(|row| 2 + if repeat { row / 2 } else { row }).collect(),
                    layout_rows: vec![LayoutRow { line: 1, kind: LayoutKind::Header, text: String::new() }],
                    ..Table::default()
                };
                (table, Mapping { file: file.into(), kind, fields, kinds, fixes, ..Mapping::default() })
            },
        )
    })
}

/// A cell of a deal without a fault, as one of a few that its field has.
fn sound(field: Field, row: usize, pick: usize) -> String {
    let few: &[&str] = match field {
        Field::Id => return format!("D-{:03}", row + pick / 60), // some stand twice
        Field::Stage => &["Open", "Closed Lost", "Won"],
        Field::Outcome => &["no", "yes", "", "Open"],
        Field::ForecastCategory => &["Commit", "best case", "", "Long shot"],
        _ if field.is_number() => &["10.5", "-3", "1234567.89", "7", "123456789012345.678", "0"],
        _ if field.is_date() => &["2026-01-31", "2025-12-01", "2026-02-01"],
        _ => &["Ann", "Bob", "Zoë", "", "north"],
    };
    few[pick % few.len()].to_owned()
}

/// A table of deals of several blocks, most of them without a fault; columns may have gaps, or be empty for many rows.
fn deals(file: &'static str) -> impl Strategy<Value = (Table, Mapping)> {
    let fields = prop::sample::subsequence(Kind::Deals.fields().to_vec(), 0..=Kind::Deals.fields().len());
    (fields, 0..40_usize, 1_usize..9).prop_flat_map(move |(mut fields, n_rows, n_sound)| {
        if !fields.contains(&Field::Id) && n_sound != 1 {
            fields.push(Field::Id);
        }
        let odd = prop_oneof![19 => Just(None), 1 => cell().prop_map(Some)];
        // From which row to which a column is empty.
        let gap = (0..60_usize, 0..40_usize);
        let column = (prop::collection::vec((0..64_usize, odd), n_rows), gap, n_sound..10);
        let fixes = prop::collection::vec(fix(), 0..2);
        (prop::collection::vec(column, fields.len()), Just(fields), fixes).prop_map(move |(columns, fields, fixes)| {
            let columns = columns.into_iter().zip(&fields).enumerate().map(|(place, ((cells, gap, n_odd), field))| {
                let has_gap = *field != Field::Id && n_odd < 4;
                let cells = cells.into_iter().enumerate().map(|(row, (pick, odd))| match odd {
                    _ if has_gap && gap.0 <= row && row < gap.0 + gap.1 => String::new(),
                    Some(odd) if n_odd < 8 => odd,
                    _ => sound(*field, row, pick),
                });
                let cells: Vec<String> = cells.collect();
                let is_number = field.is_number();
                Column {
                    kind: if is_number { ValueKind::Number { decimal: DecimalMark::Point } } else { ValueKind::Text },
                    is_certain: true,
                    cells: cells.iter().map(String::as_str).collect(),
                    ..Column::named(format!("c{place}"))
                }
            });
            let table = Table {
                file: file.into(),
                columns: columns.collect(),
                lines: (0..n_rows as u32).map(|row| 2 + row).collect(),
                ..Table::default()
            };
            let fields = fields.iter().copied().map(Some).collect();
            (table, Mapping { file: file.into(), kind: Kind::Deals, fields, fixes, ..Mapping::default() })
        })
    })
}

/// Records, issues and totals are those of the import that reads cell by cell; bytes are those of the records.
fn is_the_naive_import(tables: &[Table], mappings: &[Mapping]) -> Result<(), TestCaseError> {
    let result = import(tables, mappings);
    let (dataset, issues) = naive::import(tables, mappings);
    prop_assert_eq!(&result.dataset, &dataset);
    let aside = result.issues.iter().filter(|issue| issue.severity == Severity::SetAside && issue.row != 0);
    prop_assert_eq!(aside.cloned().collect::<Vec<_>>(), issues);
    prop_assert_eq!(&result.totals, &Totals::of(&dataset));
    // Written as it comes, or afterwards.
    let (slim, bytes) = import_bytes(&[], tables, mappings);
    let bytes = bytes.whole();
    prop_assert_eq!(&bytes, &encode(&dataset));
    prop_assert_eq!(&decode(&bytes).unwrap(), &dataset);
    prop_assert_eq!(slim, result.with(()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn reading_by_symbols_is_reading_row_by_row(one in case("a.csv"), two in case("b.csv")) {
        let (tables, mappings): (Vec<_>, Vec<_>) = [one, two].into_iter().unzip();
        is_the_naive_import(&tables, &mappings)?;
    }

    #[test]
    fn deals_by_blocks_are_deals_row_by_row(one in deals("a.csv"), two in prop_oneof![deals("b.csv"), case("b.csv")]) {
        let (tables, mappings): (Vec<_>, Vec<_>) = [one, two].into_iter().unzip();
        is_the_naive_import(&tables, &mappings)?;
        is_the_naive_import(&tables[..1], &mappings[..1])?;
    }

    #[test]
    fn rows_add_up_under_any_mapping(one in case("a.csv"), two in case("b.csv")) {
        let (tables, mappings): (Vec<_>, Vec<_>) = [one, two].into_iter().unzip();
        let result = import(&tables, &mappings);
        for (count, table) in result.files.iter().zip(&tables) {
            prop_assert_eq!(count.n_rows, table.lines.len() + 1);
            prop_assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout);
            prop_assert_eq!(&count.layout, &[(LayoutKind::Header, 1)]);
            let named = result.issue_counts.iter().filter(|named| named.file == count.file);
            let n: usize = named.filter(|named| named.severity == Severity::SetAside).map(|named| named.n).sum();
            prop_assert_eq!(n, if count.kind == Kind::Unknown { 1 } else { count.n_set_aside });
        }
        prop_assert_eq!(result.n_issues(), result.issues.len());
        let n_aside: usize = result.files.iter().map(|count| count.n_set_aside).sum();
        let text = set_aside_csv(&tables, &result);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        prop_assert_eq!(reader.records().count(), n_aside);
    }
}
