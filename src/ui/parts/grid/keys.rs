//! The keyboard on a grid: where it is, what is being typed, and what keys do.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::reach::{moved, pasted};
use super::{GridAct, GridCell, GridProps, GridRow, cell_id, place_of};
use crate::platform::{dom, events};

/// What is being typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// The id of what is wrong with it.
    pub(super) problem: Option<&'static str>,
    /// The field comes with its text marked: what is typed takes its place.
    is_marked: bool,
}

/// Where the keyboard is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cursor {
    /// The row's key; the first row without one.
    pub(super) key: Option<usize>,
    pub(super) column: usize,
    /// The other corner of what is chosen.
    pub(super) anchor: Option<(usize, usize)>,
    pub(super) draft: Option<Draft>,
}

/// The keyboard, and what events call.
#[derive(Clone)]
pub(super) struct Hand {
    /// Where the keyboard was when this was drawn.
    pub(super) cursor: Cursor,
    /// Where it is: a key can come before the one before it is drawn.
    now: Rc<RefCell<Cursor>>,
    redraw: UseForceUpdateHandle,
    pub(super) onkeydown: Callback<KeyboardEvent>,
    pub(super) oninput: Callback<InputEvent>,
    pub(super) onblur: Callback<FocusEvent>,
    pub(super) onpaste: Callback<Event>,
    pub(super) oncopy: Callback<Event>,
    /// The element that is to have the keyboard after the next drawing.
    wish: Rc<Cell<bool>>,
    /// Texts that cells were given and that are not drawn yet.
    given: Rc<RefCell<Vec<(usize, usize, String)>>>,
    work: Rc<Work>,
}

/// What callbacks need of the props and of the state at the last drawing.
struct Work {
    id: AttrValue,
    rows: Rc<Vec<GridRow>>,
    n_columns: usize,
    cells: Callback<usize, Rc<Vec<GridCell>>>,
    can_edit: Callback<(usize, usize), bool>,
    check: Callback<String, Option<&'static str>>,
    on_act: Callback<GridAct, bool>,
}

#[hook]
pub(super) fn use_hand(props: &GridProps) -> Hand {
    let (now, redraw) = (use_mut_ref(Cursor::default), use_force_update());
    let wish = use_memo((), |()| Cell::new(false));
    let given = use_mut_ref(Vec::new);
    let drawn = given.clone();
    use_effect_with(props.rows.clone(), move |_| drawn.borrow_mut().clear());
    let work = Rc::new(Work {
        id: props.id.clone(),
        rows: props.rows.0.clone(),
        n_columns: props.headers.len(),
        cells: props.cells.clone(),
        can_edit: props.can_edit.clone(),
        check: props.check.clone(),
        on_act: props.on_act.clone(),
    });
    let cursor = now.borrow().clone();
    let (wished, seen) = (wish.clone(), cursor.clone());
    let (id, here) = (props.id.clone(), cursor.key.or_else(|| work.rows.first().map(|row| row.key)));
    use_effect(move || {
        if let Some(key) = here.filter(|_| wished.replace(false)) {
            match &seen.draft {
                None => dom::focus(&cell_id(&id, key, seen.column)),
                Some(draft) if draft.is_marked => dom::mark(&field_id(&id)),
                Some(_) => dom::focus(&field_id(&id)),
            }
        }
    });
    let mut hand = Hand {
        cursor,
        now,
        redraw,
        onkeydown: Callback::noop(),
        oninput: Callback::noop(),
        onblur: Callback::noop(),
        onpaste: Callback::noop(),
        oncopy: Callback::noop(),
        wish,
        given,
        work,
    };
    listen(&mut hand);
    hand
}

/// The id of the field that is typed into.
pub(super) fn field_id(id: &str) -> String {
    format!("{id}-input")
}

fn listen(hand: &mut Hand) {
    let own = hand.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let is_taken = if own.is_typing() { own.key_in_field(&event) } else { own.key(&event) };
        if is_taken {
            event.prevent_default();
        }
    });
    let own = hand.clone();
    let oninput = Callback::from(move |event: InputEvent| own.write(events::value(&event), None));
    let own = hand.clone();
    let onblur = Callback::from(move |_: FocusEvent| own.take(false));
    let own = hand.clone();
    let onpaste = Callback::from(move |event: Event| {
        if !own.is_typing()
            && let Some(text) = events::pasted(&event)
        {
            event.prevent_default();
            own.paste(&text);
        }
    });
    let own = hand.clone();
    let oncopy = Callback::from(move |event: Event| {
        if !own.is_typing() {
            events::copied(&event, &own.copied());
        }
    });
    (hand.onkeydown, hand.oninput, hand.onblur) = (onkeydown, oninput, onblur);
    (hand.onpaste, hand.oncopy) = (onpaste, oncopy);
}

impl Hand {
    fn now(&self) -> Cursor {
        self.now.borrow().clone()
    }

    fn set(&self, cursor: Cursor) {
        *self.now.borrow_mut() = cursor;
        self.redraw.force_update();
    }

    fn is_typing(&self) -> bool {
        self.now.borrow().draft.is_some()
    }

    /// What is being typed is this text now.
    fn write(&self, text: String, problem: Option<&'static str>) {
        self.set(Cursor { draft: Some(Draft { text, problem, is_marked: false }), ..self.now() });
    }

    /// The place of the row that has the keyboard.
    pub(super) fn row(&self) -> usize {
        self.now().key.and_then(|key| place_of(&self.work.rows, key)).unwrap_or(0)
    }

    fn key_here(&self) -> Option<usize> {
        self.work.rows.get(self.row()).map(|row| row.key)
    }

    /// First and last row and column of what is chosen: at least the cell of the keyboard.
    pub(super) fn range(&self) -> [(usize, usize); 2] {
        let now = self.now();
        let here = (self.row(), now.column);
        let anchor = now.anchor.and_then(|(key, column)| Some((place_of(&self.work.rows, key)?, column)));
        let other = anchor.unwrap_or(here);
        [(here.0.min(other.0), here.1.min(other.1)), (here.0.max(other.0), here.1.max(other.1))]
    }

    /// Puts the keyboard on a cell; what is chosen grows to it with `is_wider`.
    pub(super) fn go(&self, key: usize, column: usize, is_wider: bool) {
        let now = self.now();
        let anchor = now.anchor.or_else(|| Some((self.key_here()?, now.column)));
        self.wish.set(true);
        self.set(Cursor { key: Some(key), column, anchor: anchor.filter(|_| is_wider), draft: None });
        self.work.on_act.emit(GridAct::Reached(key, column));
        if now.draft.is_some_and(|draft| draft.problem.is_some()) {
            // What could not be read goes with its field.
            self.work.on_act.emit(GridAct::Typed { texts: Vec::new(), n_bad: 1, n_left: 0 });
        }
    }

    /// The cells of a row, with what they were given last.
    fn cells(&self, key: usize) -> Vec<GridCell> {
        let mut cells = (*self.work.cells.emit(key)).clone();
        for (_, column, text) in self.given.borrow().iter().filter(|(row, ..)| *row == key) {
            if let Some(cell) = cells.get_mut(*column) {
                cell.typed.clone_from(text);
            }
        }
        cells
    }

    /// What stands in a cell, or was given to it last.
    fn typed(&self, key: usize, column: usize) -> Option<String> {
        self.cells(key).into_iter().nth(column).map(|cell| cell.typed)
    }

    /// Begins to type in the place of what stands there.
    pub(super) fn begin_anew(&self) {
        self.begin(None);
        let now = self.now();
        let draft = now.draft.map(|draft| Draft { is_marked: true, ..draft });
        self.set(Cursor { draft, ..now });
    }

    /// Begins to type: at the end of what stands there, or a letter in its place.
    fn begin(&self, letter: Option<String>) -> bool {
        let (Some(key), now) = (self.key_here(), self.now()) else { return false };
        if !self.work.can_edit.emit((key, now.column)) {
            return false;
        }
        let Some(text) = letter.or_else(|| self.typed(key, now.column)) else { return false };
        let draft = Some(Draft { text, ..Draft::default() });
        self.wish.set(true);
        self.set(Cursor { key: Some(key), draft, anchor: None, ..now });
        true
    }

    /// Takes what was typed. The keyboard stays on the cell with `stays`, else it is elsewhere already.
    fn take(&self, stays: bool) {
        let now = self.now();
        // A field that is taken away is left once more: what was taken or given up is so once.
        let (Some(draft), Some(key)) = (now.draft, self.key_here()) else { return };
        let problem = self.work.check.emit(draft.text.clone());
        if problem.is_some() {
            self.write(draft.text, problem);
            return;
        }
        self.end(stays);
        if self.typed(key, now.column).as_ref() != Some(&draft.text) {
            self.give(vec![(key, now.column, draft.text)], 0, 0);
        }
    }

    fn give(&self, texts: Vec<(usize, usize, String)>, n_bad: usize, n_left: usize) {
        self.given.borrow_mut().extend(texts.iter().cloned());
        if !self.work.on_act.emit(GridAct::Typed { texts, n_bad, n_left }) {
            // Nothing is drawn for what was refused: the cells have what they had.
            self.given.borrow_mut().clear();
        }
    }

    fn end(&self, stays: bool) {
        let now = self.now();
        // At once: until the next drawing the field would have the keys.
        let cell = self.key_here().map(|key| cell_id(&self.work.id, key, now.column));
        self.wish.set(stays);
        self.set(Cursor { draft: None, ..now });
        if let Some(cell) = cell.filter(|_| stays) {
            dom::focus(&cell);
        }
    }

    /// A key while something is typed; whether it is taken. Until the field is drawn keys come to the cell.
    fn key_in_field(&self, event: &KeyboardEvent) -> bool {
        let (key, is_far) = (event.key(), event.ctrl_key() || event.meta_key() || event.alt_key());
        let mut text = self.now().draft.map(|draft| draft.text).unwrap_or_default();
        match key.as_str() {
            "Enter" => self.take(true),
            "Escape" => self.end(true),
            _ if is_far || events::is_of_text_field(event) => return false,
            "Backspace" => {
                text.pop();
                self.write(text, None);
            }
            _ if key.chars().count() == 1 => self.write(text + &key, None),
            _ => return false,
        }
        true
    }

    /// A key on a cell; whether it is taken.
    fn key(&self, event: &KeyboardEvent) -> bool {
        let (row, column) = (self.row(), self.now().column);
        let Some(one) = self.work.rows.get(row).copied() else { return false };
        let (key, is_far) = (event.key(), event.ctrl_key() || event.meta_key());
        if event.alt_key() {
            return false;
        }
        match (key.as_str(), one.is_open) {
            ("ArrowRight", Some(false)) if column == 0 => self.open(one.key, true),
            ("ArrowLeft", Some(true)) if column == 0 => self.open(one.key, false),
            ("Enter" | " ", Some(is_open)) if column == 0 => self.open(one.key, !is_open),
            ("Enter" | "F2", _) => return self.begin(None),
            ("d" | "D", _) if is_far => self.fill(),
            ("l" | "L", _) if is_far => {
                self.work.on_act.emit(GridAct::Fixed(self.chosen()));
            }
            ("Delete" | "Backspace", _) => self.clear(),
            ("Escape", _) => self.go(one.key, column, false),
            _ => {
                let size = (self.work.rows.len(), self.work.n_columns);
                if let Some((row, column)) = moved(&key, is_far, (row, column), size) {
                    if let Some(next) = self.work.rows.get(row) {
                        self.go(next.key, column, event.shift_key());
                    }
                    return true;
                }
                return !is_far && key.chars().count() == 1 && key != " " && self.begin(Some(key));
            }
        }
        true
    }

    fn open(&self, key: usize, is_open: bool) {
        self.wish.set(true);
        self.work.on_act.emit(GridAct::Opened(key, is_open));
    }

    /// The cells that are chosen, by key and column.
    fn chosen(&self) -> Vec<(usize, usize)> {
        let [from, to] = self.range();
        let rows = self.work.rows.iter().skip(from.0).take(to.0 - from.0 + 1);
        rows.flat_map(|row| (from.1..=to.1).map(move |column| (row.key, column))).collect()
    }

    /// What stands in the first row of what is chosen goes into those below; that of the row above into a single one.
    fn fill(&self) {
        let [mut from, to] = self.range();
        if from.0 == to.0 {
            let Some(above) = from.0.checked_sub(1) else { return };
            from.0 = above;
        }
        let Some(source) = self.work.rows.get(from.0).map(|row| self.cells(row.key)) else { return };
        let below = self.work.rows.iter().skip(from.0 + 1).take(to.0 - from.0);
        let filled = below.flat_map(|row| {
            let some = source.iter().enumerate().skip(from.1).take(to.1 - from.1 + 1);
            some.map(|(column, cell)| (row.key, column, cell.typed.clone()))
        });
        self.put(filled.filter(|(.., text)| !text.is_empty()).collect(), 0);
    }

    /// Cells that were set are computed again.
    fn clear(&self) {
        self.put(self.chosen().into_iter().map(|(key, column)| (key, column, String::new())).collect(), 0);
    }

    /// Puts rows and cells from a spreadsheet from the first chosen cell on; a single one into all that are chosen.
    fn paste(&self, text: &str) {
        let table = pasted(text);
        let [from, _] = self.range();
        if let [line] = table.as_slice()
            && let [one] = line.as_slice()
        {
            let all = self.chosen().into_iter().map(|(key, column)| (key, column, one.trim().to_owned()));
            self.put(all.collect(), 0);
            return;
        }
        let rows = self.work.rows.iter().skip(from.0);
        let cells = rows.zip(&table).flat_map(|(row, line)| {
            line.iter().enumerate().map(move |(at, text)| (row.key, from.1 + at, text.trim().to_owned()))
        });
        let texts: Vec<(usize, usize, String)> = cells.collect();
        let beyond = table.iter().skip(self.work.rows.len().saturating_sub(from.0)).flatten();
        let has_place = |(key, column, _): &&(usize, usize, String)| self.work.can_edit.emit((*key, *column));
        let aside = texts.iter().filter(|text| !has_place(text)).map(|(.., text)| text.as_str());
        let n_left = aside.chain(beyond.copied()).filter(|text| !text.trim().is_empty()).count();
        self.put(texts, n_left);
    }

    /// Hands on what goes into cells that can be edited, with the counts of what cannot be read and of what was left.
    fn put(&self, texts: Vec<(usize, usize, String)>, n_left: usize) {
        let own = texts.into_iter().filter(|(key, column, _)| self.work.can_edit.emit((*key, *column)));
        let (fine, bad): (Vec<_>, Vec<_>) = own.partition(|(.., text)| self.work.check.emit(text.clone()).is_none());
        if !fine.is_empty() || !bad.is_empty() || 0 < n_left {
            self.give(fine, bad.len(), n_left);
        }
    }

    /// What is chosen as a spreadsheet takes it.
    fn copied(&self) -> String {
        let [from, to] = self.range();
        let rows = self.work.rows.iter().skip(from.0).take(to.0 - from.0 + 1);
        let line = |row: &GridRow| {
            let cells = self.cells(row.key);
            let texts = cells.into_iter().skip(from.1).take(to.1 - from.1 + 1);
            texts.map(|cell| if cell.typed.is_empty() { cell.text } else { cell.typed }).collect::<Vec<_>>().join("\t")
        };
        rows.map(line).collect::<Vec<_>>().join("\n")
    }
}
