//! Names of kinds, fields and measures.

use super::words::Words;
use crate::data::{DateOrder, DecimalMark, Epoch, Field, Kind, ValueKind};
use crate::engine::comp::Measure;

/// What a table holds.
pub fn kind_name(words: &Words, kind: Kind) -> String {
    words.text(match kind {
        Kind::Reps => "kind-reps",
        Kind::Deals => "kind-deals",
        Kind::Accounts => "kind-accounts",
        Kind::Products => "kind-products",
        Kind::Targets => "kind-targets",
        Kind::Leads => "kind-leads",
        Kind::Activities => "kind-activities",
        Kind::Spend => "kind-spend",
        Kind::Credits => "kind-credits",
        Kind::Objectives => "kind-objectives",
        Kind::ExchangeRates => "kind-exchange-rates",
        Kind::Absences => "kind-absences",
        Kind::Payments => "kind-payments",
        Kind::Unknown => "kind-unknown",
    })
}

/// What a column means.
pub fn field_name(words: &Words, field: Field) -> String {
    words.text(match field {
        Field::Id => "field-id",
        Field::Name => "field-name",
        Field::Rep => "field-rep",
        Field::Role => "field-role",
        Field::Manager => "field-manager",
        Field::Region => "field-region",
        Field::Segment => "field-segment",
        Field::Hired => "field-hired",
        Field::Left => "field-left",
        Field::BaseSalary => "field-base-salary",
        Field::TargetIncentive => "field-target-incentive",
        Field::Account => "field-account",
        Field::Product => "field-product",
        Field::Stage => "field-stage",
        Field::Outcome => "field-outcome",
        Field::Amount => "field-amount",
        Field::Margin => "field-margin",
        Field::Units => "field-units",
        Field::Created => "field-created",
        Field::Closed => "field-closed",
        Field::Source => "field-source",
        Field::Industry => "field-industry",
        Field::Revenue => "field-revenue",
        Field::Employees => "field-employees",
        Field::Family => "field-family",
        Field::Price => "field-price",
        Field::Period => "field-period",
        Field::Status => "field-status",
        Field::Converted => "field-converted",
        Field::Day => "field-day",
        Field::Activity => "field-activity",
        Field::Count => "field-count",
        Field::Channel => "field-channel",
        Field::DealKind => "field-deal-kind",
        Field::Currency => "field-currency",
        Field::TermMonths => "field-term-months",
        Field::Cancelled => "field-cancelled",
        Field::ForecastCategory => "field-forecast-category",
        Field::Measure => "field-measure",
        Field::Deal => "field-deal",
        Field::Share => "field-share",
        Field::Objective => "field-objective",
        Field::Result => "field-result",
        Field::Weight => "field-weight",
        Field::Rate => "field-rate",
        Field::From => "field-from",
        Field::To => "field-to",
    })
}

/// What a column's cells are.
pub fn value_kind_name(words: &Words, kind: ValueKind) -> String {
    words.text(match kind {
        ValueKind::Empty => "value-empty",
        ValueKind::Text => "value-text",
        ValueKind::Number { decimal: DecimalMark::Point } => "value-number-point",
        ValueKind::Number { decimal: DecimalMark::Comma } => "value-number-comma",
        ValueKind::Date { order: DateOrder::YearFirst, .. } => "value-date-year",
        ValueKind::Date { order: DateOrder::DayFirst, .. } => "value-date-day",
        ValueKind::Date { order: DateOrder::MonthFirst, .. } => "value-date-month",
        ValueKind::Bool => "value-bool",
        ValueKind::Serial { epoch: Epoch::Excel1900 } => "value-serial-1900",
        ValueKind::Serial { epoch: Epoch::Excel1904 } => "value-serial-1904",
        ValueKind::Serial { epoch: Epoch::UnixSeconds } => "value-serial-seconds",
        ValueKind::Serial { epoch: Epoch::UnixMilliseconds } => "value-serial-milliseconds",
    })
}

/// What a plan credits.
pub fn measure_name(words: &Words, measure: Measure) -> String {
    words.text(match measure {
        Measure::Bookings => "measure-bookings",
        Measure::Margin => "measure-margin",
        Measure::Units => "measure-units",
        Measure::Deals => "measure-deals",
        Measure::Revenue => "measure-revenue",
        Measure::Activities => "measure-activities",
        Measure::Scorecard => "measure-scorecard",
    })
}
