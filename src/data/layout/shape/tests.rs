//! Whole tables, from wide to long.

use super::*;
use crate::data::cells::Cells;
use crate::data::table::{Column, LayoutKind, LayoutRow};
use proptest::prelude::*;

/// A table of comma-separated text whose first line is the header.
pub(super) fn table(file: &str, text: &str) -> Table {
    let mut table = Table { file: file.into(), header_row: 1, ..Table::default() };
    table.place.file = file.into();
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    for (row, record) in reader.records().map(Result::unwrap).enumerate() {
        if row == 0 {
            table.columns = record.iter().map(|header| Column::named(header.into())).collect();
            continue;
        }
        table.lines.push(row as u32 + 1);
        for (index, column) in table.columns.iter_mut().enumerate() {
            column.cells.push(record.get(index).unwrap_or_default());
        }
    }
    table
}

fn with_title(mut table: Table, title: &str) -> Table {
    table.layout_rows.push(LayoutRow { line: 1, kind: LayoutKind::Title, text: title.into() });
    table
}

/// Headers and rows, cells between bars.
fn shown(table: &Table) -> Vec<String> {
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let rows = (0..table.lines.len()).map(|row| table.row(row).join("|"));
    [headers.join("|")].into_iter().chain(rows).collect()
}

#[track_caller]
fn check_table(table: Table, expected: &[&str]) {
    let table = shape(table);
    assert_eq!(shown(&table), expected);
    assert!(table.columns.iter().all(|column| column.len() == table.lines.len()));
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_table(table("t.csv", text), expected);
}

/// Left wide; whether it is offered.
#[track_caller]
fn check_wide(table: Table, is_offered: bool) {
    let before = shown(&table);
    let after = shape(table);
    assert_eq!((shown(&after), after.can_unpivot), (before, is_offered));
    assert!(after.unpivoted.is_empty());
}

#[test]
fn months_and_quarters_become_rows() {
    check("Rep,2026-01,2026-02,2026-03\nAnn,1,,3", &["Rep|Period|Value", "Ann|2026-01|1", "Ann|2026-03|3"]);
    check("Rep,Q1 2026,Q2 2026,Q3 2026\nAnn,1,n/a,-", &["Rep|Period|Value", "Ann|2026-Q1|1"]);
    check("Rep,FY26 Q1,FY26 Q2,FY26 Q3\nAnn,1,2,-", &["Rep|Period|Value", "Ann|FY2026-Q1|1", "Ann|FY2026-Q2|2"]);
    check("Rep,2025,2026\nAnn,10,20", &["Rep|Period|Value", "Ann|2025|10", "Ann|2026|20"]);
    check("Rep,H1 2026,H2 2026\nAnn,10,20", &["Rep|Period|Value", "Ann|2026-H1|10", "Ann|2026-H2|20"]);
    check("Rep,Jan-26,Feb-26,Mar-26\nAnn,1,2,-", &["Rep|Period|Value", "Ann|2026-01|1", "Ann|2026-02|2"]);
    check("2026-01,2026-02,2026-03\n1,2,-", &["Period|Value", "2026-01|1", "2026-02|2"]);
    check("Rep,Period,Jan 2026,Feb 2026,Mar 2026\nAnn,x,1,-,-", &["Rep|Period|Period (2)|Value", "Ann|x|2026-01|1"]);
}

#[test]
fn measures_become_columns() {
    check(
        "Rep,2026 Jan Quota,2026 Feb Quota,2026 Mar Quota\nAnn,1,2,-",
        &["Rep|Period|Quota", "Ann|2026-01|1", "Ann|2026-02|2"],
    );
    check(
        "Rep,2026 Q1 Target,2026 Q1 Actual,2026 Q2 Target,2026 Q2 Actual,2026 Q3 Target,2026 Q3 Actual\nAnn,1,2,3,,-,-",
        &["Rep|Period|Target|Actual", "Ann|2026-Q1|1|2", "Ann|2026-Q2|3|"],
    );
    check("Rep,Jan 2026 (k€),Feb 2026 (k€),Mar 2026 (k€)\nAnn,1,-,-", &["Rep|Period|Value (k€)", "Ann|2026-01|1"]);
}

#[test]
fn the_year_is_found_elsewhere() {
    check(
        "Year,Rep,M01,M02,M03\n2025,Ann,1,2,-\n2026,Ann,3,-,-",
        &["Year|Rep|Period|Value", "2025|Ann|2025-01|1", "2025|Ann|2025-02|2", "2026|Ann|2026-01|3"],
    );
    check("FY,Rep,Q1,Q2,Q3\nFY26,Ann,1,-,-", &["FY|Rep|Period|Value", "FY26|Ann|FY2026-Q1|1"]);
    let wide = "Rep,Jan,Feb,Mar\nAnn,1,2,-";
    let long = ["Rep|Period|Value", "Ann|2026-01|1", "Ann|2026-02|2"];
    check_table(with_title(table("t.csv", wide), "Quota plan 2026"), &long);
    check_table(table("quota_2026.csv", wide), &long);
    let mut sheet = table("t.xlsx", wide);
    sheet.place.sheet = "Plan 2026".into();
    check_table(sheet, &long);
    check_table(table("t 2026.csv", "Rep,Styczeń,Luty,Marzec\nAnn,1,2,-"), &long);
    check_table(table("t 2026.csv", "Rep,1,2,3,4,5,6,7,8,9,10,11,12\nAnn,1,2,-,,,,,,,,,"), &long);
    // Months that run over a year's end need both years.
    let wrapped = "Rep,Nov,Dec,Jan,Feb\nAnn,1,2,3,4";
    check_table(
        table("plan 2025-2026.csv", wrapped),
        &["Rep|Period|Value", "Ann|2025-11|1", "Ann|2025-12|2", "Ann|2026-01|3", "Ann|2026-02|4"],
    );
    check_wide(table("plan 2026.csv", wrapped), true);
    check_wide(with_title(table("t.csv", wide), "From 2024 to 2026 or so"), true);
}

#[test]
fn without_a_year_it_is_only_offered() {
    let wide = table("t.csv", "Rep,Jan,Feb,Mar\nAnn,1,2,-");
    check_wide(wide.clone(), true);
    let mut forced = wide;
    forced.choice.unpivot = Some(true);
    check_table(forced, &["Rep|Period|Value", "Ann|Jan|1", "Ann|Feb|2"]);
    let mut refused = table("t.csv", "Rep,2026-01,2026-02,2026-03\nAnn,1,2,3");
    refused.choice.unpivot = Some(false);
    check_wide(refused, true);
}

#[test]
fn sums_across_are_dropped_and_named() {
    let check = |text: &str, expected: &[&str], dropped: &[&str]| {
        let after = shape(table("t.csv", text));
        assert_eq!(shown(&after), expected);
        let named = after.warnings.iter().filter(|issue| issue.kind == IssueKind::SumColumn);
        assert_eq!(named.filter_map(|issue| issue.column.as_deref()).collect::<Vec<_>>(), dropped);
    };
    let long = ["Rep|Period|Value", "Ann|2026-01|1", "Ann|2026-02|2", "Bob|2026-01|3", "Bob|2026-03|4"];
    check("Rep,2026-01,2026-02,2026-03,Total\nAnn,1,2,,3\nBob,3,,4,7", &long, &["Total"]);
    check("Rep,2026-01,2026-02,2026-03,FY26\nAnn,1,2,,3\nBob,3,,4,7", &long, &["FY26"]);
    check("Rep,2026-01,2026-02,2026-03,Razem 2026\nAnn,1,2,,3\nBob,3,,4,7", &long, &["Razem 2026"]);
    check("Rep,2026-01,2026-02,2026-03,Plan\nAnn,1,2,,3\nBob,3,,4,7", &long, &["Plan"]);
    check(
        "Rep,2026-01,2026-02,2026-03,Q1 2026,2026 total\nAnn,1,2,,3,3\nBob,3,,4,7,7",
        &long,
        &["Q1 2026", "2026 total"],
    );
    // A year of its own is a period, not a sum.
    check("Rep,2025,2026 Q1,2026 Q2,2026 Q3\nAnn,9,1,-,-", &["Rep|Period|Value", "Ann|2025|9", "Ann|2026-Q1|1"], &[]);
    // A longer period with numbers of its own is unclear.
    check_wide(table("t.csv", "Rep,2026-01,2026-02,2026-03,2026\nAnn,1,2,3,9\nBob,1,1,1,8"), true);
}

#[test]
fn long_tables_stay_as_they_are() {
    check_wide(table("deals 2026.csv", "Id,Amount,Q1\n1,5,2\n2,6,3"), false);
    check_wide(table("survey 2026.csv", "Id,Q1,Q2,Q3,Q4,Q5\n1,5,4,3,2,1"), true);
    check_wide(table("t.csv", "Id,2023,2031,2045\nx,1,2,3"), true);
    check_wide(table("t.csv", "Store,2001,2002,2003\n2001,0,5,4\n2002,5,0,4\n2003,4,4,0"), true);
    check_wide(table("t 2026.csv", "Id,Day 1,Day 2,Day 3\n1,5,4,3"), false);
    check_wide(table("t 2026.csv", "Id,day,month,year\n1,5,4,2026"), false);
    check_wide(table("t.csv", "Id,2010 revenue,days,2011 revenue\n1,5,4,6\n2,3,4,5"), true);
    check_wide(table("t.csv", "Account,Revenue 2025,Revenue 2026,Employees\na,5,6,4\nb,3,7,5"), true);
    check_wide(table("t.csv", "Id,2026-01,2026-02,2026-03\n1,a,b,c"), true);
    check_wide(table("t.csv", "Zip,2024,2025,2026\n1,00501,00544,01001"), true);
    check_wide(table("t.csv", "Id,Jan 2026,Feb 2026,Mar 2026\n1,1,0,1"), true);
    check_wide(table("t.csv", "Id,Jan 1,Jan 2,Jan 3\n1,5,6,7"), false);
    check_wide(table("t.csv", "Id,2026-01,2026-02,2026-03"), false);
    check_wide(table("t 2026.csv", "Id,1,2,3\n1,5,6,7"), true);
}

#[test]
fn lines_layout_and_types_are_kept() {
    let mut before = with_title(
        table("t.xlsx", "Region,Rep,2026-01,2026-02,2026-03\nNorth,Ann,,1,2\n,Bob,3,,\nSouth,Cy,4,4,4\n,Di,5,5,5"),
        "Plan",
    );
    before.columns[2].cells.count_typed(3);
    let after = shape(before.clone());
    assert_eq!(after.lines, [2, 2, 3, 4, 4, 4, 5, 5, 5]);
    assert_eq!(after.n_empty_cells, 3);
    assert_eq!(after.unpivoted, ["2026-01", "2026-02", "2026-03"]);
    assert_eq!(after.layout_rows, before.layout_rows);
    assert_eq!(after.column("Value").unwrap().cells.n_typed(), 3);
    assert_eq!(after.row(2).join(" "), "North Bob 2026-01 3");
    let kinds: Vec<&str> = after.warnings.iter().map(|issue| issue.kind.key()).collect();
    assert_eq!(kinds, ["filled-down", "unpivoted"]);
}

#[test]
fn units_are_noted_by_column() {
    let check = |table: Table, expected: &[(usize, i32)]| {
        let after = shape(table);
        assert_eq!(after.factors, expected);
        let n = after.warnings.iter().filter(|issue| matches!(issue.kind, IssueKind::UnitsStated { .. })).count();
        assert_eq!(n, expected.len());
    };
    check(table("t.csv", "Rep,Revenue (k€),Deals\nAnn,5,2"), &[(1, 3)]);
    check(table("t.csv", "Rep,Revenue (k€),Deals\nAnn,5k,2\nBob,7k,1"), &[]);
    check(table("t.csv", "Rep,Note (in thousands)\nAnn,a"), &[]);
    check(
        with_title(table("t.csv", "Year,Rep,Quota,Deals,Win rate\n2026,7,5,2,3"), "Figures in thousands of USD"),
        &[(2, 3)],
    );
    check(with_title(table("t.csv", "Rep,2026-01,2026-02,2026-03\nAnn,5,2,3"), "Plan in k€"), &[(2, 3)]);
    check(table("t.csv", "Rep,Jan 2026 (TEUR),Feb 2026 (TEUR),Mar 2026 (TEUR)\nAnn,5,2,3"), &[(2, 3)]);
    check(table("t.csv", "Rep,Amount\nAnn,5"), &[]);
}

proptest! {
    #[test]
    fn nothing_is_lost(cells in prop::collection::vec(prop::collection::vec(prop::option::of(2_u32..9_999), 4), 1..30)) {
        let mut before = table("t.csv", "Rep,2026-01,2026-02,2026-03,2026-04");
        for (row, cells) in cells.iter().enumerate() {
            before.lines.push(row as u32 + 2);
            before.columns[0].cells.push(&format!("rep {row}"));
            for (column, cell) in before.columns[1..].iter_mut().zip(cells) {
                column.cells.push(&cell.map_or("-".into(), |cell| cell.to_string()));
            }
        }
        before.choice.unpivot = Some(true);
        let after = shape(before);
        let sum: u32 = cells.iter().flatten().flatten().sum();
        let n_filled = cells.iter().flatten().flatten().count();
        prop_assert_eq!(after.columns[2].cells().map(|cell| cell.parse::<u32>().unwrap()).sum::<u32>(), sum);
        prop_assert_eq!(after.lines.len(), n_filled);
        prop_assert_eq!(after.lines.len() + after.n_empty_cells, cells.len() * 4);
    }

    #[test]
    fn any_headers_and_cells_are_survived(
        headers in prop::collection::vec("(Q|M|H|FY|Jan|Feb|Mar|20|202|Total|'|-|/|\\(|k€|000| |[0-9]|ł|º|é|\\PC){0,7}", 1..8),
        rows in prop::collection::vec(prop::collection::vec("[0-9]{0,3}|-|x|\\PC{0,5}", 8), 0..8),
        title in "(20|26|/|-|FY|k€|in|000|tys|[0-9]|\\PC){0,9}",
        choice in prop::option::of(any::<bool>()),
    ) {
        let mut before = with_title(Table::default(), &title);
        before.choice.unpivot = choice;
        before.lines = (2..).take(rows.len()).collect();
        for (index, header) in headers.iter().enumerate() {
            let cells: Cells = rows.iter().map(|row| row[index].as_str()).collect();
            before.columns.push(Column { cells, ..Column::named(header.clone()) });
        }
        let after = shape(before);
        prop_assert!(after.columns.iter().all(|column| column.len() == after.lines.len()));
    }
}
