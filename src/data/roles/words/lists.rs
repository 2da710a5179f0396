//! Header words of reps, accounts and products: one line a language, as in `deals`.

use super::Words;
use crate::data::roles::Field;

#[rustfmt::skip] // one line a language reads better
pub(super) const fn reps(field: Field) -> Words {
    match field {
        Field::Name => &[
            &["sales agent", "sales rep", "rep name", "salesperson", "sales person", "full name", "employee name", "rep", "name", "employee", "agent", "seller", "person", "user name", "display name", "salesperson name", "sales rep name", "account executive", "last name"],
            &["handlowiec", "imie nazwisko", "nazwisko imie", "przedstawiciel handlowy", "pracownik", "sprzedawca", "opiekun", "nazwisko"],
            &["verkaufer", "vertriebsmitarbeiter", "mitarbeiter", "mitarbeitername", "name", "vor nachname", "vollstandiger name", "nachname"],
            &["commercial", "vendeur", "nom complet", "nom prenom", "prenom nom", "employe", "collaborateur", "representant", "nom"],
            &["vendedor", "comercial", "nombre completo", "empleado", "nombre apellidos", "nombre", "apellidos"],
            &["vendedor", "nome completo", "funcionario", "colaborador", "nome", "representante", "sobrenome"],
        ],
        Field::Id => &[
            &["rep id", "rep code", "sales rep code", "salesperson code", "salesperson id", "sales rep id", "employee key", "employee id", "user id", "employee number", "owner id", "staff id", "agent id", "personnel number", "business entity id", "id"],
            &["id handlowca", "kod handlowca", "numer pracownika", "id pracownika", "nr pracownika", "identyfikator"],
            &["personalnummer", "personalnr", "personal nr", "mitarbeiternummer", "mitarbeiter id", "verkaufer id", "verkaufer nr"],
            &["id vendeur", "matricule", "code vendeur", "id commercial", "code commercial", "id employe"],
            &["id vendedor", "codigo vendedor", "id empleado", "numero empleado", "legajo"],
            &["id vendedor", "codigo vendedor", "matricula", "id funcionario"],
            &["pernr"],
        ],
        Field::Role => &[
            &["role", "job title", "title", "position", "sales role", "job", "function", "user role"],
            &["stanowisko", "rola", "funkcja", "pozycja"],
            &["rolle", "position", "funktion", "stelle", "titel", "berufsbezeichnung", "stellenbezeichnung"],
            &["poste", "role", "fonction", "intitule poste", "titre"],
            &["cargo", "puesto", "rol", "funcion"],
            &["cargo", "funcao", "papel"],
        ],
        Field::Manager => &[
            &["manager", "manager name", "reports to", "supervisor", "team lead", "sales manager", "manager id", "line manager", "boss", "leader"],
            &["przelozony", "kierownik", "menedzer", "manager", "lider zespolu"],
            &["vorgesetzter", "fuhrungskraft", "manager", "teamleiter", "vertriebsleiter", "leiter"],
            &["responsable", "manager", "superieur", "directeur commercial", "chef vente"],
            &["gerente", "jefe", "supervisor", "responsable", "jefe ventas"],
            &["gerente", "gestor", "supervisor", "lider", "chefe"],
        ],
        Field::Hired => &[
            &["hire date", "hired", "start date", "date hired", "joined", "joining date", "date joined", "employment start"],
            &["data zatrudnienia", "zatrudniony", "data rozpoczecia pracy", "data przyjecia"],
            &["eintritt", "eintrittsdatum", "einstellungsdatum", "eingestellt"],
            &["date embauche", "date entree", "embauche"],
            &["fecha ingreso", "fecha contratacion", "fecha alta"],
            &["data admissao", "admissao", "data contratacao"],
        ],
        Field::Left => &[
            &["left", "termination date", "leave date", "end date", "exit date", "terminated", "employment end"],
            &["data odejscia", "data zwolnienia", "data zakonczenia pracy"],
            &["austritt", "austrittsdatum"],
            &["date sortie", "date depart", "depart"],
            &["fecha baja", "fecha salida"],
            &["data demissao", "data desligamento", "desligamento"],
        ],
        Field::BaseSalary => &[
            &["base salary", "base pay", "annual salary", "salary", "base", "fixed pay"],
            &["wynagrodzenie zasadnicze", "pensja zasadnicza", "placa zasadnicza", "pensja", "podstawa"],
            &["grundgehalt", "fixgehalt", "gehalt", "festgehalt", "fixum"],
            &["salaire base", "salaire fixe", "fixe", "salaire"],
            &["salario base", "sueldo base", "salario fijo", "salario", "sueldo"],
            &["salario base", "salario fixo", "salario"],
        ],
        Field::TargetIncentive => &[
            &["target incentive", "target variable", "oti", "target bonus", "variable pay", "variable", "target commission"],
            &["premia docelowa", "premia", "zmienna docelowa", "czesc zmienna"],
            &["zielbonus", "zielpramie", "zielprovision", "variable vergutung", "variables gehalt"],
            &["variable cible", "prime cible", "bonus cible", "variable"],
            &["variable objetivo", "bono objetivo", "incentivo objetivo", "variable"],
            &["variavel alvo", "bonus alvo", "remuneracao variavel", "variavel"],
        ],
        _ => super::shared::words(field),
    }
}

#[rustfmt::skip]
pub(super) const fn accounts(field: Field) -> Words {
    match field {
        Field::Name => &[
            &["account name", "account", "customer name", "customer", "company name", "company", "reseller", "client name", "client", "organization name", "organisation name", "organization", "business name", "name"],
            &["nazwa klienta", "klient", "nazwa kontrahenta", "kontrahent", "nazwa firmy", "firma", "nazwa organizacji", "nazwa pelna", "nazwa"],
            &["kundenname", "kunde", "firmenname", "firma", "account name", "accountname", "unternehmen", "unternehmensname", "name", "name 1"],
            &["nom client", "client", "nom compte", "compte", "raison sociale", "societe", "entreprise", "nom entreprise", "nom"],
            &["nombre cliente", "cliente", "nombre cuenta", "cuenta", "razon social", "empresa", "nombre empresa", "nombre"],
            &["nome cliente", "cliente", "nome conta", "conta", "razao social", "empresa", "nome empresa", "nome"],
        ],
        Field::Id => &[
            &["account id", "customer id", "client id", "company id", "reseller key", "customer key", "customer number", "account number", "customer no", "customer code", "record id", "id", "organisation code", "organization code"],
            &["id klienta", "kod klienta", "numer klienta", "kod kontrahenta", "id kontrahenta", "akronim", "nip", "id firmy"],
            &["kundennummer", "kundennr", "kunden nr", "kunden id", "debitorennummer", "debitor", "account nummer", "firmen id"],
            &["code client", "id client", "numero client", "id compte", "siret", "siren"],
            &["id cliente", "codigo cliente", "numero cliente", "id cuenta", "nif", "cif"],
            &["id cliente", "codigo cliente", "id conta", "cnpj"],
            &["kunnr"],
        ],
        Field::Industry => &[
            &["industry", "sector", "vertical", "business type", "industry sector", "line business"],
            &["branza", "sektor", "przemysl", "rodzaj dzialalnosci"],
            &["branche", "industrie", "wirtschaftszweig", "sektor"],
            &["secteur", "secteur activite", "industrie", "activite"],
            &["sector", "industria", "giro", "actividad"],
            &["setor", "industria", "segmento mercado", "ramo", "ramo atividade"],
        ],
        Field::Rep => &[
            &["account owner", "account manager", "owner", "owner name", "sales rep", "salesperson", "rep", "owner id", "sales rep id", "sales rep employee number", "company owner", "account executive", "assigned to", "salesperson id"],
            &["opiekun", "opiekun klienta", "handlowiec", "wlasciciel", "wlasciciel konta", "opiekun handlowy"],
            &["kundenbetreuer", "account inhaber", "accountinhaber", "inhaber", "betreuer", "besitzer", "verkaufer", "vertriebsmitarbeiter", "zustandig"],
            &["commercial", "proprietaire", "proprietaire compte", "responsable compte", "vendeur", "charge compte"],
            &["propietario", "propietario cuenta", "ejecutivo cuenta", "comercial", "vendedor"],
            &["proprietario", "proprietario conta", "gerente conta", "responsavel", "vendedor"],
        ],
        Field::Revenue => &[
            &["annual revenue", "yearly revenue", "company revenue", "revenue", "turnover", "annual sales"],
            &["roczny przychod", "przychod roczny", "przychody", "przychod", "obroty", "roczne przychody"],
            &["jahresumsatz", "jahrlicher umsatz", "umsatz"],
            &["chiffre affaires annuel", "chiffre affaires", "revenu annuel", "ca annuel"],
            &["ingresos anuales", "facturacion anual", "ingresos"],
            &["receita anual", "faturamento anual", "receita", "faturamento"],
        ],
        Field::Employees => &[
            &["employees", "number employees", "no employees", "employee count", "headcount", "num employees"],
            &["liczba pracownikow", "pracownicy", "zatrudnienie", "ilosc pracownikow"],
            &["mitarbeiter", "mitarbeiterzahl", "anzahl mitarbeiter", "anzahl beschaftigte", "beschaftigte"],
            &["effectif", "effectifs", "nombre employes", "employes", "nombre salaries"],
            &["empleados", "numero empleados", "cantidad empleados"],
            &["funcionarios", "numero funcionarios", "colaboradores"],
        ],
        _ => super::shared::words(field),
    }
}

#[rustfmt::skip]
pub(super) const fn products(field: Field) -> Words {
    match field {
        Field::Name => &[
            &["product name", "product", "item name", "item", "product title", "article name", "name", "description"],
            &["nazwa produktu", "produkt", "nazwa towaru", "towar", "nazwa uslugi", "nazwa"],
            &["produktname", "produkt", "artikelbezeichnung", "artikelname", "artikel", "bezeichnung", "materialkurztext", "name"],
            &["nom produit", "produit", "designation", "libelle", "article", "nom"],
            &["nombre producto", "producto", "articulo", "descripcion", "nombre"],
            &["nome produto", "produto", "artigo", "descricao", "nome"],
            &["maktx"],
        ],
        Field::Id => &[
            &["product id", "product key", "product code", "sku", "item no", "item number", "item id", "item code", "product number", "article number", "code", "id"],
            &["kod produktu", "kod towaru", "id produktu", "indeks", "symbol", "kod"],
            &["artikelnummer", "artikelnr", "artikel nr", "produktnummer", "produkt id", "produktcode", "materialnummer", "material"],
            &["code produit", "code article", "id produit", "reference", "reference produit"],
            &["codigo producto", "id producto", "referencia", "codigo articulo", "codigo"],
            &["codigo produto", "id produto", "referencia", "codigo"],
            &["matnr"],
        ],
        Field::Family => &[
            &["product family", "family", "series", "category", "product line", "product category", "product group", "subcategory", "sub category", "line", "group", "category id", "product type"],
            &["kategoria", "rodzina", "grupa towarowa", "grupa produktow", "linia produktow", "grupa", "kategoria produktu"],
            &["produktfamilie", "warengruppe", "kategorie", "produktgruppe", "produktkategorie", "produktlinie", "serie"],
            &["famille", "famille produit", "categorie", "gamme", "ligne produits"],
            &["familia", "categoria", "linea producto", "gama", "linea"],
            &["familia", "categoria", "linha produto", "linha", "grupo"],
            &["matkl"],
        ],
        Field::Price => &[
            &["list price", "unit price", "sales price", "price", "msrp", "standard price", "selling price", "retail price"],
            &["cena katalogowa", "cena netto", "cena sprzedazy", "cena jednostkowa", "cena"],
            &["listenpreis", "verkaufspreis", "einzelpreis", "preis", "stuckpreis", "vk preis"],
            &["prix catalogue", "prix vente", "prix unitaire", "prix", "tarif", "prix ht"],
            &["precio lista", "precio venta", "precio unitario", "precio"],
            &["preco lista", "preco venda", "preco unitario", "preco"],
        ],
        _ => &[],
    }
}
