//! The time of day that may stand behind a day. It is read over.

/// Letters that begin what stands between a day and its time.
const BETWEEN: [&str; 7] = ["at ", "um ", "o ", "à ", "às ", "as ", "a las "];

/// A text that is read from its beginning.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    /// Takes up to `most` digits; how many there were.
    fn digits(&mut self, most: usize) -> usize {
        let n = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
        self.0 = self.0.get(n..).unwrap_or_default();
        n
    }

    fn skip(&mut self, sign: char) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn blanks(&mut self) {
        self.0 = self.0.trim_start();
    }

    /// Skips a word in any case of letters, with nothing of a word behind it.
    fn word(&mut self, word: &str) -> bool {
        let Some(rest) = self.0.get(word.len()..) else { return false };
        let is_there = self.0.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !rest.starts_with(char::is_alphanumeric);
        if is_there {
            self.0 = rest;
        }
        is_there
    }
}

/// Whether what stands behind the figures of a day belongs to it: nothing, the word for year, or a time.
pub(super) fn is_tail(rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    let plain = rest.trim_matches([' ', ',', '\u{a0}', '\u{202f}']);
    if matches!(plain, "" | "." | "r" | "r." | "roku") {
        return true;
    }
    if let Some(time) = rest.strip_prefix(['T', 't']) {
        return is_time(time);
    }
    let begins = rest.starts_with([' ', ',', '\u{a0}', '\u{202f}', '_']);
    begins && is_time(plain.trim_start_matches("- ").trim_start_matches('_'))
}

/// `0:00`, `15:15:00.000000 UTC`, `3:04 PM`, `00:00:00Z`, `12:00+02:00`, `15h30`, `101500`, `10.30 Uhr`
fn is_time(text: &str) -> bool {
    if 80 < text.len() {
        return false;
    }
    let mut rest = Cursor(BETWEEN.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text));
    let n_figures = rest.digits(6);
    let is_bare = match n_figures {
        1 | 2 if rest.skip(':') => {
            if rest.digits(2) != 2 || (rest.skip(':') && rest.digits(2) != 2) {
                return false;
            }
            if (rest.skip('.') || rest.skip(',') || rest.skip(':')) && rest.digits(9) == 0 {
                return false;
            }
            false
        }
        1 | 2 if rest.skip('h') || rest.skip('H') => {
            if !matches!(rest.digits(2), 0 | 2) {
                return false;
            }
            let _ = rest.word("min") || rest.word("m");
            false
        }
        1 | 2 if rest.skip('.') => {
            if rest.digits(2) != 2 || (rest.skip('.') && rest.digits(2) != 2) {
                return false;
            }
            false
        }
        1 | 2 => true,
        4 | 6 => {
            if rest.skip('.') && rest.digits(9) == 0 {
                return false;
            }
            false
        }
        _ => return false,
    };
    rest.blanks();
    let has_half = ["am", "pm", "a.m.", "p.m.", "a. m.", "p. m.", "a", "p"].iter().any(|half| rest.word(half));
    rest.blanks();
    let has_hour = rest.word("uhr");
    if is_bare && !has_half && !has_hour {
        return false; // `12 5` is no time
    }
    is_zone(rest)
}

/// `Z`, `UTC`, `CEST`, `+02:00`, `GMT+0100 (Central European Standard Time)`, `[Europe/Warsaw]`
fn is_zone(mut rest: Cursor) -> bool {
    rest.blanks();
    let n_letters = rest.0.bytes().take_while(u8::is_ascii_alphabetic).count();
    if 5 < n_letters {
        return false;
    }
    rest.0 = rest.0.get(n_letters..).unwrap_or_default();
    if rest.skip('+') || rest.skip('-') || rest.skip('−') {
        match rest.digits(4) {
            1 | 2 => {
                if rest.skip(':') && rest.digits(2) != 2 {
                    return false;
                }
            }
            4 => {}
            _ => return false,
        }
    }
    rest.blanks();
    rest.0.is_empty()
        || (rest.0.starts_with('(') && rest.0.ends_with(')'))
        || (rest.0.starts_with('[') && rest.0.ends_with(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_over() {
        for tail in [
            "",
            " 0:00",
            " 15:15:00.000000 UTC",
            "T10:00:00Z",
            "T10:00:00+02:00",
            " 3:04 PM",
            " 3:04PM",
            " 15h30",
            " 15h",
            ", 3:04 p.m.",
            " at 3:04 PM",
            " um 10.30 Uhr",
            " 12:00:00 +0200",
            "T101500Z",
            " r.",
            "T10:00",
            " 10:00:00 GMT+0100 (Central European Standard Time)",
            "T10:00:00+01:00[Europe/Warsaw]",
            " 3 PM",
            " 10:00 CEST",
            " - 10:00",
            " 10:00:00:123",
        ] {
            assert!(is_tail(tail), "{tail:?}");
        }
        for tail in ["x", "1", " 5", " soon", " 10:0", "T", " 10:00 apples and pears", ":30", " PM", "-4", " 1:2:3"] {
            assert!(!is_tail(tail), "{tail:?}");
        }
    }
}
