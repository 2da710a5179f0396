//! Words that, beside a field's own, say that a column means something else: `unit` beside `price`, `ship` beside `date`.

use crate::data::roles::Field;

#[rustfmt::skip]
pub(super) const IDS: &[&str] = &[
    "id", "ids", "key", "code", "number", "no", "nr", "num", "numer", "nummer", "numero", "kod", "codigo", "guid",
    "uuid", "identyfikator", "identifiant", "matricule", "schlussel", "klucz", "clave", "cod",
];
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "date", "day", "days", "time", "datum", "data", "fecha", "timestamp", "month", "year", "monat", "jahr", "rok",
    "miesiac", "dni", "tage", "jours", "dias", "since", "ago", "hour",
];
#[rustfmt::skip]
const CONTACTS: &[&str] = &[
    "email", "mail", "phone", "telefon", "telephone", "telefono", "telefone", "address", "adres", "adresse", "fax",
    "url", "website", "domain", "zip", "postal", "postcode", "contact", "kontakt", "mobile", "www", "street",
    "linkedin", "login",
];
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "type", "reason", "score", "index", "description", "notes", "comment", "comments", "count", "currency", "waluta",
    "wahrung", "devise", "moneda", "moeda", "percent", "pct", "probability", "rank", "history", "changed", "flag",
    "subject", "powod", "grund", "motif", "motivo", "opis", "beschreibung", "photo", "image", "color", "colour",
    "format", "gender", "birth", "rating",
];
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "unit", "each", "price", "cost", "costs", "tax", "vat", "discount", "rabat", "rabatt", "remise", "desconto",
    "descuento", "tva", "iva", "mwst", "ust", "podatek", "podatku", "steuer", "imposto", "impuesto", "freight",
    "fracht", "unitario", "unitaire", "einzel", "jednostkowa", "cena", "preis", "prix", "precio", "preco", "rate",
    "taux", "stawka", "satz", "paid", "paye", "payer", "reste", "weighted", "gewichteter", "wazona", "per", "avg",
    "average", "sredni", "previous", "old", "msrp", "shipping", "balance", "commission", "provision", "prowizja",
    "average", "kosten", "koszt", "goal", "quota", "lost",
];
#[rustfmt::skip]
const OTHER_TIMES: &[&str] = &[
    "last", "ship", "shipped", "shipping", "due", "required", "birth", "modified", "updated", "activity", "next",
    "delivery", "mql", "sql", "echeance", "ostatnia", "ostatniej", "ostatni", "letzte", "letzter", "letztes",
    "derniere", "dernier", "ultima", "ultimo", "termin", "platnosci", "vencimiento", "vencimento", "falligkeit",
    "lost", "signup", "expiry", "expiration", "renewal", "geburt", "urodzenia", "naissance", "nacimiento",
    "nascimento", "dostawy", "livraison", "entrega", "lieferung", "liefer", "wysylki", "przegrania", "contact",
];
#[rustfmt::skip]
const EARLIER: &[&str] = &[
    "last", "previous", "prior", "old", "first", "lost", "history", "poprzedni", "ostatni", "vorherige", "letzte",
    "precedent", "dernier", "anterior", "ultimo", "ultima", "next",
];
#[rustfmt::skip]
const FORECASTS: &[&str] = &[
    "forecast", "forecasts", "prognozy", "prognozowania", "prognose", "prevision", "previsions", "pronostico", "previsao",
];
#[rustfmt::skip]
const OF_THINGS: &[&str] = &[
    "segment", "group", "category", "size", "status", "stage", "country", "region", "state", "price", "line",
    "family", "typ", "kategoria", "grupa", "gruppe", "kategorie", "categorie", "categoria", "tier", "industry",
    "branza", "city", "miasto", "stadt", "ville", "ciudad", "cidade", "class", "quantity", "ilosc", "menge",
    "satisfaction", "title",
];

/// What a word beside the field's own leaves of the likeness: `unit` beside `price`, `ship` beside `date`.
pub(super) fn beside_factor(field: Field, other: &str) -> f64 {
    use Field as F;
    let is = |list: &[&str]| list.contains(&other);
    let is_wrong = match field {
        F::Amount | F::Margin | F::Revenue | F::BaseSalary | F::TargetIncentive => {
            is(IDS) || is(TIMES) || is(CONTACTS) || is(ATTRIBUTES) || is(PARTS) || is(&["status", "method", "name"])
        }
        F::Price | F::Units | F::Employees | F::Count => {
            is(IDS) || is(TIMES) || is(CONTACTS) || is(ATTRIBUTES) || is(&["cost", "order", "stock", "per", "price"])
        }
        F::Created | F::Closed | F::Converted | F::Day | F::Hired | F::Left => {
            is(OTHER_TIMES) || is(IDS) || is(CONTACTS) || is(ATTRIBUTES) || is(PARTS) || is(&["created", "by"])
        }
        F::Period => is(IDS) || is(CONTACTS) || is(ATTRIBUTES) || is(PARTS) || is(&["modified", "created"]),
        F::Rep | F::Account | F::Product => {
            is(TIMES) || is(CONTACTS) || is(ATTRIBUTES) || is(PARTS) || is(OF_THINGS) || is(&["manager", "team"])
        }
        F::Name => {
            is(IDS)
                || is(TIMES)
                || is(CONTACTS)
                || is(ATTRIBUTES)
                || is(PARTS)
                || is(OF_THINGS)
                || is(&["first", "middle"])
        }
        F::Id => {
            is(TIMES)
                || is(CONTACTS)
                || is(ATTRIBUTES)
                || is(PARTS)
                || is(OF_THINGS)
                || is(&["name", "line", "external"])
        }
        F::Stage | F::Outcome | F::Status => {
            is(TIMES) || is(IDS) || is(CONTACTS) || is(ATTRIBUTES) || is(EARLIER) || is(&["payment", "by"])
        }
        F::Region => is(CONTACTS) || is(ATTRIBUTES) || is(TIMES) || is(&["manager"]),
        F::Segment | F::DealKind => {
            is(CONTACTS) || is(TIMES) || is(ATTRIBUTES) || is(PARTS) || is(EARLIER) || is(FORECASTS)
        }
        _ => is(CONTACTS) || is(TIMES) || is(ATTRIBUTES) || is(PARTS) || is(EARLIER),
    };
    if is_wrong { 0.35 } else { 1.0 }
}
