//! From a state and an event to the next state.

use std::rc::Rc;

use yew::Reducible;

use super::behaving::Behaving;
use super::event::Event;
use super::history::History;
use super::state::{Cost, CostStatus, DataState, Notice, Outcome, Reading, Saving, State, is_dark, numerals};

/// Notices that are shown at once.
const MOST_NOTICES: usize = 4;

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut state = (*self).clone();
        state.number += 1;
        state.take(event);
        Rc::new(state)
    }
}

impl State {
    fn take(&mut self, event: Event) {
        match event {
            Event::Went(route) => self.route = route,
            Event::LanguageChosen(words) => {
                self.numerals = numerals(words.locale());
                self.words = words;
            }
            Event::ThemeChosen(theme) => {
                self.theme = theme;
                self.is_dark = is_dark(theme);
            }
            Event::SystemThemeChanged => self.is_dark = is_dark(self.theme),
            Event::Edited(_) | Event::Imported { .. } if self.read_only => {}
            Event::Edited(edit) => {
                let mut next = (**self.scenario()).clone();
                edit(&mut next);
                self.history.push(next);
            }
            Event::Imported { edit, fingerprint } => {
                let is_again = self.replaceable().is_some() && !self.history.can_redo();
                let mut next = (**self.scenario()).clone();
                edit(&mut next);
                if is_again {
                    self.history.amend(next);
                } else {
                    self.history.push(next);
                }
                self.imported = self.tables.is_some().then_some(fingerprint);
            }
            Event::Undone => self.history.undo(),
            Event::Redone => self.history.redo(),
            Event::Opened { id, scenario, saved_at, read_only, is_new } => {
                self.history = History::new(*scenario);
                self.id = id;
                self.read_only = read_only;
                self.saved = (is_new || saved_at.is_some()).then(|| self.scenario().clone());
                self.saving = saved_at.map_or(Saving::Untouched, Saving::Saved);
                self.forget_outcomes();
            }
            Event::Forked { id, title } => {
                self.id = id;
                let mut next = (**self.scenario()).clone();
                next.title = title;
                self.history.amend(next);
                self.saved = None;
            }
            Event::Noticed { tone, text, undo } => {
                self.last_notice += 1;
                self.notices.retain(|notice| notice.text != text);
                self.notices.push(Notice { id: self.last_notice, tone, text, undo });
                if MOST_NOTICES < self.notices.len() {
                    self.notices.remove(0);
                }
            }
            Event::UpdateCame => self.is_update_ready = true,
            Event::Dismissed(id) => self.notices.retain(|notice| notice.id != id),
            event => self.take_work(event),
        }
    }

    /// Saving, reading and results.
    fn take_work(&mut self, event: Event) {
        match event {
            Event::SaveAsked => self.n_saves_asked += 1,
            Event::SaveBegan => self.saving = Saving::Saving,
            Event::Saved { id, scenario, at } if id == self.id => {
                self.saved = Some(scenario);
                self.saving = if self.is_unsaved() { Saving::Saving } else { Saving::Saved(at) };
            }
            Event::SaveFailed(error) => self.saving = Saving::Failed(error),
            Event::Listed(entries) => self.entries = Rc::new(entries),
            Event::ReadBegan(file) => self.reading = Some(Reading { file, share: 0.0 }),
            Event::ReadWent { file, share } if self.reading.is_some() => self.reading = Some(Reading { file, share }),
            Event::ReadEnded => self.reading = None,
            Event::TablesCame(tables) => {
                self.reading = None;
                self.tables = Some(tables.into());
            }
            Event::TablesLeft => (self.tables, self.imported) = (None, None),
            Event::KeptListed(kept) => self.kept = Rc::new(kept),
            Event::DataGone => {
                self.data = DataState::None;
                self.forget_outcomes();
            }
            Event::DataAwaited => self.data = DataState::Loading,
            Event::DataMissing => self.data = DataState::Missing,
            Event::DataCame(report) => {
                self.data = DataState::Ready(report);
                self.reading = None;
            }
            event => self.take_result(event),
        }
    }

    fn take_result(&mut self, event: Event) {
        match event {
            Event::ReplayAwaited => self.replay = self.replay.waiting(),
            Event::ReplayCame(replay) => {
                self.replay = replay.map_or(Outcome::Failed, |replay| Outcome::Ready(replay.into()));
            }
            Event::ReplayGone => self.replay = Outcome::Nothing,
            Event::FitAwaited => self.fitted = self.fitted.waiting(),
            Event::FitCame(fitted) => {
                self.fitted = fitted.map_or(Outcome::Failed, |fitted| Outcome::Ready(fitted.into()));
            }
            Event::FitGone => self.fitted = Outcome::Nothing,
            Event::CostBegan { key, n_runs } => {
                let (summaries, sensitivity) = (self.cost.summaries.take(), self.cost.sensitivity.take());
                self.cost = Cost { key, status: CostStatus::Running, n_done: 0, n_runs, summaries, sensitivity };
            }
            Event::CostWent { key, n_done, summaries } if key == self.cost.key => {
                self.cost.n_done = n_done;
                if let Some(summaries) = summaries {
                    self.cost.summaries = Some(Rc::new(summaries));
                }
            }
            Event::CostDone { key } if key == self.cost.key => self.cost.status = CostStatus::Done,
            Event::CostCancelled => self.cost.status = CostStatus::Cancelled,
            Event::CostFailed { key } if key == self.cost.key => self.cost.status = CostStatus::Failed,
            Event::SensitivityCame { key, result } if key == self.cost.key => {
                self.cost.sensitivity = Some(Rc::new(result));
            }
            event => self.behaving.take(event),
        }
    }

    fn forget_outcomes(&mut self) {
        self.replay = Outcome::Nothing;
        self.fitted = Outcome::Nothing;
        self.cost = Cost::idle();
        self.behaving = Behaving::default();
    }
}
