//! Estimates and backtests as tables.

use std::fmt::Write as _;

use attain::engine::quota::backtest::{Backtest, Score, SetterYear};
use attain::engine::quota::estimate::Estimates;
use attain::engine::units::Calendar;
use attain::present::{
    Numerals as _, Plain, backtest_best, backtest_missed, backtest_setter, estimate_how, estimate_method,
    estimate_model, estimate_note,
};

use crate::print::{Figures, Grid, count};

pub(super) fn estimates(figures: &Figures, found: &Estimates) -> String {
    let voice = figures.voice();
    let mut text = format!(
        "{}, {} to {}, in {}\n{}\n\n",
        estimate_method(&figures.words, found.method),
        found.year.start,
        found.year.end(),
        figures.currency.code,
        estimate_model(&voice, &found.model),
    );
    let level = Plain.percent(found.level, 0);
    let (low, high) = (format!(">LOW {level}"), format!(">HIGH {level}"));
    let mut grid = Grid::new(&["REP", ">ESTIMATE", &low, &high, "HOW"]);
    for one in &found.estimates {
        let (low, high) = one.interval.map_or_else(
            || ("–".to_owned(), "–".to_owned()),
            |interval| (figures.whole(interval.low), figures.whole(interval.high)),
        );
        let how = estimate_how(&voice, found, one);
        grid.row([one.name.clone(), figures.whole(one.value), low, high, how]);
    }
    text += &grid.text("");
    let _ = writeln!(text, "Together {}", figures.whole(found.total()));
    for note in &found.notes {
        let _ = writeln!(text, "{}", estimate_note(&voice, note));
    }
    text
}

pub(super) fn backtest(figures: &Figures, calendar: Calendar, found: &Backtest) -> String {
    let mut text = String::new();
    for year in &found.years {
        let _ = writeln!(
            text,
            "Fiscal year {}: goal {}, sold {} by {} reps in {} months; {} others sold {}",
            calendar.fiscal_year(year.year.start),
            figures.whole(year.goal),
            figures.whole(year.actual),
            count(year.n_reps as usize),
            year.n_months,
            count(year.n_unknown as usize),
            figures.whole(year.unknown),
        );
        text += &grid(figures, year.setters.iter().filter_map(|one| scored(figures, one)));
        for setter in &year.setters {
            if let Err(missed) = &setter.outcome {
                let name = backtest_setter(&figures.words, setter.setter);
                let _ = writeln!(text, "{name}: {}", backtest_missed(&figures.words, missed));
            }
        }
        text += "\n";
    }
    text += "All years\n";
    let n_years = found.years.len();
    let overall = found.overall.iter().filter_map(|one| {
        let name = backtest_setter(&figures.words, one.setter);
        let is_whole = one.n_years as usize == n_years;
        let name = if is_whole { name } else { format!("{name}, {} of {n_years} years", one.n_years) };
        Some((name, one.score?))
    });
    text += &grid(figures, overall);
    if let Some(best) = &found.best {
        let _ = writeln!(text, "{}", backtest_best(&figures.voice(), best));
    }
    text
}

fn scored(figures: &Figures, year: &SetterYear) -> Option<(String, Score)> {
    Some((backtest_setter(&figures.words, year.setter), *year.outcome.as_ref().ok()?))
}

fn grid(figures: &Figures, rows: impl Iterator<Item = (String, Score)>) -> String {
    let headers =
        ["METHOD", ">WAPE", ">MAPE", ">BIAS", ">SIZE", ">GINI", ">SPREAD", ">AT QUOTA", ">WITHIN", ">INSIDE", ">COST"];
    let mut grid = Grid::new(&headers);
    let known = |value: Option<f64>, say: &dyn Fn(f64) -> String| value.map_or_else(|| "–".into(), say);
    let share = |value| known(value, &|share| Plain.percent(share, 1));
    let number = |value| known(value, &|number| Plain.decimal(number, 2, 2));
    for (name, score) in rows {
        grid.row([
            name,
            share(score.wape),
            share(score.mape),
            share(score.bias.map(|bias| if bias.abs() < 5e-4 { 0.0 } else { bias })),
            number(score.size_correlation),
            number(score.gini),
            share(score.spread),
            share(score.at_quota),
            share(score.within),
            share(score.inside),
            score.cost.map_or_else(|| "–".into(), |cost| figures.amount(cost)),
        ]);
    }
    grid.text("")
}
