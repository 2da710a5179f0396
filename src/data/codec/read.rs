//! Reads bytes back to records, one after the other. Whatever the bytes are, they cost no more memory than they may.

use super::parts::Rest;
use super::write::{BY_BITS, EVERYWHERE, NOWHERE};
use crate::data::records::{Row, Shape, Text};
use crate::data::roles::{Field, Kind};
use crate::engine::records::{ForecastCategory, Outcome};

/// Bytes of memory that records may take, whatever they are made of.
const N_BYTES: usize = 512 << 20;
/// How many times their own size the bytes may become, above that.
const RATIO: usize = 128;

/// The columns of one kind of record.
pub(super) struct List<'a> {
    pub(super) kind: Kind,
    pub(super) n: usize,
    /// Whether the layout is one in which deals may state forecast categories.
    has_categories: bool,
    texts: Vec<Texts<'a>>,
    numbers: Vec<Column<'a>>,
    days: Vec<(Column<'a>, i32)>,
    outcomes: Option<Rest<'a>>,
    periods: Option<Rest<'a>>,
}

#[derive(Clone)]
enum Texts<'a> {
    Plain {
        rest: Rest<'a>,
        last: String,
    },
    /// Without numbers, the first text stands everywhere.
    Numbered {
        texts: Vec<&'a str>,
        numbers: Option<Rest<'a>>,
    },
}

#[derive(Clone, Copy)]
struct Column<'a> {
    mode: u8,
    present: &'a [u8],
    rest: Rest<'a>,
}

/// The lists of all kinds; `None` if the bytes are damaged.
pub(super) fn lists(layout: u8, bytes: &[u8]) -> Option<Vec<List<'_>>> {
    let mut rest = Rest(bytes);
    let mut lists = Vec::new();
    let is_narrower = layout == super::NARROWER;
    for kind in Kind::ALL.into_iter().filter(|kind| !is_narrower || !kind.is_late()) {
        let shape = if is_narrower { Shape::before(kind) } else { Shape::of(kind) };
        // Every record has a byte at least: an id, or a number that it cannot do without. Absences may have none; there
        // the budget is all that holds.
        let n = if kind == Kind::Absences { usize::try_from(rest.number()?).ok()? } else { rest.length()? };
        lists.push(if n == 0 { List::empty(kind) } else { List::new(kind, shape, n, &mut rest)? });
        // Deals may state forecast categories in the last layout alone.
        if let Some(list) = lists.last_mut() {
            list.has_categories = layout == super::LAYOUT;
        }
    }
    rest.0.is_empty().then_some(lists)
}

/// What is left of the memory that records may take.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(bytes.len().saturating_mul(RATIO).max(N_BYTES))
    }
}

impl<'a> List<'a> {
    fn empty(kind: Kind) -> Self {
        Self {
            kind,
            n: 0,
            has_categories: false,
            texts: vec![],
            numbers: vec![],
            days: vec![],
            outcomes: None,
            periods: None,
        }
    }

    fn new(kind: Kind, shape: Shape, n: usize, rest: &mut Rest<'a>) -> Option<Self> {
        let mut column = || {
            let n = rest.length()?;
            Some(Rest(rest.take(n)?))
        };
        let texts = shape.texts.iter().map(|field| Texts::new(*field, column()?)).collect::<Option<_>>()?;
        let numbers = shape.numbers.iter().map(|_| Column::new(n, column()?)).collect::<Option<_>>()?;
        let days = shape.days.iter().map(|_| Some((Column::new(n, column()?)?, 0))).collect::<Option<_>>()?;
        let outcomes = if kind == Kind::Deals { Some(column()?) } else { None };
        let periods = if Shape::has_period(kind) { Some(column()?) } else { None };
        Some(Self { kind, n, has_categories: false, texts, numbers, days, outcomes, periods })
    }

    /// All records, in order; `None` where the bytes turn out to be damaged.
    pub(super) fn each(mut self, budget: &mut Budget, mut each: impl FnMut(&Row<'_>)) -> Option<()> {
        for place in 0..self.n {
            let mut row = Row::default();
            for (text, texts) in row.texts.iter_mut().zip(&mut self.texts) {
                *text = texts.next()?;
            }
            for (number, column) in row.numbers.iter_mut().zip(&mut self.numbers) {
                *number = if column.has(place) { Some(column.rest.decimal()?) } else { None };
            }
            for (day, (column, last)) in row.days.iter_mut().zip(&mut self.days) {
                *day = if column.has(place) { Some(column.rest.day(last)?) } else { None };
            }
            if let Some(outcomes) = &mut self.outcomes {
                let byte = outcomes.byte()?;
                row.outcome = match byte & 3 {
                    0 => Outcome::Open,
                    1 => Outcome::Won,
                    2 => Outcome::Lost,
                    _ => return None,
                };
                row.forecast_category = match byte >> 2 {
                    0 => None,
                    category if self.has_categories => {
                        Some(*ForecastCategory::ALL.get(usize::from(category).checked_sub(1)?)?)
                    }
                    _ => return None,
                };
            }
            if let Some(periods) = &mut self.periods {
                row.period = Some(periods.period()?);
            }
            let n_bytes = row.texts.iter().map(|text| text.text.len()).sum::<usize>();
            budget.0 = budget.0.checked_sub(n_bytes + Shape::n_bytes(self.kind))?;
            each(&row);
        }
        self.is_done().then_some(())
    }

    /// Whether nothing is left over.
    fn is_done(&self) -> bool {
        let texts = self.texts.iter().all(|texts| match texts {
            Texts::Plain { rest, .. } => rest.0.is_empty(),
            Texts::Numbered { numbers, .. } => numbers.is_none_or(|numbers| numbers.0.is_empty()),
        });
        let columns = self.numbers.iter().chain(self.days.iter().map(|(column, _)| column));
        texts
            && columns
                .map(|column| &column.rest)
                .chain(&self.outcomes)
                .chain(&self.periods)
                .all(|rest| rest.0.is_empty())
    }
}

impl<'a> Texts<'a> {
    fn new(field: Field, mut rest: Rest<'a>) -> Option<Self> {
        if field == Field::Id {
            return Some(Self::Plain { rest, last: String::new() });
        }
        let n = rest.length()?;
        let texts = (0..n).map(|_| rest.text()).collect::<Option<Vec<_>>>()?;
        Some(Self::Numbered { texts, numbers: (n != 1).then_some(rest) })
    }

    fn next(&mut self) -> Option<Text<'_>> {
        match self {
            Self::Plain { rest, last } => {
                let shared = usize::try_from(rest.number()?).ok()?;
                if !last.is_char_boundary(shared) {
                    return None;
                }
                last.truncate(shared);
                last.push_str(rest.text()?);
                Some(Text::of(last))
            }
            Self::Numbered { texts, numbers: Some(rest) } => {
                let symbol = u32::try_from(rest.number()?).ok()?;
                texts.get(symbol as usize).map(|text| Text { text, symbol })
            }
            Self::Numbered { texts, numbers: None } => texts.first().map(|text| Text { text, symbol: 0 }),
        }
    }
}

impl<'a> Column<'a> {
    fn new(n: usize, mut rest: Rest<'a>) -> Option<Self> {
        let mode = rest.byte()?;
        let present = match mode {
            NOWHERE | EVERYWHERE => &[],
            BY_BITS => rest.take(n.div_ceil(8))?,
            _ => return None,
        };
        Some(Self { mode, present, rest })
    }

    fn has(&self, place: usize) -> bool {
        match self.mode {
            BY_BITS => self.present.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1),
            mode => mode == EVERYWHERE,
        }
    }
}
