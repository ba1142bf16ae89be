//! Nothing sticks out: every view in a window as narrow as WCAG asks for, in one magnified to
//! 200 %, and with the reader's own colours.

use std::env;
use std::path::PathBuf;

use crate::WIDE;
use crate::browser::Page;
use crate::site::Site;
use crate::views::VIEWS;

/// 320 pixels, and a desktop's window at 200 %.
const NARROW: [(u32, u32); 2] = [(320, 640), (640, 430)];

#[test]
fn no_view_is_wider_than_its_window() {
    let site = Site::built();
    let page = Page::new(NARROW[0].0, NARROW[0].1);
    let mut wide = Vec::new();
    for view in VIEWS {
        for (width, height) in NARROW {
            page.resize(width, height);
            view.open(&page, &site);
            // The window itself grows with what sticks out of it on a phone.
            let is = page.value("document.scrollingElement.scrollWidth").as_u64();
            if is.is_none_or(|is| is > u64::from(width)) {
                wide.push(format!("{} at {width}: {is:?}", view.name));
            }
        }
    }
    assert!(wide.is_empty(), "{wide:?}");
}

/// What tells something by its colour alone would be lost: a current entry, a pressed button, a hit.
const TOLD: &str = "(() => { const outlined = (s) => [...document.querySelectorAll(s)].every(e => { \
    const c = getComputedStyle(e); return parseFloat(c.outlineWidth) > 0 && c.outlineStyle !== 'none' \
    || parseFloat(c.borderTopWidth) >= 2; }); return outlined('.entry[aria-current], \
    .snippet[aria-current], .line-hit[aria-current], .article mark[aria-current], \
    button[aria-pressed=true]'); })()";

#[test]
fn with_colours_of_the_readers_own_all_is_told_still() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.set_media("forced-colors", "active");
    for view in VIEWS {
        view.open(&page, &site);
        assert_eq!(page.value("matchMedia('(forced-colors: active)').matches"), true);
        assert_eq!(page.value(TOLD), true, "{}", view.name);
        if let Some(folder) = env::var_os("JIANYUE_SCREENSHOTS").map(PathBuf::from) {
            page.picture(&folder.join(format!("{}-forced-{}.png", view.name, WIDE.0)));
        }
    }
}
