//! A workbook read back by calamine, and computed anew by `IronCalc`: two programs that know nothing of the one that wrote it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ironcalc_base::Model;
use ironcalc_base::cell::CellValue;

/// A cell: sheet, row and column, from 0.
pub(crate) type At = (usize, u32, u32);

pub(crate) struct Book<'a> {
    pub(crate) sheets: Vec<String>,
    /// What the file states, results of formulas included.
    pub(crate) values: BTreeMap<At, Data>,
    pub(crate) formulas: BTreeMap<At, String>,
    model: Model<'a>,
}

impl Book<'_> {
    /// Reads it, and takes values and formulas, but no results, over to be computed.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        let sheets = file.sheet_names();
        let mut model = Model::new_empty("book", "en", "UTC", "en").unwrap();
        let (mut values, mut formulas) = (BTreeMap::new(), BTreeMap::new());
        for (at, name) in sheets.iter().enumerate() {
            if at == 0 {
                model.rename_sheet_by_index(0, name).unwrap();
            } else {
                model.add_sheet(name).unwrap();
            }
            let range = file.worksheet_range(name).unwrap();
            let (row, column) = range.start().unwrap();
            for (r, c, value) in range.used_cells() {
                values.insert((at, row + r as u32, column + c as u32), value.clone());
            }
            let range = file.worksheet_formula(name).unwrap();
            let (row, column) = range.start().unwrap_or_default();
            for (r, c, text) in range.used_cells().filter(|(.., text)| !text.is_empty()) {
                formulas.insert((at, row + r as u32, column + c as u32), text.clone());
            }
        }
        for ((sheet, row, column), value) in &values {
            let (sheet, row, column) = (*sheet as u32, *row as i32 + 1, *column as i32 + 1);
            match value {
                Data::Float(number) => model.update_cell_with_number(sheet, row, column, *number).unwrap(),
                Data::Int(number) => model.update_cell_with_number(sheet, row, column, *number as f64).unwrap(),
                Data::String(text) => model.update_cell_with_text(sheet, row, column, text).unwrap(),
                _ => {}
            }
        }
        for ((sheet, row, column), text) in &formulas {
            let at = (*sheet as u32, *row as i32 + 1, *column as i32 + 1);
            model.update_cell_with_formula(at.0, at.1, at.2, format!("={text}")).unwrap();
        }
        model.evaluate();
        Self { sheets, values, formulas, model }
    }

    /// What the file states.
    pub(crate) fn stated(&self, at: At) -> Option<f64> {
        match self.values.get(&at)? {
            Data::Float(number) => Some(*number),
            Data::Int(number) => Some(*number as f64),
            _ => None,
        }
    }

    pub(crate) fn text(&self, at: At) -> String {
        self.values.get(&at).map(ToString::to_string).unwrap_or_default()
    }

    /// What it comes to when it is computed.
    pub(crate) fn computed(&self, (sheet, row, column): At) -> Option<f64> {
        match self.model.get_cell_value_by_index(sheet as u32, row as i32 + 1, column as i32 + 1).unwrap() {
            CellValue::Number(number) => Some(number),
            CellValue::None => Some(0.0),
            _ => None,
        }
    }

    /// Types another number into a cell, as a reader of the workbook may.
    pub(crate) fn type_in(&mut self, (sheet, row, column): At, number: f64) {
        self.model.update_cell_with_number(sheet as u32, row as i32 + 1, column as i32 + 1, number).unwrap();
        self.model.evaluate();
    }

    /// Every formula comes to what the file states; amounts of the columns to the cent.
    pub(crate) fn check(&self, place: &str, cents: impl Fn(At) -> bool) {
        for (at, text) in &self.formulas {
            let stated = self.stated(*at).unwrap_or_else(|| panic!("{place}: {at:?} ={text} has no result"));
            let computed = self.computed(*at).unwrap_or_else(|| panic!("{place}: {at:?} ={text} is an error"));
            let most = if cents(*at) { 0.000_01 } else { 1e-9 * stated.abs().max(1.0) };
            assert!((stated - computed).abs() <= most, "{place}: {at:?} ={text} is {computed}, not {stated}");
        }
    }
}
