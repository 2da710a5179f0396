//! Forecasts as tables.

use std::fmt::Write as _;

use attain::data::csv_field;
use attain::engine::forecast::{Axis, Prediction, SeriesSet, Total};
use attain::engine::units::Currency;
use attain::present::{
    Locale, Numerals as _, Plain, Voice, Words, forecast_method, forecast_why, prediction_notes, reconciled_note,
    series_digits, series_error, series_group, series_held, series_judged,
};

use super::{Told, steps};
use crate::print::Grid;
use crate::series::notes;

fn percent(share: f64) -> String {
    Plain.percent(share, 1)
}

/// Each series with its method, reason, steps, ranges and how they held.
pub(super) fn shown(set: &SeriesSet, told: &[Told<'_>], is_reconciled: bool, words: &Words) -> String {
    let voice = Voice { words, numerals: &Plain, currency: &Currency::default() };
    let mut text = String::new();
    for one in told {
        // A series that stands alone is the whole, and may have a name of its own.
        let name = if told.len() == 1 { one.series.name.clone() } else { series_group(words, one.group) };
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
                for held in series_held(&voice, found, &Total::default()) {
                    let _ = writeln!(text, "{held}");
                }
                text += &put(one, found, &voice);
                for note in notes(words, set.axis, one.series).into_iter().chain(prediction_notes(words, &Plain, found))
                {
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

/// What stands in place of what the method says, and how good such values were before.
fn put(one: &Told<'_>, found: &Prediction, voice: &Voice) -> String {
    let digits = series_digits(found.expected.iter().copied());
    let number = |value: f64| Plain.decimal(value, digits, digits);
    let mut text = String::new();
    for put in &one.stands {
        let reason = if put.reason.is_empty() { "no reason is given" } else { put.reason.as_str() };
        let (step, value, method) = (&put.step, number(put.value), number(put.method));
        let _ = writeln!(text, "{step}: {value} was put in place of {method} ({reason}).");
    }
    if let Some(score) = &one.judged {
        let _ = writeln!(text, "{}", series_judged(voice, None, score));
    }
    text
}

fn grid(steps: &[String], found: &Prediction) -> String {
    let digits = series_digits(found.expected.iter().copied());
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

/// A line a step of each series; refused series have none. With overrides, what the method says and the reason stand last.
pub(super) fn csv(axis: Axis, told: &[Told<'_>], levels: &[f64], has_overrides: bool) -> String {
    let words = Words::new(Locale::English);
    let mut text = "series,step,method,expected".to_owned();
    for level in levels {
        let level = Plain.decimal(100.0 * level, 0, 2);
        let _ = write!(text, ",low_{level},high_{level}");
    }
    text += if has_overrides { ",said,reason\n" } else { "\n" };
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
            if has_overrides {
                match one.stands.iter().find(|put| put.step == *step) {
                    Some(put) => {
                        let _ = write!(text, ",{},{}", put.method, csv_field(&put.reason));
                    }
                    None => text += ",,",
                }
            }
            text.push('\n');
        }
    }
    text
}
