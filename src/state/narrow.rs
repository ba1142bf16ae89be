//! A query made narrower by another word, `date:2020` or `in:headline`, and wide again.

/// The query with the word added; without it, if it is narrowed by it. What it is then narrowed by
/// is all of it, also where it is one of several choices.
pub fn narrowed(query: &str, word: &str) -> String {
    if !is_narrowed(query, word) {
        let query = query.trim();
        let whole = if has_choices(query) { format!("({query})") } else { query.to_owned() };
        return format!("{whole} {word}").trim().to_owned();
    }
    let Some(at) = place(query, word) else { return query.to_owned() };
    let kept = format!("{}{}", &query[..at], query[at + word.len()..].trim_start());
    let kept = kept.trim();
    // The brackets were needed for the word only.
    inside(kept).filter(|inside| has_choices(inside)).unwrap_or(kept).to_owned()
}

/// The query of one term with a part of speech, `pos:n`, which belongs before the term; without it, if
/// it has it. `None` where the term is one that can have none.
pub fn tagged(query: &str, word: &str) -> Option<String> {
    if is_narrowed(query, word) {
        return Some(narrowed(query, word));
    }
    let narrows = |word: &&str| {
        ["in:", "date:", "doc:", "set:"]
            .iter()
            .any(|field| word.trim_start_matches('-').starts_with(field))
    };
    let term = query.split_whitespace().find(|word| !narrows(word))?;
    let is_taken = ["pos:", "title:", "by:", "("].iter().any(|field| term.starts_with(field));
    // It is a piece of the query.
    let at = term.as_ptr() as usize - query.as_ptr() as usize;
    (!is_taken).then(|| format!("{}{word} {}", &query[..at], query[at..].trim_end()))
}

/// Whether one of the words of a query is this one.
pub fn is_narrowed(query: &str, word: &str) -> bool {
    place(query, word).is_some()
}

/// Where the word stands by itself and in no quotation.
fn place(query: &str, word: &str) -> Option<usize> {
    query.match_indices(word).map(|(at, _)| at).find(|&at| {
        let (before, after) = (&query[..at], &query[at + word.len()..]);
        (before.is_empty() || before.ends_with(char::is_whitespace))
            && (after.is_empty() || after.starts_with(char::is_whitespace))
            && before.matches('"').count().is_multiple_of(2)
    })
}

/// What stands in the brackets that are around all of a query; `None` if there are none.
fn inside(query: &str) -> Option<&str> {
    let inside = query.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0;
    let closes_early = inside.chars().any(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth < 0
    });
    (!closes_early && depth == 0).then_some(inside)
}

/// Whether a query has choices that stand in no brackets: `软件 | 芯片`.
fn has_choices(query: &str) -> bool {
    let (mut depth, mut quoted, mut before) = (0_i32, None, ' ');
    for c in query.chars() {
        let begins = before.is_whitespace() || matches!(before, '(' | '|' | '-' | ':');
        match (quoted, c) {
            (Some(quote), _) if c == quote && before != '\\' => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '/') if begins => quoted = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, '|') if depth <= 0 => return true,
            _ => {}
        }
        before = c;
    }
    // A quotation or an expression that does not end is text, and so may be what looked like one.
    quoted.is_some() && query.contains('|')
}
