//! Documents of word processors.

use jianyue::import::{Cause, docx};

use super::{LIMITS, archive, check, refused};

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="a5"><w:name w:val="标题 2"/></w:style>
<w:style w:styleId="mine"><w:name w:val="我的"/><w:basedOn w:val="a5"/></w:style>
<w:style w:styleId="out"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="round"><w:name w:val="y"/><w:basedOn w:val="round"/></w:style></w:styles>"#;

const NUMBERS: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;

const NOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const CORE: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>通知</dc:title><dc:creator>办公厅</dc:creator>
<dcterms:created>2021-03-05T08:00:00Z</dcterms:created></cp:coreProperties>"#;

fn document(body: &str) -> Vec<u8> {
    archive(&[
        (
            "word/document.xml",
            &format!(
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
            ),
        ),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERS),
        ("word/footnotes.xml", NOTES),
        ("docProps/core.xml", CORE),
    ])
}

fn body(body: &str, text: &str) {
    check(docx::read(&document(body), &LIMITS), text);
}

/// A paragraph with these properties and these runs.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn t(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn paragraphs_are_apart_and_the_document_says_what_it_is() {
    let read =
        docx::read(&document(&(p("", &(t("关于") + &t("防疫"))) + &p("", &t("正文。")))), &LIMITS);
    let read = read.expect("a document");
    assert_eq!(read.text, "关于防疫\n\n正文。");
    assert_eq!(
        (&read.title[..], &read.author[..], &read.date[..]),
        ("通知", "办公厅", "2021-03-05")
    );
}

#[test]
fn headings_are_known_by_style_and_by_outline() {
    let style = |id: &str| format!("<w:pStyle w:val=\"{id}\"/>");
    body(
        &[
            p(&style("1"), &t("一")),
            p(&style("a5"), &t("二")),
            p(&style("mine"), &t("三")),
            p(&style("out"), &t("四")),
            p("<w:outlineLvl w:val=\"0\"/>", &t("五")),
            p(&style("round"), &t("六")),
        ]
        .concat(),
        "# 一\n\n## 二\n\n## 三\n\n### 四\n\n# 五\n\n六",
    );
}

#[test]
fn numbers_of_lists_are_counted_as_they_are_printed() {
    let item = |list: u32, depth: u32, text: &str| {
        p(
            &format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
            &t(text),
        )
    };
    body(
        &[
            item(1, 0, "甲"),
            item(1, 1, "乙"),
            item(1, 1, "丙"),
            item(1, 0, "丁"),
            item(1, 1, "戊"),
            item(2, 0, "己"),
            item(7, 0, "庚"),
        ]
        .concat(),
        "第一条 甲\n\n（1）乙\n\n（2）丙\n\n第二条 丁\n\n（1）戊\n\n己\n\n庚",
    );
    let many: String = (0..115).map(|_| item(1, 0, "甲")).collect();
    let text = docx::read(&document(&many), &LIMITS).expect("a document").text;
    for number in ["第十条", "第十一条", "第二十条", "第一百零一条", "第一百一十五条"]
    {
        assert!(text.contains(number), "{number}");
    }
}

#[test]
fn what_was_deleted_is_out_and_what_was_inserted_in() {
    body(
        &p(
            "",
            &format!(
                "{}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom>",
                t("甲"),
                t("新"),
                t("走")
            ),
        ),
        "甲新",
    );
    body(&(p("<w:rPr><w:del w:id=\"1\"/></w:rPr>", &t("前半")) + &p("", &t("后半"))), "前半后半");
}

#[test]
fn breaks_tabs_signs_and_fields_are_what_they_show() {
    body(
        &p(
            "<w:tabs><w:tab w:val=\"left\"/></w:tabs>",
            &format!("{}<w:r><w:tab/></w:r>{}<w:r><w:br/></w:r>{}", t("甲"), t("乙"), t("丙")),
        ),
        "甲 乙\n\n丙",
    );
    body(
        &p(
            "",
            &format!(
                "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:noBreakHyphen/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>{}</w:hyperlink>",
                t("甲")
            ),
        ),
        "☑-甲",
    );
    body(
        &p(
            "",
            &format!(
                "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
                t("hàn"),
                t("汉")
            ),
        ),
        "汉",
    );
}

#[test]
fn notes_stand_after_the_paragraph_that_they_are_at() {
    let reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    body(
        &(p("", &(t("甲") + reference + &t("乙"))) + &p("", &(t("丙") + reference))),
        "甲乙\n\n脚注\n\n丙",
    );
}

#[test]
fn text_boxes_are_read_once_after_their_paragraph() {
    let frame = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p("", &t(text)));
    body(
        &p(
            "",
            &format!(
                "{}<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}",
                t("甲"),
                frame("框"),
                frame("框"),
                t("乙")
            ),
        ),
        "甲乙\n\n框",
    );
}

#[test]
fn rows_are_rows_and_forms_are_read_cell_by_cell() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", text);
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let one = |text: &str| cell(&p("", &t(text)));
    let table = |rows: &str| format!("<w:tbl>{rows}</w:tbl>");
    body(
        &(table(&(row(&(one("年") + &one("人"))) + &row(&(one("2020") + &one("")))))
            + &p("", &t("后"))),
        "| 年 | 人 |\n| 2020 |  |\n\n后",
    );
    body(
        &table(&row(&(one("题") + &cell(&(p("", &t("一")) + &p("", &t("二"))))))),
        "题\n\n一\n\n二",
    );
    let inner = table(&row(&(one("甲") + &one("乙"))));
    body(&table(&row(&(one("外") + &cell(&inner)))), "外\n\n| 甲 | 乙 |");
}

#[test]
fn entities_that_multiply_are_not_looked_up() {
    let mut types = String::from("<!DOCTYPE x [<!ENTITY a \"哈哈\">");
    for (name, of) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")] {
        types += &format!("<!ENTITY {name} \"{}\">", format!("&{of};").repeat(10));
    }
    let xml = format!(
        "<?xml version=\"1.0\"?>{types}]><w:document>{}</w:document>",
        p("", &t("甲&e;乙"))
    );
    check(docx::read(&archive(&[("word/document.xml", &xml)]), &LIMITS), "甲&e;乙");
}

#[test]
fn what_stands_too_deep_is_refused() {
    let deep = "<w:p>".repeat(100_000);
    refused(docx::read(&document(&deep), &LIMITS), "too deep");
    refused(docx::read(&document("<w:p>"), &LIMITS), "damaged");
}

#[test]
fn old_documents_and_locked_ones_are_told_apart() {
    let container = |name: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    assert_eq!(docx::read(&container("EncryptedPackage"), &LIMITS), Err(Cause::Locked));
    refused(docx::read(&container("WordDocument"), &LIMITS), "an old .doc");
    assert_eq!(docx::read(&document(""), &LIMITS), Err(Cause::Empty));
}
