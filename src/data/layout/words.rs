//! Words that begin rows of sums and notes, in the languages of the words of roles.

/// What a label says of sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// Of some rows.
    Part,
    /// Of all rows.
    Whole,
    /// Of some or all.
    Any,
}

/// A label with a word for sums in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SumWord {
    pub(super) sum: Sum,
    /// Whether the label is that word and nothing else.
    pub(super) is_alone: bool,
}

const PARTS: &[&str] = &[
    "subtotal",
    "sub-total",
    "sub total",
    "subtotals",
    "zwischensumme",
    "teilsumme",
    "teilergebnis",
    "zwischenergebnis",
    "sous-total",
    "sous total",
    "suma częściowa",
    "suma czesciowa",
    "podsuma",
    "subtotais",
    "subtotales",
    "subsuma",
];
const WHOLES: &[&str] = &[
    "grand total",
    "grand totals",
    "total général",
    "total general",
    "total geral",
    "ogółem",
    "ogolem",
    "razem ogółem",
    "gesamtsumme",
    "gesamtergebnis",
    "gesamttotal",
    "insgesamt",
    "suma końcowa",
    "suma koncowa",
    "suma całkowita",
    "suma ogólna",
    "overall total",
    "overall",
    "gran total",
    "totale generale",
    "łącznie",
    "lacznie",
];
const ANY: &[&str] = &[
    "total", "totals", "totales", "totais", "totaux", "totale", "totaal", "sum", "sums", "razem", "suma", "summe",
    "summen", "gesamt", "soma", "somme", "ergebnis", "celkem",
];

/// What may stand around such a word.
const BESIDE: [char; 7] = [' ', ':', '*', '.', '=', '-', '\u{a0}'];

/// How those of these words begin that begin with ASCII: of a million labels hardly one has to be looked into.
const STARTS: [[u8; 2]; 15] = [
    *b"ce", *b"er", *b"ge", *b"gr", *b"in", *b"la", *b"og", *b"ov", *b"po", *b"ra", *b"so", *b"su", *b"te", *b"to",
    *b"zw",
];

/// How these words end.
const ENDS: [[u8; 2]; 18] = [
    *b"al", *b"ls", *b"me", *b"is", *b"wa", *b"ma", *b"es", *b"em", *b"mt", *b"ta", *b"na", *b"ll", *b"le", *b"ie",
    *b"ux", *b"um", *b"en", *b"ms",
];

/// The word for sums that a label is, begins with or, where asked for, ends with.
pub(super) fn sum_word(label: &str, may_end: bool) -> Option<SumWord> {
    // Most labels are texts of one column that begin alike, and none is looked for at their ends.
    if !may_end
        && let Some(start) = label.as_bytes().first_chunk::<2>()
        && start.iter().all(u8::is_ascii_alphanumeric)
        && !STARTS.contains(&start.map(|letter| letter.to_ascii_lowercase()))
    {
        return None;
    }
    let first = label.trim_start_matches(['*', ' ', '=', '-']).chars().next()?;
    let can_start = matches!(first, 'ł' | 'Ł') || {
        let start = label.trim_start_matches(['*', ' ', '=', '-']).as_bytes().first_chunk::<2>();
        start.is_some_and(|start| STARTS.contains(&start.map(|letter| letter.to_ascii_lowercase())))
    };
    let may_end = may_end && {
        let end = label.trim_end_matches(BESIDE).as_bytes().last_chunk::<2>();
        end.is_some_and(|end| ENDS.contains(&end.map(|letter| letter.to_ascii_lowercase())))
    };
    if !(can_start || may_end) || 120 < label.len() {
        return None;
    }
    let label = label.to_lowercase();
    let label = label.trim_matches(BESIDE);
    let lists = [(Sum::Part, PARTS), (Sum::Whole, WHOLES), (Sum::Any, ANY)];
    let alone = lists.iter().find(|(_, words)| words.contains(&label));
    if let Some((sum, _)) = alone {
        return Some(SumWord { sum: *sum, is_alone: true });
    }
    let starts = |word: &&str| {
        label
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_'))
    };
    let ends =
        |word: &&str| may_end && label.strip_suffix(word).is_some_and(|rest| rest.ends_with(char::is_whitespace));
    let found = lists.iter().find(|(_, words)| words.iter().any(|word| starts(word) || ends(word)));
    found.map(|(sum, _)| SumWord { sum: *sum, is_alone: false })
}

/// Whether a text begins as a note does.
pub(super) fn is_note(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "source:",
        "sources:",
        "note:",
        "notes:",
        "n.b.",
        "nb:",
        "uwaga",
        "źródło",
        "zrodlo",
        "quelle",
        "hinweis",
        "anmerkung",
        "fuente",
        "nota:",
        "notas:",
        "fonte:",
        "remarque",
        "generated ",
        "exported ",
        "wygenerowano",
        "©",
        "(c) ",
        "copyright",
        "confidential",
    ];
    if text.starts_with('*') || text.starts_with('†') || text.starts_with('¹') {
        return true;
    }
    let letters = text.chars().flat_map(char::to_lowercase);
    let first = letters.clone().next();
    let begins = |mark: &&str| {
        let mut letters = letters.clone();
        mark.chars().all(|letter| letters.next() == Some(letter))
    };
    MARKS.iter().filter(|mark| mark.chars().next() == first).any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: Option<(Sum, bool)>) {
        assert_eq!(sum_word(label, true).map(|word| (word.sum, word.is_alone)), expected, "{label}");
    }

    #[test]
    fn sums_are_told_by_whole_words() {
        check("Total", Some((Sum::Any, true)));
        check("RAZEM:", Some((Sum::Any, true)));
        check("Grand Total", Some((Sum::Whole, true)));
        check("Total général", Some((Sum::Whole, true)));
        check("Zwischensumme", Some((Sum::Part, true)));
        check("Sous-total Nord", Some((Sum::Part, false)));
        check("Total SA", Some((Sum::Any, false)));
        check("North Total", Some((Sum::Any, false)));
        check("Totalizer", None);
        check("Summerfield", None);
        check("TotalEnergies", None);
        check("Subaru", None);
    }

    #[test]
    fn no_word_is_passed_over_by_its_letters() {
        for word in [PARTS, WHOLES, ANY].concat() {
            assert!(sum_word(&format!("North {word}: "), true).is_some(), "{word}");
            assert!(sum_word(&format!("North {}", word.to_uppercase()), true).is_some(), "{word}");
            assert!(sum_word(word, false).is_some(), "{word}");
            assert!(sum_word(&word.to_uppercase(), false).is_some(), "{word}");
        }
    }

    #[test]
    fn notes_are_told_by_their_beginning() {
        assert!(is_note("* without Poland") && is_note("Źródło: GUS") && is_note("Source: CRM"));
        assert!(!is_note("Notebook Lenovo") && !is_note("Fontes"));
    }
}
