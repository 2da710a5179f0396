//! Charts of a health card: how attainment is spread, and how it goes with the size of territories.

use super::Voice;
use crate::engine::quota::health::{HealthCard, HealthKind, RepHealth, SizeBox, SizePart};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone};
use crate::present::quota_health::{health_part_name, health_size_name};

/// Width of a bar.
const TENTH: f64 = 0.1;
/// Bars up to twice the quota, then one for all above.
const N_BINS: usize = 21;

/// How many reps attained how much.
pub fn health_distribution(voice: &Voice, card: &HealthCard) -> Chart {
    let attainments: Vec<f64> = card.reps.iter().filter_map(|rep| rep.attainment).collect();
    let mut counts = [0_usize; N_BINS];
    for attainment in &attainments {
        // A hair more, so that a tenth that is no binary number stands in its own bar.
        let bin = (libm::floor(attainment / TENTH + 1e-9).max(0.0) as usize).min(N_BINS - 1);
        if let Some(count) = counts.get_mut(bin) {
            *count += 1;
        }
    }
    let range = |bin: usize| {
        let edge = |bin: usize| voice.numerals.percent(bin as f64 * TENTH, 0);
        if bin + 1 < N_BINS {
            voice.with("range-percent", [("lower", edge(bin).into()), ("upper", edge(bin + 1).into())])
        } else {
            voice.with("range-percent-open", [("lower", edge(bin).into())])
        }
    };
    let bar = |(bin, n): (usize, &usize)| Bar {
        from: bin as f64 * TENTH,
        to: (bin + 1) as f64 * TENTH,
        value: *n as f64,
        label: voice.with(
            "chart-bin-datum",
            [("n", (*n).into()), ("count", voice.numerals.count(*n).into()), ("range", range(bin).into())],
        ),
    };
    let share = card.measure(HealthKind::AtQuota).and_then(|measure| measure.value);
    let finding = share.map(|share| {
        let values = [
            ("share", voice.numerals.percent(share, 0).into()),
            ("n", voice.numerals.count(attainments.len()).into()),
            ("median", voice.percent(middle(&attainments)).into()),
        ];
        voice.with("health-chart-distribution-finding", values)
    });
    let most = counts.iter().copied().max().unwrap_or(0) as f64;
    Chart {
        title: voice.text("health-chart-distribution"),
        finding: finding.unwrap_or_else(|| voice.text("health-chart-none")),
        x: Axis::exact(voice.text("axis-attainment"), 0.0, N_BINS as f64 * TENTH, |value| {
            voice.numerals.percent(value, 0)
        }),
        y: voice.counted_axis("axis-reps", most),
        layers: vec![Layer::Bars {
            name: voice.text("axis-reps"),
            tone: Tone::Series(0),
            bars: counts.iter().enumerate().map(bar).collect(),
        }],
        marks: vec![quota(voice, Direction::Vertical)],
        table: ChartTable {
            headers: ["axis-attainment", "axis-reps"].map(|id| voice.text(id)).into(),
            rows: counts.iter().enumerate().map(|(bin, n)| vec![range(bin), voice.numerals.count(*n)]).collect(),
        },
    }
}

/// Each rep's attainment against the size of the territory.
pub fn health_by_size(voice: &Voice, card: &HealthCard) -> Chart {
    let points: Vec<(f64, f64, &RepHealth)> =
        card.reps.iter().filter_map(|rep| Some((rep.size?, rep.attainment?, rep))).collect();
    let ends = |values: &dyn Fn(&(f64, f64, &RepHealth)) -> f64, to: f64| {
        let (least, most) =
            points.iter().map(values).fold((0.0_f64, to), |(least, most), x| (x.min(least), x.max(most)));
        (least, most)
    };
    let ((least_x, most_x), (least_y, most_y)) = (ends(&|point| point.0, 1.0), ends(&|point| point.1, 1.0));
    let datum = |(size, attainment, rep): &(f64, f64, &RepHealth)| Datum {
        x: *size,
        y: *attainment,
        label: voice.with(
            "health-chart-size-datum",
            [
                ("name", rep.name.as_str().into()),
                ("attainment", voice.percent(*attainment).into()),
                ("size", voice.compact(*size).into()),
            ],
        ),
    };
    let value = |kind| card.measure(kind).and_then(|measure| measure.value);
    let finding = value(HealthKind::SizePearson).zip(value(HealthKind::SizeSpearman)).map(|(pearson, spearman)| {
        let text = |value| voice.numerals.decimal(value, 2, 2);
        let values = [("pearson", text(pearson).into()), ("spearman", text(spearman).into())];
        voice.with("health-chart-size-finding", values)
    });
    let size = health_size_name(voice.words, card.size);
    let label = voice.with(
        "health-chart-size-axis",
        [("size", size.as_str().into()), ("currency", voice.currency.code.as_str().into())],
    );
    Chart {
        title: voice.text("health-chart-size"),
        finding: finding.unwrap_or_else(|| voice.text("health-chart-none")),
        x: Axis::rounded(label, least_x, most_x, |value| voice.compact(value)),
        y: voice.share_axis("axis-attainment", least_y, most_y),
        layers: vec![Layer::Points {
            name: voice.text("legend-reps"),
            tone: Tone::Series(0),
            points: points.iter().map(datum).collect(),
        }],
        marks: vec![quota(voice, Direction::Horizontal)],
        table: ChartTable {
            headers: vec![voice.text("column-rep"), size, voice.text("axis-attainment")],
            rows: points
                .iter()
                .map(|(size, attainment, rep)| vec![rep.name.clone(), voice.whole(*size), voice.percent(*attainment)])
                .collect(),
        },
    }
}

/// Boxes of the smallest 20 %, the middle 60 % and the largest 20 % of territories: quartiles as a box, the median across
/// it, everyone as a whisker.
pub fn health_boxes(voice: &Voice, card: &HealthCard) -> Chart {
    let place = |one: &SizeBox| match one.part {
        SizePart::Small => 0.5,
        SizePart::Middle => 1.5,
        SizePart::Large => 2.5,
    };
    let mut layers = Vec::new();
    for (number, one) in card.boxes.iter().enumerate() {
        // One name for all in the legend.
        let name = |id: &str| if number == 0 { voice.text(id) } else { String::new() };
        let (x, label) = (place(one), box_text(voice, one));
        let unsaid = |x: f64, y: f64| Datum { x, y, label: String::new() };
        let whiskers = [(one.least, one.lower), (one.upper, one.most)];
        layers.extend(whiskers.map(|(from, to)| Layer::Line {
            name: String::new(),
            tone: Tone::Context,
            points: vec![unsaid(x, from), unsaid(x, to)],
        }));
        let side = |x| Span { x, low: one.lower, high: one.upper, label: String::new() };
        let spans = vec![side(x - 0.25), side(x + 0.25)];
        layers.push(Layer::Band { name: name("health-chart-box-half"), tone: Tone::Series(0), spans });
        layers.push(Layer::Line {
            name: name("health-chart-box-median"),
            tone: Tone::Series(0),
            points: [x - 0.25, x, x + 0.25].map(|x| Datum { x, y: one.median, label: label.clone() }).into(),
        });
    }
    let least = card.boxes.iter().map(|one| one.least).fold(0.0, f64::min);
    let most = card.boxes.iter().map(|one| one.most).fold(1.0, f64::max);
    let median = |part| card.boxes.iter().find(|one| one.part == part).map(|one| voice.percent(one.median));
    let finding = match (median(SizePart::Small), median(SizePart::Middle), median(SizePart::Large)) {
        (Some(small), Some(middle), Some(large)) => {
            let values = [("small", small.into()), ("middle", middle.into()), ("large", large.into())];
            voice.with("health-chart-boxes-finding", values)
        }
        _ => voice.text("health-chart-none"),
    };
    let parts = [SizePart::Small, SizePart::Middle, SizePart::Large];
    let tick = |(place, part): (usize, SizePart)| (place as f64 + 0.5, health_part_name(voice.words, part));
    let headers = [
        "axis-reps",
        "health-column-least",
        "health-column-lower",
        "health-chart-box-median",
        "health-column-upper",
        "health-column-most",
    ];
    let headers = std::iter::once("health-chart-boxes-axis").chain(headers).map(|id| voice.text(id));
    let row = |one: &SizeBox| {
        let figures = [one.least, one.lower, one.median, one.upper, one.most].map(|figure| voice.percent(figure));
        let head = [health_part_name(voice.words, one.part), voice.numerals.count(one.n_reps as usize)];
        head.into_iter().chain(figures).collect()
    };
    Chart {
        title: voice.text("health-chart-boxes"),
        finding,
        x: Axis {
            label: voice.text("health-chart-boxes-axis"),
            min: 0.0,
            max: 3.0,
            ticks: parts.into_iter().enumerate().map(tick).collect(),
        },
        y: voice.share_axis("axis-attainment", least, most),
        layers,
        marks: vec![quota(voice, Direction::Horizontal)],
        table: ChartTable { headers: headers.collect(), rows: card.boxes.iter().map(row).collect() },
    }
}

fn box_text(voice: &Voice, one: &SizeBox) -> String {
    let values = [
        ("part", health_part_name(voice.words, one.part).into()),
        ("n", voice.numerals.count(one.n_reps as usize).into()),
        ("median", voice.percent(one.median).into()),
        ("lower", voice.percent(one.lower).into()),
        ("upper", voice.percent(one.upper).into()),
        ("least", voice.percent(one.least).into()),
        ("most", voice.percent(one.most).into()),
    ];
    voice.with("health-chart-box-datum", values)
}

fn quota(voice: &Voice, direction: Direction) -> Mark {
    Mark { direction, at: 1.0, label: voice.text("mark-quota") }
}

/// The middle of some values; 0 for none.
fn middle(values: &[f64]) -> f64 {
    let mut rising = values.to_vec();
    rising.sort_by(f64::total_cmp);
    let at = |place: usize| rising.get(place).copied().unwrap_or(0.0);
    f64::midpoint(at(rising.len() / 2), at(rising.len().saturating_sub(1) / 2))
}
