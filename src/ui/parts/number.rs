//! A field for a number, typed in the locale's way. What cannot be read stays in the field, with the reason beside it.

use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::engine::units::Decimal;
use crate::platform::{events, system};
use crate::present::{Numerals, parse_typed};
use crate::ui::context::use_app;

/// What the number is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Nothing: a count or a factor.
    #[default]
    Plain,
    /// A fraction, shown and typed as a percentage.
    Percent,
    /// A multiple.
    Times,
    /// Money in the scenario's currency.
    Money,
}

#[derive(Properties, PartialEq)]
pub(crate) struct NumberProps {
    pub(crate) label: AttrValue,
    pub(crate) unit: Unit,
    pub(crate) value: Option<Decimal>,
    pub(crate) on_change: Callback<Option<Decimal>>,
    /// The label is read, but not shown.
    pub(crate) bare: bool,
    /// An empty field is an answer.
    pub(crate) optional: bool,
    /// What stands in an empty field.
    pub(crate) placeholder: AttrValue,
    pub(crate) disabled: bool,
    pub(crate) least: Decimal,
    pub(crate) most: Option<Decimal>,
}

impl NumberProps {
    /// A number that must be there, from 0 on.
    pub(crate) fn new(label: String, unit: Unit, value: Option<Decimal>, on_change: Callback<Option<Decimal>>) -> Self {
        let (least, most, placeholder) = (Decimal::ZERO, None, AttrValue::default());
        let (bare, optional, disabled) = (false, false, false);
        Self { label: label.into(), unit, value, on_change, bare, optional, placeholder, disabled, least, most }
    }
}

/// A number as a field has it; none if it is not finite, or too great.
pub(crate) fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_f64(value).map(|value| value.round_dp(6).normalize())
}

/// A field with what its props say.
pub(crate) fn number(props: NumberProps) -> Html {
    html! { <NumberField ..props /> }
}

/// A field for a number that must be there, from 0 on.
pub(crate) fn number_of(label: String, unit: Unit, value: Decimal, on_change: Callback<Option<Decimal>>) -> Html {
    number(NumberProps::new(label, unit, Some(value), on_change))
}

/// The number of a text, in the field's own unit, or the id of what is wrong.
fn read(text: &str, props: &NumberProps, numerals: &dyn Numerals) -> Result<Option<Decimal>, &'static str> {
    let text = text.trim().trim_end_matches(['%', '×']).trim();
    if text.is_empty() {
        return if props.optional { Ok(None) } else { Err("field-needed") };
    }
    let number = parse_typed(text, numerals.decimal_mark()).ok_or("field-not-a-number")?;
    let number = if props.unit == Unit::Percent { number / Decimal::ONE_HUNDRED } else { number };
    let is_low = number < props.least;
    let is_high = props.most.is_some_and(|most| most < number);
    match props.most {
        _ if !is_low && !is_high => Ok(Some(number.normalize())),
        Some(_) => Err("field-not-between"),
        None => Err("field-too-low"),
    }
}

fn show(value: Option<Decimal>, unit: Unit, numerals: &dyn Numerals) -> String {
    let Some(value) = value else { return String::new() };
    let value = if unit == Unit::Percent { value.saturating_mul(Decimal::ONE_HUNDRED) } else { value };
    numerals.exact(value, 6)
}

#[component]
fn NumberField(props: &NumberProps) -> Html {
    let app = use_app();
    let draft = use_state(|| None::<(String, Option<&'static str>)>);
    let id = use_memo((), |()| system::fresh_id());
    let setter = draft.setter();
    let oninput = use_callback((), move |event: InputEvent, ()| setter.set(Some((events::value(&event), None))));
    let setter = draft.setter();
    let onchange = {
        let (numerals, on_change) = (app.state.numerals.clone(), props.on_change.clone());
        let asked = NumberProps {
            placeholder: AttrValue::default(),
            most: props.most,
            least: props.least,
            optional: props.optional,
            ..NumberProps::new(String::new(), props.unit, props.value, Callback::noop())
        };
        Callback::from(move |event: Event| {
            let text = events::value(&event);
            match read(&text, &asked, &numerals) {
                Ok(number) => {
                    setter.set(None);
                    if number != asked.value {
                        on_change.emit(number);
                    }
                }
                Err(problem) => setter.set(Some((text, Some(problem)))),
            }
        })
    };
    let setter = draft.setter();
    let onkeydown = use_callback((), move |event: KeyboardEvent, ()| {
        if event.key().as_str() == "Escape" {
            setter.set(None);
        }
    });
    // Whoever changes the value elsewhere (undo, another field) ends what was typed here.
    let setter = draft.setter();
    use_effect_with(props.value, move |_| setter.set(None));
    let problem = draft.as_ref().and_then(|(_, problem)| *problem);
    let known = show(props.value, props.unit, &app.state.numerals);
    let text = draft.as_ref().map_or_else(|| known.clone(), |(text, _)| text.clone());
    let is_draft = (text != known).then_some("");
    let size = text.chars().count().max(props.placeholder.chars().count()).clamp(5, 18).to_string();
    let unit = match props.unit {
        Unit::Plain => None,
        Unit::Percent => Some("%".to_owned()),
        Unit::Times => Some("×".to_owned()),
        Unit::Money => Some(app.state.scenario().currency.code.clone()),
    };
    let problem_id = format!("problem-{id}");
    let bounds = || {
        let bound = |bound: Decimal| show(Some(bound), props.unit, &app.state.numerals).into();
        [("least", bound(props.least)), ("most", bound(props.most.unwrap_or(props.least)))]
    };
    html! {
        <label class="field">
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            <span class="input-box">
                <input class="input num" type="text" inputmode="decimal" value={text} {size} {oninput} {onchange} {onkeydown}
                    data-draft={is_draft} placeholder={props.placeholder.clone()} disabled={props.disabled} autocomplete="off"
                    aria-label={props.bare.then(|| props.label.clone())} aria-invalid={problem.map(|_| "true")}
                    aria-describedby={problem.map(|_| problem_id.clone())} />
                if let Some(unit) = unit {
                    <span class="unit">{ unit }</span>
                }
            </span>
            if let Some(problem) = problem {
                <span class="field-problem" id={problem_id} role="alert">{ app.tw(problem, bounds()) }</span>
            }
        </label>
    }
}
