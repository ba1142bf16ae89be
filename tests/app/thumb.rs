//! The bar at the bottom of a phone has what the view asks for.

use jianyue::state::State;

use crate::rendered::{at, html, read, sea, settled};

/// What the bar says, a target a line, and where its way to the list leads.
#[track_caller]
fn check(state: impl FnOnce() -> State + Send + 'static, said: &str, leads_to: Option<&str>) {
    let page = html(state);
    assert_eq!(read(&page, r#"class="thumb-bar""#, "</nav>"), said);
    let (_, bar) = page.split_once(r#"class="thumb-bar""#).expect("it is there");
    let (bar, _) = bar.split_once("</nav>").expect("it ends");
    let (list, _) = bar.split_once("thumb-search").expect("it comes after the list");
    let href = list.split_once("href=\"").and_then(|(_, to)| to.split('"').next());
    assert_eq!(href.map(|to| to.replace("&amp;", "&")).as_deref(), leads_to);
}

#[test]
fn it_has_what_the_view_asks_for() {
    check(|| settled(at(""), sea()), "目录  检索  词表\n设置", None);
    check(|| settled(at("#q=深海"), sea()), "目录\n检索  词表\n设置", Some("#"));
    check(|| settled(at("#doc=deep"), sea()), "目录\n检索  词表\n设置", Some("#"));
    let hits = "结果\n检索    2 / 5 设置";
    check(|| settled(at("#doc=deep&q=深海&hit=2"), sea()), hits, Some("#q=深海"));
    check(
        || settled(at("#doc=port&q=海风"), sea()),
        "结果\n检索  本文没有“海风”\n设置",
        Some("#q=海风"),
    );
}

#[test]
fn nothing_in_it_moves_when_answers_come() {
    let targets = |page: String| {
        let (_, bar) = page.split_once(r#"class="thumb-bar""#).expect("it is there");
        let (bar, _) = bar.split_once("</nav>").expect("it ends");
        (bar.matches("<button").count(), bar.contains("thumb-next"))
    };
    let address = "#doc=deep&q=深海&hit=2";
    assert_eq!(targets(html(move || at(address))), (4, true));
    assert_eq!(targets(html(move || settled(at(address), sea()))), (4, true));
}
