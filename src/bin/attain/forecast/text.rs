//! Forecasts as tables.

use std::fmt::Write as _;

use attain::data::csv_field;
use attain::engine::forecast::{Axis, Prediction, SeriesSet};
use attain::present::{
    Locale, Numerals as _, Plain, Words, forecast_method, forecast_why, prediction_notes, reconciled_note, series_error,
};

use super::{Told, place, steps};
use crate::print::Grid;
use crate::series::notes;

/// Decimals that tell values of that size apart.
fn decimals(found: &Prediction) -> u8 {
    let largest = found.expected.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    if 1_000.0 <= largest {
        0
    } else if 10.0 <= largest {
        1
    } else {
        2
    }
}

fn percent(share: f64) -> String {
    Plain.percent(share, 1)
}

/// Each series with its method, reason, steps, ranges and how they held.
pub(super) fn shown(set: &SeriesSet, told: &[Told<'_>], is_reconciled: bool, words: &Words) -> String {
    let mut text = String::new();
    for (at, one) in told.iter().enumerate() {
        let name = match place(set, at, told.len()) {
            "whole" => "All together",
            _ if one.series.name.is_empty() && told.len() == 1 => "",
            _ if one.series.name.is_empty() => "(no name)",
            _ => one.series.name.as_str(),
        };
        if !name.is_empty() {
            let _ = writeln!(text, "{name}");
        }
        match &one.outcome {
            Err(error) => {
                let _ = writeln!(text, "{}", series_error(words, &Plain, error));
            }
            Ok(found) => {
                let _ = writeln!(text, "{}", forecast_why(words, &Plain, &found.choice));
                text += &grid(&steps(words, set.axis, found), found);
                for range in &found.ranges {
                    if let Some(coverage) = range.coverage {
                        let (level, held) = (percent(range.level), percent(coverage));
                        let _ = writeln!(text, "Such {level} ranges held {held} of values at earlier origins.");
                    }
                }
                for note in notes(words, set.axis, one.series).into_iter().chain(prediction_notes(words, found)) {
                    let _ = writeln!(text, "{note}");
                }
            }
        }
        text += "\n";
    }
    if is_reconciled {
        let _ = writeln!(text, "{}", reconciled_note(words));
    }
    text.trim_end().to_owned() + "\n"
}

fn grid(steps: &[String], found: &Prediction) -> String {
    let digits = decimals(found);
    let number = |value: f64| Plain.decimal(value, digits, digits);
    let mut headers = vec!["STEP".to_owned(), ">EXPECTED".to_owned()];
    for range in &found.ranges {
        let level = percent(range.level);
        headers.extend([format!(">LOW {level}"), format!(">HIGH {level}")]);
    }
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let mut grid = Grid::new(&headers);
    for (at, (step, expected)) in steps.iter().zip(&found.expected).enumerate() {
        let mut row = vec![step.clone(), number(*expected)];
        for (low, high) in found.ranges.iter().filter_map(|range| range.bounds.get(at)) {
            row.extend([number(*low), number(*high)]);
        }
        grid.row(row);
    }
    grid.text("")
}

/// A line a step of each series; refused series have none.
pub(super) fn csv(axis: Axis, told: &[Told<'_>], levels: &[f64]) -> String {
    let words = Words::new(Locale::English);
    let mut text = "series,step,method,expected".to_owned();
    for level in levels {
        let level = Plain.decimal(100.0 * level, 0, 2);
        let _ = write!(text, ",low_{level},high_{level}");
    }
    text.push('\n');
    for one in told {
        let Ok(found) = &one.outcome else { continue };
        let method = forecast_method(&words, found.choice.method);
        for (at, (step, expected)) in steps(&words, axis, found).iter().zip(&found.expected).enumerate() {
            let fields = [&one.series.name, step, &method].map(|field| csv_field(field));
            let _ = write!(text, "{},{expected}", fields.join(","));
            for place in 0..levels.len() {
                match found.ranges.get(place).and_then(|range| range.bounds.get(at)) {
                    Some((low, high)) => {
                        let _ = write!(text, ",{low},{high}");
                    }
                    None => text += ",,",
                }
            }
            text.push('\n');
        }
    }
    text
}
