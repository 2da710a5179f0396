//! What the first bytes of a file say about it: text or not, and the delimiter.

use super::issue::ReadError;

/// How many bytes are looked at.
pub(super) const WINDOW: usize = 64 * 1024;

const MAGIC: [(&[u8], &str); 9] = [
    (b"PK\x03\x04", "a workbook (xlsx, ods) or zip archive"),
    (b"%PDF", "PDF"),
    (b"\xD0\xCF\x11\xE0", "an old workbook (xls)"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xFF\xD8\xFF", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\xFF\xFE", "UTF-16 text"),
    (b"\xFE\xFF", "UTF-16 text"),
];

/// Refuses what is not text.
pub(super) fn refuse_binary(start: &[u8]) -> Result<(), ReadError> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(ReadError::Binary { looks_like: (*name).into() });
    }
    if start.contains(&0) {
        return Err(ReadError::Binary { looks_like: "binary data".into() });
    }
    Ok(())
}

/// The delimiter: the candidate that cuts most lines of the window into the same number of fields.
///
/// Quoted text does not count. A single column has none; comma is then as good as any.
pub(super) fn delimiter(start: &[u8]) -> u8 {
    const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
    let mut best = (0_u64, b',');
    for candidate in CANDIDATES {
        let mut counts: Vec<usize> = Vec::new();
        let (mut quoted, mut count, mut any) = (false, 0, false);
        for byte in start {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted => {
                    if any {
                        counts.push(count);
                    }
                    (count, any) = (0, false);
                }
                byte => {
                    any = true;
                    count += usize::from(*byte == candidate && !quoted);
                }
            }
            if 200 <= counts.len() {
                break;
            }
        }
        if any && counts.is_empty() {
            counts.push(count);
        }
        let first = counts.first().copied().unwrap_or(0);
        if first == 0 {
            continue;
        }
        let n_alike = counts.iter().filter(|count| **count == first).count();
        // Agreement of lines first, then the number of columns.
        let score = (n_alike * 1_000 / counts.len().max(1)) as u64 * 1_000 + first.min(999) as u64;
        if best.0 < score {
            best = (score, candidate);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::delimiter;

    #[track_caller]
    fn check(text: &str, expected: u8) {
        assert_eq!(delimiter(text.as_bytes()) as char, expected as char, "{text:?}");
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_lines_alike() {
        check("a,b,c\n1,2,3\n", b',');
        check("a;b;c\n1,5;2,5;3\n", b';');
        check("a\tb\n1, 2\t3\n", b'\t');
        check("a|b|c\n1|2,2|3\n", b'|');
        check("\"a,b\";c\n\"1,2\";3\n", b';');
        check("alone\n1\n", b',');
        check("a;b", b';');
    }
}
