//! Which encoding a text is in: by its first bytes, by the user's word, or by all its bytes that are no ASCII.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding as Whatwg, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850, DECODING_TABLE_CP852};

use crate::data::issue::ReadError;

use super::letters;

/// How text is written as bytes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Encoding {
    /// UTF-8; with a byte-order mark or without.
    Utf8 { has_mark: bool },
    /// Any other that browsers know.
    Whatwg(&'static Whatwg),
    /// A code page of DOS, which browsers do not know: its name and its upper half.
    Dos(&'static str, &'static [char; 128]),
}

const DOS: [(&str, &[char; 128]); 3] =
    [("ibm437", &DECODING_TABLE_CP437), ("ibm850", &DECODING_TABLE_CP850), ("ibm852", &DECODING_TABLE_CP852)];

/// What the detector's guess adds to the score of an encoding.
const GUESSED: f64 = 0.1;
/// What being western does.
const WESTERN: f64 = 0.08;

impl Encoding {
    /// Its name, in lower case.
    pub(super) fn name(self) -> String {
        match self {
            Self::Utf8 { has_mark: true } => "utf-8-bom".into(),
            Self::Utf8 { has_mark: false } => "utf-8".into(),
            Self::Whatwg(encoding) => encoding.name().to_lowercase(),
            Self::Dos(name, _) => name.into(),
        }
    }

    /// Bytes of an ASCII letter.
    pub(super) fn n_bytes(self) -> u64 {
        if matches!(self, Self::Whatwg(encoding) if encoding == UTF_16LE || encoding == UTF_16BE) { 2 } else { 1 }
    }

    /// The encoding of that name.
    pub(super) fn named(label: &str) -> Result<Self, ReadError> {
        let plain = label.trim().to_lowercase();
        let number = ["ibm", "cp", "dos-", "ibm-"].iter().find_map(|start| plain.strip_prefix(start));
        if let Some((name, table)) = DOS.iter().find(|(name, _)| number.is_some() && name.strip_prefix("ibm") == number)
        {
            return Ok(Self::Dos(name, table));
        }
        if plain == "utf-8-bom" {
            return Ok(Self::Utf8 { has_mark: true });
        }
        let known = Whatwg::for_label(plain.as_bytes()).filter(|encoding| encoding.name() != "replacement");
        let encoding = known.ok_or_else(|| ReadError::UnknownEncoding { label: label.chars().take(60).collect() })?;
        Ok(if encoding == UTF_8 { Self::Utf8 { has_mark: false } } else { Self::Whatwg(encoding) })
    }

    /// What the first bytes say: a byte-order mark, or the zeros of UTF-16. UTF-32 is refused by its name.
    pub(super) fn of_start(start: &[u8]) -> Result<Option<Self>, ReadError> {
        if start.starts_with(b"\xFF\xFE\0\0") || start.starts_with(b"\0\0\xFE\xFF") {
            return Err(ReadError::NotATable { looks_like: "UTF-32".into() });
        }
        if start.starts_with(b"\xEF\xBB\xBF") {
            return Ok(Some(Self::Utf8 { has_mark: true }));
        }
        if let Some((encoding, _)) = Whatwg::for_bom(start) {
            return Ok(Some(Self::Whatwg(encoding)));
        }
        // Text in Latin letters has a zero in each pair of bytes, always on the same side.
        let (pairs, _) = start.as_chunks::<2>();
        let n_first = pairs.iter().filter(|[first, second]| *first == 0 && *second != 0).count();
        let n_second = pairs.iter().filter(|[first, second]| *first != 0 && *second == 0).count();
        let is_most = |n: usize, other: usize| 2 <= n && pairs.len() < n * 2 && other * 20 < n;
        if is_most(n_second, n_first) {
            return Ok(Some(Self::Whatwg(UTF_16LE)));
        }
        Ok(is_most(n_first, n_second).then_some(Self::Whatwg(UTF_16BE)))
    }

    /// The likeliest encoding of text that is not UTF-8, by the lines that are no ASCII.
    pub(super) fn of_lines(lines: &[u8]) -> Self {
        if is_nearly_utf8(lines) {
            return Self::Utf8 { has_mark: false };
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(lines, true);
        let guess = detector.guess(None, Utf8Detection::Deny);
        let [dos437, dos850, dos852] = DOS.map(|(name, table)| Self::Dos(name, table));
        let [west, middle, latin] = [WINDOWS_1252, WINDOWS_1250, ISO_8859_2].map(Self::Whatwg);
        // The first wins among equals.
        let mut best = (0.0, west);
        for candidate in [west, middle, latin, dos437, dos850, dos852, Self::Whatwg(guess)] {
            if matches!(candidate, Self::Whatwg(encoding) if !encoding.is_single_byte()) {
                continue;
            }
            // Letters of several languages stand in lists of addresses; the detector knows how often pairs of them do.
            let is_guessed = matches!(candidate, Self::Whatwg(encoding) if encoding == guess);
            let score = letters::score(lines, |byte| candidate.letter(byte)) + if is_guessed { GUESSED } else { 0.0 };
            // Lists of addresses from all over the world are western ones, mostly.
            let is_western = matches!(candidate.name().as_str(), "windows-1252" | "ibm437" | "ibm850");
            let score = score + if is_western { WESTERN } else { 0.0 };
            if best.0 + 1e-9 < score {
                best = (score, candidate);
            }
        }
        let is_latin = matches!(guess.name(), "windows-1252" | "windows-1250" | "ISO-8859-2");
        // Other scripts have no place among Latin letters; the detector knows them.
        if best.0 < 0.6 && !is_latin && fits(guess, lines) { Self::Whatwg(guess) } else { best.1 }
    }

    /// The letter of one byte, in an encoding of single bytes.
    fn letter(self, byte: u8) -> char {
        match self {
            Self::Dos(_, table) => dos_letter(table, byte),
            Self::Whatwg(encoding) => {
                let bytes = [byte];
                let (text, _) = encoding.decode_without_bom_handling(&bytes);
                text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            Self::Utf8 { .. } => char::REPLACEMENT_CHARACTER,
        }
    }
}

/// The letter of a byte in a code page of DOS.
pub(super) fn dos_letter(table: &[char; 128], byte: u8) -> char {
    let upper = byte.checked_sub(128).and_then(|place| table.get(usize::from(place)));
    upper.copied().unwrap_or(char::from(byte))
}

/// The upper halves of the code pages that text may have been misread in.
pub(super) const fn dos_tables() -> [&'static [char; 128]; 2] {
    [&DECODING_TABLE_CP437, &DECODING_TABLE_CP850]
}

/// Whether nearly all letters beyond ASCII are good UTF-8: a few broken ones do not make it another encoding.
fn is_nearly_utf8(lines: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in lines.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_bad * 4 < n_good
}

/// Whether nearly all bytes are good in an encoding.
fn fits(encoding: &'static Whatwg, lines: &[u8]) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(lines);
    let n = text.chars().filter(|letter| !letter.is_ascii()).count();
    let n_bad = text.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    n_bad * 20 <= n
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLISH: &str = "Zażółć gęślą jaźń, Łódź i Świętochłowice; Kraków";
    const GERMAN: &str = "Müller & Söhne, Straße 5, Köln; Größe Übermut Ärger";
    const FRENCH: &str = "Numéro, très élevé, forêt, naïve, où ça; Société Générale";
    const SPANISH: &str = "Año, niño, Martínez, ¿qué?, según, administración";
    const PORTUGUESE: &str = "São Paulo, ações, não, coração, três, município";

    fn encode(text: &str, name: &str) -> Vec<u8> {
        match Encoding::named(name).unwrap() {
            Encoding::Dos(_, table) => {
                let place = |letter: char| table.iter().position(|other| *other == letter).unwrap() as u8 + 128;
                text.chars().map(|letter| if letter.is_ascii() { letter as u8 } else { place(letter) }).collect()
            }
            Encoding::Whatwg(encoding) => encoding.encode(text).0.into_owned(),
            Encoding::Utf8 { .. } => text.as_bytes().to_vec(),
        }
    }

    /// The text is read right; several encodings may write it alike.
    #[track_caller]
    fn check(text: &str, name: &str) {
        let bytes = encode(text, name);
        let found = Encoding::of_lines(&bytes);
        let read = match found {
            Encoding::Dos(_, table) => bytes.iter().map(|byte| dos_letter(table, *byte)).collect(),
            Encoding::Whatwg(encoding) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
            Encoding::Utf8 { .. } => String::from_utf8_lossy(&bytes).into_owned(),
        };
        assert_eq!(read, text, "{name} taken for {}", found.name());
    }

    #[test]
    fn sentences_are_read_in_the_encoding_they_were_written_in() {
        for text in [GERMAN, FRENCH, SPANISH, PORTUGUESE] {
            check(text, "windows-1252");
            check(text, "ibm850");
        }
        for text in [GERMAN, "Numéro, très élevé, forêt, naïve, où ça", SPANISH] {
            check(text, "ibm437");
        }
        for name in ["windows-1250", "iso-8859-2", "ibm852"] {
            check(POLISH, name);
            check(GERMAN, name);
            check("Příliš žluťoučký kůň úpěl ďábelské ódy", name);
        }
        check("Türkiye İstanbul Şişli çağrı ığdır, müşteri adı, satış", "windows-1254");
        check("Рога и копыта, Москва; договор поставки", "windows-1251");
        check("Ελλάδα, Αθήνα; πωλήσεις και πελάτες", "windows-1253");
        check("景點編號,景點中文名稱,開放時間", "big5");
        check("株式会社、売上高、東京都、担当者ひらがな", "shift_jis");
        check("销售额,客户名称,北京市,上海市", "gbk");
        check("매출액, 고객 이름, 서울특별시", "euc-kr");
    }

    #[test]
    fn single_words_are_enough() {
        check("Berguvsvägen  8", "ibm437");
        check("Berguvsvägen  8", "windows-1252");
        check("Martín Sommer,Baños", "ibm437");
        check("Łódź", "windows-1250");
        check("Müller", "windows-1252");
        check("4,5,©", "windows-1252");
        check("12 €", "windows-1252");
        check("1980’s", "windows-1252");
        check("“quoted” – text…", "windows-1252");
        check("12.000 zł", "ibm852");
        check("1’234", "windows-1250");
        check("9 września 2024", "ibm852");
        check("Århus Luleå Vinbæltet", "windows-1252");
    }

    #[test]
    fn names_are_known_and_others_refused() {
        for (label, name) in [
            ("CP437", "ibm437"),
            ("ibm852", "ibm852"),
            ("latin1", "windows-1252"),
            ("ISO-8859-2", "iso-8859-2"),
            ("UTF8", "utf-8"),
            ("utf-16le", "utf-16le"),
            ("big5", "big5"),
        ] {
            assert_eq!(Encoding::named(label).unwrap().name(), name);
        }
        assert!(matches!(Encoding::named("klingon"), Err(ReadError::UnknownEncoding { .. })));
    }

    #[test]
    fn marks_and_zeros_tell_the_encoding() {
        let name = |bytes: &[u8]| Encoding::of_start(bytes).map(|found| found.map(Encoding::name));
        assert_eq!(name(b"\xEF\xBB\xBFa"), Ok(Some("utf-8-bom".into())));
        assert_eq!(name(b"\xFF\xFEa\0"), Ok(Some("utf-16le".into())));
        assert_eq!(name(b"\xFE\xFF\0a"), Ok(Some("utf-16be".into())));
        assert_eq!(name(b"a\0,\0b\0\n\0"), Ok(Some("utf-16le".into())));
        assert_eq!(name(b"\0a\0,\0b\0\n"), Ok(Some("utf-16be".into())));
        assert_eq!(name(b"a,b\n\0\0\0\0\0\0"), Ok(None));
        assert_eq!(name(b"\xFF\xFE\0\0a\0\0\0"), Err(ReadError::NotATable { looks_like: "UTF-32".into() }));
    }
}
