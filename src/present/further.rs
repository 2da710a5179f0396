//! Sentences of a plan beside its components: SPIFFs, draw, holdback, clawback, part years.

use super::field::measure_name;
use super::mechanics::period_id;
use super::numerals::Numerals;
use super::plan::Speaker;
use super::words::Words;
use crate::engine::comp::{
    Clawback, ClawbackKind, CreditFrom, Draw, DrawAmount, DrawKind, Holdback, Plan, ProrateBy, Proration, Reward, Spiff,
};
use crate::engine::units::{Currency, Decimal, Granularity};

/// What a plan says beside its components: a name and a few sentences for each rule that is set.
pub fn further_sentences(
    words: &Words,
    numerals: &dyn Numerals,
    currency: &Currency,
    plan: &Plan,
) -> Vec<(String, Vec<String>)> {
    let speaker = Speaker { words, numerals, currency };
    let mut said: Vec<(String, Vec<String>)> =
        plan.spiffs.iter().map(|spiff| (spiff.name.clone(), speaker.spiff(spiff))).collect();
    let named = |id: &str, lines: Vec<String>| (words.text(id), lines);
    said.extend(plan.draw.iter().map(|draw| named("further-draw", speaker.draw(draw))));
    said.extend(plan.holdback.iter().map(|holdback| named("further-holdback", vec![speaker.holdback(holdback)])));
    said.extend(plan.clawback.iter().map(|clawback| named("further-clawback", speaker.clawback(clawback))));
    if plan.proration != Proration::default() {
        said.push(named("further-proration", speaker.proration(&plan.proration)));
    }
    said
}

impl Speaker<'_> {
    fn spiff(&self, spiff: &Spiff) -> Vec<String> {
        let words = self.words;
        let day = |day| self.numerals.date(day);
        let mut lines = self.reward(spiff);
        lines.extend(match (spiff.from.map(day), spiff.to.map(day)) {
            (Some(from), Some(to)) => Some(words.with("say-spiff-days", [("from", from.into()), ("to", to.into())])),
            (Some(from), None) => Some(words.with("say-spiff-from", [("from", from.into())])),
            (None, Some(to)) => Some(words.with("say-spiff-to", [("to", to.into())])),
            (None, None) => None,
        });
        lines.extend(match spiff.credit_from {
            CreditFrom::Own => None,
            CreditFrom::Team => Some(words.text("say-credit-team")),
            CreditFrom::Company => Some(words.text("say-credit-company")),
        });
        lines.extend(self.filter(&spiff.filter));
        lines
    }

    fn reward(&self, spiff: &Spiff) -> Vec<String> {
        let words = self.words;
        let is_money = spiff.measure.is_money();
        let credit = |credit: Decimal| if is_money { self.money(credit) } else { self.numerals.exact(credit, 2) };
        let measure = || measure_name(words, spiff.measure);
        match &spiff.reward {
            Reward::PerDeal { amount } => {
                vec![words.with("say-spiff-deal", [("amount", self.money(*amount).into())])]
            }
            Reward::Rate { rate } => {
                let rate = if is_money { self.percent(*rate) } else { self.money(*rate) };
                vec![words.with("say-spiff-rate", [("rate", rate.into()), ("measure", measure().into())])]
            }
            Reward::Milestones { steps } => {
                let step = |step: &crate::engine::comp::Milestone| {
                    let values = [
                        ("at", credit(step.at).into()),
                        ("measure", measure().into()),
                        ("amount", self.money(step.amount).into()),
                    ];
                    words.with("say-spiff-milestone", values)
                };
                steps.iter().map(step).collect()
            }
            Reward::Contest { per, prizes, least } => {
                let prizes = prizes.iter().map(|prize| self.money(*prize)).collect::<Vec<_>>().join("; ");
                let id = match per {
                    Granularity::Month => "say-spiff-contest-month",
                    Granularity::Quarter => "say-spiff-contest-quarter",
                    Granularity::HalfYear => "say-spiff-contest-half-year",
                    Granularity::Year => "say-spiff-contest-year",
                };
                let mut lines = vec![words.with(id, [("measure", measure().into()), ("prizes", prizes.into())])];
                if !least.is_zero() {
                    lines.push(words.with("say-spiff-least", [("least", credit(*least).into())]));
                }
                lines
            }
        }
    }

    fn draw(&self, draw: &Draw) -> Vec<String> {
        let words = self.words;
        let amount = match draw.amount {
            DrawAmount::Money(money) => self.money(money),
            DrawAmount::TargetIncentive(of) => words.with("say-draw-share", [("share", self.percent(of).into())]),
        };
        let period = words.text(period_id(draw.per));
        let id = match draw.kind {
            DrawKind::Recoverable => "say-draw-recoverable",
            DrawKind::NonRecoverable => "say-draw-guarantee",
            DrawKind::Forgiven => "say-draw-forgiven",
        };
        let mut lines = vec![words.with(id, [("amount", amount.into()), ("period", period.into())])];
        lines.extend(draw.n_periods.map(|n| self.counted_text("say-draw-periods", n)));
        if draw.is_for_new_hires {
            lines.push(words.text("say-draw-new-hires"));
        }
        // A guarantee has nothing to recover.
        if draw.kind != DrawKind::NonRecoverable {
            let from = |from: u32| words.with("say-draw-recover-from", [("period", from.to_string().into())]);
            lines.extend(draw.recover_from.map(from));
            let share = |share| words.with("say-draw-recovery", [("share", self.percent(share).into())]);
            lines.extend(draw.recovery_share.map(share));
        }
        lines
    }

    fn counted_text(&self, id: &str, n: u32) -> String {
        self.words.with(id, [("n", n.into()), ("count", self.numerals.count(n as usize).into())])
    }

    fn holdback(&self, holdback: &Holdback) -> String {
        let count = self.numerals.count(holdback.months as usize);
        let share = self.percent(holdback.share);
        let values = [("n", holdback.months.into()), ("count", count.into()), ("share", share.into())];
        self.words.with("say-holdback", values)
    }

    fn clawback(&self, clawback: &Clawback) -> Vec<String> {
        let words = self.words;
        let what = match clawback.kind {
            ClawbackKind::OriginalRate => words.text("say-clawback-original"),
            ClawbackKind::Recomputed => words.text("say-clawback-recomputed"),
            ClawbackKind::ProRata => words.text("say-clawback-pro-rata"),
            ClawbackKind::Percent { share } => {
                words.with("say-clawback-percent", [("share", self.percent(share).into())])
            }
        };
        let within = clawback.within_months.map(|n| self.counted_text("say-clawback-months", n));
        std::iter::once(what).chain(within).collect()
    }

    fn proration(&self, proration: &Proration) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        match proration.by {
            ProrateBy::Nothing => {}
            ProrateBy::Days => lines.push(words.text("say-prorate-days")),
            ProrateBy::WholeMonths => lines.push(words.text("say-prorate-months")),
        }
        if proration.targets_too {
            lines.push(words.text("say-prorate-targets"));
        }
        if !proration.ramp.is_empty() {
            let shares = proration.ramp.iter().map(|share| self.percent(*share)).collect::<Vec<_>>().join("; ");
            lines.push(words.with("say-ramp", [("shares", shares.into())]));
            if proration.ramps_incentive {
                lines.push(words.text("say-ramp-incentive"));
            }
        }
        if !proration.seasons.is_empty() {
            let weights = proration.seasons.iter().map(|weight| self.numerals.exact(*weight, 4));
            let weights = weights.collect::<Vec<_>>().join("; ");
            lines.push(words.with("say-seasons", [("weights", weights.into())]));
        }
        lines
    }
}
