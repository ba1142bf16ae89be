//! Each state of the page is shown as what it is.

use jianyue::protocol::{Answer, Failure, Response};
use jianyue::state::{Action, Status};

use crate::rendered::{BUILD, answered, at, html, read, sea, settled};

/// What stands in the notice of this kind.
fn notice(html: &str, kind: &str) -> String {
    read(html, &format!("notice-{kind}\""), "</section>")
}

#[test]
fn starting_is_said_until_the_engine_answers() {
    let page = html(|| at(""));
    assert_eq!(notice(&page, "starting"), "正在打开文章库……");
    assert!(page.contains(r#"data-status="starting""#));
    let page = html(|| settled(at(""), sea()));
    assert!(!page.contains("notice-starting") && page.contains(r#"data-status="ready""#));
}

#[test]
fn the_list_shows_title_date_length_and_first_words() {
    let page = html(|| settled(at(""), sea()));
    assert_eq!(
        read(&page, r#"class="contents""#, "</ul>"),
        "港口 2021年 9 字 约 1 分钟  船从深海回来。\n\
         走向深海 2021年 42 字 约 1 分钟  深海是什么？深海是海的深处。"
    );
    assert!(page.contains(r##"href="#doc=deep""##));
}

#[test]
fn without_a_document_open_the_page_says_what_it_is() {
    let page = html(|| settled(at(""), sea()));
    assert!(read(&page, r#"class="welcome""#, "</section>").contains("2 篇 · 51 字"));
    assert!(page.contains(r#"data-open="list""#));
}

#[test]
fn an_empty_library_says_so() {
    let page = html(|| settled(at(""), Vec::new()));
    assert!(notice(&page, "empty").starts_with("还没有文章"));
}

#[test]
fn spaces_are_no_query() {
    let page = html(|| settled(at("#q=%20%20"), sea()));
    assert!(page.contains(r#"<ul class="contents">"#) && !page.contains("notice-no-hit"));
}

#[test]
fn no_hit_says_what_was_looked_for_and_what_to_try() {
    let page = html(|| settled(at("#q=高山"), sea()));
    let said = notice(&page, "no-hit");
    assert!(said.starts_with("没有找到“高山”\n"), "{said}");
    assert!(said.lines().count() > 1, "{said}");
    assert_eq!(read(&page, r#"role="status""#, "</p>"), "没有找到“高山”");
}

#[test]
fn a_document_without_a_hit_says_so() {
    let page = html(|| settled(at("#doc=port&q=海风"), sea()));
    assert_eq!(read(&page, r#"data-hits="0""#, "</div>"), "本文没有“海风”");
}

#[test]
fn a_document_that_is_not_there_is_missing() {
    let page = html(|| settled(at("#doc=lake"), sea()));
    assert!(notice(&page, "missing").starts_with("没有这篇文章"));
}

#[test]
fn a_document_on_its_way_is_opening() {
    let page = html(|| at("#doc=deep"));
    assert_eq!(notice(&page, "opening"), "正在打开文章……");
}

#[test]
fn a_failed_engine_says_why_and_offers_to_reload() {
    let page = html(|| {
        answered(
            at("#q=深海"),
            Response::Failed(Failure::BrokenLibrary("文章库读不出来".to_owned())),
        )
    });
    let said = notice(&page, "failed");
    assert!(said.contains("文章库读不出来") && said.ends_with("重新载入"), "{said}");
}

#[test]
fn a_worker_that_broke_is_a_failed_engine_and_what_was_read_stays() {
    let page = html(|| {
        settled(at("#doc=port"), sea()).apply(Action::Broke("unreachable executed".to_owned()))
    });
    assert!(notice(&page, "failed").contains("unreachable executed"));
    assert!(page.contains("船从深海回来。"));
}

#[test]
fn a_worker_of_another_build_is_refused() {
    let state = at("");
    let number = state.asked.as_ref().expect("the contents are asked for").number;
    let build = format!("not {BUILD}");
    let response = Response::Contents(Vec::new());
    let state = state.apply(Action::Answered(Answer { number, build, response }));
    assert!(matches!(&state.status, Status::Failed(Failure::OtherBuild)));
}

#[test]
fn a_silent_engine_is_said_to_be_silent_until_it_answers_after_all() {
    let silent = || {
        let state = at("");
        let number = state.asked.as_ref().expect("the contents are asked for").number;
        state.apply(Action::Waited(number))
    };
    let page = html(silent);
    assert!(notice(&page, "silent").starts_with("检索引擎还没有回应"));
    assert!(page.contains("reload"));
    let page = html(move || settled(silent(), sea()));
    assert!(!page.contains("notice-silent") && page.contains("港口"));
}
