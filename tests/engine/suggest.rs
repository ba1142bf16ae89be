//! Suggestions: by reading, by beginning, by one character; against searches so plain that they
//! can hardly be wrong.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use jianyue::embedded::{FOLD, LIBRARY, PINYIN};
use jianyue::engine::{Fold, Pinyin, Suggestion, by_pinyin, named, nearest, pack};
use proptest::prelude::*;

use crate::seeds;

/// A folded text, with the bytes at which words begin and end.
struct Folded {
    text: String,
    borders: BTreeSet<usize>,
}

/// The five seeds.
fn folded() -> &'static Folded {
    static FOLDED: OnceLock<Folded> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let fold = Fold::new(FOLD);
        let mut folded = Folded { text: String::new(), borders: BTreeSet::new() };
        for block in seeds().corpus().docs.iter().flat_map(|doc| &doc.page.blocks) {
            let start = folded.text.len();
            let mut end = 0;
            folded.borders.insert(start);
            for (word, _) in named(&block.text, &block.words) {
                end += word.len();
                folded.borders.insert(start + fold.text(&block.text[..end]).len());
            }
            folded.text += &fold.text(&block.text);
            folded.text.push('\n');
        }
        folded
    })
}

fn pinyin() -> &'static Pinyin {
    static PINYIN_READ: OnceLock<Pinyin> = OnceLock::new();
    PINYIN_READ.get_or_init(|| Pinyin::new(PINYIN))
}

/// The suggestions as one text: each with its count.
pub fn shown(suggestions: &[Suggestion]) -> String {
    let shown = suggestions.iter().map(|found| format!("{} {}", found.text, found.count));
    shown.collect::<Vec<_>>().join(", ")
}

mod readings {
    use super::*;

    #[track_caller]
    fn check(characters: &str, readings: &str) {
        for c in characters.chars() {
            let found: Vec<&str> = pinyin().readings(c).collect();
            assert_eq!(found.join(" "), readings, "{c}");
        }
    }

    #[test]
    fn are_those_of_the_dictionary_without_tones() {
        check("重", "chong zhong");
        check("行", "hang heng xing");
        check("庆", "qing");
        check("是事世", "shi");
        check("一", "yi");
        check("镕", "rong"); // of names, not among the 6,763 of GB 2312
        check("䴘", "ti"); // the first that has one is below U+4E00
        check("龢", "he"); // the last
        check("声", "sheng"); // the archaic qing is not there
    }

    #[test]
    fn of_the_vowel_with_two_dots_are_as_they_are_typed() {
        check("女", "nv");
        check("绿", "lu lv");
        check("略", "lue lve");
        check("雪", "xue");
        check("欸", "ai e");
    }

    #[test]
    fn are_not_known_of_what_is_no_simplified_character() {
        check("慶a1，\n〇\u{20}😀𠮷", "");
    }

    #[test]
    fn of_every_character_of_the_seeds_are_known() {
        let is_han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let unread: String = folded()
            .text
            .chars()
            .filter(is_han)
            .filter(|&c| pinyin().readings(c).next().is_none())
            .collect();
        assert_eq!(unread, "");
    }

    #[test]
    fn that_the_site_has_are_all_of_those_that_the_library_needs() {
        let fold = Fold::new(FOLD);
        let few = Pinyin::new(&pack::tables(LIBRARY).expect("tables").readings);
        for doc in &seeds().corpus().docs {
            for c in fold.text(&doc.text()).chars() {
                assert!(few.readings(c).eq(pinyin().readings(c)), "{c}");
            }
        }
        assert_eq!(few.readings('龢').count(), 0, "it is in no seed");
    }
}

mod by_reading {
    use super::*;

    fn found(folded: &Folded, typed: &str, limit: usize) -> Vec<Suggestion> {
        by_pinyin(&folded.text, |at| folded.borders.contains(&at), pinyin(), typed, limit)
    }

    /// On the five seeds, the first three.
    #[track_caller]
    fn check(typed: &str, suggestions: &str) {
        assert_eq!(shown(&found(folded(), typed, 3)), suggestions, "{typed}");
    }

    #[test]
    fn first_letters() {
        check("cqgxq", "重庆高新区 57");
        check("kxc", "科学城 160");
        check("zgdz", "中国电子 49");
        check("rjy", "软件园 30");
        check("jfsys", "金凤实验室 5");
        check("rgzn", "人工智能 4");
        check("cxm", "陈锡明 8");
        check("qy", "企业 94, 签约 26, 区域 10");
    }

    #[test]
    fn two_letters_of_one_sound() {
        check("zhgdz", "中国电子 49");
        check("zh'g'd'z", "中国电子 49");
        check("chq", "重庆 224, 出去 1, 超强 1");
        check("zhh", "转化 13, 智慧 9, 整合 3");
    }

    #[test]
    fn whole_syllables() {
        check("chongqing", "重庆 224");
        check("chongqinggaoxinqu", "重庆高新区 57");
        check("kexuecheng", "科学城 160");
        check("guanggu", "光谷 7");
        check("renGong ZHINENG", "人工智能 4");
        check("lvse", "绿色 4");
        check("lüse", "绿色 4");
    }

    #[test]
    fn any_reading_of_a_character() {
        check("zhongqing gaoxinqu", "重庆高新区 57");
        check("zqgxq", "重庆高新区 57");
    }

    #[test]
    fn mixtures_and_a_syllable_that_is_not_finished() {
        check("chongqgxq", "重庆高新区 57");
        check("cqgaoxinqu", "重庆高新区 57");
        check("chongqin", "重庆 224");
        check("chongq", "重庆 224");
        check("kexuechen", "科学城 160");
        check("chen xi m", "陈锡明 8");
    }

    #[test]
    fn spaces_and_apostrophes_end_syllables() {
        check("xian", "西安 1");
        check("xi'an", "西安 1");
        check("xi an", "西安 1");
        check("xi’an", "西安 1");
        check("x'ian", "");
        check("xia n", "");
        check(" ' chongqing ' ", "重庆 224");
        check("chongq ing", "");
    }

    #[test]
    fn whole_syllables_come_before_letters() {
        let text = Folded { text: "爱你阿南爱你\n".to_owned(), borders: (0..99).collect() };
        assert_eq!(shown(&found(&text, "an", 9)), "阿南 1, 爱你 2");
        assert_eq!(shown(&found(&text, "aini", 9)), "爱你 2");
    }

    #[test]
    fn phrases_begin_and_end_with_words_and_are_counted_wherever_they_are() {
        let folded = |borders: &[usize]| Folded {
            text: "高新区高新\n高新，新\n高\n新".to_owned(),
            borders: borders.iter().copied().collect(),
        };
        assert_eq!(shown(&found(&folded(&[0, 6]), "gx", 9)), "高新 3");
        assert_eq!(shown(&found(&folded(&[0, 9, 15]), "gx", 9)), "高新 3");
        assert_eq!(shown(&found(&folded(&[0, 15]), "gx", 9)), "");
        assert_eq!(shown(&found(&folded(&[0, 9]), "gx", 9)), "");
    }

    #[test]
    fn what_is_no_reading_has_none() {
        let long = "a".repeat(61);
        for typed in ["", "c", " c ", "c1", "重庆", "cq，", "cq-gxq", "c\u{301}q", "vv", &long] {
            check(typed, "");
        }
        assert!(found(folded(), "cq", 0).is_empty());
    }

    #[test]
    fn two_to_twelve_characters_and_up_to_sixty_letters() {
        let text = Folded { text: "装".repeat(13), borders: (0..99).collect() };
        assert_eq!(shown(&found(&text, &"z".repeat(12), 9)), format!("{} 1", "装".repeat(12)));
        assert_eq!(shown(&found(&text, &"z".repeat(13), 9)), "");
        assert_eq!(shown(&found(&text, "zhuang", 9)), "");
        assert_eq!(shown(&found(&text, &"zhuang".repeat(10), 9)), format!("{} 1", "装".repeat(10)));
    }

    /// The oracle: how many characters were not typed whole, at the least; `None` if they are not
    /// read so. `rest` has single spaces where syllables end.
    fn shortened(characters: &[char], rest: &str) -> Option<usize> {
        let Some((&c, others)) = characters.split_first() else {
            return rest.is_empty().then_some(0);
        };
        let after = |part: &str, cost| {
            let rest = rest.strip_prefix(part)?;
            Some(cost + shortened(others, rest.trim_start())?)
        };
        let read = |syllable: &str| {
            let sound = [2, 1].map(|n| syllable.get(..n).unwrap_or(""));
            let sound =
                sound.into_iter().filter(|s| s.len() == 1 || ["zh", "ch", "sh"].contains(s));
            let unfinished =
                Some(rest).filter(|rest| !rest.is_empty() && syllable.starts_with(rest));
            let short = sound.chain(unfinished).filter_map(|part| after(part, 1)).min();
            after(syllable, 0).into_iter().chain(short).min()
        };
        pinyin().readings(c).filter_map(read).min()
    }

    fn naive(folded: &Folded, typed: &str) -> Vec<Suggestion> {
        let typed = typed.to_lowercase().replace('\'', " ");
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if typed.replace(' ', "").len() < 2 {
            return Vec::new();
        }
        let mut found = BTreeSet::new();
        for &start in &folded.borders {
            for &end in folded.borders.range(start + 1..) {
                let phrase = &folded.text[start..end];
                let characters: Vec<char> = phrase.chars().collect();
                if let (2..=12, Some(cost)) = (characters.len(), shortened(&characters, &typed)) {
                    let count = folded.text.matches(phrase).count() as u32;
                    found.insert((cost, Reverse(count), phrase.to_owned()));
                }
            }
        }
        found.into_iter().map(|(_, Reverse(count), text)| Suggestion { text, count }).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn is_as_a_naive_search_finds_it(
            characters in prop::collection::vec((prop::sample::select("重重庆庆高新区西安安阿俄城\n，a".chars().collect::<Vec<_>>()), prop::bool::weighted(0.8)), 0..30),
            typed in "(chong|ZHONG|zh|qing|c|q|qi|ng|g|gao|x|xi|xian|an|a|e|'| ){1,7}",
        ) {
            let mut folded = Folded { text: String::new(), borders: BTreeSet::new() };
            for (c, is_border) in characters {
                if is_border {
                    folded.borders.insert(folded.text.len());
                }
                folded.text.push(c);
            }
            folded.borders.insert(folded.text.len());
            prop_assert_eq!(found(&folded, &typed, usize::MAX), naive(&folded, &typed));
        }

        #[test]
        fn nothing_typed_on_any_text_fails(text in "\\PC{0,40}|[重庆\n]{0,40}", typed in "\\PC{0,70}|[a-z ']{0,70}", table in "\\PC{0,30}|(a [0-Z\\u{8000}-\\u{9000}]{0,5}\n){0,5}") {
            by_pinyin(&text, |_| true, pinyin(), &typed, 5);
            by_pinyin(&text, |_| true, &Pinyin::new(&table), &typed, 5);
        }
    }
}

mod by_one_character {
    use super::*;

    /// On the five seeds, the first three.
    #[track_caller]
    fn check(typed: &str, suggestions: &str) {
        assert_eq!(shown(&nearest(&folded().text, typed, 3)), suggestions, "{typed}");
    }

    #[test]
    fn another_character() {
        check("重庆高薪区", "重庆高新区 57");
        check("种庆高新区", "重庆高新区 57, 庆高新区 57");
        check("重庆高新曲", "重庆高新区 57, 重庆高新 57");
        check("科雪城", "科学城 160, 科技城 1");
        check("陈锡名", "陈锡明 8, 陈锡 8");
        check("watsom", "watson 1, watso 1");
        check("高薪", "高新 80, 高质 21, 高端 10");
    }

    #[test]
    fn one_character_too_many() {
        check("重庆高新x区", "重庆高新区 57");
        check("x重庆高新区", "重庆高新区 57, 在重庆高新区 6, 是重庆高新区 2");
        check("西部科科学城", "西部科学城 2");
        check("西西部科学城", "西部科学城 2, 国西部科学城 1, 庆西部科学城 1");
    }

    #[test]
    fn not_two_characters() {
        check("重庆高薪曲", "");
        check("重庆高xx新区", "");
        check("高重庆新区", "");
    }

    #[test]
    fn the_other_character_can_be_part_of_a_phrase() {
        let text = "高新，高 新\n高。新高1新高a新高·新";
        assert_eq!(shown(&nearest(text, "高x新", 9)), "高1新 1, 高a新 1, 高新 1");
        assert_eq!(shown(&nearest("高\n高", "高新", 9)), "");
    }

    #[test]
    fn what_overlaps_is_counted_as_the_search_does() {
        assert_eq!(shown(&nearest("哈哈哈哈哈", "哈哈x", 9)), "哈哈 2, 哈哈哈 1");
        assert_eq!(shown(&nearest("哈哈哈哈哈", "哈哈哈哈哈哈", 9)), "哈哈哈哈哈 1");
    }

    #[test]
    fn only_for_two_to_twenty_characters() {
        for typed in ["", "重", "\n重庆", "重庆\n"] {
            check(typed, "");
        }
        let text = "重".repeat(30);
        assert_eq!(
            shown(&nearest(&text, &format!("{}庆", "重".repeat(19)), 1)),
            format!("{text} 1", text = "重".repeat(20))
        );
        assert_eq!(shown(&nearest(&text, &format!("{}庆", "重".repeat(20)), 1)), "");
        assert!(nearest(&folded().text, "科雪城", 0).is_empty());
    }

    #[test]
    fn a_half_that_is_everywhere_is_not_looked_at_everywhere_but_counted() {
        let text = "高区".repeat(150_000) + "高校";
        assert_eq!(shown(&nearest(&text, "高薪", 9)), "高区 150000");
        assert_eq!(shown(&nearest(&text, "薪区", 9)), "高区 150000");
    }

    /// The oracle: looks at every phrase of every line.
    fn naive(text: &str, typed: &str) -> Vec<Suggestion> {
        let wanted: Vec<char> = typed.chars().collect();
        let is_near = |phrase: &[char]| {
            let differs = |(a, b): &(&char, &char)| a != b;
            let differing: Vec<_> = wanted.iter().zip(phrase).filter(differs).collect();
            let lacks = |i: usize| [&wanted[..i], &wanted[i + 1..]].concat() == phrase;
            (phrase.len() == wanted.len()
                && differing.len() == 1
                && differing[0].1.is_alphanumeric())
                || (0..wanted.len()).any(lacks)
        };
        let mut found = BTreeSet::new();
        for line in text.lines() {
            let characters: Vec<char> = line.chars().collect();
            for start in 0..characters.len() {
                for end in start + 2..=characters.len() {
                    if is_near(&characters[start..end]) {
                        let phrase: String = characters[start..end].iter().collect();
                        let count = text.matches(&phrase).count() as u32;
                        found.insert((Reverse(count), Reverse(end - start), phrase));
                    }
                }
            }
        }
        found.into_iter().map(|(Reverse(count), _, text)| Suggestion { text, count }).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn is_as_a_naive_search_finds_it(text in "[甲乙a，\n]{0,30}", typed in "[甲乙a，]{2,7}") {
            prop_assert_eq!(nearest(&text, &typed, usize::MAX), naive(&text, &typed));
        }

        #[test]
        fn nothing_typed_on_any_text_fails(text in "\\PC{0,40}", typed in "\\PC{0,22}") {
            nearest(&text, &typed, 5);
        }
    }
}
