//! What a headcount plan can sell by month, and the chance to reach the goal.
