//! Estimates of what reps will sell, and the methods behind them, in words.

use super::charts::Voice;
use super::words::Words;
use crate::engine::quota::estimate::{EstimateError, Feature, How, Method};

/// A method.
pub fn method_name(words: &Words, method: Method) -> String {
    words.text(match method {
        Method::Shrinkage => "method-shrinkage",
        Method::Growth => "method-growth",
        Method::AccountPlans => "method-account-plans",
        Method::Potential => "method-potential",
        Method::Regression => "method-regression",
        Method::QuotaRatio => "method-quota-ratio",
        Method::Even => "method-even",
    })
}

fn feature_name(words: &Words, feature: Feature) -> String {
    words.text(match feature {
        Feature::PriorSales => "feature-prior-sales",
        Feature::Accounts => "feature-accounts",
        Feature::Potential => "feature-potential",
        Feature::Tenure => "feature-tenure",
        Feature::Pipeline => "feature-pipeline",
    })
}

/// How one estimate came about.
pub fn estimate_how(voice: &Voice, how: &How) -> String {
    let money = |value: f64| voice.whole(value).into();
    let words = voice.words;
    match how {
        How::Shrunk { own, peer, weight, n } => words.with(
            "how-shrunk",
            [
                ("own", money(*own)),
                ("peer", money(*peer)),
                ("weight", voice.percent(*weight).into()),
                ("n", (*n).into()),
                ("count", voice.numerals.decimal(f64::from(*n), 0, 0).into()),
            ],
        ),
        How::Grown { sales, growth, .. } => {
            words.with("how-grown", [("sales", money(*sales)), ("growth", voice.percent(*growth).into())])
        }
        How::Accounts { n_accounts, base, whitespace } => words.with(
            "how-accounts",
            [
                ("n", (*n_accounts).into()),
                ("count", voice.numerals.decimal(f64::from(*n_accounts), 0, 0).into()),
                ("base", money(*base)),
                ("whitespace", money(*whitespace)),
            ],
        ),
        How::Potential { sales, potential } => {
            words.with("how-potential", [("sales", money(*sales)), ("potential", money(*potential))])
        }
        How::Regressed { constant, parts } => {
            let part = |(feature, _, part): &(Feature, f64, f64)| {
                let values = [("feature", feature_name(words, *feature).into()), ("part", money(*part))];
                words.with("how-regressed-part", values)
            };
            let parts = parts.iter().map(part).collect::<Vec<_>>().join(", ");
            words.with("how-regressed", [("constant", money(*constant)), ("parts", parts.into())])
        }
        How::Ratio { quota } => words.with("how-ratio", [("quota", money(*quota))]),
        How::Peers => words.text("how-peers"),
    }
}

/// Why a method cannot say anything.
pub fn estimate_error(voice: &Voice, error: &EstimateError) -> String {
    let count = |n: u32| voice.numerals.decimal(f64::from(n), 0, 0).into();
    let words = voice.words;
    match error {
        EstimateError::Setting { field } => words.with("estimate-error-setting", [("field", field.as_str().into())]),
        EstimateError::NoReps => words.text("estimate-error-reps"),
        EstimateError::NoHistory => words.text("estimate-error-history"),
        EstimateError::TooFewYears { needed, found } => {
            words.with("estimate-error-years", [("needed", count(*needed)), ("found", count(*found))])
        }
        EstimateError::TooFewRows { needed, found } => {
            words.with("estimate-error-rows", [("needed", count(*needed)), ("found", count(*found))])
        }
        EstimateError::NoPotential => words.text("estimate-error-potential"),
        EstimateError::NoAccounts => words.text("estimate-error-accounts"),
        EstimateError::NoQuotas => words.text("estimate-error-quotas"),
    }
}
