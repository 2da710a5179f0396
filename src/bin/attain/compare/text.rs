//! A comparison as tables.

use std::fmt::Write as _;

use attain::engine::comp::compare::{Changes, Comparison, Side, SideResult};
use attain::present::{
    Voice, audience_name, change_row, changes_sentence, compare_note, contribution_row, figure_name, figure_text,
    group_by_name, group_rows, measure_rows, range_text, stands_name, tests_sentence,
};

use super::Beside;
use crate::print::{Figures, Grid};

pub(super) fn text(
    figures: &Figures,
    head: &str,
    sides: &[Side],
    compared: &Comparison,
    benchmarks: &[Beside],
) -> String {
    let voice = figures.voice();
    let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
    let n_reps = compared.sides.first().map_or(0, |side| side.measures.reps.len());
    let mut text = format!("{}, {n_reps} reps, {head}\n", names.join(", "));
    for note in &compared.notes {
        let _ = writeln!(text, "  {}", compare_note(&voice, note));
    }
    let headers: Vec<String> = names.iter().map(|name| format!(">{name}")).collect();
    let columns: Vec<&str> = std::iter::once("MEASURE").chain(headers.iter().map(String::as_str)).collect();
    let mut grid = Grid::new(&columns);
    let of: Vec<_> = compared.sides.iter().map(|side| (&side.measures, side.company.as_slice())).collect();
    for row in measure_rows(&voice, &of) {
        grid.row([vec![row.label], row.values].concat());
    }
    let _ = write!(text, "\n{}", grid.text(""));
    for changes in &compared.changes {
        text += &winners(&voice, changes);
    }
    for (side, result) in sides.iter().zip(&compared.sides) {
        text += &parts(&voice, side, result);
    }
    for (side, result) in sides.iter().zip(&compared.sides) {
        text += &groups(&voice, side, result);
    }
    text + &ranges(&voice, &names, benchmarks)
}

/// Who wins and who loses, the greatest loss first.
fn winners(voice: &Voice, changes: &Changes) -> String {
    let mut grid = Grid::new(&["REP", ">ATTAINMENT", ">BEFORE", ">AFTER", ">DIFFERENCE", ">CHANGE"]);
    let mut reps: Vec<_> = changes.reps.iter().collect();
    reps.sort_by_key(|rep| rep.difference); // stable: those who stay keep the order of the records
    for rep in reps {
        grid.row(change_row(voice, rep));
    }
    format!("\n{}\n{}", changes_sentence(voice, changes), grid.text(""))
}

fn parts(voice: &Voice, side: &Side, result: &SideResult) -> String {
    if result.contributions.is_empty() {
        return String::new();
    }
    let part = format!("WHAT EACH PART OF {} ADDS", side.name.to_uppercase());
    let mut grid = Grid::new(&[&part, ">COST", ">OF PAY", ">REPS GAIN", ">REPS LOSE", ">MOST FOR ONE"]);
    for one in &result.contributions {
        grid.row(contribution_row(voice, &side.book, one));
    }
    format!("\n{}", grid.text(""))
}

fn groups(voice: &Voice, side: &Side, result: &SideResult) -> String {
    let mut text = String::new();
    for fairness in result.measures.fairness.iter().filter(|fairness| 2 <= fairness.groups.len()) {
        let by = format!("{}, {}", side.name.to_uppercase(), group_by_name(voice.words, fairness.by).to_uppercase());
        let mut grid = Grid::new(&[&by, ">REPS", ">ATTAINMENT", ">PAY ÷ TARGET"]);
        for row in group_rows(voice, fairness) {
            grid.row(row);
        }
        let _ = write!(text, "\n{}{}\n", grid.text(""), tests_sentence(voice, fairness));
    }
    text
}

fn ranges(voice: &Voice, names: &[&str], benchmarks: &[Beside]) -> String {
    let mut columns = vec!["BENCHMARK".to_owned(), "FOR".into(), "PUBLISHED".into()];
    columns.extend(names.iter().map(|name| (*name).to_owned()));
    columns.extend(["SOURCE".to_owned(), "DATE".into()]);
    let mut grid = Grid::new(&columns.iter().map(String::as_str).collect::<Vec<_>>());
    for one in benchmarks {
        let benchmark = one.benchmark;
        let mut row = vec![
            figure_name(voice.words, benchmark.figure),
            audience_name(voice.words, benchmark.applies_to),
            range_text(voice, benchmark),
        ];
        for (figure, stands) in one.figures.iter().zip(&one.stands) {
            row.push(match figure.zip(*stands) {
                None => "–".into(),
                Some((figure, stands)) => {
                    let figure = figure_text(voice, benchmark.figure, figure);
                    format!("{figure}, {}", stands_name(voice.words, stands))
                }
            });
        }
        let date = if benchmark.date.is_empty() { "–".into() } else { benchmark.date.clone() };
        row.extend([benchmark.source.clone(), date]);
        grid.row(row);
    }
    format!("\n{}", grid.text(""))
}
