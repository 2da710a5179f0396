//! Charts of quotas: how a year spreads over its months, and what of it single years have shown.

use super::Voice;
use crate::engine::quota::season::SeasonEstimate;
use crate::engine::quota::tree::MonthRow;
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Layer, Span, Tone};

/// The season of each month as it is used, beside that of the history with the range of its years.
pub fn season_chart(voice: &Voice, months: &[MonthRow], history: &SeasonEstimate) -> Chart {
    let used: Vec<f64> = months.iter().map(|month| number(month.season)).collect();
    let highs = history.spread.iter().map(|spread| spread.high).chain(history.index.iter().copied());
    let most = used.iter().copied().chain(highs).fold(1.0, f64::max);
    let name = |at: usize| months.get(at).map(|month| voice.numerals.month(month.month)).unwrap_or_default();
    let index = |value: f64| voice.numerals.decimal(value, 2, 2);
    let bar = |(at, value): (usize, &f64)| Bar {
        from: at as f64 + 0.15,
        to: at as f64 + 0.85,
        value: *value,
        label: voice.with("season-datum", [("month", name(at).into()), ("index", index(*value).into())]),
    };
    let span = |(at, spread): (usize, &crate::engine::quota::season::SeasonSpread)| {
        let values =
            [("month", name(at).into()), ("low", index(spread.low).into()), ("high", index(spread.high).into())];
        Span { x: at as f64 + 0.5, low: spread.low, high: spread.high, label: voice.with("season-range", values) }
    };
    let point = |(at, value): (usize, &f64)| {
        let values = [("month", name(at).into()), ("index", index(*value).into())];
        Datum { x: at as f64 + 0.5, y: *value, label: voice.with("season-history-datum", values) }
    };
    let mut layers = vec![Layer::Bars {
        name: voice.text("season-used"),
        tone: Tone::Series(0),
        bars: used.iter().enumerate().map(bar).collect(),
    }];
    let years = history.spread.iter().map(|spread| spread.n_years).max().unwrap_or(0);
    if 1 < years {
        layers.insert(
            0,
            Layer::Band {
                name: voice.text("season-years"),
                tone: Tone::Context,
                spans: history.spread.iter().enumerate().map(span).collect(),
            },
        );
    }
    if 0 < history.n_months {
        layers.push(Layer::Line {
            name: voice.text("season-of-history"),
            tone: Tone::Series(1),
            points: history.index.iter().enumerate().map(point).collect(),
        });
    }
    let peak =
        used.iter().enumerate().fold((0, f64::MIN), |best, (at, one)| if best.1 < *one { (at, *one) } else { best });
    let ticks = (0..months.len()).map(|at| (at as f64 + 0.5, short(voice, months, at))).collect();
    let finding = [("month", name(peak.0).into()), ("share", voice.percent(peak.1 / 12.0).into())];
    Chart {
        title: voice.text("season-title"),
        finding: voice.with("season-finding", finding),
        x: Axis { label: voice.text("season-axis-month"), min: 0.0, max: (months.len() as f64).max(1.0), ticks },
        y: Axis::rounded(voice.text("season-index"), 0.0, most, |value| voice.numerals.decimal(value, 0, 1)),
        layers,
        marks: Vec::new(),
        table: table(voice, months, history),
    }
}

fn number(value: crate::engine::units::Decimal) -> f64 {
    crate::engine::units::Money(value).to_f64()
}

/// Every third month's name: twelve do not fit side by side.
fn short(voice: &Voice, months: &[MonthRow], at: usize) -> String {
    months.get(at).filter(|_| at.is_multiple_of(3)).map(|month| voice.numerals.month(month.month)).unwrap_or_default()
}

fn table(voice: &Voice, months: &[MonthRow], history: &SeasonEstimate) -> ChartTable {
    let headers =
        ["season-axis-month", "season-used", "season-of-history", "season-low", "season-high", "season-n-years"];
    let index = |value: f64| voice.numerals.decimal(value, 2, 3);
    let row = |(at, month): (usize, &MonthRow)| {
        let spread = history.spread.get(at).filter(|spread| 0 < spread.n_years);
        vec![
            voice.numerals.month(month.month),
            index(number(month.season)),
            history.index.get(at).filter(|_| 0 < history.n_months).map(|value| index(*value)).unwrap_or_default(),
            spread.map(|spread| index(spread.low)).unwrap_or_default(),
            spread.map(|spread| index(spread.high)).unwrap_or_default(),
            spread.map(|spread| voice.numerals.decimal(spread.n_years as f64, 0, 0)).unwrap_or_default(),
        ]
    };
    ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: months.iter().enumerate().map(row).collect() }
}
