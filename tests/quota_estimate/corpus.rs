//! `AdventureWorks`: attainment by rep and quarter reproduced from the sales file, and the backtest whose table stands in
//! `docs/methods/quota_estimate.md`. The files are found through `ATTAIN_CORPUS`; without it the tests say that they are
//! skipped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use attain::data::{Limits, guess, import, read_all};
use attain::engine::comp::{Component, Measure, PayBasis, Plan, ReplayInput, Tier, TierAxis, Window, replay};
use attain::engine::quota::backtest::{Backtest, BacktestInput, BacktestSettings, Setter, backtest};
use attain::engine::quota::estimate::{EstimateSettings, Feature, Method};
use attain::engine::records::{Dataset, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

const SALES: &str = "crm_03_adventureworks_pbi_a_pipe/Sales.csv";
const QUOTAS: &str = "crm_02_adventureworks_oltp/FactSalesQuota.csv";
/// The fiscal year begins in July.
const CALENDAR: Calendar = Calendar { fiscal_year_start: 7 };

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

/// The first month of the sales file; the n-th quota of the history is that of the n-th quarter from it on, though the
/// dates of the two releases differ by some years.
fn quarter(n: usize) -> Month {
    Month::new(2017, 7).plus(n as i32 * 3)
}

/// Quotas of the history by rep and quarter, read off the text.
fn quotas(folder: &Path) -> BTreeMap<(String, usize), Decimal> {
    let text = std::fs::read_to_string(folder.join(QUOTAS)).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('|').collect()).collect();
    let mut days: Vec<&str> = rows.iter().map(|row| row[2]).collect();
    days.sort_unstable();
    days.dedup();
    assert_eq!((rows.len(), days.len()), (163, 12));
    let quota = |row: &Vec<&str>| {
        let place = days.iter().position(|day| *day == row[2]).unwrap();
        ((row[1].to_owned(), place), row[5].parse::<Decimal>().unwrap())
    };
    rows.iter().map(quota).collect()
}

/// Sales by rep and quarter, summed from the cells of the file.
fn sales(folder: &Path) -> BTreeMap<(String, usize), Decimal> {
    let text = std::fs::read_to_string(folder.join(SALES)).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'|').from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (day, rep, amount) = (place("OrderDate"), place("EmployeeKey"), place("Sales"));
    let mut sums = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let (year, month) = (row[day][..4].parse().unwrap(), row[day][5..7].parse().unwrap());
        let quarter = Month::new(year, month).since(quarter(0)) / 3;
        *sums.entry((row[rep].to_owned(), quarter as usize)).or_insert(Decimal::ZERO) +=
            row[amount].trim().parse::<Decimal>().unwrap();
    }
    sums
}

/// The sales file as the importer understands it, with the quotas of the history.
fn dataset(folder: &Path) -> Dataset {
    let bytes = std::fs::read(folder.join(SALES)).unwrap();
    let tables = read_all("Sales.csv", &bytes, Limits::default()).unwrap();
    let mut dataset = import(&tables, &guess(&tables)).dataset;
    assert_eq!(dataset.deals.len(), 57_851);
    let target = |((rep, place), amount): ((String, usize), Decimal)| Target {
        rep: RepId(rep),
        period: Period { start: quarter(place), length: Granularity::Quarter },
        amount: Money(amount),
        measure: String::new(),
    };
    dataset.targets = quotas(folder).into_iter().map(target).collect();
    dataset
}

fn plan() -> Plan {
    let tier = |from: &str, value: &str| Tier { from: from.parse().unwrap(), value: value.parse().unwrap() };
    let component = Component {
        name: "Sales".into(),
        pay_basis: PayBasis::Rate,
        tier_axis: TierAxis::Attainment,
        tiers: vec![tier("0", "0.01"), tier("1", "0.02")],
        pay_period: Granularity::Quarter,
        accumulate: Window::Quarter,
        ..Component::default()
    };
    Plan { name: "Commission".into(), components: vec![component], ..Plan::default() }
}

#[test]
fn attainment_by_rep_and_quarter_is_that_of_the_sales_file() {
    let Some(folder) = corpus() else { return };
    let (dataset, plan) = (dataset(&folder), plan());
    let (quotas, sales) = (quotas(&folder), sales(&folder));
    let (first, last) = (quarter(0), quarter(11).plus(2));
    let input =
        ReplayInput { plan: &plan, dataset: &dataset, calendar: CALENDAR, first, last, digits: 2, currency: "USD" };
    let mut n = 0;
    for statement in &replay(&input).statements {
        for line in &statement.lines {
            let key = (statement.rep.0.clone(), (line.period.start.since(first) / 3) as usize);
            let Some(quota) = quotas.get(&key) else { continue };
            let sold = sales.get(&key).copied().unwrap_or_default();
            assert_eq!(line.credit, sold, "{key:?}");
            assert_eq!(line.attainment.unwrap().round_dp(9), (sold / quota).round_dp(9), "{key:?}");
            n += 1;
        }
    }
    assert_eq!(n, quotas.len());
    // One by hand: employee 281 sold 304,755 against 367,000 in the first quarter.
    let key = ("281".to_owned(), 0);
    assert_eq!((sales[&key].round_dp(0), quotas[&key]), (Decimal::from(304_755), Decimal::from(367_000)));
}

fn tested(dataset: &Dataset, plan: Option<&Plan>) -> Backtest {
    let features = vec![Feature::PriorSales, Feature::Accounts];
    let settings = BacktestSettings {
        estimate: EstimateSettings { features, ..EstimateSettings::default() },
        ..BacktestSettings::default()
    };
    backtest(&BacktestInput {
        dataset,
        calendar: CALENDAR,
        first: Month::new(2017, 7),
        last: Month::new(2020, 5),
        measure: Measure::Bookings,
        currency: "USD",
        digits: 2,
        plan,
        settings: &settings,
    })
    .unwrap()
}

/// One row of the table as the page has it.
fn row(name: &str, year: &str, score: attain::engine::quota::backtest::Score) -> String {
    let percent = |share: Option<f64>| share.map_or("–".into(), |share| format!("{:.1} %", share * 100.0));
    let number = |number: Option<f64>| number.map_or("–".into(), |number| format!("{number:.2}"));
    let cost = score.cost.map_or("–".into(), |cost| cost.rounded(0).0.to_string());
    format!(
        "| {year} | {name} | {} | {} | {} | {} | {} | {} | {} | {} | {cost} |",
        score.n_reps,
        percent(score.wape),
        percent(score.mape),
        number(score.size_correlation),
        number(score.gini),
        percent(score.at_quota),
        percent(score.within),
        percent(score.inside)
    )
    .replace("-0.00", "0.00")
    .replace('-', "−")
}

fn name(setter: Setter) -> String {
    match setter {
        Setter::AsSet => "as set".into(),
        Setter::Method(method) => method.key().replace('_', " "),
    }
}

#[test]
fn the_backtest_is_the_table_of_the_docs() {
    let Some(folder) = corpus() else { return };
    let found = tested(&dataset(&folder), Some(&plan()));
    assert_eq!(found.years.len(), 2);
    let mut rows = Vec::new();
    for year in &found.years {
        let label = CALENDAR.fiscal_year(year.year.start).to_string();
        for setter in &year.setters {
            if let Ok(score) = setter.outcome {
                rows.push(row(&name(setter.setter), &label, score));
            }
        }
    }
    for result in &found.overall {
        if let Some(score) = result.score {
            rows.push(row(&name(result.setter), "both", score));
        }
    }
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/methods/quota_estimate.md")).unwrap();
    let missing: Vec<&String> = rows.iter().filter(|row| !docs.contains(row.as_str())).collect();
    assert!(missing.is_empty(), "not in the docs:\n{}\nbest: {:?}", rows.join("\n"), found.best);
    // Seen on its own: two methods that need no second year say something in both.
    for method in [Method::Growth, Method::Even, Method::Shrinkage] {
        let of = found.overall.iter().find(|one| one.setter == Setter::Method(method)).unwrap();
        assert_eq!(of.n_years, 2, "{method:?}");
    }
}
