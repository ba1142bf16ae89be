//! Files packed as small as they get. A package of its own, because it is compiled with all optimisations
//! also where nothing else is: what packs is generic, and so compiled where it is called.

use std::io::Write;

use flate2::{Compression, GzBuilder};

/// Packed with brotli. The same bytes give the same bytes.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    // Memory takes all that is written.
    let _ = writer.write_all(bytes);
    drop(writer);
    packed
}

/// Packed with gzip; no time and no name is in it. The same bytes give the same bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    // As above.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
