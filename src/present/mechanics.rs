//! Sentences of a component beyond its tiers: what counts, gates, multipliers, matrices.

use super::field::measure_name;
use super::plan::Speaker;
use crate::engine::comp::{
    Advance, BlendPart, Component, CreditFrom, Filter, Gate, Matrix, Multiplier, Otherwise, QuotaSource, TierAxis,
};
use crate::engine::units::Granularity;

impl Speaker<'_> {
    /// What is measured, for a blend.
    pub(super) fn parts(&self, parts: &[BlendPart]) -> String {
        let part = |part: &BlendPart| {
            let values = [
                ("weight", self.percent(part.weight).into()),
                ("measure", measure_name(self.words, part.measure).into()),
            ];
            self.words.with("say-part", values)
        };
        parts.iter().map(part).collect::<Vec<_>>().join(" + ")
    }

    /// What counts, whose, and what it is held to.
    pub(super) fn counted(&self, component: &Component) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        match component.credit_from {
            CreditFrom::Own => {}
            CreditFrom::Team => lines.push(words.text("say-credit-team")),
            CreditFrom::Company => lines.push(words.text("say-credit-company")),
        }
        lines.extend(self.filter(&component.filter));
        lines.extend(self.quota(&component.quota, component.measure.is_money()));
        for part in &component.parts {
            let filter = self.filter(&part.filter);
            for text in filter.into_iter().chain(self.quota(&part.quota, part.measure.is_money())) {
                let measure = measure_name(words, part.measure);
                lines.push(words.with("say-of-part", [("measure", measure.into()), ("text", text.into())]));
            }
        }
        lines
    }

    pub(super) fn filter(&self, filter: &Filter) -> Option<String> {
        let words = self.words;
        let lists = [
            ("say-filter-products", &filter.products),
            ("say-filter-segments", &filter.segments),
            ("say-filter-regions", &filter.regions),
            ("say-filter-kinds", &filter.deal_kinds),
            ("say-filter-sources", &filter.sources),
            ("say-filter-activities", &filter.activities),
            ("say-filter-objectives", &filter.objectives),
        ];
        let named = lists.into_iter().filter(|(_, names)| !names.is_empty());
        let mut texts: Vec<String> =
            named.map(|(id, names)| words.with(id, [("names", names.join(", ").into())])).collect();
        if let Some(least) = filter.least_amount {
            texts.push(words.with("say-filter-least", [("amount", self.money(least).into())]));
        }
        (!texts.is_empty()).then(|| words.with("say-filter", [("list", texts.join("; ").into())]))
    }

    fn quota(&self, quota: &QuotaSource, is_money: bool) -> Option<String> {
        let words = self.words;
        match quota {
            QuotaSource::Targets => None,
            QuotaSource::Named { measure } => {
                Some(words.with("say-quota-named", [("measure", measure.clone().into())]))
            }
            QuotaSource::Stated { amount, per } => {
                let amount = if is_money { self.money(*amount) } else { self.numerals.exact(*amount, 2) };
                let id = match per {
                    Granularity::Month => "say-quota-month",
                    Granularity::Quarter => "say-quota-quarter",
                    Granularity::HalfYear => "say-quota-half-year",
                    Granularity::Year => "say-quota-year",
                };
                Some(words.with(id, [("amount", amount.into())]))
            }
            QuotaSource::Share { of } => Some(words.with("say-quota-share", [("share", self.percent(*of).into())])),
            QuotaSource::Credited { of } => {
                Some(words.with("say-quota-credited", [("share", self.percent(*of).into())]))
            }
        }
    }

    /// What is paid ahead.
    pub(super) fn advance(&self, advance: Advance) -> String {
        let words = self.words;
        let period = words.text(period_id(advance.per));
        let id = if advance.is_recovered { "say-advance" } else { "say-advance-kept" };
        words.with(id, [("amount", self.money(advance.amount).into()), ("period", period.into())])
    }

    pub(super) fn gate(&self, gate: &Gate) -> String {
        let words = self.words;
        let conditions = gate.conditions.iter().map(|condition| {
            let values = [("component", condition.component.clone().into()), ("at", self.percent(condition.at).into())];
            words.with("say-condition", values)
        });
        let otherwise = match gate.otherwise {
            Otherwise::Nothing => words.text("say-otherwise-nothing"),
            Otherwise::Share { of } => words.with("say-otherwise-share", [("share", self.percent(of).into())]),
            Otherwise::BaseOnly => words.text("say-otherwise-base"),
        };
        let conditions = conditions.collect::<Vec<_>>().join("; ");
        words.with("say-gate", [("conditions", conditions.into()), ("otherwise", otherwise.into())])
    }

    pub(super) fn multiplier(&self, multiplier: &Multiplier) -> String {
        let steps = multiplier.steps.iter().map(|step| {
            let values = [("from", self.percent(step.from).into()), ("value", self.multiple(step.value).into())];
            self.words.with("say-tier", values)
        });
        let id = if multiplier.is_interpolated { "say-multiplier-line" } else { "say-multiplier" };
        let steps = steps.collect::<Vec<_>>().join("; ");
        self.words.with(id, [("component", multiplier.component.clone().into()), ("steps", steps.into())])
    }

    /// The shape of a table; its values are too many for a sentence.
    pub(super) fn matrix(&self, matrix: &Matrix) -> String {
        let list = |numbers: &[crate::engine::units::Decimal], axis: TierAxis| {
            let one = |number: &crate::engine::units::Decimal| match axis {
                TierAxis::Attainment => self.percent(*number),
                TierAxis::Amount => self.numerals.exact(*number, 2),
            };
            numbers.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let id = if matrix.is_interpolated { "say-matrix-line" } else { "say-matrix" };
        let values = [
            ("component", matrix.component.clone().into()),
            ("rows", list(&matrix.rows, matrix.row_axis).into()),
            ("n", matrix.columns.len().to_string().into()),
        ];
        self.words.with(id, values)
    }
}

/// How often: the id of the word.
pub(super) fn period_id(length: Granularity) -> &'static str {
    match length {
        Granularity::Month => "say-monthly",
        Granularity::Quarter => "say-quarterly",
        Granularity::HalfYear => "say-half-yearly",
        Granularity::Year => "say-yearly",
    }
}
