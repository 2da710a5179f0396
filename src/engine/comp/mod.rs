//! Incentive compensation: one plan definition, run by two programs that agree to the cent.

pub mod behave;
pub mod benchmarks;
pub mod compare;
pub mod compiled;
pub mod credit;
pub mod curve;
pub mod exact;
pub mod knots;
pub mod ledger;
pub mod lint;
pub mod plan;
pub mod solve;
pub mod statement;
mod team;
pub mod templates;

pub use compiled::{Compiled, CompiledPlan, Form, Forms, MonthStep, MonthlyTerms, Piece, Standing, WalkState};
pub use credit::{Book, Counted, Event, EventSource};
pub use curve::{Calculation, CurvePoint, NextTier, calculate, curve};
pub use exact::{CapKind, Payout, Reached, Step, Terms, payout, payout_among};
pub use knots::Knot;
pub use ledger::{Accrual, Award, Balances, LedgerStep, Liability, PayoutPeriod, accruals, apportion, awards};
pub use plan::{
    Advance, Assignment, BlendPart, BookError, Boundary, Cap, Clawback, ClawbackKind, Component, Condition, CreditFrom,
    Draw, DrawAmount, DrawKind, Filter, Gate, Holdback, Matrix, Measure, Milestone, Multiplier, Otherwise, PayBasis,
    Plan, PlanBook, PlanError, ProrateBy, Proration, QuotaSource, Reward, Spiff, Stay, Threshold, ThresholdKind, Tier,
    TierAxis, TierMode, Who, Window,
};
pub use statement::{
    AttainmentBin, BookInput, DealPay, Explanation, Gap, Line, NamedIn, OwnCurrency, OwnPay, PayLine,
    PayoutExplanation, PeriodTotal, RepPoint, Replay, ReplayInput, Statement, Totals, explain, explain_in_book,
    explain_payout, explain_payout_in_book, pay_line, replay, replay_book,
};
pub use team::{TeamMember, team_totals};
