//! The language of queries is shown by examples, which all are what they say; and which program this is.

use jianyue::embedded::LIBRARY;
use jianyue::engine::{Folds, Query, pack};
use jianyue::protocol::{Request, Response, Sought, answer};
use jianyue::ui::{Language, wording};

use crate::rendered::{at, html, html_in, read, sea, settled};

#[test]
fn the_examples_can_be_clicked() {
    let page = html(|| settled(at(""), sea()));
    let (_, help) = page.split_once("<dialog").expect("the help is there");
    for (example, does) in wording::EXAMPLES {
        assert!(help.contains(example.say()) && help.contains(does.say()), "{example}");
    }
    assert_eq!(help.matches(r#"class="example""#).count(), wording::EXAMPLES.len());
}

#[test]
fn each_example_is_read_as_more_than_a_text_and_finds_something() {
    let mut engine = pack::read(LIBRARY).expect("the library of this build");
    let examples = Language::ALL
        .into_iter()
        .flat_map(|language| wording::EXAMPLES.map(|(example, _)| example.say_in(language)));
    for example in examples {
        let query = Query::parse(example, Folds::ALL);
        assert_ne!(query, Query::literal(example, Folds::ALL), "{example} is plain text");
        let sought = Sought { wanted: example.into(), shown: 1, ..Sought::default() };
        let Response::Found(found) = answer(&mut engine, &Request::Search(sought)) else {
            panic!("no answer to {example}");
        };
        assert!(found.articles > 0, "{example} finds nothing");
    }
}

#[test]
fn the_help_ends_with_the_version_and_the_licences() {
    let version = env!("CARGO_PKG_VERSION");
    for language in Language::ALL {
        let page = html_in(language, || settled(at(""), sea()));
        let about = read(&page, r#"class="about""#, "</p>");
        assert!(about.contains(version) && about.contains("MIT"), "{about}");
        assert!(about.contains("Apache"), "{about}");
        assert!(page.contains(r#"href="licences/third-party.html""#));
    }
}
