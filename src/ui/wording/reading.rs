//! What the reading page and its settings say.

use super::*;
use crate::protocol::Quotation;
use crate::script::Script;
use crate::ui::Theme;
use crate::ui::preferences::Face;

/// The name of a theme.
pub fn theme(theme: Theme) -> Text {
    match theme {
        Theme::Auto => THEME_AUTO,
        Theme::Light => THEME_LIGHT,
        Theme::Sepia => THEME_SEPIA,
        Theme::Dark => THEME_DARK,
        Theme::Contrast => THEME_CONTRAST,
    }
}

/// What the switch of the theme says to a screen reader.
pub fn theme_switch(now: Theme) -> String {
    messages::theme_switch(theme(now))
}

/// The name of a form of citation.
pub fn citation_form(form: crate::citation::Form) -> String {
    match form {
        crate::citation::Form::Text => CITATION_TEXT.to_string(),
        form => form.name().to_owned(),
    }
}

/// What the button that copies a citation says to a screen reader.
pub fn copy_as(form: &str) -> String {
    messages::copy_as(form)
}

/// The lines of the source that a passage is from.
pub fn lines_of(quotation: &Quotation) -> String {
    let (from, to) = (quotation.from.line, quotation.to.line);
    if from == to { line(from) } else { messages::lines_from(from, to) }
}

/// The name of a face.
pub fn face(face: Face) -> String {
    let face = match face {
        Face::Song => FACE_SONG,
        Face::Hei => FACE_HEI,
        Face::Kai => FACE_KAI,
    };
    face.to_string()
}

/// A size, in pixels where the browser's own is not changed.
pub fn size(size: u32) -> String {
    size.to_string()
}

/// A length of lines, in characters.
pub fn measure(chars: u32) -> String {
    chars.to_string()
}

/// A distance of lines, given in hundredths: `1.75`.
pub fn leading(hundredths: u32) -> String {
    let part = format!("{:02}", hundredths % 100);
    format!("{}.{}", hundredths / 100, part.strip_suffix('0').unwrap_or(&part))
}

/// A size of pinyin, in hundredths of the line's.
pub fn pinyin(hundredths: u32) -> String {
    match hundredths {
        0 => PINYIN_NONE.to_string(),
        some => format!("{some}%"),
    }
}

/// A script; `None` for the one that an article is printed in.
pub fn script(script: Option<Script>) -> String {
    let name = match script {
        None => SCRIPT_AS_PRINTED,
        Some(Script::Simplified) => SCRIPT_SIMPLIFIED,
        Some(Script::Traditional) => SCRIPT_TRADITIONAL,
    };
    name.to_string()
}

/// That an article is shown in a script that it is not printed in; or why it is not; `None` while that
/// is being done.
pub fn script_note(script: Script, done: Option<Result<(), &str>>) -> String {
    match done {
        Some(Ok(())) => messages::script_converted(&self::script(Some(script))),
        Some(Err(cause)) => messages::script_failed(cause),
        None => SCRIPT_CONVERTING.to_string(),
    }
}

/// How paragraphs are told apart.
pub fn spaced(is_spaced: bool) -> String {
    (if is_spaced { PARAGRAPHS_SPACED } else { PARAGRAPHS_INDENTED }).to_string()
}

/// Which way lines run.
pub fn vertical(is_vertical: bool) -> String {
    (if is_vertical { LINES_DOWN } else { LINES_ACROSS }).to_string()
}

/// How many of the settings that were kept could not be read.
pub fn damaged(count: usize) -> String {
    messages::settings_damaged(count as u32)
}
