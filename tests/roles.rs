//! What tables and their columns mean: the corpus against a table of truth, and exports in six languages.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attain::data::{Field, Kind, Limits, Mapping, Table, guess, is_certain, read_all};

/// What a table is, and what its columns must or may mean.
struct Truth {
    folder: String,
    file: String,
    sheet: Option<String>,
    is_bare: bool,
    kind: Kind,
    columns: Vec<Meaning>,
}

/// One of these columns must, or may, have that meaning.
struct Meaning {
    headers: Vec<String>,
    field: Field,
    is_needed: bool,
}

fn parsed<T: serde::de::DeserializeOwned>(word: &str) -> T {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).unwrap_or_else(|_| panic!("{word}"))
}

/// The columns of a line of truth. A blank in a header is written `_`, and the two are not told apart.
fn meanings(text: &str) -> Vec<Meaning> {
    let mut meanings = Vec::new();
    let text = text.replace("Column ", "Column_");
    for word in text.split_whitespace() {
        let (headers, field, is_needed) = match (word.split_once('='), word.split_once('~')) {
            (Some((headers, field)), None) => (headers, field, true),
            (None, Some((headers, field))) => (headers, field, false),
            _ => panic!("{word}"),
        };
        let headers = headers.split('/').map(str::to_owned).collect();
        meanings.push(Meaning { headers, field: parsed(field), is_needed });
    }
    meanings
}

fn truths() -> Vec<Truth> {
    let lines = include_str!("roles/truth.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let (path, sheet) =
                parts[0].split_once(" › ").map_or((parts[0], None), |(path, sheet)| (path, Some(sheet)));
            let (folder, file) = path.split_once('/').unwrap();
            let file = file.replace("Leads_Data_Dictionary", "Leads Data Dictionary");
            let kind = parts[1].strip_prefix("bare ");
            Truth {
                folder: folder.into(),
                file,
                sheet: sheet.map(str::to_owned),
                is_bare: kind.is_some(),
                kind: parsed(kind.unwrap_or(parts[1])),
                columns: meanings(parts[2]),
            }
        })
        .collect()
}

/// What is wrong with a mapping; and of how many columns how many are right.
fn judge(table: &Table, mapping: &Mapping, kind: Kind, truth: &[Meaning]) -> (Vec<String>, usize, usize) {
    let mut wrong = Vec::new();
    if mapping.kind != kind {
        wrong.push(format!("is {:?}, not {kind:?}", mapping.kind));
    }
    let mut n_wrong = 0;
    for (index, column) in table.columns.iter().enumerate() {
        let header = column.header.replace(' ', "_");
        let field = mapping.fields[index];
        let may = truth.iter().any(|meaning| meaning.headers.contains(&header) && Some(meaning.field) == field);
        if field.is_some() && !may {
            n_wrong += 1;
            wrong.push(format!("{header}={field:?}"));
        }
    }
    for meaning in truth.iter().filter(|meaning| meaning.is_needed) {
        if mapping.column_of(meaning.field).is_none() {
            n_wrong += 1;
            wrong.push(format!("no {:?}", meaning.field));
        }
    }
    let n = table.columns.len();
    (wrong, n - n_wrong.min(n), n)
}

/// Whether a field that records need has a wrong column, and the mapping would pass without a look.
fn is_silently_wrong(table: &Table, mapping: &Mapping, kind: Kind, truth: &[Meaning]) -> bool {
    use Field as F;
    let needed = [F::Amount, F::Closed, F::Rep, F::Stage, F::Outcome, F::Period, F::Day, F::Name, F::Id];
    let right = |header: &str, field: Field| {
        truth.iter().any(|meaning| meaning.field == field && meaning.headers.iter().any(|own| own == header))
    };
    let wrong = table.columns.iter().zip(&mapping.fields).any(|(column, field)| {
        field.is_some_and(|field| needed.contains(&field) && !right(&column.header.replace(' ', "_"), field))
    });
    (mapping.kind != kind || wrong) && is_certain(mapping, table)
}

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

/// The table, if the file can be read so far that its columns are there.
fn table(corpus: &Path, truth: &Truth) -> Option<Table> {
    let mut bytes = std::fs::read(corpus.join(&truth.folder).join(&truth.file)).unwrap();
    let read = |bytes: &[u8]| read_all(&truth.file, bytes, Limits::default()).ok();
    let mut tables = read(&bytes)?;
    if truth.is_bare && tables[0].header_row != 0 {
        // A header such as a reader makes up for a table without.
        let mark = tables[0].place.delimiter.unwrap_or(',').to_string();
        let names: Vec<String> = (1..=tables[0].columns.len()).map(|number| format!("Column {number}")).collect();
        bytes.splice(0..0, format!("{}\n", names.join(&mark)).into_bytes());
        tables = read(&bytes)?;
    }
    let at = tables.iter().position(|table| truth.sheet.as_ref().is_none_or(|sheet| table.place.sheet == *sheet))?;
    let table = tables.swap_remove(at);
    let has = |header: &String| table.columns.iter().any(|column| column.header.replace(' ', "_") == *header);
    truth
        .columns
        .iter()
        .filter(|meaning| meaning.is_needed)
        .all(|meaning| meaning.headers.iter().any(has))
        .then_some(table)
}

#[test]
fn tables_of_the_corpus_are_understood() {
    let Some(corpus) = corpus() else { return };
    let truths = truths();
    let mut folders: BTreeMap<&str, Vec<(&Truth, Table)>> = BTreeMap::new();
    let mut unread = Vec::new();
    for truth in &truths {
        match table(&corpus, truth) {
            Some(table) => folders.entry(&truth.folder).or_default().push((truth, table)),
            None => unread.push(format!("{}/{}", truth.folder, truth.file)),
        }
    }
    let (mut report, mut n_silent) = (String::new(), 0);
    // Each table by itself, and all of a folder dropped together.
    for together in [false, true] {
        let (mut n_right, mut n, mut n_right_columns, mut n_columns, mut n_certain) = (0, 0, 0, 0, 0);
        for (folder, list) in &folders {
            let tables: Vec<Table> = list.iter().map(|(_, table)| table.clone()).collect();
            let alone = || tables.iter().flat_map(|table| guess(std::slice::from_ref(table))).collect();
            let mappings: Vec<Mapping> = if together { guess(&tables) } else { alone() };
            for ((truth, table), mapping) in list.iter().zip(&mappings) {
                let (wrong, right, all) = judge(table, mapping, truth.kind, &truth.columns);
                (n, n_right) = (n + 1, n_right + usize::from(wrong.is_empty()));
                (n_right_columns, n_columns) = (n_right_columns + right, n_columns + all);
                n_certain += usize::from(is_certain(mapping, table));
                let silent = is_silently_wrong(table, mapping, truth.kind, &truth.columns);
                n_silent += usize::from(silent);
                if !wrong.is_empty() {
                    let mark = if silent { "SILENTLY " } else { "" };
                    let _ =
                        writeln!(report, "{mark}{folder}/{} ({}): {}", table.file, mapping.certainty, wrong.join(", "));
                }
                if std::env::var_os("ATTAIN_SHOW").is_some() {
                    let shown: Vec<String> = table
                        .columns
                        .iter()
                        .enumerate()
                        .filter_map(|(index, column)| {
                            mapping.fields[index]
                                .map(|field| format!("{}={field:?}:{}", column.header, mapping.sure[index]))
                        })
                        .collect();
                    println!(
                        "{folder}/{} {:?} {} certain={} {}",
                        table.file,
                        mapping.kind,
                        mapping.certainty,
                        is_certain(mapping, table),
                        shown.join(" ")
                    );
                }
            }
        }
        let _ = writeln!(
            report,
            "together={together}: {n_right} of {n} tables, {n_right_columns} of {n_columns} columns right; {n_certain} need no look"
        );
        assert!(95 * n <= 100 * n_right, "{report}");
    }
    let _ = writeln!(report, "not read yet: {}", unread.join(", "));
    println!("{report}");
    assert_eq!(n_silent, 0, "{report}");
}

/// Checks one export: its kind, and the meanings of its columns.
#[track_caller]
fn check(file: &str, text: &str, kind: Kind, truth: &str) {
    let table = read_all(file, text.as_bytes(), Limits::default()).unwrap().remove(0);
    let mapping = guess(std::slice::from_ref(&table)).remove(0);
    let (wrong, ..) = judge(&table, &mapping, kind, &meanings(truth));
    assert!(wrong.is_empty(), "{file}: {wrong:?}");
}

#[test]
fn files_of_pay_are_understood() {
    check(
        "opportunity_splits.csv", // Salesforce
        "Opportunity ID,Team Member,Split Type,Split %\n006A,Ann Lee,Revenue,60.00\n006A,Bob Ray,Overlay,50.00\n",
        Kind::Credits,
        "Opportunity_ID=deal Team_Member=rep Split_Type=role Split_%=share",
    );
    check(
        "podzial.csv",
        "ID szansy;Handlowiec;Udział\n101;Anna Nowak;0,6\n101;Jan Kos;0,4\n",
        Kind::Credits,
        "ID_szansy=deal Handlowiec=rep Udział=share",
    );
    check(
        "mbo.csv",
        "Rep,Quarter,Objective,Weight,Achievement\nAnn,2026-Q1,Hiring,0.6,0.9\nAnn,2026-Q1,Training,0.4,1\n",
        Kind::Objectives,
        "Rep=rep Quarter=period Objective=objective Weight=weight Achievement=result",
    );
    check(
        "kurse.csv",
        "Währung;Gültig ab;Wechselkurs\nEUR;01.01.2026;1,10\nPLN;15.01.2026;0,25\n",
        Kind::ExchangeRates,
        "Währung=currency Gültig_ab=day Wechselkurs=rate",
    );
    check(
        "absences.csv", // its columns could be of a list of reps
        "Employee,Start Date,End Date\nAnn Lee,2026-01-05,2026-02-13\nBob Ray,2026-03-02,\n",
        Kind::Absences,
        "Employee=rep Start_Date=from End_Date=to",
    );
    check(
        "comisiones.csv",
        "Vendedor;Mes;Comisión pagada\nAna;2026-01;1200,50\nJuan;2026-01;900\n",
        Kind::Payments,
        "Vendedor=rep Mes=period Comisión_pagada=amount",
    );
    // The name says it where the columns alone could be of a list of quotas.
    let of = "rep,period,amount\nAnn,2026-01,1500\nBob,2026-01,900\n";
    check("payouts.csv", of, Kind::Payments, "rep=rep period=period amount=amount");
    check("Payouts 2026.csv", of, Kind::Payments, "rep=rep period=period amount=amount");
    check("commission_payments.csv", of, Kind::Payments, "rep=rep period=period amount=amount");
    check("quotas.csv", of, Kind::Targets, "rep=rep period=period amount=amount");
    check("plain.csv", of, Kind::Unknown, "");
    check(
        "wyplaty.csv",
        "Handlowiec;Okres;Kwota\nAnna;2026-01;1500,50\nJan;2026-02;900\n",
        Kind::Payments,
        "Handlowiec=rep Okres=period Kwota=amount",
    );
    check(
        "payouts.csv", // our own
        "rep,name,role,period_start,period_months,earned,spiffs,held,adjustment,recomputed,paid,balance_held,pay_day,own_currency,own_rate,own_paid\n\
         7,Ann,AE,2026-01,1,100,0,0,0,,100,0,2026-01-31,EUR,1.25,80\n",
        Kind::Payments,
        "rep=rep period_start=period paid=amount",
    );
    check(
        "deals.csv",
        "deal_id,rep,amount,close_date,deal type,currency,contract term months,cancellation date\n\
         1,Ann,100,2026-01-03,Renewal,EUR,12,\n2,Bob,200,2026-01-04,New business,USD,24,2026-05-01\n",
        Kind::Deals,
        "deal_id=id rep=rep amount=amount close_date=closed deal_type=deal_kind currency=currency contract_term_months=term_months cancellation_date=cancelled",
    );
}

#[test]
fn exports_in_polish_are_understood() {
    check(
        "szanse.csv", // Livespace
        "ID szansy;Nazwa szansy;Firma;Właściciel;Etap;Status;Wartość;Waluta;Data utworzenia;Data zamknięcia;Źródło\n\
         101;Wdrożenie;Alfa Sp. z o.o.;Anna Nowak;Negocjacje;otwarta;12 500,00;PLN;2026-01-14;2026-05-01;Polecenie\n\
         102;Serwis;Beta S.A.;Jan Kos;Umowa;wygrana;7 300,50;PLN;2026-02-20;2026-03-01;Targi\n",
        Kind::Deals,
        "ID_szansy=id Firma=account Właściciel=rep Etap=stage Status~outcome Wartość=amount Waluta=currency Data_utworzenia=created Data_zamknięcia=closed Źródło=source",
    );
    check(
        "faktury.csv", // Comarch ERP
        "Numer dokumentu;Data wystawienia;Termin płatności;Kontrahent;Handlowiec;Wartość netto;Wartość VAT;Wartość brutto;Marża\n\
         FS/1/2026;14.01.2026;28.01.2026;Alfa;Nowak;1000,00;230,00;1230,00;210,50\n\
         FS/2/2026;15.01.2026;29.01.2026;Beta;Kos;500,00;115,00;615,00;90,00\n",
        Kind::Deals,
        "Numer_dokumentu=id Data_wystawienia=closed Kontrahent=account Handlowiec=rep Wartość_netto=amount Marża=margin",
    );
    check(
        "cele.csv",
        "Handlowiec;Miesiąc;Cel sprzedażowy\nAnna Nowak;2026-01;50000\nJan Kos;2026-01;40000\n",
        Kind::Targets,
        "Handlowiec=rep Miesiąc=period Cel_sprzedażowy=amount",
    );
    check(
        "zespol.csv",
        "Imię i nazwisko;Stanowisko;Przełożony;Region;Data zatrudnienia;Wynagrodzenie zasadnicze\n\
         Anna Nowak;Handlowiec;Ewa Lis;Północ;2020-02-01;9000\nJan Kos;Handlowiec;Ewa Lis;Południe;2021-03-01;8500\n",
        Kind::Reps,
        "Imię_i_nazwisko=name Stanowisko=role Przełożony=manager Region=region Data_zatrudnienia=hired Wynagrodzenie_zasadnicze=base_salary",
    );
}

#[test]
fn exports_in_german_are_understood() {
    check(
        "Verkaufschancen.csv", // Dynamics
        "Opportunity Nr.;Thema;Potenzieller Kunde;Besitzer;Verkaufsphase;Geschätzter Umsatz;Gesch. Abschlussdatum;Erstellt am\n\
         1;Neubau;Meier GmbH;Eva Schmidt;Angebot;12.500,00 €;01.05.2026;14.01.2026\n\
         2;Wartung;Schulze AG;Jan Braun;Verhandlung;7.300,50 €;13.06.2026;20.02.2026\n",
        Kind::Deals,
        "Opportunity_Nr.=id Potenzieller_Kunde=account Besitzer=rep Verkaufsphase=stage Geschätzter_Umsatz=amount Gesch._Abschlussdatum=closed Erstellt_am=created",
    );
    check(
        "EXPORT.csv", // SAP
        "VBELN;ERDAT;KUNNR;MATNR;KWMENG;NETWR;WAERK;VKBUR;PERNR\n\
         0005000001;20.01.2026;0000100012;MAT-100;3;1.200,00;EUR;NORD;00001234\n\
         0005000002;21.01.2026;0000100013;MAT-200;1;350,50;EUR;SUED;00001235\n",
        Kind::Deals,
        "VBELN=id ERDAT~created KUNNR=account MATNR=product KWMENG=units NETWR=amount WAERK=currency VKBUR=region PERNR=rep",
    );
    check(
        "Auftraege.csv",
        "Auftragsnr;Auftragsdatum;Kundennr;Kunde;Verkaeufer;Artikelbezeichnung;Menge;Einzelpreis;Gesamtpreis\n\
         A1;14.01.2026;K7;Meier;Braun;Pumpe;2;100,00;200,00\nA2;20.01.2026;K8;Schulze;Kraus;Ventil;5;20,00;100,00\n",
        Kind::Deals,
        "Auftragsnr=id Auftragsdatum=closed Kunde/Kundennr=account Verkaeufer=rep Artikelbezeichnung=product Menge=units Gesamtpreis=amount",
    );
    check(
        "Kunden.csv",
        "Kundennummer;Firmenname;Branche;Land;Jahresumsatz;Mitarbeiterzahl;Kundenbetreuer\n\
         K7;Meier GmbH;Bau;Deutschland;1200000;45;Eva Schmidt\nK8;Schulze AG;Handel;Österreich;3400000;120;Jan Braun\n",
        Kind::Accounts,
        "Kundennummer=id Firmenname=name Branche=industry Land=region Jahresumsatz=revenue Mitarbeiterzahl=employees Kundenbetreuer=rep",
    );
}

#[test]
fn exports_in_french_are_understood() {
    check(
        "opportunites.csv", // Salesforce
        "ID de l'opportunité;Nom de l'opportunité;Nom du compte;Propriétaire de l'opportunité;Étape;Montant;Date de clôture;Date de création;Origine de la piste\n\
         006A1;Projet A;Durand SA;Léa Martin;Négociation;12 500,00;30/06/2026;14/01/2026;Salon\n\
         006A2;Projet B;Petit SARL;Paul Roux;Gagnée;7 300,50;15/03/2026;20/01/2026;Web\n",
        Kind::Deals,
        "ID_de_l'opportunité=id Nom_du_compte=account Propriétaire_de_l'opportunité=rep Étape=stage Montant=amount Date_de_clôture=closed Date_de_création=created Origine_de_la_piste=source",
    );
    check(
        "objectifs.csv",
        "Commercial;Mois;Objectif\nLéa Martin;2026-01;50000\nPaul Roux;2026-01;40000\n",
        Kind::Targets,
        "Commercial=rep Mois=period Objectif=amount",
    );
    check(
        "produits.csv",
        "Référence;Désignation;Famille;Prix catalogue\nP-1;Pompe;Hydraulique;1200,00\nP-2;Vanne;Hydraulique;80,50\n",
        Kind::Products,
        "Référence=id Désignation=name Famille=family Prix_catalogue=price",
    );
}

#[test]
fn exports_in_spanish_are_understood() {
    check(
        "negocios.csv", // HubSpot
        "ID de registro;Nombre del negocio;Etapa del negocio;Fecha de cierre;Propietario del negocio;Importe;Fecha de creación;Fuente original\n\
         9001;Obra;Negociación;2026-05-01;Ana Ruiz;12500;2026-01-14;Orgánica\n\
         9002;Servicio;Cierre ganado;2026-03-01;Juan Gil;7300.50;2026-02-20;Referido\n",
        Kind::Deals,
        "ID_de_registro=id Etapa_del_negocio=stage Fecha_de_cierre=closed Propietario_del_negocio=rep Importe=amount Fecha_de_creación=created Fuente_original=source",
    );
    check(
        "prospectos.csv",
        "ID de prospecto;Propietario;Estado;Fecha de creación;Origen\nL1;Ana Ruiz;Nuevo;2026-01-14;Web\nL2;Juan Gil;Calificado;2026-01-15;Feria\n",
        Kind::Leads,
        "ID_de_prospecto=id Propietario=rep Estado=status Fecha_de_creación=created Origen=source",
    );
    check(
        "actividades.csv",
        "Tipo de actividad;Fecha;Vendedor;Notas\nLlamada;2026-01-14;Ana Ruiz;x\nReunión;2026-01-15;Juan Gil;y\n",
        Kind::Activities,
        "Tipo_de_actividad=activity Fecha=day Vendedor=rep",
    );
}

#[test]
fn exports_in_portuguese_are_understood() {
    check(
        "negocios.csv", // Pipedrive
        "Negócio - ID;Negócio - Título;Negócio - Organização;Negócio - Proprietário;Negócio - Etapa;Negócio - Valor;Negócio - Data de fechamento;Negócio - Status\n\
         1;Obra;Alfa Ltda;Ana Souza;Proposta;12500;2026-05-01;Aberto\n2;Serviço;Beta SA;João Lima;Fechamento;7300;2026-03-01;Ganho\n",
        Kind::Deals,
        "Negócio_-_ID=id Negócio_-_Organização=account Negócio_-_Proprietário=rep Negócio_-_Etapa=stage Negócio_-_Valor=amount Negócio_-_Data_de_fechamento=closed Negócio_-_Status~outcome",
    );
    check(
        "vendas.csv",
        "Número do pedido;Data da venda;Cliente;Vendedor;Produto;Quantidade;Preço unitário;Valor total;UF\n\
         1;14/01/2026;Alfa;Ana;Bomba;2;100,00;200,00;SP\n2;20/01/2026;Beta;João;Válvula;5;20,00;100,00;RJ\n",
        Kind::Deals,
        "Número_do_pedido=id Data_da_venda=closed Cliente=account Vendedor=rep Produto=product Quantidade=units Valor_total=amount UF=region",
    );
    check(
        "despesas.csv",
        "Mês;Canal;Investimento\n2026-01;Google;5000\n2026-02;Feira;9000\n",
        Kind::Spend,
        "Mês=day Canal=channel Investimento=amount",
    );
}

#[test]
fn exports_in_english_are_understood() {
    check(
        "Potentials.csv", // Zoho
        "Record Id,Deal Name,Account Name,Deal Owner,Stage,Amount,Closing Date,Created Time,Lead Source,Probability (%)\n\
         z1,Works,Alpha,Ann Lee,Negotiation/Review,\"12,500.00\",2026-05-01,2026-01-14,Web,60\n\
         z2,Service,Beta,Bob Roy,Closed Won,7300.50,2026-03-01,2026-02-20,Fair,100\n",
        Kind::Deals,
        "Record_Id=id Account_Name=account Deal_Owner=rep Stage=stage Amount=amount Closing_Date=closed Created_Time=created Lead_Source=source",
    );
    check(
        "deals.csv", // Pipedrive
        "Deal - ID,Deal - Title,Deal - Owner,Deal - Organization,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Deal created,Deal - Won time,Deal - Lost reason\n\
         1,Works,Ann Lee,Alpha,Negotiation,Won,12500,EUR,2026-01-14,2026-03-01,\n2,Service,Bob Roy,Beta,Demo,Open,7300,EUR,2026-02-20,,\n",
        Kind::Deals,
        "Deal_-_ID=id Deal_-_Owner=rep Deal_-_Organization=account Deal_-_Stage=stage Deal_-_Status~outcome Deal_-_Value=amount Deal_-_Deal_created=created Deal_-_Won_time=closed",
    );
    check(
        "spend.csv",
        "Month,Channel,Spend\n2026-01,Search,5000\n2026-02,Fair,9000\n",
        Kind::Spend,
        "Month=day Channel=channel Spend=amount",
    );
    check(
        "list.csv",
        "Name,Email,Phone\nAnn Lee,a@x.org,+48 600 100 200\nBob Roy,b@x.org,+48 600 100 201\n",
        Kind::Unknown,
        "",
    );
    check("regions.csv", "Region,Month,Value\nNorth,2026-01,5000\nSouth,2026-01,9000\n", Kind::Unknown, "");
}

#[test]
fn the_look_is_skipped_only_where_everything_is_sure() {
    let check = |text: &str, certain: bool| {
        let table = read_all("deals.csv", text.as_bytes(), Limits::default()).unwrap().remove(0);
        let mapping = guess(std::slice::from_ref(&table)).remove(0);
        assert_eq!(mapping.sure.len(), mapping.fields.len());
        assert_eq!(is_certain(&mapping, &table), certain, "{text}: {mapping:?}");
    };
    check("Deal ID,Owner,Stage,Amount,Close Date\n1,Ann,Won,500,2026-01-31\n2,Bob,Lost,700,2026-02-28\n", true);
    // Day or month first.
    check("Deal ID,Owner,Stage,Amount,Close Date\n1,Ann,Won,500,01/02/2026\n2,Bob,Lost,700,03/04/2026\n", false);
    // Point or comma.
    check("Deal ID;Owner;Stage;Amount;Close Date\n1;Ann;Won;1.500;2026-01-31\n2;Bob;Lost;2.700;2026-02-28\n", false);
    // No amount.
    check("Deal ID,Owner,Stage,Close Date\n1,Ann,Won,2026-01-31\n2,Bob,Lost,2026-02-28\n", false);
    // Nothing of ours.
    check("a,b\n1,2\n", false);
}

#[test]
fn tables_of_a_session_tell_about_each_other() {
    let table = |file: &str, text: &str| read_all(file, text.as_bytes(), Limits::default()).unwrap().remove(0);
    let reps = table(
        "reps.csv",
        "Rep Code,Rep Name,Role\nR100,Ann Lee,AE\nR200,Bob Roy,AE\nR300,Cid Fox,AE\nR400,Di Ray,AE\n",
    );
    // The header chose the name of the team's lead; the codes are the reps'.
    let deals = table(
        "deals.csv",
        "Deal ID,Owner,Sales Rep Code,Stage,Amount,Close Date\n1,Eve,R100,Won,500,2026-01-31\n2,Eve,R200,Lost,700,2026-02-28\n\
         3,Eve,R300,Won,500,2026-01-31\n4,Eve,R400,Lost,700,2026-02-28\n",
    );
    let alone = guess(std::slice::from_ref(&deals)).remove(0);
    let together = guess(&[reps, deals]).remove(1);
    assert_eq!((alone.column_of(Field::Rep), together.column_of(Field::Rep)), (Some(1), Some(2)));
}

#[test]
fn forecast_categories_are_understood_and_nothing_else_is_taken_for_one() {
    let rows = |cells: [&str; 3]| {
        let row = |(id, cell): (usize, &str)| format!("{id},Ann,Proposal,{id}00,2026-05-0{},{cell}\n", id + 1);
        cells.into_iter().enumerate().map(row).collect::<String>()
    };
    let with = |header: &str, cells: [&str; 3], meaning: &str| {
        check(
            "deals.csv",
            &format!("Opportunity ID,Owner,Stage,Amount,Close Date,{header}\n{}", rows(cells)),
            Kind::Deals,
            &format!("Opportunity_ID=id Owner=rep Stage=stage Amount=amount Close_Date=closed {meaning}"),
        );
    };
    let of = |header: &str, cells| with(header, cells, &format!("{}=forecast_category", header.replace(' ', "_")));
    of("Forecast Category", ["Omitted", "Best Case", "Commit"]); // Salesforce
    of("ForecastCategoryName", ["Pipeline", "Most Likely", "Closed"]);
    of("ForecastCategory", ["Forecast", "BestCase", "Omitted"]);
    of("Forecast category", ["Not forecasted", "Best case", "Closed won"]); // HubSpot
    of("hs_manual_forecast_category", ["OMIT", "BEST_CASE", "COMMIT"]);
    of("Forecast", ["Committed", "Upside", "Pipeline"]);
    of("Kategoria prognozy", ["Pominięte", "Najlepszy przypadek", "Zobowiązanie"]);
    of("Prognosekategorie", ["Ausgelassen", "Bester Fall", "Zugesagt"]);
    of("Catégorie de prévision", ["Omis", "Meilleur cas", "Engagement"]);
    of("Categoría de pronóstico", ["Omitido", "Mejor caso", "Compromiso"]);
    of("Categoria de previsão", ["Omitido", "Melhor caso", "Compromisso"]);
    of("Forecast Category", ["Commit", "Best Case", "Gut feel"]); // one word that nobody knows
    // By its header it would be one; its cells say something else.
    with("Forecast Category", ["Red", "Amber", "Green"], "");
    with("Forecast", ["120", "80", "95"], "");
    with("Category", ["Hardware", "Software", "Services"], "Category~product Category~segment");
}
