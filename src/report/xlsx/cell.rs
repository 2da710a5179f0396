//! Cells: what they look like, and how they are named in formulas.

use rust_xlsxwriter::utility::{quote_sheet_name, row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatBorder, Formula, Worksheet, XlsxError};

use crate::engine::units::{Decimal, Month};

/// Longer texts than this are cut: a cell holds 32,767 letters.
const MOST_LETTERS: usize = 32_000;

/// How cells look.
pub(super) struct Look {
    pub(super) head: Format,
    pub(super) money: Format,
    pub(super) sum: Format,
    pub(super) exact: Format,
    pub(super) percent: Format,
    month: Format,
}

impl Look {
    /// `digits`: decimal places of the currency.
    pub(super) fn new(digits: u32) -> Self {
        let places = "0".repeat(digits.min(10) as usize);
        let money = if places.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{places}") };
        Self {
            head: Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            sum: Format::new().set_num_format(&money).set_bold().set_border_top(FormatBorder::Thin),
            money: Format::new().set_num_format(money),
            exact: Format::new().set_num_format("#,##0.######"),
            percent: Format::new().set_num_format("0.00%"),
            month: Format::new().set_num_format("yyyy-mm"),
        }
    }
}

/// A sheet that is being written.
pub(super) struct Sheet<'a> {
    pub(super) sheet: Worksheet,
    pub(super) look: &'a Look,
}

impl<'a> Sheet<'a> {
    /// `heads` are its columns, with their widths in letters.
    pub(super) fn new(name: &str, heads: &[(&str, f64)], look: &'a Look) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (column, (head, width)) in (0u16..).zip(heads) {
            sheet.set_column_width(column, *width)?;
            if !head.is_empty() {
                sheet.write_string_with_format(0, column, *head, &look.head)?;
            }
        }
        Ok(Self { sheet, look })
    }

    pub(super) fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let short: String = text.chars().take(MOST_LETTERS).collect();
        self.sheet.write_string(row, column, short).map(|_| ())
    }

    pub(super) fn number(&mut self, at: (u32, u16), number: Decimal, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(at.0, at.1, float(number), format).map(|_| ())
    }

    /// A formula without its equals sign, with what it comes to.
    pub(super) fn formula(
        &mut self,
        at: (u32, u16),
        text: &str,
        result: Decimal,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={text}")).set_result(float(result).to_string());
        self.sheet.write_formula_with_format(at.0, at.1, formula, format).map(|_| ())
    }

    /// A month by its first day; as text where a workbook has no such day.
    pub(super) fn month(&mut self, row: u32, column: u16, month: Month) -> Result<(), XlsxError> {
        let year = u16::try_from(month.year()).unwrap_or_default();
        match ExcelDateTime::from_ymd(year, month.month() as u8, 1) {
            Ok(day) => self.sheet.write_datetime_with_format(row, column, &day, &self.look.month).map(|_| ()),
            Err(_) => self.text(row, column, &month.to_string()),
        }
    }
}

/// The nearest number that a workbook holds.
fn float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

/// A cell of the same sheet.
pub(super) fn cell(row: u32, column: u16) -> String {
    row_col_to_cell(row, column)
}

/// A cell of another sheet.
pub(super) fn cell_of(sheet: &str, row: u32, column: u16) -> String {
    format!("{}!{}", quote_sheet_name(sheet), row_col_to_cell_absolute(row, column))
}

/// Cells of a column of another sheet.
pub(super) fn cells_of(sheet: &str, first: u32, last: u32, column: u16) -> String {
    format!("{}:{}", cell_of(sheet, first, column), row_col_to_cell_absolute(last, column))
}
