//! Pictures that several subjects share: ranges with their medians, and what assumptions move.

use super::Voice;
use crate::engine::simulate::Quantiles;
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Layer, Span, Tone};

/// A band from P10 to P90 with the median in it, place by place, each with the month that is said on hovering. The text `says` is
/// given `month`, `median`, `low` and `high`.
pub(super) fn fan(voice: &Voice, says: &str, places: &[(String, [f64; 3])]) -> [Layer; 2] {
    let span = |(place, (_, [low, _, high])): (usize, &(String, [f64; 3]))| Span {
        x: place as f64,
        low: *low,
        high: *high,
        label: String::new(),
    };
    let datum = |(place, (month, [low, median, high])): (usize, &(String, [f64; 3]))| {
        let values = [
            ("month", month.as_str().into()),
            ("median", voice.compact(*median).into()),
            ("low", voice.compact(*low).into()),
            ("high", voice.compact(*high).into()),
        ];
        Datum { x: place as f64, y: *median, label: voice.with(says, values) }
    };
    let (spans, points) =
        (places.iter().enumerate().map(span).collect(), places.iter().enumerate().map(datum).collect());
    [
        Layer::Band { name: voice.text("legend-p10-p90"), tone: Tone::Series(0), spans },
        Layer::Line { name: voice.text("legend-median"), tone: Tone::Series(0), points },
    ]
}

/// What a fan needs of quantiles.
pub(super) fn fan_of(range: Quantiles) -> [f64; 3] {
    [range.p10, range.p50, range.p90]
}

/// An assumption, moved to its low and its high end.
pub(super) struct Moved {
    /// The assumption's name.
    pub(super) name: String,
    /// Both ends.
    pub(super) ends: [End; 2],
}

/// An assumption at one end.
pub(super) struct End {
    /// How far it is moved, in words.
    pub(super) moved: String,
    /// By how much money that changes what is asked.
    pub(super) change: f64,
    /// By how much it changes the chance; none without a target.
    pub(super) chance_change: Option<f64>,
    /// Figures of the table between money and chance.
    pub(super) more: Vec<String>,
}

/// What a tornado is called; ids of texts, but for the finding and the name of the change.
pub(super) struct TornadoTexts<'a> {
    pub(super) title: &'a str,
    pub(super) axis: &'a str,
    /// Given `assumption`, `moved` and `change`.
    pub(super) datum: &'a str,
    /// Given `assumption`, `low` and `high`.
    pub(super) finding: &'a str,
    /// What is said where nothing was moved.
    pub(super) none: String,
    pub(super) ends: [&'a str; 2],
    /// The axis of money.
    pub(super) change: String,
    /// The axis of chances.
    pub(super) chance_change: &'a str,
    /// Columns of each end behind its own.
    pub(super) columns: &'a [&'a str],
}

/// What each assumption moves: the chance where there is a target, or money.
pub(super) fn tornado(voice: &Voice, texts: TornadoTexts, bars: &[Moved]) -> Chart {
    let ends = || bars.iter().flat_map(|bar| &bar.ends);
    let of_chance = bars.iter().any(|bar| bar.ends.first().is_some_and(|low| low.chance_change.is_some()));
    let moves = |end: &End| if of_chance { end.chance_change.unwrap_or(0.0) } else { end.change };
    let say = |value: f64| if of_chance { points(voice, value) } else { voice.compact(value) };
    let layer = |(tone, (id, shift)): (usize, (&str, f64))| {
        let bar = |(place, bar): (usize, &Moved)| {
            let end = bar.ends.get(tone)?;
            let values = [
                ("assumption", bar.name.as_str().into()),
                ("moved", end.moved.as_str().into()),
                ("change", say(moves(end)).into()),
            ];
            let from = place as f64 + shift;
            Some(Bar { from, to: from + 0.4, value: moves(end), label: voice.with(texts.datum, values) })
        };
        let bars = bars.iter().enumerate().filter_map(bar).collect();
        Layer::Bars { name: voice.text(id), tone: Tone::Series(tone), bars }
    };
    let (least, most) = (ends().map(moves).fold(0.0, f64::min), ends().map(moves).fold(0.0, f64::max));
    let room = match (least < most, of_chance) {
        (true, _) => 0.0,
        (false, true) => 0.01,
        (false, false) => 1.0,
    };
    let finding = bars.first().map_or(texts.none, |bar| {
        let [low, high] = bar.ends.each_ref().map(moves);
        let values = [
            ("assumption", bar.name.as_str().into()),
            ("low", say(low.min(high)).into()),
            ("high", say(low.max(high)).into()),
        ];
        voice.with(texts.finding, values)
    });
    let row = |bar: &Moved| {
        let cells = |end: &End| {
            let chance = end.chance_change.map_or_else(String::new, |change| points(voice, change));
            [vec![end.moved.clone(), voice.whole(end.change)], end.more.clone(), vec![chance]].concat()
        };
        std::iter::once(bar.name.clone()).chain(bar.ends.iter().flat_map(cells)).collect()
    };
    let columns = |end| std::iter::once(end).chain(texts.columns.iter().copied());
    let headers = std::iter::once(texts.axis).chain(texts.ends.into_iter().flat_map(columns));
    Chart {
        title: voice.text(texts.title),
        finding,
        x: Axis {
            label: voice.text(texts.axis),
            min: -0.6,
            max: bars.len().max(1) as f64 - 0.4,
            ticks: bars.iter().enumerate().map(|(place, bar)| (place as f64, bar.name.clone())).collect(),
        },
        y: Axis::rounded(
            if of_chance { voice.text(texts.chance_change) } else { texts.change },
            least,
            most + room,
            say,
        ),
        layers: texts.ends.into_iter().zip([-0.4, 0.0]).enumerate().map(layer).collect(),
        marks: Vec::new(),
        table: ChartTable { headers: headers.map(|id| voice.text(id)).collect(), rows: bars.iter().map(row).collect() },
    }
}

/// A difference of two shares, in points of a hundred.
fn points(voice: &Voice, share: f64) -> String {
    let sign = if 0.0005 <= share { "+" } else { "" };
    voice.with("capacity-points", [("value", format!("{sign}{}", voice.numerals.decimal(share * 100.0, 0, 1)).into())])
}
