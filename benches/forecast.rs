//! The one call on 1,000 monthly series of 120 values, natively on one thread; with `--write FILE` the series for others.

#[path = "inputs/forecast.rs"]
mod input;

use std::fmt::Write as _;

const N_SERIES: u32 = 1_000;

#[allow(clippy::disallowed_methods)] // a bench asks the clock
fn main() {
    let mut args = std::env::args().skip_while(|arg| arg != "--write");
    if let Some(path) = args.nth(1) {
        let mut text = "unique_id,ds,y\n".to_owned();
        for number in 0..N_SERIES {
            for (at, value) in input::series(number).iter().enumerate() {
                let _ = writeln!(text, "{number},{},{value}", at + 1);
            }
        }
        if let Err(error) = std::fs::write(&path, text) {
            println!("{path}: {error}");
        }
        return;
    }
    let start = std::time::Instant::now();
    let whole: f64 = (0..N_SERIES).map(input::error).sum();
    let n = f64::from(N_SERIES);
    println!("native: {:.0} series a second, sMAPE {:.3}", n / start.elapsed().as_secs_f64(), whole / n);
}
