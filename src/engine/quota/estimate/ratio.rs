//! The two simplest rules: last year's quota times a ratio, and the same for everyone.

use super::answer::{EstimateError, How, Model};
use super::draft::{Draft, Drafted};
use super::growth::Scatter;
use super::past::Past;

/// `quota × ratio`; the interval from how sales strayed from the quotas of last year.
pub(super) fn quota_ratio(past: &Past) -> Result<Drafted, EstimateError> {
    let ratio = past.settings.quota_ratio;
    let quotas: Vec<Option<f64>> = past.reps.iter().map(|place| past.quota(*place)).collect();
    if quotas.iter().all(Option::is_none) {
        return Err(EstimateError::NoQuotas);
    }
    let pairs = past.reps.iter().zip(&quotas).filter_map(|(place, quota)| Some(((*quota)?, past.annual(*place, 1)?)));
    let pairs: Vec<(f64, f64)> = pairs.collect();
    let (quota, sales) = pairs.iter().fold((0.0, 0.0), |(one, other), (x, y)| (one + x, other + y));
    let attainment = (0.0 < quota).then(|| sales / quota);
    let scatter = Scatter::of(&[pairs]);
    let draft = |quota: &Option<f64>| {
        let quota = (*quota)?;
        let centre = attainment.map(|attainment| quota * attainment);
        Some(Draft { value: quota * ratio, centre, error: scatter.error(quota), how: How::Ratio { quota } })
    };
    let drafts = quotas.iter().map(draft).collect();
    let model = Model::Ratio { ratio, attainment };
    Ok(Drafted { drafts, degrees: scatter.degrees, model, accounts: Vec::new(), notes: Vec::new() })
}

/// The mean of last year's sales for everyone; the interval is that of one more rep of the same kind.
pub(super) fn even(past: &Past) -> Result<Drafted, EstimateError> {
    let sales: Vec<f64> = past.reps.iter().filter_map(|place| past.annual(*place, 1)).collect();
    if sales.is_empty() {
        return Err(EstimateError::NoHistory);
    }
    let n = sales.len() as f64;
    let mean = sales.iter().sum::<f64>() / n;
    let degrees = sales.len() as u32 - 1;
    let squares: f64 = sales.iter().map(|x| (x - mean) * (x - mean)).sum();
    let error = (0 < degrees).then(|| libm::sqrt(squares / f64::from(degrees) * (1.0 + 1.0 / n)));
    let drafts = past.reps.iter().map(|_| Some(Draft { value: mean, centre: None, error, how: How::Peers })).collect();
    Ok(Drafted { drafts, degrees, model: Model::Even { mean }, accounts: Vec::new(), notes: Vec::new() })
}
