//! A file of series: read apart by the files worker, kept by the workers that forecast.

use serde::{Deserialize, Serialize};

use super::files::FilesDesk;
use super::files_messages::FilesAnswer;
use super::kept::{keep, kept};
use super::protocol::{decode, encode};
use super::refusal::Refusal;
use crate::data::{NoSeries, Pieces, ReadError, SeriesColumns, Table, fingerprint, is_series, series_points};
use crate::engine::records::Point;

/// Files of series that a worker keeps; the eldest goes first.
pub const N_SERIES_FILES: usize = 1;

/// Which table of a file is wanted, and which of its columns make the series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesAsked {
    /// Name of the table; the first that looks like series if not said, or if there is none of that name.
    pub table: Option<String>,
    /// The columns; found out where nothing is said.
    pub columns: SeriesColumns,
}

/// What a file of series holds; its values go beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesFile {
    /// Names of its tables.
    pub tables: Vec<String>,
    /// The one that was taken; empty where there is none.
    pub table: String,
    /// Headers of its columns.
    pub headers: Vec<String>,
    /// The columns as they were taken.
    pub columns: SeriesColumns,
    /// Whether each row is a series.
    pub is_wide: bool,
    /// Rows of the table.
    pub n_rows: usize,
    /// Cells that could not be read and are left out.
    pub n_wrong: usize,
    /// The first lines of them.
    pub wrong_lines: Vec<u64>,
    /// Why the table is no series.
    pub error: Option<NoSeries>,
    /// What could not be read, and why.
    pub failures: Vec<(String, ReadError)>,
    /// Fingerprint of the values; empty where there are none.
    pub fingerprint: String,
}

impl FilesDesk {
    /// Makes series of one of the tables.
    pub fn series(&self, asked: &SeriesAsked) -> (FilesAnswer, Option<Pieces>) {
        let (found, points) = self.series_of(asked);
        (FilesAnswer::Series(found.into()), points.map(Pieces::from))
    }

    fn series_of(&self, asked: &SeriesAsked) -> (SeriesFile, Option<Vec<u8>>) {
        let tables = self.all_tables();
        let mut found = SeriesFile {
            tables: tables.iter().map(|table| table.file.clone()).collect(),
            failures: self.failures().to_vec(),
            ..SeriesFile::default()
        };
        let is_asked = |table: &&Table| asked.table.as_ref() == Some(&table.file);
        let has_points = |table: &&Table| series_points(table, &SeriesColumns::default()).is_ok();
        let table = tables.iter().find(is_asked).or_else(|| tables.iter().find(|table| is_series(table)));
        let Some(table) = table.or_else(|| tables.iter().find(has_points)).or(tables.first()) else {
            return (found, None);
        };
        found.table.clone_from(&table.file);
        found.headers = table.columns.iter().map(|column| column.header.clone()).collect();
        found.n_rows = table.lines.len();
        match series_points(table, &asked.columns) {
            Ok(series) => {
                (found.columns, found.is_wide) = (series.columns, series.is_wide);
                (found.n_wrong, found.wrong_lines) = (series.n_wrong, series.wrong_lines);
                let bytes = encode(&series.points);
                found.fingerprint = fingerprint(&bytes);
                (found, Some(bytes))
            }
            Err(error) => {
                found.error = Some(error);
                (found, None)
            }
        }
    }
}

/// The values of files of series that a worker keeps, by fingerprint.
#[derive(Default)]
pub(super) struct SeriesDesk(Vec<(String, Vec<Point>)>);

impl SeriesDesk {
    /// Keeps the values of a file.
    pub(super) fn keep(&mut self, file: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let points = decode(bytes).ok_or(Refusal::DamagedData)?;
        keep(&mut self.0, N_SERIES_FILES, file.to_owned(), points);
        Ok(())
    }

    /// The values of that file.
    pub(super) fn points(&self, file: &str) -> Result<&[Point], Refusal> {
        kept(&self.0, file).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{FileTables, Limits, read_all};

    const LONG: &str = "region,month,pieces,price\nNorth,2024-01,5,1.5\nNorth,2024-02,6,x\nSouth,2024-01,7,2\n";

    fn read(text: &str, asked: &SeriesAsked) -> (SeriesFile, Option<Vec<Point>>) {
        let mut desk = FilesDesk::default().apart(Vec::new());
        let tables = read_all("sales.csv", text.as_bytes(), Limits::default()).unwrap();
        desk.add("sales.csv", Ok(FileTables { tables, failures: Vec::new() }));
        let (FilesAnswer::Series(found), bytes) = desk.series(asked) else { panic!("no series") };
        (found.into_inner(), bytes.map(|bytes| decode(&bytes.whole()).unwrap()))
    }

    #[test]
    fn a_file_is_series_by_the_columns_that_are_named() {
        let series = Some("region".to_owned());
        let asked = |value: &str| SeriesAsked {
            columns: SeriesColumns { series: series.clone(), value: Some(value.into()), ..SeriesColumns::default() },
            ..SeriesAsked::default()
        };
        let (found, points) = read(LONG, &asked("pieces"));
        assert_eq!((found.table.as_str(), found.n_rows, found.n_wrong), ("sales.csv", 3, 0));
        assert_eq!(found.headers, ["region", "month", "pieces", "price"]);
        assert_eq!(found.columns.period.as_deref(), Some("month"), "found out");
        let values: Vec<(String, Option<f64>)> =
            points.unwrap().into_iter().map(|one| (one.series, one.value)).collect();
        let expected = [("North", 5.0), ("North", 6.0), ("South", 7.0)];
        assert_eq!(values, expected.map(|(name, value)| (name.to_owned(), Some(value))));
        let (found, _) = read(LONG, &asked("price"));
        assert_eq!((found.n_wrong, found.wrong_lines), (1, vec![3]), "x is no number");
        let (found, points) = read(LONG, &asked("cost"));
        assert_eq!((found.error, points), (Some(NoSeries::NoColumn { header: "cost".into() }), None));
    }

    #[test]
    fn a_table_that_is_not_there_is_another_and_nothing_is_told() {
        let asked = SeriesAsked { table: Some("other".into()), ..SeriesAsked::default() };
        assert_eq!(read(LONG, &asked).0.table, "sales.csv");
        let (FilesAnswer::Series(found), None) = FilesDesk::default().series(&asked) else { panic!("no series") };
        assert_eq!(found.into_inner(), SeriesFile::default());
    }

    #[test]
    fn the_newest_file_is_kept() {
        let mut desk = SeriesDesk::default();
        let (_, points) = read(LONG, &SeriesAsked::default());
        let points = points.unwrap();
        desk.keep("one", &encode(&points)).unwrap();
        assert_eq!(desk.points("one"), Ok(points.as_slice()));
        desk.keep("two", &encode(&points[..1].to_vec())).unwrap();
        assert_eq!((desk.points("one"), desk.points("two").map(<[Point]>::len)), (Err(Refusal::NotKept), Ok(1)));
        assert_eq!(desk.keep("two", &[7, 7]), Err(Refusal::DamagedData));
    }
}
