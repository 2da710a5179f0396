//! How files are read where the user knows better than the reader: options that `inspect`, `import` and others share.

use std::path::PathBuf;

use attain::data::{Choices, HeaderChoice, Mapping, ReadChoice, mappings_from_json};

use crate::fail::Failure;
use crate::read::unreadable;

#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "How files are read (found out where nothing is said)")]
pub(crate) struct ReadArgs {
    /// Encoding of text: utf-8, utf-16le, windows-1250, windows-1252, iso-8859-2, ibm437, ibm850, ibm852, big5, …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Delimiter of text: one character, or `tab`
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    delimiter: Option<char>,
    /// Line of the header, counted from 1; 0 if there is none
    #[arg(long, value_name = "LINE")]
    header_row: Option<u32>,
    /// Rows that the header takes
    #[arg(long, value_name = "N", requires = "header_row", default_value_t = 1)]
    header_rows: u32,
    /// Make rows of columns that are months, quarters or years
    #[arg(long, conflicts_with = "keep_wide")]
    make_long: bool,
    /// Leave columns that are months, quarters or years as they stand
    #[arg(long)]
    keep_wide: bool,
    /// Set text right that was decoded wrongly before it was saved, such as `Ã¼` for `ü`
    #[arg(long)]
    repair_text: bool,
    /// What tables hold, what columns mean and what was corrected, as `inspect --save-mappings` or the page wrote it
    #[arg(long, value_name = "FILE")]
    pub(crate) mappings: Option<PathBuf>,
}

impl ReadArgs {
    /// What the named file of mappings says.
    ///
    /// # Errors
    /// If it cannot be read.
    pub(crate) fn mappings(&self) -> Result<Vec<Mapping>, Failure> {
        let Some(path) = &self.mappings else { return Ok(Vec::new()) };
        let refused = |reason: String| {
            Failure::refused(
                path.display(),
                reason,
                "Name a file that `attain inspect --save-mappings` or the page wrote",
            )
        };
        let text = std::fs::read_to_string(path).map_err(|error| refused(unreadable(&error)))?;
        mappings_from_json(&text).map_err(|error| refused(error.to_string()))
    }

    /// What is said, for every file; what mappings say of a table stands before it.
    pub(crate) fn choices(&self, known: &[Mapping]) -> Choices {
        let mut choices = Choices::for_all(ReadChoice {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            header: self.header_row.map(|line| HeaderChoice { line, n_rows: self.header_rows }),
            unpivot: if self.make_long { Some(true) } else { self.keep_wide.then_some(false) },
            repair: self.repair_text.then_some(true),
        });
        for mapping in known.iter().filter(|mapping| !mapping.choice.is_none()) {
            choices.insert(mapping.file.clone(), mapping.choice.clone());
        }
        choices
    }
}

/// One character, or the name of the one that a shell hardly lets through.
fn delimiter(text: &str) -> Result<char, String> {
    let mut chars = text.chars();
    match (text, chars.next(), chars.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(only), None) => Ok(only),
        _ => Err("a delimiter is one character, or `tab`".into()),
    }
}
