//! x
use super::{Cause, Content, Limits};
/// x
pub fn read(_: &[u8], _: &Limits) -> Result<Content, Cause> {
    Err(Cause::Empty)
}
