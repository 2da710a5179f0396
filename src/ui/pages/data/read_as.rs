//! How a table was read, in a line, and what can be said about it: the file is then read again.

use yew::prelude::*;

use crate::data::{HeaderChoice, ReadChoice};
use crate::engine::units::Decimal;
use crate::job::ReadAs;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, choice, number};

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
/// Rows that a header may take.
const MOST_HEADER_ROWS: u32 = 9;

/// A line with what was found, which opens to what can be changed.
pub(super) fn read_as(app: &App, table: &str, read: &ReadAs) -> Html {
    let is_text = !read.place.encoding.is_empty();
    html! {
        <details class="read-as">
            <summary>{ app.tw("read-as", [("found", found(app, read).into())]) }</summary>
            <div class="row">
                if is_text {
                    { encoding(app, table, read) }
                    { delimiter(app, table, read) }
                }
                { header(app, table, read) }
                if read.can_unpivot || 0 < read.n_unpivoted {
                    { yes_or_no(app, table, read, "read-unpivot", 0 < read.n_unpivoted, |choice, yes| choice.unpivot = Some(yes)) }
                }
                if read.is_garbled || read.choice.repair.is_some() {
                    { yes_or_no(app, table, read, "read-repair", read.choice.repair == Some(true), |choice, yes| choice.repair = Some(yes)) }
                }
            </div>
        </details>
    }
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
    let parts = [format, place.sheet.clone(), place.encoding.clone(), delimiter, header, unpivoted];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
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

/// What is called with the changed choice.
fn change<T: 'static>(
    app: &App,
    table: &str,
    read: &ReadAs,
    set: impl Fn(&mut ReadChoice, T) + 'static,
) -> Callback<T> {
    let (app, table, before) = (app.clone(), table.to_owned(), read.choice.clone());
    Callback::from(move |value| {
        let mut choice = before.clone();
        set(&mut choice, value);
        actions::choose(&app, &table, choice);
    })
}

fn encoding(app: &App, table: &str, read: &ReadAs) -> Html {
    let mut options = vec![(None, app.tw("read-found", [("found", read.place.encoding.as_str().into())]))];
    options.extend(ENCODINGS.map(|name| (Some(name.to_owned()), name.to_owned())));
    let set = change(app, table, read, |choice, encoding| choice.encoding = encoding);
    choice(app.t("read-encoding"), false, &read.choice.encoding, options, set)
}

fn delimiter(app: &App, table: &str, read: &ReadAs) -> Html {
    let name = |sign| delimiter_name(app, sign);
    let found = read.place.delimiter.map(name).unwrap_or_default();
    let mut options = vec![(None, app.tw("read-found", [("found", found.into())]))];
    options.extend(DELIMITERS.map(|sign| (Some(sign), name(sign))));
    let set = change(app, table, read, |choice, delimiter| choice.delimiter = delimiter);
    choice(app.t("read-delimiter"), false, &read.choice.delimiter, options, set)
}

fn header(app: &App, table: &str, read: &ReadAs) -> Html {
    let whole = |number: Decimal| u32::try_from(number.trunc()).unwrap_or(0);
    let chosen = read.choice.header;
    let (found_line, found_rows) = (read.header_row as u32, read.n_header_rows as u32);
    let set_line = change(app, table, read, move |choice, line: Option<Decimal>| {
        let n_rows = chosen.map_or(1, |header| header.n_rows);
        choice.header = line.map(|line| HeaderChoice { line: whole(line), n_rows });
    });
    let set_rows = change(app, table, read, move |choice, n_rows: Option<Decimal>| {
        let line = chosen.map_or(found_line, |header| header.line);
        choice.header = n_rows.map(|n_rows| HeaderChoice { line, n_rows: whole(n_rows) });
    });
    let field = |id: &str, value: Option<u32>, found: u32, set: Callback<Option<Decimal>>| NumberProps {
        optional: true,
        placeholder: found.to_string().into(),
        ..NumberProps::new(app.t(id), Unit::Plain, value.map(Decimal::from), set)
    };
    let line = field("read-header", chosen.map(|header| header.line), found_line, set_line);
    let rows = field("read-header-rows", chosen.map(|header| header.n_rows), found_rows, set_rows);
    let rows = NumberProps { least: Decimal::ONE, most: Some(MOST_HEADER_ROWS.into()), ..rows };
    html! { <>{ number(line) }{ number(rows) }</> }
}

fn yes_or_no(app: &App, table: &str, read: &ReadAs, id: &str, is_on: bool, set: fn(&mut ReadChoice, bool)) -> Html {
    let options = vec![(true, app.t("yes")), (false, app.t("no"))];
    choice(app.t(id), false, &is_on, options, change(app, table, read, set))
}
