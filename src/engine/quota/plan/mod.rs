//! What a user decides about quotas: goal, seasons, how nodes spread, what is held.
