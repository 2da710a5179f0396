//! How much a decoding looks like words that people write, to tell encodings of one byte a letter apart.

/// Letters beyond ASCII by language, in lower case: text is of one language mostly.
const ALPHABETS: [&str; 12] = [
    "äöüßéàè",              // German
    "éèêëàâçîïôùûœæ",       // French
    "áéíóúñü",              // Spanish
    "ãõáéíóúâêôçàü",        // Portuguese
    "ąćęłńóśźż",            // Polish
    "áčďéěíňóřšťúůýžľĺŕôä", // Czech, Slovak
    "áéíóöőúüű",            // Hungarian
    "åäöæøé",               // Swedish, Danish, Norwegian
    "àèéìíîòóù",            // Italian
    "çğıöşüi\u{307}âî",     // Turkish
    "ăâîșțşţ",              // Romanian
    "āčēģīķļņšūžąęėįųõäöü", // Baltic
];

/// How much of the text beyond ASCII is letters within words, of one language; from below 0 to 1.
pub(super) fn score(bytes: &[u8], letter: impl Fn(u8) -> char) -> f64 {
    let table: Vec<char> = (0..=u8::MAX).map(&letter).collect();
    let at = |place: Option<usize>| {
        let byte = place.and_then(|place| bytes.get(place))?;
        table.get(usize::from(*byte)).copied()
    };
    let mut n = 0_u32;
    let mut sum = 0.0;
    let mut n_letters = 0_u32;
    let mut n_known = [0_u32; ALPHABETS.len()];
    for (place, _) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let Some(this) = at(Some(place)) else { continue };
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        n += 1;
        let is_word =
            |n: usize| place.checked_sub(n).is_none_or(|far| at(Some(far)).is_none_or(|far| !far.is_alphabetic()));
        // The commonest Polish word of all, and mostly the only one in exports of numbers.
        let is_zloty = this == 'ł' && before == Some('z') && !after.is_some_and(char::is_alphabetic) && is_word(2);
        // `PAì`: a small letter behind capitals ends no word.
        let is_shouted = this.is_lowercase()
            && before.is_some_and(char::is_uppercase)
            && at(place.checked_sub(2)).is_some_and(char::is_uppercase);
        sum += match () {
            () if is_zloty => 1.5,
            () if is_shouted => -1.0,
            () => worth(before, this, after),
        };
        if this.is_alphabetic() {
            n_letters += 1;
            let lower: String = this.to_lowercase().collect();
            for (known, alphabet) in n_known.iter_mut().zip(ALPHABETS) {
                *known += u32::from(alphabet.contains(&lower));
            }
        }
    }
    if n == 0 {
        return 0.0;
    }
    let best = n_known.into_iter().max().unwrap_or(0);
    // A letter of another language is a doubt, not a fault.
    (sum - 0.6 * f64::from(n_letters - best)) / f64::from(n)
}

/// What one letter or sign says, by its neighbours.
fn worth(before: Option<char>, this: char, after: Option<char>) -> f64 {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_far = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    if this.is_control() || this == char::REPLACEMENT_CHARACTER {
        return -2.0;
    }
    if this.is_alphabetic() {
        // A capital in the middle of a word, a letter of its own, three in a row: none is written so.
        let is_torn = this.is_uppercase() && before.is_some_and(char::is_lowercase)
            || this.is_lowercase() && after.is_some_and(char::is_uppercase);
        let is_crowded = is_far(before) && is_far(after);
        let is_alone = !is_letter(before) && !is_letter(after) || before.is_some_and(|letter| letter.is_ascii_digit());
        let is_latin = ('\u{c0}'..='\u{24f}').contains(&this);
        return match () {
            () if is_torn || !is_latin && (is_letter(before) || is_letter(after)) => -1.0,
            () if is_crowded => -0.5,
            () if is_alone || !is_latin => 0.2,
            // `cœur`, `œil`: few letters follow it in French.
            () if matches!(this, 'œ' | 'Œ') && !matches!(after, Some('u' | 'i' | 'U' | 'I' | 'd')) => 0.0,
            () => 1.0,
        };
    }
    match this {
        '’' if is_letter(after) => 1.0,
        // Between thousands.
        '’' | '\u{a0}' if is_digit(before) && is_digit(after) => 1.0,
        // Signs between letters tear words.
        _ if is_letter(before) && is_letter(after) => -1.0,
        '“' | '”' | '„' | '‘' | '«' | '»' | '–' | '—' | '…' | '€' | '£' | '©' | '®' | '™' | '°' | '§' | '\u{a0}'
        | '²' | '³' | '½' | '·' | '•' | '¿' | '¡' | 'º' | 'ª' | '±' | '×' => 0.8,
        '\u{2500}'..='\u{259f}' => -1.0, // lines and blocks that drew frames
        _ => 0.0,
    }
}
