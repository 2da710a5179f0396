//! What goes to standard output: JSON, and text in aligned columns.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use attain::engine::units::{Currency, Decimal, Money};
use attain::present::{Locale, MoneyStyle, Numerals, Plain, Voice, Words};
use serde::Serialize;

use crate::fail::Failure;

/// Writes to standard output. A reader that has gone away is no failure: it has seen enough.
pub(crate) fn out(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::refused("standard output", error, "Check where it leads"))
        }
        _ => Ok(()),
    }
}

/// Writes a result as JSON.
pub(crate) fn json(result: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(result)
        .map_err(|error| Failure::refused("the result", error, "Report this, please"))?;
    out(format!("{text}\n").as_bytes())
}

/// Writes a file: whole, or not at all.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let wrong = |error: std::io::Error| {
        Failure::refused(path.display(), format!("cannot be written ({error})"), "Choose another place")
    };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".attain-new");
    let beside = path.with_file_name(name);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        wrong(error)
    })
}

/// Makes a folder, with those above it.
pub(crate) fn folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|error| {
        Failure::refused(path.display(), format!("cannot be made ({error})"), "Choose another folder with --out")
    })
}

/// How figures are written, in one currency.
pub(crate) struct Figures {
    pub(crate) words: Words,
    pub(crate) currency: Currency,
}

impl Figures {
    pub(crate) fn new(currency: Currency) -> Self {
        Self { words: Words::new(Locale::English), currency }
    }

    /// How the library's sentences are said.
    pub(crate) fn voice(&self) -> Voice<'_> {
        Voice { words: &self.words, numerals: &Plain, currency: &self.currency }
    }

    /// An exact amount with its currency.
    pub(crate) fn money(&self, amount: Money) -> String {
        Plain.exact_money(amount, &self.currency)
    }

    /// The same for a column whose header names the currency.
    pub(crate) fn amount(&self, amount: Money) -> String {
        let text = self.money(amount);
        text.split_once(' ').map_or(text.clone(), |(_, amount)| amount.to_owned())
    }

    /// A simulated amount, to the unit.
    pub(crate) fn whole(&self, amount: f64) -> String {
        let text = Plain.money(amount, &self.currency, MoneyStyle::Whole);
        text.split_once(' ').map_or(text.clone(), |(_, amount)| amount.to_owned())
    }
}

/// A fraction as a percentage with two decimals; a dash for none.
pub(crate) fn percent(fraction: Option<Decimal>) -> String {
    fraction.map_or_else(|| "–".into(), |fraction| Plain.percent(Money(fraction).to_f64(), 2))
}

/// An exact number, grouped, with as many decimals as it has, six at most.
pub(crate) fn number(number: Decimal) -> String {
    let number = number.round_dp(6).normalize();
    let unnamed = Currency { code: String::new(), digits: number.scale() };
    Plain.exact_money(Money(number), &unnamed).trim_start().to_owned()
}

/// A whole count.
pub(crate) fn count(count: usize) -> String {
    Plain.count(count)
}

/// Rows under a header, in columns two blanks apart.
pub(crate) struct Grid {
    is_right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// Columns by header; one that begins with `>` is set to the right.
    pub(crate) fn new(headers: &[&str]) -> Self {
        Self {
            is_right: headers.iter().map(|header| header.starts_with('>')).collect(),
            rows: vec![headers.iter().map(|header| header.trim_start_matches('>').to_owned()).collect()],
        }
    }

    pub(crate) fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// The text, each line begun with `indent`.
    pub(crate) fn text(&self, indent: &str) -> String {
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.is_right.len()).map(width).collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = indent.to_owned();
            for ((cell, width), is_right) in row.iter().zip(&widths).zip(&self.is_right) {
                let fill = " ".repeat(width - cell.chars().count().min(*width));
                let (left, right) = if *is_right { (&fill, cell) } else { (cell, &fill) };
                let _ = write!(line, "{left}{right}  ");
            }
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text
    }
}

/// Refuses a file to write that was read, or that lies in a folder that was.
pub(crate) fn not_over<'a>(
    target: &Path,
    mut read: impl Iterator<Item = &'a Path>,
    advice: &'static str,
) -> Result<(), Failure> {
    let Ok(target) = target.canonicalize() else { return Ok(()) };
    let is_it =
        |input: &Path| input.canonicalize().is_ok_and(|input| input == target || target.parent() == Some(&input));
    if read.any(is_it) {
        return Err(Failure::refused(target.display(), "would be written over, and it was read", advice));
    }
    Ok(())
}
