//! Texts of the reader's own as one page: which of them are in it, as what, and that nothing of them is
//! anything but text there.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use jianyue::engine::{Engine, Folds, Lexicon, pack};
use jianyue::protocol::{Exported, Given, GivenFile, Job, Trouble, What};
use jianyue::state::{Action, LibraryStep, Patches, State, TakeOutStep, Texts, View};
use jianyue::ui::{Site, wording};
use jianyue::workshop::intake::Intake;
use jianyue::workshop::making::given;
use jianyue::workshop::one_page::{self, with_library};

use crate::intake::words;
use crate::own::{Tab, done, opened, step, with_three};
use crate::rendered::{BUILD, html};

/// The page of the program, as much of one as is needed.
fn empty() -> String {
    let index = fs::read_to_string("index.html").expect("it is there");
    let head = format!("{}<link rel=\"single\">\n</head>", one_page::of_build());
    let page = index.replacen("</head>", &head, 1);
    page.replacen("</body>", "<script type=\"text/plain\">'</body>'</script>\n</body>", 1)
}

/// The library that lies in a page.
fn unpacked(page: &str) -> Vec<u8> {
    let (_, rest) = page.split_once(" data-library=\"\">").expect("a library");
    let letters = rest.split_once('<').expect("its end").0;
    let packed = BASE64_STANDARD.decode(letters).expect("base 64");
    let mut pack = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut pack).expect("packed");
    pack
}

#[test]
fn a_page_has_the_name_and_the_library_that_it_is_given_and_no_other() {
    let name = "</title><script>\"甲\" & 乙";
    let said = "&lt;/title&gt;&lt;script&gt;&quot;甲&quot; &amp; 乙";
    let page = with_library(&empty(), name, b"some texts").expect("a page").concat();
    assert!(one_page::is_of_build(&page) && !one_page::is_of_build("<head></head>"));
    for part in [
        format!("<title>{said}</title>"),
        format!("<meta name=\"application-name\" content=\"{said}\">"),
        format!("<meta name=\"description\" content=\"{said}\">"),
        format!("<span class=\"brand\">{said}</span></header></div>\n  <section"),
        "<link rel=\"library\">\n</head>".to_owned(),
        "<link rel=\"single\">".to_owned(),
        "<script type=\"text/plain\">'</body>'</script>".to_owned(),
        "data-library".to_owned(),
    ] {
        assert_eq!(page.matches(&part).count(), 1, "{part}");
    }
    assert!(!page.contains(name) && page.ends_with("</body>\n</html>\n"), "{page}");
    assert_eq!(unpacked(&page), b"some texts");
    // That page has another in it as the first one would.
    let again = with_library(&page, "丙", b"others").expect("a page").concat();
    assert_eq!(again, with_library(&empty(), "丙", b"others").expect("a page").concat());
    assert_eq!(unpacked(&again), b"others");
    assert_eq!(with_library("<title>404</title>", "丙", b"others"), None);
}

const POEMS: [(&str, &str); 2] = [
    ("诗/山行.txt", "山行\n\n远上寒山石径斜，白云生处有人家。\n"),
    ("诗/江雪.txt", "江雪\n\n千山鸟飞绝，\n\n万径人踪灭。\n"),
];

/// The page's engine over these, with what the reader corrects.
fn engine(patches: &[(&str, &str)], lexicon: &str, has_collections: bool) -> Engine {
    let mut intake = Intake::default();
    "诗".clone_into(&mut intake.collection);
    let seed = fs::read_to_string("seeds/001_3e264aaf608f2d8d.txt").expect("a seed");
    for (path, text) in POEMS.into_iter().chain([("报.txt", seed.as_str())]) {
        let bytes = text.as_bytes().to_vec();
        intake.give(GivenFile { path: path.to_owned(), bytes, is_whole: true });
    }
    let patches: BTreeMap<String, String> =
        patches.iter().map(|(id, patch)| (id.to_string(), patch.to_string())).collect();
    let plain = Some(words()).filter(|_| !lexicon.is_empty());
    let mut texts = one_page::Texts::new(patches, lexicon.to_owned(), plain, has_collections);
    while !intake.is_empty() {
        let made = intake.go_on(usize::MAX, words());
        for (_, packed) in made.change.added.into_iter().flat_map(|added| added.documents) {
            let doc = pack::read_doc(&packed).expect("a document");
            let said = Given { title: format!("《{}》", doc.id), ..doc.given };
            let said = Given { author: "杜牧".to_owned(), date: "0831".to_owned(), ..said };
            let packed = given(&packed, &said).expect("a document");
            texts.add(pack::read_doc(&packed).expect("a document"));
        }
    }
    assert_eq!(texts.count(), 3);
    let page = with_library(&empty(), "诗", &texts.pack()).expect("a page").concat();
    pack::read(&unpacked(&page)).expect("a library")
}

fn hits(engine: &Engine, query: &str) -> usize {
    let query = engine.query(query, Folds::default());
    engine.all_hits(&engine.search(&query)).len()
}

#[test]
fn documents_arrive_as_the_reader_has_them() {
    let plain = engine(&[], "", false);
    let docs = &plain.corpus().docs;
    let ids: Vec<&str> = docs.iter().map(|doc| doc.id.as_str()).collect();
    assert_eq!(ids, ["诗/山行", "诗/江雪", "报"], "they are no longer the reader's own");
    assert_eq!(docs[0].page.title, "《own/诗/山行》");
    assert_eq!(docs[0].page.articles[0].byline, "杜牧");
    assert_eq!(docs[0].page.date.as_ref().map(|date| date.value.as_str()), Some("0831"));
    assert!(docs.iter().all(|doc| doc.given.collections.is_empty()));
    let joined: Vec<bool> = docs.iter().map(|doc| doc.page.joined > 0).collect();
    assert_eq!(joined, [false, false, true], "only what is damaged is restored");
    assert_eq!((hits(&plain, "千山鸟飞绝"), hits(&plain, "飞绝，万径")), (1, 0));
    let all = engine(&[], "", true);
    assert!(all.corpus().docs.iter().all(|doc| doc.given.collections == ["诗"]));
    // Corrections of the page, and of words.
    let patch = "join 5:1 万径人踪灭。\n";
    let corrected = engine(&[("own/诗/江雪", patch)], "", false);
    assert_eq!(hits(&corrected, "飞绝，万径"), 1);
    assert_eq!(corrected.corpus().docs[1].patch, patch);
    let lexicon = Lexicon::parse("石径斜 10000 n\n").0.to_text();
    let word = |engine: &Engine| hits(engine, "word:石径斜");
    assert_eq!((word(&plain), word(&engine(&[], &lexicon, false))), (0, 1));
}

fn wanted(texts: Texts) -> Action {
    step(LibraryStep::TakeOut(TakeOutStep::PageWanted(texts)))
}

fn found(name: &str) -> Action {
    let found = TakeOutStep::PageFound("https://host/jianyue.html".to_owned(), name.to_owned());
    step(LibraryStep::TakeOut(found))
}

#[test]
fn a_page_is_written_of_what_is_wanted_and_saved_under_its_name() {
    let patches: Patches = [("own/a".to_owned(), "off lines".to_owned())].into();
    let mut tab = Tab::new(State::new(View::default(), patches.clone(), BUILD));
    let mut kept = crate::own::Kept::default();
    tab.settle(&mut kept);
    tab.apply(found("甲"));
    assert!(tab.state().take_out.is_idle(), "nobody wants one");
    tab.apply(wanted(Texts::Collection("甲/乙".to_owned())));
    assert!(tab.state().take_out.page_wanted.is_some() && !tab.state().take_out.is_idle());
    tab.apply(found("甲/乙"));
    let job = tab.state().jobs.to_do.clone().expect("a job").1;
    let Job::Page(page) = &*job else { panic!("{job:?}") };
    assert_eq!(page.address, "https://host/jianyue.html");
    assert_eq!((page.name.as_str(), page.collection.as_deref()), ("甲/乙", Some("甲/乙")));
    assert_eq!((&page.patches, page.lexicon.as_str()), (&patches, ""));
    // Another is not begun before this one is there.
    tab.apply(wanted(Texts::Own));
    assert_eq!(tab.state().take_out.page_wanted, None);
    let exported = Exported { documents: 2, is_last: true, ..Exported::default() };
    tab.apply(done(What::Exported(exported), 1));
    assert!(tab.state().jobs.to_do.is_none());
    assert!(tab.state().take_out.to_save().is_some());
    let name = tab.state().take_out.page_name.clone().expect("a name");
    assert_eq!(wording::page_file(&name), "甲_乙.html");
    for what in [TakeOutStep::Saved, TakeOutStep::Seen] {
        tab.apply(step(LibraryStep::TakeOut(what)));
    }
    assert!(tab.state().take_out.is_idle());
    // All of the reader's own; and why it cannot be had.
    tab.apply(wanted(Texts::Own));
    tab.apply(found("我的文献"));
    let job = tab.state().jobs.to_do.clone().expect("a job").1;
    assert!(matches!(&*job, Job::Page(page) if page.collection.is_none()));
    tab.apply(done(What::Failed(Trouble::NoPage("status 404".to_owned())), 1));
    assert!(tab.state().take_out.is_idle() && tab.state().jobs.to_do.is_none());
    let said = wording::trouble(tab.state().holdings.trouble.as_ref().expect("it is said"));
    assert!(said.contains("status 404"), "{said}");
    // The library is saved as it is: there is nothing to be written.
    tab.apply(wanted(Texts::Library));
    tab.apply(found("文章库"));
    assert!(tab.state().take_out.is_idle() && tab.state().jobs.to_do.is_none());
}

#[test]
fn what_can_be_in_a_page_is_to_be_chosen_where_there_is_more_than_the_library() {
    let page = |tab: fn() -> State, has_single| {
        html(move || {
            Site { has_single, ..Site::default() }.enter();
            tab()
        })
    };
    let of_one = |tab| {
        let page = page(tab, true);
        let (_, rest) = page.split_once("<p class=\"files one-page\">").expect("the choice");
        rest.split_once("</p>").expect("its end").0.to_owned()
    };
    let none = of_one(|| opened().0.state().clone());
    assert!(none.contains("<button") && !none.contains("<option"), "{none}");
    let three = || {
        let (mut tab, mut kept) = with_three();
        let all = tab.state().holdings.all.clone().expect("listed");
        let collections = vec!["乙<".to_owned(), "甲".to_owned()];
        let said = Given { collections, ..Given::default() };
        tab.apply(step(LibraryStep::Describe(vec![(all[0].key, said)])));
        tab.settle(&mut kept);
        tab.state().clone()
    };
    let three_of = of_one(three);
    let options: Vec<&str> = three_of.split("<option").skip(1).collect();
    let options: Vec<&str> = options
        .iter()
        .filter_map(|option| Some(option.split_once('>')?.1.split_once("</option")?.0))
        .collect();
    assert_eq!(options, ["文章库", "我的文献", "乙&lt;", "甲"]);
    assert!(!page(three, false).contains("one-page"));
}
