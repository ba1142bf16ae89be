//! Pages of the web.

use jianyue::import::{Cause, Format};

use crate::{one, refused};

/// The body of a page becomes this text.
#[track_caller]
fn check(body: &str, text: &str) {
    let taken =
        one("a.html", format!("<!DOCTYPE html><html><body>{body}</body></html>").as_bytes());
    assert_eq!(taken.format, Format::Html);
    assert_eq!(taken.content.text, text, "{body}");
}

#[test]
fn each_paragraph_is_a_line_and_a_blank_line_is_between_two() {
    check("<p>甲<p>乙</p>\n<div>丙</div>丁", "甲\n\n乙\n\n丙\n\n丁");
    check("<div><div>\n  <p>　　甲</p></div></div><blockquote>乙</blockquote>", "甲\n\n乙");
}

#[test]
fn headings_have_number_signs() {
    check("<h1>一</h1><h2>二<br>三</h2><p>甲<h6></h6>", "# 一\n\n## 二 三\n\n甲");
}

#[test]
fn a_line_end_within_a_paragraph_is_one_between_words_only() {
    check("<p>重庆\n   高新区\nIBM\ncloud 云</p>", "重庆高新区 IBM cloud 云");
    check("<p>一个 空格&nbsp;又一个</p>", "一个 空格 又一个");
}

#[test]
fn a_break_is_a_line_end_and_two_are_a_paragraph() {
    check("<p>床前明月光，<br>疑是地上霜。</p>", "床前明月光，\n疑是地上霜。");
    check("甲。<br><br>　　乙。<br />\n<br>\n<br>丙", "甲。\n\n乙。\n\n丙");
}

#[test]
fn items_have_a_mark_or_their_number() {
    check(
        "<ul><li>甲<li><p>乙</p></ul><ol start=3><li>丙</li><li>丁</ol>戊",
        "- 甲\n- 乙\n\n3. 丙\n4. 丁\n\n戊",
    );
    check("<ul><li>甲<ol><li>乙</ol><li>丙</ul>", "- 甲\n  1. 乙\n- 丙");
    check(
        "<ol start=9><li>甲<ul><li>乙<li>丙</ul><li>丁<ul><li>戊</ul></ol>",
        "9. 甲\n   - 乙\n   - 丙\n10. 丁\n    - 戊",
    );
}

#[test]
fn the_cells_of_a_row_stand_beside_each_other() {
    check(
        "<table><tr><th>年<th>数<tr><td><p>2020</p></td><td>一<td></table>后",
        "年\t数\n2020\t一\n\n后",
    );
    // A page that is laid out as a table has its paragraphs in a cell.
    check(
        "<table><tr><td><p>甲。</p><p>乙。</p></td><td>丙</td></tr></table>",
        "甲。\n\n乙。\n\n丙",
    );
}

#[test]
fn what_does_not_show_is_left_out() {
    check(
        "<nav><div>导航</div></nav><script>var a = '<p>脚本</p>';</script><style>p{}</style>\
         <template>模</template><p hidden>藏<p>甲</p><div style='display: none'><div>藏</div>藏</div>\
         <!-- 注 --><span hidden>藏</span>乙",
        "甲\n\n乙",
    );
}

#[test]
fn the_reading_beside_a_character_is_no_character_of_the_text() {
    check("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>典", "漢字典");
    check("<ruby>漢<rp>(<rt>hàn<rp>)</ruby>典", "漢典");
}

#[test]
fn entities_are_what_they_stand_for() {
    check(
        "<p>&lt;甲&gt; &amp; &#20057; &#x4e19; &ldquo;丁&rdquo; &nosuch;</p>",
        "<甲> & 乙 丙 “丁” &nosuch;",
    );
}

#[test]
fn a_line_end_that_is_written_as_an_entity_is_one() {
    check("<p>甲&#13;乙&#10;c&#13;d</p>", "甲乙 c d");
}

#[test]
fn verses_of_pre_stay_lines() {
    check("<pre>甲\n乙\n\n丙</pre>丁", "甲\n乙\n\n丙\n\n丁");
}

#[test]
fn the_head_of_a_page_names_title_writer_and_day() {
    let html = "<html><head><title>园区开工 - 某网</title><meta property='og:title' content='园区 开工'>\
        <meta name=Author content='夏元'><meta name='PubDate' content='2021-03-05 08:00'></head><p>甲";
    let content = one("a.htm", html.as_bytes()).content;
    assert_eq!(
        (&*content.title, &*content.author, &*content.date),
        ("园区 开工", "夏元", "2021-03-05")
    );
    let html = "<html><title>园区开工_某网</title><h1>园区开工</h1><time datetime='2020-12-01T00:00Z'>甲</time>";
    let content = one("a", html.as_bytes()).content;
    assert_eq!((&*content.title, &*content.date), ("园区开工", "2020-12-01"));
    assert_eq!(one("x.html", "<title>甲</title><p>乙".as_bytes()).content.title, "甲");
}

#[test]
fn a_page_is_one_under_any_name() {
    assert_eq!(one("a.txt", "<!-- a -->\n<!DOCTYPE HTML>甲".as_bytes()).format, Format::Html);
    assert_eq!(one("a.doc", "<html><p>甲".as_bytes()).content.text, "甲");
    assert_eq!(
        one("a.xhtml", "<?xml version='1.0'?><html><script/><title/><p>甲</p></html>".as_bytes())
            .content
            .text,
        "甲"
    );
}

#[test]
fn what_is_nested_deeply_costs_no_more_than_its_length() {
    for tag in ["<div>", "<b>", "<p hidden>", "<table><tr><td>", "<ul><li>", "</p>", "<ruby><rt>"] {
        let html = format!("<html>甲{}", tag.repeat(20_000));
        assert_eq!(one("a.html", html.as_bytes()).content.text, "甲", "{tag}");
    }
    let endless = format!("<html>甲<a {}", "b='c' ".repeat(20_000));
    assert!(matches!(refused("a.html", endless.as_bytes()), Cause::Broken { .. }));
}
