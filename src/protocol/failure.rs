//! Why the engine cannot work.

use serde::{Deserialize, Serialize};

use crate::engine::Error;

/// Why the engine cannot work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// It is of another build than the page.
    OtherBuild,
    /// The library is damaged; what its reader met.
    BrokenLibrary(String),
    /// The library was written by another version of the engine.
    OtherVersion {
        /// The version found in the library.
        found: u32,
        /// The version that this engine reads.
        wanted: u32,
    },
    /// A file cannot be fetched.
    Fetch {
        /// Its address.
        address: String,
        /// What the browser says of it.
        cause: String,
    },
    /// Anything else, as the program or the browser says it.
    Program(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::BrokenPack { what } => Failure::BrokenLibrary(what),
            Error::OtherVersion { found, wanted } => Failure::OtherVersion { found, wanted },
            Error::NotUtf8 { .. } | Error::BadDictionary { .. } | Error::BadWord { .. } => {
                Failure::Program(error.to_string())
            }
        }
    }
}
