//! Pipelines and their forecasts, in words.

use super::charts::Voice;
use super::numerals::Numerals;
use super::words::Words;
use crate::engine::pipeline::{
    Category, CategoryBasis, Driver, FlowKind, PipelineError, PipelineMethod, PipelineNote, PipelineReport,
};

/// What a reader should know.
pub fn pipeline_note(words: &Words, numerals: &dyn Numerals, note: &PipelineNote) -> String {
    let count = |n: u32| numerals.count(n as usize);
    let counted = |id: &str, n: u32| words.with(id, [("n", n.into()), ("count", count(n).into())]);
    match note {
        PipelineNote::Undated { n } => counted("pipeline-undated", *n),
        PipelineNote::EndsBeforeBegin { n } => counted("pipeline-backward", *n),
        PipelineNote::AmountsAtTheEnd => words.text("pipeline-amounts-at-the-end"),
        PipelineNote::AmountsUnknown { n } => counted("pipeline-amounts-unknown", *n),
        PipelineNote::FewDeals { n_won, n_lost } => {
            words.with("pipeline-few-deals", [("won", count(*n_won).into()), ("lost", count(*n_lost).into())])
        }
        PipelineNote::StagesNotMeasured => words.text("pipeline-stages-not-measured"),
        PipelineNote::NoShock => words.text("pipeline-no-shock"),
        PipelineNote::ShockUnknown { n_months } => counted("pipeline-shock-unknown", *n_months),
        PipelineNote::NothingCreated => words.text("pipeline-nothing-created"),
        PipelineNote::OtherCurrency { n } => counted("pipeline-other-currency", *n),
    }
}

/// Why there is no forecast, and what to do.
pub fn pipeline_error(words: &Words, error: PipelineError) -> String {
    words.text(match error {
        PipelineError::NoDeals => "pipeline-no-deals",
        PipelineError::NothingWon => "pipeline-nothing-won",
        PipelineError::NoAmounts => "pipeline-no-amounts",
        PipelineError::NoPeriods => "pipeline-no-periods",
    })
}

/// What the forecast comes to, in a sentence or two.
pub fn pipeline_finding(voice: &Voice, report: &PipelineReport, target: Option<f64>) -> String {
    let month = |month: Option<&crate::engine::pipeline::PipelineMonth>| {
        month.map_or_else(String::new, |month| voice.numerals.month(month.month))
    };
    let values = [
        ("first", month(report.months.first()).into()),
        ("last", month(report.months.last()).into()),
        ("median", voice.compact(report.total.p50).into()),
        ("low", voice.compact(report.total.p10).into()),
        ("high", voice.compact(report.total.p90).into()),
        ("mean", voice.compact(report.mean).into()),
        ("booked", voice.compact(report.expected.booked).into()),
        ("open", voice.compact(report.expected.open).into()),
        ("fresh", voice.compact(report.expected.fresh).into()),
    ];
    let id = if report.expected.booked == 0.0 { "pipeline-finding" } else { "pipeline-finding-booked" };
    let finding = voice.words.with(id, values);
    let Some((target, chance)) = target.zip(report.target_chance) else { return finding };
    // Near certainty a whole number would say too much.
    let digits = u8::from(!(0.01..=0.99).contains(&chance));
    let values =
        [("target", voice.compact(target).into()), ("runs", voice.numerals.decimal(chance * 100.0, 0, digits).into())];
    format!("{finding} {}", voice.words.with("pipeline-finding-target", values))
}

/// How exactly the chance of the target is known, from its standard error: a 95 % interval, normal, in percentage points.
pub fn pipeline_chance_range(voice: &Voice, error: f64) -> String {
    voice.with("pipe-chance-range", [("error", voice.numerals.decimal(1.96 * 100.0 * error, 0, 1).into())])
}

/// An assumption's name.
pub fn pipeline_driver(words: &Words, driver: Driver) -> String {
    words.text(match driver {
        Driver::WinRate => "pipeline-driver-win-rate",
        Driver::Amounts => "pipeline-driver-amounts",
        Driver::CycleTime => "pipeline-driver-cycle-time",
        Driver::CreationRate => "pipeline-driver-creation-rate",
        Driver::Shock => "pipeline-driver-shock",
    })
}

/// The name of a part of the waterfall.
pub fn pipeline_flow(words: &Words, kind: FlowKind) -> String {
    words.text(match kind {
        FlowKind::Created => "pipeline-flow-created",
        FlowKind::PulledIn => "pipeline-flow-pulled-in",
        FlowKind::PushedOut => "pipeline-flow-pushed-out",
        FlowKind::Won => "pipeline-flow-won",
        FlowKind::Lost => "pipeline-flow-lost",
        FlowKind::AmountUp => "pipeline-flow-amount-up",
        FlowKind::AmountDown => "pipeline-flow-amount-down",
        FlowKind::Gone => "pipeline-flow-gone",
    })
}

/// A method's name.
pub fn pipeline_method(words: &Words, method: PipelineMethod) -> String {
    words.text(match method {
        PipelineMethod::Hazards => "pipeline-method-hazards",
        PipelineMethod::StageWeighted => "pipeline-method-stage-weighted",
        PipelineMethod::RunRate => "pipeline-method-run-rate",
    })
}

/// A forecaster's word.
pub fn pipeline_category(words: &Words, category: Category) -> String {
    words.text(match category {
        Category::Commit => "pipeline-category-commit",
        Category::MostLikely => "pipeline-category-most-likely",
        Category::BestCase => "pipeline-category-best-case",
        Category::Pipeline => "pipeline-category-pipeline",
    })
}

/// What a deal's category is known from.
pub fn pipeline_basis(words: &Words, basis: CategoryBasis) -> String {
    words.text(match basis {
        CategoryBasis::Stated => "pipeline-basis-stated",
        CategoryBasis::Probability => "pipeline-basis-probability",
    })
}
