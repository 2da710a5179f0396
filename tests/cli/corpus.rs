//! Facts of a real export, met from the command line. It is found through `ATTAIN_CORPUS`; without it the test says that
//! it is skipped.

use crate::{Folder, attain, json, words};

#[test]
fn a_real_pipeline_is_read_without_a_loss_and_paid_by_the_quarter() {
    let Some(corpus) = std::env::var_os("ATTAIN_CORPUS").map(std::path::PathBuf::from) else {
        println!("skipped: ATTAIN_CORPUS names no folder");
        return;
    };
    let maven = corpus.join("crm_01_maven_crm").display().to_string();
    let folder = Folder::new();
    let report = json(&format!("import {maven} --out {}", folder.arg("out")));
    let deals = report["written"].as_array().unwrap().iter().find(|file| file["kind"] == "deals").unwrap();
    assert_eq!(deals["n_records"], 8_800);
    let won = report["outcomes"].as_array().unwrap().iter().find(|count| count["outcome"] == "won").unwrap();
    assert_eq!((&won["n_deals"], &won["amount"]), (&4_238.into(), &"10005534".into()));
    assert_eq!(report["n_set_aside"], 0);
    assert_eq!(report["twins"][0]["file"], "sales_pipeline_crlf_variant.csv");
    for file in report["files"].as_array().unwrap() {
        let n = |field: &str| file[field].as_u64().unwrap();
        assert_eq!(n("n_rows"), n("n_records") + n("n_set_aside") + n("n_layout"), "{file}");
    }
    let inspected = json(&format!("inspect {maven}/sales_pipeline.csv"));
    let value = inspected[0]["columns"].as_array().unwrap().iter().find(|column| column["header"] == "close_value");
    assert_eq!(value.unwrap()["sum"], "10005534");

    let paid = json(&format!("pay --plan account-manager {maven}"));
    let sellers = paid["scatter"].as_array().unwrap().iter().filter(|rep| rep["bookings"] != "0").count();
    assert_eq!((sellers, &paid["totals"]["n_sellers"]), (30, &30.into()));
    assert_eq!(paid["totals"]["bookings"], "10005534");
    assert!(paid["by_period"].as_array().unwrap().iter().all(|total| total["period"]["length"] == "quarter"));

    let simulated = attain(words(&format!("simulate --plan account-manager {maven} --runs 200 --json")));
    assert_eq!(simulated.status.code(), Some(0));
}
