//! Names a file by its content.

use super::Container;
use super::compound::Compound;
use super::zip::{Package, is_archive};
use crate::data::grid::Format;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// First bytes that are looked at.
pub(super) const N_START: usize = 4_096;

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Beginnings of files that are no tables. Those whose beginning could be text have a zero byte or a sign of control.
const BEGINNINGS: [(&[u8], &str); 26] = [
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1F\x8B", "GZIP"),
    (b"BZh91AY&SY", "BZIP2"),
    (b"\xFD7zXZ\0", "XZ"),
    (b"\x28\xB5\x2F\xFD", "Zstandard"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1\x15", "Parquet"),
    (b"PAR1\0", "Parquet"),
    (b"ARROW1\0\0", "Arrow"),
    (b"Obj\x01", "Avro"),
    (b"ORC\x08", "ORC"),
    (b"\x89HDF\r\n", "HDF5"),
    (b"{\\rtf", "RTF"),
    (b"\x7FELF", "ELF"),
    (b"\0\x01\0\0Standard Jet DB", "Access"),
    (b"\0\x01\0\0Standard ACE DB", "Access"),
    (b"$FL2@(#)", "SPSS"),
    (b"PK\x07\x08", "ZIP in parts"),
];

/// Beginnings of old spreadsheets that stand in no compound file.
const OLD_WORKBOOKS: [&[u8]; 5] =
    [b"\x09\0\x04\0\x02\0", b"\x09\0\x04\0\x07\0", b"\x09\x02\x06\0\0", b"\x09\x04\x06\0\0", b"\x09\x08\x08\0\0\x05"];

/// Whether the file is an archive or a compound file.
pub(super) fn is_packed(start: &[u8]) -> bool {
    is_archive(start) || start.starts_with(COMPOUND)
}

/// Refuses what is known and no table.
///
/// # Errors
/// [`ReadError::NotATable`] with its name.
pub(super) fn check(start: &[u8]) -> Result<(), ReadError> {
    let name = BEGINNINGS.iter().find(|(beginning, _)| start.starts_with(beginning)).map(|(_, name)| *name);
    let name =
        name.or_else(|| OLD_WORKBOOKS.iter().any(|beginning| start.starts_with(beginning)).then_some("XLS (Excel 4)"));
    let name = name.or_else(|| (start.get(257..262) == Some(b"ustar")).then_some("TAR"));
    let name = name.or_else(|| (start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP")).then_some("WebP"));
    name.or_else(|| markup_name(start)).map_or(Ok(()), |name| Err(ReadError::NotATable { looks_like: name.into() }))
}

/// What a text is that begins with a tag: spreadsheets are often pages of a browser under another name.
fn markup_name(start: &[u8]) -> Option<&'static str> {
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    if text.first() != Some(&b'<') {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let has = |word: &[u8]| memchr::memmem::find(&text, word).is_some();
    let begins = |word: &[u8]| text.starts_with(word);
    if begins(b"<html")
        || begins(b"<!doctype html")
        || begins(b"<table")
        || (begins(b"<!--") && has(b"<html"))
        || begins(b"<meta")
    {
        Some("HTML")
    } else if begins(b"<?xml") || begins(b"<!doctype") {
        Some(match () {
            () if has(b"excel.sheet") || has(b"urn:schemas-microsoft-com:office:spreadsheet") => "XML Spreadsheet 2003",
            () if has(b"opendocument.spreadsheet") => "FODS",
            () if has(b"<html") => "HTML",
            () if has(b"<svg") => "SVG",
            () => "XML",
        })
    } else {
        None
    }
}

/// What an archive or a compound file is.
///
/// # Errors
/// [`ReadError::NotATable`], [`ReadError::Encrypted`], and what [`Package::open`] says.
pub(super) fn of(bytes: &[u8], limits: &Limits) -> Result<Container, ReadError> {
    if bytes.starts_with(COMPOUND) { of_compound(bytes) } else { of_package(&Package::open(bytes, limits)?) }
}

fn of_compound(bytes: &[u8]) -> Result<Container, ReadError> {
    let file = Compound::open(bytes).ok_or_else(|| ReadError::Damaged { what: "the directory of the file".into() })?;
    if file.has("EncryptedPackage") || file.has("EncryptionInfo") {
        return Err(ReadError::Encrypted);
    }
    if file.has("Workbook") || file.has("Book") {
        return Ok(Container::Workbook(Format::Xls));
    }
    let names = [
        ("WordDocument", "DOC"),
        ("PowerPoint Document", "PPT"),
        ("__properties_version1.0", "MSG"),
        ("VisioDocument", "VSD"),
        ("Contents", "Works"),
    ];
    let name = names.iter().find(|(stream, _)| file.has(stream)).map_or("OLE2", |(_, name)| *name);
    Err(ReadError::NotATable { looks_like: name.into() })
}

fn of_package(package: &Package) -> Result<Container, ReadError> {
    let begins = |folder: &str| package.entries.iter().any(|entry| entry.name.starts_with(folder));
    let has = |name: &str| package.find(name).is_some();
    if let Some(entry) = package.find("mimetype").filter(|entry| entry.n_bytes < 256) {
        let kind = String::from_utf8_lossy(&package.whole(entry)?).trim().to_owned();
        let kind = kind.strip_prefix("application/").unwrap_or(&kind).to_owned();
        if kind.starts_with("vnd.oasis.opendocument.spreadsheet") {
            return Ok(Container::Workbook(Format::Ods));
        }
        let names = [("text", "ODT"), ("presentation", "ODP"), ("graphics", "ODG"), ("base", "ODB"), ("chart", "ODC")];
        let kind = kind.strip_prefix("vnd.oasis.opendocument.").unwrap_or(&kind);
        let name = if kind == "epub+zip" {
            Some("EPUB")
        } else {
            names.iter().find(|(begin, _)| kind.starts_with(begin)).map(|(_, name)| *name)
        };
        if let Some(name) = name {
            return Err(ReadError::NotATable { looks_like: name.into() });
        }
    }
    if let Some(entry) = package.find("[Content_Types].xml").filter(|entry| entry.n_bytes < 4 << 20) {
        let types = package.whole(entry)?;
        let has_type = |kind: &str| memchr::memmem::find(&types, kind.as_bytes()).is_some();
        // SheetJS states that kind for parts of binary workbooks in every workbook it writes, with or without such parts.
        if has_type("ms-excel.sheet.binary") && !has("xl/workbook.xml") {
            return Ok(Container::Workbook(Format::Xlsb));
        }
        if has_type("ms-excel.sheet.macro") || has_type("ms-excel.template.macro") || has_type("ms-excel.addin.macro") {
            return Ok(Container::Workbook(Format::Xlsm));
        }
        if has_type("spreadsheetml.sheet.main") || has_type("spreadsheetml.template.main") {
            return Ok(Container::Workbook(Format::Xlsx));
        }
    }
    if has("xl/workbook.xml") {
        return Ok(Container::Workbook(if has("xl/vbaProject.bin") { Format::Xlsm } else { Format::Xlsx }));
    }
    if has("xl/workbook.bin") {
        return Ok(Container::Workbook(Format::Xlsb));
    }
    let name = match () {
        () if begins("word/") && has("[Content_Types].xml") => "DOCX",
        () if begins("ppt/") && has("[Content_Types].xml") => "PPTX",
        () if begins("visio/") && has("[Content_Types].xml") => "VSDX",
        () if has("Index/Document.iwa") || has("Index.zip") || has("index.apxl") => "Numbers",
        () if has("AndroidManifest.xml") => "APK",
        () if has("META-INF/MANIFEST.MF") => "JAR",
        () if has("doc.kml") => "KMZ",
        () if has("content.xml") && has("META-INF/manifest.xml") => return Ok(Container::Workbook(Format::Ods)),
        () => return Ok(Container::Archive),
    };
    Err(ReadError::NotATable { looks_like: name.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(start: &[u8]) -> Option<String> {
        check(start)
            .err()
            .map(|error| if let ReadError::NotATable { looks_like } = error { looks_like } else { error.to_string() })
    }

    #[test]
    fn files_are_named_by_their_beginning() {
        assert_eq!(name(b"%PDF-1.7").as_deref(), Some("PDF"));
        assert_eq!(name(b"\x1F\x8B\x08").as_deref(), Some("GZIP"));
        assert_eq!(name(b"\xEF\xBB\xBF <HTML xmlns:x=\"excel\">").as_deref(), Some("HTML"));
        assert_eq!(
            name(b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>").as_deref(),
            Some("XML Spreadsheet 2003")
        );
        assert_eq!(name(b"<?xml version=\"1.0\"?><a/>").as_deref(), Some("XML"));
        assert_eq!(name(b"<name>;<amount>\n"), None);
        assert_eq!(name(b"BZh,a,b\n"), None);
        assert_eq!(name(b"PAR1,PAR2\n"), None);
        assert_eq!(name(b"id,name\n1,a\n"), None);
    }
}
