//! Days as files write them, of which only what the engine takes is kept.

/// `2021`, `2021-03` or `2021-03-05` of a date that begins so, whatever follows it: a time, a zone.
/// Also of `20210305`, with the `D:` that a PDF puts before it. Empty where there is no year.
pub fn day(written: &str) -> String {
    let written = written.trim();
    let written = written.strip_prefix("D:").unwrap_or(written);
    let Some((year, rest)) = number(written, 4) else { return String::new() };
    if !(1000..=2999).contains(&year) || (rest.starts_with(digit) && number(rest, 4).is_none()) {
        return String::new();
    }
    let Some((month, rest)) = number(after_mark(rest), 2).filter(|(m, _)| (1..=12).contains(m))
    else {
        return format!("{year:04}");
    };
    match number(after_mark(rest), 2).filter(|(d, _)| (1..=31).contains(d)) {
        Some((day, _)) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    }
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn after_mark(text: &str) -> &str {
    text.strip_prefix(['-', '/', '.', '年', '月']).unwrap_or(text)
}

/// The number that the first `digits` bytes are, and what follows.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (first, rest) = text.split_at_checked(digits)?;
    first.chars().all(digit).then(|| Some((first.parse().ok()?, rest)))?
}
