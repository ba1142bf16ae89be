//! Any bytes as what an archive holds. As bytes of an archive hardly any change of it would come as far as
//! its members: each has a checksum.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// An archive of members: between zeros stand their names and texts in turn.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == 0).collect();
    for part in parts.chunks(2) {
        let text = part.get(1).copied().unwrap_or_default();
        // A name that is there already is not added again.
        if archive.start_file(String::from_utf8_lossy(part[0]), options).is_ok() {
            archive.write_all(text).expect("in memory");
        }
    }
    archive.finish().expect("in memory").into_inner()
}
