//! The desk of the files worker, ask by ask.

use super::*;
use crate::data::{Field, HeaderChoice, Kind, Limits, read_all};
use crate::scenario::{Scenario, write};

const DEALS: &[u8] = b"Deal,Rep,Amount,Close date,Stage\n1,Ann,1oo,2026-01-31,Won\n2,Ann,200,2026-02-28,Won\n";

fn read(file: &str, bytes: &[u8]) -> Result<FileTables, ReadError> {
    read_all(file, bytes, Limits::default()).map(FileTables::from)
}

fn desk(file: &str) -> FilesDesk {
    let mut desk = FilesDesk::default();
    desk.add(file, read(file, DEALS));
    desk.guess();
    desk
}

fn n_fixes(desk: &FilesDesk) -> usize {
    desk.mappings.iter().map(|mapping| mapping.fixes.len()).sum()
}

#[test]
fn corrections_are_taken_back_step_by_step() {
    let mut desk = desk("deals.csv");
    let cell = |to: &str| FilesAsk::Fix {
        table: "deals.csv".into(),
        fix: Fix::Cell { line: 2, column: "Amount".into(), from: "1oo".into(), to: to.into() },
    };
    desk.answer(FilesAsk::Import, None);
    let issue = desk.import.as_ref().unwrap().issues.iter().find(|issue| issue.row == 2).unwrap();
    let (key, severity) = (issue.kind.key().to_owned(), issue.severity);
    desk.answer(cell("100"), None);
    desk.answer(FilesAsk::AsideAll { key, severity }, None);
    assert_eq!(n_fixes(&desk), 2);
    desk.answer(FilesAsk::UndoFix, None);
    desk.answer(FilesAsk::UndoFix, None);
    desk.answer(FilesAsk::UndoFix, None);
    assert_eq!(n_fixes(&desk), 0);
}

#[test]
fn a_fix_finds_the_whole_text_of_a_cell_that_was_shown_in_part() {
    let long = "x".repeat(90);
    let text = format!("Deal,Amount\n{long},100\n");
    let mut desk = FilesDesk::default();
    desk.add("a.csv", read("a.csv", text.as_bytes()));
    let from: String = long.chars().take(N_SHOWN).collect();
    let cell = Fix::Cell { line: 2, column: "Deal".into(), from: from.clone(), to: "y".into() };
    assert!(matches!(desk.whole("a.csv", cell), Fix::Cell { from, .. } if from == long));
    let cells = Fix::Cells { column: "Deal".into(), from, to: "y".into() };
    assert!(matches!(desk.whole("a.csv", cells), Fix::Cells { from, .. } if from == long));
}

#[test]
fn a_choice_that_fails_leaves_the_table_as_it_was() {
    let mut desk = desk("deals.csv");
    let choice = ReadChoice { encoding: Some("klingon".into()), ..ReadChoice::default() };
    let (file, before) = desk.choose("deals.csv", &choice).unwrap();
    desk.add_again(&file, Err(ReadError::UnknownEncoding { label: "klingon".into() }), before);
    assert_eq!((desk.tables.len(), desk.failures.len(), desk.choices.get("deals.csv")), (1, 1, None));
    let header = Some(HeaderChoice { line: 2, n_rows: 1 });
    let (file, before) = desk.choose("deals.csv", &ReadChoice { header, ..ReadChoice::default() }).unwrap();
    desk.add_again(&file, read(&file, DEALS), before);
    desk.guess();
    assert_eq!((desk.tables.len(), desk.failures.len(), desk.choices.get("deals.csv").unwrap().header), (1, 0, header));
    assert!(desk.choose("other.csv", &choice).is_none());
}

#[test]
fn a_file_that_comes_again_keeps_its_meaning_and_its_place() {
    let mut desk = desk("deals.csv");
    desk.add("reps.csv", read("reps.csv", b"Rep,Region\nAnn,East\n"));
    desk.guess();
    desk.answer(FilesAsk::SetField { file: "deals.csv".into(), column: 2, field: Some(Field::Margin) }, None);
    desk.answer(FilesAsk::SetFactor { file: "deals.csv".into(), column: 2, power: 3 }, None);
    let said = desk.mappings[0].clone();
    desk.add("deals.csv", read("deals.csv", DEALS));
    desk.guess();
    assert_eq!(desk.tables[0].file, "deals.csv");
    assert_eq!(desk.mappings[0], said);
    assert_eq!(said.factors, [(2, 3)]);
    // The scenario remembers it for the next session, and another file of the same headers is understood alike.
    let scenario = Scenario { mappings: desk.mappings.clone(), ..Scenario::default() };
    let earlier = write(&scenario, None).into_bytes();
    let (_, known) = desk.answer(FilesAsk::Mappings { all: false }, None);
    for (name, ask, bulk) in
        [("deals.csv", FilesAsk::Earlier, earlier), ("may.csv", FilesAsk::Known, known.unwrap().whole())]
    {
        let mut next = FilesDesk::default();
        next.answer(ask, Some(bulk));
        next.add(name, read(name, DEALS));
        next.guess();
        assert_eq!((next.mappings[0].kind, &next.mappings[0].fields), (Kind::Deals, &said.fields), "{name}");
    }
    desk.answer(FilesAsk::Remove { file: "deals.csv".into() }, None);
    assert_eq!((desk.tables.len(), desk.mappings.len()), (1, 1));
}

#[test]
fn a_pasted_table_is_read_with_the_decimal_mark_of_its_sender() {
    let mut desk = FilesDesk::default();
    let html = "<td sdval=\"1234.5\">1.234,50</td>".to_owned();
    desk.answer(FilesAsk::Pasted { file: "p.tsv".into(), html }, None);
    desk.add("p.tsv", read("p.tsv", b"Deal\tAmount\n1\t1.234\n2\t5.678\n"));
    desk.guess();
    assert_eq!(desk.mappings[0].kinds, [(1, ValueKind::Number { decimal: DecimalMark::Comma })]);
}
