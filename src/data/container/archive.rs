//! The files in an archive: each that is text or a workbook gives its sheets, one that fails costs no other.

use super::kind;
use super::packed_sheets;
use super::zip::{Entry, Package};
use crate::data::choice::Choices;
use crate::data::grid::{Format, Sheet};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;
use crate::data::source::Bytes;
use crate::data::text;

/// Archives within archives that are opened.
const N_DEEP: usize = 1;

/// The sheets of all files in the archive, named by their paths. Files that cannot be read come without cells and with
/// their failure.
///
/// # Errors
/// Any [`ReadError`], if no file could be read.
pub(super) fn sheets(
    file: &str,
    bytes: &[u8],
    choices: &Choices,
    limits: &Limits,
    depth: usize,
) -> Result<Vec<Sheet>, ReadError> {
    let package = Package::open(bytes, limits)?;
    let entries: Vec<&Entry> = package.entries.iter().filter(|entry| is_meant(&entry.name)).collect();
    let mut all = Vec::new();
    let mut n_cells = limits.n_cells;
    for entry in &entries {
        // What is unpacked counts for the whole archive, and so do cells.
        let left = Limits { n_unpacked_bytes: package.n_left(), n_cells, ..*limits };
        let path = format!("{file} › {}", entry.name);
        let choice = if entries.len() == 1 && !choices.names(&path) { file } else { &path };
        let read = package.whole(entry).and_then(|bytes| {
            let left = Limits { n_unpacked_bytes: package.n_left(), ..left };
            entry_sheets(choice, &bytes, choices, &left, depth)
        });
        match read {
            Ok(sheets) => {
                for mut sheet in sheets {
                    n_cells = n_cells.saturating_sub(sheet.grid.n_rows() * sheet.grid.columns.len());
                    sheet.name = if sheet.name.is_empty() {
                        entry.name.clone()
                    } else {
                        format!("{} › {}", entry.name, sheet.name)
                    };
                    all.push(sheet);
                }
            }
            Err(failure) => {
                all.push(Sheet {
                    name: entry.name.clone(),
                    format: Format::Zip,
                    failure: Some(failure),
                    ..Sheet::default()
                });
            }
        }
        if limits.n_sheets < all.len() {
            let (n_parts, limit) = (all.len().max(entries.len()) as u64, limits.n_sheets as u64);
            let failure = Some(ReadError::TooManyParts { n_parts, limit });
            all.truncate(limits.n_sheets);
            all.push(Sheet { format: Format::Zip, failure, ..Sheet::default() });
            break;
        }
    }
    if all.iter().all(|sheet| sheet.failure.is_some()) {
        let failure = all.first_mut().and_then(|sheet| sheet.failure.take());
        return Err(failure.unwrap_or_else(|| ReadError::NotATable { looks_like: "ZIP".into() }));
    }
    Ok(all)
}

fn entry_sheets(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
    limits: &Limits,
    depth: usize,
) -> Result<Vec<Sheet>, ReadError> {
    let head = bytes.get(..bytes.len().min(kind::N_START)).unwrap_or_default();
    if !kind::is_packed(head) {
        kind::check(head)?;
        let choice = choices.get(name).cloned().unwrap_or_default();
        return Ok(vec![text::read(&mut Bytes::new(name, bytes), &choice, limits)?]);
    }
    if depth == N_DEEP && super::zip::is_archive(head) && kind::of(bytes, limits)? == super::Container::Archive {
        return Err(ReadError::NotATable { looks_like: "ZIP".into() });
    }
    packed_sheets(name, bytes, choices, limits, depth + 1)
}

/// Whether a path is that of a file people put there, and not of one a system adds.
fn is_meant(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_hidden = path.split('/').any(|step| step.starts_with('.') || step == "__MACOSX");
    !(name.is_empty() || is_hidden || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_add_is_passed_over() {
        assert!(is_meant("export/2026/deals.csv"));
        for path in ["export/", "__MACOSX/export/._deals.csv", ".git/config", "a/.DS_Store", "Thumbs.db"] {
            assert!(!is_meant(path), "{path}");
        }
    }
}
