//! Where a plan comes from: a plan file, a scenario file, or a template by name.

use std::path::Path;

use attain::engine::comp::{Plan, PlanBook, templates};
use attain::engine::records::Dataset;
use attain::present::{Locale, Words, book_error, plan_error};
use attain::scenario::{FileError, Opened, decode_record, open, plan_for};

use crate::fail::Failure;
use crate::read::unreadable;

/// Longest text that is read: a scenario with its data.
const N_BYTES: u64 = 1 << 30;

/// Options that name a plan.
#[derive(clap::Args)]
pub(crate) struct PlanArgs {
    /// Plan file, scenario file, or template name
    #[arg(long, value_name = "P")]
    pub(crate) plan: String,
    /// Which plan of a scenario file; its chosen one if not given
    #[arg(long, value_name = "NAME")]
    plan_name: Option<String>,
}

impl PlanArgs {
    /// The plan, sound enough to be run.
    pub(crate) fn load(&self) -> Result<Source, Failure> {
        load(&self.plan, self.plan_name.as_deref())
    }

    /// The plan, sound or not.
    pub(crate) fn load_any(&self) -> Result<Source, Failure> {
        load_any(&self.plan, self.plan_name.as_deref())
    }
}

/// A plan with what came with it.
pub(crate) struct Source {
    pub(crate) plan: Plan,
    /// A template: what it lacks may be filled in from data.
    pub(crate) is_template: bool,
    /// The scenario that it is of.
    pub(crate) scenario: Option<Opened>,
}

impl Source {
    /// The plan, a template's quota and target incentive filled in where the data has none.
    pub(crate) fn plan_on(&self, dataset: &Dataset) -> Plan {
        if self.is_template { plan_for(dataset, self.plan.clone()) } else { self.plan.clone() }
    }
}

/// The plan of that file or template name, sound enough to be run.
pub(crate) fn load(place: &str, name: Option<&str>) -> Result<Source, Failure> {
    let source = load_any(place, name)?;
    check(place, &source.plan)?;
    Ok(source)
}

/// The plan of that file or template name, sound or not.
pub(crate) fn load_any(place: &str, name: Option<&str>) -> Result<Source, Failure> {
    let path = Path::new(place);
    if path.exists() {
        from_text(place, &read_text(path)?, name)
    } else {
        let known = templates::all();
        let template = known.iter().find(|(key, _)| *key == place).map(|(_, plan)| plan.clone());
        let names: Vec<&str> = known.iter().map(|(key, _)| *key).collect();
        let remedy = format!("Name a plan file, a scenario file, or one of the templates {}", names.join(", "));
        let plan = template
            .ok_or_else(|| Failure::refused(place, "there is no file and no template of this name", &remedy))?;
        Ok(Source { plan, is_template: true, scenario: None })
    }
}

/// Adds a plan, under a name that no other of them has.
pub(crate) fn add_apart(plans: &mut Vec<Plan>, mut plan: Plan) {
    let base = plan.name.clone();
    for number in 2.. {
        if !plans.iter().any(|other| other.name == plan.name) {
            break;
        }
        plan.name = format!("{base} ({number})");
    }
    plans.push(plan);
}

/// The plans of that file and who is on them, sound enough to be run.
pub(crate) fn load_book(place: &str) -> Result<PlanBook, Failure> {
    let text = read_text(Path::new(place))?;
    let book: PlanBook = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let reason = format!("is no book of plans: {error}");
        Failure::refused(place, reason, "Correct the file; docs/command-line.md has an example")
    })?;
    let words = Words::new(Locale::English);
    let problems: Vec<String> = book.errors().iter().map(|error| book_error(&words, error)).collect();
    if problems.is_empty() { Ok(book) } else { Err(Failure::refused(place, problems.join(". "), "Correct the file")) }
}

/// Refuses a plan that breaks a rule.
pub(crate) fn check(place: &str, plan: &Plan) -> Result<(), Failure> {
    let problems = problems(plan);
    if problems.is_empty() { Ok(()) } else { Err(Failure::refused(place, problems.join(". "), "Correct the plan")) }
}

/// What is wrong with a plan, in words.
pub(crate) fn problems(plan: &Plan) -> Vec<String> {
    let words = Words::new(Locale::English);
    plan.errors().iter().map(|error| plan_error(&words, error)).collect()
}

fn from_text(place: &str, text: &str, name: Option<&str>) -> Result<Source, Failure> {
    if !is_scenario(text) {
        let plan = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Failure::refused(
                place,
                format!("is no plan: {error}"),
                "Correct the file; docs/command-line.md has an example",
            )
        })?;
        return Ok(Source { plan, is_template: false, scenario: None });
    }
    let opened = open_text(place, text)?;
    let plans = &opened.scenario.plans;
    let plan = match name {
        Some(name) => plans.iter().find(|plan| plan.name == name),
        None => opened.scenario.plan(),
    };
    let names: Vec<&str> = plans.iter().map(|plan| plan.name.as_str()).collect();
    let remedy = format!("Choose one with --plan-name; it has: {}", names.join(", "));
    let plan = plan.cloned().ok_or_else(|| Failure::refused(place, "the scenario has no such plan", &remedy))?;
    Ok(Source { plan, is_template: false, scenario: Some(opened) })
}

/// A file's text.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let place = path.display();
    let io = |error: std::io::Error| Failure::refused(&place, unreadable(&error), "Check the path");
    if N_BYTES < std::fs::metadata(path).map_err(io)?.len() {
        return Err(Failure::refused(&place, "the file is larger than 1 GiB", "Choose a plan or scenario file"));
    }
    let bytes = std::fs::read(path).map_err(io)?;
    String::from_utf8(bytes)
        .map_err(|_| Failure::refused(&place, "the file is not UTF-8 text", "Choose a plan or scenario file"))
}

/// Whether a text says that it is a scenario: its file, or a record as the browser keeps it.
pub(crate) fn is_scenario(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Mark {
        #[serde(rename = "format")]
        _format: String,
    }
    text.starts_with("attain1 ") || serde_json::from_str::<Mark>(text.trim_start_matches('\u{feff}')).is_ok()
}

/// The scenario in a file.
pub(crate) fn open_file(path: &Path) -> Result<Opened, Failure> {
    open_text(&path.display().to_string(), &read_text(path)?)
}

/// The scenario in a text.
pub(crate) fn open_text(place: &str, text: &str) -> Result<Opened, Failure> {
    let result = if text.starts_with("attain1 ") {
        decode_record(text)
            .map(|stored| Opened {
                scenario: stored.scenario,
                data: None,
                data_left_out: false,
                n_plans_left_out: 0,
                version: attain::scenario::VERSION,
                edited: false,
                read_only: stored.read_only,
            })
            .map_err(|error| (error.to_string(), FileError::OtherFormat.remedy()))
    } else {
        open(text).map_err(|error| (error.to_string(), error.remedy()))
    };
    result.map_err(|(reason, remedy)| Failure::refused(place, reason, remedy))
}
