//! How a file is read where the user knows better than the reader.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The user's word on one table of a file; what is not said is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ReadChoice {
    /// Encoding of the text, by name.
    pub encoding: Option<String>,
    /// Delimiter of the text.
    pub delimiter: Option<char>,
    /// Where the header stands.
    pub header: Option<HeaderChoice>,
    /// Whether columns that are months, quarters or years become rows.
    pub unpivot: Option<bool>,
    /// Whether text that was decoded twice is set right.
    pub repair: Option<bool>,
}

/// Where a table's header stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HeaderChoice {
    /// Its first line in the file or row in the sheet, from 1; 0 if there is none.
    pub line: u32,
    /// How many rows it takes.
    pub n_rows: u32,
}

/// What the user said: about tables by their names, and about all others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    by_table: BTreeMap<String, ReadChoice>,
    others: ReadChoice,
}

impl Choices {
    /// Nothing is said.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same for every table.
    pub fn for_all(choice: ReadChoice) -> Self {
        Self { others: choice, ..Self::default() }
    }

    /// What is said about the table of that name.
    pub fn get(&self, table: &str) -> Option<&ReadChoice> {
        self.by_table.get(table).or_else(|| Some(&self.others).filter(|choice| !choice.is_none()))
    }

    /// Says it about one table.
    pub fn insert(&mut self, table: String, choice: ReadChoice) {
        self.by_table.insert(table, choice);
    }

    /// Takes back what was said about a table.
    pub fn remove(&mut self, table: &str) {
        self.by_table.remove(table);
    }
}

impl ReadChoice {
    /// Whether nothing is said.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
