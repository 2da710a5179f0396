//! Won, lost or open, by the words of a stage.

use crate::engine::records::Outcome;

/// Words that end a deal without a sale; those with a star are beginnings of words.
const LOST: [&str; 14] = [
    "lost",
    "closedlost",
    "dead",
    "abandon*",
    "disqualif*",
    "cancel*",
    "reject*",
    "przegran*",
    "stracon*",
    "verloren",
    "perdu",
    "perdue",
    "perdid*",
    "perso",
];
/// Words of a sale.
const WON: [&str; 9] = ["won", "closedwon", "wygran*", "gewonnen", "gagn*", "ganad*", "ganho", "ganha", "vinto"];
/// Words of what follows a sale.
const DONE: [&str; 3] = ["shipped", "invoiced", "paid"];
/// Words that turn the next one round.
const NOT: [&str; 8] = ["not", "nie", "nicht", "non", "no", "não", "never", "without"];

/// What a stage's words say. Lost before won; a sale that was not made is lost, and what is not yet paid is open.
pub(super) fn outcome_of(stage: &str) -> Outcome {
    let stage = stage.to_lowercase();
    let words: Vec<&str> = stage.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let before = |place: usize| place.checked_sub(1).and_then(|before| words.get(before));
    let says = |list: &[&str], negated: bool| {
        words.iter().enumerate().any(|(place, word)| {
            is_one_of(list, word) && before(place).is_some_and(|before| NOT.contains(before)) == negated
        })
    };
    if says(&LOST, false) || says(&WON, true) {
        Outcome::Lost
    } else if says(&WON, false) || says(&DONE, false) {
        Outcome::Won
    } else {
        Outcome::Open
    }
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| match listed.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == *listed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_decide() {
        let check = |outcome: Outcome, stages: &[&str]| {
            for stage in stages {
                assert_eq!(outcome_of(stage), outcome, "{stage:?}");
            }
        };
        check(
            Outcome::Won,
            &["Won", "Closed Won", "closedwon", "WON!", "Wygrana", "gewonnen", "Gagné", "ganada", "Shipped", "Paid"],
        );
        check(
            Outcome::Lost,
            &[
                "Lost",
                "Closed Lost",
                "closedlost",
                "Closed - Lost to a rival who won",
                "not won",
                "nie wygrana",
                "Cancelled",
            ],
        );
        check(
            Outcome::Open,
            &[
                "",
                "unwon",
                "dzwonić",
                "Do dzwonienia",
                "wonder",
                "Unpaid",
                "not paid",
                "Prepaid",
                "deadline set",
                "not lost",
            ],
        );
    }
}
