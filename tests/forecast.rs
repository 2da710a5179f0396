//! Forecasts on the series of the M3 competition: all 3,003, at its horizons, against what its organisers published.
//! Skipped, saying so, where `ATTAIN_CORPUS` does not lead to them.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use attain::engine::forecast::{Accuracy, Method, Width, backtest, choose, forecast};

/// A series of the competition.
struct Series {
    id: String,
    kind: String,
    cycle: usize,
    history: Vec<f64>,
    future: Vec<f64>,
}

fn folder() -> Option<PathBuf> {
    let found = std::env::var_os("ATTAIN_CORPUS").map(|folder| PathBuf::from(folder).join("ts_01_m3"));
    if found.is_none() {
        println!("skipped: ATTAIN_CORPUS is not set");
    }
    found
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

fn series() -> Option<Vec<Series>> {
    let mut reader = csv::Reader::from_path(folder()?.join("m3_series.csv")).unwrap();
    let of = |row: csv::StringRecord| Series {
        id: row[0].to_owned(),
        kind: row[2].to_owned(),
        cycle: row[4].parse().unwrap(),
        history: numbers(&row[9]),
        future: numbers(&row[10]),
    };
    Some(reader.records().map(|row| of(row.unwrap())).collect())
}

/// Mean sMAPE and MASE over series, by kind.
type Means = BTreeMap<String, (f64, f64)>;

/// Of each series in their order, on all processors.
fn each<R: Send>(all: &[Series], work: impl Fn(&Series) -> R + Sync) -> Vec<R> {
    let n_threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let work = &work;
    std::thread::scope(|scope| {
        // Every so many-th, as series of one kind stand together and take alike.
        let part = |from: usize| scope.spawn(move || all.iter().skip(from).step_by(n_threads).map(work).collect());
        let parts: Vec<_> = (0..n_threads).map(part).collect();
        let parts: Vec<Vec<R>> = parts.into_iter().map(|part| part.join().unwrap()).collect();
        let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
        (0..all.len()).map(|place| parts[place % n_threads].next().unwrap()).collect()
    })
}

fn means(all: &[Series], say: impl Fn(&Series) -> Vec<f64> + Sync) -> Means {
    let mut sums: BTreeMap<String, (f64, f64, f64)> = BTreeMap::new();
    let errors = each(all, |one| Accuracy::of(&one.history, one.cycle, &say(one), &one.future));
    for (one, found) in all.iter().zip(errors) {
        for kind in [one.kind.as_str(), "ALL"] {
            let sum = sums.entry(kind.to_owned()).or_default();
            *sum = (sum.0 + found.smape, sum.1 + found.mase.unwrap(), sum.2 + 1.0);
        }
    }
    sums.into_iter().map(|(kind, (smape, mase, n))| (kind, (smape / n, mase / n))).collect()
}

fn of(all: &[Series], method: Method) -> Means {
    means(all, |one| forecast(&one.history, one.cycle, one.future.len(), method).unwrap())
}

/// What the one call says of every series, by id.
fn auto(all: &[Series]) -> &'static BTreeMap<String, Vec<f64>> {
    static SAID: OnceLock<BTreeMap<String, Vec<f64>>> = OnceLock::new();
    let say = |one: &Series| forecast(&one.history, one.cycle, one.future.len(), Method::Auto).unwrap();
    SAID.get_or_init(|| each(all, |one| (one.id.clone(), say(one))).into_iter().collect())
}

/// The organisers' figures, recomputed from their forecasts.
fn published(all: &[Series], name: &str) -> Means {
    let mut reader = csv::Reader::from_path(folder().unwrap().join("m3_forecasts_9_methods.csv")).unwrap();
    let rows = reader.records().map(|row| row.unwrap()).filter(|row| &row[1] == name);
    let said: BTreeMap<String, Vec<f64>> = rows.map(|row| (row[0].to_owned(), numbers(&row[2]))).collect();
    means(all, |one| said[&one.id].clone())
}

fn tell(name: &str, found: &Means) {
    let cells: Vec<String> =
        found.iter().map(|(kind, (smape, mase))| format!("{kind} {smape:.3} / {mase:.4}")).collect();
    println!("{name}: {}", cells.join(", "));
}

const SEASONAL: [&str; 2] = ["QUARTERLY", "MONTHLY"];
const KINDS: [&str; 4] = ["YEARLY", "QUARTERLY", "MONTHLY", "OTHER"];

#[test]
fn naive_and_theta_are_the_published_ones() {
    let Some(all) = series() else { return };
    assert_eq!(all.len(), 3_003);
    let (found, official) = (of(&all, Method::Naive2), published(&all, "NAIVE2"));
    tell("Naive2", &found);
    tell("Naive2, published", &official);
    for kind in ["YEARLY", "MONTHLY", "OTHER"] {
        let ((smape, mase), (other_smape, other_mase)) = (found[kind], official[kind]);
        assert!((smape - other_smape).abs() < 0.005 && (mase - other_mase).abs() < 0.001, "{kind}: {smape} {mase}");
    }
    // Five short quarterly series are taken for seasonal by the organisers alone.
    let ((smape, mase), (other_smape, other_mase)) = (found["QUARTERLY"], official["QUARTERLY"]);
    assert!((smape - other_smape).abs() < 0.05 && (mase - other_mase).abs() < 0.01, "{smape} {mase}");
    let (found, official) = (of(&all, Method::Theta), published(&all, "THETA"));
    tell("Theta", &found);
    tell("Theta, published", &official);
    assert!((found["MONTHLY"].0 - official["MONTHLY"].0).abs() <= 0.05);
    assert!((found["ALL"].0 - official["ALL"].0).abs() <= 0.05);
}

#[test]
fn the_one_call_is_better_than_every_single_method() {
    let Some(all) = series() else { return };
    let auto = means(&all, |one| auto(&all)[&one.id].clone());
    tell("Auto", &auto);
    let (smape, mase) = auto["MONTHLY"];
    let (naive_smape, naive_mase) = published(&all, "NAIVE2")["MONTHLY"];
    let owa = 0.5 * (smape / naive_smape + mase / naive_mase);
    assert!(smape < 13.6 && mase < 0.835 && owa < 0.81, "{smape} {mase} {owa}");
    let theta = published(&all, "THETA");
    for kind in KINDS {
        assert!(
            auto[kind].0 < theta[kind].0 && auto[kind].1 < theta[kind].1,
            "{kind}: {:?} {:?}",
            auto[kind],
            theta[kind]
        );
    }
    // Those for seldom demand have nothing to do here; the learned combination is no single method, and slow.
    let others = [Method::Auto, Method::Learned, Method::Croston, Method::Sba, Method::Tsb];
    for method in Method::ALL.into_iter().filter(|method| !others.contains(method)) {
        let single = of(&all, method);
        tell(&format!("{method:?}"), &single);
        let ((smape, mase), (own_smape, own_mase)) = (single["ALL"], auto["ALL"]);
        assert!(own_smape < smape && own_mase < mase, "{method:?}: {smape} {mase}");
    }
}

#[test]
fn what_is_chosen_by_the_past_errs_no_more_than_the_one_call() {
    let Some(all) = series() else { return };
    let some: Vec<Series> = all.into_iter().step_by(30).collect();
    for short in [true, false] {
        let horizon = |one: &Series| if short { 3 } else { one.future.len() };
        let tried = |one: &Series| {
            let methods = Method::worth_trying(&one.history, one.cycle);
            let tried = backtest(&one.history, one.cycle, horizon(one), 12, &methods).unwrap();
            let least = tried.rows.first().map_or(Method::Auto, |row| row.method);
            let mase = |method| {
                let said = forecast(&one.history, one.cycle, horizon(one), method).unwrap();
                Accuracy::of(&one.history, one.cycle, &said, &one.future[..horizon(one)]).mase.unwrap()
            };
            [Method::Auto, choose(&one.history, &tried).method, least].map(mase)
        };
        let errors = each(&some, tried);
        let mean = |place: usize| errors.iter().map(|one| one[place]).sum::<f64>() / errors.len() as f64;
        let (auto, chosen, least) = (mean(0), mean(1), mean(2));
        println!("auto {auto:.4}, chosen {chosen:.4}, least at earlier origins {least:.4}");
        // Three steps ahead a hundred series do not tell the two ways of choosing apart.
        assert!(chosen <= 1.01 * auto && (short || chosen < least));
    }
}

#[test]
fn intervals_hold_what_they_say() {
    let Some(all) = series() else { return };
    for kind in SEASONAL {
        let (mut n, mut within) = (0.0, [0.0; 2]);
        let widths =
            each(&all, |one| (one.kind == kind).then(|| Width::measured(&one.history, one.cycle, one.future.len())));
        for (one, width) in all.iter().zip(widths) {
            let Some(width) = width else { continue };
            let expected = &auto(&all)[&one.id];
            n += one.future.len() as f64;
            for (share, level) in within.iter_mut().zip([0.8, 0.95]) {
                let bounds = width.bounds(expected, level);
                let is_within = |((low, high), value): (&(f64, f64), &f64)| *low <= *value && *value <= *high;
                *share += bounds.iter().zip(&one.future).filter(|pair| is_within(*pair)).count() as f64;
            }
        }
        let [eighty, ninety_five] = within.map(|share| share / n);
        println!("{kind}: {:.1} % of 80 %, {:.1} % of 95 %", 100.0 * eighty, 100.0 * ninety_five);
        assert!((eighty - 0.8).abs() < 0.03 && (ninety_five - 0.95).abs() < 0.03, "{kind}: {eighty} {ninety_five}");
    }
}
