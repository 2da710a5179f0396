//! What the lint found, in words: where, what with its amounts, and what to do.

use rust_decimal::prelude::ToPrimitive;

use super::charts::Voice;
use super::plan::plan_error;
use crate::engine::comp::Plan;
use crate::engine::comp::lint::{At, DeadZone, Field, Finding, MixUp, Move, Pay, Place, Rule, Severity};
use crate::engine::units::Decimal;

/// One finding as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// How much it matters, in a word.
    pub severity: String,
    /// The component and the setting.
    pub place: String,
    /// What is so, and how much of it.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// A finding in words.
pub fn lint_finding(voice: &Voice, plan: &Plan, finding: &Finding) -> FindingText {
    let words = voice.words;
    let severity = words.text(match finding.severity {
        Severity::Error => "lint-error",
        Severity::Warning => "lint-warning",
        Severity::Note => "lint-note",
    });
    let said = Speaker { voice, plan, place: finding.place };
    let mut what = said.what(&finding.rule);
    if 0 < finding.n_more {
        let count = voice.numerals.count(finding.n_more as usize);
        let more = words.with("lint-more", [("n", finding.n_more.into()), ("count", count.into())]);
        what = format!("{what} {more}");
    }
    FindingText { severity, place: said.place(), what, remedy: said.remedy(&finding.rule) }
}

struct Speaker<'a> {
    voice: &'a Voice<'a>,
    plan: &'a Plan,
    place: Place,
}

impl Speaker<'_> {
    fn percent(&self, fraction: Decimal) -> String {
        self.voice.numerals.percent(fraction.to_f64().unwrap_or(0.0), 1)
    }

    fn number(&self, number: Decimal) -> String {
        self.voice.numerals.exact(number, 4)
    }

    fn count(&self, n: u32) -> String {
        self.voice.numerals.count(n as usize)
    }

    /// Money where it is known, else a share of the pay at target.
    fn pay(&self, pay: Pay) -> String {
        let money = |money| self.voice.numerals.exact_money(money, self.voice.currency);
        let share = |share| self.voice.words.with("lint-of-target", [("share", self.percent(share).into())]);
        pay.money.map(money).or(pay.of_target.map(share)).unwrap_or_else(|| "–".into())
    }

    /// An attainment where there is one, else the credit.
    fn at(&self, at: At) -> String {
        let credit = |credit| match self.component() {
            Some(component) if component.measure.is_money() && component.parts.is_empty() => {
                self.voice.numerals.exact_money(crate::engine::units::Money(credit), self.voice.currency)
            }
            _ => self.number(credit),
        };
        match (at.attainment.map(|attainment| self.percent(attainment)), at.credit.map(credit)) {
            (Some(attainment), Some(credit)) => format!("{attainment} ({credit})"),
            (one, other) => one.or(other).unwrap_or_else(|| "–".into()),
        }
    }

    fn component(&self) -> Option<&crate::engine::comp::Component> {
        self.place.component.and_then(|index| self.plan.components.get(index))
    }

    fn place(&self) -> String {
        let words = self.voice.words;
        let setting = match self.place.field {
            Field::Whole => String::new(),
            Field::Components => words.text("lint-place-components"),
            Field::Quota => words.text("plan-quota"),
            Field::TargetIncentive => words.text("plan-incentive"),
            Field::Name => words.text("lint-place-name"),
            Field::Weight => words.text("component-weight"),
            Field::Filter => words.text("lint-place-filter"),
            Field::TierMode => words.text("component-mode"),
            Field::Parts => words.text("lint-place-parts"),
            Field::CreditFrom => words.text("lint-place-credit-from"),
            Field::Window => words.text("component-window"),
            Field::PayBasis => words.text("component-base-rate"),
            Field::Boundary => words.text("component-boundary"),
            Field::TierFrom | Field::TierValue => words.text("tier"),
            Field::Threshold => words.text("threshold"),
            Field::Caps => words.text("lint-place-cap"),
            Field::Gate => words.text("lint-place-gate"),
            Field::Multipliers => words.text("lint-place-multiplier"),
            Field::Matrix => words.text("lint-place-matrix"),
            Field::Spiffs => words.text("lint-place-spiff"),
            Field::Draw => words.text("lint-place-draw"),
            Field::Clawback => words.text("lint-place-clawback"),
            Field::Holdback => words.text("lint-place-holdback"),
            Field::Proration => words.text("lint-place-proration"),
        };
        let setting = match self.place.index {
            Some(index) if !setting.is_empty() => format!("{setting} {}", index + 1),
            _ => setting,
        };
        let of = self.component().map_or(self.plan.name.as_str(), |component| component.name.as_str());
        if setting.is_empty() { of.to_owned() } else { format!("{of}, {setting}") }
    }

    #[allow(clippy::too_many_lines)] // one arm for each rule
    fn what(&self, rule: &Rule) -> String {
        let words = self.voice.words;
        match *rule {
            Rule::Refused { error } => {
                self.plan.errors().get(error).map(|error| plan_error(words, error)).unwrap_or_default()
            }
            Rule::Jump { at, pay, before } => {
                let values =
                    [("at", self.at(at).into()), ("pay", self.pay(pay).into()), ("before", self.pay(before).into())];
                words.with("lint-jump", values)
            }
            Rule::Falling { at, pay } => {
                words.with("lint-falling", [("at", self.at(at).into()), ("pay", self.pay(pay).into())])
            }
            Rule::DeadZone { zone: DeadZone::AtStart, to: Some(to), .. } => {
                words.with("lint-dead-zone-start", [("to", self.at(to).into())])
            }
            Rule::DeadZone { zone: DeadZone::AtStart, .. } => words.text("lint-dead-zone-all"),
            Rule::DeadZone { from, to: Some(to), .. } => {
                words.with("lint-dead-zone-between", [("from", self.at(from).into()), ("to", self.at(to).into())])
            }
            Rule::DeadZone { from, .. } => words.with("lint-dead-zone-end", [("from", self.at(from).into())]),
            Rule::Regressive { at, before, after } => {
                let values = [
                    ("at", self.at(at).into()),
                    ("before", self.percent(before).into()),
                    ("after", self.percent(after).into()),
                ];
                words.with("lint-regressive", values)
            }
            Rule::OverQuotaPaysLess { at, after } => words
                .with("lint-over-quota-pays-less", [("at", self.at(at).into()), ("after", self.percent(after).into())]),
            Rule::OffTarget { pay, target } => {
                words.with("lint-off-target", [("pay", self.pay(pay).into()), ("target", self.pay(target).into())])
            }
            Rule::MultiplierOffTarget { factor } => {
                words.with("lint-multiplier-off-target", [("factor", self.number(factor).into())])
            }
            Rule::PayAtZero { pay } => words.with("lint-pay-at-zero", [("pay", self.pay(pay).into())]),
            Rule::TierUnreached { at, most } => {
                let is_share = at.attainment.is_some();
                let most = if is_share { self.percent(most) } else { self.number(most) };
                words.with("lint-tier-unreached", [("at", self.at(at).into()), ("most", most.into())])
            }
            Rule::TiersTooClose { at, apart } => words.with(
                "lint-tiers-too-close",
                [("at", self.at(at).into()), ("apart", self.voice.numerals.exact(apart, 6).into())],
            ),
            Rule::OnBound { at, pay, n_windows: 0 } => {
                words.with("lint-on-bound", [("at", self.at(at).into()), ("pay", self.pay(pay).into())])
            }
            Rule::OnBound { at, pay, n_windows } => {
                let values = [
                    ("at", self.at(at).into()),
                    ("pay", self.pay(pay).into()),
                    ("n", n_windows.into()),
                    ("count", self.count(n_windows).into()),
                ];
                words.with("lint-on-bound-often", values)
            }
            Rule::GateShut { at, most } => {
                words.with("lint-gate-shut", [("at", self.percent(at).into()), ("most", self.percent(most).into())])
            }
            Rule::GateOpen => words.text("lint-gate-open"),
            Rule::TooManyComponents { n } => {
                words.with("lint-too-many-components", [("n", n.into()), ("count", self.count(n).into())])
            }
            Rule::TinyWeight { weight } => words.with("lint-tiny-weight", [("weight", self.percent(weight).into())]),
            Rule::WeightsOff { sum } => words.with("lint-weights-off", [("sum", self.percent(sum).into())]),
            Rule::ThresholdHigh { at, below } => words
                .with("lint-threshold-high", [("at", self.percent(at).into()), ("below", self.percent(below).into())]),
            Rule::CapBinds { share, cut } => {
                let cut = self.voice.numerals.exact_money(cut, self.voice.currency);
                words.with("lint-cap-binds", [("share", self.percent(share).into()), ("cut", cut.into())])
            }
            Rule::MixUp { mix_up, value } => {
                let id = match mix_up {
                    MixUp::Percent => "lint-mix-up-percent",
                    MixUp::AttainmentAsAmount => "lint-mix-up-attainment",
                    MixUp::FractionPerUnit => "lint-mix-up-per-unit",
                };
                words.with(id, [("value", self.number(value).into()), ("percent", self.percent(value).into())])
            }
            Rule::CostRises { at, times } => {
                words.with("lint-cost-rises", [("at", self.percent(at).into()), ("times", self.number(times).into())])
            }
            Rule::OverrideHigh { rate } => words.with("lint-override-high", [("rate", self.percent(rate).into())]),
            Rule::OverCredited { ref deal, most, share } => {
                let values = [
                    ("deal", deal.as_str().into()),
                    ("most", self.percent(most).into()),
                    ("share", self.percent(share).into()),
                ];
                words.with("lint-over-credited", values)
            }
            Rule::DrawAboveTarget { times } => {
                words.with("lint-draw-above-target", [("share", self.percent(times).into())])
            }
            Rule::DrawEndless => words.text("lint-draw-endless"),
            Rule::NoCancellations => words.text("lint-no-cancellations"),
            Rule::SplitPays { pay } => words.with("lint-split-pays", [("pay", self.pay(pay).into())]),
            Rule::TimingPays { size, pay, from, to } => {
                let values = [
                    ("size", self.percent(size).into()),
                    ("pay", self.pay(pay).into()),
                    ("from", self.percent(from).into()),
                    ("to", self.percent(to).into()),
                ];
                words.with("lint-timing-pays", values)
            }
            Rule::Gaming { kind, ref name, ref deal, day, to, gain, median, n_reps, .. } => {
                let money = |amount| self.voice.numerals.exact_money(amount, self.voice.currency);
                let id = match kind {
                    Move::PullIn => "lint-gaming-pull-in",
                    Move::PushOut => "lint-gaming-push-out",
                    Move::NewYear => "lint-gaming-new-year",
                    Move::Split => "lint-gaming-split",
                };
                let values = [
                    ("name", name.as_str().into()),
                    ("deal", deal.as_str().into()),
                    ("day", self.voice.numerals.date(day).into()),
                    ("to", self.voice.numerals.date(to).into()),
                    ("gain", money(gain).into()),
                ];
                let most = words.with(id, values);
                let others = words.with(
                    "lint-gaming-team",
                    [("median", money(median).into()), ("n", n_reps.into()), ("count", self.count(n_reps).into())],
                );
                format!("{most} {others}")
            }
        }
    }

    fn remedy(&self, rule: &Rule) -> String {
        self.voice.words.text(&format!("lint-remedy-{}", rule.key()))
    }
}
