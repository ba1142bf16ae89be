//! How the page shows an article.

use jianyue::engine::{Article, Role};

use crate::rendered::{at, doc, html, read, sea, settled};

#[test]
fn blocks_are_set_by_their_roles() {
    let page = html(|| settled(at("#doc=deep"), sea()));
    for set in [
        r#"<p id="block-0" class="kicker">——访深海研究所</p>"#,
        r#"<h1 id="block-1" class="headline">走向深海</h1>"#,
        r#"<p id="block-2" class="byline">记者 王静</p>"#,
        r#"<p id="block-3" class="body">深海是什么？深海是海的深处。</p>"#,
        r#"<h3 id="block-4" class="subhead">海风</h3>"#,
    ] {
        assert!(page.contains(set), "no {set} in {page}");
    }
}

#[test]
fn all_hits_are_marked_and_the_current_one_told_apart() {
    let page = html(|| settled(at("#doc=deep&q=深海&hit=4"), sea()));
    assert_eq!(
        read(&page, r#"class="article""#, "</article>"),
        "2021年 42 字 约 1 分钟 对照原文 分词\n\
         ——访【深海】研究所\n走向【深海】\n记者 王静\n\
         【深海】是什么？【*深海】是海的深处。\n海风\n没有海风的【深海】很静。\n\
         合并 173 行，去重 0 处，移除空格 0 个 对照原文\n来源：deep"
    );
    assert!(page.contains(r#"<mark id="hit-4""#));
    assert_eq!(read(&page, r#"class="hit-place""#, "</span>"), "4 / 5");
    assert_eq!(read(&page, r#"role="status""#, "</p>"), "第 4 处，共 5 处");
}

#[test]
fn only_the_article_holds_places_to_go_to() {
    let page = html(|| settled(at("#doc=deep&q=深海"), sea()));
    assert_eq!(page.matches(r#"id="hit-1""#).count(), 1);
    assert_eq!(read(&page, r#"class="hit-place""#, "</span>"), "– / 5");
}

#[test]
fn a_page_without_a_headline_has_its_title_all_the_same() {
    let page =
        html(|| settled(at("#doc=note"), vec![doc("note", "便条", &[(Role::Body, "海。")])]));
    assert!(page.contains(r#"<h1 class="headline">便条</h1>"#));
}

#[test]
fn the_articles_of_a_page_are_set_apart_and_its_title_is_of_the_first() {
    let page = html(|| {
        let mut page = doc(
            "page",
            "深海",
            &[(Role::Body, "海。"), (Role::Headline, "江河"), (Role::Body, "江。")],
        );
        let article = |blocks: &[u32]| Article { blocks: blocks.to_vec(), ..Article::default() };
        page.page.articles = vec![article(&[0]), article(&[1, 2])];
        settled(at("#doc=page"), vec![page])
    });
    let set = concat!(
        r#"<p id="block-0" class="body">海。</p><hr class="between">"#,
        r#"<h2 id="block-1" class="headline">江河</h2>"#
    );
    assert!(page.contains(r#"<h1 class="headline">深海</h1>"#) && page.contains(set), "{page}");
    assert_eq!(page.matches("<hr").count(), 1);
}

#[test]
fn the_text_of_a_document_is_only_ever_text() {
    let page = html(|| {
        let text = "<script>alert(1)</script> & <mark>海</mark>";
        settled(at("#doc=trap&q=海"), vec![doc("trap", text, &[(Role::Body, text)])])
    });
    assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"));
    assert_eq!(
        read(&page, r#"class="body""#, "</p>"),
        "<script>alert(1)</script> & <mark>【海】</mark>"
    );
}

#[test]
fn the_way_back_keeps_the_query() {
    let page = html(|| settled(at("#doc=deep&q=深海&hit=4"), sea()));
    assert!(page.contains(r##"<a href="#q=深海" class="back">"##), "{page}");
    assert!(page.contains("全部结果（2 篇 · 6 处）"));
}
