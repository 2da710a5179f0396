//! What is text and yet no table, by its name.

use crate::data::issue::ReadError;

use super::dialect::Dialect;

/// Refuses bytes that are mostly zeros or control characters.
pub(super) fn binary(start: &[u8]) -> Result<(), ReadError> {
    let n_zeros = memchr::memchr_iter(0, start).count();
    let is_control = |byte: &&u8| matches!(byte, 1..=8 | 0x0e..=0x1a | 0x1c..=0x1e | 0x7f);
    let n_controls = start.iter().filter(is_control).count();
    if start.len() < 2 * n_zeros || start.len() < 10 * n_controls { named("") } else { Ok(()) }
}

/// Refuses text whose first words are those of another format.
pub(super) fn other_format(sample: &str) -> Result<(), ReadError> {
    let text = sample.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let start: String = text.chars().take(64).collect::<String>().to_ascii_lowercase();
    if start.starts_with("{\\rtf") {
        return named("RTF");
    }
    if ["<!doctype html", "<html", "<table", "<head", "<body"].iter().any(|tag| start.starts_with(tag)) {
        return named("HTML");
    }
    let mut letters = start.chars();
    let (first, second) = (letters.next(), letters.next());
    if first == Some('<') && second.is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '?' || letter == '!')
    {
        return named("XML");
    }
    let inner = start.get(1..).unwrap_or_default().trim_start();
    let is_json = match first {
        Some('{') => inner.starts_with('"') || inner.starts_with('}'),
        Some('[') => inner.starts_with(['{', '[', '"']),
        _ => false,
    };
    if is_json { named("JSON") } else { Ok(()) }
}

/// Refuses markup cut by marks of several characters, such as `+|`.
pub(super) fn markup(sample: &str, dialect: Dialect) -> Result<(), ReadError> {
    let n_lines = sample.lines().filter(|line| !line.trim().is_empty()).count();
    let n_tags = sample.matches("</").count();
    if n_tags < 2 * n_lines.max(1) {
        return Ok(());
    }
    let mut before = ' ';
    let (mut n, mut n_pairs) = (0, 0);
    for letter in sample.chars() {
        if letter == dialect.delimiter {
            n += 1;
            n_pairs += usize::from(before.is_ascii_punctuation() && !matches!(before, '"' | '\'' | ')' | '.' | '>'));
        }
        before = letter;
    }
    let is_pair = dialect.delimiter.is_ascii_punctuation() && n < n_pairs * 2;
    if is_pair || n_lines < 2 * sample.matches("xmlns").count() { named("XML") } else { Ok(()) }
}

fn named(name: &str) -> Result<(), ReadError> {
    Err(ReadError::NotATable { looks_like: name.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: Option<&str>) {
        let found = other_format(text).and_then(|()| markup(text, Dialect { delimiter: '|', ..Dialect::default() }));
        assert_eq!(found.err(), name.map(|name| ReadError::NotATable { looks_like: name.into() }), "{text:?}");
    }

    #[test]
    fn other_formats_are_named() {
        check("<?xml version=\"1.0\"?><a/>", Some("XML"));
        check("\n <!DOCTYPE html><html>", Some("HTML"));
        check("{\\rtf1\\ansi", Some("RTF"));
        check("[{\"a\": 1}]", Some("JSON"));
        check("{\n  \"a\": 1}", Some("JSON"));
        check("1+|Shop+|<a><b>1</b><c>2</c></a>+|x&|\n2+|Shop+|<a><b>1</b><c>2</c></a>+|x&|\n", Some("XML"));
        check("name|text\nA|<b>bold</b>\nB|<p>x</p>\n", None);
        check("[Year]|[Month]\n1|2\n", None);
        check("<5|5-10|>10\n1|2|3\n", None);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert!(binary(b"a,b\n1,2\n").is_ok());
        assert!(binary(b"a,b\n1,\x002\n").is_ok());
        assert!(binary(b"\0\0\0\0\0a").is_err());
        assert!(binary(b"\x01\x02abc").is_err());
    }
}
