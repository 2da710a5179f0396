//! The page of unlike rules on one table shows what the engine pays.
//!
//! `UPDATE_RULES=1 cargo test --test rules` writes its tables anew.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;

use attain::engine::comp::{
    Component, PayBasis, Plan, ReplayInput, Terms, Tier, TierAxis, TierMode, Window, payout, replay,
};
use attain::engine::records::{Dataset, Deal, Outcome, RepId};
use attain::engine::units::{Calendar, Decimal, Money, Month};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/methods/compensation_rules.md");

/// Where each table begins and ends on the page.
const MARKS: [(&str, &str); 2] =
    [("<!-- one credit -->\n", "<!-- end -->"), ("<!-- three months -->\n", "<!-- end of months -->")];

/// 1 % to 1,000, 2 % to 3,000, 3 % to 8,000, 5 % above, with a quota of 1,000 a month.
fn component() -> Component {
    let tier = |(from, hundredths): (i64, i64)| Tier { from: from.into(), value: Decimal::new(hundredths, 2) };
    Component {
        name: "Commission".into(),
        pay_basis: PayBasis::Rate,
        tier_axis: TierAxis::Amount,
        tiers: [(0, 1), (1_000, 2), (3_000, 3), (8_000, 5)].map(tier).to_vec(),
        ..Component::default()
    }
}

const MODES: [(&str, TierMode); 4] = [
    ("marginal", TierMode::Marginal),
    ("retroactive", TierMode::Retroactive),
    ("interpolated", TierMode::Interpolated),
    ("highest over quota", TierMode::HighestOverQuota),
];

fn money(amount: Decimal) -> String {
    let text = Money(amount).rounded(2).0.normalize().to_string();
    match text.split_once('.') {
        Some((_, cents)) if cents.len() == 1 => text + "0",
        _ => text,
    }
}

/// Pay of single credits with a quota of 3,000, a column for each rule.
fn one_credit() -> String {
    let mut text = String::from(
        "| credit | marginal | retroactive | interpolated | highest over quota |\n|---|---|---|---|---|\n",
    );
    for credit in [500, 1_000, 2_000, 3_000, 5_200, 8_000, 9_700] {
        let terms = Terms { quota: Some(Decimal::from(3_000)), target_incentive: Decimal::ZERO };
        let pay = |(_, tier_mode): (&str, TierMode)| {
            money(payout(&Component { tier_mode, ..component() }, credit.into(), &terms).pay)
        };
        let _ = writeln!(text, "| {credit} | {} |", MODES.map(pay).join(" | "));
    }
    text
}

/// Pay by month of six deals, a row for each rule.
fn three_months() -> String {
    let mut text = String::from("| tiers | credit | January | February | March | sum |\n|---|---|---|---|---|---|\n");
    let windows = [
        ("each deal alone", Window::Deal, true),
        ("each month alone", Window::PayPeriod, true),
        ("quarter to date, deducted", Window::Quarter, true),
        ("rate of the quarter to date on the month", Window::Quarter, false),
    ];
    for (window, accumulate, deduct_prior) in windows {
        for (mode, tier_mode) in MODES {
            let paid = months(Component { tier_mode, accumulate, deduct_prior, ..component() });
            let sum: Decimal = paid.iter().sum();
            let months: Vec<String> = paid.iter().map(|pay| money(*pay)).collect();
            let _ = writeln!(text, "| {mode} | {window} | {} | **{}** |", months.join(" | "), money(sum));
        }
    }
    text
}

fn months(component: Component) -> Vec<Decimal> {
    let deals = [(1, 5, 200), (1, 12, 300), (1, 20, 1_500), (2, 3, 1_200), (2, 17, 2_000), (3, 9, 4_500)];
    let deal = |(month, day, amount): (u32, u32, i64)| Deal {
        rep: RepId("Ann".into()),
        outcome: Outcome::Won,
        amount: Some(Money::whole(amount)),
        closed: chrono::NaiveDate::from_ymd_opt(2026, month, day),
        ..Deal::default()
    };
    let dataset = Dataset { deals: deals.map(deal).to_vec(), ..Dataset::default() };
    let plan = Plan { components: vec![component], quota: Some(Decimal::from(12_000)), ..Plan::default() };
    assert_eq!(plan.errors(), []);
    let (first, last) = (Month::new(2026, 1), Month::new(2026, 3));
    let input = ReplayInput {
        plan: &plan,
        dataset: &dataset,
        calendar: Calendar::default(),
        first,
        last,
        digits: 2,
        currency: "USD",
    };
    replay(&input).statements[0].lines.iter().map(|line| line.pay.0).collect()
}

#[test]
fn the_page_of_rules_shows_what_the_engine_pays() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let mut made = page.clone();
    for ((start, end), table) in MARKS.into_iter().zip([one_credit(), three_months()]) {
        let (before, rest) = made.split_once(start).unwrap();
        let (_, after) = rest.split_once(end).unwrap();
        made = format!("{before}{start}{table}{end}{after}");
    }
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(PAGE, &made).unwrap();
    } else {
        assert!(page == made, "docs/methods/compensation_rules.md is not what is paid; see UPDATE_RULES");
    }
    // Each rule of months answers in its own way.
    let sums: std::collections::BTreeSet<&str> =
        made.lines().filter(|line| line.contains("**")).filter_map(|line| line.rsplit("**").nth(1)).collect();
    assert!(10 <= sums.len(), "{sums:?}");
}
