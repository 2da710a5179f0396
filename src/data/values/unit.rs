//! What stands beside a number: signs, currencies, percent, and words that multiply.

/// What a prefix or suffix says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) negative: bool,
    /// The power of ten that `%`, or a word such as `k` or `mln`, multiplies by.
    pub(super) power: Option<i32>,
    bracket: bool,
    pub(super) has_currency: bool,
}

impl Beside {
    /// Both sides together; `None` if they say a thing twice, or a bracket has no other.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let n_negative = [self.negative, other.negative, self.bracket].into_iter().filter(|said| *said).count();
        let twice = 1 < n_negative
            || (self.power.is_some() && other.power.is_some())
            || (self.has_currency && other.has_currency);
        let has_currency = self.has_currency || other.has_currency;
        let both = Self { negative: n_negative == 1, power: self.power.or(other.power), has_currency, ..self };
        (!twice && self.bracket == other.bracket).then_some(both)
    }
}

/// ISO 4217, with a few codes that are in use all the same.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG \
    QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

/// What people write for a currency instead, in lower case.
const WORDS: [&str; 27] = [
    "zł", "zl", "pln", "eur", "euro", "usd", "gbp", "chf", "kr", "kč", "kc", "ft", "lei", "leu", "лв", "грн", "руб",
    "р", "rs", "rp", "rm", "tl", "din", "kn", "fr", "sfr", "r",
];

/// Words that multiply, in lower case, each with its power of ten.
/// `mil` and `billion` mean different powers in different languages and are none.
#[rustfmt::skip] // a power a line
const FACTORS: [(&str, i32); 25] = [
    ("k", 3), ("tys", 3), ("tsd", 3), ("tausend", 3), ("thousand", 3),
    ("lakh", 5), ("lakhs", 5), ("lac", 5),
    ("m", 6), ("mn", 6), ("mln", 6), ("mio", 6), ("million", 6), ("millions", 6), ("millionen", 6), ("milion", 6),
    ("crore", 7), ("crores", 7),
    ("b", 9), ("bn", 9), ("bln", 9), ("mld", 9), ("mrd", 9), ("md", 9), ("mds", 9),
];

/// Reads what stands before a number; `None` if something in it has no place there.
pub(super) fn before(text: &str) -> Option<Beside> {
    beside(text, false)
}

/// Reads what stands behind a number.
pub(super) fn behind(text: &str) -> Option<Beside> {
    beside(text, true)
}

fn beside(text: &str, is_behind: bool) -> Option<Beside> {
    let mut found = Beside::default();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if char.is_alphabetic() {
            let end = rest.find(|char: char| !char.is_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            // One letter multiplies directly behind the number only: `12 m` may be metres.
            let may_multiply = is_behind && found == Beside::default() && (rest.len() == text.len() || 1 < word.len());
            if let Some(power) = power(word).filter(|_| may_multiply) {
                found.power = Some(power);
            } else if !found.has_currency && (after.starts_with('$') && is_country(word) || is_currency(word)) {
                found.has_currency = true;
            } else {
                return None;
            }
            rest = if is_country(word) { after.strip_prefix('$') } else { None }.unwrap_or(after);
            rest = rest.strip_prefix('.').unwrap_or(rest); // Rs. 500, 12 tys.
            continue;
        }
        match char {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => {}
            '-' | '−' if !found.negative => found.negative = true,
            '+' if !is_behind => {}
            '%' if found.power.is_none() => found.power = Some(-2),
            '‰' if found.power.is_none() => found.power = Some(-3),
            '(' if !is_behind && !found.bracket => found.bracket = true,
            ')' if is_behind && !found.bracket => found.bracket = true,
            '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₴' | '₺' | '₫' | '₦' | '₪' | '₱' | '฿' | '₡' | '₲' | '₵'
            | '₸' | '₾'
                if !found.has_currency =>
            {
                found.has_currency = true;
            }
            _ => return None,
        }
        rest = rest.get(char.len_utf8()..).unwrap_or_default();
    }
    Some(found)
}

fn power(word: &str) -> Option<i32> {
    FACTORS.iter().find(|(factor, _)| factor.eq_ignore_ascii_case(word)).map(|(_, power)| *power)
}

/// The letters before a dollar sign: `US$`, `R$`, `HK$`.
fn is_country(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether the word stands for a currency.
pub(super) fn is_currency(word: &str) -> bool {
    if word.is_ascii() {
        is_code(word.as_bytes()) || WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
    } else {
        word.len() <= 8 && WORDS.contains(&word.to_lowercase().as_str())
    }
}

/// Whether the word is one of the codes, which stand in the order of the alphabet, each with a blank behind it.
fn is_code(word: &[u8]) -> bool {
    let (codes, _) = CODES.as_bytes().as_chunks::<4>();
    let is_last = CODES.as_bytes().ends_with(word); // it has no blank behind it
    word.len() == 3 && (is_last || codes.binary_search_by(|code| code.get(..3).unwrap_or_default().cmp(word)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 3));
        assert!(codes.iter().all(|code| is_code(code.as_bytes())));
        assert!(!is_code(b"ABC") && !is_code(b"usd") && !is_code(b"US") && !is_code(b""));
    }
}
