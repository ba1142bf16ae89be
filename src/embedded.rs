//! What the build made of `seeds/`, and of the dictionary: the only `include_*` of the project. The worker holds the
//! library; the page does not. The early search holds what it needs of it.

/// The corpus, and what of the tables below it needs, packed; see [`pack`](crate::engine::pack).
pub const LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.pack"));

/// The corpus without what only reading needs, for the early search; empty where it is large, see `build.rs`.
pub const EARLY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/early.pack"));

/// The table of folded characters; see [`Fold`](crate::engine::Fold).
pub const FOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold.bin"));

/// The readings of Chinese characters; see [`Pinyin`](crate::engine::Pinyin).
pub const PINYIN: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// What the page says in simplified and traditional Chinese and in English, a pattern a line; see
/// `wording_table.rs`.
#[cfg(feature = "page")]
pub const WORDING: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/wording.zh-Hans.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/wording.zh-Hant.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/wording.en.txt")),
];

/// The language of the first screen, the site's.
pub const LANGUAGE: &str = env!("JIANYUE_LANGUAGE");

/// The early search says all in that.
#[cfg(not(feature = "page"))]
pub const WORDING: [&str; 3] =
    [include_str!(concat!(env!("OUT_DIR"), "/wording.", env!("JIANYUE_LANGUAGE"), ".txt")); 3];

/// The dictionary, packed; see [`unpacked_dictionary`](crate::engine::unpacked_dictionary). Only the
/// segmenter has it.
pub const DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.bin"));

/// How a page that is one file begins; see `publish/single.rs`.
#[cfg(not(target_arch = "wasm32"))]
pub const SINGLE: &str = include_str!("publish/single.js");

/// What the publisher says of the site (see [`Site`](crate::site::Site)), and of the page about it, in
/// Markdown. Both are empty where nothing is said.
pub const SITE: [&str; 2] = [
    include_str!(concat!(env!("OUT_DIR"), "/site.toml")),
    include_str!(concat!(env!("OUT_DIR"), "/about.md")),
];

/// The style sheet of the plain pages.
pub const PAGES_STYLE: &str = include_str!("publish/pages.css");

/// A name for this build; page and worker of one site have the same.
pub const BUILD: &str = env!("JIANYUE_BUILD");
