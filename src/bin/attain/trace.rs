//! The deals and the arithmetic behind every line of every statement, and behind what is paid.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use attain::engine::comp::{
    BookInput, Component, Explanation, Line, Plan, Replay, ReplayInput, Reward, Statement, Step, explain,
    explain_in_book, explain_payout, explain_payout_in_book, replay, replay_book,
};
use attain::engine::comp::{PayoutExplanation, PayoutPeriod};
use attain::engine::records::{Dataset, RepId};
use attain::engine::units::{Money, Period};
use attain::present::{Plain, Voice, step};
use serde::Serialize;

use crate::print::{Figures, Grid, number};

/// What is paid: one plan, or a book of them.
#[derive(Clone, Copy)]
pub(crate) enum Subject<'a> {
    Plan(ReplayInput<'a>),
    Book(BookInput<'a>),
}

impl<'a> Subject<'a> {
    pub(crate) fn replay(self) -> Replay {
        match self {
            Self::Plan(input) => replay(&input),
            Self::Book(input) => replay_book(&input),
        }
    }

    pub(crate) fn plans(self) -> &'a [Plan] {
        match self {
            Self::Plan(input) => std::slice::from_ref(input.plan),
            Self::Book(input) => &input.book.plans,
        }
    }

    fn dataset(self) -> &'a Dataset {
        match self {
            Self::Plan(input) => input.dataset,
            Self::Book(input) => input.dataset,
        }
    }

    /// The same on other records.
    fn on<'b>(self, dataset: &'b Dataset) -> Subject<'b>
    where
        'a: 'b,
    {
        match self {
            Self::Plan(input) => Subject::Plan(ReplayInput { dataset, ..input }),
            Self::Book(input) => Subject::Book(BookInput { dataset, ..input }),
        }
    }

    fn explain(self, rep: &RepId, name: &str, period: Period) -> Option<Explanation> {
        match self {
            Self::Plan(input) => explain(&input, rep, name, period),
            Self::Book(input) => explain_in_book(&input, rep, name, period),
        }
    }

    fn explain_payout(self, rep: &RepId, period: Period) -> Option<PayoutExplanation> {
        match self {
            Self::Plan(input) => explain_payout(&input, rep, period),
            Self::Book(input) => explain_payout_in_book(&input, rep, period),
        }
    }
}

/// One line explained.
#[derive(Serialize)]
pub(crate) struct Explained {
    rep: RepId,
    name: String,
    #[serde(flatten)]
    explanation: Explanation,
    /// The steps in words.
    words: Vec<String>,
}

/// One payout period explained.
#[derive(Serialize)]
pub(crate) struct ExplainedPayout {
    rep: RepId,
    name: String,
    #[serde(flatten)]
    explanation: PayoutExplanation,
    /// The steps in words.
    words: Vec<String>,
}

/// Every line that has deals or pay, and every payout period that pays something else than what is earned in it.
pub(crate) fn explained(
    subject: Subject,
    replay: &Replay,
    figures: &Figures,
) -> (Vec<Explained>, Vec<ExplainedPayout>) {
    let (mut lines, mut payouts) = (Vec::new(), Vec::new());
    let is_prize = |name: &str| {
        let mut spiffs = subject.plans().iter().flat_map(|plan| &plan.spiffs);
        spiffs.any(|spiff| spiff.name == name && matches!(spiff.reward, Reward::Contest { .. }))
    };
    for statement in &replay.statements {
        let own = own(subject.dataset(), statement);
        let rep = &statement.rep;
        for line in statement.lines.iter().filter(|line| 0 < line.n_deals || line.pay != Money::ZERO) {
            // The rep's own records are quick to look through; should they not tell the same, all records do. A prize is
            // won among all.
            let found = Some(()).filter(|()| !is_prize(&line.component));
            let found = found.and_then(|()| subject.on(&own).explain(rep, &line.component, line.period));
            let explanation = found
                .filter(|explanation| explanation.line == *line)
                .or_else(|| subject.explain(rep, &line.component, line.period));
            lines.extend(explanation.map(|explanation| Explained {
                rep: rep.clone(),
                name: statement.name.clone(),
                words: worded(subject, line, &explanation, figures),
                explanation,
            }));
        }
        for payout in statement.periods.iter().filter(|payout| is_of_interest(payout)) {
            let found = subject.on(&own).explain_payout(rep, payout.period);
            let explanation = found
                .filter(|explanation| explanation.payout == *payout)
                .or_else(|| subject.explain_payout(rep, payout.period));
            payouts.extend(explanation.map(|explanation| ExplainedPayout {
                rep: rep.clone(),
                name: statement.name.clone(),
                words: in_words(&Component::default(), &explanation.trace, figures),
                explanation,
            }));
        }
    }
    (lines, payouts)
}

fn is_of_interest(payout: &PayoutPeriod) -> bool {
    payout.paid != payout.earned + payout.spiffs || payout.recomputed.is_some() || payout.held != payout.released
}

fn worded(subject: Subject, line: &Line, explanation: &Explanation, figures: &Figures) -> Vec<String> {
    let component = subject.plans().iter().rev().find_map(|plan| plan.paying(&line.component));
    component.map(|component| in_words(&component, &explanation.trace, figures)).unwrap_or_default()
}

fn in_words(component: &Component, trace: &[Step], figures: &Figures) -> Vec<String> {
    trace.iter().map(|one| step(&figures.words, &Plain, &figures.currency, component, one)).collect()
}

/// The records that bear the rep's id or name.
fn own(dataset: &Dataset, statement: &Statement) -> Dataset {
    let key = |name: &str| name.trim().to_lowercase();
    let keys = BTreeSet::from([key(&statement.rep.0), key(&statement.name)]);
    let is_own = |rep: &RepId| keys.contains(&key(&rep.0));
    Dataset {
        reps: dataset.reps.iter().filter(|rep| is_own(&rep.id)).cloned().collect(),
        deals: dataset.deals.iter().filter(|deal| is_own(&deal.rep)).cloned().collect(),
        targets: dataset.targets.iter().filter(|target| is_own(&target.rep)).cloned().collect(),
        exchange_rates: dataset.exchange_rates.clone(),
        absences: dataset.absences.iter().filter(|absence| is_own(&absence.rep)).cloned().collect(),
        payments: dataset.payments.iter().filter(|payment| is_own(&payment.rep)).cloned().collect(),
        ..Dataset::default()
    }
}

/// As text, one block a line, then one a payout period.
pub(crate) fn traces(figures: &Figures, explanations: &[Explained], payouts: &[ExplainedPayout]) -> String {
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    let mut text = String::new();
    for Explained { name, explanation, words, .. } in explanations {
        let line = &explanation.line;
        let (period, pay) = (voice.period(line.period), figures.money(line.pay));
        let _ = writeln!(text, "{name}, {period}, {}: {pay}", line.component);
        if !explanation.deals.is_empty() {
            let mut grid = Grid::new(&["DEAL", "ACCOUNT", "WON", ">CREDIT", ">PAY"]);
            for deal in &explanation.deals {
                let (credit, pay) = (number(deal.credit), number(deal.pay));
                grid.row([deal.id.clone(), deal.account.clone(), deal.day.to_string(), credit, pay]);
            }
            text += &grid.text("  ");
        }
        sentences(&mut text, words);
    }
    for ExplainedPayout { name, explanation, words, .. } in payouts {
        let payout = &explanation.payout;
        let (period, paid) = (voice.period(payout.period), figures.money(payout.paid));
        let _ = writeln!(text, "{name}, {period}, paid: {paid}");
        sentences(&mut text, words);
    }
    text
}

fn sentences(text: &mut String, words: &[String]) {
    for sentence in words {
        let _ = writeln!(text, "  {sentence}");
    }
    text.push('\n');
}
