//! What the page shows in each of its states, rendered natively, and how the state comes from one
//! to the next.

mod address;
mod amendments;
mod article;
mod citation;
mod contents;
mod corrections;
mod early;
mod export;
mod fill;
mod help;
mod holdings;
mod keyword_list;
mod lists;

mod intake;
mod lines;
mod narrow;
mod notes;
mod notes_kept;
mod new_words;
mod original;
mod one_page;
mod own;
mod preferences;
mod questions;
mod quoting;
mod recent;
mod rendered;
mod results;
mod script;
mod states;
mod steps;
mod take_in;
mod take_out;
mod taking;
mod thumb;
mod understood;
mod update;
mod wording;
mod words;
