//! Words: beside the text, without gaps, found by the dictionary.

use jianyue::engine::{Segmenter, named};
use proptest::prelude::*;

#[test]
fn words_and_their_parts_of_speech() {
    let text = "重庆软件园开工建设，记者采访了陈锡明。";
    let words = Segmenter::embedded().words(text);
    let shown: Vec<String> =
        named(text, &words).map(|(word, tag)| format!("{word}/{tag}")).collect();
    assert_eq!(
        shown.join(" "),
        "重庆/ns 软件园/n 开工/v 建设/vn ，/x 记者/n 采访/v 了/ul 陈锡明/nr 。/x"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn words_cover_the_text(text in "\\PC{0,30}|[重庆软件园a 1。\\n]{0,30}") {
        use std::sync::OnceLock;
        static SEGMENTER: OnceLock<Segmenter> = OnceLock::new();
        let words = SEGMENTER.get_or_init(Segmenter::embedded).words(&text);
        let joined: String = named(&text, &words).map(|(word, _)| word).collect();
        prop_assert_eq!(joined, text);
    }
}
