//! Pinyin above the lines: shown by a key, made as it comes near, never copied, and in nobody's way.

use crate::browser::Page;
use crate::site::Site;

const DOC: &str = "001_3e264aaf608f2d8d";

#[test]
fn pinyin_is_above_the_lines_and_neither_copied_nor_counted() {
    let site = Site::built();
    let page = Page::new(1280, 860);
    page.open(&site.url(&format!("#doc={DOC}&q=重庆&hit=4")));
    page.wait(
        "document.querySelector('mark[aria-current]') && CSS.highlights.get('hit')?.size > 40",
    );
    let marked = "[...CSS.highlights.get('hit')].map(range => { const it = new Range(); \
        it.setStart(range.startContainer, range.startOffset); \
        it.setEnd(range.endContainer, range.endOffset); return it.toString(); })\
        .filter(text => text.replace(/[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ ]/g, '') === '重庆').length";
    let hits = page.value(marked);
    let copied = "(() => { getSelection().selectAllChildren(document.querySelector('#block-4')); \
        const text = getSelection().toString(); getSelection().removeAllRanges(); return text; })()";
    let text = page.value(copied);
    page.press("p");
    page.wait("document.querySelector('#block-4 rt')");
    page.wait("document.querySelector('ruby').textContent === '重庆chóng qìng'");
    // Far below nothing is made yet; what is marked is marked again.
    page.wait("!document.querySelector('.article .body:last-of-type ruby')");
    page.wait(&format!("{marked} === {hits}"));
    assert_eq!(page.value(copied), text);
    page.screenshot("pinyin");
    // To the end: it is made on the way.
    page.value("document.querySelector('.restored').scrollIntoView({block: 'end'})");
    page.wait("[...document.querySelectorAll('.article .body')].at(-1).querySelector('rt')");
    page.wait(&format!("{marked} === {hits}"));
    // It is kept, and the key takes it away again.
    page.reload();
    page.wait("document.querySelector('rt')");
    page.press("p");
    page.wait("!document.querySelector('rt')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_words_card_says_how_it_is_read() {
    let site = Site::built();
    let page = Page::new(1280, 860);
    page.open(&site.url(&format!("#doc={DOC}&words=1")));
    page.wait("CSS.highlights.has('word-one')");
    page.press("n");
    page.press("Enter");
    page.wait_for_text(".word-reading", "chóng qìng");
}
