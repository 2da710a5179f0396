//! From what is earned to what is paid: SPIFFs, draws, holdbacks, clawbacks, adjustments, balances. Pure functions, one file
//! a mechanic; `statement` brings the lines.

mod account;
mod accrual;
mod adjust;
mod cents;
mod clawback;
mod contest;
mod draw;
mod holdback;
mod spiff;
mod step;

pub use account::{Balances, Payout, PayoutPeriod, Piece, Take, settle};
pub use accrual::{Accrual, Liability, accruals};
pub use cents::{Running, apportion};
pub use contest::{Award, awards};
pub use draw::{DrawDue, Drawn};
pub use holdback::Tranche;
pub use spiff::SpiffPay;
pub use step::LedgerStep;
