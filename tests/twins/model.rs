//! What a real file says, whatever its dialect: headers and cells as values.

use attain::data::{Column, Limits, Table, ValueKind, parse_date, parse_number, read_all};
use attain::engine::units::Decimal;
use chrono::NaiveDate;

use super::corpus;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Empty,
    Text(String),
    Number(Decimal),
    Day(NaiveDate),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sort {
    Text,
    /// Amounts and counts, which have marks for thousands; numbers that are keys are texts.
    Number,
    Day,
}

/// A file as it is meant.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) headers: Vec<String>,
    pub(crate) sorts: Vec<Sort>,
    pub(crate) rows: Vec<Vec<Value>>,
}

/// Reads a file of the corpus, at most so many rows.
pub(crate) fn model(path: &str, n_rows: usize) -> Model {
    let file = corpus().unwrap().join(path);
    let bytes = std::fs::read(&file).unwrap();
    let tables = read_all(file.file_name().unwrap().to_str().unwrap(), &bytes, Limits::default()).unwrap();
    of_table(&tables[0], n_rows)
}

pub(crate) fn of_table(table: &Table, n_rows: usize) -> Model {
    let n = table.lines.len().min(n_rows);
    let mut sorts: Vec<Sort> = table.columns.iter().map(sort).collect();
    let columns: Vec<Vec<Value>> = table
        .columns
        .iter()
        .zip(&mut sorts)
        .map(|(column, sort)| {
            let cells: Option<Vec<Value>> = (0..n).map(|row| value(column, *sort, column.cell(row))).collect();
            cells.unwrap_or_else(|| {
                *sort = Sort::Text;
                (0..n).filter_map(|row| value(column, Sort::Text, column.cell(row))).collect()
            })
        })
        .collect();
    let rows = (0..n).map(|row| columns.iter().map(|column| column[row].clone()).collect()).collect();
    Model { headers: table.columns.iter().map(|column| column.header.clone()).collect(), sorts, rows }
}

fn sort(column: &Column) -> Sort {
    let header = column.header.to_lowercase();
    let is_key =
        ["id", "key", "number", "code", "phone", "fax", "zip", "postal", "year", "month", "day", "line", "column 1"]
            .iter()
            .any(|word| header.contains(word))
            && header != "pdays";
    match column.kind {
        ValueKind::Number { .. } if !is_key => Sort::Number,
        ValueKind::Date { .. } => Sort::Day,
        _ => Sort::Text,
    }
}

fn value(column: &Column, sort: Sort, cell: &str) -> Option<Value> {
    Some(match (sort, column.kind) {
        _ if column.is_empty_text(cell) && (cell.is_empty() || sort != Sort::Text) => Value::Empty,
        (Sort::Number, ValueKind::Number { decimal }) => Value::Number(parse_number(cell, decimal)?.normalize()),
        (Sort::Day, ValueKind::Date { order, .. }) => Value::Day(parse_date(cell, order)?),
        _ => Value::Text(cell.to_owned()),
    })
}

impl Model {
    /// The same in another order of columns, or with the rows numbered.
    pub(crate) fn arranged(&self, how: &str) -> Self {
        let mut model = self.clone();
        match how {
            "turned" => {
                model.headers.reverse();
                model.sorts.reverse();
                model.rows.iter_mut().for_each(|row| row.reverse());
            }
            "numbered" => {
                model.headers.insert(0, "#".into());
                model.sorts.insert(0, Sort::Text);
                for (index, row) in model.rows.iter_mut().enumerate() {
                    row.insert(0, Value::Text((index + 1).to_string()));
                }
            }
            _ => {}
        }
        model
    }

    /// The sum of a column's numbers.
    pub(crate) fn sum(&self, column: usize) -> Decimal {
        let numbers = self.rows.iter().filter_map(|row| match &row[column] {
            Value::Number(number) => Some(*number),
            _ => None,
        });
        numbers.sum::<Decimal>().normalize()
    }
}
