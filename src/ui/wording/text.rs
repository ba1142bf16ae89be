//! A message, said in the language that is spoken when it is rendered.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use yew::AttrValue;
use yew::html::IntoPropValue;
use yew::virtual_dom::VNode;

use super::grouped;
use crate::embedded::WORDING;
use crate::ui::Language;

/// A message by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text(pub(super) u16);

/// What stands in a place that a message leaves open.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// A number, which is set in groups of three and decides between one and many.
    Number(u32),
    /// A text as it is.
    Text(&'a str),
}

impl Text {
    /// The message in the language that is spoken.
    pub fn say(self) -> &'static str {
        self.say_in(Language::now())
    }

    /// The message in a language.
    pub fn say_in(self, language: Language) -> &'static str {
        static PATTERNS: OnceLock<[Vec<&'static str>; 3]> = OnceLock::new();
        let patterns = PATTERNS.get_or_init(|| WORDING.map(|lines| lines.lines().collect()));
        patterns[language as usize].get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The message with its places filled, in the order of the variables' names.
    pub(super) fn with(self, values: &[Value]) -> String {
        let mut text = String::new();
        let mut rest = self.say();
        while let Some(at) = rest.find(is_mark) {
            let (before, marked) = rest.split_at(at);
            add(&mut text, before);
            let mut marks = marked.chars();
            rest = if marks.next() == Some('\x01') {
                let by = marks.next().and_then(|mark| value(mark, values));
                let (one, others) = marks.as_str().split_once('\x02').unwrap_or_default();
                let (other, after) = others.split_once('\x03').unwrap_or_default();
                add(&mut text, &filled(if is_one(by) { one } else { other }, values));
                after
            } else {
                add(&mut text, &filled(&marked[..1], values));
                marks.as_str()
            };
        }
        add(&mut text, rest);
        text
    }
}

/// A pattern without choices, its places filled.
fn filled(pattern: &str, values: &[Value]) -> String {
    let mut text = String::new();
    for c in pattern.chars() {
        match value(c, values) {
            Some(Value::Number(number)) => text += &grouped(number),
            Some(Value::Text(value)) => text += value,
            None => text.push(c),
        }
    }
    text
}

/// Whether a character of a pattern stands for something else.
fn is_mark(c: char) -> bool {
    matches!(c, '\x01' | '\x10'..='\x17')
}

/// What stands where this character is; `None` if it stands for itself.
fn value<'a>(mark: char, values: &[Value<'a>]) -> Option<Value<'a>> {
    let at = (mark as usize).checked_sub(0x10)?;
    values.get(at).copied().filter(|_| is_mark(mark))
}

/// Whether a number takes the singular. Chinese has none.
fn is_one(by: Option<Value>) -> bool {
    Language::now() == Language::English && matches!(by, Some(Value::Number(1)))
}

/// Adds a piece, without the space between the two where Chinese characters meet or a bracket of
/// full width brings its own: what fills a place may begin and end with anything.
fn add(text: &mut String, piece: &str) {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let ends = |text: &str| text.ends_with(|c| c == '）' || is_han(c));
    let begins = |text: &str| text.starts_with(|c| c == '（' || is_han(c));
    if ends(text) && piece.strip_prefix(' ').is_some_and(begins) {
        text.push_str(&piece[1..]);
        return;
    }
    if text.strip_suffix(' ').is_some_and(ends) && begins(piece) {
        text.pop();
    }
    text.push_str(piece);
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.say()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say())
    }
}

impl IntoPropValue<AttrValue> for Text {
    fn into_prop_value(self) -> AttrValue {
        AttrValue::Static(self.say())
    }
}

impl IntoPropValue<Option<AttrValue>> for Text {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self.say()))
    }
}

impl IntoPropValue<VNode> for Text {
    fn into_prop_value(self) -> VNode {
        AttrValue::Static(self.say()).into()
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(text)
    }
}

impl From<Text> for Value<'_> {
    fn from(text: Text) -> Self {
        Value::Text(text.say())
    }
}
