//! Corrections in the state: the engine is told before it is asked anything that they change, and
//! what was answered before is asked anew.

use jianyue::protocol::{Request, Response};
use jianyue::state::{Action, Patches, State, View};

use crate::rendered::{BUILD, answered, at, engine, sea, settled, settled_by};

fn asked(state: &State) -> Option<&Request> {
    state.asked.as_ref().map(|question| &question.request)
}

fn revise(id: &str, patch: Option<&str>) -> Request {
    Request::Revise(id.to_owned(), patch.map(str::to_owned))
}

fn corrected(id: &str, patch: Option<&str>) -> Action {
    Action::Corrected(id.to_owned(), patch.map(str::to_owned))
}

/// The state at an address, of a reader who has corrected both documents.
fn kept(address: &str) -> State {
    let patches = [("deep", "join 6:1 没有海风"), ("port", "off lines")];
    let patches: Patches =
        patches.into_iter().map(|(id, patch)| (id.to_owned(), patch.to_owned())).collect();
    State::new(View::from_fragment(address), patches, BUILD)
}

/// All that a state asks, in its order.
fn all_asked(mut state: State) -> Vec<String> {
    let mut engine = engine(sea());
    let mut all = Vec::new();
    while let Some(question) = state.asked.clone() {
        all.push(match &question.request {
            Request::Open(address) => format!("open {address}"),
            Request::Lists(addresses) => format!("lists {addresses:?}"),
            Request::Contents(_) => "contents".to_owned(),
            Request::Search(sought) => format!("search {}", sought.wanted.query),
            Request::Hints(_) => "hints".to_owned(),
            Request::Passages(id, ..) => format!("passages {id}"),
            Request::Export(..) => "export".to_owned(),
            Request::Read(id, _) => format!("read {id}"),
            Request::Words(id) => format!("words {id}"),
            Request::Ruby(id) => format!("ruby {id}"),
            Request::Card(id, word) => format!("card {id} {word}"),
            Request::Quote(id, ..) => format!("quote {id}"),
            Request::Locate(id, ..) => format!("locate {id}"),
            Request::Anchor(id, ..) => format!("anchor {id}"),
            Request::Trace(id, ..) => format!("trace {id}"),
            Request::Keywords(id) => format!("keywords {id}"),
            Request::Tally(_) => "tally".to_owned(),
            Request::Places(id, _) => format!("places {id}"),
            Request::Original(id) => format!("original {id}"),
            Request::NewWords(first, _) => format!("new words {first}"),
            Request::Revise(id, patch) => format!("revise {id} {}", patch.is_some()),
            Request::Lexicon(text) => format!("lexicon {text}"),
            Request::FoundIds(_) => "found ids".to_owned(),
            Request::Shelve => "shelve".to_owned(),
            Request::Reshelve(_) => "reshelve".to_owned(),
            Request::Uncut => "uncut".to_owned(),
            Request::Cut(..) => "cut".to_owned(),
        });
        let response = jianyue::protocol::answer(&mut engine, &question.request);
        state = answered(state, response);
    }
    all
}

#[test]
fn the_engine_is_told_first_of_the_open_document_then_of_the_others() {
    assert_eq!(
        all_asked(kept("#doc=port&q=海&original=1")),
        [
            "revise port true",
            "read port",
            "original port",
            "revise deep true",
            "search 海",
            "hints",
            "contents",
            "keywords port",
            "shelve"
        ]
    );
    assert_eq!(
        all_asked(kept("#q=海"))[..3],
        ["revise deep true", "revise port true", "search 海"]
    );
    assert_eq!(all_asked(at("#doc=port")), ["read port", "contents", "keywords port", "shelve"]);
}

#[test]
fn a_correction_is_told_and_what_it_changes_is_asked_anew() {
    let mut engine = engine(sea());
    let state = settled_by(at("#doc=deep&q=深处。海风"), &mut engine);
    assert_eq!(state.results().map(|found| found.total), Some(0));
    let state = state.apply(corrected("deep", Some("join 5:1 海风")));
    assert_eq!(asked(&state), Some(&revise("deep", Some("join 5:1 海风"))));
    assert_eq!(state.patch(), "join 5:1 海风");
    let before = state.page().cloned();
    let state = answered(
        state,
        jianyue::protocol::answer(&mut engine, &revise("deep", Some("join 5:1 海风"))),
    );
    assert_eq!(state.page(), before.as_ref(), "the page stands until the corrected one is there");
    let state = settled_by(state, &mut engine);
    assert_eq!(state.results().map(|found| found.total), Some(1));
    assert_eq!(state.page().map(|sheet| (sheet.hits, sheet.blocks.len())), Some((1, 5)));
    // Back to the file's: there is none.
    let state = settled_by(state.apply(corrected("deep", None)), &mut engine);
    assert_eq!(state.page().map(|sheet| sheet.blocks.len()), Some(6));
    assert!(!state.is_corrected());
    assert_eq!(state.asked, None);
}

#[test]
fn page_and_source_change_together() {
    let mut engine = engine(sea());
    let mut state = settled_by(at("#doc=deep&original=1"), &mut engine);
    state = state.apply(corrected("deep", Some("join 5:1 海风")));
    loop {
        let blocks = state.page().map(|sheet| sheet.blocks.len());
        assert_eq!(blocks, state.beside().map(|original| original.blocks.len()));
        let Some(question) = state.asked.clone() else { break };
        let response = jianyue::protocol::answer(&mut engine, &question.request);
        state = answered(state, response);
    }
    assert_eq!(state.page().map(|sheet| sheet.blocks.len()), Some(5));
}

#[test]
fn a_correction_made_while_another_is_under_way_is_told_next() {
    let mut engine = engine(sea());
    let state = settled_by(at("#doc=deep&original=1"), &mut engine);
    let state = state.apply(corrected("deep", Some("join 5:1 海风")));
    let state = state.apply(corrected("deep", Some("join 5:1 海风\njoin 6:1 没有")));
    let state = answered(state, Response::Revised { misfits: Vec::new() });
    assert_eq!(asked(&state), Some(&revise("deep", Some("join 5:1 海风\njoin 6:1 没有"))));
    assert_eq!(settled_by(state, &mut engine).page().map(|sheet| sheet.blocks.len()), Some(4));
}

#[test]
fn leaving_in_the_middle_of_a_correction_leads_where_it_should() {
    let mut engine = engine(sea());
    let steps = [
        Action::ToggledOriginal,
        Action::Typed("海".to_owned()),
        Action::Opened("port".to_owned(), None),
        Action::Opened("nothing".to_owned(), None),
        Action::Closed,
        corrected("port", Some("")),
    ];
    // After any number of answers, anything may happen.
    for step in steps {
        for answers in 0..4 {
            let mut state = settled_by(at("#doc=deep&original=1"), &mut engine);
            state = state.apply(corrected("deep", Some("join 5:1 海风")));
            for _ in 0..answers {
                if let Some(question) = state.asked.clone() {
                    let response = jianyue::protocol::answer(&mut engine, &question.request);
                    state = answered(state, response);
                }
            }
            state = settled_by(state.apply(step.clone()), &mut engine);
            let shown = state.page().map(|sheet| sheet.id.clone());
            let wanted = state.view.doc.clone().filter(|doc| doc != "nothing");
            assert_eq!(shown, wanted, "{step:?} after {answers}");
            let beside = state.beside().map(|original| original.blocks.len());
            let blocks = state.page().map(|sheet| sheet.blocks.len());
            assert_eq!(beside, blocks.filter(|_| state.view.original), "{step:?} after {answers}");
            settled_by(state.apply(corrected("deep", None)), &mut engine);
        }
    }
}

#[test]
fn the_source_is_shown_only_beside_a_document_and_one_key_takes_it_away() {
    let mut engine = engine(sea());
    let state = settled_by(at(""), &mut engine).apply(Action::ToggledOriginal);
    assert!(!state.view.original);
    let state = settled_by(at("#doc=deep"), &mut engine).apply(Action::ToggledOriginal);
    assert_eq!(asked(&state), Some(&Request::Original("deep".to_owned())));
    let state = settled_by(state, &mut engine);
    assert!(state.beside().is_some());
    let turned = state.apply(Action::ToggledOriginal);
    assert!(!turned.view.original && turned.beside().is_some(), "the switch is painted first");
    assert!(turned.apply(Action::Followed).beside().is_none());
}

#[test]
fn the_last_change_can_be_taken_back_and_made_again() {
    let state = settled(at("#doc=deep&original=1"), sea());
    assert_eq!(state.patch_before(), None);
    let state = state.apply(corrected("deep", Some("off lines\n")));
    assert_eq!(state.patch_before(), Some(&None));
    let state = state.apply(corrected("deep", None));
    let before = state.patch_before().cloned().expect("a change");
    assert_eq!(before.as_deref(), Some("off lines\n"));
    let state = state.apply(corrected("deep", before.as_deref()));
    assert_eq!((state.patch(), state.patch_before()), ("off lines\n", Some(&None)));
    // Of another document there is nothing to take back.
    let state = state.apply(Action::Opened("port".to_owned(), None));
    assert_eq!(state.patch_before(), None);
}
