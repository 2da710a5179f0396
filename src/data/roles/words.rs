//! How well a header names a field, by words in English, Polish, German, French, Spanish and Portuguese.

use super::fold::{header, without_umlauts};
use super::{Field, Kind};
use crate::data::layout::is_unit_alone;

mod beside;
mod deals;
mod late;
mod lists;
mod others;
mod shared;

use beside::{IDS, beside_factor};

/// Words by language, the telling ones first.
pub(super) type Words = &'static [&'static [&'static str]];

/// A header made ready for comparing: its words in up to three spellings.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// Words between blanks, each spelling with how much it counts.
    spellings: Vec<(String, f64)>,
}

impl Head {
    /// Of a header; `prefix` is a first word that most headers of the table share, as in `Deal - Value`.
    pub(super) fn new(text: &str, prefix: Option<&str>) -> Self {
        // `SALESAMOUNT (k)` is named without its unit.
        let unit = text.rfind(['(', '[']).and_then(|start| text.split_at_checked(start));
        let is_named = |(name, unit): &(&str, &str)| !name.trim().is_empty() && is_unit_alone(unit);
        let bare = unit.filter(is_named).map_or(text, |(name, _)| name);
        let plain = header(bare);
        let mut spellings = Vec::new();
        let rest = prefix.and_then(|prefix| plain.strip_prefix(prefix)?.strip_prefix(' ')).map(str::to_owned);
        let other = without_umlauts(&plain);
        if other != plain {
            spellings.push((other, 0.99));
        }
        spellings.extend(rest.map(|rest| (rest, 0.98)));
        spellings.push((plain, 1.0));
        Self { spellings }
    }

    /// The header's words as they stand.
    pub(super) fn plain(&self) -> &str {
        self.spellings.last().map_or("", |(plain, _)| plain)
    }

    /// Whether the reader had to make the header up: `Column 3`.
    pub(super) fn is_bare(&self) -> bool {
        self.plain().strip_prefix("column ").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether one of these words stands in it.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        self.plain().split(' ').any(|word| words.contains(&word))
    }
}

/// How well a header names a field, from 0 to 1, and whether by a word that is no other field's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Likeness {
    pub(super) value: f64,
    pub(super) is_telling: bool,
}

/// How well a header names a field of a kind of table.
pub(super) fn likeness(kind: Kind, field: Field, head: &Head) -> Likeness {
    let mut best = Likeness::default();
    let words = if field.is_late(kind) { late::words(kind, field) } else { words(kind, field) };
    for (spelling, share) in &head.spellings {
        for language in words {
            for (place, word) in language.iter().enumerate() {
                let alike = alike(field, spelling, word);
                // Earlier words are the more telling ones.
                let value = share * alike * (1.0 - 0.01 * place.min(25) as f64);
                if best.value < value {
                    best = Likeness { value, is_telling: 0.6 <= alike && !is_generic(word) };
                }
            }
        }
    }
    best
}

/// The words of a field.
const fn words(kind: Kind, field: Field) -> Words {
    match kind {
        Kind::Deals => deals::words(field),
        Kind::Reps => lists::reps(field),
        Kind::Accounts => lists::accounts(field),
        Kind::Products => lists::products(field),
        Kind::Targets => others::targets(field),
        Kind::Leads => others::leads(field),
        Kind::Activities => others::activities(field),
        Kind::Spend => others::spend(field),
        kind => late::words(kind, field),
    }
}

/// How alike a header and a word are, from 0 to 1.
fn alike(field: Field, header: &str, word: &str) -> f64 {
    if header == word {
        return 1.0;
    }
    let (n_header, n_word) = (header.len(), word.len());
    if n_word < n_header && contains_words(header, word) {
        // `Close Date (expected)` names less surely than `Close Date`.
        let share = n_word as f64 / n_header.max(1) as f64;
        let base = if is_generic(word) { 0.4 + 0.3 * share } else { 0.6 + 0.3 * share };
        let beside = header.split(' ').filter(|other| !word.split(' ').any(|own| own == *other));
        return beside.fold(base, |alike, other| alike * beside_factor(field, other));
    }
    if n_header.abs_diff(n_word) <= 3 && same_letters_run_together(header, word) {
        return 0.98; // `CUSTOMERNAME`
    }
    if n_header == n_word && word.contains(' ') && word.split(' ').all(|own| header.split(' ').any(|is| is == own)) {
        return 0.95; // `total amount`, `amount total`
    }
    let shorter = n_header.min(n_word);
    if 6 <= shorter && n_header.abs_diff(n_word) <= 2 && header.get(..1) == word.get(..1) {
        let n_edits = strsim::osa_distance(header, word);
        if n_edits * 7 <= shorter {
            return 0.7; // `prodcut name`, `employees` and `employee`
        }
    }
    0.0
}

fn same_letters_run_together(a: &str, b: &str) -> bool {
    let letters = |text: &'_ str| text.bytes().filter(|byte| *byte != b' ').collect::<Vec<u8>>();
    a.as_bytes().first() == b.as_bytes().first()
        && (a.contains(' ') != b.contains(' ') || a.len() != b.len())
        && letters(a) == letters(b)
}

/// Whether the words of `needle` stand together in `text`, as whole words.
pub(super) fn contains_words(text: &str, needle: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices(needle).any(|(start, _)| {
        let before = start.checked_sub(1).and_then(|place| bytes.get(place));
        let behind = bytes.get(start + needle.len());
        before.is_none_or(|byte| *byte == b' ') && behind.is_none_or(|byte| *byte == b' ')
    })
}

/// Words that many kinds of tables use: they alone say little.
#[rustfmt::skip]
fn is_generic(word: &str) -> bool {
    matches!(word,
        "id" | "identyfikator" | "name" | "nazwa" | "nom" | "nombre" | "nome" | "number" | "numer" | "code" | "kod" | "codigo"
        | "reference" | "referencia" | "record id" | "row id" | "line id" | "lp" | "value" | "wartosc" | "wert" | "valeur" | "valor"
        | "total" | "amount" | "kwota" | "betrag" | "montant" | "importe" | "monto" | "quantia" | "suma" | "razem" | "summe"
        | "date" | "datum" | "data" | "fecha" | "status" | "statut" | "stan" | "estado" | "etat" | "situacao" | "state"
        | "type" | "typ" | "tipo" | "art" | "kind" | "rodzaj" | "title" | "titel" | "titre" | "position" | "pozycja" | "item" | "line"
        | "group" | "grupa" | "grupo" | "category" | "kategoria" | "kategorie" | "categorie" | "categoria" | "description"
        | "series" | "serie" | "year" | "rok" | "jahr" | "annee" | "ano" | "start date" | "created" | "n" | "count" | "size" | "job"
        | "period" | "periode" | "periodo" | "okres" | "order" | "document" | "material" | "result" | "resultat" | "person" | "agent"
        | "user" | "source" | "channel" | "origin" | "budget" | "plan" | "function" | "fonction" | "ca" | "db" | "area" | "phase"
        | "organization" | "organisation" | "organization name" | "organisation name" | "organisation code" | "organization code"
        | "business name" | "symbol" | "designation" | "libelle" | "bezeichnung" | "artikel" | "article" | "base" | "fixe" | "variable"
        | "quote" | "base pay" | "left" | "day" | "dzien" | "tag" | "jour" | "dia" | "activities" | "start" | "timestamp"
        | "month" | "monat" | "miesiac" | "mois" | "mes" | "quarter" | "last name" | "nachname" | "nazwisko" | "city" | "country"
        | "liczba" | "anzahl" | "cantidad" | "quantidade" | "termin" | "stage" | "phone" | "owner" | "inhaber" | "besitzer")
}

/// How much a field tells about a table being of that kind.
pub(super) const fn weight(kind: Kind, field: Field) -> f64 {
    match (kind, field) {
        (Kind::Deals, Field::Stage | Field::Closed | Field::Outcome) => 2.0,
        (Kind::Deals, Field::Amount) | (Kind::Targets, Field::Amount | Field::Period) => 1.6,
        (Kind::Reps, Field::Name | Field::Manager | Field::Hired | Field::TargetIncentive)
        | (Kind::Accounts, Field::Industry | Field::Employees | Field::Revenue)
        | (Kind::Products, Field::Price | Field::Family)
        | (Kind::Leads, Field::Converted | Field::Status)
        | (Kind::Activities, Field::Activity)
        | (Kind::Spend, Field::Channel) => 1.4,
        (_, Field::Id | Field::Region | Field::Segment) => 0.6,
        _ => 1.0,
    }
}

/// Whether the file's or sheet's name says that it holds such a table.
#[rustfmt::skip]
pub(super) fn is_hinted(kind: Kind, file: &str) -> bool {
    let file = header(file);
    let file = file.as_str();
    let file = without_umlauts(file);
    let names: &[&str] = match kind {
        Kind::Reps => &["rep", "reps", "team", "teams", "employee", "employees", "salesperson", "salespeople", "sales person", "sales people", "staff", "users", "agents", "handlowcy", "pracownicy", "zespol", "mitarbeiter", "verkaufer", "vertriebsteam", "vendeurs", "commerciaux", "employes", "vendedores", "empleados", "comerciales", "funcionarios", "people"],
        Kind::Deals => &["deal", "deals", "opportunity", "opportunities", "pipeline", "sales", "order", "orders", "invoice", "invoices", "payments", "transactions", "transakcje", "szanse", "sprzedaz", "zamowienia", "faktury", "auftrage", "rechnungen", "verkaufe", "umsatze", "verkaufschancen", "ventes", "factures", "commandes", "opportunites", "affaires", "ventas", "facturas", "pedidos", "oportunidades", "negocios", "vendas", "faturas"],
        Kind::Accounts => &["account", "accounts", "customer", "customers", "companies", "clients", "reseller", "resellers", "klienci", "kontrahenci", "firmy", "kunden", "kundenliste", "firmen", "comptes", "clientes", "cuentas", "empresas", "contas"],
        Kind::Products => &["product", "products", "items", "catalog", "pricelist", "produkty", "towary", "cennik", "produkte", "artikel", "produits", "articles", "productos", "articulos", "produtos"],
        Kind::Targets => &["target", "targets", "quota", "quotas", "goals", "cele", "plany", "ziele", "zielvorgaben", "objectifs", "objetivos", "cuotas", "metas"],
        Kind::Leads => &["lead", "leads", "prospects", "leady", "pistes", "prospectos"],
        Kind::Activities => &["activity", "activities", "calls", "interactions", "tasks", "meetings", "aktywnosci", "zadania", "aktivitaten", "activites", "taches", "actividades", "tareas", "atividades", "tarefas"],
        Kind::Spend => &["spend", "cost", "costs", "budget", "campaigns", "wydatki", "koszty", "kampanie", "kosten", "kampagnen", "depenses", "campagnes", "gastos", "despesas", "campanhas"],
        Kind::Credits => &["split", "splits", "deal splits", "opportunity splits", "credits", "sales credits", "overlay", "overlays", "podzial", "podzialy", "aufteilung", "repartition", "reparto", "rateio"],
        Kind::Objectives => &["objective", "objectives", "mbo", "mbos", "kso", "scorecard", "cele zadaniowe", "zielvereinbarung", "zielvereinbarungen"],
        Kind::ExchangeRates => &["exchange rate", "exchange rates", "fx", "fx rates", "currency rates", "kursy", "kursy walut", "wechselkurse", "taux change", "tipos cambio", "taxas cambio"],
        Kind::Absences => &["absence", "absences", "leave", "leaves", "pto", "time off", "nieobecnosci", "urlopy", "abwesenheiten", "absences", "conges", "ausencias"],
        Kind::Payments => &["payout", "payouts", "payout history", "paid commissions", "commissions paid", "incentive payments", "commission payments", "wyplaty", "wyplaty prowizji", "auszahlungen", "wyplacone prowizje", "gezahlte provisionen", "commissions versees", "comisiones pagadas", "comissoes pagas"],
        Kind::Unknown => &[],
    };
    names.iter().any(|name| contains_words(&file, name))
}

/// The kind of record whose key the header is: `order_id` is a deal's. Unknown for records that are none of ours.
pub(super) fn keyed(head: &Head) -> Option<Kind> {
    if head.says(&["contact", "contacts", "kontakt", "contacto", "contato", "person"])
        && (head.says(IDS) || head.plain() == "contact")
    {
        return Some(Kind::Unknown);
    }
    if head.says(&[
        "activity",
        "interaction",
        "task",
        "event",
        "call",
        "meeting",
        "aktivitat",
        "aktywnosci",
        "activite",
        "actividad",
        "atividade",
    ]) && head.says(IDS)
    {
        return Some(Kind::Activities);
    }
    let mut best: Option<(f64, Kind)> = None;
    for kind in [Kind::Deals, Kind::Reps, Kind::Accounts, Kind::Products, Kind::Leads] {
        let likeness = likeness(kind, Field::Id, head);
        if likeness.is_telling && 0.75 <= likeness.value && best.is_none_or(|(value, _)| value < likeness.value) {
            best = Some((likeness.value, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All words stand as headers are compared, or they would never be found.
    #[test]
    fn every_word_is_in_plain_letters() {
        for kind in Kind::ALL {
            for field in kind.fields() {
                let all = if field.is_late(kind) { late::words(kind, *field) } else { words(kind, *field) };
                let words: Vec<&str> = all.iter().flat_map(|language| language.iter().copied()).collect();
                assert!(!words.is_empty(), "{kind:?} {field:?}");
                let wrong: Vec<&&str> = words.iter().filter(|word| header(word) != ***word).collect();
                assert!(wrong.is_empty(), "{kind:?} {field:?}: {wrong:?}");
            }
        }
    }

    #[test]
    fn headers_name_fields() {
        let check = |kind, field, text: &str, low: f64, high: f64| {
            let value = likeness(kind, field, &Head::new(text, None)).value;
            assert!(low <= value && value <= high, "{text}: {value}");
        };
        check(Kind::Deals, Field::Amount, "Amount", 1.0, 1.0);
        check(Kind::Deals, Field::Amount, "SALES", 0.8, 1.0);
        check(Kind::Deals, Field::Amount, "Wartość netto (PLN)", 0.7, 1.0);
        check(Kind::Deals, Field::Amount, "PRICEEACH", 0.0, 0.3);
        check(Kind::Deals, Field::Amount, "Montant TVA", 0.0, 0.4);
        check(Kind::Deals, Field::Closed, "ORDERDATE", 0.8, 1.0);
        check(Kind::Deals, Field::Closed, "Ship Date", 0.0, 0.4);
        check(Kind::Deals, Field::Rep, "Verkäufer", 0.9, 1.0);
        check(Kind::Deals, Field::Rep, "VERKAEUFER", 0.9, 1.0);
        check(Kind::Deals, Field::Account, "CUSTOMERNAME", 0.9, 1.0);
        check(Kind::Deals, Field::Account, "Customer Segment", 0.0, 0.4);
        check(Kind::Deals, Field::Stage, "last_stage", 0.0, 0.4);
        check(Kind::Accounts, Field::Industry, "technolgy", 0.0, 0.0);
    }
}
