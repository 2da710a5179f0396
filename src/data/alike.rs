//! What is asked of millions of short texts.

/// Whether two texts are the same; most are short, and calling for the comparison would take longer than it.
#[inline]
pub(super) fn are_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    // The last word overlaps the one before it.
    if let (Some(a), Some(b)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let (ones, _) = one.as_chunks::<8>();
        let (others, _) = other.as_chunks::<8>();
        let mut pairs = ones.iter().zip(others);
        return a == b && pairs.all(|(a, b)| a == b);
    }
    if let (Some(a), Some(b), Some(c), Some(d)) =
        (one.first_chunk::<4>(), other.first_chunk::<4>(), one.last_chunk::<4>(), other.last_chunk::<4>())
    {
        return (u32::from_le_bytes(*a) ^ u32::from_le_bytes(*b)) | (u32::from_le_bytes(*c) ^ u32::from_le_bytes(*d))
            == 0;
    }
    one.iter().zip(other).all(|(a, b)| a == b)
}

/// The text without outer blanks. Few have any, and to look for them takes longer than to see that.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_letter(bytes.first()) && is_letter(bytes.last()) { text } else { text.trim() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn blanks_are_taken_off_as_ever(text in "[ \t\u{a0}aé\u{7f}]{0,6}") {
            prop_assert_eq!(trimmed(&text), text.trim());
        }

        #[test]
        fn texts_are_the_same_if_their_bytes_are(one in "[ab]{0,40}", other in "[ab]{0,40}") {
            prop_assert_eq!(are_same(one.as_bytes(), other.as_bytes()), one == other);
            let (mut near, place) = (one.clone().into_bytes(), other.len());
            if let Some(byte) = near.get_mut(place) {
                *byte = b'c';
                prop_assert!(!are_same(one.as_bytes(), &near));
            }
            prop_assert!(are_same(one.as_bytes(), one.clone().as_bytes()));
        }
    }
}
