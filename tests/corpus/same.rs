//! Files that say the same in another way are read as the same.

use std::collections::BTreeMap;

use super::{column, corpus, dec, import_files, inspection, table};

#[test]
fn line_ends_change_nothing() {
    if corpus().is_none() {
        return;
    }
    let one = import_files("crm_01_maven_crm", &["sales_pipeline.csv"]);
    let other = import_files("crm_01_maven_crm", &["sales_pipeline_crlf_variant.csv"]);
    assert_eq!(one.dataset, other.dataset);
    assert_eq!(one.files[0].n_records, other.files[0].n_records);
}

#[test]
fn wide_targets_equal_the_long_ones_times_a_thousand() {
    if corpus().is_none() {
        return;
    }
    let wide = table("crm_06_pl300_utf16_targets/ResellerSalesTargets.csv", "");
    let long = table("crm_03_adventureworks_pbi_a_pipe/Targets.csv", "");
    assert_eq!(wide.n_empty_cells, 163);
    let cells = |people: Vec<String>, periods: Vec<String>, amounts: Vec<String>, factor: &str| {
        let rows = people.into_iter().zip(periods).zip(amounts);
        rows.map(|((who, when), amount)| ((who, month(&when)), dec(&amount.replace(',', "")) * dec(factor)))
            .collect::<BTreeMap<_, _>>()
    };
    let periods = inspection(&wide).columns;
    let period = &periods.iter().find(|column| column.header == "Period").unwrap().header;
    let wide = cells(column(&wide, "EmployeeID"), column(&wide, period), column(&wide, "Value"), "1000");
    let long = cells(column(&long, "EmployeeID"), column(&long, "TargetMonth"), column(&long, "TargetAmount"), "1");
    assert_eq!(wide.len(), 809);
    assert_eq!(wide, long);
}

/// `2017-07` of `2017-07`, `2017/07/01` or `Saturday, July 1, 2017`.
fn month(text: &str) -> String {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match months.iter().position(|name| text.contains(name)) {
        Some(place) => format!("{}-{:02}", &text[text.len() - 4..], place + 1),
        None => text.replace('/', "-").chars().take(7).collect(),
    }
}

#[test]
fn a_workbook_and_its_text_say_the_same() {
    if corpus().is_none() {
        return;
    }
    let text = table("crm_14_bank_call_campaign/bank_semicolon_subset.csv", "");
    let book = table("crm_14_bank_call_campaign/bank_semicolon_subset.xlsx", "");
    assert_eq!(text.columns.len(), book.columns.len());
    for (one, other) in text.columns.iter().zip(&book.columns) {
        assert_eq!(one.header, other.header);
        assert!(one.cells().eq(other.cells()), "{}", one.header);
    }
    let sum = |path: &str, sheet: &str, header: &str| {
        let report = inspection(&table(path, sheet));
        report.columns.into_iter().find(|column| column.header == header).unwrap().sum.unwrap().normalize()
    };
    let folder = "crm_09_superstore_4_locales";
    for header in ["Sales", "Profit", "Quantity"] {
        let text = sum(&format!("{folder}/superstore_semicolon_bom_ddmm_decimalcomma.csv"), "", header);
        assert_eq!(
            sum(&format!("{folder}/superstore_3sheets.xls"), "Orders", header).round_dp(4),
            text.round_dp(4),
            "{header}"
        );
    }
}
