//! Quotas in words: how a number came about, what was found, and what of an edit was left out.

use super::charts::Voice;
use super::words::Arg;
use crate::engine::quota::plan::{BucketBy, NodeKey, Potential, QuotaError, Refused};
use crate::engine::quota::tree::{Finding, GroundFault, Origin, RuleUsed};
use crate::engine::units::{Decimal, Money};

fn exact(voice: &Voice, amount: Decimal) -> Arg {
    voice.numerals.exact(amount, 2).into()
}

fn share(voice: &Voice, fraction: Decimal) -> Arg {
    voice.percent(Money(fraction).to_f64()).into()
}

/// How a quota came about.
pub fn origin_text(voice: &Voice, origin: &Origin) -> String {
    match origin {
        Origin::Goal => voice.words.text("origin-goal"),
        Origin::GrowthGoal { prior, growth } => {
            voice.words.with("origin-growth", [("prior", exact(voice, *prior)), ("growth", share(voice, *growth))])
        }
        Origin::BlendedGoal { goal, bottom_up, blend } => voice.words.with(
            "origin-blended",
            [("goal", exact(voice, *goal)), ("estimates", exact(voice, *bottom_up)), ("blend", share(voice, *blend))],
        ),
        Origin::Fixed => voice.words.text("origin-fixed"),
        Origin::Share { rule, weight, of, n, whole, fixed, exact: share_exact, step, odd, blend } => {
            let given = whole.saturating_sub(*fixed);
            let key = if matches!(rule, RuleUsed::Even | RuleUsed::EvenForLackOfWeights) {
                "origin-share-even"
            } else {
                "origin-share"
            };
            let values = [
                ("rule", rule_used(voice, rule).into()),
                ("given", exact(voice, given)),
                ("fixed", exact(voice, *fixed)),
                ("weight", voice.numerals.exact(*weight, 4).into()),
                ("of", voice.numerals.exact(*of, 4).into()),
                ("n", voice.numerals.decimal(f64::from(*n), 0, 0).into()),
                ("exact", exact(voice, *share_exact)),
                ("step", exact(voice, *step)),
            ];
            let mut text = voice.words.with(key, values);
            if !odd.is_zero() {
                text.push(' ');
                text.push_str(&voice.words.with("origin-odd", [("odd", exact(voice, *odd))]));
            }
            if !blend.is_zero() {
                text.push(' ');
                text.push_str(&voice.words.with("origin-blend", [("blend", share(voice, *blend))]));
            }
            text
        }
    }
}

fn rule_used(voice: &Voice, rule: &RuleUsed) -> String {
    voice.words.text(match rule {
        RuleUsed::Even => "used-even",
        RuleUsed::EvenForLackOfWeights => "used-even-for-lack",
        RuleUsed::Weights => "used-weights",
        RuleUsed::PriorSales => "used-prior",
        RuleUsed::Potential { by: Potential::Revenue } => "used-revenue",
        RuleUsed::Potential { by: Potential::Employees } => "used-employees",
        RuleUsed::Potential { by: Potential::Accounts } => "used-accounts",
        RuleUsed::Headcount => "used-headcount",
        RuleUsed::BottomUp => "used-bottom-up",
        RuleUsed::NoBucket => "used-no-bucket",
        RuleUsed::Bucket { name, amount, by } => {
            let by = voice.words.text(match by {
                BucketBy::Even => "used-even",
                BucketBy::Weights => "used-weights",
                BucketBy::PriorSales => "used-prior",
            });
            let values = [("name", name.as_str().into()), ("amount", exact(voice, *amount)), ("by", by.into())];
            return voice.words.with("used-bucket", values);
        }
    })
}

/// Something that was found. `name` says who a node is.
pub fn quota_finding(voice: &Voice, name: &dyn Fn(&NodeKey) -> String, finding: &Finding) -> String {
    let who = |node: &NodeKey| ("who", name(node).into());
    let amount = |amount: &Decimal| ("amount", exact(voice, *amount));
    let counted = |id: &str, n: u32| {
        voice.words.with(id, [("n", n.into()), ("count", voice.numerals.decimal(f64::from(n), 0, 0).into())])
    };
    match finding {
        Finding::Hierarchy(GroundFault::Ring { who, .. }) => {
            voice.words.with("found-ring", [("who", who.join(", ").into())])
        }
        Finding::Hierarchy(GroundFault::UnknownManagers { n, names }) => {
            let count = voice.numerals.decimal(f64::from(*n), 0, 0);
            let values = [("n", (*n).into()), ("count", count.into()), ("names", names.join(", ").into())];
            voice.words.with("found-unknown-managers", values)
        }
        Finding::EmptyTeam => voice.words.text("found-empty-team"),
        Finding::ManagerOfNobody { who } => voice.words.with("found-manager-of-nobody", [("who", who.as_str().into())]),
        Finding::NotThere { n } => counted("found-not-there", *n),
        Finding::NoHistory => voice.words.text("found-no-history"),
        Finding::TooMuchFixed { node, by } => voice.words.with("found-too-much-fixed", [who(node), amount(by)]),
        Finding::NotAllSpread { node, left } => voice.words.with("found-not-all-spread", [who(node), amount(left)]),
        Finding::ZeroWeights { node } => voice.words.with("found-zero-weights", [who(node)]),
        Finding::NegativeWeights { node, n } => {
            let count = voice.numerals.decimal(f64::from(*n), 0, 0);
            voice.words.with("found-negative-weights", [who(node), ("n", (*n).into()), ("count", count.into())])
        }
        Finding::NoBucket { node, n } => {
            let count = voice.numerals.decimal(f64::from(*n), 0, 0);
            voice.words.with("found-no-bucket", [who(node), ("n", (*n).into()), ("count", count.into())])
        }
        Finding::LostQuota { amount: lost } => voice.words.with("found-lost", [amount(lost)]),
        Finding::NoEstimate { n } => counted("found-no-estimate", *n),
        Finding::UnknownPeople { names, n } => {
            let count = voice.numerals.decimal(f64::from(*n), 0, 0);
            let values = [("n", (*n).into()), ("count", count.into()), ("names", names.join(", ").into())];
            voice.words.with("found-unknown-people", values)
        }
        Finding::ReliefOnFixed { who } => voice.words.with("found-relief-on-fixed", [("who", who.as_str().into())]),
        Finding::NoMonths { who } => voice.words.with("found-no-months", [("who", who.as_str().into())]),
        Finding::OddGoal { remainder } => voice.words.with("found-odd-goal", [amount(remainder)]),
        Finding::BadPlan(QuotaError::BadNumber { .. }) => voice.words.text("found-bad-number"),
        Finding::BadPlan(QuotaError::BadPeriods { .. }) => voice.words.text("found-bad-periods"),
    }
}

/// What of an edit was left out.
pub fn refused_text(voice: &Voice, refused: &Refused) -> String {
    match refused {
        Refused::UnknownNode { who } => voice.words.with("refused-unknown", [("who", who.as_str().into())]),
        Refused::Ambiguous { who } => voice.words.with("refused-ambiguous", [("who", who.as_str().into())]),
        Refused::TooManyRows { n } => {
            let count = voice.numerals.decimal(*n as f64, 0, 0);
            voice.words.with("refused-rows", [("n", (*n).into()), ("count", count.into())])
        }
        Refused::BadNumber { number } => voice.words.with("refused-number", [("number", exact(voice, *number))]),
        Refused::CompanyIsGoal => voice.words.text("refused-company"),
    }
}
