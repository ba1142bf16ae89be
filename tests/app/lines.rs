//! Hits in their contexts, what narrows a query, and where in an article the hits lie.

use jianyue::engine::{Date, Doc, Role, Word};
use jianyue::protocol::Form;
use jianyue::state::{Action, Target};
use jianyue::ui::wording;

use crate::rendered::{at, doc, html, read, sea, settled};

/// The lines of the table: what stands in the cells, the marks as 【so】.
fn rows(page: &str) -> Vec<String> {
    let (_, body) = page.split_once("<tbody>").expect("there is a table");
    let (body, _) = body.split_once("</tbody>").unwrap_or_default();
    let cell = |cell: &str| read(&format!("<td{cell}"), "<td", "</td>").replace('\n', "");
    let row = |row: &str| row.split("<td").skip(1).map(cell).collect::<Vec<_>>().join("|");
    body.split("<tr").skip(1).map(row).collect()
}

/// The articles on the sea, a year apart.
fn years() -> Vec<Doc> {
    let mut docs = sea();
    docs[0].page.date = Some(Date { value: "2019-05".to_owned(), evidence: Vec::new() });
    docs
}

#[test]
fn each_hit_is_a_line_with_what_stands_around_it() {
    let page = html(|| settled(at("#q=海的&lines=place"), sea()));
    assert_eq!(
        rows(&page),
        [
            "选第 1 行|深海是什么？深海是 走向深海 2021年 · 原文第 4 行|【海的】|深处。|走向深海|2021|4"
        ]
    );
    assert!(page.contains(r##"href="#doc=deep&amp;q=海的&amp;lines=place&amp;hit=1""##), "{page}");
    assert_eq!(read(&page, "<caption", "</caption>"), "“海的”的语境，一处一行");
    assert_eq!(page.matches(r#"<th scope="col""#).count(), 7);
    assert!(page.contains("data-listed"));
}

#[test]
fn the_list_is_made_without_the_passages_of_articles() {
    let state = settled(at("#q=深海&lines=place"), sea());
    let found = state.results().expect("it is answered");
    assert_eq!((found.docs.len(), found.articles, found.lines.len()), (0, 2, 6));
    let found = settled(state.apply(Action::Listed(None)), sea());
    assert_eq!(found.results().map(|found| found.docs.len()), Some(2));
}

#[test]
fn a_line_that_is_cut_says_so() {
    let page = html(|| {
        let body = format!("{0}海{0}", "山".repeat(20));
        let docs = vec![doc("sea", "海", &[(Role::Body, body.as_str())])];
        settled(at("#q=海&lines=place&width=12"), docs)
    });
    let hills = "山".repeat(12);
    assert_eq!(
        rows(&page),
        [format!("选第 1 行|…{hills} 海 2021年 · 原文第 1 行|【海】|{hills}…|海|2021|1")]
    );
}

#[test]
fn lines_stand_in_the_order_that_was_asked_for() {
    let after = |page: &str| -> Vec<String> {
        rows(page).iter().map(|row| row.split('|').nth(3).unwrap_or("").to_owned()).collect()
    };
    let page = html(|| settled(at("#q=深海&lines=after"), sea()));
    let mut sorted = after(&page);
    assert_eq!(sorted.len(), 6);
    sorted.sort();
    assert_eq!(after(&page), sorted);
    assert!(page.contains("selected") && page.contains("按后文"));
}

#[test]
fn the_current_line_is_told_apart_while_its_article_is_open() {
    let page = html(|| settled(at("#doc=deep&q=深海&lines=place&hit=4"), sea()));
    let list = page.split("</nav>").next().unwrap_or_default();
    let current: Vec<&str> =
        list.split("<a ").filter(|a| a.contains(r#"aria-current="true""#)).collect();
    assert_eq!(current.len(), 1);
    assert!(current[0].contains("hit=4"));
}

#[test]
fn chosen_lines_are_counted_and_what_became_of_them_is_said() {
    let state = || settled(at("#q=深海&lines=place"), sea());
    let page = html(state);
    let tools = |page: &str| read(page, r#"class="lines-tools""#, "</div>");
    assert_eq!(tools(&page), "全部 6 行 复制 CSV TSV Markdown");
    let page = html(move || state().apply(Action::Chose(1, true)).apply(Action::Chose(4, true)));
    assert_eq!(tools(&page), "已选 2 行 复制 CSV TSV Markdown");
    assert_eq!(page.matches(r#" class="chosen">"#).count(), 2);
    let page = html(move || {
        let copied =
            state().apply(Action::Export(Form::Tsv, Target::Clipboard, wording::columns()));
        settled(copied, sea()).apply(Action::Delivered(true))
    });
    assert!(tools(&page).ends_with("已复制 6 行"));
}

#[test]
fn a_query_of_articles_alone_has_no_lines_and_says_so() {
    let page = html(|| settled(at("#q=date:2021&lines=place"), sea()));
    assert_eq!(read(&page, r#"class="no-lines""#, "</p>"), wording::NO_LINES.say());
    assert_eq!(read(&page, r#"role="status""#, "</p>"), "找到 2 篇 · 0 处");
}

#[test]
fn files_have_names_that_any_system_takes() {
    assert_eq!(wording::lines_file("重庆 高新区", Form::Csv), "语境-重庆_高新区.csv");
    assert_eq!(wording::lines_file("/[0-9.]+亿元/", Form::Tsv), "语境-0-9_+亿元.tsv");
    assert_eq!(wording::lines_file("../*?\"", Form::Markdown), "语境.md");
    assert!(wording::lines_file(&"长".repeat(200), Form::Csv).len() < 200);
}

#[test]
fn years_and_roles_narrow_a_query_and_widen_it_again() {
    let facets = |page: &str| read(page, r#"class="facets""#, "</div>");
    let pressed = |page: &str| {
        let (_, facets) = page.split_once("class=\"facets\"").expect("they are there");
        let (facets, _) = facets.split_once("</div>").unwrap_or_default();
        facets.matches(r#"aria-pressed="true""#).count()
    };
    let page = html(|| settled(at("#q=深海"), years()));
    assert_eq!(facets(&page), "正文 · 4 处 标题 · 1 处 引题 · 1 处 2021 · 1 篇 2019 · 1 篇");
    assert_eq!(pressed(&page), 0);
    // One kind, but the query says so: the way back is there.
    let page = html(|| settled(at("#q=深海%20in:headline%20date:2021"), years()));
    assert_eq!(facets(&page), "标题 · 1 处 2021 · 1 篇");
    assert_eq!(pressed(&page), 2);
    // Also where nothing is left.
    let page = html(|| settled(at("#q=深海%20in:caption%20date:1999"), years()));
    assert!(page.contains("没有找到"));
    assert_eq!(facets(&page), "图说 1999");
    // One year and one kind say nothing.
    let page = html(|| settled(at("#q=海风是"), sea()));
    assert_eq!(facets(&page), "");
}

#[test]
fn the_parts_of_speech_narrow_a_query_where_its_hits_are_words_of_several() {
    let words = |lengths: &[(u8, u8)]| {
        lengths.iter().map(|&(length, tag)| Word { length, tag }).collect::<Vec<_>>()
    };
    // 发展 is a noun, a verb (22 and 47 in the engine's list), and inside a word.
    let docs = move || {
        let mut one = doc("one", "一", &[(Role::Body, "求发展"), (Role::Body, "发展快，发展局")]);
        one.page.blocks[0].words = words(&[(3, 0), (6, 22)]);
        one.page.blocks[1].words = words(&[(6, 47), (3, 0), (3, 0), (9, 0)]);
        vec![one]
    };
    let facets = |page: &str| read(page, r#"class="facets""#, "</div>");
    let page = html(move || settled(at("#q=发展"), docs()));
    assert_eq!(facets(&page), "名词 n · 1 处 动词 v · 1 处 词的一部分 · 1 处");
    assert_eq!(page.matches("title=\"只看这些\"").count(), 2, "{page}");
    let page = html(move || settled(at("#q=pos:v 发展"), docs()));
    assert_eq!(facets(&page), "动词 v · 1 处");
    let page = html(move || settled(at("#q=pos:a 发展"), docs()));
    assert_eq!(facets(&page), "形容词 a");
    // Of two terms it is not said.
    let page = html(move || settled(at("#q=发展 快"), docs()));
    assert_eq!(facets(&page), "");
}

#[test]
fn how_a_query_was_understood_stands_where_a_plain_one_is_completed() {
    let understood = |page: &str| read(page, r#"class="understood""#, "</p>");
    let plain = html(|| settled(at("#q=深海"), sea()));
    assert_eq!(read(&plain, r#"class="completions""#, "</div>"), "文章 《走向深海》");
    assert_eq!(understood(&html(|| settled(at("#q=深海 港口"), sea()))), "“深海” 和 “港口”");
}

#[test]
fn a_strip_shows_where_the_hits_lie_and_is_for_the_pointer_alone() {
    let page = html(|| settled(at("#doc=deep&q=深海&hit=4"), sea()));
    let (_, strip) =
        page.split_once("<div aria-hidden=\"true\" class=\"strip\"").expect("there is a strip");
    let (strip, _) = strip.split_once("</div>").unwrap_or_default();
    let (_, ticks) = strip.split_once("<path d=\"M").expect("it has ticks");
    let (ticks, _) = ticks.split_once('"').unwrap_or_default();
    let ticks: Vec<&str> = ticks.split('M').filter_map(|tick| tick.strip_suffix(" 0v1")).collect();
    assert_eq!(ticks.len(), 5, "{strip}");
    let fourth: f64 = ticks[3].parse().expect("a place");
    let now = format!(r#"style="left: {:.1}%" class="tick-at now""#, fourth / 10.0);
    assert!(strip.contains(&now), "{now} in {strip}");
    assert_eq!(strip.matches(r#"tabindex="-1""#).count(), 1);
}
