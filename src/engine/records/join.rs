//! How files are joined: by id or name, without outer blanks and case. One rule for import, statements and costing.

use std::collections::BTreeMap;

use super::{Rep, RepId};

/// The key by which a name or id is joined across files: without outer blanks, in lower case.
///
/// ```
/// use attain::engine::records::join_key;
/// assert_eq!(join_key(" Ann Lee "), join_key("ANN LEE"));
/// ```
pub fn join_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Finds a rep by what deals and targets call them: an id first, else a name. Of two reps with one id, or two of one
/// name, the first is meant.
#[derive(Clone, Debug, Default)]
pub struct RepIndex {
    places: BTreeMap<String, usize>,
}

impl RepIndex {
    /// Of these reps, by their places.
    pub fn new(reps: &[Rep]) -> Self {
        let mut index = Self::default();
        for (place, rep) in reps.iter().enumerate() {
            index.add(&rep.id.0, place);
        }
        // Ids stand before names: an id is nobody else's, a name may be.
        for rep in reps {
            if let Some(place) = index.place(&rep.id) {
                index.add(&rep.name, place);
            }
        }
        index
    }

    /// The place of the rep whom deals or targets call so.
    pub fn place(&self, name: &RepId) -> Option<usize> {
        self.places.get(&join_key(&name.0)).copied()
    }

    /// Adds a key that nobody has yet; an empty one is nobody's.
    pub(crate) fn add(&mut self, name: &str, place: usize) {
        let key = join_key(name);
        if !key.is_empty() {
            self.places.entry(key).or_insert(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rep_is_found_by_id_before_name_and_once() {
        let rep = |id: &str, name: &str| Rep { id: RepId(id.into()), name: name.into(), ..Rep::default() };
        let reps = [rep("7", "Ann"), rep("Bob", "8"), rep("8", "Bob"), rep("7", "Twice"), rep("", "Nobody")];
        let index = RepIndex::new(&reps);
        let check = |name: &str, place: Option<usize>| assert_eq!(index.place(&RepId(name.into())), place, "{name:?}");
        check("7", Some(0));
        check(" ANN ", Some(0));
        check("bob", Some(1));
        check("8", Some(2));
        check("twice", Some(0));
        check("nobody", None);
        check("", None);
    }
}
