//! Which series `forecast` and `backtest` look at: a file of series, or totals of records.

use std::path::PathBuf;

use attain::data::{Kind, Mapping, SeriesColumns, SeriesTable, Table, import, is_series, recall, series_points};
use attain::engine::forecast::{
    Asked, Axis, By, Fill, PointsAsked, Series, SeriesError, SeriesSet, Step, What, from_points, gather,
};
use attain::engine::units::{Calendar, Currency};
use attain::present::{Locale, Plain, Words, no_series, series_error, series_note};
use attain::scenario::FileSeries;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use crate::choice::ReadArgs;
use crate::fail::{Failure, say, sentence};
use crate::read::{Unread, say_issues, tables, without_twins};
use crate::span::currency;

/// What is forecast.
#[derive(clap::Args)]
pub(crate) struct SeriesArgs {
    /// A file of series (`series,period,value`, or a row a series), or files and folders of deals, reps and activities
    #[arg(value_name = "DATA", required = true)]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// What is added up: bookings, units, deals, activities
    #[arg(long, value_name = "WHAT", default_value = "bookings", value_parser = choice::<What>)]
    of: What,
    /// What records are split by: rep, team, product, segment, region, source, kind, account; of a file of series the column
    /// that names the series
    #[arg(long, value_name = "FIELD")]
    by: Option<String>,
    /// Steps: day, week, month, quarter, year; of records a month, of a file what it shows, if not given
    #[arg(long, value_name = "STEP", value_parser = choice::<Step>)]
    step: Option<Step>,
    /// The column of a file of series that says when
    #[arg(long, value_name = "COLUMN")]
    period: Option<String>,
    /// The column of a file of series that says how much
    #[arg(long, value_name = "COLUMN")]
    value: Option<String>,
    /// What stands for a step without a value in a file of series: zero, line
    #[arg(long, value_name = "FILL", default_value = "zero", value_parser = choice::<Fill>)]
    gaps: Fill,
    /// The last day up to which the data is whole: a step that ends later is left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Steps after which seasons come again; a year, or a week of days, if not given; 1 for none
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) season: Option<u32>,
    /// Month in which the fiscal year begins, 1 to 12
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=12), default_value = "1")]
    fiscal_year_start: u32,
    /// Currency of all money, as a three-letter code
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
}

/// Of what series are.
pub(crate) enum Source {
    File(FileSeries),
    Records(Summed),
}

/// What of records is added up.
pub(crate) struct Summed {
    pub(crate) what: What,
    /// What it is split by.
    pub(crate) by: By,
    /// ISO code of the currency that bookings are in.
    pub(crate) currency: String,
}

/// A choice by its name in files.
pub(crate) fn choice<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(name.trim().replace('-', "_"))).map_err(|error| error.to_string())
}

/// A day as people write it for machines.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.trim().parse().map_err(|_| "a day is written as 2026-03-31".into())
}

/// Refuses what cannot be a series or forecast.
fn refused(error: &SeriesError) -> Failure {
    Failure::refused("the series", series_error(&Words::new(Locale::English), &Plain, error), "")
}

impl SeriesArgs {
    /// Steps after which seasons come again, if named.
    pub(crate) fn cycle(&self) -> Option<usize> {
        self.season.map(|season| season as usize)
    }

    fn columns(&self) -> SeriesColumns {
        SeriesColumns { series: self.by.clone(), period: self.period.clone(), value: self.value.clone() }
    }

    /// The series, with what is to be known of all of them said on standard error.
    pub(crate) fn set(&self) -> Result<SeriesSet, Failure> {
        self.set_of().map(|(set, _)| set)
    }

    /// The same with of what they are.
    pub(crate) fn set_of(&self) -> Result<(SeriesSet, Source), Failure> {
        let known = self.reading.mappings()?;
        let (read, unread): (Vec<_>, Vec<_>) =
            tables(&self.data, &self.reading.choices(&known)).into_iter().partition(Result::is_ok);
        if !unread.is_empty() {
            unread.iter().filter_map(|file| file.as_ref().err()).for_each(Unread::say);
            return Err(Failure::said());
        }
        let (tables, _) = without_twins(read.into_iter().flatten().collect());
        let mappings = recall(&tables, &known);
        let (set, source) = match tables.as_slice() {
            [table] if self.is_of_series(table, mappings.first()) => self.of_file(table)?,
            _ => self.of_records(&tables, &mappings)?,
        };
        for note in &set.notes {
            say(series_note(&Words::new(Locale::English), &Plain, set.axis, note));
        }
        Ok((set, source))
    }

    fn is_of_series(&self, table: &Table, mapping: Option<&Mapping>) -> bool {
        let is_named = self.period.is_some() || self.value.is_some();
        let is_record = mapping.is_some_and(|mapping| matches!(mapping.kind, Kind::Deals | Kind::Activities));
        is_named || is_series(table) || !is_record
    }

    fn of_file(&self, table: &Table) -> Result<(SeriesSet, Source), Failure> {
        let words = Words::new(Locale::English);
        let found = series_points(table, &self.columns()).map_err(|error| {
            let named = "Name the columns with --by, --period and --value";
            Failure::refused(&table.file, no_series(&words, &error), named)
        })?;
        if 0 < found.n_wrong {
            let lines: Vec<String> = found.wrong_lines.iter().map(u64::to_string).collect();
            let (n, lines) = (found.n_wrong, lines.join(", "));
            say(format!(
                "{}: {n} cells are no time or no number and are left out, the first in rows {lines}.",
                table.file
            ));
        }
        self.say_columns(table, &found);
        let asked = PointsAsked {
            step: self.step,
            calendar: Calendar { fiscal_year_start: self.fiscal_year_start },
            fill: self.gaps,
            as_of: self.as_of,
            cycle: self.cycle(),
        };
        let mut set = from_points(&found.points, &asked).map_err(|error| refused(&error))?;
        if found.is_wide {
            // Values in the same places of rows need not be of the same time, nor of the same kind.
            set.whole = None;
        }
        Ok((set, Source::File(FileSeries::of(&table.file, &found.columns).unwrap_or_default())))
    }

    /// Says which columns were taken where others stand beside them.
    fn say_columns(&self, table: &Table, found: &SeriesTable) {
        let SeriesColumns { series, period, value } = &found.columns;
        let n_taken = [series, period, value].into_iter().flatten().count();
        if found.is_wide || self.columns() == found.columns || table.columns.len() <= n_taken {
            return;
        }
        let said =
            |name: &Option<String>, none: &str| name.as_ref().map_or_else(|| none.into(), |name| format!("“{name}”"));
        let (value, period) = (said(value, "none"), said(period, "the order of rows"));
        let series = said(series, "none: all rows are one series");
        let file = &table.file;
        say(format!("{file}: values are {value}, times {period}, series {series}. Other columns are left out."));
    }

    /// What records are split by.
    fn by(&self) -> Result<By, Failure> {
        let by = self.by.as_deref().map(choice::<By>).transpose();
        let by = by.map_err(|error| Failure::usage(error, "Name what records are split by with --by"))?;
        Ok(by.unwrap_or_default())
    }

    fn of_records(&self, tables: &[Table], mappings: &[Mapping]) -> Result<(SeriesSet, Source), Failure> {
        let by = self.by()?;
        let imported = import(tables, mappings);
        say_issues(&imported);
        let dataset = imported.dataset;
        let named = dataset.only_currency().and_then(|code| currency(code).ok());
        let step = self.step.unwrap_or_default();
        let asked = Asked {
            what: self.of,
            by,
            axis: Axis { step, calendar: Calendar { fiscal_year_start: self.fiscal_year_start } },
            as_of: self.as_of,
            currency: self.currency.clone().or(named).unwrap_or_default().code,
            cycle: self.cycle(),
        };
        if step == Step::Place {
            return Err(Failure::usage("records have days", "Choose a step of days with --step"));
        }
        let set = gather(&dataset, &asked).map_err(|error| {
            if let ([table], SeriesError::Nothing) = (tables, &error) {
                let taken = "it was taken for a table of records. If its rows are values of series, name their column with --value";
                say(format!("{}: {taken}.", table.file));
            }
            refused(&error)
        })?;
        Ok((set, Source::Records(Summed { what: asked.what, by, currency: asked.currency })))
    }
}

/// What is to be known of a series, in words.
pub(crate) fn notes(words: &Words, axis: Axis, series: &Series) -> Vec<String> {
    series.notes.iter().map(|note| series_note(words, &Plain, axis, note)).collect()
}

/// Says why there is nothing at all.
pub(crate) fn none<'a>(refused: impl Iterator<Item = (&'a Series, &'a SeriesError)>) -> Failure {
    let words = Words::new(Locale::English);
    for (series, error) in refused {
        say(sentence(&series.name, series_error(&words, &Plain, error), ""));
    }
    Failure::said()
}
