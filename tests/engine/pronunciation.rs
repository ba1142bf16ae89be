//! How texts are read aloud. The readings are those of the Contemporary Chinese Dictionary
//! (现代汉语词典, seventh edition), written as GB/T 16159-2012 has it, but for the spaces: each
//! character has its own syllable.

use std::sync::LazyLock;

use jianyue::engine::{Block, Pronunciation, Role, Segmenter};
use proptest::prelude::*;

static LISTS: LazyLock<Pronunciation> = LazyLock::new(|| {
    let of = |name: &str| std::fs::read_to_string(format!("src/pinyin/{name}")).expect("the list");
    Pronunciation::new(&of("TGHZ2013.txt"), &of("WORDS.txt"))
});

static WORDS: LazyLock<Segmenter> = LazyLock::new(Segmenter::embedded);

fn block(text: &str, is_segmented: bool) -> Block {
    let words = if is_segmented { WORDS.words(text) } else { Vec::new() };
    Block { role: Role::Body, sure: 100, text: text.to_owned(), origin: Vec::new(), words }
}

/// The reading of a text.
fn read(block: &Block) -> String {
    let pieces = LISTS.ruby(block);
    let readings = pieces.iter().filter(|piece| !piece.reading.is_empty());
    readings.map(|piece| piece.reading.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_character_is_read_as_its_word_wants_it() {
    #[track_caller]
    fn check(text: &str, reading: &str) {
        assert_eq!(read(&block(text, true)), reading, "{text}");
    }
    check("重庆高新区", "chóng qìng gāo xīn qū");
    check("重要", "zhòng yào");
    check("重新", "chóng xīn");
    check("银行行长", "yín háng háng zhǎng");
    check("行业", "háng yè");
    check("长江", "cháng jiāng");
    check("增长", "zēng zhǎng");
    check("都市圈", "dū shì quān");
    check("首都", "shǒu dū");
    check("会计", "kuài jì");
    check("音乐", "yīn yuè");
    check("快乐", "kuài lè");
    check("处理", "chǔ lǐ");
    check("到处", "dào chù");
    check("成为", "chéng wéi");
    check("因为", "yīn wèi");
    check("调整", "tiáo zhěng");
    check("调查", "diào chá");
    check("率先", "shuài xiān");
    check("效率", "xiào lǜ");
    check("供给", "gōng jǐ");
    check("参与", "cān yù");
    check("觉得", "jué de");
    check("睡觉", "shuì jiào");
    check("朝鲜", "cháo xiǎn");
    check("差异", "chā yì");
    check("出差", "chū chāi");
    check("传记", "zhuàn jì");
    check("宣传", "xuān chuán");
    check("积累", "jī lěi");
    check("便宜", "pián yi");
    check("方便", "fāng biàn");
    check("一个", "yī gè");
    check("不是", "bù shì");
    check("女性", "nǚ xìng");
}

#[test]
fn a_word_that_is_in_no_list_is_read_by_the_words_in_it() {
    // One word, whatever the dictionary says of it.
    let whole = |text: &str| LISTS.reading(text, "");
    assert_eq!(whole("重庆银行"), "chóng qìng yín háng");
    assert_eq!(whole("长江银行"), "cháng jiāng yín háng");
    // 〇 is in no list.
    assert_eq!(whole("二〇二一"), "èr 〇 èr yī");
    assert_eq!(read(&block("重庆", false)), "chóng qìng");
}

#[test]
fn a_character_is_read_by_its_part_of_speech() {
    assert_eq!(LISTS.reading("长", "a"), "cháng");
    assert_eq!(LISTS.reading("得", "ud"), "de");
    assert_eq!(LISTS.reading("地", "uv"), "de");
    assert_eq!(LISTS.reading("地", "n"), "dì");
}

#[test]
fn what_is_no_character_is_not_read() {
    let pieces = LISTS.ruby(&block("5G网络，2021年。", true));
    let readings: Vec<(u32, &str)> =
        pieces.iter().map(|piece| (piece.units, piece.reading.as_str())).collect();
    assert_eq!(readings, [(2, ""), (2, "wǎng luò"), (5, ""), (1, "nián"), (1, "")]);
    assert!(LISTS.ruby(&block("", true)).is_empty());
}

proptest! {
    #[test]
    fn the_pieces_of_any_text_are_the_whole_of_it(text in "[a-z重庆长行〇𠮷，。 ]{0,40}|\\PC{0,40}", is_segmented: bool) {
        let block = block(&text, is_segmented);
        let pieces = LISTS.ruby(&block);
        let units: u32 = pieces.iter().map(|piece| piece.units).sum();
        prop_assert_eq!(units as usize, text.encode_utf16().count());
        // A syllable for each character.
        let mut rest: Vec<u16> = text.encode_utf16().collect();
        for piece in pieces {
            let after = rest.split_off(piece.units as usize);
            let characters = String::from_utf16(&rest).expect("whole characters").chars().count();
            if !piece.reading.is_empty() {
                prop_assert_eq!(piece.reading.split(' ').count(), characters);
            }
            rest = after;
        }
    }

    #[test]
    fn any_lists_are_read(characters in "\\PC{0,60}", words in "([长行重庆/a]{1,3}\t[a-z ]{0,9}\n){0,5}", text in "[长行重庆]{0,9}") {
        let lists = Pronunciation::new(&characters, &words);
        lists.ruby(&block(&text, false));
    }
}
