//! The parts of an Office Open XML package: which there are, and how they refer to each other.
//!
//! Source: ECMA-376, *Office Open XML File Formats*, part 2.

use super::markup::{Markup, Token};
use crate::data::container::zip::{Entry, Package};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// A reference from one part to another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type, such as `worksheet`.
    pub(super) kind: String,
    /// The path of the part.
    pub(super) target: String,
}

/// A package of parts.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub(super) package: &'a Package<'a>,
    pub(super) limits: Limits,
    /// The path of the workbook itself.
    pub(super) workbook: String,
    /// What the workbook refers to.
    pub(super) relations: Vec<Relation>,
}

impl<'a> Parts<'a> {
    /// Finds the workbook.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] if there is none.
    pub(super) fn open(package: &'a Package<'a>, limits: &Limits, usual: &str) -> Result<Self, ReadError> {
        let mut parts = Self { package, limits: *limits, workbook: usual.into(), relations: Vec::new() };
        let stated = parts.relations_of("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        if let Some(stated) = stated.filter(|stated| package.find(&stated.target).is_some()) {
            parts.workbook = stated.target;
        }
        if package.find(&parts.workbook).is_none() {
            return Err(ReadError::Damaged { what: parts.workbook });
        }
        parts.relations = parts.relations_of(&parts.workbook)?;
        Ok(parts)
    }

    /// The part of some kind that the workbook refers to, or the one of the usual name beside it.
    pub(super) fn entry(&self, kind: &str, usual: &str) -> Option<&Entry> {
        let stated = self.relations.iter().find(|relation| relation.kind == kind);
        let stated = stated.and_then(|relation| self.package.find(&relation.target));
        stated.or_else(|| self.package.find(&resolve(&self.workbook, usual)))
    }

    /// A part as XML.
    ///
    /// # Errors
    /// As [`Package::unpack`].
    pub(super) fn markup(&self, entry: &Entry) -> Result<Markup<'a>, ReadError> {
        Ok(Markup::new(self.package.unpack(entry)?, self.limits.n_cell_bytes))
    }

    /// What a part refers to.
    pub(super) fn relations_of(&self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(entry) = self.package.find(&format!("{folder}{slash}_rels/{name}.rels")) else {
            return Ok(Vec::new());
        };
        let mut markup = self.markup(entry)?;
        let mut relations = Vec::new();
        loop {
            match markup.next()? {
                Token::Open(tag) if tag.name == b"Relationship" && relations.len() < self.limits.n_entries => {
                    let kind = tag.value(b"Type").unwrap_or_default();
                    relations.push(Relation {
                        id: tag.value(b"Id").unwrap_or_default(),
                        kind: kind.rsplit('/').next().unwrap_or_default().into(),
                        target: resolve(part, &tag.value(b"Target").unwrap_or_default()),
                    });
                }
                Token::End => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// The path that a part means by `target`.
fn resolve(part: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(target) = target.strip_prefix('/') {
        return target.into();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => _ = folders.pop(),
            "." | "" => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        assert_eq!(resolve("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "/xl/sheet1.xml"), "xl/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "../other/./a.xml"), "other/a.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
