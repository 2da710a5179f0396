//! A pipeline's forecast as text.

use std::fmt::Write as _;

use attain::engine::pipeline::{
    Conversion, DriverEnd, FlowKind, Linearity, PipelineBacktest, PipelineInput, PipelineReport, PipelineScore, Ranges,
    SNAPSHOT_DAYS, StageFactor,
};
use attain::present::{
    Numerals as _, Plain, pipeline_basis, pipeline_category, pipeline_driver, pipeline_finding, pipeline_flow,
    pipeline_method,
};
use chrono::NaiveDate;

use super::exports::Exports;
use crate::print::{Figures, Grid};

pub(super) fn forecast(
    figures: &Figures,
    day: NaiveDate,
    input: &PipelineInput,
    report: &PipelineReport,
    [weighted, rate]: [&Ranges; 2],
) -> String {
    let code = &figures.currency.code;
    let mut text = format!("Pipeline as of {day}, {} open deals, in {code}\n\n", Plain.count(input.deals.len()));
    let has_runs = report.n_runs != 0;
    let mut headers = vec!["MONTH", ">WON ALREADY", ">OPEN DEALS", ">DEALS TO COME", ">EXPECTED"];
    if has_runs {
        headers.extend([">P10", ">P50", ">P90"]);
    }
    headers.extend([">STAGE-WEIGHTED", ">RUN RATE"]);
    let mut grid = Grid::new(&headers);
    let whole = |amount: f64| figures.whole(amount);
    for (place, month) in report.months.iter().enumerate() {
        let expected = month.expected;
        let mut row = vec![month.month.to_string()];
        row.extend([expected.booked, expected.open, expected.fresh, expected.total()].map(whole));
        if has_runs {
            row.extend([month.range.p10, month.range.p50, month.range.p90].map(whole));
        }
        let middle = |ranges: &Ranges| ranges.months.get(place).map_or(0.0, |[_, middle, _]| *middle);
        row.extend([middle(weighted), middle(rate)].map(whole));
        grid.row(row);
    }
    let all = report.expected;
    let mut row = vec!["All".to_owned()];
    row.extend([all.booked, all.open, all.fresh, all.total()].map(whole));
    if has_runs {
        row.extend([report.total.p10, report.total.p50, report.total.p90].map(whole));
    }
    row.extend([weighted.total[1], rate.total[1]].map(whole));
    grid.row(row);
    text += &grid.text("");
    if has_runs {
        let _ = writeln!(text, "\n{}", pipeline_finding(&figures.voice(), report, input.target));
    }
    text += &drivers(figures, report);
    text + &deals(figures, report)
}

fn signed(value: f64, say: impl Fn(f64) -> String) -> String {
    let text = say(value);
    if 0.0 < value && text.chars().any(|letter| ('1'..='9').contains(&letter)) { format!("+{text}") } else { text }
}

fn points(change: Option<f64>) -> String {
    let say = |change: f64| format!("{} pts", signed(change * 100.0, |points| Plain.decimal(points, 1, 1)));
    change.map_or_else(|| "–".into(), say)
}

fn drivers(figures: &Figures, report: &PipelineReport) -> String {
    if report.drivers.is_empty() {
        return String::new();
    }
    let mut grid =
        Grid::new(&["ASSUMPTION", "LOW", ">MEAN", ">WIDTH", ">CHANCE", "HIGH", ">MEAN", ">WIDTH", ">CHANCE"]);
    for bar in &report.drivers {
        let end = |end: &DriverEnd| {
            [
                format!("× {}", Plain.decimal(end.by, 0, 2)),
                signed(end.change, |amount| figures.whole(amount)),
                signed(end.width_change, |amount| figures.whole(amount)),
                points(end.chance_change),
            ]
        };
        let name = pipeline_driver(&figures.words, bar.driver);
        grid.row([[name].as_slice(), &end(&bar.low), &end(&bar.high)].concat());
    }
    format!(
        "\nWhat each assumption moves: the mean, the width from P10 to P90, the chance of the target\n{}",
        grid.text("")
    )
}

fn deals(figures: &Figures, report: &PipelineReport) -> String {
    if report.deals.is_empty() {
        return String::new();
    }
    let mut grid =
        Grid::new(&["DEAL", "REP", "STAGE", ">AMOUNT", ">CHANCE", ">OF VARIANCE", ">TARGET IF WON", ">IF NOT"]);
    let percent = |share: f64| Plain.percent(share, 1);
    for deal in &report.deals {
        let if_won = deal.target_chance.map_or_else(|| "–".into(), |(won, _)| percent(won));
        let if_not = deal.target_chance.map_or_else(|| "–".into(), |(_, not)| percent(not));
        grid.row([
            deal.id.clone(),
            deal.rep.0.clone(),
            if deal.stage.is_empty() { "–".into() } else { deal.stage.clone() },
            figures.whole(deal.amount),
            percent(deal.chance),
            percent(deal.variance_share),
            if_won,
            if_not,
        ]);
    }
    format!("\nDeals that matter most\n{}", grid.text(""))
}

pub(super) fn stages(stages: &[StageFactor]) -> String {
    if stages.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(&["STAGE", ">SEEN", ">WON IN 3 MONTHS", ">EXPECTED BY AGE", ">FACTOR"]);
    for row in stages {
        grid.row([
            row.stage.clone(),
            Plain.count(row.n as usize),
            Plain.count(row.won as usize),
            Plain.decimal(row.expected, 1, 1),
            Plain.decimal(row.factor, 2, 2),
        ]);
    }
    format!("\nWhat stages were worth in earlier exports\n{}", grid.text(""))
}

pub(super) fn conversions(conversions: &[Conversion]) -> String {
    let mut grid = Grid::new(&[
        "GROUP",
        ">WON",
        ">ENDED",
        ">OPEN",
        ">WON OF ENDED",
        ">90 % FROM",
        ">TO",
        ">WON IN THE END",
        ">MEDIAN DAYS",
    ]);
    let percent = |share: f64| Plain.percent(share, 1);
    for (place, row) in conversions.iter().enumerate() {
        let unnamed = if place == 0 { "All" } else { "–" };
        grid.row([
            if row.group.is_empty() { unnamed.into() } else { row.group.clone() },
            Plain.count(row.ended.count as usize),
            Plain.count(row.ended.n as usize),
            Plain.count(row.n_open as usize),
            percent(row.ended.share),
            percent(row.ended.low),
            percent(row.ended.high),
            percent(row.eventual),
            row.median_days_to_win.map_or_else(|| "–".into(), |days| Plain.count(days as usize)),
        ]);
    }
    format!("\nHow many deals are won\n{}", grid.text(""))
}

pub(super) fn linearity(figures: &Figures, found: &Linearity) -> String {
    let mut text = format!("\nThe quarter from {}, {} weeks of 13 over", found.quarter, found.n_weeks);
    let share = found.n_weeks.checked_sub(1).and_then(|week| found.by_week.get(week as usize));
    if let (Some(share), Some(total)) = (share, &found.total) {
        let whole = |amount: f64| figures.whole(amount);
        let _ = write!(
            text,
            ": {} won, as {} of a quarter by then (median of {}); {} in all, {} to {}",
            whole(found.to_date),
            Plain.percent(share.p50, 0),
            found.n_quarters,
            whole(total.p50),
            whole(total.p10),
            whole(total.p90),
        );
    }
    text + "\n"
}

pub(super) fn backtest(figures: &Figures, found: &PipelineBacktest) -> String {
    if found.rows.is_empty() {
        return "\nBacktest: no past month has half a year before it and the horizon after it\n".into();
    }
    let table = |scores: &[PipelineScore]| {
        let mut grid = Grid::new(&["METHOD", ">FORECASTS", ">PINBALL", ">P10–P90 HELD", ">WIDTH", ">BIAS"]);
        for score in scores {
            grid.row([
                pipeline_method(&figures.words, score.method),
                Plain.count(score.n as usize),
                figures.whole(score.pinball),
                Plain.percent(score.coverage, 1),
                figures.whole(score.width),
                figures.whole(score.bias),
            ]);
        }
        grid.text("")
    };
    let mut grid = Grid::new(&["KNOWN TO", ">P10", ">P50", ">P90", ">CAME"]);
    for row in found.rows.iter().filter(|row| row.step == 0) {
        let [range, ..] = &row.ranges;
        let numbers = [range[0], range[1], range[2], row.actual].map(|amount| figures.whole(amount));
        grid.row([[row.origin.to_string()].as_slice(), &numbers].concat());
    }
    format!(
        "\nBacktest of the horizon (stages of past months are not known: each open deal counts half of its amount in stages × stated \
         probabilities)\n{}\nBacktest by month\n{}\nForecasts of the horizon\n{}",
        table(&found.by_horizon),
        table(&found.by_month),
        grid.text("")
    )
}

pub(super) fn exports(figures: &Figures, found: &Exports) -> String {
    let mut text = String::new();
    for flow in &found.flows {
        let mut grid = Grid::new(&["", ">AMOUNT", ">DEALS"]);
        grid.row(["Opening".to_owned(), figures.amount(flow.opening), String::new()]);
        for kind in FlowKind::ALL {
            let (amount, n) = flow.part(kind);
            grid.row([pipeline_flow(&figures.words, kind), figures.amount(amount), Plain.count(n)]);
        }
        grid.row(["Closing".to_owned(), figures.amount(flow.closing), String::new()]);
        let _ = write!(text, "\nPipeline from {} to {}\n{}", flow.from, flow.to, grid.text(""));
    }
    let percent = |share: f64| Plain.percent(share, 1);
    if !found.stages.is_empty() {
        let mut grid = Grid::new(&["STAGE", "AGE IN DAYS", ">SEEN", ">WON", ">SHARE", ">90 % FROM", ">TO"]);
        for row in &found.stages {
            let until = row.age_until.map_or_else(|| "on".into(), |until| format!("to {}", until.saturating_sub(1)));
            grid.row([
                if row.stage.is_empty() { "–".into() } else { row.stage.clone() },
                format!("{} {until}", row.age_from),
                Plain.count(row.won.n as usize),
                Plain.count(row.won.count as usize),
                percent(row.won.share),
                percent(row.won.low),
                percent(row.won.high),
            ]);
        }
        let _ = write!(text, "\nWon within {SNAPSHOT_DAYS} days, by stage and age\n{}", grid.text(""));
    }
    if !found.categories.is_empty() {
        let unknown = || "–".to_owned();
        let mut grid =
            Grid::new(&["REP", "CATEGORY", "KNOWN FROM", ">WAS DUE", ">WON", ">YIELD", ">OPEN NOW", ">CORRECTED"]);
        for row in &found.categories {
            grid.row([
                row.rep.clone(),
                pipeline_category(&figures.words, row.category),
                pipeline_basis(&figures.words, row.basis),
                figures.amount(row.forecast),
                figures.amount(row.won),
                row.yields.map_or_else(unknown, percent),
                figures.amount(row.open),
                row.corrected.map_or_else(unknown, |amount| figures.whole(amount)),
            ]);
        }
        let _ = write!(
            text,
            "\nWhat each forecaster’s categories were worth within {SNAPSHOT_DAYS} days\n{}",
            grid.text("")
        );
    }
    text
}
