//! Saving: nothing is lost by a stop, a full store, damage, or a second tab.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use attain::data::{encode, fingerprint};
use attain::engine::comp::templates;
use attain::engine::quota::capacity::HeadcountPlan;
use attain::engine::quota::plan::QuotaPlan;
use attain::engine::simulate::{CostModel, RepModel};
use attain::engine::units::Decimal;
use attain::scenario::{
    DataRef, EntryState, FileError, PREFIX, RecordError, SampleSpec, SaveError, Scenario, Shelf, ShelfError, diff,
    list, load, open, sample, save, write,
};
use proptest::prelude::*;

/// A store that stops working after so many writes, as a killed tab does, or is full above so many characters.
#[derive(Default)]
struct Faulty {
    texts: RefCell<BTreeMap<String, String>>,
    writes_left: Cell<Option<u32>>,
    room: Cell<Option<usize>>,
    blocked: Cell<bool>,
    forgetful: Cell<bool>,
}

impl Shelf for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(self.texts.borrow().get(key).cloned()) }
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        if self.blocked.get() {
            return Err(ShelfError::Blocked);
        }
        match self.writes_left.get() {
            Some(0) => return Ok(()), // the tab is gone: nobody sees the answer
            Some(left) => self.writes_left.set(Some(left - 1)),
            None => {}
        }
        if self.room.get().is_some_and(|room| room < text.len()) {
            return Err(ShelfError::Full);
        }
        if !self.forgetful.get() {
            self.texts.borrow_mut().insert(key.into(), text.into());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(self.texts.borrow().keys().cloned().collect()) }
    }
}

fn scenario(title: &str) -> Scenario {
    Scenario { title: title.into(), plans: vec![templates::account_executive()], ..Scenario::default() }
}

#[test]
fn two_hundred_stops_leave_the_old_or_the_new_state() {
    for stop in 0..200_u32 {
        let shelf = Faulty::default();
        shelf.writes_left.set(Some(stop % 20));
        let (mut seen, mut last_saved) = (0, None);
        for edit in 0..20 {
            match save(&shelf, "a", &scenario(&format!("edit {edit}")), seen, 1_000 + edit) {
                Ok(generation) => (seen, last_saved) = (generation, Some(edit)),
                Err(_) => break,
            }
        }
        match (load(&shelf, "a").unwrap(), last_saved) {
            (Some(kept), Some(edit)) => assert_eq!(kept.scenario, scenario(&format!("edit {edit}"))),
            (None, None) => {}
            (kept, edit) => panic!("{kept:?} after edit {edit:?}"),
        }
    }
}

#[test]
fn a_second_tab_overwrites_nothing() {
    let shelf = Faulty::default();
    let first = save(&shelf, "a", &scenario("first tab"), 0, 1).unwrap();
    let second = save(&shelf, "a", &scenario("second tab"), first, 2).unwrap();
    assert_eq!(save(&shelf, "a", &scenario("late"), first, 3), Err(SaveError::Conflict { found: second }));
    assert_eq!(load(&shelf, "a").unwrap().unwrap().scenario.title, "second tab");
}

#[test]
fn saved_is_never_said_of_what_is_not() {
    let shelf = Faulty::default();
    let generation = save(&shelf, "a", &scenario("kept"), 0, 1).unwrap();
    shelf.room.set(Some(10));
    assert_eq!(save(&shelf, "a", &scenario("too large"), generation, 2), Err(SaveError::Shelf(ShelfError::Full)));
    shelf.room.set(None);
    shelf.forgetful.set(true);
    assert_eq!(save(&shelf, "a", &scenario("forgotten"), generation, 2), Err(SaveError::NotKept));
    shelf.forgetful.set(false);
    shelf.blocked.set(true);
    assert_eq!(save(&shelf, "a", &scenario("blocked"), generation, 2), Err(SaveError::Shelf(ShelfError::Blocked)));
    assert_eq!(list(&shelf), Err(ShelfError::Blocked));
    assert_eq!(load(&shelf, "a"), Err(RecordError::Shelf(ShelfError::Blocked)));
    shelf.blocked.set(false);
    assert_eq!(load(&shelf, "a").unwrap().unwrap().scenario.title, "kept");
}

#[test]
fn a_damaged_state_gives_way_to_the_one_before_it() {
    let shelf = Faulty::default();
    let first = save(&shelf, "a", &scenario("before"), 0, 1).unwrap();
    save(&shelf, "a", &scenario("after"), first, 2).unwrap();
    let key = format!("{PREFIX}a");
    let value = shelf.get(&key).unwrap().unwrap();
    let damaged = value.replacen("attain1 2", "attain1 3", 1);
    shelf.put(&key, &damaged).unwrap();
    let kept = load(&shelf, "a").unwrap().unwrap();
    assert_eq!((kept.scenario.title.as_str(), kept.recovered), ("before", true));
    assert_eq!(list(&shelf).unwrap()[0].state, EntryState::Recovered);
}

#[test]
fn a_thousand_damaged_stores_hide_no_other_scenario() {
    let shelf = Faulty::default();
    for id in ["a", "b", "c"] {
        save(&shelf, id, &scenario(id), 0, 1).unwrap();
    }
    let key = format!("{PREFIX}b");
    let whole = shelf.get(&key).unwrap().unwrap();
    let mut rng = fastrand::Rng::with_seed(1);
    for _ in 0..1_000 {
        let mut bytes: Vec<char> = whole.chars().collect();
        for _ in 0..rng.usize(1..4) {
            match rng.u8(0..4) {
                0 => bytes.truncate(rng.usize(0..bytes.len().max(1))),
                1 if !bytes.is_empty() => {
                    let place = rng.usize(0..bytes.len());
                    bytes[place] = char::from(rng.u8(32..127));
                }
                2 => bytes.extend("null {}\n attain1 9 9 9 9".chars()),
                _ => bytes = "{\"title\":1}".chars().collect(),
            }
        }
        shelf.put(&key, &bytes.iter().collect::<String>()).unwrap();
        let entries = list(&shelf).unwrap();
        assert_eq!(entries.len(), 3);
        for id in ["a", "c"] {
            assert!(entries.iter().any(|entry| entry.id == id && entry.state == EntryState::Good));
            assert_eq!(load(&shelf, id).unwrap().unwrap().scenario, scenario(id));
        }
        if let Ok(Some(kept)) = load(&shelf, "b") {
            assert_eq!(kept.scenario, scenario("b")); // never something else
        }
    }
}

#[test]
fn saving_over_a_broken_record_keeps_it() {
    let shelf = Faulty::default();
    let key = format!("{PREFIX}a");
    shelf.put(&key, "broken once").unwrap();
    assert_eq!(load(&shelf, "a"), Err(RecordError::Damaged));
    assert_eq!(save(&shelf, "a", &scenario("new"), 0, 1), Ok(1));
    assert_eq!(load(&shelf, "a").unwrap().unwrap().scenario.title, "new");
    shelf.put(&key, "broken twice").unwrap();
    assert_eq!(save(&shelf, "a", &scenario("newer"), 0, 2), Ok(1));
    let broken: Vec<(String, String)> = list(&shelf)
        .unwrap()
        .into_iter()
        .filter(|entry| entry.state == EntryState::Broken)
        .map(|entry| (shelf.get(&format!("{PREFIX}{}", entry.id)).unwrap().unwrap(), entry.id))
        .collect();
    assert_eq!(broken, [("broken once".into(), "a.broken.1".into()), ("broken twice".into(), "a.broken.2".into())]);
    // Without room to keep it, it is not replaced.
    shelf.put(&key, "broken a third time").unwrap();
    shelf.room.set(Some(10));
    assert_eq!(save(&shelf, "a", &scenario("newest"), 0, 3), Err(SaveError::Shelf(ShelfError::Full)));
    assert_eq!(shelf.get(&key).unwrap().as_deref(), Some("broken a third time"));
}

fn with_data() -> (Scenario, Vec<u8>) {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let bytes = encode(&sample(SampleSpec { n_reps: 8, seed: 3, today }));
    let data = Some(DataRef { fingerprint: fingerprint(&bytes), ..DataRef::default() });
    (Scenario { data, ..scenario("with data") }, bytes)
}

#[test]
fn a_file_holds_the_scenario_and_its_data() {
    let (scenario, bytes) = with_data();
    let opened = open(&write(&scenario, Some(&bytes))).unwrap();
    assert_eq!((opened.scenario, opened.data), (scenario, Some(bytes)));
    assert!(!opened.edited && !opened.read_only);
}

#[test]
fn what_a_file_says_beyond_this_version_is_kept() {
    let mut text = write(&scenario("future"), None);
    text = text.replace("\"version\": 1", "\"version\": 9").replace("\"title\"", "\"colour\": \"teal\",\n \"title\"");
    let opened = open(&text).unwrap();
    assert!(opened.read_only && opened.edited);
    assert!(write(&opened.scenario, None).contains("teal"));
}

#[test]
fn a_newer_file_is_opened_as_far_as_it_is_understood() {
    let mut two = scenario("future");
    two.plans.push(templates::flat(Decimal::new(10, 2)));
    two.chosen_plan = 1;
    let newer = |text: String| text.replace("\"version\": 1", "\"version\": 9");
    // A plan with a rule of the future is left out; the other one is chosen still.
    let text = newer(write(&two, None)).replacen("\"weight\"", "\"ramp\": \"0.5\",\n \"weight\"", 1);
    let opened = open(&text).unwrap();
    assert_eq!((opened.n_plans_left_out, opened.read_only), (1, true));
    assert_eq!(opened.scenario.plan(), two.plan());
    // In a file of this version the field is named.
    let text = write(&two, None).replacen("\"weight\"", "\"ramp\": \"0.5\",\n \"weight\"", 1);
    assert!(matches!(open(&text), Err(FileError::Field { why }) if why.contains("ramp")));
    // So are quota plans and heads; the chosen quotas stay chosen.
    let mut three = scenario("future");
    let quotas = |name: &str| QuotaPlan { name: name.into(), ..QuotaPlan::default() };
    three.quotas = vec![quotas("first"), quotas("second"), quotas("third")];
    three.chosen_quotas = 2;
    three.headcount = Some(HeadcountPlan::default());
    let text = newer(write(&three, None)).replacen("\"blend\"", "\"mix\": 1,\n \"blend\"", 1);
    let opened = open(&text.replace("\"goal\": \"nothing\"", "\"goal\": \"everything\"")).unwrap();
    assert_eq!((opened.n_plans_left_out, opened.scenario.headcount.is_none()), (2, true));
    assert_eq!(opened.scenario.quota_plan().map(|plan| plan.name.as_str()), Some("third"));
    assert_eq!(Scenario { chosen_quotas: 9, ..three.clone() }.quota_plan(), three.quotas.first());
    // What cannot be read at all is said to be newer.
    let text = newer(write(&two, None)).replace("\"chosen_plan\": 1", "\"chosen_plan\": \"the second\"");
    assert_eq!(open(&text).map(|_| ()), Err(FileError::Newer { version: 9 }));
    // Data in another form is left out.
    let (scenario, bytes) = with_data();
    let opened = open(&newer(write(&scenario, Some(&bytes))).replace("\"deflated\"", "\"packed\"")).unwrap();
    assert!(opened.data.is_none() && opened.data_left_out);
}

#[test]
fn data_of_another_layout_is_left_out() {
    let (mut scenario, mut bytes) = with_data();
    assert!(!open(&write(&scenario, Some(&bytes))).unwrap().data_left_out);
    assert!(!open(&write(&scenario, None)).unwrap().data_left_out);
    bytes[0] = 99;
    scenario.data = Some(DataRef { fingerprint: fingerprint(&bytes), ..DataRef::default() });
    let opened = open(&write(&scenario, Some(&bytes))).unwrap();
    assert_eq!((opened.data, opened.data_left_out), (None, true));
    assert_eq!(opened.scenario, scenario);
}

#[test]
fn files_that_are_no_scenarios_are_told_apart() {
    let whole = write(&scenario("cut"), None);
    assert!(matches!(open(&whole[..whole.len() / 2]), Err(FileError::Damaged { .. })));
    assert_eq!(open("[1, 2]"), Err(FileError::OtherFormat));
    assert_eq!(open("{\"format\": \"other\"}"), Err(FileError::OtherFormat));
    assert!(matches!(
        open(&whole.replace("\"chosen_plan\": 0", "\"chosen_plan\": \"x\"")),
        Err(FileError::Field { .. })
    ));
    let (scenario, bytes) = with_data();
    let other = write(&scenario, Some(&bytes[1..]));
    assert_eq!(open(&other), Err(FileError::Data));
}

#[test]
fn a_diff_names_the_fields() {
    let old = scenario("one");
    let mut new = old.clone();
    new.plans[0].components[0].tiers[2].value = Decimal::new(175, 2);
    let changes = diff(&old, &new);
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].path, "plans[0].components[0].tiers[2].value");
    assert_eq!((changes[0].old.as_str(), changes[0].new.as_str()), (Some("1.50"), Some("1.75")));
}

proptest! {
    #[test]
    fn any_text_is_refused_or_opened(text in "\\PC{0,200}") {
        let _ = open(&text);
        let _ = attain::scenario::decode_record(&text);
    }

    #[test]
    fn a_model_survives_its_file_to_the_bit(numbers in prop::collection::vec(any::<f64>().prop_filter("finite", |number| number.is_finite()), 9..12)) {
        let rep = RepModel {
            mean_attainment: numbers[0],
            volatility: numbers[1],
            zero_share: numbers[2],
            mean_deal: numbers[3],
            target_incentive: numbers[4],
            base_salary: numbers[5],
            monthly_quota: numbers.clone(),
            ..RepModel::default()
        };
        let mut model: CostModel =
            serde_json::from_str(r#"{"first":"2026-01","n_months":12,"market_sigma":0,"persistence":0,"reps":[]}"#).unwrap();
        (model.market_sigma, model.persistence, model.season, model.reps) = (numbers[6], numbers[7], numbers.clone(), vec![rep]);
        let mut scenario = scenario("floats");
        scenario.assumptions.model = Some(model);
        scenario.assumptions.company_factor = numbers[8];
        let opened = open(&write(&scenario, None)).unwrap();
        prop_assert!(!opened.edited);
        let bits = |scenario: &Scenario| postcard::to_allocvec(&(&scenario.assumptions.model, scenario.assumptions.company_factor)).unwrap();
        prop_assert_eq!(bits(&opened.scenario), bits(&scenario));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(cut in 1usize..100) {
        let whole = write(&scenario("cut"), None);
        let end = whole.len() * cut / 100;
        prop_assert!(open(whole[..end.min(whole.len() - 3)].trim_end()).is_err());
    }
}
