//! Attainment by rep and quarter of a published company, from its sales file against its targets; and a goal of its size
//! spread by what was sold before. The files are found through `ATTAIN_CORPUS`; without it the test says that it is skipped.

use std::collections::BTreeMap;
use std::path::PathBuf;

use attain::engine::comp::{ReplayInput, replay, templates};
use attain::engine::quota::plan::{Goal, NodeKey, QuotaPlan, Rule};
use attain::engine::quota::tree::{Ground, Tree, in_place, spread, targets};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

use crate::laws::check_sums;

/// The cells of a file, by header.
fn rows(folder: &std::path::Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let headers: Vec<&str> = lines.next().unwrap().split('|').collect();
    let row = |line: &str| {
        headers.iter().map(|header| (*header).to_owned()).zip(line.split('|').map(str::to_owned)).collect()
    };
    lines.map(row).collect()
}

fn money(text: &str) -> Money {
    Money(text.replace(['$', ','], "").parse().unwrap())
}

/// Keys of employees in the sales file are other than those of the targets.
fn dataset() -> Option<Dataset> {
    let corpus = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    let Some(corpus) = corpus else {
        println!("skipped: ATTAIN_CORPUS names no folder");
        return None;
    };
    let folder = corpus.join("crm_03_adventureworks_pbi_a_pipe");
    let people = rows(&folder, "Salesperson.csv");
    let ids: BTreeMap<&str, RepId> =
        people.iter().map(|row| (row["EmployeeKey"].as_str(), RepId(row["EmployeeID"].clone()))).collect();
    let rep = |row: &BTreeMap<String, String>| Rep {
        id: RepId(row["EmployeeID"].clone()),
        name: row["Salesperson"].clone(),
        role: row["Title"].clone(),
        ..Rep::default()
    };
    let deal = |row: &BTreeMap<String, String>| Deal {
        rep: ids[row["EmployeeKey"].as_str()].clone(),
        outcome: Outcome::Won,
        closed: Some(row["OrderDate"].replace('/', "-").parse().unwrap()),
        amount: Some(money(&row["Sales"])),
        ..Deal::default()
    };
    let target = |row: &BTreeMap<String, String>| Target {
        rep: RepId(row["EmployeeID"].clone()),
        period: Period {
            start: row["TargetMonth"][..7].replace('/', "-").parse().unwrap(),
            length: Granularity::Month,
        },
        amount: money(&row["TargetAmount"]),
        measure: String::new(),
    };
    Some(Dataset {
        reps: people.iter().map(rep).collect(),
        deals: rows(&folder, "Sales.csv").iter().map(deal).collect(),
        targets: rows(&folder, "Targets.csv").iter().map(target).collect(),
        ..Dataset::default()
    })
}

/// Attainment of each rep in each quarter, by the exact interpreter.
fn attainment(dataset: &Dataset) -> BTreeMap<(String, Month), Decimal> {
    let mut plan = templates::account_executive();
    plan.components.truncate(1);
    plan.components[0].pay_period = Granularity::Quarter;
    plan.components[0].accumulate = attain::engine::comp::Window::PayPeriod;
    let (first, last) = (Month::new(2017, 7), Month::new(2020, 6));
    let input =
        ReplayInput { plan: &plan, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" };
    let lines = replay(&input).statements.into_iter().flat_map(|statement| {
        let rep = statement.rep.0.clone();
        statement.lines.into_iter().filter_map(move |line| Some(((rep.clone(), line.period.start), line.attainment?)))
    });
    lines.collect()
}

#[test]
fn a_published_companys_attainment_comes_out() {
    let Some(mut dataset) = dataset() else { return };
    let found = attainment(&dataset);
    // Sales over targets of the quarter, added up from the files by hand.
    for (rep, quarter, sales, target) in [
        ("841560125", Month::new(2018, 7), "1252953.79", "2350000"),
        ("191644724", Month::new(2019, 4), "967974.35", "2400000"),
        ("668991357", Month::new(2019, 10), "1129755.86", "1400000"),
    ] {
        let expected = sales.parse::<Decimal>().unwrap() / target.parse::<Decimal>().unwrap();
        assert_eq!(found[&(rep.to_owned(), quarter)].round_dp(12), expected.round_dp(12), "{rep} {quarter}");
    }
    let with_sales = found.values().filter(|attained| !attained.is_zero());
    assert_eq!(with_sales.clone().count(), 163);
    assert_eq!(with_sales.filter(|attained| Decimal::ONE <= **attained).count(), 32);
    // Quotas for 2019 by what 2018 sold: with last year's sum as the goal, each has last year's sales.
    let plan = QuotaPlan {
        start: Some(Month::new(2019, 1)),
        goal: Goal::Growth { growth: Decimal::ZERO },
        rule: Rule::PriorSales,
        step: Decimal::new(1, 2),
        month_step: Decimal::new(1, 2),
        ..QuotaPlan::default()
    };
    let tree = Tree::new(&Ground::of(&dataset, Calendar::default(), "USD"), &plan);
    let spread = spread(&tree, &plan);
    check_sums(&tree, &spread);
    let sold = |rep: &str| -> Decimal {
        let is_own = |deal: &&Deal| deal.rep.0 == rep && Month::of(deal.closed.unwrap()).year() == 2018;
        dataset.deals.iter().filter(is_own).map(|deal| deal.amount.unwrap().0).sum()
    };
    for rep in ["841560125", "191644724", "668991357"] {
        let row = spread.row(tree.place(&NodeKey::of(RepId(rep.into()))).unwrap());
        assert_eq!((row.amount, row.prior), (sold(rep), sold(rep)), "{rep}");
    }
    // In the place of the file's targets they decide attainment.
    dataset.targets = in_place(&dataset.targets, &targets(&tree, &plan, &spread));
    let found = attainment(&dataset);
    let month = |rep: &str, month: Month| {
        let months = spread.months_of(tree.place(&NodeKey::of(RepId(rep.into()))).unwrap());
        months.iter().filter(|one| (0..3).contains(&one.month.since(month))).map(|one| one.amount).sum::<Decimal>()
    };
    let (rep, quarter) = ("191644724", Month::new(2019, 4));
    let expected = "967974.35".parse::<Decimal>().unwrap() / month(rep, quarter);
    assert_eq!(found[&(rep.to_owned(), quarter)].round_dp(12), expected.round_dp(12));
}
