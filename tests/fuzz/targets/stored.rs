//! Bytes as a stored dataset, any or those of a text file with some changed: damage is told, and what is read is written
//! again as it was.
#![no_main]

use attain::data::{Table, decode, encode, guess, import_bytes, read_all};
use attain_fuzz::{limits, memory, wrap};
use libfuzzer_sys::fuzz_target;

fn import_text(text: &[u8], base: &[u8]) -> Vec<u8> {
    let tables: Vec<Table> = read_all("a.csv", text, limits()).unwrap_or_default();
    import_bytes(base, &tables, &guess(&tables)).1
}

fuzz_target!(|bytes: &[u8]| {
    memory::allow(800 << 20);
    let [changes, text] = wrap::parts(bytes);
    let mut stored = import_text(text, &[]);
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
        assert!(decode(&import_text(b"Deal,Rep,Amount,Stage\n1,Ann,5,Won\n", stored)).is_ok());
    }
});
