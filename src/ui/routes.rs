//! Pages and their addresses.

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// Files, mapping, issues.
    #[default]
    Data,
    /// What will be sold.
    Forecast(ForecastTab),
    /// Quotas set and tested, and the capacity to meet the goal.
    Quotas(QuotaTab),
    /// Plans, statements, costing, behaviour.
    Compensation(Tab),
    /// Saved scenarios.
    Scenarios,
}

/// A tab of the compensation page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The plan and its curve.
    #[default]
    Plan,
    /// What it would have paid.
    Statements,
    /// What it will cost.
    Costing,
    /// All plans held against each other.
    Compare,
    /// What reps make of it.
    Behaviour,
    /// What it would have to be.
    Solve,
}

/// A tab of the forecast page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ForecastTab {
    /// Series of the past carried on.
    #[default]
    Series,
    /// What open deals and deals to come will win.
    Pipeline,
}

/// A tab of the quotas page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum QuotaTab {
    /// The goal, spread over the team.
    #[default]
    Spread,
    /// Heads, what they can sell, and the chance to meet the goal.
    Capacity,
    /// Whether the quotas are fair and within reach.
    Health,
    /// What each method would have set last year.
    Backtest,
}

impl Route {
    /// Pages in the order of the navigation.
    pub(crate) const ALL: [Self; 5] = [
        Self::Data,
        Self::Forecast(ForecastTab::Series),
        Self::Quotas(QuotaTab::Spread),
        Self::Compensation(Tab::Plan),
        Self::Scenarios,
    ];

    /// From the hash of the address; what is unknown is the data page.
    pub(crate) fn of_hash(hash: &str) -> Self {
        match hash.trim_matches('/') {
            "forecast" | "forecast/series" => Self::Forecast(ForecastTab::Series),
            "forecast/pipeline" => Self::Forecast(ForecastTab::Pipeline),
            "quotas" | "quotas/spread" => Self::Quotas(QuotaTab::Spread),
            "quotas/capacity" => Self::Quotas(QuotaTab::Capacity),
            "quotas/health" => Self::Quotas(QuotaTab::Health),
            "quotas/backtest" => Self::Quotas(QuotaTab::Backtest),
            "compensation" | "compensation/plan" => Self::Compensation(Tab::Plan),
            "compensation/statements" => Self::Compensation(Tab::Statements),
            "compensation/costing" => Self::Compensation(Tab::Costing),
            "compensation/compare" => Self::Compensation(Tab::Compare),
            "compensation/behaviour" => Self::Compensation(Tab::Behaviour),
            "compensation/solve" => Self::Compensation(Tab::Solve),
            "scenarios" => Self::Scenarios,
            _ => Self::Data,
        }
    }

    /// The hash of the page.
    pub(crate) const fn hash(self) -> &'static str {
        match self {
            Self::Data => "/data",
            Self::Forecast(ForecastTab::Series) => "/forecast/series",
            Self::Forecast(ForecastTab::Pipeline) => "/forecast/pipeline",
            Self::Quotas(QuotaTab::Spread) => "/quotas/spread",
            Self::Quotas(QuotaTab::Capacity) => "/quotas/capacity",
            Self::Quotas(QuotaTab::Health) => "/quotas/health",
            Self::Quotas(QuotaTab::Backtest) => "/quotas/backtest",
            Self::Compensation(Tab::Plan) => "/compensation/plan",
            Self::Compensation(Tab::Statements) => "/compensation/statements",
            Self::Compensation(Tab::Costing) => "/compensation/costing",
            Self::Compensation(Tab::Compare) => "/compensation/compare",
            Self::Compensation(Tab::Behaviour) => "/compensation/behaviour",
            Self::Compensation(Tab::Solve) => "/compensation/solve",
            Self::Scenarios => "/scenarios",
        }
    }

    /// Whether both are the same entry of the navigation.
    pub(crate) fn is_same_page(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Id of its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Data => "page-data",
            Self::Forecast(_) => "page-forecast",
            Self::Quotas(_) => "page-quotas",
            Self::Compensation(_) => "page-compensation",
            Self::Scenarios => "page-scenarios",
        }
    }
}
