//! How much may come out of a PDF. A stream says nothing true of its length, and may be packed several
//! times, so each is unpacked once for its length alone before it is kept.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use flate2::bufread::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use super::super::{Cause, Limits};

/// How often a stream may be packed. No program does it more than twice.
const TIMES: usize = 4;

/// By how much a stream can grow that is packed after Lempel, Ziv and Welch.
const GROWTH: u64 = 3000;

/// What may still come out.
pub struct Budget {
    left: u64,
    most: u64,
}

impl Budget {
    /// All that the limits allow.
    pub fn new(limits: &Limits) -> Budget {
        Budget { left: limits.unpacked_bytes, most: limits.unpacked_bytes }
    }

    /// So many bytes, or as much work as they would be.
    pub fn spend(&mut self, bytes: u64) -> Result<(), Cause> {
        match self.left.checked_sub(bytes) {
            Some(left) => self.left = left,
            None => return Err(Cause::Bomb { most: self.most }),
        }
        Ok(())
    }

    /// What a stream holds; `None` where it cannot be read.
    pub fn decode<'a>(&mut self, stream: &Stream<'a>) -> Result<Option<Cow<'a, [u8]>>, Cause> {
        let raw = stream.raw_data();
        let filters = stream.filters();
        if filters.len() > TIMES {
            return Ok(None);
        }
        let mut packed: Box<dyn Read + '_> = Box::new(&raw[..]);
        for filter in filters {
            packed = match filter {
                Filter::FlateDecode => inflated(packed),
                Filter::Ascii85Decode => Box::new(Ascii::new(packed, true)),
                Filter::AsciiHexDecode => Box::new(Ascii::new(packed, false)),
                Filter::Crypt => packed,
                Filter::LzwDecode | Filter::RunLengthDecode => {
                    if raw.len() as u64 * GROWTH > self.left {
                        return Err(Cause::Bomb { most: self.most });
                    }
                    packed
                }
                _ => return Ok(None),
            };
        }
        self.measure(packed)?;
        let data = stream.decoded_data().ok();
        // What was not measured is counted now.
        let length = data.as_ref().map_or(0, |data| data.len()) as u64;
        self.spend(length.saturating_sub(raw.len() as u64))?;
        Ok(data)
    }

    /// Spends what streams of objects hold: they are unpacked as soon as the file is opened. One that
    /// is locked cannot be told from noise, and spends little.
    pub fn spend_objects(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        for kind in [&b"/ObjStm"[..], b"/XRef"] {
            for place in memchr::memmem::find_iter(bytes, kind) {
                self.spend(100)?;
                let end = bytes.len().min(place + 2000);
                let Some(found) = memchr::memmem::find(&bytes[place..end], b"stream") else {
                    continue;
                };
                self.measure(inflated(bytes[place + found + 6..].trim_ascii_start()))?;
            }
        }
        Ok(())
    }

    fn measure(&mut self, mut packed: impl Read) -> Result<(), Cause> {
        let mut buffer = [0; 16 * 1024];
        loop {
            match packed.read(&mut buffer) {
                Ok(0) | Err(_) => return Ok(()),
                Ok(read) => self.spend(read as u64)?,
            }
        }
    }
}

/// Unpacked, with or without the two bytes before it that say how it is packed.
fn inflated<'r>(packed: impl Read + 'r) -> Box<dyn Read + 'r> {
    let mut packed = BufReader::new(packed);
    let says_how = match packed.fill_buf() {
        Ok([first, second, ..]) => {
            first & 0x0f == 8
                && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31)
                && second & 0x20 == 0
        }
        _ => false,
    };
    if says_how {
        Box::new(ZlibDecoder::new(packed))
    } else {
        Box::new(DeflateDecoder::new(packed))
    }
}

/// Bytes that are written in letters: five for four, or two for one.
struct Ascii<'r> {
    letters: BufReader<Box<dyn Read + 'r>>,
    is_85: bool,
    /// Bytes that are read, but not yet taken, last first.
    ready: Vec<u8>,
    is_over: bool,
}

impl<'r> Ascii<'r> {
    fn new(letters: Box<dyn Read + 'r>, is_85: bool) -> Ascii<'r> {
        Ascii { letters: BufReader::new(letters), is_85, ready: Vec::new(), is_over: false }
    }

    /// The next letter that counts; `None` at the end.
    fn letter(&mut self) -> Option<u8> {
        loop {
            let letter = *self.letters.fill_buf().ok()?.first()?;
            self.letters.consume(1);
            match letter {
                b'~' | b'>' => return None,
                letter if letter.is_ascii_whitespace() || letter == 0 => {}
                letter => return Some(letter),
            }
        }
    }

    fn group(&mut self) {
        let (size, base) = if self.is_85 { (5, 85) } else { (2, 16) };
        let (mut value, mut count) = (0u32, 0usize);
        while count < size {
            let Some(letter) = self.letter() else { break };
            if self.is_85 && letter == b'z' && count == 0 {
                self.ready = vec![0; 4];
                return;
            }
            let digit = match letter {
                letter if self.is_85 => u32::from(letter).saturating_sub(33),
                letter => char::from(letter).to_digit(16).unwrap_or(0),
            };
            value = value.wrapping_mul(base).wrapping_add(digit);
            count += 1;
        }
        self.is_over = count < size;
        let whole =
            (count..size).fold(value, |value, _| value.wrapping_mul(base).wrapping_add(base - 1));
        let bytes = whole.to_be_bytes();
        let bytes = if self.is_85 {
            &bytes[..count.saturating_sub(1)]
        } else {
            &bytes[3..3 + count.min(1)]
        };
        self.ready = bytes.iter().rev().copied().collect();
    }
}

impl Read for Ascii<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut read = 0;
        while read < buffer.len() {
            match self.ready.pop() {
                Some(byte) => {
                    buffer[read] = byte;
                    read += 1;
                }
                None if self.is_over => break,
                None => self.group(),
            }
        }
        Ok(read)
    }
}
