//! What reps make of a plan, in words and tables: the answer, where they give up, what they move, studies and limits.

use super::chart::ChartTable;
use super::charts::Voice;
use super::words::Words;
use crate::engine::comp::behave::{
    Behaviour, Calibrated, Calibration, Limit, Outcome, Range, Setting, Study, TypeOutcome, Variant, World, ZoneKind,
};

/// A study's finding.
pub fn study_text(words: &Words, study: Study) -> String {
    words.text(match study {
        Study::Oyer1998 => "study-oyer",
        Study::Larkin2014 => "study-larkin",
        Study::MisraNair2011 => "study-misra-nair",
        Study::ChungSteenburghSudhir2014 => "study-chung",
        Study::Steenburgh2008 => "study-steenburgh",
        Study::LeoneMisraZimmerman2004 => "study-leone",
        Study::CuiRajuShi2011 => "study-cui",
    })
}

/// What a result cannot know.
pub fn limit_text(words: &Words, limit: Limit) -> String {
    words.text(match limit {
        Limit::AssumedNotMeasured => "limit-assumed",
        Limit::RationalReps => "limit-rational",
        Limit::WholeWindows => "limit-whole-windows",
        Limit::EvenQuotas => "limit-even-quotas",
        Limit::MergedWindows => "limit-merged",
        Limit::BundledDeals => "limit-bundled",
        Limit::NobodyElseResponds => "limit-nobody-else",
    })
}

/// The name of an assumption.
pub fn setting_name(words: &Words, setting: Setting) -> String {
    words.text(match setting {
        Setting::EffortCost => "setting-effort-cost",
        Setting::FreeShare => "setting-free-share",
        Setting::Movable => "setting-movable",
        Setting::DaysMovable => "setting-days",
        Setting::Discount => "setting-discount",
        Setting::PresentBias => "setting-present-bias",
        Setting::Ratchet => "setting-ratchet",
        Setting::RiskAversion => "setting-risk",
    })
}

/// The name of ready assumptions, with their study.
pub fn world_name(words: &Words, world: World) -> String {
    words.text(match world {
        World::Larkin => "world-larkin",
        World::Steenburgh => "world-steenburgh",
        World::MisraNair => "world-misra-nair",
        World::Chung => "world-chung",
        World::Oyer => "world-oyer",
    })
}

/// The answer in one sentence, with what the assumptions leave open.
pub fn behaviour_finding(voice: &Voice, behaviour: &Behaviour) -> String {
    let (revenue, cost) = (behaviour.ranges.revenue_by_setting, behaviour.ranges.cost_by_setting);
    let values = [
        ("revenue", voice.percent(1.0 + revenue.middle).into()),
        ("revenue-low", voice.percent(1.0 + revenue.low).into()),
        ("revenue-high", voice.percent(1.0 + revenue.high).into()),
        ("cost", voice.percent(1.0 + cost.middle).into()),
        ("cost-low", voice.percent(1.0 + cost.low).into()),
        ("cost-high", voice.percent(1.0 + cost.high).into()),
    ];
    voice.with("behaviour-finding", values)
}

/// What was calibrated, and how well it met what was wanted.
pub fn calibration_lines(voice: &Voice, calibration: &Calibration) -> Vec<String> {
    let (movable, cost) = (calibration.settings.movable, calibration.settings.effort_cost);
    let cost = || voice.numerals.decimal(cost, 0, 2);
    let moved = match calibration.moved {
        Calibrated::Movable => voice.with("calibrated-movable", [("movable", voice.percent(movable).into())]),
        Calibrated::EffortCost => voice.with("calibrated-effort-cost", [("cost", cost().into())]),
        Calibrated::Both => voice.with("calibrated-both", [("cost", cost().into())]),
    };
    let met = [
        ("wanted", voice.percent(calibration.wanted).into()),
        ("reached", voice.percent(calibration.reached).into()),
        ("misfit", voice.percent(calibration.misfit.abs()).into()),
    ];
    let met = voice.with(if calibration.is_met { "calibration-met" } else { "calibration-missed" }, met);
    vec![moved, met, voice.text("calibration-bound")]
}

/// Where each type of rep gives up and where it rests, one sentence each.
pub fn zone_lines(voice: &Voice, behaviour: &Behaviour) -> Vec<String> {
    let line = |one: &TypeOutcome| {
        let zones = |kind: ZoneKind| one.effort.zones.iter().filter(move |zone| zone.kind == kind);
        let below = zones(ZoneKind::GivesUp).map(|zone| zone.to).reduce(f64::max);
        let above = zones(ZoneKind::Rests).map(|zone| zone.from).reduce(f64::min);
        let whole = |share: f64| voice.numerals.percent(share, 0);
        let (reps, skill) = (voice.numerals.decimal(one.rep.n_reps, 0, 1), whole(one.rep.skill));
        match (below, above) {
            (Some(below), Some(above)) => {
                let values = [
                    ("reps", reps.into()),
                    ("skill", skill.into()),
                    ("below", whole(below).into()),
                    ("above", whole(above).into()),
                ];
                voice.with("zone-both", values)
            }
            (Some(below), None) => {
                let values = [("reps", reps.into()), ("skill", skill.into()), ("below", whole(below).into())];
                voice.with("zone-gives-up", values)
            }
            (None, Some(above)) => {
                let values = [("reps", reps.into()), ("skill", skill.into()), ("above", whole(above).into())];
                voice.with("zone-rests", values)
            }
            (None, None) => voice.with("zone-none", [("reps", reps.into()), ("skill", skill.into())]),
        }
    };
    behaviour.types.iter().map(line).collect()
}

/// What is brought forward, held over, given away and gained by it, in a year.
pub fn timing_lines(voice: &Voice, behaviour: &Behaviour) -> Vec<String> {
    let with = &behaviour.with;
    let deals = |n: f64| voice.numerals.decimal(n, 0, 1);
    let moved = |id: &str, n: f64, worth: f64| {
        voice.with(id, [("deals", deals(n).into()), ("worth", voice.whole(worth).into())])
    };
    let leakage = [
        ("discount", voice.whole(with.discount).into()),
        ("lost", voice.whole(with.lost).into()),
        ("share", voice.percent(with.leakage).into()),
    ];
    let gain = [("gain", voice.whole(with.gaming_value).into()), ("most", voice.whole(with.most_gaming_value).into())];
    vec![
        moved("timing-pulled", with.n_pulled, with.pulled),
        moved("timing-pushed", with.n_pushed, with.pushed),
        voice.with("timing-leakage", leakage),
        voice.with("timing-gain", gain),
    ]
}

/// How long a window is and how it is counted.
pub fn window_line(words: &Words, behaviour: &Behaviour) -> String {
    words.text(match behaviour.window_months {
        1 => "behaviour-window-month",
        3 => "behaviour-window-quarter",
        6 => "behaviour-window-half-year",
        _ => "behaviour-window-year",
    })
}

/// A year with behaviour against one without, and how far assumptions move it.
pub fn behaviour_sums(voice: &Voice, behaviour: &Behaviour) -> ChartTable {
    let (with, without, ranges) = (&behaviour.with, &behaviour.without, &behaviour.ranges);
    let money = |id: &str, of: fn(&Outcome) -> f64, range: Option<Range>| {
        let (with, without) = (of(with), of(without));
        let change = if 0.0 < without { voice.percent(with / without) } else { "–".into() };
        let range = range.map(|range| Range { low: 1.0 + range.low, middle: 1.0, high: 1.0 + range.high });
        vec![voice.text(id), voice.whole(without), voice.whole(with), change, range_text(voice, range)]
    };
    let share = |id: &str, of: fn(&Outcome) -> f64, range: Option<Range>| {
        let cells = [of(without), of(with)].map(|share| voice.percent(share));
        let [without, with] = cells;
        vec![voice.text(id), without, with, String::new(), range_text(voice, range)]
    };
    let headers = ["column-a-year", "column-without", "column-with", "column-with-of-without", "column-by-assumption"];
    ChartTable {
        headers: headers.map(|id| voice.text(id)).into(),
        rows: vec![
            money("behaviour-revenue", |sums| sums.revenue, Some(ranges.revenue_by_setting)),
            money("behaviour-cost", |sums| sums.cost, Some(ranges.cost_by_setting)),
            share("behaviour-ccos", |sums| sums.ccos, None),
            share("behaviour-effort", |sums| sums.effort, Some(ranges.effort_by_setting)),
            share("behaviour-last-week", |sums| sums.last_week_share, Some(ranges.last_week_by_setting)),
            share("behaviour-last-month", |sums| sums.last_month_share, None),
            share("behaviour-leakage", |sums| sums.leakage, Some(ranges.leakage_by_setting)),
        ],
    }
}

fn range_text(voice: &Voice, range: Option<Range>) -> String {
    range.map_or_else(String::new, |range| {
        let values = [("lower", voice.percent(range.low).into()), ("upper", voice.percent(range.high).into())];
        voice.with("range-percent", values)
    })
}

/// Each type of rep.
pub fn behaviour_types(voice: &Voice, behaviour: &Behaviour) -> ChartTable {
    let row = |one: &TypeOutcome| {
        let revenue = if 0.0 < one.without.revenue { one.with.revenue / one.without.revenue } else { 1.0 };
        vec![
            voice.numerals.percent(one.rep.skill, 0),
            voice.numerals.decimal(one.rep.n_reps, 0, 1),
            voice.percent(revenue),
            voice.whole(one.with.cost / one.rep.n_reps.max(1e-9)),
            voice.percent(one.with.effort),
            voice.percent(one.with.last_week_share),
            voice.percent(one.with.leakage),
        ]
    };
    let headers = [
        "column-skill",
        "axis-reps",
        "column-revenue-of-without",
        "column-pay-a-rep",
        "behaviour-effort",
        "behaviour-last-week",
        "behaviour-leakage",
    ];
    ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: behaviour.types.iter().map(row).collect() }
}

/// Each assumption at both ends of what is plausible.
pub fn behaviour_variants(voice: &Voice, behaviour: &Behaviour) -> ChartTable {
    let value = |variant: &Variant| match variant.setting {
        Setting::EffortCost | Setting::RiskAversion => voice.numerals.decimal(variant.value, 0, 2),
        Setting::DaysMovable => voice.numerals.decimal(variant.value, 0, 0),
        _ => voice.percent(variant.value),
    };
    let row = |variant: &Variant| {
        vec![
            setting_name(voice.words, variant.setting),
            value(variant),
            voice.percent(1.0 + variant.revenue_change),
            voice.percent(1.0 + variant.cost_change),
            voice.percent(variant.effort),
            voice.percent(variant.last_week_share),
            voice.percent(variant.leakage),
        ]
    };
    let headers = [
        "column-assumption",
        "column-value",
        "column-revenue-of-without",
        "column-cost-of-without",
        "behaviour-effort",
        "behaviour-last-week",
        "behaviour-leakage",
    ];
    ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: behaviour.variants.iter().map(row).collect() }
}
