//! The measures of all sides as rows of a table.

use super::super::charts::Voice;
use super::{figure_name, money, number, share, signed};
use crate::engine::comp::benchmarks::Figure;
use crate::engine::comp::compare::{CompanyPoint, Correlation, FACTORS, Measures, elasticity};
use crate::engine::units::Decimal;

/// A measure with each side's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// What it is, its formula with it where the name alone can mean several things.
    pub label: String,
    /// The figure of it that benchmarks have ranges of.
    pub figure: Option<Figure>,
    /// One for each side; a dash where it is not known.
    pub values: Vec<String>,
}

/// What a row is called.
enum Label {
    Text(String),
    /// The name of a figure that benchmarks have ranges of.
    Figure(Figure),
}

/// One side with what it would cost at other company performance.
type SideOf<'a> = (&'a Measures, &'a [CompanyPoint]);

/// The rows, for the sides in order.
pub fn measure_rows(voice: &Voice, sides: &[SideOf]) -> Vec<MeasureRow> {
    let mut rows = Vec::new();
    let mut row = |label: Label, value: &dyn Fn(&SideOf) -> String| {
        let (label, figure) = match label {
            Label::Text(text) => (text, None),
            Label::Figure(figure) => (figure_name(voice.words, figure), Some(figure)),
        };
        rows.push(MeasureRow { label, figure, values: sides.iter().map(value).collect() });
    };
    let text = |id: &str| Label::Text(voice.words.text(id));
    let percent = |at: Option<Decimal>| share(voice, at);
    let exact = |at: Option<Decimal>| at.map_or_else(|| "–".into(), |at| voice.numerals.percent(number(at), 2));
    let times = |at: Option<Decimal>| at.map_or_else(|| "–".into(), |at| voice.numerals.decimal(number(at), 2, 2));
    let plain = |at: Option<f64>| at.map_or_else(|| "–".into(), |at| voice.numerals.decimal(at, 2, 2));
    let first = sides.first().map(|(side, _)| side.totals.paid);

    row(text("compared-paid"), &|(side, _)| money(voice, side.totals.paid));
    row(text("compared-against"), &|(side, _)| {
        first.map_or_else(String::new, |first| signed(voice, side.totals.paid - first))
    });
    row(text("compared-earned"), &|(side, _)| money(voice, side.totals.earned));
    row(text("compared-bookings"), &|(side, _)| money(voice, side.totals.bookings));
    row(text("compared-ccos-variable"), &|(side, _)| exact(side.totals.ccos_variable));
    row(Label::Figure(Figure::Ccos), &|(side, _)| exact(side.totals.ccos));
    row(Label::Figure(Figure::EffectiveRate), &|(side, _)| exact(side.effective_rate.overall));
    row(text("compared-effective-reps"), &|(side, _)| {
        let rate = &side.effective_rate;
        [rate.lowest, rate.median, rate.highest].map(exact).join(" · ")
    });
    row(Label::Figure(Figure::AtThreshold), &|(side, _)| {
        marked(voice, side.levels.at_threshold, side.levels.marks.and_then(|marks| marks.threshold))
    });
    row(Label::Figure(Figure::AtTarget), &|(side, _)| percent(side.levels.at_target));
    row(Label::Figure(Figure::AtExcellence), &|(side, _)| {
        marked(voice, side.levels.at_excellence, side.levels.marks.map(|marks| marks.excellence))
    });
    row(Label::Figure(Figure::BaseShare), &|(side, _)| percent(side.pay_mix.base_share));
    row(Label::Figure(Figure::QuotaToPay), &|(side, _)| times(side.pay_mix.quota_to_pay));
    row(Label::Figure(Figure::Upside), &|(side, _)| times(side.leverage.as_ref().map(|one| one.of_incentive)));
    row(text("compared-leverage"), &|(side, _)| times(side.leverage.as_ref().and_then(|one| one.of_base)));
    row(Label::Figure(Figure::Accelerator), &|(side, _)| times(side.leverage.as_ref().map(|one| one.accelerator)));
    let both = |of: Option<Correlation>| {
        let figures = |of: Correlation| [Some(of.pearson), Some(of.spearman)].map(plain).join(" · ");
        of.map_or_else(|| "–".into(), figures)
    };
    row(text("compared-by-attainment"), &|(side, _)| both(side.performance.by_attainment));
    row(text("compared-by-bookings"), &|(side, _)| both(side.performance.by_bookings));
    row(text("compared-variation"), &|(side, _)| plain(side.variation.median));
    row(text("compared-top"), &|(side, _)| percent(side.concentration.as_ref().map(|one| one.share)));
    row(text("compared-top-bookings"), &|(side, _)| {
        percent(side.concentration.as_ref().and_then(|one| one.bookings_share))
    });
    for factor in FACTORS.into_iter().filter(|factor| *factor != Decimal::ONE) {
        let label = voice.words.with("compared-company", [("at", percent(Some(factor)).into())]);
        let cost =
            |(_, company): &SideOf| at(company, factor).map_or_else(|| "–".into(), |point| money(voice, point.cost));
        row(Label::Text(label), &cost);
    }
    let [low, .., high] = FACTORS;
    row(text("compared-elasticity"), &|(_, company)| {
        times(at(company, low).zip(at(company, high)).and_then(|(low, high)| elasticity(low, high)))
    });
    rows
}

/// The point at a performance; pieces come in any order.
fn at(company: &[CompanyPoint], factor: Decimal) -> Option<&CompanyPoint> {
    company.iter().find(|point| point.factor == factor)
}

/// A share with the attainment that it is counted at.
fn marked(voice: &Voice, reached: Option<Decimal>, at: Option<Decimal>) -> String {
    match (reached, at) {
        (Some(_), Some(at)) => format!("{} ({})", share(voice, reached), share(voice, Some(at))),
        _ => share(voice, reached),
    }
}
