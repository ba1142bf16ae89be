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
    let tables = pack::tables(LIBRARY).expect("the tables of this build");
    let bytes = pack::write(&corpus, &tables);
    assert!(bytes == LIBRARY, "the embedded library is not what the seeds give");
    let read = pack::read(&bytes).map(|engine| engine.corpus().clone());
    assert_eq!(read, Ok(corpus));
}

#[test]
fn damage_is_said_and_never_a_panic() {
    let refused = |pack: &[u8]| pack::read(pack).err();
    assert!(matches!(refused(b""), Some(Error::BrokenPack { .. })));
    assert!(matches!(refused(b"JYPK"), Some(Error::BrokenPack { .. })));
    let mut other = LIBRARY.to_vec();
    other[4] ^= 1;
    assert!(matches!(refused(&other), Some(Error::OtherVersion { .. })));
    for cut in (0..LIBRARY.len()).step_by(997) {
        assert!(refused(&LIBRARY[..cut]).is_some(), "cut at {cut}");
    }
}

#[test]
fn a_pack_is_read_as_it_comes_in() {
    let whole = pack::read(LIBRARY).expect("the library of this build");
    for size in [1, 7, 4096, LIBRARY.len()] {
        let mut reader = pack::Reader::default();
        LIBRARY.chunks(size).for_each(|piece| reader.read(piece).expect("whole"));
        let engine = reader.end().expect("all of it");
        assert!(engine.corpus() == whole.corpus(), "in pieces of {size}");
    }
}
