//! Capacity as text.

use std::fmt::Write as _;

use attain::engine::quota::capacity::{CapacityReport, HeadcountPlan, RampFit, TornadoEnd};
use attain::present::{Numerals as _, Plain, assumption_name, capacity_finding, capacity_value};

use crate::print::{Figures, Grid};

pub(super) fn text(
    figures: &Figures,
    plan: &HeadcountPlan,
    ramps: &[(u32, RampFit)],
    report: &CapacityReport,
) -> String {
    let months = &report.expected.months;
    let span = months.first().zip(months.last());
    let span = span.map_or_else(String::new, |(first, last)| format!("{} to {}", first.month, last.month));
    let mut text = format!("Capacity, {span}, in {}\n\n", figures.currency.code);
    text += &by_month(figures, report);
    let mut grid = Grid::new(&["ROLE", ">HEADS", ">LAST", ">HIRES", ">QUOTA CAPACITY", ">EXPECTED"]);
    for role in &report.expected.roles {
        grid.row([
            if role.role.is_empty() { "–".into() } else { role.role.clone() },
            Plain.decimal(role.heads_first, 1, 1),
            Plain.decimal(role.heads_last, 1, 1),
            Plain.count(role.n_hires as usize),
            figures.whole(role.quota),
            figures.whole(role.expected),
        ]);
    }
    let _ = writeln!(text, "\n{}", grid.text(""));
    text += &totals(figures, report);
    let _ = writeln!(text, "\n{}", capacity_finding(&figures.voice(), report));
    text += &fitted(plan, ramps);
    text += &needed(figures, report);
    text += &tornado(figures, report);
    text += &delays(figures, report);
    text + &grid_of(figures, report)
}

fn known(value: Option<f64>, say: impl Fn(f64) -> String) -> String {
    value.map_or_else(|| "–".into(), say)
}

fn by_month(figures: &Figures, report: &CapacityReport) -> String {
    let simulated = report.summary.as_ref().map(|summary| summary.months.as_slice());
    let mut headers = vec!["MONTH", ">HEADS", ">RAMPED", ">QUOTA CAPACITY", ">ASSIGNED", ">GOAL", ">EXPECTED"];
    if simulated.is_some() {
        headers.extend([">P10", ">P50", ">P90", ">ON TRACK"]);
    }
    let mut grid = Grid::new(&headers);
    for (place, month) in report.expected.months.iter().enumerate() {
        let mut row = vec![
            month.month.to_string(),
            Plain.decimal(month.heads, 1, 1),
            Plain.decimal(month.ramped_heads, 1, 1),
            figures.whole(month.quota),
            figures.whole(month.assigned),
            figures.whole(month.goal),
            figures.whole(month.expected),
        ];
        if let Some(one) = simulated.and_then(|months| months.get(place)) {
            row.extend([one.sales.p10, one.sales.p50, one.sales.p90].map(|value| figures.whole(value)));
            row.push(known(one.on_track, |share| Plain.percent(share, 1)));
        }
        grid.row(row);
    }
    let all = &report.expected;
    let mut row = vec!["All".to_owned(), String::new(), String::new()];
    row.extend([all.quota, all.assigned, all.goal, all.expected].map(|value| figures.whole(value)));
    if let Some(summary) = &report.summary {
        row.extend([summary.total.p10, summary.total.p50, summary.total.p90].map(|value| figures.whole(value)));
        row.push(known(summary.goal_probability, |share| Plain.percent(share, 1)));
    }
    grid.row(row);
    grid.text("")
}

fn totals(figures: &Figures, report: &CapacityReport) -> String {
    let mut grid = Grid::new(&["TOTAL", ">"]);
    let mut row = |name: &str, value: String| grid.row([name.to_owned(), value]);
    let all = &report.expected;
    row("Room for over-assignment", known(all.room, |share| Plain.percent(share, 1)));
    row("Attainment of assigned quota", known(all.attainment, |share| Plain.percent(share, 1)));
    if let Some(summary) = &report.summary {
        row("Simulated years", Plain.count(summary.n_runs as usize));
        let chance = |share| {
            let error = known(summary.goal_error, |error| Plain.decimal(error * 100.0, 0, 1));
            format!("{} ± {error}", Plain.percent(share, 1))
        };
        row("Chance to reach the goal", known(summary.goal_probability, chance));
        row("Missing on average", known(summary.shortfall, |amount| figures.whole(amount)));
        row("Missing where it is missed", known(summary.shortfall_if_missed, |amount| figures.whole(amount)));
        row("Leavers a run", Plain.decimal(summary.leavers, 1, 1));
    }
    grid.text("")
}

fn fitted(plan: &HeadcountPlan, ramps: &[(u32, RampFit)]) -> String {
    let mut text = String::new();
    for (place, fit) in ramps.iter().filter(|(_, fit)| fit.curve().is_some()) {
        let name = plan.roles.get(*place as usize).map_or("–", |role| role.name.as_str());
        let mut grid = Grid::new(&[">MONTH OF TENURE", ">HIRES SEEN", ">OF RAMPED REPS", ">RAMP"]);
        for (number, month) in fit.months.iter().enumerate() {
            grid.row([
                Plain.count(number + 1),
                Plain.count(month.n as usize),
                known(month.share, |share| Plain.percent(share, 1)),
                Plain.percent(month.smoothed, 1),
            ]);
        }
        let _ = write!(text, "\nRamp of {name}, from {} hires\n{}", fit.n_hires, grid.text(""));
    }
    text
}

fn needed(figures: &Figures, report: &CapacityReport) -> String {
    let needed = &report.needed;
    if needed.by_start.is_empty() || (needed.gap <= 0.0 && needed.by_month.is_empty()) {
        return String::new();
    }
    let role = if needed.role.is_empty() { "–" } else { &needed.role };
    let mut text = format!("\nMore hires of {role} that the goal needs\n");
    let count = |n: Option<u32>| n.map_or_else(|| "out of reach".into(), |n| Plain.count(n as usize));
    let mut grid = Grid::new(&["IF ALL START IN", ">EACH SELLS", ">HIRES"]);
    for row in &needed.by_start {
        grid.row([row.start.to_string(), figures.whole(row.each), count(row.n)]);
    }
    if 0.0 < needed.gap {
        text += &grid.text("");
    }
    let mut grid = Grid::new(&["SHORT IN", ">BY", ">HIRES", "START BY", ""]);
    for row in &needed.by_month {
        let late = if row.is_late { "too late for a full ramp" } else { "" };
        grid.row([row.month.to_string(), figures.whole(row.gap), count(row.n), row.start.to_string(), late.to_owned()]);
    }
    if !needed.by_month.is_empty() {
        let _ = write!(text, "\n{}", grid.text(""));
    }
    text
}

fn tornado(figures: &Figures, report: &CapacityReport) -> String {
    if report.tornado.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(&["ASSUMPTION", "LOW", ">SALES", ">CHANCE", "HIGH", ">SALES", ">CHANCE"]);
    for bar in &report.tornado {
        let end = |end: &TornadoEnd| {
            let chance = known(end.probability_change, |change| format!("{} pts", signed(change * 100.0, 1)));
            [
                capacity_value(&figures.words, &Plain, bar.assumption, end.value),
                signed_money(figures, end.change),
                chance,
            ]
        };
        let name = assumption_name(&figures.words, bar.assumption);
        grid.row([[name].as_slice(), &end(&bar.low), &end(&bar.high)].concat());
    }
    format!("\nWhat each assumption moves\n{}", grid.text(""))
}

fn signed(value: f64, digits: u8) -> String {
    let text = Plain.decimal(value, digits, digits);
    let is_zero = text.chars().all(|letter| !letter.is_ascii_digit() || letter == '0');
    if is_zero { text.replace('-', "") } else { format!("{}{text}", if 0.0 < value { "+" } else { "" }) }
}

fn signed_money(figures: &Figures, value: f64) -> String {
    let sign = if 0.5 <= value { "+" } else { "" };
    format!("{sign}{}", figures.whole(value))
}

fn delays(figures: &Figures, report: &CapacityReport) -> String {
    if report.delays.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(&[">MONTHS LATE", ">SALES LOST", ">±", ">P10", ">P90", ">CHANCE", ">IF LATE"]);
    for delay in &report.delays {
        grid.row([
            Plain.count(delay.months as usize),
            figures.whole(delay.lost),
            figures.whole(delay.lost_error),
            figures.whole(delay.range.p10),
            figures.whole(delay.range.p90),
            known(delay.goal_probability.map(|chances| chances.0), |share| Plain.percent(share, 1)),
            known(delay.goal_probability.map(|chances| chances.1), |share| Plain.percent(share, 1)),
        ]);
    }
    format!("\nWhat late hires cost\n{}", grid.text(""))
}

fn grid_of(figures: &Figures, report: &CapacityReport) -> String {
    let Some(found) = &report.grid else { return String::new() };
    let headers: Vec<String> = [">MORE HIRES".to_owned(), ">EXPECTED".to_owned()]
        .into_iter()
        .chain(found.over_assignments.iter().map(|over| format!(">{} OVER", Plain.percent(*over, 0))))
        .collect();
    let mut grid = Grid::new(&headers.iter().map(String::as_str).collect::<Vec<_>>());
    for row in &found.rows {
        let cells = row
            .cells
            .iter()
            .map(|cell| format!("{} ({})", Plain.percent(cell.goal_probability, 0), Plain.percent(cell.attainment, 0)));
        let start = [Plain.count(row.extra as usize), figures.whole(row.mean)];
        grid.row(start.into_iter().chain(cells).collect::<Vec<_>>());
    }
    format!("\nChance to reach the goal, and attainment of the quota given out\n{}", grid.text(""))
}
