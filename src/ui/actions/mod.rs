//! What users set going.

mod compensation;
mod data;
mod kept;
mod keys;
mod language;
mod records;
mod scenario_file;
mod tables;

pub(crate) use compensation::{
    CostJob, add_plan, behave, download_payouts, download_statements, download_workbook, explain, explain_payout,
    free_name, simulate, solve, stop_behaving, stop_simulation,
};
pub(crate) use data::{is_first_visit, stop_reading, take_files, take_pasted, take_sample};
pub(crate) use kept::{forget_dataset, forget_replaced, refresh_kept};
pub(crate) use keys::shortcut;
pub(crate) use language::{fetch_rest, speak, wanted, words_of};
pub(crate) use records::{
    download_record, duplicate, forget_everything, new_scenario, open_record, refresh_list, remove_record,
    restore_record, save_problem,
};
pub(crate) use scenario_file::{export, file_name};
pub(crate) use tables::{change_tables, choose, download_from_files};
