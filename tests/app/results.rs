//! What the page shows of a search.

use jianyue::engine::{Doc, Folds, Role};
use jianyue::state::{Action, State};

use crate::rendered::{at, doc, html, read, sea, settled};

#[test]
fn results_are_grouped_by_article_with_counts_and_marks() {
    let page = html(|| settled(at("#q=深海"), sea()));
    assert_eq!(
        read(&page, r#"id="list""#, "</nav>"),
        "检索结果\n2 篇 · 6 处\n\
         文章 《走向深海》\n\
         篇章 语境 排列次序 按相关 按日期 按标题 按处数 按文库次序\n\
         精确\n\
         区分…全角半角\n大小写\n繁简\n异体字\n标点写法\n空格\n千分位逗号\n\
         正文 · 4 处 标题 · 1 处 引题 · 1 处 走向深海\n2021年 5 处\n\
         1 引题 ——访【深海】研究所\n\
         4 【深海】是什么？【深海】是海的深处。\n\
         6 没有海风的【深海】很静。\n\
         还有 1 处\n\
         港口\n\
         2021年 1 处\n\
         2 船从【深海】回来。"
    );
    assert_eq!(read(&page, r#"role="status""#, "</p>"), "找到 2 篇 · 6 处");
}

#[test]
fn what_makes_no_difference_can_be_told_apart_one_by_one() {
    let docs = || vec![doc("one", "一", &[(Role::Body, "臺灣IBM，台湾ibm")])];
    let count = |address: &str| settled(at(address), docs()).results().map(|found| found.total);
    assert_eq!(count("#q=台湾ibm"), Some(2));
    assert_eq!(count("#q=台湾ibm&exact=1"), Some(1));
    assert_eq!(count("#q=臺灣ibm&folds=wcvmbt"), Some(1), "traditional, and any case");
    assert_eq!(count("#q=台湾IBM&folds=wsvmbt"), Some(1), "any script, and upper case");
    let tools = |page: &str| {
        let (_, tools) = page.split_once("class=\"told-apart\"").expect("they are there");
        let (tools, _) = tools.split_once("</details>").unwrap_or_default();
        (read(tools, "<summary", "</summary>"), tools.matches("checked").count())
    };
    let page = html(move || settled(at("#q=台湾&folds=wcvmb"), docs()));
    assert_eq!(tools(&page), ("区分 2 项".to_owned(), 2));
    let exact = html(|| {
        let state = settled(at("#q=深海"), sea()).apply(Action::Folded(Folds::NONE));
        settled(state, sea())
    });
    assert_eq!(tools(&exact), ("区分全部".to_owned(), 7));
    assert!(exact.contains("exact=1"));
}

#[test]
fn articles_whose_title_contains_what_was_typed_are_suggested_and_open() {
    let page = html(|| settled(at("#q=深海"), sea()));
    let (_, titles) = page.split_once("suggestions titles").expect("they are there");
    assert!(titles.contains(r##"href="#doc=deep&amp;q=深海" class="facet""##), "{page}");
    // A title that is not printed in the article is found all the same.
    let page =
        html(|| settled(at("#q=海港志"), vec![doc("one", "海港志", &[(Role::Body, "船。")])]));
    assert!(page.contains("没有找到") && page.contains("《海港志》"), "{page}");
}

#[test]
fn a_snippet_is_a_link_that_opens_the_article_at_its_hit() {
    let page = html(|| settled(at("#q=深海"), sea()));
    assert!(page.contains(r##"href="#doc=deep&amp;q=深海&amp;hit=5""##), "{page}");
}

#[test]
fn the_open_article_and_the_snippet_of_the_current_hit_are_told_apart() {
    let page = html(|| settled(at("#doc=deep&q=深海&hit=4"), sea()));
    let list = page.split("</nav>").next().unwrap_or_default();
    let current: Vec<&str> = list.split("<a ").filter(|a| a.contains("aria-current")).collect();
    assert!(current[0].contains(r#"aria-current="page""#) && current[0].contains("走向深海"));
    assert!(current[1].contains(r#"aria-current="true""#) && current[1].contains("是什么"));
    assert_eq!(current.len(), 2);
}

/// A document of so many paragraphs with a hit each; the one before the last has two.
fn many(paragraphs: usize) -> Vec<Doc> {
    let body = format!("海{}", "。".repeat(80));
    let mut blocks = vec![(Role::Body, body.as_str()); paragraphs];
    blocks[paragraphs - 2].1 = "海与海。";
    vec![doc("sea", "海", &blocks)]
}

/// The lines of the source at which the passages stand, and what is said of the rest.
fn passages(page: &str) -> (Vec<String>, String) {
    let lines = page.split("class=\"line\">").skip(1);
    let lines = lines.map(|rest| rest.split('<').next().unwrap_or_default().to_owned()).collect();
    let has_more = page.contains("class=\"more\"");
    (lines, if has_more { read(page, "class=\"more\"", "</button>") } else { String::new() })
}

#[test]
fn the_densest_passages_are_shown_and_the_others_asked_for() {
    let page = html(|| settled(at("#q=海"), many(30)));
    assert_eq!(
        passages(&page),
        (["1", "2", "29"].map(str::to_owned).into(), "还有 27 处".to_owned())
    );
    let more = |state: State| settled(state.apply(Action::ShowMoreOf("sea".to_owned())), many(30));
    let page = html(move || more(settled(at("#q=海"), many(30))));
    let (lines, left) = passages(&page);
    assert_eq!(
        (lines[..5].join(" "), lines.len(), left),
        ("1 2 29 3 4".to_owned(), 23, "还有 7 处".to_owned())
    );
    let page = html(move || more(more(settled(at("#q=海"), many(30)))));
    let (lines, left) = passages(&page);
    assert_eq!(
        (lines.len(), lines.last().map(String::as_str), left.as_str()),
        (30, Some("30"), "")
    );
    // They stay when more articles are asked for, not when something else is.
    let kept = html(move || {
        settled(more(settled(at("#q=海"), many(30))).apply(Action::ShowMore), many(30))
    });
    assert_eq!(passages(&kept).0.len(), 23);
    let other = html(move || {
        settled(
            more(settled(at("#q=海"), many(30))).apply(Action::Typed("海。".to_owned())),
            many(30),
        )
    });
    assert_eq!(passages(&other).0.len(), 3);
}

#[test]
fn a_passage_of_different_texts_comes_before_one_of_the_same_text_twice() {
    let page = html(|| {
        let texts = ["海。", "海海海。", "山与海。", "山。", "海海。"];
        let blocks: Vec<_> = texts.iter().map(|text| (Role::Body, *text)).collect();
        settled(at("#q=山 | 海"), vec![doc("sea", "诗", &blocks)])
    });
    assert_eq!(
        passages(&page),
        (["2", "3", "5"].map(str::to_owned).into(), "还有 2 处".to_owned())
    );
}

#[test]
fn never_more_articles_are_shown_than_were_asked_for() {
    let docs = || -> Vec<Doc> {
        let name = |at: usize| format!("d{at}");
        (0..70).map(|at| doc(&name(at), "海", &[(Role::Body, "海。")])).collect()
    };
    let rows = |page: &str, class: &str| page.matches(class).count();
    let found = html(move || settled(at("#q=海"), docs()));
    assert_eq!(rows(&found, "class=\"results-in\""), 6);
    assert_eq!(read(&found, "more-articles", "</button>"), "继续显示（还有 64 篇）");
    let found = html(move || settled(settled(at("#q=海"), docs()).apply(Action::ShowMore), docs()));
    assert_eq!(rows(&found, "class=\"results-in\""), 18);
    let all = html(move || settled(at("#lines=place"), docs()));
    assert_eq!(rows(&all, "class=\"entry\""), 6);
    let all = html(move || {
        (0..6).fold(settled(at("#lines=place"), docs()), |state, _| state.apply(Action::ShowMore))
    });
    assert_eq!((rows(&all, "class=\"entry\""), rows(&all, "more-articles")), (70, 0));
}

#[test]
fn a_snippet_that_is_cut_says_so() {
    let page = html(|| {
        let body = format!("{0}海{0}", "山".repeat(30));
        settled(at("#q=海"), vec![doc("sea", "海", &[(Role::Body, body.as_str())])])
    });
    let cut = format!("1 …{0}【海】{0}…", "山".repeat(28));
    assert_eq!(read(&page, r#"class="snippets""#, "</ol>"), cut);
}

#[test]
fn a_snippet_marks_the_hits_before_its_own_too() {
    let page = html(|| {
        let body = format!("海{}，水海{}", "水".repeat(20), "山".repeat(30));
        settled(at("#q=海"), vec![doc("sea", "海", &[(Role::Body, body.as_str())])])
    });
    let (water, hill) = ("水".repeat(20), "山".repeat(28));
    assert_eq!(
        read(&page, r#"class="snippets""#, "</ol>"),
        format!("1 【海】{water}，…\n1 【海】{water}，水【海】{hill}…")
    );
}

#[test]
fn while_new_results_are_awaited_the_ones_before_stand() {
    let page = html(|| settled(at("#q=深海"), sea()).apply(Action::Typed("深海是".to_owned())));
    assert!(page.contains("2 篇 · 6 处") && page.contains(r#"aria-busy="true""#));
}

#[test]
fn whoever_begins_anew_sees_nothing_of_what_was_sought_before() {
    // The list of all articles stands until the new results are there.
    let page = html(|| {
        let empty = settled(at("#q=深海"), sea()).apply(Action::Typed(String::new()));
        assert!(empty.found.is_none());
        settled(empty, sea()).apply(Action::Typed("海".to_owned()))
    });
    assert!(page.contains(r#"class="contents""#) && !page.contains("results-in"), "{page}");
}
