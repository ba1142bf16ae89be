//! How an analyst searches: hit by hit in context, narrowed by year and kind, saved to a file; with
//! the language of queries at hand.

use serde_json::Value;

use crate::browser::Page;
use crate::{HIT_IN_SIGHT, PHONE, WIDE, search, visit};

/// Whether nothing sticks out of the page.
const FITS: &str = "document.documentElement.scrollWidth <= innerWidth";

/// The texts of a column of the table.
fn column(page: &Page, class: &str) -> Vec<String> {
    let cells =
        format!("[...document.querySelectorAll('.lines td.{class}')].map(c => c.innerText)");
    let value = page.value(&cells);
    let texts = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// The hits of a query in their contexts.
fn in_context(page: &Page, query: &str) {
    search(page, query);
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.click(".shown-as button:last-child");
    page.wait("document.querySelectorAll('.lines tbody tr').length > 0");
}

/// Chooses from a list.
fn pick(page: &Page, name: &str, option: &str) {
    page.value(&format!(
        "(() => {{ const label = [...document.querySelectorAll('.results-tools label')]\
         .find(l => l.innerText.includes('{name}') || l.textContent.includes('{name}')); \
         const select = label.querySelector('select'); \
         select.selectedIndex = [...select.options].findIndex(o => o.text === '{option}'); \
         select.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
    ));
}

#[test]
fn hits_stand_in_their_contexts_are_put_in_order_and_open() {
    let (_, page) = visit((1440, 860));
    in_context(&page, "科学城");
    page.wait("location.hash.includes('lines=place')");
    page.wait("getComputedStyle(document.querySelector('.reading')).display === 'none'");
    // Each hit under the one before, to the pixel.
    let lefts = "new Set([...document.querySelectorAll('.lines mark')]\
        .map(m => m.getBoundingClientRect().left)).size";
    assert_eq!(page.value(lefts), 1);
    page.screenshot("search-context");
    pick(&page, "各行次序", "按后文");
    page.wait("location.hash.includes('lines=after')");
    let is_sorted = "(() => { const after = [...document.querySelectorAll('.lines td.after')]\
        .map(c => c.innerText); return after.length > 10 && after.every((a, i) => !i || \
        [...after[i - 1]].slice(0, 3).join('') <= [...a].slice(0, 3).join('')); })()";
    page.wait(is_sorted);
    page.screenshot("search-context-after");
    // Enter in the search field opens the line that stands first.
    let first = page.value("document.querySelector('.line-hit').getAttribute('href')");
    page.click("#search");
    page.press("Enter");
    page.wait(HIT_IN_SIGHT);
    assert_eq!(page.value("decodeURIComponent(location.hash)"), first);
    page.click(".back");
    page.wait("document.querySelector('.list').clientWidth > 1200");
    pick(&page, "前后文字数", "前后 80 字");
    page.wait("location.hash.includes('width=80') && [...document.querySelectorAll('.lines td.before')].some(c => c.innerText.length > 60)");
    assert_eq!(page.value(lefts), 1, "also where the text before it is cut by the window");
    page.wait(FITS);
    // What is cut is cut far from the hit.
    let near = "[...document.querySelectorAll('.lines td.before span')].every(s => \
        Math.abs(s.getBoundingClientRect().right - s.parentElement.getBoundingClientRect().right) < 1)";
    assert_eq!(page.value(near), true);
    page.screenshot("search-context-80");
    page.click(".lines tr:nth-child(3) .line-hit");
    page.wait(HIT_IN_SIGHT);
    page.wait("document.querySelectorAll('.line-hit[aria-current]').length === 1");
    page.wait("document.querySelector('.list').clientWidth < 400");
    page.wait(FITS);
    assert_eq!(page.value(lefts), 1);
    page.screenshot("search-context-beside");
    page.click(".back");
    page.wait("document.querySelector('.list').clientWidth > 1200");
    // Hits of any length begin under each other.
    page.value("location.hash = '#lines=place&q=' + encodeURIComponent('/[0-9.]+亿元|科学城[^，。]{8,30}/')");
    page.wait("new Set([...document.querySelectorAll('.line-hit')].map(h => h.innerText.length)).size > 4");
    assert_eq!(page.value(lefts), 1);
    page.wait(FITS);
    page.screenshot("search-context-lengths");
    page.resize(960, 700);
    page.click(".lines tr:nth-child(3) .line-hit");
    page.wait(HIT_IN_SIGHT);
    page.screenshot("search-context-middling");
    page.value("scrollTo(0, 0)");
    page.screenshot("search-context-middling-top");
    page.click(".back");
    page.click(".shown-as button:first-child");
    page.wait(
        "document.querySelectorAll('.results-in').length > 0 && !document.querySelector('.lines')",
    );
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn chosen_lines_are_copied_and_saved() {
    let (site, page) = visit(WIDE);
    page.before_each_page(
        "window.saved = []; window.copied = []; const make = URL.createObjectURL; \
         URL.createObjectURL = (blob) => { if (blob.type.startsWith('text/plain')) \
         blob.text().then((text) => saved.push(text)); return make.call(URL, blob); }; \
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download); }; \
         if (window.Clipboard) Clipboard.prototype.writeText = (text) => { copied.push(text); \
         return copied.length > 1 ? Promise.reject() : Promise.resolve(); };",
    );
    page.open(&site.url("#q=陈锡明&lines=before"));
    page.wait_for_text(".lines-count", "全部 8 行");
    page.click(".lines-tools .csv");
    page.wait("saved.length === 2");
    page.wait_for_text(".lines-said", "已存 8 行");
    let saved = page.value("saved");
    assert_eq!(saved[0], "语境-陈锡明.csv");
    let csv = saved[1].as_str().unwrap_or_default();
    // A blob that is read as text has lost the mark of its encoding.
    let csv = csv.trim_start_matches('\u{feff}');
    assert!(csv.starts_with("文章,日期,行,前文,命中,后文\r\n"), "{csv}");
    assert_eq!(csv.matches(",陈锡明,").count(), 8);
    page.click(".lines tr:nth-child(2) .tick input");
    page.click(".lines tr:nth-child(5) .tick input");
    page.wait_for_text(".lines-count", "已选 2 行");
    page.click(".lines-tools [data-to=clipboard]");
    page.wait_for_text(".lines-said", "已复制 2 行");
    let copied = page.value("copied[0]");
    let rows: Vec<&str> = copied.as_str().unwrap_or_default().lines().collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    let second = column(&page, "before").swap_remove(1).replace('…', "");
    assert!(rows[1].contains(&second), "{rows:?} has no {second}");
    page.screenshot("search-chosen");
    page.click(".lines-tools [data-to=clipboard]");
    page.wait_for_text(".lines-said", "请存为文件");
    // With Shift all from the last one: a click on the label is as good as one on the box.
    page.value("document.querySelectorAll('tbody .tick')[7].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, shiftKey: true}))");
    page.wait_for_text(".lines-count", "已选 5 行");
    page.screenshot("search-chosen-range");
    page.click("thead .tick input");
    page.wait_for_text(".lines-count", "已选 8 行");
    page.click("thead .tick input");
    page.wait_for_text(".lines-count", "全部 8 行");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn years_and_kinds_narrow_the_results_and_the_strip_leads_into_the_article() {
    let (_, page) = visit(WIDE);
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.facet').length > 2");
    page.screenshot("search-facets");
    let before = page.text(".list-head");
    page.value("[...document.querySelectorAll('.facet')].find(f => f.innerText.startsWith('标题')).click()");
    page.wait("document.querySelector('#search').value === '重庆 in:headline'");
    page.wait("[...document.querySelectorAll('.snippet .role')].length === document.querySelectorAll('.snippet').length");
    page.wait_for_text(".understood", "标题");
    page.screenshot("search-narrow");
    page.click(".facet[aria-pressed=true]");
    page.wait(&format!("document.querySelector('.list-head').innerText === {before:?}"));
    assert_eq!(page.value("document.querySelector('#search').value"), "重庆");
    // A part of speech goes before the term, and away again.
    page.click(".search-clear");
    search(&page, "电子");
    page.wait(
        "[...document.querySelectorAll('.facet')].some(f => f.innerText.startsWith('词的一部分'))",
    );
    page.screenshot("search-speech");
    let noun =
        "[...document.querySelectorAll('.facet')].find(f => f.innerText.startsWith('名词 n'))";
    let hits = page.value(&format!("{noun}.innerText.split(' · ')[1]"));
    page.value(&format!("{noun}.click()"));
    page.wait("document.querySelector('#search').value === 'pos:n 电子'");
    page.wait_for_text(".understood", "词性 n");
    page.wait_for_text(".list-head", hits.as_str().unwrap_or("none"));
    page.click(".facet[aria-pressed=true]");
    page.wait("document.querySelector('#search').value === '电子'");
    page.click(".search-clear");
    search(&page, "重庆");
    page.wait(&format!("document.querySelector('.list-head')?.innerText === {before:?}"));
    // A tick in the middle of the bar opens the article there.
    page.wait("document.querySelector('.strip path').getAttribute('d').split('M').length > 3");
    page.click(".strip");
    page.wait(HIT_IN_SIGHT);
    page.wait("document.querySelectorAll('.tick-at.now').length === 1");
    // It is the tick that is nearest to the middle.
    let nearest = "(() => { \
        const ticks = [...document.querySelector('.strip path').getAttribute('d').matchAll(/M([0-9]+)/g)];\
        const near = ticks.map(t => +t[1]).sort((a, b) => Math.abs(a - 500) - Math.abs(b - 500))[0];\
        return document.querySelector('.tick-at.now').style.left === near / 10 + '%'; })()";
    assert_eq!(page.value(nearest), true);
    // The keyboard goes from the title to the first passage.
    page.value("document.querySelector('.results-title a').focus()");
    page.press("Tab");
    page.wait("document.activeElement.className === 'snippet'");
    page.screenshot("search-strip");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_makes_no_difference_is_told_apart_one_by_one() {
    let (_, page) = visit(PHONE);
    search(&page, "500强");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.click(".told-apart summary");
    page.wait("document.querySelector('.told-apart').open");
    page.wait(FITS);
    page.screenshot("search-told-apart-phone");
    let small = "[...document.querySelectorAll('.results-tools label, .results-tools summary')]\
        .map(e => e.getBoundingClientRect()).filter(r => r.width < 24 || r.height < 24).length";
    assert_eq!(page.value(small), 0, "too small to touch");
    page.click(".told-apart label:nth-child(2) input");
    page.wait("location.hash.includes('folds=wsvmbt')");
    page.wait_for_text(".told-apart summary", "区分 1 项");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.resize(320, 640);
    page.wait(FITS);
    page.screenshot("search-told-apart-320");
    page.reload();
    page.wait_for_text(".told-apart summary", "区分 1 项");
    page.click(".results-tools > label input");
    page.wait("location.hash.includes('exact=1') && !location.hash.includes('folds')");
    page.wait_for_text(".told-apart summary", "区分全部");
    page.click(".results-tools > label input");
    page.wait("!location.hash.includes('exact')");
    page.resize(WIDE.0, WIDE.1);
    page.set_dark(true);
    page.click(".told-apart summary");
    page.screenshot("search-told-apart-dark");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn an_article_shows_more_of_its_passages_and_is_found_by_its_title() {
    let (_, page) = visit(WIDE);
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.results-in').length === 5");
    let first = ".results-in:first-of-type";
    assert_eq!(page.count(&format!("{first} .snippet")), 3);
    let marks = format!("document.querySelectorAll('{first} .snippet mark').length");
    let left =
        format!("Number(document.querySelector('{first} .more')?.innerText.match(/\\d+/) ?? 0)");
    let count = format!("Number(document.querySelector('{first} .count').innerText.match(/\\d+/))");
    assert_eq!(page.value(&format!("{marks} + {left} === {count}")), true);
    page.screenshot("search-densest");
    page.click(&format!("{first} .more"));
    page.wait(&format!("document.querySelectorAll('{first} .snippet').length > 3"));
    page.screenshot("search-more-passages");
    assert_eq!(page.count(".results-in:nth-of-type(2) .snippet"), 3, "the others stay as they are");
    page.click(".search-clear");
    page.wait("document.querySelectorAll('.entry').length >= 5");
    let title = page.text(".entry-title");
    let begun: String = title.chars().take(5).collect();
    search(&page, &begun);
    page.wait("document.querySelector('.titles .facet')");
    page.screenshot("search-titles");
    page.click(".titles .facet");
    page.wait_for_text(".article h1", &begun);
    assert_eq!(page.value(FITS), true);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn an_example_of_the_help_runs_and_what_led_somewhere_can_be_come_back_to() {
    let (_, page) = visit(WIDE);
    assert_eq!(page.count(".recent"), 0);
    page.press("?");
    page.wait("document.querySelector('#help').open");
    page.screenshot("search-help");
    page.press("Escape");
    page.wait("!document.querySelector('#help').open");
    page.click(".search-help");
    page.wait("document.querySelector('#help').open");
    // A click beside it closes it, and the focus is back at the button.
    page.value("document.elementFromPoint(1200, 800).click()");
    page.wait("!document.querySelector('#help').open");
    page.wait("document.activeElement.className === 'search-help'");
    page.click(".search-help");
    page.click("#help dl > div:nth-child(6) .example");
    page.wait("!document.querySelector('#help').open");
    page.wait("document.querySelector('#search').value === '重庆 ~10 高新区'");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.wait("document.activeElement.id === 'search'");
    page.wait_for_text(".understood", "前后 10 字内有");
    page.press("Enter");
    page.wait(HIT_IN_SIGHT);
    page.press("Escape");
    page.wait_for_text(".recent", "重庆 ~10 高新区");
    page.reload();
    page.wait_for_text(".recent", "重庆 ~10 高新区");
    page.screenshot("search-recent");
    page.click(".recent a");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    assert_eq!(page.value("document.querySelector('#search').value"), "重庆 ~10 高新区");
    page.click(".search-clear");
    page.click(".forget");
    page.wait(
        "!document.querySelector('.recent') && localStorage.getItem('jianyue.recent') === null",
    );
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn nothing_moves_while_the_reader_types() {
    let (_, page) = visit(WIDE);
    page.click("#search");
    let top = "document.querySelector('.results-in')?.getBoundingClientRect().top";
    let mut tops = Vec::new();
    for (typed, query) in
        [("重", "重"), ("庆", "重庆"), (" 高新区", "重庆 高新区"), (" -小米", "重庆 高新区 -小米")]
    {
        page.type_in(typed);
        page.wait(&format!("new URLSearchParams(location.hash.slice(1)).get('q') === '{query}'"));
        page.wait(
            "!document.querySelector('.list[aria-busy]') && document.querySelector('.results-in')",
        );
        tops.push(page.value(top));
    }
    assert!(tops.iter().all(|top| *top == tops[0]), "{tops:?}");
}

#[test]
fn a_phone_and_the_dark_show_it_all_and_nothing_sticks_out() {
    let (_, page) = visit(PHONE);
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.wait(FITS);
    page.screenshot("search-phone");
    page.click(".shown-as button:last-child");
    page.wait("document.querySelectorAll('.lines tbody tr').length > 20");
    page.wait(FITS);
    // Where each line is from is to be read under it.
    let from = "[...document.querySelectorAll('.lines tbody .from')].every(f => \
        f.getBoundingClientRect().height > 10 && f.getBoundingClientRect().right <= innerWidth \
        && f.innerText.includes('原文第'))";
    assert_eq!(page.value(from), true);
    page.screenshot("search-phone-context");
    page.value("scrollTo(0, 900)");
    page.screenshot("search-phone-context-below");
    page.value("scrollTo(0, 0)");
    // More of the list is no reason to go back to its top.
    page.click(".more-lines");
    page.wait("document.querySelectorAll('.lines tbody tr').length > 100 && scrollY > 2000");
    // Nor has the rest of it to be asked for.
    for rows in [200, 300] {
        page.value("scrollTo(0, document.body.scrollHeight)");
        page.wait(&format!(
            "document.querySelectorAll('.lines tbody tr').length > {rows} \
            || !document.querySelector('.more-lines')"
        ));
    }
    page.value("scrollTo(0, 0)");
    let small = "[...document.querySelectorAll('.list button, .list select, .tick, .line-hit')]\
        .map(e => [e.className || e.innerText, e.getBoundingClientRect()])\
        .filter(([, r]) => r.width < 24 || r.height < 24).map(([n, r]) => [n, r.width, r.height])";
    assert_eq!(page.value(small), Value::Array(Vec::new()), "too small to touch");
    page.resize(320, 640);
    page.wait(FITS);
    page.screenshot("search-320-context");
    page.click(".search-help");
    page.wait("document.querySelector('#help').open");
    page.wait(FITS);
    page.screenshot("search-320-help");
    page.press("Escape");
    page.set_dark(true);
    page.resize(PHONE.0, PHONE.1);
    page.screenshot("search-phone-context-dark");
    page.resize(1440, 860);
    page.wait("document.querySelector('.list').clientWidth > 1200");
    page.screenshot("search-context-dark");
    page.press("?");
    page.screenshot("search-help-dark");
    page.press("Escape");
    page.click(".shown-as button:first-child");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.screenshot("search-facets-dark");
}

#[test]
fn what_could_have_been_meant_is_suggested_and_words_are_completed() {
    let (_, page) = visit(WIDE);
    search(&page, "cqgxq");
    page.wait(
        "document.querySelector('.notice .suggestions .facet')?.innerText.startsWith('重庆高新区')",
    );
    page.screenshot("search-pinyin");
    page.click(".notice .suggestions .facet");
    page.wait("document.querySelectorAll('.results-in').length > 0");
    page.click(".search-clear");
    search(&page, "重庆高薪区");
    page.wait("[...document.querySelectorAll('.notice .facet')].some(f => f.innerText.startsWith('重庆高新区'))");
    page.click(".search-clear");
    search(&page, "小米 高新");
    page.wait("document.querySelector('.completions') === null");
    page.click(".search-clear");
    search(&page, "高新");
    page.wait("document.querySelectorAll('.completions .facet').length > 0");
    page.screenshot("search-completions");
    page.click(".completions .facet");
    page.wait("document.querySelector('#search').value.length > 2");
    assert_eq!(page.value(FITS), true);
}
