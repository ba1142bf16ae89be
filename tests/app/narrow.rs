//! A query made narrower by a button, and wide again.

use jianyue::state::{is_narrowed, narrowed, tagged};

/// What a query becomes, and that the same button takes it back.
#[track_caller]
fn check(query: &str, word: &str, becomes: &str) {
    let narrow = narrowed(query, word);
    assert_eq!(narrow, becomes);
    assert!(is_narrowed(&narrow, word) && !is_narrowed(query, word));
    assert_eq!(narrowed(&narrow, word), query);
}

#[test]
fn a_word_is_added_and_taken_away_again() {
    check("重庆", "date:2020", "重庆 date:2020");
    check("重庆 -成都", "in:headline", "重庆 -成都 in:headline");
    check("重庆 date:2020", "in:headline", "重庆 date:2020 in:headline");
    check("重庆 date:2020..2021", "date:2020", "重庆 date:2020..2021 date:2020");
}

#[test]
fn all_of_the_choices_are_narrowed() {
    check("软件 | 芯片", "date:2020", "(软件 | 芯片) date:2020");
    check("(软件 | 芯片) -小米", "date:2020", "(软件 | 芯片) -小米 date:2020");
    check("软件 | (芯片 小米)", "date:2020", "(软件 | (芯片 小米)) date:2020");
}

#[test]
fn a_bar_that_is_text_needs_no_brackets() {
    check("\"软件 | 芯片\"", "date:2020", "\"软件 | 芯片\" date:2020");
    check("/软件|芯片/", "date:2020", "/软件|芯片/ date:2020");
}

#[test]
fn brackets_that_are_not_one_pair_stay() {
    assert_eq!(narrowed("(甲 | 乙) 丙 | (丁) date:2020", "date:2020"), "(甲 | 乙) 丙 | (丁)");
}

#[test]
fn what_stands_in_a_quotation_is_text() {
    check("\"甲 date:2020  乙\"", "date:2020", "\"甲 date:2020  乙\" date:2020");
}

#[test]
fn a_part_of_speech_stands_before_its_term() {
    let check = |query: &str, becomes: &str| {
        let tag = tagged(query, "pos:n").expect("the term can have one");
        assert_eq!(tag, becomes);
        assert_eq!(tagged(&tag, "pos:n").as_deref(), Some(query));
    };
    check("电子", "pos:n 电子");
    check("电子 in:headline", "pos:n 电子 in:headline");
    check("date:2020 2020 doc:1", "date:2020 pos:n 2020 doc:1");
    check("word:电子", "pos:n word:电子");
    check("\"中国 电子\"", "pos:n \"中国 电子\"");
    for query in ["title:电子", "(电子 | 软件)", "pos:v 电子", "date:2020", ""] {
        assert_eq!(tagged(query, "pos:n"), None, "{query}");
    }
}
