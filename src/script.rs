//! A text in the other script, traditional or simplified, for the eye only: it is searched, counted
//! and cited as it was printed. Conversion by phrases is OpenCC's (头发 → 頭髮, 发展 → 發展).

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use serde::{Deserialize, Serialize};

/// A way to write Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Script {
    /// 简体.
    Simplified,
    /// 繁體.
    Traditional,
}

impl Script {
    /// Its name after BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Script::Simplified => "zh-Hans",
            Script::Traditional => "zh-Hant",
        }
    }
}

/// Converts into one script.
pub struct Converter(OpenCC);

impl Converter {
    /// Reads its dictionaries.
    ///
    /// # Errors
    ///
    /// What is wrong with them, as their reader says it.
    pub fn new(script: Script) -> Result<Converter, String> {
        let config = match script {
            Script::Simplified => BuiltinConfig::T2s,
            Script::Traditional => BuiltinConfig::S2t,
        };
        OpenCC::from_config(config).map(Converter).map_err(|error| error.to_string())
    }

    /// A text in the script, a character for each character, and each as many units of UTF-16 long
    /// as before, so that places in the one are places in the other. A character whose counterpart is
    /// longer or shorter stays; so does a text that would have more characters or fewer.
    pub fn convert(&self, text: &str) -> String {
        let converted = self.0.convert(text);
        if converted.chars().count() != text.chars().count() {
            return text.to_owned();
        }
        let both = text.chars().zip(converted.chars());
        both.map(|(from, to)| if from.len_utf16() == to.len_utf16() { to } else { from }).collect()
    }
}
