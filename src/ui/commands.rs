//! All that can be done by a key or from the palette, each with its keys.

use super::Preferences;
use super::components::{HELP, LEXICON, LIBRARY, NEW_WORDS, PALETTE, SETTINGS};
use super::hooks::{
    dialog, focus_search, is_narrow, note_this, read_block, selected_or_read, step_in_list,
};
use crate::engine::Order;
use crate::state::{Action, LibraryStep, NewWord, Noting, Turn, View, Want};
use yew::Callback;

/// Something that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// To the search field.
    Search,
    /// To the next hit of the article.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// To the next article.
    NextArticle,
    /// To the article before.
    PreviousArticle,
    /// Down the list.
    Down,
    /// Up the list.
    Up,
    /// The source beside the article, or no longer.
    Original,
    /// Lines that run down, or across.
    Vertical,
    /// How the article is read aloud, above its lines, or no longer.
    Pinyin,
    /// The words of the article, seen or no longer.
    Words,
    /// Words that the dictionary lacks.
    NewWords,
    /// A citation of what is selected, or of the paragraph that is read.
    Quote,
    /// A mark at what is selected, at the current word, or at the paragraph that is read.
    Mark,
    /// A note at the same, or at the current mark.
    Note,
    /// To come back to.
    Bookmark,
    /// To the next note of the article.
    NextNote,
    /// To the note before.
    PreviousNote,
    /// All notes, or no longer.
    Notes,
    /// The corrections of words.
    Lexicon,
    /// The documents of the reader's own.
    Library,
    /// All articles.
    Contents,
    /// The results by article.
    ByArticle,
    /// The results hit by hit.
    InContext,
    /// The keyword lists.
    Lists,
    /// How the page is to look.
    Settings,
    /// Other colours.
    Theme,
    /// All commands and articles.
    Palette,
    /// The keys, and how queries are written.
    Help,
}

/// What a command is done to.
pub struct On<'a> {
    /// What is looked at.
    pub view: &'a View,
    /// Changes that.
    pub act: &'a Callback<Action>,
    /// How the page looks.
    pub preferences: Preferences,
    /// Changes that.
    pub change: &'a Callback<Preferences>,
}

impl Command {
    /// All of them, as they are offered.
    pub const ALL: [Command; 29] = [
        Command::Search,
        Command::NextHit,
        Command::PreviousHit,
        Command::NextArticle,
        Command::PreviousArticle,
        Command::Down,
        Command::Up,
        Command::Original,
        Command::Vertical,
        Command::Words,
        Command::Pinyin,
        Command::NewWords,
        Command::Quote,
        Command::Mark,
        Command::Note,
        Command::Bookmark,
        Command::NextNote,
        Command::PreviousNote,
        Command::Notes,
        Command::Lexicon,
        Command::Library,
        Command::Contents,
        Command::ByArticle,
        Command::InContext,
        Command::Lists,
        Command::Settings,
        Command::Theme,
        Command::Palette,
        Command::Help,
    ];

    /// Its keys at first, as the browser names them: each alone does it; two letters, one after the
    /// other. The reader can choose others: see [`Keys`](super::keys::Keys).
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Command::Search => &["/"],
            Command::NextHit => &["n", "]"],
            Command::PreviousHit => &["N", "["],
            Command::NextArticle => &["ArrowRight"],
            Command::PreviousArticle => &["ArrowLeft"],
            Command::Down => &["j"],
            Command::Up => &["k"],
            Command::Original => &["o"],
            Command::Vertical => &["v"],
            Command::Words => &["w"],
            Command::Pinyin => &["p"],
            Command::NewWords => &["gw"],
            Command::Quote => &["c"],
            Command::Mark => &["m"],
            Command::Note => &["e"],
            Command::Bookmark => &["d"],
            Command::NextNote => &["}"],
            Command::PreviousNote => &["{"],
            Command::Notes => &["gn"],
            Command::Lexicon => &["gd"],
            Command::Library => &["gl"],
            Command::Contents => &["ga"],
            Command::ByArticle => &["gr"],
            Command::InContext => &["gc"],
            Command::Lists => &["gk"],
            Command::Settings => &["gs"],
            Command::Theme => &["gt"],
            Command::Palette => &["Ctrl+K"],
            Command::Help => &["?"],
        }
    }

    /// Its name in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Command::Search => "search",
            Command::NextHit => "next-hit",
            Command::PreviousHit => "previous-hit",
            Command::NextArticle => "next-article",
            Command::PreviousArticle => "previous-article",
            Command::Down => "down",
            Command::Up => "up",
            Command::Original => "original",
            Command::Vertical => "vertical",
            Command::Words => "words",
            Command::Pinyin => "pinyin",
            Command::NewWords => "new-words",
            Command::Quote => "quote",
            Command::Mark => "mark",
            Command::Note => "note",
            Command::Bookmark => "bookmark",
            Command::NextNote => "next-note",
            Command::PreviousNote => "previous-note",
            Command::Notes => "notes",
            Command::Lexicon => "lexicon",
            Command::Library => "library",
            Command::Contents => "contents",
            Command::ByArticle => "by-article",
            Command::InContext => "in-context",
            Command::Lists => "lists",
            Command::Settings => "settings",
            Command::Theme => "theme",
            Command::Palette => "palette",
            Command::Help => "help",
        }
    }

    /// Does it.
    pub fn run(self, on: &On<'_>) {
        let view = on.view.clone();
        match self {
            Command::Search => focus_search(),
            Command::NextHit => on.act.emit(Action::Next),
            Command::PreviousHit => on.act.emit(Action::Previous),
            Command::NextArticle => on.act.emit(Action::Turned(Turn::On)),
            Command::PreviousArticle => on.act.emit(Action::Turned(Turn::Back)),
            Command::Down => step_in_list(1),
            Command::Up => step_in_list(-1),
            Command::Original => on.act.emit(Action::ToggledOriginal),
            Command::Vertical => {
                let is_vertical = !on.preferences.is_vertical;
                on.change.emit(Preferences { is_vertical, ..on.preferences });
            }
            Command::Words => on.act.emit(Action::ToggledWords),
            Command::Pinyin => on.change.emit(on.preferences.toggle_pinyin()),
            Command::NewWords => {
                on.act.emit(Action::NewWord(NewWord::Wanted));
                dialog::open(NEW_WORDS);
            }
            Command::Quote => {
                if let Some((from, to)) = selected_or_read() {
                    on.act.emit(Action::Quoted(from, to));
                }
            }
            Command::Lexicon => dialog::open(LEXICON),
            Command::Library => open_library(on.act),
            Command::Mark => on.act.emit(note_this(Want::Mark)),
            Command::Note => on.act.emit(note_this(Want::Note)),
            Command::Bookmark => on.act.emit(note_this(Want::Bookmark)),
            Command::NextNote => step_note(on.act, true),
            Command::PreviousNote => step_note(on.act, false),
            Command::Notes => {
                // Where only one of the two is seen, it is the list.
                let doc = view.doc.clone().filter(|_| view.notes || !is_narrow());
                let there = View { doc, notes: !view.notes, ..view };
                on.act.emit(Action::Went(there));
            }
            Command::Contents => on.act.emit(Action::Went(view.anew())),
            Command::ByArticle => {
                let lines = None;
                on.act.emit(Action::Went(View { lines, ..view.results() }));
            }
            Command::InContext => {
                let lines = Some(view.lines.unwrap_or(Order::Place));
                on.act.emit(Action::Went(View { lines, ..view.results() }));
            }
            Command::Lists => {
                on.act.emit(Action::Went(View { at_lists: true, ..view.anew() }));
            }
            Command::Settings => dialog::open(SETTINGS),
            Command::Theme => {
                let theme = on.preferences.theme.next();
                on.change.emit(Preferences { theme, ..on.preferences });
            }
            Command::Palette => dialog::open(PALETTE),
            Command::Help => dialog::open(HELP),
        }
    }
}

/// Shows the documents of the reader's own.
pub fn open_library(act: &Callback<Action>) {
    act.emit(Action::Library(LibraryStep::Opened));
    dialog::open(LIBRARY);
}

fn step_note(act: &Callback<Action>, is_on: bool) {
    act.emit(Action::Noted(Noting::Stepped(is_on, read_block())));
}
