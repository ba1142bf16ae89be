//! Notes in the state and on the page: made, changed, undone, found again after a correction, listed;
//! and those of another open page.

use std::collections::BTreeMap;

use jianyue::notes::{Kind, Note, to_record};
use jianyue::protocol::{Request, Spot};
use jianyue::state::{
    ADDRESSES, Action, Articles, Imported, Notebook, NotesBy, Noting, State, Turn, View, Want,
};
use jianyue::ui::wording;

use crate::rendered::{at, engine, html, read, sea, settled, settled_by};

const MADE: &str = "2026-11-21T08:00:00.000Z";

/// What happens when a passage is marked: a block of the open page, from one character to another.
pub fn marked(block: u32, from: u32, to: u32, want: Want) -> Action {
    let selected = Some((Spot { block, at: from }, Spot { block, at: to }));
    Action::Noted(Noting::Marked { selected, read: None, want, made: MADE.to_owned() })
}

fn noted(noting: Noting) -> Action {
    Action::Noted(noting)
}

/// The page of the sea, with 深海是什么 marked.
fn with_a_mark() -> State {
    settled(settled(at("#doc=deep"), sea()).apply(marked(3, 0, 5, Want::Mark)), sea())
}

/// The id and the note that the only one is.
fn only(state: &State) -> (String, Note) {
    assert_eq!(state.notes.all.len(), 1);
    let (id, note) = state.notes.all.first_key_value().expect("one");
    (id.clone(), note.clone())
}

#[test]
fn a_selection_is_marked_where_it_is() {
    let state = with_a_mark();
    let (id, note) = only(&state);
    assert_eq!((note.doc.as_str(), note.title.as_str()), ("deep", "走向深海"));
    assert_eq!(note.anchor.quote, "深海是什么");
    assert_eq!((note.kind, note.made.as_str()), (Kind::Yellow, MADE));
    let marks = state.marks();
    assert_eq!((marks.len(), marks[0].from.at, marks[0].to.at), (1, 0, 5));
    assert_eq!(state.notes.records[&id], to_record(&id, &note, ADDRESSES));
    assert_eq!(wording::note_done(state.notes.done.as_ref().expect("said")), "已标记");
    // Once more changes nothing, and says so.
    let again = settled(state.apply(marked(3, 0, 5, Want::Mark)), sea());
    assert_eq!(only(&again), (id, note));
    assert!(again.notes.done.is_some_and(|done| done.is_idle));
}

#[test]
fn what_is_no_text_is_not_marked() {
    let state = settled(at("#doc=deep"), sea());
    let state = settled(state.apply(marked(3, 2, 2, Want::Mark)), sea());
    assert!(state.notes.all.is_empty() && state.asked.is_none());
    let nothing =
        Noting::Marked { selected: None, read: None, want: Want::Mark, made: MADE.to_owned() };
    let state = settled(state.apply(noted(nothing)), sea());
    assert!(state.notes.all.is_empty());
    let state = settled(at("").apply(marked(0, 0, 2, Want::Mark)), sea());
    assert!(state.notes.all.is_empty());
}

#[test]
fn a_note_is_written_and_the_next_mark_is_of_its_kind() {
    let state = settled(at("#doc=deep"), sea());
    let state = settled(state.apply(marked(3, 0, 2, Want::Note)), sea());
    let (id, note) = only(&state);
    assert_eq!(state.notes.open, Some(id.clone()));
    let written =
        Note { text: "一问".to_owned(), tags: vec!["海".to_owned()], kind: Kind::Rose, ..note };
    let state = state.apply(noted(Noting::Changed(id.clone(), written.clone())));
    assert_eq!(only(&state), (id, written));
    assert!(state.marks()[0].says);
    let state =
        settled(state.apply(noted(Noting::Opened(None))).apply(marked(5, 0, 2, Want::Mark)), sea());
    assert!(state.notes.all.values().all(|note| note.kind == Kind::Rose));
    // What was removed is not changed by what comes late.
    let (id, note) = only(&with_a_mark());
    let state = with_a_mark().apply(noted(Noting::Removed(id.clone())));
    assert!(state.apply(noted(Noting::Changed(id, note))).notes.all.is_empty());
}

#[test]
fn what_was_done_is_undone() {
    let state = with_a_mark().apply(noted(Noting::Undone));
    assert!(
        state.notes.all.is_empty() && state.notes.records.is_empty() && state.marks().is_empty()
    );
    let (id, note) = only(&with_a_mark());
    let removed = with_a_mark().apply(noted(Noting::Removed(id.clone())));
    assert!(removed.notes.all.is_empty());
    let back = settled(removed.apply(noted(Noting::Undone)), sea());
    assert_eq!(only(&back), (id, note));
    assert_eq!(back.marks().len(), 1, "it is marked again");
}

#[test]
fn a_bookmark_is_of_the_paragraph_that_is_read() {
    let state = settled(at("#doc=deep"), sea());
    let paragraph = Some((Spot { block: 3, at: 0 }, Spot { block: 3, at: 14 }));
    let bookmark = Noting::Marked {
        selected: None,
        read: paragraph,
        want: Want::Bookmark,
        made: MADE.to_owned(),
    };
    let state = settled(state.apply(noted(bookmark)), sea());
    let (_, note) = only(&state);
    assert_eq!(
        (note.kind, note.anchor.quote.as_str()),
        (Kind::Bookmark, "深海是什么？深海是海的深处。")
    );
    // A mark at the same place is another thing.
    let state = settled(state.apply(marked(3, 0, 14, Want::Mark)), sea());
    assert_eq!(state.notes.all.len(), 2);
}

#[test]
fn a_click_opens_the_shortest_and_keys_go_round() {
    let state = settled(with_a_mark().apply(marked(3, 0, 2, Want::Mark)), sea());
    let state = settled(state.apply(marked(5, 0, 2, Want::Mark)), sea());
    let quote = |state: &State, id: &Option<String>| {
        id.as_ref().map(|id| state.notes.all[id].anchor.quote.clone())
    };
    let opened = |block, at| {
        let state = state.clone().apply(noted(Noting::OpenedAt(Spot { block, at })));
        quote(&state, &state.notes.open)
    };
    assert_eq!(opened(3, 1).as_deref(), Some("深海"));
    assert_eq!(opened(3, 3).as_deref(), Some("深海是什么"));
    assert_eq!(opened(3, 5), None);
    let mut state = state;
    state.notes.now = None;
    let mut met = Vec::new();
    for is_on in [true, true, true, true, false] {
        state = state.apply(noted(Noting::Stepped(is_on, 3)));
        met.push(quote(&state, &state.notes.now).unwrap_or_default());
    }
    assert_eq!(met, ["深海", "深海是什么", "没有", "深海", "没有"]);
    state = state.apply(noted(Noting::Heard));
    assert!(wording::said(&state).contains("没有"), "a screen reader is told");
    // A note is written at the current one where nothing is selected.
    let write =
        Noting::Marked { selected: None, read: None, want: Want::Note, made: MADE.to_owned() };
    let state = state.apply(noted(write));
    assert_eq!(quote(&state, &state.notes.open).as_deref(), Some("没有"));
    assert_eq!(state.apply(Action::Turned(Turn::Back)).notes.now, None, "it stays behind");
}

#[test]
fn a_correction_orphans_a_note_or_shows_it_elsewhere() {
    let mut engine = engine(sea());
    let state = settled_by(at("#doc=deep"), &mut engine);
    let state = settled_by(state.apply(marked(3, 2, 6, Want::Mark)), &mut engine);
    let (id, note) = only(&state);
    // Joined to another it is where it was.
    let patch = Some("join 5:1 海风\n".to_owned());
    let state = settled_by(state.apply(Action::Corrected("deep".to_owned(), patch)), &mut engine);
    assert_eq!(state.marks().len(), 1);
    // A record of another place: the words are found, and that is said.
    let mut elsewhere = note.clone();
    (elsewhere.anchor.from.line, elsewhere.anchor.to.line) = (2, 2);
    let moved = to_record(&id, &elsewhere, ADDRESSES);
    let state = state.apply(noted(Noting::Elsewhere(id.clone(), Some(moved))));
    let state = settled_by(state, &mut engine);
    assert_eq!(state.notes.passage(&id), Some((note.anchor.from, note.anchor.to)));
    let said = wording::note_state(state.notes.trace(&id)).expect("it is said");
    assert!(said.contains("第 4 行"), "{said}");
    assert_eq!(only(&state).1, elsewhere, "what is recorded stays");
    let state = settled_by(state.apply(noted(Noting::Settled(id.clone()))), &mut engine);
    assert_eq!(only(&state).1.anchor, note.anchor);
    assert_eq!(wording::note_state(state.notes.trace(&id)), None);
    // Of other words nothing is found; the note is there all the same.
    let mut gone = note.clone();
    gone.anchor.quote = "大山".to_owned();
    let state =
        state.apply(noted(Noting::Elsewhere(id.clone(), Some(to_record(&id, &gone, ADDRESSES)))));
    let state = settled_by(state, &mut engine);
    assert_eq!((state.marks().len(), state.notes.trace(&id)), (0, Some(None)));
    assert_eq!(only(&state).1, gone);
}

#[test]
fn notes_are_traced_anew_when_their_document_is_corrected() {
    let mut engine = engine(sea());
    let state = settled_by(at("#doc=deep"), &mut engine);
    let mut state = settled_by(state.apply(marked(3, 0, 5, Want::Mark)), &mut engine);
    state = state.apply(Action::Corrected("deep".to_owned(), Some("join 6:1 没有\n".to_owned())));
    let mut asked = Vec::new();
    while let Some(question) = state.asked.clone() {
        asked.push(matches!(question.request, Request::Trace(..)));
        let response = jianyue::protocol::answer(&mut engine, &question.request);
        state = crate::rendered::answered(state, response);
    }
    assert_eq!(asked.iter().filter(|is_trace| **is_trace).count(), 1);
    assert_eq!(state.marks().len(), 1);
}

/// Notes on both articles and one that is not there.
fn kept() -> Notebook {
    let (_, note) = only(&with_a_mark());
    let of = |doc: &str, quote: &str, changed: &str| {
        let anchor = jianyue::protocol::Anchor { quote: quote.to_owned(), ..note.anchor.clone() };
        let tags = vec![doc.to_owned()];
        Note { doc: doc.to_owned(), anchor, tags, changed: changed.to_owned(), ..note.clone() }
    };
    let notes = [
        ("a", of("gone", "远山", "2026-01-01")),
        ("b", Note { text: "<b>山</b>".to_owned(), ..of("deep", "大山", "2026-03-01") }),
        ("c", of("deep", "深海是什么", "2026-02-01")),
    ];
    let records = notes.iter().map(|(id, note)| ((*id).to_owned(), to_record(id, note, ADDRESSES)));
    Notebook::new(records.collect(), vec!["nonsense".to_owned()])
}

#[test]
fn notes_are_listed_with_what_became_of_them() {
    let page = html(|| settled(at("#notes=1").with_notes(kept()), sea()));
    assert!(page.contains("有 1 条笔记读不出来"));
    let list = read(&page, r#"class="notes""#, "</nav>");
    let entries: Vec<&str> = list.lines().collect();
    let at_of = |words: &str| list.find(words).unwrap_or_else(|| panic!("no {words} in {list}"));
    assert!(at_of("远山") > at_of("深海是什么"), "what has no article comes last: {list}");
    assert!(
        list.contains("原处已找不到这段文字") && list.contains("文章不在文库里"),
        "{entries:?}"
    );
    assert!(list.contains("<b>山</b>") && !page.contains("<b>山"), "text is only text");
    assert!(page.contains("notes=1") && page.contains("at=4.1-4.5"));
    let page = html(|| settled(at("#notes=1"), sea()));
    assert!(read(&page, r#"class="notes""#, "</nav>").is_empty() && page.contains("还没有笔记"));
}

#[test]
fn the_list_is_filtered_and_ordered() {
    let state = settled(at("#notes=1").with_notes(kept()), sea());
    let contents = state.contents.clone().expect("known");
    let listed = |typed: &str, by| -> String {
        state.notes.listed(&contents, typed, by).into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(listed("", NotesBy::Time), "bca");
    assert_eq!(&listed("", NotesBy::Place)[2..], "a");
    assert_eq!(listed("山", NotesBy::Time), "ba");
    assert_eq!(listed("#deep", NotesBy::Time), "bc");
    assert_eq!(state.notes.tags(), [("deep".to_owned(), 2), ("gone".to_owned(), 1)]);
}

#[test]
fn a_file_is_imported_once() {
    let notes = kept();
    let listed = notes.listed(&Articles::default(), "", NotesBy::Place);
    let file = jianyue::notes::export(&listed, ADDRESSES, "https://example.org/");
    let import = |state: State| settled(state.apply(noted(Noting::Imported(file.clone()))), sea());
    let state = import(settled(at("#notes=1"), sea()));
    assert_eq!(state.notes.imported, Some(Imported::Read(3, 0, 0)));
    assert_eq!(state.notes.all, notes.all);
    let state = import(state);
    assert_eq!(state.notes.imported, Some(Imported::Read(0, 3, 0)));
    assert_eq!(state.notes.all, notes.all);
    let state = state.apply(noted(Noting::Imported("no JSON".to_owned())));
    assert_eq!(state.notes.imported, Some(Imported::Unread));
}

#[test]
fn a_note_without_a_place_gets_that_where_it_stands() {
    let file = r##"[{"target": {"source": "x#doc=deep", "selector": {"exact": "海的深处"}}}]"##;
    let state = settled(at("#doc=deep"), sea()).apply(noted(Noting::Imported(file.to_owned())));
    let state = settled(state, sea());
    let (id, note) = only(&state);
    assert_eq!((note.anchor.from.line, state.marks().len()), (4, 1));
    assert!(state.notes.records[&id].contains("at=4.10-4.13"), "{}", state.notes.records[&id]);
    assert_eq!(wording::note_state(state.notes.trace(&id)), None);
}

#[test]
fn what_another_page_keeps_is_taken_and_what_cannot_be_read_is_left_alone() {
    let (id, note) = only(&with_a_mark());
    let there = Note { text: "那边".to_owned(), ..note };
    let text = to_record(&id, &there, ADDRESSES);
    let state =
        settled(with_a_mark().apply(noted(Noting::Elsewhere(id.clone(), Some(text)))), sea());
    assert_eq!(only(&state), (id.clone(), there));
    assert_eq!(state.marks().len(), 1);
    let state = state.apply(noted(Noting::Elsewhere("z".to_owned(), Some("9\nnew".to_owned()))));
    assert_eq!(state.notes.all.len(), 1);
    assert_eq!(state.notes.records["z"], "9\nnew", "it is not removed there");
    let state = state.apply(noted(Noting::Elsewhere(id, None)));
    assert!(state.notes.all.is_empty() && state.marks().is_empty());
    let records = BTreeMap::from([("z".to_owned(), "9\nnew".to_owned())]);
    let state = at("").with_notes(Notebook::new(records.clone(), Vec::new()));
    assert_eq!((state.notes.all.len(), &*state.notes.records), (0, &records));
}

#[test]
fn the_notes_have_an_address_and_typing_leaves_them() {
    let view = View { notes: true, ..View::default() };
    assert_eq!(view.to_fragment(), "#notes=1");
    assert_eq!(View::from_fragment("#notes=1"), view);
    let state = settled(at("#notes=1"), sea()).apply(Action::Typed("海".to_owned()));
    assert!(!state.view.notes);
}

#[test]
fn an_open_note_can_be_written() {
    let page = html(|| {
        let state = settled(at("#doc=deep"), sea()).apply(marked(3, 0, 2, Want::Note));
        let state = settled(state, sea());
        let (id, note) = only(&state);
        let note = Note { text: "</textarea><script>".to_owned(), ..note };
        state.apply(noted(Noting::Changed(id, note)))
    });
    let card = read(&page, r#"id="note-card""#, "</dialog>");
    assert!(card.contains("深海") && card.contains("黄 · 虚线"), "{card}");
    assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;") && !page.contains("<script>"));
}
