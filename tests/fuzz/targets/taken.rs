//! What every target asks of an import: what comes of bytes is a text that is not empty, or a cause, and
//! its path begins with that of the file.

use std::ops::ControlFlow;

use jianyue::import::{self, Limits, Wishes};

pub fn check(path: &str, bytes: &[u8]) {
    let limits = Limits { unpacked_bytes: 20_000_000, ..Limits::default() };
    let wishes = Wishes { limits, ..Wishes::default() };
    let _ = import::take(path, bytes, &wishes, &mut |found| {
        match found {
            Ok(taken) => {
                assert!(taken.path.starts_with(path));
                assert!(!taken.content.text.trim().is_empty());
                assert!(!taken.content.text.contains('\r'));
            }
            Err(refused) => {
                assert!(refused.path.starts_with(path));
                assert!(!refused.cause.to_string().is_empty());
            }
        }
        ControlFlow::Continue(())
    });
}
