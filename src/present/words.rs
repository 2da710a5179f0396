//! The word catalogue: every text that people read, in Fluent, compiled in. The page has English alone in it, and fetches
//! the other language when it is asked for.

use std::borrow::Cow;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Polish.
    Polish,
}

impl Locale {
    /// All of them, with the name each calls itself by.
    pub const ALL: [(Self, &'static str); 2] = [(Self::English, "English"), (Self::Polish, "Polski")];

    /// The language's code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Polish => "pl",
        }
    }

    /// The locale that a browser's language tag asks for; English for those that are not here.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("pl") { Self::Polish } else { Self::English }
    }
}

macro_rules! catalogues {
    ($($first:literal),*; $($area:literal),*) => {
        const AREAS: &[&str] = &[$($first,)* $($area),*];
        const FIRST: &[&str] = &[$(include_str!(concat!("../../static/locales/en/", $first, ".ftl"))),*];
        const ENGLISH: &[&str] = &[
            $(include_str!(concat!("../../static/locales/en/", $first, ".ftl")),)*
            $(include_str!(concat!("../../static/locales/en/", $area, ".ftl"))),*
        ];
        const POLISH: &[&str] = &[
            $(include_str!(concat!("../../static/locales/pl/", $first, ".ftl")),)*
            $(include_str!(concat!("../../static/locales/pl/", $area, ".ftl"))),*
        ];
    };
}
catalogues!(
    // What the first view says; the page has these before it has fetched the others.
    "common",
    "shell",
    "data",
    "scenarios";
    "chart",
    "plan",
    "statements",
    "costing",
    "compare",
    "issues",
    "trace",
    "lint",
    "solve",
    "quota_health",
    "quota",
    "behaviour",
    "ledger",
    "rules",
    "quotas_page",
    "quota_estimate",
    "capacity",
    "forecast",
    "forecast_page",
    "pipeline",
    "pipeline_page"
);

/// The catalogue's files: area, English, Polish.
pub fn catalogue() -> Vec<(&'static str, &'static str, &'static str)> {
    AREAS.iter().zip(ENGLISH).zip(POLISH).map(|((area, english), polish)| (*area, *english, *polish)).collect()
}

/// A value in a text.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Text, figures included.
    Text(String),
    /// A number that chooses a plural form; give the figure itself as text beside it.
    Number(f64),
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Number(f64::from(count))
    }
}

/// One language's texts. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    locale: Locale,
    bundle: Rc<FluentBundle<FluentResource>>,
    is_whole: bool,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.locale == other.locale && Rc::ptr_eq(&self.bundle, &other.bundle)
    }
}

impl Words {
    /// The texts of a language. Whoever calls this has both languages compiled in.
    pub fn new(locale: Locale) -> Self {
        match locale {
            Locale::English => Self::of_texts(locale, ENGLISH),
            Locale::Polish => Self::of_texts(locale, POLISH),
        }
    }

    /// The English texts of the first view.
    pub fn first_view() -> Self {
        Self { is_whole: false, ..Self::of_texts(Locale::English, FIRST) }
    }

    /// Texts of a language, from wherever they were read.
    pub fn of_texts(locale: Locale, texts: &[&str]) -> Self {
        let language: LanguageIdentifier = locale.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false); // texts are of one direction, and marks would show up in files
        for text in texts {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource); // a test sees to ids being there once
        }
        Self { locale, bundle: Rc::new(bundle), is_whole: true }
    }

    /// Its language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether more than the first view can be said.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The text of that id.
    pub fn text(&self, id: &str) -> String {
        self.with(id, [])
    }

    /// The text of that id with values; the id itself if there is no such text.
    pub fn with<const N: usize>(&self, id: &str, values: [(&'static str, Arg); N]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else { return id.into() };
        let mut args = FluentArgs::with_capacity(N);
        for (name, value) in values {
            let value: FluentValue = match value {
                Arg::Text(text) => FluentValue::String(Cow::Owned(text)),
                Arg::Number(number) => number.into(),
            };
            args.set(name, value);
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}
