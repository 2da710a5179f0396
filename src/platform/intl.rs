//! Numbers, money and dates as the user's locale writes them, through the browser's Intl.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::data::DecimalMark;
use crate::engine::units::{Currency, Money, Month};
use crate::present::{MoneyStyle, Numerals, without_signed_zero};

/// Formats of one locale; each is made once.
#[derive(Clone)]
pub struct IntlNumerals {
    tag: Rc<str>,
    formats: Rc<RefCell<BTreeMap<String, Function>>>,
}

impl PartialEq for IntlNumerals {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

type Options<'a> = &'a [(&'a str, JsValue)];

impl IntlNumerals {
    /// Formats of a language tag.
    pub fn new(tag: &str) -> Self {
        Self { tag: tag.into(), formats: Rc::default() }
    }

    fn locales(&self) -> Array {
        Array::of1(&JsValue::from_str(&self.tag))
    }

    fn format(&self, key: String, is_date: bool, options: Options, value: &JsValue) -> String {
        let known = self.formats.borrow().get(&key).cloned();
        let format = known.unwrap_or_else(|| {
            let object = Object::new();
            for (name, value) in options {
                let _ = Reflect::set(&object, &(*name).into(), value);
            }
            let made = if is_date {
                Intl::DateTimeFormat::new(&self.locales(), &object).format()
            } else {
                Intl::NumberFormat::new(&self.locales(), &object).format()
            };
            self.formats.borrow_mut().insert(key, made.clone());
            made
        });
        format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn money_options(currency: &Currency, digits: u32) -> [(&'static str, JsValue); 5] {
        [
            ("style", "currency".into()),
            ("currency", currency.code.as_str().into()),
            ("currencyDisplay", "narrowSymbol".into()),
            ("minimumFractionDigits", digits.into()),
            ("maximumFractionDigits", digits.into()),
        ]
    }
}

/// A code that Intl accepts: three letters.
fn sound(currency: &Currency) -> Currency {
    let is_code = currency.code.len() == 3 && currency.code.chars().all(|letter| letter.is_ascii_alphabetic());
    let code = if is_code { currency.code.clone() } else { "XXX".into() };
    Currency { code, digits: currency.digits.min(4) }
}

impl Numerals for IntlNumerals {
    fn decimal(&self, value: f64, min: u8, max: u8) -> String {
        let max = max.max(min).min(20);
        let options =
            [("minimumFractionDigits", JsValue::from(min.min(20))), ("maximumFractionDigits", JsValue::from(max))];
        self.format(format!("decimal {min} {max}"), false, &options, &without_signed_zero(value, max).into())
    }

    fn percent(&self, fraction: f64, digits: u8) -> String {
        let options = [("style", JsValue::from("percent")), ("maximumFractionDigits", JsValue::from(digits.min(20)))];
        let shown = without_signed_zero(fraction, digits.saturating_add(2));
        self.format(format!("percent {digits}"), false, &options, &shown.into())
    }

    fn money(&self, value: f64, currency: &Currency, style: MoneyStyle) -> String {
        let currency = sound(currency);
        let code = &currency.code;
        match style {
            MoneyStyle::Exact => {
                let options = Self::money_options(&currency, currency.digits);
                self.format(format!("money {code} {}", currency.digits), false, &options, &value.into())
            }
            MoneyStyle::Compact if 1e4 <= value.abs() => {
                let mut options = Self::money_options(&currency, 0).to_vec();
                options.truncate(3);
                let digits = JsValue::from(3);
                options.extend([("notation", "compact".into()), ("maximumSignificantDigits", digits)]);
                self.format(format!("compact {code}"), false, &options, &value.into())
            }
            MoneyStyle::Whole | MoneyStyle::Compact => {
                self.format(format!("money {code} 0"), false, &Self::money_options(&currency, 0), &value.into())
            }
        }
    }

    fn exact_money(&self, value: Money, currency: &Currency) -> String {
        let currency = sound(currency);
        let options = Self::money_options(&currency, currency.digits);
        // Intl formats decimal strings exactly; through a double, cents of very large amounts would drift.
        let text = value.rounded(currency.digits).0.to_string();
        self.format(format!("money {} {}", currency.code, currency.digits), false, &options, &text.into())
    }

    fn date(&self, day: NaiveDate) -> String {
        let options = [("dateStyle", JsValue::from("medium")), ("timeZone", JsValue::from("UTC"))];
        self.format("date".into(), true, &options, &moment(day))
    }

    fn month(&self, month: Month) -> String {
        let options =
            [("year", JsValue::from("numeric")), ("month", JsValue::from("short")), ("timeZone", JsValue::from("UTC"))];
        self.format("month".into(), true, &options, &moment(month.first_day()))
    }

    fn month_name(&self, month: Month) -> String {
        let options = [("month", JsValue::from("short")), ("timeZone", JsValue::from("UTC"))];
        self.format("month name".into(), true, &options, &moment(month.first_day()))
    }

    fn weekday(&self, day: NaiveDate) -> String {
        let options = [("weekday", JsValue::from("short")), ("timeZone", JsValue::from("UTC"))];
        self.format("weekday".into(), true, &options, &moment(day))
    }

    fn moment(&self, milliseconds: u64) -> String {
        let options = [("dateStyle", JsValue::from("medium")), ("timeStyle", JsValue::from("short"))];
        self.format("moment".into(), true, &options, &Date::new(&(milliseconds as f64).into()))
    }

    fn decimal_mark(&self) -> DecimalMark {
        if self.decimal(1.5, 1, 1).contains(',') { DecimalMark::Comma } else { DecimalMark::Point }
    }
}

fn moment(day: NaiveDate) -> JsValue {
    let milliseconds = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    Date::new(&(milliseconds as f64).into()).into()
}
