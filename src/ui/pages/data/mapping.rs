//! The mapping screen: what each table holds, what its columns mean and how their cells are read, with the first rows.

use std::rc::Rc;

use yew::prelude::*;

use crate::data::{DateOrder, DecimalMark, Epoch, Field, Kind, Preview, ReadError, ValueKind};
use crate::job::{FilesAsk, Tables};
use crate::present::{field_name, kind_name, read_error, value_kind_name};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, choice, icon_button, num};

pub(super) fn mappings(app: &App, tables: &Rc<Tables>) -> Html {
    let mapping = |(at, preview): (usize, &Preview)| {
        html! { <Mapping key={preview.file.clone()} tables={Shared(tables.clone())} {at} /> }
    };
    html! {
        <section class="section">
            <h2>{ app.t("mapping-title") }</h2>
            <p class="hint">{ app.t("mapping-hint") }</p>
            <div class="stack">{ for tables.previews.iter().enumerate().map(mapping) }</div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct MappingProps {
    tables: Shared<Tables>,
    at: usize,
}

/// One table. It is drawn by itself, so that many tables leave the page free in between.
#[component]
fn Mapping(props: &MappingProps) -> Html {
    let app = use_app();
    let (tables, at) = (&props.tables.0, props.at);
    let (Some(preview), Some(mapping)) = (tables.previews.get(at), tables.mappings.get(at)) else {
        return html! { <div /> };
    };
    let values = tables.values.get(at).map(Vec::as_slice).unwrap_or_default();
    html! {
        <article class="mapping">
            { head(&app, preview, mapping.kind, mapping.certainty) }
            { columns(&app, preview, mapping.kind, &mapping.fields, values) }
        </article>
    }
}

fn head(app: &App, preview: &Preview, kind: Kind, certainty: f64) -> Html {
    let (to, file) = (app.clone(), preview.file.clone());
    let kinds = [&[Kind::Unknown], Kind::ALL.as_slice()].concat();
    let options = kinds.into_iter().map(|kind| (kind, kind_name(&app.state.words, kind))).collect();
    let label = app.tw("mapping-kind", [("file", preview.file.as_str().into())]);
    let set = move |kind| actions::change_tables(&to, &FilesAsk::SetKind { file: file.clone(), kind });
    let kinds = choice(label, true, &kind, options, set.into());
    let (to, file) = (app.clone(), preview.file.clone());
    let remove = Callback::from(move |()| actions::change_tables(&to, &FilesAsk::Remove { file: file.clone() }));
    let is_unsure = kind != Kind::Unknown && certainty < 0.3;
    html! {
        <header class="mapping-head">
            <h3>{ &preview.file }</h3>
            <span class="muted">{ app.tw("mapping-rows", [("n", preview.n_rows.into()), ("count", app.count(preview.n_rows).into())]) }</span>
            { kinds }
            if is_unsure {
                <span class="badge">{ app.t("mapping-unsure") }</span>
            }
            { icon_button(Icon::Trash2, app.tw("mapping-remove", [("file", preview.file.as_str().into())]), remove) }
        </header>
    }
}

fn columns(app: &App, preview: &Preview, kind: Kind, fields: &[Option<Field>], values: &[ValueKind]) -> Html {
    let n_rows = preview.columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let field_of = |at: usize| fields.get(at).copied().flatten();
    let value_of = |at: usize| values.get(at).copied().unwrap_or_default();
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={preview.file.clone()}>
            <table class="table mapping-table">
                <thead>
                    <tr>{ for preview.columns.iter().enumerate().map(|(at, column)| html! {
                        <th key={at} scope="col" class={field_of(at).is_none().then_some("muted")}>
                            <span class="mapping-header">{ &column.header }</span>
                            { meaning(app, &preview.file, &column.header, at, kind, field_of(at)) }
                            { reading(app, &preview.file, &column.header, at, value_of(at)) }
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

fn meaning(app: &App, file: &str, header: &str, column: usize, kind: Kind, field: Option<Field>) -> Html {
    let mut options = vec![(None, app.t("mapping-nothing"))];
    options.extend(kind.fields().iter().map(|field| (Some(*field), field_name(&app.state.words, *field))));
    let (to, file) = (app.clone(), file.to_owned());
    let set = move |field| actions::change_tables(&to, &FilesAsk::SetField { file: file.clone(), column, field });
    choice(app.tw("mapping-meaning", [("column", header.into())]), true, &field, options, set.into())
}

/// How cells are read: only where there is something to decide.
fn reading(app: &App, file: &str, header: &str, column: usize, value: ValueKind) -> Html {
    let date = |order| ValueKind::Date { order, certain: true };
    let number = |decimal| ValueKind::Number { decimal };
    let serial = |epoch| ValueKind::Serial { epoch };
    let mut options = match value {
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
