//! The language of queries: what is typed is read, and what is no query is looked for as it stands.

mod any;

use jianyue::engine::{Folds, Node, Part, Pattern, Query, Term};

/// `form`: 「text」, 『text whose spaces are meant』, <text with places left open>, /regex/,
/// (operator part part).
#[track_caller]
fn check(typed: &str, form: &str) {
    assert_eq!(read(typed), form, "{typed}");
}

/// Each is looked for as it stands.
#[track_caller]
fn check_text(texts: &[&str]) {
    for text in texts {
        check(text, &format!("「{text}」"));
    }
}

fn read(typed: &str) -> String {
    Query::parse(typed, Folds::ALL).root.map_or(String::new(), |node| form(&node))
}

fn form(node: &Node) -> String {
    let list = |name: &str, parts: &[Node]| {
        let parts: String = parts.iter().map(|part| format!(" {}", form(part))).collect();
        format!("({name}{parts})")
    };
    match node {
        Node::Term(term) => term_form(term),
        Node::And(parts) => list("and", parts),
        Node::Or(parts) => list("or", parts),
        Node::Not(part) => format!("(not {})", form(part)),
        Node::Near { left, right, within, in_order } => {
            let name = if *in_order { "then" } else { "near" };
            format!("({name} {within} {} {})", form(left), form(right))
        }
        Node::In(role, part) => format!("(in {} {})", role.name(), form(part)),
        Node::Doc(id) => format!("(doc {id})"),
        Node::Collection(name) => format!("(set {name})"),
        Node::Date(from, to) => {
            let end = |date: &Option<String>| date.clone().unwrap_or_else(|| "…".to_owned());
            format!("(date {} {})", end(from), end(to))
        }
    }
}

fn term_form(term: &Term) -> String {
    let pattern = match &term.pattern {
        Pattern::Text(text) if term.folds.has(Folds::SPACES) => format!("「{text}」"),
        Pattern::Text(text) => format!("『{text}』"),
        Pattern::Wild(parts) => {
            let part = |part: &Part| match part {
                Part::Text(text) => text.clone(),
                Part::One => "?".to_owned(),
                Part::Some => "*".to_owned(),
            };
            format!("<{}>", parts.iter().map(part).collect::<Vec<_>>().join("·"))
        }
        Pattern::Regex(pattern) => format!("/{pattern}/"),
    };
    match (term.is_word, &term.tag) {
        (false, None) => pattern,
        (true, None) => format!("(word {pattern})"),
        (true, Some(tag)) => format!("(word:{tag} {pattern})"),
        (false, Some(tag)) => panic!("the tag {tag} is of no word"),
    }
}

#[test]
fn nothing_is_looked_for() {
    for typed in ["", " ", "\t\n", "\u{3000}", "\u{200b}", " \u{feff} \u{ad} "] {
        check(typed, "");
    }
}

#[test]
fn words_are_all_wanted() {
    check("重庆", "「重庆」");
    check("  重庆\u{3000}", "「重庆」");
    check("重庆 高新区", "(and 「重庆」 「高新区」)");
    check("重庆\u{3000}高新区\n西永", "(and 「重庆」 「高新区」 「西永」)");
    check("重庆 \u{200b} 高新区", "(and 「重庆」 「高新区」)");
    check("\u{feff}-成都", "(not 「成都」)");
}

#[test]
fn what_looks_like_an_operator_elsewhere_is_text() {
    check_text(&["1-2个", "f(x)", "3~20", "甲..10..乙", "1/2", "甲/乙/", "12:30", "C:D", "a&b!"]);
    // Of full width: people look for them.
    check_text(&["（甲）", "“甲”", "甲｜乙", "－甲", "甲？", "＊", "～20", "title：甲", "／甲／"]);
}

#[test]
fn a_phrase_is_as_typed() {
    check("\"中国 电子\"", "『中国 电子』");
    check("\"中国\u{3000}电子\"", "『中国\u{3000}电子』");
    check("\"中国电子\"", "「中国电子」");
    check("\"甲 | (乙 -丙 /丁/ *?\"", "『甲 | (乙 -丙 /丁/ *?』");
    check("\"中?电\" 甲", "(and 「中?电」 「甲」)");
    check("\"甲 )\" | (\"乙 (\" 丙)", "(or 『甲 )』 (and 『乙 (』 「丙」))");
    check("甲|\"乙\"|丙", "(or 「甲」 「乙」 「丙」)");
    check("\"in:headline\" 甲", "(and 「in:headline」 「甲」)");
    check("甲 \"~20\" 乙", "(and 「甲」 「~20」 「乙」)");
}

#[test]
fn a_quotation_mark_that_makes_no_phrase_is_text() {
    check_text(&["\"", "\"甲", "甲\"", "\"\"", "\"十四五\"规划", "甲\"乙\"", "\"\"\"", "24\""]);
    check("\"甲 乙", "(and 「\"甲」 「乙」)");
    check("\" \"", "(and 「\"」 「\"」)");
    check("\"十四五\"规划 \"甲 乙\"", "(and 「\"十四五\"规划」 『甲 乙』)");
}

#[test]
fn one_or_the_other() {
    check("甲 | 乙", "(or 「甲」 「乙」)");
    check("甲|乙| 丙", "(or 「甲」 「乙」 「丙」)");
    check("甲 乙 | 丙", "(or (and 「甲」 「乙」) 「丙」)");
    check("甲 | 乙 -丙", "(or 「甲」 (and 「乙」 (not 「丙」)))");
    check("甲 | (乙 | 丙)", "(or 「甲」 「乙」 「丙」)");
    check("1-2|-3", "(or 「1-2」 (not 「3」))");
}

#[test]
fn a_bar_with_nothing_beside_it_is_text() {
    check_text(&["|", "||", "|甲", "甲|", "甲||乙", "|||"]);
    check("| 甲", "(and 「|」 「甲」)");
    check("甲 |", "(and 「甲」 「|」)");
    check("甲 || 乙", "(and 「甲」 「||」 「乙」)");
    check("甲 | | 乙", "(and 「甲」 「|」 「|」 「乙」)");
    check("(甲 |) 乙", "(and 「甲」 「|」 「乙」)");
    check("(|甲) 乙", "(and 「|甲」 「乙」)");
    check("-|甲", "(or 「-」 「甲」)");
}

#[test]
fn without() {
    check("-甲", "(not 「甲」)");
    check("重庆 -成都 -北京", "(and 「重庆」 (not 「成都」) (not 「北京」))");
    check("-(甲 | 乙)", "(not (or 「甲」 「乙」))");
    check("-\"甲 乙\" 丙", "(and (not 『甲 乙』) 「丙」)");
    check("(-甲 | 乙) 丙", "(and (or (not 「甲」) 「乙」) 「丙」)");
    check("-/甲+/", "(not /甲+/)");
    check("-title:甲", "(not (in headline 「甲」))");
    check("-doc:001", "(not (doc 001))");
    check("-(-甲)", "(not (not 「甲」))");
    check("-中?电", "(not <中·?·电>)");
    check("甲 -foo:乙", "(and 「甲」 (not 「foo:乙」))");
}

#[test]
fn a_dash_that_takes_nothing_out_is_text() {
    check_text(&["-", "--", "-----", "--甲", "甲-", "甲-乙", "f(-x)"]);
    check("- 甲", "(and 「-」 「甲」)");
    check("甲 -", "(and 「甲」 「-」)");
    check("(甲 -) 乙", "(and 「甲」 「-」 「乙」)");
    check("-\u{200b}", "「-\u{200b}」");
    // Never an operator of proximity.
    check("甲 -~20 乙", "(and 「甲」 (not 「~20」) 「乙」)");
}

#[test]
fn brackets_group() {
    check("(甲 | 乙) 丙", "(and (or 「甲」 「乙」) 「丙」)");
    check("丙 (甲|乙)", "(and 「丙」 (or 「甲」 「乙」))");
    check("(甲)", "「甲」");
    check("((甲 乙))", "(and 「甲」 「乙」)");
    check("(甲 乙) 丙", "(and 「甲」 「乙」 「丙」)");
    check("(f(x) | 乙) 丙", "(and (or 「f(x)」 「乙」) 「丙」)");
    check("(甲 | 乙)丙", "(and (or 「甲」 「乙」) 「丙」)");
    check("(甲 | 乙)(丙 | 丁)", "(and (or 「甲」 「乙」) (or 「丙」 「丁」))");
    check("(甲 | 乙)-丙", "(and (or 「甲」 「乙」) (not 「丙」))");
    check("(甲 | /[)]+/) 丙", "(and (or 「甲」 /[)]+/) 「丙」)");
}

#[test]
fn brackets_that_do_not_group_are_text() {
    check_text(&["(", ")", "()", "(甲", "甲)", "f()", "(2020)年报", "(一)(二)", "(-1)°C"]);
    check("( )", "(and 「(」 「)」)");
    check("(甲 乙", "(and 「(甲」 「乙」)");
    check("((甲 乙)", "(and 「((甲」 「乙)」)");
    check("甲 乙)", "(and 「甲」 「乙)」)");
    check("f(甲 乙)", "(and 「f(甲」 「乙)」)");
    check("f(\"甲 乙)\"", "(and 「f(\"甲」 「乙)\"」)");
    check("(f(\"甲) 乙\" | 丙) 丁", "(and (or (and 「f(\"甲)」 「乙\"」) 「丙」) 「丁」)");
}

#[test]
fn brackets_too_deep_are_text() {
    let nested = |depth: usize| format!("{}甲 乙{}", "(".repeat(depth), ")".repeat(depth));
    check(&nested(32), "(and 「甲」 「乙」)");
    check(&nested(34), "(and 「((甲」 「乙))」)");
}

#[test]
fn one_near_the_other() {
    check("甲 ~20 乙", "(near 20 「甲」 「乙」)");
    check("甲 ..10.. 乙", "(then 10 「甲」 「乙」)");
    check("甲 ~1 乙 ..9999.. 丙", "(then 9999 (near 1 「甲」 「乙」) 「丙」)");
    check("丁 甲 ~5 乙 -丙", "(and 「丁」 (near 5 「甲」 「乙」) (not 「丙」))");
    check("甲 ~5 乙 | 丙", "(or (near 5 「甲」 「乙」) 「丙」)");
    check("(甲 | 乙) ~5 \"丙 丁\"", "(near 5 (or 「甲」 「乙」) 『丙 丁』)");
    check("title:甲 ~5 /乙+/", "(near 5 (in headline 「甲」) /乙+/)");
    check("(甲 ~5 乙) ~6 (丙 ~7 丁)", "(near 6 (near 5 「甲」 「乙」) (near 7 「丙」 「丁」))");
    check("(甲 -乙) ~5 丙", "(near 5 (and 「甲」 (not 「乙」)) 「丙」)");
}

#[test]
fn nearness_without_two_sides_is_text() {
    check_text(&["~20", "..10..", "甲~20"]);
    check("甲 ~20", "(and 「甲」 「~20」)");
    check("~20 甲", "(and 「~20」 「甲」)");
    check("甲 ~20 ~20 乙", "(and 「甲」 「~20」 「~20」 「乙」)");
    check("甲 ~20 | 乙", "(or (and 「甲」 「~20」) 「乙」)");
    check("甲 ~20 -乙", "(and 「甲」 「~20」 (not 「乙」))");
    check("-甲 ..3.. 乙", "(and (not 「甲」) 「..3..」 「乙」)");
    check("甲 ~20 doc:1", "(and 「甲」 「~20」 (doc 1))");
    check("date:2020 ~20 甲", "(and (date 2020 2020) 「~20」 「甲」)");
    check("(-甲 -乙) ~2 丙", "(and (not 「甲」) (not 「乙」) 「~2」 「丙」)");
    check("(甲 | 乙)~20 丙", "(and (or 「甲」 「乙」) 「~20」 「丙」)");
    for number in ["0", "10000", "99999999999", "+5", "5a", ""] {
        check(&format!("甲 ~{number} 乙"), &format!("(and 「甲」 「~{number}」 「乙」)"));
        check(&format!("甲 ..{number}.. 乙"), &format!("(and 「甲」 「..{number}..」 「乙」)"));
    }
    check("甲 ..10 乙", "(and 「甲」 「..10」 「乙」)");
    check("甲 .. 乙", "(and 「甲」 「..」 「乙」)");
}

#[test]
fn places_are_left_open() {
    check("中?电", "<中·?·电>");
    check("王*", "<王·*>");
    check("?国", "<?·国>");
    check("*国??*", "<*·国·?·?·*>");
    check("甲**乙***", "<甲·*·乙·*>");
    check("甲 中*电", "(and 「甲」 <中·*·电>)");
    check("f(x)*", "<f(x)·*>");
    check("?\u{200b}?国", "<?·?·国>");
    check_text(&["?", "*", "??", "?*?", "***", "?\u{200b}*"]);
}

#[test]
fn a_regular_expression_is_as_typed() {
    check("/[0-9.]+亿元/", "/[0-9.]+亿元/");
    check("/甲 |乙 (丙|丁)/ 戊", "(and /甲 |乙 (丙|丁)/ 「戊」)");
    check(r"/1\/2/", "/1/2/");
    check(r"/甲\\/ 乙", r"(and /甲\\/ 「乙」)");
    check(r"/\d\// 乙", r"(and /\d// 「乙」)");
    check("/a/b/", "/a/b/");
    check("(/甲/ | /乙/)", "(or /甲/ /乙/)");
    check("/甲/|/乙/", "(or /甲/ /乙/)");
    check("/\"/ 甲 /\"/", "(and /\"/ 「甲」 /\"/)");
    let long = "甲".repeat(1000);
    check(&format!("/{long}/"), &format!("/{long}/"));
}

#[test]
fn slashes_that_hold_no_regular_expression_are_text() {
    check_text(&["/", "//", "///", "/甲", "/甲/乙", "甲/乙/", r"/甲\/", r"/\/", "a/b"]);
    check("甲 / 乙 / 丙", "(and 「甲」 「/」 「乙」 「/」 「丙」)");
    check("/甲 乙", "(and 「/甲」 「乙」)");
    let long = "甲".repeat(1001);
    check(&format!("/{long}/"), &format!("「/{long}/」"));
}

#[test]
fn in_blocks_of_a_role() {
    check("in:headline 甲", "(in headline 「甲」)");
    check("甲 in:headline 乙 -丙", "(in headline (and 「甲」 「乙」 (not 「丙」)))");
    check("in:headline (甲 | 乙)", "(in headline (or 「甲」 「乙」))");
    check("in:headline 甲 | 乙", "(or (in headline 「甲」) 「乙」)");
    check("丙 (in:body 甲 乙)", "(and 「丙」 (in body (and 「甲」 「乙」)))");
    check("in:body in:label 甲", "(in body (in label 「甲」))");
    check("in:headline 甲 ~3 乙", "(in headline (near 3 「甲」 「乙」))");
    let names = "标题 headline 引题 kicker 副题 kicker 小标题 subhead 正文 body 署名 byline \
                 图说 caption 图片作者 credit 资料 sidebar 摘句 pullquote 栏目 label";
    let names: Vec<_> = names.split(' ').collect();
    for pair in names.chunks(2) {
        check(&format!("in:{} 甲", pair[0]), &format!("(in {} 「甲」)", pair[1]));
        check(&format!("in:{} 甲", pair[1]), &format!("(in {} 「甲」)", pair[1]));
    }
}

#[test]
fn not_in_blocks_of_a_role() {
    check("甲 -in:headline", "(and 「甲」 (not (in headline 「甲」)))");
    check(
        "甲 乙 -丙 -in:标题",
        "(and 「甲」 「乙」 (not 「丙」) (not (in headline (and 「甲」 「乙」))))",
    );
    check("in:body 甲 -in:label", "(and (in body 「甲」) (not (in label 「甲」)))");
    check("-in:headline", "(not 「in:headline」)");
    check("-甲 -in:headline", "(and (not 「甲」) (not 「in:headline」))");
}

#[test]
fn a_role_that_restricts_nothing_is_text() {
    check_text(&["in:headline", "in:nowhere", "in:", "in:Headline", "甲in:headline"]);
    check("in:headline in:body", "(and 「in:headline」 「in:body」)");
    check("in:nowhere 甲", "(and 「in:nowhere」 「甲」)");
    check("in: headline", "(and 「in:」 「headline」)");
    check("in:headline | 甲", "(or 「in:headline」 「甲」)");
    check("(in:headline) 甲", "(and 「in:headline」 「甲」)");
}

#[test]
fn a_title_and_an_author() {
    check("title:甲", "(in headline 「甲」)");
    check("by:夏元", "(in byline 「夏元」)");
    check("title:甲 乙", "(and (in headline 「甲」) 「乙」)");
    check("title:\"甲 乙\"", "(in headline 『甲 乙』)");
    check("title:(甲 | 乙) 丙", "(and (in headline (or 「甲」 「乙」)) 「丙」)");
    check("by:/夏.?/", "(in byline /夏.?/)");
    check("title:中?电|by:王*", "(or (in headline <中·?·电>) (in byline <王·*>))");
    check("title:title:甲", "(in headline 「title:甲」)");
    check("title:-甲", "(in headline 「-甲」)");
    check("title:(甲", "(in headline 「(甲」)");
}

#[test]
fn fields_without_a_value_and_unknown_ones_are_text() {
    check_text(&[
        "title:",
        "doc:",
        "set:",
        "foo:bar",
        "Title:甲",
        "TITLE:甲",
        "http://a.cn",
        "date:",
        "pos:",
    ]);
    check("title: 甲", "(and 「title:」 「甲」)");
    check("title:|甲", "(or 「title:」 「甲」)");
    check("(by:) 甲", "(and 「by:」 「甲」)");
    check("foo:\"甲 乙\"", "(and 「foo:\"甲」 「乙\"」)");
}

#[test]
fn documents_by_their_id() {
    check("set:报纸 甲", "(and (set 报纸) 「甲」)");
    check("set:\"我的 书\"", "(set 我的 书)");
    check("doc:001", "(doc 001)");
    check("甲 doc:001", "(and 「甲」 (doc 001))");
    check("doc:\"001 a\"", "(doc 001 a)");
    check("doc:0?1", "(doc 0?1)");
    check("doc:(1 | 2)", "(or 「doc:(1」 「2)」)");
}

#[test]
fn documents_by_their_date() {
    check("date:2020", "(date 2020 2020)");
    check("date:2021-03-05", "(date 2021-03-05 2021-03-05)");
    check("date:2020..2021-03", "(date 2020 2021-03)");
    check("date:..2020", "(date … 2020)");
    check("date:2020-12..", "(date 2020-12 …)");
    check("date:2020-05..2020", "(date 2020-05 2020)");
    check("甲 -date:2020", "(and 「甲」 (not (date 2020 2020)))");
    check_text(&[
        "date:..",
        "date:20",
        "date:20200",
        "date:2020-13",
        "date:2020-00",
        "date:2020-1",
        "date:2020-01-32",
        "date:2020-02-30",
        "date:2020-01-00",
        "date:2020-01-01-01",
        "date:2020-",
        "date:2020...2021",
        "date:2019..2020..2021",
        "date:2021..2020",
        "date:+202",
        "date:二〇二〇",
        "date:today",
    ]);
}

#[test]
fn words_and_their_parts_of_speech() {
    check("word:电子", "(word 「电子」)");
    check("word:\"电 子\"", "(word 『电 子』)");
    check("word:电*", "(word <电·*>)");
    check("pos:nr 王*", "(word:nr <王·*>)");
    check("甲 pos:nr \"王\" 乙", "(and 「甲」 (word:nr 「王」) 「乙」)");
    check("pos:n word:电子", "(word:n 「电子」)");
    check("甲 ~5 pos:nr 王*", "(near 5 「甲」 (word:nr <王·*>))");
    check("pos:nr 王* ~5 甲", "(near 5 (word:nr <王·*>) 「甲」)");
    check("-pos:nr 王*", "(not (word:nr <王·*>))");
}

#[test]
fn a_part_of_speech_without_its_word_is_text() {
    check_text(&["pos:nr", "pos:zz", "word:"]);
    check("pos:zz 甲", "(and 「pos:zz」 「甲」)");
    check("pos:NR 甲", "(and 「pos:NR」 「甲」)");
    check("pos:nr -甲", "(and 「pos:nr」 (not 「甲」))");
    check("pos:nr | 甲", "(or 「pos:nr」 「甲」)");
    check("pos:nr (甲 | 乙)", "(and 「pos:nr」 (or 「甲」 「乙」))");
    check("pos:nr title:甲", "(and 「pos:nr」 (in headline 「甲」))");
    check("pos:nr pos:v 甲", "(and 「pos:nr」 (word:v 「甲」))");
    check("pos:nr ~5 甲", "(and 「pos:nr」 「~5」 「甲」)");
    check("word:(甲 | 乙)", "(or 「word:(甲」 「乙)」)");
}

#[test]
fn a_query_of_too_many_terms_is_a_text() {
    let words = |count: usize| vec!["甲"; count].join(" ");
    assert!(read(&words(64)).starts_with("(and "));
    check(&words(65), &format!("「{}」", words(65)));
    let brackets = format!("({}) | -({})", words(40), words(40));
    check(&brackets, &format!("「{brackets}」"));
    // Each would say the rest of its group once more.
    let mut typed = "甲".to_owned();
    for _ in 0..20 {
        typed = format!("({typed} -in:body)");
    }
    check(&typed, &format!("「{typed}」"));
}

#[test]
fn the_folds_are_those_given() {
    let folds = |typed: &str, folds: Folds| match Query::parse(typed, folds).root {
        Some(Node::Term(term)) => term.folds,
        other => panic!("{other:?}"),
    };
    for given in [Folds::ALL, Folds::NONE, Folds::WIDTH.with(Folds::SPACES)] {
        assert_eq!(folds("甲", given), given);
        assert_eq!(folds("\"甲\"", given), given);
        assert_eq!(folds("\"甲 乙\"", given), given.without(Folds::SPACES));
        assert_eq!(folds("/甲 乙/", given), given);
    }
}
