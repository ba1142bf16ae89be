//! What the build made of `seeds/`: the only `include_*` of the project. The worker holds the
//! library; the page does not.

/// The corpus, packed; see [`pack`](crate::engine::pack).
pub const LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.pack"));

/// The table of folded characters; see [`Fold`](crate::engine::Fold).
pub const FOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold.bin"));

/// The table without those Chinese characters that come to nothing that the library has. Folded or
/// not, they are not found in it; so for the library this is as good as all of it, and a third of
/// the size.
pub const LIBRARY_FOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library-fold.bin"));

/// The readings of Chinese characters; see [`Pinyin`](crate::engine::Pinyin).
pub const PINYIN: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// The readings of those characters alone that the library has. Phrases are suggested from what is
/// there, so for the library these are as good as all of them, and a quarter of the size.
pub const LIBRARY_PINYIN: &str = include_str!(concat!(env!("OUT_DIR"), "/library-pinyin.txt"));

/// A name for this build; page and worker of one site have the same.
pub const BUILD: &str = env!("JIANYUE_BUILD");
