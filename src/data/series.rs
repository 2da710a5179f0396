//! Tables that are series themselves: a row a value (`series, period, value`), or a row a series.

use serde::{Deserialize, Serialize};

use super::roles::fold::fold;
use super::table::{Column, Table};
use super::values::{ValueKind, as_dates, as_numbers, as_periods, is_missing, parse_day, read_number};
use super::{DateOrder, DecimalMark};
use crate::engine::records::{Point, When};
use crate::engine::units::Money;

/// Headers of the columns that make a series; found out where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeriesColumns {
    /// Which series a row belongs to; without one the file holds a single series.
    pub series: Option<String>,
    /// When.
    pub period: Option<String>,
    /// How much; of a row a series the first of its values.
    pub value: Option<String>,
}

/// The series of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesTable {
    /// Values in the order of the file.
    pub points: Vec<Point>,
    /// The columns as they were taken.
    pub columns: SeriesColumns,
    /// Whether each row is a series.
    pub is_wide: bool,
    /// Rows of the table.
    pub n_rows: usize,
    /// Cells that could not be read, and the lines of the first of them.
    pub n_wrong: usize,
    /// Their first lines, five at most, each once.
    pub wrong_lines: Vec<u64>,
}

/// Why a table is no series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoSeries {
    /// It has no column of that name.
    NoColumn {
        /// The header that was asked for.
        header: String,
    },
    /// It has no column of numbers.
    NoNumbers,
}

/// Words that head the columns in the languages of imports, folded, earlier ones first.
#[rustfmt::skip]
const SERIES: &[&str] = &[
    "series", "unique id", "series id", "id", "name", "seria", "szereg", "item", "reihe", "zeitreihe", "serie", "nazwa", "nom", "nombre",
    "nome",
];
#[rustfmt::skip]
const PERIOD: &[&str] = &[
    "period", "date", "day", "month", "week", "quarter", "year", "time", "ds", "okres", "data", "dzien", "miesiac", "tydzien", "kwartal",
    "rok", "datum", "tag", "monat", "woche", "quartal", "jahr", "zeitraum", "periode", "jour", "mois", "semaine", "trimestre", "annee",
    "fecha", "dia", "mes", "semana", "ano", "periodo",
];
#[rustfmt::skip]
const VALUE: &[&str] = &[
    "value", "y", "amount", "sales", "bookings", "revenue", "units", "wartosc", "kwota", "sprzedaz", "przychod", "wert", "betrag", "umsatz",
    "valeur", "montant", "ventes", "valor", "importe", "ventas", "vendas",
];
/// Lines of wrong cells that are listed.
const MOST_LINES: usize = 5;

/// Reads a table as series.
///
/// With a column of days, months, quarters, years or whole numbers that stands for the time, each row is a value; several
/// values of one series and time stay several. Without one each row is a series whose values stand in the columns of numbers
/// from left to right, empty ones at the end left out; or, if there is one such column alone, the rows are one series.
///
/// # Errors
/// [`NoSeries`] if a named column is not there, or no column holds numbers.
pub fn series_points(table: &Table, asked: &SeriesColumns) -> Result<SeriesTable, NoSeries> {
    let find = |header: &Option<String>| match header {
        None => Ok(None),
        Some(header) => {
            let wanted = header.trim().to_lowercase();
            let place = table.columns.iter().position(|column| column.header.trim().to_lowercase() == wanted);
            place.map(Some).ok_or_else(|| NoSeries::NoColumn { header: header.clone() })
        }
    };
    let (series, period, value) = (find(&asked.series)?, find(&asked.period)?, find(&asked.value)?);
    let period = period.or_else(|| period_of(table, [series, value]));
    let numbers: Vec<usize> = (0..table.columns.len())
        .filter(|place| Some(*place) != period && Some(*place) != series)
        .filter(|place| table.columns.get(*place).is_some_and(is_number))
        .collect();
    let value = value.or_else(|| headed(table, VALUE, &numbers)).or_else(|| numbers.last().copied());
    // Cells that are no numbers are told one by one where the header leaves no doubt.
    let any_number = |place: &usize| table.columns.get(*place).is_some_and(holds_number);
    let free = (0..table.columns.len()).filter(|place| ![period, series].contains(&Some(*place))).filter(any_number);
    let value = value.or_else(|| headed(table, VALUE, &free.collect::<Vec<_>>())).ok_or(NoSeries::NoNumbers)?;
    let others: Vec<usize> =
        (0..table.columns.len()).filter(|place| Some(*place) != period && *place != value).collect();
    let is_wide = period.is_none() && 1 < numbers.len() && asked.value.is_none();
    let series = series.or_else(|| headed(table, SERIES, &others)).or_else(|| {
        // A table made long has its series in what stood beside the periods; a row a series is called by its first text.
        let text = || others.iter().copied().find(|place| !table.columns.get(*place).is_some_and(is_number));
        let named = || (is_wide && is_numbered_but_first(table)).then_some(0);
        (is_wide || !table.unpivoted.is_empty()).then(|| text().or_else(named)).flatten()
    });
    let numbers: Vec<usize> = numbers.into_iter().filter(|place| Some(*place) != series).collect();
    let name = |place: Option<usize>| place.and_then(|place| table.columns.get(place)).map(|one| one.header.clone());
    let mut found = SeriesTable {
        columns: SeriesColumns { series: name(series), period: name(period), value: name(Some(value)) },
        is_wide,
        n_rows: table.lines.len(),
        ..SeriesTable::default()
    };
    let series = series.and_then(|place| table.columns.get(place));
    let named = |row: usize| series.map_or_else(String::new, |column| column.cell(row).to_owned());
    if is_wide {
        let columns: Vec<(&Column, DecimalMark)> =
            numbers.iter().filter_map(|place| table.columns.get(*place)).map(|column| (column, mark(column))).collect();
        for row in 0..table.lines.len() {
            let name = if series.is_some() { named(row) } else { (row + 1).to_string() };
            let n = columns.iter().rposition(|(column, _)| !is_blank(column, row)).map_or(0, |last| last + 1);
            for (place, (column, mark)) in columns.iter().take(n).enumerate() {
                let when = When::Place(i32::try_from(place + 1).unwrap_or(i32::MAX));
                found.take(table, row, (name.clone(), Some(when)), (column, *mark));
            }
        }
        return Ok(found);
    }
    let Some(column) = table.columns.get(value) else { return Err(NoSeries::NoNumbers) };
    let mark = mark(column);
    let times = period.and_then(|place| table.columns.get(place)).map(Times::of);
    for row in 0..table.lines.len() {
        let place = || Some(When::Place(i32::try_from(row + 1).unwrap_or(i32::MAX)));
        let when = times.as_ref().map_or_else(place, |times| times.when(row));
        found.take(table, row, (named(row), when), (column, mark));
    }
    Ok(found)
}

/// Whether headers alone say that a table is series: one calls them so, or all columns but the first are numbered.
pub fn is_series(table: &Table) -> bool {
    let headers = || table.columns.iter().map(|column| column.header.trim().to_lowercase());
    let is_called =
        headers().any(|header| ["series", "unique_id", "series_id", "seria", "szereg"].contains(&header.as_str()));
    is_called || (3 < table.columns.len() && is_numbered_but_first(table))
}

/// Whether all columns but the first are headed by a number, or a letter and a number.
fn is_numbered_but_first(table: &Table) -> bool {
    let is_numbered = |column: &Column| {
        let header = column.header.trim();
        let digits = header.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        header.len() <= digits.len() + 1 && digits.parse::<u32>().is_ok()
    };
    table.columns.iter().skip(1).all(is_numbered)
}

impl SeriesTable {
    fn take(
        &mut self,
        table: &Table,
        row: usize,
        (series, when): (String, Option<When>),
        (column, mark): (&Column, DecimalMark),
    ) {
        let is_empty = is_blank(column, row);
        let number = read_number(column.cell(row), mark).filter(|_| !is_empty).map(|number| Money(number).to_f64());
        match (when, number) {
            (Some(when), value) if value.is_some() || is_empty => self.points.push(Point { series, when, value }),
            _ => {
                self.n_wrong += 1;
                let line = table.line(row);
                if self.wrong_lines.len() < MOST_LINES && self.wrong_lines.last() != Some(&line) {
                    self.wrong_lines.push(line);
                }
            }
        }
    }
}

fn is_blank(column: &Column, row: usize) -> bool {
    let cell = column.cell(row);
    is_missing(cell) || column.is_empty_text(cell)
}

/// Whether any cell is a number, whatever most are.
fn holds_number(column: &Column) -> bool {
    let mark = mark(column);
    column.counted().any(|(cell, _)| !is_missing(cell) && read_number(cell, mark).is_some())
}

fn is_number(column: &Column) -> bool {
    matches!(column.kind, ValueKind::Number { .. } | ValueKind::Serial { .. })
}

fn mark(column: &Column) -> DecimalMark {
    match (column.kind, as_numbers(column).0) {
        (ValueKind::Number { decimal }, _) | (_, ValueKind::Number { decimal }) => decimal,
        _ => DecimalMark::Point,
    }
}

/// The first of these columns that is headed by one of the words, earlier words first.
fn headed(table: &Table, words: &[&str], places: &[usize]) -> Option<usize> {
    let headers: Vec<(usize, String)> =
        places.iter().filter_map(|place| Some((*place, fold(&table.columns.get(*place)?.header)))).collect();
    words.iter().find_map(|word| headers.iter().find(|(_, header)| header == word).map(|(place, _)| *place))
}

/// The column of times: one headed so, else the first whose cells are days or periods.
fn period_of(table: &Table, taken: [Option<usize>; 2]) -> Option<usize> {
    let free: Vec<usize> = (0..table.columns.len()).filter(|place| !taken.contains(&Some(*place))).collect();
    let tells_time = |place: &usize| table.columns.get(*place).is_some_and(|column| Times::of(column).are_most());
    let is_dated = |place: &usize| {
        let kind = table.columns.get(*place).map(|column| column.kind);
        !matches!(kind, Some(ValueKind::Number { .. }))
    };
    headed(table, PERIOD, &free.iter().copied().filter(tells_time).collect::<Vec<_>>())
        .or_else(|| free.iter().copied().find(|place| is_dated(place) && tells_time(place)))
}

/// How a column's times are read.
struct Times<'a> {
    column: &'a Column,
    kind: ValueKind,
    periods: super::values::Periods,
}

impl<'a> Times<'a> {
    fn of(column: &'a Column) -> Self {
        let kind = match column.kind {
            ValueKind::Date { .. } => column.kind,
            _ => as_dates(column),
        };
        // Numbers that could count days are places where nothing else says that they are days.
        let kind = match kind {
            ValueKind::Serial { .. } => ValueKind::Date { order: DateOrder::YearFirst, certain: true },
            kind => kind,
        };
        let mut periods = as_periods(column);
        if let ValueKind::Date { order, .. } = kind {
            periods.order = order;
        }
        Self { column, kind, periods }
    }

    fn when(&self, row: usize) -> Option<When> {
        self.read(self.column.cell(row))
    }

    fn read(&self, cell: &str) -> Option<When> {
        let place = || cell.parse().ok().filter(|place| (0..1_000_000).contains(place)).map(When::Place);
        let day = || parse_day(cell, self.kind).map(When::Day);
        day().or_else(|| self.periods.parse(cell).map(When::Period)).or_else(place)
    }

    /// Whether nine in ten of the cells are times.
    fn are_most(&self) -> bool {
        let counted = || self.column.counted().filter(|(cell, _)| !is_missing(cell));
        let n: usize = counted().map(|(_, n)| n).sum();
        let read: usize = counted().filter(|(cell, _)| self.read(cell).is_some()).map(|(_, n)| n).sum();
        0 < n && n * 9 <= read * 10
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, read_all};
    use super::*;
    use crate::engine::units::{Granularity, Month, Period};

    fn read(text: &str) -> SeriesTable {
        read_as(text, &SeriesColumns::default()).unwrap()
    }

    fn read_as(text: &str, columns: &SeriesColumns) -> Result<SeriesTable, NoSeries> {
        let tables = read_all("series.csv", text.as_bytes(), Limits::default()).unwrap();
        series_points(&tables[0], columns)
    }

    fn month(month: u32) -> When {
        When::Period(Period { start: Month::new(2024, month), length: Granularity::Month })
    }

    #[test]
    fn a_row_a_value() {
        let found = read("series,period,value\nA,2024-01,5\nA,2024-02,6.5\nB,2024-01,\nB,2024-02,x\n");
        let points: Vec<(&str, When, Option<f64>)> =
            found.points.iter().map(|point| (point.series.as_str(), point.when, point.value)).collect();
        assert_eq!(points, [("A", month(1), Some(5.0)), ("A", month(2), Some(6.5)), ("B", month(1), None)]);
        assert_eq!((found.n_wrong, found.wrong_lines.as_slice(), found.is_wide), (1, [5].as_slice(), false));
    }

    #[test]
    fn headers_are_known_in_the_languages_of_imports() {
        let headers = [
            "Zeitreihe;Monat;Umsatz",
            "nom;mois;montant",
            "Nombre;Mes;Importe",
            "nome;mês;valor",
            "seria;miesiąc;sprzedaż",
        ];
        for header in headers.map(|header| header.split(';').collect::<Vec<_>>()) {
            let [series, period, value] = header.as_slice() else { panic!("three") };
            // A note of numbers stands after the value, where the last number would be taken.
            let found = read(&format!("{series};{period};{value};x\nA;2024-01;5;1\nB;2024-01;6;2\n"));
            let all = [&found.columns.series, &found.columns.period, &found.columns.value];
            assert_eq!(all.map(|one| one.as_deref()), [Some(*series), Some(*period), Some(*value)]);
        }
    }

    #[test]
    fn a_row_a_series() {
        let found = read("id,V1,V2,V3\nM1,8000,8350,8570\nM2,100,200,\n");
        assert!(found.is_wide);
        let of = |name: &str| found.points.iter().filter(|point| point.series == name).count();
        assert_eq!((of("M1"), of("M2")), (3, 2));
        assert_eq!(found.points[1].when, When::Place(2));
    }

    #[test]
    fn a_number_that_names_a_row_is_no_value() {
        for header in ["id", "store"] {
            let found = read(&format!("{header},V1,V2,V3\n101,10,12,11\n102,5,6,7\n"));
            let first: Vec<f64> = found.points.iter().take(3).filter_map(|point| point.value).collect();
            assert_eq!((found.points.len(), found.points[0].series.as_str()), (6, "101"), "{found:?}");
            assert_eq!(first, [10.0, 12.0, 11.0]);
        }
    }

    #[test]
    fn months_in_the_header_are_periods() {
        let found = read("region,2024-01,2024-02,2024-03\nNorth,1,2,3\nSouth,4,5,6\n");
        assert_eq!(found.points.len(), 6);
        assert!(
            found
                .points
                .iter()
                .any(|point| { point.series == "South" && point.when == month(3) && point.value == Some(6.0) }),
            "{found:?}"
        );
    }

    #[test]
    fn days_and_named_columns() {
        let text = "Datum;Warengruppe;Umsatz\n2013-07-01;5.0;317.5\n2013-07-02;5.0;65.8\n";
        let found = read(text);
        assert_eq!(found.columns.value.as_deref(), Some("Umsatz"));
        assert_eq!(found.points[0].when, When::Day("2013-07-01".parse().unwrap()));
        let asked = SeriesColumns { series: Some("warengruppe".into()), ..SeriesColumns::default() };
        assert_eq!(read_as(text, &asked).unwrap().points[0].series, "5.0");
        let asked = SeriesColumns { value: Some("Preis".into()), ..SeriesColumns::default() };
        assert_eq!(read_as(text, &asked), Err(NoSeries::NoColumn { header: "Preis".into() }));
        assert_eq!(read_as("a,b\nx,y\n", &SeriesColumns::default()), Err(NoSeries::NoNumbers));
        let words = "series,period,value\nA,2024-01,x\nA,2024-02,y\n";
        assert_eq!(read_as(words, &SeriesColumns::default()), Err(NoSeries::NoNumbers), "a header makes no numbers");
        let asked = SeriesColumns { value: Some("größe ".into()), ..SeriesColumns::default() };
        assert_eq!(read_as("ds;Größe\n2024-01;5\n", &asked).unwrap().points.len(), 1);
    }

    #[test]
    fn numbers_alone_are_one_series_in_their_order() {
        let found = read("sold\n5\n7\n9\n");
        assert_eq!(found.points.iter().map(|point| point.value.unwrap()).collect::<Vec<_>>(), [5.0, 7.0, 9.0]);
        assert_eq!(found.points[2].when, When::Place(3));
    }
}
