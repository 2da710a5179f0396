//! The currency that a scenario's money is in.

use serde::{Deserialize, Serialize};

/// An ISO 4217 code with the number of digits of its minor unit (2 for EUR, 0 for JPY).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Currency {
    /// The three-letter code, upper case.
    pub code: String,
    /// Decimal places of the minor unit.
    pub digits: u32,
}

impl Currency {
    /// The currency of that code, its digits by ISO 4217; two where the code is not one of the exceptions.
    ///
    /// ```
    /// use attain::engine::units::Currency;
    /// assert_eq!(Currency::of("jpy").digits, 0);
    /// assert_eq!(Currency::of("EUR").digits, 2);
    /// ```
    pub fn of(code: &str) -> Self {
        let code = code.trim().to_ascii_uppercase();
        let digits = match code.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        };
        Self { code, digits }
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self::of("USD")
    }
}
