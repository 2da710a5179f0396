//! How a command ends: exit statuses, and messages on standard error.

use std::fmt::Display;
use std::io::Write as _;
use std::process::ExitCode;

/// Why a command stopped.
#[derive(Debug)]
pub(crate) struct Failure {
    status: u8,
    message: String,
}

/// How far a command came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// All of it.
    Whole,
    /// Some inputs were refused, and said so; the others were done.
    Partly,
}

/// What a command comes to.
pub(crate) type Outcome = Result<Done, Failure>;

impl Failure {
    /// The input is refused: where, why, and what to do as an imperative sentence.
    pub(crate) fn refused(place: impl Display, reason: impl Display, remedy: &str) -> Self {
        Self { status: 1, message: sentence(place, reason, remedy) }
    }

    /// The command was called in a wrong way that only its input shows.
    pub(crate) fn usage(reason: impl Display, remedy: &str) -> Self {
        Self { status: 2, message: sentence("", reason, remedy) }
    }

    /// Says it now, where others go on.
    pub(crate) fn say(&self) {
        if !self.message.is_empty() {
            say(&self.message);
        }
    }

    /// What was said already; only the status is left.
    pub(crate) fn said() -> Self {
        Self { status: 1, message: String::new() }
    }
}

/// One line: `place: reason. Remedy.`
pub(crate) fn sentence(place: impl Display, reason: impl Display, remedy: &str) -> String {
    let place = place.to_string();
    let place = if place.is_empty() { place } else { format!("{place}: ") };
    let closed = |text: String| if text.is_empty() || text.ends_with(['.', '?', '!']) { text } else { text + "." };
    let text = format!("{place}{} {}", closed(reason.to_string()), closed(remedy.to_owned()));
    text.trim_end().to_owned()
}

/// A line on standard error. Nobody may be listening.
pub(crate) fn say(text: impl Display) {
    let _ = writeln!(std::io::stderr(), "attain: {text}");
}

/// The exit status, after the message of a failure.
pub(crate) fn status(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(Done::Whole) => ExitCode::SUCCESS,
        Ok(Done::Partly) => ExitCode::from(1),
        Err(failure) => {
            failure.say();
            ExitCode::from(failure.status)
        }
    }
}
