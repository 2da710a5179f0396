//! Files as people have them, read to records and warnings.

mod laws;
mod naive;

use std::fmt::Write as _;

use super::*;
use crate::data::{Field, Fix, Limits, decode, encode, guess, read_all};
use crate::engine::units::Decimal;

fn table(file: &str, text: &str) -> Table {
    read_all(file, text.as_bytes(), Limits::default()).unwrap().remove(0)
}

fn take(files: &[(&str, &str)]) -> Import {
    let tables: Vec<Table> = files.iter().map(|(file, text)| table(file, text)).collect();
    import(&tables, &guess(&tables))
}

/// The table of deals with this column of amounts or days, each on a row.
fn column(header: &str, cells: &[&str]) -> Import {
    let others = if header == "amount" { ("close date", "2026-01-31") } else { ("amount", "5.50") };
    let mut text = format!("deal id;{header};{};stage\n", others.0);
    for (row, cell) in cells.iter().enumerate() {
        let _ = writeln!(text, "{row};{cell};{};Won", others.1);
    }
    take(&[("deals.csv", &text)])
}

fn has(import: &Import, kind: &IssueKind) -> bool {
    import.issues.iter().any(|issue| issue.kind == *kind)
}

#[test]
fn amounts_are_read_by_what_the_column_says() {
    let check = |cells: &[&str], expected: &[Option<&str>], doubt: bool| {
        let import = column("amount", cells);
        let amounts: Vec<Option<Decimal>> =
            import.dataset.deals.iter().map(|deal| deal.amount.map(|money| money.0.normalize())).collect();
        let expected: Vec<Option<Decimal>> =
            expected.iter().map(|text| text.map(|text| text.parse().unwrap())).collect();
        assert_eq!(amounts, expected, "{cells:?} {:?}", import.issues);
        assert_eq!(has(&import, &IssueKind::AmbiguousNumbers), doubt, "{cells:?}");
    };
    check(&["1.234", "950"], &[Some("1.234"), Some("950")], true);
    check(&["1,234", "950"], &[Some("1234"), Some("950")], true);
    check(&["1.234", "1.234,50"], &[Some("1234"), Some("1234.5")], false);
    check(&["12k", "1.5M"], &[Some("12000"), Some("1500000")], false);
    // So many words that the column is one of text: its numbers decide the mark all the same.
    check(&["1.234,50", "2.345,00", "soon", "later", "1.000"], &[Some("1234.5"), Some("2345"), Some("1000")], false);
}

#[test]
fn days_are_read_by_what_the_column_says() {
    let check = |cells: &[&str], expected: &[&str], doubt: bool| {
        let import = column("close date", cells);
        let days: Vec<String> =
            import.dataset.deals.iter().filter_map(|deal| deal.closed).map(|day| day.to_string()).collect();
        assert_eq!(days, expected, "{cells:?} {:?}", import.issues);
        assert_eq!(has(&import, &IssueKind::AmbiguousDates), doubt, "{cells:?}");
    };
    check(
        &["2026-01-02", "2026-01-03", "2026-01-04", "05/01/2026", "25/01/2026"],
        &["2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-25"],
        false,
    );
    check(
        &["2026-01-02", "2026-01-03", "2026-01-04", "05/01/2026"],
        &["2026-01-02", "2026-01-03", "2026-01-04", "2026-05-01"],
        true,
    );
    check(&["25/01/2026", "26/01/2026", "01/25/2026", "02/03/2026"], &["2026-01-25", "2026-01-26", "2026-03-02"], true);
    check(&["01/02/2026"], &["2026-01-02"], true);
    check(&["03/03/2026"], &["2026-03-03"], false);
}

#[test]
fn a_text_column_that_is_said_to_hold_days_is_read_by_its_own_days() {
    let tables = [table(
        "deals.csv",
        "deal id,amount,when,stage\n1,5,25/01/2026,Won\n2,5,02/03/2026,Won\n3,5,soon,Won\n4,5,later,Won\n",
    )];
    let mapping = guess(&tables).remove(0).with_field(2, Some(Field::Closed));
    assert_eq!(tables[0].columns[2].kind, crate::data::ValueKind::Text);
    let import = import(&tables, &[mapping]);
    let days: Vec<String> =
        import.dataset.deals.iter().filter_map(|deal| deal.closed).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2026-01-25", "2026-03-02"]);
    assert!(!has(&import, &IssueKind::AmbiguousDates));
}

#[test]
fn blanks_have_many_names() {
    let accounts = "account id,name,region,employees,revenue\n1,One,NA,12,NA\n2,Two,EMEA,n/a,5\n3,Three,NA,NA,N/A\n4,Four,LATAM,null,NULL\n";
    let import = take(&[("accounts.csv", accounts)]);
    assert_eq!(import.dataset.accounts.len(), 4, "{:?}", import.issues);
    let regions: Vec<&str> = import.dataset.accounts.iter().map(|account| account.region.as_str()).collect();
    assert_eq!(regions, ["NA", "EMEA", "NA", "LATAM"]);
    assert_eq!(import.dataset.accounts.iter().filter(|account| account.revenue.is_some()).count(), 1);
    assert_eq!(import.dataset.accounts.iter().filter(|account| account.employees.is_some()).count(), 1);
    let deals = "deal id,account,amount,close date,stage\n1,One,5,2026-01-01,Won\n2,-,5,2026-01-01,Won\n3,n/a,5,2026-01-02,Won\n4,Nobody,5,2026-01-02,Won\n";
    let import = take(&[("accounts.csv", accounts), ("deals.csv", deals)]);
    let unmatched: Vec<&str> = import
        .issues
        .iter()
        .filter(|issue| matches!(issue.kind, IssueKind::Unmatched { .. }))
        .map(|issue| issue.value.as_str())
        .collect();
    assert_eq!(unmatched, ["Nobody"]);
}

#[test]
fn spend_by_month_is_recognised() {
    let check = |cells: [&str; 2]| {
        let text = format!("month,channel,spend\n{},Search,100\n{},Fairs,200\n", cells[0], cells[1]);
        let import = take(&[("spend.csv", &text)]);
        assert_eq!(import.files[0].kind, Kind::Spend, "{cells:?}");
        let days: Vec<String> =
            import.dataset.spend.iter().filter_map(|spend| spend.day).map(|day| day.to_string()).collect();
        assert_eq!(days, ["2026-03-01", "2026-04-01"], "{cells:?}");
    };
    check(["2026-03", "2026-04"]);
    check(["Mar 2026", "Apr 2026"]);
    check(["marzec 2026", "kwiecień 2026"]);
    check(["2026-03-01", "2026-04-01"]);
}

#[test]
fn every_row_that_was_set_aside_can_be_downloaded() {
    let unknown = table("mystery.csv", "colour,taste\nred,sweet\nblue,\"sour, a bit\"\nred,salt,too,many\n");
    let import = import(std::slice::from_ref(&unknown), &guess(std::slice::from_ref(&unknown)));
    let text = set_aside_csv(std::slice::from_ref(&unknown), &import);
    assert_eq!(import.files[0].n_set_aside, 3);
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(lines.len(), 3, "{text}");
    for (row, cells) in [("2", "red,sweet"), ("3", "blue,\"sour, a bit\""), ("4", "red,salt,too,many")] {
        let start = format!("mystery.csv,{row},");
        assert!(lines.iter().any(|line| line.starts_with(&start) && line.ends_with(cells)), "{row} {cells}: {text}");
    }
}

const DEALS: &str = "deal id,rep,amount,close date,stage\n1,Ann,10,2026-01-01,Won\n2,Bob,20,2026-01-02,Won\n";

#[test]
fn kinds_that_come_anew_replace_theirs_and_no_others() {
    let reps = ("reps.csv", "name,role,manager\nAnn,AE,Mo\nMo,,\nQuiet,,\n");
    let targets = ("targets.csv", "rep,month,quota\nAnn,2026-01,100\nEve,2026-01,50\n");
    let base = take(&[reps, ("deals.csv", DEALS), targets]).dataset;
    let names = |import: &Import| import.dataset.reps.iter().map(|rep| rep.name.clone()).collect::<Vec<_>>();
    let onto = |file: &str, text: &str| {
        let tables = [table(file, text)];
        import_onto(base.clone(), &tables, &guess(&tables))
    };
    assert_eq!(base.reps.iter().map(|rep| rep.name.as_str()).collect::<Vec<_>>(), ["Ann", "Mo", "Quiet", "Bob", "Eve"]);
    // New deals: Bob was only a name of the old ones. Those of the list stay, bare names too, and so does Eve's target.
    let import = onto("new deals.csv", "deal id,rep,amount,close date,stage\n9,Cid,70,2026-02-01,Won\n");
    assert_eq!(names(&import), ["Ann", "Mo", "Quiet", "Eve", "Cid"]);
    assert_eq!((import.dataset.deals.len(), import.dataset.targets.len()), (1, 2));
    // New targets: Eve is gone, Bob still has a deal.
    let import = onto("new targets.csv", "rep,month,quota\nAnn,2026-02,100\n");
    assert_eq!(names(&import), ["Ann", "Mo", "Quiet", "Bob"]);
    assert_eq!((import.dataset.deals.len(), import.dataset.targets.len()), (2, 1));
    // A header alone wipes nothing.
    let import = onto("deals.csv", "deal id,rep,amount,close date,stage\n");
    assert_eq!(import.dataset, base);
    // A new list: who sells is still on the team.
    let import = onto("reps.csv", "name,role,manager\nZoe,AE,Mo\n");
    assert_eq!(names(&import), ["Zoe", "Ann", "Bob", "Eve"]);
    // The same files again: nothing changes.
    let tables = [table(reps.0, reps.1), table("deals.csv", DEALS), table(targets.0, targets.1)];
    assert_eq!(import_onto(base.clone(), &tables, &guess(&tables)).dataset, base);
}

#[test]
fn what_stands_twice_is_kept_and_said() {
    let check = |files: &[(&str, &str)], n_records: usize, expected: &[(&str, u64, &str, u64)]| {
        let import = take(files);
        assert_eq!(import.files.iter().map(|file| file.n_records).sum::<usize>(), n_records);
        let found: Vec<(&str, u64, &str, u64)> = import
            .issues
            .iter()
            .filter_map(|issue| match &issue.kind {
                IssueKind::Repeated { file, first_row } => {
                    assert_eq!(issue.severity, Severity::Warning);
                    Some((issue.file.as_str(), issue.row, file.as_ref(), *first_row))
                }
                _ => None,
            })
            .collect();
        assert_eq!(found, expected);
    };
    check(&[("a.csv", DEALS)], 2, &[]);
    check(&[("a.csv", DEALS), ("b.csv", DEALS)], 4, &[("b.csv", 2, "a.csv", 2), ("b.csv", 3, "a.csv", 3)]);
    // Order lines of one file share their id; a line that is the same in everything is a second one.
    check(&[("a.csv", &format!("{DEALS}2,Bob,30,2026-01-02,Won\n"))], 3, &[]);
    check(&[("a.csv", &format!("{DEALS}2,Bob,20,2026-01-02,Won\n"))], 3, &[("a.csv", 4, "a.csv", 3)]);
    let reps = "rep id,name,role\n7,Ann,AE\n8,Bob,AE\n";
    check(&[("reps.csv", reps), ("team.csv", "rep id,name,role\n8,Robert,AE\n")], 3, &[("team.csv", 2, "reps.csv", 3)]);
}

fn setting(file: &str, text: &str, fixes: Vec<Fix>) -> (Vec<Table>, Vec<Mapping>) {
    let tables = vec![table(file, text)];
    let mappings = guess(&tables).into_iter().map(|mapping| Mapping { fixes: fixes.clone(), ..mapping }).collect();
    (tables, mappings)
}

fn cell(line: u32, column: &str, from: &str, to: &str) -> Fix {
    Fix::Cell { line, column: column.into(), from: from.into(), to: to.into() }
}

fn cells(column: &str, from: &str, to: &str) -> Fix {
    Fix::Cells { column: column.into(), from: from.into(), to: to.into() }
}

#[test]
fn corrections_are_made_while_reading() {
    let text = format!("{DEALS}3,Bob,2x,2026-01-03,Won\n4,Bob,2x,2026-01-04,Won\n5,Ann,,2026-01-05,Won\n");
    let check = |fixes: Vec<Fix>, expected: &[(u64, &str)], amounts: &[i64]| {
        let (tables, mappings) = setting("deals.csv", &text, fixes);
        let import = import(&tables, &mappings);
        let aside = import.issues.iter().filter(|issue| issue.severity == Severity::SetAside);
        let aside: Vec<(u64, &str)> = aside.map(|issue| (issue.row, issue.kind.key())).collect();
        assert_eq!(aside, expected, "{:?}", mappings[0].fixes);
        let found: Vec<Decimal> = import.dataset.deals.iter().filter_map(|deal| Some(deal.amount?.0)).collect();
        assert_eq!(found, amounts.iter().map(|amount| Decimal::from(*amount)).collect::<Vec<_>>());
    };
    check(vec![], &[(4, "not-a-number"), (5, "not-a-number"), (6, "missing")], &[10, 20]);
    check(vec![cells("amount", "2x", "200")], &[(6, "missing")], &[10, 20, 200, 200]);
    check(vec![cell(5, "amount", "2x", "7")], &[(4, "not-a-number"), (6, "missing")], &[10, 20, 7]);
    // What does not stand there is not corrected, nor is a column that is not there.
    let none = vec![
        cell(5, "amount", "3x", "7"),
        cell(2, "amount", "2x", "7"),
        cells("sum", "2x", "7"),
        cell(9, "amount", "", "1"),
    ];
    check(none, &[(4, "not-a-number"), (5, "not-a-number"), (6, "missing")], &[10, 20]);
    check(vec![cell(6, "amount", "", "5"), cells("amount", "2x", "1")], &[], &[10, 20, 1, 1, 5]);
    // In their order, each on what the one before made of a cell.
    check(
        vec![cells("amount", "2x", "3x"), cell(4, "amount", "3x", "4"), cells("amount", "3x", "5")],
        &[(6, "missing")],
        &[10, 20, 4, 5],
    );
    let twice = vec![cells("amount", "2x", "6"), cells("amount", "6", "8"), cells("amount", "2x", "9")];
    check(twice, &[(6, "missing")], &[10, 20, 8, 8]);
    let left = vec![Fix::Aside { line: 2 }, Fix::Aside { line: 4 }, Fix::Aside { line: 99 }];
    check(left, &[(2, "left-aside"), (4, "left-aside"), (5, "not-a-number"), (6, "missing")], &[20]);
}

#[test]
fn a_row_set_aside_is_shown_as_it_was_read() {
    let (tables, mappings) =
        setting("deals.csv", &format!("{DEALS}3,Bob,2x,2026-01-03,Won\n"), vec![cells("amount", "2x", "4y")]);
    let import = import(&tables, &mappings);
    assert_eq!(import.issues[0].value, "4y");
    let csv = set_aside_csv(&tables, &import);
    assert!(csv.lines().nth(1).unwrap().starts_with("deals.csv,4,amount,4y,is not a number"), "{csv}");
    assert!(csv.ends_with(",3,Bob,2x,2026-01-03,Won\n"), "{csv}");
}

#[test]
fn an_accepted_join_leaves_nothing_unmatched() {
    let reps = "rep id,name,role\n7,Ann Lee,AE\n8,Bob,AE\n";
    let deals = "deal id,rep,amount,close date,stage\n1,AnnLee,10,2026-01-01,Won\n2,annlee,20,2026-01-02,Won\n3,8,1,2026-01-02,Won\n";
    let tables = [table("reps.csv", reps), table("deals.csv", deals)];
    let mut mappings = guess(&tables);
    let unmatched = |mappings: &[Mapping]| -> Vec<(u64, String, IssueKind)> {
        let issues = import(&tables, mappings).issues.into_iter();
        issues.map(|issue| (issue.row, issue.value, issue.kind)).collect()
    };
    let kind = IssueKind::Unmatched { field: Field::Rep, near: Some("Ann Lee".into()), n_rows: 2 };
    assert_eq!(unmatched(&mappings), [(2, "AnnLee".into(), kind)]);
    mappings[1].fixes = vec![cells("rep", "AnnLee", "Ann Lee"), cells("rep", "annlee", "Ann Lee")];
    assert_eq!(unmatched(&mappings), []);
    assert_eq!(import(&tables, &mappings).dataset.reps.len(), 2);
}

#[test]
fn owners_are_looked_for_in_the_list_too() {
    let reps = ("reps.csv", "rep id,name,role\n7,Ann,AE\n");
    let leads = (
        "leads.csv",
        "lead id,created,owner,lead source,status\n1,2026-01-01,Ann,Web,New\n2,2026-01-02,Zed,Web,New\n3,2026-01-02,zed,Fair,New\n",
    );
    let import = take(&[reps, leads]);
    assert_eq!(import.files[1].kind, Kind::Leads);
    let kind = IssueKind::Unmatched { field: Field::Rep, near: None, n_rows: 2 };
    assert_eq!(import.issues.iter().map(|issue| (issue.row, &issue.kind)).collect::<Vec<_>>(), [(3, &kind)]);
}

#[test]
fn error_values_of_workbooks_are_named() {
    let rows = [
        "10", "#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#1", "20", "30", "40", "50", "60",
        "70", "80", "90", "15", "25",
    ];
    let import = column("amount", &rows);
    let keys: Vec<&str> = import.issues.iter().map(|issue| issue.kind.key()).collect();
    let error = "error-cell";
    assert_eq!(keys, [error, error, "missing", error, error, error, error, "not-a-number"], "{:?}", import.issues);
    let days = [["2026-01-01"; 9].as_slice(), &["#REF!"]].concat();
    let import = column("close date", &days);
    assert!(has(&import, &IssueKind::ErrorCell), "{:?}", import.issues);
}

#[test]
fn factors_multiply_what_is_read() {
    let tables = [table(
        "deals.csv",
        "deal id,amount,close date,stage\n1,12.5,2026-01-01,Won\n2,900000000000000000,2026-01-01,Won\n3,-3,2026-01-01,Won\n",
    )];
    let mapping = Mapping { factors: vec![(1, 3)], ..guess(&tables).remove(0) };
    let import = import(&tables, &[mapping]);
    let amounts: Vec<String> = import.dataset.deals.iter().map(|deal| deal.amount.unwrap().0.to_string()).collect();
    assert_eq!(amounts, ["12500", "-3000"]);
    assert!(has(&import, &IssueKind::NumberTooLarge));
    assert_eq!(import.issues[0].value, "900000000000000000");
}

#[test]
fn issues_without_end_are_counted_and_not_listed() {
    let n = issues::N_LISTED + 500;
    let mut text = String::from("deal id,rep,amount,close date,stage\n");
    for row in 0..n {
        let _ = writeln!(text, "{row},Ann,x{row},2026-01-01,Won");
    }
    let (tables, mappings) = (vec![table("deals.csv", &text)], ());
    let () = mappings;
    let mapping = guess(&tables).remove(0).with_kind(&tables[0], Kind::Deals).with_field(2, Some(Field::Amount));
    let import = import(&tables, &[mapping]);
    assert_eq!((import.files[0].n_set_aside, import.files[0].n_records), (n, 0));
    assert_eq!(import.issues.iter().filter(|issue| issue.severity == Severity::SetAside).count(), issues::N_LISTED);
    let aside = import.issue_counts.iter().filter(|count| count.severity == Severity::SetAside);
    assert_eq!(aside.map(|count| count.n).sum::<usize>(), n);
    assert_eq!(set_aside_csv(&tables, &import).lines().count(), n + 1);
}

#[test]
fn bytes_come_to_the_same_as_records() {
    let reps = ("reps.csv", "name,role,manager\nAnn,AE,Mo\nMo,,\nQuiet,,\n");
    let targets = ("targets.csv", "rep,month,quota\nAnn,2026-01,100\nEve,2026-01,50\n");
    let files: [&[(&str, &str)]; 4] = [
        &[reps, ("deals.csv", DEALS), targets],
        &[("deals.csv", "deal id,rep,amount,close date,stage\n9,Cid,70,2026-02-01,Won\n")],
        &[("targets.csv", "rep,month,quota\nAnn,2026-02,100\n")],
        &[reps],
    ];
    let (mut base, mut bytes) = (Dataset::default(), encode(&Dataset::default()));
    for files in files {
        let tables: Vec<Table> = files.iter().map(|(file, text)| table(file, text)).collect();
        let mappings = guess(&tables);
        let import = import_onto(base, &tables, &mappings);
        let (slim, now) = import_bytes(&bytes, &tables, &mappings);
        let now = now.whole();
        assert_eq!(now, encode(&import.dataset));
        assert_eq!(decode(&now).unwrap(), import.dataset);
        assert_eq!(slim.totals, Totals::of(&import.dataset));
        assert_eq!(slim, import.clone().with(()));
        (base, bytes) = (import.dataset, now);
    }
    assert_eq!(base.reps.len(), 4);
}

#[test]
fn a_bare_name_of_a_new_list_stays() {
    let base = take(&[("deals.csv", DEALS)]).dataset;
    let files = [
        table("reps.csv", "name,role\nBob,\nZoe,AE\n"),
        table("deals.csv", "deal id,rep,amount,close date,stage\n9,Zoe,70,2026-02-01,Won\n"),
    ];
    let import = import_onto(base, &files, &guess(&files));
    assert_eq!(import.dataset.reps.iter().map(|rep| rep.name.as_str()).collect::<Vec<_>>(), ["Bob", "Zoe"]);
}
