//! Headcount plans and their capacity, in words.

use super::charts::{Voice, factor};
use super::numerals::Numerals;
use super::words::Words;
use crate::engine::quota::capacity::{
    Assumption, CapacityNote, CapacityReport, HeadcountError, OnForecast, OnForecastError, QuotasFrom,
};

/// What a reader of a plan that was looked up should know.
pub fn capacity_note(words: &Words, numerals: &dyn Numerals, note: &CapacityNote) -> String {
    let role = |role: &String| if role.trim().is_empty() { "–".to_owned() } else { role.clone() };
    let counted = |id: &str, n: u32| words.with(id, [("n", n.into()), ("count", numerals.count(n as usize).into())]);
    let of_role = |id: &str, name: &String, n: u32| {
        let values = [("role", role(name).into()), ("n", n.into()), ("count", numerals.count(n as usize).into())];
        words.with(id, values)
    };
    let named = |id: &str, name: &String| words.with(id, [("role", role(name).into())]);
    match note {
        CapacityNote::OtherRole { role, n_reps } => of_role("capacity-other-role", role, *n_reps),
        CapacityNote::UnknownRole { role, n_heads } => of_role("capacity-unknown-role", role, *n_heads),
        CapacityNote::NoHireDay { n_reps } => counted("capacity-no-hire-day", *n_reps),
        CapacityNote::RampNotFitted { role, n_hires } => of_role("capacity-ramp-not-fitted", role, *n_hires),
        CapacityNote::HiresOutside { n_heads } => counted("capacity-hires-outside", *n_heads),
        CapacityNote::TooMany { n_heads } => counted("capacity-too-many", *n_heads),
        CapacityNote::NoHeads => words.text("capacity-no-heads"),
        CapacityNote::AttritionOfData { role, n_leavers } => of_role("capacity-attrition-of-data", role, *n_leavers),
        CapacityNote::AttritionAssumed { role } => named("capacity-attrition-assumed", role),
        CapacityNote::NoQuota { role } => named("capacity-no-quota", role),
    }
}

/// Why a plan cannot be used, and what to do.
pub fn headcount_error(words: &Words, error: &HeadcountError) -> String {
    match error {
        HeadcountError::NoRole => words.text("headcount-no-role"),
        HeadcountError::RoleTwice { role } => words.with("headcount-role-twice", [("role", role.as_str().into())]),
        HeadcountError::RoleNumber { role, field } => {
            let (name, allowed) = headcount_field(words, field);
            let role = if role.trim().is_empty() { "–" } else { role };
            let values = [("role", role.into()), ("field", name.into()), ("allowed", allowed.into())];
            words.with("headcount-role-number", values)
        }
        HeadcountError::Number { field } => {
            let (name, allowed) = headcount_field(words, field);
            words.with("headcount-number", [("field", name.into()), ("allowed", allowed.into())])
        }
    }
}

/// A number of the plan by its name in the saved form, and what it may be.
fn headcount_field(words: &Words, field: &str) -> (String, String) {
    let (name, allowed) = match field {
        "quota" => ("headcount-quota", "headcount-quota-allowed"),
        "attainment" => ("headcount-attainment", "headcount-attainment-allowed"),
        "spread" => ("headcount-spread", "headcount-spread-allowed"),
        "noise" => ("headcount-noise", "headcount-noise-allowed"),
        "attrition" => ("headcount-attrition", "headcount-attrition-allowed"),
        "backfill_lag" => ("headcount-backfill-lag", "headcount-backfill-lag-allowed"),
        "ramp" => ("headcount-ramp", "headcount-ramp-allowed"),
        "n_months" => ("headcount-months", "headcount-months-allowed"),
        "goal" => ("headcount-goal", "headcount-goal-allowed"),
        "over_assignment" => ("headcount-over-assignment", "headcount-over-assignment-allowed"),
        "season" => ("headcount-season", "headcount-season-allowed"),
        "doubt" => ("headcount-doubt", "headcount-doubt-allowed"),
        _ => ("headcount-ranges", "headcount-ranges-allowed"),
    };
    (words.text(name), words.text(allowed))
}

/// An assumption's name.
pub fn assumption_name(words: &Words, assumption: Assumption) -> String {
    words.text(match assumption {
        Assumption::Attainment => "assumption-attainment",
        Assumption::Attrition => "assumption-attrition",
        Assumption::RampTime => "assumption-ramp",
        Assumption::BackfillLag => "assumption-backfill",
        Assumption::HireDelay => "assumption-delay",
        Assumption::Hires => "assumption-hires",
        Assumption::Market => "assumption-market",
        Assumption::HeadSpread => "assumption-heads",
    })
}

/// How far it is moved: `× 0.9`, or `+1` month.
pub fn capacity_value(words: &Words, numerals: &dyn Numerals, assumption: Assumption, value: f64) -> String {
    if !assumption.is_in_months() {
        return factor(words, numerals, value);
    }
    let sign = if 0.0 < value { "+" } else { "" };
    words.with("capacity-months-moved", [("value", format!("{sign}{}", numerals.decimal(value, 0, 1)).into())])
}

/// An assumption with how far it is moved.
pub fn assumption_moved(words: &Words, numerals: &dyn Numerals, assumption: Assumption, value: f64) -> String {
    format!("{} {}", assumption_name(words, assumption), capacity_value(words, numerals, assumption, value))
}

/// What capacity comes to, in a sentence or two.
pub fn capacity_finding(voice: &Voice, report: &CapacityReport) -> String {
    let expected = &report.expected;
    let Some(summary) = &report.summary else {
        let values =
            [("expected", voice.compact(expected.expected).into()), ("quota", voice.compact(expected.quota).into())];
        return voice.words.with("capacity-finding-expected", values);
    };
    let range = voice.words.with(
        "capacity-finding-range",
        [
            ("median", voice.compact(summary.total.p50).into()),
            ("low", voice.compact(summary.total.p10).into()),
            ("high", voice.compact(summary.total.p90).into()),
        ],
    );
    let (Some(chance), Some(shortfall)) = (summary.goal_probability, summary.shortfall) else { return range };
    let goal = voice.words.with(
        "capacity-finding-goal",
        [
            ("goal", voice.compact(summary.goal).into()),
            // Near certainty a whole number would say too much.
            ("years", voice.numerals.decimal(chance * 100.0, 0, u8::from(!(0.01..=0.99).contains(&chance))).into()),
            ("shortfall", voice.compact(shortfall).into()),
        ],
    );
    format!("{goal} {range}")
}

/// Why a forecast cannot be held against a headcount plan, and what to do.
pub fn on_forecast_error(words: &Words, numerals: &dyn Numerals, error: &OnForecastError) -> String {
    match *error {
        OnForecastError::NotMonthly => words.text("on-forecast-not-monthly"),
        OnForecastError::OtherMonths { first, last } => words.with(
            "on-forecast-other-months",
            [("first", numerals.month(first).into()), ("last", numerals.month(last).into())],
        ),
    }
}

/// A forecast beside capacity and quotas, in a few sentences: utilisation, the gap, when it opens, and when to hire for it.
pub fn capacity_on_forecast(voice: &Voice, found: &OnForecast) -> String {
    let (all, month) = (&found.all, |month| voice.numerals.month(month));
    let share = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| voice.percent(value));
    let Some((first, last)) = found.months.first().zip(found.months.last()) else { return String::new() };
    let mut said = vec![voice.words.with(
        "on-forecast-finding",
        [
            ("first", month(first.month).into()),
            ("last", month(last.month).into()),
            ("forecast", voice.compact(all.forecast).into()),
            ("capacity", voice.compact(all.capacity).into()),
            ("utilisation", share(all.utilisation).into()),
        ],
    )];
    if let Some(heads) = all.gap_heads {
        let values =
            [("gap", voice.compact(all.gap.abs()).into()), ("heads", voice.numerals.decimal(heads.abs(), 1, 1).into())];
        said.push(voice.words.with(if 0.0 < all.gap { "on-forecast-missing" } else { "on-forecast-spare" }, values));
    }
    if let Some(reach) = all.reach {
        // Near certainty a whole number would say too much.
        let digits = u8::from(!(0.01..=0.99).contains(&reach));
        let years = voice.numerals.decimal(reach * 100.0, 0, digits);
        said.push(voice.words.with("on-forecast-reach", [("years", years.into())]));
    }
    said.push(match found.first_short.zip(found.hire_by) {
        None => voice.words.text("on-forecast-enough"),
        Some((short, hire_by)) => {
            let values = [
                ("month", month(short).into()),
                ("n", found.lead_months.into()),
                ("count", voice.numerals.count(found.lead_months as usize).into()),
                ("hire", month(hire_by).into()),
            ];
            voice.words.with(if found.is_late { "on-forecast-short-late" } else { "on-forecast-short" }, values)
        }
    });
    let quotas = found.quotas_from.zip(all.quota).map(|(from, quota)| {
        let values = [
            ("quota", voice.compact(quota).into()),
            ("coverage", share(all.quota_coverage).into()),
            ("attainment", share(all.attainment).into()),
        ];
        voice.words.with(if from == QuotasFrom::Reps { "on-forecast-quotas" } else { "on-forecast-assigned" }, values)
    });
    said.extend(quotas);
    said.join(" ")
}
