//! Tests of the import.
fn main(){}
