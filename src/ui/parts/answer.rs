//! What a page says first: its answer in a sentence, and the few figures that carry it.

use yew::prelude::*;

/// A figure with its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) figure: String,
    /// What it means or how it is made up.
    pub(crate) note: String,
}

impl Fact {
    pub(crate) fn new(name: String, figure: String) -> Self {
        Self { name, figure, note: String::new() }
    }

    pub(crate) fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }
}

/// The answer of a page.
pub(crate) fn answer(sentence: String, facts: Vec<Fact>) -> Html {
    html! {
        <section class="answer">
            <p class="answer-sentence" aria-live="polite">{ sentence }</p>
            <dl class="facts">{ facts_list(facts) }</dl>
        </section>
    }
}

/// Figures, to stand in a list of definitions.
pub(crate) fn facts_list(facts: Vec<Fact>) -> Html {
    let fact = |fact: Fact| {
        html! {
            <div class="fact" key={fact.name.clone()}>
                <dt>{ fact.name }</dt>
                <dd>
                    <span class="fact-figure">{ fact.figure }</span>
                    if !fact.note.is_empty() {
                        <span class="fact-note">{ fact.note }</span>
                    }
                </dd>
            </div>
        }
    };
    facts.into_iter().map(fact).collect()
}

/// A list of plain lines.
pub(crate) fn lines(lines: Vec<String>) -> Html {
    lines.into_iter().enumerate().map(|(at, line)| html! { <li key={at}>{ line }</li> }).collect()
}

/// What stands where there is nothing yet: why, and the next step.
pub(crate) fn empty(text: String, step: Html) -> Html {
    html! {
        <div class="empty">
            <p>{ text }</p>
            { step }
        </div>
    }
}

/// A link to another page as that step.
pub(crate) fn go_to(hash: &str, text: String) -> Html {
    html! { <a class="button" href={format!("#{hash}")}>{ text }</a> }
}
