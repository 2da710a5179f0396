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
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// How many bytes two texts share at their beginnings: most share all but the last few, as ids do that count up.
#[inline]
pub(super) fn n_shared(one: &[u8], other: &[u8]) -> usize {
    let (ones, _) = one.as_chunks::<8>();
    let (others, _) = other.as_chunks::<8>();
    let n_same = |a: &[u8; 8], b: &[u8; 8]| {
        // The first byte is the lowest.
        ((u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b)).trailing_zeros() / 8) as usize
    };
    for (place, (a, b)) in ones.iter().zip(others).enumerate() {
        let n = n_same(a, b);
        if n < 8 {
            return place * 8 + n;
        }
    }
    if one.len() == other.len()
        && let (Some(a), Some(b)) = (one.last_chunk::<8>(), other.last_chunk::<8>())
    {
        // What overlaps the word before is the same.
        return one.len() - 8 + n_same(a, b);
    }
    let start = ones.len().min(others.len()) * 8;
    let rests = one.iter().zip(other).skip(start);
    start + rests.take_while(|(a, b)| a == b).count()
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

        #[test]
        fn texts_share_what_they_have_in_common(begin in "[ab]{0,20}", one in "[ab]{0,20}", other in "[ab]{0,20}") {
            let (one, other) = (format!("{begin}{one}"), format!("{begin}{other}"));
            let expected = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            prop_assert_eq!(n_shared(one.as_bytes(), other.as_bytes()), expected);
        }
    }
}
