//! The source beside the article, and corrections: by keys and clicks, kept over a reload, searched
//! as they stand.

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE, search};

const DOC: &str = "001_3e264aaf608f2d8d";

/// A browser with a document open, its source beside it.
fn beside((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.open(&site.url(&format!("#doc={DOC}&original=1")));
    page.wait("document.querySelectorAll('.row').length > 10");
    (site, page)
}

/// The text of the block in a row, from 0.
fn block(row: usize) -> String {
    format!("document.querySelectorAll('.row-block')[{row}].firstElementChild.innerText")
}

fn said(page: &Page, expression: &str) -> String {
    page.value(expression).as_str().unwrap_or_default().to_owned()
}

/// Clicks a tool in a row, from 0.
fn click_in(page: &Page, row: usize, tool: &str) {
    page.value(&format!(
        "document.querySelectorAll('.row').forEach((r, i) => r.toggleAttribute('data-this', i === {row}))"
    ));
    page.click(&format!("[data-this] {tool}"));
}

#[test]
fn one_key_shows_the_source_beside_the_article_and_takes_it_away() {
    let site = Site::built();
    let page = Page::new(1400, 860);
    page.open(&site.url(&format!("#doc={DOC}")));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    page.screenshot("original-before");
    // A paragraph in the middle stays where it is in the window.
    page.value("document.querySelectorAll('.article .body')[9].scrollIntoView()");
    let top =
        "Math.round(document.querySelectorAll('.article .body')[9].getBoundingClientRect().top)";
    page.wait(&format!("{top} > 60 && {top} < 200"));
    let before = page.value(top);
    page.wait_for_frames();
    page.press("o");
    page.wait("document.querySelectorAll('.row').length > 10");
    page.wait(&format!("Math.abs({top} - {before}) < 4"));
    page.screenshot("original-middle");
    assert!(page.value("location.hash.includes('original=1')") == Value::Bool(true));
    page.reload();
    // Rows are made as they come near.
    page.wait("document.querySelector('.row.far')");
    page.wait("(() => { const far = document.querySelector('.row.far'); far?.scrollIntoView(); return !far; })()");
    page.wait("document.querySelectorAll('.row .source-line').length > 100");
    assert_eq!(page.value("document.querySelector('.original-switch').ariaPressed"), "true");
    page.screenshot("original-wide");
    // What was taken out is there to be seen, and says why.
    page.wait("[...document.querySelectorAll('del')].some(d => d.innerText === '陈锡明' && d.title.includes('重影'))");
    page.value("document.querySelector('del').scrollIntoView({block: 'center'})");
    page.screenshot("original-removals");
    page.press("o");
    page.wait("!document.querySelector('.row') && !location.hash.includes('original')");
    page.click(".original-switch");
    page.wait("document.querySelector('.row')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_rule_switched_off_changes_the_text_and_the_search_and_lasts() {
    let (_, page) = beside((1400, 860));
    page.click(".rules [name=shadows]");
    page.wait("[...document.querySelectorAll('.row-block')].some(b => b.textContent.includes('陈锡明陈锡明'))");
    page.wait_for_text(".restored", "去重 0 处");
    search(&page, "陈锡明陈锡明");
    page.wait_for_text(".list-head", "1 处");
    page.wait("decodeURIComponent(location.hash).includes('陈锡明陈锡明')");
    page.reload();
    page.wait_for_text(".list-head", "1 处");
    page.wait("document.querySelector('.rules [name=shadows]')?.checked === false");
    page.click(".rules [name=shadows]");
    page.wait("document.querySelector('.notice-no-hit')");
    page.press("Escape");
    page.click(".rules [name=lines]");
    page.wait_for_text(".restored", "合并 0 行");
    page.click(".reset");
    page.wait("document.querySelector('.rules [name=lines]').checked");
    page.wait("document.querySelector('.restored').innerText.includes('合并 1')");
    // What was thrown away by mistake is there again, and can be thrown away again.
    page.click(".undo-last");
    page.wait("!document.querySelector('.rules [name=lines]').checked");
    page.wait_for_text(".restored", "合并 0 行");
    page.click(".undo-last");
    page.wait("document.querySelector('.rules [name=lines]').checked");
    page.wait("document.querySelector('.restored').innerText.includes('合并 1')");
    let patches = "Object.keys(localStorage).filter(key => key.startsWith('jianyue.patch'))";
    assert_eq!(page.value(&format!("{patches}.length")), 0);
}

#[test]
fn blocks_are_corrected_by_clicking_and_stay_corrected() {
    let (_, page) = beside((1400, 860));
    let rows = page.count(".row");
    // Split a paragraph at its second line, and join it again with another click.
    let row = page.value("[...document.querySelectorAll('.row')].findIndex(r => r.querySelectorAll('.tool-split').length > 2)").as_u64().expect("a paragraph") as usize;
    let whole = said(&page, &block(row));
    click_in(&page, row, ".tool-split");
    page.wait(&format!("document.querySelectorAll('.row').length === {}", rows + 1));
    page.wait("document.querySelectorAll('.corrections li').length === 1");
    page.screenshot("original-corrected");
    click_in(&page, row + 1, ".tool-join");
    page.wait(&format!("{} === {whole:?}", block(row)));
    page.wait("document.querySelectorAll('.corrections li').length === 0");
    // Join it to the one before: what is found goes over the join, and the keyboard to the block.
    let (before, after) = (said(&page, &block(row)), said(&page, &block(row + 1)));
    page.value(&format!(
        "document.querySelectorAll('.row')[{}].querySelector('.tool-join').focus()",
        row + 1
    ));
    page.press("Enter");
    page.wait(&format!("document.querySelectorAll('.row').length === {}", rows - 1));
    page.wait(&format!("document.activeElement === document.querySelectorAll('.row')[{row}]"));
    let tail: String = before.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let head: String = after.chars().take(4).collect();
    search(&page, &format!("{tail}{head}"));
    page.wait_for_text(".list-head", "1 处");
    page.press("Enter");
    page.wait("document.querySelector('.article mark[aria-current]')");
    // Another role.
    // The other roles are there when something is at the block.
    page.value(&format!("document.querySelectorAll('.tool-role')[{row}].focus()"));
    page.wait(&format!("document.querySelectorAll('.tool-role')[{row}].length === 10"));
    page.value(&format!("(() => {{ const s = document.querySelectorAll('.tool-role')[{row}]; s.value = 'label'; s.dispatchEvent(new Event('change', {{bubbles: true}})) }})()"));
    page.wait(&format!(
        "document.querySelectorAll('.row-block')[{row}].firstElementChild.className === 'label'"
    ));
    // Down and up again; up once more.
    let (this, next) = (said(&page, &block(row)), said(&page, &block(row + 1)));
    click_in(&page, row, ".tool-down");
    page.wait(&format!("{} === {next:?} && {} === {this:?}", block(row), block(row + 1)));
    page.wait("document.querySelectorAll('.corrections li').length === 3");
    page.reload();
    page.wait(&format!(
        "document.querySelectorAll('.row').length === {} && {} === {this:?}",
        rows - 1,
        block(row + 1)
    ));
    assert_eq!(page.count(".corrections li"), 3);
    page.screenshot("original-three");
    // Taking back the first takes back only that.
    page.click(".corrections li:nth-child(3) .undo");
    page.wait(&format!("{} === {this:?}", block(row)));
    page.click(".corrections li:nth-child(2) .undo");
    page.click(".corrections li:nth-child(1) .undo");
    page.wait(&format!(
        "document.querySelectorAll('.row').length === {rows} && {} === {whole:?}",
        block(row)
    ));
    page.wait("document.querySelector('.notice-no-hit')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_does_not_fit_is_said_and_nothing_of_it_is_lost() {
    let (_, page) = beside((1400, 860));
    let patch = "# 说明\\nrole 2:1 subhead 另一篇文章\\n删去第三段\\noff spaces\\n";
    page.value(&format!("localStorage.setItem('jianyue.patch.{DOC}', '{patch}')"));
    page.reload();
    page.wait_for_text(".revision", "第 2 行修订与原文不符，未采用：role 2:1 subhead 另一篇文章");
    page.wait_for_text(".revision", "第 3 行修订看不懂，未采用：删去第三段");
    page.wait_for_text(".restored", "2 条修订未采用");
    page.screenshot("original-misfits");
    page.click(".rules [name=spaces]");
    page.wait("document.querySelector('.rules [name=spaces]').checked");
    assert_eq!(
        said(&page, &format!("localStorage.getItem('jianyue.patch.{DOC}')")),
        "# 说明\nrole 2:1 subhead 另一篇文章\n删去第三段\n"
    );
}

#[test]
fn corrections_are_saved_to_a_file_and_opened_from_one() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.before_each_page(
        "window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => \
         { if (blob.type.startsWith('text/plain')) blob.text().then((text) => saved.push(text)); \
         return make.call(URL, blob); }; \
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };",
    );
    page.open(&site.url(&format!("#doc={DOC}&original=1")));
    page.wait("document.querySelectorAll('.row').length > 10");
    page.value(
        "(() => { const files = new DataTransfer(); \
         files.items.add(new File(['off order\\nnonsense\\n'], 'a.patch')); \
         const field = document.querySelector('.import input'); field.files = files.files; \
         field.dispatchEvent(new Event('change', {bubbles: true})); })()",
    );
    page.wait_for_text(".revision", "nonsense");
    page.wait("document.querySelector('.rules [name=order]').checked === false");
    page.click(".export");
    page.wait("saved.length === 2");
    let saved = page.value("saved");
    assert_eq!(saved[0], format!("{DOC}.patch"));
    assert_eq!(saved[1], "off order\nnonsense\n");
}

#[test]
fn a_phone_shows_the_source_below_each_block_and_nothing_sticks_out() {
    let (_, page) = beside(PHONE);
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    page.wait(fits);
    page.screenshot("original-phone-head");
    page.value("document.querySelectorAll('.row')[3].scrollIntoView()");
    page.value("scrollBy(0, -80)");
    page.screenshot("original-phone");
    let below = "(() => { const row = document.querySelectorAll('.row')[3]; \
        return row.querySelector('.source').getBoundingClientRect().top >= \
        row.querySelector('.row-block').getBoundingClientRect().bottom; })()";
    assert_eq!(page.value(below), true);
    let small = "[...document.querySelectorAll('.row button:not(:disabled), .row select, .revision button, .revision .import')]\
        .filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24 }).length";
    assert_eq!(page.value(small), 0, "some targets are too small to touch");
    page.resize(320, 640);
    page.wait(fits);
    page.resize(PHONE.0, PHONE.1);
    page.set_dark(true);
    page.screenshot("original-phone-dark");
    page.resize(1400, 860);
    page.value("scrollTo(0, 0)");
    page.screenshot("original-dark");
}

#[test]
fn what_the_keyboard_goes_to_is_not_under_the_bars() {
    let (_, page) = beside((1400, 860));
    search(&page, "中国电子");
    page.wait("document.querySelector('.hit-bar')");
    page.value("document.querySelectorAll('.row')[12].scrollIntoView()");
    page.wait("document.querySelectorAll('.row')[12].querySelector('select')");
    page.value("document.querySelectorAll('.row')[12].querySelector('select').focus()");
    let place = "document.activeElement.getBoundingClientRect().top";
    page.wait(&format!("{place} > 0"));
    // Backwards through the tools of the rows above.
    for _ in 0..40 {
        page.press_shift_tab();
        assert!(
            page.value(place).as_f64().is_some_and(|top| top > 100.0),
            "{}",
            page.screenshot("failed")
        );
    }
}
