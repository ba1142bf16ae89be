//! Electronic books.

use jianyue::import::{Cause, Limits, epub};

use super::{LIMITS, archive, check, refused};

const CONTAINER: &str = r#"<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

const PACKAGE: &str = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>呐喊 &amp; 彷徨</dc:title><dc:creator>鲁迅</dc:creator><dc:creator>周作人</dc:creator>
<dc:date>1923-08-03T00:00:00Z</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="Text/b%20.xhtml"/><item id="a" href="Text/a.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;

/// A book of two chapters, the first with this body.
fn book(body: &str) -> Vec<u8> {
    let page =
        |body: &str| format!("<html><head><title>没有</title></head><body>{body}</body></html>");
    archive(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", PACKAGE),
        ("OEBPS/nav.xhtml", &page("<p>目录</p>")),
        ("OEBPS/Text/a.xhtml", &page(body)),
        ("OEBPS/Text/b .xhtml", &page("<p>末</p>")),
    ])
}

fn chapter(body: &str, text: &str) {
    check(epub::read(&book(body), &LIMITS), &format!("{text}\n\n末"));
}

#[test]
fn chapters_stand_in_the_order_of_the_spine_with_what_the_book_says_of_itself() {
    let read = epub::read(&book("<p>始</p>"), &LIMITS).expect("a book");
    assert_eq!(read.text, "始\n\n末");
    assert_eq!((&read.title[..], &read.author[..]), ("呐喊 & 彷徨", "鲁迅、周作人"));
    assert_eq!(read.date, "1923-08-03");
}

#[test]
fn headings_have_number_signs_and_paragraphs_a_blank_line() {
    chapter(
        "<h1>狂人<br/>日记</h1><p>某君昆仲</p><h3>一</h3><p>今天晚上</p>",
        "# 狂人 日记\n\n某君昆仲\n\n### 一\n\n今天晚上",
    );
}

#[test]
fn items_have_a_mark_or_their_number_and_stand_below_that_they_are_of() {
    chapter(
        "<p>甲</p><ul>\n<li>乙</li>\n<li><p>丙</p><ol start='3'><li>丁</li><li> </li></ol></li></ul>戊",
        "甲\n\n- 乙\n- 丙\n  3. 丁\n\n戊",
    );
    chapter("<table><tr><td><ul><li>甲</li></ul></td><td>乙</td></tr></table>", "| 甲 | 乙 |");
}

#[test]
fn lines_that_only_the_file_has_are_none() {
    chapter("<p>今天\n  晚上，\n很好的 <b>moon\nlight</b>。</p>", "今天晚上，很好的 moon light。");
}

#[test]
fn lines_that_the_author_broke_are_paragraphs() {
    chapter("<p>床前明月光<br/>疑是地上霜</p>", "床前明月光\n\n疑是地上霜");
    chapter("<pre>甲  乙\n丙</pre>", "甲  乙\n丙");
}

#[test]
fn readings_scripts_and_styles_are_left_out() {
    chapter(
        "<p><ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt><rp>)</rp></ruby>字<script>alert('<p>')</script><style>p{}</style>。</p>",
        "漢字。",
    );
}

#[test]
fn links_and_pictures_are_only_their_text() {
    chapter(
        r#"<p onclick="x()"><a href="javascript:x()">甲</a><img src="https://example.org/x.png" alt="一张图"/>
        <img src="gaiji.png" alt="㐂"/></p>"#,
        "甲㐂",
    );
}

#[test]
fn entities_are_characters_and_those_of_the_file_are_not_looked_up() {
    chapter("<p>A&nbsp;&lt;&#20013;&#x6587;&hellip;&mdash;&own;AT&T</p>", "A <中文…—&own;AT&T");
}

#[test]
fn notes_and_tables_are_kept() {
    chapter(
        "<p>正文</p><aside epub:type=\"footnote\"><p>注</p></aside><table><tr><th>年</th><th>人</th></tr><tr><td>2020</td><td><p>三</p></td></tr></table><p>后</p>",
        "正文\n\n注\n\n| 年 | 人 |\n| 2020 | 三 |\n\n后",
    );
}

#[test]
fn what_is_not_well_formed_is_read_as_far_as_it_can_be() {
    chapter("<p>一<p>二<br>三 < 四</i>五 << 六<b<7></p>", "一\n\n二\n\n三 < 四五 << 六");
}

#[test]
fn a_book_behind_a_lock_is_said_to_be_and_disguised_fonts_are_none() {
    let locked = |algorithm: &str, path: &str| {
        let encryption = format!(
            r#"<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>
            <enc:CipherReference URI="{path}"/></enc:CipherData></enc:EncryptedData></encryption>"#
        );
        let page = "<html><body><p>甲</p></body></html>";
        epub::read(
            &archive(&[
                ("META-INF/container.xml", CONTAINER),
                ("META-INF/encryption.xml", &encryption),
                ("OEBPS/content.opf", PACKAGE),
                ("OEBPS/Text/a.xhtml", page),
            ]),
            &LIMITS,
        )
    };
    let cipher = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    assert_eq!(locked(cipher, "OEBPS/Text/a.xhtml"), Err(Cause::Locked));
    check(locked(cipher, "OEBPS/Images/a.jpg"), "甲");
    check(locked("http://www.idpf.org/2008/embedding", "OEBPS/Fonts/a.otf"), "甲");
}

#[test]
fn other_archives_and_missing_chapters_are_refused_by_name() {
    refused(epub::read(b"no archive", &LIMITS), "damaged");
    refused(epub::read(&archive(&[("a.txt", "甲")]), &LIMITS), "no package");
    let empty = archive(&[("META-INF/container.xml", CONTAINER), ("OEBPS/content.opf", PACKAGE)]);
    refused(epub::read(&empty, &LIMITS), "2 chapters");
}

#[test]
fn more_than_is_taken_is_refused() {
    let body = "<p>甲</p>".repeat(100_000);
    let limits = Limits { unpacked_bytes: 100_000, ..LIMITS };
    assert_eq!(epub::read(&book(&body), &limits), Err(Cause::Bomb { most: 100_000 }));
    let limits = Limits { members: 3, ..LIMITS };
    assert_eq!(epub::read(&book(""), &limits), Err(Cause::TooMany { most: 3 }));
    let limits = Limits { file_bytes: 10, ..LIMITS };
    assert!(matches!(epub::read(&book(""), &limits), Err(Cause::TooLarge { most: 10, .. })));
}
