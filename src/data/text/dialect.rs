//! How rows and cells are marked off: found from many lines, by which reading makes them agree.

use serde::{Deserialize, Serialize};

use crate::data::limits::Limits;

use super::split::{Outline, Splitter};

/// How rows and cells are marked off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Dialect {
    /// Between cells.
    pub delimiter: char,
    /// Around cells.
    pub quote: Option<u8>,
    /// Whether a backslash before a quote inside quotes makes it text.
    pub is_escaped: bool,
    /// Whether blanks may stand between the delimiter and the quote.
    pub is_spaced: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { delimiter: ',', quote: Some(b'"'), is_escaped: false, is_spaced: false }
    }
}

/// Candidates in the order in which they win among equals, and how much they are trusted.
const CANDIDATES: [(char, f64); 9] =
    [(',', 1.0), (';', 1.0), ('\t', 1.0), ('|', 1.0), ('\u{1f}', 1.0), ('~', 0.8), ('^', 0.8), (':', 0.5), (' ', 0.4)];

/// Rows that are looked at.
const N_ROWS: usize = 400;

/// The delimiter that the first line states, as Excel writes it: `sep=;`. With the length of that line.
pub(super) fn stated(text: &str) -> Option<(char, usize)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text.get(..end)?;
    let rest = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let mut marks = rest.trim_end_matches(' ').chars();
    let mark = marks.next().filter(|mark| !mark.is_alphanumeric() && *mark != '"')?;
    marks.next().is_none().then_some((mark, end))
}

/// Finds the dialect of a sample of whole lines; `delimiter` is the user's word.
pub(super) fn find(sample: &str, delimiter: Option<char>, limits: &Limits) -> Dialect {
    let mut best = (0.0, Dialect { delimiter: delimiter.unwrap_or(','), ..Dialect::default() });
    let single = may_be_single(sample);
    for (mark, trust) in CANDIDATES {
        if delimiter.map_or(!sample.contains(mark), |stated| stated != mark) {
            continue;
        }
        consider(sample, mark, trust, single, limits, &mut best);
    }
    if let Some(mark) = delimiter.filter(|mark| CANDIDATES.iter().all(|(other, _)| other != mark)) {
        consider(sample, mark, 1.0, single, limits, &mut best);
    }
    let mut dialect = best.1;
    let quote = dialect.quote.map_or('"', char::from);
    dialect.is_escaped = is_escaped(sample, quote, dialect.delimiter);
    dialect.is_spaced = dialect.delimiter != ' ' && is_spaced(sample, quote, dialect.delimiter);
    dialect
}

fn consider(sample: &str, mark: char, trust: f64, single: bool, limits: &Limits, best: &mut (f64, Dialect)) {
    for quote in [b'"', b'\''] {
        if quote == b'\'' && !single {
            continue;
        }
        let quoted = char::from(quote);
        let dialect = Dialect {
            delimiter: mark,
            quote: Some(quote),
            is_escaped: is_escaped(sample, quoted, mark),
            is_spaced: mark != ' ' && is_spaced(sample, quoted, mark),
        };
        let outline = Splitter::outline(sample, dialect, limits, N_ROWS);
        if quote == b'\'' && (outline.n_noted != 0 || outline.n_quoted < 2) {
            continue;
        }
        // Among equals the reading that takes quotes off is right.
        let bonus = if quote == b'\'' { 1e-6 } else { 0.0 };
        let score = score(&outline, mark) * trust + bonus;
        if best.0 + 1e-9 < score {
            *best = (score, dialect);
        }
    }
}

/// How well the rows agree, from 0 to 1.
fn score(outline: &Outline, mark: char) -> f64 {
    let widths: Vec<u32> = outline.widths.iter().copied().filter(|width| *width != 0).collect();
    let Some((width, n_alike)) = mode(&widths) else { return 0.0 };
    let share = n_alike as f64 / widths.len() as f64;
    let purity = 1.0 - outline.n_impure as f64 / outline.n_cells.max(1) as f64;
    let is_sure = match mark {
        // Blanks and colons stand in every text: all rows have to agree, and to hold more than words and times.
        ' ' => 3 <= widths.len() && 1.0 <= share && outline.n_cells <= 2 * outline.n_numbers,
        ':' => 0.9 <= share && (3 <= width || outline.n_numbers * 4 < outline.n_cells) && outline.n_times == 0,
        _ => true,
    };
    if !is_sure {
        return 0.0;
    }
    // Among readings that agree alike, more cells say more.
    share * purity * purity * (1.0 - 0.2 / f64::from(width))
}

/// The width of two or more that most rows have, and how many have it.
fn mode(widths: &[u32]) -> Option<(u32, usize)> {
    let mut sorted: Vec<u32> = widths.iter().copied().filter(|width| 2 <= *width).collect();
    sorted.sort_unstable();
    let groups = sorted.chunk_by(|one, other| one == other);
    groups.filter_map(|group| Some((*group.first()?, group.len()))).max_by_key(|(width, n)| (*n, *width))
}

/// Whether single quotes may stand around cells: double ones do not, and cells begin with them.
fn may_be_single(sample: &str) -> bool {
    let lines = sample.lines().take(N_ROWS);
    let n_lines = lines.clone().filter(|line| !line.trim().is_empty()).count();
    let mut n_starts = 0;
    let mut n_double = 0;
    for line in lines {
        let mut before = ',';
        for letter in line.chars() {
            let is_start = CANDIDATES.iter().any(|(mark, _)| *mark == before);
            n_starts += usize::from(is_start && letter == '\'');
            n_double += usize::from(is_start && letter == '"');
            before = letter;
        }
    }
    n_double == 0 && n_lines <= n_starts
}

/// Whether backslashes stand before quotes that do not end a cell, and doubled quotes do not occur.
fn is_escaped(sample: &str, quote: char, delimiter: char) -> bool {
    let mut letters = sample.chars().peekable();
    let (mut n_escaped, mut n_doubled, mut before) = (0, 0, delimiter);
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or('\n');
        let is_inside = |letter: char| letter != delimiter && letter != '\n' && letter != '\r';
        if letter == '\\' && next == quote {
            letters.next();
            let after = letters.peek().copied().unwrap_or('\n');
            n_escaped += usize::from(is_inside(after));
            before = quote;
            continue;
        }
        n_doubled += usize::from(letter == quote && next == quote && is_inside(before));
        before = letter;
    }
    0 < n_escaped && n_doubled == 0
}

/// Whether quotes mostly stand behind a delimiter and a blank.
fn is_spaced(sample: &str, quote: char, delimiter: char) -> bool {
    let spaced = sample.matches(&*format!("{delimiter} {quote}")).count();
    let tight = sample.matches(&*format!("{delimiter}{quote}")).count();
    tight < spaced
}

/// Whether a cell shows that another mark is the delimiter.
pub(super) fn is_impure(cell: &str, delimiter: char) -> bool {
    let bytes = cell.as_bytes();
    bytes.iter().enumerate().any(|(index, byte)| match byte {
        b';' | b'\t' | b'|' | 0x1f => char::from(*byte) != delimiter,
        b',' if delimiter != ',' => {
            let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
            let is_number = digit(Some(index + 1)) && (index == 0 || digit(index.checked_sub(1)));
            let is_text = bytes.get(index + 1).is_none_or(|next| matches!(next, b' ' | b'-'));
            !is_number && !is_text
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: char) {
        assert_eq!(find(text, None, &Limits::default()).delimiter, delimiter, "{text:?}");
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_lines_alike() {
        check("a,b,c\n1,2,3\n", ',');
        check("a;b;c\n1,5;2,5;3\n", ';');
        check("1,5;2,5;3,5\n2,5;3,5;4,5\n", ';');
        check("1,5;2,5\n", ';');
        check("a\tb\n1, 2\t3\n", '\t');
        check("a|b|c\n1|2,2|3\n", '|');
        check("\"a,b\";c\n\"1,2\";3\n", ';');
        check("alone\n1\n", ',');
        check("a;b", ';');
        check("a~b~c\n1,5~2~3\n", '~');
        check("a^b^c\n1^2^3\n", '^');
        check("a\u{1f}b\n1\u{1f}2\n", '\u{1f}');
        check("root:x:0:0\nann:x:1:1\nbob:x:2:2\n", ':');
        check("1 20 30\n2 4  55\n3 6 77\n", ' ');
        check("time\n10:30\n11:45\n", ',');
        check("link\nhttps://a.example\nhttps://b.example\n", ',');
        check("Some words here\nand more of them\nto be read\n", ',');
        check("Monthly report, north\nMade on 3.1.2026\n\nname;sum\nA;1,5\nB;2,5\nC;3,5\n", ';');
        check("note;n\nhello, you;1\nx, y, z;2\n", ';');
        check("$1,234|a\n$2,345|b\n$3,456|c\n", '|');
        check("name,tags\nann,a|b|c\nbob,d|e|f\ncid,g|h|i\n", ',');
        check("name,tags\nann,a;b;c\nbob,d;e;f\ncid,g\n", ',');
        check("when,who\n2026-01-01 10:30:00,Ann B\n2026-01-02 10:31:00,Bob C\n", ',');
    }

    #[test]
    fn quotes_and_escapes_are_found() {
        let single = find("'a','b,c'\n'd','e'\n", None, &Limits::default());
        assert_eq!(single.quote, Some(b'\''));
        assert_eq!(find("name,note\nO'Neil,it's\n", None, &Limits::default()).quote, Some(b'"'));
        assert!(find("a,b\n\"x \\\"y\\\" z\",1\n", None, &Limits::default()).is_escaped);
        assert!(!find("a,b\n\"C:\\dir\\\",1\n", None, &Limits::default()).is_escaped);
        assert!(find("a, \"b, c\", d\n1, \"2\", 3\n", None, &Limits::default()).is_spaced);
    }

    #[test]
    fn a_stated_delimiter_is_read() {
        assert_eq!(stated("sep=;\r\na;b"), Some((';', 5)));
        assert_eq!(stated("SEP=\t\na"), Some(('\t', 5)));
        assert_eq!(stated("sep=ab\n"), None);
        assert_eq!(stated("a;b\n"), None);
    }
}
