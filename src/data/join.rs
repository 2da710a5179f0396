//! Keys that join files: names without outer blanks and case, and the nearest name for those that match nothing.

use std::collections::BTreeMap;

pub(super) use crate::engine::records::join_key as key;

use super::roles::fold::{fold, squeeze};

/// Likeness from which a name is offered.
const OFFERED: f64 = 0.9;
/// Names of one bucket that are compared.
const N_COMPARED: usize = 512;

/// Known names, sorted so that alike ones are found without comparing all.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Each name as it is shown, with its letters and digits.
    names: Vec<(String, String)>,
    /// By letters and digits alone.
    squeezed: BTreeMap<String, u32>,
    /// By words in order of the alphabet, without forms of companies.
    sorted: BTreeMap<String, u32>,
    /// By first letter and last word, of names of two words; `None` where it is several people's.
    initials: BTreeMap<String, Option<u32>>,
    /// By beginning or end, and digits.
    buckets: BTreeMap<(bool, String, String), Vec<u32>>,
}

/// A known name that is much like another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Near {
    /// The name as it is known.
    pub(super) name: String,
    /// How alike they are, from 0.9 to 1; 1 if they differ in blanks, marks, case or accents alone.
    pub(super) likeness: f64,
}

impl Known {
    /// Of these names, in their order: the first of two that are alike counts.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for name in names {
            let squeezed = squeeze(name);
            if squeezed.is_empty() || known.squeezed.contains_key(&squeezed) {
                continue;
            }
            let place = known.names.len() as u32;
            known.sorted.entry(sorted(name)).or_insert(place);
            if let Some(initial) = initial(name) {
                known.initials.entry(initial).and_modify(|other| *other = None).or_insert(Some(place));
            }
            for bucket in buckets(&squeezed) {
                known.buckets.entry(bucket).or_default().push(place);
            }
            known.squeezed.insert(squeezed.clone(), place);
            known.names.push((name.trim().to_owned(), squeezed));
        }
        known
    }

    fn near(&self, place: u32, likeness: f64) -> Option<Near> {
        self.names.get(place as usize).map(|(name, _)| Near { name: name.clone(), likeness })
    }
}

/// The most alike of the known names, if it is alike enough to be offered. Nothing is joined by it.
pub(super) fn nearest(name: &str, known: &Known) -> Option<Near> {
    let plain = squeeze(name);
    if plain.is_empty() {
        return None;
    }
    if let Some(place) = known.squeezed.get(&plain) {
        return known.near(*place, 1.0);
    }
    // `Lee, Ann` and `Ann Lee`, `Acme Ltd.` and `Acme`.
    if let Some(place) = known.sorted.get(&sorted(name)) {
        return known.near(*place, 0.98);
    }
    let mut best: Option<(f64, u32)> = None;
    for bucket in buckets(&plain) {
        for place in known.buckets.get(&bucket).into_iter().flatten().take(N_COMPARED) {
            let Some((_, other)) = known.names.get(*place as usize) else { continue };
            let likeness = likeness(&plain, other);
            if best.is_none_or(|(best, first)| best < likeness || (best <= likeness && *place < first)) {
                best = Some((likeness, *place));
            }
        }
    }
    if let Some((likeness, place)) = best.filter(|(likeness, _)| OFFERED <= *likeness) {
        return known.near(place, likeness.min(0.97));
    }
    // `A. Lee` and `Ann Lee`, where no other name would do.
    let place =
        initial(name).filter(|_| has_initial(name)).and_then(|initial| known.initials.get(&initial).copied().flatten());
    place.and_then(|place| known.near(place, OFFERED))
}

/// How alike two names are, by letters and digits: Jaro and Winkler's likeness, or one slip in a name long enough.
fn likeness(a: &str, b: &str) -> f64 {
    let (n, other) = (a.chars().count(), b.chars().count());
    if n.abs_diff(other) * 3 > n.max(other) || 64 < n || 64 < other {
        return 0.0;
    }
    let jaro_winkler = strsim::jaro_winkler(a, b);
    let slips = strsim::osa_distance(a, b);
    let by_slips = if 4 <= n.min(other) && slips * 6 <= n.min(other).max(6) { 0.93 } else { 0.0 };
    jaro_winkler.max(by_slips)
}

/// Where a name is looked for: by its beginning and by its end, and only among names of the same digits, since
/// `Store 17` and `Store 71` are two.
fn buckets(plain: &str) -> [(bool, String, String); 2] {
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let letters: Vec<char> = plain.chars().filter(|char| !char.is_ascii_digit()).collect();
    let first = letters.iter().take(3).collect();
    let last = letters.iter().rev().take(3).collect();
    [(false, first, digits.clone()), (true, last, digits)]
}

/// Words that say what kind of a company it is.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh",
    "ag", "kg", "ohg", "ug", "se", "sa", "sas", "sarl", "eurl", "spa", "srl", "sl", "slu", "lda", "ltda", "bv", "nv",
    "ab", "oy", "as", "aps", "spzoo", "spk",
];

/// The name's words in order of the alphabet, without the company's form.
fn sorted(name: &str) -> String {
    // `Sp. z o.o.`, `S.A.`: single letters are one word.
    let folded = fold(name).replace("sp z o o", "spzoo");
    let mut words: Vec<String> = Vec::new();
    let mut is_joined = false;
    for word in folded.split(' ') {
        let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut().filter(|_| is_letter && is_joined) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        is_joined = is_letter;
    }
    let kept: Vec<String> = words.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    let mut words = if kept.is_empty() { words } else { kept };
    words.sort_unstable();
    words.join(" ")
}

/// First letter and last word of a name of two words, in the order of speech.
fn initial(name: &str) -> Option<String> {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    if name.contains(',') {
        words.reverse();
    }
    match words.as_slice() {
        [first, last] if 2 <= last.chars().count() && last.chars().all(char::is_alphabetic) => {
            first.chars().next().filter(|letter| letter.is_alphabetic()).map(|letter| format!("{letter} {last}"))
        }
        _ => None,
    }
}

/// Whether one word of the name is a letter alone.
fn has_initial(name: &str) -> bool {
    fold(name).split(' ').any(|word| word.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn near_misses_are_offered() {
        let known = Known::new([
            "GTX Pro",
            "GTX Basic",
            "Łódź Handel Sp. z o.o.",
            "Acme Ltd.",
            "Ann Lee",
            "Müller & Söhne",
            "Store 17",
            "Philippines",
            "Bob Stone",
            "Ben Stone",
            "Technology",
        ]);
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(nearest(name, &known).map(|near| near.name).as_deref(), expected, "{name}");
        };
        check("GTXPro", Some("GTX Pro"));
        check("gtx  pro ", Some("GTX Pro"));
        check("Lodz Handel", Some("Łódź Handel Sp. z o.o."));
        check("LODZ HANDEL SP Z OO", Some("Łódź Handel Sp. z o.o."));
        check("Acme Ltd", Some("Acme Ltd."));
        check("ACME Limited", Some("Acme Ltd."));
        check("Lee, Ann", Some("Ann Lee"));
        check("A. Lee", Some("Ann Lee"));
        check("B. Stone", None);
        check("Muller & Sohne", Some("Müller & Söhne"));
        check("Store 71", None);
        check("Philipines", Some("Philippines"));
        check("technolgy", Some("Technology"));
        check("Quite Another", None);
        check("", None);
        check("–", None);
    }

    proptest! {
        #[test]
        fn a_known_name_is_nearest_to_itself(names in prop::collection::vec("\\PC{1,20}", 1..20), place in 0_usize..20) {
            let known = Known::new(names.iter().map(String::as_str));
            let name = &names[place % names.len()];
            let near = nearest(name, &known);
            prop_assert_eq!(near.is_some(), !squeeze(name).is_empty());
            prop_assert!(near.is_none_or(|near| 1.0 <= near.likeness && squeeze(&near.name) == squeeze(name)));
        }
    }
}
