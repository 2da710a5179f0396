//! Pages and their addresses.

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// Files, mapping, issues.
    #[default]
    Data,
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
}

impl Route {
    /// Pages in the order of the navigation.
    pub(crate) const ALL: [Self; 3] = [Self::Data, Self::Compensation(Tab::Plan), Self::Scenarios];

    /// From the hash of the address; what is unknown is the data page.
    pub(crate) fn of_hash(hash: &str) -> Self {
        match hash.trim_matches('/') {
            "compensation" | "compensation/plan" => Self::Compensation(Tab::Plan),
            "compensation/statements" => Self::Compensation(Tab::Statements),
            "compensation/costing" => Self::Compensation(Tab::Costing),
            "compensation/compare" => Self::Compensation(Tab::Compare),
            "compensation/behaviour" => Self::Compensation(Tab::Behaviour),
            "scenarios" => Self::Scenarios,
            _ => Self::Data,
        }
    }

    /// The hash of the page.
    pub(crate) const fn hash(self) -> &'static str {
        match self {
            Self::Data => "/data",
            Self::Compensation(Tab::Plan) => "/compensation/plan",
            Self::Compensation(Tab::Statements) => "/compensation/statements",
            Self::Compensation(Tab::Costing) => "/compensation/costing",
            Self::Compensation(Tab::Compare) => "/compensation/compare",
            Self::Compensation(Tab::Behaviour) => "/compensation/behaviour",
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
            Self::Compensation(_) => "page-compensation",
            Self::Scenarios => "page-scenarios",
        }
    }
}
