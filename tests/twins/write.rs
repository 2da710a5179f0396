//! Writes a model in a dialect.

use attain::engine::units::Decimal;
use chrono::{Datelike, NaiveDate};

use super::dialect::Dialect;
use super::model::{Model, Sort, Value};
use super::pack;
use super::words::{DAYS, LONG_MONTHS, MONTHS, TOTALS, stage, translated};

/// A twin: its bytes, and what is to be found in it.
pub(crate) struct Twin {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// The line the header begins on; 0 if there is none.
    pub(crate) header_row: u64,
    /// The encoding it was written in, if it is text.
    pub(crate) encoding: &'static str,
    /// By column: how its numbers and days are written.
    pub(crate) written: Vec<Vec<String>>,
}

#[derive(Clone, Debug)]
enum Cell {
    Text(String),
    Number(Decimal, String),
    Day(NaiveDate, String),
}

impl Cell {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(_, text) | Self::Day(_, text) => text,
        }
    }
}

pub(crate) fn number(number: Decimal, dialect: &Dialect, is_money: bool, scale: u32) -> String {
    let (decimal, thousands) = dialect.numbers;
    let plain = format!("{:.*}", scale.max(number.normalize().scale()) as usize, number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    for (place, figure) in whole.chars().enumerate() {
        if place != 0 && (whole.len() - place).is_multiple_of(3) {
            text.push_str(thousands);
        }
        text.push(figure);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    let money = match (dialect.currency.split_once(' '), is_money) {
        (Some(("$" | "-$", _)), true) => format!("${text}"),
        (Some((sign, "behind")), true) => format!("{text}\u{a0}{sign}"),
        (Some(("£", _)), true) => format!("£{text}"),
        (Some((sign, "before")), true) => format!("{sign} {text}"),
        (Some((sign, _)), true) => format!("{text} {sign}"),
        _ => text,
    };
    match dialect.negative {
        _ if Decimal::ZERO <= number => money,
        _ if dialect.currency == "-$ before" => money.replacen('$', "$-", 1),
        "brackets" => format!("({money})"),
        "minus behind" => format!("{money}-"),
        "long minus" => format!("−{money}"),
        _ => format!("-{money}"),
    }
}

pub(crate) fn day(day: NaiveDate, dialect: &Dialect) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let short = MONTHS[dialect.language][m as usize - 1];
    let long = LONG_MONTHS[dialect.language][m as usize - 1];
    let date = match dialect.dates {
        "d/m/Y" => format!("{d:02}/{m:02}/{y}"),
        "m/d/Y" => format!("{m}/{d}/{y}"),
        "d.m.Y" => format!("{d:02}.{m:02}.{y}"),
        "j.n.Y" => format!("{d}.{m}.{y}"),
        "Y/m/d" => format!("{y}/{m:02}/{d:02}"),
        "d-b-Y" => format!("{d:02}-{}-{y}", short.trim_end_matches('.')),
        "b d, Y" => format!("{short} {d}, {y}"),
        "d B Y" => match dialect.language {
            2 => format!("{d}. {long} {y}"),
            4 | 5 => format!("{d} de {long} de {y}"),
            _ => format!("{d} {long} {y}"),
        },
        "weekday, d B Y" => {
            let weekday = DAYS[dialect.language][day.weekday().num_days_from_monday() as usize];
            match dialect.language {
                0 => format!("{weekday}, {long} {d}, {y}"),
                3 => format!("{weekday} {d} {long} {y}"),
                4 | 5 => format!("{weekday}, {d} de {long} de {y}"),
                _ => format!("{weekday}, {d} {long} {y}"),
            }
        }
        "d/m/y" => format!("{d:02}/{m:02}/{:02}", y % 100),
        "m/d/y" => format!("{m}/{d}/{:02}", y % 100),
        "d.m.y" => format!("{d:02}.{m:02}.{:02}", y % 100),
        "d-m-Y" => format!("{d:02}-{m:02}-{y}"),
        "m-d-Y" => format!("{m:02}-{d:02}-{y}"),
        "Y.m.d" => format!("{y}.{m:02}.{d:02}"),
        "Ymd" => return format!("{y}{m:02}{d:02}"),
        "d-B-y" => format!("{d:02}-{}-{:02}", short.trim_end_matches('.').to_uppercase(), y % 100),
        "d. b Y" => format!("{d}. {short} {y}"),
        "D d b Y" => {
            let weekday = DAYS[dialect.language][day.weekday().num_days_from_monday() as usize];
            format!("{} {d:02} {short} {y}", weekday.chars().take(3).collect::<String>())
        }
        "serial" => return serial(day).to_string(),
        _ => format!("{y}-{m:02}-{d:02}"),
    };
    let time = if dialect.dates != "Y-m-d" && dialect.time.starts_with('T') { " 10:00" } else { dialect.time };
    date + time
}

pub(crate) fn serial(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days()
}

/// Whether a header speaks of money.
pub(crate) fn is_money(header: &str) -> bool {
    let header = header.to_lowercase();
    [
        "sales", "amount", "value", "cost", "profit", "price", "freight", "balance", "revenue", "target", "montant",
        "column 4",
    ]
    .iter()
    .any(|word| header.contains(word))
}

/// Columns of shares of one.
fn is_share(header: &str) -> bool {
    matches!(header, "Discount" | "discount" | "Taux TVA")
}

/// Columns whose numbers may be in thousands.
pub(crate) fn is_scaled(header: &str) -> bool {
    is_money(header) && !header.to_lowercase().contains("price")
}

pub(crate) fn twin(model: &Model, dialect: &Dialect) -> Twin {
    let n = model.headers.len();
    let is_scaled = |column: usize| {
        dialect.units == "header" && model.sorts[column] == Sort::Number && is_scaled(&model.headers[column])
            || dialect.units == "title" && model.sorts[column] == Sort::Number && is_scaled(&model.headers[column])
    };
    let scales: Vec<u32> = (0..n)
        .map(|column| {
            let of =
                |row: &Vec<Value>| if let Value::Number(number) = row[column] { number.normalize().scale() } else { 0 };
            model.rows.iter().map(of).max().unwrap_or(0)
        })
        .collect();
    let cell = |column: usize, value: &Value| match value {
        Value::Empty => Cell::Text(dialect.empty.to_owned()),
        Value::Text(text) if dialect.stages == "translated" => Cell::Text(stage(text, dialect.language)),
        Value::Text(text) => Cell::Text(text.clone()),
        Value::Number(share) if dialect.percent != "same" && is_share(&model.headers[column]) => {
            let sign = dialect.percent;
            let text = number(*share * Decimal::from(100), dialect, false, scales[column].saturating_sub(2));
            Cell::Number(*share, text + sign)
        }
        Value::Number(amount) => {
            let amount = if is_scaled(column) { *amount / Decimal::from(1000) } else { *amount };
            let scale = if is_scaled(column) { scales[column] + 3 } else { scales[column] };
            Cell::Number(amount, number(amount, dialect, is_money(&model.headers[column]), scale))
        }
        Value::Day(date) => Cell::Day(*date, day(*date, dialect)),
    };
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    let text = |text: &str| Cell::Text(text.to_owned());
    let title = if dialect.units == "title" { "Sales report (amounts in thousands)" } else { "Sales report" };
    match dialect.above {
        "" if dialect.units == "title" => lines.push(vec![text(title)]),
        "" => {}
        "title" => lines.push(vec![text(title)]),
        "title, blank" => lines.extend([vec![text(title)], vec![]]),
        "list" => lines.extend([
            vec![text(title)],
            vec![text("Period:"), text("2024")],
            vec![text("Owner:"), text("All")],
            vec![],
        ]),
        _ => lines.extend([vec![text(title)], vec![text("Generated on 2026-01-05 by CRM")], vec![]]),
    }
    let mut header_row = lines.len() as u64 + 1;
    let name = |column: usize| {
        let header = &model.headers[column];
        let name = match dialect.header {
            "translated" => translated(header, dialect.language),
            "capitals" => header.to_uppercase().replace(['_', ' '], " "),
            _ => header.clone(),
        };
        if dialect.units == "header" && is_scaled(column) { format!("{name} (k)") } else { name }
    };
    let names: Vec<Cell> = (0..n).map(|column| Cell::Text(name(column))).collect();
    match dialect.header {
        "none" => header_row = 0,
        "two rows" => {
            let upper = (0..n).map(|column| match column * 3 / n {
                _ if 0 < column && column * 3 / n == (column - 1) * 3 / n => text(""),
                0 => text("Record"),
                1 => text("Details"),
                _ => text("Figures"),
            });
            lines.push(upper.collect());
            lines.push(names);
        }
        _ => lines.push(names),
    }
    let header_cells = lines.last().cloned().filter(|_| !matches!(dialect.header, "none" | "two rows"));
    let n_rows = model.rows.len();
    for (index, row) in model.rows.iter().enumerate() {
        let is_gap = 0 < index && index.is_multiple_of(n_rows / 3 + 1);
        match dialect.gaps {
            "rows" if is_gap => lines.push(vec![]),
            "rows of delimiters" if is_gap => lines.push(vec![text(""); n]),
            _ => {}
        }
        if dialect.lines == "header again" && is_gap {
            lines.extend(header_cells.clone());
        }
        lines.push(row.iter().enumerate().map(|(column, value)| cell(column, value)).collect());
    }
    let total = || -> Vec<Cell> {
        let mut row: Vec<Cell> = (0..n)
            .map(|column| match model.sorts[column] {
                Sort::Number => cell(column, &Value::Number(model.sum(column))),
                _ => text(""),
            })
            .collect();
        if model.sorts.first() != Some(&Sort::Number) {
            row[0] = text(TOTALS[dialect.language]);
        }
        row
    };
    let has_total = model.sorts.first() != Some(&Sort::Number) && model.sorts.contains(&Sort::Number);
    match dialect.below {
        "total" if has_total => lines.push(total()),
        "total, note" if has_total => {
            lines.extend([total(), vec![], vec![text("Source: CRM, all figures as of today")]])
        }
        "rule, total" if has_total => lines.extend([vec![text("-----"); n], total()]),
        "note" | "total, note" => lines.extend([vec![], vec![text("Source: CRM, all figures as of today")]]),
        _ => {}
    }
    let place = match dialect.gaps {
        "first column" => Some(0),
        "middle column" => Some(n.div_ceil(2)),
        _ => None,
    };
    if let Some(place) = place {
        for line in lines.iter_mut().filter(|line| place <= line.len() && !line.is_empty()) {
            line.insert(place, text(""));
        }
    }
    let written = (0..n)
        .map(|column| model.rows.iter().map(|row| cell(column, &row[column]).text().to_owned()).collect())
        .collect();
    let is_text = !dialect.container.starts_with("xlsx") && dialect.container != "ods";
    if is_text && dialect.lines == "stated delimiter" && header_row != 0 {
        header_row += 1;
    }
    let (name, bytes, encoding) = packed(&lines, dialect);
    Twin { name, bytes, header_row, encoding, written }
}

fn packed(lines: &[Vec<Cell>], dialect: &Dialect) -> (String, Vec<u8>, &'static str) {
    if let Some(rest) = dialect.container.strip_prefix("xlsx") {
        return ("twin.xlsx".into(), book(lines, rest.is_empty()), "");
    }
    if dialect.container == "ods" {
        return ("twin.ods".into(), open_book(lines), "");
    }
    let (bytes, encoding) = encoded(&joined(lines, dialect), dialect.encoding);
    match dialect.container {
        "zip" => ("twin.zip".into(), pack::zip(&[("export.csv", &bytes)]), encoding),
        "text called xls" => ("twin.xls".into(), bytes, encoding),
        _ => ("twin.csv".into(), bytes, encoding),
    }
}

fn joined(lines: &[Vec<Cell>], dialect: &Dialect) -> String {
    let mut text = String::new();
    if dialect.lines == "stated delimiter" && dialect.header != "none" {
        text += &format!("sep={}{}", char::from(dialect.delimiter), dialect.ends);
    }
    let mut n_full = 0;
    for line in lines {
        if !line.is_empty() {
            let mut writer = csv::WriterBuilder::new()
                .delimiter(dialect.delimiter)
                .quote_style(if dialect.quotes == "all" { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
                .from_writer(Vec::new());
            writer.write_record(line.iter().map(Cell::text)).unwrap();
            text.push_str(std::str::from_utf8(&writer.into_inner().unwrap()).unwrap().trim_end_matches('\n'));
            n_full += usize::from(2 < line.len());
            match dialect.lines {
                "delimiter behind" => text.push(char::from(dialect.delimiter)),
                "delimiter behind rows" if 1 < n_full => text.push(char::from(dialect.delimiter)),
                "blanks" if dialect.quotes == "minimal" && dialect.delimiter != b'\t' => text.push(' '),
                _ => {}
            }
        }
        text.push_str(dialect.ends);
    }
    text
}

/// The text in that encoding, or in UTF-8 where letters of it are missing there.
pub(crate) fn encoded(text: &str, encoding: &'static str) -> (Vec<u8>, &'static str) {
    let units = |mark: bool| mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    let table = |table: &'static [char; 128]| -> Option<Vec<u8>> {
        let byte = |char: char| match char {
            '\0'..='\x7F' => Some(char as u8),
            _ => table.iter().position(|other| *other == char).map(|place| place as u8 + 128),
        };
        text.chars().map(byte).collect()
    };
    let of = |encoding: &'static encoding_rs::Encoding| {
        let (bytes, _, is_bad) = encoding.encode(text);
        (!is_bad).then(|| bytes.into_owned())
    };
    use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850, DECODING_TABLE_CP852};
    let bytes = match encoding {
        "utf-8-bom" => Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        "utf-16le" => Some(units(false).flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => Some(units(false).flat_map(u16::to_be_bytes).collect()),
        "utf-16le-bom" => Some(units(true).flat_map(u16::to_le_bytes).collect()),
        "utf-16be-bom" => Some(units(true).flat_map(u16::to_be_bytes).collect()),
        "windows-1252" => of(encoding_rs::WINDOWS_1252),
        "windows-1250" => of(encoding_rs::WINDOWS_1250),
        "iso-8859-2" => of(encoding_rs::ISO_8859_2),
        "iso-8859-1" => text.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect(),
        "ibm437" => table(&DECODING_TABLE_CP437),
        "ibm850" => table(&DECODING_TABLE_CP850),
        "ibm852" => table(&DECODING_TABLE_CP852),
        _ => None,
    };
    match bytes {
        Some(bytes) if bytes == text.as_bytes() => (bytes, "utf-8"),
        Some(bytes) => (bytes, encoding),
        None => (text.as_bytes().to_vec(), "utf-8"),
    }
}

fn book(lines: &[Vec<Cell>], is_typed: bool) -> Vec<u8> {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut data = String::from("<sheetData>");
    for (row, line) in lines.iter().enumerate() {
        data += &format!("<row r=\"{}\">", row + 1);
        for (column, cell) in line.iter().enumerate() {
            let place = format!("{}{}", letters(column), row + 1);
            data += &match cell {
                Cell::Text(text) if text.is_empty() => continue,
                Cell::Number(number, _) if is_typed => format!("<c r=\"{place}\"><v>{}</v></c>", number.normalize()),
                Cell::Day(day, _) if is_typed => format!("<c r=\"{place}\" s=\"1\"><v>{}</v></c>", serial(*day)),
                cell => format!(
                    "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(cell.text())
                ),
            };
        }
        data += "</row>";
    }
    data += "</sheetData>";
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    pack::xlsx(&[("Sheet1", "visible", &data)], "<sst/>", styles, "")
}

fn open_book(lines: &[Vec<Cell>]) -> Vec<u8> {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let cell = |cell: &Cell| match cell {
        Cell::Number(number, text) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{}\"><text:p>{}</text:p></table:table-cell>",
            number.normalize(),
            escaped(text)
        ),
        Cell::Day(day, text) => format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
        Cell::Text(text) if text.is_empty() => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
    };
    let row =
        |line: &Vec<Cell>| format!("<table:table-row>{}</table:table-row>", line.iter().map(cell).collect::<String>());
    let rows: String = lines.iter().map(row).collect();
    pack::ods(&format!("<table:table table:name=\"T\">{rows}</table:table>"))
}

fn letters(column: usize) -> String {
    let letter = |place: usize| char::from(b'A' + place as u8).to_string();
    if column < 26 { letter(column) } else { letter(column / 26 - 1) + &letter(column % 26) }
}
