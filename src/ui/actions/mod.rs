//! What users set going.

mod compensation;
mod data;
mod keys;
mod language;
mod records;
mod scenario_file;

pub(crate) use compensation::{CostJob, add_plan, download_statements, explain, free_name, simulate, stop_simulation};
pub(crate) use data::{change_tables, download_from_files, is_first_visit, stop_reading, take_files, take_sample};
pub(crate) use keys::shortcut;
pub(crate) use language::{speak, wanted, words_of};
pub(crate) use records::{
    download_record, duplicate, forget_everything, new_scenario, open_record, refresh_list, remove_record,
    restore_record, save_problem,
};
pub(crate) use scenario_file::{export, file_name};
