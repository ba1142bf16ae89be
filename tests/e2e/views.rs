//! Every view of the site, the way to it, and the themes and windows that it is looked at in.

use std::time::Duration;

use jianyue::ui::Theme;

use crate::browser::Page;
use crate::holdings::give;
use crate::site::Site;

/// Windows as they are in use: a desktop's, a tablet's, a phone's.
pub const WINDOWS: [(u32, u32); 3] = [(1280, 860), (768, 1024), (360, 740)];

/// A view.
pub struct View {
    /// Its name in reports and of its pictures.
    pub name: &'static str,
    /// The fragment of its address.
    address: &'static str,
    /// Holds as soon as it is there.
    there: &'static str,
    /// What has yet to be done by hand.
    by_hand: fn(&Page),
}

/// All of them. The last ones leave something in the browser's storage.
pub const VIEWS: [View; 33] = [
    View::at("start", "", "document.querySelectorAll('.entry').length >= 5"),
    View::at("results", "#q=重庆", "document.querySelectorAll('.snippet').length > 5"),
    View::at("facets", "#q=重庆 in:body", "document.querySelector('.facet[aria-pressed=true]')"),
    View::at("told-apart", "#q=重庆", "document.querySelectorAll('.snippet').length > 5")
        .then(|page| page.click(".told-apart > summary")),
    View::at("no-hit", "#q=庆重新高", "document.querySelector('.notice-no-hit')"),
    View::at("context", "#q=科学城&lines=place", "document.querySelector('.lines tbody tr')"),
    View::at(
        "context-article",
        "#doc=001_3e264aaf608f2d8d&q=信创&hit=3&lines=after",
        "document.querySelector('.lines tbody tr') && document.querySelector('mark[aria-current]')",
    ),
    View::at("help", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        page.press("?");
        page.wait("document.querySelector('dialog[open]')");
    }),
    View::at("settings", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        show(page, "settings");
    }),
    View::at("own-keys", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        show(page, "settings");
        page.value("document.querySelector('.own-keys').open = true, 0");
        page.value("document.querySelector('#key-of-theme').focus(), 0");
        page.type_in("o");
        page.press("Enter");
        page.wait("document.querySelector('#key-refused')");
    }),
    View::at("newer", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        // Another version answers from now on, and nobody who is typing is disturbed.
        page.value("document.querySelector('#title-field').focus(), 0");
        page.wait(
            "(navigator.serviceWorker.dispatchEvent(new Event('controllerchange')), \
             document.querySelector('.update-take'))",
        );
    }),
    View::at("filtered", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        page.value("document.querySelector('#title-field').focus(), 0");
        page.type_in("加速键");
        page.wait("document.querySelectorAll('.entry').length < 5");
    }),
    View::at("palette", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        show(page, "palette");
        page.wait("document.querySelector('#palette li')");
    }),
    View::at("vertical", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        page.value("document.documentElement.dataset.vertical = 'true', 0");
    }),
    View::at("words", "#doc=001_3e264aaf608f2d8d&words=1", ARTICLE).then(|page| {
        page.wait("CSS.highlights.has('word-one')");
        page.press("n");
        page.wait("CSS.highlights.has('word-now')");
        page.press("Enter");
        page.wait("document.querySelector('#word-card[open]')");
    }),
    View::at("pinyin", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        page.press("p");
        page.wait("document.querySelector('#block-4 rt')");
        // For this view only.
        page.value("localStorage.removeItem('jianyue.preferences')");
    }),
    View::at("quote", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        page.press("c");
        page.wait("document.querySelector('#quote[open] pre')");
    }),
    View::at("lists", "#page=lists&list=电子:中电|中国电子,科学城,信创,重庆,高新区", TALLY).then(
        |page| {
            page.click(".list-keep");
            page.wait("document.querySelector('.keyword-list')");
            page.value("document.querySelector('.keyword-list details').open = true, 0");
        },
    ),
    View::at(
        "lists-article",
        "#doc=001_3e264aaf608f2d8d&list=电子:中电|中国电子,科学城,信创,重庆,高新区",
        "document.querySelectorAll('.legend .count').length > 4 && document.querySelector('.keywords .add-button')",
    ),
    View::at("new-words", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        page.press("g");
        page.press("w");
        page.wait("document.querySelectorAll('#new-words[open] .new-word').length === 50");
    }),
    View::at("article", "#doc=001_3e264aaf608f2d8d", ARTICLE),
    View::at(
        "article-end",
        "#doc=001_3e264aaf608f2d8d",
        "document.querySelectorAll('.article .body').length > 10",
    )
    .then(|page| {
        page.value("document.querySelector('.restored').scrollIntoView({block: 'end'})");
    }),
    View::at(
        "hits",
        "#doc=001_3e264aaf608f2d8d&q=信创&hit=3",
        "document.querySelector('mark[aria-current]') && document.querySelector('.snippet')",
    ),
    View::at("missing", "#doc=nothing", "document.querySelector('.notice-missing')"),
    View::at("original", "#doc=001_3e264aaf608f2d8d&original=1", ROWS),
    View::at("recent", "#q=信创", "document.querySelector('.snippet')").then(|page| {
        page.click(".snippet");
        page.wait("document.querySelector('mark[aria-current]')");
        page.value("location.hash = ''");
        page.wait("document.querySelector('.recent')");
    }),
    View::at("selected", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        page.value("getSelection().selectAllChildren(document.querySelector('.article .body'))");
        page.wait("document.querySelector('.selection-bar')");
        page.click(".mark-button");
        // It may be marked already, from another window; then that is said.
        page.wait("document.querySelector('.note-done:not(.idle)')");
        page.value("getSelection().selectAllChildren(document.querySelector('.article .body'))");
        page.wait("document.querySelector('.selection-bar')");
    }),
    View::at("note", "#doc=001_3e264aaf608f2d8d", ARTICLE).then(|page| {
        page.press("e");
        page.wait("document.querySelector('#note-card[open]')");
        page.type_in("为什么？");
    }),
    View::at("notes", "#notes=1&doc=001_3e264aaf608f2d8d", ARTICLE_TEXT).then(|page| {
        page.press("d");
        page.wait("document.querySelectorAll('.note-entry').length > 1");
        page.value("localStorage.setItem('jianyue.note.damaged', 'x')");
        page.reload();
        page.wait("document.querySelector('.damaged')");
        if page.value("innerWidth < 800") == true {
            page.click(".back");
        }
        page.wait("document.querySelectorAll('.note-entry').length > 1");
    }),
    View::at("corrected", "#doc=001_3e264aaf608f2d8d&original=1", ROWS).then(|page| {
        // Rows further down are made when they come near.
        page.wait("document.querySelectorAll('.tool-join')[2]");
        page.value("document.querySelectorAll('.tool-join')[2].click()");
        page.wait("document.querySelector('.corrections li')");
        page.value("document.querySelectorAll('.tool-join')[2].focus()");
        page.value("scrollTo(0, 0)");
    }),
    View::at("lexicon", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        correct(page);
        page.press("g");
        page.press("d");
        page.wait("document.querySelector('#lexicon[open] .amendments li')");
    }),
    View::at("word-corrected", "#doc=001_3e264aaf608f2d8d&words=1", ARTICLE).then(|page| {
        correct(page);
        page.wait("CSS.highlights.has('word-one')");
        page.press("n");
        page.wait("CSS.highlights.has('word-now')");
        page.press("Enter");
        page.wait("document.querySelector('#word-card[open]')");
        // It may be said already, from another window; said again it would be taken back.
        page.value(
            "document.querySelector('.word-choices .facet[aria-pressed=false]')?.click(), 0",
        );
        page.wait("document.querySelector('.word-said')");
        page.wait("!document.querySelector('.cutting:not(:empty)')");
    }),
    View::at("library", "", "document.querySelectorAll('.entry').length >= 5").then(|page| {
        page.press("g");
        page.press("l");
        page.wait("document.querySelector('#library[open]')");
        give(page, &[("山行.txt", "山行\n\n远上寒山石径斜，白云生处有人家。"), ("空.txt", "")]);
        page.wait_up_to(
            Duration::from_secs(40),
            "document.querySelector('#library .taking-done') && document.querySelector('.own-document')",
        );
        page.value("document.querySelector('.own-document .tick input').click()");
        page.value("document.querySelector('.own-edit').click()");
        page.wait("document.querySelector('.own-form') && document.querySelector('.with-chosen')");
    }),
];

/// Opens a dialog as soon as it is there.
fn show(page: &Page, id: &str) {
    page.wait(&format!("document.querySelector('#{id}')"));
    page.value(&format!("document.querySelector('#{id}').showModal(), 0"));
    page.wait("document.querySelector('dialog[open]')");
}

/// Has the page hear of a word that was corrected in another page.
fn correct(page: &Page) {
    page.value(
        "dispatchEvent(new StorageEvent('storage', {key: 'jianyue.word.中电', \
         newValue: 'jianyue-word 1\\n中电 nz\\n', storageArea: localStorage}))",
    );
}

const ARTICLE: &str =
    "document.querySelectorAll('.article .body').length > 10 && document.querySelector('.entry')";
const ARTICLE_TEXT: &str = "document.querySelectorAll('.article .body').length > 10";
const TALLY: &str = "document.querySelectorAll('.tally tbody tr').length > 3";
const ROWS: &str = "document.querySelectorAll('.row').length > 10";

impl View {
    const fn at(name: &'static str, address: &'static str, there: &'static str) -> View {
        View { name, address, there, by_hand: |_| {} }
    }

    const fn then(self, by_hand: fn(&Page)) -> View {
        View { by_hand, ..self }
    }

    /// Goes there and waits until it is complete.
    #[track_caller]
    pub fn open(&self, page: &Page, site: &Site) {
        // Each begins at its top, not where an earlier one was left.
        page.value("(() => { try { localStorage.removeItem('jianyue.positions'); } catch {} })()");
        page.open(&site.url(self.address));
        page.wait(self.there);
        (self.by_hand)(page);
        page.wait("!document.querySelector('[aria-busy]')");
        page.wait_for_frames();
    }
}

/// The names of all themes but the one that is one of the others, as the system has it.
pub fn themes() -> Vec<&'static str> {
    let chosen = Theme::ALL.into_iter().filter(|theme| *theme != Theme::Auto);
    chosen.map(Theme::name).collect()
}

/// Sets a theme, as the switch of it does on the page.
pub fn set_theme(page: &Page, theme: &str) {
    page.value(&format!("document.documentElement.dataset.theme = '{theme}'"));
    page.wait_for_frames();
}
