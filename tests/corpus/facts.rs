//! Rows, header, encoding and sums of each file, checked with other tools before.

use attain::data::{Kind, ReadError};
use attain::engine::records::Outcome;
use attain::engine::units::Money;

use super::{column, corpus, dec, import_files, inspection, table, tables};

/// Path, sheet, rows under the header, header line, encoding, sums of columns.
type Fact = (&'static str, &'static str, usize, u64, &'static str, &'static [(&'static str, &'static str)]);

const FACTS: [Fact; 30] = [
    ("crm_01_maven_crm/sales_pipeline.csv", "", 8_800, 1, "utf-8", &[("close_value", "10005534")]),
    ("crm_01_maven_crm/sales_pipeline_crlf_variant.csv", "", 8_800, 1, "utf-8", &[("close_value", "10005534")]),
    (
        "crm_02_adventureworks_oltp/SalesPerson.csv",
        "",
        17,
        0,
        "utf-8",
        &[("Column 5", "0.2"), ("Column 6", "36277591.9034"), ("Column 7", "23685963.6244")],
    ),
    ("crm_02_adventureworks_oltp/SalesPersonQuotaHistory.csv", "", 163, 0, "utf-8", &[("Column 3", "95714000")]),
    ("crm_02_adventureworks_oltp/FactSalesQuota.csv", "", 163, 0, "utf-8", &[("Column 6", "95714000")]),
    (
        "crm_03_adventureworks_pbi_a_pipe/Sales.csv",
        "",
        57_851,
        1,
        "utf-8",
        &[("Sales", "77548570.20"), ("Cost", "76549075.63"), ("Quantity", "204114")],
    ),
    ("crm_03_adventureworks_pbi_a_pipe/Targets.csv", "", 809, 1, "utf-8", &[("TargetAmount", "676210000")]),
    (
        "crm_06_pl300_utf16_targets/ResellerSales_202006.csv",
        "",
        3_004,
        1,
        "utf-16le",
        &[("SalesAmount", "3429150.01"), ("OrderQuantity", "10264"), ("TotalProductCost", "3431054.44")],
    ),
    ("crm_06_pl300_utf16_targets/ResellerSalesTargets.csv", "", 809, 1, "utf-16le", &[("Value", "676210")]),
    ("crm_08_northwind/spocweb_orders.csv", "", 830, 1, "utf-8", &[]),
    ("crm_08_northwind/spocweb_customers.csv", "", 91, 1, "utf-8", &[]),
    ("crm_08_northwind/spocweb_employees.csv", "", 9, 1, "utf-8", &[]),
    ("crm_08_northwind/spocweb_employee_territories.csv", "", 49, 1, "utf-8", &[]),
    (
        "crm_09_superstore_4_locales/superstore_semicolon_bom_ddmm_decimalcomma.csv",
        "",
        9_994,
        1,
        "utf-8-bom",
        &[("Sales", "2297200.8603"), ("Profit", "286397.0217")],
    ),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "Orders", 9_994, 1, "", &[("Sales", "2297200.8603")]),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "Returns", 296, 1, "", &[]),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "People", 4, 1, "", &[]),
    ("crm_10_sample_sales_5_variants/sales_18col.csv", "", 2_823, 1, "utf-8", &[("SALES", "10032628.85")]),
    (
        "crm_10_sample_sales_5_variants/sales_24col_cp437_mdY_time.csv",
        "",
        2_823,
        1,
        "ibm437",
        &[("SALES", "10032628.85")],
    ),
    ("crm_12_leads_xeducation/Leads.csv", "", 9_240, 1, "utf-8", &[("Converted", "3561")]),
    ("crm_14_bank_call_campaign/bank_market.csv", "", 45_211, 1, "utf-8", &[]),
    (
        "crm_14_bank_call_campaign/bank_semicolon_subset.csv",
        "",
        11_435,
        1,
        "utf-8",
        &[("balance", "18869562"), ("pdays", "1046313"), ("age", "470043")],
    ),
    (
        "crm_14_bank_call_campaign/bank_semicolon_subset.xlsx",
        "",
        11_435,
        1,
        "",
        &[("balance", "18869562"), ("pdays", "1046313"), ("age", "470043")],
    ),
    ("crm_17_classicmodels_hierarchy/Customers.txt", "", 122, 0, "windows-1252", &[("Column 13", "8254400")]),
    ("crm_17_classicmodels_hierarchy/Payments.txt", "", 273, 0, "utf-8", &[("Column 4", "8853839.23")]),
    ("crm_18_small_crm_exports/basudev_SalesLines.csv", "", 3_761, 1, "utf-8", &[]),
    ("crm_22_export_shapes/salesforce_amount_with_currency.csv", "", 1, 1, "utf-8", &[("Amount", "1234567")]),
    ("crm_22_export_shapes/de_preamble_before_header.csv", "", 2, 4, "utf-8", &[("Umsatz", "2221.56")]),
    ("ts_05_retail_series/kiel_bakery_umsatz_gesamt_semicolon.csv", "", 9_334, 1, "utf-8", &[]),
    ("terr_04_us_geo/uscities.csv", "", 461, 1, "utf-8", &[("population", "258474989")]),
];

#[test]
fn rows_headers_encodings_and_sums_are_met() {
    if corpus().is_none() {
        return;
    }
    let mut wrong = Vec::new();
    for (path, sheet, n_rows, header, encoding, sums) in FACTS {
        let table = table(path, sheet);
        let report = inspection(&table);
        let found = (report.n_rows, report.header_row, report.place.encoding.as_str());
        if found != (n_rows, header, encoding) {
            wrong.push(format!("{path}: {found:?}, not {:?}", (n_rows, header, encoding)));
        }
        for (header, sum) in sums {
            let column = report.columns.iter().find(|candidate| candidate.header == *header);
            let found = column.and_then(|column| column.sum).map(|sum| sum.normalize());
            if found != Some(dec(sum)) {
                wrong.push(format!("{path}: {header} sums to {found:?}, not {sum}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn maven_files_dropped_together_lose_nothing() {
    if corpus().is_none() {
        return;
    }
    let names = ["accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"];
    let result = import_files("crm_01_maven_crm", &names);
    let kinds: Vec<Kind> = result.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [Kind::Accounts, Kind::Products, Kind::Deals, Kind::Reps]);
    assert!(result.files.iter().all(|file| file.n_set_aside == 0), "{:?}", result.files);
    assert_eq!(result.dataset.deals.len(), 8_800);
    let of = |outcome, stage: &str| {
        let found = result.outcomes.iter().find(|count| count.outcome == outcome && count.stage == stage).unwrap();
        (found.n_deals, found.amount)
    };
    assert_eq!(of(Outcome::Won, "Won"), (4_238, Money::whole(10_005_534)));
    assert_eq!(of(Outcome::Lost, "Lost"), (2_473, Money::ZERO));
    assert_eq!(of(Outcome::Open, "Engaging").0, 1_589);
    assert_eq!(of(Outcome::Open, "Prospecting").0, 500);
    assert_eq!(result.dataset.deals.iter().filter(|deal| deal.account.is_empty()).count(), 1_425);
    assert_eq!(result.dataset.deals.iter().filter(|deal| deal.created.is_none()).count(), 500);
    assert_eq!(result.dataset.reps.len(), 35);
    let near = result.issues.iter().find(|issue| issue.value == "GTXPro").unwrap();
    assert!(format!("{}", near.kind).contains("GTX Pro"), "{near:?}");
}

#[test]
fn what_is_no_table_is_named() {
    if corpus().is_none() {
        return;
    }
    let check = |path: &str, expected: ReadError| assert_eq!(tables(path).unwrap_err(), expected, "{path}");
    check("crm_02_adventureworks_oltp/Store.csv", ReadError::NotATable { looks_like: "XML".into() });
    check("messy_04_spreadsheet_suites/messytables_encrypted_no_password.xls", ReadError::Encrypted);
    check("messy_04_spreadsheet_suites/sheetjs_password_2002_40_xor.xls", ReadError::Encrypted);
}

#[test]
fn texts_stay_what_they_are() {
    if corpus().is_none() {
        return;
    }
    // Codes keep their zeros.
    let territories = table("crm_08_northwind/spocweb_employee_territories.csv", "");
    assert!(column(&territories, "territory_id").contains(&"01581".to_owned()));
    assert_eq!(inspection(&territories).columns[1].sum, None);
    // North America is no gap, and letters are right.
    let sales = table("crm_10_sample_sales_5_variants/sales_24col_cp437_mdY_time.csv", "");
    let territory = inspection(&sales).columns.into_iter().find(|column| column.header == "TERRITORY").unwrap();
    assert_eq!(territory.n_blank, 0);
    let lines = column(&sales, "ADDRESSLINE1");
    assert!(lines.iter().any(|line| line.contains("Berguvsvägen")), "{lines:?}");
    // `Select` is not chosen.
    let leads = inspection(&table("crm_12_leads_xeducation/Leads.csv", ""));
    let selects: usize = tables("crm_12_leads_xeducation/Leads.csv").unwrap()[0]
        .columns
        .iter()
        .map(|column| column.cells().filter(|cell| *cell == "Select").count())
        .sum();
    assert_eq!(selects, 13_380);
    let blank: usize = leads.columns.iter().map(|column| column.n_blank).sum();
    assert!(13_380 <= blank, "{blank}");
    // The rep of 22 of 122 customers is NULL, which is a gap.
    let customers = inspection(&table("crm_17_classicmodels_hierarchy/Customers.txt", ""));
    assert_eq!(customers.columns[11].n_blank, 22);
    // Both decimal marks in one file, each column by its own.
    let invoices = inspection(&table("crm_22_export_shapes/fr_invoice_mixed_decimal_marks.csv", ""));
    let sum = |header: &str| {
        invoices
            .columns
            .iter()
            .find(|column| column.header == header)
            .and_then(|column| column.sum)
            .map(|sum| sum.normalize())
    };
    assert_eq!(sum("Montant HT"), Some(dec("3500")));
    assert_eq!(sum("Taux TVA"), Some(dec("0.4")));
}

#[test]
fn quotas_of_a_headerless_export_fall_into_months() {
    if corpus().is_none() {
        return;
    }
    let quotas = table("crm_02_adventureworks_oltp/SalesPersonQuotaHistory.csv", "");
    let mut days: Vec<String> = column(&quotas, "Column 2").iter().map(|day| day.chars().take(7).collect()).collect();
    days.sort();
    days.dedup();
    assert_eq!(days.len(), 12, "{days:?}");
}
