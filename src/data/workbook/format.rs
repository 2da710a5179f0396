//! Which cells are days and times: the number format decides.
//!
//! Source: ECMA-376, *Office Open XML File Formats*, part 1, §18.8.30 and §18.8.31.

/// How the number of a cell is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// As a number.
    #[default]
    Number,
    /// As a day, or a day and a time.
    Day,
    /// As a time of day.
    Time,
    /// As a length of time.
    Elapsed,
}

/// What a format is that has a number and no text.
pub(super) fn built_in(id: u32) -> Kind {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Kind::Day,
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Kind::Time,
        46 => Kind::Elapsed,
        _ => Kind::Number,
    }
}

/// What a format is, by its text. Only the first section counts, the one for positive numbers.
pub(super) fn kind(code: &str) -> Kind {
    if code.eq_ignore_ascii_case("general") {
        return Kind::Number;
    }
    let (mut has_day, mut has_month, mut has_clock) = (false, false, false);
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            ';' => break,
            '"' => while signs.next().is_some_and(|sign| sign != '"') {},
            '\\' | '_' | '*' => _ = signs.next(),
            '[' => {
                let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let is_clock = |letter: char| inner.chars().all(|sign| sign.eq_ignore_ascii_case(&letter));
                if !inner.is_empty() && ['h', 'm', 's'].into_iter().any(is_clock) {
                    return Kind::Elapsed;
                }
            }
            '#' | '?' => return Kind::Number,
            // Before any part of a day or a time, a digit's place; behind seconds, a fraction of them.
            '0' if !(has_day || has_month || has_clock) => return Kind::Number,
            'y' | 'd' => has_day = true,
            'm' => has_month = true,
            'h' | 's' => has_clock = true,
            'a' => {
                // Morning or afternoon, `AM/PM` or `A/P`.
                let rest = signs.as_str().to_ascii_lowercase();
                has_clock |= rest.starts_with("m/p") || rest.starts_with("/p");
            }
            _ => {}
        }
    }
    match (has_day, has_month, has_clock) {
        (true, ..) | (false, true, false) => Kind::Day,
        (false, _, true) => Kind::Time, // months beside a clock are minutes
        (false, false, false) => Kind::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let day = ["dd/mm/yyyy", "mmm-yy", "m\"M\"d\"D\";@", "[$-409]d\\-mmm\\-yy;@", "yyyy-mm-dd hh:mm", "mmmm"];
        let time = ["h:mm", "mm:ss", "mmss.0", "h:mm AM/PM", "H:MM:SS;@", "A/P", "AM/PM"];
        let elapsed = ["[h]:mm:ss", "[mm]:ss", "[Blue]\\+[h]:mm;[Red]\\-[h]:mm", "[s].000"];
        let number = [
            "General",
            "0.00",
            "#,##0.00\\ _M\"H\"_)",
            "#,##0*y",
            "\\Y000000",
            "0.00E+00",
            "@",
            "[Red]0",
            "\"days\" 0",
            "0%",
            "#,##0\\ [$\\u20bd-46D]",
            "_-* #,##0.00 \"zł\"_-",
            "",
        ];
        for (kinds, expected) in
            [(&day[..], Kind::Day), (&time, Kind::Time), (&elapsed, Kind::Elapsed), (&number, Kind::Number)]
        {
            for code in kinds {
                assert_eq!(kind(code), expected, "{code}");
            }
        }
    }
}
