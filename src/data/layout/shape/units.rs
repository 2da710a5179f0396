//! Units that a file states in words: thousands, millions, billions; and those that figures betray.

#[cfg(test)]
mod tests;

use super::columns::{Numbers, mark_of};
use super::warning;
use crate::data::cells::Cells;
use crate::data::issue::IssueKind;
use crate::data::roles::fold::plain;
use crate::data::table::{Column, LayoutKind, Table};
use crate::data::values::is_missing;

/// A word, a number or a sign of a text.
struct Token<'a> {
    text: &'a str,
    plain: String,
}

/// Notes the power of ten of each column whose header states one, and of columns of money where a title or a note does.
pub(super) fn state(table: &mut Table) {
    let over_all = table
        .layout_rows
        .iter()
        .filter(|row| matches!(row.kind, LayoutKind::Title | LayoutKind::Note | LayoutKind::Rule))
        .map(|row| power_in(&row.text, false));
    // Two statements that differ say nothing.
    let mut powers: Vec<i32> = over_all.flatten().collect();
    powers.dedup();
    let over_all = if let [power] = powers.as_slice() { Some(*power) } else { None };
    let mut found = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let power = power_in(&column.header, true).or_else(|| over_all.filter(|_| is_money(&column.header)));
        if let Some(power) = power.filter(|_| is_counted(column)) {
            found.push((index, power));
        }
    }
    for (index, power) in found {
        let header = table.columns.get(index).map(|column| column.header.clone());
        table.warnings.push(warning(table, header.as_deref(), String::new(), IssueKind::UnitsStated { power }));
        table.factors.push((index, power));
    }
}

/// Whether a text is a unit and nothing else: `TEUR`, `(in thousands)`.
pub(in crate::data) fn is_unit_alone(text: &str) -> bool {
    let is_small = |token: &Token| {
        !token.text.chars().any(char::is_alphanumeric)
            || token.text.bytes().all(|byte| byte.is_ascii_digit())
            || is_preposition(&token.plain)
            || matches!(
                token.plain.as_str(),
                "of" | "de" | "k" | "m" | "mm" | "mn" | "bn" | "b" | "mil" | "miles" | "s"
            )
            || is_currency(token)
            || scale(&token.plain).is_some()
            || fused(token.text).is_some()
    };
    power_in(text, true).is_some() && tokens(text).iter().all(is_small)
}

/// Whether a cell says its own unit, such as `12k` or `1,5 mln`: it is not multiplied again.
pub(in crate::data) fn has_own_unit(cell: &str) -> bool {
    let behind = cell.rfind(|char: char| char.is_ascii_digit()).and_then(|at| cell.get(at + 1..)).unwrap_or_default();
    let words = tokens(behind);
    let is_first =
        words.first().is_some_and(|word| matches!(word.plain.as_str(), "k" | "m" | "b" | "bn" | "mm" | "mn"));
    is_first || words.iter().any(|word| scale(&word.plain).is_some())
}

/// Whether a column holds numbers that a factor may change: no percents, and not such as say their unit themselves.
fn is_counted(column: &Column) -> bool {
    let cells: &Cells = &column.cells;
    if column.header.contains('%') || !Numbers::read(cells, mark_of([cells].into_iter())).are_numbers() {
        return false;
    }
    let (mut n, mut n_other) = (0, 0);
    for (cell, count) in column.counted().filter(|(cell, _)| !is_missing(cell)) {
        n += count;
        n_other += if cell.contains('%') || has_own_unit(cell) { count } else { 0 };
    }
    n_other * 2 < n
}

/// Whether a header names money, and neither a count nor a rate of it.
fn is_money(header: &str) -> bool {
    const STEMS: &str = "amount value revenue sales target quota cost budget spend plan forecast actual income profit \
        turnover bookings pipeline salary bonus commission goal acv arr mrr tcv umsatz betrag ziel kosten wert gewinn \
        kwota wartosc sprzedaz przychod cel koszt budzet zysk montant chiffre ventes objectif cout importe valor objetivo \
        ingresos gasto receita meta vendas custo ventas beneficio benefice lucro ganancia balance saldo solde freight fracht fret flete frete";
    const OTHERS: &str = "count number no n qty quantity units unit id year month rate share pct percent ratio headcount \
        employees days date type name price key code liczba ilosc rok sztuk anzahl menge jahr preis stuck nombre quantite \
        prix cantidad precio cena number";
    let found = tokens(header);
    let has = |list: &str, fits: &dyn Fn(&str, &str) -> bool| {
        found.iter().any(|token| list.split_whitespace().any(|word| fits(&token.plain, word)))
    };
    // `TargetAmount` and `ESTIMATEDVALUE` alike.
    let begins = |token: &str, stem: &str| {
        token == stem || (4 <= stem.len() && token.starts_with(stem)) || (5 <= stem.len() && token.ends_with(stem))
    };
    let is_other = has(OTHERS, &|token, word| token == word) || header.contains('%');
    !is_other && (has(STEMS, &begins) || found.iter().any(is_currency))
}

/// Words, numbers with their marks, and signs. A letter that follows digits makes a word of its own.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let class = |char: char| {
        if char.is_alphabetic() {
            1
        } else if char.is_ascii_digit() || matches!(char, '.' | ',') {
            2
        } else if char.is_whitespace() || char == '_' {
            0
        } else {
            3
        }
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut from = 0;
    let mut before: Option<char> = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        let goes_on = before.is_some_and(|before| {
            class(before) == class(char) && class(char) != 3 && !(before.is_lowercase() && is_word_start(text, at))
        });
        if !goes_on {
            let piece = text.get(from..at).unwrap_or_default();
            let piece = if piece.starts_with(|first: char| first.is_ascii_digit()) {
                piece.trim_end_matches(['.', ','])
            } else {
                piece
            };
            if before.is_some_and(|before| class(before) != 0) && !piece.is_empty() {
                tokens.push(Token { text: piece, plain: plain(piece) });
            }
            from = at;
        }
        before = Some(char);
    }
    tokens
}

/// Whether a capital that is followed by a small letter stands there: `inThousands`; not in `kEUR`.
fn is_word_start(text: &str, at: usize) -> bool {
    let mut chars = text.get(at..).unwrap_or_default().chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// The power of a word that means nothing but a multiple.
fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "thousand" | "thousands" | "tys" | "tysiac" | "tysiace" | "tysiacach" | "tysiecy" | "tausend" | "tsd"
        | "millier" | "milliers" | "milhares" | "millares" | "ths" | "thsd" => 3,
        "million" | "millions" | "mln" | "milion" | "miliony" | "milionach" | "milionow" | "millionen" | "mio"
        | "millones" | "millon" | "milhoes" | "milhao" => 6,
        "billion" | "billions" | "mld" | "mrd" | "miliard" | "miliardy" | "miliardach" | "milliarde" | "milliarden"
        | "milliard" | "milliards" | "bln" => 9,
        _ => return None,
    })
}

/// The power of a word that multiplies beside a currency only.
fn short_scale(word: &str) -> Option<i32> {
    Some(match word {
        "k" | "t" => 3,
        "m" | "mm" | "mn" | "mil" => 6,
        "b" | "bn" => 9,
        _ => return None,
    })
}

const CODES: [&str; 21] = [
    "EUR", "USD", "GBP", "PLN", "CHF", "CZK", "SEK", "NOK", "DKK", "HUF", "JPY", "CNY", "INR", "BRL", "MXN", "CAD",
    "AUD", "RON", "UAH", "TRY", "ZAR",
];

/// `TEUR`, `kEUR`, `MUSD`, `EURk`, `kzł`
fn fused(word: &str) -> Option<i32> {
    let letter = |text: &str| match text {
        "T" | "K" | "k" => Some(3),
        "M" | "m" | "Mio" | "mn" | "mio" => Some(6),
        "bn" | "Mrd" => Some(9),
        _ => None,
    };
    CODES.iter().chain(&["zł"]).find_map(|code| {
        let before = word.strip_suffix(code).and_then(letter);
        before.or_else(|| word.strip_prefix(code).and_then(letter))
    })
}

fn is_currency(token: &Token) -> bool {
    CODES.contains(&token.text)
        || matches!(token.text, "$" | "€" | "£" | "¥" | "₹" | "Ft")
        || matches!(token.plain.as_str(), "zl" | "pln" | "eur" | "euro" | "euros" | "usd" | "gbp" | "dollars" | "kc")
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "in" | "w" | "en" | "em" | "im" | "x" | "×")
}

/// The power of ten that a header, or a line of text, says its numbers are in; `None` if it says none, or two.
fn power_in(text: &str, is_header: bool) -> Option<i32> {
    let tokens = tokens(text);
    let mut found: Option<i32> = None;
    for index in 0..tokens.len() {
        let Some(power) = power_at(&tokens, index, is_header) else { continue };
        if found.replace(power).is_some_and(|other| other != power) {
            return None;
        }
    }
    found
}

/// The power that a token states where it stands.
fn power_at(tokens: &[Token], index: usize, is_header: bool) -> Option<i32> {
    let token = tokens.get(index)?;
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let (behind, third) = (tokens.get(index + 1), tokens.get(index + 2));
    let is = |token: Option<&Token>, words: &[&str]| token.is_some_and(|token| words.contains(&token.plain.as_str()));
    let is_number = |token: &Token| token.text.starts_with(|first: char| first.is_ascii_digit());
    let is_beside_currency = before.is_some_and(is_currency) || behind.is_some_and(is_currency);
    let is_in = before.is_some_and(|before| is_preposition(&before.plain));
    let is_in_bracket = is(before, &["(", "[", "{"]);
    let is_zeros = token.text == "000";
    // `per thousand` is a rate; `5 million` and `over a million` are amounts.
    if is(before, &["per", "/", "pro", "na", "par", "por", "a", "over", "above", "der", "ppm"])
        || (before.is_some_and(is_number) && before.is_some_and(|before| before.text != "000"))
    {
        return None;
    }
    if let Some(power) = fused(token.text) {
        return Some(power);
    }
    if let Some(power) = scale(&token.plain) {
        let is_last = tokens.iter().skip(index + 1).all(|token| !token.text.chars().any(char::is_alphanumeric));
        let is_at_end =
            is_header && (is_last || before.is_none_or(|before| !before.text.chars().any(char::is_alphabetic)));
        let is_told = is_in || is_in_bracket || is_beside_currency || is_at_end && 0 < index;
        // `w tys. zł`, `in Mio. EUR`: the point stands between.
        let is_before_currency = is(behind, &["."]) && third.is_some_and(is_currency);
        return (is_told || is_before_currency).then_some(power);
    }
    if is_number(token) {
        // `12,000` and `1000` of something else are numbers; `'000`, `$000`, `(000s)` and `in 1000` are units.
        let is_quoted = is(before, &["'", "’", "‘"]);
        let is_closed = behind.is_none_or(|behind| matches!(behind.plain.as_str(), ")" | "]" | "s" | "'s" | "'"));
        if is_zeros && (is_quoted || is_in || is_beside_currency || (is_in_bracket && is_closed)) {
            return Some(3);
        }
        let power = match token.text {
            "1000" | "1,000" | "1.000" => 3,
            "1000000" | "1,000,000" | "1.000.000" => 6,
            _ => return None,
        };
        return (is_in || (is_in_bracket && (is_closed || is_beside_currency))).then_some(power);
    }
    // Spanish thousands are English lengths; a Portuguese thousand is an English million.
    if token.plain == "miles" {
        return (is(before, &["en"]) || (is(behind, &["de"]) && third.is_some_and(is_currency))).then_some(3);
    }
    let is_real = before.is_some_and(|before| before.text == "$")
        && is(index.checked_sub(2).and_then(|at| tokens.get(at)), &["r"]);
    if token.plain == "mil" && (is(before, &["em", "en"]) || is_real || is(behind, &["r"])) {
        return Some(3);
    }
    if let Some(power) = short_scale(&token.plain) {
        let is_alone = is_header && token.plain == "k" && is_in_bracket && is(behind, &[")", "]"]);
        return (is_beside_currency || is_alone).then_some(power);
    }
    None
}

/// Tells whether a number is likely to be in thousands or millions: `Some(3)` or `Some(6)` if it is about so many powers of
/// ten smaller than another that means the same people and time, such as the quota of a year beside a year's sales. About
/// means a factor from 1/5 to 5: the middle of all sells neither a fifth nor five times of what it should.
///
/// ```
/// use attain::data::suspected;
/// assert_eq!(suspected(300.0, 295_000.0), Some(3));
/// assert_eq!(suspected(300_000.0, 295_000.0), None);
/// ```
pub fn suspected(value: f64, other: f64) -> Option<i32> {
    let ratio = other / value;
    let is_about = |factor: f64| 0.0 < value && (factor / 5.0..=factor * 5.0).contains(&ratio);
    [(3, 1e3), (6, 1e6)].into_iter().find(|(_, factor)| is_about(*factor)).map(|(power, _)| power)
}
