//! A scanner of XML that is unpacked piece by piece: tags and texts, no more. It knows no entities but those of XML
//! itself, so none can grow, and holds no more than the longest text.
//!
//! Source: W3C, *Extensible Markup Language (XML) 1.0*.

use memchr::{memchr, memmem};

use crate::data::container::zip::Unpacked;
use crate::data::issue::ReadError;

/// Bytes that are unpacked at once.
const N_PIECE: usize = 1 << 17;

/// XML that is being read.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    source: Unpacked<'a>,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    is_ended: bool,
    n_most: usize,
}

/// What comes next.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'a> {
    /// A tag that opens an element.
    Open(Tag<'a>),
    /// The name of an element that closes, without prefix.
    Close(&'a [u8]),
    /// Text with entities.
    Text(&'a [u8]),
    /// Text without.
    Literal(&'a [u8]),
    /// Nothing.
    End,
}

/// A tag that opens an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// Its name without prefix.
    pub(super) name: &'a [u8],
    /// Whether the element holds nothing and is closed already.
    pub(super) is_empty: bool,
    inner: &'a [u8],
}

enum Step {
    Tag(usize, usize),
    Text(usize, usize),
    Literal(usize, usize),
    End,
}

impl<'a> Markup<'a> {
    /// Reads an entry; no text or tag may be longer than `n_most` bytes.
    pub(super) fn new(source: Unpacked<'a>, n_most: usize) -> Self {
        Self { source, buffer: vec![0; 2 * N_PIECE], at: 0, end: 0, is_ended: false, n_most }
    }

    /// The next tag or text.
    ///
    /// # Errors
    /// What unpacking meets, [`ReadError::CellTooLong`], and [`ReadError::Damaged`] where the XML ends in a tag.
    pub(super) fn next(&mut self) -> Result<Token<'_>, ReadError> {
        let step = self.step()?;
        let piece = |start, end| self.buffer.get(start..end).unwrap_or_default();
        Ok(match step {
            Step::Tag(start, end) => {
                let inner = piece(start, end);
                match inner.split_first() {
                    Some((b'/', name)) => Token::Close(local(name.trim_ascii_end())),
                    _ => Token::Open(tag(inner)),
                }
            }
            Step::Text(start, end) => Token::Text(piece(start, end)),
            Step::Literal(start, end) => Token::Literal(piece(start, end)),
            Step::End => Token::End,
        })
    }

    /// Passes over everything up to the end of the element that was opened last.
    ///
    /// # Errors
    /// As [`Markup::next`].
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let mut depth = 1_usize;
        while 0 < depth {
            match self.next()? {
                Token::Open(tag) if !tag.is_empty => depth += 1,
                Token::Close(_) => depth -= 1,
                Token::End => return Ok(()),
                _ => {}
            }
        }
        Ok(())
    }

    /// What is unpacked and comes next: whoever can read it without being told the tags says by [`Markup::pass`] how much
    /// of it was read.
    pub(super) fn ahead(&self) -> &[u8] {
        self.buffer.get(self.at..self.end).unwrap_or_default()
    }

    /// Passes over bytes of [`Markup::ahead`].
    pub(super) fn pass(&mut self, n: usize) {
        self.at = (self.at + n).min(self.end);
    }

    fn step(&mut self) -> Result<Step, ReadError> {
        loop {
            let rest = self.buffer.get(self.at..self.end).unwrap_or_default();
            match rest.first() {
                None => {
                    if !self.fill()? {
                        return Ok(Step::End);
                    }
                }
                Some(b'<') => {
                    if let Some(step) = self.tag_step()? {
                        return Ok(step);
                    }
                }
                Some(_) => match memchr(b'<', rest) {
                    Some(n) => {
                        let start = self.at;
                        self.at += n;
                        return Ok(Step::Text(start, self.at));
                    }
                    None => {
                        if !self.fill()? {
                            let start = self.at;
                            self.at = self.end;
                            return Ok(Step::Text(start, self.end));
                        }
                    }
                },
            }
        }
    }

    /// The tag that begins here; `None` if it was passed over or more has to be unpacked first.
    fn tag_step(&mut self) -> Result<Option<Step>, ReadError> {
        let rest = self.buffer.get(self.at..self.end).unwrap_or_default();
        let start = self.at;
        let (open, close): (usize, &[u8]) = match rest.get(1) {
            Some(b'!') if rest.len() < 9 && !self.is_ended => return self.more(),
            Some(b'!') if rest.starts_with(b"<!--") => (4, b"-->"),
            Some(b'!') if rest.starts_with(b"<![CDATA[") => (9, b"]]>"),
            Some(b'!') => (2, b">"),
            Some(b'?') => (2, b"?>"),
            Some(_) => {
                let Some(n) = tag_end(rest) else { return self.more() };
                self.at += n + 1;
                return Ok(Some(Step::Tag(start + 1, start + n)));
            }
            None => return self.more(),
        };
        let Some(n) = memmem::find(rest.get(open..).unwrap_or_default(), close) else { return self.more() };
        self.at += open + n + close.len();
        Ok((open == 9).then_some(Step::Literal(start + open, start + open + n)))
    }

    fn more(&mut self) -> Result<Option<Step>, ReadError> {
        if self.fill()? { Ok(None) } else { Err(ReadError::Damaged { what: "XML ends within a tag".into() }) }
    }

    /// Unpacks more; whether there was more.
    fn fill(&mut self) -> Result<bool, ReadError> {
        if self.is_ended {
            return Ok(false);
        }
        if self.n_most < self.end - self.at {
            return Err(ReadError::CellTooLong { limit: self.n_most as u64 });
        }
        self.buffer.copy_within(self.at..self.end, 0);
        self.end -= self.at;
        self.at = 0;
        if self.buffer.len() < self.end + N_PIECE {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let n = self.source.read(self.buffer.get_mut(self.end..).unwrap_or_default())?;
        self.end += n;
        self.is_ended = n == 0;
        Ok(0 < n)
    }
}

impl<'a> Tag<'a> {
    /// The attributes: names without prefix, values with entities.
    pub(super) fn attributes(self) -> Attributes<'a> {
        Attributes { rest: self.inner }
    }

    /// The value of an attribute, as it stands there.
    pub(super) fn raw(self, name: &[u8]) -> Option<&'a [u8]> {
        self.attributes().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The value of an attribute as text.
    pub(super) fn value(self, name: &[u8]) -> Option<String> {
        self.raw(name).map(|raw| {
            let mut text = String::new();
            push_text(raw, &mut text);
            text
        })
    }

    /// The value of an attribute as a number.
    pub(super) fn number(self, name: &[u8]) -> Option<u32> {
        digits(self.raw(name)?)
    }
}

/// The attributes of a tag.
pub(super) struct Attributes<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let equals = memchr(b'=', self.rest)?;
        let name = self.rest.get(..equals)?.trim_ascii();
        let behind = self.rest.get(equals + 1..)?.trim_ascii_start();
        let (quote, behind) = behind.split_first()?;
        let n = memchr(*quote, behind)?;
        self.rest = behind.get(n + 1..)?;
        Some((local(name), behind.get(..n)?))
    }
}

/// Where the tag ends that begins the bytes: at the first `>` outside quotes.
fn tag_end(rest: &[u8]) -> Option<usize> {
    let n = memchr(b'>', rest)?;
    let inner = rest.get(..n).unwrap_or_default();
    if matches!(inner.last(), Some(b'"')) || memchr(b'=', inner).is_none() {
        return Some(n); // nearly always
    }
    let mut quote = None;
    for (place, byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(place),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A tag that opens an element, by what stands between its brackets.
pub(super) fn tag(inner: &[u8]) -> Tag<'_> {
    let (inner, is_empty) = match inner.split_last() {
        Some((b'/', inner)) => (inner, true),
        _ => (inner, false),
    };
    let n_name = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
    let (name, inner) = inner.split_at_checked(n_name).unwrap_or((inner, b""));
    Tag { name: local(name), is_empty, inner }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    let at = name.iter().position(|byte| *byte == b':').map_or(0, |at| at + 1);
    name.get(at..).unwrap_or_default()
}

/// A number of digits alone; the largest there is where it has more.
pub(super) fn digits(raw: &[u8]) -> Option<u32> {
    let raw = raw.trim_ascii();
    if raw.is_empty() {
        return None;
    }
    raw.iter().try_fold(0_u32, |number, byte| {
        byte.is_ascii_digit().then(|| number.saturating_mul(10).saturating_add(u32::from(byte - b'0')))
    })
}

/// Adds text with its entities resolved.
pub(super) fn push_text(mut raw: &[u8], into: &mut String) {
    while let Some(n) = memchr(b'&', raw) {
        push_literal(raw.get(..n).unwrap_or_default(), into);
        raw = raw.get(n..).unwrap_or_default();
        let end = raw.iter().take(12).position(|byte| *byte == b';');
        let sign = end.and_then(|end| entity(raw.get(1..end).unwrap_or_default()));
        let n_taken = if let Some(sign) = sign {
            into.push(sign);
            end.map_or(1, |end| end + 1)
        } else {
            into.push('&'); // left as it stands
            1
        };
        raw = raw.get(n_taken..).unwrap_or_default();
    }
    push_literal(raw, into);
}

/// Adds text that holds no entities. Line ends become `\n`, as XML has it.
pub(super) fn push_literal(raw: &[u8], into: &mut String) {
    let text = match simdutf8::basic::from_utf8(raw) {
        Ok(text) => std::borrow::Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(raw),
    };
    if memchr(b'\r', raw).is_some() {
        into.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        into.push_str(&text);
    }
}

fn entity(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => {
            let number = std::str::from_utf8(name).ok()?.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
