//! The mapping screen: what each table holds, what its columns mean and how their cells are read, with the first rows.

use std::rc::Rc;

use yew::prelude::*;

use super::read_as::read_as;
use crate::data::{DateOrder, DecimalMark, Epoch, Field, Kind, Preview, ReadError, ValueKind};
use crate::job::{FilesAsk, ReadAs, Tables};
use crate::present::{field_name, kind_name, read_error, value_kind_name};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, button, choice, icon_button, num, pick, use_fold};

/// Tables that are drawn before they are opened, to be found by a search in the page.
const N_AHEAD: usize = 8;

pub(super) fn mappings(app: &App, tables: &Rc<Tables>) -> Html {
    let mapping = |(at, preview): (usize, &Preview)| {
        html! { <Mapping key={preview.file.clone()} tables={Shared(tables.clone())} {at} /> }
    };
    let save = app.act(|app| {
        let (all, kind) = (FilesAsk::Mappings { all: true }, "application/json");
        actions::download_from_files(app, &all, "attain-mappings.json", kind);
    });
    html! {
        <section class="section">
            <h2>{ app.t("mapping-title") }</h2>
            <p class="hint">{ app.t("mapping-hint") }</p>
            <div class="mappings">{ for tables.previews.iter().enumerate().map(mapping) }</div>
            <div class="row">{ button(Some(Icon::Download), app.t("mapping-save"), save) }</div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct MappingProps {
    tables: Shared<Tables>,
    at: usize,
}

/// One table: a line, which is open at first where something is unsure. It is drawn by itself, so that many tables leave
/// the page free in between.
#[component]
fn Mapping(props: &MappingProps) -> Html {
    let app = use_app();
    let (tables, at) = (&props.tables.0, props.at);
    let is_unsure = tables.reads.get(at).is_some_and(|read| read.is_unsure);
    let fold = use_fold(is_unsure);
    let all = (tables.previews.get(at), tables.mappings.get(at), tables.reads.get(at));
    let (Some(preview), Some(mapping), Some(read)) = all else { return html! { <div /> } };
    let values = tables.values.get(at).map(Vec::as_slice).unwrap_or_default();
    let rows = [("n", preview.n_rows.into()), ("count", app.count(preview.n_rows).into())];
    html! {
        <details class="mapping" ref={fold.node} open={fold.was_open} ontoggle={fold.ontoggle}>
            <summary>
                <h3>{ &preview.file }</h3>
                <span>{ kind_name(&app.state.words, mapping.kind) }</span>
                <span class="muted">{ app.tw("mapping-rows", rows) }</span>
                if is_unsure {
                    <span class="badge">{ app.t("mapping-unsure") }</span>
                }
            </summary>
            if fold.is_open || tables.previews.len() <= N_AHEAD {
                { head(&app, preview, mapping.kind) }
                { read_as(&app, &preview.file, read) }
                { columns(&app, &Columns { preview, read, kind: mapping.kind, fields: &mapping.fields, values, factors: &mapping.factors }) }
            }
        </details>
    }
}

fn head(app: &App, preview: &Preview, kind: Kind) -> Html {
    let (to, file) = (app.clone(), preview.file.clone());
    let kinds = [&[Kind::Unknown], Kind::ALL.as_slice()].concat();
    let options = kinds.into_iter().map(|kind| (kind, kind_name(&app.state.words, kind))).collect();
    let label = app.tw("mapping-kind", [("file", preview.file.as_str().into())]);
    let set = move |kind| actions::change_tables(&to, &FilesAsk::SetKind { file: file.clone(), kind });
    let kinds = choice(label, false, &kind, options, set.into());
    let (to, file) = (app.clone(), preview.file.clone());
    let remove = Callback::from(move |()| actions::change_tables(&to, &FilesAsk::Remove { file: file.clone() }));
    html! {
        <div class="row">
            { kinds }
            { icon_button(Icon::Trash2, app.tw("mapping-remove", [("file", preview.file.as_str().into())]), remove) }
        </div>
    }
}

/// A table's columns.
struct Columns<'a> {
    preview: &'a Preview,
    read: &'a ReadAs,
    kind: Kind,
    fields: &'a [Option<Field>],
    values: &'a [ValueKind],
    factors: &'a [(usize, i32)],
}

fn columns(app: &App, table: &Columns) -> Html {
    let preview = table.preview;
    let n_rows = preview.columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let field_of = |at: usize| table.fields.get(at).copied().flatten();
    let value_of = |at: usize| table.values.get(at).copied().unwrap_or_default();
    let file = &preview.file;
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={file.clone()}>
            <table class="table mapping-table">
                <thead>
                    <tr>{ for preview.columns.iter().enumerate().map(|(at, column)| html! {
                        <th key={at} scope="col" class={field_of(at).is_none().then_some("muted")}>
                            <span class="mapping-header">{ &column.header }</span>
                            if table.read.doubts.contains(&at) {
                                <span class="badge">{ app.t("mapping-unsure") }</span>
                            }
                            { meaning(app, file, &column.header, at, table.kind, field_of(at)) }
                            { reading(app, file, &column.header, at, (value_of(at), field_of(at))) }
                            if field_of(at).is_some_and(Field::is_number) {
                                { unit(app, file, &column.header, at, table.factors) }
                            }
                        </th>
                    }) }</tr>
                </thead>
                <tbody>
                    { for (0..n_rows).map(|row| html! {
                        <tr key={row}>{ for preview.columns.iter().enumerate().map(|(at, column)| {
                            let is_number = matches!(value_of(at), ValueKind::Number { .. });
                            html! { <td key={at} class={num(is_number)}>{ column.cells.get(row).cloned().unwrap_or_default() }</td> }
                        }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The unit of a column of numbers.
fn unit(app: &App, file: &str, header: &str, column: usize, factors: &[(usize, i32)]) -> Html {
    const POWERS: [i32; 3] = [0, 3, 6];
    let power = factors.iter().find(|(at, _)| *at == column).map_or(0, |(_, power)| *power);
    let options = app.ts(&["unit-plain", "unit-thousands", "unit-millions"]);
    let (to, file) = (app.clone(), file.to_owned());
    let set = Callback::from(move |at: usize| {
        let power = POWERS.get(at).copied().unwrap_or(0);
        actions::change_tables(&to, &FilesAsk::SetFactor { file: file.clone(), column, power });
    });
    let chosen = POWERS.iter().position(|other| *other == power).unwrap_or(0);
    pick(app.tw("mapping-unit", [("column", header.into())]), true, chosen, options, set)
}

fn meaning(app: &App, file: &str, header: &str, column: usize, kind: Kind, field: Option<Field>) -> Html {
    let mut options = vec![(None, app.t("mapping-nothing"))];
    options.extend(kind.fields().iter().map(|field| (Some(*field), field_name(&app.state.words, *field))));
    let (to, file) = (app.clone(), file.to_owned());
    let set = move |field| actions::change_tables(&to, &FilesAsk::SetField { file: file.clone(), column, field });
    choice(app.tw("mapping-meaning", [("column", header.into())]), true, &field, options, set.into())
}

/// How cells are read: only where there is something to decide.
fn reading(app: &App, file: &str, header: &str, column: usize, (value, field): (ValueKind, Option<Field>)) -> Html {
    let date = |order| ValueKind::Date { order, certain: true };
    let number = |decimal| ValueKind::Number { decimal };
    let serial = |epoch| ValueKind::Serial { epoch };
    // A column of text that must hold numbers or days is read as such as far as it can be.
    let asked = match field {
        Some(field) if value == ValueKind::Text && field.is_number() => number(DecimalMark::Point),
        Some(field) if value == ValueKind::Text && field.is_date() => date(DateOrder::YearFirst),
        _ => value,
    };
    let mut options = match asked {
        ValueKind::Date { .. } => [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst].map(date).to_vec(),
        ValueKind::Number { .. } => [DecimalMark::Point, DecimalMark::Comma].map(number).to_vec(),
        ValueKind::Serial { .. } => {
            [Epoch::Excel1900, Epoch::Excel1904, Epoch::UnixSeconds, Epoch::UnixMilliseconds].map(serial).to_vec()
        }
        ValueKind::Empty | ValueKind::Text | ValueKind::Bool => Vec::new(),
    };
    if options.is_empty() {
        return html! { <span class="muted">{ value_kind_name(&app.state.words, value) }</span> };
    }
    options.push(ValueKind::Text);
    let shown = match value {
        ValueKind::Date { order, .. } => date(order),
        other => other,
    };
    let options = options.into_iter().map(|kind| (kind, value_kind_name(&app.state.words, kind))).collect();
    let (to, file) = (app.clone(), file.to_owned());
    let set = move |kind| actions::change_tables(&to, &FilesAsk::SetValue { file: file.clone(), column, kind });
    choice(app.tw("mapping-reading", [("column", header.into())]), true, &shown, options, set.into())
}

/// Files that could not be read.
pub(super) fn failures(app: &App, failures: &[(String, ReadError)]) -> Html {
    let view = |(file, error): &(String, ReadError)| {
        let problem = read_error(&app.state.words, &app.state.numerals, error);
        html! {
            <li key={file.clone()} class="failure">
                <strong>{ file }</strong>
                <span>{ problem.reason }</span>
                <span class="muted">{ problem.remedy }</span>
            </li>
        }
    };
    html! {
        <ul class="failures" role="alert">{ for failures.iter().map(view) }</ul>
    }
}
