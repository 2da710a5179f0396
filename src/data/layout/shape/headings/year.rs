//! The year of a period in a header, and a month in figures beside it.

use super::{Span, Token, mark, year_word};

/// The year, and whether it is fiscal; a month in figures beside it becomes the span. `None` if two years are said.
pub(super) fn year(
    header: &str,
    tokens: &mut [Token],
    words: &[String],
    span: &mut Option<Span>,
) -> Option<(Option<i32>, bool)> {
    let mut year: Option<i32> = None;
    let mut is_fiscal = false;
    for index in 0..tokens.len() {
        let Some(token) = tokens.get(index).filter(|token| token.is_number && !token.is_used) else { continue };
        let before = index.checked_sub(1).and_then(|place| tokens.get(place).zip(words.get(place)));
        let gap = header.get(before.map_or(0, |(before, _)| before.end())..token.start).unwrap_or_default();
        let is_short_gap = matches!(gap, "" | " " | "-" | "/" | "." | "_" | "'" | "’" | " '" | " ’" | "-'" | ". ");
        let said = if token.is_year() {
            token.text.parse().ok()
        } else if let (6, Ok(both), None) = (token.text.len(), token.text.parse::<u32>(), *span) {
            let (year, month) = (both / 100, both % 100);
            if !(1970..=2200).contains(&year) || !(1..=12).contains(&month) {
                continue;
            }
            *span = Some(Span::Month(month));
            i32::try_from(year).ok()
        } else if token.text.len() == 2
            && is_short_gap
            && (gap.ends_with(['\'', '’']) || before.is_some_and(|(at, word)| at.is_used || year_word(word).is_some()))
        {
            token.number(2).and_then(|number| i32::try_from(2000 + number).ok())
        } else {
            None
        };
        let Some(said) = said else { continue };
        if year.replace(said).is_some() {
            return None;
        }
        mark(tokens, index);
        for place in [index.checked_sub(1), index.checked_sub(2), index.checked_add(1)].into_iter().flatten() {
            if let Some(fiscal) = words.get(place).and_then(|word| year_word(word)) {
                is_fiscal |= fiscal;
                mark(tokens, place);
            }
        }
        if span.is_none()
            && let Some((place, month)) = month_beside(header, tokens, index)
        {
            *span = Some(Span::Month(month));
            mark(tokens, place);
        }
    }
    Some((year, is_fiscal))
}

/// A month in figures behind a year, or before it and without a blank, with its place.
fn month_beside(header: &str, tokens: &[Token], year: usize) -> Option<(usize, u32)> {
    let month = |place: usize| {
        let month = tokens.get(place).filter(|token| !token.is_used)?.number(2)?;
        (1..=12).contains(&month).then_some((place, month))
    };
    let before = year.checked_sub(1).filter(|before| {
        let gap = tokens.get(*before).zip(tokens.get(year)).and_then(|(one, two)| header.get(one.end()..two.start));
        gap.is_some_and(|gap| matches!(gap, "-" | "/" | "." | "_"))
    });
    year.checked_add(1).and_then(month).or_else(|| before.and_then(month))
}
