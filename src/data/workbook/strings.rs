//! The texts that cells of a workbook share, one behind the other.

use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Texts by number.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Adds one.
    ///
    /// # Errors
    /// [`ReadError::CellTooLong`] or [`ReadError::Bomb`] beyond the limits.
    pub(super) fn push(&mut self, text: &str, limits: &Limits) -> Result<(), ReadError> {
        if limits.n_cell_bytes < text.len() {
            return Err(ReadError::CellTooLong { limit: limits.n_cell_bytes as u64 });
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        let n_bytes = self.text.len() as u64 + 4 * self.ends.len() as u64;
        let limit = limits.n_unpacked_bytes.min(1 << 31);
        if limit < n_bytes { Err(ReadError::Bomb { n_bytes, limit }) } else { Ok(()) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of that number.
    pub(super) fn get(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize)
    }
}

/// Resolves the signs that a workbook writes as `_x000D_`. `None` if there are none.
pub(super) fn unescape(text: &str) -> Option<String> {
    let mut rest = text;
    let mut plain = String::new();
    while let Some(at) = rest.find("_x") {
        let (before, behind) = rest.split_at_checked(at)?;
        let sign = behind
            .get(2..7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign = sign.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain.push_str(before);
        let n_taken = if let Some(sign) = sign {
            plain.push(sign);
            7
        } else {
            plain.push_str("_x");
            2
        };
        rest = behind.get(n_taken..)?;
    }
    if plain.is_empty() && rest.len() == text.len() {
        return None;
    }
    plain.push_str(rest);
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescape("a_x000D_\nb").as_deref(), Some("a\r\nb"));
        assert_eq!(unescape("_x005F_x000D_").as_deref(), Some("_x000D_"));
        assert_eq!(unescape("max_x_y").as_deref(), Some("max_x_y"));
        assert_eq!(unescape("plain"), None);
        assert_eq!(unescape("_xD800_").as_deref(), Some("_xD800_"));
    }

    #[test]
    fn texts_by_number() {
        let mut strings = Strings::default();
        for text in ["a", "", "bc"] {
            strings.push(text, &Limits::default()).unwrap();
        }
        assert_eq!(
            (strings.get(0), strings.get(1), strings.get(2), strings.get(3)),
            (Some("a"), Some(""), Some("bc"), None)
        );
    }
}
