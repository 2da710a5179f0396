//! Whether quotas are fair, reachable and told apart from luck: the health card.
