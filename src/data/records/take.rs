//! One table's rows to records, issues and counts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::aside::{Aside, N_SHOWN, Reason, SetAside};
use super::block::{Block, Blocks, Run};
use super::categories::Unknown;
use super::columns::Columns;
use super::issues::Issues;
use super::links::{Linked, Lists, Uses, links};
use super::repeated::Repeated;
use super::row::{Row, Sink};
use super::rows::Rows;
use super::totals::Tally;
use super::{FileCount, about_file, about_row};
use crate::data::fix::left_aside;
use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::{Column, LayoutKind, Table};

/// Where records go, and what is kept of them on the way.
pub(super) struct Out<'s, S> {
    pub(super) sink: &'s mut S,
    pub(super) tally: Tally,
    pub(super) lists: Lists,
}

impl<S: Sink> Out<'_, S> {
    pub(super) fn begin(&mut self, kind: Kind) {
        self.sink.begin(kind);
        self.tally.begin(kind);
    }

    pub(super) fn take(&mut self, kind: Kind, row: &Row<'_>) {
        self.sink.take(kind, row);
        self.tally.take(kind, row);
        self.lists.see(kind, row);
    }

    /// Deals, which no list has.
    fn take_block(&mut self, block: &Block<'_, '_>) {
        self.sink.take_block(block);
        self.tally.take_block(block);
    }
}

/// What is known of a table while its rows are read.
struct Taking<'r, 'a> {
    columns: &'r Columns<'a>,
    rows: &'r Rows<'a>,
    /// Which table.
    place: u32,
    uses: Vec<Uses<'r, 'a>>,
    unknown: Unknown<'r, 'a>,
    /// Lines that the user left aside.
    left: BTreeSet<u32>,
    n_records: usize,
    aside: SetAside,
    /// The id that was made up last.
    made: String,
}

impl Taking<'_, '_> {
    fn is_left(&self, row: usize) -> bool {
        !self.left.is_empty() && self.columns.table.lines.get(row).is_some_and(|line| self.left.contains(line))
    }
}

/// What is known over all tables.
#[derive(Default)]
pub(super) struct Session<'a> {
    pub(super) files: Vec<FileCount>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) issues: Issues,
    /// Names of lists that tables use; whether the lists have them can be said at the end.
    pub(super) linked: Vec<Linked<'a>>,
    repeated: Repeated,
}

impl<'a> Session<'a> {
    /// Tables of these kinds will come.
    pub(super) fn of(kinds: &[Kind]) -> Self {
        Self { repeated: Repeated::of(kinds), ..Self::default() }
    }

    /// Takes a table in. `columns` are its own with corrections made.
    pub(super) fn take<S: Sink>(
        &mut self,
        table: &'a Table,
        mapping: &'a Mapping,
        columns: &'a [Cow<'a, Column>],
        out: &mut Out<'_, S>,
    ) {
        let mut count = counted(table, mapping.kind);
        table.set_aside.iter().for_each(|(issue, _)| self.issues.push(issue));
        table.warnings.iter().for_each(|issue| self.issues.push(issue));
        if mapping.kind == Kind::Unknown {
            count.n_set_aside += table.lines.len();
            self.issues.push(&Issue { severity: Severity::SetAside, ..about_file(table, IssueKind::UnknownKind) });
            self.files.push(count);
            return;
        }
        if mapping.kind == Kind::Deals
            && mapping.column_of(Field::Stage).is_none()
            && mapping.column_of(Field::Outcome).is_none()
            && mapping.column_of(Field::ForecastCategory).is_none()
            && !table.lines.is_empty()
        {
            self.issues.push(&about_file(table, IssueKind::OutcomeAssumed));
        }
        let columns = Columns { table, mapping, corrected: columns.iter().map(AsRef::as_ref).collect() };
        for (place, doubt) in columns.doubts() {
            let column = table.columns.get(usize::from(place)).map(|column| column.header.clone());
            self.issues.push(&Issue { column, ..about_file(table, doubt) });
        }
        let aside = self.rows(&columns, &mut count, out);
        self.files.push(count);
        if !aside.rows.is_empty() {
            self.set_aside.push(aside);
        }
    }

    fn rows<S: Sink>(&mut self, columns: &Columns<'a>, count: &mut FileCount, out: &mut Out<'_, S>) -> SetAside {
        let (table, kind) = (columns.table, columns.mapping.kind);
        let rows = Rows::new(columns);
        let mut taking = Taking {
            columns,
            rows: &rows,
            place: self.files.len() as u32,
            uses: links(kind).iter().filter_map(|field| Uses::new(&rows, *field)).collect(),
            unknown: Unknown::new(&rows.forecast_categories),
            left: left_aside(&columns.mapping.fixes),
            n_records: 0,
            aside: SetAside { file: table.file.clone(), rows: Vec::new(), corrected: BTreeMap::new() },
            made: String::new(),
        };
        self.repeated.begin(&rows, kind);
        out.begin(kind);
        if let Some(mut blocks) = Blocks::new(&rows, kind) {
            let mut start = 0;
            while start < table.lines.len() {
                start = blocks.read(start, |row| taking.is_left(row));
                for run in blocks.runs() {
                    match run {
                        Run::Plain(block) => self.take_block(&mut taking, &block, out),
                        Run::Odd(rows) => rows.for_each(|row| self.take_row(&mut taking, row, out)),
                    }
                }
            }
        } else {
            (0..table.lines.len()).for_each(|row| self.take_row(&mut taking, row, out));
        }
        let Taking { uses, unknown, n_records, aside, .. } = taking;
        unknown.tell(columns, &mut self.issues);
        count.n_records += n_records;
        count.n_set_aside += aside.rows.len();
        self.linked.extend(uses.into_iter().map(|uses| uses.keep(table)));
        aside
    }

    fn take_row<S: Sink>(&mut self, taking: &mut Taking<'_, 'a>, index: usize, out: &mut Out<'_, S>) {
        let is_left = taking.is_left(index);
        let Taking { columns, rows, place, uses, unknown, n_records, aside, made, .. } = taking;
        if is_left {
            let row = Aside { row: index as u32, column: None, reason: Reason::LeftAside };
            return self.set_row_aside(columns, row, aside);
        }
        let kind = columns.mapping.kind;
        let mut row = Row::default();
        if let Err(row) = rows.fill(index, &mut row, made) {
            return self.set_row_aside(columns, row, aside);
        }
        let is_list = matches!(kind, Kind::Reps | Kind::Accounts | Kind::Products);
        if is_list && let Some(first_row) = self.repeated.in_list(rows, index, row.texts[0].text) {
            let reason = Reason::Duplicate { first_row };
            let row = Aside { row: index as u32, column: rows.key_column(), reason };
            return self.set_row_aside(columns, row, aside);
        }
        *n_records += 1;
        for uses in uses {
            uses.see(index);
        }
        unknown.see(index);
        out.take(kind, &row);
        self.see_repeated(columns, rows, *place, index);
    }

    /// Takes rows that become records, whatever stands in other rows.
    fn take_block<S: Sink>(&mut self, taking: &mut Taking<'_, 'a>, block: &Block<'_, 'a>, out: &mut Out<'_, S>) {
        taking.n_records += block.n();
        for uses in &mut taking.uses {
            uses.see_block(block);
        }
        if block.categories().is_some() {
            block.rows().for_each(|row| taking.unknown.see(row));
        }
        out.take_block(block);
        if self.repeated.is_watching() {
            block.rows().for_each(|row| self.see_repeated(taking.columns, taking.rows, taking.place, row));
        }
    }

    fn see_repeated(&mut self, columns: &Columns<'a>, rows: &Rows<'a>, place: u32, index: usize) {
        let table = columns.table;
        let Some(first) = self.repeated.see(rows, columns.mapping.kind, place, index) else { return };
        let file = self.files.get(first.table as usize).map_or(table.file.as_str(), |count| count.file.as_str());
        let kind = IssueKind::Repeated { file: file.into(), first_row: first.line.into() };
        self.issues.add(&table.file, Severity::Warning, kind, |kind| {
            let column = rows.key_column();
            let value = columns.shown(column, index);
            Issue { severity: Severity::Warning, ..about_row(table, index as u32, column, value, kind) }
        });
    }

    fn set_row_aside(&mut self, columns: &Columns<'a>, row: Aside, aside: &mut SetAside) {
        let (table, index) = (columns.table, row.row as usize);
        if let Some(column) = row.column.map(usize::from)
            && let (Some(own), Some(read)) = (table.columns.get(column), columns.corrected.get(column))
            && !std::ptr::eq(own, *read)
            && own.cell(index) != read.cell(index)
        {
            aside.corrected.insert(row.row, read.cell(index).chars().take(N_SHOWN).collect());
        }
        aside.rows.push(row);
        self.issues.add(&table.file, Severity::SetAside, row.reason.kind(), |kind| {
            about_row(table, row.row, row.column, columns.shown(row.column, index), kind)
        });
    }
}

/// A table's rows before any of them is read.
fn counted(table: &Table, kind: Kind) -> FileCount {
    let mut layout: BTreeMap<LayoutKind, usize> = BTreeMap::new();
    for row in &table.layout_rows {
        *layout.entry(row.kind).or_default() += 1;
    }
    FileCount {
        file: table.file.clone(),
        kind,
        n_rows: table.n_rows() + table.layout_rows.len(),
        n_records: 0,
        n_set_aside: table.set_aside.len(),
        n_layout: table.layout_rows.len(),
        layout: layout.into_iter().collect(),
        n_empty_cells: table.n_empty_cells,
    }
}
