//! Layouts as people make them, each in a few lines: cells between bars, rows on lines.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::data::choice::Choices;
use crate::data::choice::{HeaderChoice, ReadChoice};
use crate::data::grid::{Format, Grid, Merge, RowNote, Sheet};
use crate::data::issue::IssueKind;
use crate::data::limits::Limits;
use crate::data::table::Table;

/// A grid of rows on lines, cells between bars.
fn grid(text: &str) -> Grid {
    let mut grid = Grid::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            grid.push_row(index as u32 + 1, []);
        } else {
            grid.push_row(index as u32 + 1, line.split('|').map(str::trim));
        }
    }
    grid
}

fn read_as(format: Format, grid: Grid, choices: &Choices) -> Vec<Table> {
    let sheet = Sheet { format, grid, ..Sheet::default() };
    super::stand("a.csv", "a.csv", sheet, choices, &Limits::default()).unwrap()
}

fn read(text: &str) -> Vec<Table> {
    read_as(Format::Csv, grid(text.trim_start_matches('\n')), &Choices::new())
}

fn read_merged(text: &str, merges: &[(u32, u32, u32, u32)]) -> Vec<Table> {
    let mut grid = grid(text.trim_start_matches('\n'));
    let merge = |(row, column, n_rows, n_columns): &(u32, u32, u32, u32)| Merge {
        row: *row,
        column: *column,
        n_rows: *n_rows,
        n_columns: *n_columns,
    };
    grid.merges = merges.iter().map(merge).collect();
    read_as(Format::Xlsx, grid, &Choices::new())
}

/// A table in one line: header row, names, lines of records, other rows by kind.
fn said(table: &Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let lines: Vec<String> = table.lines.iter().map(ToString::to_string).collect();
    let mut said = format!("{}: {}; {}", table.header_row, names.join("|"), lines.join(","));
    for row in &table.layout_rows {
        let _ = write!(said, " {}{:?}", row.line, row.kind);
    }
    for (issue, _) in &table.set_aside {
        let _ = write!(said, " {}!{}", issue.row, issue.kind.key());
    }
    said
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let tables = read(text);
    assert_eq!(tables.iter().map(said).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn check_merged(text: &str, merges: &[(u32, u32, u32, u32)], expected: &[&str]) {
    let tables = read_merged(text, merges);
    assert_eq!(tables.iter().map(said).collect::<Vec<_>>(), expected);
}

/// Keys of what is said of the first table.
fn warned(text: &str) -> Vec<&'static str> {
    read(text).remove(0).warnings.iter().map(|issue| issue.kind.key()).collect()
}

#[test]
fn a_plain_table_is_itself() {
    check("id|name|amount\n1|a|10\n2|b|20", &["1: id|name|amount; 2,3 1Header"]);
    check("name|city\na|Oslo\nb|Bonn", &["1: name|city; 2,3 1Header"]);
    check("foo\nx", &["1: foo; 2 1Header"]);
    check("\n\n", &[]);
}

#[test]
fn titles_and_blanks_stand_above_headers() {
    check(
        "Monthly report\nMade on 31.12.2025\n\nClient|Sales|Region\nMeier|1.234,56|North\nSchulze|987,00|South",
        &["4: Client|Sales|Region; 5,6 1Title 2Title 3Blank 4Header"],
    );
    check(
        "Report:|Sales\nFrom:|2026-01-01\nTo:|2026-12-31\n\nRep|Amount\na|10\nb|20",
        &["5: Rep|Amount; 6,7 1Title 2Title 3Title 4Blank 5Header"],
    );
    check(
        "Lots of people||||\ncannot resist||||notes\nat|the|top||of\nor|merging|||cells\nName|Job|Age|Kids|Born\nA B|poet|69|true|1947-01-08\nC D|actor|60|true|1956-10-21\nE F|actor|61|true|1955-05-17\nSome||||\n|like notes|||\n||at the|bottom|",
        &["5: Name|Job|Age|Kids|Born; 6,7,8 1Title 2Title 3Title 4Title 5Header 9Note 10Note 11Note"],
    );
    check("sep=;\nid|name\n1|a", &["2: id|name; 3 1Rule 2Header"]);
}

#[test]
fn blank_columns_are_dropped_unless_they_are_named() {
    check("||||\n|Name||Amount|\n|a||10|\n|b||20|", &["2: Name|Amount; 3,4 1Blank 2Header"]);
    check("Name|Note|Amount\na||10\nb||20", &["1: Name|Note|Amount; 2,3 1Header"]);
    check("Name||Amount\na|x|10\nb||20", &["1: Name|Column 2|Amount; 2,3 1Header"]);
}

#[test]
fn names_are_joined_from_the_rows_of_a_header() {
    check(
        "||2026||2027|\nRegion|Rep|Q1|Q2|Q1|Q2\nN|a|1|2|3|4\nS|b|5|6|7|8",
        &["1: Region|Rep|2026 Q1|2026 Q2|2027 Q1|2027 Q2; 3,4 1Header 2Header"],
    );
    check_merged(
        "Region|Sales||Cost|\n|Plan|Actual|Plan|Actual\nN|1|2|3|4\nS|5|6|7|8",
        &[(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)],
        &["1: Region|Sales Plan|Sales Actual|Cost Plan|Cost Actual; 3,4 1Header 2Header"],
    );
    check_merged(
        "Sales by rep||\nRep|Region|Amount\na|N|1\nb|S|2",
        &[(0, 0, 1, 3)],
        &["2: Rep|Region|Amount; 3,4 1Title 2Header"],
    );
    check(
        "Area|Year|Crime||Theft|\n|||Rate||Rate\nA|2015|10|1.5|20|2.5\nB|2016|11|1.6|21|2.6",
        &["1: Area|Year|Crime|Crime Rate|Theft|Theft Rate; 3,4 1Header 2Header"],
    );
    check(
        "name|species|weight\n(at birth)|(office)|(in grams)\nClippy|clip|0.9",
        &["1: name (at birth)|species (office)|weight (in grams); 3 1Header 2Header"],
    );
}

#[test]
fn a_row_of_units_is_no_record() {
    check("Rep|Amount|Share\n|(USD)|(%)\na|10|5\nb|20|6", &["1: Rep|Amount|Share; 3,4 1Header 2Rule"]);
    check("Rep|Amount|Share\n---|-----|-----\na|10|5\nb|20|6", &["1: Rep|Amount|Share; 3,4 1Header 2Rule"]);
}

#[test]
fn rows_of_values_are_no_header() {
    check("1|2\n3|4\n5|6", &["0: Column 1|Column 2; 1,2,3"]);
    check("AD|Andorra|2019-04-30\nAE|Emirates|2019-04-30", &["0: Column 1|Column 2|Column 3; 1,2"]);
    check("1|null|0|0\n2|0|0|null\n3|null||\n4|null|0|null", &["0: Column 1|Column 2|Column 3|Column 4; 1,2,3,4"]);
    check("S10_16|Bike|1:10\nS10_19|Car|1:12\nS24_39|Ship|1:18", &["0: Column 1|Column 2|Column 3; 1,2,3"]);
    assert_eq!(warned("1|2\n3|4\n5|6"), ["no-header"]);
}

#[test]
fn numbers_that_count_on_name_columns() {
    check("Rep|2017|2018|2019\na|10|20|30\nb|5|6|7", &["1: Rep|2017|2018|2019; 2,3 1Header"]);
    check("Series|1|2|3|4\nN 1|940.6|1084.8|1244.9|1445\nN 2|1991|2306|2604|2992", &["1: Series|1|2|3|4; 2,3 1Header"]);
    check("Country|2013\nCanada|35160000|value", &["1: Country|2013;  1Header 2!too-many-cells"]);
}

#[test]
fn names_are_made_usable() {
    check("a b|a b||%\n1|x|one|1.1\n2|y|two|2.2", &["1: a b|a b (2)|Column 3|%; 2,3 1Header"]);
}

#[test]
fn tables_below_each_other_are_told_apart() {
    check(
        "Rep|Amount\na|1\nb|2\n\nProduct|Price|Stock\nx|5|7\ny|6|8",
        &["1: Rep|Amount; 2,3 1Header 4Blank", "5: Product|Price|Stock; 6,7 5Header"],
    );
    check(
        "Sales|\nRep|Amount\na|1\nb|2\n|\nCosts|\nUnit|Money\nc|3\nd|4",
        &["2: Rep|Amount; 3,4 1Title 2Header 5Blank", "7: Unit|Money; 8,9 6Title 7Header"],
    );
    check(
        "Rep|Amount\na|1\n\nRep|Amount\nb|2\nRep|Amount\nc|3",
        &["1: Rep|Amount; 2,5,7 1Header 3Blank 4RepeatedHeader 6RepeatedHeader"],
    );
    check("var1|var2\n\nv2,1|v2,2\n\nv4,1|v4,2", &["1: var1|var2; 3,5 1Header 2Blank 4Blank"]);
}

#[test]
fn tables_beside_each_other_are_told_apart() {
    check(
        "Rep|Amount||Product|Price\na|1||x|5\nb|2||y|6\n|||z|7\n|||w|8",
        &["1: Rep|Amount; 2,3 1Header 4Blank 5Blank", "1: Product|Price; 2,3,4,5 1Header"],
    );
    check("Rep|Amount||Rep|Amount\na|1||c|5\nb|2||d|6", &["1: Rep|Amount; 2,3 1Header", "1: Rep|Amount; 2,3 1Header"]);
    check("Rep|Amount||Product|Price\na|1||x|5\nb|2||y|6", &["1: Rep|Amount|Product|Price; 2,3 1Header"]);
    check("||April||May\nCash||0||5\nIn||2||4\nOut||3||6", &["1: Column 1|April|May; 2,3,4 1Header"]);
}

#[test]
fn sums_are_kept_out_of_the_data() {
    check("Rep|Region|Amount\na|N|10\nb|S|20\nTotal||30", &["1: Rep|Region|Amount; 2,3 1Header 4Total"]);
    check(
        "Region|Rep|Amount\nN|a|10\nN|b|20\nN total||30\nS|c|5\nS|d|6\nS total||11\nGrand total||41",
        &["1: Region|Rep|Amount; 2,3,5,6 1Header 4Subtotal 7Subtotal 8Total"],
    );
    check("Rep|Amount\na|10\nb|20\nRazem|30", &["1: Rep|Amount; 2,3 1Header 4Total"]);
    check("Kunde|Umsatz\nA|1.000,50\nB|2.000,25\nSumme|3.000,75", &["1: Kunde|Umsatz; 2,3 1Header 4Total"]);
    check("Rep|Amount\na|10\nb|20\n|TOTAL", &["1: Rep|Amount; 2,3 1Header 4Total"]);
    check(
        "Date|Ann|Bob\n2020-10-01|true|false\n2020-10-02|true|false\nTotal|2|0",
        &["1: Date|Ann|Bob; 2,3 1Header 4Total"],
    );
    check(
        "Region|Rep|Amount\nN|a|10\nN|b|20\nN|Subtotal|30\nS|c|5",
        &["1: Region|Rep|Amount; 2,3,5 1Header 4Subtotal"],
    );
    assert_eq!(warned("Rep|Region|Amount\na|N|10\nb|S|20\nTotal||30"), ["sum-rows"]);
}

#[test]
fn a_company_called_total_stays() {
    check("Name|City|Sales\nAcme|Oslo|10\nTotal SA|Paris|20\nSuma Ltd|Bonn|30", &["1: Name|City|Sales; 2,3,4 1Header"]);
    check("Name|Sales\nAcme|10\nBolt|20\nTotal SA|40\nZest|50", &["1: Name|Sales; 2,3,4,5 1Header"]);
    check("Name|Sales\nAcme|10\nBolt|20\nTotal|45\nZest|50", &["1: Name|Sales; 2,3,4,5 1Header"]);
    check("Id|Name|Sales\n1|Acme|10\n2|Bolt|20\n3|Total|30\n4|Zest|1", &["1: Id|Name|Sales; 2,3,4,5 1Header"]);
    check("Metric|Value\nTotal of sales|528\nItems|588\nSales|120", &["1: Metric|Value; 2,3,4 1Header"]);
}

#[test]
fn notes_below_are_no_records() {
    check(
        "Rep|Region|Amount\na|N|10\nb|S|20\n\n* without Poland||\nSource: CRM||",
        &["1: Rep|Region|Amount; 2,3 1Header 4Blank 5Note 6Note"],
    );
    check("a|b\n1|2\n3|4\n\nThis workbook has two sheets", &["1: a|b; 2,3 1Header 4Blank 5Note"]);
}

#[test]
fn rows_of_little_stay_records() {
    check("name|role|manager\nAnn|AE|Mo\nMo||\nQuiet||", &["1: name|role|manager; 2,3,4 1Header"]);
    check("colour|taste\nred|sweet\nblue|sour\nred|salt|too|many", &["1: colour|taste; 2,3 1Header 4!too-many-cells"]);
}

#[test]
fn wider_rows_are_set_aside_unless_most_are() {
    check("a|b|c\n1|2|3\n4|5|6|7\n8|9|10|", &["1: a|b|c; 2,4 1Header 3!too-many-cells"]);
    check("a|b|c\n1|2|3|4\n5|6|7|8\n9|10|11|12", &["1: a|b|c|Column 4; 2,3,4 1Header"]);
    let table = read("a|b|c\n1|2|3\n4|5|6|7").remove(0);
    assert_eq!(table.set_aside[0].0.kind, IssueKind::TooManyCells { n_cells: 4, n_columns: 3 });
    assert_eq!(table.set_aside[0].1, ["4", "5", "6", "7"]);
}

#[test]
fn shorter_rows_are_warned_of() {
    assert_eq!(warned("a|b|c\n1|2\n3|4|5\n6|7|"), ["too-few-cells"]);
    let many = format!("a|b|c\n{}", "1|2\n".repeat(1_500));
    let table = read(&many).remove(0);
    assert_eq!((table.lines.len(), table.warnings.len()), (1_500, 1_001));
    assert_eq!(table.warnings.last().unwrap().kind, IssueKind::MoreAlike { n: 500 });
    let sheet = read_as(Format::Xlsx, grid("a|b|c\n1|2\n3|4|5"), &Choices::new());
    assert_eq!(sheet[0].warnings, []);
}

#[test]
fn what_the_reader_noticed_is_handed_on() {
    let mut noted = grid("a|b\n1|2\n3|4\n5|6");
    noted.notes = vec![(1, RowNote::StrayQuote), (3, RowNote::UnclosedQuote { n_lines: 1 })];
    let table = read_as(Format::Csv, noted, &Choices::new()).remove(0);
    assert_eq!(said(&table), "1: a|b; 2,3 1Header 4!unclosed-quote");
    assert_eq!((table.warnings[0].row, &table.warnings[0].kind), (2, &IssueKind::StrayQuote));
}

#[test]
fn the_user_has_the_last_word_on_the_header() {
    let at = |line: u32, n_rows: u32| {
        let choice = ReadChoice { header: Some(HeaderChoice { line, n_rows }), ..ReadChoice::default() };
        let choices = Choices::from([("a.csv".to_owned(), choice)]);
        said(&read_as(Format::Csv, grid("id|name\n1|a\n2|b"), &choices)[0])
    };
    assert_eq!(at(0, 0), "0: Column 1|Column 2; 1,2,3");
    assert_eq!(at(2, 1), "2: 1|a; 3 1Title 2Header");
    assert_eq!(at(1, 2), "1: id 1|name a; 3 1Header 2Header");
    assert_eq!(at(99, 1), "1: id|name; 2,3 1Header");
}

/// Whether every row of the grid is told of once by the tables of each band.
fn holds(n_rows: usize, tables: &[Table]) -> bool {
    let mut counts = std::collections::BTreeMap::new();
    for table in tables {
        let layout = table.layout_rows.iter().map(|row| row.line);
        let aside = table.set_aside.iter().map(|(issue, _)| issue.row as u32);
        for line in table.lines.iter().copied().chain(layout).chain(aside) {
            *counts.entry(line).or_insert(0) += 1;
        }
    }
    let n_times = counts.values().next().copied().unwrap_or(0);
    tables.is_empty() || (counts.len() == n_rows && counts.values().all(|count| *count == n_times))
}

proptest! {
    #[test]
    fn every_row_is_told_of_once(
        rows in prop::collection::vec(prop::collection::vec("|||a|b|Name|Amount|Total|10|2.5|2026-01-02|\\* note|---|  ", 0..6), 0..40),
        is_text: bool,
        line: u32,
    ) {
        let mut grid = Grid::default();
        for (index, row) in rows.iter().enumerate() {
            grid.push_row(index as u32 + 1, row.iter().map(String::as_str));
        }
        let filled: Vec<u32> = (0..grid.n_rows()).filter(|row| !grid.is_blank(*row)).map(|row| row as u32 + 1).collect();
        let cells: Vec<Vec<String>> = (0..grid.n_rows()).map(|row| grid.row(row).map(str::to_owned).collect()).collect();
        let choice = ReadChoice { header: (line % 3 == 0).then_some(HeaderChoice { line: line % 7, n_rows: line % 4 }), ..ReadChoice::default() };
        let choices = Choices::from([("a.csv".to_owned(), choice)]);
        let format = if is_text { Format::Csv } else { Format::Xlsx };
        let tables = read_as(format, grid, &choices);
        prop_assert_eq!(tables.is_empty(), filled.is_empty());
        prop_assert!(holds(rows.len(), &tables), "{:?}", tables.iter().map(said).collect::<Vec<_>>());
        // No cell of a record is lost or moved to another column.
        for table in &tables {
            for (index, line) in table.lines.iter().enumerate() {
                let kept: Vec<String> = table.row(index).into_iter().filter(|cell| !cell.is_empty()).collect();
                let whole: Vec<&String> = cells[*line as usize - 1].iter().filter(|cell| !cell.is_empty()).collect();
                if tables.iter().all(|other| std::ptr::eq(other, table) || !other.lines.contains(line)) && tables.iter().all(|table| table.place.part == 1) {
                    prop_assert_eq!(kept.iter().collect::<Vec<_>>(), whole);
                }
            }
        }
    }

    #[test]
    fn a_plain_table_is_read_whole(
        names in prop::collection::btree_set("[a-z]{3,9}", 2..6),
        rows in prop::collection::vec((1_u32..9_999, "[A-Z][a-z]{2,8}"), 1..60),
    ) {
        let names: Vec<String> = names.into_iter().collect();
        let mut text = names.join("|");
        for (index, (amount, word)) in rows.iter().enumerate() {
            let mut cells = vec![format!("{word}{index}x"), amount.to_string()];
            cells.resize(names.len(), word.clone());
            let _ = write!(text, "\n{}", cells.join("|"));
        }
        let tables = read(&text);
        prop_assert_eq!(tables.len(), 1);
        prop_assert_eq!(tables[0].header_row, 1);
        prop_assert_eq!(tables[0].lines.len(), rows.len());
        prop_assert!(tables[0].columns.iter().map(|column| &column.header).eq(&names));
    }
}
