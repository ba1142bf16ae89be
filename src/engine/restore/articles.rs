//! Whose a block is, and the order in which a person reads.

use super::super::corpus::{Article, Page, Role};

/// Fills in the page's articles, title and reading order from its blocks.
///
/// The page counts as one article: what leads to it first, then the running text as it stands,
/// then what goes with its pictures.
pub fn arrange(page: &mut Page) {
    let rank = |role: Role| match role {
        Role::Kicker | Role::Headline => 0,
        Role::Byline => 1,
        Role::Caption | Role::Credit => 3,
        _ => 2,
    };
    let mut order: Vec<u32> = (0..page.blocks.len() as u32).collect();
    order.sort_by_key(|&i| {
        let role = page.blocks[i as usize].role;
        (rank(role), role == Role::Kicker && rank(role) == 0)
    });
    let first =
        |role| page.blocks.iter().find(|block| block.role == role).map(|block| block.text.clone());
    let headline = first(Role::Headline).unwrap_or_default();
    page.title = if headline.is_empty() { first_words(page) } else { headline.clone() };
    if !order.is_empty() {
        page.articles = vec![Article {
            title: headline,
            byline: first(Role::Byline).unwrap_or_default(),
            blocks: order.clone(),
        }];
    }
    page.reading_order = order;
}

/// The first clause of the page, for a page without a headline; at most 24 characters.
fn first_words(page: &Page) -> String {
    let text = page.blocks.first().map_or("", |block| block.text.as_str());
    let clause = text.split(['，', '。', '；', '？', '！']).next().unwrap_or(text);
    clause.chars().take(24).collect()
}
