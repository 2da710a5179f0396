//! Names of months and weekdays, and headers as exports in other languages have them.

/// English, Polish, German, French, Spanish, Portuguese.
pub(crate) const LANGUAGES: [&str; 6] = ["en", "pl", "de", "fr", "es", "pt"];

pub(crate) const MONTHS: [[&str; 12]; 6] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
    ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
    ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
];

pub(crate) const LONG_MONTHS: [[&str; 12]; 6] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

/// From Monday.
pub(crate) const DAYS: [[&str; 7]; 6] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
];

/// The word that begins a row of sums.
pub(crate) const TOTALS: [&str; 6] = ["Total", "Razem", "Gesamt", "Total général", "Total", "Total geral"];

/// Headers of one meaning, in the order of the languages but English, after the original ones it stands for.
const HEADERS: &[(&str, [&str; 5])] = &[
    (
        "opportunity_id opportunityid opportunity.id",
        ["Nr szansy", "Verkaufschancen-ID", "ID opportunité", "ID de oportunidad", "ID da oportunidade"],
    ),
    (
        "opportunity_name opportunityname",
        [
            "Nazwa szansy",
            "Name der Verkaufschance",
            "Nom de l'opportunité",
            "Nombre de la oportunidad",
            "Nome da oportunidade",
        ],
    ),
    ("sales_agent", ["Handlowiec", "Verkäufer", "Commercial", "Vendedor", "Vendedor"]),
    ("assigned_rep owner salesperson", ["Opiekun", "Zuständiger", "Propriétaire", "Propietario", "Proprietário"]),
    ("product productline", ["Produkt", "Produkt", "Produit", "Producto", "Produto"]),
    ("account customername", ["Klient", "Kunde", "Client", "Cliente", "Cliente"]),
    ("deal_stage stage stagename opportunitystage", ["Etap", "Phase", "Étape", "Etapa", "Etapa"]),
    ("status", ["Status", "Status", "Statut", "Estado", "Status"]),
    ("engage_date", ["Data rozpoczęcia", "Startdatum", "Date de début", "Fecha de inicio", "Data de início"]),
    (
        "created_date createddate createdate",
        ["Data utworzenia", "Erstellungsdatum", "Date de création", "Fecha de creación", "Data de criação"],
    ),
    (
        "close_date closedate closed_date",
        ["Data zamknięcia", "Abschlussdatum", "Date de clôture", "Fecha de cierre", "Data de fechamento"],
    ),
    (
        "orderdate order_date",
        ["Data zamówienia", "Bestelldatum", "Date de commande", "Fecha de pedido", "Data do pedido"],
    ),
    ("shipdate ship_date", ["Data wysyłki", "Versanddatum", "Date d'expédition", "Fecha de envío", "Data de envio"]),
    ("close_value", ["Wartość", "Wert", "Valeur", "Valor", "Valor"]),
    ("amount value estimatedvalue", ["Kwota", "Betrag", "Montant", "Importe", "Valor"]),
    ("sales salesamount", ["Sprzedaż", "Umsatz", "Chiffre d'affaires", "Ventas", "Vendas"]),
    ("cost", ["Koszt", "Kosten", "Coût", "Costo", "Custo"]),
    ("profit", ["Zysk", "Gewinn", "Bénéfice", "Beneficio", "Lucro"]),
    ("quantity orderquantity quantityordered", ["Ilość", "Menge", "Quantité", "Cantidad", "Quantidade"]),
    ("region", ["Region", "Region", "Région", "Región", "Região"]),
    ("segment", ["Segment", "Segment", "Segment", "Segmento", "Segmento"]),
    ("country country/region", ["Kraj", "Land", "Pays", "País", "País"]),
    ("city", ["Miasto", "Stadt", "Ville", "Ciudad", "Cidade"]),
    (
        "employeeid employeekey rep_id",
        ["ID pracownika", "Mitarbeiter-ID", "ID employé", "ID de empleado", "ID do funcionário"],
    ),
    ("targetamount", ["Cel", "Zielbetrag", "Objectif", "Objetivo", "Meta"]),
    ("targetmonth", ["Miesiąc", "Monat", "Mois", "Mes", "Mês"]),
    ("source leadsource lead.source", ["Źródło", "Quelle", "Source", "Origen", "Origem"]),
    ("probability", ["Prawdopodobieństwo", "Wahrscheinlichkeit", "Probabilité", "Probabilidad", "Probabilidade"]),
    (
        "orderid order.id ordernumber salesordernumber",
        ["Nr zamówienia", "Bestellnummer", "N° de commande", "N.º de pedido", "Nº do pedido"],
    ),
    ("accountid customer_id", ["ID klienta", "Kunden-ID", "ID client", "ID de cliente", "ID do cliente"]),
];

/// The header in that language, if it is known in it.
pub(crate) fn translated(header: &str, language: usize) -> String {
    let known = header.to_lowercase().replace(' ', "");
    let has = |names: &str| names.split(' ').any(|name| name == known || name.replace('_', "") == known);
    let found = HEADERS.iter().find(|(names, _)| has(names));
    match (found, language.checked_sub(1)) {
        (Some((_, words)), Some(place)) => words[place].to_owned(),
        _ => header.to_owned(),
    }
}

/// Stages as funnels in other languages have them: English, Polish, German, French, Spanish, Portuguese.
const STAGES: [(&str, [&str; 5]); 9] = [
    ("Won", ["Wygrana", "Gewonnen", "Gagnée", "Ganada", "Ganha"]),
    ("Lost", ["Przegrana", "Verloren", "Perdue", "Perdida", "Perdida"]),
    (
        "Closed Won",
        ["Zamknięta – wygrana", "Abgeschlossen gewonnen", "Fermée gagnée", "Cerrada ganada", "Fechado ganho"],
    ),
    (
        "Closed Lost",
        ["Zamknięta – przegrana", "Abgeschlossen verloren", "Fermée perdue", "Cerrada perdida", "Fechado perdido"],
    ),
    ("Negotiation", ["Negocjacje", "Verhandlung", "Négociation", "Negociación", "Negociação"]),
    ("Proposal", ["Oferta", "Angebot", "Proposition", "Propuesta", "Proposta"]),
    ("Prospecting", ["Poszukiwanie", "Akquise", "Prospection", "Prospección", "Prospecção"]),
    ("Engaging", ["W toku", "In Arbeit", "En cours", "En curso", "Em andamento"]),
    ("Qualification", ["Kwalifikacja", "Qualifizierung", "Qualification", "Calificación", "Qualificação"]),
];

/// The stage in that language, if it is one.
pub(crate) fn stage(text: &str, language: usize) -> String {
    let found = STAGES.iter().find(|(stage, _)| *stage == text);
    found.zip(language.checked_sub(1)).map_or(text, |((_, words), place)| words[place]).to_owned()
}
