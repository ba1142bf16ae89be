//! Reading as the reader wants it: settings that last, the next article, the place where one stopped.

use super::browser::Page;
use super::site::Site;

const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d";

/// The page with an article open.
fn reading(site: &Site, size: (u32, u32)) -> Page {
    let page = Page::new(size.0, size.1);
    page.open(&site.url(ARTICLE));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    page
}

/// Chooses in the settings, by the place of the choice in its row.
fn choose(page: &Page, row: &str, at: usize) {
    page.value(&format!("document.querySelectorAll('.one-of.{row} input')[{at}].click(), 0"));
}

#[test]
fn settings_change_the_page_at_once_and_last() {
    let site = Site::built();
    let page = reading(&site, (1280, 860));
    let width = || page.value("document.querySelector('.article').clientWidth").as_f64();
    let before = width();
    page.click(".settings-open");
    page.wait("document.querySelector('#settings').open");
    page.screenshot("settings");
    choose(&page, "theme", 2);
    choose(&page, "face", 2);
    choose(&page, "measure", 0);
    page.wait("document.documentElement.dataset.theme === 'sepia'");
    assert!(width() < before);
    page.screenshot("settings-sepia");
    page.press("Escape");
    page.wait("!document.querySelector('#settings').open");
    page.reload();
    page.wait("document.querySelectorAll('.article .body').length > 10");
    assert_eq!(page.value("document.documentElement.dataset.theme"), "sepia");
    assert_eq!(page.value("document.documentElement.dataset.face"), "kai");
    // A full line is of whole characters.
    let chars = page.value(
        "(a => a.clientWidth / parseFloat(getComputedStyle(a).fontSize))(document.querySelector('.article'))",
    );
    assert_eq!(chars, 24);
    assert!(page.console().is_empty(), "{:?}", page.console());
}

#[test]
fn what_is_damaged_is_said_and_the_rest_goes_on() {
    let site = Site::built();
    let page = reading(&site, (1280, 860));
    page.value("localStorage.setItem('jianyue.preferences', '2\\ntheme dark\\nsize ?'), 0");
    page.reload();
    page.wait("document.querySelectorAll('.article .body').length > 10");
    assert_eq!(page.value("document.documentElement.dataset.theme"), "dark");
    page.click(".settings-open");
    page.wait_for_text(".damaged", "1");
    assert_eq!(page.value("localStorage.getItem('jianyue.preferences.damaged')"), "size ?");
}

#[test]
fn lines_run_down_and_the_page_scrolls_sideways_in_its_pane_only() {
    let site = Site::built();
    for (name, size) in [("wide", (1280, 860)), ("phone", (360, 740))] {
        let page = reading(&site, size);
        page.press("v");
        page.wait("document.documentElement.dataset.vertical === 'true'");
        page.wait(
            "getComputedStyle(document.querySelector('.article')).writingMode === 'vertical-rl'",
        );
        page.screenshot(&format!("vertical-{name}"));
        let sticks_out = "document.scrollingElement.scrollWidth > innerWidth";
        assert_eq!(page.value(sticks_out), false, "{name}");
        page.press("v");
        page.wait("document.documentElement.dataset.vertical === 'false'");
    }
}

#[test]
fn the_arrows_turn_to_other_articles_and_each_is_open_where_the_reader_stopped() {
    let site = Site::built();
    let page = reading(&site, (1280, 860));
    page.value("document.querySelector('#block-12').scrollIntoView(), 0");
    page.wait("localStorage.getItem('jianyue.positions')?.includes(' 001')");
    let kept = page.value("localStorage.getItem('jianyue.positions')");
    page.press("ArrowRight");
    page.wait("document.querySelector('.article')?.dataset.doc?.startsWith('002')");
    page.wait("scrollY === 0");
    page.press("ArrowLeft");
    page.wait("document.querySelector('.article')?.dataset.doc?.startsWith('001')");
    page.wait("scrollY > 200");
    assert!(kept.as_str().is_some_and(|kept| kept.starts_with("1")), "{kept}");
    // With a hit it is open there.
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&q=%E9%87%8D%E5%BA%86&hit=1"));
    page.wait("document.querySelector('#hit-1')");
    page.wait("(top => top > 0 && top < innerHeight)(document.querySelector('#hit-1').getBoundingClientRect().top)");
}

#[test]
fn the_outline_leads_to_the_sections() {
    let site = Site::built();
    let page = reading(&site, (1600, 900));
    page.screenshot("outline-wide");
    let page = reading(&site, (1280, 860));
    page.click(".outline summary");
    page.click(".outline li:last-child button");
    page.wait("scrollY > 200");
}

#[test]
fn keys_lead_everywhere_and_the_palette_has_all() {
    let site = Site::built();
    let page = reading(&site, (1280, 860));
    page.press("g");
    page.press("a");
    page.wait("!document.querySelector('.article') && location.hash.length < 2");
    page.press("j");
    page.press("j");
    page.wait("document.activeElement === document.querySelectorAll('.entry')[1]");
    page.press("k");
    page.wait("document.activeElement === document.querySelectorAll('.entry')[0]");
    page.press("Enter");
    page.wait("document.querySelectorAll('.article .body').length > 10");
    page.press("?");
    page.wait("document.querySelector('#help').open");
    page.screenshot("help-keys");
    page.press("Escape");
    page.press("g");
    page.press("s");
    page.wait("document.querySelector('#settings').open");
    page.press("Escape");
    // The palette, by the key that does not depend on letters alone.
    page.value("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true, bubbles: true})), 0");
    page.wait("document.querySelector('#palette').open && document.activeElement.matches('.palette-field')");
    page.type_in("加速键");
    page.wait("document.querySelectorAll('#palette-list li').length === 2");
    page.screenshot("palette");
    page.press("ArrowDown");
    page.press("Enter");
    page.wait("document.querySelector('.article')?.dataset.doc?.startsWith('004')");
    // The space bar goes on to the next article only from the end of this one.
    page.press("k");
    page.press("g");
    page.press("a");
    page.wait("!document.querySelector('.article')");
    page.click(".entry");
    page.wait("document.querySelectorAll('.article .body').length > 10");
    page.value("scrollTo(0, document.documentElement.scrollHeight), 0");
    page.press(" ");
    page.wait("document.querySelector('.article')?.dataset.doc?.startsWith('001')");
    assert!(page.console().is_empty(), "{:?}", page.console());
}
