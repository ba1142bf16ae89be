//! Documents of pages.

use encoding_rs::{BIG5, GB18030};
use jianyue::import::{Cause, Content, Limits, pdf};

use super::printer::{font, hex, lines, page, pdf as file, stream};
use super::{LIMITS, check, refused};

/// A page with a font of this encoding that shows this code.
fn shows(encoding: &str, ordering: &str, code: &[u8], text: &str) {
    let content = format!("BT /F 10 Tf 100 700 Td <{}> Tj ET", hex(code));
    check(pdf::read(&page(&font(encoding, ordering), &content, &[], None), &LIMITS), text);
}

/// A page of these lines, printed where they say.
fn printed(places: &[(f64, f64, &str)], text: &str) {
    drawn(&lines(places), &[], text);
}

/// A page with this content, in a font whose codes are UTF-16.
fn drawn(content: &str, more: &[String], text: &str) {
    check(pdf::read(&page(&font("UniGB-UTF16-H", "GB1"), content, more, None), &LIMITS), text);
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[test]
fn the_encodings_of_chinese_fonts_are_known() {
    let (simplified, traditional) = ("中国，abc 第３条。", "中國，abc 第３條。");
    for encoding in ["UniGB-UCS2-H", "UniGB-UTF16-H"] {
        shows(encoding, "GB1", &utf16(simplified), simplified);
    }
    for encoding in ["GB-EUC-H", "GBK-EUC-H", "GBKp-EUC-H", "GBK2K-H"] {
        shows(encoding, "GB1", &GB18030.encode(simplified).0, simplified);
    }
    shows("GBK-EUC-H", "GB1", &GB18030.encode(traditional).0, traditional);
    for encoding in ["ETen-B5-H", "ETenms-B5-H", "B5pc-H"] {
        shows(encoding, "CNS1", &BIG5.encode(traditional).0, traditional);
    }
    for encoding in ["UniCNS-UCS2-H", "UniCNS-UTF16-H"] {
        shows(encoding, "CNS1", &utf16(traditional), traditional);
    }
    shows("UniGB-UTF16-H", "GB1", &utf16("𠮷"), "𠮷");
}

#[test]
fn glyphs_of_adobe_s_collections_are_characters() {
    // 中 is glyph 4559 of Adobe-GB1, 国 1875.
    shows("Identity-H", "GB1", &[0x11, 0xcf, 0x07, 0x53], "中国");
}

#[test]
fn fonts_that_do_not_say_their_characters_are_refused_by_name() {
    let content = "BT /F 10 Tf 100 700 Td <11cf072711cf> Tj ET";
    let read = pdf::read(&page(&font("Identity-H", "Identity"), content, &[], None), &LIMITS);
    refused(read, "do not say which characters");
}

#[test]
fn simple_fonts_go_by_their_encoding() {
    let simple = |encoding: &str, code: &str, text: &str| {
        let font = format!("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>");
        let content = format!("BT /F 10 Tf 100 700 Td ({code}) Tj ET");
        check(pdf::read(&page(&font, &content, &[], None), &LIMITS), text);
    };
    simple("", "It is 'so' \\256.", "It is ’so’ fi.");
    simple("/Encoding /WinAnsiEncoding", "caf\\351 \\226 \\223x\\224", "café – “x”");
    simple(
        "/Encoding << /Differences [65 /uni4E2D /eacute /f_i 200 /emdash] >>",
        "AB\\310",
        "中é—",
    );
}

#[test]
fn lines_of_the_page_are_lines_and_gaps_are_blank_ones() {
    printed(
        &[
            (50.0, 700.0, "第一条　为了"),
            (50.0, 685.0, "加强管理。"),
            (50.0, 655.0, "第二条　本条例"),
            (50.0, 640.0, "自公布起。"),
        ],
        "第一条　为了\n加强管理。\n\n第二条　本条例\n自公布起。",
    );
}

#[test]
fn parts_of_a_line_that_were_drawn_apart_are_one_line() {
    printed(&[(50.0, 700.0, "甲乙"), (50.0, 685.0, "丁"), (70.0, 700.0, "丙")], "甲乙丙\n丁");
    // Cells and dates stand apart on the line.
    printed(&[(50.0, 700.0, "甲乙"), (200.0, 700.0, "丙")], "甲乙 丙");
}

#[test]
fn spaces_are_where_the_page_has_them() {
    drawn("BT /F 10 Tf 50 700 Td [<4e2d> -100 <56fd> -700 <4eba>] TJ ET", &[], "中国 人");
    // Letters in a font of half an em: a gap of a quarter is a space, a tenth none.
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>";
    let content = "BT /F 10 Tf 50 700 Td [(Old) -250 (Ma) -100 (n)] TJ ET";
    check(pdf::read(&page(font, content, &[], None), &LIMITS), "Old Man");
}

/// Two columns beside each other as they are drawn: line by line across both.
fn columns() -> Vec<(f64, f64, &'static str)> {
    let left = [
        "天地玄黄宇宙洪荒",
        "日月盈昃辰宿列张",
        "寒来暑往秋收冬藏",
        "闰余成岁律吕调阳",
        "云腾致雨露结为霜",
    ];
    let right = [
        "金生丽水玉出昆冈",
        "剑号巨阙珠称夜光",
        "果珍李柰菜重芥姜",
        "海咸河淡鳞潜羽翔",
        "龙师火帝",
    ];
    let mut places = vec![(50.0, 730.0, "千字文是梁朝周兴嗣所作的一篇韵文")];
    for (at, (left, right)) in left.into_iter().zip(right).enumerate() {
        let y = 700.0 - 15.0 * at as f64;
        places.extend([(50.0, y, left), (150.0, y, right)]);
    }
    places
}

#[test]
fn where_there_is_a_gutter_one_column_follows_the_other() {
    printed(
        &columns(),
        "千字文是梁朝周兴嗣所作的一篇韵文\n\n天地玄黄宇宙洪荒\n日月盈昃辰宿列张\n寒来暑往秋收冬藏\n闰余成岁律吕调阳\n云腾致雨露结为霜\n\
        金生丽水玉出昆冈\n剑号巨阙珠称夜光\n果珍李柰菜重芥姜\n海咸河淡鳞潜羽翔\n龙师火帝",
    );
}

#[test]
fn the_rows_of_a_table_are_not_columns() {
    let mut places = Vec::new();
    let rows = ["甲 1", "乙乙 2", "丙丙丙 3", "丁 4", "戊戊 5", "己 6"];
    for (at, row) in rows.into_iter().enumerate() {
        let (name, figure) = row.split_once(' ').expect("two cells");
        let y = 700.0 - 15.0 * at as f64;
        places.extend([(50.0, y, name), (150.0, y, figure)]);
    }
    printed(&places, &rows.join("\n"));
}

#[test]
fn what_was_drawn_in_no_order_is_read_from_the_top() {
    printed(
        &[
            (50.0, 640.0, "丁"),
            (50.0, 700.0, "甲"),
            (50.0, 655.0, "丙"),
            (50.0, 670.0, "乙"),
            (50.0, 610.0, "己"),
            (50.0, 625.0, "戊"),
        ],
        "甲\n\n乙\n丙\n丁\n戊\n己",
    );
}

#[test]
fn lines_that_run_down_are_read_from_the_right() {
    let content = format!(
        "BT /F 10 Tf 1 0 0 1 200 700 Tm <{}> Tj 1 0 0 1 180 700 Tm <{}> Tj ET",
        hex(&utf16("天地玄黄，")),
        hex(&utf16("宇宙洪荒。"))
    );
    let page = page(&font("UniGB-UTF16-V", "GB1"), &content, &[], None);
    check(pdf::read(&page, &LIMITS), "天地玄黄，\n宇宙洪荒。");
}

#[test]
fn a_page_that_lies_on_its_side_is_read_as_it_is_looked_at() {
    let content = lines(&[(50.0, 700.0, "甲乙"), (50.0, 685.0, "丙丁")]);
    let turned = content.replace("BT", "0 1 -1 0 800 0 cm BT");
    drawn(&turned, &[], "甲乙\n丙丁");
}

#[test]
fn shadows_of_a_character_are_drawn_over_it_and_count_once() {
    printed(&[(50.0, 700.0, "大题"), (50.4, 699.6, "大题"), (50.0, 680.0, "人人")], "大题\n人人");
}

#[test]
fn radicals_and_forms_for_other_lines_are_the_characters_that_they_show() {
    printed(&[(50.0, 700.0, "⽇⽉⾏⼤⻢⻅")], "日月行大马见");
    let map = stream(
        "",
        "1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <2F8F> <42> <FE35> <43> <0000> endbfchar",
    );
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 6 0 R >>";
    let read = pdf::read(&page(font, "BT /F 10 Tf 50 700 Td (ABC) Tj ET", &[map], None), &LIMITS);
    check(read, "行（C");
}

#[test]
fn drawings_in_drawings_are_read_and_circles_end() {
    let form =
        |content: &str| stream("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -50]", content);
    drawn("q /X Do Q", &[form(&lines(&[(50.0, 700.0, "框")]))], "框");
    let circle = form(&(lines(&[(50.0, 700.0, "甲")]) + " q /X Do Q"));
    let text = pdf::read(&page(&font("UniGB-UTF16-H", "GB1"), "/X Do", &[circle], None), &LIMITS);
    assert!(text.is_ok_and(|content| content.text.starts_with('甲')));
    // Each draws the other many times.
    let twice = |name: &str| form(&format!("/{name} Do ").repeat(100));
    let bomb = page(&font("UniGB-UTF16-H", "GB1"), "/X Do", &[twice("Y"), twice("X")], None);
    assert_eq!(pdf::read(&bomb, &LIMITS), Err(Cause::Bomb { most: LIMITS.unpacked_bytes }));
}

#[test]
fn streams_that_grow_are_bounded() {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b' '; 3_000_000]).expect("in memory");
    let packed = hex(&packer.finish().expect("in memory"));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_string(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [4 0 R 4 0 R] >>".to_string(),
        stream("/Filter [/ASCIIHexDecode /FlateDecode]", &packed),
    ];
    let bytes = file(&objects, None);
    let limits = Limits { unpacked_bytes: 5_000_000, ..LIMITS };
    assert_eq!(pdf::read(&bytes, &limits), Err(Cause::Bomb { most: 5_000_000 }));
    assert_eq!(pdf::read(&bytes, &LIMITS), Err(Cause::Empty));
}

#[test]
fn what_a_file_says_of_itself_is_taken_unless_it_says_nothing() {
    let says = |info: &str, title: &str, author: &str, date: &str| {
        let content = lines(&[(50.0, 700.0, "甲")]);
        let more = ["null".to_string(), "null".to_string(), info.to_string()];
        let page = page(&font("UniGB-UTF16-H", "GB1"), &content, &more, Some(8));
        let Content { title: t, author: a, date: d, .. } =
            pdf::read(&page, &LIMITS).expect("a page");
        assert_eq!((&t[..], &a[..], &d[..]), (title, author, date));
    };
    let title = hex(&utf16("条例"));
    says(
        &format!(
            "<< /Title <feff{title}> /Author (Wang) /CreationDate (D:20210305120000+08'00') >>"
        ),
        "条例",
        "Wang",
        "2021-03-05",
    );
    says(&format!("<< /Title <{}> >>", hex(&GB18030.encode("条例").0)), "条例", "", "");
    for junk in ["Microsoft Word - x.doc", "untitled", "a.indd", "1", ""] {
        says(&format!("<< /Title ({junk}) /Author (Administrator) >>"), "", "", "");
    }
}

#[test]
fn pages_that_programs_print_are_read() {
    let statute = "第一条　为了加强对动物防疫活动的管理，\n预防、控制和扑灭动物疫病，促进养殖业\n发展，根据法律规定，制定本条例。\n\n第二条　本条例适用于本市。";
    for bytes in [&include_bytes!("pages/objects.pdf")[..], include_bytes!("pages/encrypted.pdf")] {
        let content = pdf::read(bytes, &LIMITS).expect("a document");
        assert_eq!(content.text, statute);
        assert_eq!(
            (&content.title[..], &content.author[..], &content.date[..]),
            ("动物防疫条例", "张三", "2021-03-05")
        );
    }
    check(
        pdf::read(include_bytes!("pages/down.pdf"), &LIMITS),
        "天地玄黄，宇宙洪荒。日月盈昃，辰宿\n列张。\n寒来2021暑往，秋收冬藏。",
    );
    check(
        pdf::read(include_bytes!("pages/columns.pdf"), &LIMITS),
        "天地玄黄\n\n天地玄黄，宇宙洪\n荒。日月盈昃，辰\n宿列张。宇宙洪\n荒，天地玄黄。辰\n宿列张，日月盈\n昃。玄黄天地，洪\n荒宇宙。盈昃日\n月，列张辰宿。天\n地玄黄，宇宙洪\n荒。",
    );
}

#[test]
fn locked_and_scanned_files_are_said_to_be() {
    assert_eq!(pdf::read(include_bytes!("pages/locked.pdf"), &LIMITS), Err(Cause::Locked));
    assert_eq!(
        pdf::read(include_bytes!("pages/scan.pdf"), &LIMITS),
        Err(Cause::Scanned { pages: 3 })
    );
}

#[test]
fn what_is_no_pdf_is_refused_and_a_broken_index_is_made_anew() {
    refused(pdf::read(b"", &LIMITS), "does not begin");
    refused(pdf::read(b"%PDF-1.4 and nothing else", &LIMITS), "cannot be found");
    let whole = page(&font("UniGB-UTF16-H", "GB1"), &lines(&[(50.0, 700.0, "甲")]), &[], None);
    let text = String::from_utf8(whole).expect("letters").replace("startxref\n", "startxref\n9");
    check(pdf::read(text.as_bytes(), &LIMITS), "甲");
}

#[test]
fn numbers_of_glyphs_beyond_all_are_none() {
    let content = "BT /F 10 Tf 50 700 Td (A) Tj ET";
    let simple = "<< /Type /Font /Subtype /Type1 /FirstChar 4294967295 /Widths [500 500] >>";
    check(pdf::read(&page(simple, content, &[], None), &LIMITS), "A");
    let widths = "/W [4294967295 [500 500] 4294967294 4294967295 1] /DW 1000";
    let composite = font("UniGB-UTF16-H", "GB1").replace("/DW 1000", widths);
    let content = lines(&[(50.0, 700.0, "甲")]);
    check(pdf::read(&page(&composite, &content, &[], None), &LIMITS), "甲");
}
