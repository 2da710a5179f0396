//! An archive of up to eight files of any names, flags, methods and stated sizes, some of them archives or workbooks.
#![no_main]

#[path = "../../workbook/pack.rs"]
mod pack;

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits, wrap};
use libfuzzer_sys::fuzz_target;
use pack::{Entry, sheet, zip_of};

fuzz_target!(|bytes: &[u8]| {
    let parts: [&[u8]; 8] = wrap::parts(bytes);
    let mut entries = Vec::new();
    for part in parts {
        let Some((head, rest)) = part.split_first_chunk::<4>() else { continue };
        let (name, content) = rest.split_at(usize::from(head[0] % 32).min(rest.len()));
        let name = String::from_utf8_lossy(name).into_owned();
        let inner = match head[1] % 8 {
            0 => wrap::stored(&[(&name, content), ("b.csv", content)]),
            1 => sheet(&String::from_utf8_lossy(content)),
            2 => wrap::stored(&[("c.zip", &wrap::stored(&[("d.csv", content)]))]),
            _ => content.to_vec(),
        };
        entries.push(Entry {
            name,
            bytes: inner,
            flags: [0, 0x800, 1, 8, 0, 0x800, 0, 0][usize::from(head[2] % 8)],
            method: [8, 0, 8, 0, 8, 0, 9, 12][usize::from(head[2] / 8 % 8)],
            stated: (head[3] != 0).then(|| u32::from(head[3]) << (head[3] % 25)),
        });
    }
    check(&mut Bytes::new("fuzz.zip", &zip_of(&entries)), &Choices::new(), &limits());
});
