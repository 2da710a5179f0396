//! Bytes to text, piece by piece.

use encoding_rs::{CoderResult, Decoder as Whatwg};
use memchr::memchr;

use super::encoding::{Encoding, dos_letter};

/// Decodes pieces of bytes.
pub(super) struct Decoder {
    way: Way,
    /// Bytes of the byte-order mark that were not met yet.
    mark: &'static [u8],
    text: String,
    /// Zero bytes that were taken out.
    pub(super) n_zeros: u64,
    /// Whether some bytes are no text in the encoding.
    pub(super) has_bad: bool,
}

enum Way {
    /// With the beginning of a letter whose rest is to come. `is_strict` ends with the first bad byte.
    Utf8 {
        begun: Vec<u8>,
        is_strict: bool,
    },
    Whatwg(Box<Whatwg>),
    Dos(&'static [char; 128]),
}

/// The bytes are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotUtf8;

impl Decoder {
    /// A decoder; `is_strict` makes it stop at the first byte that is no UTF-8.
    pub(super) fn new(encoding: Encoding, is_strict: bool) -> Self {
        let way = match encoding {
            Encoding::Utf8 { .. } => Way::Utf8 { begun: Vec::new(), is_strict },
            Encoding::Whatwg(encoding) => Way::Whatwg(Box::new(encoding.new_decoder_with_bom_removal())),
            Encoding::Dos(_, table) => Way::Dos(table),
        };
        let mark: &[u8] = if matches!(encoding, Encoding::Utf8 { .. }) { b"\xEF\xBB\xBF" } else { b"" };
        Self { way, mark, text: String::new(), n_zeros: 0, has_bad: false }
    }

    /// A decoder of UTF-8 from the middle of a text.
    pub(super) fn inside(is_strict: bool) -> Self {
        Self { mark: b"", ..Self::new(Encoding::Utf8 { has_mark: false }, is_strict) }
    }

    /// Whether a letter is begun whose rest is to come.
    pub(super) fn has_begun(&self) -> bool {
        matches!(&self.way, Way::Utf8 { begun, .. } if !begun.is_empty())
    }

    /// The text of the next bytes.
    pub(super) fn decode<'t>(&'t mut self, mut bytes: &'t [u8], ends_file: bool) -> Result<&'t str, NotUtf8> {
        while let ([first, mark @ ..], [byte, rest @ ..]) = (self.mark, bytes) {
            if byte != first {
                self.mark = b"";
                break;
            }
            (self.mark, bytes) = (mark, rest);
        }
        self.text.clear();
        match &mut self.way {
            Way::Utf8 { begun, is_strict } => {
                if begun.is_empty()
                    && memchr(0, bytes).is_none()
                    && let Ok(text) = simdutf8::basic::from_utf8(bytes)
                {
                    return Ok(text);
                }
                let whole = if begun.is_empty() { bytes.to_vec() } else { [begun, bytes].concat() };
                begun.clear();
                let mut rest = whole.as_slice();
                loop {
                    match simdutf8::compat::from_utf8(rest) {
                        Ok(text) => {
                            self.text.push_str(text);
                            break;
                        }
                        Err(error) => {
                            let (good, bad) = rest.split_at(error.valid_up_to().min(rest.len()));
                            self.text.push_str(std::str::from_utf8(good).unwrap_or_default());
                            let n_bad = match error.error_len() {
                                None if !ends_file => {
                                    begun.extend_from_slice(bad);
                                    break;
                                }
                                n => n.unwrap_or(bad.len()).max(1),
                            };
                            if *is_strict {
                                return Err(NotUtf8);
                            }
                            self.has_bad = true;
                            self.text.push(char::REPLACEMENT_CHARACTER);
                            rest = bad.get(n_bad..).unwrap_or_default();
                        }
                    }
                }
            }
            Way::Whatwg(decoder) => loop {
                let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len());
                self.text.reserve(room.max(16));
                let (result, n_read, has_bad) = decoder.decode_to_string(bytes, &mut self.text, ends_file);
                self.has_bad |= has_bad;
                bytes = bytes.get(n_read..).unwrap_or_default();
                if result == CoderResult::InputEmpty {
                    break;
                }
            },
            Way::Dos(table) => self.text.extend(bytes.iter().map(|byte| dos_letter(table, *byte))),
        }
        if self.text.contains('\0') {
            let n_before = self.text.len();
            self.text.retain(|letter| letter != '\0');
            self.n_zeros += (n_before - self.text.len()) as u64;
        }
        Ok(&self.text)
    }
}
