//! The studies behind behaviour: what they printed, and whether it speaks for effort or for timing.

use serde::{Deserialize, Serialize};

/// A published study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Study {
    /// Sales are higher at the end of a fiscal year and lower at its start.
    Oyer1998,
    /// Three of four deals close on the last day of a convex quarter; mispricing costs 6 % to 8 % of revenue.
    Larkin2014,
    /// Without ceiling and quota revenue rose by about 9 %.
    MisraNair2011,
    /// Bonuses raise the productivity of all segments; pay above quota keeps the best selling; quarterly bonuses pace the
    /// weak.
    ChungSteenburghSudhir2014,
    /// Bonuses mainly raise effort and hardly move deals.
    Steenburgh2008,
    /// Quotas rise more after a beat than they fall after a miss.
    LeoneMisraZimmerman2004,
    /// A capped plan may lose little: fairness speaks against "never cap".
    CuiRajuShi2011,
}

impl Study {
    /// All, oldest evidence of timing first.
    pub const ALL: [Self; 7] = [
        Self::Oyer1998,
        Self::Larkin2014,
        Self::MisraNair2011,
        Self::ChungSteenburghSudhir2014,
        Self::Steenburgh2008,
        Self::LeoneMisraZimmerman2004,
        Self::CuiRajuShi2011,
    ];

    /// Authors, year and where it appeared; a citation is the same in every language.
    pub fn citation(self) -> &'static str {
        match self {
            Self::Oyer1998 => "Oyer 1998, Quarterly Journal of Economics 113:149–185",
            Self::Larkin2014 => "Larkin 2014, Journal of Labor Economics 32:199–227",
            Self::MisraNair2011 => "Misra, Nair 2011, Quantitative Marketing and Economics 9:211–257",
            Self::ChungSteenburghSudhir2014 => "Chung, Steenburgh, Sudhir 2014, Marketing Science 33:165–187",
            Self::Steenburgh2008 => "Steenburgh 2008, Quantitative Marketing and Economics",
            Self::LeoneMisraZimmerman2004 => "Leone, Misra, Zimmerman 2004, draft",
            Self::CuiRajuShi2011 => "Cui, Raju, Shi 2011",
        }
    }
}
