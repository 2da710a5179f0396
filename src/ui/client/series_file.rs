//! A file of series that is forecast in the place of the data. It is kept until the page is closed, and sent nowhere.

use std::rc::Rc;

use super::Client;
use crate::job::{Ask, ForecastAsk, N_SERIES_FILES, SeriesAsked, SeriesFile, encode};
use crate::platform::bulk::Bulk;
use crate::platform::events::Chosen;
use crate::platform::pool::Need;

/// The file that was chosen.
#[derive(Clone)]
pub(crate) struct SeriesHeld {
    pub(crate) chosen: Chosen,
    /// How it was read; `None` until it has been.
    pub(crate) read: Option<SeriesRead>,
}

/// What reading it gave.
#[derive(Clone)]
pub(crate) struct SeriesRead {
    pub(crate) asked: SeriesAsked,
    pub(crate) found: SeriesFile,
    /// Its values, where it holds some.
    values: Option<Bulk>,
}

impl SeriesRead {
    pub(crate) fn new(asked: SeriesAsked, found: SeriesFile, values: Option<Bulk>) -> Self {
        Self { asked, found, values }
    }
}

impl Client {
    /// The file of series, if one was chosen.
    pub(crate) fn series_file(&self) -> Option<Rc<SeriesHeld>> {
        self.series.borrow().clone()
    }

    /// Holds a file of series in the place of another, or lets it go.
    pub(crate) fn hold_series(&self, held: Option<SeriesHeld>) {
        *self.series.borrow_mut() = held.map(Rc::new);
    }

    /// The values of that file, as a worker must have them.
    pub(super) fn series_need(&self, file: &str) -> Option<Need> {
        let held = self.series_file()?;
        let read = held.read.as_ref().filter(|read| read.found.fingerprint == file)?;
        let message = encode(&Ask::Forecast(ForecastAsk::KeepFile { file: file.to_owned() }));
        let (slot, key) = (("series", N_SERIES_FILES), file.to_owned());
        Some(Need { slot, key, message: Rc::new(message), bulk: read.values.clone() })
    }
}
