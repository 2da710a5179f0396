//! Targets with their months side by side, as people plan, against the same targets one below the other.

use std::collections::BTreeMap;

use attain::data::{Kind, Limits, guess, import, read_all};
use attain::engine::units::{Decimal, Money};
use chrono::Datelike;

use super::corpus;
use super::dialect::{self, Draw};
use super::model::{Model, Value, model};
use super::words::{LONG_MONTHS, MONTHS, translated};
use super::write::{encoded, number};

/// Ways to head a column of a month.
const HEADINGS: [&str; 10] =
    ["M01", "Jan", "January", "Jan 2017", "January 2017", "2017-01", "01/2017", "Jan-17", "2017.01", "01.2017"];

type Targets = BTreeMap<(String, String), Money>;

/// What is imported: by rep and month.
fn imported(name: &str, bytes: &[u8]) -> Result<(Targets, Kind), String> {
    let tables = read_all(name, bytes, Limits::default()).map_err(|error| error.to_string())?;
    let result = import(&tables, &guess(&tables));
    let kind = result.files[0].kind;
    let targets = result.dataset.targets.iter().filter(|target| target.amount != Money::ZERO);
    let targets: Vec<_> =
        targets.map(|target| ((target.rep.0.clone(), format!("{:?}", target.period)), target.amount)).collect();
    let n = targets.len();
    let targets: Targets = targets.into_iter().collect();
    if n != targets.len() || tables.len() != 1 {
        return Err(format!("{} tables, {n} targets of which {} differ", tables.len(), targets.len()));
    }
    Ok((targets, kind))
}

fn heading(style: &str, year: i32, month: usize, language: usize) -> String {
    let (short, long) = (MONTHS[language][month].trim_end_matches('.'), LONG_MONTHS[language][month]);
    // Polish months beside nothing stand in the first case.
    let first = [
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ];
    let long = if language == 1 { first[month] } else { long };
    let n = month + 1;
    match style {
        "M01" => format!("M{n:02}"),
        "Jan" => short.to_owned(),
        "January" => long.to_owned(),
        "Jan 2017" => format!("{short} {year}"),
        "January 2017" => format!("{long} {year}"),
        "2017-01" => format!("{year}-{n:02}"),
        "01/2017" => format!("{n:02}/{year}"),
        "Jan-17" => format!("{short}-{:02}", year % 100),
        "2017.01" => format!("{year}.{n:02}"),
        _ => format!("{n:02}.{year}"),
    }
}

/// Year where the headings have none, the rep, and the amount of each month.
fn wide(model: &Model, style: &str, dialect: &dialect::Dialect, is_thousands: bool) -> String {
    let mut amounts: BTreeMap<(String, i32, u32), Decimal> = BTreeMap::new();
    for row in &model.rows {
        if let [Value::Text(rep), Value::Number(amount), Value::Day(day)] = row.as_slice() {
            amounts.insert((rep.clone(), day.year(), day.month()), *amount);
        }
    }
    let is_by_year = matches!(style, "M01" | "Jan" | "January");
    let mut months: Vec<(i32, u32)> = amounts.keys().map(|(_, year, month)| (*year, *month)).collect();
    months.sort_unstable();
    months.dedup();
    let mut years: Vec<i32> = months.iter().map(|(year, _)| *year).collect();
    years.dedup();
    let mut reps: Vec<&String> = amounts.keys().map(|(rep, ..)| rep).collect();
    reps.dedup();
    let year = ["Year", "Rok", "Jahr", "Année", "Año", "Ano"][dialect.language];
    let rep_name = translated("EmployeeID", dialect.language);
    let cell = |rep: &str, year: i32, month: u32| match amounts.get(&(rep.to_owned(), year, month)) {
        Some(amount) if is_thousands => number(*amount / Decimal::from(1000), dialect, true, 0),
        Some(amount) => number(*amount, dialect, true, 0),
        None => dialect.empty.to_owned(),
    };
    let mut lines: Vec<Vec<String>> = Vec::new();
    if is_thousands {
        lines.push(vec!["Targets, all amounts in thousands".to_owned()]);
    }
    let fixed = if is_by_year { vec![year.to_owned(), rep_name] } else { vec![rep_name] };
    if is_by_year {
        let names = (0..12).map(|month| heading(style, 0, month, dialect.language));
        lines.push(fixed.into_iter().chain(names).collect());
        for year in years {
            for rep in &reps {
                if (1..=12).any(|month| amounts.contains_key(&((*rep).clone(), year, month))) {
                    let row = (1..=12).map(|month| cell(rep, year, month));
                    lines.push([year.to_string(), (*rep).clone()].into_iter().chain(row).collect());
                }
            }
        }
    } else {
        let names = months.iter().map(|(year, month)| heading(style, *year, *month as usize - 1, dialect.language));
        lines.push(fixed.into_iter().chain(names).collect());
        for rep in &reps {
            let row = months.iter().map(|(year, month)| cell(rep, *year, *month));
            lines.push(std::iter::once((*rep).clone()).chain(row).collect());
        }
    }
    let mut text = String::new();
    for line in lines {
        let mut writer = csv::WriterBuilder::new().delimiter(dialect.delimiter).from_writer(Vec::new());
        writer.write_record(&line).unwrap();
        text += std::str::from_utf8(&writer.into_inner().unwrap()).unwrap().trim_end_matches('\n');
        text += dialect.ends;
    }
    text
}

#[test]
fn months_side_by_side_say_what_long_ones_say() {
    if corpus().is_none() {
        return;
    }
    let path = "crm_03_adventureworks_pbi_a_pipe/Targets.csv";
    let model = model(path, 10_000);
    let (expected, kind) = imported("Targets.csv", &std::fs::read(corpus().unwrap().join(path)).unwrap()).unwrap();
    assert_eq!((expected.len(), kind), (model.rows.len(), Kind::Targets));
    let mut draw = Draw(5);
    let mut wrong = Vec::new();
    for n in 0..80 {
        let mut dialect = dialect::draw(&mut draw);
        let style = HEADINGS[n % HEADINGS.len()];
        let is_thousands = draw.next(4) == 0;
        dialect.negative = "minus";
        let (bytes, _) = encoded(&wide(&model, style, &dialect, is_thousands), dialect.encoding);
        let how = format!(
            "{n}: {style} in {}, {:?} {:?} {} empty {:?}{}",
            super::words::LANGUAGES[dialect.language],
            dialect.numbers,
            dialect.currency,
            dialect.encoding,
            dialect.empty,
            if is_thousands { " in thousands" } else { "" }
        );
        let miss = match imported("Targets.csv", &bytes) {
            Ok((found, Kind::Targets)) if found == expected => continue,
            Ok((found, kind)) => {
                let first = expected.iter().find(|(key, amount)| found.get(*key) != Some(*amount));
                let other = first.and_then(|(key, _)| found.get(key));
                format!("{kind:?}, {} targets, first miss {first:?} is {other:?}", found.len())
            }
            Err(error) => error,
        };
        if let Some(folder) = std::env::var_os("ATTAIN_TWINS_OUT") {
            std::fs::write(std::path::PathBuf::from(folder).join(format!("wide-{n}.csv")), &bytes).unwrap();
        }
        wrong.push(format!("{how}: {miss}"));
    }
    assert!(wrong.is_empty(), "{} of 80\n{}", wrong.len(), wrong.join("\n"));
}
