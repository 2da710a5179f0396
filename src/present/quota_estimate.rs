//! Estimates and their backtest, in words: methods, how each estimate came about, notes, what could not be said and why.

use super::charts::Voice;
use super::numerals::MoneyStyle;
use super::words::Words;
use crate::engine::quota::backtest::{Best, Missed, Setter, Why};
use crate::engine::quota::estimate::{
    Column, ColumnOf, Estimate, EstimateError, Estimates, Feature, How, Method, Model, Note,
};

/// A method's name.
pub fn estimate_method(words: &Words, method: Method) -> String {
    words.text(match method {
        Method::Shrinkage => "estimate-method-shrinkage",
        Method::Growth => "estimate-method-growth",
        Method::AccountPlans => "estimate-method-accounts",
        Method::Potential => "estimate-method-potential",
        Method::Regression => "estimate-method-regression",
        Method::QuotaRatio => "estimate-method-ratio",
        Method::Even => "estimate-method-even",
    })
}

/// Who set quotas in a backtest.
pub fn backtest_setter(words: &Words, setter: Setter) -> String {
    match setter {
        Setter::AsSet => words.text("estimate-as-set"),
        Setter::Method(method) => estimate_method(words, method),
    }
}

fn feature_name(words: &Words, feature: Feature) -> String {
    words.text(match feature {
        Feature::PriorSales => "estimate-feature-sales",
        Feature::Accounts => "estimate-feature-accounts",
        Feature::Potential => "estimate-feature-potential",
        Feature::Tenure => "estimate-feature-tenure",
        Feature::Pipeline => "estimate-feature-pipeline",
    })
}

/// What a column of a linear model is.
pub fn estimate_column(words: &Words, column: &Column) -> String {
    match column.what {
        ColumnOf::Constant => words.text("estimate-constant"),
        ColumnOf::Feature(feature) => feature_name(words, feature),
        ColumnOf::Sales => words.text("estimate-feature-sales"),
        ColumnOf::Headroom => words.text("estimate-headroom"),
    }
}

struct Speaker<'a>(&'a Voice<'a>);

impl Speaker<'_> {
    fn money(&self, amount: f64) -> String {
        self.0.numerals.money(amount, self.0.currency, MoneyStyle::Whole)
    }

    fn number(&self, number: f64) -> String {
        self.0.numerals.decimal(number, 0, 3)
    }

    fn percent(&self, fraction: f64) -> String {
        self.0.numerals.percent(fraction, 1)
    }

    fn count(&self, n: u32) -> String {
        self.0.numerals.count(n as usize)
    }
}

/// How one estimate came about, as a formula with its numbers.
pub fn estimate_how(voice: &Voice, all: &Estimates, one: &Estimate) -> String {
    let (words, said) = (voice.words, Speaker(voice));
    match &one.how {
        How::Shrunk { own, peer, weight, n } => words.with(
            "estimate-how-shrunk",
            [
                ("weight", said.percent(*weight).into()),
                ("own", said.money(*own).into()),
                ("peer", said.money(*peer).into()),
                ("n", said.count(*n).into()),
            ],
        ),
        How::Grown { sales, growth, is_own } => {
            let key = if *is_own { "estimate-how-grown-own" } else { "estimate-how-grown" };
            words.with(key, [("sales", said.money(*sales).into()), ("growth", said.percent(*growth).into())])
        }
        How::Accounts { n_accounts, base, whitespace } => words.with(
            "estimate-how-accounts",
            [
                ("n", (*n_accounts).into()),
                ("count", said.count(*n_accounts).into()),
                ("base", said.money(*base).into()),
                ("whitespace", said.money(*whitespace).into()),
            ],
        ),
        How::Potential { sales, potential } => words.with(
            "estimate-how-potential",
            [("sales", said.money(*sales).into()), ("potential", said.money(*potential).into())],
        ),
        How::Regressed { constant, parts } => {
            let part = |(feature, number, amount): &(Feature, f64, f64)| {
                let name = feature_name(words, *feature);
                words.with(
                    "estimate-how-part",
                    [
                        ("name", name.into()),
                        ("number", said.number(*number).into()),
                        ("amount", said.money(*amount).into()),
                    ],
                )
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            let parts = parts.join("; ");
            let constant = said.money(*constant);
            words.with("estimate-how-regressed", [("constant", constant.into()), ("parts", parts.into())])
        }
        How::Ratio { quota } => {
            let ratio = if let Model::Ratio { ratio, .. } = all.model { ratio } else { 1.0 };
            let quota = said.money(*quota);
            words.with("estimate-how-ratio", [("quota", quota.into()), ("ratio", said.number(ratio).into())])
        }
        How::Peers => words.text("estimate-how-peers"),
    }
}

/// What is to be known beside the estimates, a sentence each.
pub fn estimate_note(voice: &Voice, note: &Note) -> String {
    let (words, said) = (voice.words, Speaker(voice));
    match note {
        Note::Peers { n_reps: n } => {
            words.with("estimate-note-peers", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::Annualised { n_reps: n } => {
            words.with("estimate-note-annualised", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::LeftOut { n_reps: n } => {
            words.with("estimate-note-left-out", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::Dropped { n_columns: n } => {
            words.with("estimate-note-dropped", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::Floored { n_reps: n } => {
            words.with("estimate-note-floored", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::NoGrowth => words.text("estimate-note-no-growth"),
        Note::ShortYear { n_months: n } => {
            words.with("estimate-note-short-year", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::OwnersBySales { n_accounts: n } => {
            words.with("estimate-note-owners", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
        Note::PotentialUnknown { n_accounts: n } => {
            words.with("estimate-note-potential", [("n", (*n).into()), ("count", said.count(*n).into())])
        }
    }
}

/// What all estimates of a method have in common, as one sentence.
pub fn estimate_model(voice: &Voice, model: &Model) -> String {
    let (words, said) = (voice.words, Speaker(voice));
    let known = |value: Option<f64>| value.map_or_else(|| "–".into(), |value| said.percent(value));
    match model {
        Model::Shrinkage { tau2, sigma2, .. } => words.with(
            "estimate-model-shrinkage",
            [("between", said.money(libm::sqrt(*tau2)).into()), ("within", said.money(libm::sqrt(*sigma2)).into())],
        ),
        Model::Growth { growth, .. } => words.with("estimate-model-growth", [("growth", known(*growth).into())]),
        Model::Accounts { n_accounts, unplanned } => words.with(
            "estimate-model-accounts",
            [
                ("n", (*n_accounts).into()),
                ("count", said.count(*n_accounts).into()),
                ("unplanned", said.money(*unplanned).into()),
            ],
        ),
        Model::Fit(fit) => {
            let column =
                |column: &Column| format!("{} {}", estimate_column(words, column), said.number(column.coefficient));
            let columns: Vec<String> = fit.columns.iter().map(column).collect();
            words.with(
                "estimate-model-fit",
                [
                    ("columns", columns.join("; ").into()),
                    ("n", fit.n_rows.into()),
                    ("count", said.count(fit.n_rows).into()),
                    ("share", known(fit.r_squared).into()),
                ],
            )
        }
        Model::Ratio { attainment, .. } => {
            words.with("estimate-model-ratio", [("attainment", known(*attainment).into())])
        }
        Model::Even { mean } => words.with("estimate-model-even", [("mean", said.money(*mean).into())]),
    }
}

/// Why a method cannot say anything, and what to do.
pub fn estimate_error(words: &Words, error: &EstimateError) -> String {
    match error {
        EstimateError::Setting { field } => words.with("estimate-error-setting", [("field", field.as_str().into())]),
        EstimateError::NoReps => words.text("estimate-error-reps"),
        EstimateError::NoHistory => words.text("estimate-error-history"),
        EstimateError::TooFewYears { needed, found } => words
            .with("estimate-error-years", [("needed", needed.to_string().into()), ("found", found.to_string().into())]),
        EstimateError::TooFewRows { needed, found } => words
            .with("estimate-error-rows", [("needed", needed.to_string().into()), ("found", found.to_string().into())]),
        EstimateError::NoPotential => words.text("estimate-error-potential"),
        EstimateError::NoAccounts => words.text("estimate-error-accounts"),
        EstimateError::NoQuotas => words.text("estimate-error-quotas"),
    }
}

/// Why a method has no score in a year.
pub fn backtest_missed(words: &Words, missed: &Missed) -> String {
    match missed {
        Missed::Estimate(error) => estimate_error(words, error),
        Missed::Nothing => words.text("estimate-missed-nothing"),
    }
}

/// Which method did best, and why.
pub fn backtest_best(voice: &Voice, best: &Best) -> String {
    let (words, said) = (voice.words, Speaker(voice));
    let method = estimate_method(words, best.method);
    match best.why {
        Why::LeastError { wape } => {
            let next = best.next.map(|next| estimate_method(words, next)).unwrap_or_default();
            words.with(
                "estimate-best-error",
                [("method", method.into()), ("wape", said.percent(wape).into()), ("next", next.into())],
            )
        }
        Why::Fairer { wape, least, correlation } => words.with(
            "estimate-best-fairer",
            [
                ("method", method.into()),
                ("wape", said.percent(wape).into()),
                ("least", said.percent(least).into()),
                ("correlation", voice.numerals.decimal(correlation, 2, 2).into()),
            ],
        ),
        Why::Alone { wape } => {
            words.with("estimate-best-alone", [("method", method.into()), ("wape", said.percent(wape).into())])
        }
    }
}
