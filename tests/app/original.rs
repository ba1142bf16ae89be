//! How the page shows the source beside an article, what is doubtful, and what was corrected.

use jianyue::engine::{Doc, Role, read};

use crate::rendered::{at, doc, html, read as shown, sea, settled};

/// A page with something of everything taken out.
fn port() -> Vec<Doc> {
    let source = "  深 海 港\n\n（（海港供图海港供图））\n\n船回来了\u{200b}。\n";
    vec![read("port", "", source.as_bytes(), None).expect("UTF-8")]
}

#[test]
fn what_was_done_is_counted() {
    let page = html(|| settled(at("#doc=port"), port()));
    assert_eq!(
        shown(&page, r#"class="restored""#, "</p>"),
        "合并 0 行，去重 3 处，移除空格 2 个，去不可见字符 1 个 对照原文"
    );
    assert!(page.contains(r#"aria-pressed="false""#) && !page.contains("class=\"row\""));
}

#[test]
fn the_source_stands_beside_each_block_with_what_was_taken_out() {
    let page = html(|| settled(at("#doc=port&original=1"), port()));
    assert!(page.contains(r#"aria-pressed="true""#));
    let rows: Vec<String> =
        page.split(r#"class="row""#).skip(1).map(|row| shown(row, "<ol ", "</ol>")).collect();
    assert_eq!(
        rows,
        [
            "1   深〔 〕海〔 〕港",
            "3 （〔（〕海港供图〔海港供图〕）〔）〕",
            "5 船回来了〔\u{200b}〕。",
        ]
    );
    assert!(page.contains(r#"<del title="重影，已去重">海港供图</del>"#));
}

#[test]
fn a_block_has_its_tools_and_they_are_named() {
    let page = html(|| settled(at("#doc=deep&original=1"), sea()));
    let tools: Vec<&str> = page.split(r#"class="tools""#).skip(1).collect();
    assert_eq!(tools.len(), 6);
    for name in ["类别：走向深海", "上移：走向深海", "下移：走向深海", "接上段：走向深海"]
    {
        assert!(tools[1].contains(&format!(r#"aria-label="{name}""#)), "no {name} in {}", tools[1]);
    }
    assert!(tools[1].contains(r#"<option value="headline" selected"#), "{}", tools[1]);
    // The first has nothing before it, the last nothing after it.
    assert_eq!(tools[0].matches("disabled=").count(), 2);
    let last = tools[5].split("</section>").next().unwrap_or_default();
    assert_eq!(last.matches("disabled=").count(), 1);
}

#[test]
fn only_what_is_doubtful_is_said_to_be() {
    let page = html(|| {
        let mut doc = doc("deep", "深海", &[(Role::Headline, "深海"), (Role::Body, "海。")]);
        doc.page.blocks[0].sure = 62;
        doc.page.blocks[1].origin[0].sure = 79;
        doc.page.blocks[1].sure = 80;
        settled(at("#doc=deep&original=1"), vec![doc])
    });
    assert_eq!(page.matches("存疑").count(), 2);
    assert!(
        page.contains(r#"<span lang="zh-Hans" title="类别不一定对" class="doubt">存疑 62%</span>"#)
    );
    assert!(page.contains(r#"class="source-line doubtful""#) && page.contains("存疑 79%"));
    let plain = html(|| settled(at("#doc=deep"), sea()));
    assert!(!plain.contains("存疑"));
}

#[test]
fn corrections_and_rules_are_listed_and_what_does_not_fit_is_said() {
    let page = html(|| {
        let mut docs = port();
        docs[0].patch =
            "off spaces\nrole 3:1 caption （海港供图）\nmove 3:1 last （海港供图）\nsplit 9:9 无\n删去\n".to_owned();
        settled(at("#doc=port&original=1"), docs)
    });
    let panel = shown(&page, r#"class="revision""#, "</section>");
    for line in [
        "第 3 行“（海港供图）”改为图说 ×",
        "第 3 行“（海港供图）”移到最后 ×",
        "第 4 行修订所指的位置不在原文里，未采用：split 9:9 无 ×",
        "第 5 行修订看不懂，未采用：删去 ×",
    ] {
        assert!(panel.lines().any(|other| other == line), "no {line} in {panel}");
    }
    let box_of = |name: &str| {
        let name = format!("name=\"{name}\"");
        page.split('<').any(|tag| tag.contains(&name) && tag.contains("checked"))
    };
    assert!(!box_of("spaces") && box_of("lines"), "{page}");
    assert!(shown(&page, r#"class="restored""#, "</p>").contains("2 条修订未采用"));
    assert_eq!(panel.matches("无").count(), 1, "what was not followed is not listed as done");
    // They are not the reader's own.
    assert!(page.contains(r#"disabled="disabled" class="reset""#));
}

#[test]
fn links_keep_the_source_beside() {
    let page = html(|| settled(at("#doc=deep&q=深海&original=1"), sea()));
    assert!(page.contains(r##"href="#doc=port&amp;q=深海&amp;hit=1&amp;original=1""##), "{page}");
    let page = html(|| settled(at("#doc=deep&original=1"), sea()));
    assert!(page.contains(r##"href="#doc=port&amp;original=1""##), "{page}");
}

#[test]
fn of_a_file_that_is_no_patch_only_the_first_lines_are_said() {
    let page = html(|| {
        let mut docs = port();
        docs[0].patch = "乱\n".repeat(50);
        settled(at("#doc=port&original=1"), docs)
    });
    assert_eq!(page.matches(r#"class="misfit""#).count(), 20);
    assert!(page.contains("另有 30 条修订未采用") && page.contains("50 条修订未采用"));
}
