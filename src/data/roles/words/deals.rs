//! Header words of deals, orders and invoices: one line a language (English, Polish, German, French, Spanish,
//! Portuguese, and names of fields in SAP), the telling ones first, in plain letters and without small words.

use super::Words;
use crate::data::roles::Field;

#[rustfmt::skip] // one line a language reads better
#[allow(clippy::too_many_lines)] // a table
pub(super) const fn words(field: Field) -> Words {
    match field {
        Field::Id => &[
            &["opportunity id", "deal id", "order id", "order number", "sales order number", "order no", "invoice number", "invoice id", "invoice no", "sales order", "sales id", "sale id", "transaction id", "opportunity number", "opp id", "document number", "invoice", "record id", "id", "opportunity product id", "order", "document", "payment id", "check number", "row id", "line id"],
            &["id szansy", "numer szansy", "id transakcji", "numer zamowienia", "nr zamowienia", "numer faktury", "nr faktury", "numer dokumentu", "nr dokumentu", "id szansy sprzedazy", "identyfikator szansy", "identyfikator", "faktura", "zamowienie", "dokument", "numer", "lp"],
            &["auftragsnummer", "auftragsnr", "auftrags nr", "rechnungsnummer", "rechnungsnr", "rechnungs nr", "belegnummer", "beleg nr", "bestellnummer", "bestell nr", "opportunity nr", "verkaufschance id", "verkaufschancen id", "opportunity nummer", "auftrag", "beleg", "rechnung", "datensatz id", "vertriebsbeleg"],
            &["numero facture", "numero commande", "n facture", "n commande", "num cmd", "num commande", "num facture", "id opportunite", "id vente", "id commande", "id affaire", "facture", "commande", "reference", "id enregistrement", "numero piece"],
            &["numero pedido", "n pedido", "numero factura", "n factura", "id oportunidad", "id pedido", "id venta", "id negocio", "factura", "pedido", "referencia", "id registro"],
            &["numero pedido", "numero fatura", "nota fiscal", "numero nota", "id oportunidade", "id pedido", "id venda", "id negocio", "fatura", "pedido", "codigo venda", "id registro"],
            &["vbeln", "auftragsbeleg"],
        ],
        Field::Amount => &[
            &["amount", "close value", "deal value", "deal amount", "opportunity amount", "sales amount", "total sales", "net amount", "net value", "line total", "order total", "invoice total", "invoice amount", "order amount", "total amount", "net sales", "sales", "sales value", "sale amount", "value", "revenue", "total revenue", "line amount", "extended price", "extended amount", "line price", "total price", "estimated value", "est revenue", "actual revenue", "estimated revenue", "expected revenue", "expected value", "acv", "arr", "tcv", "bookings", "booking amount", "gross sales", "grand total", "total", "turnover", "amount paid", "payment amount", "total value", "contract value"],
            &["wartosc netto", "kwota netto", "wartosc szansy", "wartosc transakcji", "wartosc zamowienia", "wartosc sprzedazy", "sprzedaz netto", "wartosc", "kwota", "sprzedaz", "przychod", "wartosc umowy", "obrot", "kwota faktury", "szacowany przychod", "suma netto", "razem netto", "wartosc brutto", "kwota brutto", "razem", "suma"],
            &["betrag", "nettobetrag", "netto betrag", "umsatz", "nettoumsatz", "auftragswert", "nettowert", "auftragssumme", "verkaufswert", "deal wert", "dealwert", "wert", "gesamtbetrag", "gesamtwert", "gesamtpreis", "rechnungsbetrag", "geschatzter umsatz", "tatsachlicher umsatz", "erwarteter umsatz", "erlos", "positionswert", "summe", "umsatz netto", "bruttobetrag"],
            &["montant ht", "montant", "montant net", "chiffre affaires", "ca ht", "ca", "montant total", "total ht", "valeur", "ventes", "montant affaire", "montant transaction", "revenu estime", "revenu reel", "vente", "total", "montant ttc", "total ttc"],
            &["importe", "importe neto", "monto", "importe total", "monto total", "ventas", "valor", "valor negocio", "ingresos", "ingresos estimados", "ingresos reales", "facturacion", "total venta", "total ventas", "venta", "total", "base imponible"],
            &["valor total", "valor", "montante", "total venda", "total vendas", "valor venda", "valor negocio", "valor liquido", "receita", "receita estimada", "receita real", "faturamento", "vendas", "quantia", "total"],
            &["netwr", "umsatzerlos"],
        ],
        Field::Rep => &[
            &["sales agent", "sales rep", "opportunity owner", "deal owner", "owner name", "salesperson", "sales person", "account executive", "assigned rep", "sales representative", "rep name", "rep", "owner", "seller", "rep id", "owner id", "employee key", "employee id", "salesperson id", "sales rep id", "salesperson key", "employee name", "employee", "agent", "assigned to", "salesman", "sales owner", "sold by", "sales manager", "user"],
            &["handlowiec", "wlasciciel szansy", "opiekun handlowy", "opiekun", "wlasciciel", "sprzedawca", "przedstawiciel handlowy", "przedstawiciel", "osoba odpowiedzialna", "kierownik sprzedazy", "pracownik", "id pracownika", "id handlowca", "kod handlowca", "doradca", "odpowiedzialny"],
            &["verkaufer", "vertriebsmitarbeiter", "vertriebler", "opportunity inhaber", "besitzer", "inhaber", "deal inhaber", "zustandiger mitarbeiter", "zustandig", "vertriebsbeauftragter", "aussendienstmitarbeiter", "mitarbeiter", "kundenbetreuer", "bearbeiter", "verantwortlicher", "betreuer", "personalnummer"],
            &["commercial", "vendeur", "proprietaire", "proprietaire opportunite", "responsable commercial", "charge affaires", "representant", "attribue", "ingenieur commercial", "id vendeur", "proprietaire transaction", "responsable"],
            &["vendedor", "comercial", "propietario", "propietario oportunidad", "ejecutivo ventas", "agente ventas", "representante", "responsable", "asesor", "id vendedor", "agente", "propietario negocio", "asignado"],
            &["vendedor", "proprietario", "proprietario oportunidade", "proprietario negocio", "responsavel", "representante", "consultor", "executivo vendas", "id vendedor", "agente", "dono negocio", "comercial"],
            &["pernr", "vkgrp"],
        ],
        Field::Stage => &[
            &["deal stage", "stage", "stage name", "opportunity stage", "sales stage", "pipeline stage", "status", "deal status", "order status", "opportunity status", "status reason", "sales phase", "phase", "invoice status"],
            &["etap", "etap szansy", "etap sprzedazy", "etap lejka", "faza", "status", "stan", "status szansy", "status zamowienia", "status faktury"],
            &["phase", "verkaufsphase", "vertriebsphase", "deal phase", "stufe", "status", "auftragsstatus", "stadium", "opportunity phase"],
            &["etape", "phase", "etape vente", "etape transaction", "stade", "statut", "etat", "statut commande", "phase vente"],
            &["etapa", "fase", "etapa venta", "etapa negocio", "fase venta", "estado", "estatus", "estado pedido"],
            &["etapa", "fase", "estagio", "etapa negocio", "fase venda", "situacao", "status", "estado", "etapa funil"],
        ],
        Field::Outcome => &[
            &["outcome", "is won", "won", "won lost", "closed won", "result", "win loss", "deal status", "deal outcome", "status"],
            &["wynik", "wygrana", "rezultat", "status"],
            &["ergebnis", "gewonnen", "resultat", "ist gewonnen", "status"],
            &["resultat", "gagne", "gagnee", "statut", "issue"],
            &["resultado", "ganado", "ganada", "estado"],
            &["resultado", "ganho", "ganha", "status"],
        ],
        Field::Account => &[
            &["account name", "account", "customer name", "customer", "company name", "company", "client name", "client", "reseller", "organization", "organisation", "account id", "customer id", "reseller key", "customer key", "client id", "customer number", "customer no", "customer code", "associated company", "potential customer", "bill customer", "sold party", "buyer", "contact id"],
            &["klient", "nazwa klienta", "kontrahent", "nazwa kontrahenta", "firma", "nabywca", "odbiorca", "kod kontrahenta", "id klienta", "numer klienta", "organizacja", "konto", "akronim"],
            &["kunde", "kundenname", "firma", "account name", "accountname", "auftraggeber", "kundennummer", "kunden nr", "kundennr", "unternehmen", "kunden id", "organisation", "debitor", "potenzieller kunde"],
            &["client", "nom client", "compte", "nom compte", "societe", "entreprise", "raison sociale", "id client", "client id", "code client", "organisation", "numero client"],
            &["cliente", "nombre cliente", "cuenta", "nombre cuenta", "empresa", "id cliente", "codigo cliente", "organizacion", "razon social"],
            &["cliente", "nome cliente", "conta", "nome conta", "empresa", "id cliente", "codigo cliente", "organizacao", "razao social"],
            &["kunnr", "kunag", "auftraggeber"],
        ],
        Field::Product => &[
            &["product name", "product", "product id", "product code", "product key", "item name", "item", "sku", "item no", "item number", "item id", "article", "material", "product line", "plan", "product number"],
            &["produkt", "nazwa produktu", "towar", "nazwa towaru", "kod towaru", "kod produktu", "indeks", "artykul", "id produktu", "usluga", "asortyment"],
            &["produkt", "artikel", "produktname", "artikelname", "artikelbezeichnung", "artikelnummer", "artikelnr", "artikel nr", "produktnummer", "material", "produkt id", "bezeichnung"],
            &["produit", "nom produit", "article", "code produit", "code article", "produit id", "id produit", "designation", "reference produit"],
            &["producto", "nombre producto", "articulo", "codigo producto", "id producto", "referencia producto"],
            &["produto", "nome produto", "artigo", "codigo produto", "id produto", "item"],
            &["matnr", "arktx"],
        ],
        Field::Margin => &[
            &["margin", "gross margin", "gross profit", "profit", "margin amount", "contribution", "contribution margin"],
            &["marza", "zysk", "marza kwotowa", "kwota marzy", "marza wartosc"],
            &["marge", "deckungsbeitrag", "rohertrag", "gewinn", "db"],
            &["marge", "marge brute", "benefice", "profit"],
            &["margen", "margen bruto", "beneficio", "ganancia", "utilidad"],
            &["margem", "margem bruta", "lucro"],
        ],
        Field::Units => &[
            &["quantity", "units", "qty", "quantity ordered", "order quantity", "quantity sold", "units sold", "seats", "licenses"],
            &["ilosc", "sztuki", "liczba sztuk", "liczba"],
            &["menge", "anzahl", "stuckzahl", "auftragsmenge", "stuck"],
            &["quantite", "qte", "quantite vendue", "quantite commandee", "nombre unites"],
            &["cantidad", "unidades", "cantidad vendida"],
            &["quantidade", "qtd", "qtde", "unidades", "quantidade vendida"],
            &["kwmeng", "fkimg"],
        ],
        Field::Created => &[
            &["created", "created date", "create date", "date created", "engage date", "open date", "opened", "creation date", "record created", "added time", "deal created", "opportunity created date", "add time"],
            &["data utworzenia", "utworzono", "data dodania", "data zalozenia", "data otwarcia", "utworzony", "data rozpoczecia"],
            &["erstellt", "erstelldatum", "erstellungsdatum", "angelegt", "anlagedatum", "erfasst", "erstellungszeit", "eroffnungsdatum"],
            &["date creation", "cree", "creation", "date ouverture", "date ajout"],
            &["fecha creacion", "creado", "fecha apertura", "creacion", "fecha alta"],
            &["data criacao", "criado", "data abertura", "criacao", "data cadastro"],
            &["erdat"],
        ],
        Field::Closed => &[
            &["close date", "closed date", "closed", "closing date", "date closed", "won date", "won time", "actual close date", "order date", "invoice date", "sale date", "sales date", "date sold", "expected close date", "estimated close date", "est close date", "est closing date", "transaction date", "booking date", "purchase date", "document date", "posting date", "payment date", "billing date", "date"],
            &["data zamkniecia", "data wygrania", "data zamowienia", "data wystawienia", "data faktury", "data sprzedazy", "data transakcji", "data dokumentu", "przewidywana data zamkniecia", "planowana data zamkniecia", "data podpisania", "data zakupu", "data"],
            &["abschlussdatum", "schlusstermin", "geschlossen", "auftragsdatum", "rechnungsdatum", "belegdatum", "bestelldatum", "verkaufsdatum", "voraussichtliches abschlussdatum", "erwarteter abschluss", "gesch abschlussdatum", "geschatztes abschlussdatum", "tatsachliches abschlussdatum", "buchungsdatum", "gewonnen", "datum", "abschluss"],
            &["date cloture", "date fermeture", "date facture", "date emission", "date commande", "date vente", "date cmd", "date signature", "date cloture prevue", "date cloture estimee", "date cloture reelle", "date"],
            &["fecha cierre", "fecha pedido", "fecha factura", "fecha venta", "fecha emision", "fecha cierre prevista", "fecha estimada cierre", "fecha cierre estimada", "cierre", "fecha"],
            &["data fechamento", "data venda", "data pedido", "data emissao", "data fatura", "data fechamento esperada", "data prevista fechamento", "fechamento", "data compra", "data"],
            &["fkdat", "audat"],
        ],
        Field::Source => &[
            &["lead source", "source", "original source", "deal source", "origin", "channel", "sales channel", "source campaign"],
            &["zrodlo", "zrodlo leada", "zrodlo pozyskania", "kanal", "pochodzenie", "zrodlo szansy"],
            &["quelle", "leadquelle", "lead quelle", "herkunft", "vertriebskanal", "kanal", "vertriebsweg"],
            &["source", "origine", "source piste", "canal", "origine piste", "provenance"],
            &["origen", "fuente", "origen prospecto", "canal", "fuente prospecto", "fuente original"],
            &["origem", "fonte", "origem lead", "canal", "fonte original"],
        ],
        _ => super::shared::words(field),
    }
}
