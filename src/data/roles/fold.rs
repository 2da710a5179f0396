//! Texts made alike: lower case, without accents, with marks and camel case opened to blanks.

/// Words that say nothing in a header: `Data de fechamento` is `data fechamento`.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "de", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "of", "the", "la", "le", "les", "el", "los",
    "las", "l", "d", "der", "die", "den", "von", "vom", "zum", "zur", "am", "on", "at", "w", "z", "a", "e", "y",
    "et", "und", "and", "i", "en", "for", "para", "dla", "em", "c",
];

/// Lower case without accents, words parted by one blank: `closeDate`, `Close-Date` and `CLOSE_DATE` are `close date`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(char) = chars.next() {
        // Letters of formulas are capitals without small ones: they open nothing.
        let opens = char.is_uppercase()
            && !char.to_lowercase().eq([char])
            && (before.is_lowercase()
                || (before.is_uppercase() && chars.peek().is_some_and(|next| next.is_lowercase())));
        if opens && !folded.ends_with(' ') {
            folded.push(' ');
        }
        push_plain(&mut folded, char);
        before = char;
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Lower case without accents; marks and blanks stay.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for char in text.chars().filter(|char| !is_accent(*char)) {
        push_base(&mut plain, char);
    }
    plain
}

/// Letters and digits alone, in lower case and without accents: `GTX Pro` and `gtxpro` are the same.
pub(crate) fn squeeze(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|char| push_plain(&mut folded, char));
    folded.retain(|char| char != ' ');
    folded
}

/// A header's words without those that say nothing.
pub(super) fn header(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

/// German vowels as typewriters have them: `verkaeufer` is `verkaufer`.
pub(super) fn without_umlauts(folded: &str) -> String {
    folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

fn push_plain(folded: &mut String, char: char) {
    match char {
        'a'..='z' | '0'..='9' => folded.push(char),
        'A'..='Z' => folded.push(char.to_ascii_lowercase()),
        _ if is_accent(char) => {}
        '\'' | '’' if folded.ends_with(|last: char| last.is_alphanumeric()) => folded.push(' '),
        _ if !char.is_alphanumeric() => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        _ => push_base(folded, char),
    }
}

/// In lower case first: that of the ångström's sign has an accent.
fn push_base(folded: &mut String, char: char) {
    for letter in char.to_lowercase().filter(|letter| !is_accent(*letter)) {
        match base(letter) {
            Some(base) => folded.push_str(base),
            None => folded.push(letter),
        }
    }
}

/// Accents that stand by themselves.
const fn is_accent(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}')
}

/// The letter without its accent, of Latin letters with one.
const fn base(char: char) -> Option<&'static str> {
    Some(match char {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headers_become_plain_words() {
        let check = |text: &str, expected: &str| assert_eq!(header(text), expected, "{text}");
        check("closeDate", "close date");
        check("Close_Date__c", "close date");
        check("AccountID", "account id");
        check("ARRAmount", "arr amount");
        check("Wartość netto [PLN]", "wartosc netto pln");
        check("Właściciel", "wlasciciel");
        check("Date de clôture", "date cloture");
        check("Chiffre d'affaires", "chiffre affaires");
        check("Größe", "grosse");
        check("Fecha de creacio\u{301}n", "fecha creacion");
        check("  Deal - Value ", "deal value");
        check("of", "of");
        check("", "");
        check("\u{212b}ngstr\u{f6}m", "angstrom"); // a sign of its own
    }

    #[test]
    fn letters_that_were_folded_stay() {
        for letter in '\0'..=char::MAX {
            let once = fold(&letter.to_string());
            assert_eq!(fold(&once), once, "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            prop_assert!(!once.contains("  ") && once.trim() == once);
        }
    }
}
