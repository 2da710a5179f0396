//! Kinds of tables that came later: shares of deals, objectives, exchange rates, leave, payments. A table is one of them
//! where it is none of the others, or its name and its columns both say so.

use super::guess::fitted;
use super::suits::Look;
use super::words::is_hinted;
use super::{Field, Kind, Mapping};

/// How sure the kind is.
const SURE: f64 = 0.5;

/// The mapping of a table that is of one of these kinds; `is_another` says that it is also one of the others.
pub(super) fn guess(look: &Look, is_another: bool) -> Option<Mapping> {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_late());
    let kinds = kinds.filter(|kind| !is_another || is_hinted(*kind, &look.table.file));
    let fits = kinds.map(|kind| fitted(look, kind)).filter(|(score, _)| 0.0 < *score);
    let (_, mapping) = fits.reduce(|best, next| if best.0 < next.0 { next } else { best })?;
    Some(Mapping { certainty: SURE, ..mapping })
}

/// Whether a header says what no table of another kind has; all needed columns are there.
pub(super) fn tells(kind: Kind, telling: &[Field], is_hinted: bool) -> bool {
    let own = match kind {
        Kind::Credits => Field::Share,
        Kind::Objectives => Field::Objective,
        Kind::ExchangeRates => Field::Rate,
        Kind::Absences => Field::From,
        Kind::Payments => Field::Amount,
        _ => return false,
    };
    telling.contains(&own) || is_hinted
}
