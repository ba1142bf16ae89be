//! The names of all messages, as the build made them of the `.ftl` files.

use super::{Text, Value};

include!(concat!(env!("OUT_DIR"), "/wording.rs"));
