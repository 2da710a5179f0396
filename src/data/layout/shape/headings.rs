//! Periods in headers: days, months, quarters, half-years and years, and the words beside them.

#[cfg(test)]
mod tests;
mod year;

use chrono::{Datelike, NaiveDate};

use crate::data::roles::fold::plain;
use crate::data::values::{DateOrder, month_of, parse_date};
use year::year;

/// Which part of which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Span {
    Day(NaiveDate),
    Month(u32),
    Quarter(u32),
    Half(u32),
    Year,
}

/// A period; the year may be said elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) year: Option<i32>,
    /// Whether it says `FY`.
    pub(super) is_fiscal: bool,
    pub(super) span: Span,
}

/// A header that names a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) stamp: Stamp,
    /// The period as it stands.
    pub(super) label: String,
    /// What stands beside it; empty if nothing does.
    pub(super) measure: String,
    /// The word or letters before a number, such as `q`: with a number too high they are something else.
    pub(super) stem: String,
    /// Whether it could as well be something else: `2026`, `Q1`, `3`.
    pub(super) is_weak: bool,
}

impl Stamp {
    /// As `parse_period` reads it, with the year said elsewhere if it says none. `None` without a year.
    pub(super) fn text(self, year: Option<(i32, bool)>) -> Option<String> {
        if let Span::Day(day) = self.span {
            return Some(day.to_string());
        }
        let (year, is_fiscal) = self.year.map(|year| (year, self.is_fiscal)).or(year)?;
        let fiscal = if is_fiscal { "FY" } else { "" };
        Some(match self.span {
            Span::Month(month) => format!("{year}-{month:02}"),
            Span::Quarter(quarter) => format!("{fiscal}{year}-Q{quarter}"),
            Span::Half(half) => format!("{fiscal}{year}-H{half}"),
            _ => format!("{fiscal}{year}"),
        })
    }

    /// Its place on the line of periods of its length.
    pub(super) fn place(self) -> i64 {
        let year = i64::from(self.year.unwrap_or(0));
        match self.span {
            Span::Day(day) => i64::from(day.num_days_from_ce()),
            Span::Month(month) => year * 12 + i64::from(month),
            Span::Quarter(quarter) => year * 4 + i64::from(quarter),
            Span::Half(half) => year * 2 + i64::from(half),
            Span::Year => year,
        }
    }

    /// Its length: 0 for a day, 1 for a month, 2 for a quarter, 3 for half a year, 4 for a year.
    pub(super) fn length(self) -> u8 {
        match self.span {
            Span::Day(_) => 0,
            Span::Month(_) => 1,
            Span::Quarter(_) => 2,
            Span::Half(_) => 3,
            Span::Year => 4,
        }
    }

    /// Whether a shorter period lies within, as far as both say their year.
    pub(super) fn covers(self, other: Self) -> bool {
        let (first, last) = match other.span {
            Span::Day(day) => (day.month(), day.month()),
            Span::Month(month) => (month, month),
            Span::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
            Span::Half(half) => (half * 6 - 5, half * 6),
            Span::Year => (1, 12),
        };
        let is_within = match self.span {
            Span::Quarter(quarter) => first.div_ceil(3) == quarter && last.div_ceil(3) == quarter,
            Span::Half(half) => first.div_ceil(6) == half && last.div_ceil(6) == half,
            Span::Year => true,
            Span::Day(_) | Span::Month(_) => false,
        };
        let year = if let Span::Day(day) = other.span { Some(day.year()) } else { other.year };
        is_within && self.length() > other.length() && (self.year.is_none() || year.is_none() || self.year == year)
    }
}

/// A word or a number of a header.
struct Token<'a> {
    start: usize,
    text: &'a str,
    is_number: bool,
    is_used: bool,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Its number, if it has so many digits at most.
    fn number(&self, n_digits: usize) -> Option<u32> {
        if self.is_number && self.text.len() <= n_digits { self.text.parse().ok() } else { None }
    }

    fn is_year(&self) -> bool {
        self.is_number && self.text.len() == 4 && self.text.parse().is_ok_and(|year| (1970..=2200).contains(&year))
    }
}

/// Words and numbers; a word ends where a capital follows a small letter.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start: Option<usize> = None;
    let mut before = ' ';
    let class = |char: char| if char.is_ascii_digit() { 1 } else { 2 * i32::from(char.is_alphabetic()) };
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_border = class(char) != class(before) || (char.is_uppercase() && before.is_lowercase());
        if is_border {
            if let Some(word) = start.take().and_then(|from| Some((from, text.get(from..at)?))) {
                tokens.push(Token { start: word.0, text: word.1, is_number: class(before) == 1, is_used: false });
            }
            start = (class(char) != 0).then_some(at);
        }
        before = char;
    }
    tokens
}

/// What a word before or behind a small number makes of it.
fn counted(word: &str) -> Option<fn(u32) -> Option<Span>> {
    Some(match word {
        "q" | "qtr" | "quarter" | "kwartal" | "kw" | "quartal" | "trimestre" | "trim" | "t" | "kwart" => {
            |number| (1..=4).contains(&number).then_some(Span::Quarter(number))
        }
        "h" | "hy" | "half" | "polrocze" | "halbjahr" | "hj" | "semestre" | "semester" | "sem" | "s" => {
            |number| (1..=2).contains(&number).then_some(Span::Half(number))
        }
        "m" | "month" | "miesiac" | "mies" | "monat" | "mois" | "mes" => {
            |number| (1..=12).contains(&number).then_some(Span::Month(number))
        }
        _ => return None,
    })
}

fn roman(word: &str) -> Option<u32> {
    ["I", "II", "III", "IV"].iter().zip(1..).find(|(sign, _)| **sign == word).map(|(_, number)| number)
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "e" | "eme" | "o" | "º" | "ª" | "te" | "tes")
}

/// Words for a year, and whether it is a fiscal one.
fn year_word(word: &str) -> Option<bool> {
    match word {
        "fy" | "fiscal" | "gj" => Some(true),
        "cy" | "year" | "rok" | "jahr" | "annee" | "ano" | "exercice" => Some(false),
        _ => None,
    }
}

/// Reads one header. Dates in figures are read in the given order.
pub(super) fn heading(header: &str, order: DateOrder) -> Option<Heading> {
    if 80 < header.len() {
        return None;
    }
    let (header, repeat) = without_repeat(header);
    let mut tokens = tokens(header);
    let words: Vec<String> = tokens.iter().map(|token| plain(token.text)).collect();
    let mut found = Stamp { year: None, is_fiscal: false, span: Span::Year };
    let mut stem = String::new();
    let mut is_weak = true;
    let mut span = day(header, &mut tokens, order);
    if span.is_some() {
        is_weak = false;
    } else {
        for (index, word) in words.iter().enumerate() {
            let Some((number, used)) = counted(word).and_then(|of| near(&tokens, &words, index, of)) else { continue };
            if span.replace(number).is_some() {
                return None;
            }
            stem.clone_from(word);
            for place in used {
                mark(&mut tokens, place);
            }
        }
        for (index, word) in words.iter().enumerate() {
            let is_free = tokens.get(index).is_some_and(|token| !token.is_used && !token.is_number);
            if let Some(month) = month_of(word).filter(|_| is_free && 3 <= word.len()) {
                if span.replace(Span::Month(month)).is_some() {
                    return None; // two months are a stretch of time
                }
                is_weak = false;
                mark(&mut tokens, index);
            }
        }
    }
    if !matches!(span, Some(Span::Day(_))) {
        (found.year, found.is_fiscal) = year(header, &mut tokens, &words, &mut span)?;
    }
    if span.is_none() && tokens.len() == 1 && found.year.is_none() {
        span =
            tokens.first().and_then(|token| token.number(2)).filter(|month| (1..=12).contains(month)).map(Span::Month);
        mark(&mut tokens, 0);
    }
    if span.is_none() && found.year.is_none() {
        return None;
    }
    found.span = span.unwrap_or(Span::Year);
    // A number that says nothing about the period may stand in a unit only, such as `in 1000 EUR`.
    let is_loose = |token: &Token| token.is_number && !token.is_used && !matches!(token.text, "000" | "1000");
    if tokens.iter().any(is_loose) {
        return None;
    }
    is_weak &= found.year.is_none() || matches!(found.span, Span::Year | Span::Month(_));
    let (label, mut measure) = parts(header, &tokens);
    if 40 < measure.len() {
        return None;
    }
    if let Some(repeat) = repeat {
        let gap = if measure.is_empty() { "" } else { " " };
        measure.push_str(gap);
        measure.push_str(repeat);
    }
    Some(Heading { stamp: found, label, measure, stem, is_weak })
}

/// A repeated header has its number behind it: `Q1 (2)`.
fn without_repeat(header: &str) -> (&str, Option<&str>) {
    let cut = header.rfind(" (").filter(|at| {
        let rest = header.get(at + 2..).and_then(|rest| rest.strip_suffix(')')).unwrap_or_default();
        rest.len() == 1 && matches!(rest.as_bytes(), [b'2'..=b'9'])
    });
    match cut.and_then(|at| Some((header.get(..at)?, header.get(at + 1..)?))) {
        Some((before, repeat)) => (before, Some(repeat)),
        None => (header, None),
    }
}

fn mark(tokens: &mut [Token], place: usize) {
    if let Some(token) = tokens.get_mut(place) {
        token.is_used = true;
    }
}

/// A day in figures, with its time, if the header holds one.
fn day(header: &str, tokens: &mut [Token], order: DateOrder) -> Option<Span> {
    let between = |one: &Token, other: &Token| header.get(one.end()..other.start).unwrap_or_default().to_owned();
    let (first, day) = tokens.windows(3).enumerate().find_map(|(first, window)| {
        let [one, two, three] = window else { return None };
        let mark = between(one, two);
        if !matches!(mark.as_str(), "-" | "/" | ".") || mark != between(two, three) {
            return None;
        }
        parse_date(header.get(one.start..three.end())?, order).map(|day| (first, day))
    })?;
    (first..first + 3).for_each(|place| mark(tokens, place));
    // A time behind it.
    for token in tokens.iter_mut().skip(first + 3) {
        if token.is_number && token.text.bytes().all(|byte| byte == b'0') || token.text == "T" {
            token.is_used = true;
        }
    }
    (1970..=2200).contains(&day.year()).then_some(Span::Day(day))
}

/// The number that belongs to a word such as `Q`, behind it or before it, with the places that say it.
fn near(tokens: &[Token], words: &[String], index: usize, of: fn(u32) -> Option<Span>) -> Option<(Span, Vec<usize>)> {
    let at = |place: Option<usize>| {
        let place = place?;
        let token = tokens.get(place)?;
        let number = if token.is_number { token.number(2) } else { roman(token.text) };
        number.and_then(of).map(|span| (span, place))
    };
    if let Some((span, place)) = at(index.checked_add(1)) {
        return Some((span, vec![index, place]));
    }
    if let Some((span, place)) = at(index.checked_sub(1)) {
        return Some((span, vec![index, place]));
    }
    let ordinal = index.checked_sub(1).filter(|place| words.get(*place).is_some_and(|word| is_ordinal(word)))?;
    at(ordinal.checked_sub(1)).map(|(span, place)| (span, vec![index, ordinal, place]))
}

/// The words of the period, and the others.
fn parts(header: &str, tokens: &[Token]) -> (String, String) {
    let is_mark = |char: char| char.is_whitespace() || "_-–—/.,:;|·›»'’".contains(char);
    let label: Vec<&str> = tokens.iter().filter(|token| token.is_used).map(|token| token.text).collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    for token in tokens.iter().filter(|token| token.is_used) {
        pieces.push(header.get(from..token.start).unwrap_or_default());
        from = token.end();
    }
    pieces.push(header.get(from..).unwrap_or_default());
    let measure = pieces.iter().map(|piece| piece.trim_matches(is_mark)).filter(|piece| !piece.is_empty());
    let mut measure = measure.collect::<Vec<_>>().join(" ");
    for pair in ["( )", "()", "[ ]", "[]"] {
        measure = measure.replace(pair, " ");
    }
    (label.join(" "), measure.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Reads all headers of a table, dates in the order that makes more of them the first days of months. Days that are all
/// first or all last days of different months are months.
pub(super) fn headings<'a>(headers: impl Iterator<Item = &'a str> + Clone) -> Vec<Option<Heading>> {
    let read = |order| headers.clone().map(|header| heading(header, order)).collect::<Vec<_>>();
    let days = |found: &[Option<Heading>]| {
        let days = found.iter().flatten().filter_map(|heading| match heading.stamp.span {
            Span::Day(day) => Some(day),
            _ => None,
        });
        days.collect::<Vec<_>>()
    };
    let rank = |found: &[Option<Heading>]| {
        let days = days(found);
        (days.len(), days.iter().filter(|day| day.day() == 1).count())
    };
    let (month_first, day_first) = (read(DateOrder::MonthFirst), read(DateOrder::DayFirst));
    let mut found = if rank(&month_first) < rank(&day_first) { day_first } else { month_first };
    let days = days(&found);
    let is_first = |day: &NaiveDate| day.day() == 1;
    let is_last = |day: &NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
    if days.iter().all(is_first) || days.iter().all(is_last) {
        for heading in found.iter_mut().flatten() {
            if let Span::Day(day) = heading.stamp.span {
                heading.stamp = Stamp { year: Some(day.year()), is_fiscal: false, span: Span::Month(day.month()) };
            }
        }
    }
    found
}
