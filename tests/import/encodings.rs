//! Encodings: said, declared, marked, and found out.

use encoding_rs::{BIG5, GB18030, UTF_8};
use jianyue::import::{Encoding, Wishes};
use proptest::prelude::*;

use crate::{all, one, refused, seeds};

/// A text in an encoding of that name; `None` where it has a character that the encoding lacks.
pub fn encoded(text: &str, name: &str) -> Option<Vec<u8>> {
    Some(match name {
        "UTF-8" => text.as_bytes().to_vec(),
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "gb18030" => {
            let (bytes, _, lacks) = GB18030.encode(text);
            return (!lacks).then(|| bytes.into_owned());
        }
        _ => {
            assert_eq!(name, "Big5");
            let (bytes, _, lacks) = BIG5.encode(text);
            return (!lacks).then(|| bytes.into_owned());
        }
    })
}

const ALL: [&str; 5] = ["UTF-8", "UTF-16LE", "UTF-16BE", "gb18030", "Big5"];

/// A text is found out to be in an encoding, and is what it was.
#[track_caller]
fn check(text: &str, name: &str) {
    let taken = one("文.txt", &encoded(text, name).expect("it can be written so"));
    assert_eq!(taken.encoding.map(Encoding::name), Some(name), "{text}");
    assert_eq!(taken.content.text, text);
}

/// The beginning of the Preface to the Orchid Pavilion poems, 353, in traditional characters.
const ORCHID: &str = "永和九年，歲在癸丑，暮春之初，會于會稽山陰之蘭亭，脩禊事也。群賢畢至，少長咸集。此地有崇山峻嶺，茂林脩竹，又有清流激湍，映帶左右，引以為流觴曲水，列坐其次。雖無絲竹管絃之盛，一觴一詠，亦足以暢敘幽情。是日也，天朗氣清，惠風和暢，仰觀宇宙之大，俯察品類之盛，所以遊目騁懷，足以極視聽之娛，信可樂也。";

#[test]
fn short_texts_are_told_by_their_letters() {
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE", "gb18030"] {
        check("重庆高新区建设加快，科学城初具规模。", name);
        check("中华人民共和国", name);
    }
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE", "Big5"] {
        check("中華民國一百年，臺北市政府公告。", name);
        check("永和九年，歲在癸丑，暮春之初。", name);
    }
}

#[test]
fn long_texts_are_told_by_their_letters() {
    for name in ALL {
        check(ORCHID, name);
    }
    for text in seeds() {
        for name in &ALL[..4] {
            check(&text, name);
        }
    }
}

/// Pieces of real texts of 200 characters and more: the seeds for the mainland, and for Big5 the Preface
/// from each of its characters on.
#[test]
fn pieces_of_real_texts_are_told() {
    for text in seeds() {
        let chars: Vec<char> = text.chars().collect();
        for piece in chars.chunks(200).filter(|piece| piece.len() == 200) {
            let piece: String = piece.iter().collect();
            let piece = piece.trim();
            for name in &ALL[..4] {
                check(piece, name);
            }
        }
    }
    let chars: Vec<char> = ORCHID.chars().collect();
    for start in 0..chars.len() {
        let turned: String = chars[start..].iter().chain(&chars[..start]).collect();
        check(&turned, "Big5");
    }
}

#[test]
fn a_byte_order_mark_is_no_character_of_the_text() {
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE"] {
        let taken = one("文.txt", &encoded("\u{feff}甲乙", name).expect("written"));
        assert_eq!(taken.content.text, "甲乙");
        assert_eq!(taken.encoding.map(Encoding::name), Some(name));
    }
}

#[test]
fn a_page_says_what_it_is_in() {
    let html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><p>甲</p></html>";
    let taken = one("a.html", &encoded(html, "gb18030").expect("written"));
    assert_eq!(
        (taken.content.text.as_str(), taken.encoding.map(Encoding::name)),
        ("甲", Some("GBK"))
    );
    let html = "<html><META CHARSET='big5'><p>丙</p></html>";
    assert_eq!(one("a.html", &encoded(html, "Big5").expect("written")).content.text, "丙");
    let xml = "<?xml version='1.0' encoding='GBK'?><html><body><p>丁</p></body></html>";
    assert_eq!(one("a.xhtml", &encoded(xml, "gb18030").expect("written")).content.text, "丁");
    // What is UTF-8 through and through is that, whatever it says.
    let html = "<html><meta charset=gb2312><p>重庆高新区</p></html>";
    assert_eq!(one("a.html", html.as_bytes()).content.text, "重庆高新区");
}

#[test]
fn what_a_person_says_is_followed() {
    let bytes = encoded("重庆", "gb18030").expect("written");
    for (name, text) in [("GB2312", "重庆"), ("big5", "笭ヰ")] {
        let encoding = Encoding::named(name);
        assert!(encoding.is_some());
        let wishes = Wishes { encoding, ..Wishes::default() };
        let taken = all("a.txt", &bytes, &wishes).remove(0).expect("taken");
        assert_eq!(taken.content.text, text);
    }
    assert_eq!(Encoding::named("utf-9"), None);
    assert_eq!(Encoding::named("replacement"), None);
}

#[test]
fn a_text_that_was_cut_within_a_character_is_still_what_it_was() {
    let text = ORCHID.as_bytes();
    let taken = one("a.txt", &text[..text.len() - 1]);
    assert_eq!(taken.encoding.map(Encoding::name), Some("UTF-8"));
    assert!(taken.content.text.ends_with("樂也\u{fffd}"));
}

#[test]
fn what_is_no_text_is_not_decoded() {
    let noise: Vec<u8> =
        (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for path in ["a.dat", "a"] {
        assert_eq!(refused(path, &noise), jianyue::import::Cause::Unknown);
    }
    assert!(refused("a.txt", &noise).to_string().contains("no text"));
    let gbk = Wishes { encoding: Encoding::named("GBK"), ..Wishes::default() };
    assert!(all("a.dat", &noise, &gbk)[0].is_err());
}

proptest! {
    #[test]
    fn any_text_is_had_back_where_its_encoding_is_said(
        text in "[^\\p{C}\r]{1,200}",
        name in prop::sample::select(ALL.to_vec()),
    ) {
        prop_assume!(!text.trim().is_empty() && !text.starts_with('<'));
        if let Some(bytes) = encoded(&text, name) {
            let wishes = Wishes { encoding: Encoding::named(name), ..Wishes::default() };
            let taken = all("a.txt", &bytes, &wishes).remove(0).expect("taken");
            prop_assert_eq!(taken.content.text, text);
            prop_assert_eq!(taken.encoding.map(Encoding::name), Some(name));
        }
    }

    #[test]
    fn any_text_of_utf8_is_had_back(text in "[^\\p{C}\r]{1,200}") {
        prop_assume!(!text.trim().is_empty() && !text.starts_with('<'));
        let taken = one("a.txt", text.as_bytes());
        prop_assert_eq!(taken.content.text, text);
        prop_assert_eq!(taken.encoding.map(Encoding::name), Some(UTF_8.name()));
    }
}
