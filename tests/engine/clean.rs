//! Clean texts of all kinds go through unharmed: no line is joined that was not cut, nothing moves.

use jianyue::engine::restore;

/// Every line of `source` that is not blank is a block of its own, in its place, but for the spaces
/// and invisible characters at its ends.
#[track_caller]
fn check(source: &str) {
    let page = restore(source);
    let texts: Vec<&str> =
        page.reading_order.iter().map(|&i| page.blocks[i as usize].text.as_str()).collect();
    let trim = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let normal = source.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = normal.split('\n').map(|line| line.trim_matches(trim)).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(texts, lines);
    // And so it stays.
    let again = restore(&texts.join("\n"));
    assert!(again.blocks.iter().map(|block| &block.text).eq(&texts), "a second run changes it");
}

#[test]
fn a_novel_with_a_paragraph_a_line() {
    check(
        "第一章　山里\n\n从前有座山，山里有座庙。庙里有个老和尚，天天给小和尚讲故事，从早上讲到晚上。\n\
         “吃饭了吗？”\n“吃过了。”\n“那就听我讲。”老和尚说，“从前有座山，山里有座庙，庙里有口井。”\n\
         小和尚不说话。\n",
    );
}

#[test]
fn paragraphs_indented_by_two_wide_spaces() {
    check(
        "　　从前有座山，山里有座庙。\n　　庙里有个老和尚，天天讲故事。\n　　“讲什么呢？”\n　　讲的是从前有座山。\n",
    );
}

#[test]
fn hard_wrapped_paragraphs_that_kept_their_indent() {
    let page = restore(
        "　　从前有座山，山里有座庙。庙里有个老和\n尚，天天给小和尚讲故事。\n　　讲的是从前有座山，山里有座庙，庙里还\n有一口井。\n",
    );
    let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "从前有座山，山里有座庙。庙里有个老和尚，天天给小和尚讲故事。",
            "讲的是从前有座山，山里有座庙，庙里还有一口井。",
        ],
    );
}

#[test]
fn markdown_with_lists_code_and_a_table() {
    check(
        "# 安装说明\n\n先装好 `rustup`。\n\n## 功能\n\n- 还原报纸\n- 检索全文\n  - 支持正则\n\n1. 下载\n2. 编译\n\n\
         ```sh\ncurl --proto '=https' -sSf https://example.org | sh\ncargo build --release\n```\n\n\
         | 参数 | 说明 |\n|------|------|\n| `-j` | 线程数 |\n",
    );
}

#[test]
fn poems_with_marks_and_without() {
    check("静夜思\n李白\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n");
    check(
        "乡愁\n\n小时候\n乡愁是一枚小小的邮票\n我在这头\n母亲在那头\n\n长大后\n乡愁是一张窄窄的船票\n我在这头\n新娘在那头\n",
    );
}

#[test]
fn tables_of_figures() {
    check(
        "指标\t单位\t2022年\t2023年\n地区生产总值\t亿元\t29129.03\t30145.79\n第一产业\t亿元\t2012.05\t2074.68\n",
    );
    check("项目      金额      比例\n工资      1200      30%\n办公      2800      70%\n");
}

#[test]
fn statutes_and_notices() {
    check(
        "关于放假安排的通知\n\n各区县人民政府：\n\n一、放假时间\n\n10月1日至7日放假调休，共7天。\n\n二、工作要求\n\n（一）各单位要妥善安排好值班和安全、保卫等工作；\n（二）遇有重大突发事件，要按规定及时报告。\n\n市政府办公厅\n\n2024年9月20日\n",
    );
}

#[test]
fn english_keeps_its_spaces() {
    check(
        "The columns are narrow, so almost every sentence is broken (as in well-known cases).\n\nMr. O'Neil saw the U.S. Secretary, Smith (2019), pp. 12-15.\n",
    );
}

#[test]
fn sentences_end_with_a_full_stop_in_latin_letters_too() {
    let two = "The columns are narrow, so that sentences break.\n\nEvery word of them is whole on its own line now.\n\n";
    check(&two.repeat(6));
    check(&two.repeat(6).replace("\n\n", "\n"));
}

#[test]
fn all_line_ends_and_what_does_not_show() {
    for end in ["\n", "\r\n", "\r"] {
        check(&["\u{feff}从前有座山。", "山里有座庙。\u{200b}", "\t庙里有口井。", ""].join(end));
    }
    check("从前有座山。\n\u{c}山里有座庙。\n");
    check("");
    check(" \n\t\n\u{3000}\n");
}

#[test]
fn page_numbers_and_running_heads_stand_for_themselves() {
    check(
        "第一章 绪论                    3\n从前有座山，山里有座庙，庙里有个老和尚。\n— 3 —\n\u{c}中国史                    4\n山里还有一口井。\n— 4 —\n",
    );
}
