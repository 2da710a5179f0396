//! Parts of messages that are read apart from the rest: by functions of their own, which the page's first view does not carry,
//! or by whoever they are passed on to.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A part of a message that travels as bytes of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart<T>(Box<T>);

impl<T> Apart<T> {
    /// What it holds.
    pub fn into_inner(self) -> T {
        *self.0
    }
}

impl<T> From<T> for Apart<T> {
    fn from(part: T) -> Self {
        Self(Box::new(part))
    }
}

impl<T: Serialize> Serialize for Apart<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&super::protocol::encode(&*self.0))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Apart<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Borrowed: a list of numbers would be read one by one.
        let bytes = <&[u8]>::deserialize(deserializer)?;
        part::<T>(bytes).map(Self).ok_or_else(|| D::Error::custom("of another build"))
    }
}

/// Reads a part. Its name has the type's, by which the build knows where it belongs.
#[inline(never)]
fn part<T: DeserializeOwned>(bytes: &[u8]) -> Option<Box<T>> {
    super::protocol::decode(bytes).map(Box::new)
}

/// A part that is only passed on: whoever holds it does not know what is in it, and copies it as one run of bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Seals something.
    pub fn of<T: Serialize>(part: &T) -> Self {
        Self(super::protocol::encode(part))
    }

    /// What it holds; `None` if its bytes are not such a thing.
    pub fn open<T: DeserializeOwned>(&self) -> Option<T> {
        super::protocol::decode(&self.0)
    }
}

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Borrowed: a list of numbers would be read one by one.
        <&[u8]>::deserialize(deserializer).map(|bytes| Self(bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::protocol::{decode, encode};

    #[test]
    fn a_part_comes_back_and_a_broken_one_is_refused() {
        let sent = (7_u32, Apart::from(vec!["North".to_owned(), "South".to_owned()]));
        let bytes = encode(&sent);
        assert_eq!(decode::<(u32, Apart<Vec<String>>)>(&bytes), Some(sent));
        let cut = encode(&(7_u32, vec![2_u8, 200]));
        assert_eq!(decode::<(u32, Apart<Vec<String>>)>(&cut), None);
    }

    #[test]
    fn what_is_sealed_is_passed_on_unread() {
        let sealed = Sealed::of(&vec![0.5_f64, 2.5]);
        let passed: (u32, Sealed) = decode(&encode(&(7_u32, sealed.clone()))).unwrap();
        assert_eq!(passed, (7, sealed));
        assert_eq!(passed.1.open::<Vec<f64>>(), Some(vec![0.5, 2.5]));
        assert_eq!(Sealed::of(&7_u8).open::<Vec<f64>>(), None, "seven that are not there");
    }
}
