//! What is shown: props in, Html out. From the whole screen down to a marked word.

mod screen;

mod masthead;
mod palette;
mod help;
mod language_switch;
mod own_keys;
mod search_field;
mod settings;
mod theme_switch;

mod contents;
mod contents_tools;
mod facets;
mod line;
mod lines;
mod lines_tools;
mod more;
mod recent;
mod results;
mod results_in;
mod results_tools;
mod strip;
mod suggestions;
mod titles;

mod article;
mod block;
mod hit_bar;
mod hit_map;
mod neighbours;
mod original_switch;
mod outline;
mod reading;
mod revision;
mod row;
mod welcome;

mod rules;
mod source;
mod tools;

mod choice;
mod doubt;
mod link;
mod marked;
mod notice;
mod panel;

pub use article::Article;
pub use block::Block;
pub use contents::Contents;
pub use contents_tools::ContentsTools;
pub use facets::Facets;
pub use help::{HELP, Help};
pub use hit_bar::HitBar;
pub use hit_map::HitMap;
pub use language_switch::{LANGUAGE_SWITCH, LanguageSwitch};
pub use line::Line;
pub use lines::Lines;
pub use lines_tools::LinesTools;
pub use link::Link;
pub use marked::hit_id;
pub use masthead::Masthead;
pub use more::More;
pub use neighbours::Neighbours;
pub use notice::Notice;
pub use original_switch::OriginalSwitch;
pub use outline::Outline;
pub use own_keys::OwnKeys;
pub use palette::{PALETTE, Palette};
pub use reading::Reading;
pub use recent::RecentQueries;
pub use results::Results;
pub use results_in::ResultsIn;
pub use results_tools::ResultsTools;
pub use revision::Revision;
pub use row::Row;
pub use screen::{LIST_PANE, READING_PANE, Screen, ScreenProps};
pub use search_field::{SEARCH_FIELD, SearchField};
pub use settings::{SETTINGS, Settings};
pub use strip::Strip;
pub use suggestions::Suggestions;
pub use theme_switch::ThemeSwitch;
pub use titles::Titles;
pub use welcome::Welcome;
