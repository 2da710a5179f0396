//! Header words by field, in English, Polish, German, French, Spanish and Portuguese.

use super::{Field, Kind};

/// How well a header names a field, from 0 to 1.
pub(super) fn likeness(kind: Kind, field: Field, header: &str) -> f64 {
    let header = plain(header);
    let mut best = 0.0_f64;
    for (place, word) in words(kind, field).iter().enumerate() {
        // Earlier words are the more telling ones.
        let rank = 1.0 - 0.01 * place.min(20) as f64;
        let likeness = if header == *word {
            1.0
        } else if contains_words(&header, word) {
            // `Close Date (expected)` names less surely than `Close Date`.
            0.6 + 0.3 * word.len() as f64 / header.len().max(1) as f64
        } else if 5 <= word.len() && 0.93 <= strsim::jaro_winkler(&header, word) {
            0.6
        } else {
            continue;
        };
        best = best.max(likeness * rank);
    }
    best
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

/// A little for a file whose name says what it holds; enough to break a tie.
pub(super) fn file_hint(kind: Kind, file: &str) -> f64 {
    let file = plain(file);
    let names: &[&str] = match kind {
        Kind::Reps => &[
            "rep",
            "reps",
            "team",
            "teams",
            "employee",
            "employees",
            "salesperson",
            "sales people",
            "staff",
            "users",
            "handlowcy",
        ],
        Kind::Deals => {
            &["deal", "deals", "opportunity", "opportunities", "pipeline", "sales", "orders", "invoices", "transakcje"]
        }
        Kind::Accounts => &["account", "accounts", "customer", "customers", "companies", "reseller", "klienci"],
        Kind::Products => &["product", "products", "items", "produkty"],
        Kind::Targets => &["target", "targets", "quota", "quotas", "cele"],
        Kind::Leads => &["lead", "leads"],
        Kind::Activities => &["activity", "activities", "calls", "interactions", "tasks"],
        Kind::Spend => &["spend", "cost", "costs", "budget", "wydatki"],
        Kind::Unknown => &[],
    };
    if names.iter().any(|name| contains_words(&file, name)) { 0.5 } else { 0.0 }
}

/// Lower case, camel case and marks opened to blanks: `closeDate`, `close_date` and `Close-Date` are `close date`.
fn plain(header: &str) -> String {
    let mut plain = String::with_capacity(header.len() + 4);
    let mut before = ' ';
    for char in header.chars() {
        if char.is_uppercase() && before.is_lowercase() {
            plain.push(' ');
        }
        if char.is_alphanumeric() {
            plain.extend(char.to_lowercase());
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
        before = char;
    }
    plain.trim().to_owned()
}

/// Whether the words of `needle` stand together in `text`, as whole words.
fn contains_words(text: &str, needle: &str) -> bool {
    let (text, needle): (Vec<&str>, Vec<&str>) = (text.split(' ').collect(), needle.split(' ').collect());
    text.windows(needle.len()).any(|window| window == needle)
}

#[rustfmt::skip] // one line a field reads better
const fn words(kind: Kind, field: Field) -> &'static [&'static str] {
    use Field as F;
    match (kind, field) {
        (Kind::Deals, F::Id) => &["opportunity id", "deal id", "id", "order number", "sales order number", "order id", "record id", "opportunity number", "ordernumber", "salesordernumber", "opp id", "invoice", "row id", "identyfikator"],
        (Kind::Deals, F::Amount) => &["amount", "close value", "deal value", "deal amount", "value", "sales", "sales amount", "revenue", "total", "acv", "arr", "tcv", "bookings", "total amount", "expected revenue", "wartość", "kwota", "betrag", "umsatz", "montant", "importe", "valor"],
        (Kind::Deals, F::Rep) => &["sales agent", "sales rep", "rep", "owner", "opportunity owner", "deal owner", "salesperson", "sales person", "seller", "agent", "account executive", "rep id", "rep name", "owner name", "owner id", "employee id", "employee key", "employeekey", "employee", "handlowiec", "opiekun", "właściciel", "verkäufer", "vertriebler", "vendeur", "commercial", "vendedor"],
        (Kind::Deals, F::Stage) => &["deal stage", "stage", "stage name", "opportunity stage", "sales stage", "status", "pipeline stage", "etap", "phase", "étape", "etapa"],
        (Kind::Deals, F::Outcome) => &["outcome", "is won", "won", "result", "won lost", "closed won", "wynik", "ergebnis", "résultat", "resultado"],
        (Kind::Deals, F::Account) => &["account", "account name", "customer", "customer name", "company", "client", "reseller", "account id", "customer id", "reseller key", "company name", "klient", "kunde", "cliente"],
        (Kind::Deals, F::Product) => &["product", "product name", "product id", "product key", "item", "sku", "productline", "product line", "produkt", "produit", "producto", "produto"],
        (Kind::Deals, F::Margin) => &["margin", "gross margin", "profit", "gross profit", "marża", "marge", "margen"],
        (Kind::Deals, F::Units) => &["units", "quantity", "qty", "quantityordered", "seats", "licenses", "ilość", "menge", "quantité", "cantidad"],
        (Kind::Deals, F::Created) => &["created", "created date", "create date", "engage date", "open date", "opened", "creation date", "created on", "createdate", "created at", "data utworzenia", "erstellt", "date de création", "fecha de creación"],
        (Kind::Deals, F::Closed) => &["close date", "closed date", "closed", "closing date", "won date", "order date", "invoice date", "closedate", "orderdate", "expected close date", "date", "data zamknięcia", "abschlussdatum", "date de clôture", "fecha de cierre", "data de fechamento"],
        (Kind::Deals | Kind::Leads, F::Source) => &["lead source", "source", "origin", "channel", "źródło", "quelle", "origine", "origen"],
        (Kind::Reps, F::Name) => &["name", "sales agent", "rep", "rep name", "sales rep", "salesperson", "sales person", "full name", "employee name", "employee", "agent", "imię i nazwisko", "handlowiec", "mitarbeiter"],
        (Kind::Reps, F::Id) => &["rep id", "employee id", "employee key", "employeekey", "id", "user id", "sales rep id", "identyfikator"],
        (Kind::Reps, F::Role) => &["role", "title", "job title", "position", "rola", "stanowisko", "rolle", "poste", "cargo"],
        (Kind::Reps | Kind::Accounts, F::Manager) => &["manager", "manager name", "reports to", "supervisor", "team lead", "kierownik", "menedżer", "vorgesetzter", "responsable", "gerente"],
        (_, F::Region) => &["region", "regional office", "office", "territory", "country", "office location", "sales territory", "area", "state", "location", "region name", "kraj", "land", "pays", "país", "región"],
        (_, F::Segment) => &["segment", "customer segment", "tier", "size", "segment klienta"],
        (Kind::Reps, F::Hired) => &["hired", "hire date", "start date", "hired on", "joined", "data zatrudnienia", "eintritt", "date d'embauche", "fecha de ingreso"],
        (Kind::Reps, F::Left) => &["left", "end date", "termination date", "leave date", "left on", "data odejścia", "austritt"],
        (Kind::Reps, F::BaseSalary) => &["base salary", "base", "salary", "base pay", "wynagrodzenie zasadnicze", "pensja", "grundgehalt", "salaire de base", "salario base"],
        (Kind::Reps, F::TargetIncentive) => &["target incentive", "variable", "target variable", "oti", "target bonus", "on target incentive", "variable pay", "premia docelowa", "zielbonus"],
        (Kind::Accounts, F::Name) => &["account", "account name", "name", "customer", "customer name", "company", "company name", "reseller", "klient", "kunde", "cliente"],
        (Kind::Accounts, F::Id) => &["account id", "customer id", "id", "reseller key", "customer number", "account number"],
        (Kind::Accounts, F::Industry) => &["industry", "sector", "vertical", "business type", "branża", "branche", "secteur", "sector"],
        (Kind::Accounts, F::Rep) => &["owner", "account owner", "sales rep", "rep", "account manager", "opiekun"],
        (Kind::Accounts, F::Revenue) => &["revenue", "annual revenue", "turnover", "przychód", "umsatz", "chiffre d'affaires"],
        (Kind::Accounts, F::Employees) => &["employees", "number of employees", "headcount", "company size", "pracownicy", "mitarbeiter"],
        (Kind::Products, F::Name) => &["product", "product name", "name", "item", "item name", "produkt", "produit", "producto"],
        (Kind::Products, F::Id) => &["product id", "product key", "sku", "id", "code", "product code"],
        (Kind::Products, F::Family) => &["series", "family", "product family", "category", "line", "product line", "subcategory", "rodzina", "kategoria"],
        (Kind::Products, F::Price) => &["price", "sales price", "list price", "unit price", "standard cost", "cena", "preis", "prix", "precio"],
        (Kind::Targets, F::Rep) => &["rep", "rep id", "sales rep", "employee id", "employee key", "salesperson", "sales agent", "owner", "name", "employee", "rep name", "handlowiec"],
        (Kind::Targets, F::Period) => &["period", "month", "quarter", "target month", "quota date", "year", "date", "fiscal period", "okres", "miesiąc", "kwartał", "monat", "quartal", "mois", "mes"],
        (Kind::Targets, F::Amount) => &["quota", "target", "amount", "target amount", "sales quota", "goal", "value", "cel", "plan", "ziel", "objectif", "objetivo", "meta"],
        (Kind::Leads, F::Id) => &["lead id", "prospect id", "id", "lead number"],
        (Kind::Leads, F::Rep) => &["owner", "lead owner", "sdr", "rep", "assigned to", "opiekun"],
        (Kind::Leads, F::Status) => &["status", "lead status", "lead stage", "stage", "qualification", "status leada"],
        (Kind::Leads, F::Created) => &["created", "created date", "create date", "lead date", "lead created date", "created at", "date", "data utworzenia"],
        (Kind::Leads, F::Converted) => &["converted", "converted date", "conversion date", "opportunity date", "data konwersji"],
        (Kind::Activities, F::Rep) => &["rep", "rep id", "owner", "sales rep", "user", "agent", "employee", "assigned to", "handlowiec"],
        (Kind::Activities, F::Day) => &["day", "date", "activity date", "created", "call date", "interaction date", "timestamp", "data", "datum"],
        (Kind::Activities, F::Activity) => &["activity", "activity type", "type", "kind", "interaction type", "channel", "rodzaj", "typ"],
        (Kind::Activities, F::Count) => &["count", "number", "n", "quantity", "liczba", "anzahl"],
        (Kind::Spend, F::Day) => &["month", "date", "day", "period", "miesiąc", "data", "datum"],
        (Kind::Spend, F::Channel) => &["channel", "campaign", "source", "category", "medium", "kanał", "kampania"],
        (Kind::Spend, F::Amount) => &["spend", "cost", "amount", "budget", "spent", "koszt", "wydatek", "kosten", "coût", "gasto"],
        _ => &[],
    }
}
