//! The word catalogue: the same texts in both languages, each of them used, each with the values that the code gives it.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use attain::present::catalogue;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

#[path = "words/code.rs"]
mod code;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const LANGUAGES: [&str; 2] = ["en", "pl"];
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text of the catalogue in one language.
struct Message {
    area: &'static str,
    body: String,
}

impl Message {
    /// Names of its values.
    fn variables(&self) -> BTreeSet<&str> {
        self.body.split('$').skip(1).map(word).collect()
    }

    /// The value that chooses its form, if one does.
    fn selector(&self) -> Option<&str> {
        let (before, _) = self.body.split_once("->")?;
        before.rsplit('$').next().map(word)
    }

    /// The forms to choose from; the default has a star.
    fn forms(&self) -> Vec<&str> {
        let lines = self.body.lines().map(str::trim);
        lines.filter_map(|line| line.strip_prefix('[').or_else(|| line.strip_prefix("*["))?.split(']').next()).collect()
    }
}

fn word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_').next().unwrap()
}

/// The messages of a language by id. Every way in which the text itself is wrong is added to `faults`.
fn messages(language: usize, faults: &mut Vec<String>) -> BTreeMap<&'static str, Message> {
    let mut found: BTreeMap<&str, Message> = BTreeMap::new();
    for (area, english, polish) in catalogue() {
        let text = [english, polish][language];
        let place = format!("{}/{area}.ftl", LANGUAGES[language]);
        if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
            faults.push(format!("{place}: {errors:?}"));
        }
        let mut id = "";
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            if line.starts_with([' ', '\t']) {
                if let Some(message) = found.get_mut(id) {
                    message.body.push('\n');
                    message.body.push_str(line);
                }
            } else if let Some((name, body)) = line.split_once('=') {
                id = name.trim();
                if found.insert(id, Message { area, body: body.into() }).is_some() {
                    faults.push(format!("{place}: {id} is there twice"));
                }
            } else {
                faults.push(format!("{place}: {line:?} is no message"));
            }
        }
    }
    found
}

/// All texts of a language as the page holds them.
fn bundle(language: usize) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![LANGUAGES[language].parse().unwrap()]);
    bundle.set_use_isolating(false);
    for (_, english, polish) in catalogue() {
        let resource = FluentResource::try_new([english, polish][language].to_owned());
        bundle.add_resource(resource.unwrap_or_else(|(resource, _)| resource)).unwrap();
    }
    bundle
}

/// The text with `number` for the value that chooses the form and its own name for each other.
fn rendered(bundle: &FluentBundle<FluentResource>, id: &str, message: &Message, number: f64) -> Result<String, String> {
    let mut values = FluentArgs::new();
    for name in message.variables() {
        let plural = message.selector() == Some(name) && message.forms().iter().any(|form| PLURALS.contains(form));
        values.set(name, if plural { FluentValue::from(number) } else { FluentValue::from(name) });
    }
    let pattern = bundle.get_message(id).and_then(|message| message.value()).ok_or("no text")?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(format!("{errors:?}")) }
}

#[track_caller]
fn none(found: &[String], promise: &str) {
    assert!(found.is_empty(), "{promise}\n{}", found.join("\n"));
}

#[test]
fn every_file_of_the_catalogue_is_compiled_in() {
    let areas: BTreeSet<String> = catalogue().iter().map(|(area, ..)| format!("{area}.ftl")).collect();
    for language in LANGUAGES {
        let folder = Path::new(ROOT).join("static/locales").join(language);
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.collect::<BTreeSet<String>>(), areas, "{language}");
    }
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let mut faults = Vec::new();
    let [english, polish] = [0, 1].map(|language| messages(language, &mut faults));
    for (id, message) in &english {
        match polish.get(id) {
            None => faults.push(format!("{id} ({}) has no Polish text", message.area)),
            Some(other) if other.area != message.area => {
                faults.push(format!("{id} stands in {} and, in Polish, in {}", message.area, other.area));
            }
            Some(other) if other.variables() != message.variables() => {
                faults.push(format!("{id} has {:?} and, in Polish, {:?}", message.variables(), other.variables()));
            }
            Some(_) => {}
        }
    }
    let alone = polish.keys().filter(|id| !english.contains_key(*id));
    faults.extend(alone.map(|id| format!("{id} has no English text")));
    none(&faults, "the languages differ");
}

#[test]
fn every_text_says_something_in_every_form() {
    let mut faults = Vec::new();
    for (language, code) in LANGUAGES.iter().enumerate() {
        let bundle = bundle(language);
        for (id, message) in messages(language, &mut faults) {
            for number in [0.0, 1.0, 2.0, 5.0, 22.0, 1.5] {
                match rendered(&bundle, id, &message, number) {
                    Ok(text) if text.trim().is_empty() => faults.push(format!("{code} {id}: empty for {number}")),
                    Ok(text) if text.contains('\n') => faults.push(format!("{code} {id}: more than a line")),
                    Ok(_) => {}
                    Err(error) => faults.push(format!("{code} {id}: {error}")),
                }
            }
        }
    }
    none(&faults, "texts that fail");
}

#[test]
fn counted_texts_have_the_forms_of_their_language() {
    let mut faults = Vec::new();
    for (language, needed) in [&["one"][..], &["one", "few"]].iter().enumerate() {
        for (id, message) in messages(language, &mut faults) {
            let forms = message.forms();
            if !forms.iter().any(|form| PLURALS.contains(form)) {
                continue;
            }
            let missing: Vec<_> = needed.iter().filter(|form| !forms.contains(form)).collect();
            if !missing.is_empty() || !forms.iter().any(|form| ["many", "other"].contains(form)) {
                faults.push(format!("{} {id}: has {forms:?} alone", LANGUAGES[language]));
            }
        }
    }
    none(&faults, "1, 2, 5 and 22 are counted differently");
}

#[test]
fn polish_counts_choose_their_forms() {
    let forms = PLURALS.map(|form| format!("    [{form}] {form}\n")).join("").replace("[other]", "*[other]");
    let mut bundle = FluentBundle::new(vec!["pl".parse().unwrap()]);
    let resource = FluentResource::try_new(format!("counted = {{ $n ->\n{forms}  }}\n")).unwrap();
    bundle.add_resource(resource).unwrap();
    let message = Message { area: "", body: format!("{{ $n ->\n{forms} }}") };
    let of = |number: f64| rendered(&bundle, "counted", &message, number).unwrap();
    assert_eq!([1.0, 2.0, 5.0, 22.0, 1.5].map(of), ["one", "few", "many", "few", "other"]);
}

#[test]
fn code_and_catalogue_know_the_same_texts() {
    let mut faults = Vec::new();
    let english = messages(0, &mut faults);
    let code = code::read();
    let mut missing: BTreeMap<&str, String> = BTreeMap::new();
    for call in &code.calls {
        let Some(message) = english.get(call.id.as_str()) else {
            let says = format!("{}: there is no text {} with {:?}", call.place, call.id, call.values);
            missing.entry(&call.id).or_insert(says);
            continue;
        };
        let given: BTreeSet<&str> = call.values.iter().flatten().map(String::as_str).collect();
        let needed = message.variables();
        if call.values.is_some() && given != needed {
            faults.push(format!("{}: {} needs {needed:?} and is given {given:?}", call.place, call.id));
        }
    }
    let unknown: Vec<_> = code.perhaps.iter().filter(|(id, _)| !english.contains_key(id.as_str())).collect();
    println!("perhaps texts that are missing: {unknown:?}");
    faults.extend(missing.into_values());
    println!("ids made by format!: {:?}", code.patterns);
    for (id, message) in &english {
        let made = |(start, end): &(String, String)| id.starts_with(start.as_str()) && id.ends_with(end.as_str());
        if !code.literals.contains(*id) && !code.patterns.iter().any(made) {
            faults.push(format!("{}.ftl: {id} is not used", message.area));
        }
    }
    none(&faults, "code and catalogue differ");
}
