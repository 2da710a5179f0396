//! An earlier export of the pipeline: its files' records, and the day it was made.

use chrono::NaiveDate;

use super::files::FilesDesk;
use super::files_messages::{FilesAnswer, FilesAsk};
use crate::data::{Pieces, decode};
use crate::engine::pipeline::day_of;
use crate::engine::records::Dataset;

impl FilesDesk {
    /// Makes records of the tables, as an export of the day that one of its files' names says, else of the last day on which
    /// anything happened in it.
    pub fn exported(&mut self, names: &[String]) -> (FilesAnswer, Option<Pieces>) {
        self.guess();
        match self.answer(FilesAsk::Import, None) {
            (FilesAnswer::Imported(report), Some(bytes)) => {
                let bytes = bytes.whole();
                let told = || decode(&bytes).ok().and_then(|dataset: Dataset| day_of(&dataset.deals));
                let day = names.iter().find_map(|name| day_in(name)).or_else(told);
                (FilesAnswer::Exported { report, day }, Some(bytes.into()))
            }
            other => other,
        }
    }
}

/// The day in a name: `pipeline-2026-06-30.csv`, `2026_06_30`, `20260630`.
fn day_in(name: &str) -> Option<NaiveDate> {
    let letters: Vec<char> = name.chars().collect();
    let number = |from: usize, n: usize| -> Option<u32> {
        letters.get(from..from + n)?.iter().try_fold(0, |sum, letter| Some(sum * 10 + letter.to_digit(10)?))
    };
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    (0..letters.len()).find_map(|from| {
        if is_digit(from.checked_sub(1)) {
            return None;
        }
        let gap = usize::from(!is_digit(Some(from + 4)));
        let (month, day) = (from + 4 + gap, from + 6 + 2 * gap);
        let mark = letters.get(from + 4);
        let is_marked = gap == 0 || (mark == letters.get(from + 7) && matches!(mark, Some('-' | '_' | '.')));
        if !is_marked || is_digit(Some(day + 2)) {
            return None;
        }
        let year = number(from, 4).filter(|year| (1990..2100).contains(year))?;
        NaiveDate::from_ymd_opt(year as i32, number(month, 2)?, number(day, 2)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Limits, read_all};

    #[test]
    fn the_day_stands_in_the_name() {
        let check = |name: &str, day: Option<(i32, u32, u32)>| {
            let day = day.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
            assert_eq!(day_in(name), day, "{name}");
        };
        check("pipeline-2026-06-30.csv", Some((2026, 6, 30)));
        check("2026_06_30 deals.xlsx", Some((2026, 6, 30)));
        check("export20260630.csv", Some((2026, 6, 30)));
        check("2026-13-30.csv", None);
        check("1202606301.csv", None);
        check("deals.csv", None);
        check("2026-06.csv", None);
    }

    #[test]
    fn an_export_is_read_apart() {
        let text = "id,rep,amount,created,closed,stage\nD1,Ann,500,2026-01-05,2026-03-02,Closed Won\n\
            D2,Ann,700,2026-02-05,2026-05-09,Proposal\n";
        let main = FilesDesk::default();
        for (name, expected) in [("deals.csv", (2026, 3, 2)), ("deals 2026-04-30.csv", (2026, 4, 30))] {
            let mut desk = main.apart(Vec::new());
            let tables = read_all(name, text.as_bytes(), Limits::default()).unwrap();
            desk.add(name, Ok(crate::data::FileTables { tables, failures: Vec::new() }));
            let (FilesAnswer::Exported { report, day }, Some(_)) = desk.exported(&[name.to_owned()]) else {
                panic!("not exported")
            };
            assert_eq!(report.n_deals, 2);
            assert_eq!(day, NaiveDate::from_ymd_opt(expected.0, expected.1, expected.2));
        }
    }
}
