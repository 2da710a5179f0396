//! The hierarchy of those who carry quotas, and how a goal is spread over it.
