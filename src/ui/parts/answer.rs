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

#[derive(Properties, PartialEq)]
pub(crate) struct AnswerProps {
    pub(crate) sentence: AttrValue,
    #[prop_or_default]
    pub(crate) facts: Vec<Fact>,
}

#[component]
pub(crate) fn Answer(props: &AnswerProps) -> Html {
    html! {
        <section class="answer">
            <p class="answer-sentence" aria-live="polite">{ &props.sentence }</p>
            <dl class="facts">
                { for props.facts.iter().map(|fact| html! {
                    <div class="fact" key={fact.name.clone()}>
                        <dt>{ &fact.name }</dt>
                        <dd>
                            <span class="fact-figure">{ &fact.figure }</span>
                            if !fact.note.is_empty() {
                                <span class="fact-note">{ &fact.note }</span>
                            }
                        </dd>
                    </div>
                }) }
            </dl>
        </section>
    }
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
