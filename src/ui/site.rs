//! What the page's head says of the site: its own name, and where the page about it is. Both are the
//! publisher's to say.

use std::cell::RefCell;

use yew::AttrValue;

/// What a publisher says of a site.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Site {
    /// Its name; `None` for that of the program.
    pub name: Option<AttrValue>,
    /// The address of the page about it; `None` where there is none.
    pub about: Option<AttrValue>,
    /// Whether there is one page to be exported, with these texts or others.
    pub has_single: bool,
}

thread_local! {
    /// The site that the page is of.
    static SITE: RefCell<Site> = RefCell::default();
}

impl Site {
    /// From now on the page is of this site.
    pub fn enter(self) {
        SITE.set(self);
    }

    /// The site that the page is of.
    pub fn now() -> Site {
        SITE.with_borrow(Site::clone)
    }
}
