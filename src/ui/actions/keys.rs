//! Shortcuts of the whole page. Inside a text field the browser's own undo goes first.

use super::scenario_file::export;
use crate::platform::system::Shortcut;
use crate::ui::context::App;
use crate::ui::store::Event;

/// Does what a shortcut stands for.
pub(crate) fn shortcut(app: &App, shortcut: Shortcut) {
    match shortcut {
        Shortcut::Undo => app.send(Event::Undone),
        Shortcut::Redo => app.send(Event::Redone),
        Shortcut::SaveFile => export(app, false),
    }
}
