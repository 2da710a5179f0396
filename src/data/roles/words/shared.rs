//! Header words that mean the same in tables of every kind.

use super::Words;
use crate::data::roles::Field;

#[rustfmt::skip] // one line a language reads better
pub(super) const fn words(field: Field) -> Words {
    match field {
        Field::Region => &[
            &["region", "territory", "sales territory", "regional office", "region name", "sales region", "territory name", "office", "country", "office location", "billing country", "country region", "sales territory key", "territory id", "area", "state", "location", "market", "ship country", "sales office", "state province", "billing state", "district", "branch", "city"],
            &["region", "rejon", "terytorium", "obszar", "oddzial", "wojewodztwo", "kraj", "makroregion", "biuro", "miasto"],
            &["region", "gebiet", "vertriebsgebiet", "verkaufsgebiet", "niederlassung", "land", "bundesland", "standort", "verkaufsburo", "bezirk", "stadt", "ort"],
            &["region", "territoire", "secteur geographique", "zone", "agence", "pays", "departement", "wilaya", "bureau", "ville"],
            &["region", "territorio", "zona", "pais", "provincia", "oficina", "delegacion", "ciudad"],
            &["regiao", "territorio", "pais", "estado", "uf", "filial", "escritorio", "cidade"],
            &["vkbur", "bzirk"],
        ],
        Field::Segment => &[
            &["segment", "customer segment", "account segment", "market segment", "tier", "deal size", "company size", "customer type", "size"],
            &["segment", "segment klienta", "wielkosc", "klasa klienta", "grupa klientow"],
            &["segment", "kundensegment", "kundengruppe", "kundenklasse", "grossenklasse"],
            &["segment", "segment client", "taille"],
            &["segmento", "segmento cliente", "tamano"],
            &["segmento", "segmento cliente", "porte", "tamanho"],
        ],
        _ => &[],
    }
}
