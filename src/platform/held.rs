//! What a worker holds, as the pool notes it. Nothing here touches the browser: `tests/held.rs` has the tests run natively.

use std::collections::{BTreeMap, VecDeque};

/// Keys by kind, the eldest first.
#[derive(Debug, Default)]
pub(crate) struct Held(BTreeMap<&'static str, VecDeque<String>>);

/// A kind of thing, and how many of the kind a worker holds; for one more, the eldest goes.
pub(crate) type Slot = (&'static str, usize);

impl Held {
    /// What must be sent, in order, so that all that is needed is held; notes that it is. `named` gives the slot
    /// and the key of a need. The eldest of a kind goes for each that comes, also one that is needed: that one is sent again.
    pub(crate) fn lacking<'a, T>(&mut self, needs: &'a [T], named: impl Fn(&T) -> (Slot, &str)) -> Vec<&'a T> {
        let mut sent = Vec::new();
        // Each round but the last sends at least one, and none is sent twice, unless more is needed than can be held.
        for _ in 0..=needs.len() {
            let n_before = sent.len();
            for need in needs {
                let ((kind, most), key) = named(need);
                let held = self.0.entry(kind).or_default();
                if !held.iter().any(|known| known == key) {
                    held.push_back(key.to_owned());
                    if most < held.len() {
                        held.pop_front();
                    }
                    sent.push(need);
                }
            }
            if sent.len() == n_before {
                break;
            }
        }
        sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 3;

    /// The keys that are sent for needed ones, and those that are then held where the eldest goes for each that comes.
    fn sent(held: &str, needed: &str) -> (String, String) {
        let needs: Vec<String> = needed.chars().map(String::from).collect();
        let before = held.chars().map(String::from).collect();
        let mut noted = Held(BTreeMap::from([("export", before), ("data", VecDeque::from(["x".to_owned()]))]));
        let sent: String =
            noted.lacking(&needs, |key| (("export", MOST), key)).into_iter().map(String::as_str).collect();
        let mut has: Vec<char> = held.chars().chain(sent.chars()).collect();
        has.drain(..has.len().saturating_sub(MOST));
        assert_eq!(noted.0["export"], has.iter().map(char::to_string).collect::<Vec<_>>(), "what is noted is so");
        assert_eq!(noted.0["data"], ["x"], "another kind stays");
        (sent, has.into_iter().collect())
    }

    #[test]
    fn what_a_worker_has_is_not_sent_again() {
        assert_eq!(sent("", "ab"), ("ab".into(), "ab".into()));
        assert_eq!(sent("ab", "ba"), (String::new(), "ab".into()));
        assert_eq!(sent("abc", "bcd"), ("d".into(), "bcd".into()), "the eldest is not needed");
        assert_eq!(sent("abc", "cde"), ("de".into(), "cde".into()));
    }

    #[test]
    fn what_is_needed_and_went_for_another_need_is_sent_again() {
        // The new one pushes out the eldest, which is needed, and that one the next.
        assert_eq!(sent("abc", "abd"), ("dab".into(), "dab".into()));
        assert_eq!(sent("abc", "dab"), ("dab".into(), "dab".into()));
        for needs in ["abd", "adb", "bad", "bda", "dab", "dba", "xya", "cax", "ax", "xa"] {
            let (sent, has) = sent("abc", needs);
            assert!(needs.chars().all(|key| has.contains(key)), "{needs}: {has}");
            assert!(needs.chars().all(|key| sent.matches(key).count() <= 1), "{needs}: {sent}");
        }
    }

    #[test]
    fn more_than_a_worker_holds_ends_too() {
        assert!(!sent("", "abcd").0.is_empty());
    }
}
