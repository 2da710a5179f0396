//! Which columns are periods, what they measure, and whether that is certain.

use super::columns::{Numbers, mark_of};
use super::headings::{Heading, Span, Stamp, headings};
use super::years::{self, Years};
use crate::data::roles::fold::plain;
use crate::data::table::Table;

/// How columns become rows.
#[derive(Debug)]
pub(super) struct Plan {
    /// Periods in the order of their columns.
    pub(super) periods: Vec<Row>,
    /// What is measured; empty where nothing is said.
    pub(super) measures: Vec<String>,
    /// Columns that hold sums of the others, and are dropped.
    pub(super) sums: Vec<usize>,
    /// The column of each row's year, where the headers say none.
    pub(super) year: Option<usize>,
    /// Whether all speaks for it.
    pub(super) is_certain: bool,
}

/// A period, and its column for each measure.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) stamp: Stamp,
    pub(super) label: String,
    pub(super) columns: Vec<Option<usize>>,
}

/// A column of a period.
#[derive(Clone, Debug)]
struct Place {
    column: usize,
    measure: usize,
    heading: Heading,
}

/// Finds the columns of periods; `None` if there are not two of one length.
pub(super) fn plan(table: &Table) -> Option<Plan> {
    let headings = headings(table.columns.iter().map(|column| column.header.as_str()));
    let (measures, mut places) = chosen(&headings)?;
    let length = places.first()?.heading.stamp.length();
    let year = {
        let is_said = places.iter().all(|place| place.heading.stamp.year.is_some());
        if is_said { None } else { years::column(table, |index| headings.get(index).is_some_and(Option::is_some)) }
    };
    let mut is_certain = year.is_none() || !wraps(&places);
    if year.is_none() && places.iter().any(|place| place.heading.stamp.year.is_none()) {
        is_certain &= assign_years(&mut places, years::stated(table));
    }
    is_certain &= are_regular(&places, measures.len()) && !is_a_list_of_questions(table, &headings, &places);
    is_certain &= measures.iter().all(|measure| !measure.ends_with(')') || !measure.contains(['2', '3', '4', '5']));

    // Longer periods are sums of the shorter ones, or periods of their own.
    let (mut sums, mut unclear) = (Vec::new(), Vec::new());
    for (column, heading) in headings.iter().enumerate() {
        let Some(heading) = heading.as_ref().filter(|heading| heading.stamp.length() != length) else { continue };
        let is_covered = places.iter().any(|place| heading.stamp.covers(place.heading.stamp));
        let measure = measures.iter().position(|measure| plain(measure) == plain(&heading.measure));
        match measure {
            _ if is_covered && (measure.is_some() || heading.measure.is_empty()) => unclear.push(column),
            Some(measure) if heading.stamp.year.is_some() => {
                places.push(Place { column, measure, heading: heading.clone() });
            }
            _ => {}
        }
    }
    places.sort_by_key(|place| place.column);
    let cells = Cells::of(table, &places, measures.len());
    is_certain &= cells.are_numbers;
    for (column, of) in table.columns.iter().enumerate() {
        let is_period = places.iter().any(|place| place.column == column);
        let is_named = is_sum_name(&of.header);
        if is_period || Some(column) == year || (is_named && cells.could_be_sum(table, column)) {
            sums.extend((!is_period && Some(column) != year).then_some(column));
        } else if cells.is_sum(table, column) {
            sums.push(column);
        } else if unclear.contains(&column) {
            is_certain = false; // a longer period with numbers of its own: what is counted twice?
        }
    }
    is_certain &= stand_together(&places, &sums, table.columns.len()) || !is_weak(&places);
    is_certain &= !is_short(&places, measures.len()) || is_plain_pair(table, &places, &sums, year);
    is_certain &= !headers_are_keys(table, &places);
    let rows = rows(places, measures.len());
    let n_keys =
        table.columns.len().saturating_sub(rows.iter().flat_map(|row| &row.columns).flatten().count() + sums.len());
    is_certain &= 0 < n_keys || table.lines.len() <= 1;
    Some(Plan { periods: rows, measures, sums, year, is_certain })
}

/// The shortest periods of which there are enough, by measure.
fn chosen(headings: &[Option<Heading>]) -> Option<(Vec<String>, Vec<Place>)> {
    let of_length = |length: u8, least: usize| {
        let mut measures: Vec<(String, usize)> = Vec::new();
        let of = || headings.iter().enumerate().filter_map(|(column, heading)| Some((column, heading.as_ref()?)));
        let of = || of().filter(|(_, heading)| heading.stamp.length() == length && !is_sum_name(&heading.measure));
        for (_, heading) in of() {
            match measures.iter_mut().find(|(measure, _)| plain(measure) == plain(&heading.measure)) {
                Some((_, n)) => *n += 1,
                None => measures.push((heading.measure.clone(), 1)),
            }
        }
        measures.retain(|(_, n)| least <= *n);
        let measures: Vec<String> = measures.into_iter().map(|(measure, _)| measure).collect();
        let places = of().filter_map(|(column, heading)| {
            let measure = measures.iter().position(|measure| plain(measure) == plain(&heading.measure))?;
            Some(Place { column, measure, heading: heading.clone() })
        });
        let places: Vec<Place> = places.collect();
        (!places.is_empty()).then_some((measures, places))
    };
    let enough = |length: u8| if length < 3 { 3 } else { 2 };
    (0..=4)
        .find_map(|length| of_length(length, enough(length)))
        .or_else(|| (1..=2).find_map(|length| of_length(length, 2)))
}

/// Whether months without a year run over a year's end: `Apr` to `Mar`.
fn wraps(places: &[Place]) -> bool {
    let bare = places.iter().filter(|place| place.measure == 0 && place.heading.stamp.year.is_none());
    let order: Vec<i64> = bare.map(|place| place.heading.stamp.place()).collect();
    order.windows(2).filter(|pair| matches!(pair, [one, two] if two < one)).count() == 1
}

/// Gives periods without a year the one that is stated. `false` if there is none, or it does not fit their order.
fn assign_years(places: &mut [Place], stated: Option<Years>) -> bool {
    let wraps = wraps(places);
    let mut last: Vec<i64> = Vec::new();
    for place in places.iter_mut().filter(|place| place.heading.stamp.year.is_none()) {
        let stamp = &mut place.heading.stamp;
        last.resize(last.len().max(place.measure + 1), i64::MIN);
        match stated {
            Some(Years::One { year, is_fiscal }) if !wraps => (stamp.year, stamp.is_fiscal) = (Some(year), is_fiscal),
            Some(Years::Two { first }) if wraps => {
                let at = stamp.place();
                let Some(before) = last.get_mut(place.measure) else { continue };
                // Once over the year's end, all that follows is in the second year.
                let is_second = *before == i64::MAX || at < *before;
                *before = if is_second { i64::MAX } else { at };
                stamp.year = Some(first + i32::from(is_second));
            }
            _ => return false,
        }
    }
    true
}

/// Whether no period comes twice, and those that could be something else follow one another without a gap.
fn are_regular(places: &[Place], n_measures: usize) -> bool {
    (0..n_measures).all(|measure| {
        let mine: Vec<&Place> = places.iter().filter(|place| place.measure == measure).collect();
        let is_weak = mine.iter().any(|place| place.heading.is_weak);
        let most = if mine.iter().all(|place| place.heading.stamp.year.is_some() && place.heading.stamp.length() == 1) {
            6
        } else {
            1
        };
        let steps: Vec<i64> = mine
            .windows(2)
            .filter_map(|pair| if let [one, two] = pair { Some((one, two)) } else { None })
            .map(|(one, two)| two.heading.stamp.place() - one.heading.stamp.place())
            .collect();
        let rises = steps.iter().all(|step| (1..=most).contains(step));
        let falls = steps.iter().all(|step| (-most..=-1).contains(step));
        let mut all: Vec<i64> = mine.iter().map(|place| place.heading.stamp.place()).collect();
        all.sort_unstable();
        all.dedup();
        // Months as bare numbers are the whole twelve.
        let is_bare =
            mine.iter().all(|place| place.heading.stem.is_empty() && place.heading.label.len() <= 2 && is_weak);
        // `Jan 1`, `Jan 2` are days of a month, not years.
        let mut months: Vec<Span> = mine.iter().map(|place| place.heading.stamp.span).collect();
        months.sort_unstable();
        months.dedup();
        let is_one_month = 2 < mine.len() && months.len() == 1 && matches!(months.first(), Some(Span::Month(_)));
        all.len() == mine.len() && (!is_weak || rises || falls) && (!is_bare || mine.len() == 12) && !is_one_month
    })
}

/// Whether other columns count on where periods end: `Q5`, `M13`, `13`.
fn is_a_list_of_questions(table: &Table, headings: &[Option<Heading>], places: &[Place]) -> bool {
    let others = table.columns.iter().zip(headings).filter(|(_, heading)| heading.is_none());
    others.into_iter().any(|(column, _)| {
        let header = plain(&column.header);
        let stem = header.trim_end_matches(|char: char| char.is_ascii_digit());
        let number = header.get(stem.len()..).unwrap_or_default();
        let stem = stem.trim_end_matches([' ', '_', '-', '.']);
        let is_next = |place: &Place| {
            let is_bare = place.heading.stem.is_empty() && place.heading.label.len() <= 2;
            place.heading.is_weak && place.heading.stem == stem && (is_bare || !stem.is_empty())
        };
        !number.is_empty() && number.len() <= 2 && places.iter().any(is_next)
    })
}

fn is_weak(places: &[Place]) -> bool {
    places.iter().any(|place| place.heading.is_weak)
}

/// Whether nothing stands between the columns but sums.
fn stand_together(places: &[Place], sums: &[usize], n_columns: usize) -> bool {
    let is_ours = |column: &usize| places.iter().any(|place| place.column == *column) || sums.contains(column);
    let first = places.iter().map(|place| place.column).min().unwrap_or(0);
    let last = places.iter().map(|place| place.column).max().unwrap_or(0);
    (first..=last.min(n_columns)).all(|column| is_ours(&column))
}

/// Whether there are fewer than three periods.
fn is_short(places: &[Place], n_measures: usize) -> bool {
    (0..n_measures).any(|measure| places.iter().filter(|place| place.measure == measure).count() < 3)
}

/// Whether two years or halves are all that the rows hold besides who or what they are about: else they may be
/// properties of it, such as the revenue of two years of a customer.
fn is_plain_pair(table: &Table, places: &[Place], sums: &[usize], year: Option<usize>) -> bool {
    if places.iter().any(|place| place.heading.stamp.length() < 3) {
        return false;
    }
    let is_key = |column: &usize| {
        let is_ours = places.iter().any(|place| place.column == *column);
        !is_ours && !sums.contains(column) && Some(*column) != year
    };
    let keys: Vec<usize> = (0..table.columns.len()).filter(is_key).collect();
    let holds_numbers = |column: &usize| {
        let cells = table.columns.get(*column).map(|column| &column.cells);
        cells.is_some_and(|cells| Numbers::read(cells, mark_of([cells].into_iter())).are_numbers())
    };
    stand_together(places, sums, table.columns.len()) && keys.len() <= 3 && !keys.iter().skip(1).any(holds_numbers)
}

/// Whether years of the headers are cells of another column too, as in a table of distances.
fn headers_are_keys(table: &Table, places: &[Place]) -> bool {
    let years: Vec<&str> = places
        .iter()
        .filter(|place| place.heading.is_weak && place.heading.stamp.length() == 4)
        .filter_map(|place| table.columns.get(place.column))
        .map(|column| column.header.as_str())
        .collect();
    let is_other = |column: &usize| !places.iter().any(|place| place.column == *column);
    let others = (0..table.columns.len()).filter(is_other).filter_map(|column| table.columns.get(column));
    !years.is_empty()
        && others.into_iter().any(|column| {
            let n = years.iter().filter(|year| column.counted().any(|(cell, _)| cell == **year)).count();
            years.len() <= n * 2
        })
}

/// Periods in the order of their first columns.
fn rows(places: Vec<Place>, n_measures: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for Place { column, measure, heading } in places {
        let stamp = heading.stamp;
        // A period that comes twice for one measure makes rows twice: nothing is lost.
        let found =
            rows.iter_mut().find(|row| row.stamp == stamp && row.columns.get(measure).is_some_and(Option::is_none));
        let row = if let Some(row) = found {
            row
        } else {
            rows.push(Row { stamp, label: heading.label, columns: vec![None; n_measures] });
            let Some(row) = rows.last_mut() else { continue };
            row
        };
        if let Some(place) = row.columns.get_mut(measure) {
            *place = Some(column);
        }
    }
    rows
}

/// Whether all words are words for a sum, a year apart: `Total`, `FY total`, `Razem 2026`.
fn is_sum_name(header: &str) -> bool {
    let header = plain(header);
    let words = header.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut has_sum = false;
    let all = words.into_iter().all(|word| {
        let is_sum = matches!(
            word,
            "total"
                | "totals"
                | "sum"
                | "razem"
                | "suma"
                | "ogolem"
                | "lacznie"
                | "gesamt"
                | "summe"
                | "gesamtsumme"
                | "insgesamt"
                | "somme"
                | "soma"
                | "totale"
                | "ytd"
                | "annual"
        );
        has_sum |= is_sum;
        is_sum
            || matches!(word, "grand" | "fy" | "year" | "full" | "row" | "rok" | "jahr" | "annee" | "ano" | "general")
            || (word.bytes().all(|byte| byte.is_ascii_digit()) && matches!(word.len(), 2 | 4))
            || word.strip_prefix("fy").is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
    });
    all && has_sum
}

/// The numbers of the columns, and their sums by row.
struct Cells {
    mark: crate::data::values::DecimalMark,
    /// By measure; those of all measures together at the end.
    sums: Vec<Vec<f64>>,
    are_numbers: bool,
}

impl Cells {
    fn of(table: &Table, places: &[Place], n_measures: usize) -> Self {
        let columns = || places.iter().filter_map(|place| Some((place, &table.columns.get(place.column)?.cells)));
        let mark = mark_of(columns().map(|(_, cells)| cells));
        let mut sums = vec![vec![0.0; table.lines.len()]; n_measures];
        let (mut filled, mut numbers) = (vec![0; n_measures], vec![0; n_measures]);
        let (mut n_codes, mut n_zeros, mut n_ones) = (0, 0, 0);
        for (place, cells) in columns() {
            let read = Numbers::read(cells, mark);
            n_codes += read.n_codes;
            n_zeros += read.n_flags[0];
            n_ones += read.n_flags[1];
            for (counts, n) in [(&mut filled, read.n_filled), (&mut numbers, read.n_read)] {
                if let Some(count) = counts.get_mut(place.measure) {
                    *count += n;
                }
            }
            for (row, sum) in sums.get_mut(place.measure).into_iter().flatten().enumerate() {
                *sum += read.at(cells, row);
            }
        }
        let n_filled: usize = filled.iter().sum();
        // As for a column's kind, a few wrong cells become issues and do not change what the table is.
        let are_numbers = filled.iter().zip(&numbers).all(|(filled, numbers)| filled * 9 <= numbers * 10);
        if 1 < n_measures {
            let all = (0..table.lines.len()).map(|row| sums.iter().filter_map(|sums| sums.get(row)).sum());
            sums.push(all.collect());
        }
        let are_flags = 0 < n_zeros && 0 < n_ones && n_zeros + n_ones == n_filled;
        Self { mark, sums, are_numbers: are_numbers && 0 < n_filled && n_codes == 0 && !are_flags }
    }

    /// Whether a column of that name holds numbers or nothing.
    fn could_be_sum(&self, table: &Table, column: usize) -> bool {
        let Some(cells) = table.columns.get(column).map(|column| &column.cells) else { return false };
        let numbers = Numbers::read(cells, self.mark);
        numbers.n_filled == 0 || numbers.are_numbers()
    }

    /// Whether a column equals the sums of a measure in every row, and more than one row is not nothing.
    fn is_sum(&self, table: &Table, column: usize) -> bool {
        let Some(cells) = table.columns.get(column).map(|column| &column.cells) else { return false };
        let numbers = Numbers::read(cells, self.mark);
        let is_near = |one: f64, two: f64| (one - two).abs() <= 0.011 + 1e-9 * two.abs();
        numbers.are_numbers()
            && self.sums.iter().any(|sums| {
                let mut pairs = sums.iter().enumerate().map(|(row, sum)| (numbers.at(cells, row), *sum));
                pairs.all(|(one, sum)| is_near(one, sum)) && 1 < sums.iter().filter(|sum| **sum != 0.0).count()
            })
    }
}
