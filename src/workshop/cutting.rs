//! Texts cut into words, by as much of the dictionary as they need.

use std::rc::Rc;

use crate::embedded::DICTIONARY;
use crate::engine::{
    Error, Lexicon, Segmenter, Word, unpacked_dictionary, unpacked_dictionary_for,
};

/// Of so many bytes of text the words are got by reading just what of the dictionary these texts have in
/// them: that takes a hundredth of a second. For more it is read as a whole, once.
const FEW_BYTES: usize = 1_000_000;

/// What cuts texts.
#[derive(Default)]
pub struct Cutter {
    /// How many bytes were cut by parts of the dictionary.
    cut_bytes: usize,
    /// With the dictionary alone; `None` until there was much to be cut.
    plain: Option<Rc<Segmenter>>,
    /// The last user dictionary, and what cuts by it and all of the dictionary.
    last: Option<(String, Segmenter)>,
}

impl Cutter {
    /// The words of texts, with what a user dictionary says besides.
    ///
    /// # Errors
    ///
    /// [`Error::BadDictionary`] if the dictionary of this build is none.
    pub fn words(&mut self, lexicon: String, texts: &[String]) -> Result<Vec<Vec<Word>>, Error> {
        self.cut_bytes += texts.iter().map(String::len).sum::<usize>();
        if self.cut_bytes <= FEW_BYTES {
            let texts_too = texts.iter().chain([&lexicon]).map(String::as_str);
            let needed = unpacked_dictionary_for(DICTIONARY, texts_too);
            let plain = Segmenter::with_dictionary(needed.as_bytes())?;
            let segmenter = plain.with_lexicon(&Lexicon::parse(&lexicon).0);
            return Ok(texts.iter().map(|text| segmenter.words(text)).collect());
        }
        let plain = self.plain()?;
        let last = self.last.take().filter(|(of, _)| *of == lexicon);
        let (_, segmenter) = self.last.insert(last.unwrap_or_else(|| {
            let segmenter = plain.with_lexicon(&Lexicon::parse(&lexicon).0);
            (lexicon, segmenter)
        }));
        Ok(texts.iter().map(|text| segmenter.words(text)).collect())
    }

    /// What cuts by all of the dictionary and by nothing else.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn plain(&mut self) -> Result<Rc<Segmenter>, Error> {
        let plain = match self.plain.take() {
            Some(plain) => plain,
            None => {
                let dictionary = unpacked_dictionary(DICTIONARY);
                Rc::new(Segmenter::with_dictionary(dictionary.as_bytes())?)
            }
        };
        Ok(self.plain.insert(plain).clone())
    }
}
