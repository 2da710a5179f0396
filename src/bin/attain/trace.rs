//! The deals and the arithmetic behind every line of every statement.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use attain::engine::comp::{Explanation, Line, Replay, ReplayInput, Statement, explain};
use attain::engine::records::{Dataset, RepId};
use attain::engine::units::Money;
use attain::present::{Plain, Voice, step};
use serde::Serialize;

use crate::print::{Figures, Grid, number};

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

/// Every line that has deals or pay.
pub(crate) fn explained(input: &ReplayInput, replay: &Replay, figures: &Figures) -> Vec<Explained> {
    let mut all = Vec::new();
    for statement in &replay.statements {
        let own = own(input.dataset, statement);
        for line in statement.lines.iter().filter(|line| 0 < line.n_deals || line.pay != Money::ZERO) {
            let explanation =
                explain(&ReplayInput { dataset: &own, ..*input }, &statement.rep, &line.component, line.period);
            // The rep's own records are quick to look through; should they not tell the same, all records do.
            let explanation = explanation
                .filter(|explanation| explanation.line == *line)
                .or_else(|| explain(input, &statement.rep, &line.component, line.period));
            all.extend(explanation.map(|explanation| Explained {
                rep: statement.rep.clone(),
                name: statement.name.clone(),
                words: worded(input, line, &explanation, figures),
                explanation,
            }));
        }
    }
    all
}

fn worded(input: &ReplayInput, line: &Line, explanation: &Explanation, figures: &Figures) -> Vec<String> {
    let Some(component) = input.plan.paying(&line.component) else { return Vec::new() };
    explanation.trace.iter().map(|one| step(&figures.words, &Plain, &figures.currency, &component, one)).collect()
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
        ..Dataset::default()
    }
}

/// As text, one block a line.
pub(crate) fn traces(figures: &Figures, explanations: &[Explained]) -> String {
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
        for sentence in words {
            let _ = writeln!(text, "  {sentence}");
        }
        text.push('\n');
    }
    text
}
