//! Words that cells of known columns hold, in plain letters.

/// Stages of deals and states of orders, by the words they begin with.
#[rustfmt::skip]
const STAGES: &[&str] = &[
    "won", "lost", "closed", "open", "negotiat", "qualif", "prospect", "proposal", "quote", "demo", "discovery", "engag", "contract",
    "appointment", "presentation", "decision", "verbal", "commit", "new", "lead", "initial", "needs", "value prop", "perception",
    "shipped", "cancel", "hold", "disputed", "process", "resolved", "invoiced", "paid", "unpaid", "pending", "overdue", "deliver", "draft", "sent",
    "closedwon", "closedlost", "abandon", "develop", "propose", "complete", "confirmed", "backlog", "approved", "rejected", "returned",
    "wygran", "przegran", "otwart", "negocjac", "oferta", "kwalifik", "nowa", "nowy", "kontakt", "umowa", "analiza", "zrealizowan", "anulowan", "zaplacon", "w toku", "prezentacja", "rozpozn", "wyslan",
    "gewonnen", "verloren", "offen", "verhandlung", "angebot", "qualifizier", "neu", "bedarf", "geliefert", "storniert", "bezahlt", "abgeschlossen", "erstgesprach",
    "gagn", "perdu", "ouvert", "negociation", "proposition", "nouveau", "paye", "envoye", "livre", "annule",
    "ganad", "perdid", "abiert", "negociacion", "propuesta", "nuevo", "pagad", "ganho", "ganha",
    "abert", "proposta", "nova", "novo", "enviad", "prospec", "cierre",
];
/// Whether a folded cell reads like a stage of a deal.
pub(super) fn is_stage(cell: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| cell.split(' ').any(|part| part.starts_with(word)));
    begins(STAGES) || cell.starts_with("w toku")
}

/// Whether a folded cell says that something was won or lost, or is open.
pub(super) fn is_outcome(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "won",
        "lost",
        "open",
        "closed",
        "wygran",
        "przegran",
        "otwart",
        "gewonnen",
        "verloren",
        "offen",
        "gagn",
        "perdu",
        "ouvert",
        "en cours",
        "ganad",
        "perdid",
        "abiert",
        "ganh",
        "perdida",
        "abert",
        "in progress",
    ];
    WORDS.iter().any(|word| cell.starts_with(word)) && cell.split(' ').count() <= 2
}

/// Whether a folded cell is a place: a country, a compass point, a part of the world.
pub(super) fn is_place(cell: &str) -> bool {
    #[rustfmt::skip]
    const PLACES: &[&str] = &[
        "usa", "us", "united states", "united kingdom", "uk", "germany", "deutschland", "france", "spain", "espana", "italy", "poland", "polska",
        "portugal", "brazil", "brasil", "mexico", "canada", "australia", "japan", "china", "india", "singapore", "netherlands", "belgium", "belgique",
        "austria", "osterreich", "switzerland", "schweiz", "suisse", "sweden", "norway", "denmark", "finland", "ireland", "greece", "israel", "south africa",
        "new zealand", "hong kong", "philippines", "russia", "argentina", "chile", "colombia", "peru", "venezuela", "turkey", "czechia", "hungary", "romania", "ukraine",
        "kenya", "korea", "jordan", "panama", "emea", "apac", "na", "latam", "amer", "americas", "dach", "cee", "north america", "europe", "asia", "pacific", "global",
        "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest", "nord", "sud", "ost", "est", "ouest", "norte", "sul", "este", "oeste",
    ];
    PLACES.contains(&cell)
}

/// Whether a folded cell is what people do at work: a job title.
pub(super) fn is_role(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "manager",
        "rep",
        "representative",
        "director",
        "executive",
        "president",
        "vp",
        "officer",
        "engineer",
        "specialist",
        "assistant",
        "technician",
        "supervisor",
        "associate",
        "consultant",
        "analyst",
        "designer",
        "coordinator",
        "ae",
        "sdr",
        "bdr",
        "handlowiec",
        "kierownik",
        "dyrektor",
        "przedstawiciel",
        "leiter",
        "mitarbeiter",
        "vertreter",
        "directeur",
        "commercial",
        "vendeur",
        "gerente",
        "vendedor",
        "representante",
        "diretor",
        "executivo",
    ];
    cell.split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a folded cell is something that one does with a customer.
pub(super) fn is_activity(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "call",
        "email",
        "mail",
        "meeting",
        "demo",
        "task",
        "visit",
        "follow",
        "lunch",
        "note",
        "sms",
        "event",
        "cellular",
        "telephone",
        "rozmowa",
        "telefon",
        "spotkanie",
        "zadanie",
        "wizyta",
        "anruf",
        "termin",
        "besuch",
        "aufgabe",
        "besprechung",
        "appel",
        "reunion",
        "rendez",
        "visite",
        "tache",
        "llamada",
        "correo",
        "visita",
        "tarea",
        "ligacao",
        "reuniao",
        "tarefa",
        "courriel",
        "presentation",
        "prezentacja",
    ];
    cell.split(' ').any(|word| WORDS.contains(&word))
}
