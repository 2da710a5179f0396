//! What an edit makes of a plan, and what of it is refused.

use attain::engine::quota::plan::{
    Edit, Fill, Goal, NodeChoice, NodeKey, PastedRow, QuotaPlan, Refused, Relief, Transfer, apply,
};
use attain::engine::quota::tree::{Ground, Person, Tree, spread};
use attain::engine::records::RepId;
use attain::engine::units::{Calendar, Decimal, Month};

fn person(id: &str, name: &str, manager: Option<u32>) -> Person {
    Person { id: RepId(id.into()), name: name.into(), is_listed: true, manager, ..Person::default() }
}

/// North with Ann and Bob; South with another Bob.
fn ground() -> Ground {
    let people = vec![
        person("n", "North", None),
        person("s", "South", None),
        person("1", "Ann", Some(0)),
        person("2", "Bob", Some(0)),
        person("3", "Bob", Some(1)),
    ];
    Ground { calendar: Calendar::default(), next_year: Some(Month::new(2026, 1)), people, ..Ground::default() }
}

fn node(id: &str) -> NodeKey {
    NodeKey::of(RepId(id.into()))
}

fn row(who: &str, amount: i64) -> PastedRow {
    PastedRow { who: who.into(), amount: Some(Decimal::from(amount)) }
}

/// The fixed values after an edit, and what was refused.
fn fixed(edit: &Edit) -> (Vec<(String, i64)>, Vec<Refused>) {
    let mut plan = QuotaPlan::default();
    let tree = Tree::new(&ground(), &plan);
    let refused = apply(&mut plan, &tree, edit);
    let value = |choice: &NodeChoice| Some((choice.node.rep.0.clone(), i64::try_from(choice.fixed?).unwrap()));
    (plan.nodes.iter().filter_map(value).collect(), refused)
}

#[test]
fn rows_with_names_go_where_the_names_are() {
    let paste = |at: NodeKey, rows: &[PastedRow]| fixed(&Edit::Paste { node: at, rows: rows.to_vec() });
    let of = |who: &str, amount: i64| (who.to_owned(), amount);
    // In North there is one Bob; in the company there are two.
    let (found, refused) = paste(node("n"), &[row(" bob", 5), row("Ann", 7), row("3", 9)]);
    assert_eq!(found, [of("1", 7), of("2", 5)]);
    assert_eq!(refused, [Refused::UnknownNode { who: "3".into() }]);
    let (found, refused) = paste(NodeKey::company(), &[row("Bob", 5), row("3", 9)]);
    assert_eq!((found, refused), (vec![of("3", 9)], vec![Refused::Ambiguous { who: "Bob".into() }]));
    // An amount without a name among names is nobody's, and least of all the company's; an empty row is nothing.
    let rows = [row("Ann", 7), row(" ", 9), PastedRow::default()];
    let (found, refused) = paste(NodeKey::company(), &rows);
    assert_eq!((found, refused), (vec![of("1", 7)], vec![Refused::UnknownNode { who: " ".into() }]));
    let bad = PastedRow { who: "Ann".into(), amount: Some(Decimal::from(-1)) };
    assert_eq!(paste(node("n"), &[bad]).1, [Refused::BadNumber { number: Decimal::from(-1) }]);
}

#[test]
fn rows_without_names_follow_the_table() {
    let rows = |n: i64| (1..=n).map(|amount| row("", amount)).collect();
    // From Ann on: Ann, Bob, South, the other Bob.
    let (found, refused) = fixed(&Edit::Paste { node: node("1"), rows: rows(4) });
    assert_eq!(found, [("1".into(), 1), ("2".into(), 2), ("3".into(), 4), ("s".into(), 3)]);
    assert_eq!(refused, []);
    assert_eq!(fixed(&Edit::Paste { node: node("1"), rows: rows(6) }).1, [Refused::TooManyRows { n: 2 }]);
    assert_eq!(fixed(&Edit::Paste { node: node("x"), rows: rows(1) }).1, [Refused::UnknownNode { who: "x".into() }]);
}

/// A lock holds what was there while the rest moves; what is unlocked follows the rule again.
#[test]
fn locked_values_stay_while_the_goal_moves() {
    let ground = ground();
    let mut plan = QuotaPlan { goal: Goal::Amount { amount: Decimal::from(800_000) }, ..QuotaPlan::default() };
    let tree = Tree::new(&ground, &plan);
    let amount =
        |plan: &QuotaPlan, id: &str| i64::try_from(spread(&tree, plan).row(tree.place(&node(id)).unwrap()).amount);
    assert_eq!(amount(&plan, "1"), Ok(200_000));
    let lock = Edit::Lock { node: node("1"), amount: Decimal::from(200_000) };
    assert_eq!(apply(&mut plan, &tree, &lock), []);
    let goal = Edit::SetValue { node: NodeKey::company(), amount: Decimal::from(1_000_000) };
    assert_eq!(apply(&mut plan, &tree, &goal), []);
    assert_eq!((amount(&plan, "1"), amount(&plan, "2"), amount(&plan, "3")), (Ok(200_000), Ok(300_000), Ok(500_000)));
    let filled = Edit::Fill { nodes: vec![node("1"), node("2")], with: Fill::Unlocked };
    assert_eq!(apply(&mut plan, &tree, &filled), []);
    assert_eq!((amount(&plan, "1"), plan.nodes.len()), (Ok(250_000), 0));
    assert_eq!(apply(&mut plan, &tree, &Edit::Unlock { node: NodeKey::company() }), [Refused::CompanyIsGoal]);
}

/// Who goes to the team that he or she is in already stays; so does the place that the plan speaks of.
#[test]
fn a_transfer_to_the_own_team_is_none() {
    let mut plan = QuotaPlan::default();
    let tree = Tree::new(&ground(), &plan);
    let transfer = Transfer { rep: RepId("1".into()), to: RepId("n".into()), from: Month::new(2026, 7) };
    assert_eq!(apply(&mut plan, &tree, &Edit::Transfer(transfer)), []);
    let moved = Tree::new(&ground(), &plan);
    assert_eq!((&moved.nodes, moved.findings.len()), (&tree.nodes, 0));
}

/// Of relief that overlaps the larger counts.
#[test]
fn relief_does_not_add_up() {
    let mut plan = QuotaPlan { goal: Goal::Amount { amount: Decimal::from(4_800_000) }, ..QuotaPlan::default() };
    let tree = Tree::new(&ground(), &plan);
    for (from, to, tenths) in [(1, 6, 5), (4, 9, 2)] {
        let (from, to) = (Month::new(2026, from), Month::new(2026, to));
        let share = Decimal::new(tenths, 1);
        let relief = Relief { rep: RepId("1".into()), from, to, share, reason: String::new() };
        assert_eq!(apply(&mut plan, &tree, &Edit::Relief(relief)), []);
    }
    let tree = Tree::new(&ground(), &plan);
    // 1,200,000 less half of six months and a fifth of three.
    let row = spread(&tree, &plan).row(tree.place(&node("1")).unwrap());
    assert_eq!(row.carried, Decimal::from(1_200_000 - 300_000 - 60_000));
}
