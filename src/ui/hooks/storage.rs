//! The browser's storage for this site. What is kept there never leaves the machine.

use gloo::utils::window;
use web_sys::Storage;

/// `None` where the reader has closed it. (`gloo::storage` panics there.)
pub fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
