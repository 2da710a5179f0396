//! Names of months and weekdays in six languages, and words reduced to plain letters to compare them.

/// A short word in lower case and without accents.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    letters: [u8; 16],
    len: usize,
}

impl Plain {
    /// The word's plain letters; `None` if it is longer than any name, or has a letter of another script.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut plain = Self { letters: [0; 16], len: 0 };
        for char in word.chars().filter(|char| !is_accent(*char)) {
            *plain.letters.get_mut(plain.len)? = letter(char)?;
            plain.len += 1;
        }
        Some(plain)
    }

    pub(super) fn as_str(&self) -> &str {
        self.letters.get(..self.len).and_then(|letters| std::str::from_utf8(letters).ok()).unwrap_or_default()
    }
}

/// An accent that follows its letter.
pub(super) const fn is_accent(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}')
}

fn letter(char: char) -> Option<u8> {
    if char.is_ascii() {
        return Some(char.to_ascii_lowercase() as u8);
    }
    Some(match char.to_lowercase().next()? {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => b'a',
        'ç' | 'ć' => b'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' => b'e',
        'í' | 'ì' | 'î' | 'ï' => b'i',
        'ł' => b'l',
        'ñ' | 'ń' => b'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => b'o',
        'ś' => b's',
        'ù' | 'ú' | 'û' | 'ü' => b'u',
        'ź' | 'ż' => b'z',
        _ => return None,
    })
}

/// Names of the months without accents: English, Polish (as it stands, and as in dates), German, French, Spanish,
/// Portuguese. In the order of the alphabet.
#[rustfmt::skip] // four a line
const MONTHS: [(&str, u32); 83] = [
    ("abril", 4), ("agosto", 8), ("aout", 8), ("april", 4),
    ("august", 8), ("avril", 4), ("czerwca", 6), ("czerwiec", 6),
    ("december", 12), ("decembre", 12), ("dezember", 12), ("dezembro", 12),
    ("diciembre", 12), ("enero", 1), ("feber", 2), ("febrero", 2),
    ("februar", 2), ("february", 2), ("fevereiro", 2), ("fevrier", 2),
    ("grudnia", 12), ("grudzien", 12), ("janeiro", 1), ("janner", 1),
    ("januar", 1), ("january", 1), ("janvier", 1), ("juillet", 7),
    ("juin", 6), ("julho", 7), ("juli", 7), ("julio", 7),
    ("july", 7), ("june", 6), ("junho", 6), ("juni", 6),
    ("junio", 6), ("kwiecien", 4), ("kwietnia", 4), ("lipca", 7),
    ("lipiec", 7), ("listopad", 11), ("listopada", 11), ("lutego", 2),
    ("luty", 2), ("maerz", 3), ("mai", 5), ("maio", 5),
    ("maj", 5), ("maja", 5), ("marca", 3), ("march", 3),
    ("marco", 3), ("mars", 3), ("marz", 3), ("marzec", 3),
    ("marzo", 3), ("may", 5), ("mayo", 5), ("mrz", 3),
    ("november", 11), ("novembre", 11), ("novembro", 11), ("noviembre", 11),
    ("october", 10), ("octobre", 10), ("octubre", 10), ("oktober", 10),
    ("outubro", 10), ("pazdziernik", 10), ("pazdziernika", 10), ("sept", 9),
    ("september", 9), ("septembre", 9), ("septiembre", 9), ("setembro", 9),
    ("setiembre", 9), ("sierpien", 8), ("sierpnia", 8), ("styczen", 1),
    ("stycznia", 1), ("wrzesien", 9), ("wrzesnia", 9),
];

/// Names of the weekdays in the same languages, whole and short. In the order of the alphabet.
#[rustfmt::skip] // as many a line as fit
const WEEKDAYS: [&str; 95] = [
    "czw", "czwartek", "di", "die", "dienstag", "dim", "dimanche", "do", "dom", "domingo", "don", "donnerstag", "fr",
    "fre", "freitag", "fri", "friday", "jeu", "jeudi", "jue", "jueves", "lun", "lundi", "lunes", "mar", "mardi",
    "martes", "mer", "mercredi", "mi", "mie", "miercoles", "mit", "mittwoch", "mo", "mon", "monday", "montag", "nd",
    "ndz", "nie", "niedz", "niedziela", "pia", "piat", "piatek", "pn", "pon", "poniedzialek", "pt", "qua", "quarta",
    "qui", "quinta", "sa", "sab", "sabado", "sam", "samedi", "samstag", "sat", "saturday", "seg", "segunda", "sex",
    "sexta", "so", "sob", "sobota", "son", "sonnabend", "sonntag", "sr", "sro", "sroda", "sun", "sunday", "ter",
    "terca", "thu", "thur", "thurs", "thursday", "tue", "tues", "tuesday", "ven", "vendredi", "vie", "viernes", "wed",
    "wednesday", "wt", "wto", "wtorek",
];

/// The month of that name, or of which alone the word is the beginning, of three letters or more.
pub(super) fn month(word: &Plain) -> Option<u32> {
    let word = word.as_str();
    let start = MONTHS.partition_point(|(name, _)| *name < word);
    let mut begin_so = MONTHS.iter().skip(start).take_while(|(name, _)| name.starts_with(word));
    let (name, month) = begin_so.next()?;
    let is_said = *name == word || (3 <= word.len() && begin_so.all(|(_, other)| other == month));
    is_said.then_some(*month)
}

/// Whether it names a weekday. `mar` and its like are months as well.
pub(super) fn is_weekday(word: &Plain) -> bool {
    WEEKDAYS.binary_search(&word.as_str()).is_ok()
}

/// A month or a quarter in Roman figures, as Poles write them: capitals only.
pub(super) fn roman(word: &str) -> Option<u32> {
    let figures = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    (1..).zip(figures).find(|(_, figure)| *figure == word).map(|(number, _)| number)
}

/// Words between the parts of a date that say nothing: `5 de marzo`, `1st of March`, `den 12. März`.
pub(super) fn is_filler(word: &Plain) -> bool {
    matches!(word.as_str(), "de" | "del" | "of" | "the" | "den" | "do" | "el" | "le")
}

/// The text behind the ending of an ordinal number: `1st`, `2nd`, `1er`, `1º`.
pub(super) fn behind_ordinal(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphabetic() && char != '°').unwrap_or(text.len());
    let (ending, rest) = text.split_at(end);
    let is_ordinal = ["st", "nd", "rd", "th", "er", "ère", "º", "ª", "°", "o", "e", "ème"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    if is_ordinal { rest } else { text }
}

/// Two digits as a year: 1970 to 2069.
pub(super) const fn full_year(short: u32) -> u32 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(MONTHS.is_sorted(), "found by halving");
        assert!(WEEKDAYS.is_sorted(), "found by halving");
    }

    #[test]
    fn months_have_many_names() {
        let check = |names: &str, expected: Option<u32>| {
            for name in names.split(' ') {
                assert_eq!(Plain::of(name).and_then(|word| month(&word)), expected, "{name}");
            }
        };
        check("January jan Jan STYCZEŃ stycznia sty Jänner janvier janv enero ene janeiro", Some(1));
        check("fév févr lut lutego Februar febrero fevereiro fev", Some(2));
        check("mar März Mrz Maerz mars marca marzo março MARÇO", Some(3));
        check("apr kwi avr abr Apr", Some(4));
        check("may maj mai mayo maio maja", Some(5));
        check("jun czerwca juin junho", Some(6));
        check("jul lip juil julho Juli", Some(7));
        check("aug sie sierpnia août aou ago", Some(8));
        check("sep sept wrz września set setembro setiembre", Some(9));
        check("oct okt paź PAŹDZIERNIKA out outubro", Some(10));
        check("nov lis listopada novembro", Some(11));
        check("dec gru dez déc dic diciembre", Some(12));
        check("jui ju j ma m january1 januaryx marketing март lead", None);
        assert_eq!(Plain::of("ma\u{301}rz").and_then(|word| month(&word)), Some(3), "accents of their own");
    }
}
