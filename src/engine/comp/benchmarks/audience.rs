//! Whom a benchmark is for, and which reps these are by their role and segment.

use serde::{Deserialize, Serialize};

use crate::engine::comp::compare::RepResult;

/// Whom a benchmark is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Every sales force.
    #[default]
    Everyone,
    /// Sales development.
    SalesDevelopment,
    /// Account executives of small accounts.
    SmallAccounts,
    /// Account executives of middle accounts.
    MiddleAccounts,
    /// Account executives of large accounts.
    LargeAccounts,
    /// Account managers.
    AccountManagers,
    /// Customer success.
    CustomerSuccess,
    /// Managers and directors.
    Managers,
    /// What was observed, not what is aimed at.
    Observed,
}

/// Words of roles; the first list that has one of a role's decides, so an account manager manages nobody.
const ROLES: [(Audience, &[&str]); 4] = [
    (Audience::SalesDevelopment, &["sdr", "bdr", "sales development", "business development"]),
    (Audience::CustomerSuccess, &["customer success", "csm"]),
    (Audience::AccountManagers, &["account manager", "key account", "opiekun"]),
    (Audience::Managers, &["manager", "director", "head", "vp", "kierownik", "dyrektor"]),
];
/// Words of segments.
const SEGMENTS: [(Audience, &[&str]); 3] = [
    (Audience::SmallAccounts, &["smb", "small", "małe"]),
    (Audience::MiddleAccounts, &["mid", "medium", "średnie"]),
    (Audience::LargeAccounts, &["enterprise", "large", "strategic", "duże"]),
];

impl Audience {
    /// Whether it is every sales force, whatever its roles.
    pub fn is_everyone(self) -> bool {
        matches!(self, Self::Everyone | Self::Observed)
    }

    /// Whether the rep is one of them, by words of role and segment. Who has another role than these sells, and is told by
    /// the segment.
    pub fn has(self, rep: &RepResult) -> bool {
        if self.is_everyone() {
            return true;
        }
        let role = found(&ROLES, &rep.role);
        role.or_else(|| found(&SEGMENTS, &rep.segment)) == Some(self)
    }
}

/// The first whose words are in the text, a short one as a word of its own.
fn found(lists: &[(Audience, &[&str])], text: &str) -> Option<Audience> {
    let text = text.to_lowercase();
    let is_in = |word: &str| {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        if word.len() <= 3 { words.any(|own| own == word) } else { text.contains(word) }
    };
    lists.iter().find(|(_, words)| words.iter().any(|word| is_in(word))).map(|(audience, _)| *audience)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_segments_say_whom_a_benchmark_is_for() {
        let check = |role: &str, segment: &str, expected: Option<Audience>| {
            let rep = RepResult { role: role.into(), segment: segment.into(), ..RepResult::default() };
            let lists = ROLES.iter().map(|(audience, _)| audience).chain(SEGMENTS.iter().map(|(audience, _)| audience));
            let found: Vec<Audience> = lists.copied().filter(|audience| audience.has(&rep)).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{role}, {segment}");
            assert!(Audience::Everyone.has(&rep) && Audience::Observed.has(&rep));
        };
        check("Account Executive", "SMB", Some(Audience::SmallAccounts));
        check("AE", "Mid-market", Some(Audience::MiddleAccounts));
        check("Enterprise AE", "Enterprise", Some(Audience::LargeAccounts));
        check("Account Manager", "Enterprise", Some(Audience::AccountManagers));
        check("Customer Success Manager", "SMB", Some(Audience::CustomerSuccess));
        check("Sales Manager", "", Some(Audience::Managers));
        check("SDR", "SMB", Some(Audience::SalesDevelopment));
        check("Account Executive", "", None);
        check("", "Amid", None); // "mid" is a word of its own
    }
}
