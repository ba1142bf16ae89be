//! A whole session by the keyboard alone; and where the keyboard is can always be seen.

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;
use crate::views::VIEWS;
use crate::{HIT_IN_SIGHT, PHONE, WIDE, visit};

/// What the keyboard is at, said so that a failure can be understood.
const HERE: &str = "(() => { const e = document.activeElement; return e.tagName + '#' + e.id + '.' \
    + e.className + ' ' + (e.innerText || e.ariaLabel || '').slice(0, 20); })()";

/// Whether what the keyboard is at is marked as such, and in the window, nothing over all of it.
const SEEN: &str = "(() => { const e = document.activeElement, label = e.closest('label'); \
    if (e === document.body) return 'is nowhere'; \
    const marked = (e) => { const c = getComputedStyle(e); return c.outlineStyle !== 'none' \
      && parseFloat(c.outlineWidth) >= 2 || c.boxShadow !== 'none'; }; \
    if (!marked(e) && !(label && marked(label))) return 'is not marked'; \
    const at = (x, y) => { const top = document.elementFromPoint(x, y); \
      return top && (e.contains(top) || top.contains(e) && top.closest('a, button, label') || top.closest('label') === label && label); }; \
    for (const r of (label || e).getClientRects()) for (const u of [.1, .5, .9]) for (const v of [.2, .5, .8]) \
      if (at(r.x + r.width * u, r.y + r.height * v)) return 'is seen'; \
    return 'is hidden'; })()";

fn here(page: &Page) -> String {
    page.value(HERE).as_str().unwrap_or_default().to_owned()
}

/// Presses Tab until the keyboard is at what a selector finds.
#[track_caller]
fn tab_to(page: &Page, selector: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        if page.value(&format!("document.activeElement.matches('{selector}')")) == Value::Bool(true)
        {
            return;
        }
        page.press("Tab");
        passed.push(here(page));
    }
    panic!("Tab does not come to {selector}: {passed:?}");
}

#[test]
fn a_session_needs_no_mouse() {
    let (_, page) = visit(WIDE);
    // Past the masthead, and the address stays that of the list.
    page.press("Tab");
    assert_eq!(page.value("document.activeElement.className"), "skip");
    assert_eq!(page.value(SEEN), "is seen");
    page.press("Enter");
    page.wait("document.activeElement.id === 'reading' && location.hash === ''");
    // Find.
    page.press("/");
    page.wait("document.activeElement.id === 'search'");
    page.type_in("陈锡明");
    page.wait_for_text("[role=status]", "8 处");
    // Open a passage of the list: the keyboard goes along.
    tab_to(&page, ".snippet");
    page.press("Enter");
    page.wait(HIT_IN_SIGHT);
    page.wait("document.activeElement.id === 'reading'");
    page.wait_for_text(".hit-place", "1 / 8");
    // Walk the hits.
    page.press("n");
    page.press("n");
    page.wait_for_text(".hit-place", "3 / 8");
    page.wait_for_text("[role=status]", "共 8 处");
    page.press("N");
    page.wait_for_text(".hit-place", "2 / 8");
    page.wait(HIT_IN_SIGHT);
    tab_to(&page, ".hit-next");
    page.press("Enter");
    page.wait_for_text(".hit-place", "3 / 8");
    // The source beside it, a rule of the restoration off and on again.
    page.press("o");
    page.wait("document.querySelectorAll('.row').length > 10");
    tab_to(&page, ".rules input");
    page.press(" ");
    page.wait("!document.querySelector('.rules input').checked");
    page.wait("document.activeElement.matches('.rules input')");
    page.press(" ");
    page.wait("document.querySelector('.rules input').checked");
    page.press("o");
    page.wait("!document.querySelector('.row')");
    // How queries are written; Escape closes that and gives the keyboard back.
    let before = here(&page);
    page.press("?");
    page.wait("document.querySelector('dialog[open]')");
    page.wait("document.querySelector('dialog').contains(document.activeElement)");
    page.press("Escape");
    page.wait("!document.querySelector('dialog[open]')");
    assert_eq!(here(&page), before);
    // Another theme.
    page.press("/");
    tab_to(&page, ".theme-switch");
    let theme = page.value("document.documentElement.dataset.theme");
    page.press("Enter");
    page.wait(&format!("document.documentElement.dataset.theme !== {theme}"));
    // Back to the list, at the passage that was opened.
    page.value("history.back()");
    page.wait("!document.querySelector('.article')");
    page.press("/");
    page.press("Escape");
    page.wait("document.querySelectorAll('.entry').length >= 5");
    // An article out of the list, and back to where the keyboard was in it.
    tab_to(&page, "li:nth-child(2) > .entry");
    let entry = here(&page);
    page.press("Enter");
    page.wait("document.activeElement.id === 'reading' && document.querySelector('.article h1')");
    page.value("history.back()");
    page.wait("!document.querySelector('.article')");
    page.wait("document.activeElement.matches('.entry')");
    assert_eq!(here(&page), entry);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn on_a_narrow_screen_the_keyboard_goes_along_too() {
    let (_, page) = visit(PHONE);
    page.press("Tab");
    page.press("Enter");
    page.wait("document.activeElement.id === 'list'");
    tab_to(&page, "li:nth-child(3) > .entry");
    let entry = here(&page);
    page.press("Enter");
    page.wait("document.activeElement.id === 'reading'");
    tab_to(&page, ".back");
    page.press("Enter");
    page.wait("document.activeElement.matches('.entry')");
    assert_eq!(here(&page), entry);
}

#[test]
fn where_the_keyboard_is_can_be_seen_everywhere() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    let mut unseen = Vec::new();
    let views =
        ["start", "told-apart", "context", "help", "own-keys", "hits", "original", "missing"];
    for view in VIEWS.into_iter().filter(|view| views.contains(&view.name)) {
        for (width, height) in [WIDE, PHONE] {
            page.resize(width, height);
            view.open(&page, &site);
            // A long article has a hundred buttons that are all alike.
            for _ in 0..26 {
                page.press("Tab");
                let mut seen = page.value(SEEN);
                if seen == "is nowhere" {
                    break;
                }
                if seen != "is seen" {
                    // What is scrolled to may come a little later.
                    page.wait_for_frames();
                    seen = page.value(SEEN);
                }
                if seen != "is seen" {
                    unseen.push(format!("{} at {width}: {} {seen}", view.name, here(&page)));
                }
            }
        }
    }
    assert!(unseen.is_empty(), "{} unseen:\n{}", unseen.len(), unseen.join("\n"));
}
