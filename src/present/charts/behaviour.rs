//! Charts of behaviour: effort along attainment, and when in a window and in the year deals close.

use super::Voice;
use crate::engine::comp::behave::{Behaviour, TypeOutcome};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Tone};

/// Effort at each attainment: of all reps over the window and in its last week; by type in the table.
pub fn effort_by_attainment(voice: &Voice, behaviour: &Behaviour) -> Chart {
    let attainments = behaviour.types.first().map(|one| one.effort.attainments.clone()).unwrap_or_default();
    let window = all_reps(behaviour, attainments.len(), |one| &one.effort.mean);
    let last = all_reps(behaviour, attainments.len(), |one| one.effort.by_step.last().unwrap_or(&one.effort.mean));
    let points = |efforts: &[f64]| {
        let point = |(attainment, effort): (&f64, &f64)| Datum {
            x: *attainment,
            y: *effort,
            label: voice.with(
                "chart-effort-datum",
                [("attainment", percent(voice, *attainment).into()), ("effort", percent(voice, *effort).into())],
            ),
        };
        attainments.iter().zip(efforts).map(point).collect::<Vec<Datum>>()
    };
    let most = window.iter().chain(&last).copied().fold(1.0, f64::max);
    let (from, to) = (attainments.first().copied().unwrap_or(0.0), attainments.last().copied().unwrap_or(1.0));
    let mut headers = ["axis-attainment", "legend-window", "legend-last-week"].map(|id| voice.text(id)).to_vec();
    headers.extend(
        behaviour.types.iter().map(|one| {
            voice.with("column-effort-of-type", [("skill", voice.numerals.percent(one.rep.skill, 0).into())])
        }),
    );
    let row = |(place, attainment): (usize, &f64)| {
        let of = |efforts: &[f64]| efforts.get(place).map_or_else(String::new, |effort| percent(voice, *effort));
        let mut cells = vec![percent(voice, *attainment), of(&window), of(&last)];
        cells.extend(behaviour.types.iter().map(|one| of(&one.effort.mean)));
        cells
    };
    Chart {
        title: voice.text("chart-effort-title"),
        finding: effort_finding(voice, &attainments, &window),
        x: Axis::exact(voice.text("axis-attainment"), from, to, |value| percent(voice, value)),
        y: voice.share_axis("axis-effort", 0.0, most),
        layers: vec![
            Layer::Line { name: voice.text("legend-window"), tone: Tone::Series(0), points: points(&window) },
            Layer::Line { name: voice.text("legend-last-week"), tone: Tone::Series(1), points: points(&last) },
        ],
        marks: vec![Mark { direction: Direction::Vertical, at: 1.0, label: voice.text("mark-quota") }],
        table: ChartTable { headers, rows: attainments.iter().enumerate().map(row).collect() },
    }
}

fn percent(voice: &Voice, share: f64) -> String {
    voice.numerals.percent(share, 0)
}

/// Mean over the types, each by its reps.
fn all_reps(behaviour: &Behaviour, n: usize, of: fn(&TypeOutcome) -> &Vec<f64>) -> Vec<f64> {
    let n_reps: f64 = behaviour.types.iter().map(|one| one.rep.n_reps).sum();
    let at = |place: usize| {
        let each = behaviour.types.iter().filter_map(|one| Some(of(one).get(place)? * one.rep.n_reps));
        if 0.0 < n_reps { each.sum::<f64>() / n_reps } else { 0.0 }
    };
    (0..n).map(at).collect()
}

/// Where most and where least is done.
fn effort_finding(voice: &Voice, attainments: &[f64], efforts: &[f64]) -> String {
    let pairs = || attainments.iter().zip(efforts);
    // Of equal efforts the first counts.
    let most = pairs().reduce(|best, one| if best.1 < one.1 { one } else { best });
    let least = pairs().reduce(|best, one| if one.1 < best.1 { one } else { best });
    let (Some((most_at, most)), Some((least_at, least))) = (most, least) else { return String::new() };
    voice.with(
        "chart-effort-finding",
        [
            ("most", percent(voice, *most).into()),
            ("most-at", percent(voice, *most_at).into()),
            ("least", percent(voice, *least).into()),
            ("least-at", percent(voice, *least_at).into()),
        ],
    )
}

/// The share of deals that close in each week of a window, with behaviour and without.
pub fn closes_by_week(voice: &Voice, behaviour: &Behaviour) -> Chart {
    let (with, without) = (&behaviour.with.closes_by_step, &behaviour.without.closes_by_step);
    let n = with.len().max(without.len());
    let share = |shares: &[f64], place: usize| shares.get(place).copied().unwrap_or(0.0);
    let label = |place: usize| {
        voice.with(
            "chart-closes-datum",
            [
                ("week", voice.numerals.count(place + 1).into()),
                ("with", voice.percent(share(with, place)).into()),
                ("without", voice.percent(share(without, place)).into()),
            ],
        )
    };
    // The two bars of a week stand side by side.
    let bars = |from: f64, shares: &[f64]| {
        let bar = |place: usize| Bar {
            from: place as f64 + from,
            to: place as f64 + from + 0.4,
            value: share(shares, place),
            label: label(place),
        };
        (0..n).map(bar).collect()
    };
    let most = with.iter().chain(without).copied().fold(0.01, f64::max);
    // About a dozen weeks have room for their number.
    let step = n.div_ceil(13).max(1);
    let ticks = (0..n).step_by(step).map(|place| (place as f64 + 0.5, voice.numerals.count(place + 1)));
    Chart {
        title: voice.text("chart-closes-title"),
        finding: voice.with(
            "chart-closes-finding",
            [
                ("with", voice.percent(behaviour.with.last_week_share).into()),
                ("without", voice.percent(behaviour.without.last_week_share).into()),
            ],
        ),
        x: Axis { label: voice.text("axis-week"), min: 0.0, max: n.max(1) as f64, ticks: ticks.collect() },
        y: voice.share_axis("axis-closes", 0.0, most),
        layers: vec![
            Layer::Bars { name: voice.text("column-without"), tone: Tone::Context, bars: bars(0.1, without) },
            Layer::Bars { name: voice.text("column-with"), tone: Tone::Series(0), bars: bars(0.5, with) },
        ],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["axis-week", "column-without", "column-with"].map(|id| voice.text(id)).into(),
            rows: (0..n)
                .map(|place| {
                    let shares = [share(without, place), share(with, place)].map(|share| voice.percent(share));
                    std::iter::once(voice.numerals.count(place + 1)).chain(shares).collect()
                })
                .collect(),
        },
    }
}

/// Revenue of each week of the fiscal year, with behaviour and without.
pub fn revenue_by_week(voice: &Voice, behaviour: &Behaviour) -> Chart {
    let (with, without) = (&behaviour.with.revenue_by_step, &behaviour.without.revenue_by_step);
    let pairs: Vec<(f64, f64)> = with.iter().copied().zip(without.iter().copied()).collect();
    let label = |place: usize, (with, without): (f64, f64)| {
        let values = [
            ("week", voice.numerals.count(place + 1).into()),
            ("with", voice.compact(with).into()),
            ("without", voice.compact(without).into()),
        ];
        voice.with("chart-year-datum", values)
    };
    let points = |of: fn(&(f64, f64)) -> f64| {
        let point = |(place, pair): (usize, &(f64, f64))| Datum {
            x: (place + 1) as f64,
            y: of(pair),
            label: label(place, *pair),
        };
        pairs.iter().enumerate().map(point).collect::<Vec<Datum>>()
    };
    // Of equal weeks the first counts.
    let best = pairs.iter().enumerate().reduce(|best, one| if best.1.0 < one.1.0 { one } else { best });
    let most = pairs.iter().fold(1.0_f64, |most, (with, without)| most.max(*with).max(*without));
    let last = pairs.len().max(2) as f64;
    Chart {
        title: voice.text("chart-year-title"),
        finding: best.map_or_else(String::new, |(place, (with, without))| {
            let values = [
                ("week", voice.numerals.count(place + 1).into()),
                ("with", voice.compact(*with).into()),
                ("without", voice.compact(*without).into()),
            ];
            voice.with("chart-year-finding", values)
        }),
        x: Axis::exact(voice.text("axis-year-week"), 1.0, last, |value| voice.numerals.decimal(value, 0, 0)),
        y: voice.money_axis("axis-revenue", 0.0, most),
        layers: vec![
            Layer::Line { name: voice.text("column-without"), tone: Tone::Context, points: points(|pair| pair.1) },
            Layer::Line { name: voice.text("column-with"), tone: Tone::Series(0), points: points(|pair| pair.0) },
        ],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["axis-year-week", "column-without", "column-with"].map(|id| voice.text(id)).into(),
            rows: pairs
                .iter()
                .enumerate()
                .map(|(place, (with, without))| {
                    vec![voice.numerals.count(place + 1), voice.whole(*without), voice.whole(*with)]
                })
                .collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::behave::{EffortMap, Outcome, RepType, Settings, behave};
    use crate::engine::comp::templates;
    use crate::engine::units::Currency;
    use crate::present::{Locale, Plain, Words};

    /// One rep at 50 % and three at 100 %, with these efforts at 0 %, 100 % and 200 % of quota.
    fn behaviour(weak: [f64; 3], strong: [f64; 3]) -> Behaviour {
        let rep =
            RepType { n_reps: 1.0, quota: 1e6, skill: 0.5, target_incentive: 1e5, mean_deal: 1e5, deal_variation: 1.0 };
        let base = behave(&templates::account_executive(), &[rep], &Settings { n_runs: 10, ..Settings::default() });
        let of = |n_reps: f64, skill: f64, mean: [f64; 3]| TypeOutcome {
            rep: RepType { n_reps, skill, ..rep },
            with: Outcome::default(),
            without: Outcome::default(),
            effort: EffortMap {
                attainments: vec![0.0, 1.0, 2.0],
                by_step: vec![mean.to_vec()],
                mean: mean.to_vec(),
                zones: Vec::new(),
            },
        };
        let closes = |shares: [f64; 2]| Outcome {
            closes_by_step: shares.to_vec(),
            last_week_share: shares[1],
            revenue_by_step: shares.map(|share| share * 1e6).to_vec(),
            ..Outcome::default()
        };
        Behaviour {
            types: vec![of(1.0, 0.5, weak), of(3.0, 1.0, strong)],
            with: closes([0.3, 0.7]),
            without: closes([0.5, 0.5]),
            ..base
        }
    }

    fn with_voice(check: impl FnOnce(&Voice)) {
        let (words, currency) = (Words::new(Locale::English), Currency::of("EUR"));
        check(&Voice { words: &words, numerals: &Plain, currency: &currency });
    }

    #[test]
    fn effort_is_the_mean_over_reps_and_the_finding_names_its_ends() {
        with_voice(|voice| {
            let chart = effort_by_attainment(voice, &behaviour([0.2, 0.8, 0.4], [1.0, 1.2, 0.0]));
            // (0.2 + 3 · 1.0) / 4, (0.8 + 3 · 1.2) / 4, (0.4 + 0) / 4
            let rows: Vec<&str> = chart.table.rows.iter().map(|row| row[1].as_str()).collect();
            assert_eq!(rows, ["80%", "110%", "10%"]);
            assert_eq!(chart.table.rows[0], ["0%", "80%", "80%", "20%", "100%"]);
            assert!(
                chart.finding.contains("110% at 100%") && chart.finding.contains("10% at 200%"),
                "{}",
                chart.finding
            );
        });
    }

    #[test]
    fn closes_stand_side_by_side_by_week() {
        with_voice(|voice| {
            let chart = closes_by_week(voice, &behaviour([1.0; 3], [1.0; 3]));
            assert_eq!(chart.table.rows, [["1", "50%", "30%"], ["2", "50%", "70%"]]);
            assert!(chart.finding.contains("70%") && chart.finding.contains("50%"), "{}", chart.finding);
            assert_eq!((chart.x.max, chart.layers.len()), (2.0, 2));
        });
    }

    #[test]
    fn the_years_best_week_is_named_with_what_it_is_without() {
        with_voice(|voice| {
            let chart = revenue_by_week(voice, &behaviour([1.0; 3], [1.0; 3]));
            let rows = [["1", "EUR 500,000", "EUR 300,000"], ["2", "EUR 500,000", "EUR 700,000"]];
            assert_eq!(chart.table.rows, rows);
            for part in ["week 2", "EUR 700K", "EUR 500K"] {
                assert!(chart.finding.contains(part), "{}", chart.finding);
            }
        });
    }
}
