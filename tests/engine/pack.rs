//! The pack: what is written is read, the same input gives the same bytes, damage is said.

use std::path::Path;

use jianyue::embedded::LIBRARY;
use jianyue::engine::{Error, Segmenter, pack};
use jianyue::folder;

#[test]
fn the_build_is_deterministic_and_embeds_the_seeds() {
    let words = Segmenter::embedded();
    let mut corpus = folder::corpus(Path::new("seeds"), &words).expect("the seeds are there");
    words.segment(&mut corpus);
    let bytes = pack::write(&corpus);
    assert!(bytes == LIBRARY, "the embedded library is not what the seeds give");
    assert_eq!(pack::read(&bytes), Ok(corpus));
}

#[test]
fn damage_is_said_and_never_a_panic() {
    assert!(matches!(pack::read(b""), Err(Error::BrokenPack { .. })));
    assert!(matches!(pack::read(b"JYPK"), Err(Error::BrokenPack { .. })));
    let mut other = LIBRARY.to_vec();
    other[4] ^= 1;
    assert!(matches!(pack::read(&other), Err(Error::OtherVersion { .. })));
    for cut in (0..LIBRARY.len()).step_by(997) {
        assert!(pack::read(&LIBRARY[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_pack_is_read_as_it_comes_in() {
    let corpus = pack::read(LIBRARY).expect("the library of this build");
    for size in [1, 7, 4096, LIBRARY.len()] {
        let mut reader = pack::Reader::default();
        let pieces = LIBRARY.chunks(size).flat_map(|piece| reader.read(piece).expect("whole"));
        assert!(pieces.eq(corpus.docs.iter().cloned()), "in pieces of {size}");
        assert_eq!(reader.end(), Ok(()));
    }
}
