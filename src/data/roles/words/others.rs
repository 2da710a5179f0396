//! Header words of targets, leads, activities and spend: one line a language, as in `deals`.

use super::Words;
use crate::data::roles::Field;

#[rustfmt::skip] // one line a language reads better
pub(super) const fn targets(field: Field) -> Words {
    match field {
        Field::Rep => &[
            &["sales rep", "rep", "rep id", "salesperson", "sales person", "sales agent", "employee key", "employee id", "rep name", "salesperson id", "sales rep id", "owner", "owner name", "employee", "employee name", "seller", "agent", "account executive", "full name", "name", "quota owner"],
            &["handlowiec", "imie nazwisko", "opiekun", "sprzedawca", "pracownik", "przedstawiciel", "id handlowca", "id pracownika", "nr pracownika", "wlasciciel", "nazwisko"],
            &["verkaufer", "vertriebsmitarbeiter", "mitarbeiter", "vertriebler", "inhaber", "besitzer", "personalnummer", "verkaufer id", "name"],
            &["commercial", "vendeur", "representant", "employe", "proprietaire", "nom", "id vendeur"],
            &["vendedor", "comercial", "representante", "empleado", "propietario", "nombre", "id vendedor"],
            &["vendedor", "representante", "funcionario", "proprietario", "nome", "id vendedor"],
            &["pernr"],
        ],
        Field::Period => &[
            &["period", "target month", "month", "quarter", "quota date", "fiscal period", "target period", "target date", "quota period", "year month", "target year", "fiscal quarter", "year", "date", "start date"],
            &["okres", "miesiac", "kwartal", "rok", "data"],
            &["monat", "periode", "quartal", "zeitraum", "jahr", "datum"],
            &["periode", "mois", "trimestre", "annee", "date"],
            &["periodo", "mes", "trimestre", "ano", "fecha"],
            &["periodo", "mes", "trimestre", "ano", "data"],
        ],
        Field::Amount => &[
            &["quota", "target", "target amount", "sales quota", "quota amount", "sales target", "goal", "revenue target", "sales goal", "target value", "budget", "plan", "amount", "value"],
            &["cel", "cel sprzedazowy", "plan sprzedazy", "plan", "kwota celu", "budzet", "wartosc celu", "wartosc", "kwota"],
            &["ziel", "zielumsatz", "umsatzziel", "vertriebsziel", "soll", "sollumsatz", "planumsatz", "plan", "zielwert", "zielbetrag", "quote", "budget", "betrag", "wert"],
            &["objectif", "objectif vente", "quota", "cible", "montant objectif", "budget", "montant", "valeur"],
            &["objetivo", "cuota", "meta", "objetivo ventas", "cuota ventas", "presupuesto", "importe", "valor", "monto"],
            &["meta", "cota", "objetivo", "meta vendas", "meta mensal", "orcamento", "valor"],
        ],
        _ => &[],
    }
}

#[rustfmt::skip]
pub(super) const fn leads(field: Field) -> Words {
    match field {
        Field::Id => &[
            &["lead id", "prospect id", "lead number", "lead no", "record id", "id"],
            &["id leada", "numer leada", "identyfikator"],
            &["lead nr", "lead nummer", "leadnummer"],
            &["id piste", "id prospect", "numero piste", "id lead"],
            &["id prospecto", "id lead", "id candidato"],
            &["id lead", "id prospect", "codigo lead"],
        ],
        Field::Rep => &[
            &["lead owner", "owner", "owner name", "sdr", "assigned rep", "rep", "assigned to", "sales rep", "owner id", "rep id", "bdr", "salesperson", "contact owner"],
            &["wlasciciel leada", "wlasciciel", "opiekun", "handlowiec", "przypisany"],
            &["lead inhaber", "leadinhaber", "inhaber", "besitzer", "zustandig", "verkaufer", "bearbeiter"],
            &["proprietaire piste", "proprietaire", "commercial", "attribue", "responsable"],
            &["propietario", "propietario prospecto", "asignado", "vendedor", "comercial"],
            &["proprietario", "proprietario lead", "responsavel", "vendedor"],
        ],
        Field::Status => &[
            &["lead status", "status", "lead stage", "stage", "lifecycle stage", "qualification"],
            &["status leada", "status", "etap leada", "etap", "stan"],
            &["lead status", "leadstatus", "status", "phase", "stadium"],
            &["statut", "statut piste", "etat", "etape"],
            &["estado", "estado prospecto", "estatus", "etapa", "estado lead"],
            &["status lead", "status", "situacao", "estagio", "etapa"],
        ],
        Field::Created => &[
            &["created date", "created", "create date", "lead date", "lead created date", "date created", "creation date", "added time", "date"],
            &["data utworzenia", "utworzono", "data dodania", "data pozyskania", "data"],
            &["erstellt", "erstelldatum", "erstellungsdatum", "angelegt", "datum"],
            &["date creation", "cree", "creation", "date"],
            &["fecha creacion", "creado", "fecha alta", "fecha"],
            &["data criacao", "criado", "data cadastro", "data"],
        ],
        Field::Converted => &[
            &["converted", "converted date", "conversion date", "is converted", "date converted", "converted to opportunity", "opportunity date", "converted time"],
            &["data konwersji", "skonwertowany", "przekonwertowano", "konwersja", "czy skonwertowany"],
            &["konvertiert", "konvertierungsdatum", "umgewandelt", "konvertierdatum"],
            &["converti", "date conversion", "convertie", "conversion"],
            &["convertido", "fecha conversion", "conversion"],
            &["convertido", "data conversao", "conversao"],
        ],
        Field::Source => super::deals::words(Field::Source),
        _ => &[],
    }
}

#[rustfmt::skip]
pub(super) const fn activities(field: Field) -> Words {
    match field {
        Field::Rep => &[
            &["rep", "rep id", "sales rep", "owner", "activity owner", "assigned to", "user", "agent", "employee", "employee id", "salesperson", "owner name", "created by", "assigned rep", "sales rep id"],
            &["handlowiec", "wlasciciel", "opiekun", "uzytkownik", "osoba", "pracownik", "przypisany"],
            &["verkaufer", "besitzer", "inhaber", "zugewiesen", "mitarbeiter", "benutzer", "vertriebsmitarbeiter", "bearbeiter"],
            &["commercial", "vendeur", "proprietaire", "attribue", "utilisateur", "responsable"],
            &["vendedor", "propietario", "asignado", "usuario", "comercial", "responsable"],
            &["vendedor", "proprietario", "responsavel", "usuario"],
        ],
        Field::Day => &[
            &["activity date", "call date", "interaction date", "meeting date", "due date", "day", "date", "completed date", "start", "start date", "timestamp", "created date", "created", "date time", "done time", "marked done time"],
            &["data aktywnosci", "data kontaktu", "data rozmowy", "data spotkania", "data wykonania", "termin", "data", "dzien"],
            &["aktivitatsdatum", "datum", "falligkeitsdatum", "fallig", "kontaktdatum", "termin", "tag", "startdatum"],
            &["date activite", "date appel", "date echeance", "date", "jour", "date rendez vous"],
            &["fecha actividad", "fecha llamada", "fecha vencimiento", "fecha", "dia"],
            &["data atividade", "data ligacao", "data vencimento", "data", "dia"],
        ],
        Field::Activity => &[
            &["activity type", "interaction type", "activity", "call type", "task type", "type", "kind", "interaction", "channel"],
            &["typ aktywnosci", "rodzaj aktywnosci", "aktywnosc", "rodzaj zadania", "typ zadania", "typ kontaktu", "rodzaj", "typ"],
            &["aktivitatstyp", "aktivitat", "aktivitatsart", "kontaktart", "art", "typ"],
            &["type activite", "activite", "type", "nature"],
            &["tipo actividad", "actividad", "tipo"],
            &["tipo atividade", "atividade", "tipo"],
        ],
        Field::Count => &[
            &["count", "number activities", "number calls", "activities", "calls", "n", "quantity"],
            &["liczba", "liczba aktywnosci", "ilosc"],
            &["anzahl", "anzahl aktivitaten"],
            &["nombre", "nombre activites"],
            &["cantidad", "numero actividades"],
            &["quantidade", "numero atividades"],
        ],
        _ => &[],
    }
}

#[rustfmt::skip]
pub(super) const fn spend(field: Field) -> Words {
    match field {
        Field::Day => &[
            &["month", "date", "day", "period", "spend date", "start date"],
            &["miesiac", "data", "dzien", "okres"],
            &["monat", "datum", "tag", "periode"],
            &["mois", "date", "jour", "periode"],
            &["mes", "fecha", "dia", "periodo"],
            &["mes", "data", "dia", "periodo"],
        ],
        Field::Channel => &[
            &["channel", "campaign", "campaign name", "medium", "marketing channel", "source", "category", "platform"],
            &["kanal", "kampania", "zrodlo", "kategoria", "medium"],
            &["kanal", "kampagne", "medium", "quelle", "kategorie"],
            &["canal", "campagne", "source", "categorie"],
            &["canal", "campana", "medio", "fuente", "categoria"],
            &["canal", "campanha", "midia", "fonte", "categoria"],
        ],
        Field::Amount => &[
            &["spend", "cost", "marketing spend", "ad spend", "amount spent", "spent", "budget", "actual cost", "expense", "expenses", "costs", "amount"],
            &["wydatek", "koszt", "wydatki", "koszty", "budzet", "kwota"],
            &["ausgaben", "kosten", "werbekosten", "budget", "aufwand", "betrag"],
            &["depense", "depenses", "cout", "couts", "budget", "montant"],
            &["gasto", "gastos", "costo", "coste", "presupuesto", "inversion", "importe"],
            &["gasto", "gastos", "custo", "despesa", "investimento", "orcamento", "valor"],
        ],
        _ => &[],
    }
}
