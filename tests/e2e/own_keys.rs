//! Single keys as the reader wants them: given in the settings, in force everywhere, kept.

use crate::browser::Page;
use crate::{WIDE, visit};

/// Opens the settings, and in them the keys.
fn open_keys(page: &Page) {
    page.click(".settings-open");
    page.wait("document.querySelector('#settings').open");
    if page.value("document.querySelector('.own-keys').open") == false {
        page.click(".own-keys > summary");
    }
    page.wait("document.querySelector('#key-of-next-hit').checkVisibility()");
}

/// Types a key for a command, over the one that is there.
fn give(page: &Page, command: &str, key: &str) {
    page.value("document.activeElement.blur()");
    page.value(&format!("document.querySelector('#key-of-{command}').focus(), 0"));
    page.type_in(key);
    page.press("Enter");
}

fn key_of(page: &Page, command: &str) -> String {
    let value = page.value(&format!("document.querySelector('#key-of-{command}').value"));
    value.as_str().unwrap_or_default().to_owned()
}

fn close(page: &Page) {
    page.press("Escape");
    page.wait("!document.querySelector('dialog[open]')");
    page.value("document.activeElement.blur()");
}

#[test]
fn a_key_that_is_given_is_in_force_everywhere_and_lasts() {
    let (_, page) = visit(WIDE);
    open_keys(&page);
    page.screenshot("own-keys");
    assert_eq!(key_of(&page, "theme"), "g t");
    give(&page, "theme", "t");
    page.wait("localStorage.getItem('jianyue.preferences').includes('key-theme t')");
    assert_eq!(key_of(&page, "theme"), "t");
    give(&page, "help", "gH");
    page.wait("localStorage.getItem('jianyue.preferences').includes('key-help gH')");
    assert_eq!(key_of(&page, "help"), "g H");
    close(&page);
    page.reload();
    page.wait("document.querySelectorAll('.entry').length >= 5");
    let theme = page.value("document.documentElement.dataset.theme");
    page.press("t");
    page.wait(&format!("document.documentElement.dataset.theme !== {theme}"));
    // The key of before does nothing now.
    page.press("?");
    assert_eq!(page.count("dialog[open]"), 0);
    assert_eq!(
        page.value("document.querySelector('.search-help').title"),
        "检索的写法（按 g H 键）"
    );
    page.press("g");
    page.press("H");
    page.wait("document.querySelector('#help').open");
    page.wait("[...document.querySelectorAll('#help .keys kbd')].some(k => k.innerText === 'g H')");
    close(&page);
    open_keys(&page);
    give(&page, "next-hit", ".");
    page.wait(
        "[...document.querySelectorAll('#palette kbd')].some(k => k.textContent === '.') \
         && [...document.querySelectorAll('.welcome kbd')].some(k => k.textContent === '.')",
    );
    close(&page);
    open_keys(&page);
    page.click(".own-keys .as-at-first");
    page.wait("!localStorage.getItem('jianyue.preferences').includes('key-')");
    page.wait("document.querySelector('#key-of-theme').value === 'g t'");
    close(&page);
    page.press("?");
    page.wait("document.querySelector('#help').open");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_key_that_another_command_has_is_refused_by_its_name() {
    let (_, page) = visit(WIDE);
    open_keys(&page);
    give(&page, "theme", "o");
    page.wait_for_text("#key-refused", "对照原文");
    page.screenshot("own-keys-refused");
    assert_eq!(key_of(&page, "theme"), "g t");
    assert_eq!(
        page.value("document.querySelector('[aria-invalid]').getAttribute('aria-describedby')"),
        "key-refused"
    );
    // What is no key is no key.
    give(&page, "theme", "中");
    page.wait_for_text("#key-refused", "中");
    // Escape leaves what is typed, and the dialog only then.
    page.value("document.querySelector('#key-of-down').focus(), 0");
    page.type_in("z");
    page.press("Escape");
    assert_eq!(key_of(&page, "down"), "j");
    assert_eq!(page.value("document.querySelector('#settings').open"), true);
    give(&page, "theme", "t");
    page.wait("!document.querySelector('#key-refused')");
    // No key does anything while it is typed here, and none at all when they are switched off.
    assert_eq!(page.value("location.hash"), "");
    page.value("document.querySelector('#settings > div > .ticked:last-of-type input').click(), 0");
    page.wait("document.querySelector('#key-of-theme').matches(':disabled')");
    close(&page);
    for key in ["?", "t", "/"] {
        page.press(key);
    }
    page.press("Tab");
    assert_eq!(page.count("dialog[open]"), 0);
    assert_eq!(page.value("document.activeElement.id"), "");
    assert_eq!(page.count(".search-key"), 0);
}
