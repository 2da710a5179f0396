//! Last year's quotas by each method from the data before it, beside what happened.
