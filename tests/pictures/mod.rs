//! What tests of charts share: a voice, the pictures on file, and what every chart has to say.
//!
//! `UPDATE_CHARTS=1 cargo test --features cli --test charts --test capacity --test pipeline pictures` writes the pictures anew; look
//! at them.

use std::path::Path;

use attain::chart::{Theme, svg};
use attain::engine::units::Currency;
use attain::present::{Chart, Layer, Locale, Plain, Voice, Words};

pub(crate) const SIZE: (u32, u32) = (640, 320);

/// Runs something with that language's words, plain figures and euros.
pub(crate) fn with_voice<T>(locale: Locale, work: impl FnOnce(&Voice) -> T) -> T {
    let (words, currency) = (Words::new(locale), Currency::of("EUR"));
    work(&Voice { words: &words, numerals: &Plain, currency: &currency })
}

/// The charts are drawn as they were seen, in both themes.
pub(crate) fn are_as_seen(charts: impl FnOnce(&Voice) -> Vec<(&'static str, Chart)>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts");
    let mut changed = Vec::new();
    for (name, chart) in with_voice(Locale::English, charts) {
        for (theme, colors) in [("light", Theme::light()), ("dark", Theme::dark())] {
            let (path, drawn) = (folder.join(format!("{name}.{theme}.svg")), svg(&chart, &colors, SIZE.0, SIZE.1));
            if std::env::var_os("UPDATE_CHARTS").is_some() {
                std::fs::write(&path, &drawn).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != drawn {
                changed.push(format!("{name}.{theme}.svg"));
            }
        }
    }
    assert!(changed.is_empty(), "drawn otherwise: {changed:?}; see UPDATE_CHARTS");
}

/// Each chart says its finding in words, whose ids do not begin so, has a table of whole rows, and nothing beyond its axes.
pub(crate) fn are_told(ids: &str, charts: impl Fn(&Voice) -> Vec<(&'static str, Chart)>) {
    for (name, chart) in [Locale::English, Locale::Polish].into_iter().flat_map(|locale| with_voice(locale, &charts)) {
        assert!(3 < chart.finding.split(' ').count(), "{name}: {:?}", chart.finding);
        assert!(!chart.title.contains(ids) && !chart.finding.contains(ids), "{name}");
        assert!(!chart.table.rows.is_empty(), "{name}");
        for row in &chart.table.rows {
            assert_eq!(row.len(), chart.table.headers.len(), "{name}: {row:?}");
        }
        for (x, y) in chart.layers.iter().flat_map(Layer::extent) {
            assert!((-0.01..=1.01).contains(&chart.x.share(x)), "{name}: {x} is off the axis");
            assert!((-0.01..=1.01).contains(&chart.y.share(y)), "{name}: {y} is off the axis");
        }
    }
}
