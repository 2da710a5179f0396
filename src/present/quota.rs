//! Quotas in words: how each number came about, what is to be known, and what was left out of an edit.

use rust_decimal::prelude::ToPrimitive;

use super::charts::Voice;
use super::words::Words;
use crate::engine::quota::plan::{BucketBy, NodeKey, Potential, QuotaError, Refused, Rule};
use crate::engine::quota::season::{SeasonEstimate, SeasonMethod};
use crate::engine::quota::tree::{Finding, GroundFault, Origin, RuleUsed, Tree};
use crate::engine::units::Decimal;

/// The name of a node: the person's, or the word for the company.
pub fn quota_node(words: &Words, tree: &Tree, key: &NodeKey) -> String {
    if key.is_company() {
        return words.text("quota-company");
    }
    let node = tree.place(key).and_then(|place| tree.nodes.get(place));
    node.map_or_else(|| key.rep.0.clone(), |node| node.name.clone())
}

/// A rule as one chooses it.
pub fn quota_rule(words: &Words, rule: &Rule) -> String {
    words.text(match rule {
        Rule::Even => "quota-rule-even",
        Rule::Weights => "quota-rule-weights",
        Rule::PriorSales => "quota-rule-prior",
        Rule::Potential { by: Potential::Revenue } => "quota-rule-revenue",
        Rule::Potential { by: Potential::Employees } => "quota-rule-employees",
        Rule::Potential { by: Potential::Accounts } => "quota-rule-accounts",
        Rule::Headcount => "quota-rule-headcount",
        Rule::BottomUp => "quota-rule-bottom-up",
        Rule::Buckets { .. } => "quota-rule-buckets",
    })
}

/// How a number came about, as a phrase.
pub fn quota_origin(voice: &Voice, origin: &Origin) -> String {
    Speaker { voice }.origin(origin)
}

/// Something to know or to decide on.
pub fn quota_finding(voice: &Voice, tree: &Tree, finding: &Finding) -> String {
    Speaker { voice }.finding(tree, finding)
}

/// What of an edit was left out.
pub fn quota_refused(voice: &Voice, refused: &Refused) -> String {
    let words = voice.words;
    match refused {
        Refused::UnknownNode { who } => words.with("quota-refused-unknown", [("who", who.clone().into())]),
        Refused::Ambiguous { who } => words.with("quota-refused-ambiguous", [("who", who.clone().into())]),
        Refused::TooManyRows { n } => {
            words.with("quota-refused-rows", [("n", (*n).into()), ("count", voice.numerals.count(*n).into())])
        }
        Refused::BadNumber { number } => {
            let number = voice.numerals.exact(*number, 4);
            words.with("quota-refused-number", [("number", number.into())])
        }
        Refused::CompanyIsGoal => words.text("quota-refused-company"),
    }
}

/// A rule that a quota plan breaks.
pub fn quota_error(words: &Words, error: &QuotaError) -> String {
    match error {
        QuotaError::BadNumber { field } => words.with("quota-error-number", [("field", field.clone().into())]),
        QuotaError::BadPeriods { field } => words.with("quota-error-periods", [("field", field.clone().into())]),
    }
}

/// How seasons were estimated.
pub fn quota_seasons(voice: &Voice, seasons: &SeasonEstimate) -> String {
    let key = match seasons.method {
        SeasonMethod::Even => "quota-seasons-even",
        SeasonMethod::MonthMean => "quota-seasons-mean",
        SeasonMethod::MovingAverage => "quota-seasons-moving",
    };
    let count = voice.numerals.count(seasons.n_months);
    voice.words.with(key, [("n", seasons.n_months.into()), ("count", count.into())])
}

struct Speaker<'a> {
    voice: &'a Voice<'a>,
}

impl Speaker<'_> {
    fn amount(&self, amount: Decimal) -> String {
        self.voice.numerals.exact(amount, 2)
    }

    fn percent(&self, fraction: Decimal) -> String {
        self.voice.numerals.percent(fraction.to_f64().unwrap_or(0.0), 2)
    }

    fn origin(&self, origin: &Origin) -> String {
        let words = self.voice.words;
        match origin {
            Origin::Goal => words.text("quota-origin-goal"),
            Origin::GrowthGoal { prior, growth } => words.with(
                "quota-origin-growth",
                [("prior", self.amount(*prior).into()), ("growth", self.percent(*growth).into())],
            ),
            Origin::BlendedGoal { goal, bottom_up, blend } => words.with(
                "quota-origin-blended",
                [
                    ("goal", self.amount(*goal).into()),
                    ("estimates", self.amount(*bottom_up).into()),
                    ("blend", self.percent(*blend).into()),
                ],
            ),
            Origin::Fixed => words.text("quota-origin-fixed"),
            Origin::Share { .. } => self.share(origin),
        }
    }

    fn share(&self, origin: &Origin) -> String {
        let Origin::Share { rule, weight, of, n, whole, fixed, exact, step, odd, blend } = origin else {
            return String::new();
        };
        let words = self.voice.words;
        if *rule == RuleUsed::NoBucket {
            return words.text("quota-origin-no-bucket");
        }
        let rest = match rule {
            RuleUsed::Bucket { name, amount, .. } => words
                .with("quota-rest-bucket", [("name", name.clone().into()), ("amount", self.amount(*amount).into())]),
            _ if fixed.is_zero() => self.amount(*whole),
            _ => words.with(
                "quota-rest-fixed",
                [("whole", self.amount(*whole).into()), ("fixed", self.amount(*fixed).into())],
            ),
        };
        let share = self.part(rule, *weight, *of, *n);
        let mut text = words.with("quota-origin-share", [("share", share.into()), ("rest", rest.into())]);
        if !blend.is_zero() {
            text += &words.with("quota-origin-blend", [("blend", self.percent(*blend).into())]);
        }
        let is_round = exact.checked_rem(*step).is_none_or(|rest| rest.is_zero());
        if !odd.is_zero() {
            let values = [("step", self.amount(*step).into()), ("odd", self.amount(*odd).into())];
            text += &words.with("quota-origin-odd", values);
        } else if !is_round {
            text += &words.with("quota-origin-rounded", [("step", self.amount(*step).into())]);
        }
        text
    }

    /// A share by its rule.
    fn part(&self, rule: &RuleUsed, weight: Decimal, of: Decimal, n: u32) -> String {
        let words = self.voice.words;
        let is_even = weight.saturating_mul(Decimal::from(n)) == of;
        let key = match rule {
            RuleUsed::Even | RuleUsed::Bucket { by: BucketBy::Even, .. } if is_even => {
                return words.with("quota-part-even", [("n", self.voice.numerals.count(n as usize).into())]);
            }
            RuleUsed::EvenForLackOfWeights => {
                return words.with("quota-part-lack", [("n", self.voice.numerals.count(n as usize).into())]);
            }
            RuleUsed::Bucket { by: BucketBy::PriorSales, .. } | RuleUsed::PriorSales => "quota-part-prior",
            RuleUsed::Even | RuleUsed::Weights | RuleUsed::NoBucket | RuleUsed::Bucket { .. } => "quota-part-weight",
            RuleUsed::Potential { by: Potential::Revenue } => "quota-part-revenue",
            RuleUsed::Potential { by: Potential::Employees } => "quota-part-employees",
            RuleUsed::Potential { by: Potential::Accounts } => "quota-part-accounts",
            RuleUsed::Headcount => "quota-part-headcount",
            RuleUsed::BottomUp => "quota-part-bottom-up",
        };
        let exact = |number: Decimal| self.voice.numerals.exact(number, 4);
        words.with(key, [("weight", exact(weight).into()), ("of", exact(of).into())])
    }

    fn finding(&self, tree: &Tree, finding: &Finding) -> String {
        let words = self.voice.words;
        let node = |key: &NodeKey| quota_node(words, tree, key);
        let of_node = |id: &str, key: &NodeKey, amount: Decimal| {
            words.with(id, [("node", node(key).into()), ("amount", self.amount(amount).into())])
        };
        let counted = |id: &str, n: u32| {
            words.with(id, [("n", n.into()), ("count", self.voice.numerals.count(n as usize).into())])
        };
        let of_who = |id: &str, who: &str| words.with(id, [("who", who.into())]);
        let children = |id: &str, key: &NodeKey, n: u32| {
            let count = self.voice.numerals.count(n as usize);
            words.with(id, [("node", node(key).into()), ("n", n.into()), ("count", count.into())])
        };
        match finding {
            Finding::Hierarchy(GroundFault::Ring { n, who }) => self.named("quota-finding-ring", *n, who),
            Finding::Hierarchy(GroundFault::UnknownManagers { n, names }) => {
                self.named("quota-finding-managers", *n, names)
            }
            Finding::UnknownPeople { names, n } => self.named("quota-finding-unknown", *n, names),
            Finding::EmptyTeam => words.text("quota-finding-empty"),
            Finding::ManagerOfNobody { who } => of_who("quota-finding-nobody", who),
            Finding::NotThere { n } => counted("quota-finding-not-there", *n),
            Finding::NoHistory => words.text("quota-finding-no-history"),
            Finding::TooMuchFixed { node, by } => of_node("quota-finding-too-much", node, *by),
            Finding::NotAllSpread { node, left } => of_node("quota-finding-left", node, *left),
            Finding::ZeroWeights { node: key } => words.with("quota-finding-zero", [("node", node(key).into())]),
            Finding::NegativeWeights { node, n } => children("quota-finding-negative", node, *n),
            Finding::NoBucket { node, n } => children("quota-finding-no-bucket", node, *n),
            Finding::LostQuota { amount } => {
                words.with("quota-finding-lost", [("amount", self.amount(*amount).into())])
            }
            Finding::NoEstimate { n } => counted("quota-finding-no-estimate", *n),
            Finding::ReliefOnFixed { who } => of_who("quota-finding-relief", who),
            Finding::NoMonths { who } => of_who("quota-finding-no-months", who),
            Finding::OddGoal { remainder } => {
                words.with("quota-finding-odd", [("amount", self.amount(*remainder).into())])
            }
            Finding::BadPlan(error) => quota_error(words, error),
        }
    }

    fn named(&self, id: &str, n: u32, names: &[String]) -> String {
        let more = if names.len() < n as usize { ", …" } else { "" };
        let names = format!("{}{more}", names.join(", "));
        let count = self.voice.numerals.count(n as usize);
        self.voice.words.with(id, [("n", n.into()), ("count", count.into()), ("names", names.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::units::Currency;
    use crate::present::{Locale, Plain};

    #[test]
    fn each_number_says_how_it_came_about() {
        let share = |rule: RuleUsed, (weight, of, n): (i64, i64, u32), (whole, fixed, odd): (i64, i64, i64)| {
            let (weight, of) = (Decimal::from(weight), Decimal::from(of));
            let rest = Decimal::from(whole - fixed);
            Origin::Share {
                rule,
                weight,
                of,
                n,
                whole: Decimal::from(whole),
                fixed: Decimal::from(fixed),
                exact: rest * weight / of,
                step: Decimal::from(1_000),
                odd: Decimal::from(odd),
                blend: Decimal::ZERO,
            }
        };
        let (words, currency) = (Words::new(Locale::English), Currency::of("EUR"));
        let voice = Voice { words: &words, numerals: &Plain, currency: &currency };
        let check = |origin: &Origin, text: &str| assert_eq!(quota_origin(&voice, origin), text);
        check(&Origin::Goal, "the goal");
        check(&Origin::Fixed, "fixed");
        check(&share(RuleUsed::Even, (1, 5, 5), (2_000_000, 0, 0)), "even share, 1 of 5, of 2,000,000");
        check(
            &share(RuleUsed::Even, (1, 3, 3), (2_000_000, 0, 0)),
            "even share, 1 of 3, of 2,000,000, rounded to 1,000",
        );
        check(
            &share(RuleUsed::Weights, (3, 7, 2), (1_000_000, 300_000, 0)),
            "weight 3 of 7, of 1,000,000 less what is fixed (300,000)",
        );
        check(
            &share(RuleUsed::PriorSales, (60_000, 100_000, 2), (1_000_500, 0, 500)),
            "prior sales 60,000 of 100,000, of 1,000,500, rounded to 1,000, with the remainder of 500",
        );
    }
}
