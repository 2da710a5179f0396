//! Bytes as a stored dataset, any or those of a text file with some changed: damage is told, and what is read is written
//! again as it was.
#![no_main]

use std::sync::LazyLock;

use attain::data::{Mapping, Table, decode, encode, guess, import_bytes, read_all};
use attain_fuzz::{limits, memory, wrap};
use libfuzzer_sys::fuzz_target;

type Mapped = (Vec<Table>, Vec<Mapping>);

/// What is put beside the stored records.
static BESIDE: LazyLock<Mapped> = LazyLock::new(|| mapped(b"Deal,Rep,Amount,Stage\n1,Ann,5,Won\n"));

fn mapped(text: &[u8]) -> Mapped {
    let tables = read_all("a.csv", text, limits()).unwrap_or_default();
    let mappings = guess(&tables);
    (tables, mappings)
}

fuzz_target!(|bytes: &[u8]| {
    memory::allow(800 << 20);
    let [changes, text] = wrap::parts(bytes);
    let (tables, mappings) = mapped(text);
    let mut stored = import_bytes(&[], &tables, &mappings).1.whole();
    assert!(decode(&stored).is_ok_and(|dataset| encode(&dataset) == stored));
    for change in changes.as_chunks::<3>().0 {
        let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % stored.len();
        stored[place] = change[2];
    }
    for stored in [bytes, &stored] {
        if let Ok(dataset) = decode(stored) {
            assert!(decode(&encode(&dataset)).is_ok_and(|again| encode(&again) == encode(&dataset)));
        }
        // As what stands beside records that are new.
        assert!(decode(&import_bytes(stored, &BESIDE.0, &BESIDE.1).1.whole()).is_ok());
    }
});
