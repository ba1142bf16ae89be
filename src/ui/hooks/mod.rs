//! The only effects of the page. Each file is one hook and one part of the browser.

pub mod dialog;
pub mod files;
mod focus;
mod records;
mod remade;
mod reload;
mod selection;
mod sight;
mod storage;
mod texts;
mod use_address;
mod use_amendments;
mod use_engine;
mod use_export;
mod use_field;
mod use_highlights;
mod use_keys;
mod use_language;
mod use_near;
mod use_near_end;
mod use_passage;
mod use_patches;
mod use_place;
mod use_position;
mod use_preferences;
mod use_recent;
mod use_ruby;
mod use_segmenter;
mod use_words;

pub use focus::{
    focus_content, focus_row, focus_search, is_touched, row_id, search_again, show_focused,
    step_in_list,
};
pub use reload::reload;
pub use remade::use_remade;
pub use selection::{selected_or_read, use_selection};
pub use sight::go_to;
pub use use_address::use_address;
pub use use_amendments::use_amendments;
pub use use_engine::use_engine;
pub use use_export::use_export;
pub use use_field::{Field, use_field};
pub use use_highlights::use_highlights;
pub use use_keys::{is_composing, use_keys};
pub use use_language::use_language;
pub use use_near::{Read, use_near, use_read};
pub use use_near_end::use_near_end;
pub use use_passage::use_passage;
pub use use_patches::use_patches;
pub use use_place::use_place;
pub use use_position::use_position;
pub use use_preferences::use_preferences;
pub use use_recent::use_recent;
pub use use_ruby::use_ruby;
pub use use_segmenter::use_segmenter;
pub use use_words::use_words;
