//! Text that was decoded wrongly before it was saved, such as `Ã¼` for `ü`, and what it should be.

use encoding_rs::WINDOWS_1252;

use crate::data::grid::Grid;
use crate::data::issue::IssueKind;

use super::encoding::dos_tables;

/// Looks for wrongly decoded text in a grid; repairs it if that is wanted, else says so.
pub(super) fn look(grid: &mut Grid, repairs: bool) -> Option<IssueKind> {
    let lookup = Lookup::new();
    let mut n_cells = 0;
    let mut first: Option<(String, String)> = None;
    for column in &mut grid.columns {
        if column.is_ascii() {
            continue;
        }
        let counts = column.counts();
        let mut repaired = Vec::new();
        for (symbol, count) in counts.into_iter().enumerate().filter(|(_, count)| *count != 0) {
            let text = column.text(symbol as u32);
            let Some(right) = lookup.repair(text) else { continue };
            n_cells += count;
            if first.is_none() {
                let short = |text: &str| text.chars().take(60).collect();
                first = Some((short(text), short(&right)));
            }
            repaired.push((symbol as u32, right));
        }
        if repairs {
            column.replace_symbols(&repaired);
        }
    }
    let (from, to) = first.filter(|_| !repairs)?;
    Some(IssueKind::Mojibake { n_cells, from, to })
}

/// Bytes by letters, for the encodings that text is misread in.
struct Lookup {
    tables: [Vec<(char, u8)>; 3],
}

impl Lookup {
    fn new() -> Self {
        // Windows-1252, and Latin-1 where it differs.
        let mut west: Vec<(char, u8)> = (0x80..=0xff).map(|byte| (char::from(byte), byte)).collect();
        for byte in 0x80..=0x9f {
            let bytes = [byte];
            west.extend(WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().map(|letter| (letter, byte)));
        }
        let [one, other] = dos_tables().map(|table| table.iter().copied().zip(0x80_u8..=0xff).collect());
        let mut tables = [west, one, other];
        for table in &mut tables {
            table.sort_unstable();
        }
        Self { tables }
    }

    /// The text as it should be, if it was decoded wrongly for certain: once or several times.
    fn repair(&self, text: &str) -> Option<String> {
        let mut right = self.step(text)?;
        for _ in 0..2 {
            let Some(next) = self.step(&right) else { break };
            right = next;
        }
        // What is half repaired still has control characters.
        right.chars().all(|letter| !('\u{80}'..='\u{9f}').contains(&letter)).then_some(right)
    }

    fn step(&self, text: &str) -> Option<String> {
        if text.is_ascii() {
            return None;
        }
        self.tables.iter().find_map(|table| {
            let byte = |letter: char| {
                let found = || table.binary_search_by_key(&letter, |(other, _)| *other).ok();
                if letter.is_ascii() { Some(letter as u8) } else { table.get(found()?).map(|(_, byte)| *byte) }
            };
            let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
            String::from_utf8(bytes?).ok().filter(|right| is_plausible(right))
        })
    }
}

/// Whether letters are those that people write, not what chance makes of two letters that stand together.
fn is_plausible(text: &str) -> bool {
    let far = |letter: char| !letter.is_ascii() && !is_common(letter);
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let beside = |other: Option<char>| other.is_some_and(far);
        // Letters of other scripts come in words.
        if far(letter) && !beside(before) && !beside(letters.peek().copied()) {
            return false;
        }
        if letter == char::REPLACEMENT_CHARACTER || ('\u{7c0}'..='\u{8ff}').contains(&letter) {
            return false;
        }
        before = Some(letter);
    }
    true
}

fn is_common(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{17f}' | 'Ș' | 'ș' | 'Ț' | 'ț' | '\u{2010}'..='\u{203a}' | '€' | '™')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misread(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[track_caller]
    fn check(text: &str, right: Option<&str>) {
        assert_eq!(Lookup::new().repair(text).as_deref(), right, "{text:?}");
    }

    #[test]
    fn wrongly_decoded_text_is_set_right() {
        for text in ["Müller", "Łódź", "São Paulo", "très “bon”", "12 €", "Å", "Москва", "東京"] {
            check(&misread(text), Some(text));
            check(&misread(&misread(text)), Some(text));
        }
        check("M├╝ller", Some("Müller"));
        check("Andr├®", Some("André"));
        check("â\u{80}\u{99}s", Some("’s"));
    }

    #[test]
    fn good_text_is_left_alone() {
        for text in ["Müller", "São Paulo", "AÇÕES", "Gruß“", "Ãland", "½ ±3°", "Łódź", "É®", "naïve Œuvre", "Île", ""]
        {
            check(text, None);
        }
    }
}
