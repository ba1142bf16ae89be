//! Each operator of the query language against its definition, on small made corpora: an oracle
//! that looks at every place of every block.

use jianyue::engine::{Corpus, Engine, Folds, Node, Part, Pattern, Query, Role, Sort, Term, read};
use proptest::prelude::*;

/// A place: the block, its first character and the one after its last.
type Spot = (usize, usize, usize);

/// The blocks of a document: what each is, and its characters.
type Blocks = Vec<(Role, Vec<char>)>;

/// What a node finds in a document by its definition; `None` if it does not find it.
fn defined(node: &Node, blocks: &Blocks, role: Option<Role>) -> Option<Vec<Spot>> {
    match node {
        Node::Term(term) => {
            let spots = occurrences(&term.pattern, blocks, role);
            (!spots.is_empty()).then_some(spots)
        }
        Node::And(nodes) => {
            let all: Option<Vec<_>> =
                nodes.iter().map(|node| defined(node, blocks, role)).collect();
            Some(all?.concat())
        }
        Node::Or(nodes) => {
            let some: Vec<_> =
                nodes.iter().filter_map(|node| defined(node, blocks, role)).collect();
            (!some.is_empty()).then(|| some.concat())
        }
        Node::Not(node) => defined(node, blocks, role).is_none().then(Vec::new),
        Node::In(inner, _) if role.is_some_and(|role| role != *inner) => None,
        Node::In(role, node) => defined(node, blocks, Some(*role)),
        Node::Near { left, right, within, in_order } => {
            let lefts = defined(left, blocks, role)?;
            let rights = defined(right, blocks, role)?;
            let follows = |one: &Spot, other: &Spot| {
                one.0 == other.0 && one.2 <= other.1 && other.1 - one.2 <= *within as usize
            };
            let near = |l: &Spot, r: &Spot| follows(l, r) || !in_order && follows(r, l);
            let mut spots: Vec<Spot> =
                lefts.iter().filter(|l| rights.iter().any(|r| near(l, r))).copied().collect();
            spots.extend(rights.iter().filter(|r| lefts.iter().any(|l| near(l, r))));
            (!spots.is_empty()).then_some(spots)
        }
        Node::Doc(_) | Node::Collection(_) | Node::Date(..) => None,
    }
}

/// Where a pattern occurs, from left to right, not overlapping.
fn occurrences(pattern: &Pattern, blocks: &Blocks, role: Option<Role>) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (b, (of, text)) in blocks.iter().enumerate() {
        let mut at = 0;
        while role.is_none_or(|role| role == *of) && at < text.len() {
            match (at + 1..=text.len()).find(|&end| fits(pattern, &text[at..end])) {
                Some(end) => {
                    spots.push((b, at, end));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    spots
}

/// Whether a pattern fits all of a text.
fn fits(pattern: &Pattern, text: &[char]) -> bool {
    match pattern {
        Pattern::Text(typed) => typed.chars().eq(text.iter().copied()),
        Pattern::Wild(parts) => fit(parts, text),
        Pattern::Regex(_) => false,
    }
}

fn fit(parts: &[Part], text: &[char]) -> bool {
    match parts {
        [] => text.is_empty(),
        [Part::Text(typed), rest @ ..] => {
            let typed: Vec<char> = typed.chars().collect();
            text.strip_prefix(typed.as_slice()).is_some_and(|text| fit(rest, text))
        }
        [Part::One, rest @ ..] => !text.is_empty() && fit(rest, &text[1..]),
        [Part::Some, rest @ ..] => (0..=text.len().min(10)).any(|count| {
            text[..count].iter().all(|c| !"。!?…".contains(*c)) && fit(rest, &text[count..])
        }),
    }
}

/// Of spots that overlap the first, of those that begin together the longest.
fn apart(mut spots: Vec<Spot>) -> Vec<Spot> {
    spots.sort_by_key(|&(block, start, end)| (block, start, std::cmp::Reverse(end)));
    let mut kept: Vec<Spot> = Vec::new();
    for spot in spots {
        if kept.last().is_none_or(|last| last.0 < spot.0 || last.2 <= spot.1) {
            kept.push(spot);
        }
    }
    kept
}

/// Compares what the engine finds with what the definition says.
#[track_caller]
fn check(texts: &[String], node: Node) {
    let docs = texts.iter().enumerate().map(|(i, text)| {
        let mut doc = read(&i.to_string(), "", text.as_bytes(), None).expect("UTF-8");
        // Every second block is a headline, whatever it is.
        for (i, block) in doc.page.blocks.iter_mut().enumerate() {
            block.role = if i % 2 == 1 { Role::Headline } else { Role::Body };
        }
        doc
    });
    let engine = Engine::new(Corpus { docs: docs.collect() }, crate::fold());
    let query = Query { root: Some(node) };
    let search = engine.search(&query);
    let found = engine.ranked(&search, Sort::Place);
    let mut next = found.iter();
    for (d, doc) in engine.corpus().docs.iter().enumerate() {
        let blocks: Blocks = doc
            .page
            .blocks
            .iter()
            .map(|block| (block.role, block.text.chars().collect()))
            .collect();
        let expected = query.root.as_ref().and_then(|node| defined(node, &blocks, None)).map(apart);
        let Some(expected) = expected else { continue };
        let of = next.clone().next().map(|found| found.doc);
        assert_eq!(of, Some(d), "document {d} {blocks:?} is not found by {query:?}");
        let count = next.next().map_or(0, |found| found.count as usize);
        let hits: Vec<Spot> = engine
            .hits(&search, d)
            .iter()
            .map(|hit| {
                let text = &doc.page.blocks[hit.block as usize].text;
                let chars = |byte: u32| text[..byte as usize].chars().count();
                (hit.block as usize, chars(hit.span.start), chars(hit.span.end))
            })
            .collect();
        assert_eq!(hits, expected, "{blocks:?} by {query:?}");
        assert_eq!(count, expected.len());
    }
    assert!(next.next().is_none(), "more is found by {query:?} than should be");
}

fn text(typed: &str) -> Node {
    term(Pattern::Text(typed.to_owned()))
}

fn term(pattern: Pattern) -> Node {
    Node::Term(Term { pattern, folds: Folds::ALL, is_word: false, tag: None })
}

fn patterns() -> impl Strategy<Value = Pattern> {
    let text = "[甲乙丙]{1,3}".prop_map(Pattern::Text);
    let part = prop_oneof![
        3 => "[甲乙丙]{1,2}".prop_map(Part::Text),
        1 => Just(Part::One),
        1 => Just(Part::Some),
    ];
    // At the edges `*` adds nothing, and two texts side by side would be one.
    let wild = ("[甲乙丙]", part, "[甲乙丙]").prop_map(|(first, part, last)| match part {
        Part::Text(text) => Pattern::Text(first + &text + &last),
        part => Pattern::Wild(vec![Part::Text(first), part, Part::Text(last)]),
    });
    prop_oneof![3 => text, 1 => wild]
}

fn nodes() -> impl Strategy<Value = Node> {
    let two = |node: BoxedStrategy<Node>| prop::collection::vec(node, 2..4);
    patterns().prop_map(term).boxed().prop_recursive(3, 12, 3, move |inner| {
        let near = (patterns().prop_map(term), patterns().prop_map(term), 0u32..8, any::<bool>());
        let near = near.prop_map(|(left, right, within, in_order)| Node::Near {
            left: Box::new(left),
            right: Box::new(right),
            within,
            in_order,
        });
        prop_oneof![
            two(inner.clone().boxed()).prop_map(Node::And),
            two(inner.clone().boxed()).prop_map(Node::Or),
            inner.clone().prop_map(|node| Node::Not(Box::new(node))),
            near,
            (any::<bool>(), inner).prop_map(|(headline, node)| {
                let role = if headline { Role::Headline } else { Role::Body };
                Node::In(role, Box::new(node))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn every_operator_finds_what_its_definition_says(
        texts in prop::collection::vec("([甲乙丙丁。]{0,14}\n\n){0,4}", 1..4),
        node in nodes(),
    ) {
        check(&texts, node);
    }
}

#[test]
fn examples_of_each_operator() {
    let texts = ["甲乙丙。\n\n丁甲\n\n".to_owned(), "乙丁。\n\n".to_owned()];
    check(&texts, Node::And(vec![text("甲"), text("丁")]));
    check(&texts, Node::Not(Box::new(text("甲"))));
    let (left, right) = (Box::new(text("甲")), Box::new(text("丙")));
    check(&texts, Node::Near { left, right, within: 1, in_order: true });
    check(&texts, Node::In(Role::Headline, Box::new(text("甲"))));
}

/// `counts`: the hits of the query in each text.
#[track_caller]
fn counted(texts: &[&str], typed: &str, folds: Folds, counts: &[usize]) {
    let docs = texts.iter().enumerate();
    let docs =
        docs.map(|(i, text)| read(&i.to_string(), "", text.as_bytes(), None).expect("UTF-8"));
    let engine = Engine::new(Corpus { docs: docs.collect() }, crate::fold());
    let search = engine.search(&Query::literal(typed, folds));
    let found: Vec<usize> = (0..texts.len()).map(|doc| engine.hits(&search, doc).len()).collect();
    assert_eq!(found, counts, "{typed}");
}

#[test]
fn folds_are_left_out_one_by_one() {
    let texts = ["後ＩＢＭ（甲）", "后ibm(甲)", "後 ibm（甲）"];
    counted(&texts, "后ibm(甲)", Folds::ALL, &[1, 1, 1]);
    counted(&texts, "后ibm(甲)", Folds::NONE, &[0, 1, 0]);
    counted(&texts, "后", Folds::ALL.without(Folds::SCRIPT), &[0, 1, 0]);
    counted(&texts, "IBM", Folds::ALL.without(Folds::CASE), &[1, 0, 0]);
    counted(&texts, "ibm", Folds::ALL.without(Folds::WIDTH), &[0, 1, 1]);
    let spaced = ["高新 南岸", "高新南岸"];
    counted(&spaced, "高新南岸", Folds::ALL, &[1, 1]);
    counted(&spaced, "高新南岸", Folds::ALL.without(Folds::SPACES), &[0, 1]);
    counted(&spaced, "高新 南岸", Folds::ALL.without(Folds::SPACES), &[1, 0]);
    // What the folds make overlap is looked at place by place.
    counted(&["aAaA"], "Aa", Folds::NONE, &[1]);
}

#[test]
fn words_with_places_left_open_are_as_typed_where_folds_are_left_out() {
    // Of a text that is not segmented every character is a word.
    let page = read("one", "", "後与后与ＢB".as_bytes(), None).expect("UTF-8");
    let engine = Engine::new(Corpus { docs: vec![page] }, crate::fold());
    let found = |text: &str, folds: Folds| {
        let pattern = Pattern::Wild(vec![Part::Text(text.to_owned()), Part::Some]);
        let term = Term { pattern, folds, is_word: true, tag: None };
        let search = engine.search(&Query { root: Some(Node::Term(term)) });
        engine.hits(&search, 0).len()
    };
    assert_eq!((found("后", Folds::ALL), found("后", Folds::NONE)), (2, 1));
    assert_eq!((found("b", Folds::ALL), found("b", Folds::ALL.without(Folds::CASE))), (2, 0));
    assert_eq!(found("B", Folds::ALL.without(Folds::WIDTH)), 1);
}

#[test]
fn numbers_are_found_with_and_without_separators() {
    let texts = ["投资1,234,567元", "投资1234567元", "投资12345,67元"];
    counted(&texts, "1234567元", Folds::ALL, &[1, 1, 0]);
    counted(&texts, "1,234,567", Folds::ALL, &[1, 1, 0]);
    counted(&texts, "1,234,567", Folds::ALL.without(Folds::THOUSANDS), &[1, 0, 0]);
    counted(&texts, ",234,", Folds::ALL, &[1, 0, 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn an_expression_finds_what_it_finds_block_by_block(
        texts in prop::collection::vec("([甲乙丙1a。]{0,14}\n\n){0,4}", 1..3),
        pattern in "[甲乙丙1.?*+()|^$\\[\\]\\\\d{},w-]{1,9}|[甲乙]{1,2}[?*+]?[甲乙丙]{1,2}(\\(乙丙?\\)|\\[甲1\\]|\\\\d)[?*+]?甲?|(\\[[甲乙1]{1,3}\\][+*?]?|[乙丙]{1,2})([|]?)(\\[[乙丙]\\]|[甲1]){1,2}",
    ) {
        let docs = texts.iter().enumerate();
        let docs = docs.map(|(i, text)| read(&i.to_string(), "", text.as_bytes(), None).expect("UTF-8"));
        let engine = Engine::new(Corpus { docs: docs.collect() }, crate::fold());
        let term = Term { pattern: Pattern::Regex(pattern.clone()), folds: Folds::ALL, is_word: false, tag: None };
        let search = engine.search(&Query { root: Some(Node::Term(term)) });
        let Ok(regex) = regex_lite::Regex::new(&pattern) else { return Ok(()) };
        // Of Latin letters `\w` is the same, of Chinese ones it is not.
        prop_assume!(!pattern.contains("\\w"));
        for (d, doc) in engine.corpus().docs.iter().enumerate() {
            let blocks = doc.page.blocks.iter();
            let count = |text: &str| regex.find_iter(text).filter(|hit| !hit.is_empty()).count();
            let expected: usize = blocks.map(|block| count(&block.text)).sum();
            prop_assert_eq!(engine.hits(&search, d).len(), expected, "{}", pattern);
        }
    }
}
