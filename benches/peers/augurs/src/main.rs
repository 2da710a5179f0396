//! augurs' MSTL with ETS for the trend on the series of `benches/forecast.rs`, one thread. usage: augurs-peer FILE

use std::collections::BTreeMap;
use std::time::Instant;

use augurs::ets::AutoETS;
use augurs::mstl::MSTLModel;
use augurs::prelude::*;

const N_KNOWN: usize = 120;
const N_AHEAD: usize = 12;

fn forecast(known: &[f64]) -> Result<Vec<f64>, Box<dyn std::error::Error>> {
    let model = MSTLModel::new(vec![12], AutoETS::non_seasonal().into_trend_model());
    Ok(model.fit(known)?.predict(N_AHEAD, None)?.point)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: augurs-peer FILE")?;
    let mut series: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for line in std::fs::read_to_string(file)?.lines().skip(1) {
        let mut cells = line.split(',');
        let (name, value) = (cells.next().unwrap_or_default(), cells.nth(1).unwrap_or_default());
        series.entry(name.parse()?).or_default().push(value.parse()?);
    }
    let (mut seconds, mut whole) = (0.0, 0.0);
    for values in series.values() {
        let (known, after) = values.split_at(N_KNOWN);
        let start = Instant::now();
        let said = forecast(known)?;
        seconds += start.elapsed().as_secs_f64();
        let error = |(said, was): (&f64, &f64)| 200.0 * (was - said).abs() / (was.abs() + said.abs());
        whole += said.iter().zip(after).map(error).sum::<f64>() / after.len() as f64;
    }
    let n = series.len() as f64;
    println!("augurs MSTL with ETS: {:.0} series a second, sMAPE {:.3}", n / seconds, whole / n);
    Ok(())
}
