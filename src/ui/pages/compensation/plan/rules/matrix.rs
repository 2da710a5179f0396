//! A table by this component and another, in place of tiers.

use yew::prelude::*;

use super::super::super::edit::{bound_unit, value_unit};
use super::super::fields::{choose, other, others};
use super::{Edited, group};
use crate::engine::comp::{Component, Matrix, TierAxis, TierMode};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{Icon, NumberProps, Unit, check, icon_button, number, quiet};

pub(super) fn matrix(app: &App, edited: Edited) -> Html {
    let Edited { plan, component, index, part } = edited;
    let add = others(plan, index).into_iter().next().map(|component| {
        let half = [Decimal::new(5, 1), Decimal::ONE];
        let values = vec![half.to_vec(), half.to_vec()];
        let (rows, columns) = (half.to_vec(), half.to_vec());
        let fresh = Matrix { component, row_axis: TierAxis::default(), rows, columns, values, is_interpolated: false };
        let add = part.edit(move |component: &mut Component, ()| component.matrix = Some(fresh.clone()));
        quiet(Some(Icon::Plus), app.t("matrix-add"), add)
    });
    let inside = match (&component.matrix, add) {
        (Some(matrix), _) => table(app, edited, matrix),
        (None, Some(add)) => add,
        (None, None) => html! { <p class="hint">{ app.t("rule-no-other") }</p> },
    };
    group(app, edited, "matrix", "rule-matrix", inside)
}

fn table(app: &App, edited: Edited, matrix: &Matrix) -> Html {
    let part = edited.part.inner(|component| component.matrix.as_mut());
    let name = part.inner(|matrix| Some(&mut matrix.component));
    let set_axis = part.inner(|matrix| Some(&mut matrix.row_axis)).set();
    let line = part.inner(|matrix| Some(&mut matrix.is_interpolated)).set();
    let remove = edited.part.edit(|component: &mut Component, ()| component.matrix = None);
    let add_row = part.edit(|matrix, ()| {
        matrix.rows.push(further(&matrix.rows));
        let last = matrix.values.last().cloned();
        matrix.values.push(last.unwrap_or_else(|| vec![Decimal::ZERO; matrix.columns.len()]));
    });
    let add_column = part.edit(|matrix, ()| {
        matrix.columns.push(further(&matrix.columns));
        for row in &mut matrix.values {
            row.push(row.last().copied().unwrap_or_default());
        }
    });
    let axes = [(TierAxis::Attainment, "axis-of-attainment"), (TierAxis::Amount, "axis-of-amount")];
    html! {
        <>
            <div class="row">
                { other(app, (edited.plan, edited.index), &matrix.component, &name) }
                { choose(app, "matrix-axis", &matrix.row_axis, &axes, set_axis) }
                { check(app.t("rule-interpolated"), matrix.is_interpolated, line) }
                { icon_button(Icon::Trash2, app.t("matrix-remove"), remove) }
            </div>
            <p class="hint">{ app.tw("matrix-hint", [("name", matrix.component.as_str().into())]) }</p>
            { cells(app, edited, matrix) }
            <div class="row">
                { quiet(Some(Icon::Plus), app.t("matrix-add-row"), add_row) }
                { quiet(Some(Icon::Plus), app.t("matrix-add-column"), add_column) }
            </div>
        </>
    }
}

/// A bound above the last.
fn further(bounds: &[Decimal]) -> Decimal {
    bounds.last().map_or(Decimal::ZERO, |last| last.saturating_add(Decimal::new(25, 2)))
}

fn cells(app: &App, edited: Edited, matrix: &Matrix) -> Html {
    let part = edited.part.inner(|component| component.matrix.as_mut());
    let row_unit = if matrix.row_axis == TierAxis::Attainment { Unit::Percent } else { Unit::Plain };
    let as_curve = Component { tier_mode: TierMode::Interpolated, ..edited.component.clone() };
    let (column_unit, unit) = (bound_unit(edited.component), value_unit(&as_curve));
    let (n_rows, n_columns) = (matrix.rows.len(), matrix.columns.len());
    let field = |label: String, unit: Unit, value: Decimal, set: Callback<Option<Decimal>>| {
        number(NumberProps { bare: true, ..NumberProps::new(label, unit, Some(value), set) })
    };
    let column = |(at, bound): (usize, &Decimal)| {
        let place = (at + 1).to_string();
        let said = |id: &str| app.tw(id, [("place", place.as_str().into())]);
        let set = part.inner(move |matrix| matrix.columns.get_mut(at)).set_some();
        let remove = part.edit(move |matrix, ()| {
            let lists = std::iter::once(&mut matrix.columns).chain(&mut matrix.values);
            for list in lists.filter(|list| at < list.len()) {
                list.remove(at);
            }
        });
        html! {
            <th key={at} scope="col">
                { field(said("matrix-column"), column_unit, *bound, set) }
                if 1 < n_columns {
                    { icon_button(Icon::X, said("matrix-remove-column"), remove) }
                }
            </th>
        }
    };
    let row = |(at, bound): (usize, &Decimal)| {
        let place = (at + 1).to_string();
        let said = |id: &str| app.tw(id, [("place", place.as_str().into())]);
        let set = part.inner(move |matrix| matrix.rows.get_mut(at)).set_some();
        let remove = part.edit(move |matrix, ()| {
            if at < matrix.rows.len() {
                matrix.rows.remove(at);
            }
            if at < matrix.values.len() {
                matrix.values.remove(at);
            }
        });
        let values = matrix.values.get(at).map(Vec::as_slice).unwrap_or_default();
        let cell = |(column, value): (usize, &Decimal)| {
            let values = [("row", place.as_str().into()), ("column", (column + 1).to_string().into())];
            let set = part.inner(move |matrix| matrix.values.get_mut(at)?.get_mut(column)).set_some();
            html! { <td key={column}>{ field(app.tw("matrix-cell", values), unit, *value, set) }</td> }
        };
        html! {
            <tr key={at}>
                <th scope="row">
                    { field(said("matrix-row"), row_unit, *bound, set) }
                    if 1 < n_rows {
                        { icon_button(Icon::X, said("matrix-remove-row"), remove) }
                    }
                </th>
                { for values.iter().enumerate().map(cell) }
            </tr>
        }
    };
    html! {
        <div class="tiers" role="region" tabindex="0" aria-label={app.t("rule-matrix")}>
            <table class="tier-table">
                <thead><tr>
                    <td><span class="hidden">{ app.t("rule-matrix") }</span></td>
                    { for matrix.columns.iter().enumerate().map(column) }
                </tr></thead>
                <tbody>{ for matrix.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}
