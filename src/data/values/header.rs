//! What a header says of its cells where they alone could be several things.

/// The header's words in lower case, camel case opened.
fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for char in header.chars().take(200) {
        if !char.is_alphanumeric() || (was_lower && char.is_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| char.is_alphanumeric()) {
            word.extend(char.to_lowercase());
        }
        was_lower = char.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether the cells are days, so that `46112` or `20260331` is one.
pub(super) fn says_date(header: &str) -> bool {
    const WORDS: [&str; 13] = [
        "date",
        "datum",
        "fecha",
        "dt",
        "timestamp",
        "datetime",
        "created",
        "closed",
        "updated",
        "modified",
        "hired",
        "dzień",
        "ngày",
    ];
    // `data` is a date in Polish and Portuguese, and no date in English.
    const DATA: [&str; 14] = [
        "sprzedaży",
        "zamknięcia",
        "utworzenia",
        "wystawienia",
        "zamówienia",
        "faktury",
        "podpisania",
        "zatrudnienia",
        "płatności",
        "zakupu",
        "de",
        "do",
        "da",
        "odejścia",
    ];
    let words = words(header);
    if words.iter().any(|word| matches!(word.as_str(), "days" | "count" | "number" | "amount" | "value" | "dni")) {
        return false;
    }
    let is_compound = |word: &str| {
        word.ends_with("datum")
            || (word.ends_with("date") && !["update", "candidate", "mandate", "validate"].contains(&word))
    };
    words.iter().any(|word| WORDS.contains(&word.as_str()) || is_compound(word))
        || match words.as_slice() {
            [data] => data == "data",
            [data, next, ..] => data == "data" && DATA.contains(&next.as_str()),
            [] => false,
        }
}

/// Whether the cells are months, which spreadsheets keep as the day they begin with.
pub(super) fn says_month(header: &str) -> bool {
    const WORDS: [&str; 15] = [
        "month", "period", "monat", "periode", "zeitraum", "miesiąc", "okres", "mois", "période", "mes", "período",
        "periodo", "mês", "kwartał", "quarter",
    ];
    let is_compound = |word: &str| word.ends_with("month") || word.ends_with("monat");
    words(header).iter().any(|word| WORDS.contains(&word.as_str()) || is_compound(word))
}

/// Whether the cells are codes, whatever figures they are of.
pub(super) fn says_code(header: &str) -> bool {
    const WORDS: [&str; 25] = [
        "phone",
        "telephone",
        "telefon",
        "tel",
        "téléphone",
        "teléfono",
        "telefone",
        "fax",
        "mobil",
        "zip",
        "zipcode",
        "postcode",
        "postal",
        "plz",
        "postleitzahl",
        "version",
        "wersja",
        "ip",
        "iban",
        "nip",
        "regon",
        "pesel",
        "ean",
        "isbn",
        "gtin",
    ];
    words(header).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether the cells are regions or countries, so that `NA` is one.
pub(super) fn says_region(header: &str) -> bool {
    const WORDS: [&str; 31] = [
        "region",
        "regions",
        "subregion",
        "territory",
        "territories",
        "country",
        "countries",
        "continent",
        "geo",
        "geography",
        "market",
        "area",
        "theater",
        "theatre",
        "zone",
        "iso",
        "iso2",
        "code",
        "state",
        "locale",
        "territorio",
        "kraj",
        "kontynent",
        "land",
        "gebiet",
        "pays",
        "país",
        "pais",
        "región",
        "região",
        "región",
    ];
    words(header).iter().any(|word| WORDS.contains(&word.as_str()) || word.ends_with("region"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_what_figures_are() {
        for header in
            ["Close Date", "closedate", "orderDate", "Abschlussdatum", "Data zamknięcia", "data", "created_at"]
        {
            assert!(says_date(header), "{header:?}");
        }
        for header in ["Data volume", "Days to close", "Amount", "Last update", "Candidate", "", "Date count"] {
            assert!(!says_date(header), "{header:?}");
        }
        assert!(says_code("Phone Number") && says_code("zip_code") && says_code("PLZ") && !says_code("Zipper"));
        assert!(
            says_region("TERRITORY")
                && says_region("Sales Region")
                && says_region("Country")
                && !says_region("Industry")
        );
    }
}
