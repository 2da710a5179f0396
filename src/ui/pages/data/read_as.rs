//! How a table was read, in a line, and what can be said about it: the file is then read again.

use yew::prelude::*;

use crate::data::{HeaderChoice, ReadChoice};
use crate::engine::units::Decimal;
use crate::job::ReadAs;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, number, pick};

/// Encodings that exports come in.
const ENCODINGS: [&str; 16] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "iso-8859-2",
    "macintosh",
    "ibm437",
    "ibm850",
    "ibm852",
    "big5",
    "gb18030",
    "shift_jis",
    "euc-kr",
];
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How a number that was chosen, or the place of a text in its list, changes the choice.
type Set = fn(&mut ReadChoice, Option<usize>, &ReadAs);

/// A table and how it was read.
struct Table<'a> {
    app: &'a App,
    name: &'a str,
    read: &'a ReadAs,
}

/// A line with what was found, which opens to what can be changed.
pub(super) fn read_as(app: &App, name: &str, read: &ReadAs) -> Html {
    let table = Table { app, name, read };
    html! {
        <details class="read-as">
            <summary>{ app.tw("read-as", [("found", found(app, read).into())]) }</summary>
            <div class="row">{ for choices(&table) }</div>
        </details>
    }
}

fn choices(table: &Table) -> Vec<Html> {
    let (app, read) = (table.app, table.read);
    let (place, choice) = (&read.place, &read.choice);
    let mut all = Vec::new();
    if !place.encoding.is_empty() {
        let names = ENCODINGS.map(str::to_owned);
        let chosen = choice.encoding.as_ref().and_then(|chosen| names.iter().position(|name| name == chosen));
        all.push(list(table, "read-encoding", place.encoding.clone(), &names, chosen, |choice, at, _| {
            choice.encoding = at.and_then(|at| ENCODINGS.get(at)).map(|name| (*name).to_owned());
        }));
        let names = DELIMITERS.map(|sign| delimiter_name(app, sign));
        let found = place.delimiter.map(|sign| delimiter_name(app, sign)).unwrap_or_default();
        let chosen = choice.delimiter.and_then(|chosen| DELIMITERS.iter().position(|sign| *sign == chosen));
        all.push(list(table, "read-delimiter", found, &names, chosen, |choice, at, _| {
            choice.delimiter = at.and_then(|at| DELIMITERS.get(at)).copied();
        }));
    }
    let header = choice.header;
    all.push(field(table, "read-header", header.map(|header| header.line), read.header_row, |choice, line, _| {
        let n_rows = choice.header.map_or(1, |header| header.n_rows);
        choice.header = line.map(|line| HeaderChoice { line: line as u32, n_rows });
    }));
    let n_rows = read.n_header_rows as u64;
    all.push(field(table, "read-header-rows", header.map(|header| header.n_rows), n_rows, |choice, n_rows, read| {
        let line = choice.header.map_or(read.header_row as u32, |header| header.line);
        choice.header = n_rows.map(|n_rows| HeaderChoice { line, n_rows: n_rows.clamp(1, 9) as u32 });
    }));
    if read.can_unpivot || 0 < read.n_unpivoted {
        let set: Set = |choice, yes, _| choice.unpivot = yes.map(|yes| yes == 0);
        all.push(yes_or_no(table, "read-unpivot", 0 < read.n_unpivoted, set));
    }
    if read.is_garbled || choice.repair.is_some() {
        let set: Set = |choice, yes, _| choice.repair = yes.map(|yes| yes == 0);
        all.push(yes_or_no(table, "read-repair", choice.repair == Some(true), set));
    }
    all
}

fn found(app: &App, read: &ReadAs) -> String {
    let place = &read.place;
    let format = format!("{:?}", place.format).to_uppercase();
    let header = match read.header_row {
        0 => app.t("read-no-header"),
        line => app.tw("read-header-line", [("line", line.to_string().into())]),
    };
    let delimiter = place.delimiter.map(|sign| delimiter_name(app, sign)).unwrap_or_default();
    let rows = [("n", read.n_unpivoted.into()), ("count", app.count(read.n_unpivoted).into())];
    let unpivoted = if read.n_unpivoted == 0 { String::new() } else { app.tw("read-unpivoted", rows) };
    let mut parts = vec![format, place.sheet.clone(), place.encoding.clone(), delimiter, header, unpivoted];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn delimiter_name(app: &App, sign: char) -> String {
    match sign {
        ',' => app.t("sign-comma"),
        ';' => app.t("sign-semicolon"),
        '\t' => app.t("sign-tab"),
        '|' => app.t("sign-pipe"),
        other => other.to_string(),
    }
}

/// What is called with what was chosen: the file is read again.
fn change(table: &Table, set: Set) -> impl Fn(Option<usize>) + 'static {
    let (app, name, read) = (table.app.clone(), table.name.to_owned(), table.read.clone());
    move |value| {
        let mut choice = read.choice.clone();
        set(&mut choice, value, &read);
        actions::choose(&app, &name, choice);
    }
}

/// A list of texts, under what was found.
fn list(table: &Table, id: &str, found: String, texts: &[String], chosen: Option<usize>, set: Set) -> Html {
    let mut options = vec![table.app.tw("read-found", [("found", found.into())])];
    options.extend_from_slice(texts);
    let change = change(table, set);
    let set = Callback::from(move |at: usize| change(at.checked_sub(1)));
    pick(table.app.t(id), false, chosen.map_or(0, |at| at + 1), options, set)
}

fn field(table: &Table, id: &str, value: Option<u32>, found: u64, set: Set) -> Html {
    let change = change(table, set);
    let set = Callback::from(move |number: Option<Decimal>| {
        change(number.map(|number| usize::try_from(number.trunc()).unwrap_or(0)));
    });
    number(NumberProps {
        optional: true,
        placeholder: found.to_string().into(),
        ..NumberProps::new(table.app.t(id), Unit::Plain, value.map(Decimal::from), set)
    })
}

fn yes_or_no(table: &Table, id: &str, is_on: bool, set: Set) -> Html {
    let change = change(table, set);
    let options = table.app.ts(&["yes", "no"]);
    pick(table.app.t(id), false, usize::from(!is_on), options, Callback::from(move |at| change(Some(at))))
}
