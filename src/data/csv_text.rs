//! Fields of CSV that spreadsheets open without running anything in them.

/// A field of CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it; whatever reads as a
/// number is left alone, so that negative amounts survive.
///
/// ```
/// use attain::data::csv_field;
/// assert_eq!(csv_field("-1250.5"), "-1250.5");
/// assert_eq!(csv_field("=SUM(A1)"), "'=SUM(A1)");
/// assert_eq!(csv_field("a, \"b\""), "\"a, \"\"b\"\"\"");
/// ```
pub fn csv_field(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() && text != "-";
    let text = if risky { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
