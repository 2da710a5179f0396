//! What each rep can be expected to sell, from the data, with intervals: quotas from the bottom up.
