//! Every occurrence of a folded string in folded text. No index: a scan at memory speed is
//! exact by construction, for one character as for twenty.

use memchr::memmem;

/// The byte offsets where `needle` occurs in `haystack`, from left to right, not overlapping.
/// An empty needle occurs nowhere.
pub fn scan<'a>(haystack: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let finder = memmem::Finder::new(needle);
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = at + finder.find(&haystack.as_bytes()[at..])?;
        at = found + needle.len();
        Some(found)
    })
    .take_while(move |_| !needle.is_empty())
}
