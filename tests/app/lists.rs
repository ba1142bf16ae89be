//! Keyword lists in the state: made, changed, switched on and off, undone, shared; and counted as the
//! search counts.

use jianyue::embedded::LIBRARY;
use jianyue::engine::{Engine, Folds, pack};
use jianyue::keyword_list::{KeywordList, Style, Term};
use jianyue::protocol::{Form, Request, Response, Tallied, Tally, answer};
use jianyue::state::{Action, KeywordLists, ListSaid, ListStep, State, View};
use jianyue::ui::wording;
use proptest::prelude::*;

use crate::rendered::{answered, at, html, read, sea, settled};

fn list(link: &str) -> KeywordList {
    KeywordList::from_link(link).expect("a list")
}

fn kept(links: &[&str]) -> KeywordLists {
    links.iter().map(|link| list(link)).map(|list| (list.name.clone(), list)).collect()
}

/// The state at an address, of a reader who keeps these lists.
fn with(address: &str, links: &[&str]) -> State {
    let state = at(address).with_lists(kept(links), 0);
    settled(state, sea())
}

fn stepped(state: State, steps: impl IntoIterator<Item = ListStep>) -> State {
    steps.into_iter().fold(state, |state, step| settled(state.apply(Action::List(step)), sea()))
}

/// All lists that are kept, in the form of addresses; and the names of those that are on.
#[track_caller]
fn check(state: &State, links: &[&str], on: &[&str]) {
    let are: Vec<String> = state.lists.kept.values().map(KeywordList::to_link).collect();
    assert_eq!(are, links);
    assert_eq!(state.view.lists.names, on);
    for (name, list) in state.lists.kept.iter() {
        assert_eq!(*name, list.name);
    }
}

#[test]
fn lists_are_made_changed_renamed_removed_and_all_of_it_undone() {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    let state = with("#page=lists", &[]);
    let state = stepped(state, [ListStep::Put(String::new(), list("海:深海"))]);
    check(&state, &["海:深海"], &["海"]);
    let state = stepped(state, [ListStep::Added("海".to_owned(), words(&["船", "深海", " "]))]);
    check(&state, &["海:深海,船"], &["海"]);
    assert_eq!(state.lists.said, Some(ListSaid::Added(1, "海".to_owned())));
    let state = stepped(state, [ListStep::Put("海".to_owned(), list("大海:深海,船~5"))]);
    check(&state, &["大海:深海,船~5"], &["大海"]);
    let state = stepped(state, [ListStep::Added("港".to_owned(), words(&["港口"]))]);
    check(&state, &["大海:深海,船~5", "港:港口"], &["大海", "港"]);
    // A name is of one list.
    let state = stepped(state, [ListStep::Put("港".to_owned(), list("大海:港口"))]);
    check(&state, &["大海:深海,船~5", "大海 2:港口"], &["大海", "大海 2"]);
    let state = stepped(state, [ListStep::Restored]);
    assert_eq!(state.lists.kept.keys().collect::<Vec<_>>(), ["大海", "港"]);
    let state = stepped(state, [ListStep::Removed("大海".to_owned())]);
    assert_eq!(state.lists.kept.keys().collect::<Vec<_>>(), ["港"]);
    assert!(state.lists.can_restore());
    let state = stepped(state, [ListStep::Restored, ListStep::Restored, ListStep::Restored]);
    assert_eq!(state.lists.kept.get("大海").map(|list| list.terms.len()), Some(2));
}

#[test]
fn lists_are_switched_on_in_the_address() {
    let state = with("#doc=deep&lists=海,没有", &["海:深海,船", "港:港口"]);
    let on: Vec<&str> = state.lists.on.iter().map(|sign| sign.term.text()).collect();
    assert_eq!(on, ["深海", "船"]);
    let counts = |state: &State| {
        state.places().map(|places| places.iter().map(Vec::len).collect::<Vec<_>>())
    };
    assert_eq!(counts(&state), Some(vec![5, 0]));
    let state = stepped(state, [ListStep::Switched("港".to_owned(), true)]);
    assert_eq!(counts(&state), Some(vec![5, 0, 0]));
    let off = ["海", "没有", "港"].map(|name| ListStep::Switched(name.to_owned(), false));
    let state = stepped(state, off);
    assert_eq!((state.lists.on.len(), state.view.to_fragment().as_str()), (0, "#doc=deep"));
    // They stay on from one article to another, and where nothing is open.
    let state =
        with("#doc=deep&lists=港", &["港:港口"]).apply(Action::Opened("port".to_owned(), None));
    assert_eq!(counts(&settled(state.clone(), sea())), Some(vec![1]));
    assert_eq!(state.apply(Action::Closed).view.anew().to_fragment(), "#lists=港");
}

#[test]
fn a_list_that_a_link_carries_is_on_and_can_be_kept() {
    let state = with("#page=lists&list=海:深海,船&lists=港", &["港:港口"]);
    let row = state.table().and_then(|table| table.rows.first().cloned()).expect("a table");
    assert_eq!((row.id.as_str(), row.counts.as_slice()), ("port", &[1, 1, 1][..]));
    let left = stepped(state.clone(), [ListStep::Left]);
    check(&left, &["港:港口"], &["港"]);
    assert_eq!(left.view.to_fragment(), "#page=lists&lists=港");
    let state = stepped(state, [ListStep::Kept]);
    check(&state, &["海:深海,船", "港:港口"], &["港", "海"]);
    assert_eq!(state.view.to_fragment(), "#page=lists&lists=港,海");
    // The same link again keeps nothing twice; another list of the same name is another list.
    let steps = ["海:深海,船", "海:船"].map(|link| ListStep::Opened(vec![list(link)], Vec::new()));
    let state = stepped(state, steps);
    check(&state, &["海:深海,船", "海 2:船", "港:港口"], &["港", "海", "海 2"]);
    let state = stepped(state, [ListStep::Restored]);
    assert_eq!(state.lists.kept.len(), 2);
}

#[test]
fn another_open_page_is_followed() {
    let state = with("#doc=deep&lists=海", &["海:船"]);
    let elsewhere = |name: &str, link: Option<&str>| {
        ListStep::Elsewhere(name.to_owned(), link.map(|link| list(link).record()))
    };
    let state = stepped(state, [elsewhere("海", Some("海:深海"))]);
    assert_eq!(state.places().map(|places| places[0].len()), Some(5));
    let state = stepped(state, [elsewhere("港", Some("港:港口")), elsewhere("海", None)]);
    check(&state, &["港:港口"], &["海"]);
    assert!(state.lists.on.is_empty());
}

#[test]
fn the_table_is_sorted_and_a_search_does_not_wait_for_it() {
    let ids = |state: &State| -> Vec<String> {
        state
            .table()
            .map_or(Vec::new(), |table| table.rows.iter().map(|row| row.id.clone()).collect())
    };
    let state = with("#page=lists&lists=海", &["海:深海,船"]);
    assert_eq!(ids(&state), ["port", "deep"]);
    let asked = state.clone().apply(Action::List(ListStep::SortedByCount(true)));
    assert!(matches!(asked.asked.as_ref().map(|asked| &asked.request), Some(Request::Tally(_))));
    let typed = asked.clone().apply(Action::Typed("海".to_owned()));
    assert!(matches!(typed.asked.as_ref().map(|asked| &asked.request), Some(Request::Search(_))));
    assert!(!typed.view.at_lists, "the results are to be seen");
    assert_eq!(ids(&settled(asked, sea())), ["deep", "port"]);
    // Elsewhere nothing is counted.
    assert!(with("#lists=海", &["海:深海,船"]).table().is_none());
}

#[test]
fn a_correction_is_counted() {
    let mut engine = crate::rendered::engine(sea());
    let state = at("#page=lists&lists=海").with_lists(kept(&["海:深处。海风"]), 0);
    let state = crate::rendered::settled_by(state, &mut engine);
    assert_eq!(state.table().map(|table| table.totals.clone()), Some(vec![0]));
    let patch = Some("join 5:1 海风".to_owned());
    let state = state.apply(Action::Corrected("deep".to_owned(), patch));
    let state = crate::rendered::settled_by(state, &mut engine);
    assert_eq!(state.table().map(|table| table.totals.clone()), Some(vec![1]));
}

fn seeds() -> Engine {
    pack::read(LIBRARY).expect("the library of this build")
}

/// What is counted of a term is what a search of its query finds, as its link in the table says.
#[track_caller]
fn check_counts(engine: &mut Engine, terms: &[Term], pieces: usize) {
    let queries: Vec<String> = terms.iter().map(Term::query).collect();
    let asked = Tallied { queries, by_count: true, shown: 3 };
    let mut tally = Tally::default();
    let mut steps = 0;
    while !tally.go_on(engine, &asked, pieces) {
        steps += 1;
        assert!(steps < 10_000, "it comes to an end");
    }
    let table = tally.table(engine, &asked);
    assert_eq!(Response::Tallied(table.clone()), answer(engine, &Request::Tally(asked.clone())));
    let docs: Vec<String> = engine.corpus().docs.iter().map(|doc| doc.id.clone()).collect();
    for (at, query) in asked.queries.iter().enumerate() {
        let search = engine.search(&engine.query(query, Folds::ALL));
        assert_eq!(table.totals[at] as usize, engine.all_hits(&search).len(), "{query}");
        for id in &docs {
            let hits = engine.doc(id).map_or(0, |doc| engine.hits(&search, doc).len());
            let row = table.rows.iter().find(|row| row.id == *id);
            assert_eq!(row.map_or(0, |row| row.counts[at]) as usize, hits, "{query} in {id}");
            let asked = Request::Places(id.clone(), vec![query.clone()]);
            let Response::Places(places) = answer(engine, &asked) else { panic!("no places") };
            assert_eq!(places[0].len(), hits, "{query} in {id}");
        }
    }
    assert!(table.rows.is_sorted_by_key(|row| u32::MAX - row.total()));
    for (at, row) in table.rows.iter().enumerate() {
        assert_eq!(row.strips.len(), if at < 3 { terms.len() } else { 0 });
    }
}

#[test]
fn counts_are_those_of_the_search_in_one_piece_or_in_many() {
    let mut engine = seeds();
    let texts =
        ["重庆", "中电|中国电子", "高新区", "-", "中?电", "不在其中的词", "2020", "科学城 "];
    let terms: Vec<Term> =
        texts.iter().map(|text| Term::new(text, Style::Solid).expect("a term")).collect();
    for pieces in [1, 5_000, 100_000, usize::MAX] {
        check_counts(&mut engine, &terms, pieces);
    }
}

#[test]
fn places_are_where_the_hits_are_read() {
    let state = with("#doc=deep&lists=海", &["海:海的深处,海风"]);
    let places = state.places().expect("places");
    let sheet = state.page().expect("the article");
    let text = |at: &(jianyue::protocol::Spot, jianyue::protocol::Spot)| {
        let block = &sheet.blocks[at.0.block as usize];
        let units: Vec<u16> = block.runs.iter().flat_map(|run| run.text.encode_utf16()).collect();
        String::from_utf16(&units[at.0.at as usize..at.1.at as usize]).expect("whole characters")
    };
    assert_eq!(places[0].iter().map(text).collect::<Vec<_>>(), ["海的深处"]);
    assert_eq!(places[1].iter().map(text).collect::<Vec<_>>(), ["海风", "海风"]);
}

proptest! {
    #[test]
    fn any_change_can_be_undone(steps in prop::collection::vec((0..4, 0..3usize, 0..3usize), 1..8)) {
        let names = ["海", "港", "船"];
        let mut state = at("").with_lists(kept(&["海:深海", "港:港口"]), 0);
        for (what, one, other) in steps {
            let (name, word) = (names[one].to_owned(), names[other].to_owned());
            let step = match what {
                0 => ListStep::Put(name.clone(), KeywordList { name: word, ..list("x:船") }),
                1 => ListStep::Added(name, vec![word]),
                2 => ListStep::Removed(name),
                _ => ListStep::Opened(vec![list(&format!("{name}:{word}"))], Vec::new()),
            };
            let before = state.lists.kept.clone();
            let after = state.apply(Action::List(step));
            prop_assert!(after.lists.kept.iter().all(|(name, list)| *name == list.name));
            let undone = after.clone().apply(Action::List(ListStep::Restored));
            prop_assert_eq!(&undone.lists.kept, &before);
            let again = undone.apply(Action::List(ListStep::Restored));
            prop_assert_eq!(&again.lists.kept, &after.lists.kept);
            prop_assert_eq!(View::from_fragment(&after.view.to_fragment()), after.view.clone());
            state = after;
        }
    }
}

#[test]
fn an_answer_of_before_is_not_shown_for_other_terms() {
    let state = at("#page=lists&list=海:深海");
    let Some(Request::Tally(_)) = state.asked.as_ref().map(|asked| &asked.request) else {
        panic!("the table is asked for first");
    };
    let state = state.apply(Action::List(ListStep::Left));
    assert!(state.asked.as_ref().is_some_and(|asked| asked.request == Request::Contents(0)));
    let state = answered(state, Response::Contents(Vec::new()));
    assert!(state.table().is_none());
}

#[test]
fn the_lists_their_counts_and_what_a_link_carries_are_shown() {
    let state = || with("#page=lists&lists=海&list=港:港口,中?电", &["海:深海,大山", "船:船"]);
    let page = html(state);
    assert_eq!(read(&page, r#"class="list-offer""#, "</div>"), "链接带来的词表“港”\n港口\n中?电");
    let lists = read(&page, r#"class="lists-all""#, "<details");
    assert!(lists.starts_with("海\n2 个词"), "{lists}");
    let table = read(&page, r#"class="tally""#, "</table>");
    let cells = table.replace('\n', " ");
    assert!(cells.contains("港口 2021年"), "{cells}");
    // Each count leads to the hits, and back to the table.
    assert!(page.contains(r##"href="#doc=deep&amp;q=深海&amp;hit=1&amp;page=lists&amp;lists=海&amp;list=港:港口,中%3F电""##), "{page}");
    assert!(page.contains(r#"data-hits="7""#), "{cells}");
    let none = html(|| with("#page=lists", &[]));
    assert!(none.contains("打开一个有词的词表"));
}

#[test]
fn the_terms_of_the_open_article_stand_above_it() {
    let page = html(|| with("#doc=deep&lists=海", &["海:大山,深海"]));
    let legend = read(&page, r#"class="keywords legend""#, "</nav>");
    assert_eq!(legend.split_whitespace().collect::<Vec<_>>().join(" "), "词表 深海 5 大山 0");
    assert!(page.contains(r##"href="#doc=deep&amp;q=深海&amp;hit=1&amp;lists=海""##));
    let off = html(|| with("#doc=deep", &["海:大山,深海"]));
    assert!(!off.contains("keywords legend"));
}

#[test]
fn a_table_is_saved_as_other_programs_read_it() {
    let state = with("#page=lists&lists=海", &["海:深海,-船"]);
    let table = state.table().expect("a table");
    let csv = wording::tally_file(&state.lists.on, table, Form::Csv);
    assert_eq!(
        csv,
        "\u{feff}文章,日期,合计,深海,'-船\r\n港口,2021,1,1,0\r\n走向深海,2021,5,5,0\r\n"
    );
    let tsv = wording::tally_file(&state.lists.on, table, Form::Tsv);
    assert!(tsv.starts_with("文章\t日期\t合计\t深海\t-船\n港口\t2021"), "{tsv}");
    assert_eq!(wording::list_file("园区/一"), "园区-一.txt");
}

#[test]
fn what_is_done_is_said_and_odd_lines_too() {
    let words = ["船".to_owned()];
    let state = with("#page=lists", &["海:深海"]);
    let state = state.apply(Action::List(ListStep::Added("海".to_owned(), words.to_vec())));
    assert_eq!(wording::said(&state), "“海”加了 1 个词");
    assert_eq!(wording::said(&state.apply(Action::Forgot)), "");
    let (_, odd) = KeywordList::read("# 一\n甲\tpink\n");
    assert_eq!(wording::odd(&odd[0]), "第 2 行“甲\tpink”的标记看不懂，按顺序标记");
    assert!(
        html(|| with("#page=lists", &[]).with_lists(kept(&[]), 2))
            .contains("有 2 个词表没能完整读出")
    );
}
