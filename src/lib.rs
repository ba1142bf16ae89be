//! Jianyue 检阅: reads and searches Chinese documents, entirely in the browser.
//!
//! The modules in reading order; each uses only those above it:

/// Texts in, places out: restoration, words, search. Pure.
pub mod engine;
/// What a publisher says of the site that is made of a folder. Pure.
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
/// The texts of a folder, for the build and the command line.
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;
/// What the build made of `seeds/`.
pub mod embedded;
/// Lines of a concordance as files for other programs. Pure.
pub mod export;
/// Files of other programs become texts. Pure.
pub mod import;
/// A quoted passage as it is cited. Pure.
pub mod citation;
/// What a reader attaches to passages: marks, notes, tags. Pure.
pub mod notes;
/// Terms of a reader's own, as texts and in addresses. Pure.
pub mod keyword_list;
/// What the page asks of its worker, and the answers.
pub mod protocol;
/// The reader's own documents as the browser keeps them.
pub mod storage;
/// How the messages between them become bytes.
pub mod codec;
/// The engine's loop off the main thread.
pub mod worker;
/// Texts in traditional or simplified characters, for the eye. Pure.
pub mod script;
/// The worker that converts them.
pub mod converter;
/// The worker that has the dictionary: cuts texts into words, and takes in the reader's own files.
pub mod workshop;
/// What the page shows, and the pure step to what it shows next.
pub mod state;
/// The page: hooks and components.
pub mod ui;
/// A search before the page's program is there.
#[cfg(any(feature = "early", not(target_arch = "wasm32")))]
pub mod early;
/// What the command line prints, in the words of the page.
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
/// Files of other programs become a folder of texts, on the disk.
#[cfg(not(target_arch = "wasm32"))]
pub mod intake;
/// The plain pages of a site, and its files packed.
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
/// The command line.
#[cfg(not(target_arch = "wasm32"))]
pub mod command_line;
