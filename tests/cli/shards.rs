//! `simulate` and `merge`: parts give what the whole gives, to the byte.

use crate::{Folder, attain, json, refused, text, words};

fn bytes(args: &str) -> Vec<u8> {
    let output = attain(words(args));
    assert!(output.status.success(), "{args}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn a_simulation_says_what_plans_cost() {
    let folder = Folder::new();
    let company = folder.company();
    let args =
        format!("simulate --plan account-executive --plan balanced {company} --runs 500 --seed 9 --budget 900000");
    let report = json(&args);
    assert_eq!((report["seed"].as_u64(), report["n_runs"].as_u64()), (Some(9), Some(500)));
    assert_eq!(report["engine_version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["input"].as_str().unwrap().len(), 32);
    assert_eq!((report["first"].as_str(), report["n_months"].as_u64()), (Some("2026-01"), Some(12)));
    for plan in report["plans"].as_array().unwrap() {
        let total = |quantile: &str| plan["total"][quantile].as_f64().unwrap();
        assert!(0.0 < total("p10") && total("p10") < total("p50") && total("p50") < total("p90"));
        assert_eq!(plan["by_month"].as_array().unwrap().len(), 12);
        let reps = plan["by_rep"].as_array().unwrap().len();
        assert_eq!(Some(reps as u64), report["n_reps"].as_u64());
        let probability = plan["budget_probability"].as_f64().unwrap();
        let counted = plan["histogram"]["counts"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).sum::<u64>();
        assert!((0.0..=1.0).contains(&probability) && counted == 500);
    }
    let shown = text(&format!("{args} --sensitivity"));
    for part in ["500 runs of 2026-01 to 2026-12", "Within the budget", "VOLATILITY", "Reps at quota"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
}

#[test]
fn threads_change_nothing() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("simulate --plan balanced {company} --runs 777 --seed 2 --json");
    assert_eq!(bytes(&format!("{args} --threads 1")), bytes(&format!("{args} --threads 5")));
}

#[test]
fn merged_shards_are_the_whole_to_the_byte() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("simulate --plan account-executive --plan flat {company} --runs 1001 --seed 4 --budget 1000000");
    let [whole, merged] = [folder.arg("whole.part"), folder.arg("merged.part")];
    let printed = bytes(&format!("{args} --json --sensitivity --out {whole}"));
    let mut parts = Vec::new();
    for shard in 0..3 {
        let name = format!("{shard}.part");
        if shard == 1 {
            folder.write(&name, bytes(&format!("{args} --shard 1/3"))); // by standard output
        } else {
            text(&format!("{args} --shard {shard}/3 --out {}", folder.arg(&name)));
        }
        parts.push(folder.arg(&name));
    }
    let [zero, one, two] = [&parts[0], &parts[1], &parts[2]];
    assert_eq!(bytes(&format!("merge {two} {zero} {one} --json --sensitivity --out {merged}")), printed);
    assert_eq!(folder.read("merged.part"), folder.read("whole.part"));
    let shown = text(&args);
    assert_eq!(text(&format!("merge {zero} {one} {two}")), shown);

    // Two parts may be kept together and joined with the third later.
    let both = folder.arg("both.part");
    text(&format!("merge {zero} {two} --out {both}"));
    assert_eq!(text(&format!("merge {both} {one}")), shown);
    refused(&format!("merge {zero} {two}"), 1, &["of 1,001 runs"]);
    refused(&format!("merge {zero} {zero}"), 1, &["0.part", "in both parts"]);

    let other = folder.arg("other.part");
    text(&format!("{} --seed 5 --shard 1/3 --out {other}", args.replace(" --seed 4", "")));
    refused(&format!("merge {zero} {other}"), 1, &["other.part", "different seeds"]);
    text(&format!("{} --shard 1/3 --out {other}", args.replace("1000000", "2000000")));
    refused(&format!("merge {zero} {other}"), 1, &["other.part", "another budget"]);
    let cut = folder.read("0.part");
    let cut = folder.write("cut.part", &cut[..cut.len() / 2]);
    refused(&format!("merge {cut}"), 1, &["cut.part", "damaged or cut short"]);
    refused(&format!("merge {company}/deals.csv"), 1, &["deals.csv", "no part"]);
}

#[test]
fn more_shards_than_runs_are_merged_too() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("simulate --plan flat {company} --runs 2");
    let parts: Vec<String> = (0..4).map(|shard| folder.arg(&format!("{shard}.part"))).collect();
    for (shard, part) in parts.iter().enumerate() {
        text(&format!("{args} --shard {shard}/4 --out {part}"));
    }
    assert_eq!(text(&format!("merge {}", parts.join(" "))), text(&args));
}
