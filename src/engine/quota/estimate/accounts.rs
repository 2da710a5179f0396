//! Account plans: what was sold to each account, and a share of what it could buy beside, summed to its owner.

use std::collections::BTreeMap;

use super::answer::{AccountLine, EstimateError, How, MOST_ACCOUNTS, Model, Note};
use super::draft::{Draft, Drafted};
use super::growth::Growths;
use super::past::Past;

#[derive(Default)]
struct Sum {
    n: u32,
    base: f64,
    whitespace: f64,
}

/// `Σ base + whitespace × share` over a rep's accounts.
pub(super) fn account_plans(past: &Past) -> Result<Drafted, EstimateError> {
    let growths = Growths::of(past);
    let n_months = past.n_months(1);
    let whole_year = if n_months == 0 { 1.0 } else { 12.0 / f64::from(n_months) };
    let reps: BTreeMap<usize, (f64, Sum)> =
        past.reps.iter().map(|place| (*place, (growths.of_rep(past, *place).0, Sum::default()))).collect();
    let (mut reps, mut lines) = (reps, Vec::new());
    let (mut n_accounts, mut by_sales, mut unknown, mut planned) = (0, 0, 0, 0.0);
    for account in past.accounts() {
        let Some((place, is_stated)) = past.owner(account) else { continue };
        let Some((growth, sum)) = reps.get_mut(&place) else { continue };
        let sold: f64 = account.sales.range((past.start(1), 0)..(past.year, 0)).map(|(_, sales)| *sales).sum();
        let potential = past.potential(account);
        let base = sold * whole_year;
        let whitespace = potential.map_or(0.0, |potential| (potential - base.max(0.0)).max(0.0));
        if sold == 0.0 && whitespace == 0.0 {
            continue;
        }
        n_accounts += 1;
        by_sales += u32::from(!is_stated);
        unknown += u32::from(potential.is_none());
        planned += sold;
        let base = base * (1.0 + *growth);
        (sum.n, sum.base, sum.whitespace) = (sum.n + 1, sum.base + base, sum.whitespace + whitespace);
        let rep = past.person(place).map(|person| person.id.clone()).unwrap_or_default();
        let value = base + whitespace * past.settings.share;
        lines.push(AccountLine { account: account.name.clone(), rep, base, potential, value });
    }
    if n_accounts == 0 {
        return Err(EstimateError::NoAccounts);
    }
    let draft = |place: &usize| {
        let (_, sum) = reps.get(place).filter(|(_, sum)| 0 < sum.n)?;
        let Sum { n, base, whitespace } = *sum;
        let value = base + whitespace * past.settings.share;
        let how = How::Accounts { n_accounts: n, base, whitespace };
        Some(Draft { value, centre: None, error: growths.scatter.error(value), how })
    };
    let drafts = past.reps.iter().map(draft).collect();
    // The list is cut after the largest; equal ones stay in the order of the files.
    lines.sort_by(|one, other| other.value.total_cmp(&one.value));
    lines.truncate(MOST_ACCOUNTS);
    let everyone = (0..past.history.people.len()).map(|place| past.sales(place, past.start(1), 12)).sum::<f64>();
    let mut notes: Vec<Note> = growths.note(past).into_iter().collect();
    if 0 < by_sales {
        notes.push(Note::OwnersBySales { n_accounts: by_sales });
    }
    if 0 < unknown {
        notes.push(Note::PotentialUnknown { n_accounts: unknown });
    }
    let model = Model::Accounts { n_accounts, unplanned: everyone - planned };
    Ok(Drafted { drafts, degrees: growths.scatter.degrees, model, accounts: lines, notes })
}
