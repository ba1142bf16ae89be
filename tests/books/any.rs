//! Whatever the bytes are, reading ends with a text or a cause.

use jianyue::import::{Limits, docx, epub, pdf};
use proptest::prelude::*;

use super::archive;
use super::printer::{font, lines, page, stream};

const LIMITS: Limits = Limits { file_bytes: 1_000_000, unpacked_bytes: 2_000_000, members: 100 };

fn all(bytes: &[u8]) {
    let _ = epub::read(bytes, &LIMITS);
    let _ = docx::read(bytes, &LIMITS);
    let _ = pdf::read(bytes, &LIMITS);
}

/// A good file of each kind.
fn files() -> Vec<Vec<u8>> {
    let form = stream("/Type /XObject /Subtype /Form", &lines(&[(50.0, 600.0, "框")]));
    vec![
        archive(&[
            (
                "content.opf",
                "<package><metadata><title>题</title></metadata><manifest><item id=\"a\" href=\"a.x\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
            ),
            (
                "a.x",
                "<html><body><h1>一</h1><table><tr><td>甲</td><td>&lt;</td></tr></table><ruby>汉<rt>x</rt></ruby></body></html>",
            ),
        ]),
        archive(&[
            (
                "word/document.xml",
                "<d><body><p><pPr><pStyle val=\"1\"/><numPr><ilvl val=\"1\"/><numId val=\"1\"/></numPr></pPr><r><t>甲</t></r></p><tbl><tr><tc><p><r><t>乙</t></r></p></tc></tr></tbl></body></d>",
            ),
            (
                "word/numbering.xml",
                "<n><abstractNum abstractNumId=\"0\"><lvl ilvl=\"1\"><start val=\"1\"/><numFmt val=\"upperRoman\"/><lvlText val=\"%1.%2\"/></lvl></abstractNum><num numId=\"1\"><abstractNumId val=\"0\"/></num></n>",
            ),
        ]),
        page(
            &font("GBK-EUC-H", "GB1"),
            "/X Do BT /F 9 Tf 1 0 0 1 50 700 Tm [<d6d0> -900 <b9fa>] TJ T* <41> ' ET",
            &[form],
            None,
        ),
        include_bytes!("pages/objects.pdf").to_vec(),
        include_bytes!("pages/encrypted.pdf").to_vec(),
        include_bytes!("pages/down.pdf").to_vec(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000), magic in 0..4usize) {
        let magic = [&b""[..], b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"][magic];
        all(&[magic, &bytes].concat());
    }

    #[test]
    fn any_xml_is_read_or_refused(xml in "(<[a-z:/!?\\[ ]{0,5}>?|</(p|tbl|tr|tc|t|pre|table|td|tr|h1|rt)>|<(p|tbl|tr|tc|t|pre|table|td|br/|h1|rt|del|footnote)>|&[a-z#0-9x]{0,4};?|甲| ){0,60}") {
        all(&archive(&[("word/document.xml", &xml), ("word/footnotes.xml", &xml), ("word/styles.xml", &xml), ("word/numbering.xml", &xml)]));
        let package = "<package><manifest><item id=\"a\" href=\"a.x\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
        all(&archive(&[("content.opf", package), ("a.x", &xml)]));
        all(&archive(&[("content.opf", &xml)]));
    }

    #[test]
    fn any_drawing_is_read_or_refused(content in "(BT|ET|q|Q|/F|/X|Do|Tf|Td|Tm|Tj|TJ|T\\*|'|\"|cm|Tz|Tc|TL|\\(|\\)|<d6d0b9>|\\[|\\]|[0-9-]{1,9}|1e9|\\.5| ){0,80}") {
        let form = stream("/Type /XObject /Subtype /Form", &content);
        all(&page(&font("GBK-EUC-V", "GB1"), &content.replace(' ', "\n"), &[form], None));
    }

    #[test]
    fn any_part_of_a_file_is_read_or_refused(which in 0..6usize, at in 0.0..1.0f64) {
        let file = &files()[which];
        all(&file[..(file.len() as f64 * at) as usize]);
    }

    #[test]
    fn any_damage_to_a_file_is_read_or_refused(which in 0..6usize, places in proptest::collection::vec((0.0..1.0f64, any::<u8>()), 1..20)) {
        let mut file = files().swap_remove(which);
        for (at, byte) in places {
            let at = (file.len() as f64 * at) as usize;
            file[at] = byte;
        }
        all(&file);
    }
}
