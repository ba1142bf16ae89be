//! Loading the page anew: the way out when the engine has failed. The address keeps the view.

use gloo::utils::window;

/// Loads the page anew.
pub fn reload() {
    // It fails only where the page may not navigate at all, and then nothing else would help.
    let _ = window().location().reload();
}
