//! A text file and any mapping of it: kinds, fields, factors and corrections as a user may set them, or a file of
//! mappings as it stands (behind `FF FF`).
#![no_main]

use attain::data::{
    Bytes, Choices, DateOrder, DecimalMark, Epoch, Field, Fix, Kind, Mapping, Table, ValueKind, guess, import_onto,
    mappings_from_json, mappings_to_json, read,
};
use attain_fuzz::{check_tables, limits, wrap};
use libfuzzer_sys::fuzz_target;

const POINT: DecimalMark = DecimalMark::Point;
const KINDS: [ValueKind; 12] = [
    ValueKind::Empty,
    ValueKind::Text,
    ValueKind::Number { decimal: POINT },
    ValueKind::Number { decimal: DecimalMark::Comma },
    ValueKind::Date { order: DateOrder::YearFirst, certain: true },
    ValueKind::Date { order: DateOrder::DayFirst, certain: false },
    ValueKind::Date { order: DateOrder::MonthFirst, certain: true },
    ValueKind::Bool,
    ValueKind::Serial { epoch: Epoch::Excel1900 },
    ValueKind::Serial { epoch: Epoch::Excel1904 },
    ValueKind::Serial { epoch: Epoch::UnixSeconds },
    ValueKind::Serial { epoch: Epoch::UnixMilliseconds },
];

fuzz_target!(|bytes: &[u8]| {
    let [said, text, json] = wrap::texts(bytes);
    let Ok(found) = read(&mut Bytes::new("fuzz.csv", text), &Choices::new(), &limits()) else { return };
    let guessed = guess(&found.tables);
    let mut bytes = said.iter().copied();
    let mut mappings: Vec<Mapping> =
        found.tables.iter().zip(guessed).map(|(table, guessed)| mapped(table, guessed, &mut bytes)).collect();
    if let Ok(read) = mappings_from_json(&String::from_utf8_lossy(json)) {
        let again = mappings_from_json(&mappings_to_json(&read));
        assert_eq!(again.as_ref(), Ok(&read));
        mappings.splice(0..0, read.into_iter().map(|mapping| Mapping { file: "fuzz.csv".into(), ..mapping }));
    }
    check_tables(&found.tables, &mappings);
    // What is imported twice is there once.
    let once = import_onto(Default::default(), &found.tables, &mappings);
    let twice = import_onto(once.dataset.clone(), &found.tables, &mappings);
    assert_eq!(once.files, twice.files);
});

/// The mapping as the bytes have it changed.
fn mapped(table: &Table, guessed: Mapping, bytes: &mut impl Iterator<Item = u8>) -> Mapping {
    let n = table.columns.len().max(1);
    let mut mapping = guessed;
    while let Some(what) = bytes.next() {
        let [a, b] = [(); 2].map(|()| usize::from(bytes.next().unwrap_or(0)));
        let header = table.columns.get(a % n).map(|column| column.header.clone()).unwrap_or_default();
        let cell = |row: usize| table.columns.get(a % n).map(|column| column.cell(row).to_owned()).unwrap_or_default();
        let line = table.lines.get(b % table.lines.len().max(1)).copied().unwrap_or(u32::MAX);
        match what % 10 {
            0 => mapping = mapping.with_kind(table, Kind::ALL[a % Kind::ALL.len()]),
            1 => mapping.kind = Kind::ALL[a % Kind::ALL.len()],
            2 | 3 => {
                let fields: Vec<Field> = Kind::ALL.iter().flat_map(|kind| kind.fields()).copied().collect();
                mapping = mapping.with_field(a % (n + 1), fields.get(b % (fields.len() + 1)).copied());
            }
            4 | 5 => mapping.kinds.push((a % (n + 1), KINDS[b % KINDS.len()])),
            6 => mapping.factors.push((a % (n + 1), if b == 255 { i32::MIN } else { b as i32 - 127 })),
            7 => mapping.fixes.push(Fix::Cell { line, column: header, from: cell(b), to: cell(b / 2) }),
            8 => mapping.fixes.push(Fix::Cells { column: header, from: cell(b), to: format!("{}{}", cell(b / 3), b) }),
            _ => mapping.fixes.push(Fix::Aside { line }),
        }
        if what == u8::MAX {
            break;
        }
    }
    mapping
}
