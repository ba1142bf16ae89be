//! Words as a person corrects them: the user dictionary, the cutting by it, and what of the corpus it
//! changes.

use std::sync::OnceLock;

use jianyue::embedded;
use jianyue::engine::{
    BadWord, Corpus, Engine, Folds, Lexicon, Query, Segmenter, Sense, named, pack as packing,
    packed_dictionary, unpacked_dictionary, unpacked_dictionary_for,
};
use proptest::prelude::*;

use crate::fold;

fn segmenter() -> &'static Segmenter {
    static SEGMENTER: OnceLock<Segmenter> = OnceLock::new();
    SEGMENTER.get_or_init(Segmenter::embedded)
}

fn lexicon(text: &str) -> Lexicon {
    let (lexicon, bad) = Lexicon::parse(text);
    assert_eq!(bad, []);
    lexicon
}

/// An engine over all seeds of its own, which can be corrected.
fn library() -> Engine {
    packing::read(embedded::LIBRARY).expect("the library of this build")
}

/// Has the engine know what is said of words, and cuts what is to be cut, in small pieces.
fn correct(engine: &mut Engine, text: &str) {
    engine.correct_words(lexicon(text));
    cut(engine);
}

fn cut(engine: &mut Engine) {
    loop {
        let piece = engine.uncut(2_000);
        if piece.texts.is_empty() {
            assert_eq!(piece.left, 0);
            return;
        }
        let segmenter = segmenter().with_lexicon(&lexicon(&piece.lexicon));
        let words = piece.texts.iter().map(|text| segmenter.words(text)).collect();
        engine.take_words(piece.change, words);
    }
}

/// How often a query is found.
fn count(engine: &Engine, typed: &str) -> usize {
    let search = engine.search(&engine.query(typed, Folds::ALL));
    engine.all_hits(&search).len()
}

#[test]
fn a_user_dictionary_is_read_and_what_is_none_of_it_is_told() {
    let text = "\u{feff}中电 n\n平安建投 12 nt\r\n\n信创\n重庆市 0\n一 二 三 四\n甲 3 乙\n";
    let long = "长".repeat(41);
    let (lexicon, bad) = Lexicon::parse(&format!("{text}{long}\n中电 nz\n"));
    assert_eq!(lexicon.to_text(), "中电 nz\n信创\n平安建投 12 nt\n重庆市 0\n");
    let bad: Vec<(u32, BadWord)> = bad.into_iter().map(|bad| (bad.line, bad.cause)).collect();
    let (one, other) = (BadWord::NotUnderstood, BadWord::TooLong);
    assert_eq!(bad, [(6, one), (7, one), (8, other)]);
    assert_eq!(lexicon.get("重庆市"), Some(&Sense::NO_WORD));
}

#[test]
fn a_word_wins_over_its_parts_and_one_that_is_none_is_cut() {
    let mut wrong = Vec::new();
    let mut check = |text: &str, said: &str, cut: &str| {
        let words = segmenter().with_lexicon(&lexicon(said)).words(text);
        let shown: Vec<String> =
            named(text, &words).map(|(word, tag)| format!("{word}/{tag}")).collect();
        if shown.join(" ") != cut {
            wrong.push(format!("{text} by {said:?} is {}", shown.join(" ")));
        }
    };
    check("中电系子公司", "", "中电系/nt 子公司/n");
    check("中电系子公司", "中电 nz", "中电/nz 系/v 子公司/n");
    check("中电系子公司", "中电系 nz\n中电 n", "中电系/nz 子公司/n");
    check("重庆软件园", "", "重庆/ns 软件园/n");
    check("重庆软件园", "重庆软件园 nt", "重庆软件园/nt");
    // A word of the dictionary is cut where the reader says, or as the dictionary does without it.
    check("软件园", "软件园 0\n软\n件园", "软/a 件园/zg");
    check("软件园", "软件园 0", "软件/n 园/zg");
    check("软件园", "软件园 0\n软件\n园\n软件 0\n软\n件", "软/a 件/zg 园/zg");
    // A name keeps its part of speech, also where the dictionary has another.
    check("高新在重庆", "高新 nr", "高新/nr 在/p 重庆/ns");
    // Marks and Latin letters.
    check("在光谷·智创园里", "光谷·智创园 ns", "在/p 光谷·智创园/ns 里/f");
    check("AIR和AI和5G网络", "AI nz\n5G网络 n", "AIR/eng 和/c AI/nz 和/c 5G网络/n");
    // A text of unknown characters.
    check("囯囯", "囯囯 0", "囯/x 囯/x");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_corrections_the_words_of_the_seeds_are_jieba_s_own() {
    let jieba = jieba_rs::Jieba::new();
    let engine = library();
    for doc in engine.corpus().docs.iter().filter(|doc| doc.patch.is_empty()) {
        for block in &doc.page.blocks {
            let own: Vec<(&str, &str)> = named(&block.text, &block.words).collect();
            let tags = jieba.tag(&block.text, true);
            let theirs: Vec<(&str, &str)> = tags.iter().map(|tag| (tag.word, tag.tag)).collect();
            assert_eq!(own, theirs);
        }
    }
}

#[test]
fn the_packed_dictionary_is_the_whole_one() {
    let text = "电 40 n\n中 12345 f\n中电 3 nz\n中 7 v\n中电系 1 n\n不足\n";
    let packed = packed_dictionary(text);
    assert_eq!(unpacked_dictionary(&packed), "中 7 v\n中电 3 nz\n中电系 1 n\n电 40 n\n");
    for end in 0..packed.len() {
        unpacked_dictionary(&packed[..end]);
    }
    let text = unpacked_dictionary(embedded::DICTIONARY);
    assert!(text.lines().count() > 349_000);
    let segmenter = Segmenter::with_dictionary(text.as_bytes()).expect("a dictionary");
    for doc in &library().corpus().docs {
        for block in &doc.page.blocks {
            assert_eq!(segmenter.words(&block.text), self::segmenter().words(&block.text));
        }
    }
}

/// What cuts some texts as the whole dictionary does.
fn made_for<'a>(texts: impl Iterator<Item = &'a str>) -> Segmenter {
    let needed = unpacked_dictionary_for(embedded::DICTIONARY, texts);
    Segmenter::with_dictionary(needed.as_bytes()).expect("a dictionary")
}

#[test]
fn what_of_the_dictionary_a_page_needs_is_a_small_part() {
    let text = library_text();
    let needed = unpacked_dictionary_for(embedded::DICTIONARY, [text].into_iter());
    let count = needed.lines().count();
    assert!((500..5_000).contains(&count), "{count} words");
    for word in ["重庆 ", "高新 ", "信息产业 ", "的 "] {
        assert!(needed.lines().any(|line| line.starts_with(word)), "{word} is left out");
    }
    assert!(!needed.contains("北京大学 "));
    // Nothing comes of a dictionary that is cut off, but no harm either.
    for end in (0..embedded::DICTIONARY.len()).step_by(100_003) {
        unpacked_dictionary_for(&embedded::DICTIONARY[..end], [text].into_iter());
    }
}

#[test]
fn what_is_joined_is_a_word_everywhere_and_hits_stay() {
    let mut engine = library();
    let before = engine.corpus().clone();
    let hits = count(&engine, "中电");
    let first = count(&engine, "word:中电");
    let completed = |engine: &Engine| {
        let words = engine.complete("中", 100).into_iter().find(|word| word.text == "中电");
        words.map_or(0, |word| word.count as usize)
    };
    let card = |engine: &Engine| engine.card(&engine.search(&Query::literal("中电", Folds::ALL)));
    assert_eq!(card(&engine).parts as usize, hits - first);

    correct(&mut engine, "中电 nz");
    let words = count(&engine, "word:中电");
    assert!(words > first + 5 && count(&engine, "中电") == hits, "{first} to {words} of {hits}");
    assert_eq!(count(&engine, "pos:nz 中电"), words);
    let told = card(&engine);
    assert_eq!(told.tags, [("nz".to_owned(), words as u32)]);
    assert_eq!(told.parts as usize, hits - words);
    assert_eq!(completed(&engine), words);
    let doc = engine.doc("001_3e264aaf608f2d8d").expect("a seed");
    assert!(engine.keywords(doc, 30).iter().any(|word| word.text == "中电"));
    // As if it had always been so.
    let fresh = Engine::new(engine.corpus().clone(), fold());
    for typed in ["word:中电", "word:电", "pos:n 电*", "pos:f 中"] {
        assert_eq!(count(&engine, typed), count(&fresh, typed), "{typed}");
    }
    assert_eq!(
        engine.suggest("zd", 8),
        fresh.with_readings(embedded::PINYIN.into()).suggest("zd", 8)
    );

    // And back.
    correct(&mut engine, "");
    assert!(engine.corpus() == &before);
    assert_eq!((count(&engine, "word:中电"), count(&engine, "中电")), (first, hits));
    assert_eq!(completed(&engine), first);
}

#[test]
fn a_document_that_is_corrected_keeps_its_words() {
    let mut engine = library();
    let id = "001_3e264aaf608f2d8d";
    correct(&mut engine, "中电 nz");
    let words = count(&engine, &format!("word:中电 doc:{id}"));
    assert!(words > 0);
    engine.revise(id, Some("off spaces"));
    cut(&mut engine);
    assert_eq!(count(&engine, &format!("word:中电 doc:{id}")), words);
    // Words for what is no longer so are not taken.
    let piece = engine.uncut(1);
    engine.correct_words(lexicon("重庆市 0"));
    let piece_after = engine.uncut(1);
    assert!(!engine.take_words(piece.change, vec![segmenter().words(&piece_after.texts[0])]));
    assert!(!engine.take_words(piece_after.change, vec![segmenter().words("别的")]));
    engine.revise(id, None);
    correct(&mut engine, "");
    assert!(engine.corpus() == library().corpus());
}

#[test]
fn words_of_the_browser_keep_the_parts_of_speech_that_the_build_knew() {
    // There the dictionary alone knows of parts of speech.
    let mut engine = library();
    engine.correct_words(lexicon("中电 nz"));
    let piece = engine.uncut(usize::MAX);
    let cut = segmenter().with_lexicon(&lexicon("中电 nz"));
    let unknown = jianyue::engine::named("，", &cut.words("，")).next().expect("a mark").1;
    assert_eq!(unknown, "x");
    let x = cut.words("，")[0].tag;
    let strip = |text: &String| {
        let mut words = cut.words(text);
        let tags: Vec<&str> = named(text, &words.clone()).map(|(_, tag)| tag).collect();
        for (word, tag) in words.iter_mut().zip(tags) {
            word.tag = if tag == "nr" { x } else { word.tag };
        }
        words
    };
    engine.take_words(piece.change, piece.texts.iter().map(strip).collect());
    let mut other = library();
    correct(&mut other, "中电 nz");
    assert!(engine.corpus() == other.corpus());
}

/// Texts of the seeds, as a reader would select them, and others.
fn entries() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => (0usize..4000, 1usize..6).prop_map(|(at, length)| {
            let library = library_text();
            library.chars().filter(|c| !c.is_whitespace()).skip(at).take(length).collect::<String>()
        }),
        1 => "[中电重庆市a5·，]{1,5}",
    ];
    let entry =
        (word, prop_oneof![Just(""), Just(" 0"), Just(" n"), Just(" 300 nr"), Just(" 4000000000")])
            .prop_map(|(word, rest)| format!("{word}{rest}"));
    prop::collection::vec(entry, 0..6).prop_map(|entries| entries.join("\n"))
}

fn library_text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| library().corpus().docs[1].page.text())
}

/// One article, so that many corrections of it are quick.
fn article() -> Engine {
    let doc = library().corpus().docs[1].clone();
    Engine::new(Corpus { docs: vec![doc] }, fold())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_corrections_change_no_hit_and_can_be_undone(one in entries(), other in entries()) {
        let mut engine = article();
        let before = engine.corpus().clone();
        let hits = |engine: &Engine| {
            ["重庆", "中电", "电", "高新区 软件", "/[0-9]+/"].map(|typed| {
                engine.all_hits(&engine.search(&engine.query(typed, Folds::ALL)))
            })
        };
        let found = hits(&engine);
        correct(&mut engine, &one);
        prop_assert_eq!(&hits(&engine), &found);
        let after_one = engine.corpus().clone();
        for block in &after_one.docs[0].page.blocks {
            let joined: String = named(&block.text, &block.words).map(|(word, _)| word).collect();
            prop_assert_eq!(&joined, &block.text);
        }
        correct(&mut engine, &format!("{one}\n{other}"));
        prop_assert_eq!(&hits(&engine), &found);
        let fresh = Engine::new(engine.corpus().clone(), fold());
        for typed in ["word:中", "pos:n 电", "word:重庆"] {
            prop_assert_eq!(count(&engine, typed), count(&fresh, typed));
        }
        correct(&mut engine, "");
        prop_assert!(engine.corpus() == &before);
    }

    #[test]
    fn what_of_the_dictionary_texts_need_cuts_them_as_all_of_it_does(
        said in entries(),
        texts in prop::collection::vec((0usize..4000, 1usize..300), 1..5),
    ) {
        let chars: Vec<char> = library_text().chars().collect();
        let text = |&(at, length): &(usize, usize)| chars.iter().skip(at).take(length).collect();
        let texts: Vec<String> = texts.iter().map(text).collect();
        let lexicon = Lexicon::parse(&said).0;
        let part = made_for(texts.iter().map(String::as_str).chain([said.as_str()]));
        let (part, all) = (part.with_lexicon(&lexicon), segmenter().with_lexicon(&lexicon));
        for text in &texts {
            prop_assert_eq!(part.words(text), all.words(text));
        }
    }

    #[test]
    fn a_user_dictionary_is_written_as_it_is_read(text in "([中电a5·0 ]{0,5}( [0-9]{1,3})?( [a-z]{1,3})?\\n){0,6}") {
        let (lexicon, _) = Lexicon::parse(&text);
        let (again, bad) = Lexicon::parse(&lexicon.to_text());
        prop_assert_eq!(bad.len(), 0);
        prop_assert_eq!(again, lexicon);
    }

    #[test]
    fn any_text_is_a_user_dictionary_and_any_cutting_goes_over_the_text(
        said in "(\\PC{0,8}\\n|[重庆软件园a 10n·]{0,9}\\n){0,4}",
        text in "\\PC{0,30}|[重庆软件园a 1·。\\n]{0,30}",
    ) {
        let words = segmenter().with_lexicon(&Lexicon::parse(&said).0).words(&text);
        let joined: String = named(&text, &words).map(|(word, _)| word).collect();
        prop_assert_eq!(joined, text);
    }
}
