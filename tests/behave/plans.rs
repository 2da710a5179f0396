//! Plans like those of the studies: their shape and printed rates; what is not printed is filled in.

/// Larkin 2014: marginal rates of the quarter's sales from 2 % to 25 %; those between the printed 8 % and 25 % are filled in.
pub(crate) const CONVEX: &str = r#"{"name":"Convex quarter","components":[{"name":"Licences","weight":"1",
    "pay_period":"quarter","pay_basis":"rate","tier_axis":"amount","tiers":[{"from":"0","value":"0.02"},
    {"from":"500000","value":"0.05"},{"from":"1000000","value":"0.08"},{"from":"2000000","value":"0.12"},
    {"from":"4000000","value":"0.18"},{"from":"8000000","value":"0.25"}]}]}"#;

/// One rate on everything.
pub(crate) const LINEAR: &str = r#"{"name":"Linear","components":[{"name":"Sales","weight":"1","pay_period":"quarter",
    "pay_basis":"target_incentive","tiers":[{"from":"0","value":"1"}]}]}"#;

/// Misra and Nair 2011: nothing below quota, a commission from there to a ceiling.
pub(crate) const QUOTA_AND_CEILING: &str = r#"{"name":"Quota and ceiling","components":[{"name":"Sales","weight":"1",
    "pay_period":"quarter","pay_basis":"target_incentive","tiers":[{"from":"0","value":"0"},{"from":"0.7","value":"3"}],
    "caps":[{"attainment":{"at":"1.33"}}]}]}"#;

/// Chung, Steenburgh and Sudhir 2014: commission, bonuses of the quarter and of the year, more above the year's quota.
pub(crate) const FULL: &str = r#"{"name":"Full","components":[{"name":"Commission","weight":"0.5","pay_period":"quarter",
    "pay_basis":"target_incentive","tiers":[{"from":"0","value":"1"}]},
    {"name":"Quarter bonus","weight":"0.25","pay_period":"quarter","pay_basis":"target_incentive",
    "tier_mode":"interpolated","threshold":{"at":"1","kind":"cliff"},"tiers":[{"from":"0","value":"1"}]},
    {"name":"Year bonus","weight":"0.25","pay_period":"year","accumulate":"year","pay_basis":"target_incentive",
    "tier_mode":"interpolated","threshold":{"at":"1","kind":"cliff"},"tiers":[{"from":"0","value":"1"}]},
    {"name":"Over-achievement","weight":"1","pay_period":"year","accumulate":"year","pay_basis":"target_incentive",
    "tiers":[{"from":"0","value":"0"},{"from":"1","value":"1"}]}]}"#;

/// A commission without quota.
pub(crate) const COMMISSION: &str = r#"{"name":"Commission","components":[{"name":"Sales","weight":"1","pay_period":"quarter",
    "pay_basis":"rate","tier_axis":"amount","tiers":[{"from":"0","value":"0.0308"}]}]}"#;
