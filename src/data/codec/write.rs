//! Writes records column by column as they come, so that none of them is kept.

use super::parts::{put, put_all, put_day, put_decimal, put_period, put_unshared};
use super::pieces::Pieces;
use super::{LAYOUT, UNSTATED};
use crate::data::records::{Block, Names, Row, Shape, Sink, Text};
use crate::data::roles::{Field, Kind};
use crate::engine::records::{ForecastCategory, Outcome};

/// Takes records and gives their bytes.
pub(in crate::data) struct Writer {
    /// One for each of [`Kind::ALL`], in that order.
    lists: Vec<List>,
    /// Room to work in: the numbers of a block's texts.
    room: Vec<u32>,
}

/// The columns of one kind of record.
struct List {
    n: usize,
    /// Whether a deal states a forecast category.
    has_categories: bool,
    texts: Vec<Texts>,
    numbers: Vec<Column>,
    days: Vec<(Column, i32)>,
    outcomes: Option<Pieces>,
    periods: Option<Pieces>,
}

/// A column of texts.
enum Texts {
    /// Ids, which seldom repeat: each as what it does not share with the one before.
    Plain { bytes: Pieces, last: String },
    /// Each text once, and its number where it stands.
    Numbered { names: Names, numbers: Pieces },
}

/// A column with gaps.
#[derive(Default)]
struct Column {
    n: usize,
    n_present: usize,
    /// A bit for each record, the lowest first.
    present: Vec<u8>,
    bytes: Pieces,
}

/// Values stand nowhere.
pub(super) const NOWHERE: u8 = 0;
/// Values stand everywhere.
pub(super) const EVERYWHERE: u8 = 1;
/// Values stand where bits say so.
pub(super) const BY_BITS: u8 = 2;

impl Default for Writer {
    fn default() -> Self {
        Self { lists: Kind::ALL.into_iter().map(List::new).collect(), room: Vec::new() }
    }
}

impl Sink for Writer {
    fn begin(&mut self, kind: Kind) {
        let texts = self.lists.get_mut(kind as usize).map(|list| list.texts.iter_mut());
        for texts in texts.into_iter().flatten() {
            if let Texts::Numbered { names, .. } = texts {
                names.begin();
            }
        }
    }

    fn take(&mut self, kind: Kind, row: &Row<'_>) {
        if let Some(list) = self.lists.get_mut(kind as usize) {
            list.take(row);
        }
    }

    fn take_block(&mut self, block: &Block<'_, '_>) {
        if let Some(list) = self.lists.get_mut(Kind::Deals as usize) {
            list.take_block(block, &mut self.room);
        }
    }
}

impl Writer {
    /// The bytes.
    pub(in crate::data) fn finish(self) -> Pieces {
        let has_categories = self.lists.iter().any(|list| list.has_categories);
        let mut bytes = Pieces::from(vec![if has_categories { LAYOUT } else { UNSTATED }]);
        for list in self.lists {
            put(bytes.end(), list.n as u64);
            if list.n != 0 {
                list.finish(&mut bytes);
            }
        }
        bytes
    }
}

impl List {
    fn new(kind: Kind) -> Self {
        let shape = Shape::of(kind);
        Self {
            n: 0,
            has_categories: false,
            texts: shape.texts.iter().map(|field| Texts::new(*field)).collect(),
            numbers: shape.numbers.iter().map(|_| Column::default()).collect(),
            days: shape.days.iter().map(|_| (Column::default(), 0)).collect(),
            outcomes: (kind == Kind::Deals).then(Pieces::default),
            periods: Shape::has_period(kind).then(Pieces::default),
        }
    }

    fn take(&mut self, row: &Row<'_>) {
        self.n += 1;
        for (texts, text) in self.texts.iter_mut().zip(row.texts) {
            texts.take(text);
        }
        for (column, number) in self.numbers.iter_mut().zip(row.numbers) {
            column.take(number.is_some());
            if let Some(number) = number {
                put_decimal(column.bytes.end(), number);
            }
        }
        for ((column, last), day) in self.days.iter_mut().zip(row.days) {
            column.take(day.is_some());
            if let Some(day) = day {
                put_day(column.bytes.end(), last, day);
            }
        }
        if let Some(outcomes) = &mut self.outcomes {
            self.has_categories |= row.forecast_category.is_some();
            outcomes.end().push(of_outcome(row.outcome, row.forecast_category));
        }
        if let (Some(periods), Some(period)) = (&mut self.periods, row.period) {
            put_period(periods.end(), period);
        }
    }

    /// Deals.
    fn take_block(&mut self, block: &Block<'_, '_>, room: &mut Vec<u32>) {
        let n = block.n();
        self.n += n;
        for (place, texts) in self.texts.iter_mut().enumerate() {
            texts.take_block(block, place, room);
        }
        for (place, column) in self.numbers.iter_mut().enumerate() {
            let numbers = block.numbers(place);
            column.take_all(n, numbers);
            for number in numbers.into_iter().flatten().flatten() {
                put_decimal(column.bytes.end(), *number);
            }
        }
        for (place, (column, last)) in self.days.iter_mut().enumerate() {
            let days = block.days(place);
            column.take_all(n, days);
            for day in days.into_iter().flatten().flatten() {
                put_day(column.bytes.end(), last, *day);
            }
        }
        let Some(bytes) = &mut self.outcomes else { return };
        match block.categories() {
            None => block.outcomes().iter().for_each(|outcome| bytes.end().push(of_outcome(*outcome, None))),
            Some(categories) => {
                self.has_categories |= categories.iter().any(Option::is_some);
                for (outcome, category) in block.outcomes().iter().zip(categories) {
                    bytes.end().push(of_outcome(*outcome, *category));
                }
            }
        }
    }

    /// Each column's length and bytes.
    fn finish(self, bytes: &mut Pieces) {
        let mut column = |start: Vec<u8>, rest: Pieces| {
            put(bytes.end(), (start.len() + rest.n_bytes()) as u64);
            bytes.append(start.into());
            bytes.append(rest);
        };
        for texts in self.texts {
            match texts {
                Texts::Plain { bytes, .. } => column(Vec::new(), bytes),
                Texts::Numbered { names, numbers } => {
                    let mut list = Vec::new();
                    put(&mut list, names.len() as u64);
                    for text in names.iter() {
                        put(&mut list, text.len() as u64);
                        list.extend_from_slice(text.as_bytes());
                    }
                    // One text stands everywhere.
                    column(list, if names.len() == 1 { Pieces::default() } else { numbers });
                }
            }
        }
        for part in self.numbers.into_iter().chain(self.days.into_iter().map(|(column, _)| column)) {
            if part.n_present == 0 {
                column(vec![NOWHERE], Pieces::default());
            } else if part.n_present == part.n {
                column(vec![EVERYWHERE], part.bytes);
            } else {
                let mut start = part.present;
                start.insert(0, BY_BITS);
                column(start, part.bytes);
            }
        }
        for part in self.outcomes.into_iter().chain(self.periods) {
            column(Vec::new(), part);
        }
    }
}

impl Texts {
    fn new(field: Field) -> Self {
        match field {
            Field::Id => Self::Plain { bytes: Pieces::default(), last: String::new() },
            _ => Self::Numbered { names: Names::default(), numbers: Pieces::default() },
        }
    }

    fn take(&mut self, text: Text<'_>) {
        match self {
            Self::Numbered { names, numbers } => put(numbers.end(), u64::from(names.number(text))),
            Self::Plain { bytes, last } => {
                put_unshared(bytes.end(), last, text.text);
                last.clear();
                last.push_str(text.text);
            }
        }
    }

    /// Those of a block in a place of the shape.
    fn take_block(&mut self, block: &Block<'_, '_>, place: usize, room: &mut Vec<u32>) {
        match self {
            Self::Numbered { names, numbers } => {
                names.number_all(&block.texts(place), block.n(), room);
                put_all(numbers, room);
            }
            Self::Plain { bytes, last } => {
                let ids = block.ids();
                let before = std::iter::once(last.as_str()).chain(ids.iter().copied());
                for (before, id) in before.zip(ids) {
                    put_unshared(bytes.end(), before, id);
                }
                if let Some(id) = ids.last() {
                    last.clear();
                    last.push_str(id);
                }
            }
        }
    }
}

impl Column {
    fn take(&mut self, is_present: bool) {
        let bit = self.n % 8;
        if bit == 0 {
            self.present.push(0);
        }
        self.n += 1;
        self.n_present += usize::from(is_present);
        if let Some(byte) = self.present.last_mut() {
            *byte |= u8::from(is_present) << bit;
        }
    }

    /// Values of which some may be there; `None` if none is.
    fn take_all<T>(&mut self, n: usize, values: Option<&[Option<T>]>) {
        let n_present = values.map_or(0, |values| values.iter().filter(|value| value.is_some()).count());
        if n_present != 0 && n_present != n {
            return values.into_iter().flatten().for_each(|value| self.take(value.is_some()));
        }
        // Whole bytes, but for the first and the last bits.
        let mut n_left = n;
        while !self.n.is_multiple_of(8) && 0 < n_left {
            self.take(n_present != 0);
            n_left -= 1;
        }
        let n_bytes = n_left / 8;
        self.present.resize(self.present.len() + n_bytes, if n_present == 0 { 0 } else { u8::MAX });
        self.n += n_bytes * 8;
        self.n_present += if n_present == 0 { 0 } else { n_bytes * 8 };
        (0..n_left % 8).for_each(|_| self.take(n_present != 0));
    }
}

fn of_outcome(outcome: Outcome, category: Option<ForecastCategory>) -> u8 {
    let outcome = match outcome {
        Outcome::Open => 0,
        Outcome::Won => 1,
        Outcome::Lost => 2,
    };
    outcome | category.map_or(0, |category| category as u8 + 1) << 2
}
