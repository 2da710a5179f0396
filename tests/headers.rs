//! Where headers stand in real files, judged by reading each file. The files are found through `ATTAIN_CORPUS`; without
//! it the test says that it is skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use attain::data::{Limits, Table, read_all};

/// Folder and file, sheet (empty for text and where a workbook has one sheet), and the line of the first table's header;
/// 0 if no row names the columns.
const HEADERS: &[(&str, &str, u64)] = &[
    ("crm_01_maven_crm/accounts.csv", "", 1),
    ("crm_01_maven_crm/products.csv", "", 1),
    ("crm_01_maven_crm/sales_pipeline.csv", "", 1),
    ("crm_01_maven_crm/sales_pipeline_crlf_variant.csv", "", 1),
    ("crm_01_maven_crm/sales_teams.csv", "", 1),
    ("crm_02_adventureworks_oltp/CountryRegion.csv", "", 0),
    ("crm_02_adventureworks_oltp/Currency.csv", "", 0),
    ("crm_02_adventureworks_oltp/DimReseller.csv", "", 0),
    ("crm_02_adventureworks_oltp/Employee.csv", "", 0),
    ("crm_02_adventureworks_oltp/FactSalesQuota.csv", "", 0),
    ("crm_02_adventureworks_oltp/SalesPerson.csv", "", 0),
    ("crm_02_adventureworks_oltp/SalesPersonQuotaHistory.csv", "", 0),
    ("crm_02_adventureworks_oltp/SalesTerritory.csv", "", 0),
    ("crm_02_adventureworks_oltp/SalesTerritoryHistory.csv", "", 0),
    ("crm_02_adventureworks_oltp/SpecialOffer.csv", "", 0),
    ("crm_02_adventureworks_oltp/StateProvince.csv", "", 0),
    ("crm_03_adventureworks_pbi_a_pipe/Product.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/Region.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/Reseller.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/Sales.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/Salesperson.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/SalespersonRegion.csv", "", 1),
    ("crm_03_adventureworks_pbi_a_pipe/Targets.csv", "", 1),
    ("crm_06_pl300_utf16_targets/ColorFormats.csv", "", 1),
    ("crm_06_pl300_utf16_targets/ResellerSalesTargets.csv", "", 1),
    ("crm_06_pl300_utf16_targets/ResellerSales_202006.csv", "", 1),
    ("crm_08_northwind/spocweb_customers.csv", "", 1),
    ("crm_08_northwind/spocweb_employee_territories.csv", "", 1),
    ("crm_08_northwind/spocweb_employees.csv", "", 1),
    ("crm_08_northwind/spocweb_order_details.csv", "", 1),
    ("crm_08_northwind/spocweb_orders.csv", "", 1),
    ("crm_08_northwind/spocweb_products.csv", "", 1),
    ("crm_08_northwind/spocweb_region.csv", "", 1),
    ("crm_08_northwind/spocweb_territories.csv", "", 1),
    ("crm_08_northwind/spocweb_us_states.csv", "", 1),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "Orders", 1),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "Returns", 1),
    ("crm_09_superstore_4_locales/superstore_3sheets.xls", "People", 1),
    ("crm_09_superstore_4_locales/superstore_semicolon_bom_ddmm_decimalcomma.csv", "", 1),
    ("crm_10_sample_sales_5_variants/sales_18col.csv", "", 1),
    ("crm_10_sample_sales_5_variants/sales_24col_cp437_mdY_time.csv", "", 1),
    ("crm_12_leads_xeducation/Leads Data Dictionary.xlsx", "", 3),
    ("crm_12_leads_xeducation/Leads.csv", "", 1),
    ("crm_14_bank_call_campaign/bank_market.csv", "", 1),
    ("crm_14_bank_call_campaign/bank_semicolon_subset.csv", "", 1),
    ("crm_14_bank_call_campaign/bank_semicolon_subset.xlsx", "", 1),
    ("crm_17_classicmodels_hierarchy/Customers.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/Employees.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/Offices.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/OrderDetails.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/Orders.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/Payments.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/ProductLines.txt", "", 0),
    ("crm_17_classicmodels_hierarchy/Products.txt", "", 0),
    ("crm_18_small_crm_exports/basudev_Activity.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_Contacts.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_Leads.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_Opportunity.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_Products.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_Sales.csv", "", 1),
    ("crm_18_small_crm_exports/basudev_SalesLines.csv", "", 1),
    ("crm_18_small_crm_exports/mocksf_accounts.csv", "", 1),
    ("crm_18_small_crm_exports/mocksf_contacts.csv", "", 1),
    ("crm_18_small_crm_exports/mocksf_opportunities.csv", "", 1),
    ("crm_18_small_crm_exports/revops_leads.csv", "", 1),
    ("crm_18_small_crm_exports/revops_opportunities.csv", "", 1),
    ("crm_18_small_crm_exports/shoaib_customers.csv", "", 1),
    ("crm_18_small_crm_exports/shoaib_interactions.csv", "", 1),
    ("crm_18_small_crm_exports/shoaib_opportunities.csv", "", 1),
    ("crm_18_small_crm_exports/shoaib_sales_reps.csv", "", 1),
    ("crm_18_small_crm_exports/stenjac_opportunities.csv", "", 1),
    ("crm_22_export_shapes/de_preamble_before_header.csv", "", 4),
    ("crm_22_export_shapes/fr_invoice_mixed_decimal_marks.csv", "", 1),
    ("crm_22_export_shapes/hubspot_deals_blank_amount.csv", "", 1),
    ("crm_22_export_shapes/salesforce_amount_with_currency.csv", "", 1),
    ("crm_22_export_shapes/salesforce_opportunity_products_quoted.csv", "", 1),
    ("messy_01_real_workbooks/ManagerCategory_multivalue_cells.xlsx", "", 1),
    ("messy_01_real_workbooks/cashflows.xlsx", "", 4),
    ("messy_01_real_workbooks/clippy.xlsx", "list-column", 1),
    ("messy_01_real_workbooks/clippy.xlsx", "two-row-header", 1),
    ("messy_01_real_workbooks/dates-1904.xls", "", 0),
    ("messy_01_real_workbooks/deaths.xls", "arts", 5),
    ("messy_01_real_workbooks/deaths.xls", "other", 5),
    ("messy_01_real_workbooks/deaths.xlsx", "arts", 5),
    ("messy_01_real_workbooks/deaths.xlsx", "other", 5),
    ("messy_01_real_workbooks/names-need-repair-xlsx.xlsx", "", 1),
    ("messy_01_real_workbooks/new_line_errors.xlsx", "", 1),
    ("messy_01_real_workbooks/relatorio_vendas_3_sheets.xlsx", "Resumo", 1),
    ("messy_01_real_workbooks/relatorio_vendas_3_sheets.xlsx", "Por Produto", 1),
    ("messy_01_real_workbooks/relatorio_vendas_3_sheets.xlsx", "Detalhes", 1),
    ("messy_01_real_workbooks/skipping.xlsx", "two_blank_rows", 3),
    ("messy_01_real_workbooks/skipping.xlsx", "occupied_row_and_blank_row", 3),
    ("messy_01_real_workbooks/skipping.xlsx", "two_occupied_rows", 3),
    ("messy_01_real_workbooks/toronto_transit.xlsx", "", 6),
    ("messy_01_real_workbooks/us-crime-2.xlsx", "", 4),
    ("messy_01_real_workbooks/vendas_two_sheets_second_headerless.xlsx", "Relatório de Vendas", 1),
    ("messy_01_real_workbooks/vendas_two_sheets_second_headerless.xlsx", "Relatório de Vendas1", 0),
    ("messy_01_real_workbooks/whitespace-xlsx.xlsx", "logical_and_NA", 1),
    ("messy_02_real_delimited/Datagov_FY10_EDU_recp_by_State.csv", "", 3),
    ("messy_02_real_delimited/bad.csv", "", 1),
    ("messy_02_real_delimited/begrotingsanalyse-2011.csv", "", 6),
    ("messy_02_real_delimited/characters.csv", "", 1),
    ("messy_02_real_delimited/dummy_col_shuffled_ragged.csv", "", 1),
    ("messy_02_real_delimited/excel_pasting.csv", "", 4),
    ("messy_02_real_delimited/mac_newlines.csv", "", 1),
    ("messy_02_real_delimited/null.csv", "", 0),
    ("messy_02_real_delimited/optional_quote_characters.csv", "", 1),
    ("messy_02_real_delimited/papaparse_malformed.tsv", "", 1),
    ("messy_02_real_delimited/papaparse_utf-8-bom-sample.csv", "", 1),
    ("messy_02_real_delimited/revenue_history_rfm.csv", "", 1),
    ("messy_02_real_delimited/spanish_chars.csv", "", 1),
    ("messy_02_real_delimited/test_extra_header.csv", "", 1),
    ("messy_02_real_delimited/test_latin1.csv", "", 1),
    ("messy_02_real_delimited/test_locale_converted.csv", "", 1),
    ("messy_02_real_delimited/test_numeric_date_format.csv", "", 1),
    ("messy_02_real_delimited/test_utf16_little.csv", "", 1),
    ("messy_02_real_delimited/utf-16le_encoded.csv", "", 1),
    ("messy_02_real_delimited/ventes_dz_multiline_orders.csv", "", 1),
    ("messy_02_real_delimited/ventes_fr_semicolon_mojibake.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_bad-header-more-fields.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_bad-missing-quote.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_bad-unescaped-quote.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_empty-one-column.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_header-simple.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_one-column.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_quotes-with-comma.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_quotes-with-newline.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_simple-crlf.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_trailing-newline.csv", "", 1),
    ("messy_03_csv_conformance/sineemore_trailing-space.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_comma_in_quotes.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_empty_crlf.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_json.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_newlines.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_quotes_and_newlines.csv", "", 1),
    ("messy_03_csv_conformance/spectrum_simple_crlf.csv", "", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "Contenuto", 3),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "casi_prelievo_diagnosi", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "casi_inizio_sintomi", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "casi_inizio_sintomi_sint", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "casi_regioni", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "casi_provincie", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "ricoveri", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "decessi", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "sesso_eta", 1),
    ("messy_04_spreadsheet_suites/agate_covid_19-iss.xlsx", "stato_clinico", 1),
    ("messy_04_spreadsheet_suites/agate_test_numeric_column_name.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/calamine_any_sheets.ods", "Visible", 0),
    ("messy_04_spreadsheet_suites/calamine_any_sheets.xlsb", "Visible", 0),
    ("messy_04_spreadsheet_suites/calamine_any_sheets.xlsx", "Visible", 0),
    ("messy_04_spreadsheet_suites/calamine_date_1904.xlsx", "", 0),
    ("messy_04_spreadsheet_suites/calamine_date_quoted_format.xlsx", "", 0),
    ("messy_04_spreadsheet_suites/calamine_inventory-table.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/calamine_pivots.xlsx", "PivotSheet1", 3),
    ("messy_04_spreadsheet_suites/calamine_pivots.xlsx", "PivotSheet3", 3),
    ("messy_04_spreadsheet_suites/calamine_pivots.xlsx", "PivotSheet4", 1),
    ("messy_04_spreadsheet_suites/calamine_pivots.xlsx", "DataSheet", 1),
    ("messy_04_spreadsheet_suites/calamine_pivots.xlsx", "DataSheet2", 1),
    ("messy_04_spreadsheet_suites/calamine_strict_iso_paths.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/calamine_temperature-in-middle.xlsx", "", 4),
    ("messy_04_spreadsheet_suites/sheetjs_1900.ods", "", 0),
    ("messy_04_spreadsheet_suites/sheetjs_1900.xlsx", "", 0),
    ("messy_04_spreadsheet_suites/sheetjs_Attendance.xlsx", "", 2),
    ("messy_04_spreadsheet_suites/sheetjs_LONumbers.xlsx", "", 0),
    ("messy_04_spreadsheet_suites/sheetjs_number_format.ods", "Implied", 1),
    ("messy_04_spreadsheet_suites/sheetjs_sheet_visibility_strict.xlsx", "Visible", 1),
    ("messy_04_spreadsheet_suites/sheetjs_sheet_visibility_strict.xlsx", "Hidden", 1),
    ("messy_04_spreadsheet_suites/tabulator_adjust_floating_point_error.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/tabulator_merged-cells.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/tabulator_number_format_multicode.xlsx", "", 1),
    ("messy_04_spreadsheet_suites/tabulator_skip-rows.xlsx", "", 2),
    ("messy_04_spreadsheet_suites/tabulator_test_scientific_notation.xlsx", "", 1),
    ("terr_04_us_geo/county_adjacency.txt", "", 0),
    ("terr_04_us_geo/uscities.csv", "", 1),
    ("ts_01_m3/M3C.xls", "M3Year", 1),
    ("ts_01_m3/M3C.xls", "M3Quart", 1),
    ("ts_01_m3/M3C.xls", "M3Month", 1),
    ("ts_01_m3/M3C.xls", "M3Other", 1),
    ("ts_01_m3/m3_accuracy_recomputed.csv", "", 1),
    ("ts_01_m3/m3_forecasts_9_methods.csv", "", 1),
    ("ts_01_m3/m3_series.csv", "", 1),
    ("ts_05_retail_series/AirPassengers.csv", "", 1),
    ("ts_05_retail_series/Product_sales.csv", "", 1),
    ("ts_05_retail_series/kiel_bakery_umsatz_gesamt_semicolon.csv", "", 1),
];

/// The tables of a file; read once for all its sheets.
fn tables(corpus: &std::path::Path, file: &str) -> Option<Vec<Table>> {
    let path = corpus.join(file);
    let name = path.file_name().unwrap().to_str().unwrap();
    read_all(name, &std::fs::read(&path).ok()?, Limits::default()).ok()
}

#[test]
fn headers_are_found_where_people_see_them() {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    let Some(corpus) = folder else {
        println!("skipped: ATTAIN_CORPUS names no folder");
        return;
    };
    let (mut n_read, mut n_unread, mut misses) = (0, 0, Vec::new());
    let mut last: (&str, Option<Vec<Table>>) = ("", None);
    for (file, sheet, line) in HEADERS {
        if last.0 != *file {
            last = (file, tables(&corpus, file));
        }
        let Some(table) = last
            .1
            .as_ref()
            .and_then(|tables| tables.iter().find(|table| sheet.is_empty() || table.place.sheet == *sheet))
        else {
            println!("not read: {file} {sheet}");
            n_unread += 1;
            continue;
        };
        n_read += 1;
        if table.header_row != *line {
            misses.push(format!("{file} {sheet}: header on line {}, not {line}", table.header_row));
        }
    }
    for miss in &misses {
        println!("missed: {miss}");
    }
    println!("{} of {n_read} headers right; {n_unread} sheets not read", n_read - misses.len());
    assert!(HEADERS.len() <= n_read * 2, "hardly any file was read");
    assert!(misses.len() * 100 <= n_read * 3, "{misses:#?}");
}
