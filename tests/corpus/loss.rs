//! Nothing is lost: every physical row of every file of the corpus is a row of a table or a listed layout row, and every
//! row of a table is a record or set aside with a reason.

use attain::data::{Choices, Limits, Severity, guess, import, read_all, sheets};

use super::corpus;

#[test]
fn every_row_of_every_file_is_accounted_for() {
    let Some(corpus) = corpus() else { return };
    let (mut n_read, mut wrong, mut refused) = (0, Vec::new(), Vec::new());
    for folder in std::fs::read_dir(corpus).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            let name = file.file_name().to_string_lossy().into_owned();
            let bytes = std::fs::read(file.path()).unwrap();
            let tables = match read_all(&name, &bytes, Limits::default()) {
                Ok(tables) => tables,
                Err(error) => {
                    refused.push(format!("{name}: {error}"));
                    continue;
                }
            };
            n_read += 1;
            // Rows of the file are rows of its tables.
            for sheet in
                sheets(&mut attain::data::Bytes::new(&name, &bytes), &Choices::new(), &Limits::default()).unwrap()
            {
                let of_sheet: Vec<_> = tables.iter().filter(|table| table.place.sheet == sheet.name).collect();
                if of_sheet.iter().any(|table| !table.unpivoted.is_empty()) {
                    continue; // one row became several
                }
                let mut lines: Vec<u32> = Vec::new();
                for table in &of_sheet {
                    lines.extend(&table.lines);
                    lines.extend(table.layout_rows.iter().map(|row| row.line));
                    lines.extend(table.set_aside.iter().map(|(issue, _)| issue.row as u32));
                }
                lines.sort_unstable();
                let n_listed = lines.len();
                lines.dedup();
                if lines != sheet.grid.lines {
                    wrong.push(format!(
                        "{name} {}: {} of {} lines are listed",
                        sheet.name,
                        lines.len(),
                        sheet.grid.lines.len()
                    ));
                }
                if of_sheet.len() == 1 && n_listed != lines.len() {
                    wrong.push(format!("{name} {}: {} lines are listed twice", sheet.name, n_listed - lines.len()));
                }
            }
            // Rows of tables are records, or set aside with a reason.
            let result = import(&tables, &guess(&tables));
            for count in &result.files {
                if count.n_rows != count.n_records + count.n_set_aside + count.n_layout {
                    wrong.push(format!("{name}: {count:?}"));
                }
            }
            let n_aside: usize = result.files.iter().map(|file| file.n_set_aside).sum();
            if 0 < n_aside && !result.issues.iter().any(|issue| issue.severity == Severity::SetAside) {
                wrong.push(format!("{name}: {n_aside} rows are set aside without a reason"));
            }
        }
    }
    println!("{n_read} files read; refused:\n{}", refused.join("\n"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(130 < n_read, "only {n_read} files could be read");
}
